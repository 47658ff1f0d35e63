//! Content and the elements that own it, in both directions. Knows no parent tree.

use super::{Flaw, Kind};
use crate::pdf::TaggedPdf;
use crate::pdf::content::Disorder;
use crate::pdf::structure::Tangle;

/// Finds content that does not belong to exactly one element, and elements without their content.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
    for (page, disorder) in &pdf.contents.disorders {
        let (kind, detail) = match disorder {
            Disorder::Unmarked => (Kind::UnmarkedContent, String::new()),
            Disorder::MarkTwice(mark) => (Kind::MarkTwice, mark.to_string()),
            Disorder::MarkInMark => (Kind::MarkInMark, String::new()),
            Disorder::Unbalanced => (Kind::UnbalancedMarks, String::new()),
            Disorder::Unparsed => (Kind::UnparsedContent, String::new()),
        };
        flaws.push(Flaw::on(*page, kind, detail));
    }
    for tangle in &pdf.structure.tangles {
        flaws.push(match tangle {
            Tangle::ElementTwice(element) => Flaw::new(Kind::ElementTwice, element),
            Tangle::TooDeep => Flaw::new(Kind::TooDeep, ""),
            Tangle::WrongParent(element) => Flaw::new(Kind::WrongParent, element),
            Tangle::StrangeChild(element) => Flaw::new(Kind::StrangeChild, element),
            Tangle::NoSuchMark(page, mark) => Flaw::on(*page, Kind::MissingMark, mark),
        });
    }
    for (id, mark) in &pdf.contents.marks {
        match pdf.structure.owners.get(id).map_or(0, Vec::len) {
            0 => flaws.push(Flaw::on(mark.page, Kind::UnownedMark, id.1)),
            1 => {}
            _ => flaws.push(Flaw::on(mark.page, Kind::MarkOwnedTwice, id.1)),
        }
    }
}
