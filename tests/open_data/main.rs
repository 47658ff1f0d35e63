//! What `nenpo export` writes and what PDFs hold as attachments: it is sound by the rules of others, no text of it becomes a
//! formula, and a build reads it back to the same bytes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod attachment;
mod formula;
#[expect(dead_code, reason = "other tests use the rest of it")]
#[path = "../generated/mod.rs"]
mod generated;
#[path = "../hermetic/mod.rs"]
mod hermetic;
mod package;
mod round_trip;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hermetic::nenpo;

/// Returns a folder of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Copies a folder over another.
fn lay(from: &Path, over: &Path) {
    fs::create_dir_all(over).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = over.join(entry.file_name());
        if entry.path().is_dir() {
            lay(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Changes a file.
fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(file, text.replace(from, to)).unwrap();
}

/// Runs the command where a report is and returns what it prints; it has to succeed without a word.
fn run(report: &Path, arguments: &[&str]) -> String {
    let output = nenpo(report).args(arguments).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{}: {said}", report.display());
    assert!(!said.contains("error["), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Exports a report and returns the folder of its package.
fn exported(report: &Path, out: &Path, arguments: &[&str]) -> PathBuf {
    let arguments = [&["export", "--out", out.to_str().unwrap()], arguments].concat();
    let descriptor = run(report, &arguments).lines().next().unwrap().to_owned();
    assert!(descriptor.ends_with("datapackage.json"), "{descriptor}");
    report.join(descriptor).parent().unwrap().to_owned()
}

/// Returns all files below a folder, by their paths from it.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn collect(folder: &Path, top: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, top, found);
            } else {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found);
    found
}

/// Reads CSV as RFC 4180 has it, with no knowledge of the product's own reader.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().unwrap();
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => assert_eq!(characters.peek(), Some(&'\n'), "a row ends in CRLF"),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends as the others do");
    rows
}

/// Returns the tables of a package by their names.
fn tables(package: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let files = files_below(&package.join("data")).into_iter();
    let read = |(name, data): (String, Vec<u8>)| {
        (name.strip_suffix(".csv").unwrap().to_owned(), rows(std::str::from_utf8(&data).unwrap()))
    };
    files.map(read).collect()
}
