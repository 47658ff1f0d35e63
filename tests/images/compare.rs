//! Images against small references, with a tolerance. Knows nothing of what the images show.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, RgbaImage};
use typst_layout::Page;

/// How far a channel of a pixel may be off: rounding differs between machines.
const TOLERANCE: u8 = 24;
/// The share of pixels that may be further off.
const SHARE: f64 = 0.001;

/// Returns the path of a folder of this test.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/images").join(name)
}

/// Returns the names of the files in a folder.
pub(crate) fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
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
    let wanted: BTreeSet<String> = images.iter().map(|(name, _)| format!("{name}.png")).collect();
    let reference_folder = folder(references);
    let differing_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/images");
    let is_blessed = std::env::var_os("NENPO_BLESS").is_some();
    let mut differing = Vec::new();
    for (name, image) in images {
        let file = format!("{name}.png");
        let reference = image::open(reference_folder.join(&file));
        let reference = reference.map(|reference| reference.to_rgba8()).unwrap_or_default();
        let share = difference(&image, &reference);
        if share <= SHARE {
            continue;
        }
        let folder = if is_blessed { &reference_folder } else { &differing_folder };
        fs::create_dir_all(folder).unwrap();
        save(image, &folder.join(file));
        differing.push(format!("{name}: {:.2} % of the pixels", share * 100.0));
    }
    assert!(is_blessed || differing.is_empty(), "{differing:#?}; see {}", differing_folder.display());
    assert_eq!(wanted, names(&reference_folder), "{references}: a reference is left without its image");
}

/// Writes an image with 16 levels a channel: half as large, and by less than the tolerance off.
fn save(image: RgbaImage, path: &Path) {
    /// From one level to the next.
    const STEP: u8 = 17;
    let mut image = DynamicImage::from(image).to_rgb8();
    image.iter_mut().for_each(|channel| *channel = channel.saturating_add(STEP / 2) / STEP * STEP);
    let encoder =
        PngEncoder::new_with_quality(File::create(path).unwrap(), CompressionType::Best, FilterType::Adaptive);
    image.write_with_encoder(encoder).unwrap();
}

/// Returns the share of pixels that are further off than the tolerance.
fn difference(first: &RgbaImage, second: &RgbaImage) -> f64 {
    if first.dimensions() != second.dimensions() {
        return 1.0;
    }
    let far = first
        .pixels()
        .zip(second.pixels())
        .filter(|(first, second)| first.0.iter().zip(second.0).any(|(one, other)| one.abs_diff(other) > TOLERANCE))
        .count();
    far as f64 / f64::from(first.width() * first.height())
}

#[test]
fn an_image_that_differs_is_told_apart() {
    let white = RgbaImage::from_pixel(40, 40, image::Rgba([255, 255, 255, 255]));
    let mut marked = white.clone();
    for x in 0..10 {
        marked.put_pixel(x, 3, image::Rgba([0, 0, 0, 255]));
    }
    assert!(difference(&white, &marked) > SHARE);
    assert!(difference(&white, &white) <= SHARE);
}
