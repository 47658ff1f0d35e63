//! The parent tree: the way from content and annotations back to their elements. Knows not what they say.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Flaw, Kind};
use crate::pdf::TaggedPdf;
use crate::pdf::entries::entries;

/// Compares the parent tree with the elements that own content and annotations.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
    let file = &pdf.file;
    let root = file.tag_root().ok().and_then(|(_, root)| file.dictionary(root, b"ParentTree"));
    let entries = root.map(|root| entries(file, root, b"Nums")).unwrap_or_default();
    let mut tree: BTreeMap<i64, &Object> =
        entries.into_iter().filter_map(|(key, value)| Some((key.as_i64().ok()?, value))).collect();
    if tree.is_empty() {
        flaws.push(Flaw::new(Kind::NoParentTree, ""));
        return;
    }
    let mut keys = BTreeSet::new();
    let mut streams: BTreeMap<ObjectId, BTreeSet<i64>> = BTreeMap::new();
    for (stream, mark) in pdf.contents.marks.keys() {
        streams.entry(*stream).or_default().insert(*mark);
    }
    for (stream, marks) in streams {
        let page = marks.first().and_then(|mark| pdf.contents.marks.get(&(stream, *mark))).map(|mark| mark.page);
        let key = dictionary(pdf, stream).and_then(|holder| key(pdf, holder, b"StructParents"));
        let Some(key) = key.filter(|key| keys.insert(*key)) else {
            flaws.push(Flaw::on(page, Kind::ParentKey, ""));
            continue;
        };
        let elements = tree.remove(&key).and_then(|value| file.resolved(value)?.as_array().ok());
        let elements = elements.map_or(&[][..], Vec::as_slice);
        let named = |mark: &i64| elements.get(usize::try_from(*mark).ok()?)?.as_reference().ok();
        for mark in &marks {
            let owner = pdf.structure.owners.get(&(stream, *mark)).and_then(|owners| owners.first()).copied();
            if named(mark) != owner {
                flaws.push(Flaw::on(page, Kind::ParentTreeDiffers, mark));
            }
        }
        let foreign = (0..).zip(elements).filter(|(mark, element)| !element.is_null() && !marks.contains(mark));
        flaws.extend(foreign.map(|(mark, _)| Flaw::on(page, Kind::ParentTreeForeign, mark)));
    }
    for (annotation, owners) in &pdf.structure.annotations {
        let key = dictionary(pdf, *annotation).and_then(|holder| key(pdf, holder, b"StructParent"));
        let Some(key) = key.filter(|key| keys.insert(*key)) else {
            flaws.push(Flaw::new(Kind::ParentKey, crate::pdf::structure::shown(*annotation)));
            continue;
        };
        let named = tree.remove(&key).and_then(|element| element.as_reference().ok());
        if named != owners.first().copied() {
            flaws.push(Flaw::new(Kind::ParentTreeDiffers, crate::pdf::structure::shown(*annotation)));
        }
    }
    // What is left belongs to nothing; an empty list says nothing about content that there is not.
    let says = |value: &Object| match file.resolved(value) {
        Some(Object::Array(elements)) => elements.iter().any(|element| !element.is_null()),
        Some(value) => !value.is_null(),
        None => true,
    };
    flaws.extend(tree.iter().filter(|(_, value)| says(value)).map(|(key, _)| Flaw::new(Kind::ParentTreeForeign, key)));
}

fn dictionary(pdf: &TaggedPdf, id: ObjectId) -> Option<&Dictionary> {
    match pdf.file.objects().get_object(id).ok()? {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

fn key(pdf: &TaggedPdf, holder: &Dictionary, name: &[u8]) -> Option<i64> {
    pdf.file.value(holder, name)?.as_i64().ok()
}
