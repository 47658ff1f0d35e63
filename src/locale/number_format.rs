//! Exact decimals as text in a language, with grouping and decimal signs from ICU4X.

use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use rust_decimal::{Decimal, RoundingStrategy};

pub(super) struct Numbers {
    /// `None` only if ICU4X has no data at all; numbers are then not localized.
    formatter: Option<DecimalFormatter>,
    /// The digits from zero to nine, and the decimal sign.
    digits: Vec<char>,
    decimal: Option<char>,
    minus: String,
    /// The no-break space within numbers; also between groups of digits if the language separates them by spaces.
    space: char,
}

const MINUS: &str = "−";

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Self {
        let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok();
        let mut numbers = Self { formatter, digits: Vec::new(), decimal: None, minus: String::new(), space: '\u{a0}' };
        // Determined from formatted numbers.
        numbers.digits = (0..=9).filter_map(|digit| numbers.format(Decimal::from(digit), 0).chars().next()).collect();
        numbers.minus = numbers.format(Decimal::NEGATIVE_ONE, 0);
        numbers.minus.pop();
        numbers.decimal = numbers.format(Decimal::new(15, 1), 1).chars().nth(1);
        if let Some(space) = numbers.format(Decimal::from(10_000), 0).chars().find(|sign| sign.is_whitespace()) {
            numbers.space = space;
        }
        numbers
    }

    /// Replaces the digits of a text, such as a year, by those of the language.
    pub(super) fn in_digits(&self, text: &str) -> String {
        let written = |sign: char| {
            let digit = sign.to_digit(10).and_then(|digit| self.digits.get(usize::try_from(digit).ok()?));
            digit.copied().unwrap_or(sign)
        };
        text.chars().map(written).collect()
    }

    pub(super) fn groups_by_space(&self) -> bool {
        self.format(Decimal::from(10_000), 0).contains(char::is_whitespace)
    }

    /// Uses no-break spaces within numbers: 100 000, and 8,5 %. `stand_in` is a placeholder for a number.
    pub(super) fn bound(&self, text: &str, stand_in: &str) -> String {
        let signs: Vec<char> = text.chars().collect();
        let is_digit = |index: usize| signs.get(index).is_some_and(char::is_ascii_digit);
        let count = |from: usize| (from..).take_while(|index| is_digit(*index)).count();
        // Whether the text so far ends with a group of up to three digits, or with one that continues another.
        let mut is_group_before = false;
        let mut bound = String::with_capacity(text.len());
        for (index, sign) in signs.iter().enumerate() {
            if *sign != ' ' {
                let starts = is_digit(index) && !(index > 0 && is_digit(index - 1));
                if starts {
                    let before = index.checked_sub(1).and_then(|before| signs.get(before));
                    let is_part = before.is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '.' | ','));
                    is_group_before = count(index) <= 3 && !is_part;
                } else {
                    is_group_before &= is_digit(index);
                }
                bound.push(*sign);
                continue;
            }
            let is_number_before = bound.ends_with(|sign: char| sign.is_ascii_digit()) || bound.ends_with(stand_in);
            let is_grouping = is_group_before && count(index + 1) == 3;
            let is_percent = is_number_before && matches!(signs.get(index + 1), Some('%' | '‰'));
            bound.push(if is_grouping || is_percent { self.space } else { ' ' });
        }
        bound
    }

    /// Parses a number written by `format`, with as many decimals. `None` for any other text, such as a year.
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
            // Zero has no sign.
            rounded.set_sign_positive(true);
        }
        rounded
    }

    pub(super) fn has_decimal_comma(&self) -> bool {
        self.format(Decimal::new(5, 1), 1).contains(',')
    }

    /// A number with a fixed number of decimals, rounded half away from zero. A negative number has a minus sign: a
    /// hyphen is shorter than digits, and lines can break after it.
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
    fn numbers_typed_with_spaces_are_kept_together() {
        let french = Numbers::new(&"fr".parse().unwrap());
        let bound = |text: &str| french.bound(text, "_").replace('\u{202f}', "·");
        for (typed, kept) in [
            ("pour 100 000 habitants", "pour 100·000 habitants"),
            ("1 234 567 $ et 12 000,5 km", "1·234·567 $ et 12·000,5 km"),
            ("8,5 % de 3 % ou _ %", "8,5·% de 3·% ou _·%"),
            ("en 2020 100 communes", "en 2020 100 communes"),
            ("12 34 5678 1234 567", "12 34 5678 1234 567"),
            ("A1 000 et 1,5 000", "A1 000 et 1,5 000"),
            ("100 0000", "100 0000"),
            ("a % b", "a % b"),
        ] {
            assert_eq!(bound(typed), kept);
        }
        assert_eq!(Numbers::new(&"de".parse().unwrap()).bound("8,5 %", "_"), "8,5\u{a0}%");
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
