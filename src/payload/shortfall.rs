//! The indicators that are furthest behind, in words.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::PayloadBuilder;
use super::data::ShortfallData;
use crate::report::{Ratio, Shortfall};

const MOST: usize = 8;

impl PayloadBuilder<'_> {
    /// The indicators furthest behind, by what is lacking as it is printed.
    pub(super) fn shortfalls(&self) -> Vec<ShortfallData> {
        let mut shortfalls = self.furthest_behind();
        shortfalls.sort_by_key(|shortfall| Reverse(points(shortfall).0));
        shortfalls.iter().filter_map(|shortfall| self.shortfall(shortfall)).collect()
    }

    /// The same by how far they have come, which a chart prints: the least first.
    pub(super) fn furthest_behind(&self) -> Vec<Shortfall<'_>> {
        let mut shortfalls = self.report.shortfalls();
        shortfalls.truncate(MOST);
        shortfalls.sort_by_key(|shortfall| shortfall.progress.share);
        shortfalls
    }

    fn shortfall(&self, shortfall: &Shortfall<'_>) -> Option<ShortfallData> {
        let Shortfall { indicator, progress, .. } = shortfall;
        let (rate, expected) = (progress.share, progress.expected);
        let place = &indicator.place;
        let of_indicator = indicator.group.as_ref().map(|group| &group.value);
        let status = self.report.status(indicator);
        let (points, decimals) = points(shortfall);
        let number = self.words.number(points, decimals);
        Some(ShortfallData {
            group: self.report.group_ids().position(|group| group == of_indicator)?,
            id: indicator.id.to_string(),
            name: self.name(indicator),
            short_name: self.short_name(indicator),
            rate: Some(self.percent(rate, place)),
            expected: expected.map(|expected| self.percent(expected, place)),
            // A language without a message for percentage points uses the one for percentages.
            gap: self
                .words
                .optional("gap-points", &[("value", &number)])
                .unwrap_or_else(|| self.percentage(points, decimals, place)),
            gap_points: number,
            status: self.status_data(status, place),
            target: indicator.target.as_ref().map(|target| self.target(indicator, target))?,
            actual: self.latest(indicator),
            actual_year: self.earlier_year(indicator),
        })
    }
}

/// The difference of the rates as printed, so that a reader gets the same result, with its decimals: one if it is below one
/// point.
fn points(Shortfall { progress, lacking, .. }: &Shortfall<'_>) -> (Decimal, u32) {
    let expected = progress.expected.map_or(Decimal::ONE_HUNDRED, Ratio::rounded_percent);
    let difference = expected.saturating_sub(progress.share.rounded_percent());
    let exact = lacking.0.saturating_mul(Decimal::ONE_HUNDRED);
    if difference < Decimal::ONE { (exact, 1) } else { (difference, 0) }
}
