//! Every code has its words in both languages of the command, and its line in `docs/diagnostics.md`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::{ast, parser, serializer};
use nenpo::diagnostic::{Code, Severity};
use nenpo::embedded;

/// What every code's message begins with.
const PREFIX: &str = "diagnostic-";

/// Variables that every message is given, or that only notes use.
const COMMON: [&str; 1] = ["place"];

/// The parts of a message — its value and its attributes — and the variables of each.
type Parts = BTreeMap<String, BTreeSet<String>>;

/// Returns the messages that speak of codes, by code.
fn messages(language: &str) -> BTreeMap<String, Parts> {
    messages_of(language, embedded::DIAGNOSTICS_FILE, PREFIX)
}

/// Returns the messages of a file whose names begin with a prefix, by what follows it.
fn messages_of(language: &str, file: &str, prefix: &str) -> BTreeMap<String, Parts> {
    let file = embedded::LOCALES.get_file(format!("{language}/{file}")).unwrap();
    let resource = parser::parse(file.contents_utf8().unwrap()).unwrap();
    resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => {
                let code = message.id.name.strip_prefix(prefix)?;
                let value = message.value.iter().map(|value| (String::new(), variables(value)));
                let attributes = message
                    .attributes
                    .iter()
                    .map(|attribute| (attribute.id.name.to_owned(), variables(&attribute.value)));
                Some((code.to_owned(), value.chain(attributes).collect()))
            }
            _ => None,
        })
        .collect()
}

/// Returns the names behind each `$` of a pattern.
fn variables(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
    let message = ast::Message {
        id: ast::Identifier { name: "a" },
        value: Some(pattern.clone()),
        attributes: vec![],
        comment: None,
    };
    let text = serializer::serialize(&ast::Resource { body: vec![ast::Entry::Message(message)] });
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.split(|character: char| !character.is_ascii_alphanumeric() && character != '-').next().unwrap()
        })
        .filter(|name| !COMMON.contains(name))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_code_says_what_is_wrong_and_how_to_mend_it_in_both_languages() {
    let (japanese, english) = (messages("ja"), messages("en"));
    for code in Code::ALL {
        let parts = english.get(code.as_str()).unwrap_or_else(|| panic!("{} has no English words", code.as_str()));
        assert!(parts.contains_key("") && parts.contains_key("help"), "{}", code.as_str());
        assert_eq!(japanese.get(code.as_str()), Some(parts), "{}: parts or variables differ", code.as_str());
    }
}

#[test]
fn no_words_speak_of_a_code_that_does_not_exist() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    for language in ["ja", "en"] {
        let known = messages(language);
        let surplus: Vec<&String> = known.keys().filter(|code| !codes.contains(code.as_str())).collect();
        assert!(surplus.is_empty(), "{language}: {surplus:?}");
    }
}

#[test]
fn what_is_said_of_commands_has_the_same_parts_in_both_languages() {
    let said = |language: &str| messages_of(language, embedded::COMMAND_FILE, "");
    assert_eq!(said("ja"), said("en"));
}

#[test]
fn every_code_stands_in_the_documentation_with_its_severity() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let page = fs::read_to_string(page).unwrap();
    let documented: Vec<(&str, &str)> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.split('|').map(str::trim);
            let code = cells.nth(1)?.strip_prefix('`')?.strip_suffix('`')?;
            Some((code, cells.next()?))
        })
        .collect();
    let expected: Vec<(&str, &str)> = Code::ALL
        .iter()
        .map(|code| {
            let severity = match code.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            (code.as_str(), severity)
        })
        .collect();
    assert_eq!(documented, expected, "docs/diagnostics.md lists the codes in the order of the enum");
}
