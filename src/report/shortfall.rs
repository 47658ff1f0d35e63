//! Shortfalls: the indicators that are furthest behind.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Indicator, Ratio, Report, Status, TargetProgress};

/// An indicator that is behind.
#[derive(Debug, Clone)]
pub struct Shortfall<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// How far it has come towards its target.
    pub progress: TargetProgress,
    /// The expected share minus the actual share.
    pub lacking: Ratio,
}

impl Report {
    /// The main indicators that are behind, furthest behind first, by expected minus achieved share of the distance to the
    /// target. From the target year on, and of what is to be maintained, the full distance is expected.
    #[must_use]
    pub fn shortfalls(&self) -> Vec<Shortfall<'_>> {
        let indicators = self.group_ids().flat_map(|group| self.indicators_of(group));
        let mut shortfalls: Vec<Shortfall<'_>> = indicators.filter_map(|indicator| self.shortfall(indicator)).collect();
        shortfalls.sort_by_key(|shortfall| Reverse(shortfall.lacking));
        shortfalls
    }

    fn shortfall<'a>(&self, indicator: &'a Indicator) -> Option<Shortfall<'a>> {
        let status = self.status(indicator);
        let progress = self.target_progress(indicator)?;
        // Without a pace, the year may still have a target.
        let is_behind = status.is_behind() || (status == Status::NotYet && progress.expected.is_some());
        let lacking = progress.expected.map_or(Decimal::ONE, |expected| expected.0).checked_sub(progress.share.0)?;
        (is_behind && lacking > Decimal::ZERO).then_some(Shortfall { indicator, progress, lacking: Ratio(lacking) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{actual, decimal, indicator, report};
    use crate::report::{Accumulation, Direction};

    #[test]
    fn the_furthest_behind_come_first_and_what_is_on_track_is_not_behind() {
        let (count, level) = (Accumulation::Cumulative, Accumulation::Level);
        let (up, down) = (Direction::Increase, Direction::Decrease);
        let report = report(
            vec![
                indicator("achieved", count, up, None, 100),
                indicator("on-track", count, up, None, 100),
                indicator("by-pace", count, up, None, 100),
                indicator("by-target", level, Direction::Maintain, None, 100),
                indicator("nothing-expected", level, up, None, 100),
                indicator("by-year-target", level, down, None, 60),
                indicator("year-target-met", level, down, None, 60),
                indicator("not-reported", level, up, None, 100),
            ],
            vec![
                actual("achieved", 2022, 120, None),
                // 0.60 ÷ 0.625 = 0.96, although 2.5 percentage points are lacking.
                actual("on-track", 2022, 60, None),
                actual("by-pace", 2022, 40, None),
                actual("by-target", 2022, 70, None),
                actual("nothing-expected", 2022, 10, None),
                actual("by-year-target", 2022, 100, Some(80)),
                actual("year-target-met", 2022, 75, Some(80)),
            ],
        );
        let found: Vec<(&str, Ratio, Option<Ratio>, Ratio)> = report
            .shortfalls()
            .iter()
            .map(|shortfall| {
                (
                    shortfall.indicator.id.as_str(),
                    shortfall.progress.share,
                    shortfall.progress.expected,
                    shortfall.lacking,
                )
            })
            .collect();
        let ratio = |text: &str| Ratio(decimal(text));
        let expected = [
            ("by-target", ratio("0.7"), None, ratio("0.3")),
            ("by-pace", ratio("0.4"), Some(ratio("0.625")), ratio("0.225")),
            // 60 ÷ 100, with 60 ÷ 80 expected.
            ("by-year-target", ratio("0.6"), Some(ratio("0.75")), ratio("0.15")),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_comes_from_a_baseline_is_measured_from_there() {
        let level =
            |id, baseline, target| indicator(id, Accumulation::Level, Direction::Increase, Some(baseline), target);
        let report = report(
            vec![level("far", 80, 100), level("near", 0, 100)],
            // 85 % of the target, but a quarter of the distance; half of the target, and of the distance.
            vec![actual("far", 2022, 85, Some(92)), actual("near", 2022, 50, Some(62))],
        );
        let found: Vec<_> = report
            .shortfalls()
            .iter()
            .map(|shortfall| (shortfall.indicator.id.to_string(), shortfall.progress.share))
            .collect();
        let ratio = |text: &str| Ratio(decimal(text));
        assert_eq!(found, [("far".to_owned(), ratio("0.25")), ("near".to_owned(), ratio("0.5"))]);
    }
}
