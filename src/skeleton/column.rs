//! The columns of a workbook: their headers, what may be written in each, and how that is said. Knows no cell.

use super::Settings;
use crate::locale::Words;

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
}

impl Column {
    /// Describes a column of a sheet by its key.
    pub(super) fn new(sheet: &str, key: &str, settings: &Settings, words: &Words) -> Self {
        let stem = key.split('@').next().unwrap_or(key);
        let choices = choices(stem);
        let written: Vec<(&str, String)> =
            choices.iter().map(|choice| (message_part(choice), written(stem, choice, words))).collect();
        let list = || written.iter().map(|(_, word)| word.clone()).collect();
        let entry = match stem {
            "group" => Entry::Open(settings.group.iter().map(|group| group.id.clone()).collect()),
            "kind" | "unit" => Entry::Open(list()),
            "target_year" | "fiscal_year" => {
                Entry::Open((settings.plan.start..=settings.plan.end).map(|year| year.to_string()).collect())
            }
            "accumulation" | "direction" | "comparator" | "status" | "break" => Entry::Closed(list()),
            "parent" | "indicator" => Entry::Indicator,
            "baseline" | "target" => Entry::Number,
            "value" => Entry::Value,
            "baseline_year" => Entry::Year,
            "decimals" => Entry::Decimals,
            _ => Entry::Text,
        };
        let arguments: Vec<(&str, &str)> = written.iter().map(|(name, word)| (*name, word.as_str())).collect();
        let message = format!("about-{sheet}-{stem}");
        Self {
            header: first_word(&format!("column-{}", key.replace('@', ".")), words).unwrap_or_else(|| key.to_owned()),
            is_required: ["id", "kind", "unit", "name", "indicator", "fiscal_year"].contains(&stem),
            entry,
            meaning: said(&message, &arguments, words),
            hint: said(&format!("{message}.entry"), &arguments, words),
            key: key.to_owned(),
        }
    }

    /// Returns a cell of the table as it is written in the workbook.
    pub(super) fn cell(&self, text: &str, words: &Words) -> String {
        if choices(&self.key).contains(&text) { written(&self.key, text, words) } else { text.to_owned() }
    }

    /// Returns whether its cells hold numbers.
    pub(super) fn is_numeric(&self) -> bool {
        matches!(self.entry, Entry::Number | Entry::Value | Entry::Year | Entry::Decimals)
            || matches!(self.key.as_str(), "target_year" | "fiscal_year")
    }
}

/// Returns the words that tables hold in a column, where they are known beforehand.
fn choices(column: &str) -> &'static [&'static str] {
    match column {
        "kind" => &["output", "outcome"],
        "unit" => &["count", "percent", "rate", "people", "places", "companies", "yen", "points", "years", "none"],
        "accumulation" => &["cumulative", "annual", "level"],
        "direction" => &["increase", "decrease", "maintain"],
        "comparator" => &[">=", "<="],
        "break" => &["yes", "no"],
        "status" => &["final", "provisional", "estimated", "missing", "suppressed", "not-applicable"],
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
fn first_word(message: &str, words: &Words) -> Option<String> {
    let all = words.optional(message, &[])?;
    Some(all.split('|').next()?.trim().to_owned())
}

/// Returns a message; its name where it is missing, which a test sees.
pub(super) fn said(message: &str, arguments: &[(&str, &str)], words: &Words) -> String {
    words.optional(message, arguments).unwrap_or_else(|| message.to_owned())
}
