//! Units: what is known of a value by its unit alone. How units are written is not known here.

use rust_decimal::Decimal;

use super::UnitId;

/// The unit of shares of a whole. Ratios that can exceed their base have another one.
const SHARE: &str = "percent";

impl UnitId {
    /// Returns the largest value that the unit allows: a share is never larger than its whole.
    #[must_use]
    pub fn maximum(&self) -> Option<Decimal> {
        (self.as_str() == SHARE).then_some(Decimal::ONE_HUNDRED)
    }
}
