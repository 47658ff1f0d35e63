//! Words that tables may use for columns, values, units and years. Does not depend on languages: the caller adds words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use unicode_normalization::UnicodeNormalization;

use crate::report::{FiscalYear, Language, NoteId, ObservationStatus, UnitId};

/// A vocabulary that is built at the first lookup, since most tables need none.
pub type LazyVocabulary<'a> = &'a dyn Deref<Target = Vocabulary>;

/// The words that tables may use besides the keys of the format. Comparison ignores case, width and white space.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    columns: BTreeMap<String, Vec<String>>,
    values: BTreeMap<(String, String), String>,
    /// Words of the report, which take precedence.
    own_values: BTreeMap<(String, String), String>,
    units: BTreeMap<UnitId, Vec<Affixes>>,
    cumulative: Vec<String>,
    absences: BTreeMap<String, Absence>,
    decimal_commas: BTreeSet<Language>,
    marks: BTreeMap<String, Vec<NoteId>>,
    numbered_marks: Vec<Affixes>,
    eras: Vec<Era>,
    year_affixes: Vec<Affixes>,
    sheets: BTreeMap<String, Vec<String>>,
}

/// The meaning of a sign or word in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// Why there is no number.
    pub status: ObservationStatus,
    /// False for a sign that offices use with different meanings.
    pub is_certain: bool,
}

/// The text around a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affixes {
    /// The text before the number.
    pub prefix: String,
    /// The text after the number.
    pub suffix: String,
}

/// An era, from whose beginning years are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Era {
    /// The name before the number of the year: 令和, R.
    pub name: String,
    /// The first fiscal year.
    pub first: FiscalYear,
}

impl Vocabulary {
    /// Adds a header of a column; the report's own take precedence.
    pub fn add_column(&mut self, column: &str, header: &str, is_own: bool) {
        let columns = self.columns.entry(fold(header)).or_default();
        let index = if is_own { 0 } else { columns.len() };
        columns.insert(index, column.to_owned());
    }

    /// Adds a word for a value of a column; the report's own take precedence.
    pub fn add_value(&mut self, column: &str, key: &str, word: &str, is_own: bool) {
        let values = if is_own { &mut self.own_values } else { &mut self.values };
        values.insert((column.to_owned(), fold(word)), key.to_owned());
    }

    /// Adds the affixes of a unit.
    pub fn add_unit(&mut self, unit: UnitId, prefix: &str, suffix: &str) {
        let affixes = Affixes { prefix: fold(prefix), suffix: fold(suffix) };
        if !affixes.prefix.is_empty() || !affixes.suffix.is_empty() {
            self.units.entry(unit).or_default().push(affixes);
        }
    }

    /// Adds a word that precedes cumulative numbers.
    pub fn add_cumulative_prefix(&mut self, word: &str) {
        self.cumulative.push(fold(word));
    }

    /// Adds a word or sign for an absent value; certain meanings take precedence.
    pub fn add_absence(&mut self, word: &str, absence: Absence) {
        let known = self.absences.entry(fold(word)).or_insert(absence);
        if absence.is_certain {
            *known = absence;
        }
    }

    /// Adds a language with a decimal comma.
    pub fn add_decimal_comma(&mut self, language: Language) {
        self.decimal_commas.insert(language);
    }

    /// Adds the mark of a note.
    pub fn add_mark(&mut self, mark: &str, note: NoteId) {
        let notes = self.marks.entry(fold(mark)).or_default();
        if !notes.contains(&note) {
            notes.push(note);
        }
    }

    /// Adds the affixes of numbered marks, for notes without a mark of their own.
    pub fn add_numbered_mark(&mut self, prefix: &str, suffix: &str) {
        self.numbered_marks.push(Affixes { prefix: fold(prefix), suffix: fold(suffix) });
    }

    /// Numbers the notes as they will be printed. For a single note, the mark without a number is also accepted.
    #[must_use]
    pub(super) fn with_notes(mut self, notes: &[NoteId]) -> Self {
        let is_marked: Vec<NoteId> = self.marks.values().flatten().cloned().collect();
        for Affixes { prefix, suffix } in self.numbered_marks.clone() {
            for (index, note) in notes.iter().enumerate().filter(|(_, note)| !is_marked.contains(note)) {
                self.add_mark(&format!("{prefix}{}{suffix}", index + 1), note.clone());
                if notes.len() == 1 {
                    self.add_mark(&format!("{prefix}{suffix}"), note.clone());
                }
            }
        }
        self
    }

    /// Adds an era.
    pub fn add_era(&mut self, name: &str, first: FiscalYear) {
        self.eras.push(Era { name: fold(name), first });
    }

    /// Adds the affixes of a fiscal year.
    pub fn add_year_affix(&mut self, prefix: &str, suffix: &str) {
        self.year_affixes.push(Affixes { prefix: fold(prefix), suffix: fold(suffix) });
    }

    /// Adds a name for a sheet of a workbook.
    pub fn add_sheet(&mut self, sheet: &str, name: &str) {
        self.sheets.entry(sheet.to_owned()).or_default().push(name.to_owned());
    }

    /// The columns that a header can mean: an identifier is called `id` in one table, and `indicator` in another.
    pub(super) fn columns(&self, header: &str) -> &[String] {
        self.columns.get(&fold(header)).map_or(&[], Vec::as_slice)
    }

    /// The words for columns, folded, with the keys that they can mean.
    pub(super) fn column_words(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.columns.iter().map(|(word, keys)| (word.as_str(), keys.as_slice()))
    }

    pub(super) fn value(&self, column: &str, word: &str) -> Option<&str> {
        let word = (column.to_owned(), fold(word));
        self.own_values.get(&word).or_else(|| self.values.get(&word)).map(String::as_str)
    }

    /// The value of a column (`unit`, `kind`, `group`) that a word means. A unit may be written as it is printed behind
    /// numbers, if no other is.
    #[must_use]
    pub fn meaning(&self, column: &str, word: &str) -> Option<&str> {
        let unit = || match self.units_written("", &fold(word)).collect::<Vec<_>>()[..] {
            [unit] if column == "unit" => Some(unit.as_str()),
            _ => None,
        };
        self.value(column, word).or_else(unit)
    }

    /// The words of a column, for suggestions; those of the report first.
    pub(super) fn words(&self, column: &str) -> impl Iterator<Item = &str> {
        let keys = self.own_values.keys().chain(self.values.keys());
        keys.filter(move |(of, _)| of == column).map(|(_, word)| word.as_str())
    }

    pub(super) fn absence(&self, folded: &str) -> Option<Absence> {
        self.absences.get(folded).copied()
    }

    pub(super) fn has_decimal_comma(&self, language: &Language) -> bool {
        self.decimal_commas.contains(language)
    }

    pub(super) fn units_written(&self, prefix: &str, suffix: &str) -> impl Iterator<Item = &UnitId> {
        let is_written = move |affixes: &Affixes| {
            (affixes.prefix.as_str(), affixes.suffix.as_str()) == (prefix, suffix)
                || (prefix.is_empty() && !affixes.suffix.is_empty() && affixes.suffix == suffix)
        };
        self.units.iter().filter(move |(_, affixes)| affixes.iter().any(is_written)).map(|(unit, _)| unit)
    }

    /// The text after a word for cumulative numbers. `None` if the text does not begin with one.
    pub(super) fn without_cumulative<'a>(&self, folded: &'a str) -> Option<&'a str> {
        self.cumulative.iter().find_map(|word| folded.strip_prefix(word.as_str()))
    }

    /// Splits the mark of a note from the end of a text, and returns the text before it, the mark and its notes.
    pub(super) fn split_mark<'a>(&self, folded: &'a str) -> Option<(&'a str, &str, &[NoteId])> {
        let longest =
            self.marks.iter().filter(|(mark, _)| folded.ends_with(mark.as_str())).max_by_key(|(mark, _)| mark.len());
        let (mark, notes) = longest?;
        Some((folded.strip_suffix(mark.as_str())?, mark, notes))
    }

    pub(super) fn eras(&self) -> &[Era] {
        &self.eras
    }

    pub(super) fn within_year_affixes<'a>(&self, folded: &'a str) -> &'a str {
        let within = self
            .year_affixes
            .iter()
            .filter_map(|affixes| folded.strip_prefix(affixes.prefix.as_str())?.strip_suffix(affixes.suffix.as_str()));
        within.min_by_key(|within| within.len()).unwrap_or(folded)
    }

    /// The names that a sheet may have besides its key.
    pub(super) fn sheets(&self, sheet: &str) -> &[String] {
        self.sheets.get(sheet).map_or(&[], Vec::as_slice)
    }
}

/// Whether white space separates digits: two numbers in one cell, or a typing error.
pub(super) fn has_split_digits(text: &str) -> bool {
    let is_digit = |character: char| character.nfkc().all(|plain| plain.is_ascii_digit() || matches!(plain, '.' | ','));
    let parts: Vec<&str> = text.split_whitespace().collect();
    parts.windows(2).any(|pair| pair[0].ends_with(is_digit) && pair[1].starts_with(is_digit))
}

/// Normalizes a text for comparison: compatibility forms (full-width digits, half-width kana), case and white space.
/// Superscript, circled and similar digits are kept unless they follow a letter, as in km²: the mark of a note must not
/// become a digit of the number before it.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        let is_mark = character.is_numeric() && !character.is_ascii_digit() && !('０'..='９').contains(&character);
        if is_mark && !folded.ends_with(char::is_alphabetic) {
            folded.push(character);
        } else {
            folded.extend(character.nfkc().flat_map(char::to_lowercase).filter(|plain| !plain.is_whitespace()));
        }
    }
    // A voiced half-width kana is two characters.
    folded.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_width_case_and_space() {
        for (text, folded) in [
            ("Ｐercent ", "percent"),
            ("１，１６６", "1,166"),
            ("ｸﾞﾙｰﾌﾟ", "グループ"),
            ("カ\u{3099}", "ガ"),
            ("㋿ 4年度", "令和4年度"),
            ("５㎡", "5m2"),
            ("5 km²", "5km2"),
            ("…", "..."),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_raised_or_circled_digit_is_no_digit_of_the_number_before_it() {
        for text in ["70.2¹", "57①", "57⁽²⁾", "57⑴", "5½", "𝟓7", "57₂"] {
            assert!(!fold(text).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'), "{text}");
        }
    }
}
