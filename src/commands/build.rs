//! `nenpo build`: writes a report as PDFs, images or web pages and prints their paths.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::assembly::{Assembly, assemble};
use super::output::{Outputs, unsuitable_options, unwritable};
use super::typesetting::{typeset, web_pages};
use crate::cli::Build;
use crate::diagnostic::Diagnostics;
use crate::terminal::{Terminal, Written};
use crate::typeset::{FONTS_FOLDER, write_document, write_fonts};

/// Builds a report. Nothing is written unless all of it is without faults.
pub(super) fn build(build: &Build, terminal: &Terminal) -> Result<u8> {
    let mut assembly = assemble(&build.selection, &build.format);
    assembly.diagnostics.extend(unsuitable_options(build));
    let typeset = typeset(&mut assembly, &build.format);
    let pages = web_pages(&mut assembly);
    let mut written = Vec::new();
    let out = build.out.clone().unwrap_or_else(|| build.selection.folder.join("out"));
    let outputs = Outputs::new(&assembly.documents, &typeset, build, &out, &mut assembly.diagnostics)
        .with_web_pages(&assembly.web_pages, &pages);
    if !assembly.diagnostics.has_errors() {
        written.extend(outputs.write(&mut assembly.diagnostics));
        if let Some(folder) = &build.emit_sources {
            written.extend(emit_sources(&mut assembly, folder, terminal)?);
        }
    }
    let outcome = if written.is_empty() { Written::Nothing } else { Written::Some };
    terminal.diagnostics(&assembly.diagnostics, assembly.project.texts(), outcome)?;
    for path in written {
        terminal.datum(path.display())?;
    }
    Ok(assembly.diagnostics.exit_code())
}

/// The option that names the folder of sources.
const EMIT_SOURCES: Option<&str> = Some("--emit-sources");

/// Writes the sources of every document and says how the stock compiler is called.
fn emit_sources(assembly: &mut Assembly, folder: &Path, terminal: &Terminal) -> Result<Vec<PathBuf>> {
    let standards: Vec<&str> = assembly.standards.iter().map(|standard| standard.value.name()).collect();
    let mut written = Vec::new();
    let mut faults = Diagnostics::default();
    if let Err(error) = write_fonts(&assembly.fonts, folder) {
        faults.push(unwritable(&folder.join(FONTS_FOLDER), &error, EMIT_SOURCES));
    }
    let as_pdf = (folder.to_owned(), format!("--features a11y-extras --pdf-standard {}", standards.join(",")), "pdf");
    // Apart from those of the PDF, since the charts of a web page have other sizes.
    let as_html = (folder.join("html"), "--features a11y-extras,html --format html".to_owned(), "html");
    let documents = assembly.documents.iter().map(|document| (document, &as_pdf));
    let web_pages = assembly.web_pages.iter().map(|document| (document, &as_html));
    for (document, (folder_of_form, options, extension)) in documents.chain(web_pages) {
        match write_document(document, folder_of_form) {
            Ok(path) => {
                let main = path.join(&document.main);
                let command = format!(
                    "typst compile --ignore-system-fonts --font-path {} {options} --root {} {} {}.{extension}",
                    quoted(&folder.join(FONTS_FOLDER)),
                    quoted(&path),
                    quoted(&main),
                    document.identifier,
                );
                terminal.say("emitted", &[("command", &command)])?;
                written.push(path);
            }
            Err(error) => faults.push(unwritable(&folder.join(&document.identifier), &error, EMIT_SOURCES)),
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
