//! Elements that plotters lacks: patterned rectangles and dashed lines. Does not depend on what they represent.

use plotters::element::{Drawable, PointCollection};
use plotters::style::ShapeStyle;
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::backend::{BackendError, SvgBackend, units};
use super::style::Color;

type Outcome = Result<(), DrawingErrorKind<BackendError>>;

/// How an area is filled, so that it can be told apart in greyscale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pattern {
    /// The colour without a pattern.
    Solid,
    /// Lines rising to the right on a light ground.
    Rising,
    /// The light ground and the outline only.
    Plain,
}

pub(super) struct PatternedRectangle<Coord> {
    pub(super) corners: [Coord; 2],
    pub(super) pattern: Pattern,
    pub(super) color: Color,
    pub(super) ground: Color,
    /// The outline's width in points.
    pub(super) outline: f64,
}

/// The perpendicular distance between the lines of a pattern, in points.
const SPACING: f64 = 1.9;
/// The width of a pattern's lines in points.
const LINE: f64 = 0.55;

impl<'a, Coord: 'a> PointCollection<'a, Coord> for &'a PatternedRectangle<Coord> {
    type Point = &'a Coord;
    type IntoIter = &'a [Coord; 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl<Coord> Drawable<SvgBackend<'_>> for PatternedRectangle<Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut SvgBackend<'_>,
        _parent: (u32, u32),
    ) -> Outcome {
        let (Some(one), Some(two)) = (points.next(), points.next()) else {
            return Ok(());
        };
        // The outline is inside the rectangle, so that its outer edge marks the value.
        let inset = units(self.outline / 2.0);
        let area = Area::between(one, two).shrunk(inset);
        let fill = if self.pattern == Pattern::Solid { self.color } else { self.ground };
        backend.draw_rect(area.from, area.to, &stroke(fill, 0.0), true)?;
        let spacing = f64::from(units(SPACING));
        let diagonal = (spacing * std::f64::consts::SQRT_2).round() as i32;
        let line = stroke(self.color, LINE);
        match self.pattern {
            Pattern::Solid | Pattern::Plain => {}
            Pattern::Rising => backend.draw_strokes(area.rising(diagonal), None, &line)?,
        }
        backend.draw_rect(area.from, area.to, &stroke(self.color, self.outline), false)
    }
}

pub(super) struct DashedLine<Coord> {
    pub(super) ends: [Coord; 2],
    pub(super) color: Color,
    /// In points.
    pub(super) width: f64,
    /// The lengths of dash and gap in points.
    pub(super) dash: (f64, f64),
}

impl<'a, Coord: 'a> PointCollection<'a, Coord> for &'a DashedLine<Coord> {
    type Point = &'a Coord;
    type IntoIter = &'a [Coord; 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl<Coord> Drawable<SvgBackend<'_>> for DashedLine<Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut SvgBackend<'_>,
        _parent: (u32, u32),
    ) -> Outcome {
        let (Some(from), Some(to)) = (points.next(), points.next()) else {
            return Ok(());
        };
        let dash = (units(self.dash.0), units(self.dash.1));
        backend.draw_strokes([[from, to]], Some(dash), &stroke(self.color, self.width))
    }
}

pub(super) fn stroke(color: Color, width: f64) -> ShapeStyle {
    ShapeStyle::from(color.rgb()).stroke_width(units(width).unsigned_abs())
}

#[derive(Clone, Copy)]
struct Area {
    from: BackendCoord,
    to: BackendCoord,
}

impl Area {
    fn between(one: BackendCoord, two: BackendCoord) -> Self {
        Self { from: (one.0.min(two.0), one.1.min(two.1)), to: (one.0.max(two.0), one.1.max(two.1)) }
    }

    fn shrunk(self, inset: i32) -> Self {
        let from = (self.from.0 + inset, self.from.1 + inset);
        Self { from, to: ((self.to.0 - inset).max(from.0), (self.to.1 - inset).max(from.1)) }
    }

    /// The lines x + y = c, clipped by arithmetic: a clip path would need an identifier that could clash.
    fn rising(self, step: i32) -> Vec<[BackendCoord; 2]> {
        let ((x1, y1), (x2, y2)) = (self.from, self.to);
        steps(x1 + y1, x2 + y2, step)
            .map(|sum| {
                let (left, right) = (x1.max(sum - y2), x2.min(sum - y1));
                [(left, sum - left), (right, sum - right)]
            })
            .collect()
    }
}

/// Multiples of the step strictly between two bounds.
fn steps(from: i32, to: i32, step: i32) -> impl Iterator<Item = i32> {
    let step = step.max(1);
    (1..).map(move |index| from + index * step).take_while(move |place| *place < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_never_leaves_its_rectangle() {
        let area = Area::between((500, 40), (100, 200));
        let lines = area.rising(30);
        assert!(lines.len() > 10);
        for (x, y) in lines.into_iter().flatten() {
            assert!((100..=500).contains(&x) && (40..=200).contains(&y), "{x} {y}");
        }
    }

    #[test]
    fn an_outline_wider_than_its_rectangle_does_not_turn_it_inside_out() {
        let area = Area::between((0, 0), (4, 4)).shrunk(10);
        assert_eq!(area.from, area.to);
        assert!(area.rising(10).is_empty());
    }
}
