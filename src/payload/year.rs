//! Shown years, values by year, open values, and the most frequent years of a group.

use std::collections::BTreeMap;

use super::PayloadBuilder;
use super::data::{CommonYearsData, OpenValueData, TableData, YearData, YearValueData};
use crate::diagnostic::Place;
use crate::report::{FiscalYear, Indicator, Observation, ObservationStatus, Sign};

impl PayloadBuilder<'_> {
    pub(super) fn years(&self) -> Vec<YearData> {
        let years = self.report.shown_years().iter();
        years
            .map(|year| YearData { label: self.words.short_fiscal_year(*year), text: self.words.fiscal_year(*year) })
            .collect()
    }

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

    /// Open values by group, indicator and year, including years without a row; parts follow their whole.
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
            unit: self.unit_beside_name(indicator, 0),
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
                && value.observation.value().is_none()
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

    /// One fiscal year, or the first and the last of several.
    fn stretch(&self, first: FiscalYear, last: FiscalYear, needed_by: &Place) -> String {
        let [from, to] = [first, last].map(|year| self.words.fiscal_year(year));
        if first == last {
            return from;
        }
        let arguments = [("first", from.as_str()), ("last", &to)];
        self.words.optional("fiscal-years", &arguments).unwrap_or_else(|| from + &self.separator(needed_by) + &to)
    }

    /// Adds the earlier value that is shown instead to the reason for an absent one.
    fn with_earlier_value(&self, indicator: &Indicator, label: String) -> String {
        let value = self.latest_text(indicator);
        self.words.optional("open-values-earlier", &[("state", &label), ("value", &value)]).unwrap_or(label)
    }

    fn name_of_whole(&self, part: &Indicator) -> Option<String> {
        let parent = part.parent.as_ref()?;
        let whole = self.report.indicators.iter().find(|indicator| indicator.id == parent.value)?;
        Some(self.name(whole))
    }
}

/// The years that column heads give for most rows.
pub(super) fn common_years(tables: &[TableData]) -> CommonYearsData {
    let rows = || tables.iter().flat_map(|table| &table.rows);
    let baselines = rows().filter(|row| row.baseline.is_some());
    let targets = rows().filter(|row| row.target.is_some());
    CommonYearsData {
        baseline: most_common(baselines.map(|row| row.baseline_year.as_deref())),
        target: most_common(targets.map(|row| row.target_year.as_deref())),
    }
}

/// The most frequent year, the first in case of a tie; `None` if any year is unknown.
fn most_common<'a>(years: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    let years: Vec<&str> = years.collect::<Option<_>>()?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    years.iter().for_each(|year| *counts.entry(year).or_default() += 1);
    // `max_by_key` returns the last of several maxima.
    years.iter().rev().max_by_key(|year| counts[*year]).map(|year| (*year).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_the_year_of_most_values_and_none_where_one_has_none() {
        let common = |years: &[Option<&str>]| most_common(years.iter().copied());
        assert_eq!(common(&[Some("R1"), Some("R2"), Some("R2")]).as_deref(), Some("R2"));
        assert_eq!(common(&[Some("R2"), Some("R1"), Some("R1"), Some("R2")]).as_deref(), Some("R2"));
        assert_eq!(common(&[Some("R1"), None]), None);
        assert_eq!(common(&[]), None);
    }
}
