//! Plan, round, groups, indicators, actual values, and progress. Does not depend on files, language or layout.

mod actual;
mod change;
mod column;
mod direction;
mod fiscal_year;
#[cfg(test)]
mod fixture;
mod fraction;
mod identifier;
mod indicator;
mod language;
mod latest;
mod look;
mod material;
mod parts;
mod plausibility;
pub mod progress;
mod references;
mod rounding;
mod scale;
mod series;
mod settings;
mod shortfall;
mod sign;
mod target_progress;
mod unit;
mod validation;
mod whole_counts;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

pub use actual::{Actual, Observation, ObservationStatus, YearTarget};
pub use change::Change;
pub use column::{
    ACTUAL_COLUMNS, Column as TableColumn, Content, INDICATOR_COLUMNS, Presence, Shape as ColumnShape,
    Value as ColumnValue,
};
pub use direction::DirectionBasis;
pub use fiscal_year::FiscalYear;
pub use identifier::{
    EvaluationId, GroupId, HighlightId, IDENTIFIER_PATTERN, INDICATOR_PATTERN, IndicatorId, KindId, LONGEST_ID, NoteId,
    ReportId, UnitId, identifier_of, is_file_name, is_identifier,
};
pub use indicator::{Accumulation, Baseline, Comparator, Direction, Indicator, LONGEST_NAME, Quantity, Target};
pub use language::Language;
pub use latest::Latest;
pub use look::{Look, Paper};
pub use material::{Material, MaterialError, MaterialSeries};
pub use progress::{Achievement, Aim, Assessment, ExpectedPath, Pace, Ratio, Status};
pub use references::{References, Unread};
pub use rounding::{Decided, Rounded, decided_by_rounding};
pub use series::SeriesYear;
pub use settings::{
    Bands, Day, DecimalSign, Edition, Group, Highlight, PROGRESS_METHOD, Plan, Round, Settings, Standard, TableSettings,
};
pub use shortfall::Shortfall;
pub use sign::{OpenValue, Sign};
pub use target_progress::TargetProgress;

use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostics, Located};
use parts::Parts;

/// The name of a value in a closed list; empty if it is not in the list.
#[must_use]
pub fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, known)| known == value).map_or("", |(name, _)| name)
}

/// A validated round of a plan with all its data.
#[derive(Debug, Clone)]
pub struct Report {
    /// The contents of `report.toml`.
    pub settings: Settings,
    /// Indicators in the order of their table.
    pub indicators: Vec<Indicator>,
    /// Indicators with rows that could not be read; what they lack is not reported again.
    pub faulty: BTreeSet<IndicatorId>,
    /// References from rows that could not be read completely.
    pub references: References,
    actuals: Actuals,
    /// Indices in `indicators` of the parts of each indicator.
    parts: BTreeMap<IndicatorId, Vec<usize>>,
    shown_years: Vec<FiscalYear>,
    notes: Vec<Located<NoteId>>,
    /// Numbers from 1.
    note_numbers: BTreeMap<NoteId, usize>,
}

impl Report {
    /// Joins and validates the parts of a report. Problems of indicators with unreadable rows are not reported again.
    #[must_use]
    pub fn new(
        settings: Settings,
        mut indicators: Vec<Indicator>,
        actuals: Vec<Actual>,
        unread: Unread,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        validation::validate(
            &Parts { settings: &settings, indicators: &indicators, actuals: &actuals, unread: &unread },
            diagnostics,
        );
        let Unread { faulty, references, .. } = unread;
        let round = &settings.round.fiscal_year;
        let actuals: Actuals =
            actuals.into_iter().map(|actual| ((actual.indicator.value.clone(), actual.fiscal_year), actual)).collect();
        // In a plan with annual targets only, the target is that of the round, or of the year whose value is shown.
        for indicator in indicators.iter_mut().filter(|indicator| indicator.target.is_none()) {
            let of_round = actuals.get(&(indicator.id.clone(), round.value));
            let rows = rows_of(&actuals, &indicator.id);
            let of_earlier = latest::newest_value_before(rows, round.value);
            let row = of_earlier.into_iter().chain(of_round).find(|actual| actual.target.is_some());
            indicator.target = row.and_then(|actual| {
                let YearTarget { quantity, place } = actual.target.clone()?;
                let year = Some(Located::new(actual.fiscal_year, round.place.clone()));
                Some(Target { quantity, place, year, comparator: None })
            });
        }
        direction::settle(&mut indicators, &actuals, diagnostics);
        let parts = parts(&indicators);
        let with_rows = actuals.keys().map(|(_, year)| *year);
        let shown_years = series::shown_years(with_rows, settings.plan.start, round.value);
        let (notes, note_numbers) = (Vec::new(), BTreeMap::new());
        let mut report =
            Self { settings, indicators, faulty, references, actuals, parts, shown_years, notes, note_numbers };
        report.number_notes();
        plausibility::expect_rounding_that_decides_nothing(&report, diagnostics);
        report
    }

    /// Numbers the notes in the order of [`Report::notes`].
    fn number_notes(&mut self) {
        let earlier = self.indicators.iter().flat_map(|indicator| self.earlier_notes_of(indicator));
        let cells = self.cell_notes().chain(earlier);
        let mut numbers = BTreeMap::new();
        let mut notes = Vec::new();
        for note in self.settings.notes.iter().chain(cells) {
            if let Entry::Vacant(entry) = numbers.entry(note.value.clone()) {
                notes.push(note.clone());
                entry.insert(notes.len());
            }
        }
        (self.notes, self.note_numbers) = (notes, numbers);
    }

    /// An indicator's row in the round's fiscal year.
    #[must_use]
    pub fn actual(&self, indicator: &IndicatorId) -> Option<&Actual> {
        self.actual_of(indicator, self.settings.round.fiscal_year.value)
    }

    fn actual_of(&self, indicator: &IndicatorId, year: FiscalYear) -> Option<&Actual> {
        self.actuals.get(&(indicator.clone(), year))
    }

    /// An indicator's rows in the order of their years.
    pub fn actuals_of(&self, indicator: &IndicatorId) -> impl DoubleEndedIterator<Item = &Actual> {
        rows_of(&self.actuals, indicator)
    }

    /// The status of an indicator according to its latest value.
    #[must_use]
    pub fn status(&self, indicator: &Indicator) -> Status {
        self.assessment(indicator).status
    }

    /// The status of an indicator according to its latest value, and the pace it is based on.
    #[must_use]
    pub fn assessment(&self, indicator: &Indicator) -> Assessment {
        let judged = self.judged(indicator);
        let year_target = self.year_target(indicator).map(|target| target.quantity.value);
        let time = (&self.settings.plan, judged.year);
        progress::assess(indicator, judged.observation, time, year_target, &self.settings.bands)
    }

    /// The target in the indicator's row. `None` if its target is an annual one.
    #[must_use]
    pub fn own_target<'a>(&self, indicator: &'a Indicator) -> Option<&'a Target> {
        let is_own =
            |target: &&Target| self.year_targets(&indicator.id).all(|(_, of_year)| of_year.place != target.place);
        indicator.target.as_ref().filter(is_own)
    }

    /// The annual target of the year of the latest value, if the indicator also has its own target.
    #[must_use]
    pub fn interim_target(&self, indicator: &Indicator) -> Option<&YearTarget> {
        self.own_target(indicator)?;
        self.year_target(indicator)
    }

    /// The panel's grade for an indicator in the round.
    #[must_use]
    pub fn evaluation(&self, indicator: &IndicatorId) -> Option<&Located<EvaluationId>> {
        self.actual(indicator)?.evaluation.as_ref()
    }

    /// The share of the target expected by the year of the latest value.
    #[must_use]
    pub fn expected_rate(&self, indicator: &Indicator) -> Option<Ratio> {
        let year_target = self.year_target(indicator).map(|target| target.quantity.value);
        progress::expected_rate(indicator, &self.settings.plan, self.judged(indicator).year, year_target)
    }

    /// The share of the plan elapsed at the end of the round's year.
    #[must_use]
    pub fn elapsed_share(&self) -> Ratio {
        progress::elapsed_share(&self.settings.plan, self.settings.round.fiscal_year.value)
    }

    /// The achievement rate of the latest value. `None` without an actual value or target, or if undefined.
    #[must_use]
    pub fn achievement_rate(&self, indicator: &Indicator) -> Option<Ratio> {
        self.achievement(indicator).map(|achievement| achievement.rate)
    }

    /// The achievement rate of the latest value with its operands.
    #[must_use]
    pub fn achievement(&self, indicator: &Indicator) -> Option<Achievement> {
        let target = indicator.target.as_ref()?;
        let actual = self.judged(indicator).observation.value()?;
        progress::achievement(Aim::of(indicator, target), actual, target.quantity.value).ok()
    }

    /// (actual − baseline) ÷ (target − baseline). The baseline of cumulative counts is zero by default, else required.
    #[must_use]
    pub fn progress_rate(&self, indicator: &Indicator) -> Option<Ratio> {
        let target = indicator.target.as_ref()?;
        let actual = self.judged(indicator).observation.value()?;
        let baseline = match (&indicator.baseline, indicator.accumulation) {
            (Some(baseline), _) => baseline.quantity.value,
            (None, Accumulation::Cumulative) => Decimal::ZERO,
            (None, _) => return None,
        };
        progress::progress_rate(actual, baseline, target.quantity.value).ok()
    }

    /// The groups in their order; `None` last if there are indicators without a group.
    pub fn group_ids(&self) -> impl Iterator<Item = Option<&GroupId>> {
        let ungrouped = self.indicators_of(None).next().map(|_| None);
        self.settings.groups.iter().map(|group| Some(&group.id)).chain(ungrouped)
    }

    /// The indicators that are not parts of another. Only these are counted.
    pub fn main_indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|indicator| indicator.parent.is_none())
    }

    /// The main indicators of a group, or of none, in the order of their table.
    pub fn indicators_of<'a>(&'a self, group: Option<&'a GroupId>) -> impl Iterator<Item = &'a Indicator> {
        self.main_indicators().filter(move |indicator| indicator.group.as_ref().map(|group| &group.value) == group)
    }

    /// The indicators of a group in the order of their table, each followed by its parts.
    pub fn with_parts<'a>(&'a self, group: Option<&'a GroupId>) -> impl Iterator<Item = &'a Indicator> {
        self.indicators_of(group).flat_map(|whole| std::iter::once(whole).chain(self.parts_of(&whole.id)))
    }

    /// The parts of an indicator in the order of their table.
    pub fn parts_of(&self, whole: &IndicatorId) -> impl Iterator<Item = &Indicator> {
        self.parts.get(whole).into_iter().flatten().filter_map(|index| self.indicators.get(*index))
    }

    /// Notes in the order in which they are printed: those in the settings, then those of cells, earlier years last.
    #[must_use]
    pub fn notes(&self) -> &[Located<NoteId>] {
        &self.notes
    }

    /// The number of a note, from 1.
    #[must_use]
    pub fn note_number(&self, note: &NoteId) -> Option<usize> {
        self.note_numbers.get(note).copied()
    }

    /// The notes of an indicator and its latest value.
    pub fn notes_of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = &'a Located<NoteId>> {
        indicator.notes.iter().chain(self.notes_of_value(&indicator.id))
    }

    fn cell_notes(&self) -> impl Iterator<Item = &Located<NoteId>> {
        self.indicators.iter().flat_map(|indicator| self.notes_of(indicator))
    }

    /// The notes of an indicator's values in the years shown before the round.
    pub fn earlier_notes_of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = &'a Located<NoteId>> {
        let round = self.settings.round.fiscal_year.value;
        let earlier = self.series(&indicator.id).filter(move |year| year.year != round);
        earlier.filter_map(|year| year.actual).flat_map(|actual| &actual.notes)
    }
}

type Actuals = BTreeMap<(IndicatorId, FiscalYear), Actual>;

/// The rows of an indicator in the order of their years.
fn rows_of<'a>(actuals: &'a Actuals, indicator: &IndicatorId) -> impl DoubleEndedIterator<Item = &'a Actual> + use<'a> {
    let years = (indicator.clone(), FiscalYear::FIRST)..=(indicator.clone(), FiscalYear::LAST);
    actuals.range(years).map(|(_, actual)| actual)
}

/// Indices of the parts of each whole. Parts of parts are left out: they are an error, and could form a cycle.
fn parts(indicators: &[Indicator]) -> BTreeMap<IndicatorId, Vec<usize>> {
    let is_part = |indicator: &&Indicator| indicator.parent.is_some();
    let of_parts: BTreeSet<&IndicatorId> = indicators.iter().filter(is_part).map(|part| &part.id).collect();
    let mut parts: BTreeMap<IndicatorId, Vec<usize>> = BTreeMap::new();
    for (index, indicator) in indicators.iter().enumerate() {
        if let Some(parent) = indicator.parent.as_ref().filter(|parent| !of_parts.contains(&parent.value)) {
            parts.entry(parent.value.clone()).or_default().push(index);
        }
    }
    parts
}
