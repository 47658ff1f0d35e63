//! The leaves of name trees and number trees.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::File;

const MOST_NESTING: usize = 32;

/// The keys of a tree with their values; `leaf` is `Names` or `Nums`.
pub(super) fn entries<'a>(file: &'a File, root: &'a Dictionary, leaf: &[u8]) -> Vec<(&'a Object, &'a Object)> {
    let mut found = Vec::new();
    gather(file, root, leaf, 0, &mut BTreeSet::new(), &mut found);
    found
}

fn gather<'a>(
    file: &'a File,
    node: &'a Dictionary,
    leaf: &[u8],
    depth: usize,
    met: &mut BTreeSet<ObjectId>,
    found: &mut Vec<(&'a Object, &'a Object)>,
) {
    let pairs = file.array(node, leaf).as_chunks::<2>().0;
    found.extend(pairs.iter().filter_map(|[key, value]| Some((file.resolved(key)?, value))));
    for kid in file.array(node, b"Kids") {
        // Visiting each node once breaks cycles.
        if depth < MOST_NESTING
            && kid.as_reference().is_ok_and(|id| met.insert(id))
            && let Some(Object::Dictionary(kid)) = file.resolved(kid)
        {
            gather(file, kid, leaf, depth + 1, met, found);
        }
    }
}
