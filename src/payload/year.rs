//! Years in words: the shown years, an indicator's value in each, and the values that are open.

use super::Speaker;
use super::data::{OpenValueData, YearData, YearValueData};
use crate::report::Indicator;

impl Speaker<'_> {
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
                actual: year.observation.map(|observation| self.actual(indicator, observation)),
                marks: year.actual.map(|actual| self.value_marks(actual)).unwrap_or_default(),
                is_break: year.actual.is_some_and(|actual| actual.is_break),
            })
            .collect()
    }

    /// Returns every open value by group, indicator and year; parts follow their whole.
    pub(super) fn open_values(&self) -> Vec<OpenValueData> {
        let mut open = Vec::new();
        for (index, group) in self.report.group_ids().enumerate() {
            for indicator in self.report.with_parts(group) {
                open.extend(self.report.open_values(&indicator.id).map(|value| OpenValueData {
                    group: index,
                    id: indicator.id.to_string(),
                    name: self.name(indicator),
                    whole: self.name_of_whole(indicator),
                    year: self.words.fiscal_year(value.year),
                    kind: value.openness.as_str().to_owned(),
                    label: self.openness_label(value.openness, &indicator.place),
                    actual: self.actual(indicator, value.observation),
                }));
            }
        }
        open
    }

    /// Returns the name of the indicator of which another is a part.
    fn name_of_whole(&self, part: &Indicator) -> Option<String> {
        let parent = part.parent.as_ref()?;
        let whole = self.report.indicators.iter().find(|indicator| indicator.id == parent.value)?;
        Some(self.name(whole))
    }
}
