//! Checks whether a PDF is consistent: tags with content, links with targets, titles with each other. Does not depend
//! on the report.
//!
//! Validators of PDF/A and PDF/UA accept much of what is found here: an empty parent tree, two titles that differ,
//! header cells with the same identifier, content that no element owns.

mod content;
mod declarations;
mod elements;
mod finding;
mod navigation;

pub use finding::{Finding, Kind};

use finding::Findings;

use super::TaggedPdf;

/// The contradictions in a PDF, in the order of their kinds.
#[must_use]
pub fn findings(pdf: &TaggedPdf) -> Vec<Finding> {
    let mut findings = Findings::default();
    content::check(pdf, &mut findings);
    elements::check(pdf, &mut findings);
    navigation::check(pdf, &mut findings);
    declarations::check(pdf, &mut findings);
    findings.told()
}
