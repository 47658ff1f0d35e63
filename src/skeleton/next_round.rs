//! The report of the next round: this round's, with its dates moved on, its sentences marked as not yet reviewed, and a table
//! for the new values.

use std::collections::BTreeMap;

use toml_edit::{Datetime, DocumentMut, Item, TomlError};

use super::File;
use super::column::{first_word, said};
use super::imported::csv;
use crate::locale::{Words, with_marks};
use crate::report::{Day, FiscalYear, Report, ReportId};
use crate::source::{REPORT_FILE, has_extension};

/// The files of the next round from those of this one. Files that are not UTF-8 text keep their bytes.
///
/// # Errors
/// If the settings are not TOML.
pub fn next_round(
    files: BTreeMap<String, Vec<u8>>,
    texts: &BTreeMap<String, String>,
    report: &Report,
    id: Option<&ReportId>,
    words: &Words,
) -> Result<Vec<File>, TomlError> {
    let round = report.settings.round.fiscal_year.value;
    let next = round.next().unwrap_or(round);
    let comment = said("import-unreviewed", &[], words);
    let mut next_files = Vec::new();
    for (name, bytes) in files {
        let contents = match texts.get(&name) {
            Some(text) if name == REPORT_FILE => settings(text, next, id)?.into_bytes(),
            Some(text) if has_extension(&name, &["ftl"]) => with_marks(text, &comment).into_bytes(),
            _ => bytes,
        };
        next_files.push((name, contents));
    }
    next_files.push((format!("data/actuals/{next}.csv"), table(report, next, words)));
    Ok(next_files)
}

/// The settings with a new identifier, the next fiscal year, and the same days a year later.
fn settings(text: &str, next: FiscalYear, id: Option<&ReportId>) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    if let Some((old, id)) = document.get_mut("id").and_then(Item::as_value_mut).zip(id) {
        replace(old, id.as_str());
    }
    if let Some(round) = document.get_mut("round").and_then(Item::as_table_like_mut) {
        if let Some(year) = round.get_mut("fiscal-year").and_then(Item::as_value_mut) {
            replace(year, i64::from(next.starting_year()));
        }
        for key in ["as-of", "published"] {
            let Some(day) = round.get_mut(key).and_then(Item::as_value_mut) else { continue };
            if let Some(later) = day.as_datetime().and_then(a_year_later) {
                replace(day, later);
            }
        }
    }
    Ok(document.to_string())
}

/// Replaces a value, and keeps the comments around it.
fn replace(place: &mut toml_edit::Value, new: impl Into<toml_edit::Value>) {
    let decor = place.decor().clone();
    *place = new.into();
    *place.decor_mut() = decor;
}

fn a_year_later(day: &Datetime) -> Option<Datetime> {
    let date = day.date?;
    let (year, month) = (date.year + 1, date.month);
    // There is no 29 February in the next year.
    let later =
        [date.day, date.day.saturating_sub(1)].into_iter().find_map(|day| Day::new(i32::from(year), month, day))?;
    format!("{year:04}-{month:02}-{:02}", later.day).parse().ok()
}

/// A row for each indicator, with an empty cell for the new year.
fn table(report: &Report, next: FiscalYear, words: &Words) -> Vec<u8> {
    let header = |key: &str| first_word(&format!("column-{key}"), words).unwrap_or_else(|| key.to_owned());
    let mut rows = vec![vec![header("indicator"), header("name"), header("unit"), next.to_string()]];
    for indicator in &report.indicators {
        let names = &indicator.names;
        let name = names.get(words.language()).or_else(|| names.values().next());
        let name = name.map(|name| name.value.clone()).unwrap_or_default();
        rows.push(vec![indicator.id.to_string(), name, indicator.unit.value.to_string(), String::new()]);
    }
    csv(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_on_by_a_year_and_comments_stay() {
        let text =
            "id = \"a\"\n\n[round] # this one\nfiscal-year = 2023 # FY\nas-of = 2024-02-29\npublished = 2024-06-30\n";
        let next = settings(text, FiscalYear::new(2024).unwrap(), ReportId::new("b").as_ref()).unwrap();
        assert_eq!(
            next,
            "id = \"b\"\n\n[round] # this one\nfiscal-year = 2024 # FY\nas-of = 2025-02-28\npublished = 2025-06-30\n"
        );
    }
}
