//! Whole pages of the samples, small: what the command writes as PNG. Knows no part of a page.

use image::RgbaImage;

use super::compare::require_likeness;
use super::hermetic::nenpo;

/// Where the references are.
const REFERENCES: &str = "reference-pages";
/// Pixels in an inch: enough to see every block, rule and line of text, too few for letters.
const PPI: &str = "54";

/// Pages of one document.
struct Selection {
    sample: &'static str,
    template: &'static str,
    language: &'static str,
    pages: &'static [usize],
}

/// The pages that are compared. A page is worth it where it shows what no part shows: how parts stand on the grid.
const SELECTIONS: &[Selection] = &[
    Selection { sample: "medical-rd-fy2022", template: "followup", language: "ja", pages: &[1, 4] },
    Selection { sample: "medical-rd-fy2022", template: "followup", language: "en", pages: &[4] },
    Selection { sample: "fictional-city-plan", template: "report", language: "ja", pages: &[1, 3, 4, 5] },
    Selection { sample: "fictional-city-plan", template: "report", language: "en", pages: &[2, 3, 6] },
];

impl Selection {
    /// Returns the names of the references.
    fn names(&self) -> impl Iterator<Item = String> {
        self.pages.iter().map(|page| format!("{}-{}-{}-{page}", self.sample, self.template, self.language))
    }

    /// Builds the pages, in the order of their numbers.
    fn images(&self) -> Vec<RgbaImage> {
        let out = tempfile::tempdir().unwrap();
        let pages: Vec<String> = self.pages.iter().map(ToString::to_string).collect();
        let output = nenpo(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
            .args(["build", &format!("examples/{}", self.sample), "--template", self.template])
            .args(["--lang", self.language, "--format", "png", "--ppi", PPI, "--pages", &pages.join(",")])
            .arg("--out")
            .arg(out.path())
            .output()
            .unwrap();
        let (printed, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{said}");
        printed.lines().map(|path| image::open(path).unwrap().to_rgba8()).collect()
    }
}

#[test]
fn every_selected_page_looks_like_its_reference() {
    let images = SELECTIONS.iter().flat_map(|selection| {
        assert!(selection.pages.is_sorted(), "pages are written in the order of their numbers");
        selection.names().zip(selection.images()).collect::<Vec<_>>()
    });
    require_likeness(REFERENCES, images.collect());
}
