//! The domain: a plan, a round, groups, indicators, actuals, and the arithmetic of progress. Knows no files, no
//! language, no layout.

mod actual;
mod fiscal_year;
mod identifier;
mod indicator;
mod language;
mod plausibility;
pub mod progress;
mod settings;
mod unit;
mod validation;

use std::collections::{BTreeMap, BTreeSet};

pub use actual::{Actual, Firmness, Observation};
pub use fiscal_year::FiscalYear;
pub use identifier::{
    GroupId, HighlightId, IDENTIFIER_PATTERN, IndicatorId, KindId, NoteId, ReportId, UnitId, is_identifier,
};
pub use indicator::{Accumulation, Baseline, Comparator, Direction, Indicator, LONGEST_NAME, Quantity, Target};
pub use language::Language;
pub use progress::{Aim, Ratio, Status};
pub use settings::{
    Bands, Day, Edition, Group, Highlight, Material, MaterialSeries, PROGRESS_METHOD, Plan, Round, Settings, Standard,
};

use crate::diagnostic::Diagnostics;
use validation::Parts;

/// A round of a plan with all its data, checked.
#[derive(Debug, Clone)]
pub struct Report {
    /// What `report.toml` says.
    pub settings: Settings,
    /// Indicators in the order of their table.
    pub indicators: Vec<Indicator>,
    /// Indicators of whose rows some could not be read; that they lack something is no fault of its own.
    pub faulty: BTreeSet<IndicatorId>,
    /// Observations by indicator and fiscal year.
    actuals: BTreeMap<(IndicatorId, FiscalYear), Actual>,
}

impl Report {
    /// Joins the parts of a report; every fault between them is added to the diagnostics, except of indicators whose
    /// own rows are already `faulty`.
    #[must_use]
    pub fn new(
        settings: Settings,
        indicators: Vec<Indicator>,
        actuals: Vec<Actual>,
        faulty: BTreeSet<IndicatorId>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        validation::validate(
            &Parts { settings: &settings, indicators: &indicators, actuals: &actuals, faulty: &faulty },
            diagnostics,
        );
        let actuals =
            actuals.into_iter().map(|actual| ((actual.indicator.value.clone(), actual.fiscal_year), actual)).collect();
        Self { settings, indicators, faulty, actuals }
    }

    /// Returns the row of an indicator in the round's fiscal year.
    #[must_use]
    pub fn actual(&self, indicator: &IndicatorId) -> Option<&Actual> {
        self.actuals.get(&(indicator.clone(), self.settings.round.fiscal_year.value))
    }

    /// Returns what was observed of an indicator in the round; without a row, nothing was.
    #[must_use]
    pub fn observation(&self, indicator: &IndicatorId) -> Observation {
        self.actual(indicator).map_or(Observation::Missing, |actual| actual.observation)
    }

    /// Returns the status of an indicator in the round.
    #[must_use]
    pub fn status(&self, indicator: &Indicator) -> Status {
        progress::status(indicator, self.observation(&indicator.id), self.elapsed_share(), &self.settings.bands)
    }

    /// Returns the share of the plan elapsed at the round.
    #[must_use]
    pub fn elapsed_share(&self) -> Ratio {
        progress::elapsed_share(&self.settings.plan, &self.settings.round)
    }

    /// Returns the achievement rate in the round, where actual and target exist and the rate is defined.
    #[must_use]
    pub fn achievement_rate(&self, indicator: &Indicator) -> Option<Ratio> {
        let target = indicator.target.as_ref()?;
        let actual = self.observation(&indicator.id).value()?;
        progress::achievement_rate(Aim::of(indicator, target), actual, target.quantity.value).ok()
    }

    /// Returns the indicators that are not part of another: those that are counted.
    pub fn main_indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|indicator| indicator.parent.is_none())
    }

    /// Returns the counted indicators of a group in the order of their table; of no group, those without one.
    pub fn indicators_of<'a>(&'a self, group: Option<&'a GroupId>) -> impl Iterator<Item = &'a Indicator> {
        self.main_indicators().filter(move |indicator| indicator.group.as_ref().map(|group| &group.value) == group)
    }

    /// Returns the parts of an indicator in the order of their table.
    pub fn parts_of<'a>(&'a self, whole: &'a IndicatorId) -> impl Iterator<Item = &'a Indicator> {
        self.indicators
            .iter()
            .filter(move |indicator| indicator.parent.as_ref().is_some_and(|parent| parent.value == *whole))
    }

    /// Returns the notes in the order in which the report prints them: those that the settings name, then those that
    /// only cells name.
    #[must_use]
    pub fn notes(&self) -> Vec<&NoteId> {
        let settings = self.settings.notes.iter();
        let cells = self.indicators.iter().flat_map(|indicator| {
            let actual = self.actual(&indicator.id).into_iter().flat_map(|actual| &actual.notes);
            indicator.notes.iter().chain(actual)
        });
        let mut notes: Vec<&NoteId> = Vec::new();
        for note in settings.chain(cells) {
            if !notes.contains(&&note.value) {
                notes.push(&note.value);
            }
        }
        notes
    }
}
