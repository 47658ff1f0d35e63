//! From a report's folder to its files, in four stages:
//!
//! 1. [`assemble`]: folder → report, fonts, pictures, templates;
//! 2. [`localize`]: report → one document for each template and language;
//! 3. [`typeset`]: documents → PDFs, images of pages, web pages; the languages are compared;
//! 4. [`publish`]: all of these → files. [`sources`] and [`export`] publish other forms of the same.
//!
//! Each stage adds what it finds to the diagnostics and goes on as far as it can, so that one run shows every problem;
//! nothing is written unless there is no error. Knows no command line.

mod agreement;
mod assemble;
mod editions;
mod export;
mod localize;
mod localizer;
mod missing_words;
mod new_words;
mod publish;
mod request;
mod root_causes;
mod sources;
mod typeset;

use std::path::{Path, PathBuf};

pub use publish::Destination;
pub use request::{Form, Request};
pub use sources::{DocumentSources, quoted};

use publish::{Outputs, unsuitable_options};

use crate::diagnostic::Diagnostics;
use crate::output::unwritable;
use crate::source::Texts;

/// The option that names the folder of what is built or exported, for advice.
const OUT: Option<&str> = Some("--out");

/// What came of a report.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every problem.
    pub diagnostics: Diagnostics,
    /// The texts in which problems are shown.
    pub texts: Texts,
    /// The paths of the files that were written.
    pub written: Vec<PathBuf>,
    /// The sources that were written.
    pub sources: Vec<DocumentSources>,
}

/// Reads a report and checks it as far as a build would go; writes nothing.
#[must_use]
pub fn check(request: &Request) -> Outcome {
    let mut localized = localize::localize(assemble::assemble(request), request);
    typeset::typeset(&mut localized, request);
    Outcome { diagnostics: localized.diagnostics, texts: localized.project.into_texts(), ..Outcome::default() }
}

/// Builds a report. The sources of its documents are also written where its templates cannot be compiled: that is when
/// they are needed.
#[must_use]
pub fn build(request: &Request, destination: &Destination, sources_folder: Option<&Path>) -> Outcome {
    let mut localized = localize::localize(assemble::assemble(request), request);
    localized.diagnostics.extend(unsuitable_options(request, destination));
    let can_write_sources = !localized.diagnostics.has_errors();
    let typeset = typeset::typeset(&mut localized, request);
    let mut of_outputs = Diagnostics::default();
    let outputs = Outputs::new(&localized.editions, &typeset, request, destination, &mut of_outputs);
    let can_write_sources = can_write_sources && !of_outputs.has_errors();
    let mut diagnostics = std::mem::take(&mut localized.diagnostics);
    diagnostics.extend(of_outputs);
    let mut written = if diagnostics.has_errors() { Vec::new() } else { outputs.write(&mut diagnostics) };
    let mut sources = Vec::new();
    if let Some(folder) = sources_folder.filter(|_| can_write_sources) {
        match sources::write_sources(&localized, folder) {
            Ok(documents) => sources = documents,
            Err(failed) => diagnostics.push(unwritable(&failed.path, &failed.error, Some("--emit-sources"))),
        }
    }
    written.extend(sources.iter().map(|sources| sources.folder.clone()));
    Outcome { diagnostics, texts: localized.project.into_texts(), written, sources }
}

/// Writes a report's data as open data into a folder.
#[must_use]
pub fn export(folder: PathBuf, out: &Path, with_bom: bool) -> Outcome {
    let request = Request::all(folder);
    let mut localized = localize::localize(assemble::assemble(&request), &request);
    let written = export::export(&mut localized, out, with_bom);
    Outcome {
        diagnostics: localized.diagnostics,
        texts: localized.project.into_texts(),
        written: written.into_iter().collect(),
        sources: Vec::new(),
    }
}
