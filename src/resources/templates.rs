//! The templates of a report, read and checked together with the report's changes to the theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::foundations::Bytes;

use super::layers::read_tree;
use super::theme::{check_file, check_look};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::embedded;
use crate::format::TEMPLATE_FORMAT;
use crate::report::Look;
use crate::source::Project;
use crate::typeset::{MANIFEST_FILE, PACKET_FOLDER, RenamedKey, THEME_PATH, Template, TemplateError};

/// A checked template, and the places for its diagnostics.
pub struct ReadyTemplate {
    /// The template.
    pub template: Template,
    /// The template of the web page, if one is requested.
    pub html: Option<Template>,
    /// The manifest.
    pub place: Place,
    /// The theme.
    pub theme: Place,
}

/// Reads each template once. `with_html` requests the web pages as well, which not every template has.
pub fn read_templates<'a>(
    names: impl Iterator<Item = &'a Located<String>>,
    with_html: bool,
    project: &mut Project,
    look: &Look,
    diagnostics: &mut Diagnostics,
) -> Vec<ReadyTemplate> {
    let tree = read_tree(project, "templates", &embedded::TEMPLATES, diagnostics);
    let mut ready: Vec<ReadyTemplate> = Vec::new();
    let mut seen = Vec::new();
    for name in names {
        if seen.contains(&&name.value) {
            continue;
        }
        seen.push(&name.value);
        match Template::new(&name.value, &tree) {
            Ok(template) => {
                let is_first = ready.is_empty();
                let mut template = with_look(template, look, is_first, project, &tree, diagnostics);
                template.html = template.html.filter(|_| with_html);
                if with_html && template.html.is_none() {
                    let problem = Diagnostic::at(Code::NoHtmlForm, &name.place).with("name", &name.value);
                    diagnostics.push(problem.with_related(&template.place));
                }
                ready.push(template);
            }
            Err(problem) => diagnostics.extend(template_problems(project, name, problem, &tree)),
        }
    }
    ready
}

/// Reads the pages of packets, those for paper and the web page. `place` is that of the packet's settings.
pub fn read_packet_template(
    project: &mut Project,
    look: &Look,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Option<ReadyTemplate> {
    let tree = read_tree(project, "templates", &embedded::TEMPLATES, diagnostics);
    match Template::of_packets(&tree) {
        Ok(template) => Some(with_look(template, look, true, project, &tree, diagnostics)),
        Err(problem) => {
            let name = Located::new(PACKET_FOLDER.to_owned(), place.clone());
            diagnostics.extend(template_problems(project, &name, problem, &tree));
            None
        }
    }
}

/// Applies a look to a template and to its web page; `is_first` checks the theme and the look as well.
fn with_look(
    mut template: Template,
    look: &Look,
    is_first: bool,
    project: &mut Project,
    tree: &BTreeMap<String, Bytes>,
    diagnostics: &mut Diagnostics,
) -> ReadyTemplate {
    let place = remember(project, &format!("{}/{MANIFEST_FILE}", template.name), tree);
    let theme = remember(project, THEME_PATH, tree);
    if is_first {
        let text = project.texts().get(&theme.file).cloned().unwrap_or_default();
        check_file(&template.theme, &text, &theme, diagnostics);
        check_look(look, &template.theme, diagnostics);
    }
    if *look != Look::default()
        && let Err(error) = template.change_theme(look)
    {
        diagnostics.push(Diagnostic::at(Code::TemplateFailed, &theme).with_detail(error));
    }
    let html = template.as_html();
    ReadyTemplate { template, html, place, theme }
}

/// Keeps a template's text for the display of diagnostics and returns its place.
fn remember(project: &mut Project, path: &str, tree: &BTreeMap<String, Bytes>) -> Place {
    let name: Arc<str> = format!("templates/{path}").into();
    if let Some(text) = tree.get(path).and_then(|data| std::str::from_utf8(data).ok()) {
        project.remember(&name, &text.into());
    }
    Place::whole(&name)
}

fn template_problems(
    project: &mut Project,
    name: &Located<String>,
    problem: TemplateError,
    tree: &BTreeMap<String, Bytes>,
) -> Vec<Diagnostic> {
    let diagnostic = match problem {
        TemplateError::Unknown(known) => Diagnostic::at(Code::UnknownTemplate, &name.place)
            .with("name", &name.value)
            .with_candidates(&name.value, known.iter().map(String::as_str)),
        TemplateError::MissingFile(path) => {
            let file = format!("templates/{path}");
            Diagnostic::at(Code::FileUnreadable, &name.place).with("file", file).with("reason", "missing")
        }
        TemplateError::Toml(path, range, message) => {
            let place = remember(project, &path, tree);
            let place = range.map_or(place.clone(), |range| Place::text(&place.file, range));
            let text = tree.get(&path).and_then(|data| std::str::from_utf8(data).ok()).unwrap_or_default();
            let is_toml = toml::de::DeTable::parse(text).is_ok();
            let code = if is_toml { Code::InvalidTemplate } else { Code::TomlSyntax };
            Diagnostic::at(code, &place).with("kind", "other").with("file", &place.file).with_detail(message)
        }
        TemplateError::Newer(path, range, format) => {
            let place = Place::text(&remember(project, &path, tree).file, range);
            let diagnostic = Diagnostic::at(Code::NewerFormat, &place).with("kind", "template");
            diagnostic.with("value", format).with("known", TEMPLATE_FORMAT)
        }
        TemplateError::Renamed(path, keys) => {
            let file = remember(project, &path, tree).file;
            let renamed = |key: RenamedKey| {
                let diagnostic = Diagnostic::at(Code::UnknownKey, &Place::text(&file, key.range));
                diagnostic.with("key", key.name).with_renamed(Some(key.new))
            };
            return keys.into_iter().map(renamed).collect();
        }
    };
    vec![diagnostic]
}
