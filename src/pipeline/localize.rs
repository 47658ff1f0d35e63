//! Builds the documents of all editions, one for each template and language.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::assemble::{Assembled, Contents};
use super::editions::EditionName;
use super::localizer::{LocalizedReport, Localizer, Medium};
use super::missing_words::gathered_messages;
use super::new_words::gathered;
use super::request::{Form, Request};
use super::root_causes::pinned_down;
use super::same_cause::gathered_by_cause;
use crate::diagnostic::{Diagnostics, Located, Place};
use crate::locale::{Findings, Messages, Words};
use crate::open_data::{self, Attachment};
use crate::payload::{self, Data, Fit, Need};
use crate::report::{Language, Report, Standard};
use crate::resources::check_unread;
use crate::source::{Project, REPORT_FILE, with_plain_line_ends};
use crate::typeset::{Document, Fonts};

pub(super) struct Localized {
    pub(super) project: Project,
    /// All problems so far, without consequences of others.
    pub(super) diagnostics: Diagnostics,
    pub(super) fonts: Arc<Fonts>,
    /// `None` if it cannot be read.
    pub(super) report: Option<Report>,
    pub(super) editions: Editions,
}

#[derive(Default)]
pub(super) struct Editions {
    /// Documents with pages; empty if no requested form has pages.
    pub(super) documents: Vec<Document>,
    pub(super) names: Vec<EditionName>,
    /// What each of them shows.
    pub(super) data: Vec<Data>,
    /// Documents for web pages; empty unless requested.
    pub(super) web_pages: Vec<Document>,
    pub(super) standards: Vec<Located<Standard>>,
    /// In the order of the editions.
    pub(super) messages: Vec<Arc<Messages>>,
}

pub(super) fn localize(assembled: Assembled, request: &Request) -> Localized {
    let Assembled { mut project, mut diagnostics, fonts, contents } = assembled;
    let editions =
        contents.as_ref().map(|contents| editions(contents, request, &fonts, &mut project, &mut diagnostics));
    let report = contents.map(|contents| contents.report);
    check_unread(&project, report.as_ref(), &mut diagnostics);
    let spoken = report.as_ref().map(|report| report.settings.languages()).unwrap_or_default();
    let languages = match &report {
        Some(_) => spoken.iter().map(|language| language.value.to_string()).collect(),
        None => project.folders_in("locales"),
    };
    let diagnostics = gathered(pinned_down(diagnostics, project.texts()), &languages);
    let diagnostics = gathered_by_cause(gathered_messages(diagnostics, &spoken));
    Localized { project, diagnostics, fonts, report, editions: editions.unwrap_or_default() }
}

fn editions(
    contents: &Contents,
    request: &Request,
    fonts: &Fonts,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Editions {
    let report = &contents.report;
    // Rows with problems and other editions may use messages that appear unused.
    let can_tell_unused = !request.is_narrowed() && !diagnostics.has_errors();
    let wanted = wanted(contents, fonts, project, diagnostics);
    let others = others(contents, fonts, project);
    let fits = fits(contents, &wanted.iter().chain(&others).collect::<Vec<_>>(), request.has_pages());
    let material = request.material.as_ref().or(report.settings.material.as_ref()).filter(|_| !request.is_unnumbered);
    let with_pages = request.has_pages();
    let mut reports: Vec<_> = wanted
        .par_iter()
        .map(|localizer| localizer.localize(with_pages, report, &contents.figures, material, &fits))
        .collect();
    if let Some(asked) = &report.settings.attach_data {
        // The data is the same in every edition, whichever of them are built.
        let others: Vec<_> = others.iter().map(|localizer| localizer.only_words(report)).collect();
        let settings = project.texts().get(REPORT_FILE).map(|text| with_plain_line_ends(text)).unwrap_or_default();
        attach(&mut reports, &others, report, &settings, asked);
    }
    link(&mut reports, report, request);
    let mut editions = Editions { standards: report.settings.standards.clone(), ..Editions::default() };
    let made: Vec<_> = reports.into_par_iter().map(|localized| localized.documents(report)).collect();
    let mut findings = Vec::new();
    for (documents, problems, found) in made {
        for (medium, name, document, data) in documents {
            match medium {
                Medium::Web => editions.web_pages.push(document),
                Medium::Pages => {
                    editions.names.push(name);
                    editions.data.push(data);
                    editions.documents.push(document);
                }
            }
        }
        diagnostics.extend(problems);
        editions.messages.push(Arc::clone(&found.messages));
        findings.push(found);
    }
    check_words(report, findings, can_tell_unused, diagnostics);
    editions
}

fn wanted<'a>(
    contents: &'a Contents,
    fonts: &Fonts,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Vec<Localizer<'a>> {
    let Contents { report, editions, templates, .. } = contents;
    let localizers = editions.languages.iter().filter_map(|language| {
        let templates = editions.templates_in(&language.value, templates).collect();
        Localizer::new(language, templates, &report.settings.look, fonts, project, diagnostics)
    });
    localizers.collect()
}

/// The localizers of the report's other languages, whose needs count even if they are not built.
fn others<'a>(contents: &'a Contents, fonts: &Fonts, project: &mut Project) -> Vec<Localizer<'a>> {
    let Contents { report, editions, templates, .. } = contents;
    let is_wanted = |language: &Language| editions.languages.iter().any(|known| known.value == *language);
    let languages = report.settings.languages().into_iter().filter(|language| !is_wanted(&language.value));
    let localizers = languages.filter_map(|language| {
        let templates = templates.iter().collect();
        Localizer::new(language, templates, &report.settings.look, fonts, project, &mut Diagnostics::default())
    });
    localizers.collect()
}

/// Fits the tables of each template to the needs of all its languages.
fn fits(contents: &Contents, localizers: &[&Localizer<'_>], with_pages: bool) -> BTreeMap<String, Fit> {
    let report = &contents.report;
    let with_tables =
        contents.templates.iter().filter(|ready| with_pages && !ready.template.manifest.tables.is_empty());
    with_tables
        .map(|ready| {
            let name = &ready.template.name;
            let editions = report.settings.editions.iter().filter(|edition| edition.template.value == *name);
            let languages: Vec<&Language> =
                editions.flat_map(|edition| &edition.languages).map(|language| &language.value).collect();
            let localizers = localizers.par_iter().filter(|localizer| languages.contains(&localizer.language()));
            let needs: Vec<Need> = localizers.map(|localizer| localizer.need(report, ready)).collect();
            (name.clone(), Fit::new(&ready.template, report, &needs))
        })
        .collect()
}

/// Attaches the report's data to every edition; `others` are languages that are not built.
fn attach(
    reports: &mut [LocalizedReport<'_>],
    others: &[LocalizedReport<'_>],
    report: &Report,
    settings: &str,
    asked: &Place,
) {
    let languages = report.settings.languages();
    let order = |localized: &&LocalizedReport<'_>| {
        languages.iter().position(|language| language.value == *localized.words.language())
    };
    let mut all: Vec<&LocalizedReport<'_>> = reports.iter().chain(others).collect();
    all.sort_by_key(order);
    let words: Vec<&Words> = all.iter().map(|localized| &localized.words).collect();
    // The tables depend on all languages, so that each shows the same.
    let own_words: Vec<String> = all.iter().map(|localized| localized.own_words()).collect();
    let tables = open_data::tables(report, &words);
    let attachments = reports.iter().map(|localized| {
        open_data::attachments(report, &tables, &words, &localized.words, settings, &own_words, asked)
    });
    let attachments: Vec<Vec<Attachment>> = attachments.collect();
    for (localized, attachments) in reports.iter_mut().zip(attachments) {
        localized.attach(&attachments);
    }
}

/// Links web pages to what the same build writes, and to nothing else.
fn link(reports: &mut [LocalizedReport<'_>], report: &Report, request: &Request) {
    // A single language needs no name.
    let web_pages = match &*reports {
        [_] => Vec::new(),
        all => all.iter().flat_map(|localized| localized.web_pages(report)).collect(),
    };
    for localized in reports {
        localized.link(report, &web_pages, request.has(Form::Pdf));
    }
}

/// Reports messages that are missing, unused or untranslated, or cite other values than the first language.
fn check_words(report: &Report, mut findings: Vec<Findings>, can_tell_unused: bool, diagnostics: &mut Diagnostics) {
    if !findings.is_empty() {
        let all: Vec<&Messages> = findings.iter().map(|found| &*found.messages).collect();
        diagnostics.extend(payload::unknown_units_and_kinds(report, &all));
    }
    for index in 0..findings.len() {
        diagnostics.append(std::mem::take(&mut findings[index].problems));
        let found = &findings[index];
        if can_tell_unused {
            diagnostics.extend(found.unused());
        }
        diagnostics.extend(findings.iter().flat_map(|other| found.untranslated(other)));
    }
    if let [first, others @ ..] = findings.as_slice() {
        diagnostics.extend(others.iter().flat_map(|other| other.citations_unlike(first)));
    }
}
