//! Progress from the baseline towards the target, actual and expected.

use super::progress::{ExpectedPath, achievement, progress_rate};
use super::{Aim, Direction, Indicator, Ratio, Report};

/// Progress towards a target as shares of the distance: 0 is the baseline and 1 the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetProgress {
    /// Whether 0 is the indicator's baseline; otherwise the shares are achievement rates.
    pub is_from_baseline: bool,
    /// The actual share; negative if the value is further from the target than the baseline is.
    pub share: Ratio,
    /// The share expected by the round; `None` if the whole distance was.
    pub expected: Option<Ratio>,
}

impl Report {
    /// (actual − baseline) ÷ (target − baseline). Without a baseline, and where there is no way from it to the target
    /// because the target is a limit that the baseline keeps, the achievement rate.
    #[must_use]
    pub fn target_progress(&self, indicator: &Indicator) -> Option<TargetProgress> {
        let target = indicator.target.as_ref()?;
        let actual = self.judged(indicator).observation.value()?;
        let aim = Aim::of(indicator, target);
        let target = target.quantity.value;
        let baseline = indicator.baseline.as_ref().map(|baseline| baseline.quantity.value);
        let baseline =
            baseline.filter(|baseline| indicator.direction != Direction::Maintain && !aim.is_beyond(*baseline, target));
        let share_of = |value| match baseline {
            Some(baseline) => progress_rate(value, baseline, target),
            None => achievement(aim, value, target).map(|achievement| achievement.rate),
        };
        let of_year = self.year_target(indicator).map(|target| target.quantity.value);
        let path = ExpectedPath::of(indicator, &self.settings.plan);
        let expected = of_year.or_else(|| path?.value(self.judged(indicator).year));
        let expected = expected.filter(|expected| *expected != target).and_then(|value| share_of(value).ok());
        let share = share_of(actual).ok()?;
        Some(TargetProgress { is_from_baseline: baseline.is_some(), share, expected })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{actual, decimal, indicator, report};
    use crate::report::{Accumulation, Actual, Comparator, Direction};

    fn progress(indicator: Indicator, actual: Actual) -> Option<TargetProgress> {
        let report = report(vec![indicator], vec![actual]);
        report.target_progress(&report.indicators[0])
    }

    fn target_progress(indicator: Indicator, actual: Actual) -> Option<(Ratio, Option<Ratio>)> {
        progress(indicator, actual).map(|progress| (progress.share, progress.expected))
    }

    #[test]
    fn a_limit_that_the_baseline_keeps_is_measured_by_its_achievement_rate() {
        let level =
            |direction, baseline, target| indicator("a", Accumulation::Level, direction, Some(baseline), target);
        let measured = |indicator, value| {
            let progress = progress(indicator, actual("a", 2022, value, None)).unwrap();
            (progress.is_from_baseline, progress.share.0.round_dp(2).to_string())
        };
        // From 96 to at least 92: 93 is above the limit and 91 below it, though both are on the way from 96 to 92.
        assert_eq!(measured(level(Direction::Maintain, 96, 92), 93), (false, "1.01".to_owned()));
        assert_eq!(measured(level(Direction::Maintain, 96, 92), 91), (false, "0.99".to_owned()));
        let mut floor = level(Direction::Increase, 96, 92);
        assert_eq!(measured(floor.clone(), 91), (false, "0.99".to_owned()));
        floor.target.as_mut().unwrap().comparator = Some(Comparator::AtMost);
        assert_eq!(measured(floor, 94), (true, "0.50".to_owned()));
        assert_eq!(measured(level(Direction::Increase, 80, 92), 86), (true, "0.50".to_owned()));
    }

    fn of(share: &str, expected: Option<&str>) -> Option<(Ratio, Option<Ratio>)> {
        let ratio = |text: &str| Ratio(decimal(text));
        Some((ratio(share), expected.map(ratio)))
    }

    #[test]
    fn a_count_is_expected_where_its_pace_leads() {
        let count = |baseline| indicator("a", Accumulation::Cumulative, Direction::Increase, baseline, 900);
        // 360 ÷ 900; 5/8 elapsed is a pace of 1.
        assert_eq!(target_progress(count(None), actual("a", 2022, 360, None)), of("0.4", Some("0.625")));
        // (300 − 100) ÷ (900 − 100).
        assert_eq!(target_progress(count(Some(100)), actual("a", 2022, 300, None)), of("0.25", Some("0.625")));
        // With a target of the year instead of a pace: (500 − 100) ÷ (900 − 100).
        let found = target_progress(count(Some(100)), actual("a", 2022, 300, Some(500)));
        assert_eq!(found, of("0.25", Some("0.5")));
        assert_eq!(target_progress(count(None), actual("a", 2022, 900, None)), of("1", Some("0.625")));
    }

    #[test]
    fn a_value_that_comes_down_is_on_its_way_from_its_baseline() {
        let level = |baseline| indicator("a", Accumulation::Level, Direction::Decrease, baseline, 60);
        // (80 − 68) ÷ (80 − 60); the year's target is half of the distance.
        assert_eq!(target_progress(level(Some(80)), actual("a", 2022, 68, Some(70))), of("0.6", Some("0.5")));
        assert_eq!(target_progress(level(Some(80)), actual("a", 2022, 90, None)), of("-0.5", None));
        // Without a baseline: the achievement rate, 60 ÷ 80.
        assert_eq!(target_progress(level(None), actual("a", 2022, 80, None)), of("0.75", None));
        assert_eq!(target_progress(level(Some(60)), actual("a", 2022, 80, None)), None);
    }

    #[test]
    fn a_negative_value_or_target_has_a_way_from_its_baseline_but_is_no_share() {
        let level = |baseline, target| indicator("a", Accumulation::Level, Direction::Increase, baseline, target);
        let found = |baseline, target, value| target_progress(level(baseline, target), actual("a", 2022, value, None));
        // (−1,530 + 1,200) ÷ (300 + 1,200), and (−300 + 900) ÷ (−400 + 900).
        assert_eq!(found(Some(-1_200), 300, -1_530), of("-0.22", None));
        assert_eq!(found(Some(-900), -400, -300), of("1.2", None));
        for (target, value) in [(300, -1_530), (-400, -678), (-400, 100), (0, -5)] {
            assert_eq!(found(None, target, value), None, "{value} of {target}");
        }
    }
}
