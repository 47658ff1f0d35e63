//! Takes the rows of one project out of a text file of any length, such as those that a government publishes for all of its
//! projects.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use super::super::csv::{self, MOST_ROWS};
use super::super::encoding::decode;
use super::super::folder::open_named;
use super::super::project::{LARGEST_FILE, Project, unreadable};
use super::super::vocabulary::LazyVocabulary;
use super::outline::PROJECT;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// The most bytes of a row: many times that of any real one.
const LONGEST_ROW: usize = 1024 * 1024;

/// A folder in memory with a file of the header and the rows of a project. Its name also has the project, since its lines
/// are not those of the whole file.
pub(super) fn rows_of(
    path: &Path,
    name: &str,
    project: &str,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Project> {
    let place = Place::whole(&Arc::from(name));
    match open_named(path).and_then(|file| taken(file, project, vocabulary)) {
        Ok(Taken::Rows(rows)) => Some(Project::of_files(BTreeMap::from([(name.to_owned(), rows)]))),
        Ok(Taken::WithoutColumn) => {
            diagnostics
                .push(Diagnostic::at(Code::MissingColumn, &place).with("part", "column").with("column", PROJECT));
            None
        }
        Ok(Taken::TooLong) => {
            diagnostics.push(csv::too_large(&place, "rows", MOST_ROWS));
            None
        }
        Err(error) => {
            diagnostics.push(unreadable(&place, name, &error));
            None
        }
    }
}

enum Taken {
    Rows(Vec<u8>),
    WithoutColumn,
    TooLong,
}

fn taken(file: File, project: &str, vocabulary: LazyVocabulary<'_>) -> io::Result<Taken> {
    let mut input = BufReader::new(file);
    let mut kept = Vec::new();
    let mut row = Vec::new();
    if !next_row(&mut input, &mut row)? {
        return Ok(Taken::WithoutColumn);
    }
    let text = decode(&row).map(|(text, _)| text.into_owned()).unwrap_or_default();
    let delimiter = csv::delimiter(&text);
    let header = csv::fields(text.as_bytes(), delimiter);
    let is_of_project = |header: &String| vocabulary.columns(header.trim()).iter().any(|key| key == PROJECT);
    let Some(column) = header.iter().position(is_of_project) else { return Ok(Taken::WithoutColumn) };
    kept.extend_from_slice(&row);
    while next_row(&mut input, &mut row)? {
        let may_be = row.windows(project.len().max(1)).any(|part| part == project.as_bytes());
        if may_be && csv::fields(&row, delimiter).get(column).is_some_and(|id| id.trim() == project) {
            kept.extend_from_slice(&row);
        }
        if row.len() > LONGEST_ROW || kept.len() as u64 > LARGEST_FILE {
            return Ok(Taken::TooLong);
        }
    }
    Ok(Taken::Rows(kept))
}

/// Reads up to the end of a line outside quotation marks. False at the end of the file.
fn next_row(input: &mut impl BufRead, row: &mut Vec<u8>) -> io::Result<bool> {
    row.clear();
    let mut is_quoted = false;
    loop {
        let start = row.len();
        let mut line = io::Read::take(&mut *input, LONGEST_ROW as u64 + 1);
        if line.read_until(b'\n', row)? == 0 {
            return Ok(!row.is_empty());
        }
        let quotes = row[start..].iter().filter(|byte| **byte == b'"').count();
        is_quoted ^= quotes % 2 == 1;
        if !is_quoted || row.len() > LONGEST_ROW {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_outside_quotation_marks() {
        let mut input = "a,\"b\nc\"\r\nd,e\n".as_bytes();
        let mut row = Vec::new();
        let mut rows = Vec::new();
        while next_row(&mut input, &mut row).unwrap() {
            rows.push(String::from_utf8(row.clone()).unwrap());
        }
        assert_eq!(rows, ["a,\"b\nc\"\r\n", "d,e\n"]);
    }
}
