//! The columns of the workbook: headers, permitted entries, and explanations.

use super::Settings;
use crate::locale::Words;
use crate::report::{ACTUAL_COLUMNS, ColumnShape, Comparator, Content, INDICATOR_COLUMNS, Presence};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    Text,
    /// Other entries are the exception.
    Number,
    /// A number or, equally often, what ministries write instead: `－`, `450※`.
    Value,
    Year,
    Decimals,
    /// An indicator of the first sheet.
    Indicator,
    /// One of a list of words in the workbook's language.
    Closed(Vec<String>),
    /// A word of a list, or one that the report defines.
    Open(Vec<String>),
}

#[derive(Debug)]
pub(super) struct Column {
    /// The key in tables: `name@ja`.
    pub(super) key: String,
    pub(super) header: String,
    pub(super) is_required: bool,
    pub(super) entry: Entry,
    pub(super) meaning: String,
    pub(super) hint: String,
    /// The words in tables, if they are fixed.
    choices: &'static [&'static str],
}

impl Column {
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

    pub(super) fn cell(&self, text: &str, words: &Words) -> String {
        if self.choices.contains(&text) { written(&self.key, text, words) } else { text.to_owned() }
    }

    pub(super) fn is_numeric(&self) -> bool {
        matches!(self.entry, Entry::Number | Entry::Value | Entry::Year | Entry::Decimals)
            || matches!(self.key.as_str(), "target_year" | "fiscal_year")
    }
}

fn shape(sheet: &str, key: &str) -> Option<ColumnShape> {
    let indicators = INDICATOR_COLUMNS.iter().map(|column| column.shape);
    let actuals = ACTUAL_COLUMNS.iter().map(|column| column.shape);
    let of_sheet = |shape: &ColumnShape| shape.key == key;
    if sheet == "indicators" { indicators.into_iter().find(of_sheet) } else { actuals.into_iter().find(of_sheet) }
}

fn choices(shape: ColumnShape) -> &'static [&'static str] {
    match shape.content {
        Content::Word(words) => words,
        Content::Identifier { built_in, .. } => built_in,
        _ => &[],
    }
}

/// Translates a word of a table; unchanged if it has no message.
fn written(column: &str, word: &str, words: &Words) -> String {
    first_word(&format!("value-{column}-{}", message_part(word)), words).unwrap_or_else(|| word.to_owned())
}

/// Replaces signs that message identifiers cannot contain.
fn message_part(word: &str) -> &str {
    let comparator = Comparator::NAMES.iter().find(|(sign, _)| *sign == word);
    comparator.map_or(word, |(_, comparator)| comparator.word())
}

/// The first of several synonyms, which is the one that nenpo writes.
pub(super) fn first_word(message: &str, words: &Words) -> Option<String> {
    let all = words.optional(message, &[])?;
    Some(all.split('|').next()?.trim().to_owned())
}

/// Falls back to the message's identifier, which a test detects.
pub(super) fn said(message: &str, arguments: &[(&str, &str)], words: &Words) -> String {
    words.optional(message, arguments).unwrap_or_else(|| message.to_owned())
}
