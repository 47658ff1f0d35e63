//! The columns of every table, without rows: what a program can rely on before it has seen a report.

use super::table::{Column, Kind, Table, Unit};
use crate::report::{Accumulation, Actual, Comparator, Direction, Language, ValueStatus};

/// The words that a column takes, from the names of a closed list.
macro_rules! words_of {
    ($names:expr) => {{
        const WORDS: [&str; $names.len()] = {
            let mut words = [""; $names.len()];
            let mut index = 0;
            while index < words.len() {
                words[index] = $names[index].0;
                index += 1;
            }
            words
        };
        Kind::Word(&WORDS)
    }};
}

/// The tables that say what identifiers mean.
const LISTS: [&str; 7] = ["groups", "kinds", "units", "value-statuses", "progress-statuses", "evaluations", "notes"];

/// Returns every table that open data can have, without its rows.
#[must_use]
pub fn empty_tables(languages: &[&Language]) -> Vec<Table> {
    let lists = LISTS.map(|name| list(name, languages));
    [indicators(languages), actuals(), progress(), note_uses()].into_iter().chain(lists).collect()
}

/// What is measured. The columns are those of a report project.
pub(super) fn indicators(languages: &[&Language]) -> Table {
    let number = Kind::Number(Unit::OfIndicator);
    let mut columns = vec![
        Column::new("id", Kind::Identifier).required(),
        Column::new("group", Kind::Identifier).of("groups"),
        Column::new("kind", Kind::Identifier).required().of("kinds"),
        Column::new("parent", Kind::Identifier).of("indicators"),
        Column::new("unit", Kind::Identifier).required().of("units"),
        Column::new("accumulation", words_of!(Accumulation::NAMES)).required(),
        Column::new("direction", words_of!(Direction::NAMES)).required(),
        Column::new("baseline", number),
        Column::new("baseline_year", Kind::FiscalYear),
        Column::new("target", number),
        Column::new("target_year", Kind::FiscalYear),
        Column::new("comparator", words_of!(Comparator::NAMES)),
        Column::new("decimals", Kind::Integer),
        Column::new("note", Kind::Identifiers),
    ];
    columns.extend(Column::for_each("name", languages));
    columns.extend(Column::for_each("label", languages));
    Table::new("indicators", &["id"], columns)
}

/// What was observed. The columns are those of a report project.
pub(super) fn actuals() -> Table {
    let number = Kind::Number(Unit::OfIndicator);
    let columns = vec![
        Column::new("indicator", Kind::Identifier).required().of("indicators"),
        Column::new("fiscal_year", Kind::FiscalYear).required(),
        Column::new("value", number),
        Column::new("status", words_of!(ValueStatus::NAMES)).required().of("value-statuses"),
        Column::new("break", words_of!(Actual::BREAKS)).required(),
        Column::new("target", number),
        Column::new("evaluation", Kind::Identifier).of("evaluations"),
        Column::new("note", Kind::Identifiers),
    ];
    Table::new("actuals", &["indicator", "fiscal_year"], columns)
}

/// What follows from both for the round.
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

/// Which notes indicators and values have, one a row; without a year it is the indicator as a whole that has it.
pub(super) fn note_uses() -> Table {
    let columns = vec![
        Column::new("indicator", Kind::Identifier).required().of("indicators"),
        Column::new("fiscal_year", Kind::FiscalYear),
        Column::new("note", Kind::Identifier).required().of("notes"),
    ];
    Table::new("note-uses", &[], columns)
}

/// A list of what identifiers mean in each language.
pub(super) fn list(name: &'static str, languages: &[&Language]) -> Table {
    let mut columns = vec![Column::new("id", Kind::Identifier).required()];
    columns.extend(Column::for_each("name", languages));
    Table::new(name, &["id"], columns)
}
