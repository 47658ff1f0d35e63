//! Warns of implausibly long fractions such as 70.30000000000001, which binary floating-point arithmetic leaves behind.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::IndicatorId;
use super::parts::Parts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// The most decimals that are plausible for a value.
const MOST_DECIMALS: u32 = 6;

/// The most significant digits of a value with more decimals: 0.0000003 has one.
const MOST_DIGITS: usize = 7;

/// Adds one warning per indicator with such a value, at the first of them. An indicator with fixed decimals has none.
pub(super) fn expect_short_fractions(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let mut of_years: BTreeMap<&IndicatorId, (Decimal, &Place)> = BTreeMap::new();
    for actual in parts.actuals {
        let of_target = actual.target.iter().map(|target| (target.quantity.value, &target.place));
        let values = actual.observation.value().map(|value| (value, &actual.value_place)).into_iter().chain(of_target);
        for long in values.filter(|(value, _)| is_long(*value)) {
            of_years.entry(&actual.indicator.value).or_insert(long);
        }
    }
    for indicator in parts.indicators.iter().filter(|indicator| indicator.decimals.is_none()) {
        let of_baseline = indicator.baseline.iter().map(|baseline| (baseline.quantity.value, &baseline.place));
        let of_target = indicator.target.iter().map(|target| (target.quantity.value, &target.place));
        let own = of_baseline.chain(of_target).find(|(value, _)| is_long(*value));
        if let Some((value, place)) = own.or_else(|| of_years.get(&indicator.id).copied()) {
            let problem = Diagnostic::at(Code::LongFraction, place).with("id", &indicator.id).with("value", value);
            diagnostics.push(problem.with("decimals", value.scale()));
        }
    }
}

fn is_long(value: Decimal) -> bool {
    value.scale() > MOST_DECIMALS && value.mantissa().unsigned_abs().to_string().len() > MOST_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_behind_is_long_and_what_people_measure_is_not() {
        for long in ["70.30000000000001", "81.954805055328", "0.30000000000000004", "33.3333333", "-12.50000001"] {
            assert!(is_long(long.parse().unwrap()), "{long}");
        }
        for short in ["70.3", "0.0000003", "3.141593", "123456789012.345678", "0.0001234567", "1166"] {
            assert!(!is_long(short.parse().unwrap()), "{short}");
        }
    }
}
