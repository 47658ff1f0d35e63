//! What a PDF's tables print: rows of cells as a screen reader says them, with their marks apart.

use crate::pdf::TaggedPdf;
use crate::pdf::table::{Cell, Row, Table, tables};
use crate::unicode::is_selector;

/// A table whose rows have names.
#[derive(Debug, Clone)]
pub struct PrintedTable {
    /// What the heads of its columns say, that of the names first.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<PrintedRow>,
    /// The lines that name the rows below them, with their pages.
    pub lines: Vec<(String, usize)>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct PrintedRow {
    /// The page that it stands on, from 1.
    pub page: usize,
    /// What it is about.
    pub name: PrintedCell,
    /// Its other cells.
    pub cells: Vec<PrintedCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedCell {
    /// Its column, from 0; that of the names counts.
    pub column: usize,
    /// Its text; what pictures show is part of it.
    pub text: String,
    /// The raised marks beside the text.
    pub marks: String,
}

impl PrintedTable {
    /// Returns the head of a column; empty where it has none.
    #[must_use]
    pub fn head(&self, column: usize) -> &str {
        self.heads.get(column).map(String::as_str).unwrap_or_default()
    }
}

impl PrintedCell {
    /// Returns its text and marks as they stand beside each other, for messages.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}{}", self.text.trim(), self.marks)
    }
}

/// Reads what the tables of a PDF print.
#[must_use]
pub fn printed_tables(pdf: &TaggedPdf) -> Vec<PrintedTable> {
    let printed = |cell: Cell| PrintedCell { column: cell.column, text: cell.text, marks: cell.raised };
    let read = |table: Table| {
        let mut result = PrintedTable { heads: table.columns, rows: Vec::new(), lines: Vec::new() };
        for row in table.rows {
            match row {
                Row::Group { name, page } => result.lines.push((name, page.unwrap_or_default())),
                Row::Values { header, cells, page } => {
                    let mut cells = cells.into_iter().map(printed);
                    // Where no cell is marked as the header of its row, the first is.
                    let name = Some(printed(header)).filter(|name| !name.whole().is_empty());
                    let Some(name) = name.or_else(|| cells.next()) else { continue };
                    result.rows.push(PrintedRow { page: page.unwrap_or_default(), name, cells: cells.collect() });
                }
            }
        }
        result
    };
    tables(pdf.tags()).into_iter().map(read).collect()
}

/// Takes out everything that line breaking and spacing may change.
pub(super) fn squeezed(text: &str) -> String {
    // A variant that the fonts do not have is printed in its plain form.
    text.chars().filter(|sign| !is_space(*sign) && !is_selector(*sign)).collect()
}

/// Returns whether a sign only parts others.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2060}' | '\u{FEFF}')
}

/// Takes out the brackets in which parts stand.
pub(super) fn without_brackets(text: &str) -> String {
    text.chars().filter(|sign| !matches!(sign, '[' | ']' | '［' | '］')).collect()
}
