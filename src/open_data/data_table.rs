//! Typed tables with exact cells. Does not depend on a file format or the report.

use std::fmt;

use rust_decimal::Decimal;

use crate::report::{ColumnValue, FiscalYear, Language};

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The name of its file and sheet.
    pub name: &'static str,
    /// The columns.
    pub columns: Vec<Column>,
    /// The columns that identify a row; empty if there are none.
    pub primary_key: &'static [&'static str],
    /// The rows, with one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The name without language.
    pub name: &'static str,
    /// The language, if there is one column per language.
    pub language: Option<Language>,
    /// The type of its cells.
    pub kind: Kind,
    /// Whether no cell is empty.
    pub is_required: bool,
    /// The table whose identifiers the cells refer to.
    pub reference: Option<&'static str>,
}

/// The type of a column's cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// An identifier.
    Identifier,
    /// Identifiers separated by spaces.
    Identifiers,
    /// One of a list of words.
    Word(&'static [&'static str]),
    /// Free text.
    Text,
    /// An exact number.
    Number(Unit),
    /// An integer.
    Integer,
    /// A fiscal year, as the calendar year in which it starts.
    FiscalYear,
}

/// The unit of a column's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The unit of the row's indicator.
    OfIndicator,
    /// A ratio; 1 is the whole.
    Ratio,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text, word or identifier.
    Text(String),
    /// An exact number.
    Number(Decimal),
    /// An integer.
    Integer(u32),
}

impl Table {
    /// Creates a table without rows.
    #[must_use]
    pub fn new(name: &'static str, primary_key: &'static [&'static str], columns: Vec<Column>) -> Self {
        Self { name, columns, primary_key, rows: Vec::new() }
    }
}

impl Column {
    /// Creates a column whose cells may be empty.
    #[must_use]
    pub fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, language: None, kind, is_required: false, reference: None }
    }

    /// Creates a column of texts for each language.
    pub fn for_each(name: &'static str, languages: &[&Language]) -> impl Iterator<Item = Self> {
        let text =
            move |language: &&Language| Self { language: Some((*language).clone()), ..Self::new(name, Kind::Text) };
        languages.iter().map(text)
    }

    /// Requires all cells.
    #[must_use]
    pub fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// Makes the cells identifiers of a table.
    #[must_use]
    pub fn of(self, table: &'static str) -> Self {
        Self { reference: Some(table), ..self }
    }

    /// The name in files: `name@ja`.
    #[must_use]
    pub fn header(&self) -> String {
        match &self.language {
            Some(language) => format!("{}@{language}", self.name),
            None => self.name.to_owned(),
        }
    }
}

impl Cell {
    /// Creates a text cell.
    pub fn text(text: &(impl ToString + ?Sized)) -> Self {
        Self::Text(text.to_string())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<FiscalYear> for Cell {
    fn from(year: FiscalYear) -> Self {
        Self::Integer(year.starting_year().into())
    }
}

impl From<ColumnValue<'_>> for Cell {
    fn from(value: ColumnValue<'_>) -> Self {
        match value {
            ColumnValue::None => Self::Empty,
            ColumnValue::Text(text) => text.into(),
            ColumnValue::Notes(notes) => {
                notes.iter().map(|note| note.value.as_str()).collect::<Vec<_>>().join(" ").into()
            }
            ColumnValue::Number(number) => number.into(),
            ColumnValue::Integer(number) => Self::Integer(number),
            ColumnValue::Year(year) => year.into(),
        }
    }
}

impl fmt::Display for Cell {
    /// Numbers are exact.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => formatter.write_str(text),
            Self::Number(number) => number.fmt(formatter),
            Self::Integer(number) => number.fmt(formatter),
        }
    }
}
