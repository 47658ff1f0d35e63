//! Reads the table `indicators`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::{CellReader, Read, read_rows};
use super::conventions::Conventions;
use super::header::Kind;
use super::layout::{self, Laid};
use super::number::Content;
use super::table::{Grid, rows};
use super::vocabulary::fold;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{
    Accumulation, Baseline, Comparator, Direction, DirectionBasis, GroupId, INDICATOR_COLUMNS, Indicator, IndicatorId,
    KindId, LONGEST_NAME, Language, Quantity, References, Target, UnitId,
};

/// Lays out a table; its columns of years are actuals.
pub(super) fn lay_out(grid: Grid, conventions: Conventions<'_>, diagnostics: &mut Diagnostics) -> Option<Laid> {
    let columns = INDICATOR_COLUMNS.each_ref().map(|column| column.shape);
    let kind = Kind { id: "id", columns: &columns, is_of_indicators: true };
    layout::lay_out(grid, kind, conventions, diagnostics)
}

/// Reads a table that has been laid out.
pub(super) fn read(grid: Grid, conventions: Conventions<'_>, diagnostics: &mut Diagnostics) -> Read<Indicator> {
    let columns = INDICATOR_COLUMNS.each_ref().map(|column| column.shape);
    let rows = rows(grid, &columns, conventions.vocabulary, diagnostics);
    read_rows(&rows, "id", conventions, indicator, diagnostics)
}

fn indicator(cells: &mut CellReader<'_>) -> Option<Indicator> {
    let id = cells.required_identifier("id", IndicatorId::written);
    let kind = cells.required_identifier("kind", KindId::new);
    let unit = cells.required_identifier("unit", UnitId::new);
    let group = cells.identifier("group", GroupId::new);
    let parent = cells.identifier("parent", IndicatorId::written);
    let decimals = decimals(cells);
    let accumulation = cells.word("accumulation", &Accumulation::NAMES, Accumulation::Level);
    // A direction that is not stated is derived later from values that are not yet read.
    let stated = cells.word("direction", &Direction::NAMES.map(|(name, meant)| (name, Some(meant))), None);
    let mut notes = cells.notes("note");
    let (unit_id, is_cumulative) = (unit.as_ref().map(|unit| &unit.value), accumulation == Accumulation::Cumulative);
    let mut quantity = |cells: &mut CellReader<'_>, cell: Option<&Located<String>>, column: &str| {
        let Located { value: reading, place } = cells.number_in(cell?, column, unit_id, is_cumulative)?;
        notes.extend(reading.notes.into_iter().map(|note| Located::new(note, place.clone())));
        match reading.content {
            Content::Number(value) => Some(Quantity { stored: reading.exact, ..Quantity::new(value, decimals) }),
            Content::Absent(_) => None,
        }
    };
    let found = cells.diagnostics.found();
    let baseline = quantity(cells, cells.row.cell("baseline"), "baseline");
    let (target_cell, worded) = target_cell(cells);
    let target = quantity(cells, target_cell.as_ref(), "target");
    if cells.diagnostics.found() == found {
        require_beside(cells, "baseline", baseline.is_some(), &["baseline_year"]);
        require_beside(cells, "target", target.is_some(), &["target_year", "comparator"]);
    }
    let baseline_year = cells.fiscal_year("baseline_year");
    let place_of = |column: &str| cells.row.place_of(column).clone();
    let baseline = baseline.map(|quantity| Baseline { quantity, place: place_of("baseline"), year: baseline_year });
    let target_year = cells.fiscal_year("target_year");
    let beside = cells.word("comparator", &Comparator::NAMES.map(|(name, meant)| (name, Some(meant))), None);
    let comparator = worded.or(beside);
    // A target that cannot be read must not hide a target year outside the plan.
    if target.is_none() && cells.row.cell("target").is_some() {
        cells.references.target_years.extend(target_year.clone());
    }
    let target = target.map(|quantity| Target { quantity, place: place_of("target"), year: target_year, comparator });
    let (names, labels) = (by_language(cells, "name"), by_language(cells, "label"));
    let (Some(id), Some(kind), Some(unit)) = (id, kind.clone(), unit.clone()) else {
        let target_years = target.into_iter().filter_map(|target| target.year).collect();
        cells.references.extend(References {
            groups: group.into_iter().collect(),
            indicators: parent.into_iter().collect(),
            kinds: kind.into_iter().collect(),
            units: unit.into_iter().collect(),
            target_years,
        });
        return None;
    };
    Some(Indicator {
        id: id.value,
        place: id.place,
        group,
        kind,
        parent,
        unit,
        accumulation,
        direction: stated.unwrap_or(Direction::Increase),
        direction_basis: if stated.is_some() { DirectionBasis::Stated } else { DirectionBasis::Assumed },
        baseline,
        target,
        decimals,
        notes,
        names,
        labels,
    })
}

/// The cell of the target without its comparator (50%以上), which must agree with the column `comparator`.
fn target_cell(cells: &mut CellReader<'_>) -> (Option<Located<String>>, Option<Comparator>) {
    let cell = cells.row.cell("target");
    let vocabulary = cells.conventions.vocabulary;
    let Some(worded) = cell.filter(|cell| cell.value.contains(|character: char| !is_of_number(character))) else {
        return (cell.cloned(), None);
    };
    let meaning = |word: &str| {
        let key = vocabulary.value("comparator", word).unwrap_or(word);
        Comparator::NAMES.iter().find(|(name, _)| *name == key).map(|(_, comparator)| *comparator)
    };
    let folded = fold(&worded.value);
    let found = vocabulary.words("comparator").filter_map(|word| Some((folded.strip_suffix(word)?, word)));
    let found = found.min_by_key(|(rest, _)| rest.len());
    let Some((rest, comparator)) = found.and_then(|(rest, word)| Some((rest, meaning(word)?))) else {
        return (Some(worded.clone()), None);
    };
    let rest = Located::new(rest.to_owned(), worded.place.clone());
    let beside = cells.row.cell("comparator");
    if let Some(beside) = beside.filter(|beside| meaning(&beside.value).is_some_and(|other| other != comparator)) {
        let problem =
            Diagnostic::at(Code::InvalidValue, &worded.place).with("key", "target").with("part", "comparator");
        cells
            .diagnostics
            .push(problem.with("value", &worded.value).with("other", &beside.value).with_related(&beside.place));
    }
    // An invalid comparator in the column is a separate problem.
    (Some(rest), Some(comparator))
}

fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',' | '-' | '+')
}

/// Requires a value if a cell that describes it is filled: a target year without a target is a forgotten number.
fn require_beside(cells: &mut CellReader<'_>, column: &'static str, is_there: bool, beside: &[&'static str]) {
    if !is_there && beside.iter().any(|other| cells.row.cell(other).is_some()) && cells.row.has_column(column) {
        cells.diagnostics.push(Diagnostic::at(Code::EmptyCell, cells.row.place_of(column)).with("column", column));
    }
}

fn decimals(cells: &mut CellReader<'_>) -> Option<u32> {
    const MOST: u32 = 10;
    let cell = cells.row.cell("decimals")?;
    // A spreadsheet may show this whole number with decimals.
    let number = Decimal::from_str_exact(&fold(&cell.value)).ok().filter(Decimal::is_integer);
    let decimals = number.and_then(|number| u32::try_from(number).ok()).filter(|decimals| *decimals <= MOST);
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
