//! The report that a new one starts from: its files, with the identifier and the form of data that are wanted. Knows
//! neither where they are written nor what is done with them.

mod column;
mod guide;
mod sheet;
mod workbook;

use rust_xlsxwriter::XlsxError;
use serde::Deserialize;
use thiserror::Error;

use crate::embedded::{self, SKELETON};
use crate::locale::Words;
use crate::report::ReportId;

/// The file that holds a report's settings.
pub const REPORT_FILE: &str = "report.toml";

/// The workbook, where data is not in tables.
const WORKBOOK: &str = "data/indicators.xlsx";

/// The tables, by the names of the workbook's sheets.
const TABLES: [(&str, &str); 2] = [("indicators", "data/indicators.csv"), ("actuals", "data/actuals.csv")];

/// The identifier of the report where no other can be had.
const DEFAULT_ID: &str = "report";

/// The language of the settings where there are none in the wanted one.
const FALLBACK_LANGUAGE: &str = "en";

/// By this mark Excel on Windows knows that a CSV file is in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A file by its path from the report's folder, with forward slashes, and what is in it.
pub type File = (String, Vec<u8>);

/// How a report's data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataForm {
    /// As CSV files.
    Tables,
    /// As one Excel workbook.
    Workbook,
}

/// What can keep a report from being made.
#[derive(Debug, Error)]
pub enum SkeletonError {
    /// The settings cannot be read.
    #[error(transparent)]
    Settings(#[from] toml::de::Error),
    /// The workbook asks for what Excel does not allow, such as a message that is too long.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
}

/// What the workbook must know of the settings.
#[derive(Debug, Deserialize)]
struct Settings {
    plan: Plan,
    group: Vec<Group>,
}

#[derive(Debug, Deserialize)]
struct Plan {
    start: u16,
    end: u16,
}

#[derive(Debug, Deserialize)]
struct Group {
    id: String,
}

/// Returns the files of a new report, explained in the language of the words.
///
/// # Errors
/// Fails only where nenpo's own words or settings are faulty, which tests see first.
pub fn files(id: Option<&ReportId>, data: DataForm, words: &Words) -> Result<Vec<File>, SkeletonError> {
    let settings = settings(words.language().primary());
    let id = id.map_or(DEFAULT_ID, ReportId::as_str);
    let named = settings.replacen(&format!("id = \"{DEFAULT_ID}\""), &format!("id = \"{id}\""), 1);
    let mut files = vec![(REPORT_FILE.to_owned(), named.into_bytes())];
    let shared = SKELETON.get_dir("shared").map(embedded::files_below).unwrap_or_default();
    for (path, contents) in shared {
        let is_table = TABLES.iter().any(|(_, table)| path == *table);
        match data {
            DataForm::Tables if is_table => files.push((path, [BYTE_ORDER_MARK, contents].concat())),
            DataForm::Workbook if is_table => {}
            _ => files.push((path, contents.to_vec())),
        }
    }
    if data == DataForm::Workbook {
        let settings: Settings = toml::from_str(settings)?;
        let tables = TABLES.map(|(sheet, table)| (sheet, text(&format!("shared/{table}"))));
        files.push((WORKBOOK.to_owned(), workbook::workbook(&tables, &settings, words)?));
    }
    Ok(files)
}

fn settings(language: &str) -> &'static str {
    SKELETON
        .get_file(format!("{language}/{REPORT_FILE}"))
        .and_then(|file| file.contents_utf8())
        .unwrap_or_else(|| text(&format!("{FALLBACK_LANGUAGE}/{REPORT_FILE}")))
}

/// Returns what a template reads of this report, without charts and figures: a `report.json` to see any of the built-in
/// templates with, and others that print the same messages.
#[must_use]
pub fn example_data(language: &str) -> &'static str {
    let of_language = |language: &str| SKELETON.get_file(format!("data-example/{language}.json"));
    let file = of_language(language).or_else(|| of_language(FALLBACK_LANGUAGE));
    file.and_then(|file| file.contents_utf8()).unwrap_or_default()
}

fn text(path: &str) -> &'static str {
    SKELETON.get_file(path).and_then(|file| file.contents_utf8()).unwrap_or_default()
}
