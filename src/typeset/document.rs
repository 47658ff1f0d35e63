//! Virtual files → pages → PDF.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::foundations::{NativeElement, Smart};
use typst::introspection::Introspector;
use typst::pdf::AttachElem;
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fonts::Fonts;
use super::world::{ReportWorld, VirtualFiles, path_of};
use crate::report::Standard;

/// A document that is ready to be typeset.
#[derive(Debug, Clone)]
pub struct Document {
    /// Names the document for as long as it lives; its PDF identifier is made of it.
    pub identifier: String,
    /// The path of the main file.
    pub main: String,
    /// Everything that the main file can refer to.
    pub files: VirtualFiles,
}

/// What the compiler said, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether a document came out all the same.
    pub is_warning: bool,
    /// The file's path from the root and the range in it.
    pub place: Option<(String, Range<usize>)>,
    /// In the compiler's words, with its hints.
    pub message: String,
}

/// Lays out a document.
///
/// # Errors
/// Returns what the compiler said. A warning that would change the pages, such as an unknown font, is an error.
pub fn layout(
    document: &Document,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> Result<(PagedDocument, Vec<Fault>), Vec<Fault>> {
    let world = ReportWorld::new(library, fonts, &document.files, &document.main)
        .map_err(|error| vec![Fault { is_warning: false, place: None, message: error.to_string() }])?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let warnings: Vec<Fault> = warnings.iter().map(|warning| fault(&world, warning)).collect();
    match output {
        Ok(pages) if !warnings.iter().any(|warning| !warning.is_warning) => Ok((pages, warnings)),
        Ok(_) => Err(warnings),
        Err(errors) => Err(errors.iter().map(|error| fault(&world, error)).chain(warnings).collect()),
    }
}

/// Writes laid-out pages as a PDF that meets the standards.
///
/// # Errors
/// Returns each place where a standard is not met.
pub fn pdf(
    document: &Document,
    pages: &PagedDocument,
    standards: &PdfStandards,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<Fault>> {
    let options = PdfOptions {
        ident: Smart::Custom(document.identifier.clone()),
        creator: Smart::Custom(Some(concat!("nenpo ", env!("CARGO_PKG_VERSION")).into())),
        standards: standards.clone(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| {
        match ReportWorld::new(library, fonts, &document.files, &document.main) {
            Ok(world) => errors.iter().map(|error| fault(&world, error)).collect(),
            Err(error) => vec![Fault { is_warning: false, place: None, message: error.to_string() }],
        }
    })
}

/// Returns the names of the files that a document attaches.
#[must_use]
pub fn attached(pages: &PagedDocument) -> BTreeSet<String> {
    let attached = pages.introspector().query(&AttachElem::ELEM.select());
    attached.iter().filter_map(|file| Some(file.to_packed::<AttachElem>()?.path.derived.to_string())).collect()
}

/// Joins standards that hold together.
///
/// # Errors
/// Says which do not.
pub fn standards(standards: &[Standard]) -> Result<PdfStandards, String> {
    let list: Vec<PdfStandard> = standards
        .iter()
        .map(|standard| match standard {
            Standard::A2a => PdfStandard::A_2a,
            Standard::A2b => PdfStandard::A_2b,
            Standard::A2u => PdfStandard::A_2u,
            Standard::A3a => PdfStandard::A_3a,
            Standard::A3b => PdfStandard::A_3b,
            Standard::A3u => PdfStandard::A_3u,
            Standard::Ua1 => PdfStandard::Ua_1,
        })
        .collect();
    PdfStandards::new(&list).map_err(|error| error.message().to_string())
}

fn fault(world: &dyn World, diagnostic: &SourceDiagnostic) -> Fault {
    let place = diagnostic.span.id().and_then(|id| Some((path_of(id).to_owned(), world.range(diagnostic.span)?)));
    let hints = diagnostic.hints.iter().map(|hint| hint.v.as_str());
    let trace = diagnostic.trace.iter().filter_map(|point| {
        let id = point.span.id()?;
        let line = world.source(id).ok()?.lines().byte_to_line(world.range(point.span)?.start)?;
        Some((format!("{}:{}", path_of(id), line + 1), &point.v))
    });
    let mut message: Vec<String> =
        std::iter::once(diagnostic.message.as_str()).chain(hints).map(str::to_owned).collect();
    message.extend(trace.map(|(place, point)| format!("{point} ({place})")));
    let is_warning = diagnostic.severity == Severity::Warning && !diagnostic.message.starts_with("unknown font family");
    Fault { is_warning, place, message: message.join("\n") }
}
