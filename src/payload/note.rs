//! Notes, the marks by which cells refer to them, and legends of signs.

use std::collections::BTreeSet;

use super::Speaker;
use super::data::NoteData;
use crate::diagnostic::{Located, Place};
use crate::report::{Actual, EvaluationId, Indicator, NoteId, Observation, OpenValue, Openness};

impl Speaker<'_> {
    /// Returns the marks on an indicator's name.
    pub(super) fn name_marks(&self, indicator: &Indicator) -> Vec<String> {
        self.marks(&indicator.notes)
    }

    /// Returns the marks on a value: its notes, how firm it is, whether it is a break.
    pub(super) fn value_marks(&self, actual: &Actual) -> Vec<String> {
        let is_reported = matches!(actual.observation, Observation::Reported(..));
        let firmness = Openness::of(actual.observation).filter(|_| is_reported);
        let signs = firmness.into_iter().chain(actual.is_break.then_some(Openness::Break));
        let signs = signs.map(|openness| self.words.text(sign(openness), &[], &actual.place));
        self.marks(&actual.notes).into_iter().chain(signs).collect()
    }

    fn marks(&self, notes: &[Located<NoteId>]) -> Vec<String> {
        notes.iter().map(|note| self.mark(&note.value, &note.place)).collect()
    }

    /// Returns the mark of a note: its own, or one with its number.
    fn mark(&self, note: &NoteId, needed_by: &Place) -> String {
        self.words.optional(&format!("note-{note}.mark"), &[]).unwrap_or_else(|| {
            let number = self.words.count(self.report.note_number(note).unwrap_or_default());
            self.words.text("mark-note", &[("number", &number)], needed_by)
        })
    }

    /// Says why a value is open.
    pub(super) fn openness_label(&self, openness: Openness, needed_by: &Place) -> String {
        self.words.text(&format!("{}.legend", sign(openness)), &[], needed_by)
    }

    /// Returns the notes of the settings and of the round's values, and a legend for each sign in the round.
    pub(super) fn notes(&self) -> Vec<NoteData> {
        let all: Vec<&Indicator> = self.report.indicators.iter().collect();
        let of_settings = self.report.settings.notes.iter().map(|note| &note.value);
        let shown = self.round_notes(&all).into_iter().chain(of_settings).collect();
        let mut notes = self.listed(&shown);
        notes.extend(self.evaluation_legends(&all));
        notes.extend(self.legends(&self.round_signs(&all)));
        notes
    }

    /// Returns the notes and legends that only values of earlier years have.
    pub(super) fn earlier_notes(&self) -> Vec<NoteData> {
        let all: Vec<&Indicator> = self.report.indicators.iter().collect();
        let mut shown = self.earlier_notes_of(&all);
        for note in self.round_notes(&all).into_iter().chain(self.report.settings.notes.iter().map(|note| &note.value))
        {
            shown.remove(note);
        }
        let of_round = self.round_signs(&all);
        let mut signs = self.signs(&all, |_| true);
        signs.retain(|sign| !of_round.contains(sign));
        let mut notes = self.listed(&shown);
        notes.extend(self.legends(&signs));
        notes
    }

    /// Returns the notes and legends that the tables of some indicators use, earlier years among them.
    pub(super) fn notes_of_tables(&self, indicators: &[&Indicator]) -> Vec<NoteData> {
        let mut shown = self.round_notes(indicators);
        shown.extend(self.earlier_notes_of(indicators));
        let mut notes = self.listed(&shown);
        notes.extend(self.evaluation_legends(indicators));
        notes.extend(self.legends(&self.signs(indicators, |_| true)));
        notes
    }

    fn round_notes<'a>(&'a self, indicators: &[&'a Indicator]) -> BTreeSet<&'a NoteId> {
        indicators.iter().flat_map(|indicator| self.report.notes_of(indicator)).map(|note| &note.value).collect()
    }

    fn earlier_notes_of<'a>(&'a self, indicators: &[&'a Indicator]) -> BTreeSet<&'a NoteId> {
        let notes = indicators.iter().flat_map(|indicator| self.report.earlier_notes_of(indicator));
        notes.map(|note| &note.value).collect()
    }

    fn signs(&self, indicators: &[&Indicator], is_asked: impl Fn(&OpenValue) -> bool) -> Vec<Openness> {
        let open = indicators.iter().flat_map(|indicator| self.report.open_values(&indicator.id));
        let found: Vec<Openness> = open.filter(is_asked).map(|value| value.openness).collect();
        Openness::ALL.into_iter().filter(|openness| found.contains(openness)).collect()
    }

    fn round_signs(&self, indicators: &[&Indicator]) -> Vec<Openness> {
        let round = self.report.settings.round.fiscal_year.value;
        self.signs(indicators, |value| value.year == round)
    }

    /// Returns those of the report's notes that are shown, in its order.
    fn listed(&self, shown: &BTreeSet<&NoteId>) -> Vec<NoteData> {
        // Most groups have none, and what follows looks at every value.
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
                mark: marked.contains(note).then(|| self.mark(note, place)),
                body: self.words.required_prose(&format!("note-{note}"), place),
            })
            .collect()
    }

    fn legends(&self, signs: &[Openness]) -> Vec<NoteData> {
        let place = self.template_place;
        signs
            .iter()
            .map(|openness| NoteData {
                label: self.words.text(sign(*openness), &[], place),
                legend: true,
                mark: None,
                body: self.words.required_prose(&format!("{}.legend", sign(*openness)), place),
            })
            .collect()
    }

    fn evaluation_legends(&self, indicators: &[&Indicator]) -> Vec<NoteData> {
        let mut legends = Vec::new();
        for evaluation in self.evaluations(indicators) {
            let message = format!("evaluation-{}", evaluation.value);
            if let Some(body) = self.words.prose(&format!("{message}.legend"), &[]) {
                let label = self.words.text(&message, &[], &evaluation.place);
                legends.push(NoteData { label, legend: true, mark: None, body });
            }
        }
        legends
    }

    /// Returns the grades that the panel gave, each once, in the order in which the report's words explain them.
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

/// Returns the message of the sign that stands for or beside an open value.
#[must_use]
pub fn sign(openness: Openness) -> &'static str {
    match openness {
        Openness::Missing => "absent-missing",
        Openness::Suppressed => "absent-suppressed",
        Openness::NotApplicable => "absent-not-applicable",
        Openness::Provisional => "mark-provisional",
        Openness::Estimated => "mark-estimated",
        Openness::Break => "mark-break",
    }
}
