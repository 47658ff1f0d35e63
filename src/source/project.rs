//! The report's folder: reads files as text or bytes, and keeps every text for the display of diagnostics.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::csv::{MOST_LINE_ENDS, MOST_ROWS, too_large};
use super::encoding::{Encoding, NoText, decode};
use super::folder::{self, Contents, Refusal, path_below};
use super::lookalike::TwoReadings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};

/// The settings file, which every report has.
pub const REPORT_FILE: &str = "report.toml";

/// The settings of a committee packet.
pub const PACKET_FILE: &str = "packet.toml";

/// The descriptor of a data package, as written by `nenpo export`.
const PACKAGE_FILE: &str = "datapackage.json";

/// The most bytes of a file.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// The most bytes of a file with settings or messages, which take up a hundred times as much memory.
pub const LARGEST_PROSE: u64 = 4 * 1024 * 1024;
/// The most bytes of all files of a report except those with settings or messages.
pub const MOST_OF_REPORT: u64 = 256 * 1024 * 1024;
/// The most bytes of all files with settings or messages of a report.
pub const MOST_PROSE_OF_REPORT: u64 = 4 * 1024 * 1024;

/// The most reports in a folder that a message names.
const MOST_REPORTS: usize = 10;

/// Whether a file contains settings or messages.
fn is_prose(name: &str) -> bool {
    has_extension(name, &["toml", "ftl"])
}

fn largest(name: &str) -> u64 {
    if is_prose(name) { LARGEST_PROSE } else { LARGEST_FILE }
}

/// The bytes read so far; a file that is read repeatedly is counted once.
#[derive(Debug, Default)]
struct Amount {
    files: BTreeSet<String>,
    prose: u64,
    others: u64,
}

impl Amount {
    /// Counts a file. False if a limit is exceeded.
    fn add(&mut self, name: &str, bytes: u64) -> bool {
        if self.files.insert(name.to_owned()) {
            *(if is_prose(name) { &mut self.prose } else { &mut self.others }) += bytes;
        }
        self.prose <= MOST_PROSE_OF_REPORT && self.others <= MOST_OF_REPORT
    }
}

/// Texts by the names that diagnostics show.
pub type Texts = BTreeMap<Arc<str>, Arc<str>>;

/// A report's folder, read on demand.
#[derive(Debug)]
pub struct Project {
    store: Store,
    texts: Texts,
    amount: Mutex<Amount>,
}

#[derive(Debug, Clone)]
enum Store {
    Folder(PathBuf),
    /// Contents by path, with forward slashes.
    Memory(Arc<BTreeMap<String, Vec<u8>>>),
}

impl Project {
    /// A report in a folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self::of(Store::Folder(root.to_owned()))
    }

    /// A report in memory: contents by path relative to its folder, with forward slashes.
    #[must_use]
    pub fn of_files(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self::of(Store::Memory(Arc::new(files)))
    }

    /// The same report, as if nothing had been read yet.
    #[must_use]
    pub fn reopened(&self) -> Self {
        Self::of(self.store.clone())
    }

    fn of(store: Store) -> Self {
        Self { store, texts: Texts::new(), amount: Mutex::default() }
    }

    /// The texts read so far.
    #[must_use]
    pub fn into_texts(self) -> Texts {
        self.texts
    }

    /// The texts read so far, for the display of diagnostics.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Adds a text that is not a file of the folder, such as a built-in message file.
    pub fn remember(&mut self, name: &Arc<str>, text: &Arc<str>) {
        self.texts.insert(Arc::clone(name), Arc::clone(text));
    }

    /// Reads a text file by its path below the folder, with forward slashes. `None`, with a diagnostic, on failure.
    pub fn read_text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<(Arc<str>, Arc<str>)> {
        self.read_encoded_text(name, diagnostics).map(|(file, text, _)| (file, text))
    }

    /// Like [`Self::read_text`], with the encoding of the file.
    pub fn read_encoded_text(
        &mut self,
        name: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Arc<str>, Arc<str>, Encoding)> {
        let file: Arc<str> = name.into();
        let bytes = self.read_bytes(name, &Place::whole(&file), diagnostics)?;
        // A file with too many lines is not displayed, even if they are empty.
        let line_ends = bytes.iter().filter(|byte| matches!(byte, b'\r' | b'\n')).count();
        if line_ends > MOST_LINE_ENDS && !is_prose(name) {
            diagnostics.push(too_large(&Place::whole(&file), "rows", MOST_ROWS));
            return None;
        }
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
            Err(problem) => {
                let problem = match problem {
                    NoText::BrokenUtf16 => {
                        Diagnostic::at(Code::FileEncoding, &Place::whole(&file)).with("kind", "utf-16")
                    }
                    // The text before the problem is shown; the rest may not be text.
                    NoText::Unknown(start) => {
                        let place = self.undecoded(&file, &bytes, start);
                        Diagnostic::at(Code::FileEncoding, &place).with("kind", "unknown")
                    }
                    NoText::Ambiguous(readings) => {
                        let TwoReadings { text, range, encoding, reading } = *readings;
                        let problem = Diagnostic::at(Code::FileEncoding, &Place::text(&file, range.clone()))
                            .with("kind", "ambiguous")
                            .with("encoding", Encoding::Cp932)
                            .with("reading", &text[range])
                            .with("other", encoding)
                            .with("other-reading", reading);
                        self.remember(&file, &text.into());
                        problem
                    }
                };
                diagnostics.push(problem);
                None
            }
        }
    }

    /// Keeps the displayable part of a file that cannot be decoded, and returns the place of the error.
    fn undecoded(&mut self, file: &Arc<str>, bytes: &[u8], start: usize) -> Place {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        self.remember(file, &String::from_utf8_lossy(bytes).as_ref().into());
        Place::text(file, start..start + char::REPLACEMENT_CHARACTER.len_utf8())
    }

    /// Reads a file that the text at `place` refers to. `None`, with a diagnostic at that place, on failure.
    pub fn read_bytes(&self, name: &str, place: &Place, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
        let too_large = |part: &str, most: u64| {
            let problem = Diagnostic::at(Code::FileTooLarge, place).with("part", part).with("file", name);
            problem.with("most", most / (1024 * 1024))
        };
        match self.read_bounded(name) {
            Ok(Some(bytes)) => {
                let mut amount = self.amount.lock().unwrap_or_else(PoisonError::into_inner);
                if amount.add(name, bytes.len() as u64) {
                    return Some(bytes);
                }
                let most = if is_prose(name) { MOST_PROSE_OF_REPORT } else { MOST_OF_REPORT };
                diagnostics.push(too_large("report", most));
                None
            }
            Ok(None) => {
                diagnostics.push(too_large("file", largest(name)));
                None
            }
            Err(error) => {
                let beside = if *place.file == *name {
                    Vec::new()
                } else {
                    self.files_below(name.rsplit_once('/').map_or("", |(folder, _)| folder), &[])
                };
                let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
                let problem = unreadable(place, name, &error);
                diagnostics.push(match &self.store {
                    Store::Folder(root) if is_settings(name) => {
                        let (kind, other, meant) = match name {
                            REPORT_FILE => ("report", PACKET_FILE, "packet-meant"),
                            _ => ("packet", REPORT_FILE, "report-meant"),
                        };
                        let kind = if root.join(other).is_file() { meant } else { kind };
                        let shown = |name: Option<&str>| name.map_or_else(|| root.clone(), |name| root.join(name));
                        without_settings(problem.with("kind", kind), root, name, |name| {
                            shown(name).display().to_string()
                        })
                    }
                    _ => problem.with_nearest(nearest(name, &beside)),
                });
                None
            }
        }
    }

    /// `None` if the file is too large.
    fn read_bounded(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let root = match &self.store {
            Store::Folder(root) => root,
            Store::Memory(files) => {
                let bytes = files.get(name).ok_or(io::ErrorKind::NotFound)?;
                return Ok(Some(bytes.clone()).filter(|bytes| bytes.len() as u64 <= largest(name)));
            }
        };
        let file = folder::open(root, name)?;
        let largest = largest(name);
        let length = file.metadata()?.len().min(largest);
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.take(largest + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= largest))
    }

    /// Whether a file or folder exists.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match &self.store {
            Store::Folder(root) => path_below(root, name).is_ok_and(|path| path.symlink_metadata().is_ok()),
            Store::Memory(files) => files.keys().any(|file| file == name || is_below(file, name)),
        }
    }

    /// The sorted names of the files below a folder with one of these extensions, with forward slashes and without
    /// hidden files. [`Self::problems_below`] returns what could not be listed.
    #[must_use]
    pub fn files_below(&self, folder: &str, extensions: &[&str]) -> Vec<String> {
        let mut files = self.contents(folder).files;
        let is_wanted = |file: &str| extensions.is_empty() || has_extension(file, extensions);
        files.retain(|file| !is_hidden(file) && is_wanted(file));
        files
    }

    /// The names of all files below a folder, including hidden ones.
    #[must_use]
    pub fn all_files_below(&self, folder: &str) -> Vec<String> {
        self.contents(folder).files
    }

    /// The problems of what could not be listed below a folder, or is neither a file nor a folder.
    #[must_use]
    pub fn problems_below(&self, folder: &str) -> Vec<Diagnostic> {
        let problems = self.contents(folder).problems.into_iter();
        problems.map(|(name, error)| unreadable(&Place::whole(&name.as_str().into()), &name, &error)).collect()
    }

    /// The sorted names of the folders directly in a folder.
    #[must_use]
    pub fn folders_in(&self, folder: &str) -> Vec<String> {
        let inside = |name: &String| Some(name.strip_prefix(folder)?.trim_start_matches('/').to_owned());
        let names: Vec<String> = self.contents(folder).folders.iter().filter_map(inside).collect();
        names.into_iter().filter(|name| !name.starts_with('.')).collect()
    }

    /// The sorted names of the files and folders directly in the report's own folder.
    #[must_use]
    pub fn top(&self) -> (Vec<String>, Vec<String>) {
        match &self.store {
            Store::Folder(root) => {
                let Contents { files, folders, .. } = folder::contents_at(root, "");
                (files, folders)
            }
            Store::Memory(_) => (Vec::new(), Vec::new()),
        }
    }

    /// The files of the folder's data package, which are not read as a report's own because an export wrote them.
    #[must_use]
    pub fn packaged(&self) -> BTreeSet<String> {
        let bytes = if self.has(PACKAGE_FILE) { self.read_bounded(PACKAGE_FILE).ok().flatten() } else { None };
        let package: Option<serde_json::Value> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let resources = package.as_ref().and_then(|package| package.get("resources")?.as_array());
        let paths = resources.into_iter().flatten().filter_map(|resource| resource.get("path")?.as_str());
        let paths: BTreeSet<&str> = paths.chain(package.as_ref().map(|_| PACKAGE_FILE)).collect();
        // Attached files have no folders; when they become a report again, its tables are in `data/`.
        let tables = paths.iter().filter(|path| !path.contains('/')).map(|path| format!("data/{path}"));
        tables.chain(paths.iter().map(|path| (*path).to_owned())).collect()
    }

    /// The path of a file or folder that settings name: from this folder, also out of it, with forward slashes.
    ///
    /// # Errors
    /// If two files match the name, and for a report in memory.
    pub fn path_of(&self, name: &str) -> io::Result<PathBuf> {
        match &self.store {
            Store::Folder(root) => path_below(root, name),
            Store::Memory(_) => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn contents(&self, folder: &str) -> Contents {
        match &self.store {
            Store::Folder(root) => folder::contents(root, folder),
            Store::Memory(files) => {
                let files: Vec<String> = files.keys().filter(|file| is_below(file, folder)).cloned().collect();
                let inside = files.iter().filter_map(|file| Some(file[folder.len() + 1..].split_once('/')?.0));
                let mut folders: Vec<String> = inside.map(|name| format!("{folder}/{name}")).collect();
                folders.dedup();
                Contents { files, folders, problems: Vec::new() }
            }
        }
    }
}

fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.'))
}

/// Whether the name of a file has one of these extensions, in capital or small letters.
#[must_use]
pub fn has_extension(file: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(file).extension();
    extension.is_some_and(|found| extensions.iter().any(|wanted| found.eq_ignore_ascii_case(wanted)))
}

fn is_below(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn is_settings(name: &str) -> bool {
    [REPORT_FILE, PACKET_FILE].contains(&name)
}

/// Names the folder in which a file of settings is missing, and the folders in it that have one. `shown` is the name of
/// a folder in that folder, or of itself.
pub(super) fn without_settings(
    problem: Diagnostic,
    root: &Path,
    file: &str,
    shown: impl Fn(Option<&str>) -> String,
) -> Diagnostic {
    let folder = shown(None);
    let part = if folder == "." { "here" } else { "folder" };
    let problem = problem.with("folder", folder);
    if !root.is_dir() {
        return problem.with("part", if root.is_file() { "file" } else { "no-folder" });
    }
    let mut others: Vec<String> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().join(file).is_file())
        .map(|entry| shown(Some(&entry.file_name().to_string_lossy())))
        .collect();
    others.sort();
    let others: Vec<&str> = others.iter().map(String::as_str).take(MOST_REPORTS).collect();
    problem.with("part", part).with_candidates("", others)
}

/// The folder of a file of settings that is given by its path; `.` if it is the current one. `None` if it is no such
/// file.
#[must_use]
pub fn folder_of(path: &Path, file: &str) -> Option<PathBuf> {
    let is_file = path.file_name().is_some_and(|name| name == file) && path.is_file();
    let folder = path.parent().filter(|_| is_file)?;
    Some(if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() })
}

pub(crate) fn unreadable(place: &Place, name: &str, error: &io::Error) -> Diagnostic {
    let diagnostic = Diagnostic::at(Code::FileUnreadable, place).with("file", name);
    let reason = match (Refusal::of(error), error.kind()) {
        (Some(refusal), _) => refusal.word(),
        (_, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) if is_settings(name) => "settings",
        (_, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => "missing",
        (_, io::ErrorKind::IsADirectory) => "folder",
        (_, io::ErrorKind::PermissionDenied) => return diagnostic.with("reason", "permission").with_detail(error),
        _ => return diagnostic.with("reason", "other").with_detail(error),
    };
    diagnostic.with("reason", reason)
}
