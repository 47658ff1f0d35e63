//! How much of a workbook is read at most, so that no file, however it was made, can take all of the memory. Knows no
//! file format.

/// The largest size of the parts that are read of a zipped workbook, in MiB, counted while they are unpacked.
pub(super) const MOST_UNPACKED: u64 = 256;

/// The most sheets, read or not.
pub(super) const MOST_SHEETS: u64 = 1_000;

/// How deep elements of XML may lie in one another; those of workbooks never come near.
pub(super) const MOST_DEPTH: usize = 256;

/// The most cells of all the sheets that are read, with the empty ones before a row's last filled one.
pub(super) const MOST_CELLS: u64 = 2_000_000;

/// The last row in which a cell may stand.
pub(super) const MOST_ROWS: u64 = 200_000;

/// The last column in which a cell may stand.
pub(super) const MOST_COLUMNS: u64 = 1_000;

/// The most text of all cells, in MiB: a text that a file holds once can stand in any number of cells.
pub(super) const MOST_TEXT: u64 = 64;

/// The most characters of one cell, which is what Excel allows.
pub(super) const MOST_CHARACTERS: u64 = 32_767;

/// The most merged areas of a sheet; each has to be compared with the cells.
pub(super) const MOST_MERGED: u64 = 20_000;

/// The most comparisons of cells with areas of conditional formats, in millions.
pub(super) const MOST_COMPARISONS: u64 = 500;

/// The bytes of a MiB.
pub(super) const MIB: u64 = 1 << 20;

/// What of a workbook is bounded.
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
    /// Returns the word by which messages tell the bounds apart.
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

    /// Returns the bound, in the unit that its constant names.
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

/// What may still be read.
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
    /// Takes bytes of parts off what may still be read.
    pub(super) fn take_bytes(&mut self, bytes: usize) -> Result<(), Bound> {
        take(&mut self.unpacked, bytes, Bound::Unpacked)
    }

    /// Returns how many bytes of parts may still be read.
    pub(super) fn bytes(&self) -> u64 {
        self.unpacked
    }

    /// Takes cells off what may still be read.
    pub(super) fn take_cells(&mut self, count: usize) -> Result<(), Bound> {
        take(&mut self.cells, count, Bound::Cells)
    }

    /// Takes bytes of text off what may still be read.
    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), Bound> {
        take(&mut self.text, bytes, Bound::Text)
    }

    /// Takes comparisons of cells with areas off those that may still be made.
    pub(super) fn take_comparisons(&mut self, count: usize) -> Result<(), Bound> {
        take(&mut self.comparisons, count, Bound::Comparisons)
    }
}

fn take(left: &mut u64, count: usize, bound: Bound) -> Result<(), Bound> {
    *left = left.checked_sub(count as u64).ok_or(bound)?;
    Ok(())
}
