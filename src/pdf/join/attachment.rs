//! Attachments, named by their part.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId, decode_text_string, text_string};

use super::import::Import;
use super::target::Target;
use crate::pdf::entries::entries;

/// A file attached to a part, in the joined file.
pub(super) struct Attached {
    pub(super) specification: ObjectId,
    name: String,
}

/// Copies the files attached to a part; their names begin with the part’s label.
pub(super) fn copy(import: &mut Import<'_>, label: &str, target: &mut Target<'_>) -> Vec<Attached> {
    let file = import.file;
    let names = file.dictionary(file.catalog(), b"Names");
    let tree = names.and_then(|names| file.dictionary(names, b"EmbeddedFiles"));
    let named = tree.map(|tree| entries(file, tree, b"Names")).unwrap_or_default();
    let specifications = named.into_iter().map(|(_, specification)| specification);
    let specifications: Vec<&Object> = specifications.chain(file.array(file.catalog(), b"AF")).collect();
    let mut met = BTreeSet::new();
    let mut attached = Vec::new();
    for object in specifications {
        let old = object.as_reference().ok();
        if old.is_some_and(|old| !met.insert(old)) {
            continue;
        }
        let Some(Object::Dictionary(specification)) = file.resolved(object) else { continue };
        if file.dictionary(specification, b"EF").is_none() {
            continue;
        }
        let own =
            [&b"UF"[..], b"F"].into_iter().find_map(|key| decode_text_string(file.value(specification, key)?).ok());
        let own = own.unwrap_or_default();
        let name = if label.is_empty() { own } else { format!("{label} {own}") };
        let id = target.reserve();
        if let Some(old) = old {
            import.register(old, id);
        }
        let mut copy = import.copy_dictionary(specification, target);
        for key in ["UF", "F"] {
            copy.set(key, text_string(&name));
        }
        target.put(id, copy);
        attached.push(Attached { specification: id, name });
    }
    attached
}

/// Enters the attachments of all parts into the catalog.
pub(super) fn write(files: &[Attached], trees: &mut Dictionary, catalog: &mut Dictionary, target: &mut Target<'_>) {
    if files.is_empty() {
        return;
    }
    let mut names = BTreeMap::new();
    for (number, file) in files.iter().enumerate() {
        // Numbered, so that two files of one name both remain.
        let key = format!("{:04} {}", number + 1, file.name).into_bytes();
        names.insert(key, Object::Reference(file.specification));
    }
    trees.set("EmbeddedFiles", target.name_tree(names));
    let all: Vec<Object> = files.iter().map(|file| Object::Reference(file.specification)).collect();
    catalog.set("AF", all);
}
