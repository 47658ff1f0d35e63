//! The tables of a PDF as rows of cells, with text as spoken by a screen reader and separate marks.

use crate::pdf::tagged_table::{Cell, Row, Table, tables};
use crate::pdf::{Element, TaggedPdf};
use crate::unicode::is_selector;

/// A table whose rows have names.
#[derive(Debug, Clone)]
pub struct PrintedTable {
    /// The column heads, starting with that of the names.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<PrintedRow>,
    /// The group rows with their pages.
    pub lines: Vec<(String, usize)>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct PrintedRow {
    /// The page, from 1.
    pub page: usize,
    /// The name.
    pub name: PrintedCell,
    /// The other cells.
    pub cells: Vec<PrintedCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedCell {
    /// The column, from 0; that of the names counts.
    pub column: usize,
    /// The text, with alternative texts of pictures.
    pub text: String,
    /// The superscript marks.
    pub marks: String,
}

impl PrintedTable {
    /// Empty if the column has no head.
    #[must_use]
    pub fn head(&self, column: usize) -> &str {
        self.heads.get(column).map(String::as_str).unwrap_or_default()
    }
}

impl PrintedCell {
    /// Text and marks, for messages.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}{}", self.text.trim(), self.marks)
    }
}

/// Extracts the tables with named rows.
#[must_use]
pub fn printed_tables(pdf: &TaggedPdf) -> Vec<PrintedTable> {
    printed_tables_of(pdf.tags())
}

/// Extracts the tables with named rows of a part of a document.
#[must_use]
pub(super) fn printed_tables_of(part: &Element) -> Vec<PrintedTable> {
    let printed = |cell: Cell| PrintedCell { column: cell.column, text: cell.text, marks: cell.raised };
    let read = |table: Table| {
        let mut result = PrintedTable { heads: table.columns, rows: Vec::new(), lines: Vec::new() };
        for row in table.rows {
            match row {
                Row::Group { name, page } => result.lines.push((name, page.unwrap_or_default())),
                Row::Values { header, cells, page } => {
                    let mut cells = cells.into_iter().map(printed);
                    // If no cell is marked as row header, the first one is the name.
                    let name = Some(printed(header)).filter(|name| !name.whole().is_empty());
                    let Some(name) = name.or_else(|| cells.next()) else { continue };
                    result.rows.push(PrintedRow { page: page.unwrap_or_default(), name, cells: cells.collect() });
                }
            }
        }
        result
    };
    tables(part).into_iter().map(read).collect()
}

/// Removes spaces and other characters that depend on line breaking.
pub(super) fn squeezed(text: &str) -> String {
    // Without a glyph for a variant, the plain form is printed.
    text.chars().filter(|sign| !is_space(*sign) && !is_selector(*sign)).collect()
}

/// Whether a character only separates others.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(
            sign,
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
        )
}

/// Removes the brackets of parts, and keeps apart what they part: a unit and a year.
pub(super) fn without_brackets(text: &str) -> String {
    text.chars().map(|sign| if matches!(sign, '[' | ']' | '［' | '］') { ' ' } else { sign }).collect()
}
