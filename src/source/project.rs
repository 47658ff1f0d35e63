//! The report's folder: reads files as text and as bytes, and keeps every text for the display of faults.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoding::{Encoding, NoText, decode};
use super::lookalike::TwoReadings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};

/// The file that makes a folder a report.
pub const REPORT_FILE: &str = "report.toml";

/// The most bytes of a file that is read.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// The most bytes of a file with settings or words, which take a hundred times their size in memory.
const LARGEST_PROSE: u64 = 4 * 1024 * 1024;

/// Returns the most bytes that are read of a file.
fn largest(name: &str) -> u64 {
    if name.ends_with(".toml") || name.ends_with(".ftl") { LARGEST_PROSE } else { LARGEST_FILE }
}

/// Texts by the name under which faults show them.
pub type Texts = BTreeMap<Arc<str>, Arc<str>>;

/// A report's folder, read on demand.
#[derive(Debug)]
pub struct Project {
    store: Store,
    texts: Texts,
}

/// Where a report's files are.
#[derive(Debug, Clone)]
enum Store {
    Folder(PathBuf),
    /// Files that came another way, by their paths with forward slashes.
    Memory(Arc<BTreeMap<String, Vec<u8>>>),
}

impl Project {
    /// Opens a folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { store: Store::Folder(root.to_owned()), texts: Texts::new() }
    }

    /// Opens files as if they were in a folder, by their paths relative to it, with forward slashes.
    #[must_use]
    pub fn of_files(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { store: Store::Memory(Arc::new(files)), texts: Texts::new() }
    }

    /// Opens the same files anew; nothing of them is read yet.
    #[must_use]
    pub fn reopened(&self) -> Self {
        Self { store: self.store.clone(), texts: Texts::new() }
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
    pub fn read_text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<(Arc<str>, Arc<str>)> {
        self.read_encoded_text(name, diagnostics).map(|(file, text, _)| (file, text))
    }

    /// Reads a text file as [`Self::read_text`] does, and says in which encoding it was saved.
    pub fn read_encoded_text(
        &mut self,
        name: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Arc<str>, Arc<str>, Encoding)> {
        let file: Arc<str> = name.into();
        let bytes = self.read_bytes(name, &Place::whole(&file), diagnostics)?;
        match decode(&bytes) {
            Ok((text, encoding)) => {
                let text: Arc<str> = text.into();
                self.remember(&file, &text);
                if let Some(zero) = text.find('\0') {
                    let place = Place::text(&file, zero..zero + 1);
                    diagnostics.push(Diagnostic::at(Code::FileEncoding, &place).with("kind", "zero"));
                    return None;
                }
                Some((file, text, encoding))
            }
            Err(fault) => {
                let fault = match fault {
                    NoText::BrokenUtf16 => {
                        Diagnostic::at(Code::FileEncoding, &Place::whole(&file)).with("kind", "utf-16")
                    }
                    // What comes before the fault is shown as it is; the rest is not known to be text.
                    NoText::Unknown(start) => {
                        let place = self.undecoded(&file, &bytes, start);
                        Diagnostic::at(Code::FileEncoding, &place).with("kind", "unknown")
                    }
                    NoText::Ambiguous(readings) => {
                        let TwoReadings { text, range, encoding, reading } = *readings;
                        let fault = Diagnostic::at(Code::FileEncoding, &Place::text(&file, range.clone()))
                            .with("kind", "ambiguous")
                            .with("encoding", Encoding::Cp932)
                            .with("reading", &text[range])
                            .with("other", encoding)
                            .with("other-reading", reading);
                        self.remember(&file, &text.into());
                        fault
                    }
                };
                diagnostics.push(fault);
                None
            }
        }
    }

    /// Keeps what can be shown of a file that is no text, and returns the place from which on it is none.
    fn undecoded(&mut self, file: &Arc<str>, bytes: &[u8], start: usize) -> Place {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        self.remember(file, &String::from_utf8_lossy(bytes).as_ref().into());
        Place::text(file, start..start + char::REPLACEMENT_CHARACTER.len_utf8())
    }

    /// Reads a file that the text at a place refers to; a fault becomes a diagnostic there, with the name of the file
    /// beside it that was probably meant.
    pub fn read_bytes(&self, name: &str, place: &Place, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
        match self.read_bounded(name) {
            Ok(Some(bytes)) => Some(bytes),
            Ok(None) => {
                let most = largest(name) / (1024 * 1024);
                diagnostics.push(Diagnostic::at(Code::FileTooLarge, place).with("file", name).with("most", most));
                None
            }
            Err(error) => {
                let beside = if *place.file == *name {
                    Vec::new()
                } else {
                    self.files_below(name.rsplit_once('/').map_or("", |(folder, _)| folder), &[])
                };
                let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
                diagnostics.push(unreadable(place, name, &error).with_nearest(nearest(name, &beside)));
                None
            }
        }
    }

    /// Reads a file; none where it is too large.
    fn read_bounded(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let root = match &self.store {
            Store::Folder(root) => root,
            Store::Memory(files) => {
                let bytes = files.get(name).ok_or(io::ErrorKind::NotFound)?;
                return Ok(Some(bytes.clone()).filter(|bytes| bytes.len() as u64 <= largest(name)));
            }
        };
        let file = File::open(path_below(root, name))?;
        // Room for all of it, as far as the system tells how long it is.
        let largest = largest(name);
        let length = file.metadata()?.len().min(largest);
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.take(largest + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= largest))
    }

    /// Returns whether there is a file or folder of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match &self.store {
            Store::Folder(root) => path_below(root, name).exists(),
            Store::Memory(files) => files.keys().any(|file| file == name || is_below(file, name)),
        }
    }

    /// Returns the names of the files below a folder that end in an extension, sorted, with forward slashes.
    ///
    /// Links to folders are not followed: they may lead in a circle.
    #[must_use]
    pub fn files_below(&self, folder: &str, extensions: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        match &self.store {
            Store::Folder(root) => collect(root, folder, extensions, &mut found),
            Store::Memory(files) => found.extend(
                files
                    .keys()
                    .filter(|file| is_below(file, folder) && has_extension(Path::new(file), extensions))
                    .cloned(),
            ),
        }
        found.sort();
        found
    }

    /// Returns the names of the folders directly in a folder, sorted.
    #[must_use]
    pub fn folders_in(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = match &self.store {
            Store::Folder(root) => {
                entries(root, folder).filter(|(_, path)| path.is_dir()).map(|(name, _)| name).collect()
            }
            Store::Memory(files) => {
                let inside =
                    files.keys().filter_map(|file| file.strip_prefix(folder)?.strip_prefix('/')?.split_once('/'));
                inside.map(|(name, _)| name.to_owned()).collect()
            }
        };
        names.sort();
        names.dedup();
        names
    }
}

fn collect(root: &Path, folder: &str, extensions: &[&str], found: &mut Vec<String>) {
    for (name, path) in entries(root, folder) {
        let relative = format!("{folder}/{name}");
        if path.is_symlink() && path.is_dir() {
            continue;
        }
        if path.is_dir() {
            collect(root, &relative, extensions, found);
        } else if has_extension(&path, extensions) {
            found.push(relative);
        }
    }
}

fn entries(root: &Path, folder: &str) -> impl Iterator<Item = (String, PathBuf)> {
    std::fs::read_dir(path_below(root, folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, _)| !name.starts_with('.'))
}

/// Returns whether a path ends in one of some extensions; where none is asked for, every one does.
fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let is_wanted = |found: &std::ffi::OsStr| extensions.iter().any(|wanted| found.eq_ignore_ascii_case(wanted));
    extensions.is_empty() || path.extension().is_some_and(is_wanted)
}

fn is_below(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn path_below(root: &Path, name: &str) -> PathBuf {
    name.split('/').fold(root.to_owned(), |path, part| path.join(part))
}

pub(crate) fn unreadable(place: &Place, name: &str, error: &io::Error) -> Diagnostic {
    let diagnostic = Diagnostic::at(Code::FileUnreadable, place).with("file", name);
    let reason = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory if name == REPORT_FILE => "report",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "missing",
        io::ErrorKind::IsADirectory => "folder",
        _ => return diagnostic.with("reason", "other").with_detail(error),
    };
    diagnostic.with("reason", reason)
}
