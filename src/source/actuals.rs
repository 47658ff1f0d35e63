//! Reads the table `actuals`.

use std::collections::BTreeMap;

use super::cell::{CellReader, Read, read_rows};
use super::conventions::Conventions;
use super::number::Content;
use super::table::{Grid, rows};
use super::vocabulary::{Absence, fold};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{
    ACTUAL_COLUMNS, Accumulation, Actual, EvaluationId, Indicator, IndicatorId, Observation, ObservationStatus,
    Quantity, YearTarget,
};

/// Reads a table. `indicators` gives the units of values, as far as the indicators could be read.
pub(super) fn read(
    grid: Grid,
    indicators: &BTreeMap<&IndicatorId, &Indicator>,
    conventions: Conventions<'_>,
    diagnostics: &mut Diagnostics,
) -> Read<Actual> {
    let columns = ACTUAL_COLUMNS.each_ref().map(|column| column.shape);
    let Some(rows) = rows(grid, &columns, conventions.vocabulary, diagnostics) else { return Read::nothing() };
    let read = read_rows(&rows, "indicator", conventions, |cells| actual(cells, indicators), diagnostics);
    diagnostics.extend(unclear_signs(&read.signs));
    read
}

/// The warning, one per table, for signs in place of numbers that mean different things in different offices.
fn unclear_signs(signs: &[(Located<String>, ObservationStatus)]) -> Option<Diagnostic> {
    let (first, _) = signs.first()?;
    let mut counted: Vec<(&str, ObservationStatus, usize)> = Vec::new();
    for (sign, status) in signs {
        match counted.iter_mut().find(|(known, ..)| fold(known) == fold(&sign.value)) {
            Some((_, _, count)) => *count += 1,
            None => counted.push((&sign.value, *status, 1)),
        }
    }
    let listed = |of_status: ObservationStatus| {
        let listed = counted.iter().filter(|(_, status, _)| *status == of_status);
        listed.map(|(sign, _, count)| format!("{sign} ({count})")).collect::<Vec<_>>().join(", ")
    };
    let name = |of_status: ObservationStatus| {
        ObservationStatus::NAMES.iter().find(|(_, status)| *status == of_status).map_or("", |(name, _)| name)
    };
    let settings = counted.iter().map(|(sign, status, _)| format!("{sign:?} = {:?}", name(*status)));
    let (missing, suppressed) = (listed(ObservationStatus::Missing), listed(ObservationStatus::Suppressed));
    let part = match (missing.is_empty(), suppressed.is_empty()) {
        (false, false) => "both",
        (true, false) => "suppressed",
        _ => "missing",
    };
    let problem = Diagnostic::at(Code::UnclearSign, &first.place).with("part", part);
    let problem = problem.with("missing", missing).with("suppressed", suppressed);
    Some(problem.with("settings", settings.collect::<Vec<_>>().join(", ")))
}

fn actual(cells: &mut CellReader<'_>, indicators: &BTreeMap<&IndicatorId, &Indicator>) -> Option<Actual> {
    let id = cells.required_identifier("indicator", IndicatorId::new);
    let year = cells.row.required("fiscal_year", cells.diagnostics).and_then(|_| cells.fiscal_year("fiscal_year"));
    let indicator = id.as_ref().and_then(|id| indicators.get(&id.value));
    let unit = indicator.map(|indicator| &indicator.unit.value);
    // An unknown indicator is a separate problem.
    let is_cumulative = indicator.is_none_or(|indicator| indicator.accumulation == Accumulation::Cumulative);
    let reading = cells.number("value", unit, is_cumulative);
    let is_unreadable = cells.row.cell("value").is_some() && reading.is_none();
    let mut notes = cells.notes("note");
    if let Some(Located { value: reading, place }) = &reading {
        notes.extend(reading.notes.iter().map(|note| Located::new(note.clone(), place.clone())));
    }
    let decimals = indicator.and_then(|indicator| indicator.decimals);
    let target = cells.number("target", unit, is_cumulative);
    let target = target.and_then(|Located { value: reading, place }| match reading.content {
        Content::Number(value) => {
            let quantity = Quantity { stored: reading.exact, ..Quantity::new(value, decimals) };
            Some(YearTarget { quantity, place })
        }
        Content::Absent(_) => None,
    });
    let evaluation = cells.identifier("evaluation", EvaluationId::new);
    let stored = reading.as_ref().and_then(|reading| reading.value.exact);
    let is_break = cells.word("break", &Actual::BREAKS, false);
    let observation = if is_unreadable {
        cells.word("status", &ObservationStatus::NAMES, ObservationStatus::Missing);
        None
    } else {
        observation(cells, reading.as_ref().map(|reading| &reading.value.content))
    };
    let (Some(id), Some(year), Some(observation)) = (id.clone(), year, observation) else {
        cells.references.indicators.extend(id);
        return None;
    };
    Some(Actual {
        place: cells.row.place.clone(),
        indicator: id,
        fiscal_year: year.value,
        observation,
        target,
        evaluation,
        value_place: cells.row.place_of("value").clone(),
        stored,
        is_break,
        notes,
    })
}

/// Joins a value and its status: a reported value requires a number, an absent one either no content or a sign.
fn observation(cells: &mut CellReader<'_>, content: Option<&Content>) -> Option<Observation> {
    let is_written = cells.row.cell("status").is_some();
    let found = cells.diagnostics.found();
    let status = cells.word("status", &ObservationStatus::NAMES, ObservationStatus::Final);
    let is_read = cells.diagnostics.found() == found;
    let disagrees = |cells: &mut CellReader<'_>, part: &str| {
        let written = |column: &str| cells.row.cell(column).map(|cell| cell.value.clone()).unwrap_or_default();
        let (status, value) = (written("status"), written("value"));
        let problem = Diagnostic::at(Code::StatusWithValue, cells.row.place_of("value"));
        cells.diagnostics.push(problem.with("part", part).with("status", status).with("value", value));
        None
    };
    let absent = |status: ObservationStatus| Observation::new(None, status);
    match content {
        Some(&Content::Number(value)) => match Observation::new(Some(value), status) {
            None => disagrees(cells, "number"),
            observation => observation,
        },
        // A sign with an open meaning takes that of the status; a sign for suppressed values is not open.
        Some(&Content::Absent(Absence { status: of_sign, is_certain })) if !status.has_value() => {
            let means_anything = !is_certain && of_sign == ObservationStatus::Missing;
            if of_sign == status || means_anything { absent(status) } else { disagrees(cells, "sign") }
        }
        Some(&Content::Absent(Absence { status: of_sign, is_certain })) if !is_written => {
            if !is_certain && let Some(sign) = cells.row.cell("value") {
                cells.signs.push((sign.clone(), of_sign));
            }
            absent(of_sign)
        }
        // A status that could not be read is already reported.
        Some(&Content::Absent(_)) if is_read => disagrees(cells, "sign"),
        Some(&Content::Absent(_)) => None,
        None if !status.has_value() => absent(status),
        None => {
            // So is a missing column.
            if is_read && cells.row.has_sound_header {
                cells.diagnostics.push(Diagnostic::at(Code::ValueMissing, cells.row.place_of("value")));
            }
            None
        }
    }
}
