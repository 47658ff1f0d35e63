//! Reads cells as identifiers and words, and rows as items. Anything ambiguous is a problem, never a guess.

use std::collections::BTreeSet;

use super::conventions::Conventions;
use super::invisible;
use super::number::{self, NumberContext, Reading};
use super::table::{Origin, Row};
use super::year;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{FiscalYear, IndicatorId, NoteId, ObservationStatus, References, UnitId};

pub(super) fn identifier<T>(
    cell: &Located<String>,
    new: fn(&str) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Option<Located<T>> {
    let id = new(&cell.value);
    if id.is_none() {
        let problem = || Diagnostic::at(Code::InvalidId, &cell.place).with("id", &cell.value).with("part", "id");
        diagnostics.push(invisible::diagnostic(&cell.value, &cell.place).unwrap_or_else(problem));
    }
    Some(Located::new(id?, cell.place.clone()))
}

pub(super) fn word<T: Copy>(cell: &Located<String>, words: &[(&str, T)], diagnostics: &mut Diagnostics) -> Option<T> {
    let found = meant(&cell.value, words);
    if found.is_none() {
        diagnostics.push(unknown_word(cell, words.iter().map(|(name, _)| *name)));
    }
    found
}

/// The problem of an unknown word, for columns that can have custom words.
fn unknown_word_code(column: &str) -> Option<Code> {
    match column {
        "unit" => Some(Code::UnknownUnit),
        "kind" => Some(Code::UnknownKind),
        "group" => Some(Code::UnknownGroup),
        "evaluation" => Some(Code::InvalidId),
        _ => None,
    }
}

fn meant<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
}

fn unknown_word<'a>(cell: &Located<String>, allowed: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownWord, &cell.place).with("value", &cell.value).with_candidates(&cell.value, allowed)
}

#[derive(Debug)]
pub(super) struct Read<T> {
    pub(super) items: Vec<T>,
    /// Indicators of rows with problems.
    pub(super) faulty: BTreeSet<IndicatorId>,
    /// References from rows that could not be read completely.
    pub(super) references: References,
    /// Signs in place of numbers that mean different things in different offices, with the assumed meaning.
    pub(super) signs: Vec<(Located<String>, ObservationStatus)>,
    /// False if none of the rows can be read.
    pub(super) is_whole: bool,
}

impl<T> Read<T> {
    pub(super) fn nothing() -> Self {
        let (items, faulty, references) = (Vec::new(), BTreeSet::new(), References::default());
        Self { items, faulty, references, signs: Vec::new(), is_whole: false }
    }
}

pub(super) fn read_rows<T>(
    rows: &[Row],
    indicator_column: &str,
    conventions: Conventions<'_>,
    read: impl Fn(&mut CellReader<'_>) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Read<T> {
    let mut all = Read { is_whole: true, ..Read::nothing() };
    for row in rows {
        let found = diagnostics.found();
        let (references, signs) = (&mut all.references, &mut all.signs);
        let item = match (row.is_sound, row.has_unreadable()) {
            (false, _) => None,
            (true, false) => read(&mut CellReader { row, conventions, diagnostics, references, signs }),
            // Problems of the other cells are still reported.
            (true, true) => {
                let mut found = Diagnostics::default();
                read(&mut CellReader { row, conventions, diagnostics: &mut found, references, signs });
                let is_other =
                    |problem: &Diagnostic| problem.place.as_ref().is_none_or(|place| !row.is_unreadable(place));
                diagnostics.extend(found.into_iter().filter(is_other));
                None
            }
        };
        if item.is_none() || diagnostics.found() > found {
            all.faulty.extend(row.cell(indicator_column).and_then(|cell| IndicatorId::written(&cell.value)));
        }
        all.items.extend(item);
    }
    all
}

pub(super) struct CellReader<'a> {
    pub(super) row: &'a Row,
    pub(super) conventions: Conventions<'a>,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// Receives the references of a row that cannot be read completely.
    pub(super) references: &'a mut References,
    pub(super) signs: &'a mut Vec<(Located<String>, ObservationStatus)>,
}

impl CellReader<'_> {
    /// Reads an optional number, or a sign in its place.
    pub(super) fn number(
        &mut self,
        column: &str,
        unit: Option<&UnitId>,
        is_cumulative: bool,
    ) -> Option<Located<Reading>> {
        let cell = self.row.cell(column)?;
        self.number_in(cell, column, unit, is_cumulative)
    }

    pub(super) fn number_in(
        &mut self,
        cell: &Located<String>,
        column: &str,
        unit: Option<&UnitId>,
        is_cumulative: bool,
    ) -> Option<Located<Reading>> {
        let origin = self.row.origin(column);
        let context = NumberContext { conventions: self.conventions, origin, unit, is_cumulative };
        let reading = self.sound(number::read(cell, context))?;
        Some(Located::new(reading, cell.place.clone()))
    }

    pub(super) fn fiscal_year(&mut self, column: &str) -> Option<Located<FiscalYear>> {
        let cell = self.row.cell(column)?;
        let is_raised = *self.row.origin(column) == Origin::Raised;
        let year = if is_raised { Err(number::raised(cell)) } else { year::read(cell, self.conventions.vocabulary) };
        let year = self.sound(year)?;
        Some(Located::new(year, cell.place.clone()))
    }

    /// Reads an optional identifier, or a word for it.
    pub(super) fn identifier<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Option<Located<T>> {
        let cell = self.row.cell(column)?;
        // Built-in identifiers are in lower case; one with capitals may be a word: Percent.
        let is_key = new(&cell.value).is_some() && !cell.value.contains(|letter: char| letter.is_uppercase());
        let meant = (!is_key).then(|| self.conventions.vocabulary.meaning(column, &cell.value).and_then(new)).flatten();
        match (meant, unknown_word_code(column)) {
            (Some(id), _) => Some(Located::new(id, cell.place.clone())),
            // An unknown word in a column that requires an identifier.
            (None, Some(code)) if new(&cell.value).is_none() => {
                let problem = Diagnostic::at(code, &cell.place).with("id", &cell.value).with("part", column);
                // ASCII words are only kept in lower case, which is not how they are written.
                let words = self.conventions.vocabulary.words(column).filter(|word| !word.is_ascii());
                self.diagnostics.push(problem.with_candidates(&cell.value, words));
                None
            }
            _ => identifier(cell, new, self.diagnostics),
        }
    }

    pub(super) fn required_identifier<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Option<Located<T>> {
        self.row.required(column, self.diagnostics)?;
        self.identifier(column, new)
    }

    /// Reads notes separated by spaces, as identifiers or marks.
    pub(super) fn notes(&mut self, column: &str) -> Vec<Located<NoteId>> {
        let Some(cell) = self.row.cell(column) else { return Vec::new() };
        let mut notes = Vec::new();
        for text in cell.value.split_whitespace() {
            let part = Located::new(text.to_owned(), cell.place.clone());
            match NoteId::new(text) {
                Some(note) => notes.push(Located::new(note, cell.place.clone())),
                None => match number::marks(&part, self.conventions) {
                    Ok(marked) => {
                        notes.extend(marked.into_iter().map(|note| Located::new(note, cell.place.clone())));
                    }
                    Err(problem) => self.diagnostics.push(*problem),
                },
            }
        }
        notes
    }

    /// Reads a word of a closed list, in any language; `default` for an empty cell.
    pub(super) fn word<T: Copy>(&mut self, column: &str, words: &[(&str, T)], default: T) -> T {
        let Some(cell) = self.row.cell(column) else { return default };
        let found = meant(&cell.value, words)
            .or_else(|| self.conventions.vocabulary.value(column, &cell.value).and_then(|key| meant(key, words)));
        found.unwrap_or_else(|| {
            let of_language: Vec<String> = self.conventions.vocabulary.words(column).map(str::to_owned).collect();
            let of_language = of_language.iter().map(String::as_str).filter(|word| meant(word, words).is_none());
            let allowed = words.iter().map(|(name, _)| *name).chain(of_language);
            self.diagnostics.push(unknown_word(cell, allowed));
            default
        })
    }

    fn sound<T>(&mut self, result: Result<T, Box<Diagnostic>>) -> Option<T> {
        result.map_err(|problem| self.diagnostics.push(*problem)).ok()
    }
}
