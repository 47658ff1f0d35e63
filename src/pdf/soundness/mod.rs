//! Whether what a PDF says of itself agrees: tags with content, links with places, titles with titles. Knows no report.
//!
//! Validators of PDF/A and PDF/UA pass much of what is caught here: an empty parent tree, two titles that differ, header
//! cells with the same identifier, content that no element owns.

mod annotations;
mod bookmarks;
mod declarations;
mod flaw;
mod identifiers;
mod marks;
mod parents;
mod tables;

pub use flaw::{Flaw, Kind};

use super::TaggedPdf;

/// The most flaws of one kind that are told: one cause often has hundreds.
const MOST_OF_A_KIND: usize = 20;

/// Returns what contradicts itself in a PDF, in the order of kinds; nothing where all is well.
#[must_use]
pub fn flaws(pdf: &TaggedPdf) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    marks::check(pdf, &mut flaws);
    parents::check(pdf, &mut flaws);
    annotations::check(pdf, &mut flaws);
    identifiers::check(pdf, &mut flaws);
    tables::check(pdf, &mut flaws);
    bookmarks::check(pdf, &mut flaws);
    declarations::check(pdf, &mut flaws);
    flaws.sort();
    flaws.dedup();
    let mut last = None;
    let mut count = 0;
    flaws.retain(|flaw| {
        count = if last == Some(flaw.kind) { count + 1 } else { 1 };
        last = Some(flaw.kind);
        count <= MOST_OF_A_KIND
    });
    flaws
}
