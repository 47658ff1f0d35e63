//! The chart of the indicators that are furthest behind.

use super::{ChartFile, Frame, number};
use crate::chart::{BulletChart, BulletRow};
use crate::payload::PayloadBuilder;
use crate::payload::data::{ChartData, KeyData};
use crate::report::{Indicator, Shortfall, Status};
use crate::typeset::ChartKind;

const AXIS_LIMIT: f64 = 1.0;

/// The bands between the bounds of pace, from the lowest.
const BANDS: [Status; 3] = [Status::Limited, Status::AccelerationNeeded, Status::OnTrack];

impl PayloadBuilder<'_> {
    /// `None` if the template has no such chart or no indicator is behind.
    pub(in crate::payload) fn gaps_chart(
        &self,
        shortfalls: &[Shortfall<'_>],
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        if !self.draws(ChartKind::Bullet) {
            return None;
        }
        let indicators: Vec<&Indicator> = shortfalls.iter().map(|shortfall| shortfall.indicator).collect();
        let first = *indicators.first()?;
        let place = &first.place;
        let rows: Vec<BulletRow> = shortfalls.iter().map(|shortfall| self.bullet_row(shortfall)).collect();
        let items: Vec<String> = shortfalls.iter().map(|shortfall| self.bullet_item(shortfall)).collect();
        let pace_label = self.pace_label(&indicators, place);
        let frame = Frame {
            kind: ChartKind::Bullet,
            name: String::new(),
            alt: self.words.text("bullet-alt", &[("items", &self.join(&items, place))], place),
            key: self.bullet_key(first, &rows, &pace_label),
            place,
        };
        let target_label = self.words.text("chart-target", &[], place);
        self.draw(&BulletChart { rows, target_label, pace_label, axis_limit: AXIS_LIMIT }, frame, files)
    }

    fn bullet_row(&self, shortfall: &Shortfall<'_>) -> BulletRow {
        let Shortfall { indicator, progress, .. } = shortfall;
        let (actual, target) = self.drawn_actual_and_target(indicator);
        let group = indicator.group.as_ref().map(|group| &group.value);
        let index = self.report.group_ids().position(|known| known == group).unwrap_or_default();
        BulletRow {
            accent: self.color(self.template.theme.accent(index)),
            label: self.short_name(indicator),
            rate_text: self.percent(progress.share, &indicator.place),
            detail: self.detail(indicator, &actual, &target),
            baseline_text: self.baseline_text(indicator).unwrap_or_default(),
            actual: Some(number(progress.share.0)),
            expected: progress.expected.map(|expected| number(expected.0)),
            bands: progress.bands.iter().map(|band| number(band.0)).collect(),
        }
    }

    fn baseline_text(&self, indicator: &Indicator) -> Option<String> {
        indicator.baseline.as_ref().map(|baseline| self.baseline(indicator, baseline).text)
    }

    fn bullet_item(&self, shortfall: &Shortfall<'_>) -> String {
        let Shortfall { indicator, progress, .. } = shortfall;
        let (actual, target) = self.actual_and_target(indicator);
        let none = || "none".to_owned();
        let percent = |rate| self.percent(rate, &indicator.place);
        let arguments = [
            ("label", self.short_name(indicator)),
            ("actual", actual),
            ("target", target),
            ("baseline", self.baseline_text(indicator).unwrap_or_else(none)),
            ("rate", percent(progress.share)),
            ("expected", progress.expected.map_or_else(none, percent)),
            ("status", self.status_in_sentence(self.report.status(indicator), &indicator.place)),
        ];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        self.words.text("bullet-item", &arguments, &indicator.place)
    }

    fn bullet_key(&self, indicator: &Indicator, rows: &[BulletRow], pace_label: &str) -> Vec<KeyData> {
        let occurs = [
            ("actual", rows.iter().any(|row| row.actual.is_some())),
            ("baseline-line", rows.iter().any(|row| !row.baseline_text.is_empty())),
            ("target", true),
        ];
        let marks = occurs.into_iter().filter(|(_, occurs)| *occurs);
        let mut key: Vec<KeyData> = marks.map(|(mark, _)| self.key(mark, indicator)).collect();
        if rows.iter().any(|row| row.expected.is_some()) {
            // The expected value is the pace, the target of the year, or both if the indicators differ.
            key.push(KeyData { mark: "pace".to_owned(), label: pace_label.to_owned(), swatch: None });
        }
        if rows.iter().any(|row| !row.bands.is_empty()) {
            key.extend(BANDS.map(|status| KeyData {
                mark: format!("band-{}", status.as_str()),
                label: self.status_name(status, &indicator.place),
                swatch: None,
            }));
        }
        key
    }
}
