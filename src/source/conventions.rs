//! How a table is written: by which words, with which signs in place of numbers, and with which decimal sign. What the
//! report settles is certain; what nothing settles is left open. Knows no cell.

use super::vocabulary::{Absence, LazyVocabulary, fold};
use crate::report::{DecimalSign, Settings};

/// How a table is written.
#[derive(Clone, Copy)]
pub(super) struct Conventions<'a> {
    /// The words that it may use besides the keys of the format.
    pub(super) vocabulary: LazyVocabulary<'a>,
    /// The settings of its report; none where they could not be read.
    settings: Option<&'a Settings>,
    /// The sign between its cells, where it is a text.
    separator: Option<char>,
}

impl<'a> Conventions<'a> {
    /// Starts with what holds for all tables of a report.
    pub(super) fn new(vocabulary: LazyVocabulary<'a>, settings: Option<&'a Settings>) -> Self {
        Self { vocabulary, settings, separator: None }
    }

    /// Returns the conventions of a table that has some sign between its cells.
    pub(super) fn with_separator(self, separator: Option<char>) -> Self {
        Self { separator, ..self }
    }

    /// Returns the decimal sign that the report sets for numbers that are texts.
    pub(super) fn decimal_sign(&self) -> Option<DecimalSign> {
        self.settings?.tables.decimal
    }

    /// Returns whether numbers may have either decimal sign: a semicolon stands between cells where the comma is taken for
    /// decimals, and a language of the report may write it.
    pub(super) fn is_decimal_sign_open(&self) -> bool {
        let languages = self.settings.map(Settings::languages).unwrap_or_default();
        self.separator == Some(';')
            || languages.iter().any(|language| self.vocabulary.has_decimal_comma(&language.value))
    }

    /// Returns what a sign or a word in place of a number means.
    pub(super) fn absence(&self, folded: &str) -> Option<Absence> {
        let mut signs = self.settings.iter().flat_map(|settings| &settings.tables.signs);
        let set = signs.find(|(sign, _)| fold(sign) == folded);
        set.map(|(_, status)| Absence { status: *status, is_certain: true }).or_else(|| self.vocabulary.absence(folded))
    }
}
