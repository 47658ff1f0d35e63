//! An actual: what was observed of an indicator in a fiscal year.

use rust_decimal::Decimal;

use super::{EvaluationId, FiscalYear, IndicatorId, NoteId, Quantity};
use crate::diagnostic::{Located, Place};

/// How firm a reported value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// It will not change.
    Final,
    /// It may be revised.
    Provisional,
    /// It was estimated, not observed.
    Estimated,
}

/// What was observed. Absence has a name: it is never read as zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Observation {
    /// A value.
    Reported(Decimal, Firmness),
    /// No value was reported.
    Missing,
    /// A value exists and is withheld.
    Suppressed,
    /// The question does not arise.
    NotApplicable,
}

/// The status of a value as it is written: how firm it is, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueStatus {
    /// There is a value.
    Reported(Firmness),
    /// No value was reported.
    Missing,
    /// A value exists and is withheld.
    Suppressed,
    /// The question does not arise.
    NotApplicable,
}

impl ValueStatus {
    /// Every status and the word it is written by.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("final", Self::Reported(Firmness::Final)),
        ("provisional", Self::Reported(Firmness::Provisional)),
        ("estimated", Self::Reported(Firmness::Estimated)),
        ("missing", Self::Missing),
        ("suppressed", Self::Suppressed),
        ("not-applicable", Self::NotApplicable),
    ];

    /// The statuses of values that are not there, and the words they are written by.
    #[must_use]
    pub fn absences() -> Vec<(&'static str, Self)> {
        Self::NAMES.into_iter().filter(|(_, status)| status.absence().is_some()).collect()
    }

    /// Returns what was observed where there is no value.
    #[must_use]
    pub fn absence(self) -> Option<Observation> {
        match self {
            Self::Reported(_) => None,
            Self::Missing => Some(Observation::Missing),
            Self::Suppressed => Some(Observation::Suppressed),
            Self::NotApplicable => Some(Observation::NotApplicable),
        }
    }
}

impl Observation {
    /// Returns how it is written beside the value.
    #[must_use]
    pub fn status(self) -> ValueStatus {
        match self {
            Self::Reported(_, firmness) => ValueStatus::Reported(firmness),
            Self::Missing => ValueStatus::Missing,
            Self::Suppressed => ValueStatus::Suppressed,
            Self::NotApplicable => ValueStatus::NotApplicable,
        }
    }

    /// Returns the value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        match self {
            Self::Reported(value, _) => Some(value),
            Self::Missing | Self::Suppressed | Self::NotApplicable => None,
        }
    }
}

/// The value to be reached in a fiscal year, on the way to the target or in its stead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTarget {
    /// The value.
    pub quantity: Quantity,
    /// Where it stands.
    pub place: Place,
}

/// An observation of an indicator in a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual {
    /// Where its row stands.
    pub place: Place,
    /// What was measured.
    pub indicator: Located<IndicatorId>,
    /// When.
    pub fiscal_year: FiscalYear,
    /// With what result.
    pub observation: Observation,
    /// Where its value stands.
    pub value_place: Place,
    /// The number behind the value, where its cell shows it rounded.
    pub stored: Option<Decimal>,
    /// Whether it cannot be compared with the values before it, such as after a change of definition.
    pub is_break: bool,
    /// The target of this year, in a plan that sets one for each.
    pub target: Option<YearTarget>,
    /// What the panel decided of the indicator in this year; never computed.
    pub evaluation: Option<Located<EvaluationId>>,
    /// Notes that belong to this value.
    pub notes: Vec<Located<NoteId>>,
}

impl Actual {
    /// Whether a value is a break in its series, and the words it is written by.
    pub const BREAKS: [(&'static str, bool); 2] = [("yes", true), ("no", false)];
}
