//! The vocabulary of a report's tables: the built-in messages of every language, and the report's own.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, SLOT, Words};
use crate::report::{Comparator, Language, NoteId, ObservationStatus, UnitId};
use crate::source::{Absence, Project, Vocabulary};

/// The built-in files whose messages tables may use: `tables.ftl`, and the names of kinds and units.
const BUILT_IN: [&str; 2] = [embedded::TABLES_FILE, "shared.ftl"];

const SEPARATOR: char = '|';

/// Builds the vocabulary. Problems of the report's messages are reported where these are read for printing.
pub fn vocabulary(mut project: Project) -> Vocabulary {
    let built_in = embedded::LOCALES.dirs().filter_map(|folder| folder.path().to_str().map(str::to_owned));
    let languages: BTreeSet<String> = built_in.chain(project.folders_in("locales")).collect();
    let mut vocabulary = Vocabulary::default();
    for (tag, language) in languages.iter().filter_map(|tag| Some((tag, Language::new(tag)?))) {
        let built_in = BUILT_IN.iter().filter_map(|name| embedded::LOCALES.get_file(format!("{tag}/{name}")));
        let mut files: Vec<LocaleFile> = built_in
            .filter_map(|file| {
                let text = file.contents_utf8()?.into();
                Some(LocaleFile { name: tag.as_str().into(), text, layer: Layer::BuiltIn })
            })
            .collect();
        for name in project.files_below(&format!("locales/{tag}"), &["ftl"]) {
            let read = project.read_text(&name, &mut Diagnostics::default());
            files.extend(read.map(|(name, text)| LocaleFile { name, text, layer: Layer::Report }));
        }
        let words = Words::new(language, &files, Arc::new(|_, _| true));
        if words.has_decimal_comma() {
            vocabulary.add_decimal_comma(words.language().clone());
        }
        for (name, first_year) in words.eras() {
            vocabulary.add_era(&name, first_year);
        }
        for key in words.keys() {
            let is_own = words.place(&key).is_some_and(|place| place.file.starts_with("locales/"));
            learn(&mut vocabulary, &words, &key, is_own);
        }
    }
    vocabulary
}

/// Checks the report's messages for tables: one that is not read is misspelt.
pub fn check_table_words(project: &mut Project, diagnostics: &mut Diagnostics) {
    for tag in project.folders_in("locales") {
        let name = format!("locales/{tag}/{}", embedded::TABLES_FILE);
        let Some(language) = Language::new(&tag).filter(|_| project.has(&name)) else { continue };
        let Some((name, text)) = project.read_text(&name, diagnostics) else { continue };
        let files = [LocaleFile { name, text, layer: Layer::Report }];
        let words = Words::new(language, &files, Arc::new(|_, _| true)).finish();
        diagnostics.append(words.problems.clone());
        let known = built_in_keys();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        // Kinds and units may be the report's own; columns for each language have the language as attribute.
        let is_own = |key: &str| key.starts_with("value-kind-") || key.starts_with("value-unit-");
        let is_known = |key: &str| known.contains(&key) || known.contains(&key.split('.').next().unwrap_or_default());
        for key in words.keys().into_iter().filter(|key| !is_own(key) && !is_known(key)) {
            if let Some(place) = words.place(&key) {
                let problem = Diagnostic::at(Code::UnusedMessage, place);
                diagnostics.push(problem.with_nearest(nearest(&key, &known)).with("id", &key));
            }
        }
    }
}

/// The names of all built-in messages for tables, of any language.
fn built_in_keys() -> BTreeSet<String> {
    let folders = embedded::LOCALES.dirs();
    let files = folders.filter_map(|folder| embedded::LOCALES.get_file(folder.path().join(embedded::TABLES_FILE)));
    let texts = files.filter_map(|file| {
        Some(LocaleFile {
            name: embedded::TABLES_FILE.into(),
            text: file.contents_utf8()?.into(),
            layer: Layer::BuiltIn,
        })
    });
    texts.flat_map(|file| Words::new(Language::default(), &[file], Arc::new(|_, _| true)).keys()).collect()
}

/// Adds what a message says of tables, if anything. `is_own` is true for messages of the report.
fn learn(vocabulary: &mut Vocabulary, words: &Words, key: &str, is_own: bool) {
    let text = words.optional(key, &[("value", SLOT)]).unwrap_or_default();
    let listed = || text.split(SEPARATOR).map(str::trim).filter(|word| !word.is_empty());
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let (kind, name) = id.split_once('-').unwrap_or((id, ""));
    match (kind, name, attribute) {
        ("column", column, Some(language)) => {
            listed().for_each(|header| vocabulary.add_column(&format!("{column}@{language}"), header, is_own));
        }
        ("column", column, None) => {
            for header in listed() {
                vocabulary.add_column(column, header, is_own);
                // Without a tag, the header is that of the message's language.
                vocabulary.add_column(&format!("{column}@{}", words.language().primary()), header, is_own);
            }
        }
        ("value", name, None) => {
            let Some((column, value)) = name.split_once('-') else { return };
            let comparator = Comparator::NAMES.iter().find(|(_, comparator)| comparator.word() == value);
            let value = comparator.map_or(value, |(sign, _)| sign);
            listed().for_each(|word| vocabulary.add_value(column, value, word, is_own));
        }
        ("row", kind, None) => listed().for_each(|word| vocabulary.add_value("row", kind, word, is_own)),
        // The heading of the column of grades is not a grade.
        ("evaluation", "title", None) => {}
        ("group" | "kind" | "evaluation", name, None) => vocabulary.add_value(kind, name, &text, is_own),
        ("group", name, Some("label")) => vocabulary.add_value(kind, name, &text, is_own),
        // Offices write the number before the name.
        ("group", name, Some("number")) => {
            let whole = words.optional(id, &[]).unwrap_or_default();
            vocabulary.add_value(kind, name, &(text + &whole), is_own);
        }
        ("symbol" | "sign", status, None) => {
            if let Some((_, status)) = ObservationStatus::absences().into_iter().find(|(name, _)| *name == status) {
                let absence = Absence { status, is_certain: kind == "symbol" };
                listed().for_each(|word| vocabulary.add_absence(word, absence));
            }
        }
        ("sheet", sheet, None) => listed().for_each(|name| vocabulary.add_sheet(sheet, name)),
        ("prefix", "cumulative", None) => listed().for_each(|word| vocabulary.add_cumulative_prefix(word)),
        ("fiscal", "year-prefix", None) => listed().for_each(|word| vocabulary.add_year_affix(word, "")),
        ("fiscal", "year-suffix", None) => listed().for_each(|word| vocabulary.add_year_affix("", word)),
        ("unit", unit, None) => {
            if let Some((unit, (prefix, suffix))) = UnitId::new(unit).zip(text.split_once(SLOT)) {
                vocabulary.add_unit(unit, prefix, suffix);
            }
        }
        ("mark", "note", None) => {
            // The mark is formatted from the number of its note.
            let numbered = words.optional(key, &[("number", SLOT)]).unwrap_or_default();
            if let Some((prefix, suffix)) = numbered.split_once(SLOT) {
                vocabulary.add_numbered_mark(prefix, suffix);
            }
        }
        ("note", note, Some("mark")) => {
            if let Some(note) = NoteId::new(note) {
                vocabulary.add_mark(&text, note);
            }
        }
        _ => {}
    }
}
