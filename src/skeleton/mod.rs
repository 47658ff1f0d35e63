//! The initial report or packet of `nenpo new`: its files, with the wanted identifier and form of data. Does not write
//! them.

mod addition;
mod column;
mod guide;
mod imported;
mod next_round;
mod sheet;
mod workbook;

use rust_xlsxwriter::XlsxError;
use serde::Deserialize;
use thiserror::Error;

pub use addition::{AddedSort, Addition, Changed, Target};
pub use imported::{Source, files_from, fluent};
pub use next_round::next_round;

use crate::embedded::{self, SKELETON};
use crate::locale::Words;
use crate::report::ReportId;
use crate::source::{PACKET_FILE, REPORT_FILE};

const WORKBOOK: &str = "data/indicators.xlsx";

/// The sheets of the workbook with the paths of their tables.
const TABLES: [(&str, &str); 2] = [("indicators", "data/indicators.csv"), ("actuals", "data/actuals.csv")];

/// If the folder's name is not an identifier.
const DEFAULT_ID: &str = "report";

/// If the folder's name is not an identifier.
const DEFAULT_PACKET_ID: &str = "packet";

/// The folder of the report that a new packet contains.
pub const REPORT_OF_PACKET: &str = "report";

/// If the skeleton has no settings in the wanted language.
const FALLBACK_LANGUAGE: &str = "en";

/// Excel on Windows needs it to recognise UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A file by its path from the report's folder, with forward slashes, and its content.
pub type File = (String, Vec<u8>);

/// The form of a report's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataForm {
    /// CSV files.
    Tables,
    /// One Excel workbook.
    Workbook,
}

/// What a new report begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// The values and words of an example.
    Example,
    /// Tables without rows, and the words that every report needs.
    Empty,
}

/// Why a report could not be made.
#[derive(Debug, Error)]
pub enum SkeletonError {
    /// The settings cannot be read.
    #[error(transparent)]
    Settings(#[from] toml::de::Error),
    /// The settings cannot be changed.
    #[error(transparent)]
    Document(#[from] toml_edit::TomlError),
    /// A date cannot be written.
    #[error(transparent)]
    Date(#[from] toml_edit::DatetimeParseError),
    /// The workbook exceeds a limit of Excel, such as the length of a text.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
}

#[derive(Debug, Deserialize)]
struct Settings {
    plan: Plan,
    #[serde(default)]
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

/// The files of a new report, explained in the language of `words`.
///
/// # Errors
/// Only if the built-in messages or settings are invalid, which tests would detect.
pub fn files(
    id: Option<&ReportId>,
    data: DataForm,
    beginning: Beginning,
    words: &Words,
) -> Result<Vec<File>, SkeletonError> {
    let is_empty = beginning == Beginning::Empty;
    let settings = settings(words.language().primary(), REPORT_FILE);
    let settings = if is_empty { &without_entries(settings) } else { settings };
    let mut files = vec![(REPORT_FILE.to_owned(), with_id(settings, DEFAULT_ID, id).into_bytes())];
    let folder = if is_empty { "empty" } else { "shared" };
    let mut shared = SKELETON.get_dir(folder).map(embedded::files_below).unwrap_or_default();
    if is_empty {
        shared.extend(TABLES.map(|(_, table)| (table.to_owned(), heads(table).as_bytes())));
    }
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
        let rows = |table: &str| {
            let table = if is_empty { heads(table) } else { text(&format!("shared/{table}")) };
            table.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
        };
        let tables = TABLES.map(|(sheet, table)| (sheet, rows(table)));
        files.push((WORKBOOK.to_owned(), workbook::workbook(&tables, &settings, words)?));
    }
    Ok(files)
}

/// The first line of a table, with its end.
fn heads(table: &str) -> &'static str {
    text(&format!("shared/{table}")).split_inclusive('\n').next().unwrap_or_default()
}

/// Settings in which the entries of lists are comments: of each list the first, as an example.
fn without_entries(settings: &str) -> String {
    const LISTS: [&str; 2] = ["[[group]]", "[[highlight]]"];
    let mut known: Vec<&str> = Vec::new();
    let mut is_entry = false;
    let mut is_left_out = false;
    let mut empty = String::new();
    for line in settings.lines() {
        if LISTS.contains(&line) {
            is_left_out = known.contains(&line);
            is_entry = true;
            known.push(line);
        }
        if is_entry && line.is_empty() {
            is_entry = false;
        }
        match (is_entry, is_left_out) {
            (true, true) => continue,
            (true, false) => empty.extend(["# ", line.trim_start_matches("# "), "\n"]),
            // The empty line behind an entry that is left out.
            (false, true) => is_left_out = false,
            (false, false) => empty.extend([line, "\n"]),
        }
    }
    empty
}

/// The settings of a new packet, explained in a language. They refer to a report in [`REPORT_OF_PACKET`], so that the
/// packet can be built as it is.
#[must_use]
pub fn packet_settings(id: Option<&ReportId>, language: &str) -> File {
    let settings = settings(language, PACKET_FILE);
    (PACKET_FILE.to_owned(), with_id(settings, DEFAULT_PACKET_ID, id).into_bytes())
}

fn with_id(settings: &str, default: &str, id: Option<&ReportId>) -> String {
    let id = id.map_or(default, ReportId::as_str);
    settings.replacen(&format!("id = \"{default}\""), &format!("id = \"{id}\""), 1)
}

fn settings(language: &str, file: &str) -> &'static str {
    SKELETON
        .get_file(format!("{language}/{file}"))
        .and_then(|file| file.contents_utf8())
        .unwrap_or_else(|| text(&format!("{FALLBACK_LANGUAGE}/{file}")))
}

/// The `report.json` of this report without charts and figures, to preview built-in templates and others with the same
/// messages.
#[must_use]
pub fn example_data(language: &str) -> &'static str {
    let of_language = |language: &str| SKELETON.get_file(format!("data-example/{language}.json"));
    let file = of_language(language).or_else(|| of_language(FALLBACK_LANGUAGE));
    file.and_then(|file| file.contents_utf8()).unwrap_or_default()
}

/// A text as lines of a comment, in TOML and in Fluent.
fn comment_lines(text: &str) -> String {
    text.lines().map(|line| format!("# {line}\n")).collect()
}

fn text(path: &str) -> &'static str {
    SKELETON.get_file(path).and_then(|file| file.contents_utf8()).unwrap_or_default()
}
