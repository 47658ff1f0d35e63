//! Limits of what is read from a workbook, so that no file can exhaust the memory.

use crate::source::csv;

/// The largest size in MiB of all parts that are read from a zipped workbook, counted while they are unpacked.
pub(super) const MOST_UNPACKED: u64 = 256;

/// The most sheets, whether they are read or not.
pub(super) const MOST_SHEETS: u64 = 1_000;

/// The deepest nesting of XML elements, far beyond that of real workbooks.
pub(super) const MOST_DEPTH: usize = 256;

/// The most cells of all sheets that are read, including empty ones to the left of a row's last cell.
pub(super) const MOST_CELLS: u64 = csv::MOST_CELLS as u64;

pub(super) const MOST_ROWS: u64 = csv::MOST_ROWS as u64;

pub(super) const MOST_COLUMNS: u64 = csv::MOST_COLUMNS as u64;

/// The most text of all cells, in MiB: a shared string can be in any number of cells.
pub(super) const MOST_TEXT: u64 = 64;

/// The most characters of a cell, as in Excel.
pub(super) const MOST_CHARACTERS: u64 = csv::LONGEST_CELL as u64;

/// The most merged areas of a sheet: each is compared with the cells.
pub(super) const MOST_MERGED: u64 = 20_000;

/// The most comparisons of cells with areas of conditional formats, in millions.
pub(super) const MOST_COMPARISONS: u64 = 500;

pub(super) const MIB: u64 = 1 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Unpacked,
    Sheets,
    Cells,
    Rows,
    Columns,
    Text,
    Characters,
    Merged,
    Comparisons,
}

impl Bound {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Unpacked => "unpacked",
            Self::Sheets => "sheets",
            Self::Cells => "cells",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Text => "text",
            Self::Characters => "characters",
            Self::Merged => "merged",
            Self::Comparisons => "comparisons",
        }
    }

    /// The limit, in the unit of its constant.
    pub(super) fn most(self) -> u64 {
        match self {
            Self::Unpacked => MOST_UNPACKED,
            Self::Sheets => MOST_SHEETS,
            Self::Cells => MOST_CELLS,
            Self::Rows => MOST_ROWS,
            Self::Columns => MOST_COLUMNS,
            Self::Text => MOST_TEXT,
            Self::Characters => MOST_CHARACTERS,
            Self::Merged => MOST_MERGED,
            Self::Comparisons => MOST_COMPARISONS,
        }
    }
}

#[derive(Debug)]
pub(super) struct Allowance {
    unpacked: u64,
    cells: u64,
    text: u64,
    comparisons: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            unpacked: MOST_UNPACKED * MIB,
            cells: MOST_CELLS,
            text: MOST_TEXT * MIB,
            comparisons: MOST_COMPARISONS * 1_000_000,
        }
    }
}

impl Allowance {
    pub(super) fn take_bytes(&mut self, bytes: usize) -> Result<(), Bound> {
        take(&mut self.unpacked, bytes, Bound::Unpacked)
    }

    pub(super) fn bytes(&self) -> u64 {
        self.unpacked
    }

    pub(super) fn take_cells(&mut self, count: usize) -> Result<(), Bound> {
        take(&mut self.cells, count, Bound::Cells)
    }

    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), Bound> {
        take(&mut self.text, bytes, Bound::Text)
    }

    pub(super) fn take_comparisons(&mut self, count: usize) -> Result<(), Bound> {
        take(&mut self.comparisons, count, Bound::Comparisons)
    }
}

fn take(left: &mut u64, count: usize, bound: Bound) -> Result<(), Bound> {
    *left = left.checked_sub(count as u64).ok_or(bound)?;
    Ok(())
}
