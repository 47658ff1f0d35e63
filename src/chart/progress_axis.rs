//! The axis of a progress chart: where a share stands on it, and how its point is drawn. Constants are in em unless noted.

use super::geometry::Bounds;
use super::placement::Block;
use super::shape::{Form, Shape};
use super::sheet::Sheet;
use super::style::{Color, Style};
use super::trace::{BREAK_DASH, BREAK_WIDTH, TARGET_WIDTH};
use super::{ChartError, PointStatus};

pub(super) const WORDS_GAP: f64 = 0.6;
pub(super) const RADIUS: f64 = 0.3;
const HALF_BAND: f64 = 0.42;
/// The tint of the band between expected share and target.
const BAND_TINT: f64 = 0.2;
/// In points.
const PATH_WIDTH: f64 = 1.1;
const MARK_OUTLINE: f64 = 1.0;
/// The way to a share beyond the axis, which no length shows: dots and gaps in points.
const BEYOND_DASH: (f64, f64) = (0.8, 1.8);
/// Half the gap of the way at a break, in points.
const HALF_BREAK: f64 = 1.2;
/// The least distance of a point from the start that its share is not at, in points.
const LEAST_FROM_START: f64 = 1.0;
/// The least white space between a point and the target line that its share does not reach, in points.
const LEAST_FROM_TARGET: f64 = 0.7;

/// What a row shows on the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) share: f64,
    pub(super) accent: Color,
    pub(super) status: PointStatus,
    pub(super) has_baseline: bool,
    /// Whether the value is not comparable with that at the start.
    pub(super) is_break: bool,
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

    /// The left edges of the labels of start and target, which stand over their lines and do not meet.
    pub(super) fn words(&self, start: &Block, target: &Block, style: &Style<'_>) -> [f64; 2] {
        let gap = WORDS_GAP * style.text_size;
        let taken = if start.lines.is_empty() { 0.0 } else { start.width + gap };
        let target_left = (self.target() - target.width / 2.0).min(style.width - target.width).max(taken);
        let start_left = (self.start() - start.width / 2.0).min(target_left - gap - start.width).max(0.0);
        [start_left, target_left]
    }

    /// The ends of the axis.
    pub(super) fn left(&self) -> f64 {
        // Half a baseline stands left of the start.
        self.edges.0 - 1.2 * self.radius
    }

    pub(super) fn right(&self) -> f64 {
        self.edges.1
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
        (top, bottom): (f64, f64),
    ) -> Result<(), ChartError> {
        let Some(expected) = expected.filter(|expected| expected.is_finite() && *expected < 1.0) else {
            return Ok(());
        };
        let (middle, half) = ((top + bottom) / 2.0, HALF_BAND * style.text_size);
        let bounds = Bounds { left: self.x(expected), right: self.target(), top: middle - half, bottom: middle + half };
        sheet.fill(bounds, style.palette.ink_soft.over(style.palette.paper, BAND_TINT))
    }

    /// Draws the lines of start and target.
    pub(super) fn draw_ends(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        (top, bottom): (f64, f64),
    ) -> Result<(), ChartError> {
        let upright = |x, color, width| sheet.rule((x, top), (x, bottom), color, width);
        upright(self.start(), style.palette.ink_soft, 0.5)?;
        upright(self.target(), style.palette.ink, TARGET_WIDTH)
    }

    /// Draws the way from the start to the point. A share beyond the axis is an arrow at its end, to which no line leads
    /// whose length could be compared.
    pub(super) fn draw_point(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        point: Point,
        (top, bottom): (f64, f64),
    ) -> Result<(), ChartError> {
        let palette = style.palette;
        let middle = (top + bottom) / 2.0;
        let mark = |x: f64, form, fill, color, outline| Shape::Mark {
            center: (x, middle),
            radius: self.radius,
            form,
            color,
            fill,
            outline,
        };
        let (start, color) = (self.start(), point.accent);
        let (x, form) = if point.share > self.high {
            (self.edges.1 - self.radius, Form::Right)
        } else if point.share < self.low {
            (self.edges.0 + self.radius, Form::Left)
        } else {
            (self.x_of_point(point.share), Form::Disc)
        };
        let halfway = (start + x) / 2.0;
        let gap = if point.is_break { HALF_BREAK.min((x - start).abs() / 2.0) * (x - start).signum() } else { 0.0 };
        for ends in [(start, halfway - gap), (halfway + gap, x)].map(|(from, to)| [(from, middle), (to, middle)]) {
            let way = match form {
                Form::Disc => Shape::Stroke { places: ends.to_vec(), color, width: PATH_WIDTH },
                _ => Shape::Dashes { ends, color, width: PATH_WIDTH, dash: BEYOND_DASH },
            };
            way.draw(sheet)?;
        }
        if point.has_baseline {
            mark(start, Form::Diamond, palette.paper, palette.ink_soft, 0.8).draw(sheet)?;
        }
        let fill = if point.status.is_final() { color } else { palette.paper };
        mark(x, form, fill, color, MARK_OUTLINE).draw(sheet)?;
        if point.is_break {
            let ends = [(halfway, top), (halfway, bottom)];
            Shape::Dashes { ends, color: palette.ink_soft, width: BREAK_WIDTH, dash: BREAK_DASH }.draw(sheet)?;
        }
        Ok(())
    }
}
