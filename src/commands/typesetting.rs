//! Documents → pages, PDFs and web pages, in parallel; what the compiler says becomes diagnostics.

use std::collections::HashSet;

use rayon::prelude::*;
use typst::Library;
use typst::utils::LazyHash;
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

use super::agreement::{compare_languages, lexicons};
use super::assembly::Assembly;
use crate::cli::OutputFormat;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::payload::ATTACHMENTS_FOLDER;
use crate::pdf::{TaggedPdf, Unreadable};
use crate::source::Project;
use crate::typeset::{self, Document, Fault, Fonts};
use crate::verification::{PrintedTable, printed_tables};

/// A document that is laid out, in the forms that are wanted.
pub(super) struct Typeset {
    /// As a PDF, which meets the standards.
    pub(super) pdf: Option<Vec<u8>>,
    /// As pages, of which images can be made.
    pub(super) pages: Option<PagedDocument>,
    /// What the tables of the PDF print, read back where there are languages to compare.
    pub(super) printed: Option<Result<Vec<PrintedTable>, Unreadable>>,
}

/// Typesets every document of a report without faults; the result has one entry a document, or there are faults.
pub(super) fn typeset(assembly: &mut Assembly, formats: &[OutputFormat]) -> Vec<Typeset> {
    let Some(standards) = standards(assembly) else { return Vec::new() };
    if assembly.diagnostics.has_errors() {
        return Vec::new();
    }
    let library = typeset::library();
    let is_compared = assembly.words.len() > 1;
    let one = |document| typeset_one(document, formats, is_compared, &standards, &library, &assembly.fonts);
    let all = || assembly.documents.par_iter().map(one).collect::<Vec<_>>();
    let (results, lexicons) = rayon::join(all, || lexicons(assembly));
    let (typeset, faults): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    show(assembly.documents.iter().zip(faults), &mut assembly.project, &mut assembly.diagnostics);
    let typeset: Vec<Typeset> = typeset.into_iter().flatten().collect();
    if !assembly.diagnostics.has_errors() {
        let differences = compare_languages(assembly, &typeset, &lexicons);
        assembly.diagnostics.extend(differences);
    }
    typeset
}

/// Writes the web pages of a report without faults; the result has one entry a page, or there are faults.
pub(super) fn web_pages(assembly: &mut Assembly) -> Vec<String> {
    if assembly.web_pages.is_empty() || assembly.diagnostics.has_errors() {
        return Vec::new();
    }
    let library = typeset::library();
    let results: Vec<_> = assembly
        .web_pages
        .par_iter()
        .map(|document| match typeset::html(document, &library, &assembly.fonts) {
            Ok((page, warnings)) => (Some(page), coded(Code::TemplateWarning, warnings)),
            Err(faults) => (None, coded(Code::TemplateFailed, faults)),
        })
        .collect();
    let (pages, faults): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    show(assembly.web_pages.iter().zip(faults), &mut assembly.project, &mut assembly.diagnostics);
    pages.into_iter().flatten().collect()
}

/// Turns what the compiler said of documents into diagnostics.
fn show<'a>(
    faults: impl Iterator<Item = (&'a Document, Faults)>,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) {
    let mut shown = HashSet::new();
    for (document, faults) in faults {
        for (code, fault) in faults {
            for (path, data) in &document.files {
                if let (Some((faulty, _)), Ok(text)) = (&fault.place, std::str::from_utf8(data))
                    && faulty == path
                {
                    project.remember(&path.as_str().into(), &text.into());
                }
            }
            // What is wrong with a template is wrong in every language; once is enough.
            let key = (code, fault.place.clone(), fault.message.clone());
            if shown.insert(key) {
                diagnostics.push(diagnostic(document, code, fault));
            }
        }
    }
}

/// Joins the standards that the report names; that they conflict is a fault.
fn standards(assembly: &mut Assembly) -> Option<PdfStandards> {
    let names: Vec<_> = assembly.standards.iter().map(|standard| standard.value).collect();
    match typeset::standards(&names) {
        Ok(standards) => Some(standards),
        Err(message) => {
            let fault = match assembly.standards.last() {
                Some(standard) => Diagnostic::at(Code::StandardsConflict, &standard.place),
                None => Diagnostic::without_place(Code::StandardsConflict),
            };
            assembly.diagnostics.push(fault.with_detail(message));
            None
        }
    }
}

/// What the compiler said, under codes.
type Faults = Vec<(Code, Fault)>;

fn coded(code: Code, faults: Vec<Fault>) -> Faults {
    faults.into_iter().map(|fault| (code, fault)).collect()
}

fn typeset_one(
    document: &Document,
    formats: &[OutputFormat],
    is_compared: bool,
    standards: &PdfStandards,
    library: &LazyHash<Library>,
    fonts: &Fonts,
) -> (Option<Typeset>, Faults) {
    let (pages, warnings) = match typeset::layout(document, library, fonts) {
        Ok(pages) => pages,
        Err(faults) => return (None, coded(Code::TemplateFailed, faults)),
    };
    let mut warnings = coded(Code::TemplateWarning, warnings);
    let is_pdf = |format: &OutputFormat| *format == OutputFormat::Pdf;
    if let Some(fault) = not_attached(document, &pages) {
        warnings.push((Code::DataNotAttached, fault));
        return (None, warnings);
    }
    let pdf = match formats.iter().any(is_pdf).then(|| typeset::pdf(document, &pages, standards, library, fonts)) {
        Some(Err(faults)) => {
            warnings.extend(coded(Code::StandardsViolated, faults));
            return (None, warnings);
        }
        pdf => pdf.and_then(Result::ok),
    };
    let with_images = formats.iter().any(|format| matches!(format, OutputFormat::Png | OutputFormat::Svg));
    let read_back = |pdf: &Vec<u8>| TaggedPdf::read(pdf).map(|pdf| printed_tables(&pdf));
    let printed = pdf.as_ref().filter(|_| is_compared).map(read_back);
    (Some(Typeset { pdf, pages: with_images.then_some(pages), printed }), warnings)
}

/// Returns the fault of a template that leaves out files which the settings ask for.
fn not_attached(document: &Document, pages: &PagedDocument) -> Option<Fault> {
    let mut wanted = document.files.keys().filter_map(|path| path.strip_prefix(ATTACHMENTS_FOLDER)).peekable();
    wanted.peek()?;
    let attached = typeset::attached(pages);
    let missing: Vec<&str> = wanted.filter(|name| !attached.contains(*name)).collect();
    let place = Some((document.main.clone(), 0..0));
    (!missing.is_empty()).then(|| Fault { is_warning: false, place, message: missing.join(", ") })
}

fn diagnostic(document: &Document, code: Code, fault: Fault) -> Diagnostic {
    let diagnostic = match &fault.place {
        Some((path, range)) => Diagnostic::at(code, &Place::text(&path.as_str().into(), range.clone())),
        None => Diagnostic::without_place(code),
    };
    diagnostic.with("document", &document.identifier).with_detail(fault.message)
}
