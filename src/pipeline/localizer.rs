//! A report in one language: its messages, and the payload of each template.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use typst::foundations::Bytes;

use super::editions::EditionName;
use crate::chart::Typeface;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::figure::Figure;
use crate::locale::{Findings, Layer, LocaleFile, Messages, Words};
use crate::open_data::Attachment;
use crate::payload::{self, Data, Fit, Ingredients, LANGUAGE_NAME, LanguageLinkData, Need, Payload};
use crate::report::{Language, Look, Material, Report};
use crate::resources::{ReadyTemplate, locale_files, numerals, place_of_family, typeface};
use crate::source::{Project, with_plain_line_ends};
use crate::typeset::{Document, Families, Fonts, Template, VirtualFiles};

/// Everything needed to localize the report in one language.
pub(super) struct Localizer<'a> {
    language: &'a Language,
    templates: Vec<&'a ReadyTemplate>,
    files: Vec<LocaleFile>,
    /// Those of the files, parsed when they are first needed.
    messages: OnceLock<Arc<Messages>>,
    families: Families,
    typeface: Typeface,
    /// The typeface of numbers in tables, the same in every language.
    numerals: Typeface,
}

pub(super) struct LocalizedReport<'a> {
    localizer: &'a Localizer<'a>,
    pub(super) words: Words,
    /// One payload for each template and medium.
    payloads: Vec<(Medium, &'a Template, Payload)>,
}

/// An edition in a medium, ready to be laid out, with what it shows.
pub(super) type Localization = (Medium, EditionName, Document, Data);

/// A web page to which others link.
pub(super) struct WebPage {
    edition: EditionName,
    link: LanguageLinkData,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    Pages,
    Web,
}

impl LocalizedReport<'_> {
    pub(super) fn attach(&mut self, attachments: &[Attachment]) {
        for (medium, _, payload) in &mut self.payloads {
            attachments.iter().for_each(|attachment| match medium {
                Medium::Pages => payload.attach(attachment),
                Medium::Web => payload.offer(attachment),
            });
        }
    }

    /// Its web pages, named in its own language.
    pub(super) fn web_pages(&self, report: &Report) -> Vec<WebPage> {
        let language = self.localizer.language;
        let web = self.localizer.templates.iter().filter(|ready| ready.html.is_some());
        web.map(|ready| {
            let template = &ready.template.name;
            WebPage {
                edition: EditionName { template: template.clone(), language: language.clone() },
                link: LanguageLinkData {
                    language: language.primary().to_owned(),
                    region: language.region().map(str::to_owned),
                    name: self.words.text(LANGUAGE_NAME, &[], &ready.place),
                    path: format!("{}.html", identifier(report, template, language)),
                },
            }
        })
        .collect()
    }

    /// Links each web page to the same edition in other languages and, `with_pdf`, as a PDF.
    pub(super) fn link(&mut self, report: &Report, web_pages: &[WebPage], with_pdf: bool) {
        let language = self.localizer.language;
        for (_, template, payload) in self.payloads.iter_mut().filter(|(medium, ..)| *medium == Medium::Web) {
            let of_other =
                |page: &&WebPage| page.edition.template == template.name && page.edition.language != *language;
            let others = web_pages.iter().filter(of_other).map(|page| page.link.clone());
            payload.data.links.languages.extend(others);
            payload.data.links.pdf = with_pdf.then(|| format!("{}.pdf", identifier(report, &template.name, language)));
        }
    }

    pub(super) fn own_words(&self) -> String {
        let own = self.localizer.files.iter().filter(|file| file.layer == Layer::Report);
        own.map(|file| with_plain_line_ends(&file.text)).collect::<Vec<_>>().join("\n")
    }

    /// Returns one document for each template and medium, with the diagnostics and findings of localization.
    pub(super) fn documents(self, report: &Report) -> (Vec<Localization>, Diagnostics, Findings) {
        let mut problems = Diagnostics::default();
        let documents = self.payloads.into_iter().filter_map(|(medium, template, payload)| {
            let edition = EditionName { template: template.name.clone(), language: self.localizer.language.clone() };
            let (document, data) = document(report, template, self.localizer.language, payload, &mut problems)?;
            Some((medium, edition, document, data))
        });
        (documents.collect(), problems, self.words.finish())
    }
}

impl<'a> Localizer<'a> {
    /// `None` if there is no template, or if a message file or font is missing or invalid.
    pub(super) fn new(
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
        let numerals = numerals(first, &families, fonts).unwrap_or_else(|| typeface.clone());
        Some(Self {
            language: &language.value,
            templates,
            files,
            messages: OnceLock::new(),
            families,
            typeface,
            numerals,
        })
    }

    pub(super) fn language(&self) -> &Language {
        self.language
    }

    pub(super) fn need(&self, report: &Report, ready: &ReadyTemplate) -> Need {
        let words = self.words(report);
        let report = payload::in_units_of(&words, report);
        let fit = Fit::roomy(&report);
        let ingredients = self.ingredients(&report, &words, &ready.template, &ready.place, &fit);
        payload::need(ingredients, &self.numerals)
    }

    /// Localizes the report for each requested template, for pages if `with_pages`, and for web pages.
    pub(super) fn localize(
        &self,
        with_pages: bool,
        report: &Report,
        figures: &BTreeMap<String, Figure>,
        material: Option<&Material>,
        fits: &BTreeMap<String, Fit>,
    ) -> LocalizedReport<'_> {
        let (words, report) = self.cited(report);
        let roomy = Fit::roomy(&report);
        let build = |template: &Template, place: &Place, fit: &Fit| {
            let ingredients = self.ingredients(&report, &words, template, place, fit);
            payload::build(Ingredients { figures, material, ..ingredients })
        };
        let mut payloads = Vec::new();
        for ReadyTemplate { template, html, place, .. } in self.templates.iter().copied() {
            if with_pages {
                let fit = fits.get(&template.name).unwrap_or(&roomy);
                payloads.push((Medium::Pages, template, build(template, place, fit)));
            }
            payloads.extend(html.as_ref().map(|template| (Medium::Web, template, build(template, place, &roomy))));
        }
        LocalizedReport { localizer: self, words, payloads }
    }

    /// Only provides the messages for data tables.
    pub(super) fn only_words(&self, report: &Report) -> LocalizedReport<'_> {
        let (words, _) = self.cited(report);
        LocalizedReport { localizer: self, words, payloads: Vec::new() }
    }

    /// The messages with everything that they can cite, and the report in the units of the language.
    fn cited<'r>(&self, report: &'r Report) -> (Words, Cow<'r, Report>) {
        let words = self.words(report);
        let report = payload::in_units_of(&words, report);
        if let Some(ready) = self.templates.first() {
            let fit = Fit::roomy(&report);
            payload::cite(self.ingredients(&report, &words, &ready.template, &ready.place, &fit));
        }
        (words, report)
    }

    fn words(&self, report: &Report) -> Words {
        let parsed = || {
            let typeface = self.typeface.clone();
            let printable = move |character: char, selector: Option<char>| typeface.sets(character, selector);
            let messages = Messages::new(self.language.clone(), &self.files, Arc::new(printable));
            Arc::new(messages.excuse(report.faulty.iter().map(ToString::to_string)))
        };
        Words::of(Arc::clone(self.messages.get_or_init(parsed)))
    }

    /// The ingredients of a document, without figures and number.
    fn ingredients<'b>(
        &'b self,
        report: &'b Report,
        words: &'b Words,
        template: &'b Template,
        template_place: &'b Place,
        fit: &'b Fit,
    ) -> Ingredients<'b> {
        static NO_FIGURES: BTreeMap<String, Figure> = BTreeMap::new();
        let (families, typeface, figures, material) = (&self.families, &self.typeface, &NO_FIGURES, None);
        Ingredients { report, words, template, template_place, families, typeface, figures, material, fit }
    }
}

/// The stem of an edition's files.
fn identifier(report: &Report, template: &str, language: &Language) -> String {
    format!("{}-{template}-{language}", report.settings.id)
}

/// Puts template, data, charts and figures at their virtual paths.
fn document(
    report: &Report,
    template: &Template,
    language: &Language,
    payload: Payload,
    diagnostics: &mut Diagnostics,
) -> Option<(Document, Data)> {
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
    let document = Document {
        identifier: identifier(report, &template.name, language),
        main: format!("templates/{}/{}", template.name, template.main),
        files,
    };
    Some((document, payload.data))
}
