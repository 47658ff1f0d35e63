//! The marks of statuses: a disc that fills as progress goes on, and signs for what is no stage of progress. They are told
//! apart by shape, and are the same in tables.

use plotters::element::{Circle, Polygon};
use plotters::style::Color as _;

use super::ChartError;
use super::backend::units;
use super::element::stroke;
use super::geometry::Place;
use super::shape::at;
use super::sheet::Sheet;
use super::style::Color;

/// A mark of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusMark {
    /// A full disc.
    Full,
    /// A disc filled to three quarters.
    ThreeQuarters,
    /// A disc of which the right half is filled.
    Half,
    /// A disc of which the upper right quarter is filled.
    Quarter,
    /// An empty circle.
    Empty,
    /// A circle with a level line.
    Minus,
    /// A circle of dashes.
    Dashed,
    /// A triangle that points down.
    Down,
    /// Two crossed lines.
    Cross,
    /// A level line.
    Dash,
}

/// The outline's width by the radius.
const OUTLINE: f64 = 0.26;
/// The strength of the line in [`StatusMark::Minus`] by the outline.
const STRONG: f64 = 1.45;
/// Corners of a full circle.
const CORNERS: usize = 48;
const DASHES: usize = 8;

impl StatusMark {
    /// Draws the mark; `radius` is that of its outer edge in points.
    pub(super) fn draw(self, sheet: &Sheet<'_>, center: Place, radius: f64, color: Color) -> Result<(), ChartError> {
        let width = OUTLINE * radius;
        let inner = radius - width / 2.0;
        let (x, y) = center;
        let line = |from: Place, to: Place, width: f64| {
            let place = |(right, down): Place| (x + right * radius, y + down * radius);
            sheet.rule(place(from), place(to), color, width)
        };
        let ring = || sheet.draw(&Circle::new(at(center), units(inner).unsigned_abs(), stroke(color, width)));
        // Quarters of the disc, from the top and clockwise.
        let pie = |quarters: usize| {
            let corners = (0..=quarters * CORNERS / 4).map(|corner| on_circle(center, inner, corner, CORNERS));
            let corners: Vec<_> = std::iter::once(center).chain(corners).map(at).collect();
            sheet.draw(&Polygon::new(corners, color.rgb()))
        };
        match self {
            Self::Full => sheet.draw(&Circle::new(at(center), units(radius).unsigned_abs(), color.rgb().filled())),
            Self::ThreeQuarters => ring().and_then(|()| pie(3)),
            Self::Half => ring().and_then(|()| pie(2)),
            Self::Quarter => ring().and_then(|()| pie(1)),
            Self::Empty => ring(),
            Self::Minus => ring().and_then(|()| line((-0.5, 0.0), (0.5, 0.0), STRONG * width)),
            Self::Dashed => (0..DASHES).try_for_each(|dash| {
                let [from, to] = [2 * dash, 2 * dash + 1].map(|end| on_circle(center, inner, end, 2 * DASHES));
                sheet.rule(from, to, color, width)
            }),
            Self::Down => {
                let corners = [(-0.9, -0.7), (0.9, -0.7), (0.0, 0.9), (-0.9, -0.7), (0.9, -0.7)];
                let places = corners.map(|(right, down)| (x + right * radius, y + down * radius));
                sheet.strokes(&places, color, width)
            }
            Self::Cross => {
                line((-0.65, -0.65), (0.65, 0.65), width).and_then(|()| line((0.65, -0.65), (-0.65, 0.65), width))
            }
            Self::Dash => line((-0.65, 0.0), (0.65, 0.0), width),
        }
    }
}

/// A corner of a polygon on a circle, from the top and clockwise.
fn on_circle((x, y): Place, radius: f64, corner: usize, of: usize) -> Place {
    let turn = std::f64::consts::TAU * corner as f64 / of as f64;
    (x + radius * turn.sin(), y - radius * turn.cos())
}
