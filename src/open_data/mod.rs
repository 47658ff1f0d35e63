//! Converts a report to open data: typed tables, and all forms in which they are published.

mod columns;
mod csv;
mod data_table;
mod descriptor;
mod document;
mod package;
mod report_tables;
mod workbook;

pub use columns::empty_tables;
pub use csv::csv;
pub use data_table::{Cell, Column, Kind, Table, Unit};
pub use descriptor::DESCRIPTOR_FILE;
pub use document::{DOCUMENT_SCHEMA, document_schema};
pub use package::{Attachment, File, attachments, document_name, package};
pub use report_tables::tables;

use crate::locale::Words;

/// The message for this table's column, or else for any column of this name.
fn title_of(table: &Table, column: &Column, words: &Words) -> Option<String> {
    let in_table = words.optional(&format!("data-column-{}-{}", table.name, column.name), &[]);
    in_table.or_else(|| words.optional(&format!("data-column-{}", column.name), &[]))
}
