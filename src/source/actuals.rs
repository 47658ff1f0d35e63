//! Reads the table `actuals`.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{CellReader, Read, read_rows};
use super::conventions::Conventions;
use super::header::{Kind, NAME};
use super::layout::{self, Laid};
use super::number::Content;
use super::table::{Grid, rows};
use super::vocabulary::{Absence, fold};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{
    ACTUAL_COLUMNS, Accumulation, Actual, ColumnShape, Content as TableContent, EvaluationId, Indicator, IndicatorId,
    Observation, ObservationStatus, Presence, Quantity, YearTarget,
};

/// The indicators that could be read: values are read in their units.
pub(super) struct Known<'a> {
    by_id: BTreeMap<&'a IndicatorId, &'a Indicator>,
    /// The indicators with a name in some language, folded.
    by_name: BTreeMap<String, BTreeSet<&'a IndicatorId>>,
}

impl<'a> Known<'a> {
    pub(super) fn new(indicators: &'a [Indicator]) -> Self {
        let by_id = indicators.iter().map(|indicator| (&indicator.id, indicator)).collect();
        let mut by_name: BTreeMap<String, BTreeSet<&IndicatorId>> = BTreeMap::new();
        for indicator in indicators {
            for name in indicator.names.values() {
                by_name.entry(fold(&name.value)).or_default().insert(&indicator.id);
            }
        }
        Self { by_id, by_name }
    }
}

/// The columns of the table, and those that offices repeat from the indicators: they must agree.
fn columns() -> Vec<ColumnShape> {
    let repeated = [NAME, "unit"].map(|key| ColumnShape {
        key,
        is_per_language: false,
        presence: Presence::Optional,
        content: TableContent::Text,
    });
    ACTUAL_COLUMNS.iter().map(|column| column.shape).chain(repeated).collect()
}

/// Lays out a table.
pub(super) fn lay_out(grid: Grid, conventions: Conventions<'_>, diagnostics: &mut Diagnostics) -> Option<Grid> {
    let kind = Kind { id: "indicator", columns: &columns(), is_of_indicators: false };
    let Laid { mut grid, has_years, .. } = layout::lay_out(grid, kind, conventions, diagnostics)?;
    // A column for a year that is still to be filled in is not an empty table.
    if has_years && grid.rows.len() == 1 {
        grid.rows.clear();
    }
    Some(grid)
}

/// Reads a table that has been laid out.
pub(super) fn read(
    grid: Grid,
    known: &Known<'_>,
    conventions: Conventions<'_>,
    diagnostics: &mut Diagnostics,
) -> Read<Actual> {
    let rows = rows(grid, &columns(), conventions.vocabulary, diagnostics);
    let read = read_rows(&rows, "indicator", conventions, |cells| actual(cells, known), diagnostics);
    diagnostics.extend(unclear_signs(&read.signs));
    read
}

/// The indicator of a row, by its identifier or a name that no other has.
fn indicator_id(cells: &mut CellReader<'_>, known: &Known<'_>) -> Option<Located<IndicatorId>> {
    let cell = cells.row.required("indicator", cells.diagnostics)?;
    let is_known = IndicatorId::written(&cell.value).is_some_and(|id| known.by_id.contains_key(&id));
    let named = known.by_name.get(&fold(&cell.value)).filter(|_| !is_known);
    let Some(named) = named else { return cells.identifier("indicator", IndicatorId::written) };
    if let [id] = named.iter().collect::<Vec<_>>()[..] {
        return Some(Located::new((*id).clone(), cell.place.clone()));
    }
    let ids: Vec<&str> = named.iter().map(|id| id.as_str()).collect();
    let problem = Diagnostic::at(Code::AmbiguousName, &cell.place).with("part", "several").with("name", &cell.value);
    cells.diagnostics.push(problem.with("ids", ids.join(", ")));
    None
}

/// Requires that a name and a unit beside a value are the indicator's.
fn require_same(cells: &mut CellReader<'_>, indicator: &Indicator, known: &Known<'_>) {
    let (id, unit, vocabulary) = (&indicator.id, &indicator.unit.value, cells.conventions.vocabulary);
    if let Some(cell) = cells.row.cell(NAME)
        && let Some(named) = known.by_name.get(&fold(&cell.value)).filter(|named| !named.contains(id))
    {
        let ids: Vec<&str> = named.iter().map(|id| id.as_str()).collect();
        let problem = Diagnostic::at(Code::AmbiguousName, &cell.place).with("part", "other").with("name", &cell.value);
        cells.diagnostics.push(problem.with("ids", ids.join(", ")).with("id", id));
    }
    let Some(cell) = cells.row.cell("unit") else { return };
    let is_same = cell.value == unit.as_str()
        || vocabulary.value("unit", &cell.value) == Some(unit.as_str())
        || vocabulary.units_written("", &fold(&cell.value)).any(|written| written == unit);
    if !is_same {
        let problem = Diagnostic::at(Code::UnitDiffers, &cell.place);
        let problem = problem.with("part", "value").with("unit", &cell.value).with("id", id);
        cells.diagnostics.push(problem.with_related(&indicator.unit.place));
    }
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

fn actual(cells: &mut CellReader<'_>, known: &Known<'_>) -> Option<Actual> {
    let id = indicator_id(cells, known);
    let year = cells.row.required("fiscal_year", cells.diagnostics).and_then(|_| cells.fiscal_year("fiscal_year"));
    let indicator = id.as_ref().and_then(|id| known.by_id.get(&id.value)).copied();
    if let Some(indicator) = indicator {
        require_same(cells, indicator, known);
    }
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
