//! The chart of an indicator over the years in a table's cell.

use super::{ChartFile, Frame};
use crate::chart::SparklineChart;
use crate::payload::Speaker;
use crate::payload::data::ChartData;
use crate::report::Indicator;
use crate::typeset::ChartKind;

impl Speaker<'_> {
    /// Draws an indicator that has values of two years or more; none where the template has no such chart.
    pub(in crate::payload) fn sparkline(
        &self,
        indicator: &Indicator,
        accent: &str,
        files: &mut Vec<ChartFile>,
    ) -> Option<ChartData> {
        if !self.draws(ChartKind::Sparkline) {
            return None;
        }
        let place = &indicator.place;
        let years: Vec<_> = self.report.series(&indicator.id).filter(|year| year.value().is_some()).collect();
        let [first, .., last] = years.as_slice() else { return None };
        let year = |year: &crate::report::SeriesYear<'_>| self.words.fiscal_year(year.year);
        let value = |year: &crate::report::SeriesYear<'_>| {
            year.observation.map(|observation| self.actual(indicator, observation).text).unwrap_or_default()
        };
        let arguments =
            [("first-year", year(first)), ("first", value(first)), ("last-year", year(last)), ("last", value(last))];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        let frame = Frame {
            kind: ChartKind::Sparkline,
            name: indicator.id.to_string(),
            alt: self.words.text("sparkline-alt", &arguments, place),
            key: Vec::new(),
            place,
        };
        // Only what the row's cells say of the years, which are its words.
        let series = self.trend_series(indicator, self.axis(&[]), accent);
        self.draw(&SparklineChart { series }, frame, files)
    }
}
