//! The bullet chart: how far each indicator is on the way from its baseline to its target.
//! Knows shares and finished labels; refuses to know what an indicator is or how a share is computed.

use super::sheet::{on_sheet, require_room};
use super::style::{Color, Style};
use super::{Chart, ChartError, Drawing};

/// Actual, expectation and target of each indicator as shares of the way from baseline (0) to target (1).
#[derive(Debug, Clone, PartialEq)]
pub struct BulletChart {
    /// The indicators, from the top.
    pub rows: Vec<BulletRow>,
    /// The words over the line at 1.
    pub target_label: String,
    /// The words over the expectations; not shown where no row has one.
    pub pace_label: String,
    /// The share at which longer bars are cut.
    pub axis_limit: f64,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletRow {
    /// The colour of the bar.
    pub accent: Color,
    /// What the bar stands for.
    pub label: String,
    /// The rate as text.
    pub rate_text: String,
    /// The values behind the rate as text; may be empty.
    pub detail: String,
    /// The baseline as text, at zero; may be empty.
    pub baseline_text: String,
    /// How far the actual is; below 0 it is further from the target than the baseline was. No bar without one.
    pub actual: Option<f64>,
    /// How far it is expected to be by now.
    pub expected: Option<f64>,
    /// Where one band of the track ends and the next begins, in ascending order; at most three.
    pub bands: Vec<f64>,
}

impl Chart for BulletChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 8.0)?;
        on_sheet(style, 2.0 * style.text_size * self.rows.len() as f64, |sheet| {
            sheet.rule((0.0, 0.0), (style.width, 0.0), style.palette.ink, 0.9)
        })
    }
}
