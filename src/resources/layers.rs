//! A built-in tree of files, overridden by those of the report's own folder.

use std::collections::BTreeMap;

use include_dir::Dir;
use typst::foundations::Bytes;

use crate::diagnostic::{Diagnostics, Place};
use crate::embedded;
use crate::source::Project;
use crate::unicode::composed;

/// The files by their paths below the folder, with composed characters, as settings and templates name them.
pub(super) fn read_tree(
    project: &Project,
    folder: &str,
    built_in: &'static Dir<'static>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Bytes> {
    let mut tree: BTreeMap<String, Bytes> =
        embedded::files_below(built_in).into_iter().map(|(path, data)| (path, Bytes::new(data))).collect();
    for name in project.files_below(folder, &[]) {
        let place = Place::whole(&name.as_str().into());
        if let Some(data) = project.read_bytes(&name, &place, diagnostics) {
            let path = name.split_once('/').map_or(name.as_str(), |(_, path)| path);
            tree.insert(composed(path), Bytes::new(data));
        }
    }
    tree
}
