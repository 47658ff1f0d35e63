//! The columns of a workbook: their headers, what may be written in each, and how that is said. Knows no cell.

use super::Settings;
use crate::locale::Words;
use crate::report::{ACTUAL_COLUMNS, ColumnShape, Content, INDICATOR_COLUMNS, Presence};

/// What may be written in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// Anything.
    Text,
    /// A number, as a rule.
    Number,
    /// A number or, as often, what ministries write in its place: `－`, `450※`.
    Value,
    /// A fiscal year.
    Year,
    /// How many decimals are shown.
    Decimals,
    /// An indicator of the first sheet.
    Indicator,
    /// One of a list of words, as they are written in the language of the workbook.
    Closed(Vec<String>),
    /// A word of a list, or another one that the report adds.
    Open(Vec<String>),
}

/// A column of a sheet.
#[derive(Debug)]
pub(super) struct Column {
    /// Its key in tables: `name@ja`.
    pub(super) key: String,
    /// Its header in the language of the workbook.
    pub(super) header: String,
    /// Whether each row must have something in it.
    pub(super) is_required: bool,
    /// What may be written in it.
    pub(super) entry: Entry,
    /// What it means.
    pub(super) meaning: String,
    /// How it is filled in.
    pub(super) hint: String,
    /// The words that tables have in it, where they are known beforehand.
    choices: &'static [&'static str],
}

impl Column {
    /// Describes a column of a sheet by its key.
    pub(super) fn new(sheet: &str, key: &str, settings: &Settings, words: &Words) -> Self {
        let stem = key.split('@').next().unwrap_or(key);
        let shape = shape(sheet, stem);
        let choices = shape.map(choices).unwrap_or_default();
        let written: Vec<(&str, String)> =
            choices.iter().map(|choice| (message_part(choice), written(stem, choice, words))).collect();
        let list = || written.iter().map(|(_, word)| word.clone()).collect();
        let years = || (settings.plan.start..=settings.plan.end).map(|year| year.to_string()).collect();
        let entry = match shape.map(|shape| shape.content) {
            Some(Content::Identifier { of: Some("groups"), .. }) => {
                Entry::Open(settings.group.iter().map(|group| group.id.clone()).collect())
            }
            Some(Content::Identifier { of: Some("indicators"), .. }) => Entry::Indicator,
            Some(Content::Identifier { .. }) if !choices.is_empty() => Entry::Open(list()),
            Some(Content::Word(_)) => Entry::Closed(list()),
            Some(Content::Number) => Entry::Number,
            Some(Content::Observed) => Entry::Value,
            Some(Content::Decimals) => Entry::Decimals,
            Some(Content::Year) => Entry::Year,
            Some(Content::PlanYear) => Entry::Open(years()),
            _ => Entry::Text,
        };
        let arguments: Vec<(&str, &str)> = written.iter().map(|(name, word)| (*name, word.as_str())).collect();
        let message = format!("about-{sheet}-{stem}");
        Self {
            header: first_word(&format!("column-{}", key.replace('@', ".")), words).unwrap_or_else(|| key.to_owned()),
            is_required: shape.is_some_and(|shape| shape.presence == Presence::Required),
            entry,
            meaning: said(&message, &arguments, words),
            hint: said(&format!("{message}.entry"), &arguments, words),
            key: key.to_owned(),
            choices,
        }
    }

    /// Returns a cell of the table as it is written in the workbook.
    pub(super) fn cell(&self, text: &str, words: &Words) -> String {
        if self.choices.contains(&text) { written(&self.key, text, words) } else { text.to_owned() }
    }

    /// Returns whether its cells hold numbers.
    pub(super) fn is_numeric(&self) -> bool {
        matches!(self.entry, Entry::Number | Entry::Value | Entry::Year | Entry::Decimals)
            || matches!(self.key.as_str(), "target_year" | "fiscal_year")
    }
}

/// Returns what is known of a column of a table.
fn shape(sheet: &str, key: &str) -> Option<ColumnShape> {
    let indicators = INDICATOR_COLUMNS.iter().map(|column| column.shape);
    let actuals = ACTUAL_COLUMNS.iter().map(|column| column.shape);
    let of_sheet = |shape: &ColumnShape| shape.key == key;
    if sheet == "indicators" { indicators.into_iter().find(of_sheet) } else { actuals.into_iter().find(of_sheet) }
}

/// Returns the words that tables have in a column, where they are known beforehand.
fn choices(shape: ColumnShape) -> &'static [&'static str] {
    match shape.content {
        Content::Word(words) => words,
        Content::Identifier { built_in, .. } => built_in,
        _ => &[],
    }
}

/// Returns a word of a table in the language of the workbook; one that has no other name, as it is.
fn written(column: &str, word: &str, words: &Words) -> String {
    first_word(&format!("value-{column}-{}", message_part(word)), words).unwrap_or_else(|| word.to_owned())
}

/// Returns the name of a word in messages, where signs cannot stand.
fn message_part(word: &str) -> &str {
    match word {
        ">=" => "at-least",
        "<=" => "at-most",
        _ => word,
    }
}

/// Returns the first of the words that mean the same in a table: the one that nenpo writes.
pub(super) fn first_word(message: &str, words: &Words) -> Option<String> {
    let all = words.optional(message, &[])?;
    Some(all.split('|').next()?.trim().to_owned())
}

/// Returns a message; its name where it is missing, which a test sees.
pub(super) fn said(message: &str, arguments: &[(&str, &str)], words: &Words) -> String {
    words.optional(message, arguments).unwrap_or_else(|| message.to_owned())
}
