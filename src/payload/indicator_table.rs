//! Rows, names and statuses of indicator tables.

use super::PayloadBuilder;
use super::data::{CountData, EvaluationData, RowData, StatusData, TableData};
use crate::diagnostic::{Code, Diagnostic, Located, Place};
use crate::report::{FiscalYear, GroupId, Indicator, Status};

impl PayloadBuilder<'_> {
    pub(super) fn tables(&self, group: Option<&GroupId>) -> Vec<TableData> {
        let mut tables: Vec<TableData> = Vec::new();
        for indicator in self.report.indicators_of(group) {
            let with_parts = std::iter::once(indicator).chain(self.report.parts_of(&indicator.id));
            let rows = with_parts.map(|indicator| self.row(indicator)).collect::<Vec<_>>();
            let kind = indicator.kind.value.as_str();
            if let Some(table) = tables.iter_mut().find(|table| table.kind == kind) {
                table.rows.extend(rows);
            } else {
                let name = self.words.text(&format!("kind-{kind}"), &[], &indicator.kind.place);
                tables.push(TableData { kind: kind.to_owned(), name, rows });
            }
        }
        tables
    }

    fn row(&self, indicator: &Indicator) -> RowData {
        let status = self.report.status(indicator);
        let year = |year: &Option<Located<FiscalYear>>| Some(self.words.marked_fiscal_year(year.as_ref()?.value));
        RowData {
            id: indicator.id.to_string(),
            name: self.name(indicator),
            unit: self.unit_beside_name(indicator, self.fit.scale(indicator)),
            scaled_units: self.scaled_units(indicator),
            is_part: indicator.parent.is_some(),
            baseline: indicator.baseline.as_ref().map(|baseline| self.in_table(indicator, baseline.quantity, None)),
            baseline_year: indicator.baseline.as_ref().and_then(|baseline| year(&baseline.year)),
            target: (indicator.target.as_ref())
                .map(|target| self.in_table(indicator, target.quantity, target.comparator)),
            target_year: indicator.target.as_ref().and_then(|target| year(&target.year)),
            year_target: (self.report.interim_target(indicator))
                .map(|target| self.in_table(indicator, target.quantity, None)),
            actual: self.actual_in_table(indicator, self.report.latest(&indicator.id).observation),
            actual_year: self.earlier_year(indicator),
            years: self.year_values(indicator),
            trend: self.trend_in_words(indicator),
            sparkline: None,
            computation: self.computation(indicator),
            rate: self.report.achievement_rate(indicator).map(|rate| self.percent(rate, &indicator.place)),
            status: self.status_data(status, &indicator.place),
            evaluation: self.report.evaluation(&indicator.id).map(|evaluation| EvaluationData {
                id: evaluation.value.to_string(),
                sign: self.words.text(&format!("evaluation-{}", evaluation.value), &[], &evaluation.place),
            }),
            marks: self.latest_marks(indicator),
            name_marks: self.name_marks(indicator),
        }
    }

    /// The unit in each power of ten in which tables may show it.
    fn scaled_units(&self, indicator: &Indicator) -> Vec<(u32, String)> {
        let powers = self.powers(indicator);
        powers.iter().filter_map(|power| Some((*power, self.unit_beside_name(indicator, *power)?))).collect()
    }

    /// The name from the table or from a message; having both is a problem.
    pub(super) fn name(&self, indicator: &Indicator) -> String {
        let key = format!("indicator-{}", indicator.id);
        let in_table = indicator.names.get(self.words.language());
        let in_locales = self.words.optional(&key, &[]);
        match (in_table, in_locales) {
            (Some(cell), None) => self.words.data(&cell.value, Some(&cell.place)),
            (None, Some(text)) => text,
            // An identical name in both, as in exported tables, is no contradiction.
            (Some(cell), Some(text)) if self.words.data(&cell.value, Some(&cell.place)) == text.trim() => text,
            (Some(cell), Some(_)) => {
                let mut diagnostic = Diagnostic::at(Code::NameTwice, &cell.place).with("id", &key);
                if let Some(place) = self.words.place(&key) {
                    diagnostic = diagnostic.with_related(place);
                }
                self.words.report(diagnostic);
                cell.value.clone()
            }
            (None, None) => {
                self.words.report(self.words.missing(&key, &indicator.place));
                key
            }
        }
    }

    /// The short name, or the full one if there is none.
    pub(super) fn short_name(&self, indicator: &Indicator) -> String {
        let label = self.words.optional(&format!("indicator-{}.label", indicator.id), &[]);
        match (indicator.labels.get(self.words.language()), label) {
            (Some(cell), _) => self.words.data(&cell.value, Some(&cell.place)),
            (None, Some(label)) => label,
            (None, None) => self.name(indicator),
        }
    }

    pub(super) fn status_name(&self, status: Status, needed_by: &Place) -> String {
        self.words.text(&format!("status-{}", status.as_str()), &[], needed_by)
    }

    pub(super) fn status_data(&self, status: Status, needed_by: &Place) -> StatusData {
        let id = status.as_str().to_owned();
        let label = self.status_name(status, needed_by);
        let short = self.words.optional(&format!("status-{id}.short"), &[]).unwrap_or_else(|| label.clone());
        StatusData { id, label, short }
    }

    /// Statuses may be inflected or lower-cased within a sentence.
    pub(super) fn status_in_sentence(&self, status: Status, needed_by: &Place) -> String {
        let inside = self.words.optional(&format!("status-{}.in-sentence", status.as_str()), &[]);
        inside.unwrap_or_else(|| self.status_name(status, needed_by))
    }

    pub(super) fn status_counts<'a>(&self, indicators: impl Iterator<Item = &'a Indicator>) -> Vec<CountData> {
        let statuses: Vec<Status> = indicators.map(|indicator| self.report.status(indicator)).collect();
        Status::ALL
            .into_iter()
            .filter_map(|status| {
                let count = statuses.iter().filter(|found| **found == status).count();
                (count > 0).then(|| CountData {
                    status: status.as_str().to_owned(),
                    label: self.status_name(status, self.template_place),
                    count,
                    text: self.words.count(count),
                })
            })
            .collect()
    }
}
