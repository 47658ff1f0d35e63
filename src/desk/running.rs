//! What the desk keeps between its runs, in a folder of the user: the reports that were open, and where it runs now.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use serde::{Deserialize, Serialize};

/// The most reports that are remembered.
const MOST_RECENT: usize = 10;

const RECENT: &str = "recent.json";
const RUNNING: &str = "desk.json";

/// A report that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RecentReport {
    pub(super) folder: PathBuf,
    pub(super) title: String,
}

/// Where a desk runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// Its port on this machine.
    pub port: u16,
    /// What its pages have to know.
    pub token: String,
}

/// The folder for such files; `None` if the system names none.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let folders = choose_native_strategy().ok()?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_dir()).join("nenpo"))
}

/// The folder in which new reports are suggested.
pub(super) fn home() -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    let documents = Some(home.join("Documents")).filter(|folder| folder.is_dir());
    documents.unwrap_or(home).join("nenpo")
}

/// The reports that were open, the last one first; those that are gone are left out.
pub(super) fn recent(state: Option<&Path>) -> Vec<RecentReport> {
    let read = |folder: &Path| fs::read(folder.join(RECENT)).ok();
    let list: Vec<RecentReport> =
        state.and_then(read).and_then(|data| serde_json::from_slice(&data).ok()).unwrap_or_default();
    list.into_iter().filter(|report| report.folder.is_dir()).take(MOST_RECENT).collect()
}

/// Puts a report first. That it cannot be remembered is no fault of the report.
pub(super) fn remember(state: Option<&Path>, report: RecentReport) {
    let Some(state) = state else { return };
    let mut list = recent(Some(state));
    list.retain(|known| known.folder != report.folder);
    list.insert(0, report);
    list.truncate(MOST_RECENT);
    let _ = serde_json::to_vec_pretty(&list).map_err(io::Error::other).and_then(|data| write(state, RECENT, &data));
}

impl Running {
    /// The desk that says that it runs; it may have ended since.
    #[must_use]
    pub fn find(state: &Path) -> Option<Self> {
        Self::last(state).filter(|running| !running.token.is_empty())
    }

    /// The desk that ran last.
    pub(super) fn last(state: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(state.join(RUNNING)).ok()?).ok()
    }

    /// Says that this desk runs.
    pub(super) fn announce(&self, state: &Path) -> io::Result<()> {
        write(state, RUNNING, &serde_json::to_vec(self)?)
    }

    /// No longer says it, unless another desk does. The port stays, so that pages that are still open find the next desk.
    pub(super) fn withdraw(&self, state: &Path) {
        if Self::find(state).as_ref() == Some(self) {
            let _ = Self { token: String::new(), ..self.clone() }.announce(state);
        }
    }
}

/// Writes a file that only its owner can read, whole or not at all.
fn write(folder: &Path, name: &str, data: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let staged = folder.join(format!("{name}.{}", std::process::id()));
    let written = private(&staged).and_then(|mut file| {
        file.write_all(data)?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(&staged, folder.join(name)));
    if renamed.is_err() {
        let _ = fs::remove_file(&staged);
    }
    renamed
}

fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // On Windows the folders of a user are closed to others.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_report_is_the_first_of_ten() {
        let root = tempfile::tempdir().unwrap();
        let state = root.path().join("state");
        let report = |number: usize| {
            let folder = root.path().join(number.to_string());
            fs::create_dir_all(&folder).unwrap();
            RecentReport { folder, title: format!("計画{number}") }
        };
        for number in (0..12).chain([5]) {
            remember(Some(&state), report(number));
        }
        let titles: Vec<String> = recent(Some(&state)).into_iter().map(|report| report.title).collect();
        assert_eq!(titles.len(), MOST_RECENT);
        assert_eq!(titles[..3], ["計画5", "計画11", "計画10"]);
        fs::remove_dir(report(11).folder).unwrap();
        assert_eq!(recent(Some(&state)).len(), MOST_RECENT - 1);
        assert_eq!(recent(None), []);
    }

    #[test]
    fn only_the_own_announcement_is_withdrawn() {
        let state = tempfile::tempdir().unwrap();
        let desk = |port| Running { port, token: "abc".into() };
        assert_eq!(Running::find(state.path()), None);
        desk(1).announce(state.path()).unwrap();
        desk(2).announce(state.path()).unwrap();
        desk(1).withdraw(state.path());
        assert_eq!(Running::find(state.path()), Some(desk(2)));
        desk(2).withdraw(state.path());
        assert_eq!(Running::find(state.path()), None);
        assert_eq!(Running::last(state.path()).map(|running| running.port), Some(2));
    }

    #[cfg(unix)]
    #[test]
    fn others_cannot_read_the_token() {
        use std::os::unix::fs::PermissionsExt;
        let state = tempfile::tempdir().unwrap();
        Running { port: 1, token: "abc".into() }.announce(state.path()).unwrap();
        let mode = fs::metadata(state.path().join(RUNNING)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
