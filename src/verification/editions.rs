//! Whether two editions say the same, whatever their languages: row by row and cell by cell, by what their words mean.

use super::lexicon::{Lexicon, Token};
use super::printed::{PrintedCell, PrintedRow, PrintedTable, squeezed};

/// Of fewer rows it cannot be told whether they are those of one document.
const FEWEST_ROWS: usize = 10;

/// Something that two editions do not say alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A cell says something else in the other edition.
    Cell {
        /// What the first edition prints.
        first: Spot,
        /// What the other one prints.
        other: Spot,
    },
    /// Most rows differ: they are not editions of one document.
    Document,
    /// A row stands in one edition only.
    Row {
        /// Whether it is the first edition that has it.
        is_in_first: bool,
        /// The page, from 1.
        page: usize,
        /// Its name, as it is printed.
        row: String,
    },
}

/// A cell of an edition, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The page, from 1.
    pub page: usize,
    /// The name of the row, as it is printed.
    pub row: String,
    /// The head of the column, as it is printed; empty for the name itself.
    pub column: String,
    /// What is printed.
    pub printed: String,
}

/// The tables of an edition and what its words mean.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// What its tables print.
    pub tables: &'a [PrintedTable],
    /// What its words mean.
    pub lexicon: &'a Lexicon,
}

/// Compares two editions of one template; the order of the rows is part of what they say.
#[must_use]
pub fn compare(first: Edition<'_>, other: Edition<'_>) -> Vec<Difference> {
    let (first, other) = (read(first), read(other));
    // What only one edition has stands between what both have before and after it.
    let alike = |pair: &(&Row<'_>, &Row<'_>)| pair.0.is_alike(pair.1);
    let most = first.len().max(other.len());
    let before = first.iter().zip(&other).take_while(alike).count();
    let after = first[before..].iter().rev().zip(other[before..].iter().rev()).take_while(alike).count();
    let agreeing =
        if first.len() == other.len() { first.iter().zip(&other).filter(alike).count() } else { before + after };
    if most >= FEWEST_ROWS && agreeing * 2 < most {
        return vec![Difference::Document];
    }
    if first.len() != other.len() {
        let rest = |rows: &[Row<'_>], is_in_first: bool| -> Vec<Difference> {
            let rows = &rows[before..rows.len() - after];
            rows.iter().map(|row| row.only(is_in_first)).collect()
        };
        return [rest(&first, true), rest(&other, false)].concat();
    }
    first.iter().zip(&other).flat_map(|(first, other)| first.unlike(other)).collect()
}

/// A row with what it means.
struct Row<'a> {
    table: &'a PrintedTable,
    row: &'a PrintedRow,
    /// What the name's marks mean, and then each cell and its column's head.
    means: Vec<Means>,
}

/// What a cell and the head of its column mean.
#[derive(PartialEq, Eq)]
struct Means {
    head: Vec<Token>,
    cell: Vec<Token>,
}

fn read(edition: Edition<'_>) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for table in edition.tables {
        let lexicon = edition.lexicon;
        let heads: Vec<Vec<Token>> = table.heads.iter().map(|head| lexicon.read(head)).collect();
        rows.extend(table.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| {
                let head = heads.get(cell.column).cloned().unwrap_or_default();
                Means { head, cell: [lexicon.read(&cell.text), lexicon.read_marks(&cell.marks)].concat() }
            });
            let name = Means { head: Vec::new(), cell: lexicon.read_marks(&row.name.marks) };
            let means = std::iter::once(name).chain(cells).collect();
            Row { table, row, means }
        }));
    }
    rows
}

impl Row<'_> {
    fn only(&self, is_in_first: bool) -> Difference {
        Difference::Row { is_in_first, page: self.row.page, row: self.row.name.whole() }
    }

    /// Returns whether another row means the same.
    fn is_alike(&self, other: &Self) -> bool {
        self.means.len() == other.means.len() && (0..self.means.len()).all(|index| self.is_alike_at(other, index))
    }

    /// Returns whether a cell means the same in another row, or has the same text where words do not tell what it means.
    fn is_alike_at(&self, other: &Self, index: usize) -> bool {
        let cells = || Some((self.row.cells.get(index.checked_sub(1)?)?, other.row.cells.get(index.checked_sub(1)?)?));
        let (Some(means), Some(other_means)) = (self.means.get(index), other.means.get(index)) else { return false };
        let is_same_text =
            |(cell, other): (&PrintedCell, &PrintedCell)| squeezed(&cell.whole()) == squeezed(&other.whole());
        means.head == other_means.head && (means.cell == other_means.cell || cells().is_some_and(is_same_text))
    }

    /// Returns the cells that do not mean the same in another row.
    fn unlike(&self, other: &Self) -> Vec<Difference> {
        let count = self.means.len().max(other.means.len());
        (0..count)
            .filter(|index| !self.is_alike_at(other, *index))
            .map(|index| Difference::Cell { first: self.spot(index), other: other.spot(index) })
            .collect()
    }

    /// Returns the name, or the cell behind it.
    fn spot(&self, index: usize) -> Spot {
        let cell = index.checked_sub(1).and_then(|index| self.row.cells.get(index));
        let printed = if index == 0 { Some(&self.row.name) } else { cell };
        Spot {
            page: self.row.page,
            row: self.row.name.whole(),
            column: cell.map(|cell| self.table.head(cell.column)).unwrap_or_default().to_owned(),
            printed: printed.map(PrintedCell::whole).unwrap_or_default(),
        }
    }
}
