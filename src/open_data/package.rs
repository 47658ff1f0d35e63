//! The files of a data package, which is itself a valid report, and the files attached to documents.

use rust_xlsxwriter::XlsxError;

use super::descriptor::{DESCRIPTOR_FILE, descriptor};
use super::document::document;
use super::workbook::workbook;
use super::{Table, csv, tables};
use crate::diagnostic::Place;
use crate::locale::Words;
use crate::report::{Report, ReportId};

/// Excel on Windows needs it to recognise UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

const TABLES_FOLDER: &str = "data";

/// A file by its path from the package's folder, with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path.
    pub path: String,
    /// The content.
    pub data: Vec<u8>,
}

/// A file to attach to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name without folder.
    pub name: String,
    /// A description in the document's language.
    pub description: String,
    /// The media type.
    pub media_type: &'static str,
    /// The relationship to the document as in PDF, in lower case: `data` or `supplement`.
    pub relationship: &'static str,
    /// The content.
    pub data: Vec<u8>,
}

impl File {
    /// The media type, by the file's extension.
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

    /// The message that describes a file other than a table.
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

/// The files of a data package: generated ones, and copies of the report's other files.
///
/// # Errors
/// If a workbook cannot hold the tables.
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
        File { path: format!("{id}.xlsx"), data: workbook(&tables, &title, report.settings.round.published.value)? },
    ];
    others.extend(copies);
    let with_tables: Vec<(&Table, &File)> = tables.iter().zip(&of_tables).collect();
    let descriptor = descriptor(report, &with_tables, &others, words);
    others.push(json_file(DESCRIPTOR_FILE.to_owned(), &descriptor));
    Ok(of_tables.into_iter().chain(others).collect())
}

/// The attachments of documents in one language: the tables, the settings, and the messages of all languages, which are
/// given in the order of the report's editions. Texts that `language` lacks are reported as missing.
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

/// The name of the file with all data; a report's identifier cannot make it that of the descriptor.
#[must_use]
pub fn document_name(id: &ReportId) -> String {
    let name = format!("{id}.json");
    if name.eq_ignore_ascii_case(DESCRIPTOR_FILE) { format!("{id}-report.json") } else { name }
}

fn json_file(path: String, value: &serde_json::Value) -> File {
    File { path, data: format!("{value:#}\n").into_bytes() }
}
