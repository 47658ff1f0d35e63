//! What a report takes from the binary and from its own folder: templates, fonts, words. The report's lie over the
//! built-in ones.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::Dir;
use typst::foundations::Bytes;

use crate::chart::{Face, Typeface};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, Words};
use crate::report::Language;
use crate::source::Project;
use crate::typeset::{Families, FontFile, Fonts};

/// The endings of names that fonts have.
pub(super) const FONT_EXTENSIONS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// Reads the files of a built-in tree with those of the report laid over them, by their paths below it.
pub(super) fn read_tree(
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

/// Reads the fonts; files that are none are faults.
pub(super) fn read_fonts(project: &Project, diagnostics: &mut Diagnostics) -> Fonts {
    let is_font = |path: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|found| FONT_EXTENSIONS.iter().any(|known| found.eq_ignore_ascii_case(known)))
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
pub(super) fn check_locales(project: &mut Project, diagnostics: &mut Diagnostics) {
    for tag in project.folders_in("locales") {
        let Some(language) = Language::new(&tag) else { continue };
        let mut files = Vec::new();
        for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
            if let Some((name, text)) = project.read_text(&name, diagnostics) {
                files.push(LocaleFile { name, text, layer: Layer::Report });
            }
        }
        diagnostics.append(Words::new(language, &files, Arc::new(|_, _| true)).take_faults());
    }
}

/// Reads the words of a language: the built-in ones, and the report's own over them.
pub(super) fn locale_files(
    project: &mut Project,
    language: &Located<Language>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<LocaleFile>> {
    let tag = language.value.to_string();
    let mut files = Vec::new();
    let mut folders = vec![language.value.primary(), tag.as_str()];
    folders.dedup();
    let known: Vec<_> = folders.into_iter().filter_map(|folder| embedded::LOCALES.get_dir(folder)).collect();
    // A message is given the same variables in every language, whether or not nenpo's own words use them all.
    let others = embedded::LOCALES.dirs().filter(|folder| !known.iter().any(|known| known.path() == folder.path()));
    let others = others.map(|folder| (folder, Layer::Example));
    for (folder, layer) in known.iter().map(|folder| (*folder, Layer::BuiltIn)).chain(others) {
        for file in folder.files() {
            if embedded::OWN_FILES.iter().any(|other| file.path().ends_with(other)) {
                continue;
            }
            let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
            let name: Arc<str> = format!("nenpo/locales/{}", name.replace('\\', "/")).into();
            let text: Arc<str> = text.into();
            project.remember(&name, &text);
            files.push(LocaleFile { name, text, layer });
        }
    }
    let mut are_whole = true;
    for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
        if name.ends_with(&format!("/{}", embedded::TABLES_FILE)) {
            continue;
        }
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

/// Returns the measures of a language's fonts; a family that is not there is a fault where it is named.
pub(super) fn typeface(
    families: &Families,
    fonts: &Fonts,
    place_of: impl Fn(&str) -> Place,
    diagnostics: &mut Diagnostics,
) -> Option<Typeface> {
    let mut faces = [Vec::new(), Vec::new()];
    for family in families.sans.iter().chain(&families.serif) {
        for (faces, bold) in faces.iter_mut().zip([false, true]) {
            let face = fonts.family(family, bold).and_then(|data| Face::new(family.as_str(), data).ok());
            if face.is_none() {
                diagnostics.push(Diagnostic::at(Code::InvalidFont, &place_of(family)).with("font", family));
            }
            if families.sans.contains(family) {
                faces.extend(face);
            }
        }
    }
    let [regular, bold] = faces;
    let typeface = Typeface::new(regular, bold);
    if typeface.is_err() {
        let first = families.sans.first().map(String::as_str).unwrap_or_default();
        let place = place_of(first);
        diagnostics.push(Diagnostic::at(Code::InvalidFont, &place).with("font", families.sans.join(", ")));
    }
    typeface.ok()
}
