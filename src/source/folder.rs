//! Lists a report's files and folders. Follows links only within the report, and reports every error.

use std::fs::{self, File, FileType};
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::unicode::composed;

pub(super) const MOST_DEPTH: usize = 32;

/// The most files and folders that are listed in one of a report's folders.
pub const MOST_ENTRIES: usize = 20_000;

/// Why something in a report's folder is not read although the system would permit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(super) enum Refusal {
    #[error("a link that leads out of the folder")]
    Outside,
    #[error("a link that leads nowhere")]
    Dangling,
    #[error("a link to a folder that it lies in")]
    Cycle,
    #[error("neither a file nor a folder")]
    Special,
    #[error("a file, not a folder")]
    NotAFolder,
    #[error("a name that is not Unicode")]
    Name,
    /// More files, or more deeply nested folders, than are listed.
    #[error("more files and folders than are looked at")]
    TooMany,
    #[error("two names of the same letters")]
    TwoNames,
}

impl Refusal {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Dangling => "dangling",
            Self::Cycle => "cycle",
            Self::Special => "special",
            Self::NotAFolder => "not-a-folder",
            Self::Name => "name",
            Self::TooMany => "too-many",
            Self::TwoNames => "two-names",
        }
    }

    pub(super) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        Self::other(refusal)
    }
}

/// The contents of a folder: names relative to the report, with forward slashes, sorted.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) files: Vec<String>,
    /// Folders directly in the folder.
    pub(super) folders: Vec<String>,
    pub(super) problems: Vec<(String, io::Error)>,
}

/// Lists a folder of a report recursively. A folder that does not exist is empty.
pub(super) fn contents(root: &Path, folder: &str) -> Contents {
    look(root, folder, MOST_DEPTH)
}

/// Lists a folder of a report; the empty name is the report's own folder.
pub(super) fn contents_at(root: &Path, folder: &str) -> Contents {
    look(root, folder, 0)
}

fn look(root: &Path, folder: &str, most_depth: usize) -> Contents {
    let mut contents = Contents::default();
    match fs::canonicalize(root) {
        Ok(root) => {
            let mut walk = Walk { root, most_depth, left: MOST_ENTRIES, contents: &mut contents };
            walk.top(folder);
        }
        Err(error) => contents.problems.push((folder.to_owned(), error)),
    }
    contents.files.sort();
    contents.folders.sort();
    contents.problems.sort_by(|(one, _), (other, _)| one.cmp(other));
    contents
}

struct Walk<'a> {
    /// The report's own folder, canonicalized.
    root: PathBuf,
    most_depth: usize,
    left: usize,
    contents: &'a mut Contents,
}

impl Walk<'_> {
    fn top(&mut self, folder: &str) {
        let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let found = path_below(&self.root, folder).and_then(|path| fs::symlink_metadata(&path).map(|_| path));
        match found.and_then(|path| resolved(&self.root, &path)) {
            Ok((path, kind)) if kind.is_dir() => self.folder(&path, folder, 0),
            Ok(_) => self.problem(folder, Refusal::NotAFolder.into()),
            Err(error) if is_missing(&error) => {}
            Err(error) => self.problem(folder, error),
        }
    }

    /// Lists a folder, given its canonical path and the name that led to it.
    fn folder(&mut self, path: &Path, name: &str, depth: usize) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.problem(name, error),
        };
        for entry in entries {
            match entry {
                Ok(entry) => {
                    let Some(left) = self.left.checked_sub(1) else {
                        return self.problem(name, Refusal::TooMany.into());
                    };
                    self.left = left;
                    let file_name = entry.file_name();
                    let shown = file_name.to_string_lossy();
                    let below = if name.is_empty() { shown.clone().into_owned() } else { format!("{name}/{shown}") };
                    match file_name.to_str() {
                        Some(_) => self.entry(path, &entry.path(), &below, depth),
                        None => self.problem(&below, Refusal::Name.into()),
                    }
                }
                Err(error) => self.problem(name, error),
            }
        }
    }

    fn entry(&mut self, folder: &Path, path: &Path, name: &str, depth: usize) {
        match resolved(&self.root, path) {
            Ok((path, kind)) if kind.is_dir() => {
                if depth == 0 {
                    self.contents.folders.push(name.to_owned());
                }
                if folder.starts_with(&path) {
                    self.problem(name, Refusal::Cycle.into());
                } else if depth < self.most_depth {
                    self.folder(&path, name, depth + 1);
                } else if self.most_depth > 0 {
                    self.problem(name, Refusal::TooMany.into());
                }
            }
            Ok((_, kind)) if kind.is_file() => self.contents.files.push(name.to_owned()),
            Ok(_) => self.problem(name, Refusal::Special.into()),
            Err(error) => self.problem(name, error),
        }
    }

    fn problem(&mut self, name: &str, error: io::Error) {
        self.contents.problems.push((name.to_owned(), error));
    }
}

/// Resolves all links of a path, which must not leave the report. `root` is canonicalized.
fn resolved(root: &Path, path: &Path) -> io::Result<(PathBuf, FileType)> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        // A cycle of links, or a link to a missing file.
        Err(error) if fs::symlink_metadata(path).is_ok_and(|data| data.file_type().is_symlink()) => {
            let is_missing = error.kind() == io::ErrorKind::NotFound;
            return Err(if is_missing { Refusal::Dangling.into() } else { error });
        }
        Err(error) => return Err(error),
    };
    if !target.starts_with(root) {
        return Err(Refusal::Outside.into());
    }
    let kind = fs::metadata(&target)?.file_type();
    Ok((target, kind))
}

/// Opens a file of a report. Anything but a regular file within the report is not opened, since that could block.
pub(super) fn open(root: &Path, name: &str) -> io::Result<File> {
    let root = fs::canonicalize(root)?;
    let (path, kind) = resolved(&root, &path_below(&root, name)?)?;
    require_file(kind)?;
    File::open(path)
}

/// Opens a file named on the command line, if it is a regular one.
pub(crate) fn open_named(path: &Path) -> io::Result<File> {
    require_file(fs::metadata(path)?.file_type())?;
    File::open(path)
}

fn require_file(kind: FileType) -> io::Result<()> {
    if kind.is_dir() {
        Err(io::ErrorKind::IsADirectory.into())
    } else if kind.is_file() {
        Ok(())
    } else {
        Err(Refusal::Special.into())
    }
}

/// The path of a name, which has forward slashes. A part that does not exist may be stored in another normal form of
/// Unicode: macOS and archives made on it decompose ガ, keyboards do not.
///
/// # Errors
/// If two entries of a folder differ from a part in nothing but their normal form.
pub(super) fn path_below(root: &Path, name: &str) -> io::Result<PathBuf> {
    let mut path = root.to_owned();
    for part in name.split('/').filter(|part| !part.is_empty()) {
        let exact = path.join(part);
        let is_stored = part.is_ascii() || fs::symlink_metadata(&exact).is_ok();
        path = if is_stored { exact } else { same_name(&path, part)?.map_or(exact, |name| path.join(name)) };
    }
    Ok(path)
}

/// The entry of a folder whose name has the same letters as this one.
fn same_name(folder: &Path, name: &str) -> io::Result<Option<String>> {
    let wanted = composed(name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_ENTRIES);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut same = names.filter(|name| !name.is_ascii() && composed(name) == wanted);
    match (same.next(), same.next()) {
        (Some(_), Some(_)) => Err(Refusal::TwoNames.into()),
        (found, _) => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(contents: &Contents) -> Vec<(&str, Option<Refusal>)> {
        contents.problems.iter().map(|(name, error)| (name.as_str(), Refusal::of(error))).collect()
    }

    #[test]
    fn files_are_found_however_deep_and_hidden_ones_too() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("data/b/c")).unwrap();
        for name in ["data/b/c/d.csv", "data/.e", "data/a.csv"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        let contents = contents(root.path(), "data");
        assert_eq!(contents.files, ["data/.e", "data/a.csv", "data/b/c/d.csv"]);
        assert_eq!(contents.folders, ["data/b"]);
        assert!(contents.problems.is_empty());
    }

    #[test]
    fn a_folder_that_is_not_there_is_empty_and_a_file_in_its_place_is_a_problem() {
        let root = tempfile::tempdir().unwrap();
        assert!(contents(root.path(), "data").problems.is_empty());
        fs::write(root.path().join("data"), "").unwrap();
        assert_eq!(refusals(&contents(root.path(), "data")), [("data", Some(Refusal::NotAFolder))]);
    }

    #[test]
    fn folders_in_folders_have_an_end() {
        let root = tempfile::tempdir().unwrap();
        let deep = vec!["a"; MOST_DEPTH + 5].join("/");
        fs::create_dir_all(root.path().join("data").join(deep)).unwrap();
        let contents = contents(root.path(), "data");
        assert_eq!(contents.problems.len(), 1);
        assert_eq!(Refusal::of(&contents.problems[0].1), Some(Refusal::TooMany));
    }

    #[test]
    fn a_name_is_found_in_either_normal_form() {
        let root = tempfile::tempdir().unwrap();
        let (composed, decomposed) = ("予算が", "予算か\u{3099}");
        for (stored, named) in [(composed, decomposed), (decomposed, composed)] {
            let (stored, named) = (format!("{stored}/{stored}.pdf"), format!("{named}/{named}.pdf"));
            let path = root.path().join(&stored);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "").unwrap();
            assert!(open(root.path(), &stored).is_ok(), "{stored}");
            assert!(open(root.path(), &named).is_ok(), "{named}");
            fs::remove_dir_all(path.parent().unwrap()).unwrap();
        }
        assert_eq!(open(root.path(), "予算.pdf").unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    /// Other systems do not keep two such names apart.
    #[cfg(target_os = "linux")]
    #[test]
    fn of_two_names_with_the_same_letters_none_is_taken() {
        let root = tempfile::tempdir().unwrap();
        for stored in ["か\u{3099}が.pdf", "がか\u{3099}.pdf"] {
            fs::write(root.path().join(stored), "").unwrap();
        }
        assert_eq!(Refusal::of(&open(root.path(), "がが.pdf").unwrap_err()), Some(Refusal::TwoNames));
        fs::write(root.path().join("がが.pdf"), "").unwrap();
        assert!(open(root.path(), "がが.pdf").is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_within_the_report_only() {
        use std::os::unix::fs::symlink;
        let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(other.path().join("secret.csv"), "").unwrap();
        fs::create_dir_all(root.path().join("data/inside")).unwrap();
        fs::write(root.path().join("data/inside/a.csv"), "").unwrap();
        for (target, link) in [
            (other.path().join("secret.csv"), "file"),
            (other.path().to_owned(), "folder"),
            (root.path().join("data/inside"), "linked"),
            (root.path().join("data"), "inside/circle"),
            (root.path().join("nothing"), "dangling"),
            (root.path().join("data/endless"), "endless"),
        ] {
            symlink(target, root.path().join("data").join(link)).unwrap();
        }
        let contents = contents(root.path(), "data");
        assert_eq!(contents.files, ["data/inside/a.csv", "data/linked/a.csv"]);
        let refused = refusals(&contents);
        for (name, refusal) in [
            ("data/file", Refusal::Outside),
            ("data/folder", Refusal::Outside),
            ("data/dangling", Refusal::Dangling),
            ("data/inside/circle", Refusal::Cycle),
        ] {
            assert!(refused.contains(&(name, Some(refusal))), "{name}: {refused:?}");
        }
        assert!(refused.iter().any(|(name, _)| *name == "data/endless"), "{refused:?}");
        assert_eq!(Refusal::of(&open(root.path(), "data/file").unwrap_err()), Some(Refusal::Outside));
        assert!(open(root.path(), "data/linked/a.csv").is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_socket_is_never_opened_and_a_name_that_is_not_unicode_is_named() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("data")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("data/s.csv")).unwrap();
        fs::write(root.path().join("data").join(OsStr::from_bytes(b"\x8E\xC0\x90\xD1.csv")), "").unwrap();
        let contents = contents(root.path(), "data");
        assert!(contents.files.is_empty());
        let found = refusals(&contents);
        assert!(found.contains(&("data/s.csv", Some(Refusal::Special))), "{found:?}");
        assert!(found.iter().any(|(_, refusal)| *refusal == Some(Refusal::Name)), "{found:?}");
        assert_eq!(Refusal::of(&open(root.path(), "data/s.csv").unwrap_err()), Some(Refusal::Special));
    }
}
