//! Lays out a report again and again without writing anything, for a person who looks at its pages while editing.

use std::sync::Arc;

use typst_layout::PagedDocument;

use super::kept::Kept;
use super::request::{Form, Request};
use super::typeset::typeset;
use super::{Outcome, localized};
use crate::report::Language;

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
    Outcome {
        previewed: previewed.collect(),
        diagnostics: localized.diagnostics,
        texts: localized.project.into_texts(),
        changed,
        ..Outcome::default()
    }
}
