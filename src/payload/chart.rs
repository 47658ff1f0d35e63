//! Charts of a report: their series, labels and alternative texts.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Speaker;
use super::data::{ChartData, CountData};
use crate::chart::{
    AchievementChart, AchievementRow, Category, Chart, Color, Palette, Pattern, StatusByGroupChart, StatusRow, Style,
};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::report::{GroupId, Indicator, Ratio, Status};

/// The percentage of the target at which longer bars are cut; the true rate stands beside them.
const AXIS_LIMIT: f64 = 150.0;

/// The kind of chart that shows achievement by indicator.
const ACHIEVEMENT: &str = "achievement";
/// The kind of chart that shows how many indicators of each group have which status.
const STATUS_BY_GROUP: &str = "status-by-group";

/// A drawn chart: its path from the root, without a leading slash, and its SVG.
pub(super) type ChartFile = (String, Vec<u8>);

impl Speaker<'_> {
    /// Draws the achievement of a group's indicators; none where the template has no such chart or no indicator has a
    /// target.
    pub(super) fn achievement_chart(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        if !self.template.manifest.charts.contains_key(ACHIEVEMENT) {
            return None;
        }
        let indicators: Vec<&Indicator> =
            self.report.indicators_of(group).filter(|indicator| indicator.target.is_some()).collect();
        let place = &indicators.first()?.place;
        let elapsed = self.report.elapsed_share();
        let share = self.percent(elapsed, place);
        let rows = indicators.iter().map(|indicator| self.achievement_row(indicator)).collect();
        let items: Vec<String> = indicators.iter().map(|indicator| self.achievement_item(indicator)).collect();
        let name = group.map_or_else(|| self.all_indicators(place), |group| self.group_name(group, place));
        let arguments = [("group", name.as_str()), ("items", &self.join(&items, place)), ("share", &share)];
        let alt = self.words.text("achievement-alt", &arguments, place);
        let chart = AchievementChart {
            accent: self.color(accent),
            rows,
            target_label: self.words.text("chart-target", &[], place),
            pace_label: self.pace_label(&indicators, &share, place),
            axis_limit: AXIS_LIMIT,
        };
        let path = format!("charts/{ACHIEVEMENT}-{}.svg", group.map_or("all", GroupId::as_str));
        self.draw(&chart, ACHIEVEMENT, path, alt, place, files)
    }

    /// Says what the mark of the pace stands for: the share of the plan elapsed, the target of the year, or both where the
    /// indicators differ.
    fn pace_label(&self, indicators: &[&Indicator], share: &str, place: &Place) -> String {
        let with_pace = indicators.iter().filter(|indicator| self.report.expected_rate(indicator).is_some());
        let (by_year, by_share): (Vec<&Indicator>, Vec<&Indicator>) =
            with_pace.partition(|indicator| self.report.year_target(&indicator.id).is_some());
        let mut labels = Vec::new();
        if !by_share.is_empty() || by_year.is_empty() {
            labels.push(self.words.text("chart-pace", &[("share", share)], place));
        }
        if !by_year.is_empty() {
            labels.push(self.words.text("chart-pace-year-target", &[], place));
        }
        labels.join(&self.separator(place))
    }

    /// Draws how many indicators of each group have which status; none where the template has no such chart.
    pub(super) fn status_chart(&self, counts: &[CountData], files: &mut Vec<ChartFile>) -> Option<ChartData> {
        if !self.template.manifest.charts.contains_key(STATUS_BY_GROUP) {
            return None;
        }
        let place = &self.report.indicators.first()?.place;
        let statuses: Vec<Status> = Status::ALL
            .into_iter()
            .filter(|status| counts.iter().any(|count| count.status == status.as_str()))
            .collect();
        let categories = statuses
            .iter()
            .map(|status| Category {
                label: self.status_name(*status, place),
                color: self.color(self.template.theme.status.get(status.as_str()).map_or("", String::as_str)),
                pattern: pattern(*status),
            })
            .collect();
        let mut rows = Vec::new();
        let mut items = Vec::new();
        for group in self.groups() {
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
        let path = format!("charts/{STATUS_BY_GROUP}.svg");
        self.draw(&StatusByGroupChart { categories, rows }, STATUS_BY_GROUP, path, alt, place, files)
    }

    fn achievement_row(&self, indicator: &Indicator) -> AchievementRow {
        let rate = self.report.achievement_rate(indicator);
        let (mut actual, target) = self.actual_and_target(indicator);
        let observed = self.actual(indicator, self.report.observation(&indicator.id));
        if observed.missing {
            // A chart has room for the sign; its alternative text says the reason.
            actual = observed.number;
        }
        let detail = [("actual", actual.as_str()), ("target", &target)];
        let status = self.report.status(indicator);
        AchievementRow {
            label: self.short_name(indicator),
            rate: rate.map(percent),
            rate_text: rate
                .map(|rate| self.percent(rate, &indicator.place))
                .unwrap_or_else(|| self.status_name(status, &indicator.place)),
            detail: self.words.text("chart-detail", &detail, &indicator.place),
            pace: self.report.expected_rate(indicator).map(percent),
            reached: status == Status::Achieved,
        }
    }

    /// Says what a row of the achievement chart shows.
    fn achievement_item(&self, indicator: &Indicator) -> String {
        let (actual, target) = self.actual_and_target(indicator);
        let label = self.short_name(indicator);
        let status = self.status_name(self.report.status(indicator), &indicator.place);
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

    fn actual_and_target(&self, indicator: &Indicator) -> (String, String) {
        let actual = self.actual(indicator, self.report.observation(&indicator.id)).text;
        let target = indicator.target.as_ref();
        (actual, target.map(|target| self.target(indicator, target).text).unwrap_or_default())
    }

    fn draw(
        &self,
        chart: &impl Chart,
        kind: &str,
        path: String,
        alt: String,
        place: &Place,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        let size = self.template.manifest.charts.get(kind)?;
        let style =
            Style { typeface: self.typeface, width: size.width, text_size: size.text_size, palette: self.palette() };
        match chart.draw(&style) {
            Ok(drawing) => {
                files.push((path.clone(), drawing.svg.into_bytes()));
                Some(ChartData { path: format!("/{path}"), alt, width: drawing.width, height: drawing.height })
            }
            Err(error) => {
                self.words.fault(Diagnostic::at(Code::ChartFailed, place).with("chart", path).with_detail(error));
                None
            }
        }
    }

    fn palette(&self) -> Palette {
        let ink = |name: &str| self.color(self.template.theme.ink.get(name).map_or("", String::as_str));
        Palette { ink: ink("text"), ink_soft: ink("muted"), rule: ink("line"), tint: ink("wash"), paper: ink("paper") }
    }

    /// Reads a colour of the theme; the theme's colours were checked when it was read.
    fn color(&self, text: &str) -> Color {
        text.parse().unwrap_or(Color::new(0, 0, 0))
    }

    fn join(&self, items: &[String], needed_by: &Place) -> String {
        items.join(&self.words.text("list-separator-strong", &[], needed_by))
    }

    fn separator(&self, needed_by: &Place) -> String {
        self.words.text("list-separator", &[], needed_by)
    }
}

/// Returns a ratio in percent as charts take it.
fn percent(ratio: Ratio) -> f64 {
    ratio.0.checked_mul(Decimal::ONE_HUNDRED).and_then(|percent| percent.to_f64()).unwrap_or(f64::MAX)
}

/// Returns what tells a status apart without colour.
#[must_use]
pub fn pattern(status: Status) -> Pattern {
    match status {
        Status::Achieved => Pattern::Solid,
        Status::OnTrack => Pattern::Rising,
        Status::AccelerationNeeded => Pattern::Crossed,
        Status::Limited => Pattern::Dotted,
        Status::Deteriorating => Pattern::Falling,
        Status::NotYet => Pattern::Level,
        Status::NotReported => Pattern::Upright,
        Status::Undefined => Pattern::Struck,
        Status::Monitored => Pattern::Plain,
    }
}
