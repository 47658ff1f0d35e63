//! Report folder → documents that are ready to be typeset, one for each template and language.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::causes::pinned_down;
use super::editions::{Editions, ReadyTemplate};
use super::figures::read_figures;
use super::gathering::gathered;
use super::resources::{check_locales, read_fonts, read_tree};
use super::unread::check_unread;
use super::vocabulary::{check_table_words, vocabulary};
use super::voice::{Medium, Spoken, Voice};
use crate::cli::{OutputFormat, Selection};
use crate::diagnostic::{Diagnostics, Located, Place};
use crate::embedded;
use crate::locale::Words;
use crate::open_data::{self, Attachment};
use crate::payload::{self, Fit, Need};
use crate::report::{Language, Report, Standard};
use crate::source::{self, Project, REPORT_FILE, with_plain_line_ends};
use crate::typeset::{Document, Fonts};

/// Everything of a report that is ready to be typeset.
pub(super) struct Assembly {
    /// The report's folder with the texts read so far.
    pub(super) project: Project,
    /// Every fault so far.
    pub(super) diagnostics: Diagnostics,
    /// The documents that are laid out on pages, where any format needs them.
    pub(super) documents: Vec<Document>,
    /// Which edition each of the documents is.
    pub(super) editions: Vec<Edition>,
    /// The documents that become web pages, where these are wanted.
    pub(super) web_pages: Vec<Document>,
    /// The fonts that all of them use.
    pub(super) fonts: Fonts,
    /// The standards that all of them meet.
    pub(super) standards: Vec<Located<Standard>>,
    /// The report, where it can be thought of as one.
    pub(super) report: Option<Report>,
    /// The words of the languages in which it was spoken, in the order of its editions.
    pub(super) words: Vec<Words>,
}

/// A template in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edition {
    /// The template's name.
    pub(super) template: String,
    /// The language.
    pub(super) language: Language,
}

/// Reads a report and puts the selected editions into words, as what the formats need.
pub(super) fn assemble(selection: &Selection, formats: &[OutputFormat]) -> Assembly {
    let with_html = formats.contains(&OutputFormat::Html);
    let with_pages = formats.iter().any(|format| *format != OutputFormat::Html);
    let mut project = Project::new(&selection.folder);
    let mut diagnostics = Diagnostics::default();
    let again = project.reopened();
    let words = LazyCell::new(|| vocabulary(again));
    let report = source::read(&mut project, &words, &mut diagnostics);
    check_table_words(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, &mut diagnostics);
    let (mut documents, mut editions, mut web_pages) = (Vec::new(), Vec::new(), Vec::new());
    let mut standards = Vec::new();
    let mut all_words = Vec::new();
    if let Some(report) = &report {
        standards.clone_from(&report.settings.standards);
        let selected = Editions::select(report, selection, &mut diagnostics);
        let figures = read_figures(&project, report, &mut diagnostics);
        let templates = read_tree(&project, "templates", &embedded::TEMPLATES, &mut diagnostics);
        let templates =
            selected.templates(with_html, &mut project, &report.settings.look, &templates, &mut diagnostics);
        // What only rows with faults refer to is not unused, and neither is what another edition uses.
        let can_tell_unused = !selected.is_narrowed && !diagnostics.has_errors();
        let mut voices = Vec::new();
        for language in &selected.languages {
            let templates: Vec<&ReadyTemplate> = selected.templates_of(&language.value, &templates).collect();
            voices.extend(Voice::new(
                language,
                templates,
                &report.settings.look,
                &fonts,
                &mut project,
                &mut diagnostics,
            ));
        }
        // What another language needs counts also where it is not built now.
        let mut unheard = Diagnostics::default();
        let is_selected = |language: &Language| selected.languages.iter().any(|known| known.value == *language);
        let others = report.settings.languages().into_iter().filter(|language| !is_selected(&language.value));
        let others = others.filter_map(|language| {
            let templates = templates.iter().collect();
            Voice::new(language, templates, &report.settings.look, &fonts, &mut project, &mut unheard)
        });
        let others: Vec<Voice<'_>> = others.collect();
        let fits = fits(report, &templates, &voices, &others, with_pages);
        let material = selection.material.as_ref().or(report.settings.material.as_ref());
        let mut spoken: Vec<Spoken<'_>> =
            voices.par_iter().map(|voice| voice.speak(with_pages, report, &figures, material, &fits)).collect();
        if let Some(asked) = &report.settings.attach_data {
            // The data is the same in every edition, whichever of them are built.
            let others: Vec<Spoken<'_>> =
                others.iter().map(|voice| voice.speak(with_pages, report, &figures, None, &fits)).collect();
            let settings = project.texts().get(REPORT_FILE).map(|text| with_plain_line_ends(text)).unwrap_or_default();
            attach(&mut spoken, &others, report, &settings, asked);
        }
        let words: Vec<&Words> = spoken.iter().map(|spoken| &spoken.words).collect();
        if !words.is_empty() {
            diagnostics.extend(payload::unknown_units_and_kinds(report, &words));
        }
        for Spoken { words, .. } in &spoken {
            diagnostics.append(words.take_faults());
            if can_tell_unused {
                diagnostics.extend(words.unused());
            }
            diagnostics.extend(spoken.iter().flat_map(|other| words.untranslated(&other.words)));
        }
        if let [first, others @ ..] = words.as_slice() {
            diagnostics.extend(others.iter().flat_map(|other| other.citations_unlike(first)));
        }
        let made: Vec<_> = spoken.into_par_iter().map(|spoken| spoken.documents(report)).collect();
        for (made, faults, words) in made {
            for (medium, edition, document) in made {
                match medium {
                    Medium::Web => web_pages.push(document),
                    Medium::Pages => {
                        editions.push(edition);
                        documents.push(document);
                    }
                }
            }
            diagnostics.extend(faults);
            all_words.push(words);
        }
    } else {
        check_locales(&mut project, &mut diagnostics);
    }
    check_unread(&project, report.as_ref(), &mut diagnostics);
    let languages = match &report {
        Some(report) => report.settings.languages().iter().map(|language| language.value.to_string()).collect(),
        None => project.folders_in("locales"),
    };
    let diagnostics = gathered(pinned_down(diagnostics, project.texts()), &languages);
    Assembly { project, diagnostics, documents, editions, web_pages, fonts, standards, report, words: all_words }
}

/// Decides what the tables of each template show, by what each of its languages needs.
fn fits(
    report: &Report,
    templates: &[ReadyTemplate],
    voices: &[Voice<'_>],
    others: &[Voice<'_>],
    with_pages: bool,
) -> BTreeMap<String, Fit> {
    let with_tables = templates.iter().filter(|ready| with_pages && !ready.template.manifest.tables.is_empty());
    with_tables
        .map(|ready| {
            let name = &ready.template.name;
            let editions = report.settings.editions.iter().filter(|edition| edition.template.value == *name);
            let languages: Vec<&Language> =
                editions.flat_map(|edition| &edition.languages).map(|language| &language.value).collect();
            let voices: Vec<&Voice<'_>> =
                voices.iter().chain(others).filter(|voice| languages.contains(&voice.language())).collect();
            let needs: Vec<Need> = voices.par_iter().map(|voice| voice.need(report, ready)).collect();
            (name.clone(), Fit::new(&ready.template, report, &needs))
        })
        .collect()
}

/// Attaches the report's data to all that was said; the languages of `others` are not built now.
fn attach(spoken: &mut [Spoken<'_>], others: &[Spoken<'_>], report: &Report, settings: &str, asked: &Place) {
    let languages = report.settings.languages();
    let order = |spoken: &&Spoken<'_>| languages.iter().position(|language| language.value == *spoken.words.language());
    let mut all: Vec<&Spoken<'_>> = spoken.iter().chain(others).collect();
    all.sort_by_key(order);
    let words: Vec<&Words> = all.iter().map(|spoken| &spoken.words).collect();
    // What tables show depends on all languages, so that none shows more than another.
    let own_words: Vec<String> = all.iter().map(|spoken| spoken.own_words()).collect();
    let tables = open_data::tables(report, &words);
    let attachments = spoken
        .iter()
        .map(|spoken| open_data::attachments(report, &tables, &words, &spoken.words, settings, &own_words, asked));
    let attachments: Vec<Vec<Attachment>> = attachments.collect();
    for (spoken, attachments) in spoken.iter_mut().zip(attachments) {
        spoken.attach(&attachments);
    }
}
