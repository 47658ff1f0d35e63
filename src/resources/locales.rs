//! The messages of a report: the built-in files of a language, overridden by the report's own.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, Words};
use crate::report::Language;
use crate::source::Project;

/// Reads the messages of a language: the built-in ones, overridden by the report's own.
pub fn locale_files(
    project: &mut Project,
    language: &Located<Language>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<LocaleFile>> {
    let tag = language.value.to_string();
    let mut files = Vec::new();
    let mut folders = vec![language.value.primary(), tag.as_str()];
    folders.dedup();
    let known: Vec<_> = folders.into_iter().filter_map(|folder| embedded::LOCALES.get_dir(folder)).collect();
    // A message gets the same variables in every language, even if the built-in one does not use them.
    let others = embedded::LOCALES.dirs().filter(|folder| !known.iter().any(|known| known.path() == folder.path()));
    let others = others.map(|folder| (folder, Layer::Example));
    for (folder, layer) in known.iter().map(|folder| (*folder, Layer::BuiltIn)).chain(others) {
        for file in folder.files() {
            if embedded::OWN_FILES.iter().any(|other| file.path().ends_with(other)) {
                continue;
            }
            let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
            let name: Arc<str> = embedded::name_of_messages(name).into();
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
    // Messages in a file that cannot be read would only be reported as missing.
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

/// Checks the report's messages as far as that is possible without a report.
pub fn check_locales(project: &mut Project, diagnostics: &mut Diagnostics) {
    for tag in project.folders_in("locales") {
        let Some(language) = Language::new(&tag) else { continue };
        let mut files = Vec::new();
        for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
            if let Some((name, text)) = project.read_text(&name, diagnostics) {
                files.push(LocaleFile { name, text, layer: Layer::Report });
            }
        }
        diagnostics.append(Words::new(language, &files, Arc::new(|_, _| true)).finish().problems);
    }
}
