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
            let of_units = (0..fixed.len()).filter(|place| fixed[*place] && first.is_worded(*place));
            known.extend(of_units.filter_map(|place| first.surroundings(place)));
        }
        Self(known)
    }

    /// The tokens of a cell without the numbers of units, sorted.
    pub(super) fn read(&self, cell: &Pieces) -> Vec<Token> {
        let is_of_unit = |place: &usize| cell.surroundings(*place).is_some_and(|found| self.0.contains(&found));
        cell.without((0..cell.numbers.len()).filter(is_of_unit))
    }
}

/// The tokens of a cell without the numbers in its text, if it begins with its only other number: a unit that occurs
/// once cannot be learned.
pub(super) fn leading_value(cell: &Pieces) -> Option<Vec<Token>> {
    let worded = |place: &usize| cell.is_worded(*place);
    let (words, values): (Vec<usize>, Vec<usize>) = (0..cell.numbers.len()).partition(worded);
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

    /// Whether text precedes the number, and also follows it or nothing does.
    fn is_worded(&self, place: usize) -> bool {
        self.before(place).iter().any(|sign| sign.is_alphabetic())
            && self.next(self.numbers[place]).is_none_or(char::is_alphabetic)
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
