//! Writes files to disk: all of them or none, and each of them completely.
//!
//! Files are written and synchronized in a staging folder next to their places (`.nenpo-<number>`), and moved only when
//! all are complete; a folder of files is replaced in one step. The next run in the same folder undoes and removes what
//! a killed run leaves behind.

mod disk;
mod leftovers;
mod staging;
#[cfg(test)]
mod tests;

pub use staging::{FolderFiles, Staging, StagingError, replace_folder, replace_folders, write_new_folder};

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// The path of a file whose name has forward slashes.
#[must_use]
pub fn path_in(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

/// The diagnostic for a file that cannot be written. `option`, if given, is the one that chooses another folder.
#[must_use]
pub fn unwritable(path: &Path, error: &io::Error, option: Option<&str>) -> Diagnostic {
    let reason = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::PermissionDenied => "permission",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "not-a-folder",
        _ => "other",
    };
    let problem = Diagnostic::without_place(Code::FileUnwritable).with("reason", reason).with("file", path.display());
    problem.with("option", option.unwrap_or("none")).with_detail(error)
}
