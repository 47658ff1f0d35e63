//! Whether what a PDF says of itself agrees: tags with content, links with places, titles with titles. Knows no report.
//!
//! Validators of PDF/A and PDF/UA pass much of what is caught here: an empty parent tree, two titles that differ, header
//! cells with the same identifier, content that no element owns.

mod content;
mod declarations;
mod elements;
mod finding;
mod navigation;

pub use finding::{Finding, Kind};

use finding::Findings;

use super::TaggedPdf;

/// Returns what contradicts itself in a PDF, in the order of kinds; nothing where all is well.
#[must_use]
pub fn findings(pdf: &TaggedPdf) -> Vec<Finding> {
    let mut findings = Findings::default();
    content::check(pdf, &mut findings);
    elements::check(pdf, &mut findings);
    navigation::check(pdf, &mut findings);
    declarations::check(pdf, &mut findings);
    findings.told()
}
