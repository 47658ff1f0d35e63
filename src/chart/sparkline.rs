//! The sparkline: a trend as small as a word.
//! Knows a series; refuses to set any text.

use super::frame::Frame;
use super::series::TrendSeries;
use super::shape::Bounds;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::trace::{Trace, WORD};
use super::{Chart, ChartError, Drawing};

/// A trend without any text, as high as a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineChart {
    /// The actuals and what they are read against; its labels are not shown.
    pub series: TrendSeries,
}

/// The height, in shares of the text size.
const HEIGHT: f64 = 1.25;
/// The space that marks take at each side, in points.
const INSET: f64 = 1.8;

impl Chart for SparklineChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.series.points.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 2.0)?;
        let height = HEIGHT * style.text_size;
        // So small a chart has room for the actuals and one line to read them against.
        let series = TrendSeries { baseline: None, path: Vec::new(), pace: Vec::new(), ..self.series.clone() };
        let bounds = Bounds { left: INSET, top: INSET, right: style.width - INSET, bottom: height - INSET };
        let frame = Frame::new(bounds, series.points.len(), &series, &[]);
        on_sheet(style, height, |sheet| {
            let trace = Trace::new(&series, &frame, style, WORD, 0.0);
            trace.shapes.iter().try_for_each(|shape| shape.draw(sheet))
        })
    }
}
