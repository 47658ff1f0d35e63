//! Progress from the baseline towards the target, actual and expected.

use rust_decimal::Decimal;

use super::progress::{ExpectedPath, achievement, progress_rate};
use super::{Aim, Indicator, Ratio, Report};

/// Progress towards a target as shares of the distance: 0 is the baseline and 1 the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetProgress {
    /// The actual share; negative if the value is further from the target than the baseline is.
    pub share: Ratio,
    /// The share expected by the round; `None` if the whole distance was.
    pub expected: Option<Ratio>,
    /// The thresholds of pace as shares, in ascending order; empty if there is no pace.
    pub bands: Vec<Ratio>,
}

impl Report {
    /// (actual − baseline) ÷ (target − baseline), with zero for a missing baseline. For an indicator that should
    /// decrease and has no baseline, the achievement rate.
    #[must_use]
    pub fn target_progress(&self, indicator: &Indicator) -> Option<TargetProgress> {
        let target = indicator.target.as_ref()?;
        let actual = self.judged(indicator).observation.value()?;
        let aim = Aim::of(indicator, target);
        let start = match (&indicator.baseline, aim.is_down()) {
            (Some(baseline), _) => Some(baseline.quantity.value),
            (None, false) => Some(Decimal::ZERO),
            (None, true) => None,
        };
        let target = target.quantity.value;
        let share_of = |value| match start {
            Some(start) => progress_rate(value, start, target),
            None => achievement(aim, value, target).map(|achievement| achievement.rate),
        };
        let of_year = self.year_target(indicator).map(|target| target.quantity.value);
        let path = ExpectedPath::of(indicator, &self.settings.plan);
        let expected = of_year.or_else(|| path?.value(self.judged(indicator).year));
        let expected = expected.filter(|expected| *expected != target).and_then(|value| share_of(value).ok());
        let bands = &self.settings.bands;
        // The expected share has a pace of 1.
        let band = |pace: Decimal| expected?.0.checked_mul(pace).map(Ratio);
        let has_pace = self.assessment(indicator).pace.is_some();
        let bands = [bands.acceleration_needed, bands.on_track].into_iter().filter(|_| has_pace).filter_map(band);
        Some(TargetProgress { share: share_of(actual).ok()?, expected, bands: bands.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{actual, decimal, indicator, report};
    use crate::report::{Accumulation, Actual, Direction};

    fn target_progress(indicator: Indicator, actual: Actual) -> Option<TargetProgress> {
        let report = report(vec![indicator], vec![actual]);
        report.target_progress(&report.indicators[0])
    }

    fn of(share: &str, expected: Option<&str>, bands: &[&str]) -> Option<TargetProgress> {
        let ratio = |text: &str| Ratio(decimal(text));
        let bands = bands.iter().map(|band| ratio(band)).collect();
        Some(TargetProgress { share: ratio(share), expected: expected.map(ratio), bands })
    }

    #[test]
    fn a_count_is_expected_where_its_pace_leads_and_has_its_bands_before_that() {
        let count = |baseline| indicator("a", Accumulation::Cumulative, Direction::Increase, baseline, 900);
        // 360 ÷ 900; 5/8 elapsed is a pace of 1, and the thresholds are 0.6 and 0.95 of that.
        assert_eq!(
            target_progress(count(None), actual("a", 2022, 360, None)),
            of("0.4", Some("0.625"), &["0.375", "0.59375"])
        );
        // (300 − 100) ÷ (900 − 100).
        assert_eq!(
            target_progress(count(Some(100)), actual("a", 2022, 300, None)),
            of("0.25", Some("0.625"), &["0.375", "0.59375"])
        );
        // With a target of the year instead of a pace: (500 − 100) ÷ (900 − 100).
        let found = target_progress(count(Some(100)), actual("a", 2022, 300, Some(500)));
        assert_eq!(found, of("0.25", Some("0.5"), &["0.3", "0.475"]));
        assert_eq!(target_progress(count(None), actual("a", 2022, 900, None)), of("1", Some("0.625"), &[]));
    }

    #[test]
    fn a_value_that_comes_down_is_on_its_way_from_its_baseline() {
        let level = |baseline| indicator("a", Accumulation::Level, Direction::Decrease, baseline, 60);
        // (80 − 68) ÷ (80 − 60); the year's target is half of the distance.
        assert_eq!(target_progress(level(Some(80)), actual("a", 2022, 68, Some(70))), of("0.6", Some("0.5"), &[]));
        assert_eq!(target_progress(level(Some(80)), actual("a", 2022, 90, None)), of("-0.5", None, &[]));
        // Without a baseline: the achievement rate, 60 ÷ 80.
        assert_eq!(target_progress(level(None), actual("a", 2022, 80, None)), of("0.75", None, &[]));
        assert_eq!(target_progress(level(Some(60)), actual("a", 2022, 80, None)), None);
    }
}
