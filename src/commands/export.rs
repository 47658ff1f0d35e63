//! `nenpo export`: writes a report as open data, a folder that is a Frictionless Data Package and a report project alike.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::Result;

use super::assembly::{Assembly, assemble};
use super::output::{OUT, unwritable, write_below};
use crate::cli::{Export, OutputFormat, Selection};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::locale::Words;
use crate::open_data::{self, DESCRIPTOR_FILE, File};
use crate::report::Report;
use crate::source::{LONGEST_CELL, Project, REPORT_FILE, with_plain_line_ends};
use crate::terminal::{Terminal, Written};

/// Writes the package, whole or not at all, and prints the path of its descriptor.
pub(super) fn export(export: &Export, terminal: &Terminal) -> Result<u8> {
    let folder = export.folder.clone();
    let selection = Selection { folder, lang: Vec::new(), template: Vec::new(), material: None };
    let Assembly { project, mut diagnostics, report, words, .. } = assemble(&selection, &[OutputFormat::Pdf]);
    let mut written = None;
    if let Some(report) = report.filter(|_| !diagnostics.has_errors()) {
        let copies = copies(&project, &report, &mut diagnostics);
        let out = export.out.clone().unwrap_or_else(|| export.folder.join("out"));
        let package = out.join(format!("{}-data", report.settings.id));
        let words: Vec<&Words> = words.iter().collect();
        // What a workbook cannot hold is a text that is too long for a cell: all else is checked before.
        let too_long =
            |error| Diagnostic::without_place(Code::CellTooLong).with("most", LONGEST_CELL).with_detail(error);
        let files = open_data::package(&report, &words, copies, export.bom);
        let files = files.map_err(|error| diagnostics.push(too_long(error))).ok();
        if let Some(files) = files.filter(|_| !diagnostics.has_errors()) {
            match replace(&package, files) {
                Ok(true) => written = Some(package.join(DESCRIPTOR_FILE)),
                Ok(false) => {
                    let fault = Diagnostic::without_place(Code::FolderNotEmpty).with("part", "package");
                    diagnostics.push(fault.with("folder", package.display()));
                }
                Err(error) => diagnostics.push(unwritable(&package, &error, OUT)),
            }
        }
    }
    let outcome = if written.is_some() { Written::Some } else { Written::Nothing };
    terminal.diagnostics(&diagnostics, project.texts(), outcome)?;
    if let Some(path) = written {
        terminal.datum(path.display())?;
    }
    Ok(diagnostics.exit_code())
}

/// Reads what a report brings besides its tables: settings, words, templates, fonts, and the pictures that it shows. A
/// picture that nothing names stays where it is: not everything in the folder is meant for others.
fn copies(project: &Project, report: &Report, diagnostics: &mut Diagnostics) -> Vec<File> {
    let settings = &report.settings;
    let figures = settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    let figures = figures.chain(&settings.look.logo).map(|figure| figure.value.clone());
    let mut names: BTreeSet<String> = figures.collect();
    names.insert(REPORT_FILE.to_owned());
    for (folder, extensions) in [("locales", ["ftl"].as_slice()), ("templates", &[]), ("fonts", &[])] {
        names.extend(project.files_below(folder, extensions));
    }
    let read = |path: String| {
        let data = project.read_bytes(&path, &Place::whole(&path.as_str().into()), diagnostics)?;
        let is_text =
            TEXTS.iter().any(|text| path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case(text)));
        // Texts that are not in Unicode stay as they are.
        let plain = if is_text { std::str::from_utf8(&data).ok().map(unmarked) } else { None };
        Some(File { data: plain.unwrap_or(data), path })
    };
    names.into_iter().filter_map(read).collect()
}

/// Endings of texts whose line ends mean nothing.
const TEXTS: [&str; 4] = ["ftl", "svg", "toml", "typ"];

/// Returns a text as it is on every system: without a byte order mark, and with plain line ends.
fn unmarked(text: &str) -> Vec<u8> {
    with_plain_line_ends(text.strip_prefix('\u{FEFF}').unwrap_or(text)).into_bytes()
}

/// Puts a package in the place of an earlier one; nothing of that is left. Returns whether the folder is free for it: it
/// has to be missing, empty, or a data package.
fn replace(folder: &Path, files: Vec<File>) -> io::Result<bool> {
    let is_there = match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() && !folder.join(DESCRIPTOR_FILE).is_file() {
                return Ok(false);
            }
            true
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
    };
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(beside)?;
    // The working folder may itself be in what is moved: from then on, relative paths would lead elsewhere.
    let beside = fs::canonicalize(beside)?;
    let folder = &beside.join(folder.file_name().unwrap_or_default());
    let staging = tempfile::Builder::new().prefix(".nenpo-").tempdir_in(&beside)?;
    let (new, old) = (staging.path().join("new"), staging.path().join("old"));
    let files: Vec<_> = files.into_iter().map(|file| (file.path, file.data)).collect();
    write_below(&new, &files)?;
    if is_there {
        fs::rename(folder, &old)?;
    }
    if let Err(error) = fs::rename(&new, folder) {
        if is_there {
            // The error that counts is the first one.
            let _ = fs::rename(&old, folder);
        }
        return Err(error);
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, data: &str) -> File {
        File { path: path.to_owned(), data: data.as_bytes().to_vec() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_earlier_package_is_replaced_as_a_whole() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("out/plan-data");
        assert!(replace(&folder, vec![file(DESCRIPTOR_FILE, "1"), file("data/old.csv", "")]).unwrap());
        assert!(replace(&folder, vec![file(DESCRIPTOR_FILE, "2"), file("data/new.csv", "")]).unwrap());
        assert_eq!(names(&folder.join("data")), ["new.csv"]);
        assert_eq!(fs::read_to_string(folder.join(DESCRIPTOR_FILE)).unwrap(), "2");
        assert_eq!(names(&above.path().join("out")), ["plan-data"]);
    }

    #[test]
    fn a_folder_that_is_no_package_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        assert!(!replace(folder.path(), vec![file(DESCRIPTOR_FILE, "")]).unwrap());
        assert_eq!(names(folder.path()), ["notes.txt"]);
    }

    #[test]
    fn an_earlier_package_stays_where_a_new_one_cannot_be_written() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("plan-data");
        assert!(replace(&folder, vec![file(DESCRIPTOR_FILE, "1")]).unwrap());
        // A file cannot also be a folder.
        assert!(replace(&folder, vec![file("a", ""), file("a/b", "")]).is_err());
        assert_eq!(fs::read_to_string(folder.join(DESCRIPTOR_FILE)).unwrap(), "1");
        assert_eq!(names(above.path()), ["plan-data"]);
    }
}
