//! Units: what is known of a value by its unit alone. How units are written is not known here.

use rust_decimal::Decimal;

use super::UnitId;

/// The unit of shares of a whole. Ratios that can exceed their base have another one.
const SHARE: &str = "percent";
/// The units of rates, of which a year's value adds up to nothing.
const RATES: [&str; 2] = [SHARE, "rate"];
/// The units of what is counted; of other units it is not known what they measure.
const COUNTS: [&str; 4] = ["count", "people", "places", "companies"];

impl UnitId {
    /// Returns the largest value that the unit allows: a share is never larger than its whole.
    #[must_use]
    pub fn maximum(&self) -> Option<Decimal> {
        (self.as_str() == SHARE).then_some(Decimal::ONE_HUNDRED)
    }

    /// Returns whether the unit is that of a rate.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        RATES.contains(&self.as_str())
    }

    /// Returns whether the unit is one in which things are counted. The report's own units are not: of them it is not known
    /// whether they can be below zero, as a temperature or a balance can.
    #[must_use]
    pub fn is_count(&self) -> bool {
        COUNTS.contains(&self.as_str())
    }
}
