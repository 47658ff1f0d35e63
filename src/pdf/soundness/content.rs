//! Checks content against the elements that own it, through the elements and through the parent tree.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::finding::Findings;
use super::{Finding, Kind};
use crate::pdf::TaggedPdf;
use crate::pdf::content::{ContentError, WHOLE};
use crate::pdf::entries::entries;
use crate::pdf::structure::{StructureError, shown};

pub(super) fn check(pdf: &TaggedPdf, findings: &mut Findings) {
    check_marks(pdf, findings);
    check_parent_tree(pdf, findings);
}

fn check_marks(pdf: &TaggedPdf, findings: &mut Findings) {
    for (page, error) in &pdf.contents.errors {
        let (kind, detail) = match error {
            ContentError::Unmarked => (Kind::UnmarkedContent, String::new()),
            ContentError::MarkTwice(mark) => (Kind::MarkTwice, mark.to_string()),
            ContentError::MarkInMark => (Kind::MarkInMark, String::new()),
            ContentError::Unbalanced => (Kind::UnbalancedMarks, String::new()),
            ContentError::Unparsed => (Kind::UnparsedContent, String::new()),
        };
        findings.push(Finding::on(*page, kind, detail));
    }
    for error in &pdf.structure.errors {
        findings.push(match error {
            StructureError::ElementTwice(element) => Finding::new(Kind::ElementTwice, element),
            StructureError::TooDeep => Finding::new(Kind::TooDeep, ""),
            StructureError::WrongParent(element) => Finding::new(Kind::WrongParent, element),
            StructureError::StrangeChild(element) => Finding::new(Kind::StrangeChild, element),
            StructureError::NoSuchMark(page, mark) => Finding::on(*page, Kind::MissingMark, mark),
        });
    }
    for (id, mark) in &pdf.contents.marks {
        match pdf.structure.owners.get(id).map_or(0, Vec::len) {
            0 => findings.push(Finding::on(mark.page, Kind::UnownedMark, id.1)),
            1 => {}
            _ => findings.push(Finding::on(mark.page, Kind::MarkOwnedTwice, id.1)),
        }
    }
}

fn check_parent_tree(pdf: &TaggedPdf, findings: &mut Findings) {
    let file = &pdf.file;
    let root = file.tag_root().ok().and_then(|(_, root)| file.dictionary(root, b"ParentTree"));
    let entries = root.map(|root| entries(file, root, b"Nums")).unwrap_or_default();
    let mut tree: BTreeMap<i64, &Object> =
        entries.into_iter().filter_map(|(key, value)| Some((key.as_i64().ok()?, value))).collect();
    if tree.is_empty() {
        findings.push(Finding::new(Kind::NoParentTree, ""));
        return;
    }
    let mut keys = BTreeSet::new();
    let mut streams: BTreeMap<ObjectId, BTreeSet<i64>> = BTreeMap::new();
    let marks = pdf.contents.marks.keys().filter(|(_, mark)| *mark != WHOLE);
    for (stream, mark) in marks {
        streams.entry(*stream).or_default().insert(*mark);
    }
    for (stream, marks) in streams {
        let page = marks.first().and_then(|mark| pdf.contents.marks.get(&(stream, *mark))).map(|mark| mark.page);
        let key = dictionary(pdf, stream).and_then(|holder| key(pdf, holder, b"StructParents"));
        let Some(key) = key.filter(|key| keys.insert(*key)) else {
            findings.push(Finding::on(page, Kind::ParentKey, ""));
            continue;
        };
        let elements = tree.remove(&key).and_then(|value| file.resolved(value)?.as_array().ok());
        let elements = elements.map_or(&[][..], Vec::as_slice);
        let named = |mark: &i64| elements.get(usize::try_from(*mark).ok()?)?.as_reference().ok();
        for mark in &marks {
            let owner = pdf.structure.owners.get(&(stream, *mark)).and_then(|owners| owners.first()).copied();
            if named(mark) != owner {
                findings.push(Finding::on(page, Kind::ParentTreeDiffers, mark));
            }
        }
        let foreign = (0..).zip(elements).filter(|(mark, element)| !element.is_null() && !marks.contains(mark));
        findings.extend(foreign.map(|(mark, _)| Finding::on(page, Kind::ParentTreeForeign, mark)));
    }
    let drawings = pdf.structure.owners.iter().filter(|((_, mark), _)| *mark == WHOLE);
    let drawings = drawings.map(|((drawing, _), owners)| (drawing, owners));
    for (object, owners) in pdf.structure.annotations.iter().chain(drawings) {
        let key = dictionary(pdf, *object).and_then(|holder| key(pdf, holder, b"StructParent"));
        let Some(key) = key.filter(|key| keys.insert(*key)) else {
            findings.push(Finding::new(Kind::ParentKey, shown(*object)));
            continue;
        };
        let named = tree.remove(&key).and_then(|element| element.as_reference().ok());
        if named != owners.first().copied() {
            findings.push(Finding::new(Kind::ParentTreeDiffers, shown(*object)));
        }
    }
    // The remaining entries belong to no content; empty lists are harmless.
    let says = |value: &Object| match file.resolved(value) {
        Some(Object::Array(elements)) => elements.iter().any(|element| !element.is_null()),
        Some(value) => !value.is_null(),
        None => true,
    };
    findings.extend(
        tree.iter().filter(|(_, value)| says(value)).map(|(key, _)| Finding::new(Kind::ParentTreeForeign, key)),
    );
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
