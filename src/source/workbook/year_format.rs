//! Detects cells with dates that show only the year.

use super::format_code::{Section, Token};
use super::sheet::Content;

/// The first day that a workbook counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// Day 1 is 1 January 1900, and the nonexistent 29 February 1900 is counted.
    #[default]
    Year1900,
    /// Day 0 is 1 January 1904.
    Year1904,
}

/// Shows a date as its year in the common era if the format shows nothing else; otherwise as a date.
pub(super) fn show(section: &Section, value: f64, epoch: Epoch) -> Content {
    let mut year = String::new();
    let mut text = String::new();
    for token in &section.tokens {
        match token {
            // The name of an era, which is replaced by the common era.
            Token::Date('g') => {}
            Token::Date(letter @ ('y' | 'e')) => {
                if year.is_empty() {
                    text.push('\0');
                }
                year.push(*letter);
            }
            Token::Literal(literal) => text.push_str(literal),
            _ => return Content::Date,
        }
    }
    let has_era = section.tokens.contains(&Token::Date('g'));
    // Two digits of a year, or the year of an era without its name, are ambiguous.
    let is_year = matches!(year.as_str(), "yyyy" | "yyy") || (has_era && matches!(year.as_str(), "e" | "ee"));
    match common_year(value, epoch).filter(|_| is_year) {
        Some(shown) => Content::Text(text.replace('\0', &shown.to_string()).trim().to_owned()),
        None => Content::Date,
    }
}

fn common_year(value: f64, epoch: Epoch) -> Option<i32> {
    use icu_calendar::types::RataDie;
    /// The days from the beginning of the common era to the day before the first of each epoch.
    const TO_1900: i64 = 693_594;
    const TO_1904: i64 = 695_056;
    /// The last day of spreadsheets, in the year 9999.
    const LAST: f64 = 2_958_465.0;
    /// The day after the nonexistent 29 February 1900.
    const MARCH_1900: f64 = 61.0;
    if !(1.0..=LAST).contains(&value) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
    let day = value.floor() as i64;
    let days = match epoch {
        Epoch::Year1900 if value < MARCH_1900 => TO_1900 + 1 + day,
        Epoch::Year1900 => TO_1900 + day,
        Epoch::Year1904 => TO_1904 + day,
    };
    Some(icu_calendar::Date::from_rata_die(RataDie::new(days), icu_calendar::Iso).year().extended_year())
}
