//! Report folder → report, fonts, pictures and templates: what all of its editions are made of.

use std::cell::LazyCell;
use std::collections::BTreeMap;

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

/// A report's folder that was read.
pub(super) struct Assembled {
    /// The folder, with the texts read so far.
    pub(super) project: Project,
    /// Every problem found so far.
    pub(super) diagnostics: Diagnostics,
    /// The fonts of all editions.
    pub(super) fonts: Fonts,
    /// What can be put into words; none where the settings or the tables cannot be read.
    pub(super) contents: Option<Contents>,
}

/// A report with what its editions are made of.
pub(super) struct Contents {
    /// The report.
    pub(super) report: Report,
    /// The editions that are wanted.
    pub(super) editions: EditionSelection,
    /// The pictures that it shows, by their paths.
    pub(super) figures: BTreeMap<String, Figure>,
    /// The templates that are wanted, each once.
    pub(super) templates: Vec<ReadyTemplate>,
}

/// Reads a report's folder.
pub(super) fn assemble(request: &Request) -> Assembled {
    let mut project = Project::new(&request.folder);
    let mut diagnostics = Diagnostics::default();
    let report = read_report(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, &mut diagnostics);
    let contents = report.map(|report| contents(report, request, &mut project, &mut diagnostics));
    if contents.is_none() {
        check_locales(&mut project, &mut diagnostics);
    }
    Assembled { project, diagnostics, fonts, contents }
}

/// Reads settings and tables; the words by which tables are written are only looked up where a cell needs them.
fn read_report(project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Report> {
    let again = project.reopened();
    let words = LazyCell::new(|| vocabulary(again));
    let report = source::read(project, &words, diagnostics);
    check_table_words(project, diagnostics);
    report
}

/// Reads what the editions that are wanted show besides the data.
fn contents(report: Report, request: &Request, project: &mut Project, diagnostics: &mut Diagnostics) -> Contents {
    let editions = EditionSelection::select(&report.settings, request, diagnostics);
    let figures = read_figures(project, &report, diagnostics);
    let with_html = request.has(Form::Html);
    let templates = read_templates(editions.templates(), with_html, project, &report.settings.look, diagnostics);
    Contents { report, editions, figures, templates }
}
