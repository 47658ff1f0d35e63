//! Learns which numbers belong to the text of a unit, as in 人/10万人, in documents whose messages are not known: they
//! are the same in every value of such a unit, with text around them. Does not depend on the language.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::lexicon::{NumberPlace, Pieces, Token};
use super::printed::is_space;

/// A number in a unit with the two characters before it and the one after it.
type Surroundings = (String, Decimal, Option<char>);

#[derive(Debug, Default)]
pub(super) struct Wording(BTreeSet<Surroundings>);

impl Wording {
    /// Learns from cells whose texts differ only in numbers: a number within text that is the same in all of them,
    /// while another number differs, belongs to the unit.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Pieces>) -> Self {
        let mut alike: BTreeMap<String, Vec<&Pieces>> = BTreeMap::new();
        for cell in cells.filter(|cell| cell.numbers.len() > 1) {
            alike.entry(cell.pattern()).or_default().push(cell);
        }
        let mut known = BTreeSet::new();
        for cells in alike.values() {
            let Some(first) = cells.first() else { continue };
            let is_fixed = |place: usize| cells.iter().all(|cell| cell.number(place) == first.number(place));
            let fixed: Vec<bool> = (0..first.numbers.len()).map(is_fixed).collect();
            if fixed.iter().all(|fixed| *fixed) {
                continue;
            }
            let is_of_unit = |place: &usize| fixed[*place] && cells.iter().all(|cell| cell.is_of_unit(*place));
            let of_units = (0..fixed.len()).filter(is_of_unit);
            known.extend(of_units.filter_map(|place| first.surroundings(place)));
        }
        Self(known)
    }

    /// The tokens of a cell without the numbers of units, sorted.
    pub(super) fn read(&self, cell: &Pieces) -> Vec<Token> {
        let is_known = |place: &usize| cell.surroundings(*place).is_some_and(|found| self.0.contains(&found));
        cell.without((0..cell.numbers.len()).filter(|place| cell.is_of_unit(*place)).filter(is_known))
    }
}

/// The tokens of a cell without the numbers in its text, if it begins with its only other number: a unit that occurs
/// once cannot be learned.
pub(super) fn leading_value(cell: &Pieces) -> Option<Vec<Token>> {
    let is_of_unit = |place: &usize| cell.is_of_unit(*place);
    let (words, values): (Vec<usize>, Vec<usize>) = (0..cell.numbers.len()).partition(is_of_unit);
    (values == [0] && !words.is_empty()).then(|| cell.without(words.into_iter()))
}

impl Pieces {
    fn pattern(&self) -> String {
        let mut pattern = String::new();
        let mut from = 0;
        for place in &self.numbers {
            pattern.extend(self.signs[from..place.start].iter().filter(|sign| !is_space(**sign)));
            pattern.push('\u{0}');
            from = place.end;
        }
        pattern.extend(self.signs[from..].iter().filter(|sign| !is_space(**sign)));
        pattern
    }

    fn number(&self, place: usize) -> Option<&Token> {
        self.tokens.get(self.numbers.get(place)?.token)
    }

    /// The text between the previous number and this one.
    fn before(&self, place: usize) -> &[char] {
        let from = place.checked_sub(1).map_or(0, |before| self.numbers[before].end);
        &self.signs[from..self.numbers[place].start]
    }

    fn next(&self, NumberPlace { end, .. }: NumberPlace) -> Option<char> {
        self.signs[end..].iter().copied().find(|sign| !is_space(*sign))
    }

    /// Whether a number can belong to a unit: text precedes it, and also follows it or nothing does, and it is not a value.
    fn is_of_unit(&self, place: usize) -> bool {
        self.before(place).iter().any(|sign| sign.is_alphabetic())
            && self.next(self.numbers[place]).is_none_or(char::is_alphabetic)
            && !self.is_value(place)
    }

    /// Whether a number is certainly a value: alone between years, as in “610 g in FY2020, 574 g in FY2024”, or with the
    /// unit of another value, as a target has with that of the year below it.
    fn is_value(&self, place: usize) -> bool {
        let others = || (0..self.numbers.len()).filter(|other| *other != place);
        let is_alone = others().all(|other| self.numbers[other].part != self.numbers[place].part);
        let unit = self.after(place);
        // The plural of a unit begins with its singular.
        let has_unit = |unit: &str, other: &str| !unit.is_empty() && other.starts_with(unit);
        let is_alike = |other: &str| has_unit(&unit, other) || has_unit(other, &unit);
        is_alone || others().any(|other| self.number(other) != self.number(place) && is_alike(&self.after(other)))
    }

    /// The text between this number and the next one, without spaces.
    fn after(&self, place: usize) -> String {
        let next = self.numbers.get(place + 1).map_or(self.signs.len(), |next| next.start);
        self.signs[self.numbers[place].end..next].iter().filter(|sign| !is_space(**sign)).collect()
    }

    fn surroundings(&self, place: usize) -> Option<Surroundings> {
        let Token::Number(number) = self.number(place)? else { return None };
        let before = self.before(place).iter().rev().filter(|sign| !is_space(**sign)).take(2).collect();
        Some((before, *number, self.next(self.numbers[place])))
    }

    fn without(&self, numbers: impl Iterator<Item = usize>) -> Vec<Token> {
        let left_out: BTreeSet<usize> = numbers.map(|place| self.numbers[place].token).collect();
        let kept = self.tokens.iter().enumerate().filter(|(place, _)| !left_out.contains(place));
        let mut tokens: Vec<Token> = kept.map(|(_, token)| token.clone()).collect();
        tokens.sort();
        tokens
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::lexicon::Lexicon;
    use super::*;
    use crate::embedded;
    use crate::locale::{Layer, LocaleFile, Words};
    use crate::report::{FiscalYear, Language};

    fn pieces(tag: &str, cells: &[&str]) -> Vec<Pieces> {
        let text = embedded::LOCALES.get_file(format!("{tag}/shared.ftl")).unwrap().contents_utf8().unwrap();
        let file = LocaleFile { name: tag.into(), text: text.into(), layer: Layer::BuiltIn };
        let words = Words::new(Language::new(tag).unwrap(), &[file], Arc::new(|_, _| true));
        let lexicon = Lexicon::new(&words, (2015..2030).filter_map(FiscalYear::new));
        cells.iter().map(|cell| lexicon.pieces(cell)).collect()
    }

    /// The numbers that are left of each cell, without years.
    fn read(tag: &str, cells: &[&str]) -> Vec<Vec<i64>> {
        let cells = pieces(tag, cells);
        let wording = Wording::of(cells.iter());
        let number = |token: &Token| match token {
            Token::Number(number) => i64::try_from(*number).ok().filter(|number| !(2015..2030).contains(number)),
            _ => None,
        };
        cells.iter().map(|cell| wording.read(cell).iter().filter_map(number).collect()).collect()
    }

    #[test]
    fn a_value_that_two_indicators_share_is_not_learned_as_a_number_of_their_unit() {
        let trend = |last: &str| format!("令和2年度の610グラムから令和6年度の{last}グラムまで");
        assert_eq!(read("ja", &[&trend("574"), &trend("590")]), [[574, 610], [590, 610]]);
        let trend = |first: &str| format!("From {first} grams in FY2020 to 574 grams in FY2024");
        assert_eq!(read("en", &[&trend("610"), &trend("590")]), [[574, 610], [574, 590]]);
        assert_eq!(read("ja", &["100グラム 80グラム", "120グラム 80グラム"]), [[80, 100], [80, 120]]);
        assert_eq!(read("en", &["1 gram 80 grams", "120 grams 80 grams"]), [[1, 80], [80, 120]]);
    }

    #[test]
    fn a_number_in_the_words_of_a_unit_is_learned() {
        assert_eq!(read("ja", &["103件／24時間", "98件／24時間"]), [[103], [98]]);
        let trend = |first: &str| format!("令和2年度の{first}件／24時間から令和6年度の98件／24時間まで");
        assert_eq!(read("ja", &[&trend("103"), &trend("90")]), [[98, 103], [90, 98]]);
        assert_eq!(read("en", &["12 per 1,000 people", "15 per 1,000 people"]), [[12], [15]]);
        assert_eq!(read("en", &["12 t-CO2", "15 t-CO2"]), [[12], [15]]);
    }

    #[test]
    fn only_the_numbers_of_a_unit_are_left_out_behind_a_value() {
        let leading = |tag: &str, cell: &str| leading_value(&pieces(tag, &[cell])[0]);
        assert_eq!(leading("en", "12 per 1,000 people"), Some(vec![Token::Number(Decimal::from(12))]));
        assert_eq!(leading("en", "610 grams in FY2020, 574 grams in FY2024"), None);
        assert_eq!(leading("en", "100 grams 80 grams"), None);
    }
}
