//! Reads texts in each language of a packet.

use std::collections::BTreeMap;

use super::super::invisible;
use super::super::toml_table::{TextOrTexts, TomlTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, nearest};
use crate::packet::{LONGEST_TEXT, Texts};
use crate::report::Language;
use crate::unicode::is_selector;

/// Whether a text can be the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// Each language has its own.
    Translated,
    /// A proper name, such as that of a room, may be the same.
    Name,
}

/// The languages of a packet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Languages<'a> {
    all: &'a [Located<Language>],
    /// False if some could not be read, so that texts cannot be compared with them.
    are_whole: bool,
}

impl<'a> Languages<'a> {
    pub(super) fn new(all: &'a [Located<Language>], are_whole: bool) -> Self {
        Self { all, are_whole }
    }

    /// `title = { ja = "…", en = "…" }`.
    fn example(self, key: &str) -> String {
        let each: Vec<String> = self.all.iter().map(|language| format!("{} = \"…\"", language.value)).collect();
        format!("{key} = {{ {} }}", each.join(", "))
    }
}

pub(super) fn required_texts(
    table: &mut TomlTable<'_>,
    key: &'static str,
    wording: Wording,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Texts> {
    table.require(key);
    optional_texts(table, key, wording, languages, diagnostics)
}

pub(super) fn optional_texts(
    table: &mut TomlTable<'_>,
    key: &'static str,
    wording: Wording,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Texts> {
    let name = table.name(key);
    match table.text_or_texts(key, diagnostics)? {
        TextOrTexts::Text(text) => {
            if wording == Wording::Translated && languages.are_whole && languages.all.len() > 1 {
                let problem = Diagnostic::at(Code::WrongType, &text.place).with("key", &name).with("wanted", "texts");
                diagnostics.push(problem.with("example", languages.example(key)));
                return None;
            }
            sound(&text, &name, diagnostics).map(Texts::Same)
        }
        TextOrTexts::ByName(place, texts) => {
            let texts = by_language(&name, &place, texts, languages, diagnostics);
            let read =
                texts.into_iter().filter_map(|(language, text)| Some((language, sound(&text, &name, diagnostics)?)));
            Some(Texts::ByLanguage(read.collect::<BTreeMap<_, _>>()))
        }
    }
}

/// Sorts strings by their languages, in the order of the packet, and reports languages that are missing, unknown or
/// named twice.
pub(super) fn by_language(
    name: &str,
    place: &Place,
    texts: Vec<(Located<String>, Located<String>)>,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Language, Located<String>)> {
    let allowed: Vec<String> = languages.all.iter().map(|language| language.value.to_string()).collect();
    let mut found: Vec<(Located<Language>, Located<String>)> = Vec::new();
    // A language whose name is misspelt is not also missing.
    let mut meant: Vec<Language> = Vec::new();
    for (tag, text) in texts {
        let written = Language::new(&tag.value);
        let Some(language) = written.clone().filter(|language| languages.has(language)) else {
            if languages.are_whole {
                let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
                let of_country = written.and_then(|written| written.meant()).filter(|meant| languages.has(meant));
                let nearest = nearest(&tag.value, &allowed).and_then(Language::new);
                let probable = of_country.or(nearest);
                meant.extend(probable.clone());
                diagnostics.push(
                    Diagnostic::at(Code::UnknownKey, &tag.place)
                        .with("key", format!("{name}.{}", tag.value))
                        .with_nearest(probable)
                        .with("allowed", allowed.join(", ")),
                );
            }
            continue;
        };
        // `ja` and `JA` are two keys of TOML.
        match found.iter().find(|(known, _)| known.value == language) {
            Some((first, _)) => {
                let problem = Diagnostic::at(Code::DuplicateId, &tag.place).with("part", "id").with("id", &tag.value);
                diagnostics.push(problem.with_related(&first.place));
            }
            None => found.push((Located::new(language, tag.place), text)),
        }
    }
    let is_found =
        |language: &Language| found.iter().any(|(known, _)| known.value == *language) || meant.contains(language);
    for language in languages.all.iter().filter(|language| !is_found(&language.value)) {
        diagnostics.push(
            Diagnostic::at(Code::MissingKey, place)
                .with("part", "language")
                .with("key", format!("{name}.{}", language.value))
                .with("language", &language.value),
        );
    }
    let order = |language: &Language| languages.all.iter().position(|known| known.value == *language);
    found.sort_by_key(|(language, _)| order(&language.value));
    found.into_iter().map(|(language, text)| (language.value, text)).collect()
}

impl Languages<'_> {
    fn has(self, language: &Language) -> bool {
        self.all.iter().any(|known| known.value == *language)
    }
}

/// A text in one line, without spaces around it. `None`, with a diagnostic, if it is empty, too long, or has invisible
/// characters other than those of names, such as variation selectors.
fn sound(text: &Located<String>, name: &str, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
    let lines = text.value.split(['\n', '\r', '\t', '\u{B}', '\u{C}']).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    let is_joiner = |character: char| matches!(character, '\u{200C}' | '\u{200D}');
    let seen: String = line.chars().filter(|character| !is_selector(*character) && !is_joiner(*character)).collect();
    let invalid = || Diagnostic::at(Code::InvalidValue, &text.place).with("key", name).with("value", &line);
    let problem = if seen.is_empty() {
        Some(invalid().with("part", "empty"))
    } else if line.chars().count() > LONGEST_TEXT {
        Some(invalid().with("part", "length").with("most", LONGEST_TEXT))
    } else {
        invisible::diagnostic(&seen, &text.place)
    };
    match problem {
        None => Some(Located::new(line, text.place.clone())),
        Some(problem) => {
            diagnostics.push(problem);
            None
        }
    }
}
