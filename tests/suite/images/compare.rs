//! Images against small references: another digit is a difference, another rounding is not. Knows nothing of what the
//! images show.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, RgbaImage};
use typst_layout::Page;

use crate::support::{names, repository};

/// How far a channel of a pixel may be off: machines may round differently, and references have 16 levels.
const TOLERANCE: u8 = 24;
/// The side of the squares in which pixels are counted, about two digits wide.
const TILE: u32 = 16;
/// How many pixels of a square may be further off. Another digit changes more, anywhere on the page.
const MOST: usize = 2;

/// Returns a folder of references or of parts.
pub(crate) fn folder(name: &str) -> PathBuf {
    repository("tests/images").join(name)
}

/// Renders a page at so many pixels for each point.
pub(crate) fn render(page: &Page, scale: f64) -> RgbaImage {
    let options = typst_render::RenderOptions { pixel_per_pt: scale.into(), ..Default::default() };
    let pixmap = typst_render::render(page, &options);
    image::load_from_memory_with_format(&pixmap.encode_png().unwrap(), ImageFormat::Png).unwrap().to_rgba8()
}

/// Requires that images look like the references of their names in a folder, and that every reference has its image.
/// With `NENPO_BLESS`, those that do not become the references.
pub(crate) fn require_likeness(references: &str, images: Vec<(String, RgbaImage)>) {
    let mut expected: Vec<String> = images.iter().map(|(name, _)| format!("{name}.png")).collect();
    expected.sort();
    let reference_folder = folder(references);
    let differing_folder = repository("target/images");
    let is_blessed = std::env::var_os("NENPO_BLESS").is_some();
    let mut differing = Vec::new();
    for (name, image) in images {
        let file = format!("{name}.png");
        let Some(difference) = difference(&image, &read(&reference_folder.join(&file))) else { continue };
        let folder = if is_blessed { &reference_folder } else { &differing_folder };
        fs::create_dir_all(folder).unwrap();
        save(image, &folder.join(file));
        differing.push(format!("{name}: {difference}"));
    }
    assert!(is_blessed || differing.is_empty(), "{differing:#?}; see {}", differing_folder.display());
    assert_eq!(expected, names(&reference_folder), "{references}: a reference is left without its image");
}

/// Reads an image; one that does not exist has no pixels.
pub(crate) fn read(path: &Path) -> RgbaImage {
    image::open(path).map(|image| image.to_rgba8()).unwrap_or_default()
}

/// Writes an image with 16 levels a channel: half as large, and by less than the tolerance off.
fn save(image: RgbaImage, path: &Path) {
    let encoder =
        PngEncoder::new_with_quality(File::create(path).unwrap(), CompressionType::Best, FilterType::Adaptive);
    coarse(image).write_with_encoder(encoder).unwrap();
}

fn coarse(image: RgbaImage) -> DynamicImage {
    /// From one level to the next.
    const STEP: u8 = 17;
    let mut image = DynamicImage::from(image).to_rgb8();
    image.iter_mut().for_each(|channel| *channel = channel.saturating_add(STEP / 2) / STEP * STEP);
    image.into()
}

/// Returns in what two images differ: their sizes, or the pixels of the square with most that are further off than the
/// tolerance.
pub(crate) fn difference(first: &RgbaImage, second: &RgbaImage) -> Option<String> {
    if first.dimensions() != second.dimensions() {
        return Some(format!("{:?} pixels, not {:?}", first.dimensions(), second.dimensions()));
    }
    let mut off = std::collections::BTreeMap::<(u32, u32), usize>::new();
    for ((x, y, one), other) in first.enumerate_pixels().zip(second.pixels()) {
        if one.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > TOLERANCE) {
            *off.entry((x / TILE, y / TILE)).or_default() += 1;
        }
    }
    let (tile, count) = off.into_iter().max_by_key(|(_, count)| *count)?;
    (count > MOST).then(|| format!("{count} pixels of the square at {}, {}", tile.0 * TILE, tile.1 * TILE))
}

#[test]
fn an_image_that_differs_is_told_apart() {
    let white = RgbaImage::from_pixel(40, 40, image::Rgba([255, 255, 255, 255]));
    let with = |pixels: &[(u32, u32)], level: u8| {
        let mut marked = white.clone();
        for (x, y) in pixels {
            marked.put_pixel(*x, *y, image::Rgba([level, level, level, 255]));
        }
        marked
    };
    assert_eq!(difference(&white, &white), None);
    assert_eq!(difference(&white, &with(&[(3, 3), (4, 3), (5, 3), (6, 3)], 235)), None, "another rounding");
    assert_eq!(difference(&white, &with(&[(1, 3), (4, 3), (20, 3), (33, 35)], 0)), None, "far from each other");
    let said = difference(&white, &with(&[(17, 3), (18, 3), (19, 4)], 200));
    assert_eq!(said.as_deref(), Some("3 pixels of the square at 16, 0"));
    assert!(difference(&white, &RgbaImage::new(40, 41)).is_some());
}

#[test]
fn every_digit_is_told_from_every_other_at_any_place_in_the_smallest_type_of_pages() {
    use nenpo::typeset::{Document, layout, library};
    use typst::foundations::Bytes;

    use super::pages::PPI;

    /// The smallest type in which pages print values, in points.
    const SMALLEST: f64 = 7.0;
    let fonts = crate::support::built_in_fonts();
    let scale = f64::from(PPI) / 72.0;
    let image = |digit: usize, font: &str, place: f64| {
        let main = format!(
            "#set page(width: 40pt, height: 40pt, margin: 0pt)\n#set text(font: \"{font}\", size: {SMALLEST}pt, fill: rgb(\"#1b2028\"))\n\
             #place(dx: {place}pt, dy: {place}pt)[1{digit}7]"
        );
        let files = [("main.typ".to_owned(), Bytes::from_string(main))].into();
        let document = Document { identifier: "digit".to_owned(), main: "main.typ".to_owned(), files };
        let (pages, problems) = layout(&document, library(), &fonts).unwrap();
        assert!(problems.is_empty(), "{problems:#?}");
        render(&pages.pages()[0], scale)
    };
    let mut alike = Vec::new();
    for font in ["BIZ UDPGothic", "Lato"] {
        // Over a square and a bit, so that digits lie on pixels and on squares in many ways.
        for place in (0..17).map(|step| f64::from(step) * 1.07) {
            let images: Vec<RgbaImage> = (0..10).map(|digit| image(digit, font, place)).collect();
            for (digit, of_digit) in images.iter().enumerate() {
                assert_eq!(difference(of_digit, &coarse(of_digit.clone()).to_rgba8()), None);
                let others = images.iter().enumerate().filter(|(other, _)| *other != digit);
                let same =
                    others.filter(|(_, image)| difference(of_digit, &coarse((*image).clone()).to_rgba8()).is_none());
                alike.extend(same.map(|(other, _)| format!("{digit} and {other} in {font} at {place}")));
            }
        }
    }
    assert!(alike.is_empty(), "{alike:#?}");
}
