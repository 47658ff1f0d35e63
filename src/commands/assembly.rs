//! Report folder → documents that are ready to be typeset, one for each template and language.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::Dir;
use typst::foundations::Bytes;

use super::figures::read_figures;
use crate::chart::{Color, Face, Typeface, Weight};
use crate::cli::Selection;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Position, Severity, nearest};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, Words};
use crate::payload::{self, Ingredients, Payload};
use crate::report::{Language, Report, Standard};
use crate::source::{self, Project, Texts};
use crate::typeset::{
    Document, Families, FontFile, Fonts, MAIN_FILE, MANIFEST_FILE, THEME_PATH, Template, TemplateFault, VirtualFiles,
};

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
}

/// Reads a report and puts the selected editions into words.
pub(super) fn assemble(selection: &Selection) -> Assembly {
    let mut project = Project::new(&selection.folder);
    let mut diagnostics = Diagnostics::default();
    let report = source::read(&mut project, &mut diagnostics);
    let fonts = read_fonts(&project, &mut diagnostics);
    let mut documents = Vec::new();
    let mut standards = Vec::new();
    if let Some(report) = report {
        standards.clone_from(&report.settings.standards);
        let editions = Editions::select(&report, selection, &mut diagnostics);
        let figures = read_figures(&project, &report, &mut diagnostics);
        let templates = read_tree(&project, "templates", &embedded::TEMPLATES, &mut diagnostics);
        let templates = editions.templates(&mut project, &templates, &mut diagnostics);
        // What only rows with faults refer to is not unused, and neither is what another edition uses.
        let can_tell_unused = !editions.is_narrowed && !diagnostics.has_errors();
        let mut spoken: Vec<Words> = Vec::new();
        for language in &editions.languages {
            let Some(files) = locale_files(&mut project, language, &mut diagnostics) else { continue };
            let of_language: Vec<&ReadyTemplate> = editions.templates_of(&language.value, &templates).collect();
            let Some(first) = of_language.first() else { continue };
            let families = first.template.theme.families(language.value.primary());
            let Some(typeface) = typeface(&families, &fonts, &first.theme_place, &mut diagnostics) else { continue };
            let words = words(&language.value, &files, &typeface).excuse(report.faulty.iter().map(ToString::to_string));
            for ready in of_language {
                let payload = payload::build(Ingredients {
                    report: &report,
                    words: &words,
                    template: &ready.template,
                    template_place: &ready.place,
                    families: &families,
                    typeface: &typeface,
                    figures: &figures,
                    material: selection.material.as_ref().or(report.settings.material.as_ref()),
                });
                documents.extend(document(&report, &ready.template, &words, payload, &mut diagnostics));
            }
            diagnostics.extend(words.take_faults());
            if can_tell_unused {
                diagnostics.extend(words.unused());
            }
            spoken.push(words);
        }
        for words in &spoken {
            diagnostics.extend(spoken.iter().flat_map(|other| words.untranslated(other)));
        }
    } else {
        check_locales(&mut project, &mut diagnostics);
    }
    let diagnostics = pinned_down(diagnostics, project.texts());
    Assembly { project, diagnostics, documents, fonts, standards }
}

/// Leaves out what only follows from other faults, and moves each fault of a character from the cell or the message that holds it to the character itself.
fn pinned_down(diagnostics: Diagnostics, texts: &Texts) -> Diagnostics {
    let mut pinned = Diagnostics::default();
    // What the data leaves out or says twice also spoils charts.
    let is_error = |fault: &Diagnostic| fault.code.severity() == Severity::Error;
    let faults: Vec<Diagnostic> = diagnostics.into_iter().collect();
    let has_causes = faults.iter().any(|fault| fault.code != Code::ChartFailed && is_error(fault));
    let faults = faults.into_iter().filter(|fault| fault.code != Code::ChartFailed || !has_causes);
    pinned.extend(faults.map(|mut diagnostic| {
        if diagnostic.code == Code::MissingGlyph
            && let (Some(place), Some(character)) = (&diagnostic.place, diagnostic.argument("character"))
            && let Position::Text(start, end) = place.position
            && let Some(text) = texts.get(&place.file)
        {
            let message_end = text.get(end..).and_then(end_of_message).map_or(text.len(), |length| end + length);
            let holders = [start..end, end..message_end];
            let found = holders.into_iter().find_map(|range| Some(range.start + text.get(range)?.find(character)?));
            if let Some(found) = found {
                diagnostic.place = Some(Place::text(&place.file, found..found + character.len()));
            }
        }
        diagnostic
    }));
    pinned
}

/// Returns where a message ends: at the next line that begins at the margin.
fn end_of_message(text: &str) -> Option<usize> {
    text.match_indices('\n').map(|(index, _)| index).find(|index| {
        text[index + 1..].starts_with(|first: char| !first.is_whitespace() && !matches!(first, '}' | '[' | '*'))
    })
}

/// The editions that are wanted.
struct Editions {
    wanted: Vec<(Located<String>, Located<Language>)>,
    languages: Vec<Located<Language>>,
    /// Whether the command line leaves some out; what only those use is then not unused.
    is_narrowed: bool,
}

/// A template and the places at which its faults are shown.
struct ReadyTemplate {
    template: Template,
    place: Place,
    theme_place: Place,
}

impl Editions {
    fn select(report: &Report, selection: &Selection, diagnostics: &mut Diagnostics) -> Self {
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

    /// Reads each wanted template once.
    fn templates(
        &self,
        project: &mut Project,
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
                Ok(template) => {
                    let place = remember(project, &format!("{}/{MANIFEST_FILE}", name.value), tree);
                    let theme_place = remember(project, THEME_PATH, tree);
                    let text = project.texts().get(&theme_place.file).cloned().unwrap_or_default();
                    check_theme(&template, &text, &theme_place, diagnostics);
                    ready.push(ReadyTemplate { template, place, theme_place });
                }
                Err(fault) => diagnostics.push(template_fault(project, name, fault, tree)),
            }
        }
        ready
    }

    /// Returns the templates that are wanted in a language.
    fn templates_of<'a>(
        &'a self,
        language: &'a Language,
        templates: &'a [ReadyTemplate],
    ) -> impl Iterator<Item = &'a ReadyTemplate> {
        templates.iter().filter(move |ready| {
            self.wanted.iter().any(|(name, wanted)| name.value == ready.template.name && wanted.value == *language)
        })
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

/// Reads the files of a built-in tree with those of the report laid over them, by their paths below it.
fn read_tree(
    project: &Project,
    folder: &str,
    built_in: &'static Dir<'static>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Bytes> {
    let mut tree: BTreeMap<String, Bytes> =
        embedded::files_below(built_in).into_iter().map(|(path, data)| (path, Bytes::new(data))).collect();
    for name in project.files_below(folder, &[]) {
        let place = Place::whole(&name.as_str().into());
        if let Some(data) = project.read_bytes(&name, &place, diagnostics) {
            let path = name.split_once('/').map_or(name.as_str(), |(_, path)| path);
            tree.insert(path.to_owned(), Bytes::new(data));
        }
    }
    tree
}

fn read_fonts(project: &Project, diagnostics: &mut Diagnostics) -> Fonts {
    let is_font = |path: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|found| ["ttf", "otf", "ttc", "otc"].iter().any(|known| found.eq_ignore_ascii_case(known)))
    };
    let tree = read_tree(project, "fonts", &embedded::FONTS, diagnostics);
    let files = tree
        .into_iter()
        .filter(|(path, _)| is_font(path))
        .map(|(path, data)| FontFile { name: path.replace('/', "-"), data })
        .collect();
    let (fonts, unusable) = Fonts::new(files);
    for name in unusable {
        let file = format!("fonts/{name}").as_str().into();
        diagnostics.push(Diagnostic::at(Code::InvalidFont, &Place::whole(&file)).with("font", name));
    }
    fonts
}

/// Checks what can be checked of the report's words where nothing is known of the report itself.
fn check_locales(project: &mut Project, diagnostics: &mut Diagnostics) {
    for tag in project.folders_in("locales") {
        let Some(language) = Language::new(&tag) else { continue };
        let mut files = Vec::new();
        for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
            if let Some((name, text)) = project.read_text(&name, diagnostics) {
                files.push(LocaleFile { name, text, layer: Layer::Report });
            }
        }
        diagnostics.extend(Words::new(language, &files, Arc::new(|_| true)).take_faults());
    }
}

/// Reads the words of a language: the built-in ones, and the report's own over them.
fn locale_files(
    project: &mut Project,
    language: &Located<Language>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<LocaleFile>> {
    let tag = language.value.to_string();
    let mut files = Vec::new();
    let mut folders = vec![language.value.primary(), tag.as_str()];
    folders.dedup();
    let known: Vec<_> = folders.into_iter().filter_map(|folder| embedded::LOCALES.get_dir(folder)).collect();
    // A message is given the same variables in every language, whether or not nenpo speaks it.
    let others = embedded::LOCALES.dirs().filter(|folder| !known.iter().any(|known| known.path() == folder.path()));
    let others = others.map(|folder| (folder, Layer::Example));
    for (folder, layer) in known.iter().map(|folder| (*folder, Layer::BuiltIn)).chain(others) {
        for file in folder.files() {
            let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
            let name: Arc<str> = format!("nenpo/locales/{}", name.replace('\\', "/")).into();
            let text: Arc<str> = text.into();
            project.remember(&name, &text);
            files.push(LocaleFile { name, text, layer });
        }
    }
    let mut are_whole = true;
    for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
        match project.read_text(&name, diagnostics) {
            Some((name, text)) => files.push(LocaleFile { name, text, layer: Layer::Report }),
            None => are_whole = false,
        }
    }
    // What stands in a file that cannot be read would only be said to be missing.
    if !are_whole {
        return None;
    }
    if files.iter().all(|file| file.layer == Layer::Example) {
        diagnostics.push(
            Diagnostic::at(Code::UnknownLanguage, &language.place)
                .with("language", &tag)
                .with_candidates(&tag, embedded::LOCALES.dirs().filter_map(|folder| folder.path().to_str())),
        );
        return None;
    }
    Some(files)
}

fn words(language: &Language, files: &[LocaleFile], typeface: &Typeface) -> Words {
    let typeface = typeface.clone();
    let printable =
        move |character: char| typeface.missing(character.encode_utf8(&mut [0; 4]), Weight::Regular).is_none();
    Words::new(language.clone(), files, Arc::new(printable))
}

/// Returns the measures of a language's fonts.
fn typeface(families: &Families, fonts: &Fonts, theme: &Place, diagnostics: &mut Diagnostics) -> Option<Typeface> {
    let mut faces = [Vec::new(), Vec::new()];
    for family in families.sans.iter().chain(&families.serif) {
        for (faces, bold) in faces.iter_mut().zip([false, true]) {
            let face = fonts.family(family, bold).and_then(|data| Face::new(family.as_str(), data).ok());
            if face.is_none() {
                diagnostics.push(Diagnostic::at(Code::InvalidFont, theme).with("font", family));
            }
            if families.sans.contains(family) {
                faces.extend(face);
            }
        }
    }
    let [regular, bold] = faces;
    let typeface = Typeface::new(regular, bold);
    if typeface.is_err() {
        diagnostics.push(Diagnostic::at(Code::InvalidFont, theme).with("font", families.sans.join(", ")));
    }
    typeface.ok()
}

/// Requires that every colour of the theme is one.
fn check_theme(template: &Template, text: &str, place: &Place, diagnostics: &mut Diagnostics) {
    let theme = &template.theme;
    for color in theme.accents.iter().chain(theme.ink.values()).chain(theme.status.values()) {
        if let Err(error) = color.parse::<Color>() {
            let place = text
                .find(&format!("\"{color}\""))
                .map_or_else(|| place.clone(), |start| Place::text(&place.file, start..start + color.len() + 2));
            diagnostics
                .push(Diagnostic::at(Code::InvalidTemplate, &place).with("file", &place.file).with_detail(error));
        }
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
            Diagnostic::at(code, &place).with("file", &place.file).with_detail(message)
        }
    }
}
