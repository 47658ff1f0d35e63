//! The files of a data package, which is itself a report that builds, and those of them that a document holds as
//! attachments. Knows neither where they are written nor what a PDF is.

use rust_xlsxwriter::XlsxError;

use super::descriptor::{DESCRIPTOR_FILE, descriptor};
use super::document::document;
use super::workbook::workbook;
use super::{Table, csv, tables};
use crate::diagnostic::Place;
use crate::locale::Words;
use crate::report::{Report, ReportId};

/// By this mark Excel on Windows knows that a CSV file is in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The folder of tables in a report.
const TABLES_FOLDER: &str = "data";

/// A file by its path from the package's folder, with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path.
    pub path: String,
    /// What is in it.
    pub data: Vec<u8>,
}

/// A file attached to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without a folder.
    pub name: String,
    /// What it is, in the language of the document.
    pub description: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is to the document, in the words of PDF: `data` or `supplement`.
    pub relationship: &'static str,
    /// What is in it.
    pub data: Vec<u8>,
}

impl File {
    /// Returns its media type, by its name.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        let extension = self.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        match extension.as_str() {
            "csv" => "text/csv",
            "json" => "application/json",
            "toml" => "application/toml",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "ttf" => "font/ttf",
            "otf" => "font/otf",
            "ttc" | "otc" => "font/collection",
            "ftl" | "typ" | "txt" | "md" => "text/plain",
            _ => "application/octet-stream",
        }
    }

    /// Returns the message that says what it is, where it is no table.
    pub(super) fn message(&self) -> &'static str {
        match self.path.split_once('/').map_or(self.path.as_str(), |(folder, _)| folder) {
            DESCRIPTOR_FILE => "data-file-descriptor",
            "locales" => "data-file-words",
            "templates" => "data-file-template",
            "fonts" => "data-file-font",
            _ if self.path.ends_with(".ftl") => "data-file-words",
            _ if self.path.ends_with(".toml") => "data-file-settings",
            _ if self.path.ends_with(".json") => "data-file-document",
            _ if self.path.ends_with(".xlsx") => "data-file-workbook",
            _ => "data-file-figure",
        }
    }
}

/// Returns the files of a data package: what was computed of the report, and copies of what it brings besides its tables.
///
/// # Errors
/// Fails where a workbook cannot hold the tables.
pub fn package(report: &Report, words: &[&Words], copies: Vec<File>, has_mark: bool) -> Result<Vec<File>, XlsxError> {
    let tables = tables(report, words);
    let mark = if has_mark { BYTE_ORDER_MARK } else { "" };
    let of_tables: Vec<File> = tables
        .iter()
        .map(|table| File {
            path: format!("{TABLES_FOLDER}/{}.csv", table.name),
            data: format!("{mark}{}", csv(table)).into_bytes(),
        })
        .collect();
    let title = words.first().and_then(|words| words.optional("report-title", &[])).unwrap_or_default();
    let id = &report.settings.id;
    let mut others = vec![
        json_file(document_name(id), &document(report, &tables, words)),
        File { path: format!("{id}.xlsx"), data: workbook(&tables, &title, report.settings.round.published)? },
    ];
    others.extend(copies);
    let with_tables: Vec<(&Table, &File)> = tables.iter().zip(&of_tables).collect();
    let descriptor = descriptor(report, &with_tables, &others, words);
    others.push(json_file(DESCRIPTOR_FILE.to_owned(), &descriptor));
    Ok(of_tables.into_iter().chain(others).collect())
}

/// Returns what is attached to the documents of a language: the tables, and of the report's own texts its settings and the
/// words of all languages. They are given, in the order of the report's editions; what a language cannot
/// say is missing where the attachments are asked for.
#[must_use]
pub fn attachments(
    report: &Report,
    tables: &[Table],
    words: &[&Words],
    language: &Words,
    settings: &str,
    own_words: &[String],
    asked: &Place,
) -> Vec<Attachment> {
    let of_tables: Vec<File> = tables
        .iter()
        .map(|table| File { path: format!("{}.csv", table.name), data: csv(table).into_bytes() })
        .collect();
    let file = |path: String, text: &str| File { path, data: text.as_bytes().to_vec() };
    let mut others = vec![
        json_file(document_name(&report.settings.id), &document(report, tables, words)),
        file("report.toml".to_owned(), settings),
    ];
    let of_languages = words.iter().zip(own_words);
    others.extend(of_languages.map(|(words, own)| file(format!("{}.ftl", words.language()), own)));
    let with_tables: Vec<(&Table, &File)> = tables.iter().zip(&of_tables).collect();
    let descriptor = descriptor(report, &with_tables, &others, words);
    others.push(json_file(DESCRIPTOR_FILE.to_owned(), &descriptor));
    let of_tables = of_tables.into_iter().zip(tables).map(|(file, table)| (file, format!("data-table-{}", table.name)));
    let others = others.into_iter().map(|file| {
        let message = file.message().to_owned();
        (file, message)
    });
    of_tables
        .chain(others)
        .map(|(file, message)| {
            let media_type = file.media_type();
            Attachment {
                description: language.text(&message, &[], asked),
                media_type,
                relationship: if matches!(media_type, "text/csv" | "application/json") { "data" } else { "supplement" },
                name: file.path,
                data: file.data,
            }
        })
        .collect()
}

/// Returns the name of the file that holds everything; no report can take the descriptor's.
#[must_use]
pub fn document_name(id: &ReportId) -> String {
    let name = format!("{id}.json");
    if name.eq_ignore_ascii_case(DESCRIPTOR_FILE) { format!("{id}-report.json") } else { name }
}

fn json_file(path: String, value: &serde_json::Value) -> File {
    File { path, data: format!("{value:#}\n").into_bytes() }
}
