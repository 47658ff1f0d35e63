//! Lays out a report again and again without writing anything, for a person who looks at its pages while editing.

use std::sync::Arc;

use typst_layout::PagedDocument;

use super::editions::EditionName;
use super::kept::Kept;
use super::localize::Editions;
use super::request::{Form, Request};
use super::typeset::typeset;
use super::{Outcome, localized};
use crate::payload::{Data, Origins};
use crate::report::{Language, Report};
use crate::typeset::Document;

/// How far a preview goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// To the pages.
    Pages,
    /// Also to the PDFs, which are checked as those of a build are: standards, and whether languages agree.
    Pdf,
}

/// An edition of a report, laid out.
#[derive(Debug, Clone)]
pub struct PreviewDocument {
    /// The stem of its files.
    pub identifier: String,
    /// The name of its template.
    pub template: String,
    /// Its language.
    pub language: Language,
    /// Its pages.
    pub pages: Arc<PagedDocument>,
    /// What each page looks like, as a number: pages that look alike have the same.
    pub appearances: Vec<u128>,
}

/// Keeps what the pages were made of. Nothing of it is looked up before it is asked for.
fn origins(report: Option<Report>, editions: Editions) -> Option<Origins> {
    let Editions { documents, names, messages, data, .. } = editions;
    let of_document = |((document, name), data): ((Document, EditionName), Data)| {
        let messages = messages.iter().find(|messages| *messages.language() == name.language)?;
        Some((document.identifier, Arc::clone(messages), data))
    };
    let documents: Vec<_> = documents.into_iter().zip(names).zip(data).filter_map(of_document).collect();
    report.map(|report| Origins::new(report, documents))
}

/// Lays out a report after others in the same process.
#[must_use]
pub fn preview(request: &Request, depth: Depth, kept: &mut Kept) -> Outcome {
    let form = if depth == Depth::Pdf { Form::Pdf } else { Form::Svg };
    let request = Request { forms: vec![form], ..request.clone() };
    let mut localized = localized(&request, kept.fonts());
    kept.use_fonts(&localized.fonts, !localized.diagnostics.has_errors());
    let typeset = typeset(&mut localized, &request, Some(kept));
    // A PDF that violates a standard has pages nevertheless.
    let is_laid_out = typeset.documents.iter().all(|document| document.pages.is_some());
    let changed = if is_laid_out { kept.report(&localized.editions, &typeset) } else { Vec::new() };
    let editions = localized.editions.names.iter().zip(&localized.editions.documents).zip(&typeset.documents);
    let previewed = editions.filter(|_| is_laid_out).filter_map(|((name, document), typeset)| {
        let pages = Arc::clone(typeset.pages.as_ref()?);
        Some(PreviewDocument {
            identifier: document.identifier.clone(),
            template: name.template.clone(),
            language: name.language.clone(),
            appearances: kept.appearances(&document.identifier).to_vec(),
            pages,
        })
    });
    let previewed = previewed.collect();
    kept.forget_unused(depth == Depth::Pages);
    Outcome {
        origins: origins(localized.report, localized.editions).map(Arc::new),
        previewed,
        diagnostics: localized.diagnostics,
        texts: localized.project.into_texts(),
        changed,
        ..Outcome::default()
    }
}
