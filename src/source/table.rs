//! A table of cells that keep their places, whatever kind of file it came from.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};

/// Rows as a reader of some file format found them, the header first.
#[derive(Debug)]
pub(super) struct Grid {
    /// Where the table as a whole stands.
    pub(super) place: Place,
    /// Rows of cells; rows may differ in length.
    pub(super) rows: Vec<Vec<Located<String>>>,
}

/// A column name that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// A column that must be there.
    Required(&'static str),
    /// A column that may be left out.
    Optional(&'static str),
    /// One column for each language: `name@ja`, `name@en`.
    PerLanguage(&'static str),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Required(name) | Self::Optional(name) | Self::PerLanguage(name) => name,
        }
    }

    fn accepts(self, header: &str) -> bool {
        match self {
            Self::Required(name) | Self::Optional(name) => header == name,
            Self::PerLanguage(name) => header.split_once('@').is_some_and(|(stem, language)| {
                stem == name && crate::report::Language::new(language).is_some()
            }),
        }
    }
}

/// A row: cells by the header of their column. Cells that are empty are not there.
#[derive(Debug)]
pub(super) struct Row {
    /// Where its first cell stands.
    pub(super) place: Place,
    cells: BTreeMap<String, Located<String>>,
}

impl Row {
    /// Returns a cell, unless it is empty.
    pub(super) fn cell(&self, column: &str) -> Option<&Located<String>> {
        self.cells.get(column)
    }

    /// Returns a cell that must not be empty.
    pub(super) fn required(&self, column: &str, diagnostics: &mut Diagnostics) -> Option<&Located<String>> {
        let cell = self.cell(column);
        if cell.is_none() {
            diagnostics.push(Diagnostic::at(Code::EmptyCell, &self.place).with("column", column));
        }
        cell
    }

    /// Returns the cells of a column that exists once for each language, with the language's tag.
    pub(super) fn per_language<'a>(
        &'a self,
        column: &'static str,
    ) -> impl Iterator<Item = (&'a str, &'a Located<String>)> {
        self.cells.iter().filter_map(move |(header, cell)| {
            header.split_once('@').filter(|(stem, _)| *stem == column).map(|(_, language)| (language, cell))
        })
    }
}

/// Turns cells into rows by the columns that a table has; faults of its shape are added to the diagnostics.
pub(super) fn rows(grid: Grid, columns: &[Column], diagnostics: &mut Diagnostics) -> Vec<Row> {
    let mut rows = grid.rows.into_iter();
    let Some(header) = rows.next() else {
        diagnostics.push(Diagnostic::at(Code::EmptyTable, &grid.place).with("file", &grid.place.file));
        return Vec::new();
    };
    check_header(&grid.place, &header, columns, diagnostics);
    let rows: Vec<Row> = rows
        .filter(|cells| cells.iter().any(|cell| !cell.value.trim().is_empty()))
        .filter_map(|cells| row(&header, cells, diagnostics))
        .collect();
    if rows.is_empty() {
        diagnostics.push(Diagnostic::at(Code::EmptyTable, &grid.place).with("file", &grid.place.file));
    }
    rows
}

fn check_header(place: &Place, header: &[Located<String>], columns: &[Column], diagnostics: &mut Diagnostics) {
    for (index, cell) in header.iter().enumerate() {
        let name = cell.value.trim();
        if let Some(first) = header[..index].iter().find(|first| first.value.trim() == name) {
            diagnostics
                .push(Diagnostic::at(Code::DuplicateColumn, &cell.place).with("column", name).with_related(&first.place));
        } else if !columns.iter().any(|column| column.accepts(name)) {
            diagnostics.push(
                Diagnostic::at(Code::UnknownColumn, &cell.place)
                    .with("column", name)
                    .with_candidates(name, columns.iter().map(|column| column.name())),
            );
        }
    }
    for column in columns {
        if let Column::Required(name) = column
            && !header.iter().any(|cell| cell.value.trim() == *name)
        {
            let place = header.first().map_or(place, |cell| &cell.place);
            diagnostics.push(Diagnostic::at(Code::MissingColumn, place).with("column", name));
        }
    }
}

fn row(header: &[Located<String>], cells: Vec<Located<String>>, diagnostics: &mut Diagnostics) -> Option<Row> {
    let place = cells.first()?.place.clone();
    if let Some(surplus) = cells.get(header.len()..).and_then(|rest| rest.iter().find(|cell| !cell.value.is_empty())) {
        diagnostics.push(
            Diagnostic::at(Code::RowLength, &surplus.place).with("cells", cells.len()).with("columns", header.len()),
        );
    }
    let cells = header
        .iter()
        .zip(cells)
        .filter(|(_, cell)| !cell.value.trim().is_empty())
        .map(|(column, cell)| (column.value.trim().to_owned(), cell.map(|text| text.trim().to_owned())))
        .collect();
    Some(Row { place, cells })
}
