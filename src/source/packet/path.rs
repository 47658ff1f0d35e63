//! Reads the paths of a packet: relative to its folder, also to places outside of it, with forward slashes on every
//! system.

use super::super::backslash::as_written;
use super::super::project::{REPORT_FILE, has_extension};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::is_file_name;

const HERE: &str = ".";
const UP: &str = "..";

/// The path of a PDF file.
pub(super) fn file_path(key: &str, path: Located<String>, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
    let parts = parts(key, &path, diagnostics)?.join("/");
    if !has_extension(&parts, &["pdf"]) {
        diagnostics.push(invalid(key, &path).with("part", "path-pdf"));
        return None;
    }
    Some(Located::new(parts, path.place))
}

/// The path of a report’s folder, or of its `report.toml`.
pub(super) fn folder_path(key: &str, path: Located<String>, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
    let mut parts = parts(key, &path, diagnostics)?;
    parts.pop_if(|last| *last == REPORT_FILE);
    let folder = if parts.is_empty() { HERE.to_owned() } else { parts.join("/") };
    Some(Located::new(folder, path.place))
}

/// The parts of a path without those that mean nothing.
fn parts<'a>(key: &str, path: &'a Located<String>, diagnostics: &mut Diagnostics) -> Option<Vec<&'a str>> {
    let text = path.value.as_str();
    let written = as_written(text);
    let is_part = |part: &&str| part.is_empty() || [HERE, UP].contains(part) || is_file_name(part);
    let problem = if text.is_empty() {
        invalid(key, path).with("part", "empty")
    } else if written.starts_with(['/', '\\']) || text.contains(':') {
        invalid(key, path).with("part", "path-absolute")
    } else if written.contains('\\') {
        invalid(key, path).with("part", "path-backslash").with("nearest", written.replace('\\', "/"))
    } else if !text.split('/').all(|part| is_part(&part)) {
        invalid(key, path).with("part", "path-name")
    } else {
        return Some(text.split('/').filter(|part| !part.is_empty() && *part != HERE).collect());
    };
    diagnostics.push(problem);
    None
}

fn invalid(key: &str, path: &Located<String>) -> Diagnostic {
    Diagnostic::at(Code::InvalidValue, &path.place).with("key", key).with("value", as_written(&path.value))
}
