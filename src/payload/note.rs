//! Notes, the marks by which cells refer to them, and legends of signs.

use std::collections::BTreeSet;

use super::PayloadBuilder;
use super::data::NoteData;
use crate::diagnostic::{Located, Place};
use crate::report::{Actual, EvaluationId, Indicator, NoteId, ObservationStatus, Sign};

impl PayloadBuilder<'_> {
    pub(super) fn name_marks(&self, indicator: &Indicator) -> Vec<String> {
        self.marks(&indicator.notes)
    }

    pub(super) fn value_marks(&self, actual: &Actual) -> Vec<String> {
        let of_status = Sign::of(actual.observation).filter(|_| actual.observation.value().is_some());
        let signs = of_status.into_iter().chain(actual.is_break.then_some(Sign::Break));
        let signs = signs.map(|shown| self.words.text(sign(shown), &[], &actual.place));
        self.marks(&actual.notes).into_iter().chain(signs).collect()
    }

    /// For a value of an earlier year, the sign for that comes first.
    pub(super) fn latest_marks(&self, indicator: &Indicator) -> Vec<String> {
        let latest = self.report.latest(&indicator.id);
        let of_value = latest.actual.map(|actual| self.value_marks(actual)).unwrap_or_default();
        if !latest.is_earlier {
            return of_value;
        }
        let mut marks: Vec<String> = self.words.optional(sign(Sign::Earlier), &[]).into_iter().collect();
        // Notes may explain why the round has no value.
        let of_round = self.report.actual(&indicator.id).map(|actual| self.marks(&actual.notes)).unwrap_or_default();
        marks.extend(of_value.iter().cloned());
        marks.extend(of_round.into_iter().filter(|mark| !of_value.contains(mark)));
        marks
    }

    /// `None` if the latest value is the round's.
    pub(super) fn earlier_year(&self, indicator: &Indicator) -> Option<String> {
        let latest = self.report.latest(&indicator.id);
        latest.is_earlier.then(|| self.words.marked_fiscal_year(latest.year))
    }

    fn marks(&self, notes: &[Located<NoteId>]) -> Vec<String> {
        notes.iter().map(|note| self.mark(&note.value, &note.place)).collect()
    }

    /// The note's own mark, or one made from its number.
    fn mark(&self, note: &NoteId, needed_by: &Place) -> String {
        self.words.optional(&format!("note-{note}.mark"), &[]).unwrap_or_else(|| {
            let number = self.words.count(self.report.note_number(note).unwrap_or_default());
            self.words.text("mark-note", &[("number", &number)], needed_by)
        })
    }

    pub(super) fn sign_label(&self, shown: Sign, needed_by: &Place) -> String {
        self.words.text(&format!("{}.legend", sign(shown)), &[], needed_by)
    }

    /// The notes of the settings and latest values, and a legend for each of their signs.
    pub(super) fn notes(&self) -> Vec<NoteData> {
        let all: Vec<&Indicator> = self.report.indicators.iter().collect();
        let of_settings = self.report.settings.notes.iter().map(|note| &note.value);
        let shown = self.round_notes(&all).into_iter().chain(of_settings).collect();
        let mut notes = self.listed(&shown);
        notes.extend(self.evaluation_legends(&all));
        notes.extend(self.legends(&self.latest_signs(&all), &all));
        notes
    }

    /// The notes and legends that only values of earlier years use.
    pub(super) fn earlier_notes(&self) -> Vec<NoteData> {
        let all: Vec<&Indicator> = self.report.indicators.iter().collect();
        let mut shown = self.earlier_notes_of(&all);
        for note in self.round_notes(&all).into_iter().chain(self.report.settings.notes.iter().map(|note| &note.value))
        {
            shown.remove(note);
        }
        let of_latest = self.latest_signs(&all);
        let mut signs = self.signs(&all);
        signs.retain(|sign| !of_latest.contains(sign));
        let mut notes = self.listed(&shown);
        notes.extend(self.legends(&signs, &all));
        notes
    }

    /// The notes and legends that a table of the indicators' latest values uses.
    pub(super) fn notes_of_table(&self, indicators: &[&Indicator]) -> Vec<NoteData> {
        let mut notes = self.listed(&self.round_notes(indicators));
        notes.extend(self.evaluation_legends(indicators));
        notes.extend(self.legends(&self.latest_signs(indicators), indicators));
        notes
    }

    fn round_notes<'a>(&'a self, indicators: &[&'a Indicator]) -> BTreeSet<&'a NoteId> {
        indicators.iter().flat_map(|indicator| self.report.notes_of(indicator)).map(|note| &note.value).collect()
    }

    fn earlier_notes_of<'a>(&'a self, indicators: &[&'a Indicator]) -> BTreeSet<&'a NoteId> {
        let notes = indicators.iter().flat_map(|indicator| self.report.earlier_notes_of(indicator));
        notes.map(|note| &note.value).collect()
    }

    /// The signs of the latest values and of all shown years.
    fn signs(&self, indicators: &[&Indicator]) -> Vec<Sign> {
        let round = self.report.settings.round.fiscal_year.value;
        let open = indicators.iter().flat_map(|indicator| self.report.open_values(&indicator.id));
        let of_years = open.filter(|value| value.year != round).map(|value| value.sign);
        let found: Vec<Sign> = of_years.chain(self.latest_signs(indicators)).collect();
        Sign::ALL.into_iter().filter(|shown| found.contains(shown)).collect()
    }

    fn latest_signs(&self, indicators: &[&Indicator]) -> Vec<Sign> {
        let found = indicators.iter().flat_map(|indicator| self.report.signs_of_latest(&indicator.id));
        let found: Vec<Sign> = found.collect();
        Sign::ALL.into_iter().filter(|shown| found.contains(shown)).collect()
    }

    /// Keeps the order of the report.
    fn listed(&self, shown: &BTreeSet<&NoteId>) -> Vec<NoteData> {
        // Most groups have none, and the rest of the function visits every value.
        if shown.is_empty() {
            return Vec::new();
        }
        let all: Vec<&Indicator> = self.report.indicators.iter().collect();
        let mut marked = self.round_notes(&all);
        marked.extend(self.earlier_notes_of(&all));
        let notes = self.report.notes().iter().enumerate().filter(|(_, note)| shown.contains(&note.value));
        notes
            .map(|(index, Located { value: note, place })| NoteData {
                label: self.words.text("note-label", &[("number", &self.words.count(index + 1))], place),
                legend: false,
                field: None,
                mark: marked.contains(note).then(|| self.mark(note, place)),
                body: self.words.required_prose(&format!("note-{note}"), place),
            })
            .collect()
    }

    fn legends(&self, signs: &[Sign], indicators: &[&Indicator]) -> Vec<NoteData> {
        let place = self.template_place;
        let (earlier, others): (Vec<Sign>, Vec<Sign>) = signs.iter().partition(|shown| **shown == Sign::Earlier);
        let others = others.into_iter().map(|shown| NoteData {
            label: self.words.text(sign(shown), &[], place),
            legend: true,
            field: None,
            mark: None,
            body: self.words.required_prose(&format!("{}.legend", sign(shown)), place),
        });
        others.chain(earlier.first().and_then(|_| self.earlier_legend(indicators))).collect()
    }

    /// Lists the indicators whose latest values are of earlier years; `None` if the language lacks the message, as
    /// the years are shown beside the values.
    fn earlier_legend(&self, indicators: &[&Indicator]) -> Option<NoteData> {
        let message = sign(Sign::Earlier);
        let earlier = indicators.iter().filter(|indicator| self.report.latest(&indicator.id).is_earlier);
        let items: Vec<String> = earlier
            .map(|indicator| {
                let year = self.report.latest(&indicator.id).year;
                self.of_year(indicator, self.short_name(indicator), |words| words.marked_fiscal_year(year))
            })
            .collect();
        let items = items.join(&self.words.text("list-separator", &[], self.template_place));
        let round = self.words.fiscal_year(self.report.settings.round.fiscal_year.value);
        let body = self.words.prose(&format!("{message}.legend"), &[("round", &round), ("items", &items)])?;
        Some(NoteData { label: self.words.optional(message, &[])?, legend: true, field: None, mark: None, body })
    }

    fn evaluation_legends(&self, indicators: &[&Indicator]) -> Vec<NoteData> {
        let mut legends = Vec::new();
        for evaluation in self.evaluations(indicators) {
            let message = format!("evaluation-{}", evaluation.value);
            if let Some(body) = self.words.prose(&format!("{message}.legend"), &[]) {
                let label = self.words.text(&message, &[], &evaluation.place);
                legends.push(NoteData { label, legend: true, field: Some("evaluation".to_owned()), mark: None, body });
            }
        }
        legends
    }

    /// The grades that occur, each once, in the order of the messages that explain them.
    fn evaluations<'a>(&'a self, indicators: &[&Indicator]) -> Vec<&'a Located<EvaluationId>> {
        let mut evaluations: Vec<_> =
            indicators.iter().filter_map(|indicator| self.report.evaluation(&indicator.id)).collect();
        let message = |evaluation: &Located<EvaluationId>| format!("evaluation-{}", evaluation.value);
        evaluations.sort_by_cached_key(|evaluation| {
            (self.words.place(&message(evaluation)).cloned(), evaluation.value.clone())
        });
        evaluations.dedup_by(|first, second| first.value == second.value);
        evaluations
    }
}

/// The message of the sign for an open value.
#[must_use]
pub fn sign(shown: Sign) -> &'static str {
    match shown {
        Sign::Status(ObservationStatus::Provisional) => "mark-provisional",
        Sign::Status(ObservationStatus::Estimated) => "mark-estimated",
        Sign::Status(ObservationStatus::Suppressed) => "absent-suppressed",
        Sign::Status(ObservationStatus::NotApplicable) => "absent-not-applicable",
        // A final value has no sign, so its message is never requested.
        Sign::Status(ObservationStatus::Missing | ObservationStatus::Final) => "absent-missing",
        Sign::Break => "mark-break",
        Sign::Earlier => "mark-earlier",
    }
}
