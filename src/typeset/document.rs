//! Compiles virtual files to pages, PDF or a web page.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::foundations::{NativeElement, Output, Smart};
use typst::introspection::Introspector;
use typst::pdf::AttachElem;
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};
use typst_html::{HtmlDocument, HtmlOptions};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fonts::Fonts;
use super::world::{ReportWorld, VirtualFiles, path_of};
use crate::report::Standard;

/// A document ready for compilation.
#[derive(Debug, Clone)]
pub struct Document {
    /// A permanent identifier of the document, from which its PDF identifier is derived.
    pub identifier: String,
    /// The path of the main file.
    pub main: String,
    /// All files that the main file can refer to.
    pub files: VirtualFiles,
}

/// A message of the compiler with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompilerMessage {
    /// Whether the document was compiled nevertheless.
    pub is_warning: bool,
    /// The file's path from the root and the byte range in it.
    pub place: Option<(String, Range<usize>)>,
    /// The compiler's text with its hints.
    pub message: String,
}

/// Lays out a document.
///
/// # Errors
/// The compiler's errors, and warnings that would change the pages, such as an unknown font.
pub fn layout(
    document: &Document,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> Result<(PagedDocument, Vec<CompilerMessage>), Vec<CompilerMessage>> {
    compile(&world(document, library, fonts)?)
}

/// Exports a document as a web page.
///
/// # Errors
/// The compiler's errors, and warnings that would change the page, such as content that is left out.
pub fn html(
    document: &Document,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> Result<(String, Vec<CompilerMessage>), Vec<CompilerMessage>> {
    let world = world(document, library, fonts)?;
    let (page, warnings) = compile::<HtmlDocument>(&world)?;
    // Pretty-printed, so that the pages of two years can be compared line by line.
    match typst_html::html(&page, &HtmlOptions { pretty: true }) {
        Ok(text) => Ok((text, warnings)),
        Err(errors) => Err(errors.iter().map(|error| message(&world, error)).chain(warnings).collect()),
    }
}

fn world<'a>(
    document: &'a Document,
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
) -> Result<ReportWorld<'a>, Vec<CompilerMessage>> {
    ReportWorld::new(library, fonts, &document.files, &document.main)
        .map_err(|error| vec![CompilerMessage { is_warning: false, place: None, message: error.to_string() }])
}

fn compile<T: Output>(world: &ReportWorld<'_>) -> Result<(T, Vec<CompilerMessage>), Vec<CompilerMessage>> {
    let Warned { output, warnings } = typst::compile::<T>(world);
    let said = warnings.iter().filter(|warning| !is_about_the_compiler(warning));
    let warnings: Vec<CompilerMessage> = said.map(|warning| message(world, warning)).collect();
    match output {
        Ok(output) if !warnings.iter().any(|warning| !warning.is_warning) => Ok((output, warnings)),
        Ok(_) => Err(warnings),
        Err(errors) => Err(errors.iter().map(|error| message(world, error)).chain(warnings).collect()),
    }
}

/// Whether a warning says that a feature is experimental, which does not concern the document.
fn is_about_the_compiler(warning: &SourceDiagnostic) -> bool {
    warning.span.is_detached() && warning.message.starts_with("html export is under active development")
}

fn is_grave(message: &str) -> bool {
    message.starts_with("unknown font family") || message.ends_with("was ignored during HTML export")
}

/// Exports laid-out pages as a PDF that conforms to the standards.
///
/// # Errors
/// Each place that does not conform to a standard.
pub fn pdf(
    document: &Document,
    pages: &PagedDocument,
    standards: &PdfStandards,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<CompilerMessage>> {
    let options = PdfOptions {
        ident: Smart::Custom(document.identifier.clone()),
        creator: Smart::Custom(Some(concat!("nenpo ", env!("CARGO_PKG_VERSION")).into())),
        standards: standards.clone(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| match world(document, library, fonts) {
        Ok(world) => errors.iter().map(|error| message(&world, error)).collect(),
        Err(problems) => problems,
    })
}

/// The names of the files that a document embeds.
#[must_use]
pub fn attached(pages: &PagedDocument) -> BTreeSet<String> {
    let attached = pages.introspector().query(&AttachElem::ELEM.select());
    attached.iter().filter_map(|file| Some(file.to_packed::<AttachElem>()?.path.derived.to_string())).collect()
}

/// Combines standards.
///
/// # Errors
/// If the standards are incompatible.
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

fn message(world: &dyn World, diagnostic: &SourceDiagnostic) -> CompilerMessage {
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
    let is_warning = diagnostic.severity == Severity::Warning && !is_grave(&diagnostic.message);
    CompilerMessage { is_warning, place, message: message.join("\n") }
}
