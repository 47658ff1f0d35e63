//! Bookmarks: a chain without circles whose links lead to the headings that they name.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::{Flaw, Kind};
use crate::pdf::{TaggedPdf, Target};

/// Bookmarks within bookmarks, at most.
const MOST_NESTING: usize = 32;

/// Finds bookmarks that lead nowhere, to no heading, or round in a circle.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
    let Ok(root) = pdf.file.catalog().get(b"Outlines").and_then(Object::as_reference) else { return };
    let headings = pdf.tags().descendants().into_iter().filter(|element| element.heading_level().is_some());
    let headings = headings.map(|heading| (heading.page, squeezed(&heading.spoken()))).collect();
    Walk { pdf, headings, met: BTreeSet::new(), flaws }.below(root, 0);
}

struct Walk<'a> {
    pdf: &'a TaggedPdf,
    headings: BTreeSet<(Option<usize>, String)>,
    met: BTreeSet<ObjectId>,
    flaws: &'a mut Vec<Flaw>,
}

impl Walk<'_> {
    fn below(&mut self, parent: ObjectId, depth: usize) {
        let pdf = self.pdf;
        let node = |id: ObjectId| pdf.file.objects().get_dictionary(id).ok();
        let link = |dictionary: &Dictionary, key: &[u8]| dictionary.get(key).and_then(Object::as_reference).ok();
        let Some(holder) = node(parent) else { return self.broken("") };
        let mut previous = None;
        let mut next = link(holder, b"First");
        while let Some(id) = next {
            let Some(bookmark) = node(id) else { return self.broken("") };
            let title = pdf.file.text(bookmark, b"Title").unwrap_or_default();
            if !self.met.insert(id) || depth >= MOST_NESTING {
                return self.broken(&title);
            }
            if link(bookmark, b"Parent") != Some(parent) || link(bookmark, b"Prev") != previous {
                self.broken(&title);
            }
            self.lead(bookmark, &title);
            if bookmark.has(b"First") {
                self.below(id, depth + 1);
            }
            previous = Some(id);
            next = link(bookmark, b"Next");
        }
        if link(holder, b"Last") != previous {
            self.broken("");
        }
    }

    fn broken(&mut self, title: &str) {
        self.flaws.push(Flaw::new(Kind::BookmarkChain, title));
    }

    fn lead(&mut self, bookmark: &Dictionary, title: &str) {
        match self.pdf.destinations.target(&self.pdf.file, bookmark) {
            Some(Target::Page(page)) => {
                if !self.headings.contains(&(Some(page), squeezed(title))) {
                    self.flaws.push(Flaw::on(page, Kind::BookmarkWithoutHeading, title));
                }
            }
            Some(Target::Uri(_)) => {}
            Some(Target::Nowhere(_)) | None => self.flaws.push(Flaw::new(Kind::DeadBookmark, title)),
        }
    }
}

/// Takes out what line breaking may change.
fn squeezed(text: &str) -> String {
    let invisible = ['\u{200B}', '\u{2060}', '\u{00AD}', '\u{FEFF}'];
    text.chars().filter(|character| !character.is_whitespace() && !invisible.contains(character)).collect()
}
