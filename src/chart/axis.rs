//! Round tick values for an axis. Does not format numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// A tick of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The value.
    pub value: f64,
    /// The formatted value.
    pub text: String,
}

/// Step sizes, times a power of ten.
const STEPS: [i64; 3] = [1, 2, 5];

/// At most `most` (at least two) round values, evenly spaced by 1, 2 or 5 times a power of ten; the first is at most
/// `low` and the last at least `high`.
///
/// No value has more than `decimals` decimals, so that the axis of a count has no halves. Empty if a bound is not a
/// number or too large for a `Decimal`.
#[must_use]
pub fn ticks(low: f64, high: f64, most: usize, decimals: u32) -> Vec<Decimal> {
    if low.is_nan() || high.is_nan() {
        return Vec::new();
    }
    ticks_between(low.min(high), high.max(low), most.max(2), decimals).unwrap_or_default()
}

fn ticks_between(low: f64, high: f64, most: usize, decimals: u32) -> Option<Vec<Decimal>> {
    let (mut low, mut high) = (Decimal::from_f64(low)?, Decimal::from_f64(high)?);
    if low == high {
        // A single value has no spread of its own, so leave a fifth of it on both sides.
        let margin = if low.is_zero() { Decimal::ONE } else { low.abs().checked_mul(Decimal::new(2, 1))? };
        (low, high) = (if low.is_zero() { low } else { low.checked_sub(margin)? }, high.checked_add(margin)?);
    }
    let mut power = Decimal::new(1, decimals.min(Decimal::MAX_SCALE));
    loop {
        for step in STEPS {
            let step = power.checked_mul(Decimal::from(step))?;
            let (Some(first), Some(last)) = (low.checked_div(step), high.checked_div(step)) else {
                // The step is far too fine for such numbers.
                continue;
            };
            let (first, last) = (first.floor(), last.ceil());
            let count = last.checked_sub(first)?;
            if count < Decimal::from(most) {
                let tick = |index: usize| first.checked_add(Decimal::from(index))?.checked_mul(step);
                return (0..=usize::try_from(count).ok()?).map(tick).collect();
            }
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(low: f64, high: f64, most: usize, decimals: u32) -> Vec<String> {
        ticks(low, high, most, decimals).iter().map(|tick| tick.normalize().to_string()).collect()
    }

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        assert_eq!(texts(0.0, 28.0, 5, 0), ["0", "10", "20", "30"]);
        assert_eq!(texts(0.0, 900.0, 5, 0), ["0", "500", "1000"]);
        assert_eq!(texts(74.2, 75.0, 5, 1), ["74.2", "74.4", "74.6", "74.8", "75"]);
        assert_eq!(texts(-3.0, 12.0, 5, 0), ["-5", "0", "5", "10", "15"]);
    }

    #[test]
    fn whole_things_have_no_halves() {
        assert_eq!(texts(0.0, 1.0, 5, 0), ["0", "1"]);
        assert_eq!(texts(0.0, 1.0, 5, 1), ["0", "0.5", "1"]);
    }

    #[test]
    fn there_are_never_more_ticks_than_asked_for() {
        for most in 2..8 {
            for high in [0.003, 0.7, 1.0, 9.0, 99.0, 101.0, 123_456.0, 9.9e11] {
                let count = ticks(0.0, high, most, 6).len();
                assert!((2..=most).contains(&count), "{high}: {count} of {most}");
            }
        }
    }

    #[test]
    fn a_single_value_stands_between_ticks() {
        assert_eq!(texts(5.0, 5.0, 5, 0), ["4", "5", "6"]);
        assert_eq!(texts(0.0, 0.0, 5, 0), ["0", "1"]);
    }

    #[test]
    fn what_is_no_number_has_no_ticks() {
        for (low, high) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (f64::NAN, f64::NAN), (0.0, 1e300)] {
            assert!(texts(low, high, 5, 0).is_empty(), "{low} {high}");
        }
    }
}
