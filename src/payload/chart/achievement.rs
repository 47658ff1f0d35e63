//! The chart of a group's achievement rates.

use std::collections::BTreeSet;

use super::{ChartFile, Frame, percent, sheet_name};
use crate::chart::{AchievementChart, AchievementRow};
use crate::diagnostic::Place;
use crate::payload::PayloadBuilder;
use crate::payload::data::ChartData;
use crate::report::{Comparator, GroupId, Indicator, Ratio, Status};
use crate::typeset::ChartKind;

/// The percentage of the target at which longer bars are cut off; the true rate is shown beside them.
const AXIS_LIMIT: f64 = 150.0;

impl PayloadBuilder<'_> {
    /// Empty if the template has no such chart or no indicator of the group has a target.
    pub(in crate::payload) fn achievement_charts(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Vec<ChartData> {
        if !self.draws(ChartKind::Achievement) {
            return Vec::new();
        }
        let indicators: Vec<&Indicator> =
            self.report.indicators_of(group).filter(|indicator| indicator.target.is_some()).collect();
        self.sheets(ChartKind::Achievement, &indicators, 1, files, |index, indicators, files| {
            self.achievement_chart(group, accent, indicators, index, files)
        })
    }

    fn achievement_chart(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        indicators: &[&Indicator],
        index: usize,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        let place = &indicators.first()?.place;
        let share = self.elapsed_shares(indicators, place);
        let rows = indicators.iter().map(|indicator| self.achievement_row(indicator)).collect();
        let items: Vec<String> = indicators.iter().map(|indicator| self.achievement_item(indicator)).collect();
        let name = group.map_or_else(|| self.all_indicators(place), |group| self.group_name(group, place));
        let arguments = [("group", name.as_str()), ("items", &self.join(&items, place)), ("share", &share)];
        let alt = self.words.text("achievement-alt", &arguments, place);
        let chart = AchievementChart {
            accent: self.color(accent),
            rows,
            target_label: self.words.text("chart-target", &[], place),
            pace_label: self.pace_label(indicators, place),
            axis_limit: AXIS_LIMIT,
        };
        let name = sheet_name(group.map_or("all", GroupId::as_str), index);
        let frame = Frame { kind: ChartKind::Achievement, name, alt, key: Vec::new(), place };
        self.draw(&chart, frame, files)
    }

    /// The label of the pace line: the share of the plan elapsed, the target of the year, or both if the indicators
    /// differ.
    pub(super) fn pace_label(&self, indicators: &[&Indicator], place: &Place) -> String {
        let with_pace = indicators.iter().filter(|indicator| self.report.expected_rate(indicator).is_some());
        let (by_year, by_share): (Vec<&Indicator>, Vec<&Indicator>) =
            with_pace.partition(|indicator| self.report.year_target(indicator).is_some());
        let mut labels = Vec::new();
        if !by_share.is_empty() || by_year.is_empty() {
            let shares = self.elapsed_shares(indicators, place);
            labels.push(self.words.text("chart-pace", &[("share", &shares)], place));
        }
        if !by_year.is_empty() {
            labels.push(self.words.text("chart-pace-year-target", &[], place));
        }
        labels.join(&self.separator(place))
    }

    /// The share of the time elapsed. `several` if it differs: baselines or targets are of different years, or some latest
    /// values of earlier ones.
    fn elapsed_shares(&self, indicators: &[&Indicator], place: &Place) -> String {
        let has_share = |indicator: &&&Indicator| {
            self.report.expected_rate(indicator).is_some() && self.report.year_target(indicator).is_none()
        };
        let shares = indicators.iter().filter(has_share);
        let shares: BTreeSet<Ratio> = shares.filter_map(|indicator| self.report.elapsed_share_of(indicator)).collect();
        match shares.into_iter().collect::<Vec<_>>()[..] {
            [] => self.percent(self.report.elapsed_share(), place),
            [share] => self.percent(share, place),
            _ => "several".to_owned(),
        }
    }

    fn achievement_row(&self, indicator: &Indicator) -> AchievementRow {
        let rate = self.report.achievement_rate(indicator);
        let (actual, target) = self.drawn_actual_and_target(indicator);
        let status = self.report.status(indicator);
        AchievementRow {
            label: self.short_name(indicator),
            rate: rate.map(percent),
            rate_text: rate
                .map(|rate| self.percent(rate, &indicator.place))
                .unwrap_or_else(|| self.status_name(status, &indicator.place)),
            detail: self.detail(indicator, &actual, &target),
            pace: self.report.expected_rate(indicator).map(percent),
            reached: status == Status::Achieved,
        }
    }

    /// The values behind a rate; a target that is a bound says so itself.
    pub(super) fn detail(&self, indicator: &Indicator, actual: &str, target: &str) -> String {
        let comparator = indicator.target.as_ref().and_then(|target| target.comparator);
        let comparator = comparator.map_or("none", Comparator::word);
        let arguments = [("actual", actual), ("target", target), ("comparator", comparator)];
        self.words.text("chart-detail", &arguments, &indicator.place)
    }

    fn achievement_item(&self, indicator: &Indicator) -> String {
        let (actual, target) = self.actual_and_target(indicator);
        let label = self.short_name(indicator);
        let status = self.status_in_sentence(self.report.status(indicator), &indicator.place);
        let mut arguments =
            vec![("label", label.as_str()), ("actual", &actual), ("target", &target), ("status", &status)];
        let rate = self.report.achievement_rate(indicator).map(|rate| self.percent(rate, &indicator.place));
        let message = match &rate {
            Some(rate) => {
                arguments.push(("rate", rate));
                "achievement-item"
            }
            None => "achievement-item-without-rate",
        };
        self.words.text(message, &arguments, &indicator.place)
    }

    pub(super) fn actual_and_target(&self, indicator: &Indicator) -> (String, String) {
        (self.latest_text(indicator), self.target_text(indicator))
    }

    /// Like `actual_and_target`, shortened for charts: years in full and reasons for absent values are in the
    /// alternative text.
    pub(super) fn drawn_actual_and_target(&self, indicator: &Indicator) -> (String, String) {
        let latest = self.latest(indicator);
        let text = if latest.missing { latest.number } else { latest.text };
        let year = self.report.latest(&indicator.id).year;
        (self.of_year(indicator, text, |words| words.marked_fiscal_year(year)), self.target_text(indicator))
    }

    fn target_text(&self, indicator: &Indicator) -> String {
        let target = indicator.target.as_ref();
        target.map(|target| self.target(indicator, target).text).unwrap_or_default()
    }
}
