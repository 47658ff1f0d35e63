//! Where in the user's files a thing stands: bytes of a text, or a cell of a workbook.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Where in the user's files a thing stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's path as shown to the user, relative to the report's folder, with forward slashes.
    pub file: Arc<str>,
    /// Where in the file.
    pub position: Position,
}

/// Where in one file a thing stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// The file as a whole.
    Whole,
    /// A range of bytes of the file's text as UTF-8, from start to end.
    Text(usize, usize),
    /// A sheet of a workbook.
    Sheet(Arc<str>),
    /// A cell of a workbook.
    Cell(Cell),
}

/// Where a cell of a workbook stands. Cells are in the order in which they are read: by sheet, row and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl Cell {
    /// Returns the cell's name within its sheet: `C14`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }
}

/// Returns the letters by which spreadsheets name a column, counted from 0: A, B, … Z, AA.
#[must_use]
pub fn column_name(column: u32) -> String {
    let (rest, letter) = (column / 26, b'A' + u8::try_from(column % 26).unwrap_or_default());
    let before = if rest == 0 { String::new() } else { column_name(rest - 1) };
    format!("{before}{}", char::from(letter))
}

impl Place {
    /// Returns the place of a whole file.
    #[must_use]
    pub fn whole(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Whole }
    }

    /// Returns the place of a range of bytes.
    #[must_use]
    pub fn text(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), position: Position::Text(range.start, range.end) }
    }

    /// Returns the place of a sheet.
    #[must_use]
    pub fn sheet(file: &Arc<str>, sheet: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Sheet(Arc::clone(sheet)) }
    }

    /// Returns the place of a cell by its row and column, both from 0.
    #[must_use]
    pub fn cell(file: &Arc<str>, sheet: &Arc<str>, row: u32, column: u32) -> Self {
        Self { file: Arc::clone(file), position: Position::Cell(Cell { sheet: Arc::clone(sheet), row, column }) }
    }

    /// Returns the name under which the text that the place is in is kept for display: that of the file, or of the
    /// sheet, as in `data/indicators.xlsx!actuals`.
    #[must_use]
    pub fn text_name(&self) -> Arc<str> {
        match &self.position {
            Position::Whole | Position::Text(..) => Arc::clone(&self.file),
            Position::Sheet(sheet) | Position::Cell(Cell { sheet, .. }) => format!("{}!{sheet}", self.file).into(),
        }
    }
}

impl fmt::Display for Place {
    /// Writes the file with its sheet and cell, as in `data/indicators.xlsx!actuals!C14`. Lines are counted only where
    /// the text is at hand.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text_name())?;
        match &self.position {
            Position::Cell(cell) => write!(formatter, "!{}", cell.name()),
            Position::Whole | Position::Text(..) | Position::Sheet(_) => Ok(()),
        }
    }
}

/// A value that knows where it was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// Joins a value and its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}
