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
/// The size of marks beside values and of the space before them, in em.
const MARK_SIZE: f64 = 0.8;
const BEFORE_MARKS: f64 = 0.4;
const BETWEEN_MARKS: f64 = 0.2;
/// With the space after it, in points.
const STATUS_MARK: f64 = 11.4;
/// In points.
const LONE_STATUS_MARK: f64 = 7.0;
/// A unit is kept with its number up to its first space, unless that is longer than this number of characters.
const MOST_UNBROKEN: usize = 8;
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
    /// Year columns with units, for the last column of a table.
    last_years: BTreeMap<usize, ColumnNeed>,
}

/// The text size and powers of ten for measuring columns; `inset` is the space before each column and `most` the
/// greatest width that a unit may widen it to, in points.
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
    marks: f64,
    cells: BTreeMap<UnitId, CellNeed>,
}

/// The widths of a unit's values, unscaled and in each power of ten.
#[derive(Debug, Clone, Default)]
struct CellNeed([ValueNeed; 1 + SCALES.len()]);

#[derive(Debug, Clone, Copy, Default)]
struct ValueNeed {
    /// The number with everything that must not be separated from it.
    least: f64,
    whole: f64,
    /// The longest number without a unit, or with its unit in the slot after it.
    bare: f64,
    /// Whether the slot contains a unit of one character.
    has_short_unit: bool,
}

impl Segment {
    /// The total width of columns in points.
    pub(super) fn width(&self, columns: &[Column], widths: &Widths<'_>) -> f64 {
        let is_year = |column: &&Column| matches!(column, Column::Year(_));
        let width = |column: &Column| self.columns.get(column).map_or(0.0, |need| need.width(widths));
        let others: f64 = columns.iter().filter(|column| !is_year(column)).map(width).sum();
        let mut years: Vec<&Column> = columns.iter().filter(is_year).collect();
        // The last column of values shows their units.
        let last = if columns.contains(&Column::Actual) { None } else { years.pop() };
        let last = last.map_or(0.0, |last| match last {
            Column::Year(index) => self.last_years.get(index).map_or(0.0, |need| need.width(widths)),
            _ => 0.0,
        });
        others + last + years.iter().map(|year| width(year)).sum::<f64>()
    }
}

impl ColumnNeed {
    fn width(&self, widths: &Widths<'_>) -> f64 {
        let (mut least, mut whole, mut bare, mut slot) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
        for (unit, cell) in &self.cells {
            let power = widths.scales.get(unit).copied().unwrap_or_default();
            let index = SCALES.iter().position(|(known, _)| *known == power).map_or(0, |index| index + 1);
            let need = cell.0[index];
            least = least.max(need.least);
            whole = whole.max(need.whole);
            bare = bare.max(need.bare);
            slot = slot.max(if need.has_short_unit { 1.0 } else { 0.0 });
        }
        let (least, whole) = (least.max(bare + slot), whole.max(bare + slot));
        let growing = (self.words.max(whole + self.marks) * widths.size).min(widths.most);
        let content = growing.max((least + self.marks) * widths.size).max(self.plain * widths.size).max(self.fixed);
        content * SAFETY + widths.inset
    }
}

impl CellNeed {
    fn widen(&mut self, index: usize, need: ValueNeed) {
        let known = &mut self.0[index];
        known.least = known.least.max(need.least);
        known.whole = known.whole.max(need.whole);
        known.bare = known.bare.max(need.bare);
        known.has_short_unit |= need.has_short_unit;
    }
}

/// Measures text in em.
struct Measure<'a> {
    words: &'a Typeface,
    numerals: &'a Typeface,
}

impl Measure<'_> {
    fn text(&self, text: &str) -> f64 {
        self.words.width(text, 1.0, Weight::Regular)
    }

    /// Assumes tabular figures.
    fn number(&self, number: &str) -> f64 {
        let digit = ('0'..='9').map(|digit| self.numerals.width(digit.encode_utf8(&mut [0; 4]), 1.0, Weight::Regular));
        let digit = digit.fold(0.0, f64::max);
        let width = |sign: char| match sign.is_ascii_digit() {
            true => digit,
            false => self.numerals.width(sign.encode_utf8(&mut [0; 4]), 1.0, Weight::Regular),
        };
        NUMERAL_SCALE * number.chars().map(width).sum::<f64>()
    }

    /// The slot for marks of notes, with the space before them.
    fn slot(marks: &[String]) -> f64 {
        if marks.is_empty() { 0.0 } else { BEFORE_MARKS + Self::raised(marks) }
    }

    /// Estimates marks of notes as the template does: letters and digits are narrower than signs.
    fn raised(marks: &[String]) -> f64 {
        let sign = |sign: char| if sign.is_ascii() { 0.75 } else { 1.0 };
        let width: f64 = marks.iter().flat_map(|mark| mark.chars()).map(sign).sum();
        MARK_SIZE * (width + BETWEEN_MARKS * marks.len().saturating_sub(1) as f64)
    }

    fn value(&self, value: &ValueData, is_part: bool) -> ValueNeed {
        let suffix = value.suffix.as_str();
        let has_short_unit = !value.missing && suffix.chars().count() == 1;
        let first = suffix.split(' ').next().unwrap_or_default();
        let bound = if first.is_empty() { suffix.trim_start().split(' ').next().unwrap_or_default() } else { first };
        let spaces = if first.is_empty() && !suffix.is_empty() { self.text(" ") } else { 0.0 };
        let is_unbroken = !has_short_unit && bound.chars().count() <= MOST_UNBROKEN;
        let bracket = if is_part { self.text("[") } else { 0.0 };
        let number = bracket + self.text(&value.prefix) + self.number(&value.number);
        ValueNeed {
            least: number + if is_unbroken { spaces + self.text(bound) } else { 0.0 },
            whole: number + if has_short_unit { 0.0 } else { self.text(suffix) },
            bare: if has_short_unit || suffix.is_empty() { number } else { 0.0 },
            has_short_unit,
        }
    }
}

impl PayloadBuilder<'_> {
    /// `numerals` is the typeface of numbers in tables.
    pub(in crate::payload) fn need(&self, numerals: &Typeface) -> Need {
        let measure = Measure { words: self.typeface, numerals };
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
                let powers = SCALES.iter().map(|(power, _)| *power);
                let powers: Vec<u32> = powers.filter(|power| self.can_scale(indicator, *power)).collect();
                scales.insert(unit.clone(), powers);
            }
        }
        Need { segments, scales }
    }

    fn segment(&self, kind: TableKind, indicators: &[&Indicator], measure: &Measure<'_>) -> Segment {
        let mut segment = Segment::default();
        let years = self.years();
        // Heads break between words; the narrow tables of a summary give them whatever room is left.
        let word = |key: &str| {
            let words = self.words.optional(key, &[]).unwrap_or_default();
            words.split(' ').map(|word| measure.text(word)).fold(0.0, f64::max)
        };
        let head = |column: Column| match column {
            Column::Baseline => word("baseline"),
            Column::Trend => word("trend"),
            Column::Year(index) => years.get(index).map_or(0.0, |year| measure.text(&year.label)),
            Column::YearTarget => word("year-target"),
            Column::Target => word("target"),
            Column::Actual if kind == TableKind::Years => years.last().map_or(0.0, |year| measure.text(&year.label)),
            Column::Actual => word("actual"),
            Column::Rate => word("rate"),
            Column::Evaluation => word("panel-evaluation"),
            Column::Status if kind == TableKind::Group => word("status"),
            Column::Status => 0.0,
        };
        let head = |column: Column| {
            let width = head(column);
            if kind == TableKind::Summary { 0.0 } else { width }
        };
        let last_years = &mut segment.last_years;
        let all = &mut segment.columns;
        let mut add = |column: Column, change: &mut dyn FnMut(&mut ColumnNeed)| {
            let need = all.entry(column).or_insert_with(|| ColumnNeed { plain: head(column), ..ColumnNeed::default() });
            change(need);
        };
        let round = self.report.shown_years().len().saturating_sub(1);
        let is_dated = kind == TableKind::Group;
        for indicator in indicators.iter().copied() {
            let unit = &indicator.unit.value;
            let is_part = indicator.parent.is_some();
            let values = |say: &dyn Fn(u32) -> Option<ValueData>, bare: Option<&[String]>| {
                let powers = std::iter::once(0).chain(SCALES.iter().map(|(power, _)| *power));
                let mut cell = CellNeed::default();
                for (index, power) in powers.enumerate() {
                    let Some(value) = say(power) else { continue };
                    let need = match bare {
                        Some(marks) => {
                            let least = measure.number(&value.number) + Measure::raised(marks);
                            ValueNeed { least, whole: least, ..ValueNeed::default() }
                        }
                        None => measure.value(&value, is_part),
                    };
                    cell.widen(index, need);
                }
                cell
            };
            let merge = |need: &mut ColumnNeed, cell: &CellNeed| {
                let known = need.cells.entry(unit.clone()).or_default();
                cell.0.iter().enumerate().for_each(|(index, cell)| known.widen(index, *cell));
            };
            let quantity = |quantity: Quantity, comparator| {
                values(&|power| self.scaled_quantity(indicator, quantity, comparator, power), None)
            };
            if let Some(baseline) = indicator.baseline.as_ref().filter(|_| kind != TableKind::Summary) {
                let cell = quantity(baseline.quantity, None);
                let year = baseline.year.as_ref().filter(|_| is_dated);
                let year = year.map_or(0.0, |year| measure.text(&self.words.short_fiscal_year(year.value)));
                add(Column::Baseline, &mut |need| {
                    need.plain = need.plain.max(word("baseline")).max(year);
                    merge(need, &cell);
                });
            }
            if let Some(target) = &indicator.target {
                let cell = quantity(target.quantity, target.comparator);
                let year = target.year.as_ref().filter(|_| is_dated);
                let year = year.map_or(0.0, |year| measure.text(&self.words.short_fiscal_year(year.value)));
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
                add(Column::YearTarget, &mut |need| merge(need, &cell));
            }
            let of_observation = |observation: Observation, bare: Option<&[String]>| match observation.value() {
                Some(value) => values(
                    &|power| self.scaled_quantity(indicator, Quantity::new(value, indicator.decimals), None, power),
                    bare,
                ),
                None => values(&|_| Some(self.actual(indicator, observation)), bare),
            };
            let marks = |actual: Option<&Actual>| actual.map(|actual| self.value_marks(actual)).unwrap_or_default();
            let cell = of_observation(self.report.latest(&indicator.id).observation, None);
            let own_marks = Measure::slot(&self.latest_marks(indicator));
            add(Column::Actual, &mut |need| {
                need.marks = need.marks.max(own_marks);
                merge(need, &cell);
            });
            if kind == TableKind::Years {
                for (index, year) in self.report.series(&indicator.id).enumerate().take(round) {
                    let Some(observation) = year.observation else { continue };
                    let own_marks = marks(year.actual);
                    let cell = of_observation(observation, Some(&own_marks));
                    add(Column::Year(index), &mut |need| merge(need, &cell));
                    let last = last_years.entry(index).or_default();
                    last.plain = head(Column::Year(index));
                    last.marks = last.marks.max(Measure::slot(&own_marks));
                    merge(last, &of_observation(observation, None));
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
                let label = self.status_name(self.report.status(indicator), &indicator.place);
                let with_mark = |text: &str| measure.text(text) + STATUS_MARK / 7.5;
                let word = label.split(' ').map(with_mark).fold(0.0, f64::max);
                add(Column::Status, &mut |need| {
                    need.words = need.words.max(with_mark(&label));
                    need.plain = need.plain.max(word);
                });
            } else {
                add(Column::Status, &mut |need| need.fixed = LONE_STATUS_MARK);
            }
        }
        segment
    }
}
