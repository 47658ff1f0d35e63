//! Folders: those of the repository, copies of them that a test may change, and what is in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The smallest report, on which most tests build.
pub(crate) const MINIMAL: &str = "tests/cases/valid/minimal";

/// Returns a file or a folder of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Copies what is in a folder into another one, over what is there; not `out`, which builds write.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in names(from).into_iter().filter(|name| name != "out") {
        let (from, to) = (from.join(&name), to.join(&name));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// Copies a folder of the repository into a new one.
pub(crate) fn copied(path: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&repository(path), folder.path());
    folder
}

/// Replaces a text, which has to be there, in a file.
pub(crate) fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{}: {from}", file.display());
    fs::write(file, text.replace(from, to)).unwrap();
}

/// Returns the names of the files and folders in a folder, in their order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Returns the names of the reports in a folder of the repository, in their order; beside them may be packets.
pub(crate) fn reports(folder: &str) -> Vec<String> {
    let mut reports = names(&repository(folder));
    reports.retain(|name| repository(folder).join(name).join("report.toml").exists());
    assert!(!reports.is_empty(), "{folder}");
    reports
}

/// Returns all files below a folder by their paths from it, with `/` between the parts.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            files.extend(files_below(&path).into_iter().map(|(below, path)| (format!("{name}/{below}"), path)));
        } else {
            files.insert(name, path);
        }
    }
    files
}

/// Returns what is in all files below a folder, by their paths from it.
pub(crate) fn contents_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files_below(folder).into_iter().map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}
