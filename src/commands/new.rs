//! `nenpo new`: writes a small report to start from.

use std::path::Path;

use anyhow::Result;

use crate::cli::New;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::embedded::{SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE};
use crate::output::{StagingError, path_in, unwritable, write_new_folder};
use crate::pipeline::quoted;
use crate::report::ReportId;
use crate::schema;
use crate::skeleton::{self, DataForm, File, REPORT_FILE};
use crate::source::Texts;
use crate::terminal::{Terminal, Written};

/// The schema with which editors check `report.toml`; the first line of that file refers to it.
const SCHEMA_NAME: &str = "report.schema.json";

/// Writes a new report completely or not at all, and prints how to build it.
pub(super) fn new(new: &New, terminal: &Terminal) -> Result<u8> {
    let mut diagnostics = Diagnostics::default();
    let files = files(new, terminal)?;
    // `report.toml` is written last, because it makes a folder a report.
    match write_new_folder(&new.folder, &files, REPORT_FILE) {
        Ok(true) => {
            for (name, _) in &files {
                terminal.print_line(path_in(&new.folder, name).display())?;
            }
            let folder = quoted(&new.folder);
            terminal.say("created", &[("folder", &folder), ("command", &format!("nenpo build {folder}"))])?;
        }
        Ok(false) => {
            diagnostics.push(Diagnostic::without_place(Code::FolderNotEmpty).with("folder", new.folder.display()));
        }
        Err(StagingError { path, error }) => diagnostics.push(unwritable(&path, &error, None)),
    }
    terminal.diagnostics(&diagnostics, &Texts::new(), Written::Nothing)?;
    Ok(diagnostics.exit_code())
}

fn files(new: &New, terminal: &Terminal) -> Result<Vec<File>> {
    let data = if new.workbook { DataForm::Workbook } else { DataForm::Tables };
    let words = terminal.words_of(&[SCHEMA_FILE, TABLES_FILE, WORKBOOK_FILE]);
    let mut files = skeleton::files(report_id(&new.folder).as_ref(), data, &words)?;
    files.push((SCHEMA_NAME.to_owned(), format!("{:#}\n", schema::report(&words)).into_bytes()));
    files.sort();
    Ok(files)
}

/// The folder's name, if it is a valid identifier.
fn report_id(folder: &Path) -> Option<ReportId> {
    ReportId::new(std::path::absolute(folder).ok()?.file_name()?.to_str()?)
}
