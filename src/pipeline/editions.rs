//! Selects the editions of a report to build.

use super::request::Request;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, nearest};
use crate::report::{Language, Settings};
use crate::resources::ReadyTemplate;

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
