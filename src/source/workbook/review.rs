//! Finds problems in a readable sheet: cells without a usable value, and hidden data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::sheet::{Area, Content, Sheet};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, column_name};

/// The most cells, rows or areas that are named in one diagnostic.
const MOST_NAMED: usize = 5;

/// Reports the problems, and returns the row and column of each cell without a usable value.
pub(super) fn review(sheet: &Sheet, file: &Arc<str>, diagnostics: &mut Diagnostics) -> BTreeSet<(u32, u32)> {
    let place = |row, column| Place::cell(file, &sheet.name, row, column);
    if sheet.is_hidden && !sheet.cells.is_empty() {
        diagnostics.push(
            Diagnostic::at(Code::HiddenData, &Place::sheet(file, &sheet.name))
                .with("part", "sheet")
                .with("range", &sheet.name),
        );
    }
    if let Some((range, (row, column))) = hidden_rows(sheet) {
        diagnostics
            .push(Diagnostic::at(Code::HiddenData, &place(row, column)).with("part", "rows").with("range", range));
    }
    if let Some((range, (row, column))) = hidden_columns(sheet) {
        diagnostics
            .push(Diagnostic::at(Code::HiddenData, &place(row, column)).with("part", "columns").with("range", range));
    }
    review_cells(sheet, file, diagnostics)
}

/// Reports each kind of problem once per column, with the cells that have it.
fn review_cells(sheet: &Sheet, file: &Arc<str>, diagnostics: &mut Diagnostics) -> BTreeSet<(u32, u32)> {
    let mut problems: BTreeMap<(u32, Code, &str), Vec<u32>> = BTreeMap::new();
    for cell in &sheet.cells {
        let (code, kind) = match &cell.content {
            Content::Text(_) | Content::Raised(_) | Content::Number { .. } | Content::Boolean(_) => continue,
            Content::Error(error) => (Code::CellError, error.as_str()),
            Content::Date => (Code::CellType, "date"),
            Content::Uncomputed => (Code::FormulaWithoutValue, ""),
            Content::Hidden(cover, _) => (Code::HiddenData, cover.word()),
            Content::Unclear(obscurity, _) => (Code::UnclearCell, obscurity.word()),
        };
        problems.entry((cell.column, code, kind)).or_default().push(cell.row);
    }
    for ((column, code, kind), rows) in &problems {
        let blocks = rows.chunk_by(|first, second| first + 1 == *second);
        let blocks = blocks.filter_map(|block| Some((*block.first()?, *block.last()?)));
        let cells = listed(blocks.map(|block| range_name((*column, *column), block)));
        let Some(first) = rows.first() else { continue };
        diagnostics.push(
            Diagnostic::at(*code, &Place::cell(file, &sheet.name, *first, *column))
                .with(if *code == Code::HiddenData { "part" } else { "kind" }, kind)
                .with(if *code == Code::HiddenData { "range" } else { "cells" }, cells),
        );
    }
    let cells = problems.into_iter().flat_map(|((column, ..), rows)| rows.into_iter().map(move |row| (row, column)));
    cells.collect()
}

/// The hidden rows with data, and their first cell.
fn hidden_rows(sheet: &Sheet) -> Option<(String, (u32, u32))> {
    let rows: Vec<u32> = sheet.rows().filter_map(|row| Some(row.first()?.row)).collect();
    let blocks = filled(&sheet.hidden_rows, &rows);
    let row = blocks.first()?.0;
    let column = sheet.rows().flatten().find(|cell| cell.row == row)?.column;
    Some((
        listed(blocks.into_iter().map(|(first, last)| span(&(first + 1).to_string(), &(last + 1).to_string()))),
        (row, column),
    ))
}

/// The hidden columns with data, and their first cell.
fn hidden_columns(sheet: &Sheet) -> Option<(String, (u32, u32))> {
    let columns: BTreeSet<u32> = sheet.cells.iter().map(|cell| cell.column).collect();
    let columns: Vec<u32> = columns.into_iter().collect();
    let blocks = filled(&sheet.hidden_columns, &columns);
    let column = blocks.first()?.0;
    let row = sheet.cells.iter().find(|cell| cell.column == column)?.row;
    Some((listed(blocks.into_iter().map(|(first, last)| span(&column_name(first), &column_name(last)))), (row, column)))
}

/// Shrinks blocks to the rows or columns with data, and removes those without.
fn filled(blocks: &[(u32, u32)], used: &[u32]) -> Vec<(u32, u32)> {
    let narrowed = blocks.iter().filter_map(|(first, last)| {
        let inside =
            used.get(used.partition_point(|index| index < first)..used.partition_point(|index| index <= last))?;
        Some((*inside.first()?, *inside.last()?))
    });
    narrowed.take(MOST_NAMED + 1).collect()
}

/// The merged areas with data, in their order.
pub(super) fn merged(sheet: &Sheet) -> Vec<Area> {
    let mut columns: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    if !sheet.merged.is_empty() {
        for cell in &sheet.cells {
            columns.entry(cell.column).or_default().push(cell.row);
        }
    }
    let covers_data = |area: &&Area| {
        let within = columns.iter().filter(|(column, _)| (area.columns.0..=area.columns.1).contains(*column));
        within.into_iter().any(|(_, rows)| {
            let first = rows.get(rows.partition_point(|row| *row < area.rows.0));
            first.is_some_and(|row| *row <= area.rows.1)
        })
    };
    let mut merged: Vec<Area> = sheet.merged.iter().filter(covers_data).copied().collect();
    merged.sort_by_key(|area| (area.rows, area.columns));
    merged
}

/// An area as in spreadsheets: `B3:B5`, or `B3`.
pub(super) fn range_name(columns: (u32, u32), rows: (u32, u32)) -> String {
    let name = |column, row| format!("{}{}", column_name(column), row + 1);
    let (first, last) = (name(columns.0, rows.0), name(columns.1, rows.1));
    if first == last { first } else { format!("{first}:{last}") }
}

/// A range of names: `5–20`, or `5`.
fn span(first: &str, last: &str) -> String {
    if first == last { first.to_owned() } else { format!("{first}–{last}") }
}

/// Joins names; long lists are truncated.
fn listed(names: impl Iterator<Item = String>) -> String {
    let mut listed: Vec<String> = names.take(MOST_NAMED + 1).collect();
    if let Some(surplus) = listed.get_mut(MOST_NAMED) {
        *surplus = "…".to_owned();
    }
    listed.join(", ")
}
