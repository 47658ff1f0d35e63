//! Undoes and removes what killed runs left behind, before the next run in the same folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;

/// The prefix of staging folders.
pub(super) const PREFIX: &str = ".nenpo-";
/// The file in a staging folder that its run keeps locked.
pub(super) const LOCK: &str = "lock";
/// The file in a staging folder that records what is being moved, for the run after a killed one.
pub(super) const JOURNAL: &str = "journal";
/// The folder in a staging folder for files that are not yet in their places.
pub(super) const NEW: &str = "new";
/// The folder in a staging folder for the files that were replaced.
pub(super) const OLD: &str = "old";

/// Undoes and removes what runs that have ended left in a folder.
pub(super) fn remove_leftovers(disk: &dyn Disk, folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && name.to_str().is_some_and(|name| name.starts_with(PREFIX)) {
            // An error here must not prevent writing: a later run tries again.
            let _ = remove_staging(disk, folder, &entry.path());
        }
    }
}

fn remove_staging(disk: &dyn Disk, folder: &Path, staging: &Path) -> io::Result<()> {
    let lock = match File::open(staging.join(LOCK)) {
        Ok(lock) => lock,
        // The run has just started, or was killed just then or while it removed the folder.
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
    // Windows cannot remove an open file.
    drop(lock);
    disk.remove_tree(staging)
}

/// Undoes the moves that the journal of a killed run records.
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
            // Killed between the two steps of a system that cannot exchange folders.
            "replaced" if !place.exists() && staging.join(OLD).exists() => disk.rename(&staging.join(OLD), &place)?,
            // New entries are only valid all together.
            "added" if !staging.join(NEW).join(name).exists() && place.is_dir() => disk.remove_tree(&place)?,
            "added" if !staging.join(NEW).join(name).exists() && place.is_file() => disk.remove_file(&place)?,
            _ => {}
        }
    }
    Ok(())
}
