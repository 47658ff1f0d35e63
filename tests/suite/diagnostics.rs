//! Every code has its words in both languages of the command, its line in `docs/diagnostics.md`, and its test.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::{ast, parser, serializer};
use nenpo::diagnostic::{Code, Severity};
use nenpo::embedded;

use crate::support::{files_below, names, repository};

/// What every code's message begins with.
const PREFIX: &str = "diagnostic-";

/// Variables that every message is given, or that only notes use.
const COMMON: [&str; 1] = ["place"];

/// Codes that require a machine in a certain state or another verb, and the test that covers them.
const WITHOUT_CASE: &[(Code, &str)] = &[
    (Code::FileUnwritable, "a_folder_that_cannot_be_written_is_the_environment"),
    (Code::FileTooLarge, "a_file_beyond_the_bound_is_not_read"),
    (Code::TableTooLarge, "a_table_without_end_is_one_problem"),
    (Code::TooManyIndicators, "more_indicators_than_a_report_can_show_are_one_problem"),
    (Code::NoHtmlForm, "a_template_that_is_no_web_page_is_a_problem_at_its_edition"),
    (Code::UnsuitableOption, "options_that_do_not_go_with_the_format_are_problems"),
    (Code::UnknownPage, "a_page_that_is_not_there_is_a_problem_that_names_the_last_one"),
    (Code::ImageTooLarge, "an_image_beyond_the_bound_is_a_problem"),
    (Code::PdfUnreadable, "each_pdf_that_cannot_be_read_has_its_reason"),
    (Code::UnsoundPdf, "planted_problems_are_caught_by_name"),
    (Code::NoAttachedData, "a_pdf_without_data_says_how_it_gets_some"),
    (Code::ForeignAttachment, "attachments_of_another_program_are_named"),
    (Code::AttachmentMismatch, "altered_computed_figures_are_caught"),
    (Code::ValueMismatch, "an_altered_cell_is_named_with_what_the_data_gives"),
    (Code::FolderNotEmpty, "a_folder_that_holds_something_stays_as_it_is"),
    (Code::ConflictingRows, "what_is_unclear_is_refused_with_its_place"),
    (Code::UnknownProject, "a_table_of_many_projects_asks_for_one"),
];

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
    let page = fs::read_to_string(repository("docs/diagnostics.md")).unwrap();
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
    use nenpo::{desk, diagnostic, figure, locale, packet, pdf, pipeline, report, source, typeset, watch};
    let table = fs::read_to_string(repository("docs/bounds.md")).unwrap();
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
        ("packet::MOST_MATERIALS", grouped(packet::MOST_MATERIALS as u64)),
        ("report::LONGEST_ID", grouped(report::LONGEST_ID as u64)),
        ("packet::LONGEST_TEXT", grouped(packet::LONGEST_TEXT as u64)),
        ("source::MOST_ROWS", grouped(source::MOST_ROWS as u64)),
        ("source::MOST_COLUMNS", grouped(source::MOST_COLUMNS as u64)),
        ("source::MOST_CELLS", grouped(source::MOST_CELLS as u64)),
        ("source::LONGEST_CELL", grouped(source::LONGEST_CELL as u64)),
        ("desk::LARGEST_REQUEST", grouped(desk::LARGEST_REQUEST as u64)),
        ("desk::LONGEST_REQUEST", grouped(desk::LONGEST_REQUEST.as_secs())),
        ("desk::MOST_CONNECTIONS", grouped(desk::MOST_CONNECTIONS as u64)),
        ("desk::MOST_JOBS", grouped(desk::MOST_JOBS as u64)),
        ("desk::MOST_SHOWN", grouped(desk::MOST_SHOWN as u64)),
        ("watch::MOST_TOUCHED", grouped(watch::MOST_TOUCHED as u64)),
        ("pipeline::LONGEST_UNUSED", grouped(pipeline::LONGEST_UNUSED as u64)),
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
        ("typeset::LARGEST_OUTLINE", format!("{} KiB", typeset::LARGEST_OUTLINE / 1024)),
        ("typeset::MOST_OF_OUTLINES", mib(typeset::MOST_OF_OUTLINES)),
        ("typeset::MOST_PIXELS", grouped(typeset::MOST_PIXELS)),
        ("pdf::LARGEST_PART", mib(pdf::LARGEST_PART as u64)),
        ("pdf::MOST_VALUES_OF_PART", grouped(pdf::MOST_VALUES_OF_PART)),
        ("pdf::MOST_PACKED", mib(pdf::MOST_PACKED as u64)),
        ("pdf::join::MOST_PAGES", grouped(pdf::join::MOST_PAGES as u64)),
        ("pdf::join::MOST_DRAWN_OF_PAGE", grouped(pdf::join::MOST_DRAWN_OF_PAGE)),
        ("pdf::join::MOST_DRAWN", grouped(pdf::join::MOST_DRAWN)),
        ("pdf::join::MOST_PIXELS_OF_PART", grouped(pdf::join::MOST_PIXELS_OF_PART)),
        ("pdf::LARGEST_PDF", mib(pdf::LARGEST_PDF)),
        ("pdf::MOST_VALUES", grouped(pdf::MOST_VALUES)),
        ("pdf::MOST_UNPACKED", mib(pdf::MOST_UNPACKED as u64)),
    ] {
        let row = row(constant);
        assert!(row.contains(&format!("| {bound} |")), "{constant} is {bound}: {row}");
    }
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<String> = names(&repository("tests/cases/invalid"))
        .iter()
        .map(|name| name.split("--").next().unwrap().to_owned())
        .collect();
    let without: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !WITHOUT_CASE.iter().any(|(known, _)| known == *code))
        .map(|code| code.as_str())
        .filter(|code| !cases.contains(*code))
        .collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn every_test_that_covers_a_code_exists() {
    let tests: String =
        files_below(&repository("tests/suite")).values().map(|file| fs::read_to_string(file).unwrap()).collect();
    for (code, test) in WITHOUT_CASE {
        assert!(tests.contains(&format!("#[test]\nfn {test}() {{")), "{}: no test {test}", code.as_str());
    }
}
