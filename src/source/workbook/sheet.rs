//! A sheet as all readers return it: the cells with content, and what may be hidden or displayed differently.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::bound::{Allowance, Bound, MOST_CHARACTERS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_SHEETS};
use super::failure::Failure;

#[derive(Debug)]
pub(super) struct Cell {
    /// Counted from 0.
    pub(super) row: u32,
    /// Counted from 0.
    pub(super) column: u32,
    pub(super) content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Ordinary text.
    Text(String),
    /// Text with superscript or subscript digits.
    Raised(String),
    /// A number as it is shown, and the exact one if that is rounded.
    Number { text: String, exact: Option<Decimal> },
    /// Content that the cell's style hides.
    Hidden(Cover, String),
    /// Content whose meaning is uncertain, with text for the diagnostic.
    Unclear(Obscurity, String),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A date or a time.
    Date,
    /// True or false.
    Boolean(bool),
    /// A formula without a cached value.
    Uncomputed,
}

/// Why the meaning of a cell is uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Obscurity {
    /// The file has the cell twice, with different contents.
    Twice,
    /// All or part of it is struck out.
    Struck,
    /// It contains zero, but shows a sign or a word.
    Zero,
    /// It contains a negative number, but shows no sign.
    Sign,
    /// It shows other digits than its number has, or none.
    Digits,
    /// Conditional formatting changes or hides it.
    Conditional,
}

impl Obscurity {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    Format,
    /// The text colour of all or part of it, which equals the background.
    Colour,
    /// A bar or an icon in its place.
    Graphic,
}

impl Cover {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Format => "value",
            Self::Colour => "colour",
            Self::Graphic => "graphic",
        }
    }
}

impl Content {
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

/// A range of cells; the last row and column are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: Arc<str>,
    pub(super) is_hidden: bool,
    /// Sorted by [`Self::finish`].
    pub(super) cells: Vec<Cell>,
    pub(super) merged: Vec<Area>,
    /// Blocks of hidden rows (first, last).
    pub(super) hidden_rows: Vec<(u32, u32)>,
    /// Blocks of hidden columns (first, last).
    pub(super) hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
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

    pub(super) fn merge(&mut self, area: Area) -> Result<(), Failure> {
        if self.merged.len() as u64 >= MOST_MERGED {
            return Err(Bound::Merged.into());
        }
        self.merged.push(area);
        Ok(())
    }

    /// Hides rows, which must be added in ascending order.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        hide(&mut self.hidden_rows, first, last);
    }

    /// Hides columns, which must be added in ascending order.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        hide(&mut self.hidden_columns, first, last);
    }

    /// Sorts the cells. Also counts empty cells to the left of a row's last cell, since they require memory.
    pub(super) fn finish(&mut self, allowance: &mut Allowance) -> Result<(), Failure> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // Programs differ in which of two duplicates they use.
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

    /// The cells of each row that is not empty.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|first, second| first.row == second.row)
    }
}

pub(super) fn add<T>(sheets: &mut Vec<T>, sheet: T) -> Result<(), Failure> {
    if sheets.len() as u64 >= MOST_SHEETS {
        return Err(Bound::Sheets.into());
    }
    sheets.push(sheet);
    Ok(())
}

/// Adds a block, merged with the last one if it is adjacent.
fn hide(blocks: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match blocks.last_mut() {
        Some(block) if block.1.checked_add(1) == Some(first) => block.1 = last,
        _ => blocks.push((first, last)),
    }
}

/// Parses a range such as `B3:C5`.
pub(super) fn area(range: &str) -> Option<Area> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (position(first)?, position(last)?);
    Some(Area { rows: (first.0, last.0), columns: (first.1, last.1) })
}

/// Parses a cell reference such as `B3` into row and column, both counted from 0.
pub(super) fn position(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.trim().replace('$', "");
    let (letters, digits) = reference.split_at(reference.find(|character: char| character.is_ascii_digit())?);
    let column = letters.chars().try_fold(0_u32, |column, letter| {
        let letter = letter.to_digit(36)?.checked_sub(9).filter(|letter| *letter > 0)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
