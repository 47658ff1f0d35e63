//! The shape of a table of open data: typed columns and exact cells. Knows no file format and no report.

use std::fmt;

use rust_decimal::Decimal;

use crate::report::{ColumnValue, FiscalYear, Language};

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name: that of its file and its sheet.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The names of the columns that tell one row from all others; empty where none do.
    pub primary_key: &'static [&'static str],
    /// Its rows; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name without its language.
    pub name: &'static str,
    /// The language of its texts, where there is one column a language.
    pub language: Option<Language>,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether no cell of it is empty.
    pub is_required: bool,
    /// The table whose identifiers its cells are.
    pub reference: Option<&'static str>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// An identifier.
    Identifier,
    /// Identifiers with spaces between them.
    Identifiers,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A text of its own.
    Text,
    /// An exact number.
    Number(Unit),
    /// A whole number.
    Integer,
    /// A fiscal year by the calendar year in which it starts.
    FiscalYear,
}

/// In what the numbers of a column are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// In the unit of the row's indicator.
    OfIndicator,
    /// As a ratio, 1 being the whole.
    Ratio,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text, a word or an identifier.
    Text(String),
    /// An exact number.
    Number(Decimal),
    /// A whole number.
    Integer(u32),
}

impl Table {
    /// Starts a table without rows.
    #[must_use]
    pub fn new(name: &'static str, primary_key: &'static [&'static str], columns: Vec<Column>) -> Self {
        Self { name, columns, primary_key, rows: Vec::new() }
    }
}

impl Column {
    /// Makes a column whose cells may be empty.
    #[must_use]
    pub fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, language: None, kind, is_required: false, reference: None }
    }

    /// Makes a column of texts for each language.
    pub fn for_each(name: &'static str, languages: &[&Language]) -> impl Iterator<Item = Self> {
        let text =
            move |language: &&Language| Self { language: Some((*language).clone()), ..Self::new(name, Kind::Text) };
        languages.iter().map(text)
    }

    /// Says that no cell is empty.
    #[must_use]
    pub fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// Says of which table its cells are identifiers.
    #[must_use]
    pub fn of(self, table: &'static str) -> Self {
        Self { reference: Some(table), ..self }
    }

    /// Returns its name as files have it: `name@ja`.
    #[must_use]
    pub fn header(&self) -> String {
        match &self.language {
            Some(language) => format!("{}@{language}", self.name),
            None => self.name.to_owned(),
        }
    }
}

impl Cell {
    /// Makes a cell of what is written as a text.
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
    /// Writes what the cell holds, exactly.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => formatter.write_str(text),
            Self::Number(number) => number.fmt(formatter),
            Self::Integer(number) => number.fmt(formatter),
        }
    }
}
