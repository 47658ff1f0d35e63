//! The drawing surface of a chart: text, lines and plots in points, through plotters' drawing areas.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PathElement, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontDesc, FontFamily, FontStyle, TextStyle};

use super::backend::{SvgBackend, units};
use super::element::stroke;
use super::geometry::Bounds;
use super::style::{Color, Style};
use super::typeface::Weight;
use super::{ChartError, Drawing};

/// In em.
pub(super) const LEADING: f64 = 1.2;

pub(super) struct Sheet<'a> {
    area: DrawingArea<SvgBackend<'a>, Shift>,
    style: &'a Style<'a>,
}

#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) color: Color,
    pub(super) weight: Weight,
    pub(super) horizontal: HPos,
    pub(super) vertical: VPos,
}

impl Setting {
    /// Left-aligned text whose anchor is halfway up its capitals.
    pub(super) fn new(color: Color) -> Self {
        Self { color, weight: Weight::Regular, horizontal: HPos::Left, vertical: VPos::Center }
    }

    pub(super) fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub(super) fn anchored(self, horizontal: HPos) -> Self {
        Self { horizontal, ..self }
    }
}

/// The longest side of a PDF page in points (ISO 32000-1, annex C).
const LONGEST_SIDE: f64 = 14_400.0;

/// Fails if `room` is narrower than a number of ems, or the style has no text size.
pub(super) fn require_room(style: &Style<'_>, room: f64, ems: f64) -> Result<(), ChartError> {
    let em = style.text_size;
    if em > 0.0 && em.is_finite() && room.is_finite() && room >= ems * em {
        return Ok(());
    }
    Err(ChartError::TooNarrow { width: style.width, text_size: em })
}

/// `height` is in points.
pub(super) fn on_sheet(
    style: &Style<'_>,
    height: f64,
    draw: impl FnOnce(&Sheet<'_>) -> Result<(), ChartError>,
) -> Result<Drawing, ChartError> {
    if style.width.max(height) > LONGEST_SIDE {
        return Err(ChartError::TooLarge { width: style.width, height });
    }
    // Round to whole units, so that the size that the page reserves is the size that is written.
    let height = f64::from(units(height)) / f64::from(units(1.0));
    let mut svg = String::new();
    let backend = SvgBackend::new(&mut svg, style.typeface, (style.width, height));
    let sheet = Sheet { area: backend.into_drawing_area(), style };
    draw(&sheet)?;
    sheet.area.present()?;
    drop(sheet);
    Ok(Drawing { svg, width: style.width, height })
}

impl<'a> Sheet<'a> {
    pub(super) fn text(&self, text: &str, (x, y): (f64, f64), setting: Setting) -> Result<(), ChartError> {
        let font_style = match setting.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        // The backend takes the family from the typeface; plotters only requires one.
        let font = FontDesc::new(FontFamily::SansSerif, f64::from(units(self.style.text_size)), font_style);
        let color = setting.color.rgb();
        let style = TextStyle::from(font).color(&color).pos(Pos::new(setting.horizontal, setting.vertical));
        Ok(self.area.draw_text(text, &style, (units(x), units(y)))?)
    }

    /// Draws lines of text, one below the other, vertically centred at `y`.
    pub(super) fn lines(&self, lines: &[String], (x, y): (f64, f64), setting: Setting) -> Result<(), ChartError> {
        let leading = self.style.text_size * LEADING;
        let first = y - leading * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.text(line, (x, first + leading * index as f64), setting)?;
        }
        Ok(())
    }

    pub(super) fn rule(&self, from: (f64, f64), to: (f64, f64), color: Color, width: f64) -> Result<(), ChartError> {
        self.strokes(&[from, to], color, width)
    }

    /// Draws connected lines; does nothing for a single point.
    pub(super) fn strokes(&self, places: &[(f64, f64)], color: Color, width: f64) -> Result<(), ChartError> {
        if places.len() < 2 {
            return Ok(());
        }
        let places: Vec<_> = places.iter().map(|&(x, y)| (units(x), units(y))).collect();
        self.draw(&PathElement::new(places, stroke(color, width)))
    }

    pub(super) fn fill(&self, bounds: Bounds, color: Color) -> Result<(), ChartError> {
        let corners = [(units(bounds.left), units(bounds.top)), (units(bounds.right), units(bounds.bottom))];
        self.draw(&Rectangle::new(corners, color.rgb().filled()))
    }

    /// Draws an element whose coordinates are in the backend's units.
    pub(super) fn draw<'e, E>(&self, element: &'e E) -> Result<(), ChartError>
    where
        &'e E: PointCollection<'e, (i32, i32)>,
        E: Drawable<SvgBackend<'a>>,
    {
        Ok(self.area.draw(element)?)
    }
}
