//! Years in words: the shown years, an indicator's value in each, and the values that are open.

use super::PayloadBuilder;
use super::data::{OpenValueData, YearData, YearValueData};
use crate::diagnostic::Place;
use crate::report::{FiscalYear, Indicator, Observation, ObservationStatus, Sign};

impl PayloadBuilder<'_> {
    /// Returns the fiscal years that tables over years show.
    pub(super) fn years(&self) -> Vec<YearData> {
        let years = self.report.shown_years().iter();
        years
            .map(|year| YearData { label: self.words.short_fiscal_year(*year), text: self.words.fiscal_year(*year) })
            .collect()
    }

    /// Writes an indicator's value in each of the shown years.
    pub(super) fn year_values(&self, indicator: &Indicator) -> Vec<YearValueData> {
        let years = self.report.series(&indicator.id);
        years
            .map(|year| YearValueData {
                actual: year.observation.map(|observation| self.actual_in_table(indicator, observation)),
                marks: year.actual.map(|actual| self.value_marks(actual)).unwrap_or_default(),
                is_break: year.actual.is_some_and(|actual| actual.is_break),
            })
            .collect()
    }

    /// Returns every open value by group, indicator and year, with the years that have no row; parts follow their whole.
    pub(super) fn open_values(&self) -> Vec<OpenValueData> {
        let mut open = Vec::new();
        for (index, group) in self.report.group_ids().enumerate() {
            for indicator in self.report.with_parts(group) {
                open.extend(self.open_values_of(index, indicator));
            }
        }
        open
    }

    fn open_values_of(&self, group: usize, indicator: &Indicator) -> Vec<OpenValueData> {
        let row = |sign: Sign, observation: Observation, year: String| OpenValueData {
            group,
            id: indicator.id.to_string(),
            name: self.name(indicator),
            whole: self.name_of_whole(indicator),
            year,
            kind: sign.as_str().to_owned(),
            label: self.sign_label(sign, &indicator.place),
            actual: self.actual(indicator, observation),
        };
        let without_row = self.report.years_without_row(&indicator.id).into_iter().map(|(first, last)| {
            (
                first,
                row(
                    Sign::Status(ObservationStatus::Missing),
                    Observation::MISSING,
                    self.stretch(first, last, &indicator.place),
                ),
            )
        });
        let open = self.report.open_values(&indicator.id);
        let open = open.map(|value| {
            let mut row = row(value.sign, value.observation, self.words.fiscal_year(value.year));
            let round = self.report.settings.round.fiscal_year.value;
            if value.year == round
                && value.sign == Sign::Status(ObservationStatus::Missing)
                && self.report.latest(&indicator.id).is_earlier
            {
                row.label = self.with_earlier_value(indicator, row.label);
            }
            (value.year, row)
        });
        let mut all: Vec<(FiscalYear, OpenValueData)> = without_row.chain(open).collect();
        all.sort_by_key(|(year, _)| *year);
        all.into_iter().map(|(_, row)| row).collect()
    }

    /// Writes one fiscal year, or the first and the last of several.
    fn stretch(&self, first: FiscalYear, last: FiscalYear, needed_by: &Place) -> String {
        let [from, to] = [first, last].map(|year| self.words.fiscal_year(year));
        if first == last {
            return from;
        }
        let arguments = [("first", from.as_str()), ("last", &to)];
        self.words.optional("fiscal-years", &arguments).unwrap_or_else(|| from + &self.separator(needed_by) + &to)
    }

    /// Adds which value is shown instead to why the round has none.
    fn with_earlier_value(&self, indicator: &Indicator, label: String) -> String {
        let value = self.latest_text(indicator);
        self.words.optional("open-values-earlier", &[("state", &label), ("value", &value)]).unwrap_or(label)
    }

    /// Returns the name of the indicator of which another is a part.
    fn name_of_whole(&self, part: &Indicator) -> Option<String> {
        let parent = part.parent.as_ref()?;
        let whole = self.report.indicators.iter().find(|indicator| indicator.id == parent.value)?;
        Some(self.name(whole))
    }
}
