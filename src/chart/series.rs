//! A series over years: actuals, target, targets of single years and pace, as places and finished texts.
//! Knows numbers and labels; refuses to know what they measure and how anything is drawn.

use super::style::Color;

/// A value at a place on the axis of years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearValue {
    /// The place: 0 is the first year of the axis, 1 the next; may lie outside the axis.
    pub year: f64,
    /// The value.
    pub value: f64,
}

/// How firm a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointFirmness {
    /// Final.
    Final,
    /// To be revised: drawn hollow.
    Provisional,
    /// Estimated: drawn hollow in a form of its own.
    Estimated,
}

/// One year of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// The value; `None` is a year whose value is absent.
    pub value: Option<f64>,
    /// What stands at the mark: the value as text, or the sign of its absence.
    pub label: String,
    /// How firm the value is.
    pub firmness: PointFirmness,
    /// Whether the value does not compare with those before it.
    pub is_break: bool,
}

/// What is aimed at.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendTarget {
    /// The place of its year; `None` where it has no year.
    pub year: Option<f64>,
    /// The value.
    pub value: f64,
    /// The words at its line, such as "Target 30".
    pub label: String,
}

/// Actuals over years, and what they are read against.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendSeries {
    /// The colour of the actuals.
    pub accent: Color,
    /// The years from the first of the axis; fewer than the axis has where the last are still to come. `None` is a year of
    /// which nothing is known.
    pub points: Vec<Option<TrendPoint>>,
    /// Where the aim was counted from.
    pub baseline: Option<YearValue>,
    /// What is aimed at.
    pub target: Option<TrendTarget>,
    /// The targets of single years; may be empty.
    pub path: Vec<YearValue>,
    /// The expected way from the baseline to the target; empty where there is none.
    pub pace: Vec<YearValue>,
    /// Whether values are amounts, drawn as bars from zero; else they are levels, drawn as a line.
    pub zero_based: bool,
}

impl TrendSeries {
    /// Returns the least and the greatest value that an axis for this series must show; `None` where it has no value.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let actuals = self.points.iter().flatten().filter_map(|point| point.value);
        let aims = self.baseline.iter().chain(&self.path).chain(&self.pace).map(|place| place.value);
        let target = self.target.iter().map(|target| target.value);
        let values = actuals.chain(aims).chain(target).filter(|value| value.is_finite());
        let range =
            values.map(|value| (value, value)).reduce(|(low, high), (other, _)| (low.min(other), high.max(other)));
        range.map(|(low, high)| if self.zero_based { (low.min(0.0), high.max(0.0)) } else { (low, high) })
    }
}
