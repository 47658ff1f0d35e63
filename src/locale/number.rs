//! Exact decimals as text in a language: grouping and decimal marks by ICU4X.

use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use rust_decimal::{Decimal, RoundingStrategy};

/// Writes numbers in one language.
pub(super) struct Numbers {
    /// None only where ICU4X has no data at all; numbers are then written plainly.
    formatter: Option<DecimalFormatter>,
}

/// The minus sign (U+2212).
const MINUS: &str = "−";

impl Numbers {
    /// Prepares a language.
    pub(super) fn new(locale: &Locale) -> Self {
        Self { formatter: DecimalFormatter::try_new(locale.into(), Default::default()).ok() }
    }

    /// Returns whether a comma stands before the fraction.
    pub(super) fn has_decimal_comma(&self) -> bool {
        self.format(Decimal::new(5, 1), 1).contains(',')
    }

    /// Writes a number with a fixed number of decimals, rounded half away from zero, and a minus sign where it is below
    /// zero: a hyphen is shorter than digits are, and lines break behind it.
    pub(super) fn format(&self, value: Decimal, decimals: u32) -> String {
        let mut rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        let plain = rounded.to_string();
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
