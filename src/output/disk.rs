//! The file operations of this module as a trait, so that tests can make any of them fail.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

pub(super) trait Disk: Sync {
    /// Fails if the folder exists.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a file and synchronizes it with the disk.
    fn write(&self, path: &Path, data: &[u8]) -> io::Result<()>;
    /// Creates a hard link.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;
    /// Moves a folder or a file; overwrites an existing file.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders atomically. Not supported by every system.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with its contents.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

#[derive(Debug, Clone, Copy)]
pub(super) struct SystemDisk;

impl Disk for SystemDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        file.write_all(data)?;
        file.sync_all()
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        // Synchronizes the folder, which holds the name. Windows cannot open folders, and does not need this.
        if let Some(Ok(folder)) = to.parent().map(File::open) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}
