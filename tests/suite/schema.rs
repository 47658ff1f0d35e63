//! The JSON Schemas agree with what nenpo reads and writes: the same keys, and the same files pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use nenpo::diagnostic::{Code, Diagnostics};
use nenpo::embedded;
use nenpo::source::{self, Project, Vocabulary};
use serde_json::Value;

use crate::support::{self, LANGUAGES, built_with_sources, problems, reports, repository, run};

/// Returns what `nenpo schema` prints.
fn schema(subject: &str, language: &str) -> Value {
    serde_json::from_str(&run(&repository(""), &["schema", subject, "--ui-lang", language])).unwrap()
}

fn validator(subject: &str) -> Validator {
    support::validator(&schema(subject, "en"))
}

/// Returns TOML as editors show it to a schema: dates are texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(value) => value.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

fn read(file: &Path) -> Value {
    json(toml::from_str(fs::read_to_string(file).unwrap().trim_start_matches('\u{FEFF}')).unwrap())
}

/// Returns the settings of the reports in the folders of a folder.
fn settings_in(folder: &str) -> Vec<PathBuf> {
    reports(folder).into_iter().map(|name| repository(folder).join(name).join("report.toml")).collect()
}

/// The formats of settings, each with its file.
const SETTINGS: [(&str, &str); 2] = [("report", "report.toml"), ("packet", "packet.toml")];

/// Returns the skeleton's settings.
fn skeleton(language: &str, file: &str) -> &'static str {
    embedded::SKELETON.get_file(format!("{language}/{file}")).unwrap().contents_utf8().unwrap()
}

/// Returns the skeleton's settings with nothing commented out: every section and every key.
fn every_key(language: &str, file: &str) -> String {
    let text = skeleton(language, file);
    let is_setting = |line: &str| line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| is_key(key));
    text.lines()
        .map(|line| line.strip_prefix("# ").filter(|rest| is_setting(rest)).unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_ascii_lowercase() || character == '-')
}

/// A section of settings with its keys: its header, empty for the file itself.
type Sections = BTreeMap<String, BTreeSet<String>>;

/// Returns the sections of the schema.
fn sections(schema: &Value) -> Sections {
    let properties = |table: &Value| table["properties"].as_object().unwrap().clone();
    let root = properties(schema);
    let mut sections = Sections::from([(String::new(), root.keys().cloned().collect())]);
    for (key, property) in &root {
        let keys = |table: &Value| properties(table).keys().cloned().collect();
        if property["properties"].is_object() {
            sections.insert(format!("[{key}]"), keys(property));
        } else if property["items"]["properties"].is_object() {
            sections.insert(format!("[[{key}]]"), keys(&property["items"]));
        }
    }
    sections
}

/// Returns the keys that the reader lists where it meets one that it does not know.
fn keys_of_the_reader(file: &str, header: &str) -> BTreeSet<String> {
    const UNKNOWN: &str = "zzz = 0\n";
    let settings = every_key("en", file);
    let settings = match settings.find(&format!("\n{header}\n")) {
        _ if header.is_empty() => format!("{UNKNOWN}{settings}"),
        Some(start) => {
            let (before, after) = settings.split_at(start + header.len() + 2);
            format!("{before}{UNKNOWN}{after}")
        }
        None => panic!("the skeleton's settings have no section {header}"),
    };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), settings).unwrap();
    let (mut project, mut diagnostics) = (Project::new(folder.path()), Diagnostics::default());
    if file == source::PACKET_FILE {
        source::read_packet(&mut project, &mut diagnostics);
    } else {
        source::read(&mut project, &Box::new(Vocabulary::default()), &mut diagnostics);
    }
    let unknown: Vec<_> = diagnostics.into_iter().filter(|problem| problem.code == Code::UnknownKey).collect();
    let [problem] = unknown.as_slice() else { panic!("{header}: {unknown:?}") };
    problem.argument("allowed").unwrap().split(", ").map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    for (subject, file) in SETTINGS {
        for (header, keys) in sections(&schema(subject, "en")) {
            let read = keys_of_the_reader(file, &header);
            assert_eq!(keys, read, "{file}, the section {header}: left the schema, right the reader");
        }
    }
}

#[test]
fn every_report_that_can_be_read_meets_the_schema() {
    let validator = validator("report");
    for report in [settings_in("examples"), settings_in("tests/cases/valid")].concat() {
        assert_eq!(problems(&validator, &read(&report)), Vec::<String>::new(), "{}", report.display());
    }
}

#[test]
fn new_settings_meet_their_schema_with_and_without_what_is_commented_out() {
    for (subject, file) in SETTINGS {
        let validator = validator(subject);
        for language in LANGUAGES {
            for text in [skeleton(language, file), &every_key(language, file)] {
                let settings = json(toml::from_str(text).unwrap());
                assert_eq!(problems(&validator, &settings), Vec::<String>::new(), "{language}: {file}");
            }
        }
    }
}

#[test]
fn packets_that_are_wrong_in_themselves_do_not_meet_the_schema() {
    let validator = validator("packet");
    for (case, least) in [
        ("conflicting-keys", 5),
        ("missing-key--packet", 3),
        ("unknown-key--packet", 3),
        ("wrong-type--packet", 4),
        ("invalid-value--packet", 2),
        ("invalid-value--packet-path", 3),
        ("invalid-value--packet-time", 2),
    ] {
        let problems = problems(&validator, &read(&repository(&format!("tests/cases/invalid/{case}/packet.toml"))));
        assert!(problems.len() >= least, "{case}: {problems:#?}");
    }
}

#[test]
fn settings_that_are_wrong_in_themselves_do_not_meet_the_schema() {
    let validator = validator("report");
    for (case, least) in [
        // A key that is misspelt is missing too.
        ("unknown-key", 3),
        ("missing-key", 3),
        // That a date stands in quotation marks cannot be seen by a schema.
        ("wrong-type", 4),
        ("invalid-id", 1),
        ("invalid-value--nothing-to-build", 1),
        ("not-a-year", 1),
        ("unknown-word--standard", 1),
    ] {
        let problems = problems(&validator, &read(&repository(&format!("tests/cases/invalid/{case}/report.toml"))));
        assert!(problems.len() >= least, "{case}: {problems:#?}");
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    fn descriptions<'a>(schema: &'a Value, path: &str, found: &mut BTreeMap<String, &'a str>) {
        let description = schema["description"].as_str();
        found.insert(path.to_owned(), description.unwrap_or_else(|| panic!("{path} has no description")));
        let table = if schema["items"].is_object() { &schema["items"] } else { schema };
        for (key, property) in table["properties"].as_object().into_iter().flatten() {
            descriptions(property, &format!("{path}-{key}"), found);
        }
    }
    for language in LANGUAGES {
        let schemas = SETTINGS.map(|(subject, _)| (format!("schema-{subject}"), schema(subject, language)));
        let mut described = BTreeMap::new();
        for (prefix, schema) in &schemas {
            descriptions(schema, prefix, &mut described);
        }
        let file = embedded::LOCALES.get_file(format!("{language}/{}", embedded::SCHEMA_FILE)).unwrap();
        let messages: BTreeSet<&str> =
            file.contents_utf8().unwrap().lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
        assert_eq!(messages, described.keys().map(String::as_str).collect(), "{language}");
    }
}

#[test]
fn new_settings_explain_every_key() {
    for (language, (subject, file)) in LANGUAGES.into_iter().flat_map(|language| SETTINGS.map(|file| (language, file)))
    {
        let text = skeleton(language, file);
        for (header, keys) in sections(&schema(subject, language)) {
            let section = match text.split_once(&format!("{header}\n")) {
                _ if header.is_empty() => text,
                Some((_, section)) => section.split("\n[").next().unwrap(),
                None => panic!("{language}: {header}"),
            };
            let is_table = |key: &str| ["[", "[["].iter().any(|open| text.contains(&format!("{open}{key}]")));
            // A new report is in the newest format, and need not say so.
            let is_explained = |key: &&String| !header.is_empty() || (!is_table(key) && *key != "format");
            for key in keys.iter().filter(is_explained) {
                let lines: Vec<&str> = section.lines().collect();
                let place =
                    lines.iter().position(|line| line.trim_start_matches("# ").starts_with(&format!("{key} = ")));
                let place = place.unwrap_or_else(|| panic!("{language}: {header} {key} is not shown"));
                let before = place.checked_sub(1).map_or("", |before| lines[before]);
                assert!(
                    before.starts_with("# ") && !before.contains(" = "),
                    "{language}: {header} {key} is not explained"
                );
            }
        }
    }
}

#[test]
fn what_templates_read_meets_the_schema() {
    let validator = validator("data");
    for language in LANGUAGES {
        assert_eq!(problems(&validator, &schema("data-example", language)), Vec::<String>::new(), "{language}");
    }
    let folders = [settings_in("examples"), settings_in("tests/cases/valid")].concat();
    for report in folders {
        let (folder, _) = built_with_sources(report.parent().unwrap(), &[]);
        let mut count = 0;
        for document in fs::read_dir(folder.path().join("sources")).unwrap() {
            let Ok(data) = fs::read(document.unwrap().path().join("report.json")) else { continue };
            let mut data: Value = serde_json::from_slice(&data).unwrap();
            assert_eq!(problems(&validator, &data), Vec::<String>::new(), "{}", report.display());
            data["document"]["title"] = Value::Null;
            assert_eq!(problems(&validator, &data).len(), 1, "a document without a title");
            count += 1;
        }
        assert!(count > 0, "{}", report.display());
    }
}
