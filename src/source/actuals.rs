//! The table `actuals` → [`Actual`]s.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::cell::{CellReader, read_rows};
use super::table::{Column, Grid, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{Actual, Firmness, IndicatorId, NoteId, Observation};

const COLUMNS: &[Column] = &[
    Column::Required("indicator"),
    Column::Required("fiscal_year"),
    Column::Required("value"),
    Column::Optional("status"),
    Column::Optional("note"),
];

/// A status as it is written: how firm a value is, or why there is none.
#[derive(Debug, Clone, Copy)]
enum WrittenStatus {
    Reported(Firmness),
    Absent(Observation),
}

const STATUSES: &[(&str, WrittenStatus)] = &[
    ("final", WrittenStatus::Reported(Firmness::Final)),
    ("provisional", WrittenStatus::Reported(Firmness::Provisional)),
    ("estimated", WrittenStatus::Reported(Firmness::Estimated)),
    ("missing", WrittenStatus::Absent(Observation::Missing)),
    ("suppressed", WrittenStatus::Absent(Observation::Suppressed)),
    ("not-applicable", WrittenStatus::Absent(Observation::NotApplicable)),
];

/// Reads the table; all its faults are added to the diagnostics. Returns also the indicators of rows with faults.
pub(super) fn read(grid: Grid, diagnostics: &mut Diagnostics) -> (Vec<Actual>, BTreeSet<IndicatorId>) {
    let rows = rows(grid, COLUMNS, diagnostics);
    read_rows(&rows, "indicator", actual, diagnostics)
}

fn actual(cells: &mut CellReader<'_>) -> Option<Actual> {
    let indicator = cells.required_identifier("indicator", IndicatorId::new);
    let year = cells.row.required("fiscal_year", cells.diagnostics).and_then(|_| cells.fiscal_year("fiscal_year"));
    let value = cells.row.cell("value").map(|cell| Located::new(cells.decimal("value"), cell.place.clone()));
    let status = cells.word("status", STATUSES, WrittenStatus::Reported(Firmness::Final));
    let notes = cells.identifiers("note", NoteId::new);
    let observation = observation(cells, value, status);
    Some(Actual {
        place: cells.row.place.clone(),
        indicator: indicator?,
        fiscal_year: year?.value,
        observation: observation?,
        value_place: cells.row.place_of("value").clone(),
        notes,
    })
}

/// Joins a value and a status that agree: a reported value has a number, an absent one has none.
fn observation(
    cells: &mut CellReader<'_>,
    value: Option<Located<Option<Decimal>>>,
    status: WrittenStatus,
) -> Option<Observation> {
    match (value, status) {
        // A value that could not be read is already a fault.
        (Some(Located { value, .. }), WrittenStatus::Reported(firmness)) => {
            Some(Observation::Reported(value?, firmness))
        }
        (None, WrittenStatus::Absent(observation)) => Some(observation),
        (None, WrittenStatus::Reported(_)) => {
            // A status that could not be read, or a column that is not there, is already a fault.
            if cells.row.cell("status").is_none_or(|cell| STATUSES.iter().any(|(name, _)| *name == cell.value))
                && cells.row.has_sound_header
            {
                cells.diagnostics.push(Diagnostic::at(Code::ValueMissing, cells.row.place_of("value")));
            }
            None
        }
        (Some(Located { place, .. }), WrittenStatus::Absent(_)) => {
            let status = cells.row.cell("status").map(|cell| cell.value.clone()).unwrap_or_default();
            cells.diagnostics.push(Diagnostic::at(Code::StatusWithValue, &place).with("status", status));
            None
        }
    }
}
