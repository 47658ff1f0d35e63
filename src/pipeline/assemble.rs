//! Reads a report's folder: data, fonts, figures and templates of all editions.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::editions::EditionSelection;
use super::request::{Form, Request};
use crate::diagnostic::Diagnostics;
use crate::figure::Figure;
use crate::report::Report;
use crate::resources::{
    ReadyTemplate, check_locales, check_table_words, read_figures, read_fonts, read_templates, vocabulary,
};
use crate::source::{self, Project};
use crate::typeset::Fonts;

pub(super) struct Assembled {
    pub(super) project: Project,
    pub(super) diagnostics: Diagnostics,
    pub(super) fonts: Arc<Fonts>,
    /// `None` if the settings or tables cannot be read.
    pub(super) contents: Option<Contents>,
}

pub(super) struct Contents {
    pub(super) report: Report,
    pub(super) editions: EditionSelection,
    /// By path.
    pub(super) figures: BTreeMap<String, Figure>,
    /// Each once.
    pub(super) templates: Vec<ReadyTemplate>,
}

/// `fonts` are those of the build before, if there was one without errors.
pub(super) fn assemble(request: &Request, fonts: Option<&Arc<Fonts>>) -> Assembled {
    let mut project = Project::new(&request.folder);
    let mut diagnostics = Diagnostics::default();
    let report = read_report(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, fonts, &mut diagnostics);
    let contents = report.map(|report| contents(report, request, &mut project, &mut diagnostics));
    if contents.is_none() {
        check_locales(&mut project, &mut diagnostics);
    }
    Assembled { project, diagnostics, fonts, contents }
}

/// Loads the vocabulary of table values only when a cell needs it.
fn read_report(project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Report> {
    let again = project.reopened();
    let words = LazyCell::new(|| vocabulary(again));
    let report = source::read(project, &words, diagnostics);
    check_table_words(project, diagnostics);
    report
}

/// Reads everything but data that the editions need.
fn contents(report: Report, request: &Request, project: &mut Project, diagnostics: &mut Diagnostics) -> Contents {
    let editions = EditionSelection::select(&report.settings, request, diagnostics);
    let figures = read_figures(project, &report, diagnostics);
    let with_html = request.has(Form::Html);
    let templates = read_templates(editions.templates(), with_html, project, &report.settings.look, diagnostics);
    Contents { report, editions, figures, templates }
}
