//! Small reference images of the parts that pages are made of, compared with a tolerance.
//!
//! After a wanted change of looks, look at every changed image and run once with `NENPO_BLESS=1`. What differs is
//! written to `target/images/`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its input has failed")]

mod charts;

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, RgbaImage};
use nenpo::embedded;
use nenpo::typeset::{Document, FontFile, Fonts, VirtualFiles, layout, library};
use typst::foundations::Bytes;

/// Pixels for each point.
const SCALE: f64 = 1.5;
/// How far a channel of a pixel may be off: rounding differs between machines.
const TOLERANCE: u8 = 24;
/// The share of pixels that may be further off.
const SHARE: f64 = 0.001;

fn fonts() -> Fonts {
    let files = embedded::files_below(&embedded::FONTS)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".ttf"))
        .map(|(name, data)| FontFile { name, data: Bytes::new(data) })
        .collect();
    Fonts::new(files).0
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/images").join(name)
}

/// Returns the names of the parts: one Typst file each.
fn parts() -> BTreeSet<String> {
    names(&folder("parts")).iter().filter_map(|name| Some(name.strip_suffix(".typ")?.to_owned())).collect()
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn render(name: &str, shared: &VirtualFiles, fonts: &Fonts) -> RgbaImage {
    let mut files = shared.clone();
    for (path, file) in [("main.typ", format!("parts/{name}.typ")), ("part.typ", "part.typ".to_owned())] {
        files.insert(path.to_owned(), Bytes::new(fs::read(folder(&file)).unwrap()));
    }
    // The shared files ask the report for its language and fonts; a part's name ends in its language, else it is Japanese.
    let (language, fonts_of) = match name.rsplit_once('-') {
        Some((_, "en")) => ("en", r#"["Lato", "BIZ UDPGothic"]"#),
        _ => ("ja", r#"["BIZ UDPGothic"]"#),
    };
    let report = format!(r#"{{ "document": {{ "language": "{language}" }}, "fonts": {{ "sans": {fonts_of} }} }}"#);
    files.insert("report.json".to_owned(), Bytes::from_string(report));
    let document = Document { identifier: name.to_owned(), main: "main.typ".to_owned(), files };
    let (pages, faults) = layout(&document, &library(), fonts).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
    assert!(faults.is_empty(), "{name}: {faults:#?}");
    let options = typst_render::RenderOptions { pixel_per_pt: SCALE.into(), ..Default::default() };
    let pixmap = typst_render::render(&pages.pages()[0], &options);
    image::load_from_memory_with_format(&pixmap.encode_png().unwrap(), ImageFormat::Png).unwrap().to_rgba8()
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
fn every_part_looks_like_its_reference() {
    let fonts = fonts();
    let mut shared: VirtualFiles = embedded::files_below(&embedded::TEMPLATES)
        .into_iter()
        .map(|(path, data)| (format!("templates/{path}"), Bytes::new(data)))
        .collect();
    shared.extend(charts::files(&fonts));
    let differing_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/images");
    let mut differing = Vec::new();
    for name in parts() {
        let image = render(&name, &shared, &fonts);
        let path = folder("reference").join(format!("{name}.png"));
        if std::env::var_os("NENPO_BLESS").is_some() {
            let mut png = Vec::new();
            image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
            fs::write(&path, png).unwrap();
            continue;
        }
        let reference = image::open(&path).map(|reference| reference.to_rgba8()).unwrap_or_default();
        let share = difference(&image, &reference);
        if share > SHARE {
            fs::create_dir_all(&differing_folder).unwrap();
            image.save(differing_folder.join(format!("{name}.png"))).unwrap();
            differing.push(format!("{name}: {:.2} % of the pixels", share * 100.0));
        }
    }
    assert!(differing.is_empty(), "{differing:#?}; see {}", differing_folder.display());
}

#[test]
fn no_reference_is_left_without_its_part() {
    let parts: BTreeSet<String> = parts().into_iter().map(|name| format!("{name}.png")).collect();
    assert_eq!(parts, names(&folder("reference")));
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
