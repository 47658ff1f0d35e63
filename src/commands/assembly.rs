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
use crate::cli::Selection;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::embedded;
use crate::figure::Figure;
use crate::locale::{Layer, LocaleFile, Words};
use crate::open_data::{self, Attachment};
use crate::payload::{self, Ingredients, Payload};
use crate::report::{Language, Look, Material, Report, Standard};
use crate::source::{self, Project, REPORT_FILE};
use crate::typeset::{Document, Families, Fonts, MAIN_FILE, Template, VirtualFiles};

/// Everything of a report that is ready to be typeset.
pub(super) struct Assembly {
    /// The report's folder with the texts read so far.
    pub(super) project: Project,
    /// Every fault so far.
    pub(super) diagnostics: Diagnostics,
    /// The documents.
    pub(super) documents: Vec<Document>,
    /// The fonts that all of them use.
    pub(super) fonts: Fonts,
    /// The standards that all of them meet.
    pub(super) standards: Vec<Located<Standard>>,
    /// The report, where it can be thought of as one.
    pub(super) report: Option<Report>,
    /// The words of the languages in which it was spoken, in the order of its editions.
    pub(super) words: Vec<Words>,
}

/// Reads a report and puts the selected editions into words.
pub(super) fn assemble(selection: &Selection) -> Assembly {
    let mut project = Project::new(&selection.folder);
    let mut diagnostics = Diagnostics::default();
    let words = LazyCell::new(|| vocabulary(&selection.folder));
    let report = source::read(&mut project, &words, &mut diagnostics);
    check_table_words(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, &mut diagnostics);
    let mut documents = Vec::new();
    let mut standards = Vec::new();
    let mut all_words = Vec::new();
    if let Some(report) = &report {
        standards.clone_from(&report.settings.standards);
        let editions = Editions::select(report, selection, &mut diagnostics);
        let figures = read_figures(&project, report, &mut diagnostics);
        let templates = read_tree(&project, "templates", &embedded::TEMPLATES, &mut diagnostics);
        let templates = editions.templates(&mut project, &report.settings.look, &templates, &mut diagnostics);
        // What only rows with faults refer to is not unused, and neither is what another edition uses.
        let can_tell_unused = !editions.is_narrowed && !diagnostics.has_errors();
        let mut voices = Vec::new();
        for language in &editions.languages {
            let templates: Vec<&ReadyTemplate> = editions.templates_of(&language.value, &templates).collect();
            voices.extend(Voice::new(
                language,
                templates,
                &report.settings.look,
                &fonts,
                &mut project,
                &mut diagnostics,
            ));
        }
        let material = selection.material.as_ref().or(report.settings.material.as_ref());
        let mut spoken: Vec<Spoken<'_>> =
            voices.par_iter().map(|voice| voice.speak(report, &figures, material)).collect();
        if let Some(asked) = &report.settings.attach_data {
            // The data is the same in every edition, whichever of them are built.
            let mut unheard = Diagnostics::default();
            let is_selected = |language: &Language| editions.languages.iter().any(|known| known.value == *language);
            let others = report.settings.languages().into_iter().filter(|language| !is_selected(&language.value));
            let others = others.filter_map(|language| {
                let templates = templates.first().into_iter().collect();
                Voice::new(language, templates, &report.settings.look, &fonts, &mut project, &mut unheard)
            });
            let others: Vec<Voice<'_>> = others.collect();
            let others: Vec<Words> = others.iter().map(|voice| voice.speak(report, &figures, None).words).collect();
            let settings = project.texts().get(REPORT_FILE).cloned().unwrap_or_default();
            attach(&mut spoken, &others, report, &settings, asked);
        }
        let words: Vec<&Words> = spoken.iter().map(|spoken| &spoken.words).collect();
        if !words.is_empty() {
            diagnostics.extend(payload::unknown_units_and_kinds(report, &words));
        }
        for Spoken { words, .. } in &spoken {
            diagnostics.extend(words.take_faults());
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
            documents.extend(made);
            diagnostics.extend(faults);
            all_words.push(words);
        }
    } else {
        check_locales(&mut project, &mut diagnostics);
    }
    let diagnostics = pinned_down(diagnostics, project.texts());
    Assembly { project, diagnostics, documents, fonts, standards, report, words: all_words }
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
struct Spoken<'a> {
    voice: &'a Voice<'a>,
    words: Words,
    payloads: Vec<Payload>,
}

impl Spoken<'_> {
    /// Makes documents of what was said, one for each template, and gives back the words.
    fn documents(self, report: &Report) -> (Vec<Document>, Diagnostics, Words) {
        let mut faults = Diagnostics::default();
        let templates = self.voice.templates.iter().map(|ready| &ready.template);
        let documents = templates
            .zip(self.payloads)
            .filter_map(|(template, payload)| document(report, template, &self.words, payload, &mut faults));
        (documents.collect(), faults, self.words)
    }
}

/// Attaches the report's data to all that was said; the languages of `others` are not built now.
fn attach(spoken: &mut [Spoken<'_>], others: &[Words], report: &Report, settings: &str, asked: &Place) {
    let languages = report.settings.languages();
    let order = |words: &&Words| languages.iter().position(|language| language.value == *words.language());
    let mut words: Vec<&Words> = spoken.iter().map(|spoken| &spoken.words).chain(others).collect();
    words.sort_by_key(order);
    let tables = open_data::tables(report, &words);
    let attachments = spoken.iter().map(|Spoken { voice, words: language, .. }| {
        let own: Vec<&str> = voice.own_words().collect();
        open_data::attachments(report, &tables, &words, language, settings, &own.join("\n"), asked)
    });
    let attachments: Vec<Vec<Attachment>> = attachments.collect();
    for (Spoken { payloads, .. }, attachments) in spoken.iter_mut().zip(attachments) {
        for payload in payloads {
            attachments.iter().for_each(|attachment| payload.attach(attachment));
        }
    }
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

    fn speak(&self, report: &Report, figures: &BTreeMap<String, Figure>, material: Option<&Material>) -> Spoken<'_> {
        let typeface = self.typeface.clone();
        let printable =
            move |character: char| typeface.missing(character.encode_utf8(&mut [0; 4]), Weight::Regular).is_none();
        let words = Words::new(self.language.clone(), &self.files, Arc::new(printable))
            .excuse(report.faulty.iter().map(ToString::to_string));
        let payloads = self.templates.iter().map(|ready| {
            payload::build(Ingredients {
                report,
                words: &words,
                template: &ready.template,
                template_place: &ready.place,
                families: &self.families,
                typeface: &self.typeface,
                figures,
                material,
            })
        });
        let payloads: Vec<Payload> = payloads.collect();
        Spoken { voice: self, words, payloads }
    }

    /// Returns the texts of the report's own words.
    fn own_words(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|file| file.layer == Layer::Report).map(|file| file.text.as_ref())
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
        main: format!("templates/{}/{MAIN_FILE}", template.name),
        files,
    })
}
