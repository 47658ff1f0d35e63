//! The chart of a group's other indicators over the years, side by side.

use super::{Axis, ChartFile, Frame};
use crate::chart::{Panel, SmallMultiplesChart, TrendSeries};
use crate::diagnostic::Place;
use crate::payload::Speaker;
use crate::payload::data::ChartData;
use crate::report::{GroupId, Indicator};

/// The kind of chart that shows indicators over the years side by side.
const SMALL_MULTIPLES: &str = "small-multiples";
/// The most values at a panel's left edge.
const MOST_TICKS: usize = 3;
/// The most rows of panels in one chart, so that it stands on one page.
const MOST_ROWS: usize = 6;
/// The least width of a panel in sizes of its text.
const PANEL_WIDTH: f64 = 18.0;

impl Speaker<'_> {
    /// Draws the counted indicators of a group that have values of two years or more and are not shown large, as many
    /// beside and below each other as a page has room for, and the rest in further charts; none where the template has no
    /// such chart.
    pub(in crate::payload) fn multiples(
        &self,
        group: Option<&GroupId>,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Vec<ChartData> {
        let Some(size) = self.template.manifest.charts.get(SMALL_MULTIPLES) else { return Vec::new() };
        let known = self.report.settings.groups.iter().find(|known| Some(&known.id) == group);
        let is_featured = |indicator: &Indicator| {
            known.is_some_and(|group| group.featured.iter().any(|featured| featured.value == indicator.id))
        };
        let indicators: Vec<&Indicator> = self
            .report
            .indicators_of(group)
            .filter(|indicator| !is_featured(indicator) && self.report.years_with_values(&indicator.id) > 1)
            .collect();
        let axis = self.axis(&indicators);
        let columns = (size.width / (PANEL_WIDTH * size.text_size)).clamp(1.0, 4.0) as usize;
        let charts = indicators.chunks(columns * MOST_ROWS).zip(1..);
        charts
            .filter_map(|(indicators, number)| {
                let group_id = group.map_or("all", GroupId::as_str);
                // No identifier has a full stop in it.
                let name = if number == 1 { group_id.to_owned() } else { format!("{group_id}.{number}") };
                let series: Vec<TrendSeries> =
                    indicators.iter().map(|indicator| self.panel_series(indicator, axis, accent)).collect();
                let place = &indicators.first()?.place;
                let frame = Frame {
                    kind: SMALL_MULTIPLES,
                    name: &name,
                    alt: self.multiples_alt(group, indicators, axis, place),
                    key: self.trend_key(indicators.first()?, &series),
                    place,
                };
                let panels = indicators.iter().zip(series).map(|(indicator, series)| Panel {
                    title: self.short_name(indicator),
                    unit: self.unit(indicator).unwrap_or_default(),
                    ticks: self.ticks(indicator, &series, MOST_TICKS),
                    series,
                });
                let panels = panels.collect();
                self.draw(&SmallMultiplesChart { years: self.axis_labels(axis), panels, columns }, frame, files)
            })
            .collect()
    }

    /// Says what panels show.
    fn multiples_alt(&self, group: Option<&GroupId>, indicators: &[&Indicator], axis: Axis, place: &Place) -> String {
        let items: Vec<String> = indicators
            .iter()
            .map(|indicator| {
                let items = self.trend_items(indicator, axis).join(&self.separator(place));
                let name = self.short_name(indicator);
                let arguments = [("name", name.as_str()), ("items", &items)];
                self.words.text("small-multiples-item", &arguments, &indicator.place)
            })
            .collect();
        let name = group.map_or_else(|| self.all_indicators(place), |group| self.group_name(group, place));
        let arguments = [("group", name.as_str()), ("items", &self.join(&items, place))];
        self.words.text("small-multiples-alt", &arguments, place)
    }

    /// Returns a series with labels as short as a panel needs them.
    fn panel_series(&self, indicator: &Indicator, axis: Axis, accent: &str) -> TrendSeries {
        let mut series = self.trend_series(indicator, axis, accent);
        if let (Some(label), Some(target)) = (&mut series.target, &indicator.target) {
            label.label = self.target(indicator, target).number;
        }
        series
    }
}
