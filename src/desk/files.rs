//! Which files the desk opens and gives out: those of the report that a person edits, and what its jobs have written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::output::path_in;

/// The files that people edit in programs of their own.
const EDITED: [&str; 8] = ["csv", "tsv", "xlsx", "xlsm", "xls", "ods", "ftl", "toml"];

/// Whether the system's program may open a file, by its name.
pub(super) fn is_edited(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EDITED.contains(&extension.to_ascii_lowercase().as_str()))
}

/// A file of the report that may be opened, by its name relative to the folder, with forward slashes.
pub(super) fn editable(folder: &Path, name: &str) -> Option<PathBuf> {
    if !is_edited(name) || name.contains('\\') || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return None;
    }
    // A link may lead out of the folder, and on Windows a name may be one of a device or have a drive.
    let folder = fs::canonicalize(folder).ok()?;
    let path = fs::canonicalize(path_in(&folder, name)).ok()?;
    (path.starts_with(&folder) && path.is_file() && is_edited(path.to_str()?)).then_some(path)
}

/// The media type with which a written file is given out, and whether the browser may show it itself.
pub(super) fn media_type(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("pdf") => ("application/pdf", true),
        Some("png") => ("image/png", true),
        Some("csv") => ("text/csv; charset=utf-8", false),
        Some("html") => ("text/html; charset=utf-8", false),
        Some("json") => ("application/json", false),
        _ => ("application/octet-stream", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_people_edit_and_that_are_in_the_folder_are_opened() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("report");
        fs::create_dir_all(folder.join("data")).unwrap();
        fs::create_dir(folder.join("folder.csv")).unwrap();
        for name in ["report.toml", "data/actuals.csv", "data/Table.XLSX", "run.exe", "page.html"] {
            fs::write(path_in(&folder, name), "x").unwrap();
        }
        fs::write(root.path().join("secret.csv"), "x").unwrap();
        for name in ["report.toml", "data/actuals.csv", "data/Table.XLSX"] {
            assert!(editable(&folder, name).is_some(), "{name}");
        }
        let absolute = root.path().join("secret.csv").display().to_string();
        for name in
            ["run.exe", "page.html", "../secret.csv", "data/../../secret.csv", "data\\actuals.csv", &absolute, "", "/"]
        {
            assert!(editable(&folder, name).is_none(), "{name}");
        }
        assert!(editable(&folder, "folder.csv").is_none());
        assert!(editable(&folder, "absent.csv").is_none());
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_not_followed() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("report");
        fs::create_dir(&folder).unwrap();
        fs::write(root.path().join("secret.csv"), "x").unwrap();
        fs::write(folder.join("run.sh"), "x").unwrap();
        std::os::unix::fs::symlink(root.path().join("secret.csv"), folder.join("link.csv")).unwrap();
        std::os::unix::fs::symlink("run.sh", folder.join("other.csv")).unwrap();
        assert!(editable(&folder, "link.csv").is_none());
        assert!(editable(&folder, "other.csv").is_none());
    }
}
