//! Properties of values that follow from their unit.

use rust_decimal::Decimal;

use super::UnitId;

/// The unit of shares of a whole. Ratios that can exceed 100 % have another unit.
const SHARE: &str = "percent";
/// Units of rates: their annual values cannot be added up.
const RATES: [&str; 2] = [SHARE, "rate"];
/// Units of counts. What custom units measure is unknown.
const COUNTS: [&str; 4] = ["count", "people", "places", "companies"];

/// The powers of ten that the name of a unit may begin with, as in `million-yen`.
const SCALES: [(&str, u32); 6] =
    [("thousand", 3), ("ten-thousand", 4), ("million", 6), ("hundred-million", 8), ("billion", 9), ("trillion", 12)];

impl UnitId {
    /// The power of ten of a unit and the unit without it: 6 and `yen` for `million-yen`. `None` for a plain unit.
    #[must_use]
    pub fn scale(&self) -> Option<(u32, &str)> {
        let plain = |scale: &str| self.as_str().strip_prefix(scale)?.strip_prefix('-');
        SCALES.iter().find_map(|(scale, power)| Some((*power, plain(scale)?)))
    }

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
