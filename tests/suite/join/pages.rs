//! Pages of the joined file look as those of its parts; nothing in it refers to nothing.

use std::collections::BTreeSet;

use lopdf::{Object, ObjectId};

use super::pdf::{Geometry, Pdf};
use super::{among_others, bytes, corpus, join};

#[test]
fn pages_keep_their_boxes_rotations_and_units() {
    for name in corpus::joining() {
        let joined = among_others(name);
        let expected: Vec<Geometry> = joined.parts.iter().flat_map(|part| Pdf::read(&bytes(part)).geometry()).collect();
        let found = Pdf::read(&joined.bytes).geometry();
        assert_eq!(found.len(), expected.len(), "{name}");
        for (page, (found, expected)) in found.iter().zip(&expected).enumerate() {
            // A part whose box is beyond its medium may be written as it is displayed.
            assert_eq!((found.rotation, found.unit), (expected.rotation, expected.unit), "{name}, page {page}");
            assert_eq!(found.crop, expected.crop, "{name}, page {page}");
        }
    }
}

/// The content of each page is there, with what is added before and after it.
#[test]
fn pages_keep_their_content() {
    for name in corpus::joining() {
        let joined = among_others(name);
        let pdf = Pdf::read(&joined.bytes);
        let mut index = 0;
        for part in &joined.parts {
            let part = Pdf::read(&bytes(part));
            for page in 0..part.pages.len() {
                let own = part.content(page);
                let own = own.trim_ascii();
                let found = pdf.content(index);
                assert!(own.is_empty() || found.windows(own.len()).any(|window| window == own), "{name}, page {page}");
                index += 1;
            }
        }
    }
}

/// In a joined file, a reference to nothing might hit the object of another part; so there are none.
#[test]
fn every_reference_has_its_object() {
    for name in corpus::joining() {
        let pdf = Pdf::read(&among_others(name).bytes);
        for (id, object) in &pdf.document.objects {
            let mut references = Vec::new();
            gather(object, &mut references);
            for reference in references {
                assert!(pdf.document.objects.contains_key(&reference), "{name}: {id:?} → {reference:?}");
            }
        }
    }
}

/// Nothing is carried along that no one can reach, such as pages that are not in the tree of pages.
#[test]
fn every_object_can_be_reached() {
    for name in corpus::joining() {
        let pdf = Pdf::read(&among_others(name).bytes);
        let mut waiting = Vec::new();
        for (_, value) in &pdf.document.trailer {
            gather(value, &mut waiting);
        }
        let mut reached: BTreeSet<ObjectId> = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if reached.insert(id)
                && let Some(object) = pdf.document.objects.get(&id)
            {
                gather(object, &mut waiting);
            }
        }
        let lost: Vec<_> = pdf.document.objects.keys().filter(|id| !reached.contains(id)).collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
        let pages = pdf
            .document
            .objects
            .values()
            .filter(|object| object.as_dict().is_ok_and(|dictionary| pdf.name(dictionary, "Type") == "Page"));
        assert_eq!(pages.count(), pdf.pages.len(), "{name}");
    }
}

fn gather(object: &Object, references: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => references.push(*id),
        Object::Array(items) => items.iter().for_each(|item| gather(item, references)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| gather(value, references)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| gather(value, references)),
        _ => {}
    }
}

#[test]
fn joining_again_gives_the_same_bytes() {
    let names = ["libreoffice-writer-ja-claims-2b-ua1", "latex-hyperref", "fields-b", "layers-a", "attachments-b"];
    assert!(join(&names).bytes == join(&names).bytes);
}

/// Fonts that parts share are in the file once.
#[test]
fn the_same_file_twice_is_not_twice_as_large() {
    let (one, two) = (join(&["latex-hyperref"]).bytes.len(), join(&["latex-hyperref", "latex-hyperref"]).bytes.len());
    assert!(two < one * 3 / 2, "{one} {two}");
}

#[test]
fn files_about_which_readers_disagree_stop_nothing() {
    for (name, expected) in corpus::all() {
        if expected == corpus::Expected::Either && super::open(name, false).is_ok() {
            let joined = join(&["identifiers-a", name, "roles-b"]);
            let pdf = Pdf::read(&joined.bytes);
            assert!(pdf.pages.len() >= 3, "{name}");
        }
    }
}
