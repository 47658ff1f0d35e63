//! Files → disk: all of them or none, and each of them whole. Knows no report.
//!
//! Files are written and synchronized in a staging folder beside their places (`.nenpo-<number>`), and moved there only
//! when all of them are complete; a folder of files comes into its place in one step. What a killed run leaves is
//! undone and removed by the next run that writes to the same folder.

mod disk;
mod leftovers;
mod staging;
#[cfg(test)]
mod tests;

pub use staging::{Staging, StagingError, replace_folder, write_new_folder};

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// Returns the path of a file that is named with forward slashes.
#[must_use]
pub fn path_in(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

/// Returns the error of a file that cannot be written; `option` is the option by which another folder can be chosen, where
/// there is one.
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
