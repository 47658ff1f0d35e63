//! The sparkline: a trend as small as a word.
//! Knows a series; refuses to set any text.

use super::series::TrendSeries;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::{Chart, ChartError, Drawing};

/// A trend without any text, as high as a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineChart {
    /// The actuals and what they are read against; its labels are not shown.
    pub series: TrendSeries,
}

impl Chart for SparklineChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.series.points.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 2.0)?;
        on_sheet(style, 1.25 * style.text_size, |sheet| {
            sheet.rule((0.0, 0.0), (style.width, 0.0), style.palette.ink, 0.9)
        })
    }
}
