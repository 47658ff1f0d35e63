//! Fiscal years as people write them: `2022`, `FY2022`, `令和4年度`, `R4`.

use std::str::FromStr;

use super::vocabulary::{LazyVocabulary, fold, has_split_digits};
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::report::FiscalYear;

/// The first year of an era has a word of its own.
const FIRST_YEAR: &str = "元";

/// Reads a fiscal year by the calendar year in which it starts, or by its era.
///
/// # Errors
/// Returns the fault of a text that is not certainly one.
pub(super) fn read(cell: &Located<String>, vocabulary: LazyVocabulary<'_>) -> Result<FiscalYear, Box<Diagnostic>> {
    let plain = i64::from_str(&cell.value).ok().and_then(FiscalYear::new);
    let as_people_write = || written(vocabulary.within_year_affixes(&fold(&cell.value)), vocabulary);
    plain.or_else(|| if has_split_digits(&cell.value) { None } else { as_people_write() }).ok_or_else(|| {
        let fault = Diagnostic::at(Code::NotAYear, &cell.place).with("value", &cell.value);
        Box::new(fault.with_nearest(year_meant(&cell.value, vocabulary)))
    })
}

/// Reads a year without what stands around it: of the common era by four digits, of another by its name and number.
fn written(folded: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if folded.len() == 4 && is_digits(folded) {
        return FiscalYear::new(i64::from_str(folded).ok()?);
    }
    vocabulary.eras().iter().find_map(|era| {
        let number = folded.strip_prefix(era.name.as_str())?;
        let number = match number {
            FIRST_YEAR => 1,
            _ if is_digits(number) => i64::from_str(number).ok().filter(|number| *number > 0)?,
            _ => return None,
        };
        FiscalYear::new(i64::from(era.first.starting_year()).checked_add(number - 1)?)
    })
}

/// Returns the fiscal year that was probably meant where a calendar year is written.
fn year_meant(text: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    let folded = fold(text);
    let within = vocabulary
        .within_year_affixes(&folded)
        .trim_matches(|character: char| !character.is_alphanumeric() || character == '年' || character == '度');
    written(within, vocabulary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::source::Vocabulary;

    fn read_year(text: &str) -> Option<u16> {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add_year_affix("FY", "");
        vocabulary.add_year_affix("", "年度");
        for (name, first) in [("令和", 2019), ("R", 2019), ("平成", 1989), ("H", 1989)] {
            vocabulary.add_era(name, FiscalYear::new(first).unwrap());
        }
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        let vocabulary = Box::new(vocabulary);
        read(&cell, &vocabulary).ok().map(FiscalYear::starting_year)
    }

    #[test]
    fn years_are_read_by_either_calendar() {
        for text in [
            "2022",
            "２０２２",
            "FY2022",
            "FY 2022",
            "2022年度",
            "令和4年度",
            "令和４年度",
            "R4",
            "令和4",
            "Ｒ４",
            "r4年度",
            "㋿4年度",
        ] {
            assert_eq!(read_year(text), Some(2022), "{text}");
        }
        assert_eq!(read_year("令和元年度"), Some(2019));
        assert_eq!(read_year("平成31年度"), Some(2019));
    }

    #[test]
    fn what_is_not_certainly_a_fiscal_year_is_not_read() {
        for text in
            ["令和4年", "2022年", "22", "R0", "R", "来年度", "2022-23", "20222", "令和四年度", "4", "20 22", "R 1 2"]
        {
            assert_eq!(read_year(text), None, "{text}");
        }
    }
}
