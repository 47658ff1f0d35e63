//! The document number given by a committee: series and number, parsed from free text.

use crate::diagnostic::Place;

/// The series of a committee's documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum MaterialSeries {
    /// 資料.
    #[default]
    Main,
    /// 参考資料.
    Reference,
}

impl MaterialSeries {
    /// Every series and its name in `report.toml`; the first is the default.
    pub const NAMES: [(&'static str, MaterialSeries); 2] = [("main", Self::Main), ("reference", Self::Reference)];

    /// Words before a number that the stamp prints anyway. Words come before their own prefixes.
    const PREFIXES: [(&'static str, MaterialSeries); 15] = [
        ("参考資料", Self::Reference),
        ("参考", Self::Reference),
        ("会議資料", Self::Main),
        ("資料", Self::Main),
        ("reference documents", Self::Reference),
        ("reference document", Self::Reference),
        ("reference materials", Self::Reference),
        ("reference material", Self::Reference),
        ("reference", Self::Reference),
        ("ref.", Self::Reference),
        ("documents", Self::Main),
        ("document", Self::Main),
        ("materials", Self::Main),
        ("material", Self::Main),
        ("main", Self::Main),
    ];
}

/// A document number given by a committee: 資料1-2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// The number as it is stamped: `1-2`.
    pub number: String,
    /// The series.
    pub series: MaterialSeries,
    /// The place of the number; `None` if it is from the command line.
    pub place: Option<Place>,
}

/// Why a text is not a document number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaterialError {
    /// There is no number, or it is too long for its box.
    Length,
    /// An unknown word precedes the number.
    Word,
    /// The word before the number is that of the other series.
    Series,
}

impl Material {
    /// The longest number in characters that fits its box.
    pub const LONGEST: usize = 20;

    /// Parses a number such as 1-2, 資料１－２, Reference Document 1 or reference:1. Full-width digits and hyphens become
    /// half-width.
    ///
    /// # Errors
    /// Fails if the remaining text cannot be stamped.
    pub fn new(text: &str, series: Option<MaterialSeries>) -> Result<Self, MaterialError> {
        let text: String = text.chars().map(narrow).collect();
        let mut rest = text.trim();
        let mut found = series;
        while let Some((after, named)) = after_prefix(rest) {
            if found.is_some_and(|found| found != named) {
                return Err(MaterialError::Series);
            }
            found = Some(named);
            rest = after;
        }
        if rest.is_empty() || rest.chars().count() > Self::LONGEST || rest.chars().any(char::is_control) {
            return Err(MaterialError::Length);
        }
        if begins_with_word(rest) || rest.contains(':') {
            return Err(MaterialError::Word);
        }
        Ok(Self { number: rest.to_owned(), series: found.unwrap_or_default(), place: None })
    }
}

/// The half-width form of a letter, digit or hyphen.
fn narrow(sign: char) -> char {
    match sign {
        '\u{3000}' | '\u{A0}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '！'..='～' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        _ => sign,
    }
}

fn after_prefix(text: &str) -> Option<(&str, MaterialSeries)> {
    MaterialSeries::PREFIXES.into_iter().find_map(|(prefix, series)| {
        let (start, rest) = text.split_at_checked(prefix.len())?;
        // Otherwise only the beginning of a longer word matches.
        let is_whole = !prefix.is_ascii() || !rest.starts_with(|sign: char| sign.is_ascii_alphabetic());
        let rest = rest.trim_start().trim_start_matches(':').trim_start();
        (is_whole && start.eq_ignore_ascii_case(prefix)).then_some((rest, series))
    })
}

/// Whether a text begins with a word, as opposed to a number or one letter before it: 第1号, No.3, A-1, イ.
fn begins_with_word(text: &str) -> bool {
    let rest = ["第", "No."].into_iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim_start();
    let is_letter = |sign: &char| sign.is_alphabetic() && !"〇一二三四五六七八九十百".contains(*sign);
    rest.chars().take_while(is_letter).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, MaterialSeries)> {
        Material::new(text, None).ok().map(|material| (material.number, material.series))
    }

    #[test]
    fn words_that_are_stamped_anyway_are_no_part_of_the_number() {
        use MaterialSeries::{Main, Reference};
        for (text, number, series) in [
            ("1-2", "1-2", Main),
            ("資料1-2", "1-2", Main),
            ("資料　１－２", "1-2", Main),
            ("資料資料1", "1", Main),
            ("main:3", "3", Main),
            ("Document 1-2", "1-2", Main),
            ("document1", "1", Main),
            ("MATERIAL 4", "4", Main),
            ("参考資料1", "1", Reference),
            ("参考２", "2", Reference),
            ("reference:1", "1", Reference),
            ("reference:参考資料1", "1", Reference),
            ("Reference Document 1", "1", Reference),
            ("Reference 2", "2", Reference),
        ] {
            assert_eq!(read(text), Some((number.to_owned(), series)), "{text}");
        }
    }

    #[test]
    fn what_committees_write_in_numbers_stays() {
        for number in ["A-1", "第1号", "No.3", "1の2", "1-2（改訂版）", "イ", "①", "一", "十二"] {
            let stamped: String = number.chars().map(narrow).collect();
            assert_eq!(read(number), Some((stamped, MaterialSeries::Main)), "{number}");
        }
    }

    #[test]
    fn what_would_be_stamped_otherwise_than_meant_is_refused() {
        for (text, series, error) in [
            ("", None, MaterialError::Length),
            ("資料", None, MaterialError::Length),
            ("参考資料 ", None, MaterialError::Length),
            ("1\u{7}", None, MaterialError::Length),
            ("別紙1", None, MaterialError::Word),
            ("Annex 1", None, MaterialError::Word),
            ("Referenz 1", None, MaterialError::Word),
            ("x:1", None, MaterialError::Word),
            ("参考資料1", Some(MaterialSeries::Main), MaterialError::Series),
            ("reference:資料1", None, MaterialError::Series),
        ] {
            assert_eq!(Material::new(text, series), Err(error), "{text}");
        }
        assert_eq!(Material::new(&"1".repeat(21), None), Err(MaterialError::Length));
    }
}
