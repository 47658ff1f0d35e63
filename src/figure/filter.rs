//! Estimates the cost of filters, which are computed pixel by pixel, and checks the sizes of filter regions and
//! pattern tiles.

use usvg::filter::{Filter, Kind};
use usvg::{Group, ImageKind, Node, Tree};

use super::FigureError;
use super::bound::{Bound, FILTERED_SIDE, MOST_FILTERED, MOST_REGION};

/// Requires that filters and patterns are not much larger than the drawing, and that their cost is bounded.
///
/// # Errors
/// If a region is far larger than the drawing, or all steps together are too expensive.
pub(super) fn require_bounded(tree: &Tree) -> Result<(), FigureError> {
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let mut work = Work { width, height, scale: FILTERED_SIDE / width.max(height), steps: 0.0 };
    for pattern in tree.patterns() {
        let transform = pattern.transform();
        let (across, down) = transform.get_scale();
        let tile = pattern.rect();
        work.require_size(f64::from(tile.width() * across), f64::from(tile.height() * down))?;
    }
    work.group(tree.root())
}

struct Work {
    width: f64,
    height: f64,
    /// Pixels per unit of the drawing.
    scale: f64,
    steps: f64,
}

impl Work {
    fn require_size(&self, width: f64, height: f64) -> Result<(), FigureError> {
        let fits = |side: f64, of_drawing: f64| side <= of_drawing * MOST_REGION;
        if fits(width, self.width) && fits(height, self.height) {
            Ok(())
        } else {
            Err(FigureError::TooMuch(Bound::Region))
        }
    }

    fn group(&mut self, group: &Group) -> Result<(), FigureError> {
        let (across, down) = group.abs_transform().get_scale();
        for filter in group.filters() {
            let region = filter.rect();
            let (width, height) = (f64::from(region.width() * across), f64::from(region.height() * down));
            self.require_size(width, height)?;
            let pixels = (width * self.scale) * (height * self.scale);
            self.steps += pixels * self.steps_of(filter, f64::from(across.max(down)));
            if self.steps > MOST_FILTERED as f64 {
                return Err(FigureError::TooMuch(Bound::Filters));
            }
        }
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner)?,
                // A drawing within a drawing is inspected separately.
                Node::Image(image) if matches!(image.kind(), ImageKind::SVG(_)) => continue,
                _ => {}
            }
            self.aside(node)?;
        }
        Ok(())
    }

    /// Checks what is drawn for a node beforehand: masks, clips, patterns.
    fn aside(&mut self, node: &Node) -> Result<(), FigureError> {
        let mut result = Ok(());
        node.subroots(|root| {
            if result.is_ok() {
                result = self.group(root);
            }
        });
        result
    }

    /// The cost of a filter per pixel.
    fn steps_of(&self, filter: &Filter, scale: f64) -> f64 {
        let pixels = |side: f32| (f64::from(side) * scale * self.scale).max(1.0);
        let of_kind = |kind: &Kind| match kind {
            Kind::Turbulence(turbulence) => 30.0 * f64::from(turbulence.num_octaves()),
            Kind::GaussianBlur(_) | Kind::DiffuseLighting(_) | Kind::SpecularLighting(_) => 10.0,
            Kind::DropShadow(_) => 14.0,
            Kind::Morphology(area) => pixels(area.radius_x().get()) * pixels(area.radius_y().get()) * 4.0,
            Kind::ConvolveMatrix(area) => f64::from(area.matrix().columns()) * f64::from(area.matrix().rows()),
            Kind::Merge(merge) => merge.inputs().len() as f64,
            Kind::DisplacementMap(_) | Kind::Image(_) => 5.0,
            _ => 3.0,
        };
        1.0 + filter.primitives().iter().map(|primitive| of_kind(primitive.kind())).sum::<f64>()
    }
}
