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

#[test]
fn every_bound_stands_in_the_documentation_as_the_program_has_it() {
    use nenpo::{diagnostic, figure, locale, source, typeset};
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bounds.md")).unwrap();
    let row = |constant: &str| {
        let name = format!("| `{constant}` |");
        table.lines().find(|line| line.ends_with(&name)).unwrap_or_else(|| panic!("{constant}")).to_owned()
    };
    let grouped = |number: u64| {
        let digits: Vec<char> = number.to_string().chars().rev().collect();
        let groups: Vec<String> = digits.chunks(3).map(|group| group.iter().collect()).collect();
        groups.join(",").chars().rev().collect::<String>()
    };
    let mib = |bytes: u64| format!("{} MiB", bytes / (1024 * 1024));
    for (constant, bound) in [
        ("source::LARGEST_FILE", mib(source::LARGEST_FILE)),
        ("source::LARGEST_PROSE", mib(source::LARGEST_PROSE)),
        ("source::MOST_OF_REPORT", mib(source::MOST_OF_REPORT)),
        ("source::MOST_PROSE_OF_REPORT", mib(source::MOST_PROSE_OF_REPORT)),
        ("source::MOST_ENTRIES", grouped(source::MOST_ENTRIES as u64)),
        ("source::MOST_ROWS", grouped(source::MOST_ROWS as u64)),
        ("source::MOST_COLUMNS", grouped(source::MOST_COLUMNS as u64)),
        ("source::MOST_CELLS", grouped(source::MOST_CELLS as u64)),
        ("source::LONGEST_CELL", grouped(source::LONGEST_CELL as u64)),
        ("diagnostic::MOST_KEPT", grouped(diagnostic::MOST_KEPT as u64)),
        ("locale::LONGEST_PROSE", grouped(locale::LONGEST_PROSE as u64)),
        ("locale::LONGEST_PARAGRAPH", grouped(locale::LONGEST_PARAGRAPH as u64)),
        ("locale::MOST_BYTES", mib(locale::MOST_BYTES as u64)),
        ("locale::MOST_INSERTIONS", grouped(locale::MOST_INSERTIONS.into())),
        ("locale::MOST_SIGNS", grouped(locale::MOST_SIGNS as u64)),
        ("locale::MOST_UNBROKEN", grouped(locale::MOST_UNBROKEN as u64)),
        ("figure::MOST_DRAWING_BYTES", mib(figure::MOST_DRAWING_BYTES as u64)),
        ("figure::MOST_CORNERS", grouped(figure::MOST_CORNERS)),
        ("figure::MOST_READ", mib(figure::MOST_READ)),
        ("figure::MOST_ELEMENTS", grouped(figure::MOST_ELEMENTS)),
        ("figure::MOST_ELEMENTS_OF_REPORT", grouped(figure::MOST_ELEMENTS_OF_REPORT)),
        ("figure::MOST_DEPTH", grouped(figure::MOST_DEPTH as u64)),
        ("figure::MOST_ATTRIBUTES", grouped(figure::MOST_ATTRIBUTES as u64)),
        ("figure::MOST_LETTERS", grouped(figure::MOST_LETTERS)),
        ("figure::MOST_COMPARISONS", grouped(figure::MOST_COMPARISONS)),
        ("figure::MOST_REGION", figure::MOST_REGION.to_string()),
        ("figure::MOST_FILTERED", grouped(figure::MOST_FILTERED)),
        ("figure::MOST_ENTITY", grouped(figure::MOST_ENTITY as u64)),
        ("figure::MOST_EXPANSION", mib(figure::MOST_EXPANSION as u64)),
        ("figure::MOST_PIXEL_BYTES", mib(figure::MOST_PIXEL_BYTES)),
        ("figure::MOST_PIXEL_BYTES_OF_REPORT", mib(figure::MOST_PIXEL_BYTES_OF_REPORT)),
        ("figure::MOST_UNPACKED", mib(figure::MOST_UNPACKED)),
        ("figure::MOST_SCANS", grouped(figure::MOST_SCANS as u64)),
        ("typeset::MOST_IN_COLLECTION", grouped(typeset::MOST_IN_COLLECTION.into())),
        ("typeset::MOST_LISTED", grouped(typeset::MOST_LISTED)),
        ("typeset::MOST_PIXELS", grouped(typeset::MOST_PIXELS)),
    ] {
        let row = row(constant);
        assert!(row.contains(&format!("| {bound} |")), "{constant} is {bound}: {row}");
    }
}
