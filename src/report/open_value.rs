//! Values that a reader has to take with care: not final, absent, or a break in their series. Knows no language.

use super::{Firmness, FiscalYear, IndicatorId, Observation, Report};

/// Why a value is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// It may be revised.
    Provisional,
    /// It was estimated, not observed.
    Estimated,
    /// It was not reported.
    Missing,
    /// It is withheld.
    Suppressed,
    /// The question does not arise.
    NotApplicable,
    /// It cannot be compared with the values before it.
    Break,
}

impl Openness {
    /// All of them, in the order in which reports explain their signs.
    pub const ALL: [Self; 6] =
        [Self::Missing, Self::Suppressed, Self::NotApplicable, Self::Provisional, Self::Estimated, Self::Break];

    /// Returns why an observation alone is open.
    #[must_use]
    pub fn of(observation: Observation) -> Option<Self> {
        match observation {
            Observation::Reported(_, Firmness::Final) => None,
            Observation::Reported(_, Firmness::Provisional) => Some(Self::Provisional),
            Observation::Reported(_, Firmness::Estimated) => Some(Self::Estimated),
            Observation::Missing => Some(Self::Missing),
            Observation::Suppressed => Some(Self::Suppressed),
            Observation::NotApplicable => Some(Self::NotApplicable),
        }
    }

    /// Returns the word by which files name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Estimated => "estimated",
            Self::Missing => "missing",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not-applicable",
            Self::Break => "break",
        }
    }
}

/// A value that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenValue {
    /// The year of the value.
    pub year: FiscalYear,
    /// What was observed.
    pub observation: Observation,
    /// Why it is open.
    pub openness: Openness,
}

impl Report {
    /// Returns the open values of an indicator in the shown years; a value that is open for two reasons, twice.
    pub fn open_values<'a>(&'a self, indicator: &'a IndicatorId) -> impl Iterator<Item = OpenValue> + 'a {
        self.series(indicator).flat_map(|year| {
            let of_observation = year.observation.and_then(Openness::of);
            let of_break = year.actual.filter(|actual| actual.is_break).map(|_| Openness::Break);
            let reasons = of_observation.into_iter().chain(of_break);
            reasons.filter_map(move |openness| {
                Some(OpenValue { year: year.year, observation: year.observation?, openness })
            })
        })
    }
}
