//! Compiles documents in parallel to pages, PDFs and web pages; converts compiler messages to diagnostics.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use typst::Library;
use typst::utils::{LazyHash, hash128};
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

use super::agreement::{Printed, compare_languages, lexicons};
use super::kept::{Compiled, Kept};
use super::localize::Localized;
use super::request::{Form, Request};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::format::{Names, renamed};
use crate::payload::ATTACHMENTS_FOLDER;
use crate::pdf::TaggedPdf;
use crate::report::Standard;
use crate::source::Project;
use crate::typeset::{self, CompilerMessage, Document, Fonts};
use crate::verification::printed_tables;

#[derive(Default)]
pub(super) struct Typeset {
    pub(super) documents: Vec<TypesetDocument>,
    pub(super) web_pages: Vec<String>,
}

/// A document, as far as it was asked for.
#[derive(Default)]
pub(super) struct TypesetDocument {
    /// For images of pages, and for the build after this one.
    pub(super) pages: Option<Arc<PagedDocument>>,
    pub(super) exported: Option<Arc<Exported>>,
}

/// A document's PDF.
pub(super) struct Exported {
    /// `None` if it does not conform to a standard.
    pub(super) pdf: Option<Vec<u8>>,
    /// The tables read back from it, if there are languages to compare.
    printed: Option<Printed>,
    pub(super) problems: CodedMessages,
}

/// Does nothing if there are errors; otherwise the result has one entry for each document, or there are new errors.
/// Documents that are still as `kept` has them are not compiled again.
pub(super) fn typeset(localized: &mut Localized, request: &Request, kept: Option<&mut Kept>) -> Typeset {
    let Some(standards) = standards(localized) else { return Typeset::default() };
    if localized.diagnostics.has_errors() {
        return Typeset::default();
    }
    let documents = documents(localized, request, &standards, kept);
    let web_pages = if localized.diagnostics.has_errors() { Vec::new() } else { web_pages(localized) };
    Typeset { documents, web_pages }
}

/// Compiles the documents with pages, and compares their languages.
fn documents(
    localized: &mut Localized,
    request: &Request,
    standards: &PdfStandards,
    mut kept: Option<&mut Kept>,
) -> Vec<TypesetDocument> {
    let Localized { project, diagnostics, fonts, report, editions } = localized;
    let library = typeset::library();
    let is_compared = editions.messages.len() > 1;
    let with_pdf = request.has(Form::Pdf);
    let keeps_pages = kept.is_some() || request.has(Form::Png) || request.has(Form::Svg);
    let known = kept.as_deref();
    let one = |document| {
        let key = known.map(|_| key(document, &editions.standards, is_compared)).unwrap_or_default();
        let known = known.and_then(|kept| kept.compiled(key));
        let mut compiled = known.unwrap_or_else(|| laid_out(key, document, library, fonts));
        if let Some(pages) = compiled.pages.as_ref().filter(|_| with_pdf && compiled.exported.is_none()) {
            let exported = exported(typeset::pdf(document, pages, standards, library, fonts), is_compared);
            compiled.exported = Some(Arc::new(exported));
        }
        if !keeps_pages {
            compiled.pages = None;
        }
        compiled
    };
    let all = || editions.documents.par_iter().map(one).collect::<Vec<_>>();
    let of_languages = || if with_pdf { lexicons(report.as_ref(), &editions.messages) } else { BTreeMap::new() };
    let (results, lexicons) = rayon::join(all, of_languages);
    if let Some(kept) = &mut kept {
        kept.keep(&results);
    }
    show(editions.documents.iter().zip(results.iter().map(Compiled::problems)), project, diagnostics);
    let typeset = results
        .into_iter()
        .map(|Compiled { pages, exported, .. }| TypesetDocument { pages, exported: exported.filter(|_| with_pdf) });
    let typeset: Vec<TypesetDocument> = typeset.collect();
    if with_pdf && !diagnostics.has_errors() {
        let printed = typeset.iter().map(|document| document.exported.as_ref()?.printed.as_ref());
        diagnostics.extend(compare_languages(editions, printed, &lexicons));
    }
    typeset
}

fn web_pages(localized: &mut Localized) -> Vec<String> {
    let Localized { project, diagnostics, fonts, editions, .. } = localized;
    if editions.web_pages.is_empty() {
        return Vec::new();
    }
    let library = typeset::library();
    let one = |document| match typeset::html(document, library, fonts) {
        Ok((page, warnings)) => (Some(page), coded(Code::TemplateWarning, warnings)),
        Err(problems) => (None, coded(Code::TemplateFailed, problems)),
    };
    let results: Vec<_> = editions.web_pages.par_iter().map(one).collect();
    let (pages, problems): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    show(editions.web_pages.iter().zip(problems), project, diagnostics);
    pages.into_iter().flatten().collect()
}

pub(super) fn show<'a>(
    problems: impl Iterator<Item = (&'a Document, CodedMessages)>,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) {
    let mut shown = HashSet::new();
    for (document, problems) in problems {
        for (code, problem) in problems {
            for (path, data) in &document.files {
                if let (Some((faulty, _)), Ok(text)) = (&problem.place, std::str::from_utf8(data))
                    && faulty == path
                {
                    project.remember(&path.as_str().into(), &text.into());
                }
            }
            // Problems of a template occur in every language; report each once.
            let key = (code, problem.place.clone(), problem.message.clone());
            if shown.insert(key) {
                diagnostics.push(diagnostic(document, code, problem));
            }
        }
    }
}

/// Adds an error if the report's standards are incompatible.
fn standards(localized: &mut Localized) -> Option<PdfStandards> {
    let named = &localized.editions.standards;
    let names: Vec<_> = named.iter().map(|standard| standard.value).collect();
    match typeset::standards(&names) {
        Ok(standards) => Some(standards),
        Err(message) => {
            let problem = match named.last() {
                Some(standard) => Diagnostic::at(Code::StandardsConflict, &standard.place),
                None => Diagnostic::without_place(Code::StandardsConflict),
            };
            localized.diagnostics.push(problem.with_detail(message));
            None
        }
    }
}

pub(super) type CodedMessages = Vec<(Code, CompilerMessage)>;

pub(super) fn coded(code: Code, problems: Vec<CompilerMessage>) -> CodedMessages {
    problems.into_iter().map(|problem| (code, problem)).collect()
}

/// Identifies everything that a document is compiled from, except fonts.
fn key(document: &Document, standards: &[Located<Standard>], is_compared: bool) -> u128 {
    let standards: Vec<&str> = standards.iter().map(|standard| standard.value.name()).collect();
    hash128(&(&document.identifier, &document.main, &document.files, standards, is_compared))
}

fn laid_out(key: u128, document: &Document, library: &LazyHash<Library>, fonts: &Fonts) -> Compiled {
    let (pages, warnings) = match typeset::layout(document, library, fonts) {
        Ok(pages) => pages,
        Err(problems) => return Compiled::new(key, None, coded(Code::TemplateFailed, problems)),
    };
    let mut warnings = coded(Code::TemplateWarning, warnings);
    if let Some(problem) = not_attached(document, &pages) {
        warnings.push((Code::DataNotAttached, problem));
        return Compiled::new(key, None, warnings);
    }
    Compiled::new(key, Some(pages), warnings)
}

fn exported(pdf: Result<Vec<u8>, Vec<CompilerMessage>>, is_compared: bool) -> Exported {
    match pdf {
        Ok(pdf) => {
            let printed = is_compared.then(|| TaggedPdf::read(&pdf).map(|pdf| printed_tables(&pdf)));
            Exported { pdf: Some(pdf), printed, problems: Vec::new() }
        }
        Err(problems) => Exported { pdf: None, printed: None, problems: coded(Code::StandardsViolated, problems) },
    }
}

/// An error if a template does not embed the files that the settings request.
fn not_attached(document: &Document, pages: &PagedDocument) -> Option<CompilerMessage> {
    let mut wanted = document.files.keys().filter_map(|path| path.strip_prefix(ATTACHMENTS_FOLDER)).peekable();
    wanted.peek()?;
    let attached = typeset::attached(pages);
    let missing: Vec<&str> = wanted.filter(|name| !attached.contains(*name)).collect();
    let place = Some((document.main.clone(), 0..0));
    (!missing.is_empty()).then(|| CompilerMessage { is_warning: false, place, message: missing.join(", ") })
}

fn diagnostic(document: &Document, code: Code, problem: CompilerMessage) -> Diagnostic {
    let diagnostic = match &problem.place {
        Some((path, range)) => Diagnostic::at(code, &Place::text(&path.as_str().into(), range.clone())),
        None => Diagnostic::without_place(code),
    };
    let new = missing_field(&problem.message).and_then(|field| renamed(Names::Data, field));
    diagnostic.with("document", &document.identifier).with_renamed(new).with_detail(problem.message)
}

/// The missing field in a message about a dictionary.
fn missing_field(message: &str) -> Option<&str> {
    message.split_once("does not contain key \"")?.1.split('"').next()
}
