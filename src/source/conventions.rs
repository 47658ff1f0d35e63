//! The vocabulary, signs and decimal sign of a table; anything that the report's settings leave open remains ambiguous.

use super::vocabulary::{Absence, LazyVocabulary, fold};
use crate::report::{DecimalSign, Settings};

#[derive(Clone, Copy)]
pub(super) struct Conventions<'a> {
    pub(super) vocabulary: LazyVocabulary<'a>,
    /// `None` if `report.toml` could not be read.
    settings: Option<&'a Settings>,
    /// The separator of cells in a text file.
    separator: Option<char>,
}

impl<'a> Conventions<'a> {
    /// The conventions that all tables of a report share.
    pub(super) fn new(vocabulary: LazyVocabulary<'a>, settings: Option<&'a Settings>) -> Self {
        Self { vocabulary, settings, separator: None }
    }

    pub(super) fn with_separator(self, separator: Option<char>) -> Self {
        Self { separator, ..self }
    }

    /// Whether the settings say that a column is not read.
    pub(super) fn ignores(&self, header: &str) -> bool {
        let ignored = self.settings.map(|settings| settings.tables.ignored.as_slice()).unwrap_or_default();
        ignored.iter().any(|column| fold(column) == fold(header))
    }

    pub(super) fn decimal_sign(&self) -> Option<DecimalSign> {
        self.settings?.tables.decimal
    }

    /// Whether numbers may have either decimal sign: the separator is a semicolon, which is used where the comma is the
    /// decimal sign, or a language of the report has a decimal comma.
    pub(super) fn is_decimal_sign_open(&self) -> bool {
        let languages = self.settings.map(Settings::languages).unwrap_or_default();
        self.separator == Some(';')
            || languages.iter().any(|language| self.vocabulary.has_decimal_comma(&language.value))
    }

    pub(super) fn absence(&self, folded: &str) -> Option<Absence> {
        let mut signs = self.settings.iter().flat_map(|settings| &settings.tables.signs);
        let set = signs.find(|(sign, _)| fold(sign) == folded);
        set.map(|(_, status)| Absence { status: *status, is_certain: true }).or_else(|| self.vocabulary.absence(folded))
    }
}
