//! The axis of a progress chart: where a share stands on it, and how its point is drawn. Constants are in em unless noted.

use super::geometry::Bounds;
use super::placement::Block;
use super::shape::{Form, Shape};
use super::sheet::Sheet;
use super::style::{Color, Style};
use super::trace::TARGET_WIDTH;
use super::{ChartError, PointStatus};

pub(super) const WORDS_GAP: f64 = 0.6;
pub(super) const RADIUS: f64 = 0.3;
const HALF_BAND: f64 = 0.42;
/// The tint of the band between expected share and target.
const BAND_TINT: f64 = 0.2;
/// In points.
const PATH_WIDTH: f64 = 1.1;
const MARK_OUTLINE: f64 = 1.0;
/// The least distance of a point from the start that its share is not at, in points.
const LEAST_FROM_START: f64 = 1.0;
/// The least white space between a point and the target line that its share does not reach, in points.
const LEAST_FROM_TARGET: f64 = 0.7;

/// What a row shows on the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) share: Option<f64>,
    pub(super) accent: Color,
    pub(super) status: PointStatus,
    pub(super) has_baseline: bool,
}

/// The axis of all rows of a chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    /// In points.
    edges: (f64, f64),
    /// The shares at the edges.
    low: f64,
    high: f64,
    /// The radius of points, in points.
    radius: f64,
}

impl Track {
    pub(super) fn new((low, high): (f64, f64), (left, right): (f64, f64), radius: f64) -> Self {
        let or = |value: f64, other: f64| if value.is_finite() { value } else { other };
        // Half a baseline stands left of the start.
        let edges = (left + 1.2 * radius, right);
        Self { edges, low: or(low, 0.0).clamp(-1.0, 0.0), high: or(high, 1.0).clamp(1.15, 10.0), radius }
    }

    /// The position of a share, limited to the axis.
    fn x(&self, share: f64) -> f64 {
        let (left, right) = self.edges;
        left + (right - left) * (share.clamp(self.low, self.high) - self.low) / (self.high - self.low)
    }

    /// The right edge of the start's label, and the left edge of the target's, which do not meet.
    pub(super) fn words(&self, start: &Block, target: &Block, style: &Style<'_>) -> (f64, f64) {
        let gap = WORDS_GAP * style.text_size;
        let taken = if start.lines.is_empty() { 0.0 } else { start.width + gap };
        let left = self.target().min(style.width - target.width).max(taken);
        ((self.start() + start.width / 2.0).max(start.width).min(left - gap), left)
    }

    pub(super) fn start(&self) -> f64 {
        self.x(0.0)
    }

    pub(super) fn target(&self) -> f64 {
        self.x(1.0)
    }

    /// The position of a point: always on the side of start and target on which its share is, so far from the target that
    /// the point does not touch its line. Never in another order than the shares.
    fn x_of_point(&self, share: f64) -> f64 {
        let beside = self.radius + MARK_OUTLINE / 2.0 + TARGET_WIDTH / 2.0 + LEAST_FROM_TARGET;
        let x = match share.total_cmp(&0.0) {
            _ if share == 0.0 => self.start(),
            std::cmp::Ordering::Less => self.x(share).min(self.start() - LEAST_FROM_START),
            _ => self.x(share).max(self.start() + LEAST_FROM_START),
        };
        match share {
            share if share < 1.0 => x.min(self.target() - beside),
            share if share > 1.0 => x.max(self.target() + beside),
            _ => self.target(),
        }
    }

    /// Draws the band from the expected share to the target.
    pub(super) fn draw_band(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        expected: Option<f64>,
        middle: f64,
    ) -> Result<(), ChartError> {
        let Some(expected) = expected.filter(|expected| expected.is_finite() && *expected < 1.0) else {
            return Ok(());
        };
        let half = HALF_BAND * style.text_size;
        let bounds = Bounds { left: self.x(expected), right: self.target(), top: middle - half, bottom: middle + half };
        sheet.fill(bounds, style.palette.ink_soft.over(style.palette.paper, BAND_TINT))
    }

    /// Draws the way from the start to the point. A share beyond the axis is an arrow at its end.
    pub(super) fn draw_point(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        point: Point,
        middle: f64,
    ) -> Result<(), ChartError> {
        let mark = |x: f64, form, fill, color, outline| Shape::Mark {
            center: (x, middle),
            radius: self.radius,
            form,
            color,
            fill,
            outline,
        };
        let palette = style.palette;
        let baseline =
            point.has_baseline.then(|| mark(self.start(), Form::Diamond, palette.paper, palette.ink_soft, 0.8));
        let Some(share) = point.share.filter(|share| !share.is_nan()) else {
            return baseline.map_or(Ok(()), |baseline| baseline.draw(sheet));
        };
        let (x, form) = if share > self.high {
            (self.edges.1 - self.radius, Form::Right)
        } else if share < self.low {
            (self.edges.0 + self.radius, Form::Left)
        } else {
            (self.x_of_point(share), Form::Disc)
        };
        sheet.rule((self.start(), middle), (x, middle), point.accent, PATH_WIDTH)?;
        baseline.map_or(Ok(()), |baseline| baseline.draw(sheet))?;
        let fill = if point.status.is_final() { point.accent } else { palette.paper };
        mark(x, form, fill, point.accent, MARK_OUTLINE).draw(sheet)
    }
}
