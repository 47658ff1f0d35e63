//! Notes, the marks by which cells refer to them, and legends of signs.

use std::collections::BTreeSet;

use super::Speaker;
use super::data::NoteData;
use crate::diagnostic::{Located, Place};
use crate::report::{EvaluationId, NoteId, Observation};

impl Speaker<'_> {
    /// Returns the marks of notes.
    pub(super) fn marks(&self, notes: &[Located<NoteId>]) -> Vec<String> {
        notes.iter().map(|note| self.mark(&note.value, &note.place)).collect()
    }

    /// Returns the mark of a note: its own, or one with its number.
    pub(super) fn mark(&self, note: &NoteId, needed_by: &Place) -> String {
        self.words.optional(&format!("note-{note}.mark"), &[]).unwrap_or_else(|| {
            let number = self.words.count(self.report.note_number(note).unwrap_or_default());
            self.words.text("mark-note", &[("number", &number)], needed_by)
        })
    }

    /// Returns the report's notes, and a legend for each sign that stands for or beside a value.
    pub(super) fn notes(&self) -> Vec<NoteData> {
        let place = self.template_place;
        let mut notes = Vec::new();
        let marked: BTreeSet<&NoteId> = self.report.cell_notes().map(|note| &note.value).collect();
        for (index, Located { value: note, place: needed_by }) in self.report.notes().iter().enumerate() {
            let number = self.words.count(index + 1);
            notes.push(NoteData {
                label: self.words.text("note-label", &[("number", &number)], needed_by),
                legend: false,
                mark: marked.contains(note).then(|| self.mark(note, needed_by)),
                body: self.words.required_prose(&format!("note-{note}"), needed_by),
            });
        }
        let observations: Vec<Observation> =
            self.report.indicators.iter().map(|indicator| self.report.observation(&indicator.id)).collect();
        let signs = [
            ("absent-missing", observations.contains(&Observation::Missing)),
            ("absent-suppressed", observations.contains(&Observation::Suppressed)),
            ("absent-not-applicable", observations.contains(&Observation::NotApplicable)),
        ];
        let marks = ["mark-provisional", "mark-estimated"]
            .map(|mark| (mark, observations.iter().any(|observation| Self::firmness_mark(*observation) == Some(mark))));
        for evaluation in self.evaluations() {
            let message = format!("evaluation-{}", evaluation.value);
            if let Some(body) = self.words.prose(&format!("{message}.legend"), &[]) {
                let label = self.words.text(&message, &[], &evaluation.place);
                notes.push(NoteData { label, legend: true, mark: None, body });
            }
        }
        for (sign, _) in signs.into_iter().chain(marks).filter(|(_, occurs)| *occurs) {
            notes.push(NoteData {
                label: self.words.text(sign, &[], place),
                legend: true,
                mark: None,
                body: self.words.required_prose(&format!("{sign}.legend"), place),
            });
        }
        notes
    }

    /// Returns the grades that the panel gave, each once, in the order in which the report's words explain them.
    fn evaluations(&self) -> Vec<&Located<EvaluationId>> {
        let indicators = self.report.indicators.iter();
        let mut evaluations: Vec<_> =
            indicators.filter_map(|indicator| self.report.evaluation(&indicator.id)).collect();
        let message = |evaluation: &Located<EvaluationId>| format!("evaluation-{}", evaluation.value);
        evaluations.sort_by_cached_key(|evaluation| {
            (self.words.place(&message(evaluation)).cloned(), evaluation.value.clone())
        });
        evaluations.dedup_by(|first, second| first.value == second.value);
        evaluations
    }
}
