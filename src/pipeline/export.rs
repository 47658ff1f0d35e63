//! Writes open data: a folder that is both a Frictionless Data Package and a report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::OUT;
use super::localize::Localized;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::locale::Words;
use crate::open_data::{self, DESCRIPTOR_FILE, File};
use crate::output::{StagingError, replace_folder, unwritable};
use crate::report::Report;
use crate::source::{LONGEST_CELL, Project, REPORT_FILE, with_plain_line_ends};

/// Extensions of text files in which line endings do not matter.
const TEXTS: [&str; 4] = ["ftl", "svg", "toml", "typ"];

/// Writes the data package completely or not at all, and returns the path of its descriptor.
pub(super) fn export(localized: &mut Localized, out: &Path, with_bom: bool) -> Option<PathBuf> {
    let Localized { project, diagnostics, report, editions, .. } = localized;
    let report = report.as_ref().filter(|_| !diagnostics.has_errors())?;
    let copies = copies(project, report, diagnostics);
    let words: Vec<Words> = editions.messages.iter().map(|messages| Words::of(Arc::clone(messages))).collect();
    let words: Vec<&Words> = words.iter().collect();
    // The only possible failure is a text too long for a cell; everything else has been checked.
    let too_long = |error| Diagnostic::without_place(Code::CellTooLong).with("most", LONGEST_CELL).with_detail(error);
    let files = open_data::package(report, &words, copies, with_bom);
    let files = files.map_err(|error| diagnostics.push(too_long(error))).ok()?;
    if diagnostics.has_errors() {
        return None;
    }
    let package = out.join(format!("{}-data", report.settings.id));
    let files: Vec<_> = files.into_iter().map(|file| (file.path, file.data)).collect();
    // Only replace a folder that is an earlier package.
    match replace_folder(&package, &files, |folder| folder.join(DESCRIPTOR_FILE).is_file()) {
        Ok(true) => return Some(package.join(DESCRIPTOR_FILE)),
        Ok(false) => {
            let problem = Diagnostic::without_place(Code::FolderNotEmpty).with("part", "package");
            diagnostics.push(problem.with("folder", package.display()));
        }
        Err(StagingError { path, error }) => diagnostics.push(unwritable(&path, &error, OUT)),
    }
    None
}

/// Copies of the report's files other than tables: settings, messages, templates, fonts, and figures in use. Unused
/// figures may not be meant for publication.
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
        // Texts other than UTF-8 are copied unchanged.
        let plain = if is_text { std::str::from_utf8(&data).ok().map(unmarked) } else { None };
        Some(File { data: plain.unwrap_or(data), path })
    };
    names.into_iter().filter_map(read).collect()
}

fn unmarked(text: &str) -> Vec<u8> {
    with_plain_line_ends(text.strip_prefix('\u{FEFF}').unwrap_or(text)).into_bytes()
}
