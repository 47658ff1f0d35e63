//! A sheet as every reader of a file format hands it over: the cells that hold something, and what spreadsheets show
//! otherwise than it is. Knows no file format.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::bound::{Allowance, Bound, MOST_CHARACTERS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_SHEETS};
use super::failure::Failure;

/// A cell that holds something.
#[derive(Debug)]
pub(super) struct Cell {
    /// The row, from 0.
    pub(super) row: u32,
    /// The column, from 0.
    pub(super) column: u32,
    /// What it holds.
    pub(super) content: Content,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A text.
    Text(String),
    /// A text of which digits are raised or lowered.
    Raised(String),
    /// A number as its cell shows it, and, where that is rounded, as it is stored.
    Number { text: String, exact: Option<Decimal> },
    /// Something that the style of its cell hides.
    Hidden(Cover, String),
    /// Something of which the cell does not show for certain what is meant, with what of it can be shown in a problem.
    Unclear(Obscurity, String),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A day or a time.
    Date,
    /// True or false.
    Boolean(bool),
    /// A formula whose value was never computed.
    Uncomputed,
}

/// Why a cell does not show for certain what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Obscurity {
    /// The file gives the cell twice, with different contents.
    Twice,
    /// It is struck out, as a whole or in part.
    Struck,
    /// It holds zero and shows a sign or a word.
    Zero,
    /// It holds a number below zero and shows it without a sign.
    Sign,
    /// It shows other digits than those of its number, or none.
    Digits,
    /// Conditional formatting shows it otherwise, or hides it.
    Conditional,
}

impl Obscurity {
    /// Returns the word by which messages tell the reasons apart.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Twice => "twice",
            Self::Struck => "struck",
            Self::Zero => "zero",
            Self::Sign => "sign",
            Self::Digits => "digits",
            Self::Conditional => "conditional",
        }
    }
}

/// What hides what a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// Its number format.
    Format,
    /// The colour of its letters, all or some, which is that of its ground.
    Colour,
    /// A bar or an icon that is shown in its place.
    Graphic,
}

impl Cover {
    /// Returns the word by which messages tell them apart.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Format => "value",
            Self::Colour => "colour",
            Self::Graphic => "graphic",
        }
    }
}

impl Content {
    /// Returns the text by which the cell is shown.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Raised(text) | Self::Number { text, .. } | Self::Error(text) => text,
            Self::Hidden(_, text) | Self::Unclear(_, text) => text,
            Self::Boolean(true) => "TRUE",
            Self::Boolean(false) => "FALSE",
            Self::Date | Self::Uncomputed => "",
        }
    }
}

/// Cells from the first to the last row and column, both among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name as it is written.
    pub(super) name: Arc<str>,
    /// Whether it is not shown.
    pub(super) is_hidden: bool,
    /// Its cells; sorted once [`Self::finish`] is through.
    pub(super) cells: Vec<Cell>,
    /// Cells that are merged.
    pub(super) merged: Vec<Area>,
    /// Blocks of rows that are not shown, each by its first and last.
    pub(super) hidden_rows: Vec<(u32, u32)>,
    /// Blocks of columns that are not shown, each by its first and last.
    pub(super) hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
    /// Starts a sheet without cells.
    pub(super) fn new(name: &str, is_hidden: bool) -> Self {
        Self {
            name: name.into(),
            is_hidden,
            cells: Vec::new(),
            merged: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
        }
    }

    /// Adds a cell, unless it holds nothing.
    pub(super) fn push(
        &mut self,
        row: u32,
        column: u32,
        content: Content,
        allowance: &mut Allowance,
    ) -> Result<(), Failure> {
        if content == Content::Text(String::new()) {
            return Ok(());
        }
        let text = content.text();
        let characters = if text.len() as u64 > MOST_CHARACTERS { text.chars().count() as u64 } else { 0 };
        let bound = match () {
            () if u64::from(row) >= MOST_ROWS => Some(Bound::Rows),
            () if u64::from(column) >= MOST_COLUMNS => Some(Bound::Columns),
            () if characters > MOST_CHARACTERS => Some(Bound::Characters),
            () => None,
        };
        if let Some(bound) = bound {
            return Err(Failure::TooLarge(bound, Some((Arc::clone(&self.name), row, column))));
        }
        allowance.take_text(text.len())?;
        allowance.take_cells(1)?;
        self.cells.push(Cell { row, column, content });
        Ok(())
    }

    /// Adds cells that are merged.
    pub(super) fn merge(&mut self, area: Area) -> Result<(), Failure> {
        if self.merged.len() as u64 >= MOST_MERGED {
            return Err(Bound::Merged.into());
        }
        self.merged.push(area);
        Ok(())
    }

    /// Adds rows that are not shown, in their order.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        hide(&mut self.hidden_rows, first, last);
    }

    /// Adds columns that are not shown, in their order.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        hide(&mut self.hidden_columns, first, last);
    }

    /// Sorts the cells, and counts the empty ones before a row's last filled one, as they take up memory too.
    pub(super) fn finish(&mut self, allowance: &mut Allowance) -> Result<(), Failure> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // Programs differ in which of two they take.
        self.cells.dedup_by(|second, first| {
            let is_same = (first.row, first.column) == (second.row, second.column);
            if is_same && first.content != second.content {
                first.content = Content::Unclear(Obscurity::Twice, first.content.text().to_owned());
            }
            is_same
        });
        for row in self.rows() {
            let width = row.last().map_or(0, |cell| cell.column as usize + 1);
            allowance.take_cells(width - row.len())?;
        }
        Ok(())
    }

    /// Returns the cells of each row that has some.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|first, second| first.row == second.row)
    }
}

/// Adds a sheet to others, unless there are too many.
pub(super) fn add<T>(sheets: &mut Vec<T>, sheet: T) -> Result<(), Failure> {
    if sheets.len() as u64 >= MOST_SHEETS {
        return Err(Bound::Sheets.into());
    }
    sheets.push(sheet);
    Ok(())
}

/// Adds a block to others, joined with the last one where it touches it.
fn hide(blocks: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match blocks.last_mut() {
        Some(block) if block.1.checked_add(1) == Some(first) => block.1 = last,
        _ => blocks.push((first, last)),
    }
}

/// Reads a range such as `B3:C5`.
pub(super) fn area(range: &str) -> Option<Area> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (position(first)?, position(last)?);
    Some(Area { rows: (first.0, last.0), columns: (first.1, last.1) })
}

/// Reads a reference such as `B3` as its row and column, both from 0.
pub(super) fn position(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.trim().replace('$', "");
    let (letters, digits) = reference.split_at(reference.find(|character: char| character.is_ascii_digit())?);
    let column = letters.chars().try_fold(0_u32, |column, letter| {
        let letter = letter.to_digit(36)?.checked_sub(9).filter(|letter| *letter > 0)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
