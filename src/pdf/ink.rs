//! Where pages are free: drawn as a reader draws them, so that nothing is covered, whatever it consists of.

use std::cell::Cell;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{Pdf, PdfData};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::PremulRgba8;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use rayon::prelude::*;

use crate::embedded;

/// The greatest width and height of a drawing in pixels; A4 then has one to a point.
const MOST_PIXELS: f32 = 1_000.0;

/// Differences in a colour, of 255, that no eye sees; a thin line differs at least as much.
const MOST_DIFFERENCE: u8 = 6;

/// The red, green and blue of a pixel.
type Colour = [u8; 3];

/// A page as it is drawn.
#[derive(Debug, Clone)]
pub struct Ink {
    width: usize,
    height: usize,
    /// Pixels to a point.
    scale: f32,
    /// The rows that are kept at the top, and as many at the bottom.
    kept: usize,
    colours: Vec<Colour>,
}

/// Draws the pages of a file. `None` if the file cannot be drawn.
#[must_use]
pub fn pages(bytes: &[u8]) -> Option<Vec<Ink>> {
    edges(bytes.to_vec(), f32::INFINITY)
}

/// Draws the pages of a file, and keeps only so many points at the top and at the bottom: a hundred whole pages would take
/// as much memory as a file of them a hundred times.
#[must_use]
pub fn edges(bytes: Vec<u8>, edge: f32) -> Option<Vec<Ink>> {
    let data = PdfData::from(bytes);
    let settings = settings();
    let count = carefully(|| Pdf::new(data.clone()).ok().map(|pdf| pdf.pages().len()))?;
    let each_thread = count.div_ceil(rayon::current_num_threads().max(1)).max(1);
    let starts: Vec<usize> = (0..count).step_by(each_thread).collect();
    let drawn = starts.into_par_iter().map(|start| {
        // Each thread reads the file for itself: where places in it are wrong, reading mends them as it goes.
        carefully(|| {
            let pdf = Pdf::new(data.clone()).ok()?;
            // What pages share is read once a thread.
            let cache = RenderCache::new();
            let pages = pdf.pages().iter().skip(start).take(each_thread);
            Some(pages.map(|page| drawn(page, &cache, &settings, edge)).collect::<Vec<_>>())
        })
    });
    let drawn: Option<Vec<Vec<Ink>>> = drawn.collect();
    drawn.map(|drawn| drawn.into_iter().flatten().collect())
}

fn drawn<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, settings: &InterpreterSettings, edge: f32) -> Ink {
    let (width, height) = page.render_dimensions();
    let scale = (MOST_PIXELS / width.max(height).max(1.0)).min(1.0);
    let sizes = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    Ink::new(&render(page, cache, settings, &sizes), scale / unit(page), edge)
}

thread_local! {
    static IS_DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread draws: then a panic is that of the library, is caught, and is nothing to report.
#[must_use]
pub fn is_drawing() -> bool {
    IS_DRAWING.get()
}

/// Draws; `None` also if the library panics, as it does on some files.
fn carefully<T>(draw: impl FnOnce() -> Option<T>) -> Option<T> {
    let was_drawing = IS_DRAWING.replace(true);
    let drawn = catch_unwind(AssertUnwindSafe(draw));
    IS_DRAWING.set(was_drawing);
    drawn.ok().flatten()
}

/// The points to a unit of a page, which drawing it leaves out of account.
fn unit(page: &Page<'_>) -> f32 {
    let unit = page.raw().get::<f32>("UserUnit").unwrap_or(1.0);
    if unit.is_finite() && unit > 0.0 { unit } else { 1.0 }
}

/// Fonts that a file does not bring are replaced by one that covers about as much.
fn settings() -> InterpreterSettings {
    let font = embedded::FONTS.files().find(|file| file.path().extension().is_some_and(|ending| ending == "ttf"));
    let font = font.map(include_dir::File::contents);
    InterpreterSettings {
        font_resolver: Arc::new(move |_| font.map(|font| (Arc::new(font) as Arc<dyn AsRef<[u8]> + Send + Sync>, 0))),
        ..InterpreterSettings::default()
    }
}

impl Ink {
    fn new(image: &Pixmap, scale: f32, edge: f32) -> Self {
        let (width, height) = (usize::from(image.width()), usize::from(image.height()));
        let mut ink = Self { width, height, scale, kept: height, colours: Vec::new() };
        let kept = ink.pixel(edge, height, f32::ceil);
        ink.kept = if 2 * kept < height { kept } else { height };
        let below = if ink.kept < height { height - ink.kept } else { height };
        let pixels = image.data();
        let kept = pixels.iter().take(ink.kept * width).chain(pixels.iter().skip(below * width));
        ink.colours = kept.map(|pixel: &PremulRgba8| [pixel.r, pixel.g, pixel.b]).collect();
        ink
    }

    /// The colours of a row between two columns; `None` if it is not kept.
    fn row(&self, y: usize, columns: Range<usize>) -> Option<&[Colour]> {
        let below = self.height - self.kept;
        let row = match y {
            _ if y < self.kept => y,
            _ if y >= below.max(self.kept) => y - below + self.kept,
            _ => return None,
        };
        self.colours.get(row * self.width + columns.start..row * self.width + columns.end)
    }

    /// Whether this is the drawing of a page of this size in points; what draws may take it for another, such as where a
    /// page does not say its size.
    #[must_use]
    pub fn has_size(&self, width: f32, height: f32) -> bool {
        // The drawing ends with its last whole pixel.
        let is_near = |pixels: usize, points: f32| (points * self.scale - pixels as f32 - 0.5).abs() < 1.0;
        is_near(self.width, width) && is_near(self.height, height)
    }

    /// Whether a rectangle shows nothing but one colour; in points, from the top left corner of the page. What is not kept is
    /// not free.
    #[must_use]
    pub fn is_free(&self, left: f32, top: f32, width: f32, height: f32) -> bool {
        let (from_x, from_y) = (self.pixel(left, self.width, f32::floor), self.pixel(top, self.height, f32::floor));
        let to_x = self.pixel(left + width, self.width, f32::ceil);
        let to_y = self.pixel(top + height, self.height, f32::ceil);
        let mut least: Colour = [u8::MAX; 3];
        let mut most: Colour = [0; 3];
        for y in from_y..to_y {
            let Some(row) = self.row(y, from_x..to_x) else { return false };
            for colour in row {
                for ((least, most), value) in least.iter_mut().zip(&mut most).zip(colour) {
                    *least = (*least).min(*value);
                    *most = (*most).max(*value);
                }
            }
        }
        least.iter().zip(&most).all(|(least, most)| most.saturating_sub(*least) <= MOST_DIFFERENCE)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the page")]
    fn pixel(&self, points: f32, most: usize, round: fn(f32) -> f32) -> usize {
        (round(points * self.scale).max(0.0) as usize).min(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_in_any_colour_is_not_free() {
        // Ten rows of two pixels, of which three are kept at the top and three at the bottom; the last is dark at the right.
        let mut colours = vec![[255; 3]; 12];
        colours[11] = [0; 3];
        let ink = Ink { width: 2, height: 10, scale: 1.0, kept: 3, colours };
        assert!(ink.is_free(0.0, 0.0, 2.0, 3.0) && ink.is_free(0.0, 7.0, 2.0, 2.0) && ink.is_free(0.0, 7.0, 1.0, 3.0));
        assert!(!ink.is_free(0.0, 7.0, 2.0, 3.0));
        // As bright as white is to the eye of a camera without colours.
        let colours = vec![[255, 255, 255], [255, 255, 40]];
        let ink = Ink { width: 2, height: 1, scale: 1.0, kept: 1, colours };
        assert!(ink.is_free(0.0, 0.0, 1.0, 1.0) && !ink.is_free(0.0, 0.0, 2.0, 1.0));
    }

    #[test]
    fn what_is_not_kept_is_not_free() {
        let ink = Ink { width: 2, height: 10, scale: 1.0, kept: 3, colours: vec![[255; 3]; 12] };
        for top in [2.0, 4.0, 6.0] {
            assert!(!ink.is_free(0.0, top, 1.0, 2.0), "{top}");
        }
    }
}
