//! Reads TOML tables key by key, so that all problems of a file are found in one run, with their places.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::backslash::{Backslashed, backslashed};
use super::toml_slip::{SlippedLine, slipped_lines};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, nearest};
use crate::format::{Names, renamed};

/// A table of a TOML file, which records the keys that are read.
pub(super) struct TomlTable<'a> {
    /// Whose keys they are.
    names: Names,
    file: &'a Arc<str>,
    /// The table's path in the file: `plan`, or empty for the root.
    path: String,
    place: Place,
    table: &'a DeTable<'a>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

/// A string, or strings by arbitrary names.
pub(super) enum TextOrTexts {
    Text(Located<String>),
    /// In the order of the file, with the place of the table.
    ByName(Place, Vec<(Located<String>, Located<String>)>),
}

impl TextOrTexts {
    pub(super) fn place(&self) -> &Place {
        match self {
            Self::Text(text) => &text.place,
            Self::ByName(place, _) => place,
        }
    }
}

/// Parses a file; syntax errors are added to the diagnostics.
pub(super) fn parse<'a>(file: &Arc<str>, text: &'a str, diagnostics: &mut Diagnostics) -> Spanned<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let slipped = if errors.is_empty() { Vec::new() } else { slipped_lines(text) };
    let backslashed = if errors.is_empty() { Vec::new() } else { backslashed(text) };
    // If the header of a section cannot be read, its keys seem to belong to the section before.
    let follows = |error: &toml::de::Error, start: usize| {
        slipped.iter().any(|slip| slip.line.contains(&start) || (start > slip.line.end && is_of_structure(error)))
    };
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let is_of_backslash =
            backslashed.iter().any(|slip| slip.rest.contains(&span.start) || slip.rest.end == span.start);
        if !is_of_backslash && !follows(&error, span.start) {
            let problem = Diagnostic::at(Code::TomlSyntax, &Place::text(file, span)).with("kind", "other");
            diagnostics.push(problem.with("reason", reason(error.message())));
        }
    }
    for Backslashed { at, right, .. } in backslashed {
        let characters = text.get(at.clone()).unwrap_or_default();
        let problem = Diagnostic::at(Code::TomlSyntax, &Place::text(file, at)).with("kind", "backslash");
        diagnostics.push(problem.with("character", characters).with("right", right));
    }
    for SlippedLine { first, right, .. } in slipped {
        let character = text.get(first.clone()).unwrap_or_default();
        let code = character.chars().next().map(|first| format!("U+{:04X}", u32::from(first))).unwrap_or_default();
        diagnostics.push(
            Diagnostic::at(Code::TomlSyntax, &Place::text(file, first))
                .with("kind", if character == "\u{3000}" { "space" } else { "width" })
                .with("character", character)
                .with("code", code)
                .with("right", right),
        );
    }
    table
}

/// What a parser's error says, by a word of the message.
fn reason(message: &str) -> &'static str {
    const REASONS: [(&str, &str); 14] = [
        ("must be quoted", "quoted"),
        ("duplicate", "duplicate"),
        ("cannot extend", "duplicate"),
        ("date", "date"),
        ("expected day", "date"),
        ("expected month", "date"),
        ("array", "array"),
        ("table", "section"),
        ("string", "string"),
        ("quote", "string"),
        ("key with no value", "equals"),
        ("assignment", "equals"),
        ("value", "value"),
        ("number", "number"),
    ];
    REASONS.iter().find(|(part, _)| message.contains(part)).map_or("other", |(_, reason)| reason)
}

fn is_of_structure(error: &toml::de::Error) -> bool {
    error.message().contains("duplicate")
}

impl<'a> TomlTable<'a> {
    pub(super) fn root(names: Names, file: &'a Arc<str>, table: &'a Spanned<DeTable<'a>>) -> Self {
        Self {
            names,
            file,
            path: String::new(),
            place: Place::whole(file),
            table: table.get_ref(),
            known: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    fn value(&mut self, key: &'static str) -> Option<(Place, &'a DeValue<'a>)> {
        self.known.push(key);
        let value = self.table.get(key)?;
        Some((Place::text(self.file, value.span()), value.get_ref()))
    }

    /// Whether a key is there, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The key with the path of the table: `plan.start`.
    pub(super) fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong_type(&self, key: &str, place: &Place, wanted: &str, diagnostics: &mut Diagnostics) {
        diagnostics.push(Diagnostic::at(Code::WrongType, place).with("key", self.name(key)).with("wanted", wanted));
    }

    pub(super) fn text(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
        let (place, value) = self.value(key)?;
        self.text_of(key, place, value, diagnostics)
    }

    pub(super) fn required_text(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Located<String>> {
        self.require(key);
        self.text(key, diagnostics)
    }

    pub(super) fn integer(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<i64>> {
        let (place, value) = self.value(key)?;
        if let DeValue::Integer(number) = value
            && let Ok(number) = i64::from_str_radix(number.as_str(), number.radix())
        {
            Some(Located::new(number, place))
        } else {
            self.wrong_type(key, &place, "integer", diagnostics);
            None
        }
    }

    pub(super) fn boolean(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<bool>> {
        let (place, value) = self.value(key)?;
        if let DeValue::Boolean(value) = value {
            Some(Located::new(*value, place))
        } else {
            self.wrong_type(key, &place, "boolean", diagnostics);
            None
        }
    }

    /// Reads an optional number as it is written.
    pub(super) fn number(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
        let (place, value) = self.value(key)?;
        match value {
            DeValue::Float(number) => Some(Located::new(number.as_str().replace('_', ""), place)),
            DeValue::Integer(number) if number.radix() == 10 => {
                Some(Located::new(number.as_str().replace('_', ""), place))
            }
            _ => {
                self.wrong_type(key, &place, "number", diagnostics);
                None
            }
        }
    }

    /// Reads an optional date, which must not have a time.
    pub(super) fn date(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Located<toml::value::Date>> {
        let (place, value) = self.value(key)?;
        if let DeValue::Datetime(toml::value::Datetime { date: Some(date), time: None, offset: None }) = value {
            Some(Located::new(*date, place))
        } else {
            self.wrong_type(key, &place, "date", diagnostics);
            None
        }
    }

    pub(super) fn texts(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<Located<String>> {
        let Some((place, value)) = self.value(key) else { return Vec::new() };
        self.texts_of(key, &place, value, diagnostics)
    }

    fn texts_of(
        &self,
        key: &str,
        place: &Place,
        value: &DeValue<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Located<String>> {
        let DeValue::Array(items) = value else {
            self.wrong_type(key, place, "strings", diagnostics);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.text_of(key, Place::text(self.file, item.span()), item.get_ref(), diagnostics))
            .collect()
    }

    fn text_of(
        &self,
        key: &str,
        place: Place,
        value: &DeValue<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Located<String>> {
        if let DeValue::String(text) = value {
            Some(Located::new(text.to_string(), place))
        } else {
            self.wrong_type(key, &place, "string", diagnostics);
            None
        }
    }

    /// Reads an optional time of the day as it is written, or a string in its place.
    pub(super) fn time(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
        let (place, value) = self.value(key)?;
        match value {
            DeValue::String(text) => Some(Located::new(text.to_string(), place)),
            DeValue::Datetime(toml::value::Datetime { date: None, time: Some(time), offset: None }) => {
                Some(Located::new(time.to_string(), place))
            }
            _ => {
                self.wrong_type(key, &place, "time", diagnostics);
                None
            }
        }
    }

    /// Reads an optional string, or a table of strings by arbitrary names.
    pub(super) fn text_or_texts(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<TextOrTexts> {
        let (place, value) = self.value(key)?;
        match value {
            DeValue::String(text) => Some(TextOrTexts::Text(Located::new(text.to_string(), place))),
            DeValue::Table(_) => {
                let read = |table: &Self, key: &str, place, value: &DeValue<'_>, diagnostics: &mut Diagnostics| {
                    table.text_of(key, place, value, diagnostics)
                };
                let texts = self.items_by_name(key, &place, value, diagnostics, read);
                Some(TextOrTexts::ByName(place, texts))
            }
            _ => {
                self.wrong_type(key, &place, "text-or-texts", diagnostics);
                None
            }
        }
    }

    /// Reads an optional table of strings by arbitrary names.
    pub(super) fn texts_by_name(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(Located<String>, Located<String>)> {
        self.by_name(key, diagnostics, |table, key, place, value, diagnostics| {
            table.text_of(key, place, value, diagnostics)
        })
    }

    /// Reads an optional table of lists of strings by arbitrary names.
    pub(super) fn lists_by_name(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(Located<String>, Vec<Located<String>>)> {
        self.by_name(key, diagnostics, |table, key, place, value, diagnostics| {
            Some(table.texts_of(key, &place, value, diagnostics))
        })
    }

    fn by_name<T>(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
        read: fn(&Self, &str, Place, &DeValue<'_>, &mut Diagnostics) -> Option<T>,
    ) -> Vec<(Located<String>, T)> {
        let Some((place, value)) = self.value(key) else { return Vec::new() };
        self.items_by_name(key, &place, value, diagnostics, read)
    }

    fn items_by_name<T>(
        &self,
        key: &str,
        place: &Place,
        value: &DeValue<'_>,
        diagnostics: &mut Diagnostics,
        read: fn(&Self, &str, Place, &DeValue<'_>, &mut Diagnostics) -> Option<T>,
    ) -> Vec<(Located<String>, T)> {
        let DeValue::Table(table) = value else {
            self.wrong_type(key, place, "table", diagnostics);
            return Vec::new();
        };
        // In the order of the file, so that of two synonyms the second is the duplicate.
        let mut items: Vec<_> = table.iter().collect();
        items.sort_by_key(|(name, _)| name.span().start);
        items
            .into_iter()
            .filter_map(|(name, value)| {
                let path = format!("{key}.{}", name.get_ref());
                let read = read(self, &path, Place::text(self.file, value.span()), value.get_ref(), diagnostics)?;
                Some((Located::new(name.get_ref().to_string(), Place::text(self.file, name.span())), read))
            })
            .collect()
    }

    pub(super) fn table(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<TomlTable<'a>> {
        let (place, value) = self.value(key)?;
        if let DeValue::Table(table) = value {
            Some(self.inner(key, place, table))
        } else {
            self.wrong_type(key, &place, "table", diagnostics);
            None
        }
    }

    pub(super) fn required_table(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<TomlTable<'a>> {
        self.require(key);
        self.table(key, diagnostics)
    }

    pub(super) fn tables(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<TomlTable<'a>> {
        let Some((place, value)) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong_type(key, &place, "tables", diagnostics);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            let place = Place::text(self.file, item.span());
            if let DeValue::Table(table) = item.get_ref() {
                tables.push(self.inner(key, place, table));
            } else {
                self.wrong_type(key, &place, "tables", diagnostics);
            }
        }
        tables
    }

    fn inner(&self, key: &str, place: Place, table: &'a DeTable<'a>) -> Self {
        let (names, file, path) = (self.names, self.file, self.name(key));
        Self { names, file, path, place, table, known: Vec::new(), missing: Vec::new() }
    }

    /// Makes a key required; [`Self::finish`] reports it if it is missing.
    pub(super) fn require(&mut self, key: &'static str) {
        if !self.table.contains_key(key) {
            self.missing.push(key);
        }
    }

    /// Reports an empty list.
    pub(super) fn require_filled(&self, key: &'static str, diagnostics: &mut Diagnostics) {
        if let Some(value) = self.table.get(key) {
            diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &Place::text(self.file, value.span()))
                    .with("key", self.name(key))
                    .with("value", "[]"),
            );
        }
    }

    /// Reports unknown and missing keys. A key that is misspelt or has its old name is not also reported as missing.
    pub(super) fn finish(self, diagnostics: &mut Diagnostics) {
        let mut misspelt = Vec::new();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.known.contains(&name) {
                let new = renamed(self.names, &self.name(name));
                let meant = new.or_else(|| nearest(name, &self.known));
                misspelt.extend(meant);
                // List all keys: sections have few, unlike other lists of candidates.
                diagnostics.push(
                    Diagnostic::at(Code::UnknownKey, &Place::text(self.file, key.span()))
                        .with("key", self.name(name))
                        .with_renamed(new)
                        .with_nearest(meant)
                        .with("allowed", self.known.join(", ")),
                );
            }
        }
        for key in self.missing.iter().filter(|key| !misspelt.contains(*key)) {
            diagnostics.push(Diagnostic::at(Code::MissingKey, &self.place).with("key", self.name(key)));
        }
    }
}
