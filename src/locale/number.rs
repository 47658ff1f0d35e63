//! Exact decimals as text in a language: grouping and decimal marks by ICU4X.

use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use rust_decimal::{Decimal, RoundingStrategy};

/// Writes numbers in one language.
pub(super) struct Numbers {
    /// None only where ICU4X has no data at all; numbers are then written plainly.
    formatter: Option<DecimalFormatter>,
    /// How its digits from zero to nine are written, and what stands before decimals.
    digits: Vec<char>,
    decimal: Option<char>,
    /// What stands before a number below zero.
    minus: String,
}

/// The minus sign (U+2212).
const MINUS: &str = "−";

impl Numbers {
    /// Prepares a language.
    pub(super) fn new(locale: &Locale) -> Self {
        let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok();
        let mut numbers = Self { formatter, digits: Vec::new(), decimal: None, minus: String::new() };
        // Found out by writing them.
        numbers.digits = (0..=9).filter_map(|digit| numbers.format(Decimal::from(digit), 0).chars().next()).collect();
        numbers.minus = numbers.format(Decimal::NEGATIVE_ONE, 0);
        numbers.minus.pop();
        numbers.decimal = numbers.format(Decimal::new(15, 1), 1).chars().nth(1);
        numbers
    }

    /// Reads a number that `format` has written, with as many decimals; none of any other text, such as a year.
    pub(super) fn read(&self, text: &str) -> Option<Decimal> {
        let digit_of = |sign: char| self.digits.iter().position(|digit| *digit == sign);
        let rest = text.strip_prefix(self.minus.as_str()).unwrap_or(text);
        digit_of(rest.chars().next()?)?;
        let plain: String = rest
            .chars()
            .filter_map(|sign| match digit_of(sign) {
                Some(digit) => char::from_digit(u32::try_from(digit).ok()?, 10),
                None => (Some(sign) == self.decimal).then_some('.'),
            })
            .collect();
        let mut value = Decimal::from_str_exact(&plain).ok()?;
        value.set_sign_negative(rest.len() < text.len());
        (self.format(value, value.scale()) == text).then_some(value)
    }

    /// Rounds a number to a fixed number of decimals, half away from zero.
    pub(super) fn shown(value: Decimal, decimals: u32) -> Decimal {
        let mut rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        if rounded.is_zero() {
            // What is too small to be shown is on neither side of zero.
            rounded.set_sign_positive(true);
        }
        rounded
    }

    /// Returns whether a comma stands before the fraction.
    pub(super) fn has_decimal_comma(&self) -> bool {
        self.format(Decimal::new(5, 1), 1).contains(',')
    }

    /// Writes a number with a fixed number of decimals, rounded half away from zero, and a minus sign where it is below
    /// zero: a hyphen is shorter than digits are, and lines break behind it.
    pub(super) fn format(&self, value: Decimal, decimals: u32) -> String {
        let plain = Self::shown(value, decimals).to_string();
        match (&self.formatter, fixed_decimal::Decimal::try_from_str(&plain)) {
            (Some(formatter), Ok(number)) => formatter.format(&number).to_string(),
            _ => plain,
        }
        .replace('-', MINUS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_keep_their_decimals() {
        let numbers = Numbers::new(&"ja".parse().unwrap());
        assert_eq!(numbers.format(Decimal::from(1166), 0), "1,166");
        assert_eq!(numbers.format(Decimal::new(810, 1), 1), "81.0");
        assert_eq!(numbers.format(Decimal::from(75), 1), "75.0");
        assert_eq!(numbers.format(Decimal::new(-25, 1), 0), "−3");
    }

    #[test]
    fn a_number_that_rounds_to_zero_has_no_sign() {
        let numbers = Numbers::new(&"en".parse().unwrap());
        assert_eq!(numbers.format(Decimal::new(-4, 2), 1), "0.0");
        assert_eq!(numbers.format("-0.0".parse().unwrap(), 1), "0.0");
        assert_eq!(numbers.format(Decimal::new(-5, 2), 1), "−0.1");
    }

    #[test]
    fn what_was_written_is_read_back_and_nothing_else() {
        for locale in ["en", "de", "fr", "ja", "ar-EG", "hi-IN-u-nu-deva"] {
            let numbers = Numbers::new(&locale.parse().unwrap());
            for value in ["0", "1", "1.0", "-1166.50", "1234567.891", "200000"] {
                let value: Decimal = value.parse().unwrap();
                let read = numbers.read(&numbers.format(value, value.scale()));
                assert_eq!(read.map(|read| read.to_string()), Some(value.to_string()), "{locale}");
            }
        }
        let numbers = Numbers::new(&"en".parse().unwrap());
        for text in ["2022", "none", "1 year", "", "−", "1,2", "01", "x1"] {
            assert_eq!(numbers.read(text), None, "{text}");
        }
    }

    #[test]
    fn a_language_has_its_own_marks() {
        assert_eq!(Numbers::new(&"de".parse().unwrap()).format(Decimal::new(12_345, 1), 1), "1.234,5");
        for language in ["de", "fr", "es", "pt", "pl", "da", "it", "nl", "ru", "vi", "id"] {
            assert!(Numbers::new(&language.parse().unwrap()).has_decimal_comma(), "{language}");
        }
        for language in ["ja", "en", "zh", "ko", "th", "de-CH", "es-MX"] {
            assert!(!Numbers::new(&language.parse().unwrap()).has_decimal_comma(), "{language}");
        }
    }
}
