//! Gaps: the indicators that are furthest behind. Knows no language.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Indicator, Ratio, Report, Status};

/// An indicator that is behind.
#[derive(Debug, Clone, Copy)]
pub struct Gap<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its achievement rate.
    pub rate: Ratio,
    /// The rate that was expected by the round; none where nothing less than the target was.
    pub expected: Option<Ratio>,
    /// How much of the target is lacking to what was expected.
    pub lacking: Ratio,
}

impl Report {
    /// Returns the counted indicators that are behind, furthest first: expected rate − achievement rate, or 100 % − rate
    /// where there is neither a pace nor a target of the year. What is achieved or on track is not behind.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap<'_>> {
        let indicators = self.group_ids().flat_map(|group| self.indicators_of(group));
        let mut gaps: Vec<Gap<'_>> = indicators.filter_map(|indicator| self.gap(indicator)).collect();
        gaps.sort_by_key(|gap| Reverse(gap.lacking));
        gaps
    }

    fn gap<'a>(&self, indicator: &'a Indicator) -> Option<Gap<'a>> {
        if matches!(self.status(indicator), Status::Achieved | Status::OnTrack) {
            return None;
        }
        let rate = self.achievement_rate(indicator)?;
        let expected = self.expected_rate(indicator);
        let lacking = expected.map_or(Decimal::ONE, |expected| expected.0).checked_sub(rate.0)?;
        (lacking > Decimal::ZERO).then_some(Gap { indicator, rate, expected, lacking: Ratio(lacking) })
    }
}
