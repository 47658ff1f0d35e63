//! Maps years and values of a series to positions on the sheet.

use std::cmp::Ordering;

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
    /// The values from which every other value has to keep apart, ascending: zero and the target.
    lines: [Option<f64>; 2],
    /// The least distance from them, in points.
    apart: f64,
}

impl Frame {
    /// No value but theirs is drawn nearer than `apart` points to zero and to the target.
    pub(super) fn new(bounds: Bounds, years: usize, series: &TrendSeries, ticks: &[Tick], apart: f64) -> Self {
        let (low, high) = series.extent(ticks).unwrap_or_default();
        let zero = (low <= 0.0 && 0.0 <= high).then_some(0.0);
        let target = series.target.as_ref().map(|target| target.value);
        let target = target.filter(|target| target.is_finite() && zero.is_none_or(|zero| *target != zero));
        let is_above = target.is_some_and(|target| target > 0.0);
        let lines = if is_above { [zero, target] } else { [target, zero] };
        Self { bounds, years: years.max(1), low, high, lines, apart }
    }

    /// The end of the axis of values beyond which zero is, and the direction from there, downwards if positive; `None` if
    /// zero is on the axis.
    pub(super) fn cut(&self) -> Option<(f64, f64)> {
        match (self.low > 0.0, self.high < 0.0) {
            (true, _) => Some((self.bounds.bottom, 1.0)),
            (_, true) => Some((self.bounds.top, -1.0)),
            _ => None,
        }
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

    /// The position of a value; the middle of the frame if all values are equal. Always on the side of zero and of the
    /// target on which the value is, and never in another order than the values.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.lines_at().into_iter().flatten().fold(self.plain_y(value), |y, (line, at)| {
            match value.partial_cmp(&line) {
                Some(Ordering::Less) => y.max(at + self.apart),
                Some(Ordering::Greater) => y.min(at - self.apart),
                _ => at,
            }
        })
    }

    /// Zero and the target with their positions, so far apart that a value between them is on its side of both.
    fn lines_at(&self) -> [Option<(f64, f64)>; 2] {
        let [lower, upper] = self.lines.map(|line| line.map(|value| (value, self.plain_y(value))));
        match (lower, upper) {
            (Some((low, at)), Some((high, other))) if at - other < 2.0 * self.apart => {
                // Zero stays where it is.
                let (at, other) =
                    if low == 0.0 { (at, at - 2.0 * self.apart) } else { (other + 2.0 * self.apart, other) };
                [Some((low, at)), Some((high, other))]
            }
            lines => lines.into(),
        }
    }

    fn plain_y(&self, value: f64) -> f64 {
        // Halve first: the difference of two huge numbers overflows.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.bounds.bottom - share * (self.bounds.bottom - self.bounds.top)
    }
}
