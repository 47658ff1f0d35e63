//! Dates of which a cell shows nothing but the year → that year. Knows no file format and no other date.

use super::format_code::{Section, Token};
use super::sheet::Content;

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// Day 1 is the 1st of January 1900, and the 29th of February 1900, which there was not, is counted.
    #[default]
    Year1900,
    /// Day 0 is the 1st of January 1904.
    Year1904,
}

/// Shows a date of which nothing but the year is shown as that year, by the common era; any other is a date.
pub(super) fn show(section: &Section, value: f64, epoch: Epoch) -> Content {
    let mut year = String::new();
    let mut text = String::new();
    for token in &section.tokens {
        match token {
            // An era is another way to write the same year.
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
    // Two digits of a year, or the year of an era without its name, are not certainly a year.
    let is_year = matches!(year.as_str(), "yyyy" | "yyy") || (has_era && matches!(year.as_str(), "e" | "ee"));
    match common_year(value, epoch).filter(|_| is_year) {
        Some(shown) => Content::Text(text.replace('\0', &shown.to_string()).trim().to_owned()),
        None => Content::Date,
    }
}

/// Returns the year of a day that is counted from an epoch.
fn common_year(value: f64, epoch: Epoch) -> Option<i32> {
    use icu_calendar::types::RataDie;
    /// The days from the beginning of the common era to the day before each epoch's first.
    const TO_1900: i64 = 693_594;
    const TO_1904: i64 = 695_056;
    /// The last day that a spreadsheet knows, of the year 9999.
    const LAST: f64 = 2_958_465.0;
    /// The day after the 29th of February that there was not.
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
