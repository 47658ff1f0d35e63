//! What `nenpo new` writes: whole, explained, and a report that builds without a word of warning.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use fluent_syntax::{ast, parser};
use nenpo::embedded;

use crate::support::{LANGUAGES, files_below, nenpo, stderr};

/// The sheets of the workbook that hold data, and the tables of the skeleton that they are made of.
const SHEETS: [(&str, &str); 2] =
    [("indicators", "shared/data/indicators.csv"), ("actuals", "shared/data/actuals.csv")];

/// Runs `nenpo new` in a new folder and returns what it printed.
fn new(arguments: &[&str]) -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = nenpo(folder.path()).arg("new").args(arguments).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    (folder, String::from_utf8(output.stdout).unwrap().replace('\\', "/"), said)
}

fn paths_below(folder: &Path) -> Vec<String> {
    files_below(folder).into_keys().collect()
}

/// Returns a text of the binary's skeleton.
fn skeleton(path: &str) -> &'static str {
    embedded::SKELETON.get_file(path).unwrap().contents_utf8().unwrap()
}

#[test]
fn a_new_report_builds_without_a_word() {
    for language in LANGUAGES {
        let (folder, printed, said) = new(&["plans/my-plan", "--ui-lang", language]);
        assert_eq!(printed.lines().collect::<Vec<_>>(), paths_below(folder.path()), "{language}");
        assert!(said.contains("nenpo build plans/my-plan") || said.contains(r"nenpo build plans\my-plan"), "{said}");
        let built = nenpo(folder.path()).args(["build", "plans/my-plan"]).output().unwrap();
        assert!(built.status.success(), "{language}: {}", String::from_utf8_lossy(&built.stderr));
        assert_eq!(String::from_utf8(built.stderr).unwrap(), "", "{language}");
        for language in LANGUAGES {
            let pdf = folder.path().join(format!("plans/my-plan/out/my-plan-followup-{language}.pdf"));
            assert!(fs::read(pdf).unwrap().starts_with(b"%PDF-1.7"));
        }
    }
}

#[test]
fn a_new_report_with_a_workbook_builds_to_the_same_pages() {
    for language in LANGUAGES {
        let pdf = |arguments: &[&str]| {
            let (folder, ..) = new(&[arguments, &["plan", "--ui-lang", language]].concat());
            let built = nenpo(folder.path()).args(["build", "plan"]).output().unwrap();
            assert_eq!(String::from_utf8(built.stderr).unwrap(), "", "{language}");
            LANGUAGES.map(|language| fs::read(folder.path().join(format!("plan/out/plan-followup-{language}.pdf"))))
        };
        for (of_workbook, of_tables) in pdf(&["--workbook"]).into_iter().zip(pdf(&[])) {
            assert!(of_workbook.unwrap() == of_tables.unwrap(), "{language}");
        }
    }
}

#[test]
fn a_folder_that_holds_something_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.toml"), "mine").unwrap();
    for (language, words) in [("ja", "空ではありません"), ("en", "is not empty")] {
        let output = nenpo(folder.path()).args(["new", ".", "--ui-lang", language]).output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("[folder-not-empty]") && said.contains(words), "{said}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(paths_below(folder.path()), ["report.toml"]);
    assert_eq!(fs::read_to_string(folder.path().join("report.toml")).unwrap(), "mine");
}

#[test]
fn a_folder_that_cannot_be_made_is_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "a file where a folder should be").unwrap();
    for path in ["file", "file/plan"] {
        let output = nenpo(folder.path()).args(["new", path]).output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("error[file-unwritable]"), "{said}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(paths_below(folder.path()), ["file"]);
}

#[test]
fn the_report_is_called_as_its_folder_where_that_can_be() {
    for (name, id) in [("midori-2025", "midori-2025"), ("令和7年度", "report"), ("my plan", "report")] {
        let (folder, ..) = new(&[name]);
        let settings = fs::read_to_string(folder.path().join(name).join("report.toml")).unwrap();
        assert!(settings.contains(&format!("\nid = \"{id}\"\n")), "{name}");
    }
    // The folder in which one stands has a name too.
    let folder = tempfile::tempdir().unwrap();
    let inside: PathBuf = folder.path().join("here");
    fs::create_dir(&inside).unwrap();
    assert!(nenpo(&inside).args(["new", "."]).output().unwrap().status.success());
    assert!(fs::read_to_string(inside.join("report.toml")).unwrap().contains("\nid = \"here\"\n"));
}

#[test]
fn texts_are_such_as_editors_and_excel_read() {
    let (folder, printed, _) = new(&["plan"]);
    for name in printed.lines() {
        let text = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(!text.contains('\r') && text.ends_with('\n'), "{name}");
        assert_eq!(text.starts_with('\u{FEFF}'), name.ends_with(".csv"), "{name}");
    }
    let settings = fs::read_to_string(folder.path().join("plan/report.toml")).unwrap();
    assert!(settings.starts_with("#:schema ./report.schema.json\n"));
    let schema = fs::read_to_string(folder.path().join("plan/report.schema.json")).unwrap();
    let printed = nenpo(folder.path()).args(["schema", "report"]).output().unwrap();
    assert_eq!(schema, String::from_utf8(printed.stdout).unwrap().replace("\r\n", "\n"));
}

/// Returns the messages of a built-in file with their attributes, and all variables of each.
fn messages(language: &str, file: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let text = embedded::LOCALES.get_file(format!("{language}/{file}")).unwrap().contents_utf8().unwrap();
    let resource = parser::parse(text).unwrap();
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let parts = message.attributes.into_iter().map(|part| (format!("{id}.{}", part.id.name), part.value));
        for (key, value) in message.value.into_iter().map(|value| (id.to_owned(), value)).chain(parts) {
            let (mut text, mut variables) = (String::new(), BTreeSet::new());
            for element in value.elements {
                match element {
                    ast::PatternElement::TextElement { value } => text.push_str(value),
                    ast::PatternElement::Placeable { expression } => {
                        if let ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) = expression {
                            variables.insert(id.name.to_owned());
                        }
                    }
                }
            }
            found.insert(key, (text, variables));
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things() {
    for file in [embedded::WORKBOOK_FILE, embedded::SCHEMA_FILE] {
        let shape = |language: &str| -> BTreeMap<String, BTreeSet<String>> {
            messages(language, file).into_iter().map(|(key, (_, variables))| (key, variables)).collect()
        };
        assert_eq!(shape("ja"), shape("en"), "{file}");
    }
}

/// Returns the word that nenpo writes for a column or a value of a table.
fn written(language: &str, message: &str) -> Option<String> {
    messages(language, embedded::TABLES_FILE)
        .get(message)
        .map(|(words, _)| words.split('|').next().unwrap().trim().to_owned())
}

fn workbook(language: &str) -> Vec<u8> {
    let (folder, ..) = new(&["plan", "--workbook", "--ui-lang", language]);
    assert!(!folder.path().join("plan/data/indicators.csv").exists());
    fs::read(folder.path().join("plan/data/indicators.xlsx")).unwrap()
}

/// Returns a cell as a table would hold it.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_workbook_holds_the_tables_in_the_words_of_its_language() {
    for language in LANGUAGES {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook(language))).unwrap();
        let guide = written_in(language, "guide-sheet");
        assert_eq!(
            workbook.sheet_names()[..3],
            [guide.clone(), sheet_name(language, "indicators"), sheet_name(language, "actuals")]
        );
        for (sheet, table) in SHEETS {
            let table = skeleton(table);
            assert!(!table.contains('"'), "the skeleton's tables do without quotation marks");
            let keys: Vec<&str> = table.lines().next().unwrap().split(',').collect();
            let range = workbook.worksheet_range(&sheet_name(language, sheet)).unwrap();
            let mut rows = range.rows();
            let header: Vec<String> = rows.next().unwrap().iter().map(cell).collect();
            let expected: Vec<String> = keys
                .iter()
                .map(|key| written(language, &format!("column-{}", key.replace('@', "."))).unwrap())
                .collect();
            assert_eq!(header, expected, "{language}");
            assert_eq!(rows.len(), table.lines().count() - 1, "{language}: {sheet}");
            for (row, line) in rows.zip(table.lines().skip(1)) {
                assert_eq!(line.split(',').count(), keys.len(), "{line}");
                for ((found, text), key) in row.iter().zip(line.split(',')).zip(&keys) {
                    let word = text.replace(">=", "at-least").replace("<=", "at-most");
                    let expected = written(language, &format!("value-{key}-{word}"));
                    let expected = expected.unwrap_or_else(|| text.trim_end_matches(".0").to_owned());
                    assert_eq!(cell(found), expected, "{language}: {key}");
                }
            }
        }
    }
}

fn sheet_name(language: &str, sheet: &str) -> String {
    written(language, &format!("sheet-{sheet}")).unwrap()
}

fn written_in(language: &str, message: &str) -> String {
    messages(language, embedded::WORKBOOK_FILE)[message].0.clone()
}

#[test]
fn the_guide_explains_every_column() {
    for language in LANGUAGES {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook(language))).unwrap();
        let guide = workbook.worksheet_range_at(0).unwrap().unwrap();
        let cells: Vec<String> = guide.used_cells().map(|(_, _, data)| cell(data)).collect();
        // A message that is missing would stand there by its name.
        let nameless: Vec<&String> =
            cells.iter().filter(|text| text.starts_with("about-") || text.starts_with("guide-")).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
        for (sheet, table) in SHEETS {
            for key in skeleton(table).lines().next().unwrap().split(',') {
                let header = written(language, &format!("column-{}", key.replace('@', "."))).unwrap();
                let row =
                    guide.rows().find(|row| cell(&row[0]) == sheet_name(language, sheet) && cell(&row[1]) == header);
                let row: Vec<String> = row.unwrap_or_else(|| panic!("{language}: {header}")).iter().map(cell).collect();
                assert!(!row[2].is_empty() && !row[3].is_empty(), "{language}: {row:?}");
            }
        }
    }
}

/// Returns a part of a workbook's archive.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_workbook_helps_those_who_fill_it_in() {
    for language in LANGUAGES {
        let workbook = workbook(language);
        let [indicators, actuals] =
            ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"].map(|name| part(&workbook, name));
        for sheet in [&indicators, &actuals] {
            for element in
                ["<sheetProtection", "<autoFilter", "<pane ", "insertRows=\"0\"", "sort=\"0\"", "fitToHeight=\"0\""]
            {
                assert!(sheet.contains(element), "{language}: no {element}");
            }
            assert!(!sheet.contains("password="), "{language}");
            // Readers that trust the sheet's extent must not see thousands of columns.
            assert!(!sheet.contains("XFD"), "{language}");
        }
        assert!(
            part(&workbook, "xl/styles.xml").contains("<protection hidden=\"1\"/>"),
            "{language}: nothing is locked"
        );
        // Every word of a closed column can be chosen: from the rule of its cells, or from the sheet of long lists.
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&workbook)).unwrap();
        let choices = read.worksheet_range(&written_in(language, "lists-sheet"));
        let choices: Vec<String> =
            choices.iter().flat_map(|range| range.used_cells()).map(|(.., text)| cell(text)).collect();
        for (message, (words, _)) in messages(language, embedded::TABLES_FILE) {
            let Some((column, _)) = message.strip_prefix("value-").and_then(|rest| rest.split_once('-')) else {
                continue;
            };
            let word = words.split('|').next().unwrap().trim();
            let lists: Vec<&str> =
                [&indicators, &actuals].iter().flat_map(|sheet| sheet.split("<formula1>").skip(1)).collect();
            let is_listed = lists.iter().any(|list| {
                list.split("</formula1>").next().unwrap().trim_matches('"').split(',').any(|choice| choice == word)
            });
            let is_on_sheet = choices.iter().any(|choice| choice == word);
            assert!(is_listed || is_on_sheet, "{language}: {column} does not offer {word}");
        }
        let identifiers = format!("OFFSET('{}'!$A$2,", sheet_name(language, "indicators"));
        for list in ["\"transport,green\"", "\"2022,2023,2024,2025,2026\"", &identifiers] {
            assert!(indicators.contains(list), "{language}: no {list}");
        }
        for list in ["\"2022,2023,2024,2025,2026\"", &identifiers] {
            assert!(actuals.contains(list), "{language}: no {list}");
        }
        assert!(part(&workbook, "xl/workbook.xml").contains("Print_Titles"));
    }
}

#[test]
fn a_workbook_has_the_same_bytes_each_time() {
    let first = workbook("ja");
    // Archives keep times by two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first == workbook("ja"));
}

/// Returns the lines of settings that are commented out, by the sections that they stand in: `(section, line)`; a section
/// that is commented out itself is a line of its own.
fn commented_settings(settings: &str) -> Vec<(String, String)> {
    let mut section = String::new();
    let mut found = Vec::new();
    for line in settings.lines() {
        let commented = line.strip_prefix("# ").filter(|line| toml::from_str::<toml::Table>(line).is_ok());
        let header = commented.unwrap_or(line);
        if header.starts_with('[') && header.ends_with(']') {
            section = header.to_owned();
        }
        found.extend(commented.map(|_| (section.clone(), line.to_owned())));
    }
    found
}

#[test]
fn every_setting_that_is_commented_out_builds_when_it_is_used() {
    for language in LANGUAGES {
        let settings = skeleton(&format!("{language}/report.toml"));
        let commented = commented_settings(settings);
        let keys = commented.iter().filter(|(_, line)| !line.starts_with("# ["));
        assert!(keys.clone().count() >= 9, "{commented:?}");
        let (folder, ..) = new(&["plan", "--ui-lang", language]);
        let used = |lines: &[&str]| {
            let mut text = settings.to_owned();
            for line in lines {
                text = text.replace(&format!("\n{line}\n"), &format!("\n{}\n", &line[2..]));
            }
            fs::write(folder.path().join("plan/report.toml"), text).unwrap();
            let output = nenpo(folder.path()).args(["check", "plan"]).output().unwrap();
            let said = stderr(&output);
            assert!(output.status.success() && !said.contains("["), "{language}: {lines:?}: {said}");
        };
        for (section, line) in keys {
            let header = format!("# {section}");
            // A document without a number has no series either.
            let number = commented.iter().find(|(_, line)| section == "[material]" && line.starts_with("# number"));
            let mut lines = vec![header.as_str(), line];
            lines.extend(number.map(|(_, line)| line.as_str()));
            used(&lines);
        }
        used(&commented.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>());
    }
}
