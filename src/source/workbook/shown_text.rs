//! Interprets the displayed text of a number in ods files by the stored number, since its language is unknown.

use icu_calendar::cal::Japanese;
use icu_calendar::{Date, Iso};

use super::digits::{Digits, MINUS};
use super::sheet::{Content, Cover, Obscurity};

/// The number of decimals from which on no number format was applied.
const UNFORMATTED: usize = 9;

/// Thousands separators besides the point and the comma.
const GROUPING: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

pub(super) fn number(value: f64, shown: &str) -> Content {
    let exact = Digits::of(value);
    let shown = shown.trim();
    let is_digit = |character: char| character.is_ascii_digit();
    let truth = [("true", 1.0), ("false", 0.0)].into_iter().find(|(word, _)| shown.eq_ignore_ascii_case(word));
    if let Some((_, number)) = truth
        && exact == Digits::of(number)
    {
        return Content::Boolean(!exact.is_zero());
    }
    let unclear = |obscurity: Obscurity| Content::Unclear(obscurity, shown.to_owned());
    let other = if exact.is_zero() { Obscurity::Zero } else { Obscurity::Digits };
    let (Some(start), Some(end)) = (shown.find(is_digit), shown.rfind(is_digit)) else {
        return if shown.is_empty() { Content::Hidden(Cover::Format, exact.text(1, 0)) } else { unclear(other) };
    };
    let (before, written, after) = (&shown[..start], &shown[start..=end], &shown[end + 1..]);
    let percent = i32::from([before, after].iter().any(|around| around.contains(['%', '％']))) * 2;
    let readings = readings(written);
    // Formats may divide by thousands, millions and so on.
    for power in [0, -3, -6, -9, -12] {
        for (plain, decimals) in &readings {
            let scaled = exact.clone().times_ten_to(percent + power);
            let rounded = scaled.rounded(*decimals);
            if rounded.clone().absolute().text(1, *decimals) != *plain {
                continue;
            }
            if rounded.is_negative && !before.contains(MINUS) {
                return unclear(Obscurity::Sign);
            }
            let is_unformatted = *decimals >= UNFORMATTED;
            let is_stored = is_unformatted || rounded == scaled;
            let digits = if is_unformatted { scaled.clone().absolute().text(1, 0) } else { plain.clone() };
            let text = format!("{}{digits}{}", before.trim_end(), after.trim_start());
            return Content::Number { text, exact: if is_stored { None } else { scaled.decimal() } };
        }
    }
    scientific(&exact, written).unwrap_or_else(|| unclear(other))
}

/// The possible meanings of digits, with a point or a comma as decimal sign: plain digits, and the number of decimals.
fn readings(written: &str) -> Vec<(String, usize)> {
    let read = |point: char, group: char| {
        let (whole, fraction) = written.rsplit_once(point).unwrap_or((written, ""));
        let whole: String = whole.chars().filter(|sign| *sign != group && !GROUPING.contains(sign)).collect();
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let point = if fraction.is_empty() { "" } else { "." };
        (is_plain(&whole) && is_plain(fraction)).then(|| (format!("{whole}{point}{fraction}"), fraction.len()))
    };
    let mut readings: Vec<_> = [read('.', ','), read(',', '.')].into_iter().flatten().collect();
    readings.dedup();
    readings
}

/// Parses a number with an exponent, which must equal the stored one except for rounding.
fn scientific(exact: &Digits, written: &str) -> Option<Content> {
    let (mantissa, power) = written.split_once(['E', 'e'])?;
    let power: i32 = power.parse().ok()?;
    let shown = readings(mantissa).into_iter().find_map(|(plain, decimals)| {
        let rounded = exact.clone().times_ten_to(-power).rounded(decimals);
        (rounded.text(1, decimals) == plain).then(|| rounded.times_ten_to(power))
    })?;
    let kept = if shown == *exact { None } else { exact.decimal() };
    Some(Content::Number { text: shown.text(1, 0), exact: kept })
}

/// What a cell with a date such as `2023-04-01` shows: the year, if nothing else is shown.
pub(super) fn date(day: &str, shown: &str) -> Content {
    let numbers: Vec<&str> =
        shown.split(|character: char| !character.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let is_year = |number: &&str| {
        let date = Date::try_from_str(day.get(..10)?, Iso).ok()?;
        let of_era = date.to_calendar(Japanese::new()).year().era()?.year;
        let is_of_era = of_era.to_string() == *number && shown.trim_start().starts_with(char::is_alphabetic);
        Some(date.year().extended_year().to_string() == *number || is_of_era)
    };
    match numbers.as_slice() {
        [number] if is_year(number) == Some(true) => Content::Text(shown.trim().to_owned()),
        _ => Content::Date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64, shown: &str) -> String {
        match number(value, shown) {
            Content::Number { text, .. } => text,
            Content::Unclear(obscurity, _) => format!("?{}", obscurity.word()),
            Content::Hidden(..) => "hidden".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_number_is_what_the_program_showed_in_whatever_language() {
        for (value, shown, expected) in [
            (1166.0, "1,166", "1166"),
            (1166.5, "1.166,50", "1166.50"),
            (6.264, "6.264", "6.264"),
            (6264.0, "6.264", "6264"),
            (6.264, "6,264", "6.264"),
            (100_000.0, "100\u{202f}000", "100000"),
            (1_234_567.0, "1’234’567", "1234567"),
            (0.8125, "81%", "81%"),
            (0.813_333, "81,3 %", "81.3%"),
            (81.25, "81.3", "81.3"),
            (-5.0, "△5", "△5"),
            (-5.0, "(5)", "(5)"),
            (-5.0, "-5", "-5"),
            (1_234_567.0, "1,235", "1235"),
            (57.0, "57（暫定）", "57（暫定）"),
            (57.0, "¥57", "¥57"),
            (1234.0, "1.23E+03", "1230"),
            (61.0 / 0.75, "81.3333333333", "81.3333333333333"),
            (0.0, "0.00", "0.00"),
            (1.0, "TRUE", "Boolean(true)"),
        ] {
            assert_eq!(text(value, shown), expected, "{value} {shown}");
        }
    }

    #[test]
    fn what_does_not_show_the_number_is_unclear() {
        for (value, shown, expected) in [
            (0.0, "－", "?zero"),
            (0.0, "", "hidden"),
            (57.0, "", "hidden"),
            (57.0, "58", "?digits"),
            (57.0, "多数", "?digits"),
            (0.5, "1/2", "?digits"),
            (-5.0, "5", "?sign"),
            (57.0, "57000", "?digits"),
        ] {
            assert_eq!(text(value, shown), expected, "{value} {shown}");
        }
    }

    #[test]
    fn a_day_of_which_only_the_year_is_shown_is_that_year() {
        for shown in ["2023", "2023年度", "FY2023", "令和5年度", "R5"] {
            assert_eq!(date("2023-04-01", shown), Content::Text(shown.to_owned()));
        }
        for shown in ["2023/4/1", "4", "23", "5", "", "1 Apr"] {
            assert_eq!(date("2023-04-01", shown), Content::Date, "{shown}");
        }
    }
}
