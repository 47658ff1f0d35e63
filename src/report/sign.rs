//! Values that need an explanation (not final, absent, or a break in the series), and the signs that mark them.

use super::{FiscalYear, IndicatorId, Observation, ObservationStatus, Report, name_of};

/// The meaning of a sign in the place of a value or beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The value is not final, or absent.
    Status(ObservationStatus),
    /// The value cannot be compared with earlier ones.
    Break,
    /// The value is from a year before the round, whose own value is missing.
    Earlier,
}

impl Sign {
    /// In the order in which reports explain them.
    pub const ALL: [Self; 7] = [
        Self::Status(ObservationStatus::Missing),
        Self::Status(ObservationStatus::Suppressed),
        Self::Status(ObservationStatus::NotApplicable),
        Self::Status(ObservationStatus::Provisional),
        Self::Status(ObservationStatus::Estimated),
        Self::Break,
        Self::Earlier,
    ];

    /// The sign of an observation alone. `None` if it is final.
    #[must_use]
    pub fn of(observation: Observation) -> Option<Self> {
        Some(Self::Status(observation.status())).filter(|sign| *sign != Self::Status(ObservationStatus::Final))
    }

    /// The name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Status(status) => name_of(&ObservationStatus::NAMES, &status),
            Self::Break => "break",
            Self::Earlier => "earlier",
        }
    }
}

/// A value that needs an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenValue {
    /// The year of the value.
    pub year: FiscalYear,
    /// The observation.
    pub observation: Observation,
    /// The sign that explains it.
    pub sign: Sign,
}

impl Report {
    /// The years of the plan before the round that are shown but have no row, as ranges (first, last).
    #[must_use]
    pub fn years_without_row(&self, indicator: &IndicatorId) -> Vec<(FiscalYear, FiscalYear)> {
        let (start, round) = (self.settings.plan.start, self.settings.round.fiscal_year.value);
        let mut stretches: Vec<(FiscalYear, FiscalYear)> = Vec::new();
        let mut continues = false;
        for year in self.series(indicator).filter(|year| year.year >= start && year.year < round) {
            match stretches.last_mut() {
                _ if year.actual.is_some() => {}
                Some((_, last)) if continues => *last = year.year,
                _ => stretches.push((year.year, year.year)),
            }
            continues = year.actual.is_none();
        }
        stretches
    }

    /// The signs that tables show with the latest value of an indicator.
    #[must_use]
    pub fn signs_of_latest(&self, indicator: &IndicatorId) -> Vec<Sign> {
        let latest = self.latest(indicator);
        let of_break = latest.actual.filter(|actual| actual.is_break).map(|_| Sign::Break);
        let of_year = latest.is_earlier.then_some(Sign::Earlier);
        Sign::of(latest.observation).into_iter().chain(of_break).chain(of_year).collect()
    }

    /// The values of an indicator in the shown years that need an explanation; twice if there are two reasons.
    pub fn open_values<'a>(&'a self, indicator: &'a IndicatorId) -> impl Iterator<Item = OpenValue> + 'a {
        self.series(indicator).flat_map(|year| {
            let of_observation = year.observation.and_then(Sign::of);
            let of_break = year.actual.filter(|actual| actual.is_break).map(|_| Sign::Break);
            let reasons = of_observation.into_iter().chain(of_break);
            reasons.filter_map(move |sign| Some(OpenValue { year: year.year, observation: year.observation?, sign }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{actual, indicator, report};
    use crate::report::{Accumulation, Direction};

    #[test]
    fn years_of_the_plan_without_a_row_are_known() {
        let level = |id| indicator(id, Accumulation::Level, Direction::Increase, None, 100);
        let rows = [("a", 2015), ("a", 2018), ("a", 2019), ("a", 2022), ("b", 2020)];
        let rows = rows.map(|(id, year)| actual(id, year, 7, None)).to_vec();
        let report = report(vec![level("a"), level("b")], rows);
        let years = |index: usize| -> Vec<(u16, u16)> {
            let stretches = report.years_without_row(&report.indicators[index].id).into_iter();
            stretches.map(|(first, last)| (first.starting_year(), last.starting_year())).collect()
        };
        assert_eq!(years(0), [(2020, 2021)]);
        assert_eq!(years(1), [(2018, 2019), (2021, 2021)]);
        assert_eq!(report.signs_of_latest(&report.indicators[0].id), []);
        assert_eq!(report.signs_of_latest(&report.indicators[1].id), [Sign::Earlier]);
    }
}
