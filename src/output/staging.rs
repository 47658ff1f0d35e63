//! The staging folder: files are written to it and then moved to their places together.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, SystemDisk};
use super::leftovers::{JOURNAL, LOCK, NEW, OLD, PREFIX, remove_leftovers};
use super::path_in;

/// A path that cannot be written, and why.
#[derive(Debug)]
pub struct StagingError {
    /// The file or folder.
    pub path: PathBuf,
    /// The error of the operating system.
    pub error: io::Error,
}

/// Files that are being written to a folder.
pub struct Staging<'a> {
    disk: &'a dyn Disk,
    /// The destination, absolute because the working folder may itself be replaced.
    folder: PathBuf,
    /// The destination as it is shown to the user.
    shown: PathBuf,
    path: PathBuf,
    /// Locked as long as the staging folder is in use.
    lock: Option<File>,
    /// Folders that were created for the destination, innermost first.
    created: Vec<PathBuf>,
    is_done: bool,
}

impl Staging<'static> {
    /// Prepares to write files to a folder, which is created if it does not exist.
    ///
    /// # Errors
    /// Fails if the folder cannot be written to.
    pub fn new(folder: &Path) -> Result<Self, StagingError> {
        Self::on(&SystemDisk, folder)
    }
}

impl<'a> Staging<'a> {
    pub(super) fn on(disk: &'a dyn Disk, folder: &Path) -> Result<Self, StagingError> {
        let failed = |error| StagingError { path: folder.to_owned(), error };
        let mut staging = Self {
            disk,
            folder: std::path::absolute(folder).map_err(failed)?,
            shown: folder.to_owned(),
            path: PathBuf::new(),
            lock: None,
            created: Vec::new(),
            is_done: false,
        };
        let missing: Vec<PathBuf> =
            staging.folder.ancestors().take_while(|path| !path.exists()).map(Path::to_owned).collect();
        for path in missing.into_iter().rev() {
            match disk.create_folder(&path) {
                Ok(()) => staging.created.insert(0, path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
                Err(error) => return Err(failed(error)),
            }
        }
        remove_leftovers(disk, &staging.folder);
        staging.open().map_err(failed)?;
        Ok(staging)
    }

    /// Creates the staging folder. Other runs do not touch it while its lock is held.
    fn open(&mut self) -> io::Result<()> {
        let mut number = 0_u32;
        loop {
            number += 1;
            let path = self.folder.join(format!("{PREFIX}{number}"));
            match self.disk.create_folder(&path) {
                Ok(()) => self.path = path,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            match self.disk.write(&self.path.join(LOCK), b"") {
                // Another run took the empty folder for a leftover.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                written => written?,
            }
            let lock = File::open(self.path.join(LOCK))?;
            // Network drives may not support locks; then no run can take the folder for a leftover either.
            let _ = lock.try_lock();
            self.lock = Some(lock);
            return self.disk.create_folder(&self.path.join(NEW));
        }
    }

    /// Writes a file, whose name has forward slashes. Threads may write concurrently.
    ///
    /// # Errors
    /// Fails if the file cannot be written.
    pub fn write(&self, name: &str, data: &[u8]) -> Result<(), StagingError> {
        let new = self.path.join(NEW);
        let path = path_in(&new, name);
        let written = self.create_folders(&new, &path).and_then(|()| self.disk.write(&path, data));
        written.map_err(|error| StagingError { path: path_in(&self.shown, name), error })
    }

    fn create_folders(&self, top: &Path, path: &Path) -> io::Result<()> {
        let between = path.parent().map(|parent| parent.strip_prefix(top).unwrap_or(Path::new("")));
        let mut folder = top.to_owned();
        for part in between.into_iter().flatten() {
            folder.push(part);
            match self.disk.create_folder(&folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Moves the written files to their places in this order, and returns their paths. If a file cannot be moved, all
    /// before it are moved back.
    ///
    /// # Errors
    /// Fails if a file cannot be moved, for example onto one that is open in another program.
    pub fn commit(mut self, names: &[String]) -> Result<Vec<PathBuf>, StagingError> {
        let mut moved = Vec::new();
        for name in names {
            if let Err(error) = self.move_file(name, &mut moved) {
                self.take_back(&moved);
                return Err(StagingError { path: path_in(&self.shown, name), error });
            }
        }
        self.is_done = true;
        Ok(names.iter().map(|name| path_in(&self.shown, name)).collect())
    }

    /// Moves a file to its place. A file that it replaces is kept until all are moved.
    fn move_file(&self, name: &str, moved: &mut Vec<(PathBuf, Option<PathBuf>)>) -> io::Result<()> {
        let (new, place) = (path_in(&self.path.join(NEW), name), path_in(&self.folder, name));
        self.create_folders(&self.folder, &place)?;
        let old = self.path.join(OLD).join(moved.len().to_string());
        let is_kept =
            place.is_file() && self.create_folders(&self.path, &old).is_ok() && self.disk.link(&place, &old).is_ok();
        let was_there = place.exists();
        self.disk.rename(&new, &place)?;
        // Without hard links the old file cannot be kept, so that the new one stays.
        if is_kept || !was_there {
            moved.push((place, is_kept.then_some(old)));
        }
        Ok(())
    }

    /// Restores the replaced files. Errors are ignored: the one that led here is reported.
    fn take_back(&self, moved: &[(PathBuf, Option<PathBuf>)]) {
        for (place, old) in moved.iter().rev() {
            let _ = match old {
                Some(old) => self.disk.rename(old, place),
                None => self.disk.remove_file(place),
            };
        }
    }

    fn note(&self, lines: &str) -> io::Result<()> {
        self.disk.write(&self.path.join(JOURNAL), lines.as_bytes())
    }

    /// Replaces or creates a folder of this name, in one step if the system can. What it replaces is kept until the
    /// staging folder is removed.
    fn move_folder(&mut self, name: &str) -> Result<(), StagingError> {
        let (new, old, place) = (self.path.join(NEW), self.path.join(OLD), self.folder.join(name));
        let done = if place.exists() {
            match self.disk.exchange(&new, &place) {
                Err(error) if !matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::PermissionDenied) => {
                    self.replace(name, &new, &old, &place)
                }
                done => done,
            }
        } else {
            self.disk.rename(&new, &place)
        };
        self.is_done = done.is_ok();
        done.map_err(|error| StagingError { path: self.shown.join(name), error })
    }

    /// Puts back what was in the place of a folder that was moved there. Errors are ignored: the one that led here is
    /// reported.
    fn take_back_folder(&mut self, name: &str) {
        let (new, old, place) = (self.path.join(NEW), self.path.join(OLD), self.folder.join(name));
        if new.exists() {
            let _ = self.disk.exchange(&new, &place);
        } else if self.disk.rename(&place, &new).is_ok() && old.exists() {
            let _ = self.disk.rename(&old, &place);
        }
        self.is_done = false;
    }

    /// Replaces a folder in two steps; if killed between these, the next run restores it by the journal.
    fn replace(&self, name: &str, new: &Path, old: &Path, place: &Path) -> io::Result<()> {
        self.note(&format!("replaced {name}\n"))?;
        self.disk.rename(place, old)?;
        self.disk.rename(new, place).inspect_err(|_| {
            let _ = self.disk.rename(old, place);
        })
    }

    /// Moves everything into the destination, which is empty, with `last` as the last entry.
    fn commit_all(mut self, last: &str) -> Result<(), StagingError> {
        let failed = |error| StagingError { path: self.shown.clone(), error };
        let new = self.path.join(NEW);
        let entries = fs::read_dir(&new).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(failed)?;
        let mut names: Vec<String> =
            entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort_by_key(|name| (name == last, name.clone()));
        self.note(&names.iter().map(|name| format!("added {name}\n")).collect::<String>()).map_err(failed)?;
        for (count, name) in names.iter().enumerate() {
            if let Err(error) = self.disk.rename(&new.join(name), &self.folder.join(name)) {
                for moved in &names[..count] {
                    let _ = self.disk.rename(&self.folder.join(moved), &new.join(moved));
                }
                return Err(failed(error));
            }
        }
        self.is_done = true;
        Ok(())
    }
}

impl Drop for Staging<'_> {
    /// Removes the staging folder and, after a failure, the folders that were created.
    fn drop(&mut self) {
        self.lock = None;
        if !self.path.as_os_str().is_empty() {
            let _ = self.disk.remove_tree(&self.path);
        }
        for path in self.created.iter().filter(|_| !self.is_done) {
            let _ = self.disk.remove_folder(path);
        }
    }
}

/// A folder and its files, whose names have forward slashes.
pub type FolderFiles<'a> = (&'a Path, &'a [(String, Vec<u8>)]);

/// Replaces a folder by files, whose names have forward slashes. Returns false if it is not empty and not `is_ours`.
///
/// # Errors
/// Fails if the folder cannot be written; its previous contents then remain.
pub fn replace_folder(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    is_ours: impl Fn(&Path) -> bool,
) -> Result<bool, StagingError> {
    replace_folder_on(&SystemDisk, folder, files, is_ours)
}

pub(super) fn replace_folder_on(
    disk: &dyn Disk,
    folder: &Path,
    files: &[(String, Vec<u8>)],
    is_ours: impl Fn(&Path) -> bool,
) -> Result<bool, StagingError> {
    replace_folders_on(disk, &[(folder, files)], is_ours).map(|in_the_way| in_the_way.is_empty())
}

/// Replaces all of these folders or none. Returns those that are not empty and not `is_ours`; nothing is then written.
///
/// # Errors
/// Fails if a folder cannot be written; the previous contents of all then remain.
pub fn replace_folders(
    folders: &[FolderFiles<'_>],
    is_ours: impl Fn(&Path) -> bool,
) -> Result<Vec<PathBuf>, StagingError> {
    replace_folders_on(&SystemDisk, folders, is_ours)
}

pub(super) fn replace_folders_on<'a>(
    disk: &'a dyn Disk,
    folders: &[FolderFiles<'a>],
    is_ours: impl Fn(&Path) -> bool,
) -> Result<Vec<PathBuf>, StagingError> {
    // The newest first, since the oldest may have created the folder that all are in, and is dropped last.
    let mut staged: VecDeque<Replacement<'_>> = VecDeque::new();
    let mut in_the_way = Vec::new();
    for (folder, files) in folders {
        let failed = |error| StagingError { path: folder.to_path_buf(), error };
        let absolute = std::path::absolute(folder).map_err(failed)?;
        let (Some(above), Some(name)) = (absolute.parent(), absolute.file_name().and_then(|name| name.to_str())) else {
            return Err(failed(io::ErrorKind::InvalidFilename.into()));
        };
        let staging = Staging::on(disk, above).map_err(|StagingError { error, .. }| failed(error))?;
        if !is_empty(&absolute).map_err(failed)? && !is_ours(&absolute) {
            in_the_way.push(folder.to_path_buf());
        }
        for (name, data) in files.iter().filter(|_| in_the_way.is_empty()) {
            staging.write(name, data).map_err(|StagingError { error, .. }| failed(error))?;
        }
        staged.push_front(Replacement { staging, name: name.to_owned(), folder });
    }
    if !in_the_way.is_empty() {
        return Ok(in_the_way);
    }
    for index in (0..staged.len()).rev() {
        if let Err(StagingError { error, .. }) = staged[index].move_into_place() {
            let path = staged[index].folder.to_path_buf();
            staged.iter_mut().skip(index + 1).for_each(|moved| moved.staging.take_back_folder(&moved.name));
            return Err(StagingError { path, error });
        }
    }
    Ok(in_the_way)
}

/// A folder whose files are staged.
struct Replacement<'a> {
    staging: Staging<'a>,
    name: String,
    folder: &'a Path,
}

impl Replacement<'_> {
    fn move_into_place(&mut self) -> Result<(), StagingError> {
        self.staging.move_folder(&self.name)
    }
}

/// Writes files, whose names have forward slashes, to a folder that does not exist or is empty. In an existing folder
/// `last` is the last file to appear. Returns false and writes nothing if the folder is not empty.
///
/// # Errors
/// Fails if the folder cannot be written; no file is then left in it.
pub fn write_new_folder(folder: &Path, files: &[(String, Vec<u8>)], last: &str) -> Result<bool, StagingError> {
    write_new_folder_on(&SystemDisk, folder, files, last)
}

pub(super) fn write_new_folder_on(
    disk: &dyn Disk,
    folder: &Path,
    files: &[(String, Vec<u8>)],
    last: &str,
) -> Result<bool, StagingError> {
    let failed = |error| StagingError { path: folder.to_owned(), error };
    if !folder.exists() {
        return replace_folder_on(disk, folder, files, |_| false);
    }
    // The folder may be somebody's working folder: it is kept, and only entries are added.
    remove_leftovers(disk, folder);
    if !is_empty(folder).map_err(failed)? {
        return Ok(false);
    }
    let staging = Staging::on(disk, folder)?;
    for (name, data) in files {
        staging.write(name, data)?;
    }
    staging.commit_all(last)?;
    Ok(true)
}

/// True also if the folder does not exist.
fn is_empty(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}
