//! Whole pages of the samples, small: what the command writes as PNG. Knows no part of a page.

use std::path::Path;

use image::RgbaImage;

use super::compare::{difference, folder, read, require_likeness};
use crate::support::{change, copied, repository, run};

/// Where the references are.
const REFERENCES: &str = "reference-pages";
/// Pixels in an inch: enough to tell each digit from the others.
pub(super) const PPI: u32 = 72;

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

    /// Builds the pages of a report, in the order of their numbers.
    fn images(&self, report: &Path) -> Vec<RgbaImage> {
        let out = tempfile::tempdir().unwrap();
        let pages: Vec<String> = self.pages.iter().map(ToString::to_string).collect();
        let printed = run(
            report,
            &[
                &["build", "--template", self.template, "--lang", self.language, "--format", "png"][..],
                &["--ppi", &PPI.to_string(), "--pages", &pages.join(","), "--out", out.path().to_str().unwrap()],
            ]
            .concat(),
        );
        printed.lines().map(|path| read(&report.join(path))).collect()
    }
}

#[test]
fn every_selected_page_looks_like_its_reference() {
    let images = SELECTIONS.iter().flat_map(|selection| {
        assert!(selection.pages.is_sorted(), "pages are written in the order of their numbers");
        let images = selection.images(&repository("examples").join(selection.sample));
        selection.names().zip(images).collect::<Vec<_>>()
    });
    require_likeness(REFERENCES, images.collect());
}

#[test]
fn a_page_with_another_digit_does_not_look_like_its_reference() {
    let selection = &SELECTIONS[0];
    let report = copied(&format!("examples/{}", selection.sample));
    // What is printed once, as 29, and changes no status.
    change(&report.path().join("data/actuals.csv"), "drug-trials-moved,2022,29,", "drug-trials-moved,2022,28,");
    let images = selection.images(report.path()).into_iter();
    let differing = images.zip(selection.names()).map(|(image, name)| {
        let reference = read(&folder(REFERENCES).join(format!("{name}.png")));
        difference(&image, &reference).is_some()
    });
    assert_eq!(differing.collect::<Vec<_>>(), [false, true], "the table with the value is on the second page selected");
}
