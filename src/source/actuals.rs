//! The table `actuals` → [`Actual`]s.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{CellReader, read_rows};
use super::number::Content;
use super::table::{Column, Grid, rows};
use super::vocabulary::LazyVocabulary;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{
    Accumulation, Actual, EvaluationId, Firmness, Indicator, IndicatorId, Observation, Quantity, ValueStatus,
    YearTarget,
};

const COLUMNS: &[Column] = &[
    Column::Required("indicator"),
    Column::Required("fiscal_year"),
    Column::Required("value"),
    Column::Optional("status"),
    Column::Optional("break"),
    Column::Optional("target"),
    Column::Optional("evaluation"),
    Column::Optional("note"),
];

/// Reads a table; all its faults are added to the diagnostics. The indicators, as far as they are known, tell in which
/// unit values are. Returns also the indicators of rows with faults.
pub(super) fn read(
    grid: Grid,
    indicators: &BTreeMap<&IndicatorId, &Indicator>,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Actual>, BTreeSet<IndicatorId>) {
    let rows = rows(grid, COLUMNS, vocabulary, diagnostics);
    read_rows(&rows, "indicator", vocabulary, |cells| actual(cells, indicators), diagnostics)
}

fn actual(cells: &mut CellReader<'_>, indicators: &BTreeMap<&IndicatorId, &Indicator>) -> Option<Actual> {
    let id = cells.required_identifier("indicator", IndicatorId::new);
    let year = cells.row.required("fiscal_year", cells.diagnostics).and_then(|_| cells.fiscal_year("fiscal_year"));
    let indicator = id.as_ref().and_then(|id| indicators.get(&id.value));
    let unit = indicator.map(|indicator| &indicator.unit.value);
    // Of an indicator that is not known, that is the fault.
    let is_cumulative = indicator.is_none_or(|indicator| indicator.accumulation == Accumulation::Cumulative);
    let reading = cells.number("value", unit, is_cumulative);
    if cells.row.cell("value").is_some() && reading.is_none() {
        return None;
    }
    let mut notes = cells.notes("note");
    if let Some(Located { value: reading, place }) = &reading {
        notes.extend(reading.notes.iter().map(|note| Located::new(note.clone(), place.clone())));
    }
    let decimals = indicator.and_then(|indicator| indicator.decimals);
    let target = cells.number("target", unit, is_cumulative);
    let target = target.and_then(|Located { value: reading, place }| match reading.content {
        Content::Number(value) => Some(YearTarget { quantity: Quantity::new(value, decimals), place }),
        Content::Absent(_) => None,
    });
    let evaluation = cells.identifier("evaluation", EvaluationId::new);
    let observation = observation(cells, reading.map(|reading| reading.value.content));
    Some(Actual {
        place: cells.row.place.clone(),
        indicator: id?,
        fiscal_year: year?.value,
        observation: observation?,
        target,
        evaluation,
        value_place: cells.row.place_of("value").clone(),
        is_break: cells.word("break", &Actual::BREAKS, false),
        notes,
    })
}

/// Joins a value and a status that agree: a reported value has a number, an absent one has none or a sign for it.
fn observation(cells: &mut CellReader<'_>, content: Option<Content>) -> Option<Observation> {
    let is_written = cells.row.cell("status").is_some();
    let found = cells.diagnostics.found();
    let status = cells.word("status", &ValueStatus::NAMES, ValueStatus::Reported(Firmness::Final));
    let is_read = cells.diagnostics.found() == found;
    let disagrees = |cells: &mut CellReader<'_>, part: &str| {
        let written = |column: &str| cells.row.cell(column).map(|cell| cell.value.clone()).unwrap_or_default();
        let (status, value) = (written("status"), written("value"));
        let fault = Diagnostic::at(Code::StatusWithValue, cells.row.place_of("value"));
        cells.diagnostics.push(fault.with("part", part).with("status", status).with("value", value));
        None
    };
    let absence = |key: &str| ValueStatus::NAMES.iter().find(|(name, _)| *name == key)?.1.absence();
    match (content, status, status.absence()) {
        (Some(Content::Number(value)), ValueStatus::Reported(firmness), _) => {
            Some(Observation::Reported(value, firmness))
        }
        (None, _, Some(observation)) => Some(observation),
        (Some(Content::Absent(sign)), _, written) => match (absence(&sign), written) {
            (Some(of_sign), Some(written)) if of_sign == written => Some(written),
            (Some(of_sign), _) if !is_written => Some(of_sign),
            // A status that could not be read is already a fault.
            _ if is_read => disagrees(cells, "sign"),
            _ => None,
        },
        (Some(Content::Number(_)), ..) => disagrees(cells, "number"),
        (None, ..) => {
            // A column that is not there is already a fault, too.
            if is_read && cells.row.has_sound_header {
                cells.diagnostics.push(Diagnostic::at(Code::ValueMissing, cells.row.place_of("value")));
            }
            None
        }
    }
}
