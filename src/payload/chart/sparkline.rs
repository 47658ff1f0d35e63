//! The chart of an indicator over the years in a table's cell.

use super::{ChartFile, Frame};
use crate::chart::SparklineChart;
use crate::payload::PayloadBuilder;
use crate::payload::data::ChartData;
use crate::report::{Indicator, SeriesYear};
use crate::typeset::ChartKind;

impl PayloadBuilder<'_> {
    /// The first and last value in words; `None` if fewer than two years have a value or the template has no such
    /// chart.
    pub(in crate::payload) fn trend_in_words(&self, indicator: &Indicator) -> Option<String> {
        if !self.draws(ChartKind::Sparkline) {
            return None;
        }
        let years: Vec<_> = self.report.series(&indicator.id).filter(|year| year.value().is_some()).collect();
        let [first, .., last] = years.as_slice() else { return None };
        let year = |year: &SeriesYear<'_>| self.words.fiscal_year(year.year);
        let value = |year: &SeriesYear<'_>| {
            year.observation.map(|observation| self.actual(indicator, observation).text).unwrap_or_default()
        };
        let arguments =
            [("first-year", year(first)), ("first", value(first)), ("last-year", year(last)), ("last", value(last))];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        Some(self.words.text("sparkline-alt", &arguments, &indicator.place))
    }

    pub(in crate::payload) fn sparkline(
        &self,
        indicator: &Indicator,
        trend: &str,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        let frame = Frame {
            kind: ChartKind::Sparkline,
            name: indicator.id.to_string(),
            alt: trend.to_owned(),
            key: Vec::new(),
            place: &indicator.place,
        };
        // Show only the years of the row's cells.
        let series = self.trend_series(indicator, self.axis(&[]), accent);
        self.draw(&SparklineChart { series }, frame, files)
    }
}
