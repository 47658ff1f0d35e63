//! The trend chart: actuals by year against the target, the targets of single years and the pace.
//! Knows series and finished labels; refuses to know what an indicator is or how a pace is computed.

use plotters::style::text_anchor::HPos;

use super::axis::Tick;
use super::placement::Block;
use super::series::TrendSeries;
use super::series_plot::{Labelling, Margins, SeriesPlot, TEXT_GAP};
use super::shape::Bounds;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::typeface::Weight;
use super::year_axis::YearAxis;
use super::{Chart, ChartError, Drawing};

/// Actuals over years: bars from zero for amounts, a line for levels.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendChart {
    /// The years of the axis, up to the target's.
    pub years: Vec<String>,
    /// The actuals and what they are read against.
    pub series: TrendSeries,
    /// The values at the left edge.
    pub ticks: Vec<Tick>,
}

/// The greatest share of the width that the words of the target may take.
const WIDEST_TARGET: f64 = 0.24;
/// The height of the plot as a share of its width, and its bounds in shares of the text size.
const PROPORTION: f64 = 0.36;
const LEAST_HEIGHT: f64 = 10.0;
const GREATEST_HEIGHT: f64 = 18.0;

impl Chart for TrendChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.years.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 10.0)?;
        let em = style.text_size;
        let target = self.series.target.as_ref().filter(|target| target.value.is_finite());
        let words = target.map(|target| (target.value, target.label.as_str())).filter(|(_, words)| !words.is_empty());
        let words =
            words.map(|(value, words)| (value, Block::new(style, words, Weight::Regular, WIDEST_TARGET * style.width)));
        let words_width = words.as_ref().map_or(0.0, |(_, block)| block.width + TEXT_GAP * em);
        let words_height = words.as_ref().map_or(0.0, |(_, block)| block.height);

        let right = style.width - words_width;
        let height = (PROPORTION * right).clamp(LEAST_HEIGHT * em, GREATEST_HEIGHT * em).max(words_height);
        let room = Bounds { left: 0.0, top: 0.0, right, bottom: height };
        let plots = [(&self.series, self.ticks.as_slice())];
        let years = self.years.len();
        let margins = Margins::new(style, right, years, plots.into_iter());
        let [plot] = plots.map(|plot| SeriesPlot::new(style, room, margins, years, plot, Labelling::Values));
        let latest = self.series.points.len().saturating_sub(1);
        let axis = YearAxis::new(style, &self.years, latest, (0.0, style.width), |index| plot.frame.x(index as f64));
        on_sheet(style, height + axis.height, |sheet| {
            plot.draw(sheet, style)?;
            axis.draw(sheet, style, height)?;
            if let Some((value, block)) = &words {
                let half = block.height / 2.0;
                let middle = plot.frame.y(*value).min(height - half).max(half);
                block.set(sheet, (style.width - block.width / 2.0, middle), style.palette.ink, HPos::Left)?;
            }
            Ok(())
        })
    }
}
