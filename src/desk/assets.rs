//! The files of the page, and its words.

use std::collections::{BTreeMap, BTreeSet};

use crate::embedded::{self, DESK_FILE, HTML_FILE};
use crate::locale::Words;
use crate::payload::LANGUAGE_NAME;
use crate::report::Language;
use crate::terminal::Terminal;

/// The address of the page's first file.
const FIRST: &str = "index.html";

/// A file of the page by its name, with its media type; the first one for an empty name.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static [u8])> {
    let name = if name.is_empty() { FIRST } else { name };
    let file = embedded::DESK.get_file(name)?;
    let extension = file.path().extension()?.to_str()?;
    Some((media_type(extension)?, file.contents()))
}

fn media_type(extension: &str) -> Option<&'static str> {
    Some(match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

/// All messages of the page by their identifiers. A variable is a name in braces, which the page replaces.
pub(super) fn messages(words: &Words) -> BTreeMap<String, String> {
    let file = embedded::LOCALES.get_file(format!("{}/{DESK_FILE}", words.language().primary()));
    let text = file.and_then(include_dir::File::contents_utf8).unwrap_or_default();
    let variables: BTreeSet<&str> = text.split("{ $").skip(1).filter_map(|rest| rest.split(" }").next()).collect();
    let placeholders: Vec<(&str, String)> = variables.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
    let arguments: Vec<(&str, &str)> = placeholders.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let identifiers =
        text.lines().filter_map(|line| Some(line.split_once(" =")?.0)).filter(|id| !id.contains([' ', '#']));
    identifiers.filter_map(|id| Some((id.to_owned(), words.optional(id, &arguments)?))).collect()
}

/// The name of a language in itself; its tag if nenpo does not speak it.
pub(super) fn language_name(language: &Language) -> String {
    let words = Terminal::built_in(language.clone(), &[HTML_FILE]);
    words.optional(LANGUAGE_NAME, &[]).unwrap_or_else(|| language.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::OriginKind;

    fn spoken(tag: &str) -> BTreeMap<String, String> {
        messages(&Terminal::new(Language::new(tag).as_ref()).words_of(&[DESK_FILE]))
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        let (japanese, english) = (spoken("ja"), spoken("en"));
        let variables = |text: &String| -> BTreeSet<String> {
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
        };
        let names = |all: &BTreeMap<String, String>| -> BTreeMap<String, BTreeSet<String>> {
            all.iter().map(|(id, text)| (id.clone(), variables(text))).collect()
        };
        assert!(!japanese.is_empty());
        assert_eq!(names(&japanese), names(&english));
    }

    #[test]
    fn whatever_the_desk_names_has_words() {
        let all = spoken("en");
        let kinds = OriginKind::NAMES.map(|(name, _)| format!("desk-kind-{name}"));
        let jobs = ["new", "add", "build", "check", "export", "verify", "packet"].map(|name| format!("desk-do-{name}"));
        let statuses = ["running", "done", "failed", "cancelled"].map(|name| format!("desk-status-{name}"));
        for id in kinds.iter().chain(&jobs).chain(&statuses) {
            assert!(all.contains_key(id), "{id}");
        }
    }

    /// What is said in Rust and in JavaScript, by the names of messages in quotation marks.
    #[test]
    fn no_message_is_asked_for_that_there_is_not() {
        let all = spoken("en");
        let scripts = embedded::DESK.files().filter_map(include_dir::File::contents_utf8);
        let sources = [
            include_str!("model.rs"),
            include_str!("routes.rs"),
            include_str!("places.rs"),
            include_str!("settings.rs"),
        ];
        for text in scripts.chain(sources) {
            for part in text.split(['"', '\'', '`']).filter(|part| part.starts_with("desk-")) {
                let is_begun = part.contains("${") || part.ends_with('-');
                let is_name = part.bytes().all(|byte| byte.is_ascii_lowercase() || b"-.".contains(&byte));
                assert!(is_begun || !is_name || all.contains_key(part), "{part}");
            }
        }
    }

    #[test]
    fn the_page_is_html_and_nothing_else_is_given_out() {
        assert!(file("").unwrap().0.starts_with("text/html"));
        for name in ["../Cargo.toml", "nothing.js", "/etc/passwd", "."] {
            assert!(file(name).is_none(), "{name}");
        }
    }
}
