//! A series over years with baseline, targets and pace. Does not depend on what is measured or how it is drawn.

use super::axis::Tick;
use super::style::Color;

/// A value at a position on the year axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearValue {
    /// The position: 0 is the first year of the axis, 1 the next; may be outside the axis.
    pub year: f64,
    /// The value.
    pub value: f64,
}

/// The observation status of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointStatus {
    /// Final.
    Final,
    /// To be revised; drawn hatched or hollow, as everything that is not final.
    Provisional,
    /// Estimated.
    Estimated,
}

impl PointStatus {
    pub(super) fn is_final(self) -> bool {
        self == Self::Final
    }
}

/// The value from which progress is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// The position of its year, as of a [`YearValue`].
    pub year: f64,
    /// The value.
    pub value: f64,
    /// The year in words, shown if it is outside the axis; may be empty.
    pub label: String,
}

/// One year of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// `None` if the value of the year is absent.
    pub value: Option<f64>,
    /// The text at the mark: the formatted value, or the sign for its absence.
    pub label: String,
    /// The observation status.
    pub status: PointStatus,
    /// Whether the value is not comparable with those before it.
    pub is_break: bool,
}

/// The target of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendTarget {
    /// The position of its year; `None` if it has none.
    pub year: Option<f64>,
    /// The value.
    pub value: f64,
    /// The label of its line, such as "Target 30".
    pub label: String,
}

/// Actual values over years with their baseline, target and pace.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendSeries {
    /// The colour of the actual values.
    pub accent: Color,
    /// One entry per year from the first of the axis; fewer than the axis has if the last years are in the future.
    /// `None` if nothing is known of the year.
    pub points: Vec<Option<TrendPoint>>,
    /// The baseline of the target.
    pub baseline: Option<Baseline>,
    /// The target.
    pub target: Option<TrendTarget>,
    /// Interim targets; may be empty.
    pub path: Vec<YearValue>,
    /// The expected path from the baseline to the target; may be empty.
    pub pace: Vec<YearValue>,
    /// Whether values are amounts, drawn as bars from zero, rather than levels, drawn as a line.
    pub zero_based: bool,
}

impl TrendSeries {
    /// The least and greatest values that an axis must show; `None` if the series has no value.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let actuals = self.points.iter().flatten().filter_map(|point| point.value);
        let aims = self.path.iter().chain(&self.pace).map(|place| place.value);
        let baseline = self.baseline.iter().map(|baseline| baseline.value);
        let target = self.target.iter().map(|target| target.value);
        let values = actuals.chain(aims).chain(baseline).chain(target).filter(|value| value.is_finite());
        let range =
            values.map(|value| (value, value)).reduce(|(low, high), (other, _)| (low.min(other), high.max(other)));
        range.map(|(low, high)| if self.zero_based { (low.min(0.0), high.max(0.0)) } else { (low, high) })
    }

    /// The ends of an axis with these ticks; `None` if nothing is on it.
    pub(super) fn extent(&self, ticks: &[Tick]) -> Option<(f64, f64)> {
        let ticks = ticks.iter().map(|tick| tick.value).filter(|value| value.is_finite()).map(|value| (value, value));
        let ends = self.range().into_iter().chain(ticks);
        ends.reduce(|(low, high), (other_low, other_high)| (low.min(other_low), high.max(other_high)))
    }

    /// Whether zero is not on an axis with these ticks.
    #[must_use]
    pub fn is_cut(&self, ticks: &[Tick]) -> bool {
        self.extent(ticks).is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A series with final values; `None` is an absent value.
    pub(in crate::chart) fn series(values: &[Option<f64>], zero_based: bool) -> TrendSeries {
        let point = |value: &Option<f64>| {
            let label = value.map_or_else(|| "…".to_owned(), |value| value.to_string());
            Some(TrendPoint { value: *value, label, status: PointStatus::Final, is_break: false })
        };
        TrendSeries {
            accent: Color::new(0x1f, 0x5f, 0xa8),
            points: values.iter().map(point).collect(),
            baseline: None,
            target: None,
            path: Vec::new(),
            pace: Vec::new(),
            zero_based,
        }
    }

    #[test]
    fn range_holds_all_that_is_drawn_and_zero_only_for_amounts() {
        let mut levels = series(&[Some(82.0), None, Some(79.0), Some(f64::NAN)], false);
        assert_eq!(levels.range(), Some((79.0, 82.0)));
        levels.baseline = Some(Baseline { year: -3.0, value: 86.0, label: String::new() });
        levels.target = Some(TrendTarget { year: None, value: 72.0, label: String::new() });
        levels.path = vec![YearValue { year: 0.0, value: 71.0 }];
        levels.pace = vec![YearValue { year: 0.0, value: 87.0 }];
        assert_eq!(levels.range(), Some((71.0, 87.0)));
        assert_eq!(series(&[Some(4.0), Some(7.0)], true).range(), Some((0.0, 7.0)));
        assert_eq!(series(&[Some(-4.0)], true).range(), Some((-4.0, 0.0)));
    }

    #[test]
    fn series_without_a_value_has_no_range() {
        assert_eq!(series(&[None, Some(f64::INFINITY)], false).range(), None);
    }
}
