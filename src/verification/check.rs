//! Checks that the tables of a PDF follow from data: each row is matched with an expected row, each column with a
//! field, and each cell with the texts of that field; nothing may be missing, duplicated or reordered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::expected::{ExpectedRow, ExpectedRows, Field, Unit};
use super::printed::{PrintedCell, PrintedRow, PrintedTable, squeezed};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::payload::Data;

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Check {
    /// Cells with a text that follow from the data.
    pub(super) cells: usize,
    /// Tables with such cells.
    pub(super) tables: usize,
    pub(super) mismatches: Vec<Mismatch>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mismatch {
    /// A cell has another text.
    Cell {
        /// From 1.
        page: usize,
        row: String,
        column: String,
        printed: String,
        /// `None` if the column shows no known field.
        given: Option<String>,
    },
    /// A column head or group row is not in the data.
    Head {
        /// From 1.
        page: usize,
        printed: String,
    },
    /// A row is not in the data.
    Row {
        /// From 1.
        page: usize,
        row: String,
    },
    /// A row is duplicated, or comes before one that precedes it in the data.
    Order {
        /// From 1.
        page: usize,
        row: String,
    },
    /// A row of the data is missing from a table.
    MissingRow {
        page: usize,
        /// That of the adjacent row.
        row: String,
        /// The indicator of the missing row.
        indicator: String,
    },
    /// No row of a table is in the data.
    Table {
        page: usize,
        /// The first row.
        row: String,
    },
    /// An indicator of the data is in no table.
    Absent {
        /// The identifier.
        indicator: String,
    },
}

impl Mismatch {
    pub(super) fn diagnostic(self, file: &Arc<str>) -> Diagnostic {
        let problem = Diagnostic::at(Code::ValueMismatch, &Place::whole(file));
        match self {
            Self::Cell { page, row, column, printed, given } => {
                let kind = if given.is_some() { "cell" } else { "unknown" };
                let given = given.filter(|given| !given.is_empty()).unwrap_or_else(|| "none".to_owned());
                let problem = problem.with("kind", kind).with("page", page).with("row", row).with("column", column);
                problem.with("printed", printed).with("given", given)
            }
            Self::Row { page, row } => problem.with("kind", "row").with("page", page).with("row", row),
            Self::Table { page, row } => problem.with("kind", "table").with("page", page).with("row", row),
            Self::Head { page, printed } => problem.with("kind", "head").with("page", page).with("printed", printed),
            Self::Order { page, row } => problem.with("kind", "order").with("page", page).with("row", row),
            Self::MissingRow { page, row, indicator } => {
                problem.with("kind", "gap").with("page", page).with("row", row).with("indicator", indicator)
            }
            Self::Absent { indicator } => problem.with("kind", "absent").with("indicator", indicator),
        }
    }
}

/// Checks the tables of a PDF against the data of its edition. Built-in templates have to show all of the data and
/// nothing else; other templates may choose.
pub(super) fn check(tables: &[PrintedTable], data: &Data, is_built_in: bool) -> Check {
    let expected = ExpectedRows::new(data);
    let mut check = Check::default();
    let tables = tables.iter().filter(|table| !table.rows.is_empty());
    let mut matched = Vec::new();
    let mut before = 0;
    for table in tables {
        let indicators = Matched::new(table, &expected.indicators, before, &expected);
        let open_values = Matched::new(table, &expected.open_values, 0, &expected);
        before = indicators.places.iter().rev().find_map(|place| *place).map_or(before, |last| last + 1);
        let is_better = open_values.weight() > indicators.weight();
        matched.push(if is_better { open_values } else { indicators });
    }
    for (index, table) in matched.iter().enumerate() {
        if table.known_rows() == 0 {
            if is_built_in {
                let first = &table.table.rows[0];
                check.mismatches.push(Mismatch::Table { page: first.page, row: first.name.whole() });
            }
            continue;
        }
        check.tables += 1;
        check.cells += table.agreeing();
        check.mismatches.extend(table.mismatches());
        if is_built_in {
            let neighbours = [index.checked_sub(1).and_then(|index| matched.get(index)), matched.get(index + 1)];
            check.mismatches.extend(table.unknown_heads(&expected));
            check.mismatches.extend(table.missing_rows(neighbours));
        }
    }
    if is_built_in {
        let is_of_indicators = |table: &&Matched<'_>| std::ptr::eq(table.known, expected.indicators.as_slice());
        let places = matched.iter().filter(is_of_indicators).flat_map(|table| &table.places);
        let shown: BTreeSet<usize> = places.flatten().copied().collect();
        let absent = expected.indicators.iter().enumerate().filter(|(place, _)| !shown.contains(place));
        check.mismatches.extend(absent.map(|(_, expected)| Mismatch::Absent { indicator: expected.id.clone() }));
    }
    check
}

/// A table with its expected rows and the fields of its columns.
struct Matched<'a> {
    table: &'a PrintedTable,
    known: &'a [ExpectedRow],
    /// The index into `known` for each row.
    places: Vec<Option<usize>>,
    columns: Vec<Option<(Field, Option<String>)>>,
}

impl<'a> Matched<'a> {
    /// Matches a table. Rows with the same name can be assigned in several ways; takes the one with more agreeing
    /// cells.
    fn new(table: &'a PrintedTable, known: &'a [ExpectedRow], before: usize, expected: &ExpectedRows) -> Self {
        let ways = BTreeSet::from([0, before]).into_iter();
        let matched = ways.map(|before| Self::with_places(table, known, places(table, known, before), expected));
        matched
            .reduce(|best, other| if other.agreeing() > best.agreeing() { other } else { best })
            .unwrap_or_else(|| Self::with_places(table, known, Vec::new(), expected))
    }

    fn with_places(
        table: &'a PrintedTable,
        known: &'a [ExpectedRow],
        places: Vec<Option<usize>>,
        expected: &ExpectedRows,
    ) -> Self {
        let mut matched = Self { table, known, places, columns: Vec::new() };
        matched.columns = (0..table.heads.len())
            .map(|column| {
                let announced = expected.fields_of_head(table.head(column));
                let known: Vec<_> = announced.into_iter().filter(|(field, _)| matched.has(*field)).collect();
                match known.as_slice() {
                    [] => matched.vote(column, matched.all_fields()),
                    [only] => Some(only.clone()),
                    // Of several fields with the same head, the one that matches the most cells, including empty
                    // ones.
                    several => several.iter().rev().max_by_key(|field| matched.saying(column, field, true)).cloned(),
                }
            })
            .collect();
        matched
    }

    fn known_rows(&self) -> usize {
        self.places.iter().flatten().count()
    }

    fn weight(&self) -> (usize, usize) {
        (self.known_rows(), self.agreeing())
    }

    /// The matched rows with the index and the expected row of each.
    fn rows(&self) -> impl Iterator<Item = (&'a PrintedRow, usize, &'a ExpectedRow)> {
        let rows = self.table.rows.iter().zip(&self.places);
        rows.filter_map(|(row, place)| Some((row, (*place)?, self.known.get((*place)?)?)))
    }

    fn has(&self, field: Field) -> bool {
        self.rows().any(|(.., expected)| !expected.texts(field).is_empty())
    }

    fn all_fields(&self) -> Vec<(Field, Option<String>)> {
        let fields: BTreeSet<Field> = self.rows().flat_map(|(.., expected)| expected.fields()).collect();
        fields.into_iter().map(|field| (field, None)).collect()
    }

    /// The number of cells of a column that match a field.
    fn saying(&self, column: usize, (field, year): &(Field, Option<String>), with_empty: bool) -> usize {
        let cells = self.rows().filter_map(|(row, _, expected)| Some((row, expected, cell_in(row, column)?)));
        let cells = cells.filter(|(.., cell)| with_empty || !is_empty(cell));
        cells.filter(|(row, expected, cell)| says((row, expected), *field, cell, year.as_deref(), None)).count()
    }

    /// The field that matches the most cells of a column, the first in case of a tie.
    fn vote(&self, column: usize, fields: Vec<(Field, Option<String>)>) -> Option<(Field, Option<String>)> {
        let counted = fields.into_iter().rev().map(|field| (self.saying(column, &field, false), field));
        counted.max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map(|(_, field)| field)
    }

    fn follows(&self, row: (&PrintedRow, &ExpectedRow), cell: &PrintedCell, power: Option<u32>) -> bool {
        match self.columns.get(cell.column).and_then(Option::as_ref) {
            Some((field, year)) => says(row, *field, cell, year.as_deref(), power),
            None => is_empty(cell),
        }
    }

    fn agreeing(&self) -> usize {
        let cells =
            self.rows().flat_map(|(row, _, expected)| row.cells.iter().map(move |cell| ((row, expected), cell)));
        cells.filter(|(row, cell)| !is_empty(cell) && self.follows(*row, cell, None)).count()
    }

    /// The power of ten of a row's values, from the unit behind the name or the first in a cell that names one.
    fn power(&self, row: &PrintedRow, expected: &ExpectedRow) -> u32 {
        if let Unit::Said(power) = expected.unit(&squeezed(&row.name.whole())) {
            return power;
        }
        let found = row.cells.iter().find_map(|cell| {
            let (field, year) = self.columns.get(cell.column)?.as_ref()?;
            expected.power(*field, &squeezed(&cell.text), &squeezed(&cell.marks), year.as_deref())
        });
        found.unwrap_or_default()
    }

    fn mismatches(&self) -> Vec<Mismatch> {
        let mut mismatches = Vec::new();
        let mut last = None;
        for (row, place) in self.table.rows.iter().zip(&self.places) {
            let Some(place) = *place else {
                mismatches.push(Mismatch::Row { page: row.page, row: row.name.whole() });
                continue;
            };
            if last.is_some_and(|last| place <= last) {
                mismatches.push(Mismatch::Order { page: row.page, row: row.name.whole() });
            }
            last = Some(place);
        }
        for (row, _, expected) in self.rows() {
            let power = Some(self.power(row, expected));
            // Columns beside the names have no gaps; a column without a cell in this row is empty.
            for column in 0..self.columns.len() {
                let empty = PrintedCell { column, ..PrintedCell::default() };
                let cell = cell_in(row, column).unwrap_or(&empty);
                if (column > 0 || !is_empty(cell)) && !self.follows((row, expected), cell, power) {
                    mismatches.push(self.mismatch(row, expected, cell));
                }
            }
        }
        mismatches
    }

    fn mismatch(&self, row: &PrintedRow, expected: &ExpectedRow, cell: &PrintedCell) -> Mismatch {
        let given = self
            .columns
            .get(cell.column)
            .and_then(Option::as_ref)
            .map(|(field, _)| expected.texts(*field).first().map(|text| text.text.clone()).unwrap_or_default());
        Mismatch::Cell {
            page: row.page,
            row: row.name.whole(),
            column: self.table.head(cell.column).to_owned(),
            printed: cell.whole(),
            given,
        }
    }

    /// Column heads and group rows that are neither messages nor in the data.
    fn unknown_heads(&self, expected: &ExpectedRows) -> Vec<Mismatch> {
        let page = self.table.rows.first().map(|row| row.page).unwrap_or_default();
        let heads = self
            .table
            .heads
            .iter()
            .skip(1)
            .filter(|head| !squeezed(head).is_empty() && expected.fields_of_head(head).is_empty());
        let heads = heads.map(|head| Mismatch::Head { page, printed: head.clone() });
        let lines = self.table.lines.iter().filter(|(line, _)| !expected.is_name(line));
        heads.chain(lines.map(|(line, page)| Mismatch::Head { page: *page, printed: line.clone() })).collect()
    }

    /// Expected rows that are missing between the table's rows, or before the first and after the last within a
    /// group, unless a neighbouring table continues with them. An expected row without values for the table's columns
    /// is not missing.
    fn missing_rows(&self, [table_before, table_after]: [Option<&Matched<'a>>; 2]) -> Vec<Mismatch> {
        let columns = self.columns.iter().flatten().map(|(field, _)| *field).filter(|field| *field != Field::Status);
        let columns: BTreeSet<Field> = columns.collect();
        let is_missing = |place: &usize| {
            let expected = self.known.get(*place);
            expected.is_some_and(|expected| columns.iter().any(|field| !expected.texts(*field).is_empty()))
        };
        let shown: Vec<(usize, &PrintedRow)> = self.rows().map(|(row, place, _)| (place, row)).collect();
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return Vec::new() };
        // A table may be continued in the next one with other columns.
        let ends = |table: Option<&Matched<'_>>| {
            let table = table.filter(|table| std::ptr::eq(table.known, self.known))?;
            let mut places = table.places.iter().flatten().copied();
            let first = places.next()?;
            Some((first, places.last().unwrap_or(first)))
        };
        let from = ends(table_before).map_or(0, |(_, end)| if end < first.0 { end + 1 } else { 0 });
        let to = ends(table_after)
            .map_or(self.known.len(), |(start, _)| if start > last.0 { start } else { self.known.len() });
        let group = |place: usize| self.known.get(place).map(|expected| expected.group);
        let in_group = |place: &usize, beside: usize| group(*place) == group(beside);
        let mut missing: Vec<(usize, &PrintedRow)> = Vec::new();
        let start = (from..first.0).rev().take_while(|place| in_group(place, first.0));
        missing.extend(start.filter(is_missing).map(|place| (place, first.1)));
        for pair in shown.windows(2) {
            if let [(place, row), (next, _)] = pair {
                missing.extend((place + 1..*next).filter(is_missing).map(|missing| (missing, *row)));
            }
        }
        let end = (last.0 + 1..to).take_while(|place| in_group(place, last.0));
        missing.extend(end.filter(is_missing).map(|place| (place, last.1)));
        let name = |place: usize| self.known.get(place).map(|expected| expected.id.clone()).unwrap_or_default();
        missing
            .into_iter()
            .map(|(place, row)| Mismatch::MissingRow { page: row.page, row: row.name.whole(), indicator: name(place) })
            .collect()
    }
}

/// The index of the expected row for each row. Among several expected rows of the same name, it is the one as close
/// to the next row with a unique name as in the table; without such a row, the next in order from `before`.
fn places(table: &PrintedTable, known: &[ExpectedRow], before: usize) -> Vec<Option<usize>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, expected) in known.iter().enumerate() {
        for (name, _) in &expected.names {
            by_name.entry(name).or_default().push(index);
        }
    }
    let names = table.rows.iter().map(|row| squeezed(&row.name.whole()));
    let candidates: Vec<&[usize]> =
        names.map(|name| by_name.get(name.as_str()).map(Vec::as_slice).unwrap_or_default()).collect();
    let telling = candidates.iter().enumerate().filter_map(|(row, candidates)| match candidates {
        [only] => Some((row, *only)),
        _ => None,
    });
    let telling: Vec<(usize, usize)> = telling.collect();
    let mut next = before;
    let found = candidates.iter().enumerate().map(|(row, candidates)| {
        let nearest = telling.iter().min_by_key(|(other, _)| other.abs_diff(row));
        let place = match nearest {
            Some((other, index)) => {
                let expected = (index + row).saturating_sub(*other);
                candidates.iter().copied().min_by_key(|index| index.abs_diff(expected))
            }
            None => candidates.iter().copied().find(|index| *index >= next).or(candidates.first().copied()),
        };
        next = place.map_or(next, |place| place + 1);
        place
    });
    found.collect()
}

fn cell_in(row: &PrintedRow, column: usize) -> Option<&PrintedCell> {
    row.cells.iter().find(|cell| cell.column == column)
}

fn says(
    (row, expected): (&PrintedRow, &ExpectedRow),
    field: Field,
    cell: &PrintedCell,
    year: Option<&str>,
    power: Option<u32>,
) -> bool {
    let unit = expected.unit(&squeezed(&row.name.whole()));
    expected.says(field, (&squeezed(&cell.text), &squeezed(&cell.marks)), year, power, unit)
}

fn is_empty(cell: &PrintedCell) -> bool {
    squeezed(&cell.whole()).is_empty()
}
