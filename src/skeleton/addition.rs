//! A unit, group, kind of indicator or note that is added to a report: the lines of its settings and messages.

use std::collections::BTreeMap;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TomlError, value};

use super::imported::{fluent, is_japanese};
use super::{File, comment_lines};
use crate::report::identifier_of;
use crate::source::REPORT_FILE;

/// What is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddedSort {
    /// A unit of measurement.
    Unit,
    /// A group of indicators.
    Group,
    /// A kind of indicator.
    Kind,
    /// A note below tables.
    Note,
}

impl AddedSort {
    /// The beginning of its messages' names.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Group => "group",
            Self::Kind => "kind",
            Self::Note => "note",
        }
    }
}

/// What to add.
#[derive(Debug)]
pub struct Addition<'a> {
    /// Its sort.
    pub sort: AddedSort,
    /// Its text in the language whose script it has.
    pub text: &'a str,
    /// Its identifier, if one is given.
    pub id: Option<&'a str>,
    /// Its texts in other languages.
    pub texts: BTreeMap<String, String>,
}

/// A report as far as additions concern it.
#[derive(Debug)]
pub struct Target<'a> {
    /// The text of its settings.
    pub settings: &'a str,
    /// The texts of its files of messages by path.
    pub messages: &'a BTreeMap<String, String>,
}

/// The changed files of a report.
#[derive(Debug)]
pub struct Changed {
    /// The identifier.
    pub id: String,
    /// The files with their contents.
    pub files: Vec<File>,
    /// The languages whose text is to be written by hand.
    pub open: Vec<String>,
}

impl Addition<'_> {
    /// Adds it. `None` if its identifier is taken. `hint` is the comment above lines to be translated.
    ///
    /// # Errors
    /// If the settings are not TOML.
    pub fn add(&self, target: &Target<'_>, hint: &str) -> Result<Option<Changed>, TomlError> {
        let mut document: DocumentMut = target.settings.parse()?;
        let languages = languages(&document);
        let Some(id) = self.free_id(target) else { return Ok(None) };
        let mut files = Vec::new();
        if self.add_to_settings(&mut document, &id) {
            files.push((REPORT_FILE.to_owned(), document.to_string().into_bytes()));
        }
        let mut open = Vec::new();
        for language in &languages {
            let own = self.texts.get(language).map(String::as_str);
            let text = own.or_else(|| (languages.len() == 1 || self.is_of(language)).then_some(self.text));
            let name = format!("locales/{language}/words.ftl");
            let before = target.messages.get(&name).map(String::as_str).unwrap_or_default();
            let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
            let line = format!("{}-{id} = {}", self.sort.prefix(), self.value(text.unwrap_or(self.text)));
            let lines = match text {
                Some(_) => format!("{line}\n"),
                None => {
                    open.push(language.clone());
                    comment_lines(hint) + &format!("# {line}\n")
                }
            };
            let gap = if before.is_empty() || before.ends_with('\n') { "" } else { end };
            files.push((name, format!("{before}{gap}{}", lines.replace('\n', end)).into_bytes()));
        }
        Ok(Some(Changed { id, files, open }))
    }

    fn value(&self, text: &str) -> String {
        if self.sort != AddedSort::Unit || text.contains("{ $value }") {
            return if text.contains("{ $value }") { text.to_owned() } else { fluent(text) };
        }
        let space = if text.starts_with(|first: char| first.is_ascii_alphabetic()) { " " } else { "" };
        format!("{{ $value }}{space}{}", fluent(text))
    }

    fn is_of(&self, language: &str) -> bool {
        self.text.contains(is_japanese) == (language == "ja")
    }

    /// The given identifier, the text itself if it can be one, or a numbered one. `None` if that is taken.
    fn free_id(&self, target: &Target<'_>) -> Option<String> {
        let is_free = |id: &str| {
            let name = format!("{}-{id}", self.sort.prefix());
            let mut lines = target.messages.values().flat_map(|text| text.lines());
            !lines.any(|line| line.strip_prefix(name.as_str()).is_some_and(|rest| rest.trim_start().starts_with('=')))
        };
        let plain = identifier_of(self.text).filter(|_| self.sort != AddedSort::Note);
        match self.id.map(str::to_owned).or(plain) {
            Some(id) => is_free(&id).then_some(id),
            None => (1..).map(|number| format!("own-{number}")).find(|id| is_free(id)),
        }
    }

    /// Whether the settings list it.
    fn add_to_settings(&self, document: &mut DocumentMut, id: &str) -> bool {
        match self.sort {
            AddedSort::Unit | AddedSort::Kind => false,
            AddedSort::Group => {
                let groups = document.entry("group").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
                let mut table = Table::new();
                table["id"] = value(id);
                groups.as_array_of_tables_mut().map(|groups| groups.push(table)).is_some()
            }
            AddedSort::Note => {
                let notes = document.entry("notes").or_insert_with(|| value(toml_edit::Array::new()));
                notes.as_array_mut().map(|notes| notes.push(id)).is_some()
            }
        }
    }
}

/// The languages of all editions, in their order.
fn languages(document: &DocumentMut) -> Vec<String> {
    let editions = document.get("edition").and_then(Item::as_array_of_tables);
    let lists = editions.into_iter().flatten().filter_map(|edition| edition.get("languages")?.as_array());
    let mut languages = Vec::new();
    for language in lists.flatten().filter_map(toml_edit::Value::as_str) {
        if !languages.iter().any(|known| known == language) {
            languages.push(language.to_owned());
        }
    }
    languages
}
