//! `nenpo new`: writes a small report to start from.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Result;

use super::build::quoted;
use super::output::{path_in, unwritable, write_below};
use crate::cli::New;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::embedded::{SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE};
use crate::report::ReportId;
use crate::schema;
use crate::skeleton::{self, DataForm, File, REPORT_FILE};
use crate::source::Texts;
use crate::terminal::{Terminal, Written};

/// The file by which editors know the keys of `report.toml`; its first line names it.
const SCHEMA_NAME: &str = "report.schema.json";

/// Writes a new report, whole or not at all, and says how it is built.
pub(super) fn new(new: &New, terminal: &Terminal) -> Result<u8> {
    let mut diagnostics = Diagnostics::default();
    let is_empty = match fs::read_dir(&new.folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    };
    match is_empty {
        Ok(true) => write_report(new, terminal, &mut diagnostics)?,
        Ok(false) => {
            let fault = Diagnostic::without_place(Code::FolderNotEmpty).with("folder", new.folder.display());
            diagnostics.push(fault);
        }
        Err(error) => diagnostics.push(unwritable(&new.folder, &error, None)),
    }
    terminal.diagnostics(&diagnostics, &Texts::new(), Written::Nothing)?;
    Ok(diagnostics.exit_code())
}

fn write_report(new: &New, terminal: &Terminal, diagnostics: &mut Diagnostics) -> Result<()> {
    let data = if new.workbook { DataForm::Workbook } else { DataForm::Tables };
    let words = terminal.words_of(&[SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE]);
    let mut files = skeleton::files(report_id(&new.folder).as_ref(), data, &words)?;
    files.push((SCHEMA_NAME.to_owned(), format!("{:#}\n", schema::report(&words)).into_bytes()));
    files.sort();
    if let Err(error) = write_files(&new.folder, &files) {
        diagnostics.push(unwritable(&new.folder, &error, None));
        return Ok(());
    }
    for (name, _) in &files {
        terminal.datum(path_in(&new.folder, name).display())?;
    }
    let folder = quoted(&new.folder);
    terminal.say("created", &[("folder", &folder), ("command", &format!("nenpo build {folder}"))])?;
    Ok(())
}

/// Returns the identifier that the folder's name is, if it is one.
fn report_id(folder: &Path) -> Option<ReportId> {
    ReportId::new(std::path::absolute(folder).ok()?.file_name()?.to_str()?)
}

/// Writes all files beside their places first and then moves them there, `report.toml` last: it is what makes a folder a
/// report. After a failure nothing is left, not even folders that were made for it.
fn write_files(folder: &Path, files: &[File]) -> io::Result<()> {
    let is_missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
    let made: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    let written = fs::create_dir_all(folder).and_then(|()| write_and_move(folder, files));
    if written.is_err() {
        for path in made {
            // What cannot be removed either has come from elsewhere meanwhile; the first error is the one that counts.
            let _ = fs::remove_dir(path);
        }
    }
    written
}

fn write_and_move(folder: &Path, files: &[File]) -> io::Result<()> {
    let staging = tempfile::Builder::new().prefix(".nenpo-").tempdir_in(folder)?;
    write_below(staging.path(), files)?;
    let mut entries: Vec<&str> = files.iter().map(|(name, _)| name.split('/').next().unwrap_or(name)).collect();
    entries.dedup();
    entries.sort_by_key(|entry| *entry == REPORT_FILE);
    for (count, entry) in entries.iter().enumerate() {
        if let Err(error) = fs::rename(staging.path().join(entry), folder.join(entry)) {
            for moved in &entries[..count] {
                // Back to where it is removed with the rest.
                let _ = fs::rename(folder.join(moved), staging.path().join(moved));
            }
            return Err(error);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> File {
        (name.to_owned(), Vec::new())
    }

    #[test]
    fn nothing_is_left_where_a_file_cannot_be_written() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("plans/new");
        // A file cannot also be a folder.
        assert!(write_files(&folder, &[file("a"), file("a/b"), file(REPORT_FILE)]).is_err());
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 0);
    }

    #[test]
    fn nothing_is_left_where_a_file_cannot_be_moved() {
        let above = tempfile::tempdir().unwrap();
        // Somebody else is quicker.
        fs::create_dir_all(above.path().join("report.toml/other")).unwrap();
        assert!(write_files(above.path(), &[file("data/a"), file(REPORT_FILE)]).is_err());
        let left: Vec<_> = fs::read_dir(above.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, [REPORT_FILE]);
    }
}
