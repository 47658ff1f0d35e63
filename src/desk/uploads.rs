//! Files that were dropped on the page, for as long as a command reads them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::report::is_file_name;

/// The files that a report can begin with.
const TABLES: [&str; 6] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"];

/// A file in a folder of its own, which is removed with it.
#[derive(Debug)]
pub(super) struct Upload {
    folder: PathBuf,
    path: PathBuf,
}

/// The name without folders, if it is that of a table.
pub(super) fn name_of_table(name: &str) -> Option<&str> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let extension = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    (is_file_name(name) && TABLES.contains(&extension.as_str())).then_some(name)
}

impl Upload {
    /// `token` makes the folder's name one that nobody foresees.
    pub(super) fn new(name: &str, data: &[u8], token: &str) -> io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("nenpo-{token}"));
        fs::create_dir(&folder)?;
        let upload = Self { path: folder.join(name), folder };
        fs::write(&upload.path, data)?;
        Ok(upload)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_tables_are_taken() {
        assert_eq!(name_of_table("指標.XLSX"), Some("指標.XLSX"));
        assert_eq!(name_of_table("C:\\fakepath\\a.csv"), Some("a.csv"));
        assert_eq!(name_of_table("../../a.ods"), Some("a.ods"));
        for name in ["", "a", "a.exe", "a.csv/", "..", "con.csv", "a\0.csv", ".csv"] {
            assert_eq!(name_of_table(name), None, "{name:?}");
        }
    }

    #[test]
    fn a_file_is_removed_when_it_is_no_longer_read() {
        let upload = Upload::new("a.csv", b"a", &format!("test-{}", std::process::id())).unwrap();
        let path = upload.path().to_owned();
        assert_eq!(fs::read(&path).unwrap(), b"a");
        drop(upload);
        assert!(!path.parent().unwrap().exists());
    }
}
