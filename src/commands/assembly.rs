//! Report folder → documents that are ready to be typeset, one for each template and language.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use typst::foundations::Bytes;

use super::causes::pinned_down;
use super::editions::{Editions, ReadyTemplate};
use super::figures::read_figures;
use super::resources::{check_locales, locale_files, read_fonts, read_tree, typeface};
use super::theme::place_of_family;
use super::vocabulary::{check_table_words, vocabulary};
use crate::chart::{Typeface, Weight};
use crate::cli::{OutputFormat, Selection};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::embedded;
use crate::figure::Figure;
use crate::locale::{LocaleFile, Words};
use crate::payload::{self, Ingredients, Payload};
use crate::report::{Language, Look, Material, Report, Standard};
use crate::source::{self, Project};
use crate::typeset::{Document, Families, Fonts, Template, VirtualFiles};

/// Everything of a report that is ready to be typeset.
pub(super) struct Assembly {
    /// The report's folder with the texts read so far.
    pub(super) project: Project,
    /// Every fault so far.
    pub(super) diagnostics: Diagnostics,
    /// The documents that are laid out on pages, where any format needs them.
    pub(super) documents: Vec<Document>,
    /// The documents that become web pages, where these are wanted.
    pub(super) web_pages: Vec<Document>,
    /// The fonts that all of them use.
    pub(super) fonts: Fonts,
    /// The standards that all of them meet.
    pub(super) standards: Vec<Located<Standard>>,
}

/// Reads a report and puts the selected editions into words, as what the formats need.
pub(super) fn assemble(selection: &Selection, formats: &[OutputFormat]) -> Assembly {
    let with_html = formats.contains(&OutputFormat::Html);
    let with_pages = formats.iter().any(|format| *format != OutputFormat::Html);
    let mut project = Project::new(&selection.folder);
    let mut diagnostics = Diagnostics::default();
    let words = LazyCell::new(|| vocabulary(&selection.folder));
    let report = source::read(&mut project, &words, &mut diagnostics);
    check_table_words(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, &mut diagnostics);
    let (mut documents, mut web_pages) = (Vec::new(), Vec::new());
    let mut standards = Vec::new();
    if let Some(report) = report {
        standards.clone_from(&report.settings.standards);
        let editions = Editions::select(&report, selection, &mut diagnostics);
        let figures = read_figures(&project, &report, &mut diagnostics);
        let templates = read_tree(&project, "templates", &embedded::TEMPLATES, &mut diagnostics);
        let templates =
            editions.templates(with_html, &mut project, &report.settings.look, &templates, &mut diagnostics);
        // What only rows with faults refer to is not unused, and neither is what another edition uses.
        let can_tell_unused = !editions.is_narrowed && !diagnostics.has_errors();
        let voices: Vec<Voice<'_>> = editions
            .languages
            .iter()
            .filter_map(|language| {
                let templates: Vec<&ReadyTemplate> = editions.templates_of(&language.value, &templates).collect();
                Voice::new(language, templates, &report.settings.look, &fonts, &mut project, &mut diagnostics)
            })
            .collect();
        let material = selection.material.as_ref().or(report.settings.material.as_ref());
        let speak = |voice: &Voice<'_>| voice.speak(with_pages, &report, &figures, material);
        let spoken: Vec<Spoken> = voices.par_iter().map(speak).collect();
        let words: Vec<&Words> = spoken.iter().map(|spoken| &spoken.words).collect();
        if !words.is_empty() {
            diagnostics.extend(payload::unknown_units_and_kinds(&report, &words));
        }
        for Spoken { words, faults, .. } in &spoken {
            diagnostics.extend(words.take_faults());
            diagnostics.extend(faults.clone());
            if can_tell_unused {
                diagnostics.extend(words.unused());
            }
            diagnostics.extend(spoken.iter().flat_map(|other| words.untranslated(&other.words)));
        }
        if let [first, others @ ..] = words.as_slice() {
            diagnostics.extend(others.iter().flat_map(|other| other.citations_unlike(first)));
        }
        for spoken in spoken {
            documents.extend(spoken.documents);
            web_pages.extend(spoken.web_pages);
        }
    } else {
        check_locales(&mut project, &mut diagnostics);
    }
    let diagnostics = pinned_down(diagnostics, project.texts());
    Assembly { project, diagnostics, documents, web_pages, fonts, standards }
}

/// One language of a report with all it needs to be spoken.
struct Voice<'a> {
    language: &'a Language,
    templates: Vec<&'a ReadyTemplate>,
    files: Vec<LocaleFile>,
    families: Families,
    typeface: Typeface,
}

/// What a voice has said.
struct Spoken {
    words: Words,
    documents: Vec<Document>,
    web_pages: Vec<Document>,
    faults: Diagnostics,
}

impl<'a> Voice<'a> {
    fn new(
        language: &'a Located<Language>,
        templates: Vec<&'a ReadyTemplate>,
        look: &Look,
        fonts: &Fonts,
        project: &mut Project,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let files = locale_files(project, language, diagnostics)?;
        let first = templates.first()?;
        let families = first.template.theme.families(&language.value);
        let place_of = |family: &str| place_of_family(look, family).unwrap_or(&first.theme).clone();
        let typeface = typeface(&families, fonts, place_of, diagnostics)?;
        Some(Self { language: &language.value, templates, files, families, typeface })
    }

    fn speak(
        &self,
        with_pages: bool,
        report: &Report,
        figures: &BTreeMap<String, Figure>,
        material: Option<&Material>,
    ) -> Spoken {
        let typeface = self.typeface.clone();
        let printable =
            move |character: char| typeface.missing(character.encode_utf8(&mut [0; 4]), Weight::Regular).is_none();
        let words = Words::new(self.language.clone(), &self.files, Arc::new(printable))
            .excuse(report.faulty.iter().map(ToString::to_string));
        let mut faults = Diagnostics::default();
        let mut say = |template: &Template, place: &Place| {
            let payload = payload::build(Ingredients {
                report,
                words: &words,
                template,
                template_place: place,
                families: &self.families,
                typeface: &self.typeface,
                figures,
                material,
            });
            document(report, template, &words, payload, &mut faults)
        };
        let (mut documents, mut web_pages) = (Vec::new(), Vec::new());
        for ReadyTemplate { template, html, place, .. } in self.templates.iter().copied() {
            if with_pages {
                documents.extend(say(template, place));
            }
            web_pages.extend(html.as_ref().and_then(|template| say(template, place)));
        }
        Spoken { words, documents, web_pages, faults }
    }
}

/// Makes a document of a payload: template, data, charts and figures under their virtual paths.
fn document(
    report: &Report,
    template: &Template,
    words: &Words,
    payload: Payload,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let data = match serde_json::to_vec_pretty(&payload.data) {
        Ok(data) => data,
        Err(error) => {
            diagnostics.push(Diagnostic::without_place(Code::TemplateFailed).with_detail(error));
            return None;
        }
    };
    let mut files: VirtualFiles =
        template.files.iter().map(|(path, data)| (format!("templates/{path}"), data.clone())).collect();
    files.insert("report.json".to_owned(), Bytes::new(data));
    files.extend(payload.files.into_iter().map(|(path, data)| (path, Bytes::new(data))));
    Some(Document {
        identifier: format!("{}-{}-{}", report.settings.id, template.name, words.language()),
        main: format!("templates/{}/{}", template.name, template.main),
        files,
    })
}
