//! What `nenpo export` writes and what PDFs hold as attachments: it is sound by the rules of others, no text of it becomes a
//! formula, and a build reads it back to the same bytes.

mod attachment;
mod formula;
mod package;
mod round_trip;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::{contents_below, run};

/// Exports a report and returns the folder of its package.
fn exported(report: &Path, out: &Path, arguments: &[&str]) -> PathBuf {
    let arguments = [&["export", "--out", out.to_str().unwrap()], arguments].concat();
    let descriptor = run(report, &arguments).lines().next().unwrap().to_owned();
    assert!(descriptor.ends_with("datapackage.json"), "{descriptor}");
    report.join(descriptor).parent().unwrap().to_owned()
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
    let files = contents_below(&package.join("data")).into_iter();
    let read = |(name, data): (String, Vec<u8>)| {
        (name.strip_suffix(".csv").unwrap().to_owned(), rows(std::str::from_utf8(&data).unwrap()))
    };
    files.map(read).collect()
}
