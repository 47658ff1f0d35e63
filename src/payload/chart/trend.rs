//! The chart of an indicator over the years.

use super::{ChartFile, Frame};
use crate::chart::TrendChart;
use crate::payload::PayloadBuilder;
use crate::payload::data::{ChartData, FeaturedData};
use crate::report::{GroupId, Indicator};
use crate::typeset::ChartKind;

const MOST_TICKS: usize = 6;

impl PayloadBuilder<'_> {
    /// Draws the main indicators of a group; empty if the template has no such chart.
    pub(in crate::payload) fn featured(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Vec<FeaturedData> {
        let group = self.report.settings.groups.iter().find(|known| Some(&known.id) == group);
        let ids = group.into_iter().flat_map(|group| &group.featured);
        let indicators: Vec<&Indicator> = ids
            .filter_map(|id| self.report.indicators.iter().find(|indicator| indicator.id == id.value))
            .filter(|indicator| self.report.years_with_values(&indicator.id) > 0)
            .collect();
        indicators
            .into_iter()
            .filter_map(|indicator| {
                Some(FeaturedData {
                    id: indicator.id.to_string(),
                    name: self.name(indicator),
                    title: self.title(indicator),
                    unit: self.unit(indicator),
                    chart: self.trend_chart(indicator, accent, files)?,
                })
            })
            .collect()
    }

    fn trend_chart(&self, indicator: &Indicator, accent: &str, files: &mut Vec<ChartFile>) -> Option<ChartData> {
        if !self.draws(ChartKind::Trend) {
            return None;
        }
        let place = &indicator.place;
        let axis = self.axis(&[indicator]);
        let mut series = self.trend_series(indicator, axis, accent);
        if let Some(target) = &mut series.target {
            target.label = self.words.text("trend-target-label", &[("value", &target.label)], place);
        }
        let items = self.join(&self.trend_items(indicator, axis), place);
        let ticks = self.ticks(indicator, &series, MOST_TICKS);
        let plots = [(series, ticks)];
        let frame = Frame {
            kind: ChartKind::Trend,
            name: indicator.id.to_string(),
            alt: self.words.text("trend-alt", &[("name", &self.name(indicator)), ("items", &items)], place),
            // The line of the target has its label.
            key: self.trend_key(indicator, &plots).into_iter().filter(|entry| entry.mark != "target").collect(),
            place,
        };
        let [(series, ticks)] = plots;
        self.draw(&TrendChart { years: self.axis_labels(axis), series, ticks }, frame, files)
    }
}
