//! A place in the user's files: a range of bytes in a text, or a cell in a workbook.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A place in one of the user's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's path as shown to the user, relative to the report's folder, with forward slashes.
    pub file: Arc<str>,
    /// The position in the file.
    pub position: Position,
}

/// A position in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// The whole file.
    Whole,
    /// A range of bytes (start, end) of the file's text as UTF-8.
    Text(usize, usize),
    /// A sheet of a workbook.
    Sheet(Arc<str>),
    /// A cell of a workbook.
    Cell(Cell),
}

/// A cell of a workbook. Cells are ordered as they are read: by sheet, row and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The name of the sheet.
    pub sheet: Arc<str>,
    /// Counted from 0.
    pub row: u32,
    /// Counted from 0.
    pub column: u32,
}

impl Cell {
    /// The cell reference without the sheet: `C14`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}{}", column_name(self.column), self.row + 1)
    }
}

/// The letters of a column that is counted from 0: A, B, … Z, AA.
#[must_use]
pub fn column_name(column: u32) -> String {
    let (rest, letter) = (column / 26, b'A' + u8::try_from(column % 26).unwrap_or_default());
    let before = if rest == 0 { String::new() } else { column_name(rest - 1) };
    format!("{before}{}", char::from(letter))
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn whole(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Whole }
    }

    /// A range of bytes.
    #[must_use]
    pub fn text(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), position: Position::Text(range.start, range.end) }
    }

    /// A sheet.
    #[must_use]
    pub fn sheet(file: &Arc<str>, sheet: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), position: Position::Sheet(Arc::clone(sheet)) }
    }

    /// A cell by row and column, both counted from 0.
    #[must_use]
    pub fn cell(file: &Arc<str>, sheet: &Arc<str>, row: u32, column: u32) -> Self {
        Self { file: Arc::clone(file), position: Position::Cell(Cell { sheet: Arc::clone(sheet), row, column }) }
    }

    /// The name under which the text is kept for display: a file, or a sheet as in `data/indicators.xlsx!actuals`.
    #[must_use]
    pub fn text_name(&self) -> Arc<str> {
        match &self.position {
            Position::Whole | Position::Text(..) => Arc::clone(&self.file),
            Position::Sheet(sheet) | Position::Cell(Cell { sheet, .. }) => format!("{}!{sheet}", self.file).into(),
        }
    }
}

impl fmt::Display for Place {
    /// The file, sheet and cell: `data/indicators.xlsx!actuals!C14`. Lines are not counted, which requires the text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text_name())?;
        match &self.position {
            Position::Cell(cell) => write!(formatter, "!{}", cell.name()),
            Position::Whole | Position::Text(..) | Position::Sheet(_) => Ok(()),
        }
    }
}

/// A value and the place where it was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub place: Place,
}

impl<T> Located<T> {
    /// A value and its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}
