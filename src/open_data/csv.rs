//! Writes tables as CSV (RFC 4180): commas, CRLF, cells quoted only if necessary.

use super::data_table::{Cell, Table};
use crate::formula::guarded;

const END_OF_ROW: &str = "\r\n";

/// Writes a table with its header.
#[must_use]
pub fn csv(table: &Table) -> String {
    let header: Vec<String> = table.columns.iter().map(|column| quoted(&column.header())).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(","));
    let mut text = String::new();
    for row in std::iter::once(header.join(",")).chain(rows) {
        text.push_str(&row);
        text.push_str(END_OF_ROW);
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&guarded(text)),
        Cell::Empty | Cell::Number(_) | Cell::Integer(_) => cell.to_string(),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', ';', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
