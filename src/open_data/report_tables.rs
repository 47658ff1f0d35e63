//! The tables of a report: those that a build reads, lists of identifiers, and computed figures.
//!
//! They follow the rules of the Ministry of Internal Affairs for machine-readable tables (総務省, 2020-12-18): one value
//! per cell, numbers without text, units and notes in separate columns, parts in separate rows, no merged cells.

use std::collections::BTreeSet;

use super::columns;
use super::data_table::{Cell, Table};
use crate::diagnostic::Located;
use crate::locale::{Block, Rich, SLOT, Words, plain_text};
use crate::report::{
    ACTUAL_COLUMNS, Actual, INDICATOR_COLUMNS, Indicator, Language, NoteId, ObservationStatus, Report, Status,
};

/// The tables of a report without empty lists. `words` has its languages in the order of the editions, with citations
/// already provided.
#[must_use]
pub fn tables(report: &Report, words: &[&Words]) -> Vec<Table> {
    let source = Source { report, words };
    let mut tables = vec![
        source.indicators(),
        source.actuals(),
        source.progress(),
        source.note_uses(),
        source.list("groups", report.settings.groups.iter().map(|group| group.id.as_str()), "group-"),
        source.list("kinds", source.used(|indicator| indicator.kind.value.as_str()), "kind-"),
        source.units(),
        source.value_statuses(),
        source.list("progress-statuses", Status::ALL.map(Status::as_str), "status-"),
        source.list("evaluations", source.evaluations(), "evaluation-"),
        source.notes(),
    ];
    tables.retain(|table| !table.rows.is_empty());
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    // A missing list was empty, so nothing refers to it.
    for column in tables.iter_mut().flat_map(|table| &mut table.columns) {
        column.reference = column.reference.filter(|table| names.contains(table));
    }
    tables
}

struct Source<'a> {
    report: &'a Report,
    words: &'a [&'a Words],
}

impl<'a> Source<'a> {
    fn languages(&self) -> Vec<&'a Language> {
        self.words.iter().map(|words| words.language()).collect()
    }

    fn indicators(&self) -> Table {
        let in_tables = |indicator: &'a Indicator| indicator.names.keys().chain(indicator.labels.keys());
        let mut languages = self.languages();
        // Indicators may also have names in languages without edition.
        for language in self.report.indicators.iter().flat_map(in_tables).collect::<BTreeSet<_>>() {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let mut table = columns::indicators(&languages);
        table.rows = self.report.indicators.iter().map(|indicator| self.indicator(indicator, &languages)).collect();
        table
    }

    fn indicator(&self, indicator: &'a Indicator, languages: &[&Language]) -> Vec<Cell> {
        let mut cells = Vec::new();
        for column in &INDICATOR_COLUMNS {
            let (names, attribute) = match column.shape.key {
                "name" => (&indicator.names, ""),
                "label" => (&indicator.labels, ".label"),
                _ => {
                    cells.push((column.value)(self.report, indicator).into());
                    continue;
                }
            };
            let message = format!("indicator-{}{attribute}", indicator.id);
            cells.extend(languages.iter().map(|language| match names.get(*language) {
                Some(name) => name.value.as_str().into(),
                None => self.said(language, &message),
            }));
        }
        cells
    }

    fn actuals(&self) -> Table {
        let row = |actual| ACTUAL_COLUMNS.iter().map(|column| (column.value)(self.report, actual).into()).collect();
        Table { rows: self.actuals_in_order().map(row).collect(), ..columns::actuals() }
    }

    fn actuals_in_order(&self) -> impl Iterator<Item = &'a Actual> {
        self.report.indicators.iter().flat_map(|indicator| self.report.actuals_of(&indicator.id))
    }

    /// One row per indicator, for the year whose value decides its status.
    fn progress(&self) -> Table {
        let mut table = columns::progress();
        let report = self.report;
        table.rows = report
            .indicators
            .iter()
            .map(|indicator| {
                let assessment = report.assessment(indicator);
                vec![
                    Cell::text(&indicator.id),
                    report.judged(indicator).year.into(),
                    report.achievement_rate(indicator).map(|rate| rate.0.normalize()).into(),
                    report.progress_rate(indicator).map(|rate| rate.0.normalize()).into(),
                    report.expected_rate(indicator).map(|rate| rate.0.normalize()).into(),
                    assessment.pace.map(|pace| pace.value.normalize()).into(),
                    assessment.status.as_str().into(),
                ]
            })
            .collect();
        table
    }

    /// One row per use; without a year, the note belongs to the indicator as a whole.
    fn note_uses(&self) -> Table {
        let mut table = columns::note_uses();
        let row = |indicator: &Indicator, year: Cell, note: &Located<NoteId>| {
            vec![Cell::text(&indicator.id), year, Cell::text(&note.value)]
        };
        for indicator in &self.report.indicators {
            table.rows.extend(indicator.notes.iter().map(|note| row(indicator, Cell::Empty, note)));
            for actual in self.report.actuals_of(&indicator.id) {
                table.rows.extend(actual.notes.iter().map(|note| row(indicator, actual.fiscal_year.into(), note)));
            }
        }
        table
    }

    /// Names identifiers with the messages that begin with `prefix`.
    fn list<'b>(&self, name: &'static str, ids: impl IntoIterator<Item = &'b str>, prefix: &str) -> Table {
        self.named(name, ids, |language, id| self.said(language, &format!("{prefix}{id}")))
    }

    fn named<'b>(
        &self,
        name: &'static str,
        ids: impl IntoIterator<Item = &'b str>,
        said: impl Fn(&Language, &str) -> Cell,
    ) -> Table {
        let languages = self.languages();
        let mut table = columns::list(name, &languages);
        let row = |id: &str| {
            let names = languages.iter().map(|language| said(language, id));
            std::iter::once(Cell::text(id)).chain(names).collect()
        };
        table.rows = ids.into_iter().map(row).collect();
        table
    }

    /// The identifiers in use, each once, in the order of the indicators.
    fn used<'b>(&self, id_of: impl Fn(&'a Indicator) -> &'b str) -> Vec<&'b str> {
        let mut used = Vec::new();
        for id in self.report.indicators.iter().map(id_of) {
            if !used.contains(&id) {
                used.push(id);
            }
        }
        used
    }

    /// Units without any text beside a number have an empty name.
    fn units(&self) -> Table {
        self.named("units", self.used(|indicator| indicator.unit.value.as_str()), |language, id| {
            let words = self.words.iter().find(|words| words.language() == language);
            let written = words.and_then(|words| words.optional(&format!("unit-{id}"), &[("value", SLOT)]));
            written.map(|written| written.replace(SLOT, "").trim().to_owned()).into()
        })
    }

    fn value_statuses(&self) -> Table {
        self.named("value-statuses", ObservationStatus::NAMES.map(|(name, _)| name), |language, id| {
            let message = match ObservationStatus::NAMES.iter().find(|(name, _)| *name == id) {
                Some((_, ObservationStatus::Final)) => "data-status-final".to_owned(),
                Some((_, status)) if status.has_value() => format!("mark-{id}.legend"),
                _ => format!("absent-{id}.legend"),
            };
            self.said(language, &message)
        })
    }

    fn evaluations(&self) -> BTreeSet<&'a str> {
        let evaluations = self.actuals_in_order().filter_map(|actual| actual.evaluation.as_ref());
        evaluations.map(|evaluation| evaluation.value.as_str()).collect()
    }

    /// In the order of their numbers.
    fn notes(&self) -> Table {
        let notes = self.report.notes().iter().map(|note| note.value.as_str());
        self.named("notes", notes, |language, id| {
            let words = self.words.iter().find(|words| words.language() == language);
            let body = words.and_then(|words| words.prose(&format!("note-{id}"), &[]));
            body.map(|body| text_of(&body)).into()
        })
    }

    /// Empty if the language lacks the message.
    fn said(&self, language: &Language, message: &str) -> Cell {
        let words = self.words.iter().find(|words| words.language() == language);
        words.and_then(|words| words.optional(message, &[])).map(|text| text.trim().to_owned()).into()
    }
}

fn text_of(rich: &Rich) -> String {
    let blocks: Vec<String> = rich
        .iter()
        .map(|block| match block {
            Block::Paragraph { body } => plain_text(body),
            Block::List { items, .. } => items.iter().map(text_of).collect::<Vec<_>>().join(" "),
        })
        .collect();
    blocks.join(" ").lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
