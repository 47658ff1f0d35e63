//! Actual values: what was observed of an indicator in a fiscal year.

use rust_decimal::Decimal;

use super::{EvaluationId, FiscalYear, IndicatorId, NoteId, Quantity};
use crate::diagnostic::{Located, Place};

/// Observation status as in SDMX (OBS_STATUS). A break is a separate field: the value may also be provisional.
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
    /// A value exists but is withheld.
    Suppressed,
    /// The indicator does not apply.
    NotApplicable,
}

/// An observed value, or the reason for its absence. An absent value is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    value: Option<Decimal>,
    status: ObservationStatus,
}

impl ObservationStatus {
    /// Every status and its name in tables.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("final", Self::Final),
        ("provisional", Self::Provisional),
        ("estimated", Self::Estimated),
        ("missing", Self::Missing),
        ("suppressed", Self::Suppressed),
        ("not-applicable", Self::NotApplicable),
    ];

    /// Whether a value accompanies the status.
    #[must_use]
    pub fn has_value(self) -> bool {
        matches!(self, Self::Final | Self::Provisional | Self::Estimated)
    }

    /// The statuses that explain the absence of a value, and their names in tables.
    #[must_use]
    pub fn absences() -> Vec<(&'static str, Self)> {
        Self::NAMES.into_iter().filter(|(_, status)| !status.has_value()).collect()
    }
}

impl Observation {
    /// No value was reported.
    pub const MISSING: Self = Self { value: None, status: ObservationStatus::Missing };

    /// `None` if a value accompanies a status without value, or the other way round.
    #[must_use]
    pub fn new(value: Option<Decimal>, status: ObservationStatus) -> Option<Self> {
        (value.is_some() == status.has_value()).then_some(Self { value, status })
    }

    /// A final value.
    #[must_use]
    pub fn of_final(value: Decimal) -> Self {
        Self { value: Some(value), status: ObservationStatus::Final }
    }

    /// The status.
    #[must_use]
    pub fn status(self) -> ObservationStatus {
        self.status
    }

    /// `None` if the status explains its absence.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        self.value
    }
}

/// The target of a fiscal year, in addition to the indicator's target or in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTarget {
    /// The target value.
    pub quantity: Quantity,
    /// The cell of the value.
    pub place: Place,
}

/// An observation of an indicator in a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual {
    /// The row.
    pub place: Place,
    /// The indicator.
    pub indicator: Located<IndicatorId>,
    /// The fiscal year of the observation.
    pub fiscal_year: FiscalYear,
    /// The value, or the reason for its absence.
    pub observation: Observation,
    /// The cell of the value.
    pub value_place: Place,
    /// The unrounded number, if its cell shows it rounded.
    pub stored: Option<Decimal>,
    /// Whether the value cannot be compared with earlier ones, for example after a change of definition.
    pub is_break: bool,
    /// The target of this year, if the plan has annual targets.
    pub target: Option<YearTarget>,
    /// The grade that the panel gave the indicator in this year; never calculated.
    pub evaluation: Option<Located<EvaluationId>>,
    /// Notes on this value.
    pub notes: Vec<Located<NoteId>>,
}

impl Actual {
    /// Names in tables of whether a value is a break in its series.
    pub const BREAKS: [(&'static str, bool); 2] = [("yes", true), ("no", false)];
}
