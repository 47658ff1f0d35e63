//! Cells → identifiers and words, and rows of cells → what they say. What cannot be read for certain is a problem, never a
//! guess.

use std::collections::BTreeSet;

use super::conventions::Conventions;
use super::invisible;
use super::number::{self, NumberContext, Reading};
use super::table::{Origin, Row};
use super::year;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{FiscalYear, IndicatorId, NoteId, ObservationStatus, References, UnitId};

/// Reads an identifier.
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

/// Reads one of a closed list of words.
pub(super) fn word<T: Copy>(cell: &Located<String>, words: &[(&str, T)], diagnostics: &mut Diagnostics) -> Option<T> {
    let found = meant(&cell.value, words);
    if found.is_none() {
        diagnostics.push(unknown_word(cell, words.iter().map(|(name, _)| *name)));
    }
    found
}

/// Returns the problem of a word that a column does not know, where reports may have words of their own.
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

/// What the rows of a table say.
#[derive(Debug)]
pub(super) struct Read<T> {
    /// What could be read.
    pub(super) items: Vec<T>,
    /// The indicators of rows that have problems.
    pub(super) faulty: BTreeSet<IndicatorId>,
    /// What rows refer to that could not be read as a whole.
    pub(super) references: References,
    /// Signs in place of numbers that mean different things in different offices, with what they were taken for.
    pub(super) signs: Vec<(Located<String>, ObservationStatus)>,
    /// Whether the table has rows that can be read at all.
    pub(super) is_whole: bool,
}

impl<T> Read<T> {
    /// Returns what is read of a table of which nothing can be.
    pub(super) fn nothing() -> Self {
        let (items, faulty, references) = (Vec::new(), BTreeSet::new(), References::default());
        Self { items, faulty, references, signs: Vec::new(), is_whole: false }
    }
}

/// Reads every row of a table.
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
            // The problems of its other cells are said all the same.
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
            all.faulty.extend(row.cell(indicator_column).and_then(|cell| IndicatorId::new(&cell.value)));
        }
        all.items.extend(item);
    }
    all
}

/// Reads the cells of a row that may be empty, one reading after another.
pub(super) struct CellReader<'a> {
    /// The row.
    pub(super) row: &'a Row,
    /// How the table is written.
    pub(super) conventions: Conventions<'a>,
    /// Where problems go.
    pub(super) diagnostics: &'a mut Diagnostics,
    /// Where references go of a row that cannot be read as a whole.
    pub(super) references: &'a mut References,
    /// Where signs go that mean different things in different offices.
    pub(super) signs: &'a mut Vec<(Located<String>, ObservationStatus)>,
}

impl CellReader<'_> {
    /// Reads an optional number, or the sign that stands for one.
    pub(super) fn number(
        &mut self,
        column: &str,
        unit: Option<&UnitId>,
        is_cumulative: bool,
    ) -> Option<Located<Reading>> {
        let cell = self.row.cell(column)?;
        self.number_in(cell, column, unit, is_cumulative)
    }

    /// Reads a number from a part of the text of a cell.
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

    /// Reads an optional fiscal year.
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
        // Keys of the format have small letters; in capitals it may be a word for one: Percent.
        let is_key = new(&cell.value).is_some() && !cell.value.contains(|letter: char| letter.is_uppercase());
        let meant = (!is_key).then(|| self.conventions.vocabulary.value(column, &cell.value).and_then(new)).flatten();
        match (meant, unknown_word_code(column)) {
            (Some(id), _) => Some(Located::new(id, cell.place.clone())),
            // A word that could become known, in place of an identifier that has to be one.
            (None, Some(code)) if new(&cell.value).is_none() => {
                let problem = Diagnostic::at(code, &cell.place).with("id", &cell.value).with("part", column);
                // Latin words are kept as they are compared, which is no way to write them.
                let words = self.conventions.vocabulary.words(column).filter(|word| !word.is_ascii());
                self.diagnostics.push(problem.with_candidates(&cell.value, words));
                None
            }
            _ => identifier(cell, new, self.diagnostics),
        }
    }

    /// Reads an identifier that must be there, or a word for it.
    pub(super) fn required_identifier<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Option<Located<T>> {
        self.row.required(column, self.diagnostics)?;
        self.identifier(column, new)
    }

    /// Reads notes with spaces between them, by their identifiers or their marks.
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

    /// Reads one of a closed list of words, or a word of a language for it; an empty cell is the default.
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
