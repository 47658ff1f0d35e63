//! The trend chart: actuals by year against the target, the targets of single years and the pace.
//! Knows series and finished labels; refuses to know what an indicator is or how a pace is computed.

use super::axis::Tick;
use super::series::TrendSeries;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
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

impl Chart for TrendChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.years.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 8.0)?;
        on_sheet(style, 14.0 * style.text_size, |sheet| {
            sheet.rule((0.0, 0.0), (style.width, 0.0), style.palette.ink, 0.9)
        })
    }
}
