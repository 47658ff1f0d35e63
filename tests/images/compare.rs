//! Images against small references, with a tolerance. Knows nothing of what the images show.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, RgbaImage};
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
/// With `NENPO_BLESS`, the images become the references.
pub(crate) fn require_likeness(references: &str, images: Vec<(String, RgbaImage)>) {
    let reference_folder = folder(references);
    if std::env::var_os("NENPO_BLESS").is_some() {
        fs::create_dir_all(&reference_folder).unwrap();
        for (name, image) in images {
            let mut png = Vec::new();
            image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
            fs::write(reference_folder.join(format!("{name}.png")), png).unwrap();
        }
        return;
    }
    let differing_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/images");
    let mut differing = Vec::new();
    for (name, image) in images {
        let reference = image::open(reference_folder.join(format!("{name}.png")));
        let reference = reference.map(|reference| reference.to_rgba8()).unwrap_or_default();
        let share = difference(&image, &reference);
        if share > SHARE {
            fs::create_dir_all(&differing_folder).unwrap();
            image.save(differing_folder.join(format!("{name}.png"))).unwrap();
            differing.push(format!("{name}: {:.2} % of the pixels", share * 100.0));
        }
    }
    assert!(differing.is_empty(), "{differing:#?}; see {}", differing_folder.display());
}

/// Requires that a folder has exactly the references of these names.
pub(crate) fn require_no_dangling_reference(references: &str, wanted: impl IntoIterator<Item = String>) {
    let wanted: BTreeSet<String> = wanted.into_iter().map(|name| format!("{name}.png")).collect();
    assert_eq!(wanted, names(&folder(references)), "{references}");
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
