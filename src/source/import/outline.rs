//! Finds the header and the records of an office's table: what stands above it, headings between records, merged cells.

use std::collections::BTreeMap;

use super::super::conventions::Conventions;
use super::super::header::{
    Kind, NumberedRow, Role, end_at_second_header, first_filled, header_row, joined_header, role, unit_of_table,
};
use super::super::layout::is_left_out;
use super::super::measures::measures;
use super::super::table::{Cell, Grid, MergedCells};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Position, Remark};
use crate::report::{ACTUAL_COLUMNS, ColumnShape, Content, INDICATOR_COLUMNS, Presence};

/// The column with the identifier of the project that a row is about.
pub(super) const PROJECT: &str = "project";

const GROUP: &str = "group";

/// Columns that offices fill with sentences, where a report has identifiers.
const NOT_TAKEN: [&str; 2] = ["note", "evaluation"];

/// A table whose columns are understood as far as possible.
pub(super) struct Outline {
    /// The name of the sheet; empty for a text file.
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) title: Option<String>,
    /// A column that is not understood is ignored.
    pub(super) roles: Vec<Role>,
    pub(super) rows: Vec<Row>,
    /// The unit of all numbers, from a remark above the table or a row below its header.
    pub(super) unit: Option<String>,
    /// The columns that are not understood; some may part an indicator's values, as by sex or region.
    pub(super) unknown: Vec<usize>,
    /// The column that says whether a row has targets or actual values.
    pub(super) measures: Option<usize>,
}

pub(super) enum Row {
    /// A text between records, such as the name of a group.
    Heading(String),
    Record(Vec<Cell>),
}

impl Outline {
    /// `None` if the table has no header, or with an error.
    pub(super) fn new(
        name: String,
        grid: Grid,
        conventions: Conventions<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let columns = columns();
        let kind = Kind { id: "id", columns: &columns, is_of_indicators: true };
        let Grid { place, rows, merged, .. } = grid;
        let is_filled = |(_, cells): &NumberedRow| cells.iter().any(|cell| !cell.is_blank());
        let mut rows: Vec<NumberedRow> = rows.into_iter().enumerate().filter(is_filled).collect();
        let above = header_row(&rows, kind, conventions.vocabulary)?;
        let titles: Vec<NumberedRow> = rows.drain(..above).collect();
        let (_, mut header) = rows.remove(0);
        if let Some(joined) = rows.first().and_then(|(_, second)| joined_header(&header, second, kind, conventions)) {
            header = joined;
            rows.remove(0);
        }
        let unit = unit_of_table(&titles, &mut rows, conventions.vocabulary);
        let texts: Vec<String> =
            titles.iter().filter_map(|(_, cells)| Some(first_filled(cells)?.text.value.trim().to_owned())).collect();
        let mut roles: Vec<Role> = header.iter().map(|cell| role(&cell.text.value, kind, conventions)).collect();
        end_at_second_header(&mut rows, &header, &roles, kind, conventions.vocabulary, diagnostics);
        let measures = measures(&header, &roles, &rows, conventions);
        let taken = |key: &str| {
            let is_known = columns.iter().any(|column| key.split('@').next() == Some(column.key));
            is_known && !NOT_TAKEN.contains(&key)
        };
        let is_unknown = |role: &Role| match role {
            Role::Column(key) => !taken(key),
            Role::OfYear(key, _) => NOT_TAKEN.contains(key),
            Role::Ignored => false,
        };
        if !roles.iter().any(|role| matches!(role, Role::Column(key) if key == GROUP))
            && let Some(index) = merged_column(&merged, &roles, is_unknown)
        {
            roles[index] = Role::Column(GROUP.to_owned());
            let column = header.get(index).map(|cell| cell.text.value.trim()).unwrap_or_default();
            diagnostics.note(Remark::new("import-groups-from-column").with("column", column));
        }
        let mut left_out = Vec::new();
        let mut unknown = Vec::new();
        let mut seen = BTreeMap::new();
        for (index, (cell, role)) in header.iter().zip(&mut roles).enumerate() {
            let text = cell.text.value.trim();
            let is_left_out = is_unknown(role) && measures != Some(index);
            let is_repeated = *role != Role::Ignored && !is_left_out && seen.insert(format!("{role:?}"), ()).is_some();
            if is_repeated && !text.is_empty() {
                diagnostics.push(Diagnostic::at(Code::DuplicateColumn, &cell.text.place).with("column", text));
            }
            let may_part = matches!(role, Role::Column(key) if !NOT_TAKEN.contains(&key.as_str()));
            unknown.extend((is_left_out && may_part).then_some(index));
            if measures == Some(index) {
                *role = Role::Ignored;
            } else if is_left_out || *role == Role::Ignored {
                *role = Role::Ignored;
                left_out.extend((!text.is_empty()).then_some(text));
            }
        }
        if !left_out.is_empty() {
            diagnostics.note(Remark::new("import-columns-left-out").with("columns", left_out.join(", ")));
        }
        if texts.len() > 1 {
            diagnostics.note(Remark::new("import-above").with("texts", texts[1..].join(" / ")));
        }
        let is_quantity = |index: usize| match roles.get(index) {
            Some(Role::OfYear(..)) => true,
            Some(Role::Column(key)) => ["value", "target", "baseline"].contains(&key.as_str()),
            _ => false,
        };
        for area in &merged {
            let Position::Cell(first) = &area.place.position else { continue };
            let (from, to) = area.rows;
            let is_of_records = rows.first().is_some_and(|(row, _)| from >= *row) && from < to;
            if !is_of_records {
                continue;
            }
            let column = first.column as usize;
            if area.has_columns || (is_quantity(column) && measures.is_none()) {
                diagnostics.push(Diagnostic::at(Code::MergedCells, &area.place).with("range", &area.range));
                continue;
            }
            let covered = rows.partition_point(|(row, _)| *row < from)..rows.partition_point(|(row, _)| *row <= to);
            let Some(cell) = rows[covered.clone()].first().and_then(|(_, cells)| cells.get(column)).cloned() else {
                continue;
            };
            for (_, cells) in &mut rows[covered] {
                if let Some(covered) = cells.get_mut(column).filter(|covered| covered.is_blank()) {
                    *covered = cell.clone();
                }
            }
        }
        rows.retain(|(_, cells)| !is_left_out(cells, (header.len(), false), conventions.vocabulary, diagnostics));
        let heading = |cells: &[Cell]| {
            let mut filled = cells.iter().filter(|cell| !cell.is_blank());
            let only = filled.next().filter(|_| header.len() > 2)?;
            filled.next().is_none().then(|| only.text.value.trim().to_owned())
        };
        let rows = rows.into_iter().map(|(_, cells)| match heading(&cells) {
            Some(heading) => Row::Heading(heading),
            None => Row::Record(cells),
        });
        Some(Self {
            name,
            place,
            title: texts.into_iter().next(),
            roles,
            rows: rows.collect(),
            unit: unit.map(|cell| cell.text.value),
            unknown,
            measures,
        })
    }

    /// Whether it says nothing of indicators but their values in a fiscal year.
    pub(super) fn has_only_values(&self) -> bool {
        let is_of_values = |key: &str| ["id", "fiscal_year", "value", "status", "break", "target"].contains(&key);
        self.column("fiscal_year").is_some()
            && self.roles.iter().all(|role| match role {
                Role::Column(key) => is_of_values(key) || key.starts_with("name"),
                Role::OfYear(..) | Role::Ignored => true,
            })
    }

    /// The column of a key.
    pub(super) fn column(&self, key: &str) -> Option<usize> {
        self.roles.iter().position(|role| matches!(role, Role::Column(known) if known == key))
    }
}

/// The first column before the indicators' names that is not understood, and has a cell over several rows.
fn merged_column(merged: &[MergedCells], roles: &[Role], is_unknown: impl Fn(&Role) -> bool) -> Option<usize> {
    let name = roles.iter().position(|role| matches!(role, Role::Column(key) if key.starts_with("name")))?;
    let columns = merged.iter().filter(|area| !area.has_columns && area.rows.0 < area.rows.1);
    let columns = columns.filter_map(|area| match &area.place.position {
        Position::Cell(first) => Some(first.column as usize),
        _ => None,
    });
    columns.filter(|index| *index < name && roles.get(*index).is_some_and(&is_unknown)).min()
}

/// The columns of both tables, with that of the project.
fn columns() -> Vec<ColumnShape> {
    let actuals = ACTUAL_COLUMNS.iter().map(|column| column.shape);
    let project =
        ColumnShape { key: PROJECT, is_per_language: false, presence: Presence::Optional, content: Content::Text };
    let own = actuals.filter(|shape| ["fiscal_year", "value", "status", "break", "evaluation"].contains(&shape.key));
    INDICATOR_COLUMNS.iter().map(|column| column.shape).chain(own).chain([project]).collect()
}
