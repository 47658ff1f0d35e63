//! Compares two editions row by row and cell by cell, independently of their languages.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{Lexicon, Pieces, Token};
use super::printed::{PrintedCell, PrintedRow, PrintedTable, squeezed};
use super::wording::{Wording, leading_value};
use crate::diagnostic::{Code, Diagnostic};

/// With fewer rows, it cannot be decided whether both are editions of one document.
const FEWEST_ROWS: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    Cell {
        /// As printed in the first edition.
        first: CellPlace,
        /// As printed in the other edition.
        other: CellPlace,
    },
    /// Most rows differ: these are not editions of one document.
    Document,
    /// A row is only in one edition.
    Row {
        is_in_first: bool,
        /// From 1.
        page: usize,
        row: String,
    },
}

/// A cell of an edition, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CellPlace {
    /// From 1.
    page: usize,
    row: String,
    /// The column head; empty for the name itself.
    column: String,
    printed: String,
}

/// The tables of an edition with its lexicon.
#[derive(Debug, Clone, Copy)]
pub struct PrintedEdition<'a> {
    /// The tables.
    pub tables: &'a [PrintedTable],
    /// The lexicon of its language.
    pub lexicon: &'a Lexicon,
}

/// Reports each difference between two editions of one template, including the order of rows, as an error.
#[must_use]
pub fn differences(
    first: PrintedEdition<'_>,
    other: PrintedEdition<'_>,
    name: &str,
    other_name: &str,
) -> Vec<Diagnostic> {
    compare(first, other).into_iter().map(|difference| difference.diagnostic(name, other_name)).collect()
}

impl Finding {
    fn diagnostic(self, name: &str, other_name: &str) -> Diagnostic {
        let problem = Diagnostic::without_place(Code::EditionsDiffer);
        match self {
            Self::Cell { first, other } => problem
                .with("kind", "cell")
                .with("document", name)
                .with("page", first.page)
                .with("row", first.row)
                .with("column", first.column)
                .with("printed", first.printed)
                .with("other", other_name)
                .with("other-page", other.page)
                .with("other-row", other.row)
                .with("other-column", other.column)
                .with("other-printed", other.printed),
            Self::Document => problem.with("kind", "document").with("document", name).with("other", other_name),
            Self::Row { is_in_first, page, row } => {
                let (document, other) = if is_in_first { (name, other_name) } else { (other_name, name) };
                let problem = problem.with("kind", "row").with("document", document).with("page", page);
                problem.with("row", row).with("other", other)
            }
        }
    }
}

fn compare(first: PrintedEdition<'_>, other: PrintedEdition<'_>) -> Vec<Finding> {
    let (mut first, mut other) = (read(first), read(other));
    forgive_words(&mut first, &mut other);
    let (first, other) = (first, other);
    // Rows that only one edition has are between rows that both have.
    let alike = |pair: &(&Row<'_>, &Row<'_>)| pair.0.is_alike(pair.1);
    let most = first.len().max(other.len());
    let before = first.iter().zip(&other).take_while(alike).count();
    let after = first[before..].iter().rev().zip(other[before..].iter().rev()).take_while(alike).count();
    let agreeing =
        if first.len() == other.len() { first.iter().zip(&other).filter(alike).count() } else { before + after };
    if most >= FEWEST_ROWS && agreeing * 2 < most {
        return vec![Finding::Document];
    }
    if first.len() != other.len() {
        let rest = |rows: &[Row<'_>], is_in_first: bool| -> Vec<Finding> {
            let rows = &rows[before..rows.len() - after];
            rows.iter().map(|row| row.only(is_in_first)).collect()
        };
        return [rest(&first, true), rest(&other, false)].concat();
    }
    first.iter().zip(&other).flat_map(|(first, other)| first.unlike(other)).collect()
}

struct Row<'a> {
    table: &'a PrintedTable,
    row: &'a PrintedRow,
    /// The meaning of the name's marks, then of each cell and column head.
    means: Vec<Meaning>,
}

/// The meaning of a cell and its column head.
struct Meaning {
    head: Vec<Token>,
    cell: Vec<Token>,
    marks: Vec<Token>,
    /// The meaning if all numbers but the leading one belong to the unit.
    value: Option<Vec<Token>>,
}

impl Meaning {
    fn is_alike(&self, other: &Self) -> bool {
        let is_same_value = || self.value.is_some() && self.value == other.value;
        // A year in the head of only one language belongs to its text.
        let is_same_head = self.head == other.head || self.head.is_empty() || other.head.is_empty();
        is_same_head && (self.cell == other.cell || is_same_value()) && self.marks == other.marks
    }
}

fn read(edition: PrintedEdition<'_>) -> Vec<Row<'_>> {
    let PrintedEdition { tables, lexicon } = edition;
    let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let pieces: Vec<Pieces> = cells.map(|cell| lexicon.pieces(&cell.text)).collect();
    let wording = Wording::of(pieces.iter());
    let mut pieces = pieces.iter();
    let mut rows = Vec::new();
    for table in tables {
        let heads: Vec<Vec<Token>> = table.heads.iter().map(|head| lexicon.read(head)).collect();
        for row in &table.rows {
            let name =
                Meaning { head: Vec::new(), cell: Vec::new(), marks: lexicon.read_marks(&row.name.marks), value: None };
            let cells = row.cells.iter().zip(pieces.by_ref()).map(|(cell, pieces)| Meaning {
                head: heads.get(cell.column).cloned().unwrap_or_default(),
                cell: wording.read(pieces),
                marks: lexicon.read_marks(&cell.marks),
                value: leading_value(pieces),
            });
            let means = std::iter::once(name).chain(cells).collect();
            rows.push(Row { table, row, means });
        }
    }
    rows
}

/// Treats unknown marks as equal if each always corresponds to the same one in the other language: an office may call a
/// note 注a in Japanese and b) in English.
fn forgive_words(first: &mut [Row<'_>], other: &mut [Row<'_>]) {
    let unknown = |means: &Meaning| -> Option<Vec<Token>> {
        let unknown = means.marks.iter().filter(|token| matches!(token, Token::Mark(_)));
        let unknown: Vec<Token> = unknown.cloned().collect();
        (!unknown.is_empty()).then_some(unknown)
    };
    let pairs = || first.iter().zip(other.iter()).flat_map(|(first, other)| first.means.iter().zip(&other.means));
    let mut partners: BTreeMap<Vec<Token>, BTreeSet<Vec<Token>>> = BTreeMap::new();
    let mut partners_of_other: BTreeMap<Vec<Token>, BTreeSet<Vec<Token>>> = BTreeMap::new();
    for (first, other) in pairs() {
        if let (Some(first), Some(other)) = (unknown(first), unknown(other)) {
            partners.entry(first.clone()).or_default().insert(other.clone());
            partners_of_other.entry(other).or_default().insert(first);
        }
    }
    let is_only = |known: Option<&BTreeSet<Vec<Token>>>| known.is_some_and(|partners| partners.len() == 1);
    for (first, other) in first.iter_mut().zip(other.iter_mut()) {
        for (first, other) in first.means.iter_mut().zip(&mut other.means) {
            if let (Some(mark), Some(partner)) = (unknown(first), unknown(other))
                && is_only(partners.get(&mark))
                && is_only(partners_of_other.get(&partner))
            {
                for means in [first, other] {
                    means.marks.retain(|token| !matches!(token, Token::Mark(_)));
                }
            }
        }
    }
}

impl Row<'_> {
    fn only(&self, is_in_first: bool) -> Finding {
        Finding::Row { is_in_first, page: self.row.page, row: self.row.name.whole() }
    }

    fn is_alike(&self, other: &Self) -> bool {
        self.means.len() == other.means.len() && (0..self.means.len()).all(|index| self.is_alike_at(other, index))
    }

    /// Whether a cell has the same meaning in another row, or the same text if it has no known meaning.
    fn is_alike_at(&self, other: &Self, index: usize) -> bool {
        let cells = || Some((self.row.cells.get(index.checked_sub(1)?)?, other.row.cells.get(index.checked_sub(1)?)?));
        let (Some(means), Some(other_means)) = (self.means.get(index), other.means.get(index)) else { return false };
        let is_same_text =
            |(cell, other): (&PrintedCell, &PrintedCell)| squeezed(&cell.whole()) == squeezed(&other.whole());
        means.is_alike(other_means) || (means.head == other_means.head && cells().is_some_and(is_same_text))
    }

    fn unlike(&self, other: &Self) -> Vec<Finding> {
        let count = self.means.len().max(other.means.len());
        (0..count)
            .filter(|index| !self.is_alike_at(other, *index))
            .map(|index| Finding::Cell { first: self.spot(index), other: other.spot(index) })
            .collect()
    }

    /// The name at index 0, then the cells.
    fn spot(&self, index: usize) -> CellPlace {
        let cell = index.checked_sub(1).and_then(|index| self.row.cells.get(index));
        let printed = if index == 0 { Some(&self.row.name) } else { cell };
        CellPlace {
            page: self.row.page,
            row: self.row.name.whole(),
            column: cell.map(|cell| self.table.head(cell.column)).unwrap_or_default().to_owned(),
            printed: printed.map(PrintedCell::whole).unwrap_or_default(),
        }
    }
}
