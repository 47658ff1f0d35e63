//! Maps years and values of a series to positions on the sheet.

use super::axis::Tick;
use super::geometry::Bounds;
use super::plotted_series::TrendSeries;

/// Years from the left, one slot each; values from the bottom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) bounds: Bounds,
    years: usize,
    low: f64,
    high: f64,
}

impl Frame {
    pub(super) fn new(bounds: Bounds, years: usize, series: &TrendSeries, ticks: &[Tick]) -> Self {
        let ticks = ticks.iter().map(|tick| (tick.value, tick.value)).filter(|(value, _)| value.is_finite());
        let widest =
            |(low, high): (f64, f64), (other_low, other_high): (f64, f64)| (low.min(other_low), high.max(other_high));
        let (low, high) = series.range().into_iter().chain(ticks).reduce(widest).unwrap_or_default();
        Self { bounds, years: years.max(1), low, high }
    }

    /// In points.
    pub(super) fn slot(&self) -> f64 {
        (self.bounds.right - self.bounds.left) / self.years as f64
    }

    /// The first and last positions of a year within the frame.
    pub(super) fn first_and_last(&self) -> (f64, f64) {
        (-0.5, self.years as f64 - 0.5)
    }

    pub(super) fn has(&self, year: f64) -> bool {
        let (first, last) = self.first_and_last();
        first <= year && year <= last
    }

    pub(super) fn x(&self, year: f64) -> f64 {
        let (first, last) = self.first_and_last();
        self.bounds.left + (year.clamp(first, last) + 0.5) * self.slot()
    }

    /// The position of a value; the middle of the frame if all values are equal.
    pub(super) fn y(&self, value: f64) -> f64 {
        // Halve first: the difference of two huge numbers overflows.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.bounds.bottom - share * (self.bounds.bottom - self.bounds.top)
    }
}
