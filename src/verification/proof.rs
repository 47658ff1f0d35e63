//! Whether what a PDF's tables print follows from data: each row is matched with what the data gives for it, each column
//! with the field that it shows, and each cell with that field.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::{PrintedCell, PrintedRow, PrintedTable, squeezed, without_brackets};
use super::record::{Field, Record, Records};
use crate::payload::Data;

/// What came of holding a PDF's tables against data.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many cells with a text follow from the data.
    pub cells: usize,
    /// In how many tables.
    pub tables: usize,
    /// What does not.
    pub doubts: Vec<Doubt>,
}

/// Something printed that does not follow from the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A cell says something else.
    Cell {
        /// The page, from 1.
        page: usize,
        /// The name of the row, as it is printed.
        row: String,
        /// The head of the column, as it is printed.
        column: String,
        /// What is printed.
        printed: String,
        /// What the data gives; none where the column shows no known field.
        given: Option<String>,
    },
    /// A row is about nothing that the data knows.
    Row {
        /// The page, from 1.
        page: usize,
        /// Its name, as it is printed.
        row: String,
    },
    /// No row of a table is about anything that the data knows.
    Table {
        /// The page, from 1.
        page: usize,
        /// The name of its first row.
        row: String,
    },
    /// An indicator of the data stands in no table.
    Absent {
        /// The indicator's identifier.
        indicator: String,
    },
}

/// Holds the tables of a PDF against the data of its edition.
#[must_use]
pub fn prove(tables: &[PrintedTable], data: &Data) -> Proof {
    let records = Records::new(data);
    let mut proof = Proof::default();
    let mut shown = BTreeSet::new();
    let mut before = 0;
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        let indicators = Matched::new(table, &records.indicators, before, &records);
        let open_values = Matched::new(table, &records.open_values, 0, &records);
        let weight = |matched: &Matched<'_>| (matched.known_rows(), matched.agreeing());
        before = indicators.last.map_or(before, |last| last + 1);
        let best = if weight(&open_values) > weight(&indicators) { open_values } else { indicators };
        if best.known_rows() == 0 {
            let first = &table.rows[0];
            proof.doubts.push(Doubt::Table { page: first.page, row: first.name.whole() });
            continue;
        }
        proof.tables += 1;
        proof.cells += best.agreeing();
        proof.doubts.extend(best.doubts());
        shown.extend(best.records.iter().flatten().map(|record| record.id.clone()));
    }
    let absent = records.indicators.iter().filter(|record| !shown.contains(&record.id));
    proof.doubts.extend(absent.map(|record| Doubt::Absent { indicator: record.id.clone() }));
    proof
}

/// A table with what the data gives for its rows and what its columns show.
struct Matched<'a> {
    table: &'a PrintedTable,
    records: Vec<Option<&'a Record>>,
    /// The place of the last row's record among those that are known.
    last: Option<usize>,
    columns: Vec<Option<(Field, Option<String>)>>,
}

impl<'a> Matched<'a> {
    fn new(table: &'a PrintedTable, known: &'a [Record], before: usize, records: &Records) -> Self {
        let places = rows(table, known, before);
        let last = places.iter().rev().find_map(|place| *place);
        let found: Vec<Option<&Record>> = places.into_iter().map(|place| known.get(place?)).collect();
        let columns = (0..table.heads.len()).map(|column| {
            records
                .field_of_head(table.head(column))
                .filter(|(field, _)| has(&found, *field))
                .or_else(|| vote(table, &found, column))
        });
        let columns = columns.collect();
        Self { table, records: found, last, columns }
    }

    fn known_rows(&self) -> usize {
        self.records.iter().flatten().count()
    }

    /// Returns every cell of the rows that are known, with its row and record.
    fn cells(&self) -> impl Iterator<Item = (&'a PrintedRow, &'a Record, &'a PrintedCell)> {
        let rows = self.table.rows.iter().zip(&self.records);
        rows.filter_map(|(row, record)| Some((row, (*record)?)))
            .flat_map(|(row, record)| row.cells.iter().map(move |cell| (row, record, cell)))
    }

    fn field(&self, cell: &PrintedCell) -> Option<&(Field, Option<String>)> {
        self.columns.get(cell.column)?.as_ref()
    }

    fn follows(&self, record: &Record, cell: &PrintedCell) -> bool {
        match self.field(cell) {
            Some((field, year)) => says(record, *field, cell, year.as_deref()),
            None => is_empty(cell),
        }
    }

    /// Returns how many cells with a text follow from the data.
    fn agreeing(&self) -> usize {
        let cells = self.cells().filter(|(.., cell)| !is_empty(cell));
        cells.filter(|(_, record, cell)| self.follows(record, cell)).count()
    }

    fn doubts(&self) -> Vec<Doubt> {
        let unknown = self.table.rows.iter().zip(&self.records).filter(|(_, record)| record.is_none());
        let unknown = unknown.map(|(row, _)| Doubt::Row { page: row.page, row: row.name.whole() });
        let cells = self.cells().filter(|(_, record, cell)| !self.follows(record, cell));
        let cells = cells.map(|(row, record, cell)| Doubt::Cell {
            page: row.page,
            row: row.name.whole(),
            column: self.table.head(cell.column).to_owned(),
            printed: cell.whole(),
            given: self
                .field(cell)
                .map(|(field, _)| record.sayings(*field).first().map(|saying| saying.text.clone()).unwrap_or_default()),
        });
        unknown.chain(cells).collect()
    }
}

/// Finds for each row what the data gives, by its place there. Where several records have its name, it is the one that
/// stands as near to the next row of a telling name as in the table; without one, to the table before.
fn rows(table: &PrintedTable, known: &[Record], before: usize) -> Vec<Option<usize>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, record) in known.iter().enumerate() {
        by_name.entry(&record.name).or_default().push(index);
    }
    let names = table.rows.iter().map(|row| squeezed(&row.name.whole()));
    let candidates: Vec<&[usize]> =
        names.map(|name| by_name.get(name.as_str()).map(Vec::as_slice).unwrap_or_default()).collect();
    let telling = candidates.iter().enumerate().filter_map(|(row, candidates)| match candidates {
        [only] => Some((row, *only)),
        _ => None,
    });
    let telling: Vec<(usize, usize)> = telling.collect();
    let expected = |row: usize| {
        let nearest = telling.iter().min_by_key(|(other, _)| other.abs_diff(row));
        nearest.map_or(before + row, |(other, index)| (index + row).saturating_sub(*other))
    };
    let found = candidates.iter().enumerate().map(|(row, candidates)| {
        let expected = expected(row);
        candidates.iter().copied().min_by_key(|index| index.abs_diff(expected))
    });
    found.collect()
}

/// Returns whether the data has a field for any of the rows.
fn has(records: &[Option<&Record>], field: Field) -> bool {
    records.iter().flatten().any(|record| !record.sayings(field).is_empty())
}

/// Finds the field that says the most cells of a column whose head says nothing.
fn vote(table: &PrintedTable, records: &[Option<&Record>], column: usize) -> Option<(Field, Option<String>)> {
    let fields: BTreeSet<Field> = records.iter().flatten().flat_map(|record| record.fields()).collect();
    let agreeing = |field: Field| {
        let rows = table
            .rows
            .iter()
            .zip(records)
            .filter_map(|(row, record)| Some(((*record)?, row.cells.iter().find(|cell| cell.column == column)?)));
        rows.filter(|(record, cell)| !is_empty(cell) && says(record, field, cell, None)).count()
    };
    // Of fields that say equally many, the first.
    let best = fields.into_iter().rev().map(|field| (agreeing(field), field)).max_by_key(|(count, _)| *count)?;
    (best.0 > 0).then_some((best.1, None))
}

fn says(record: &Record, field: Field, cell: &PrintedCell, year: Option<&str>) -> bool {
    record.says(field, &squeezed(&without_brackets(&cell.text)), &squeezed(&cell.marks), year)
}

fn is_empty(cell: &PrintedCell) -> bool {
    squeezed(&cell.whole()).is_empty()
}
