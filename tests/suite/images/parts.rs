//! Parts of pages: each is a small Typst file that shows one of them. Knows no report.

use std::fs;

use image::RgbaImage;
use nenpo::embedded;
use nenpo::typeset::{Document, Fonts, VirtualFiles, layout, library};
use typst::foundations::Bytes;

use super::charts::charts;
use super::compare::{folder, render, require_likeness};
use crate::support::{built_in_fonts, names};

/// Where the references are.
const REFERENCES: &str = "reference";
/// Pixels for each point.
const SCALE: f64 = 1.5;

/// Returns the names of the parts: one Typst file each.
fn parts() -> Vec<String> {
    names(&folder("parts")).iter().filter_map(|name| Some(name.strip_suffix(".typ")?.to_owned())).collect()
}

fn image_of(name: &str, shared: &VirtualFiles, fonts: &Fonts) -> RgbaImage {
    let mut files = shared.clone();
    for (path, file) in [("main.typ", format!("parts/{name}.typ")), ("part.typ", "part.typ".to_owned())] {
        files.insert(path.to_owned(), Bytes::new(fs::read(folder(&file)).unwrap()));
    }
    // The shared files ask the report for its language and fonts; a part's name ends in its language, else it is Japanese.
    let (language, fonts_of, labels) = match name.rsplit_once('-') {
        Some((_, "en")) => ("en", r#"["Lato", "BIZ UDPGothic"]"#, ["Figure ", "Table "]),
        _ => ("ja", r#"["BIZ UDPGothic"]"#, ["図", "表"]),
    };
    let [figure, table] = labels;
    let report = format!(
        r#"{{
          "document": {{ "language": "{language}" }},
          "page": {{ "width": 841.89, "height": 595.28 }},
          "fonts": {{ "sans": {fonts_of} }},
          "words": {{ "figure-label": "{figure}", "table-label": "{table}" }}
        }}"#
    );
    files.insert("report.json".to_owned(), Bytes::from_string(report));
    let document = Document { identifier: name.to_owned(), main: "main.typ".to_owned(), files };
    let (pages, problems) =
        layout(&document, library(), fonts).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
    assert!(problems.is_empty(), "{name}: {problems:#?}");
    render(&pages.pages()[0], SCALE)
}

#[test]
fn every_part_looks_like_its_reference() {
    let fonts = built_in_fonts();
    let mut shared: VirtualFiles = embedded::files_below(&embedded::TEMPLATES)
        .into_iter()
        .map(|(path, data)| (format!("templates/{path}"), Bytes::new(data)))
        .collect();
    shared.extend(charts(&fonts));
    let images = parts().into_iter().map(|name| (name.clone(), image_of(&name, &shared, &fonts))).collect();
    require_likeness(REFERENCES, images);
}
