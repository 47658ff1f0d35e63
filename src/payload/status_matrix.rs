//! The status matrix: the main indicators of each group, worst first, and what they say together.

use super::PayloadBuilder;
use super::data::CellData;
use crate::report::{GroupId, Indicator, Status};

/// What needs attention first; then what has no assessment.
const WORST_FIRST: [Status; 10] = [
    Status::Deteriorating,
    Status::NotAchieved,
    Status::Limited,
    Status::AccelerationNeeded,
    Status::OnTrack,
    Status::Achieved,
    Status::NotYet,
    Status::NotReported,
    Status::Undefined,
    Status::Monitored,
];

/// What a sentence about some indicators can say.
pub(super) struct Tally {
    /// The number of those with a target.
    pub(super) targets: String,
    /// How many of these have a value.
    pub(super) reported: String,
    /// How many of these have reached it.
    pub(super) achieved: String,
    /// How many of these have reached it or are on track.
    pub(super) well: String,
    /// The short name of the one furthest behind.
    pub(super) furthest: Option<String>,
}

impl PayloadBuilder<'_> {
    /// One cell for each main indicator of a group.
    pub(super) fn status_matrix(&self, group: Option<&GroupId>) -> Vec<CellData> {
        let mut indicators: Vec<(Status, &Indicator)> =
            self.report.indicators_of(group).map(|indicator| (self.report.status(indicator), indicator)).collect();
        indicators.sort_by_key(|(status, _)| WORST_FIRST.iter().position(|other| other == status));
        let cell = |(status, indicator): (Status, &Indicator)| {
            let name = self.short_name(indicator);
            CellData {
                id: indicator.id.to_string(),
                text: self.with_status(indicator, &name),
                name,
                status: self.status_data(status, &indicator.place),
            }
        };
        indicators.into_iter().map(cell).collect()
    }

    /// The full name of an indicator with the unit of its values and its status.
    pub(super) fn title(&self, indicator: &Indicator) -> String {
        let name = self.name(indicator);
        let name = match self.unit(indicator) {
            Some(unit) => {
                let title = self.words.optional("name-and-unit", &[("name", &name), ("unit", &unit)]);
                title.unwrap_or_else(|| format!("{name} {unit}"))
            }
            None => name,
        };
        self.with_status(indicator, &name)
    }

    /// Without a value, what says why stands in place of the status: it may be suppressed.
    fn with_status(&self, indicator: &Indicator, name: &str) -> String {
        let (status, latest) = (self.report.status(indicator), self.latest(indicator));
        let is_absent = status == Status::NotReported && latest.missing;
        let status = if is_absent { latest.text } else { self.status_in_sentence(status, &indicator.place) };
        self.words.text("name-and-status", &[("name", name), ("status", &status)], &indicator.place)
    }

    /// How far some indicators of a group have come.
    pub(super) fn tally(&self, indicators: &[&Indicator]) -> Tally {
        let with_target = indicators.iter().filter(|indicator| indicator.target.is_some());
        let statuses: Vec<Status> = with_target.map(|indicator| self.report.status(indicator)).collect();
        let count = |is_meant: fn(Status) -> bool| {
            self.words.count(statuses.iter().filter(|status| is_meant(**status)).count())
        };
        let shortfalls = self.report.shortfalls();
        let furthest =
            shortfalls.iter().find(|shortfall| indicators.iter().any(|one| one.id == shortfall.indicator.id));
        Tally {
            targets: self.words.count(statuses.len()),
            reported: count(|status| status != Status::NotReported),
            achieved: count(|status| status == Status::Achieved),
            well: count(|status| matches!(status, Status::Achieved | Status::OnTrack)),
            furthest: furthest.map(|shortfall| self.short_name(shortfall.indicator)),
        }
    }
}
