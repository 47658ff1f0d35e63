//! Properties of values that follow from their unit.

use rust_decimal::Decimal;

use super::UnitId;

/// The unit of shares of a whole. Ratios that can exceed 100 % have another unit.
const SHARE: &str = "percent";
/// Units of rates: their annual values cannot be added up.
const RATES: [&str; 2] = [SHARE, "rate"];
/// Units of counts. What custom units measure is unknown.
const COUNTS: [&str; 4] = ["count", "people", "places", "companies"];

impl UnitId {
    /// The largest value that the unit permits: 100 for a share.
    #[must_use]
    pub fn maximum(&self) -> Option<Decimal> {
        (self.as_str() == SHARE).then_some(Decimal::ONE_HUNDRED)
    }

    /// Whether the unit is that of a rate.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        RATES.contains(&self.as_str())
    }

    /// Whether things are counted in this unit. False for custom units, whose values may be negative.
    #[must_use]
    pub fn is_count(&self) -> bool {
        COUNTS.contains(&self.as_str())
    }
}
