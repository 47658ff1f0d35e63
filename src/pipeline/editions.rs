//! Selects the editions of a report to build.

use super::request::Request;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, nearest};
use crate::report::{Language, Settings};
use crate::resources::ReadyTemplate;
use crate::unicode::composed;

pub(super) struct EditionSelection {
    wanted: Vec<(Located<String>, Located<Language>)>,
    /// Each once.
    pub(super) languages: Vec<Located<Language>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditionName {
    pub(super) template: String,
    pub(super) language: Language,
}

impl EditionSelection {
    /// Adds an error if no edition is left.
    pub(super) fn select(settings: &Settings, request: &Request, diagnostics: &mut Diagnostics) -> Self {
        let all = settings
            .editions
            .iter()
            .flat_map(|edition| edition.languages.iter().map(|language| (edition.template.clone(), language.clone())));
        let wanted: Vec<_> =
            all.clone().filter(|(template, language)| request.includes(&template.value, &language.value)).collect();
        if wanted.is_empty() && all.clone().next().is_some() {
            let templates: Vec<&str> =
                settings.editions.iter().map(|edition| edition.template.value.as_str()).collect();
            let meant =
                request.templates.iter().find_map(|name| nearest(name, &templates).filter(|known| known != name));
            let allowed = all.map(|(template, language)| format!("{} ({})", template.value, language.value));
            let allowed = allowed.collect::<Vec<_>>().join(", ");
            diagnostics.push(Diagnostic::without_place(Code::NoEdition).with_nearest(meant).with("allowed", allowed));
        }
        let mut languages: Vec<Located<Language>> = Vec::new();
        for (_, language) in &wanted {
            if !languages.iter().any(|known| known.value == language.value) {
                languages.push(language.clone());
            }
        }
        Self { wanted, languages }
    }

    /// Adds an error for each language and template that is asked for and that no edition has, if some editions are left.
    pub(super) fn require_each(settings: &Settings, request: &Request, diagnostics: &mut Diagnostics) {
        let editions = &settings.editions;
        let languages = settings.languages();
        let has_language = |wanted: &Language| languages.iter().any(|language| language.value == *wanted);
        let has_template = |wanted: &str| editions.iter().any(|edition| edition.template.value == composed(wanted));
        for language in request.languages.iter().filter(|language| !has_language(language)) {
            let known: Vec<String> = languages.iter().map(|language| language.value.to_string()).collect();
            let problem = Diagnostic::without_place(Code::NoEdition).with("part", "language");
            let problem = problem.with_nearest(language.meant().filter(has_language));
            diagnostics.push(problem.with("language", language).with("allowed", known.join(", ")));
        }
        for name in request.templates.iter().filter(|name| !has_template(name)) {
            let known = editions.iter().map(|edition| edition.template.value.as_str());
            let problem = Diagnostic::without_place(Code::NoEdition).with("part", "template").with("name", name);
            diagnostics.push(problem.with_candidates(name, known));
        }
    }

    /// May contain duplicates.
    pub(super) fn templates(&self) -> impl Iterator<Item = &Located<String>> {
        self.wanted.iter().map(|(template, _)| template)
    }

    pub(super) fn templates_in<'a>(
        &'a self,
        language: &'a Language,
        templates: &'a [ReadyTemplate],
    ) -> impl Iterator<Item = &'a ReadyTemplate> {
        templates.iter().filter(move |ready| {
            let is_wanted = |(name, wanted): &(Located<String>, Located<Language>)| {
                name.value == ready.template.name && wanted.value == *language
            };
            self.wanted.iter().any(is_wanted)
        })
    }
}
