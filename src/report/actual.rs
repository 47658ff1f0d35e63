//! An actual: what was observed of an indicator in a fiscal year.

use rust_decimal::Decimal;

use super::{EvaluationId, FiscalYear, IndicatorId, NoteId, Quantity};
use crate::diagnostic::{Located, Place};

/// The status of an observation, as SDMX has one (OBS_STATUS). That a value is a break in its series is said beside it, since
/// it may be provisional as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObservationStatus {
    /// The value will not change.
    Final,
    /// The value may be revised.
    Provisional,
    /// The value was estimated, not observed.
    Estimated,
    /// No value was reported.
    Missing,
    /// A value exists and is withheld.
    Suppressed,
    /// The question does not arise.
    NotApplicable,
}

/// What was observed: a value, or why there is none, which is never read as zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    value: Option<Decimal>,
    status: ObservationStatus,
}

impl ObservationStatus {
    /// Every status and the word it is written by.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("final", Self::Final),
        ("provisional", Self::Provisional),
        ("estimated", Self::Estimated),
        ("missing", Self::Missing),
        ("suppressed", Self::Suppressed),
        ("not-applicable", Self::NotApplicable),
    ];

    /// Returns whether there is a value.
    #[must_use]
    pub fn has_value(self) -> bool {
        matches!(self, Self::Final | Self::Provisional | Self::Estimated)
    }

    /// The statuses of values that are not there, and the words they are written by.
    #[must_use]
    pub fn absences() -> Vec<(&'static str, Self)> {
        Self::NAMES.into_iter().filter(|(_, status)| !status.has_value()).collect()
    }
}

impl Observation {
    /// Nothing was reported.
    pub const MISSING: Self = Self { value: None, status: ObservationStatus::Missing };

    /// Joins a value and a status; nothing where one has what the other excludes.
    #[must_use]
    pub fn new(value: Option<Decimal>, status: ObservationStatus) -> Option<Self> {
        (value.is_some() == status.has_value()).then_some(Self { value, status })
    }

    /// Makes the observation of a value that will not change.
    #[must_use]
    pub fn of_final(value: Decimal) -> Self {
        Self { value: Some(value), status: ObservationStatus::Final }
    }

    /// Returns its status.
    #[must_use]
    pub fn status(self) -> ObservationStatus {
        self.status
    }

    /// Returns the value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        self.value
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
