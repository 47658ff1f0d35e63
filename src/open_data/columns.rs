//! The columns of every table, independent of any report.

use super::data_table::{Column, Kind, Table, Unit};
use crate::report::{ACTUAL_COLUMNS, ColumnShape, Content, INDICATOR_COLUMNS, Language, Presence, TableColumn};

/// The tables that explain identifiers.
const LISTS: [&str; 7] = ["groups", "kinds", "units", "value-statuses", "progress-statuses", "evaluations", "notes"];

/// All possible tables without rows.
#[must_use]
pub fn empty_tables(languages: &[&Language]) -> Vec<Table> {
    let lists = LISTS.map(|name| list(name, languages));
    [indicators(languages), actuals(), progress(), note_uses()].into_iter().chain(lists).collect()
}

pub(super) fn indicators(languages: &[&Language]) -> Table {
    Table::new("indicators", &["id"], columns(&INDICATOR_COLUMNS, languages))
}

pub(super) fn actuals() -> Table {
    Table::new("actuals", &["indicator", "fiscal_year"], columns(&ACTUAL_COLUMNS, &[]))
}

fn columns<T>(columns: &[TableColumn<T>], languages: &[&Language]) -> Vec<Column> {
    columns.iter().flat_map(|column| column_of(column.shape, languages)).collect()
}

fn column_of(shape: ColumnShape, languages: &[&Language]) -> Vec<Column> {
    if shape.is_per_language {
        return Column::for_each(shape.key, languages).collect();
    }
    let (kind, reference) = match shape.content {
        Content::Identifier { of, .. } => (Kind::Identifier, of),
        Content::Identifiers => (Kind::Identifiers, None),
        Content::Word(words) => (Kind::Word(words), None),
        Content::Number | Content::Observed => (Kind::Number(Unit::OfIndicator), None),
        Content::Decimals => (Kind::Integer, None),
        Content::Year | Content::PlanYear => (Kind::FiscalYear, None),
        Content::Text => (Kind::Text, None),
    };
    // The list `value-statuses` explains these statuses.
    let reference = if shape.key == "status" { Some("value-statuses") } else { reference };
    let is_required = matches!(shape.presence, Presence::Required | Presence::Default);
    vec![Column { is_required, reference, ..Column::new(shape.key, kind) }]
}

pub(super) fn progress() -> Table {
    let ratio = Kind::Number(Unit::Ratio);
    let columns = vec![
        Column::new("indicator", Kind::Identifier).required().of("indicators"),
        Column::new("fiscal_year", Kind::FiscalYear).required(),
        Column::new("achievement_rate", ratio),
        Column::new("progress_rate", ratio),
        Column::new("expected_rate", ratio),
        Column::new("pace", ratio),
        Column::new("status", Kind::Identifier).required().of("progress-statuses"),
    ];
    Table::new("progress", &["indicator", "fiscal_year"], columns)
}

/// One row per use; without a year, the note belongs to the indicator as a whole.
pub(super) fn note_uses() -> Table {
    let columns = vec![
        Column::new("indicator", Kind::Identifier).required().of("indicators"),
        Column::new("fiscal_year", Kind::FiscalYear),
        Column::new("note", Kind::Identifier).required().of("notes"),
    ];
    Table::new("note-uses", &[], columns)
}

pub(super) fn list(name: &'static str, languages: &[&Language]) -> Table {
    let mut columns = vec![Column::new("id", Kind::Identifier).required()];
    columns.extend(Column::for_each("name", languages));
    Table::new(name, &["id"], columns)
}
