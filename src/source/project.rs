//! The report's folder: reads files as text and as bytes, and keeps every text for the display of faults.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};

/// The file that makes a folder a report.
pub(super) const REPORT_FILE: &str = "report.toml";

/// Texts by the name under which faults show them.
pub type Texts = BTreeMap<Arc<str>, Arc<str>>;

/// A report's folder, read on demand.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    texts: Texts,
}

impl Project {
    /// Opens a folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), texts: Texts::new() }
    }

    /// Returns the folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns every text read so far, for the display of faults.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Adds a text that is not a file of the folder, such as a built-in locale.
    pub fn remember(&mut self, name: &Arc<str>, text: &Arc<str>) {
        self.texts.insert(Arc::clone(name), Arc::clone(text));
    }

    /// Reads a text file by its path relative to the folder, with forward slashes; a fault becomes a diagnostic.
    ///
    /// A byte order mark is not part of the text.
    pub fn read_text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<(Arc<str>, Arc<str>)> {
        let file: Arc<str> = name.into();
        let bytes = match std::fs::read(self.path(name)) {
            Ok(bytes) => bytes,
            Err(error) => {
                diagnostics.push(unreadable(&Place::whole(&file), name, &error));
                return None;
            }
        };
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let text: Arc<str> = text.into();
                self.remember(&file, &text);
                Some((file, text))
            }
            Err(error) => {
                // What comes before the fault is shown as it is; the rest is not known to be text.
                let start = error.valid_up_to();
                self.remember(&file, &String::from_utf8_lossy(bytes).as_ref().into());
                let place = Place::text(&file, start..start + char::REPLACEMENT_CHARACTER.len_utf8());
                diagnostics.push(Diagnostic::at(Code::FileEncoding, &place));
                None
            }
        }
    }

    /// Reads a file that the text at a place refers to; a fault becomes a diagnostic there, with the name of the file
    /// beside it that was probably meant.
    pub fn read_bytes(&self, name: &str, place: &Place, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
        match std::fs::read(self.path(name)) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                let beside = self.files_below(name.rsplit_once('/').map_or("", |(folder, _)| folder), &[]);
                let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
                diagnostics.push(unreadable(place, name, &error).with_nearest(nearest(name, &beside)));
                None
            }
        }
    }

    /// Returns how many bytes a file has, where there is one.
    #[must_use]
    pub fn size(&self, name: &str) -> Option<u64> {
        std::fs::metadata(self.path(name)).ok().map(|file| file.len())
    }

    /// Returns whether there is a file or folder of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Returns the names of the files below a folder that end in an extension, sorted, with forward slashes.
    ///
    /// Links to folders are not followed: they may lead in a circle.
    #[must_use]
    pub fn files_below(&self, folder: &str, extensions: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        self.collect(folder, extensions, &mut found);
        found.sort();
        found
    }

    /// Returns the names of the folders directly in a folder, sorted.
    #[must_use]
    pub fn folders_in(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> =
            self.entries(folder).filter(|(_, path)| path.is_dir()).map(|(name, _)| name).collect();
        names.sort();
        names
    }

    fn collect(&self, folder: &str, extensions: &[&str], found: &mut Vec<String>) {
        for (name, path) in self.entries(folder) {
            let relative = format!("{folder}/{name}");
            if path.is_symlink() && path.is_dir() {
                continue;
            }
            if path.is_dir() {
                self.collect(&relative, extensions, found);
            } else if extensions.is_empty()
                || path
                    .extension()
                    .is_some_and(|found| extensions.iter().any(|wanted| found.eq_ignore_ascii_case(wanted)))
            {
                found.push(relative);
            }
        }
    }

    fn entries(&self, folder: &str) -> impl Iterator<Item = (String, PathBuf)> {
        std::fs::read_dir(self.path(folder))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
            .filter(|(name, _)| !name.starts_with('.'))
    }

    fn path(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.root.clone(), |path, part| path.join(part))
    }
}

fn unreadable(place: &Place, name: &str, error: &io::Error) -> Diagnostic {
    let diagnostic = Diagnostic::at(Code::FileUnreadable, place).with("file", name);
    let reason = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory if name == REPORT_FILE => "report",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "missing",
        io::ErrorKind::IsADirectory => "folder",
        _ => return diagnostic.with("reason", "other").with_detail(error),
    };
    diagnostic.with("reason", reason)
}
