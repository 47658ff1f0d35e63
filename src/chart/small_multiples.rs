//! Small multiples: a grid of trends over the same years, each with a scale of its own.
//! Knows series and finished labels; refuses to know what an indicator is.

use super::axis::Tick;
use super::series::TrendSeries;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::{Chart, ChartError, Drawing};

/// Trends of several indicators side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiplesChart {
    /// The years of every panel.
    pub years: Vec<String>,
    /// The panels, row by row.
    pub panels: Vec<Panel>,
    /// How many panels stand side by side at most.
    pub columns: usize,
}

/// One trend of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What the panel shows.
    pub title: String,
    /// What its values count; may be empty.
    pub unit: String,
    /// The actuals and what they are read against.
    pub series: TrendSeries,
    /// The values at the panel's left edge; may be empty.
    pub ticks: Vec<Tick>,
}

impl Chart for SmallMultiplesChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.panels.is_empty() || self.years.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 8.0)?;
        on_sheet(style, 10.0 * style.text_size * self.panels.len() as f64, |sheet| {
            sheet.rule((0.0, 0.0), (style.width, 0.0), style.palette.ink, 0.9)
        })
    }
}
