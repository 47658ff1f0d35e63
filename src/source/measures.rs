//! Tables with a row for each measure of an indicator, 目標 and 実績, over columns of years.

use std::collections::BTreeSet;

use super::conventions::Conventions;
use super::header::{NumberedRow, Role};
use super::table::{Cell, MergedCells};
use crate::diagnostic::{Code, Diagnostic, Position};

/// The column whose cells all name what their row has: 目標値, 実績値, 達成率.
pub(super) fn measures(
    header: &[Cell],
    roles: &[Role],
    rows: &[NumberedRow],
    conventions: Conventions<'_>,
) -> Option<usize> {
    let has_years = roles.iter().any(|role| matches!(role, Role::OfYear(..)));
    (0..header.len()).filter(|_| has_years).find(|index| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(*index)).filter(|cell| !cell.is_blank());
        let found: Option<Vec<Option<&str>>> = cells.map(|cell| measure(&cell.text.value, conventions)).collect();
        found.is_some_and(|found| found.contains(&Some("value")) && found.iter().any(|other| *other != Some("value")))
    })
}

/// What a row has, by the key of a column; `Some(None)` for what nenpo computes itself. A number before it is left out.
pub(super) fn measure(text: &str, conventions: Conventions<'_>) -> Option<Option<&'static str>> {
    let text = text.trim().trim_start_matches(|sign: char| sign.is_numeric() || matches!(sign, '.' | '．' | ' '));
    let keys = conventions.vocabulary.columns(text);
    let known = ["value", "target", "target_year"].into_iter().find(|key| keys.iter().any(|known| known == key));
    let is_computed = keys.iter().any(|key| key == "ignored");
    known.map(Some).or(is_computed.then_some(None))
}

/// The column of measures, if all of its rows have values, targets or what nenpo computes itself.
pub(super) fn joinable_measures(
    header: &[Cell],
    roles: &[Role],
    rows: &[NumberedRow],
    conventions: Conventions<'_>,
) -> Option<usize> {
    let is_joinable = |cells: &[Cell], column: usize| {
        let cell = cells.get(column).filter(|cell| !cell.is_blank());
        let found = cell.and_then(|cell| measure(&cell.text.value, conventions));
        found.is_some_and(|key| key != Some("target_year"))
    };
    measures(header, roles, rows, conventions)
        .filter(|column| rows.iter().all(|(_, cells)| is_joinable(cells, *column)))
}

/// The first word that is not understood in a column of measures, which has both values and targets.
pub(super) fn unknown_measure(
    roles: &[Role],
    rows: &[NumberedRow],
    conventions: Conventions<'_>,
) -> Option<Diagnostic> {
    if !roles.iter().any(|role| matches!(role, Role::OfYear(..))) {
        return None;
    }
    (0..roles.len()).find_map(|column| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(column)).filter(|cell| !cell.is_blank());
        let (known, unknown): (Vec<&Cell>, Vec<&Cell>) =
            cells.partition(|cell| measure(&cell.text.value, conventions).is_some());
        let has = |key| known.iter().any(|cell| measure(&cell.text.value, conventions) == Some(Some(key)));
        let first = unknown.first().filter(|_| has("value") && has("target"))?;
        let allowed: BTreeSet<&str> = known.iter().map(|cell| cell.text.value.trim()).collect();
        let text = first.text.value.trim();
        Some(Diagnostic::at(Code::UnknownWord, &first.text.place).with("value", text).with_candidates(text, allowed))
    })
}

/// Whether merged cells are those that several measures of an indicator share, such as its name.
pub(super) fn is_shared(area: &MergedCells, roles: &[Role]) -> bool {
    let Position::Cell(first) = &area.place.position else { return false };
    !area.has_columns && !matches!(roles.get(first.column as usize), Some(Role::OfYear(..)))
}

/// Joins the rows of each indicator into one, in which every year has a column for its value and one for its target.
/// Returns the measures that are left out.
pub(super) fn join_measures(
    column: usize,
    header: &mut Vec<Cell>,
    roles: &mut Vec<Role>,
    rows: &mut Vec<NumberedRow>,
    conventions: Conventions<'_>,
) -> BTreeSet<String> {
    let (of_rows, columns) = (std::mem::take(roles), std::mem::take(header));
    for (index, (cell, role)) in columns.into_iter().zip(&of_rows).enumerate() {
        match role {
            _ if index == column => {}
            Role::OfYear("value", year) => {
                header.extend([cell.clone(), cell]);
                roles.extend([Role::OfYear("value", *year), Role::OfYear("target", *year)]);
            }
            _ => {
                header.push(cell);
                roles.push(role.clone());
            }
        }
    }
    let mut joined: Vec<NumberedRow> = Vec::new();
    let mut found: Vec<&str> = Vec::new();
    let mut left_out = BTreeSet::new();
    for (number, cells) in rows.drain(..) {
        let Some(cell) = cells.get(column) else { continue };
        let Some(key) = measure(&cell.text.value, conventions).flatten() else {
            left_out.insert(cell.text.value.trim().to_owned());
            continue;
        };
        let record = in_columns(cells, column, key, &of_rows);
        match joined.last_mut() {
            Some((_, known)) if !found.contains(&key) && can_join(known, &record, roles) => {
                found.push(key);
                for (known, cell) in known.iter_mut().zip(record) {
                    if known.is_blank() {
                        *known = cell;
                    }
                }
            }
            _ => {
                found = vec![key];
                joined.push((number, record));
            }
        }
    }
    *rows = joined;
    left_out
}

/// The cells of a row in the columns of joined rows: those of years belong to its measure.
fn in_columns(mut cells: Vec<Cell>, column: usize, key: &str, roles: &[Role]) -> Vec<Cell> {
    if let Some(end) = cells.last().map(Cell::place) {
        cells.resize_with(cells.len().max(roles.len()), || Cell::typed(String::new(), end.clone()));
    }
    let mut record = Vec::with_capacity(cells.len() + roles.len());
    for (index, cell) in cells.into_iter().enumerate() {
        match roles.get(index) {
            _ if index == column => {}
            Some(Role::OfYear("value", _)) => {
                let blank = Cell::typed(String::new(), cell.place());
                record.extend(if key == "value" { [cell, blank] } else { [blank, cell] });
            }
            _ => record.push(cell),
        }
    }
    record
}

/// Whether a row continues a record: it says nothing else of the indicator.
fn can_join(record: &[Cell], row: &[Cell], roles: &[Role]) -> bool {
    let columns = roles.iter().zip(record.iter().zip(row)).filter(|(role, _)| **role != Role::Ignored);
    columns.into_iter().all(|(_, (known, cell))| {
        cell.is_blank() || known.is_blank() || known.text.value.trim() == cell.text.value.trim()
    }) && record.len() == row.len()
}
