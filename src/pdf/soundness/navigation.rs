//! Checks links and bookmarks: in the tag tree, with a description, and with a valid target.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::finding::Findings;
use super::{Finding, Kind};
use crate::pdf::structure::shown;
use crate::pdf::{TaggedPdf, Target, file};

pub(super) fn check(pdf: &TaggedPdf, findings: &mut Findings) {
    check_annotations(pdf, findings);
    check_bookmarks(pdf, findings);
}

fn described(kind: &str, contents: &str) -> String {
    if contents.trim().is_empty() { kind.to_owned() } else { format!("{kind}: {contents}") }
}

/// Finds annotations outside the tag tree, and links without description or valid target.
fn check_annotations(pdf: &TaggedPdf, findings: &mut Findings) {
    let reader = &pdf.file;
    let mut met = BTreeSet::new();
    for (number, page) in (1..).zip(reader.pages()) {
        let Ok(page) = reader.objects().get_dictionary(*page) else { continue };
        for object in reader.array(page, b"Annots") {
            let Some(Object::Dictionary(annotation)) = reader.resolved(object) else { continue };
            let kind = reader.value(annotation, b"Subtype").and_then(file::name).unwrap_or_default();
            if kind == "Popup" {
                continue;
            }
            let contents = reader.text(annotation, b"Contents").unwrap_or_default();
            let id = object.as_reference().ok();
            met.extend(id);
            match id.and_then(|id| pdf.structure.annotations.get(&id)).map_or(0, Vec::len) {
                0 if kind == "Link" => findings.push(Finding::on(number, Kind::UntaggedLink, &contents)),
                // A comment, stamp or form field that somebody has added.
                0 => findings.push(Finding::on(number, Kind::UntaggedAnnotation, described(&kind, &contents))),
                1 => {}
                _ => findings.push(Finding::on(number, Kind::AnnotationOwnedTwice, &contents)),
            }
            if kind == "Link" {
                if contents.trim().is_empty() {
                    findings.push(Finding::on(number, Kind::SilentLink, id.map(shown).unwrap_or_default()));
                }
                if matches!(pdf.destinations.target(reader, annotation), None | Some(Target::Nowhere(_))) {
                    findings.push(Finding::on(number, Kind::DeadLink, &contents));
                }
            }
        }
    }
    let lost = pdf.structure.annotations.keys().filter(|id| !met.contains(id));
    findings.extend(lost.map(|id| Finding::new(Kind::AnnotationOnNoPage, shown(*id))));
    for target in pdf.destinations.targets() {
        if let Target::Nowhere(name) = target {
            findings.push(Finding::new(Kind::DeadDestination, name));
        }
    }
}

const MOST_NESTING: usize = 32;

/// Finds bookmarks without a valid target or a heading or part of their name, and cycles.
fn check_bookmarks(pdf: &TaggedPdf, findings: &mut Findings) {
    let Ok(root) = pdf.file.catalog().get(b"Outlines").and_then(Object::as_reference) else { return };
    let elements = pdf.tags().descendants();
    let headings = elements.iter().filter(|element| element.heading_level().is_some());
    let headings = headings.map(|heading| (heading.page, squeezed(&heading.spoken())));
    // The parts of a joined file have a title that is not printed.
    let parts = elements.iter().filter(|element| element.standard_role == "Part");
    let parts = parts.filter_map(|part| Some((part.page, squeezed(part.title.as_deref()?))));
    let headings = headings.chain(parts).collect();
    Walk { pdf, headings, met: BTreeSet::new(), findings }.below(root, 0);
}

struct Walk<'a> {
    pdf: &'a TaggedPdf,
    headings: BTreeSet<(Option<usize>, String)>,
    met: BTreeSet<ObjectId>,
    findings: &'a mut Findings,
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
        self.findings.push(Finding::new(Kind::BookmarkChain, title));
    }

    fn lead(&mut self, bookmark: &Dictionary, title: &str) {
        match self.pdf.destinations.target(&self.pdf.file, bookmark) {
            Some(Target::Page(page)) => {
                if !self.headings.contains(&(Some(page), squeezed(title))) {
                    self.findings.push(Finding::on(page, Kind::BookmarkWithoutHeading, title));
                }
            }
            Some(Target::Uri(_) | Target::File(_)) => {}
            Some(Target::Nowhere(_)) | None => self.findings.push(Finding::new(Kind::DeadBookmark, title)),
        }
    }
}

/// Removes what line breaking may change.
fn squeezed(text: &str) -> String {
    let invisible = ['\u{200B}', '\u{2060}', '\u{2066}', '\u{2069}', '\u{00AD}', '\u{FEFF}'];
    text.chars().filter(|character| !character.is_whitespace() && !invisible.contains(character)).collect()
}
