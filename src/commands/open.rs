//! Opens what was written with the programs that the system has for it.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::terminal::Terminal;

/// The most files that are opened; the folder is opened in place of more.
const MOST_OPENED: usize = 3;

/// Opens files, or their folder if they are many. That a program cannot be started is only said: the files are written.
pub(super) fn open(files: &[PathBuf], folder: &Path, terminal: &Terminal) -> Result<()> {
    let folder = [folder.to_owned()];
    for path in if files.len() > MOST_OPENED { &folder } else { files } {
        // Programs may look for a relative path elsewhere.
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        if let Err(error) = open::that_detached(absolute) {
            let (path, reason) = (path.display().to_string(), error.to_string());
            terminal.say("not-opened", &[("path", &path), ("reason", &reason)])?;
        }
    }
    Ok(())
}
