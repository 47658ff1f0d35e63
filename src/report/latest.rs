//! The latest value of an indicator: that of the round or, if it is missing, the newest earlier one.

use super::progress::{ExpectedPath, Ratio};
use super::{Actual, FiscalYear, Indicator, IndicatorId, NoteId, Observation, ObservationStatus, Report, YearTarget};
use crate::diagnostic::Located;

/// The value by which an indicator is shown or assessed.
#[derive(Debug, Clone, Copy)]
pub struct Latest<'a> {
    /// The year of the value.
    pub year: FiscalYear,
    /// `None` if there is no row for that year.
    pub actual: Option<&'a Actual>,
    /// What was observed in that year.
    pub observation: Observation,
    /// Whether the year is before the round's.
    pub is_earlier: bool,
}

/// The newest row with a value, if that of `year` is missing or not applicable, as in a year without a survey; rows are in
/// the order of their years. A suppressed value is never replaced by an older one.
pub(super) fn newest_value_before<'a>(
    rows: impl DoubleEndedIterator<Item = &'a Actual>,
    year: FiscalYear,
) -> Option<&'a Actual> {
    let mut newest_first = rows.rev().filter(|actual| actual.fiscal_year <= year);
    let has_no_value = |status| matches!(status, ObservationStatus::Missing | ObservationStatus::NotApplicable);
    let newest = newest_first.find(|actual| !has_no_value(actual.observation.status()))?;
    (newest.fiscal_year < year && newest.observation.value().is_some()).then_some(newest)
}

impl Report {
    /// The value that is shown for an indicator.
    #[must_use]
    pub fn latest(&self, indicator: &IndicatorId) -> Latest<'_> {
        let round = self.settings.round.fiscal_year.value;
        match newest_value_before(self.actuals_of(indicator), round) {
            Some(earlier) => Latest {
                year: earlier.fiscal_year,
                actual: Some(earlier),
                observation: earlier.observation,
                is_earlier: true,
            },
            None => self.of_round(indicator),
        }
    }

    /// The value by which an indicator is assessed: the latest, unless it is from an earlier year that is not after the
    /// baseline's, or before the plan. Nothing can have changed by then, so the round's missing value is used.
    #[must_use]
    pub fn judged(&self, indicator: &Indicator) -> Latest<'_> {
        let latest = self.latest(&indicator.id);
        let baseline = indicator.baseline.as_ref().and_then(|baseline| baseline.year.as_ref());
        let is_beginning =
            latest.year < self.settings.plan.start || baseline.is_some_and(|baseline| latest.year <= baseline.value);
        if latest.is_earlier && is_beginning { self.of_round(&indicator.id) } else { latest }
    }

    /// The observation of the round; missing if it has no row.
    fn of_round(&self, indicator: &IndicatorId) -> Latest<'_> {
        let actual = self.actual(indicator);
        let observation = actual.map_or(Observation::MISSING, |actual| actual.observation);
        Latest { year: self.settings.round.fiscal_year.value, actual, observation, is_earlier: false }
    }

    /// The share of the years from baseline to target that had elapsed in the year by whose value the indicator is
    /// assessed. `None` without an expected value.
    #[must_use]
    pub fn elapsed_share_of(&self, indicator: &Indicator) -> Option<Ratio> {
        let path = ExpectedPath::of(indicator, &self.settings.plan)?;
        Some(path.elapsed(self.judged(indicator).year))
    }

    /// The annual target of the year by whose value the indicator is assessed.
    #[must_use]
    pub fn year_target(&self, indicator: &Indicator) -> Option<&YearTarget> {
        self.judged(indicator).actual?.target.as_ref()
    }

    /// The notes of the latest value and, if that is an earlier one, those of the round's row.
    pub fn notes_of_value<'a>(&'a self, indicator: &IndicatorId) -> impl Iterator<Item = &'a Located<NoteId>> {
        let latest = self.latest(indicator);
        let of_round = self.actual(indicator).filter(|_| latest.is_earlier);
        latest.actual.into_iter().chain(of_round).flat_map(|actual| &actual.notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::report::fixture::{actual, decimal, indicator, report, year};
    use crate::report::{Accumulation, Baseline, Direction, Quantity, Status};

    fn absent(id: &str, of_year: i64, observation: Observation) -> Actual {
        Actual { observation, ..actual(id, of_year, 0, None) }
    }

    fn count(id: &str) -> Indicator {
        indicator(id, Accumulation::Cumulative, Direction::Increase, None, 80)
    }

    /// The year and value that are shown, and the status.
    fn shown(indicator: Indicator, actuals: Vec<Actual>) -> (u16, Option<i64>, Status) {
        let report = report(vec![indicator], actuals);
        let indicator = &report.indicators[0];
        let latest = report.latest(&indicator.id);
        let value = latest.observation.value().map(|value| value.try_into().unwrap());
        (latest.year.starting_year(), value, report.status(indicator))
    }

    #[test]
    fn where_the_value_of_the_round_is_missing_the_newest_before_it_is_judged_as_of_its_year() {
        // 40 of 80 is half of the target: on track after 4 of 8 years (2021), but not after 5 (2022).
        let rows = || vec![actual("a", 2020, 10, None), actual("a", 2021, 40, None)];
        assert_eq!(shown(count("a"), rows()), (2021, Some(40), Status::OnTrack));
        let with_row = [rows(), vec![absent("a", 2022, Observation::MISSING)]].concat();
        assert_eq!(shown(count("a"), with_row), (2021, Some(40), Status::OnTrack));
        let with_value = [rows(), vec![actual("a", 2022, 40, None)]].concat();
        assert_eq!(shown(count("a"), with_value), (2022, Some(40), Status::AccelerationNeeded));
        let with_gap = [rows(), vec![absent("a", 2021, Observation::MISSING)]].concat();
        assert_eq!(shown(count("a"), with_gap), (2020, Some(10), Status::Limited));
    }

    #[test]
    fn no_value_stands_in_place_of_one_that_is_withheld() {
        let withheld = Observation::new(None, ObservationStatus::Suppressed).unwrap();
        let of_round = vec![actual("a", 2021, 40, None), absent("a", 2022, withheld)];
        assert_eq!(shown(count("a"), of_round), (2022, None, Status::NotReported));
        let before_it = vec![actual("a", 2020, 40, None), absent("a", 2021, withheld)];
        assert_eq!(shown(count("a"), before_it), (2022, None, Status::NotReported));
        assert_eq!(shown(count("a"), vec![actual("a", 2023, 40, None)]), (2022, None, Status::NotReported));
    }

    /// A survey of every second year has no value in the years between.
    #[test]
    fn the_newest_value_stands_in_place_of_one_that_does_not_apply() {
        let of_no_survey = Observation::new(None, ObservationStatus::NotApplicable).unwrap();
        let rows = vec![actual("a", 2021, 40, None), absent("a", 2022, of_no_survey)];
        assert_eq!(shown(count("a"), rows), (2021, Some(40), Status::OnTrack));
    }

    #[test]
    fn a_value_as_old_as_the_baseline_or_the_plan_is_shown_and_not_judged() {
        assert_eq!(shown(count("a"), vec![actual("a", 2017, 90, None)]), (2017, Some(90), Status::NotReported));
        let mut level = indicator("a", Accumulation::Level, Direction::Increase, None, 80);
        let place = Place::whole(&"a.csv".into());
        level.baseline = Some(Baseline {
            quantity: Quantity::new(70.into(), None),
            place: place.clone(),
            year: Some(Located::new(year(2019), place)),
        });
        let status = |of_year| shown(level.clone(), vec![actual("a", of_year, 85, None)]).2;
        assert_eq!([2019, 2020].map(status), [Status::NotReported, Status::Achieved]);
        level.target = None;
        assert_eq!(shown(level, vec![actual("a", 2019, 70, None)]), (2019, Some(70), Status::Monitored));
    }

    #[test]
    fn an_earlier_value_is_held_against_the_target_of_its_year() {
        let mut level = indicator("a", Accumulation::Level, Direction::Increase, None, 100);
        let rows = vec![actual("a", 2021, 60, Some(60)), absent("a", 2022, Observation::MISSING)];
        assert_eq!(shown(level.clone(), rows.clone()), (2021, Some(60), Status::OnTrack));
        // In a plan with annual targets only, that of the value's year is the target.
        level.target = None;
        let report = report(vec![level], rows);
        let target = report.indicators[0].target.as_ref().unwrap();
        assert_eq!(target.quantity.value, decimal("60"));
        assert_eq!(target.year.as_ref().map(|year| year.value), Some(year(2021)));
        assert_eq!(report.status(&report.indicators[0]), Status::Achieved);
    }
}
