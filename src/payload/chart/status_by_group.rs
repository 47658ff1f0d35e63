//! The chart of how many indicators of each group have which status.

use super::{ChartFile, Frame, sheet_name};
use crate::chart::{Category, StatusByGroupChart, StatusMark, StatusRow};
use crate::diagnostic::Place;
use crate::payload::PayloadBuilder;
use crate::payload::data::{ChartData, CountData, KeyData};
use crate::report::{GroupId, Status};
use crate::typeset::ChartKind;

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

impl PayloadBuilder<'_> {
    /// Empty if the template has no such chart.
    pub(in crate::payload) fn status_charts(&self, counts: &[CountData], files: &mut Vec<ChartFile>) -> Vec<ChartData> {
        if !self.draws(ChartKind::StatusByGroup) {
            return Vec::new();
        }
        let groups: Vec<Option<&GroupId>> = self.report.group_ids().collect();
        self.sheets(ChartKind::StatusByGroup, &groups, 1, files, |index, groups, files| {
            self.status_chart(counts, groups, index, files)
        })
    }

    fn status_chart(
        &self,
        counts: &[CountData],
        groups: &[Option<&GroupId>],
        index: usize,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        let place = &self.report.indicators.first()?.place;
        let statuses: Vec<Status> = WORST_FIRST
            .into_iter()
            .filter(|status| counts.iter().any(|count| count.status == status.as_str()))
            .collect();
        let categories: Vec<Category> = statuses
            .iter()
            .map(|status| Category {
                color: self.color(self.template.theme.status.get(status.as_str()).map_or("", String::as_str)),
                mark: mark(*status),
            })
            .collect();
        let mut rows = Vec::new();
        let mut items = Vec::new();
        for &group in groups {
            let label = group.map_or_else(|| self.all_indicators(place), |group| self.group_label(group, place));
            let counts = self.status_counts(self.report.indicators_of(group));
            let number = |status: &Status| counts.iter().find(|count| count.status == status.as_str());
            rows.push(StatusRow {
                label: label.clone(),
                counts: statuses.iter().map(|status| number(status).map_or(0, |count| count.count)).collect(),
                count_texts: statuses
                    .iter()
                    .map(|status| number(status).map(|count| count.text.clone()).unwrap_or_default())
                    .collect(),
            });
            let counts: Vec<String> = counts
                .iter()
                .map(|count| {
                    let arguments = [("status", count.label.as_str()), ("count", &count.text)];
                    self.words.text("status-by-group-count", &arguments, place)
                })
                .collect();
            let counts = counts.join(&self.separator(place));
            let arguments = [("group", label.as_str()), ("counts", &counts)];
            items.push(self.words.text("status-by-group-item", &arguments, place));
        }
        let items = self.join(&items, place);
        let alt = self.words.text("status-by-group-alt", &[("items", &items)], place);
        let key = statuses.iter().zip(&categories);
        let key = key.filter_map(|(status, category)| self.status_key(*status, category, place, files)).collect();
        let frame = Frame { kind: ChartKind::StatusByGroup, name: sheet_name("", index), alt, key, place };
        self.draw(&StatusByGroupChart { categories, rows }, frame, files)
    }
}

impl PayloadBuilder<'_> {
    fn status_key(
        &self,
        status: Status,
        category: &Category,
        place: &Place,
        files: &mut Vec<ChartFile>,
    ) -> Option<KeyData> {
        let label = self.status_name(status, place);
        let mark = format!("status-{}", status.as_str());
        let frame =
            Frame { kind: ChartKind::StatusByGroup, name: mark.clone(), alt: String::new(), key: Vec::new(), place };
        let swatch = self.draw(category, frame, files)?;
        Some(KeyData { mark, label, swatch: Some(swatch.path) })
    }
}

/// The mark that distinguishes a status without colour.
#[must_use]
pub fn mark(status: Status) -> StatusMark {
    match status {
        Status::Achieved => StatusMark::Full,
        Status::OnTrack => StatusMark::ThreeQuarters,
        Status::AccelerationNeeded => StatusMark::Half,
        Status::Limited => StatusMark::Quarter,
        Status::Deteriorating => StatusMark::Down,
        Status::NotAchieved => StatusMark::Minus,
        Status::NotYet => StatusMark::Empty,
        Status::NotReported => StatusMark::Dashed,
        Status::Undefined => StatusMark::Cross,
        Status::Monitored => StatusMark::Dash,
    }
}
