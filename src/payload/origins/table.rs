//! The tables of a document, and which indicator each of their rows is about.

use std::collections::BTreeMap;

use super::index::{Index, Row};
use super::reading::{bare, spaced};
use crate::typeset::{Block, BlockKind, CellHead, CellPosition};

/// How a template labels what it shows of an indicator.
const LABEL: &str = "indicator-";

pub(super) struct Cell {
    pub(super) position: CellPosition,
    /// With single spaces, joined from all pages.
    pub(super) text: String,
    labels: Vec<String>,
}

/// A table that may stand on several pages.
#[derive(Default)]
pub(super) struct Table {
    /// By row and column.
    pub(super) cells: BTreeMap<(usize, usize), Cell>,
    /// The rows of the document that each row may be about; usually one.
    about: BTreeMap<usize, Vec<usize>>,
    /// The same of columns, in tables whose columns are indicators.
    about_columns: BTreeMap<usize, Vec<usize>>,
    columns: usize,
}

/// All tables by their numbers. `group_of` says of the first cell of a table in which group of the document it stands.
pub(super) fn tables(
    pages: &[Vec<Block>],
    index: &Index,
    group_of: &dyn Fn(usize, usize) -> Option<usize>,
) -> BTreeMap<usize, Table> {
    let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for (page, blocks) in pages.iter().enumerate() {
        for (number, block) in blocks.iter().enumerate() {
            let Some(position) = &block.cell else { continue };
            groups.entry(position.table).or_insert_with(|| group_of(page, number));
            tables.entry(position.table).or_default().add(block, position);
        }
    }
    for (number, table) in &mut tables {
        table.find_rows(index, groups.get(number).copied().flatten());
    }
    tables
}

/// The indicators of the labels of a block.
pub(super) fn labelled(labels: &[String], index: &Index) -> Vec<usize> {
    let ids = labels.iter().filter_map(|label| label.strip_prefix(LABEL));
    let mut rows: Vec<usize> =
        ids.flat_map(|id| (0..index.rows.len()).filter(move |row| index.rows[*row].id == id)).collect();
    rows.dedup();
    rows
}

impl Table {
    fn add(&mut self, block: &Block, position: &CellPosition) {
        self.columns = self.columns.max(position.column + position.across);
        let new = || Cell { position: position.clone(), text: String::new(), labels: Vec::new() };
        let cell = self.cells.entry((position.row, position.column)).or_insert_with(new);
        if position.is_repeated && !cell.text.is_empty() {
            return;
        }
        // A picture only says what it shows to those who cannot see it.
        if !matches!(block.kind, BlockKind::Picture(_)) {
            cell.text = spaced(&format!("{} {}", cell.text, block.text));
        }
        cell.labels.extend(block.labels.iter().cloned());
    }

    /// The document's rows that a cell may be about.
    pub(super) fn about(&self, position: &CellPosition) -> &[usize] {
        let of_row = self.about.get(&position.row).filter(|rows| !rows.is_empty());
        of_row.or_else(|| self.about_columns.get(&position.column)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a cell names a row or column by itself.
    pub(super) fn is_name(&self, position: &CellPosition, index: &Index) -> bool {
        let Some(cell) = self.cells.get(&(position.row, position.column)) else { return false };
        !labelled(&cell.labels, index).is_empty() || !named(&cell.text, index).is_empty()
    }

    /// The texts that say what a cell shows: the heads of its column, and those of its row if columns are indicators.
    pub(super) fn heads(&self, position: &CellPosition) -> Vec<&str> {
        let column = position.column..position.column + position.across;
        let is_above = |cell: &&Cell| {
            let of = &cell.position;
            let is_head = matches!(of.head, Some(CellHead::Column | CellHead::Both));
            let overlaps = of.column < column.end && column.start < of.column + of.across;
            is_head && of.row < position.row && overlaps && !self.is_naming(cell)
        };
        let of_row = self.cells.range((position.row, 0)..(position.row, position.column)).map(|(_, cell)| cell);
        let above = self.cells.values().filter(is_above);
        // A table without heads begins with them.
        let first =
            self.cells.get(&(0, position.column)).filter(|cell| cell.position.head.is_none() && position.row > 0);
        above.chain(first).chain(of_row).map(|cell| cell.text.as_str()).collect()
    }

    /// The other cells in a cell's row.
    pub(super) fn beside<'a>(&'a self, position: &'a CellPosition) -> impl Iterator<Item = &'a str> {
        let row = self.cells.range((position.row, 0)..=(position.row, usize::MAX));
        row.filter(|((_, column), _)| *column != position.column).map(|(_, cell)| cell.text.as_str())
    }

    /// Whether a cell is a row by itself, which names the rows below it.
    fn is_naming(&self, cell: &Cell) -> bool {
        self.columns > 1 && cell.position.across == self.columns
    }

    fn find_rows(&mut self, index: &Index, group: Option<usize>) {
        let mut group = group;
        let mut before: Option<usize> = None;
        let rows: Vec<usize> = self.cells.keys().map(|(row, _)| *row).collect();
        let mut about = BTreeMap::new();
        for row in rows {
            if about.contains_key(&row) {
                continue;
            }
            let cells: Vec<&Cell> = self.cells.range((row, 0)..=(row, usize::MAX)).map(|(_, cell)| cell).collect();
            if let Some(named) =
                cells.iter().filter(|cell| self.is_naming(cell)).find_map(|cell| index.group(&cell.text))
            {
                group = Some(named);
            }
            let mut found = candidates(&cells, index);
            narrow(&mut found, |row| index.rows[row].group == group.unwrap_or(usize::MAX));
            narrow(&mut found, |row| before.is_some_and(|before| row == before + 1));
            if let [only] = found.as_slice() {
                before = Some(*only);
            }
            about.insert(row, found);
        }
        if about.values().all(Vec::is_empty) {
            let heads = self.cells.values().filter(|cell| cell.position.row == 0);
            let of_column = |cell: &Cell| {
                let mut found = candidates(&[cell], index);
                narrow(&mut found, |row| Some(index.rows[row].group) == group);
                (cell.position.column, found)
            };
            self.about_columns = heads.map(of_column).collect();
        }
        self.about = about;
    }
}

/// Keeps what is meant, if that leaves anything.
pub(super) fn narrow<T: Clone>(found: &mut Vec<T>, is_meant: impl Fn(T) -> bool) {
    if found.len() > 1 && found.iter().any(|one| is_meant(one.clone())) {
        found.retain(|one| is_meant(one.clone()));
    }
}

/// The rows of the document that the heads of a row name; without heads, its first cell that names one.
fn candidates(cells: &[&Cell], index: &Index) -> Vec<usize> {
    let mut rows: Vec<usize> = cells.iter().flat_map(|cell| labelled(&cell.labels, index)).collect();
    rows.sort_unstable();
    rows.dedup();
    if rows.len() == 1 {
        return rows;
    }
    let is_head = |cell: &&&Cell| matches!(cell.position.head, Some(CellHead::Row | CellHead::Both));
    let found: Vec<Vec<usize>> = cells.iter().filter(is_head).map(|cell| named(&cell.text, index)).collect();
    let in_heads = found.into_iter().find(|rows| !rows.is_empty());
    in_heads.unwrap_or_else(|| {
        let others = cells.iter().filter(|cell| !is_head(cell)).map(|cell| named(&cell.text, index));
        let mut others = others.filter(|rows| !rows.is_empty());
        // A row that names several indicators is one of heads.
        others.next().filter(|_| others.next().is_none()).unwrap_or_default()
    })
}

/// The rows of the document that a text names: by its name with what usually stands beside it or, if none does, by the
/// longest name beside which there are no other words.
pub(super) fn named(text: &str, index: &Index) -> Vec<usize> {
    let text = bare(text);
    let rows = || (0..index.rows.len()).map(|row| (row, &index.rows[row]));
    let exactly: Vec<usize> = rows().filter(|(_, row)| row.heads.contains(&text)).map(|(row, _)| row).collect();
    if !exactly.is_empty() || text.is_empty() {
        return exactly;
    }
    let mut partly: Vec<(usize, usize)> = Vec::new();
    for (number, row) in rows() {
        let name = bare(&row.name);
        if let Some(start) = text.find(&name).filter(|_| !name.is_empty())
            && is_decoration(&text[..start], row)
            && is_decoration(&text[start + name.len()..], row)
        {
            partly.push((name.len(), number));
        }
    }
    let longest = partly.iter().map(|(length, _)| *length).max();
    partly.into_iter().filter(|(length, _)| Some(*length) == longest).map(|(_, row)| row).collect()
}

/// Whether what stands beside a name says nothing else: marks, numbers, the unit.
fn is_decoration(text: &str, row: &Row) -> bool {
    let mut text = text.to_owned();
    for beside in &row.besides {
        text = text.replacen(beside, "", 1);
    }
    !text.chars().any(char::is_alphabetic)
}

impl Index {
    /// The group that a text names.
    pub(super) fn group(&self, text: &str) -> Option<usize> {
        let text = bare(text);
        let mut named = (0..self.groups.len()).filter(|group| self.groups[*group].contains(&text));
        named.next().filter(|_| named.next().is_none())
    }
}
