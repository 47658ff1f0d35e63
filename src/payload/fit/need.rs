//! Measures how wide the columns of tables are in one language and any text size, from the fonts' advances.

use std::collections::BTreeMap;

use super::super::PayloadBuilder;
use super::super::data::ValueData;
use super::{Column, SCALES};
use crate::chart::{Typeface, Weight};
use crate::report::{Actual, GroupId, Indicator, Observation, Quantity, UnitId};
use crate::typeset::{ChartKind, TableKind};

/// Numbers in tables are set slightly larger, to match the height of words.
const NUMERAL_SCALE: f64 = 1.06;
/// The size of marks beside values, the space before and between them, in points.
const MARK_SIZE: f64 = 7.0;
const BEFORE_MARKS: f64 = 1.75;
const BETWEEN_MARKS: f64 = 1.4;
/// With the space after it, in points.
const STATUS_MARK: f64 = 11.4;
/// Widths are sums of single advances, and a table is laid out to a hundredth of a point.
const SAFETY: f64 = 1.005;

/// The measured widths of a report's tables in one language.
#[derive(Debug)]
pub struct Need {
    segments: BTreeMap<TableKind, Vec<Segment>>,
    scales: BTreeMap<UnitId, Vec<u32>>,
}

impl Need {
    pub(super) fn segments(&self, kind: TableKind) -> impl Iterator<Item = &Segment> {
        self.segments.get(&kind).into_iter().flatten()
    }

    pub(super) fn can_scale(&self, unit: &UnitId, power: u32) -> bool {
        self.scales.get(unit).is_some_and(|powers| powers.contains(&power))
    }
}

/// Rows with common column widths: those of a group, or all.
#[derive(Debug, Default)]
pub(super) struct Segment {
    columns: BTreeMap<Column, ColumnNeed>,
}

/// The text size and powers of ten for measuring columns; `inset` is the space before each column and `most` the
/// greatest width to which words may widen it, in points.
pub(super) struct Widths<'a> {
    pub(super) size: f64,
    pub(super) scales: &'a BTreeMap<UnitId, u32>,
    pub(super) inset: f64,
    pub(super) most: f64,
}

/// The width of a column in em.
#[derive(Debug, Clone, Default)]
struct ColumnNeed {
    /// Head and texts other than values.
    plain: f64,
    /// The longest text that may wrap.
    words: f64,
    /// The part that does not grow with the text size, in points.
    fixed: f64,
    /// The slot for marks, in points.
    marks: f64,
    cells: BTreeMap<UnitId, CellNeed>,
}

/// The widths of a unit's values, unscaled and in each power of ten.
#[derive(Debug, Clone, Default)]
struct CellNeed([ValueNeed; 1 + SCALES.len()]);

/// The slots of a value: decimal signs stand below each other.
#[derive(Debug, Clone, Copy, Default)]
struct ValueNeed {
    /// With what stands before it.
    whole: f64,
    fraction: f64,
    after: f64,
}

impl Segment {
    /// The total width of columns in points.
    pub(super) fn width(&self, columns: &[Column], widths: &Widths<'_>) -> f64 {
        columns.iter().map(|column| self.columns.get(column).map_or(0.0, |need| need.width(widths))).sum()
    }
}

impl ColumnNeed {
    fn width(&self, widths: &Widths<'_>) -> f64 {
        let mut slots = ValueNeed::default();
        for (unit, cell) in &self.cells {
            let power = widths.scales.get(unit).copied().unwrap_or_default();
            let index = SCALES.iter().position(|(known, _)| *known == power).map_or(0, |index| index + 1);
            slots.widen(cell.0[index]);
        }
        // A head ends where the digits do.
        let values = ((slots.whole + slots.fraction).max(self.plain) + slots.after) * widths.size + self.marks;
        let words = (self.words * widths.size).min(widths.most);
        values.max(words).max(self.fixed) * SAFETY + widths.inset
    }
}

impl ValueNeed {
    fn widen(&mut self, other: Self) {
        self.whole = self.whole.max(other.whole);
        self.fraction = self.fraction.max(other.fraction);
        self.after = self.after.max(other.after);
    }
}

/// Measures text in em.
struct Measure<'a> {
    words: &'a Typeface,
    numerals: &'a Typeface,
    /// The width of each digit: figures are tabular.
    digit: f64,
}

impl<'a> Measure<'a> {
    fn new(words: &'a Typeface, numerals: &'a Typeface) -> Self {
        let width = |digit: char| numerals.width(digit.encode_utf8(&mut [0; 4]), 1.0, Weight::Regular);
        Self { words, numerals, digit: ('0'..='9').map(width).fold(0.0, f64::max) }
    }

    fn text(&self, text: &str) -> f64 {
        self.words.width(text, 1.0, Weight::Regular)
    }

    fn number(&self, number: &str) -> f64 {
        let width = |sign: char| match sign.is_ascii_digit() {
            true => self.digit,
            false => self.numerals.width(sign.encode_utf8(&mut [0; 4]), 1.0, Weight::Regular),
        };
        NUMERAL_SCALE * number.chars().map(width).sum::<f64>()
    }

    /// The slot for marks, with the space before them, in points.
    fn slot(&self, marks: &[String]) -> f64 {
        if marks.is_empty() {
            return 0.0;
        }
        let width: f64 = marks.iter().map(|mark| self.text(mark)).sum();
        BEFORE_MARKS + MARK_SIZE * width + BETWEEN_MARKS * marks.len().saturating_sub(1) as f64
    }

    fn value(&self, value: &ValueData) -> ValueNeed {
        let whole = value.number.strip_suffix(&value.fraction).unwrap_or(&value.number);
        ValueNeed {
            whole: self.text(&value.before) + self.number(whole),
            fraction: self.number(&value.fraction),
            after: self.text(&value.after),
        }
    }
}

impl PayloadBuilder<'_> {
    /// `numerals` is the typeface of numbers in tables.
    pub(in crate::payload) fn need(&self, numerals: &Typeface) -> Need {
        let measure = Measure::new(self.typeface, numerals);
        let mut segments: BTreeMap<TableKind, Vec<Segment>> = BTreeMap::new();
        for kind in self.template.manifest.tables.keys().copied() {
            let of_kind = match kind {
                TableKind::Years => {
                    vec![self.segment(kind, &self.report.indicators.iter().collect::<Vec<_>>(), &measure)]
                }
                TableKind::Summary | TableKind::Group => {
                    let of_group = |group: Option<&GroupId>| {
                        let indicators: Vec<&Indicator> = self.report.with_parts(group).collect();
                        self.segment(kind, &indicators, &measure)
                    };
                    self.report.group_ids().map(of_group).collect()
                }
            };
            segments.insert(kind, of_kind);
        }
        let mut scales = BTreeMap::new();
        for indicator in &self.report.indicators {
            let unit = &indicator.unit.value;
            if !scales.contains_key(unit) {
                scales.insert(unit.clone(), self.powers(indicator).to_vec());
            }
        }
        Need { segments, scales }
    }

    fn segment(&self, kind: TableKind, indicators: &[&Indicator], measure: &Measure<'_>) -> Segment {
        let mut segment = Segment::default();
        let years = self.years();
        // Heads break between words.
        let widest = |words: String| words.split(' ').map(|word| measure.text(word)).fold(0.0, f64::max);
        let word = |key: &str| widest(self.words.optional(key, &[]).unwrap_or_default());
        let short = |key: &str| self.words.optional(&format!("{key}.short"), &[]).map_or_else(|| word(key), widest);
        let head = |column: Column| match column {
            Column::Baseline => word("baseline"),
            Column::Trend => word("trend"),
            Column::Year(index) => years.get(index).map_or(0.0, |year| measure.text(&year.label)),
            Column::Target => word("target"),
            Column::Actual if kind == TableKind::Years => years.last().map_or(0.0, |year| measure.text(&year.label)),
            Column::Actual if kind == TableKind::Summary => short("actual"),
            Column::Actual => word("actual"),
            Column::Rate => word("rate"),
            Column::Evaluation => word("panel-evaluation"),
            Column::Status if kind == TableKind::Group => word("status"),
            Column::Status => short("status"),
        };
        let all = &mut segment.columns;
        let mut add = |column: Column, change: &mut dyn FnMut(&mut ColumnNeed)| {
            let need = all.entry(column).or_insert_with(|| ColumnNeed { plain: head(column), ..ColumnNeed::default() });
            change(need);
        };
        let round = self.report.shown_years().len().saturating_sub(1);
        let is_dated = kind == TableKind::Group;
        for indicator in indicators.iter().copied() {
            let unit = &indicator.unit.value;
            let scaled = self.powers(indicator);
            let values = |say: &dyn Fn(u32) -> Option<ValueData>| {
                let powers = std::iter::once(0).chain(SCALES.iter().map(|(power, _)| *power));
                let mut cell = CellNeed::default();
                for (index, power) in powers.enumerate().filter(|(_, power)| *power == 0 || scaled.contains(power)) {
                    if let Some(value) = say(power) {
                        cell.0[index] = measure.value(&value);
                    }
                }
                cell
            };
            let merge = |need: &mut ColumnNeed, cell: &CellNeed| {
                let known = need.cells.entry(unit.clone()).or_default();
                cell.0.iter().enumerate().for_each(|(index, cell)| known.0[index].widen(*cell));
            };
            let quantity = |quantity: Quantity, comparator| {
                values(&|power| self.scaled_quantity(indicator, quantity, comparator, power))
            };
            if let Some(baseline) = indicator.baseline.as_ref().filter(|_| kind != TableKind::Summary) {
                let cell = quantity(baseline.quantity, None);
                let year = baseline.year.as_ref().filter(|_| is_dated);
                let year = year.map_or(0.0, |year| measure.text(&self.words.marked_fiscal_year(year.value)));
                add(Column::Baseline, &mut |need| {
                    need.plain = need.plain.max(word("baseline")).max(year);
                    merge(need, &cell);
                });
            }
            if let Some(target) = &indicator.target {
                let cell = quantity(target.quantity, target.comparator);
                let year = target.year.as_ref().filter(|_| is_dated);
                let year = year.map_or(0.0, |year| measure.text(&self.words.marked_fiscal_year(year.value)));
                let head = if is_dated { word("target").max(year) } else { 0.0 };
                add(Column::Target, &mut |need| {
                    need.plain = need.plain.max(head);
                    merge(need, &cell);
                });
            }
            if kind != TableKind::Years
                && let Some(target) = self.report.interim_target(indicator)
            {
                let cell = quantity(target.quantity, None);
                let below = ["year-target.short", "year-target"].iter().find_map(|key| self.words.optional(key, &[]));
                let below = below.map_or(0.0, |below| measure.text(&below));
                add(Column::Target, &mut |need| {
                    need.plain = need.plain.max(below);
                    merge(need, &cell);
                });
            }
            let of_observation = |observation: Observation| match observation.value() {
                Some(value) => values(&|power| {
                    self.scaled_quantity(indicator, Quantity::new(value, indicator.decimals), None, power)
                }),
                None => values(&|_| Some(self.actual(indicator, observation))),
            };
            let marks = |actual: Option<&Actual>| actual.map(|actual| self.value_marks(actual)).unwrap_or_default();
            let cell = of_observation(self.report.latest(&indicator.id).observation);
            let own_marks = measure.slot(&self.latest_marks(indicator));
            let year = self.earlier_year(indicator).map_or(0.0, |year| measure.text(&year));
            add(Column::Actual, &mut |need| {
                need.plain = need.plain.max(year);
                need.marks = need.marks.max(own_marks);
                merge(need, &cell);
            });
            if kind == TableKind::Years {
                for (index, year) in self.report.series(&indicator.id).enumerate().take(round) {
                    let Some(observation) = year.observation else { continue };
                    let own_marks = measure.slot(&marks(year.actual));
                    let cell = of_observation(observation);
                    add(Column::Year(index), &mut |need| {
                        need.marks = need.marks.max(own_marks);
                        merge(need, &cell);
                    });
                }
            }
            if kind != TableKind::Summary
                && let Some(rate) = self.report.achievement_rate(indicator)
            {
                let width = measure.number(&self.percent(rate, &indicator.place));
                add(Column::Rate, &mut |need| need.plain = need.plain.max(width));
            }
            let grade = self.report.evaluation(&indicator.id).filter(|_| kind != TableKind::Years);
            if let Some(grade) = grade {
                let sign = self.words.text(&format!("evaluation-{}", grade.value), &[], &grade.place);
                add(Column::Evaluation, &mut |need| need.plain = need.plain.max(measure.text(&sign)));
            }
            if kind == TableKind::Group {
                if self.report.years_with_values(&indicator.id) > 1
                    && let Some(chart) = self.template.manifest.charts.get(&ChartKind::Sparkline)
                {
                    let width = self.template.chart_width(chart);
                    add(Column::Trend, &mut |need| need.fixed = width);
                }
                let label = self.status_data(self.report.status(indicator), &indicator.place).short;
                let with_mark = |text: &str| measure.text(text) + STATUS_MARK / 7.5;
                let word = label.split(' ').map(with_mark).fold(0.0, f64::max);
                add(Column::Status, &mut |need| {
                    need.words = need.words.max(with_mark(&label));
                    need.plain = need.plain.max(word);
                });
            } else {
                add(Column::Status, &mut |_| ());
            }
        }
        segment
    }
}
