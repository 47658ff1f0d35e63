//! Time series of indicators, and the years that a report shows.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::progress::ExpectedPath;
use super::{Actual, FiscalYear, Indicator, IndicatorId, Observation, Report, YearTarget};

/// A fiscal year of a series.
#[derive(Debug, Clone, Copy)]
pub struct SeriesYear<'a> {
    /// The year.
    pub year: FiscalYear,
    /// `None` if there is no row for the year.
    pub actual: Option<&'a Actual>,
    /// `None` for a year before the round without a row.
    pub observation: Option<Observation>,
}

impl SeriesYear<'_> {
    /// The value of the year, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.observation?.value()
    }
}

impl Report {
    /// The years in tables and charts: of the plan, from the first with a row to the round, and earlier ones with rows.
    #[must_use]
    pub fn shown_years(&self) -> &[FiscalYear] {
        &self.shown_years
    }

    /// Every fiscal year that a document may name: those of the plan, and those of values and targets outside it.
    #[must_use]
    pub fn years(&self) -> BTreeSet<FiscalYear> {
        let plan = &self.settings.plan;
        let baselines = self.indicators.iter().filter_map(|indicator| indicator.baseline.as_ref()?.year.as_ref());
        let targets = self.indicators.iter().filter_map(|indicator| indicator.target.as_ref()?.year.as_ref());
        let named = baselines.chain(targets).map(|year| year.value);
        plan.start.to(plan.end).chain(self.actuals.keys().map(|(_, year)| *year)).chain(named).collect()
    }

    /// An indicator's series over the shown years. Without a row, the round's value is missing.
    pub fn series<'a>(&'a self, indicator: &'a IndicatorId) -> impl Iterator<Item = SeriesYear<'a>> {
        let round = self.settings.round.fiscal_year.value;
        self.shown_years.iter().map(move |&year| {
            let actual = self.actual_of(indicator, year);
            let absent = (year == round).then_some(Observation::MISSING);
            SeriesYear { year, actual, observation: actual.map(|actual| actual.observation).or(absent) }
        })
    }

    /// The number of shown years with a value.
    #[must_use]
    pub fn years_with_values(&self, indicator: &IndicatorId) -> usize {
        self.series(indicator).filter(|year| year.value().is_some()).count()
    }

    /// The annual targets of an indicator in the order of their years.
    pub fn year_targets(&self, indicator: &IndicatorId) -> impl Iterator<Item = (FiscalYear, &YearTarget)> {
        self.actuals_of(indicator).filter_map(|actual| Some((actual.fiscal_year, actual.target.as_ref()?)))
    }

    /// The latest target year (the end of the plan if a target has none), but not before the round.
    #[must_use]
    pub fn last_year(&self, indicators: &[&Indicator]) -> FiscalYear {
        let of_target = |indicator: &&Indicator| {
            let year = indicator.target.as_ref()?.year.as_ref();
            Some(year.map_or(self.settings.plan.end, |year| year.value))
        };
        let round = self.settings.round.fiscal_year.value;
        indicators.iter().filter_map(of_target).max().map_or(round, |last| last.max(round))
    }

    /// The straight line on which the values of an indicator are expected. `None` also with a target of the round's year.
    #[must_use]
    pub fn expected_path(&self, indicator: &Indicator) -> Option<ExpectedPath> {
        if self.year_target(indicator).is_some() {
            return None;
        }
        ExpectedPath::of(indicator, &self.settings.plan)
    }
}

pub(super) fn shown_years(
    with_rows: impl Iterator<Item = FiscalYear>,
    start: FiscalYear,
    round: FiscalYear,
) -> Vec<FiscalYear> {
    let with_rows: BTreeSet<FiscalYear> = with_rows.filter(|year| *year <= round).collect();
    let first = with_rows.first().copied().unwrap_or(round).max(start);
    let before = with_rows.range(..first).copied();
    before.chain(first.to(round)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Accumulation;
    use crate::report::Direction;
    use crate::report::fixture::{actual, decimal, indicator, report, year};

    fn shown(with_rows: &[i64], start: i64, round: i64) -> Vec<u16> {
        let with_rows = with_rows.iter().map(|known| year(*known));
        shown_years(with_rows, year(start), year(round)).into_iter().map(FiscalYear::starting_year).collect()
    }

    #[test]
    fn years_of_the_plan_are_shown_from_the_first_that_has_a_row() {
        assert_eq!(shown(&[2022], 2020, 2022), [2022]);
        assert_eq!(shown(&[2021, 2023], 2020, 2024), [2021, 2022, 2023, 2024]);
        assert_eq!(shown(&[2020, 2022, 2025], 2020, 2022), [2020, 2021, 2022]);
        assert_eq!(shown(&[], 2020, 2022), [2022]);
    }

    #[test]
    fn years_before_the_plan_are_shown_only_where_they_have_rows() {
        assert_eq!(shown(&[2015, 2018, 2021], 2020, 2021), [2015, 2018, 2020, 2021]);
        assert_eq!(shown(&[2015], 2020, 2020), [2015, 2020]);
    }

    #[test]
    fn a_year_without_a_row_is_unknown_and_missing_only_in_the_round() {
        let level = indicator("a", Accumulation::Level, Direction::Increase, None, 100);
        let report = report(vec![level], vec![actual("a", 2019, 7, None), actual("a", 2021, 8, None)]);
        let id = &report.indicators[0].id;
        let series: Vec<_> = report.series(id).map(|year| (year.year.starting_year(), year.observation)).collect();
        let reported = |value: i64| Some(Observation::of_final(value.into()));
        let expected = [(2019, reported(7)), (2020, None), (2021, reported(8)), (2022, Some(Observation::MISSING))];
        assert_eq!(series, expected);
        assert_eq!(report.years_with_values(id), 2);
    }

    #[test]
    fn the_pace_is_what_progress_expects_from_the_year_before_the_plan_to_its_end() {
        let count = indicator("a", Accumulation::Cumulative, Direction::Increase, Some(120), 900);
        let report_of = |target| report(vec![count.clone()], vec![actual("a", 2022, 540, target)]);
        let report = report_of(None);
        let expected = |of_year| report.expected_path(&report.indicators[0])?.value(year(of_year));
        // 120 + 780 × (0, 1/8, 5/8, 8/8).
        let by_hand = ["120", "217.5", "607.5", "900"].map(|value| Some(decimal(value)));
        assert_eq!([2017, 2018, 2022, 2025].map(expected), by_hand);
        // A target of the year replaces it.
        let with_year_target = report_of(Some(600));
        assert_eq!(with_year_target.expected_path(&with_year_target.indicators[0]), None);
    }

    #[test]
    fn an_axis_ends_at_the_latest_target() {
        let level = |id| indicator(id, Accumulation::Level, Direction::Increase, None, 100);
        let mut dated = level("a");
        let place = dated.place.clone();
        let target = dated.target.as_mut().unwrap();
        target.year = Some(crate::diagnostic::Located::new(year(2024), place));
        let mut monitored = level("b");
        monitored.target = None;
        let report = report(vec![dated, monitored, level("c")], Vec::new());
        let [dated, monitored, undecided] = report.indicators.as_slice() else { panic!() };
        assert_eq!(report.last_year(&[dated, monitored]), year(2024));
        assert_eq!(report.last_year(&[dated, undecided]), year(2025));
        assert_eq!(report.last_year(&[monitored]), year(2022));
    }
}
