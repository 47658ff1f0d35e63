//! Annotations, which are the links of a report: in the tag tree, with words, and leading somewhere.

use std::collections::BTreeSet;

use lopdf::Object;

use super::{Flaw, Kind};
use crate::pdf::structure::shown;
use crate::pdf::{TaggedPdf, Target, file};

/// Returns what kind of annotation it is, and what it says.
fn described(kind: &str, contents: &str) -> String {
    if contents.trim().is_empty() { kind.to_owned() } else { format!("{kind}: {contents}") }
}

/// Finds annotations outside the tag tree, and links without words or without an end.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
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
                0 if kind == "Link" => flaws.push(Flaw::on(number, Kind::UntaggedLink, &contents)),
                // A note, a stamp, a form field: what others add to a document.
                0 => flaws.push(Flaw::on(number, Kind::UntaggedAnnotation, described(&kind, &contents))),
                1 => {}
                _ => flaws.push(Flaw::on(number, Kind::AnnotationOwnedTwice, &contents)),
            }
            if kind == "Link" {
                if contents.trim().is_empty() {
                    flaws.push(Flaw::on(number, Kind::SilentLink, id.map(shown).unwrap_or_default()));
                }
                if matches!(pdf.destinations.target(reader, annotation), None | Some(Target::Nowhere(_))) {
                    flaws.push(Flaw::on(number, Kind::DeadLink, &contents));
                }
            }
        }
    }
    let lost = pdf.structure.annotations.keys().filter(|id| !met.contains(id));
    flaws.extend(lost.map(|id| Flaw::new(Kind::AnnotationOnNoPage, shown(*id))));
    for target in pdf.destinations.targets() {
        if let Target::Nowhere(name) = target {
            flaws.push(Flaw::new(Kind::DeadDestination, name));
        }
    }
}
