//! What runs that were killed left behind: it is undone and removed by the next run in the same folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;

/// With this the names of staging folders begin.
pub(super) const PREFIX: &str = ".nenpo-";
/// The file in a staging folder that its run holds locked.
pub(super) const LOCK: &str = "lock";
/// The file in a staging folder that says what is being moved, for the run after one that is killed.
pub(super) const JOURNAL: &str = "journal";
/// The folder in a staging folder for files that are not at their places yet.
pub(super) const NEW: &str = "new";
/// The folder in a staging folder for what was at these places.
pub(super) const OLD: &str = "old";

/// Undoes and removes what is left in a folder by runs that have ended.
pub(super) fn remove_leftovers(disk: &dyn Disk, folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        let path = entry.path();
        // What cannot be removed now is removed by a later run; it keeps nobody from writing.
        let _ = match entry.file_type() {
            Ok(kind) if kind.is_dir() => remove_staging(disk, folder, &path),
            // Versions before 0.2 staged each file by itself.
            Ok(kind) if kind.is_file() && rest.ends_with(".tmp") => disk.remove_file(&path),
            _ => Ok(()),
        };
    }
}

/// Removes a staging folder unless the run that made it is still at work.
fn remove_staging(disk: &dyn Disk, folder: &Path, staging: &Path) -> io::Result<()> {
    let lock = match File::open(staging.join(LOCK)) {
        Ok(lock) => lock,
        // Its run has just begun, or was killed just then; or it was killed while it removed the folder.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let is_begun = fs::read_dir(staging)?.next().is_some();
            return if is_begun { disk.remove_tree(staging) } else { disk.remove_folder(staging) };
        }
        Err(error) => return Err(error),
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(()),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    undo(disk, folder, staging)?;
    // An open file cannot be removed on Windows.
    drop(lock);
    disk.remove_tree(staging)
}

/// Undoes what a killed run has moved, as far as its journal says.
fn undo(disk: &dyn Disk, folder: &Path, staging: &Path) -> io::Result<()> {
    let journal = match fs::read_to_string(staging.join(JOURNAL)) {
        Ok(journal) => journal,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for line in journal.lines() {
        let Some((kind, name)) = line.split_once(' ') else { continue };
        let place: PathBuf = folder.join(name);
        match kind {
            // A folder that was moved away before the new one came: on systems that cannot exchange folders.
            "replaced" if !place.exists() && staging.join(OLD).exists() => disk.rename(&staging.join(OLD), &place)?,
            // What was new came only with everything else.
            "added" if !staging.join(NEW).join(name).exists() && place.is_dir() => disk.remove_tree(&place)?,
            "added" if !staging.join(NEW).join(name).exists() && place.is_file() => disk.remove_file(&place)?,
            _ => {}
        }
    }
    Ok(())
}
