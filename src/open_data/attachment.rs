//! The files that a PDF holds besides its pages: enough to build the document's numbers again. Knows no PDF.

use super::{Table, csv};
use crate::diagnostic::Place;
use crate::locale::Words;

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

/// Returns what is attached to the documents of a language: the tables, the settings and the language's own words.
#[must_use]
pub fn attachments(
    tables: &[Table],
    settings: &str,
    own_words: &str,
    words: &Words,
    needed_by: &Place,
) -> Vec<Attachment> {
    let said = |message: &str| words.text(message, &[], needed_by);
    let mut attachments: Vec<Attachment> = tables
        .iter()
        .map(|table| Attachment {
            name: format!("{}.csv", table.name),
            description: said(&format!("data-table-{}", table.name)),
            media_type: "text/csv",
            relationship: "data",
            data: csv(table).into_bytes(),
        })
        .collect();
    attachments.push(Attachment {
        name: "report.toml".to_owned(),
        description: said("data-file-settings"),
        media_type: "application/toml",
        relationship: "supplement",
        data: settings.as_bytes().to_vec(),
    });
    attachments.push(Attachment {
        name: format!("{}.ftl", words.language()),
        description: said("data-file-words"),
        media_type: "text/plain",
        relationship: "supplement",
        data: own_words.as_bytes().to_vec(),
    });
    attachments
}
