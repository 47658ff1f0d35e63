//! Parses fiscal years as people write them: `2022`, `FY2022`, `令和4年度`, `R4`, `2022(令和4)年度`, `2022/23`.

use std::str::FromStr;

use super::vocabulary::{LazyVocabulary, fold, has_split_digits};
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::report::FiscalYear;

pub(super) const FIRST_YEAR: char = '元';

/// A parsed year: of one calendar, or of two that disagree.
enum Written {
    One(FiscalYear),
    Two(FiscalYear, FiscalYear),
}

/// Parses a fiscal year by its starting year, by era, or both. Fails if the text is not a year, or ambiguous.
pub(super) fn read(cell: &Located<String>, vocabulary: LazyVocabulary<'_>) -> Result<FiscalYear, Box<Diagnostic>> {
    if let Some(year) = i64::from_str(&cell.value).ok().and_then(FiscalYear::new) {
        return Ok(year);
    }
    let written = if has_split_digits(&cell.value) { None } else { written(&fold(&cell.value), vocabulary) };
    let problem = || Diagnostic::at(Code::NotAYear, &cell.place).with("value", &cell.value);
    match written {
        Some(Written::One(year)) => Ok(year),
        Some(Written::Two(first, second)) => {
            Err(problem().with("part", "calendars").with("first", first).with("second", second).into())
        }
        None => Err(problem().with_nearest(year_meant(&cell.value, vocabulary)).into()),
    }
}

pub(super) fn of_header(header: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    match written(&fold(header), vocabulary)? {
        Written::One(year) => Some(year),
        Written::Two(..) => None,
    }
}

/// Parses a year of one calendar, or of two with one in brackets: 令和4年度(2022年度), 2022(令和4)年度.
fn written(folded: &str, vocabulary: LazyVocabulary<'_>) -> Option<Written> {
    let Some((before, inner, behind)) = bracketed(folded) else {
        return of_one_calendar(folded, vocabulary).map(Written::One);
    };
    let outer = of_one_calendar(&format!("{before}{behind}"), vocabulary)?;
    let inner = of_one_calendar(inner, vocabulary)?;
    Some(if outer == inner { Written::One(outer) } else { Written::Two(outer, inner) })
}

/// Splits a text with one pair of brackets: before, inside, after.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('〔', '〕'), ('【', '】')];
    PAIRS.iter().find_map(|(open, close)| {
        let (before, rest) = text.split_once(*open)?;
        let (inner, behind) = rest.split_once(*close)?;
        (!before.is_empty() && !inner.is_empty()).then_some((before, inner, behind))
    })
}

fn of_one_calendar(folded: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    plain(vocabulary.within_year_affixes(folded), vocabulary)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses a year without affixes: four digits of the common era, or an era's name and number.
fn plain(folded: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    if let Some(year) = common_era(folded).or_else(|| of_two_years(folded)) {
        return Some(year);
    }
    vocabulary.eras().iter().find_map(|era| {
        let number = folded.strip_prefix(era.name.as_str())?;
        let number = match number {
            _ if number.strip_prefix(FIRST_YEAR) == Some("") => 1,
            _ if is_digits(number) => i64::from_str(number).ok().filter(|number| *number > 0)?,
            _ => return None,
        };
        FiscalYear::new(i64::from(era.first.starting_year()).checked_add(number - 1)?)
    })
}

/// Parses four digits, or 2022.0 as written by programs that store years as floating-point numbers.
fn common_era(text: &str) -> Option<FiscalYear> {
    let whole = text.split_once('.').map_or(Some(text), |(whole, zeros)| {
        (!zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0')).then_some(whole)
    })?;
    let is_year = whole.len() == 4 && is_digits(whole);
    is_year.then(|| i64::from_str(whole).ok()).flatten().and_then(FiscalYear::new)
}

/// Parses a fiscal year given by its two calendar years: 2022/2023, 2022-23.
fn of_two_years(text: &str) -> Option<FiscalYear> {
    const SIGNS: [char; 9] = ['/', '-', '‐', '–', '—', '−', '~', '〜', '⁄'];
    let (first, second) = text.split_once(SIGNS)?;
    let first = common_era(first).filter(|_| is_digits(first))?;
    let next = u32::from(first.starting_year()) + 1;
    let is_next = match second.len() {
        4 => second == next.to_string(),
        2 => second == format!("{:02}", next % 100),
        _ => false,
    };
    is_next.then_some(first)
}

fn year_meant(text: &str, vocabulary: LazyVocabulary<'_>) -> Option<FiscalYear> {
    let folded = fold(text);
    let within = vocabulary
        .within_year_affixes(&folded)
        .trim_matches(|character: char| !character.is_alphanumeric() || character == '年' || character == '度');
    plain(within, vocabulary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::source::Vocabulary;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add_year_affix("FY", "");
        vocabulary.add_year_affix("", "年度");
        for (name, first) in [("令和", 2019), ("R", 2019), ("平成", 1989), ("H", 1989)] {
            vocabulary.add_era(name, FiscalYear::new(first).unwrap());
        }
        vocabulary
    }

    fn read_year(text: &str) -> Option<u16> {
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        let vocabulary = Box::new(vocabulary());
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
            "2022.0",
            "2022/2023",
            "2022/23",
            "2022-23",
            "2022–2023年度",
            "FY2022-23",
            "２０２２～２３年度",
            "令和4年度（2022年度）",
            "2022(令和4)年度",
            "2022年度（R4）",
            "令和4年度〔2022/23〕",
        ] {
            assert_eq!(read_year(text), Some(2022), "{text}");
        }
        assert_eq!(read_year("令和元年度"), Some(2019));
        assert_eq!(read_year("平成31年度"), Some(2019));
    }

    #[test]
    fn what_is_not_certainly_a_fiscal_year_is_not_read() {
        for text in [
            "令和4年",
            "2022年",
            "22",
            "R0",
            "R",
            "来年度",
            "20222",
            "令和四年度",
            "4",
            "20 22",
            "R 1 2",
            "2022.5",
            "2022.",
            "2022-24",
            "2022/2024",
            "2022-1",
            "2003-05",
            "2022-22",
            "2022年度(見込)",
            "(2022)",
            "2022()",
            "令和4年(2022年)",
        ] {
            assert_eq!(read_year(text), None, "{text}");
        }
    }

    #[test]
    fn two_calendars_that_disagree_are_both_named() {
        let vocabulary = vocabulary();
        let cell = Located::new("令和4年度（2023年度）".to_owned(), Place::whole(&"data.csv".into()));
        let problem = read(&cell, &Box::new(vocabulary)).unwrap_err();
        assert_eq!((problem.argument("first"), problem.argument("second")), (Some("2022"), Some("2023")));
    }
}
