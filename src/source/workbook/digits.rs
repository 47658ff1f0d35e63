//! Decimal digits of numbers in cells, rounded as spreadsheets round them.

use rust_decimal::Decimal;

/// The most decimals that a spreadsheet shows.
const MOST_DECIMALS: usize = 30;

pub(super) const MINUS: [char; 9] = ['-', '−', '‐', '－', '△', '▲', '▼', '(', '（'];

/// A number as decimal digits: at most 15, as in spreadsheets, so that 0.1 + 0.2 is 0.3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) is_negative: bool,
    /// Without trailing zeros; empty for zero.
    digits: Vec<u8>,
    /// The number of digits before the decimal point, including added zeros; if negative, of zeros after it.
    point: i32,
}

impl Digits {
    /// `value` must be finite.
    pub(super) fn of(value: f64) -> Self {
        let scientific = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let point = exponent.parse::<i32>().unwrap_or_default() + 1;
        Self { is_negative: value < 0.0, digits, point }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.is_negative, self.point) = (false, 0);
        }
        self
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The number of digits before the decimal point.
    pub(super) fn magnitude(&self) -> i32 {
        self.point
    }

    pub(super) fn times_ten_to(mut self, power: i32) -> Self {
        if !self.is_zero() {
            self.point = self.point.saturating_add(power);
        }
        self
    }

    pub(super) fn absolute(self) -> Self {
        Self { is_negative: false, ..self }
    }

    /// Rounds half away from zero.
    pub(super) fn rounded(&self, decimals: usize) -> Self {
        let kept = i64::from(self.point) + i64::try_from(decimals).unwrap_or(i64::MAX / 2);
        let Ok(kept) = usize::try_from(kept) else { return Self::of(0.0) };
        let Some(next) = self.digits.get(kept) else { return self.clone() };
        let (is_up, mut rounded) = (*next >= 5, self.clone());
        rounded.digits.truncate(kept);
        if is_up {
            while rounded.digits.last() == Some(&9) {
                rounded.digits.pop();
            }
            match rounded.digits.last_mut() {
                Some(last) => *last += 1,
                // All digits were nines.
                None => {
                    rounded.digits.push(1);
                    rounded.point += 1;
                }
            }
        }
        rounded.trimmed()
    }

    /// The number with at least `whole` digits before the point and exactly `decimals` after it, without an exponent.
    pub(super) fn text(&self, whole: usize, decimals: usize) -> String {
        let digit = |index: i32| {
            let digit = usize::try_from(index).ok().and_then(|index| self.digits.get(index));
            char::from(b'0' + digit.copied().unwrap_or_default())
        };
        let least = i32::try_from(whole.clamp(1, MOST_DECIMALS)).unwrap_or(1);
        let first = (self.point - least).min(0);
        let count = i32::try_from(self.digits.len()).unwrap_or_default();
        let last = count.max(self.point + i32::try_from(decimals.min(MOST_DECIMALS)).unwrap_or_default());
        let mut text = String::new();
        text.extend(self.is_negative.then_some('-'));
        text.extend((first..self.point).map(digit));
        if last > self.point {
            text.push('.');
            text.extend((self.point..last).map(digit));
        }
        text
    }

    /// `None` if there are too many digits for a decimal.
    pub(super) fn decimal(&self) -> Option<Decimal> {
        Decimal::from_str_exact(&self.text(1, 0)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_a_careful_person_would_type_it() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (1166.0, "1166"),
            (70.2, "70.2"),
            (-3.25, "-3.25"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.000_001, "0.000001"),
            (1e21, "1000000000000000000000"),
            (123_456_789_012_345.0, "123456789012345"),
            (4.35 * 100.0, "435"),
            (1e23, "100000000000000000000000"),
        ] {
            assert_eq!(Digits::of(value).text(1, 0), text);
        }
        assert_eq!(Digits::of(7.0).text(3, 0), "007");
        assert_eq!(Digits::of(81.0).text(1, 1), "81.0");
        assert_eq!(Digits::of(0.0).text(1, 2), "0.00");
    }

    #[test]
    fn halves_are_rounded_away_from_zero_as_they_are_written() {
        for (value, decimals, text) in [
            (57.25, 1, "57.3"),
            (1.005, 2, "1.01"),
            (2.675, 2, "2.68"),
            (-0.5, 0, "-1"),
            (0.49, 0, "0"),
            (-0.04, 1, "0.0"),
            (9.96, 1, "10.0"),
            (999.9, 0, "1000"),
            (0.0049, 2, "0.00"),
            (59.96, 1, "60.0"),
            (1234.0, 2, "1234.00"),
        ] {
            assert_eq!(Digits::of(value).rounded(decimals).text(1, decimals), text, "{value}");
        }
    }

    #[test]
    fn a_power_of_ten_moves_the_point_alone() {
        assert_eq!(Digits::of(1_234_567.0).times_ten_to(-3).text(1, 0), "1234.567");
        assert_eq!(Digits::of(0.29).times_ten_to(2).text(1, 0), "29");
        assert_eq!(Digits::of(0.0).times_ten_to(-9).text(1, 0), "0");
        assert_eq!(Digits::of(1e300).decimal(), None);
    }
}
