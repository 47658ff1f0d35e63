//! `nenpo build`: writes the PDFs of a report and prints their paths.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::assembly::{Assembly, assemble};
use super::typesetting::typeset;
use crate::cli::Build;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::terminal::Terminal;
use crate::typeset::{FONTS_FOLDER, write_document, write_fonts};

/// Builds a report. Nothing is written unless all of it is without faults.
pub(super) fn build(build: &Build, terminal: &Terminal) -> Result<u8> {
    let mut assembly = assemble(&build.selection);
    let pdfs = typeset(&mut assembly);
    let mut written = Vec::new();
    if !assembly.diagnostics.has_errors() {
        let out = build.out.clone().unwrap_or_else(|| build.selection.folder.join("out"));
        written.extend(write_pdfs(&mut assembly, &pdfs, &out));
        if let Some(folder) = &build.emit_sources {
            written.extend(emit_sources(&mut assembly, folder, terminal)?);
        }
    }
    terminal.diagnostics(&assembly.diagnostics, assembly.project.texts())?;
    for path in written {
        terminal.datum(path.display())?;
    }
    Ok(assembly.diagnostics.exit_code())
}

/// Writes every PDF beside its place first and then moves them all there, so that no report is ever half written.
fn write_pdfs(assembly: &mut Assembly, pdfs: &[Vec<u8>], out: &Path) -> Vec<PathBuf> {
    let mut ready = Vec::new();
    for (document, pdf) in assembly.documents.iter().zip(pdfs) {
        let path = out.join(format!("{}.pdf", document.identifier));
        match write_beside(out, pdf) {
            Ok(file) => ready.push((path, file)),
            Err(error) => {
                assembly.diagnostics.push(unwritable(&path, &error));
                return Vec::new();
            }
        }
    }
    let mut written = Vec::new();
    for (path, file) in ready {
        match file.persist(&path) {
            Ok(_) => written.push(path),
            Err(error) => assembly.diagnostics.push(unwritable(&path, &error.error)),
        }
    }
    written
}

/// Writes a file under a name of its own in the folder where it will be needed.
fn write_beside(folder: &Path, data: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".nenpo-").suffix(".tmp");
    // A report is to be read by others, as every new file is; the system's mask still applies.
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(data)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Writes the sources of every document and says how the stock compiler is called.
fn emit_sources(assembly: &mut Assembly, folder: &Path, terminal: &Terminal) -> Result<Vec<PathBuf>> {
    let standards: Vec<&str> = assembly.standards.iter().map(|standard| standard.value.name()).collect();
    let mut written = Vec::new();
    let mut faults = Diagnostics::default();
    if let Err(error) = write_fonts(&assembly.fonts, folder) {
        faults.push(unwritable(&folder.join(FONTS_FOLDER), &error));
    }
    for document in &assembly.documents {
        match write_document(document, folder) {
            Ok(path) => {
                let main = path.join(&document.main);
                let command = format!(
                    "typst compile --ignore-system-fonts --font-path {} --features a11y-extras --pdf-standard {} --root {} {} {}.pdf",
                    quoted(&folder.join(FONTS_FOLDER)),
                    standards.join(","),
                    quoted(&path),
                    quoted(&main),
                    document.identifier,
                );
                terminal.say("emitted", &[("command", &command)])?;
                written.push(path);
            }
            Err(error) => faults.push(unwritable(&folder.join(&document.identifier), &error)),
        }
    }
    assembly.diagnostics.extend(faults);
    Ok(written)
}

/// Returns a path as a shell takes it.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') { format!("\"{path}\"") } else { path }
}

/// Returns the fault of a file that cannot be written.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::without_place(Code::FileUnwritable).with("file", path.display()).with_detail(error)
}
