//! Dates and fiscal years as text in a language, with the eras of the Japanese calendar from ICU4X.

use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{E, Y, YMD};
use icu_locale_core::Locale;
use icu_locale_core::extensions::unicode::{Value, key};

use crate::report::{Day, FiscalYear};

const FIRST_YEAR: char = '元';

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calendar {
    /// That of the language's locale: eras in Japanese.
    Customary,
    /// Years of the Gregorian calendar.
    Gregorian,
}

pub(super) struct Dates {
    customary: Locale,
    gregorian: Locale,
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        let mut gregorian = locale.clone();
        if let Ok(calendar) = Value::try_from_str("gregory") {
            gregorian.extensions.unicode.keywords.set(key!("ca"), calendar);
        }
        Self { customary: locale.clone(), gregorian }
    }

    pub(super) fn day(&self, day: Day, calendar: Calendar) -> Option<String> {
        let date = Date::try_new_iso(day.year, day.month, day.day).ok()?;
        let formatter = DateTimeFormatter::try_new(self.locale(calendar).into(), YMD::long()).ok()?;
        Some(formatter.format(&date).to_string())
    }

    /// The day of the week, in full and in short: 金曜日 and 金, Friday and Fri.
    pub(super) fn weekday(&self, day: Day) -> Option<(String, String)> {
        let date = Date::try_new_iso(day.year, day.month, day.day).ok()?;
        let written = |fieldset| {
            let formatter = DateTimeFormatter::try_new(self.locale(Calendar::Customary).into(), fieldset).ok()?;
            Some(formatter.format(&date).to_string())
        };
        Some((written(E::long())?, written(E::short())?))
    }

    /// The era year of most of a fiscal year: 令和4年 for FY2022, 令和元年 for FY2019.
    pub(super) fn fiscal_year(&self, year: FiscalYear, calendar: Calendar) -> Option<String> {
        // Official usage counts FY2019, in which 令和 began, as 令和元年度: use the last day of the calendar year.
        let date: Date<Iso> = Date::try_new_iso(i32::from(year.starting_year()), 12, 31).ok()?;
        let formatter = DateTimeFormatter::try_new(self.locale(calendar).into(), Y::long()).ok()?;
        Some(formatter.format(&date).to_string())
    }

    /// The short era year of most of a fiscal year: R4 for FY2022, R1 for FY2019.
    pub(super) fn short_year(&self, year: FiscalYear) -> Option<String> {
        let date: Date<Iso> = Date::try_new_iso(i32::from(year.starting_year()), 12, 31).ok()?;
        let formatter = DateTimeFormatter::try_new(self.locale(Calendar::Customary).into(), Y::short()).ok()?;
        let text = formatter.format(&date).to_string().replace(FIRST_YEAR, "1");
        Some(text.trim_end_matches(|character: char| !character.is_ascii_digit()).to_owned())
    }

    /// The eras of the language's calendar, by full and short name: 令和 and R from FY2019.
    pub(super) fn eras(&self) -> Vec<(String, FiscalYear)> {
        /// The first year of the oldest era with Gregorian years.
        const FIRST: i64 = 1873;
        /// No known era begins later.
        const LAST: i64 = 2100;
        let mut eras: Vec<(String, FiscalYear)> = Vec::new();
        for fieldset in [Y::long(), Y::short()] {
            let Ok(formatter) = DateTimeFormatter::try_new(self.locale(Calendar::Customary).into(), fieldset) else {
                continue;
            };
            for year in (FIRST..=LAST).filter_map(FiscalYear::new) {
                let Ok(date) = Date::try_new_iso(i32::from(year.starting_year()), 12, 31) else { continue };
                let text = formatter.format(&date).to_string();
                let name = text.split(|character: char| character.is_ascii_digit() || character == FIRST_YEAR).next();
                let Some(name) = name.filter(|name| !name.is_empty() && name.len() < text.len()) else { continue };
                if !eras.iter().any(|(known, _)| known == name) {
                    eras.push((name.to_owned(), year));
                }
            }
        }
        eras
    }

    fn locale(&self, calendar: Calendar) -> &Locale {
        match calendar {
            Calendar::Customary => &self.customary,
            Calendar::Gregorian => &self.gregorian,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(locale: &str) -> Dates {
        Dates::new(&locale.parse().unwrap())
    }

    #[test]
    fn a_day_is_written_in_the_era_of_the_day() {
        let dates = dates("ja-u-ca-japanese");
        let day = |year, month, day| dates.day(Day { year, month, day }, Calendar::Customary).unwrap();
        assert_eq!(day(2023, 3, 31), "令和5年3月31日");
        assert_eq!(day(2019, 4, 30), "平成31年4月30日");
        assert_eq!(day(2019, 5, 1), "令和元年5月1日");
        assert_eq!(day(2029, 1, 1), "令和11年1月1日");
    }

    #[test]
    fn a_day_can_be_written_in_the_common_era() {
        let day = Day { year: 2023, month: 3, day: 31 };
        assert_eq!(dates("ja-u-ca-japanese").day(day, Calendar::Gregorian).unwrap(), "2023年3月31日");
        assert_eq!(dates("en-GB").day(day, Calendar::Customary).unwrap(), "31 March 2023");
    }

    #[test]
    fn a_weekday_is_written_in_full_and_in_short() {
        let day = Day { year: 2023, month: 10, day: 13 };
        let weekday = |locale| dates(locale).weekday(day).unwrap();
        assert_eq!(weekday("ja-u-ca-japanese"), ("金曜日".to_owned(), "金".to_owned()));
        assert_eq!(weekday("en-GB"), ("Friday".to_owned(), "Fri".to_owned()));
        assert_eq!(dates("ja").weekday(Day { month: 13, ..day }), None);
    }

    #[test]
    fn eras_begin_in_the_fiscal_year_that_is_their_first() {
        let eras = dates("ja-u-ca-japanese").eras();
        let first = |name: &str| eras.iter().find(|(era, _)| era == name).map(|(_, year)| year.starting_year());
        assert_eq!(["令和", "平成", "昭和", "大正"].map(first), [2019, 1989, 1926, 1912].map(Some), "{eras:?}");
        assert_eq!(["R", "H", "S", "T"].map(first), [2019, 1989, 1926, 1912].map(Some), "{eras:?}");
        assert_eq!(dates("en-GB").eras(), []);
    }

    #[test]
    fn a_short_year_has_the_letter_of_its_era() {
        let ja = dates("ja-u-ca-japanese");
        let year = |year| ja.short_year(FiscalYear::new(year).unwrap()).unwrap();
        let written = [2024, 2022, 2019, 2018, 1989, 1988, 1926, 1925, 1912, 1911, 1873].map(year);
        assert_eq!(written, ["R6", "R4", "R1", "H30", "H1", "S63", "S1", "T14", "T1", "M44", "M6"]);
    }

    #[test]
    fn a_fiscal_year_has_the_era_that_began_in_it() {
        let dates = dates("ja-u-ca-japanese");
        let year = |year| dates.fiscal_year(FiscalYear::new(year).unwrap(), Calendar::Customary).unwrap();
        assert_eq!([year(2022), year(2019), year(2018), year(1988)], ["令和4年", "令和元年", "平成30年", "昭和63年"]);
    }
}
