//! The chart of a group's other indicators over the years, side by side.

use super::{ChartFile, Frame, sheet_name};
use crate::chart::{Panel, SmallMultiplesChart, TrendSeries};
use crate::payload::PayloadBuilder;
use crate::payload::data::ChartData;
use crate::report::{GroupId, Indicator};
use crate::typeset::ChartKind;

const MOST_TICKS: usize = 4;
/// In em.
const PANEL_WIDTH: f64 = 18.0;

impl PayloadBuilder<'_> {
    /// Draws the counted indicators of a group that have values for two or more years and are not featured; empty if
    /// the template has no such chart.
    pub(in crate::payload) fn multiples(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Vec<ChartData> {
        let Some(size) = self.template.manifest.charts.get(&ChartKind::SmallMultiples) else { return Vec::new() };
        let indicators: Vec<&Indicator> = self.beside_featured(group).collect();
        let columns = (self.template.chart_width(size) / (PANEL_WIDTH * size.text_size)).clamp(1.0, 4.0) as usize;
        self.sheets(ChartKind::SmallMultiples, &indicators, columns, files, |index, indicators, files| {
            self.multiples_sheet((group, accent), indicators, columns, index, files)
        })
    }

    /// The main indicators of a group with values for two or more years, but for those shown large.
    pub(in crate::payload) fn beside_featured<'a>(
        &'a self,
        group: Option<&'a GroupId>,
    ) -> impl Iterator<Item = &'a Indicator> {
        let known = self.report.settings.groups.iter().find(|known| Some(&known.id) == group);
        let is_featured = move |indicator: &Indicator| {
            known.is_some_and(|group| group.featured.iter().any(|featured| featured.value == indicator.id))
        };
        let indicators = self.report.indicators_of(group);
        indicators.filter(move |indicator| !is_featured(indicator) && self.report.years_with_values(&indicator.id) > 1)
    }

    fn multiples_sheet(
        &self,
        (group, accent): (Option<&GroupId>, &str),
        indicators: &[&Indicator],
        columns: usize,
        index: usize,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        let first = *indicators.first()?;
        let axis = self.axis(indicators);
        let plot = |indicator: &&Indicator| {
            let series = self.panel_series(indicator, axis, accent);
            let ticks = self.ticks(indicator, &series, MOST_TICKS);
            (series, ticks)
        };
        let plots: Vec<_> = indicators.iter().map(plot).collect();
        let items: Vec<String> = indicators
            .iter()
            .map(|indicator| {
                let items = self.trend_items(indicator, axis).join(&self.separator(&indicator.place));
                let arguments = [("name", self.short_name(indicator)), ("items", items)];
                let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
                self.words.text("small-multiples-item", &arguments, &indicator.place)
            })
            .collect();
        let items = self.join(&items, &first.place);
        let name =
            group.map_or_else(|| self.all_indicators(&first.place), |group| self.group_name(group, &first.place));
        let frame = Frame {
            kind: ChartKind::SmallMultiples,
            name: sheet_name(group.map_or("all", GroupId::as_str), index),
            alt: self.words.text("small-multiples-alt", &[("group", &name), ("items", &items)], &first.place),
            key: self.trend_key(first, &plots),
            place: &first.place,
        };
        let panels = indicators.iter().zip(plots).map(|(indicator, (series, ticks))| Panel {
            title: self.short_name(indicator),
            unit: self.unit(indicator).unwrap_or_default(),
            ticks,
            series,
        });
        self.draw(
            &SmallMultiplesChart { years: self.axis_labels(axis), panels: panels.collect(), columns },
            frame,
            files,
        )
    }

    fn panel_series(&self, indicator: &Indicator, axis: super::Axis, accent: &str) -> TrendSeries {
        let mut series = self.trend_series(indicator, axis, accent);
        if let (Some(label), Some(target)) = (&mut series.target, &indicator.target) {
            label.label = self.target(indicator, target).number;
        }
        series
    }
}
