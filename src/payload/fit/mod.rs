//! Fits tables into the room that they have, once for all languages of a template, so that each shows the same. In
//! this order: smaller type, numbers in thousands if all stay exact, more room or more tables, and finally fewer
//! early years. Depends on widths, not on text.

mod need;

use std::collections::{BTreeMap, BTreeSet};

pub use need::Need;
use need::{Segment, Widths};

use super::data::{ColumnData, TablePartData, TablesData};
use crate::report::{Indicator, Quantity, Report, UnitId};
use crate::typeset::{TableKind, TableRoom, Template};

/// The powers of ten in which numbers may be shown, with the message for each.
pub(super) const SCALES: [(u32, &str); 3] = [(3, "scale-thousand"), (6, "scale-million"), (9, "scale-billion")];

/// A number is only scaled if the longest one of its unit keeps this many digits.
const LEAST_DIGITS: u32 = 4;

/// The greatest number of tables over years; of a longer series, the last years are shown.
const MOST_PARTS: usize = 4;

/// The text size in points if a template does not state the room of its tables.
const USUAL_SIZE: f64 = 7.5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Baseline,
    Trend,
    /// A year before the round, by its index among the shown years.
    Year(usize),
    /// With the round's own target below it.
    Target,
    Actual,
    Rate,
    Evaluation,
    Status,
}

impl Column {
    fn data(self) -> ColumnData {
        let (name, year) = match self {
            Self::Baseline => ("baseline", None),
            Self::Trend => ("sparkline", None),
            Self::Year(index) => ("year", Some(index)),
            Self::Target => ("target", None),
            Self::Actual => ("actual", None),
            Self::Rate => ("rate", None),
            Self::Evaluation => ("evaluation", None),
            Self::Status => ("status", None),
        };
        ColumnData { name: name.to_owned(), year }
    }
}

/// The layout of a template's tables, the same in every language.
#[derive(Debug, Clone)]
pub struct Fit {
    text_size: f64,
    span: Option<u32>,
    scales: BTreeMap<UnitId, u32>,
    group: Vec<Vec<Column>>,
    years: Vec<Vec<Column>>,
    leaves_out_years: bool,
}

impl Fit {
    /// The layout of tables with unlimited room, as on a web page.
    #[must_use]
    pub fn roomy(report: &Report) -> Self {
        Self {
            text_size: USUAL_SIZE,
            span: None,
            scales: BTreeMap::new(),
            group: vec![group_columns().concat()],
            years: vec![year_columns(0, report, true).concat()],
            leaves_out_years: false,
        }
    }

    /// Chooses the layout of a template's tables from the needs of each language.
    #[must_use]
    pub fn new(template: &Template, report: &Report, needs: &[Need]) -> Self {
        let roomy = Self::roomy(report);
        let tables = &template.manifest.tables;
        if needs.is_empty() || tables.is_empty() {
            return roomy;
        }
        let sizes = tables.values().map(|room| room.text_sizes.as_slice()).max_by_key(|sizes| sizes.len());
        let sizes: Vec<f64> = sizes.unwrap_or_default().iter().map(|size| f64::from(*size)).collect();
        let scales = scales(report, needs);
        let unscaled = sizes.iter().map(|size| (*size, BTreeMap::new()));
        let smallest = sizes.last().copied().unwrap_or(USUAL_SIZE);
        let scaled = SCALES.iter().filter_map(|(power, _)| {
            let up_to = |(unit, powers): (&UnitId, &BTreeSet<u32>)| {
                Some((unit.clone(), powers.range(..=*power).next_back().copied()?))
            };
            let scales: BTreeMap<UnitId, u32> = scales.iter().filter_map(up_to).collect();
            scales.values().any(|known| known == power).then_some((smallest, scales))
        });
        let decided = unscaled.chain(scaled).map(|(text_size, scales)| {
            let trial = Trial { template, report, needs, text_size, scales: &scales };
            let (span, spans) = trial.span();
            let group = trial.group();
            let (years, left_out) = trial.years();
            let cost = (left_out, spans + group.len() + years.len());
            let leaves_out_years = left_out > 0;
            (cost, Self { text_size, span, scales, group, years, leaves_out_years })
        });
        // The first of those that show as much in as few tables.
        let best = decided.reduce(|best, other| if other.0 < best.0 { other } else { best });
        best.map_or(roomy, |(_, fit)| fit)
    }

    /// The power of ten for an indicator's values; 0 if they are not scaled.
    pub(super) fn scale(&self, indicator: &Indicator) -> u32 {
        self.scales.get(&indicator.unit.value).copied().unwrap_or_default()
    }

    pub(super) fn scaled(&self) -> impl Iterator<Item = (&UnitId, u32)> {
        self.scales.iter().map(|(unit, power)| (unit, *power))
    }

    pub(super) fn years(&self) -> &[Vec<Column>] {
        &self.years
    }

    pub(super) fn data(&self, titles: Vec<String>, scales: Option<String>) -> TablesData {
        let part = |columns: &Vec<Column>| columns.iter().map(|column| column.data()).collect::<Vec<_>>();
        TablesData {
            text_size: self.text_size,
            span: self.span,
            group: self.group.iter().map(part).collect(),
            years: self
                .years
                .iter()
                .zip(titles)
                .map(|(columns, title)| TablePartData { title, columns: part(columns) })
                .collect(),
            leaves_out_years: self.leaves_out_years,
            scales,
        }
    }
}

/// Columns in one block belong together.
fn group_columns() -> Vec<Vec<Column>> {
    use Column::{Actual, Baseline, Evaluation, Rate, Status, Target, Trend};
    vec![vec![Baseline, Trend], vec![Target], vec![Actual, Rate, Evaluation, Status]]
}

fn year_columns(first: usize, report: &Report, with_results: bool) -> Vec<Vec<Column>> {
    use Column::{Actual, Baseline, Rate, Status, Target, Year};
    let before_round = report.shown_years().len().saturating_sub(1);
    let years = (first..before_round).map(|year| vec![Year(year)]);
    let last = if with_results { vec![Actual, Target, Rate, Status] } else { vec![Actual, Target] };
    std::iter::once(vec![Baseline]).chain(years).chain([last]).collect()
}

/// The powers of ten in which the values of each unit can be shown in every language without losing a digit.
fn scales(report: &Report, needs: &[Need]) -> BTreeMap<UnitId, BTreeSet<u32>> {
    let mut quantities: BTreeMap<&UnitId, Vec<Quantity>> = BTreeMap::new();
    for indicator in &report.indicators {
        quantities.entry(&indicator.unit.value).or_default().extend(report.quantities(indicator));
    }
    let powers = |unit: &UnitId, quantities: &[Quantity]| -> BTreeSet<u32> {
        let longest = quantities.iter().map(|quantity| quantity.digits()).max().unwrap_or_default();
        let powers = SCALES.iter().map(|(power, _)| *power).filter(|power| longest >= power + LEAST_DIGITS);
        let exact = powers.filter(|power| quantities.iter().all(|quantity| quantity.scaled(*power).is_some()));
        exact.filter(|power| needs.iter().all(|need| need.can_scale(unit, *power))).collect()
    };
    quantities.iter().map(|(unit, quantities)| ((*unit).clone(), powers(unit, quantities))).collect()
}

struct Trial<'a> {
    template: &'a Template,
    report: &'a Report,
    needs: &'a [Need],
    text_size: f64,
    scales: &'a BTreeMap<UnitId, u32>,
}

impl Trial<'_> {
    fn room(&self, kind: TableKind) -> Option<&TableRoom> {
        self.template.manifest.tables.get(&kind)
    }

    fn unit(&self) -> f64 {
        f64::from(self.template.theme.page.unit)
    }

    fn width(&self, columns: u32) -> f64 {
        self.template.theme.page.span(self.template.manifest.orientation, columns)
    }

    /// Whether the columns fit beside the names in every language; `width` is in points.
    fn fits(&self, kind: TableKind, room: &TableRoom, columns: &[Column], width: f64) -> bool {
        let unit = self.unit();
        let (inset, most) = (f64::from(room.inset) * unit, f64::from(room.most) * unit);
        let widths = Widths { size: self.text_size, scales: self.scales, inset, most };
        let segments = self.needs.iter().flat_map(|need| need.segments(kind));
        let taken = |segment: &Segment| segment.width(columns, &widths);
        segments.map(taken).all(|taken| taken + f64::from(room.names) * unit <= width)
    }

    /// The grid columns of a table in the summary, and the number of choices that did not fit.
    fn span(&self) -> (Option<u32>, usize) {
        let Some(room) = self.room(TableKind::Summary) else { return (None, 0) };
        use Column::{Actual, Evaluation, Status, Target};
        let columns = [Target, Actual, Evaluation, Status];
        let fits = |span: &u32| self.fits(TableKind::Summary, room, &columns, self.width(*span));
        let found = room.columns.iter().position(fits).unwrap_or(room.columns.len().saturating_sub(1));
        (room.columns.get(found).copied(), found)
    }

    fn group(&self) -> Vec<Vec<Column>> {
        let all = group_columns();
        match self.room(TableKind::Group) {
            Some(room) => self.parted(TableKind::Group, room, &all),
            None => vec![all.concat()],
        }
    }

    /// The columns of each table over years, and the number of years left out. Rate and status, which other tables show too,
    /// are left out where they would need a further table.
    fn years(&self) -> (Vec<Vec<Column>>, usize) {
        let Some(room) = self.room(TableKind::Years) else {
            return (vec![year_columns(0, self.report, true).concat()], 0);
        };
        let all = self.report.shown_years().len();
        let of_years_from = |first: usize| {
            let parted = |with_results| {
                let columns = year_columns(first, self.report, with_results);
                self.parted(TableKind::Years, room, &columns)
            };
            let (whole, without_results) = (parted(true), parted(false));
            if without_results.len() < whole.len() { without_results } else { whole }
        };
        let parts = (0..all).map(|first| (of_years_from(first), first));
        parts.into_iter().find(|(parts, _)| parts.len() <= MOST_PARTS).unwrap_or_else(|| (of_years_from(all), all))
    }

    /// Distributes blocks of columns evenly among as few tables as possible.
    fn parted(&self, kind: TableKind, room: &TableRoom, blocks: &[Vec<Column>]) -> Vec<Vec<Column>> {
        let width = room.columns.first().map_or(0.0, |columns| self.width(*columns));
        let names = f64::from(room.names) * self.unit();
        let dealt = |share: f64| -> Vec<Vec<Column>> {
            let width = names + (width - names) * share;
            let fits = |columns: &[Column]| self.fits(kind, room, columns, width);
            let pieces = blocks.iter().flat_map(|block| match fits(block) {
                true => vec![block.clone()],
                false => block.iter().map(|column| vec![*column]).collect(),
            });
            let mut parts: Vec<Vec<Column>> = Vec::new();
            for piece in pieces {
                let joined = parts.last().map(|last| [last.as_slice(), &piece].concat());
                match (parts.last_mut(), joined) {
                    (Some(last), Some(joined)) if fits(&joined) => *last = joined,
                    _ => parts.push(piece),
                }
            }
            parts
        };
        let fewest = dealt(1.0);
        let even = (1..20).map(|twentieths| dealt(f64::from(twentieths) / 20.0));
        even.into_iter().find(|parts| parts.len() <= fewest.len()).unwrap_or(fewest)
    }
}
