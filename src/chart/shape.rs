//! Shapes in points: strokes, bars and marks, and whether a rectangle would touch them.

use plotters::element::{Circle, PathElement, Polygon};
use plotters::style::Color as _;

use super::ChartError;
use super::backend::units;
use super::element::{DashedLine, Pattern, PatternedRectangle, stroke};
use super::geometry::{Bounds, Place};
use super::sheet::Sheet;
use super::style::Color;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Disc,
    Diamond,
    /// A triangle that points to the left.
    Left,
    /// A triangle that points to the right.
    Right,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// Connected straight lines.
    Stroke { places: Vec<Place>, color: Color, width: f64 },
    /// A dashed straight line.
    Dashes { ends: [Place; 2], color: Color, width: f64, dash: (f64, f64) },
    /// A patterned rectangle.
    Bar { bounds: Bounds, pattern: Pattern, color: Color, ground: Color, outline: f64 },
    /// A mark at a point.
    Mark { center: Place, radius: f64, form: Form, color: Color, fill: Color, outline: f64 },
}

impl Shape {
    pub(super) fn touches(&self, bounds: &Bounds) -> bool {
        match self {
            Self::Stroke { places, .. } => places.windows(2).any(|ends| bounds.is_crossed(ends[0], ends[1])),
            Self::Dashes { ends: [from, to], .. } => bounds.is_crossed(*from, *to),
            Self::Bar { bounds: bar, .. } => bounds.overlaps(bar),
            Self::Mark { center, radius, outline, .. } => {
                let size = 2.0 * radius + outline;
                bounds.overlaps(&Bounds::around(*center, (size, size)))
            }
        }
    }

    pub(super) fn draw(&self, sheet: &Sheet<'_>) -> Result<(), ChartError> {
        match self {
            Self::Stroke { places, color, width } => sheet.strokes(places, *color, *width),
            Self::Dashes { ends, color, width, dash } => {
                sheet.draw(&DashedLine { ends: ends.map(at), color: *color, width: *width, dash: *dash })
            }
            Self::Bar { bounds, pattern, color, ground, outline } => sheet.draw(&PatternedRectangle {
                corners: [at((bounds.left, bounds.top)), at((bounds.right, bounds.bottom))],
                pattern: *pattern,
                color: *color,
                ground: *ground,
                outline: *outline,
            }),
            Self::Mark { center, radius, form, color, fill, outline } => {
                draw_mark(sheet, *center, *radius, *form, (*color, *outline), *fill)
            }
        }
    }
}

fn draw_mark(
    sheet: &Sheet<'_>,
    (x, y): Place,
    radius: f64,
    form: Form,
    (color, outline): (Color, f64),
    fill: Color,
) -> Result<(), ChartError> {
    let corners: &[Place] = match form {
        Form::Disc => {
            let size = units(radius).unsigned_abs();
            sheet.draw(&Circle::new(at((x, y)), size, fill.rgb().filled()))?;
            return sheet.draw(&Circle::new(at((x, y)), size, stroke(color, outline)));
        }
        Form::Diamond => &[(-1.2, 0.0), (0.0, -1.2), (1.2, 0.0), (0.0, 1.2)],
        Form::Left => &[(-1.0, 0.0), (0.8, -1.1), (0.8, 1.1)],
        Form::Right => &[(1.0, 0.0), (-0.8, -1.1), (-0.8, 1.1)],
    };
    let corners: Vec<_> = corners.iter().map(|(right, down)| at((x + right * radius, y + down * radius))).collect();
    sheet.draw(&Polygon::new(corners.clone(), fill.rgb()))?;
    // Repeat the first side, so that the first corner is as sharp as the others.
    let around = corners.iter().copied().cycle().take(corners.len() + 2);
    sheet.draw(&PathElement::new(around.collect::<Vec<_>>(), stroke(color, outline)))
}

/// Converts points to the backend's units.
pub(super) fn at((x, y): Place) -> (i32, i32) {
    (units(x), units(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_through_a_rectangle_touches_it_and_one_past_it_does_not() {
        let bounds = Bounds::around((50.0, 50.0), (20.0, 10.0));
        let touches = |from, to| {
            Shape::Stroke { places: vec![from, to], color: Color::new(0, 0, 0), width: 1.0 }.touches(&bounds)
        };
        assert!(touches((0.0, 0.0), (100.0, 100.0)), "through both corners' sides");
        assert!(touches((50.0, 50.0), (51.0, 50.0)), "within");
        assert!(touches((0.0, 46.0), (100.0, 46.0)), "level");
        assert!(!touches((0.0, 44.0), (100.0, 44.0)), "level, above");
        assert!(!touches((0.0, 50.0), (39.0, 50.0)), "ends before");
        assert!(!touches((30.0, 50.0), (50.0, 30.0)), "past the corner");
    }
}
