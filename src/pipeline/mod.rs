//! Converts a report's folder to output files in four stages:
//!
//! 1. `assemble`: folder → report, fonts, figures, templates;
//! 2. `localize`: report → one document for each template and language;
//! 3. `typeset`: documents → PDFs, images of pages, web pages; the languages are compared;
//! 4. `publish`: all of these → files. `sources` and `export` publish other forms.
//!
//! Each stage adds its diagnostics and continues as far as it can, so that one run shows every problem; nothing is
//! written if there is an error. Does not depend on the command line.

mod agreement;
mod assemble;
mod editions;
mod export;
mod kept;
mod localize;
mod localizer;
mod missing_words;
mod new_words;
pub mod packet;
mod preview;
mod publish;
mod request;
mod root_causes;
mod same_cause;
mod sources;
mod typeset;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use kept::{ChangedDocument, Kept, LONGEST_UNUSED};
pub use preview::{Depth, PreviewDocument, preview};
pub use publish::Destination;
pub use request::{Form, Request};
pub use sources::{DocumentSources, quoted};

use editions::EditionSelection;
use localize::Localized;
use publish::{Outputs, unsuitable_options};

use crate::diagnostic::{Code, Diagnostics};
use crate::output::unwritable;
use crate::payload::Origins;
use crate::source::Texts;
use crate::typeset::Fonts;

/// The folder in that of a report or packet into which files are written unless another is given.
pub const OUTPUT: &str = "out";

/// The option for the output folder, for advice in diagnostics.
const OUT: Option<&str> = Some("--out");

/// The result of a pipeline.
#[derive(Debug, Default)]
pub struct Outcome {
    /// All problems.
    pub diagnostics: Diagnostics,
    /// The texts that diagnostics refer to.
    pub texts: Texts,
    /// The paths of written files.
    pub written: Vec<PathBuf>,
    /// The paths of all output files, those included that a rebuild leaves as they are; empty if there is an error.
    pub outputs: Vec<PathBuf>,
    /// The written sources.
    pub sources: Vec<DocumentSources>,
    /// The documents with other pages than the build before in the same process; empty for builds by themselves.
    pub changed: Vec<ChangedDocument>,
    /// The documents of a preview; empty if their pages cannot be laid out.
    pub previewed: Vec<PreviewDocument>,
    /// Where what is on these pages was written.
    pub origins: Option<Arc<Origins>>,
}

/// Reads and checks a report as far as a build would; writes nothing.
#[must_use]
pub fn check(request: &Request) -> Outcome {
    let mut localized = localized(request, None);
    typeset::typeset(&mut localized, request, None);
    Outcome { diagnostics: localized.diagnostics, texts: localized.project.into_texts(), ..Outcome::default() }
}

/// Reads a report and puts it into words; everything that is asked for must be there.
fn localized(request: &Request, fonts: Option<&Arc<Fonts>>) -> Localized {
    let mut localized = localize::localize(assemble::assemble(request, fonts), request);
    // If no edition is left, an error already says so.
    let is_said = localized.diagnostics.sorted().iter().any(|problem| problem.code == Code::NoEdition);
    if let Some(report) = localized.report.as_ref().filter(|_| !is_said) {
        EditionSelection::require_each(&report.settings, request, &mut localized.diagnostics);
    }
    localized
}

/// Builds a report. Also writes the sources of its documents if its templates cannot be compiled, as they are most
/// useful then.
#[must_use]
pub fn build(request: &Request, destination: &Destination, sources_folder: Option<&Path>) -> Outcome {
    build_with(request, destination, sources_folder, None)
}

/// Builds a report after others in the same process. Only what has changed since is compiled, and only files whose
/// content has changed are written.
#[must_use]
pub fn rebuild(request: &Request, destination: &Destination, kept: &mut Kept) -> Outcome {
    build_with(request, destination, None, Some(kept))
}

fn build_with(
    request: &Request,
    destination: &Destination,
    sources_folder: Option<&Path>,
    mut kept: Option<&mut Kept>,
) -> Outcome {
    let mut localized = localized(request, kept.as_deref().and_then(Kept::fonts));
    if let Some(kept) = &mut kept {
        kept.use_fonts(&localized.fonts, !localized.diagnostics.has_errors());
    }
    localized.diagnostics.extend(unsuitable_options(request, destination));
    let can_write_sources = !localized.diagnostics.has_errors();
    let typeset = typeset::typeset(&mut localized, request, kept.as_deref_mut());
    let mut of_outputs = Diagnostics::default();
    let outputs = Outputs::new(&localized.editions, &typeset, request, destination, &mut of_outputs);
    let can_write_sources = can_write_sources && !of_outputs.has_errors();
    let mut diagnostics = std::mem::take(&mut localized.diagnostics);
    diagnostics.extend(of_outputs);
    let paths = outputs.paths();
    let mut written =
        if diagnostics.has_errors() { Vec::new() } else { outputs.write(kept.is_some(), &mut diagnostics) };
    let outputs = if diagnostics.has_errors() { Vec::new() } else { paths };
    let mut sources = Vec::new();
    if let Some(folder) = sources_folder.filter(|_| can_write_sources) {
        match sources::write_sources(&localized, folder) {
            Ok(documents) => sources = documents,
            Err(failed) => diagnostics.push(unwritable(&failed.path, &failed.error, Some("--emit-sources"))),
        }
    }
    written.extend(sources.iter().map(|sources| sources.folder.clone()));
    if let Some(kept) = kept.as_deref_mut() {
        kept.forget_unused(false);
    }
    let report_changes = |kept: &mut Kept| kept.report(&localized.editions, &typeset);
    let changed = kept.filter(|_| !diagnostics.has_errors()).map(report_changes).unwrap_or_default();
    let texts = localized.project.into_texts();
    Outcome { diagnostics, texts, written, outputs, sources, changed, ..Outcome::default() }
}

/// Writes a report's data as open data into a folder.
#[must_use]
pub fn export(folder: PathBuf, out: &Path, with_bom: bool) -> Outcome {
    let request = Request::all(folder);
    let mut localized = localize::localize(assemble::assemble(&request, None), &request);
    let written = export::export(&mut localized, out, with_bom);
    Outcome {
        diagnostics: localized.diagnostics,
        texts: localized.project.into_texts(),
        written: written.into_iter().collect(),
        ..Outcome::default()
    }
}
