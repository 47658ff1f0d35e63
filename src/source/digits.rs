//! Parses digits with points and commas.

use rust_decimal::Decimal;

use crate::report::DecimalSign;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    Certain(Decimal),
    /// Two possible numbers: with the sign as thousands separator, and as decimal sign.
    Either(Decimal, Decimal),
}

/// Parses digits, which may be grouped in threes. The decimal sign is `set`, or else a point; if it is open, a single
/// sign before three digits is ambiguous. `None` if the digits are not a number.
pub(super) fn read(digits: &str, set: Option<DecimalSign>, is_open: impl Fn() -> bool) -> Option<Digits> {
    let (by_point, by_comma) = (grouped(digits, ',', '.'), grouped(digits, '.', ','));
    match (set, by_point, by_comma) {
        (Some(DecimalSign::Point), number, _) | (Some(DecimalSign::Comma), _, number) => number.map(Digits::Certain),
        (None, Some(first), Some(second)) if first != second && is_open() => {
            Some(Digits::Either(first.max(second), first.min(second)))
        }
        (None, Some(number), _) => Some(Digits::Certain(number)),
        (None, None, other) => other.filter(|_| is_open()).map(Digits::Certain),
    }
}

fn grouped(digits: &str, thousands: char, decimal: char) -> Option<Decimal> {
    let (whole, fraction) =
        digits.split_once(decimal).map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split(thousands);
    let first = groups.next()?;
    let is_grouped = whole.contains(thousands);
    let is_sound = (!is_grouped || (1..=3).contains(&first.len()) && !first.starts_with('0'))
        && groups.all(|group| group.len() == 3);
    // `.5` and `5.` are as likely to be typing errors.
    let is_fraction = |fraction: &str| !fraction.is_empty() && !fraction.contains([thousands, decimal]);
    if !is_sound || first.is_empty() || !fraction.is_none_or(is_fraction) {
        return None;
    }
    let number =
        format!("{}{}", whole.replace(thousands, ""), fraction.map(|text| format!(".{text}")).unwrap_or_default());
    Decimal::from_str_exact(&number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(digits: &str, set: Option<DecimalSign>) -> String {
        match read(digits, set, || true) {
            Some(Digits::Certain(number)) => number.to_string(),
            Some(Digits::Either(grouped, decimal)) => format!("{grouped} or {decimal}"),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn each_decimal_sign_has_its_own_thousands() {
        for (digits, by_point, by_comma) in [
            ("1166", "1166", "1166"),
            ("1,166", "1166", "1.166"),
            ("6.264", "6.264", "6264"),
            ("1,234,567.5", "1234567.5", "none"),
            ("1.234.567,5", "none", "1234567.5"),
            ("12,5", "none", "12.5"),
            ("12.5", "12.5", "none"),
            ("0,250", "none", "0.250"),
            ("1.2.3", "none", "none"),
        ] {
            assert_eq!(shown(digits, Some(DecimalSign::Point)), by_point, "{digits}");
            assert_eq!(shown(digits, Some(DecimalSign::Comma)), by_comma, "{digits}");
        }
    }

    #[test]
    fn a_comma_is_no_decimal_sign_unless_it_is_open() {
        assert_eq!(read("12,5", None, || false), None);
        assert_eq!(read("6.264", None, || false), Some(Digits::Certain(Decimal::new(6264, 3))));
        assert_eq!(read("1,166", None, || false), Some(Digits::Certain(1166.into())));
        assert_eq!(read("0,250", None, || false), None);
    }

    #[test]
    fn where_the_sign_is_open_only_three_digits_behind_a_single_one_are_doubtful() {
        for (digits, meant) in [
            ("1166", "1166"),
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("70.30", "70.30"),
            ("1234,567", "1234.567"),
            ("1234.567", "1234.567"),
            ("0,250", "0.250"),
            ("0.264", "0.264"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234,567", "1234.567"),
            ("6.264", "6264 or 6.264"),
            ("57,250", "57250 or 57.250"),
            ("999,000", "999000 or 999.000"),
            ("1,16.5", "none"),
            ("1,2,3", "none"),
            (",5", "none"),
        ] {
            assert_eq!(shown(digits, None), meant, "{digits}");
        }
    }
}
