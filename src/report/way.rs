//! The way from baseline to target: how far an indicator is, and how far it was expected to be. Knows no chart.

use rust_decimal::Decimal;

use super::progress::{self, achievement, progress_rate};
use super::{Aim, Indicator, Ratio, Report};

/// How far an indicator is on the way to its target. All are shares of the way: 0 is its beginning and 1 the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where the actual is; below zero where it is further from the target than the baseline was.
    pub share: Ratio,
    /// Where it was expected to be by the round; none where nothing less than the target was.
    pub expected: Option<Ratio>,
    /// Where one band of pace ends and the next begins, in ascending order; empty where there is no pace.
    pub bands: Vec<Ratio>,
}

impl Report {
    /// Returns how far an indicator is in the round: (actual − baseline) ÷ (target − baseline), from zero where no baseline
    /// is given. To come down from nowhere is no way; there it is the achievement rate.
    #[must_use]
    pub fn way(&self, indicator: &Indicator) -> Option<Way> {
        let target = indicator.target.as_ref()?;
        let actual = self.observation(&indicator.id).value()?;
        let aim = Aim::of(indicator, target);
        let start = match (&indicator.baseline, aim) {
            (Some(baseline), _) => Some(baseline.quantity.value),
            (None, Aim::Up) => Some(Decimal::ZERO),
            (None, Aim::Down) => None,
        };
        let target = target.quantity.value;
        let share_of = |value| match start {
            Some(start) => progress_rate(value, start, target),
            None => achievement(aim, value, target).map(|achievement| achievement.rate),
        };
        let of_year = self.year_target(&indicator.id).map(|target| target.quantity.value);
        let expected = of_year.or_else(|| progress::expected_value(indicator, self.elapsed_share()));
        let expected = expected.filter(|expected| *expected != target).and_then(|value| share_of(value).ok());
        let bands = &self.settings.bands;
        // A pace of 1 is what was expected.
        let band = |pace: Decimal| expected?.0.checked_mul(pace).map(Ratio);
        let has_pace = self.assessment(indicator).pace.is_some();
        let bands = [bands.acceleration_needed, bands.on_track].into_iter().filter(|_| has_pace).filter_map(band);
        Some(Way { share: share_of(actual).ok()?, expected, bands: bands.collect() })
    }
}
