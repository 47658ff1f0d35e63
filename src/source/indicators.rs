//! The table `indicators` → [`Indicator`]s.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{CellReader, read_rows};
use super::table::{Column, Grid, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{
    Accumulation, Baseline, Comparator, Direction, GroupId, Indicator, IndicatorId, KindId, LONGEST_NAME, Language,
    NoteId, Quantity, Target, UnitId,
};

const COLUMNS: &[Column] = &[
    Column::Required("id"),
    Column::Optional("group"),
    Column::Required("kind"),
    Column::Optional("parent"),
    Column::Required("unit"),
    Column::Optional("accumulation"),
    Column::Optional("direction"),
    Column::Optional("baseline"),
    Column::Optional("baseline_year"),
    Column::Optional("target"),
    Column::Optional("target_year"),
    Column::Optional("comparator"),
    Column::Optional("decimals"),
    Column::Optional("note"),
    Column::PerLanguage("name"),
    Column::PerLanguage("label"),
];

const ACCUMULATIONS: &[(&str, Accumulation)] =
    &[("cumulative", Accumulation::Cumulative), ("annual", Accumulation::Annual), ("level", Accumulation::Level)];

const DIRECTIONS: &[(&str, Direction)] =
    &[("increase", Direction::Increase), ("decrease", Direction::Decrease), ("maintain", Direction::Maintain)];

const COMPARATORS: &[(&str, Option<Comparator>)] =
    &[(">=", Some(Comparator::AtLeast)), ("<=", Some(Comparator::AtMost))];

/// Reads the table; all its faults are added to the diagnostics. Returns also the indicators of rows with faults.
pub(super) fn read(grid: Grid, diagnostics: &mut Diagnostics) -> (Vec<Indicator>, BTreeSet<IndicatorId>) {
    let rows = rows(grid, COLUMNS, diagnostics);
    read_rows(&rows, "id", indicator, diagnostics)
}

fn indicator(cells: &mut CellReader<'_>) -> Option<Indicator> {
    let id = cells.required_identifier("id", IndicatorId::new);
    let kind = cells.required_identifier("kind", KindId::new);
    let unit = cells.required_identifier("unit", UnitId::new);
    let group = cells.identifier("group", GroupId::new);
    let parent = cells.identifier("parent", IndicatorId::new);
    let decimals = decimals(cells);
    let accumulation = cells.word("accumulation", ACCUMULATIONS, Accumulation::Level);
    let direction = cells.word("direction", DIRECTIONS, Direction::Increase);
    require_beside(cells, "baseline", &["baseline_year"]);
    require_beside(cells, "target", &["target_year", "comparator"]);
    let baseline_year = cells.fiscal_year("baseline_year");
    let baseline = cells.decimal("baseline").map(|value| Baseline {
        quantity: Quantity::new(value, decimals),
        place: cells.row.place_of("baseline").clone(),
        year: baseline_year,
    });
    let target_year = cells.fiscal_year("target_year");
    let comparator = cells.word("comparator", COMPARATORS, None);
    let target = cells.decimal("target").map(|value| Target {
        quantity: Quantity::new(value, decimals),
        place: cells.row.place_of("target").clone(),
        year: target_year,
        comparator,
    });
    let notes = cells.identifiers("note", NoteId::new);
    let (names, labels) = (by_language(cells, "name"), by_language(cells, "label"));
    let id = id?;
    Some(Indicator {
        id: id.value,
        place: id.place,
        group,
        kind: kind?,
        parent,
        unit: unit?,
        accumulation,
        direction,
        baseline,
        target,
        decimals,
        notes,
        names,
        labels,
    })
}

/// Requires a value where a cell beside it says something of it: a target's year without a target is a number forgotten.
fn require_beside(cells: &mut CellReader<'_>, column: &'static str, beside: &[&'static str]) {
    if beside.iter().any(|other| cells.row.cell(other).is_some()) {
        cells.row.required(column, cells.diagnostics);
    }
}

/// Reads how many decimals are shown, at most as many as a decimal can hold.
fn decimals(cells: &mut CellReader<'_>) -> Option<u32> {
    const MOST: u32 = 10;
    let cell = cells.row.cell("decimals")?;
    let decimals = cell.value.parse().ok().filter(|decimals| *decimals <= MOST);
    if decimals.is_none() {
        cells.diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &cell.place)
                .with("key", "decimals")
                .with("value", &cell.value)
                .with("allowed", format!("0–{MOST}")),
        );
    }
    decimals
}

fn by_language(cells: &mut CellReader<'_>, column: &'static str) -> BTreeMap<Language, Located<String>> {
    let mut names = BTreeMap::new();
    for (tag, cell) in cells.row.per_language(column) {
        let Some(language) = Language::new(tag) else { continue };
        if cell.value.chars().count() > LONGEST_NAME {
            cells.diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &cell.place)
                    .with("key", format!("{column}@{tag}"))
                    .with("part", "length")
                    .with("most", LONGEST_NAME),
            );
        }
        names.insert(language, cell.clone().map(|name| name.chars().take(LONGEST_NAME).collect()));
    }
    names
}
