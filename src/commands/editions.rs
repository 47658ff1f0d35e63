//! Which editions are wanted, and their templates, read and checked.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::foundations::Bytes;

use super::theme::{check_file, check_look};
use crate::cli::Selection;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, nearest};
use crate::report::{Language, Look, Report};
use crate::source::Project;
use crate::typeset::{MANIFEST_FILE, THEME_PATH, Template, TemplateFault};

/// The editions that are wanted.
pub(super) struct Editions {
    wanted: Vec<(Located<String>, Located<Language>)>,
    /// Their languages, each once.
    pub(super) languages: Vec<Located<Language>>,
    /// Whether the command line leaves some out; what only those use is then not unused.
    pub(super) is_narrowed: bool,
}

/// A template and the places at which its faults are shown.
pub(super) struct ReadyTemplate {
    /// The template.
    pub(super) template: Template,
    /// The same as that of a web page, where one is wanted.
    pub(super) html: Option<Template>,
    /// Its manifest.
    pub(super) place: Place,
    /// Its theme.
    pub(super) theme: Place,
}

impl Editions {
    /// Picks the editions that the command line leaves.
    pub(super) fn select(report: &Report, selection: &Selection, diagnostics: &mut Diagnostics) -> Self {
        let mut wanted = Vec::new();
        let mut languages: Vec<Located<Language>> = Vec::new();
        for edition in &report.settings.editions {
            let is_template = selection.template.is_empty() || selection.template.contains(&edition.template.value);
            for language in &edition.languages {
                if is_template && (selection.lang.is_empty() || selection.lang.contains(&language.value)) {
                    wanted.push((edition.template.clone(), language.clone()));
                    if !languages.iter().any(|known| known.value == language.value) {
                        languages.push(language.clone());
                    }
                }
            }
        }
        if wanted.is_empty() && report.settings.editions.iter().any(|edition| !edition.languages.is_empty()) {
            let templates: Vec<&str> =
                report.settings.editions.iter().map(|edition| edition.template.value.as_str()).collect();
            let meant =
                selection.template.iter().find_map(|name| nearest(name, &templates).filter(|known| known != name));
            let editions = report.settings.editions.iter().flat_map(|edition| {
                let template = &edition.template.value;
                edition.languages.iter().map(move |language| format!("{template} ({})", language.value))
            });
            let editions: Vec<String> = editions.collect();
            diagnostics.push(
                Diagnostic::without_place(Code::NoEdition).with_nearest(meant).with("allowed", editions.join(", ")),
            );
        }
        let is_narrowed = !selection.lang.is_empty() || !selection.template.is_empty();
        Self { wanted, languages, is_narrowed }
    }

    /// Reads each wanted template once; `with_html` says whether web pages are wanted, which not every template can be.
    pub(super) fn templates(
        &self,
        with_html: bool,
        project: &mut Project,
        look: &Look,
        tree: &BTreeMap<String, Bytes>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<ReadyTemplate> {
        let mut ready: Vec<ReadyTemplate> = Vec::new();
        let mut seen = Vec::new();
        for (name, _) in &self.wanted {
            if seen.contains(&&name.value) {
                continue;
            }
            seen.push(&name.value);
            match Template::new(&name.value, tree) {
                Ok(mut template) => {
                    let place = remember(project, &format!("{}/{MANIFEST_FILE}", name.value), tree);
                    let theme = remember(project, THEME_PATH, tree);
                    // The theme is the same for all templates.
                    if ready.is_empty() {
                        let text = project.texts().get(&theme.file).cloned().unwrap_or_default();
                        check_file(&template.theme, &text, &theme, diagnostics);
                        check_look(look, &template.theme, diagnostics);
                    }
                    if *look != Look::default()
                        && let Err(error) = template.change_theme(look)
                    {
                        diagnostics.push(Diagnostic::at(Code::TemplateFailed, &theme).with_detail(error));
                    }
                    let html = if with_html { template.as_html() } else { None };
                    if with_html && html.is_none() {
                        diagnostics.push(
                            Diagnostic::at(Code::NoHtmlForm, &name.place)
                                .with("name", &name.value)
                                .with_related(&place),
                        );
                    }
                    ready.push(ReadyTemplate { template, html, place, theme });
                }
                Err(fault) => diagnostics.push(template_fault(project, name, fault, tree)),
            }
        }
        ready
    }

    /// Returns the templates that are wanted in a language.
    pub(super) fn templates_of<'a>(
        &'a self,
        language: &'a Language,
        templates: &'a [ReadyTemplate],
    ) -> impl Iterator<Item = &'a ReadyTemplate> {
        templates.iter().filter(move |ready| {
            self.wanted.iter().any(|(name, wanted)| name.value == ready.template.name && wanted.value == *language)
        })
    }
}

/// Keeps a template's text for the display of faults and returns its place.
fn remember(project: &mut Project, path: &str, tree: &BTreeMap<String, Bytes>) -> Place {
    let name: Arc<str> = format!("templates/{path}").into();
    if let Some(text) = tree.get(path).and_then(|data| std::str::from_utf8(data).ok()) {
        project.remember(&name, &text.into());
    }
    Place::whole(&name)
}

fn template_fault(
    project: &mut Project,
    name: &Located<String>,
    fault: TemplateFault,
    tree: &BTreeMap<String, Bytes>,
) -> Diagnostic {
    match fault {
        TemplateFault::Unknown(known) => Diagnostic::at(Code::UnknownTemplate, &name.place)
            .with("name", &name.value)
            .with_candidates(&name.value, known.iter().map(String::as_str)),
        TemplateFault::MissingFile(path) => {
            let file = format!("templates/{path}");
            Diagnostic::at(Code::FileUnreadable, &name.place).with("file", file).with("reason", "missing")
        }
        TemplateFault::Toml(path, range, message) => {
            let place = remember(project, &path, tree);
            let place = range.map_or(place.clone(), |range| Place::text(&place.file, range));
            let text = tree.get(&path).and_then(|data| std::str::from_utf8(data).ok()).unwrap_or_default();
            let is_toml = toml::de::DeTable::parse(text).is_ok();
            let code = if is_toml { Code::InvalidTemplate } else { Code::TomlSyntax };
            Diagnostic::at(code, &place).with("kind", "other").with("file", &place.file).with_detail(message)
        }
    }
}
