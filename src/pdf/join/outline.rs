//! Bookmarks: one for each part, with the part’s own below it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId, text_string};

use super::import::Import;
use super::target::Target;
use crate::pdf::file::File;

/// The greatest nesting of bookmarks.
const MOST_NESTING: usize = 32;
/// The most bookmarks of a part.
const MOST: usize = 100_000;

/// The bookmarks of the joined file.
pub(super) struct Outline {
    root: ObjectId,
    parts: Vec<Bookmark>,
}

/// A bookmark with those below it.
struct Bookmark {
    id: ObjectId,
    dictionary: Dictionary,
    below: Vec<Bookmark>,
    is_open: bool,
}

impl Outline {
    pub(super) fn new(target: &mut Target<'_>) -> Self {
        Self { root: target.reserve(), parts: Vec::new() }
    }

    /// Adds the bookmark of a part with the part’s own, or only these if it `continues` the part before it.
    pub(super) fn add(&mut self, import: &mut Import<'_>, title: &str, continues: bool, target: &mut Target<'_>) {
        let Some(first) = import.pages.first().copied() else { return };
        let file = import.file;
        let below = file.dictionary(file.catalog(), b"Outlines").map(|outlines| {
            let mut met = BTreeSet::new();
            read(import, outlines, 0, &mut met, target)
        });
        let below = below.unwrap_or_default();
        if let Some(before) = self.parts.last_mut().filter(|_| continues) {
            before.below.extend(below);
            return;
        }
        let mut dictionary = Dictionary::from_iter([("Title", text_string(title))]);
        dictionary.set("Dest", vec![Object::Reference(first), Object::Name(b"Fit".to_vec())]);
        self.parts.push(Bookmark { id: target.reserve(), dictionary, below, is_open: false });
    }

    /// `None` if there is no bookmark.
    pub(super) fn write(self, target: &mut Target<'_>) -> Option<ObjectId> {
        let ids: Vec<ObjectId> = self.parts.iter().map(|part| part.id).collect();
        let (first, last) = (*ids.first()?, *ids.last()?);
        let mut root = Dictionary::from_iter([("Type", Object::Name(b"Outlines".to_vec()))]);
        root.set("First", first);
        root.set("Last", last);
        let visible: i64 = self.parts.into_iter().map(|part| write(part, self.root, target)).sum();
        root.set("Count", visible);
        chain(&ids, target);
        target.put(self.root, root);
        Some(self.root)
    }
}

fn read(
    import: &mut Import<'_>,
    parent: &Dictionary,
    depth: usize,
    met: &mut BTreeSet<ObjectId>,
    target: &mut Target<'_>,
) -> Vec<Bookmark> {
    let file = import.file;
    let mut found = Vec::new();
    let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
    while let Some((id, dictionary)) = next.and_then(|id| Some((id, file.objects().get_dictionary(id).ok()?))) {
        if met.len() >= MOST || !met.insert(id) {
            break;
        }
        let below = if depth < MOST_NESTING { read(import, dictionary, depth + 1, met, target) } else { Vec::new() };
        let is_open = file.value(dictionary, b"Count").is_some_and(|count| count.as_i64().is_ok_and(|count| count > 0));
        let own = own_entries(import, file, dictionary, target);
        found.push(Bookmark { id: target.reserve(), dictionary: own, below, is_open });
        next = dictionary.get(b"Next").and_then(Object::as_reference).ok();
    }
    found
}

fn own_entries(import: &mut Import<'_>, file: &File, bookmark: &Dictionary, target: &mut Target<'_>) -> Dictionary {
    let mut own = Dictionary::new();
    for key in [&b"Title"[..], b"Dest", b"A", b"SE", b"C", b"F"] {
        let Ok(value) = bookmark.get(key) else { continue };
        let value = match key {
            b"Dest" => import.destination(value, 0, target),
            // A title must stand in the bookmark itself.
            b"Title" => file.resolved(value).cloned().unwrap_or(Object::Null),
            _ => import.copy(value, target),
        };
        if !value.is_null() {
            own.set(key, value);
        }
    }
    own
}

fn chain(bookmarks: &[ObjectId], target: &mut Target<'_>) {
    for pair in bookmarks.windows(2) {
        if let Some(before) = target.dictionary_mut(pair[0]) {
            before.set("Next", pair[1]);
        }
        if let Some(after) = target.dictionary_mut(pair[1]) {
            after.set("Prev", pair[0]);
        }
    }
}

/// Writes a bookmark with those below it; returns how many are visible while it is open.
fn write(bookmark: Bookmark, parent: ObjectId, target: &mut Target<'_>) -> i64 {
    let Bookmark { id, mut dictionary, below, is_open } = bookmark;
    let ids: Vec<ObjectId> = below.iter().map(|bookmark| bookmark.id).collect();
    let visible: i64 = below.into_iter().map(|bookmark| write(bookmark, id, target)).sum();
    dictionary.set("Parent", parent);
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        dictionary.set("First", *first);
        dictionary.set("Last", *last);
        dictionary.set("Count", if is_open { visible } else { -visible });
    }
    target.put(id, dictionary);
    chain(&ids, target);
    if is_open { visible + 1 } else { 1 }
}
