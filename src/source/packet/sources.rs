//! Checks that the reports and files of a packet are where its settings say, and that no file is forgotten.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use super::super::folder::{MOST_ENTRIES, open_named};
use super::super::project::{Project, REPORT_FILE, has_extension, unreadable, without_settings};
use super::super::stray::is_leftover;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, nearest};
use crate::packet::{MaterialFile, MaterialSource, Packet};
use crate::unicode::composed;

/// The most bytes of a material.
pub const LARGEST_MATERIAL: u64 = 256 * 1024 * 1024;

/// The most names of a folder among which one like that of a missing file is sought.
const MOST_NAMES: usize = 500;

/// Reports each file that cannot be opened, and each folder without a report.
pub fn require_sources(packet: &Packet, project: &Project, diagnostics: &mut Diagnostics) {
    for material in &packet.materials {
        match &material.source {
            MaterialSource::Report { folder, .. } => require_report(folder, project, diagnostics),
            MaterialSource::File(file) => file.paths().for_each(|path| require_file(path, project, diagnostics)),
        }
    }
}

fn require_report(folder: &Located<String>, project: &Project, diagnostics: &mut Diagnostics) {
    let root = match project.path_of(&folder.value) {
        Ok(root) => root,
        Err(error) => return diagnostics.push(unreadable(&folder.place, &folder.value, &error)),
    };
    if !root.join(REPORT_FILE).is_file() {
        let problem = Diagnostic::at(Code::FileUnreadable, &folder.place).with("file", REPORT_FILE);
        let problem = problem.with("reason", "settings").with("kind", "material");
        let shown = |name: Option<&str>| match name {
            Some(name) if folder.value == "." => name.to_owned(),
            Some(name) => format!("{}/{name}", folder.value),
            None => folder.value.clone(),
        };
        diagnostics.push(without_settings(problem, &root, REPORT_FILE, shown));
    }
}

fn require_file(path: &Located<String>, project: &Project, diagnostics: &mut Diagnostics) {
    let file = project.path_of(&path.value);
    let beside = file.as_ref().ok().and_then(|file| file.parent()).map(Path::to_owned);
    if let Err(error) = file.and_then(|file| open_named(&file)) {
        let (folder, name) =
            path.value.rsplit_once('/').map_or(("", path.value.as_str()), |(folder, name)| (folder, name));
        let beside = beside.map(|folder| names_in(&folder)).unwrap_or_default();
        let beside: Vec<&str> = beside.iter().map(String::as_str).take(MOST_NAMES).collect();
        let meant = nearest(name, &beside).filter(|meant| *meant != name);
        let meant = meant.map(|meant| if folder.is_empty() { meant.to_owned() } else { format!("{folder}/{meant}") });
        diagnostics.push(unreadable(&path.place, &path.value, &error).with_nearest(meant));
    }
}

/// Reads the PDF of a material.
pub fn read_material(path: &Located<String>, project: &Project, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = project.path_of(&path.value).and_then(|file| open_named(&file));
    let read = file.and_then(|file| file.take(LARGEST_MATERIAL + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) if bytes.len() as u64 <= LARGEST_MATERIAL => return Some(bytes),
        Ok(_) => {
            let problem = Diagnostic::at(Code::FileTooLarge, &path.place).with("part", "file");
            diagnostics.push(problem.with("file", &path.value).with("most", LARGEST_MATERIAL / (1024 * 1024)));
        }
        Err(error) => diagnostics.push(unreadable(&path.place, &path.value, &error)),
    }
    None
}

/// The template of a report’s first edition, if its settings can be read so far.
#[must_use]
pub fn first_template(project: &mut Project) -> Option<String> {
    let (_, text) = project.read_text(REPORT_FILE, &mut Diagnostics::default())?;
    let settings: toml::Table = text.parse().ok()?;
    Some(settings.get("edition")?.as_array()?.first()?.get("template")?.as_str()?.to_owned())
}

/// Warns of PDF files beside those of the packet, in its own folder, that no material consists of: one may have been
/// forgotten.
pub fn expect_used(packet: &Packet, project: &Project, diagnostics: &mut Diagnostics) {
    let files = packet.materials.iter().filter_map(|material| match &material.source {
        MaterialSource::File(file) => Some(file),
        MaterialSource::Report { .. } => None,
    });
    let used: Vec<&str> = files.flat_map(MaterialFile::paths).map(|path| path.value.as_str()).collect();
    let folders = used.iter().map(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder));
    let folders: BTreeSet<&str> = folders.filter(|folder| !folder.split('/').any(|part| part == "..")).collect();
    let used: BTreeSet<String> = used.iter().map(|path| folded(path)).collect();
    for folder in folders {
        let Ok(path) = project.path_of(folder) else { continue };
        for name in names_in(&path) {
            let file = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let is_document = has_extension(&name, &["pdf"]) && !is_leftover(&name) && path.join(&name).is_file();
            if is_document && !used.contains(&folded(&file)) {
                let problem = Diagnostic::at(Code::UnreadFile, &Place::whole(&file.as_str().into()));
                diagnostics.push(problem.with("part", "material").with("file", file));
            }
        }
    }
}

/// A path as systems compare it that do not distinguish capitals, or that store accents by themselves.
fn folded(path: &str) -> String {
    composed(path).to_lowercase()
}

/// The sorted names of what is in a folder.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
