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
pub enum PointStatus {
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
    pub status: PointStatus,
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A final value of every year; `None` is a value that is absent.
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
        levels.baseline = Some(YearValue { year: -3.0, value: 86.0 });
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
