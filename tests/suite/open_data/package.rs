//! The package is what Frictionless Data, the rules for machine-readable tables and its own schema ask for.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use jsonschema::Validator;
use serde_json::Value;

use super::{exported, tables};
use crate::support::{
    MINIMAL, change, contents_below, copied, copy, nenpo, problems, repository, run, stderr, validator,
};

const REPORTS: [&str; 4] = [
    "examples/medical-rd-fy2022",
    "examples/fictional-city-plan",
    "tests/cases/valid/health-plan",
    "tests/cases/valid/town-plan",
];

fn each(check: impl Fn(&Path, &Value)) {
    for report in REPORTS {
        let out = tempfile::tempdir().unwrap();
        let package = exported(&repository(report), out.path(), &[]);
        let descriptor = fs::read(package.join("datapackage.json")).unwrap();
        check(&package, &serde_json::from_slice(&descriptor).unwrap());
    }
}

/// Returns a profile of Frictionless Data.
fn profile(name: &str) -> Validator {
    let schema = fs::read(repository("tests/frictionless").join(name).with_extension("json")).unwrap();
    validator(&serde_json::from_slice(&schema).unwrap())
}

fn resources(descriptor: &Value) -> impl Iterator<Item = &Value> {
    descriptor["resources"].as_array().unwrap().iter()
}

fn tabular(descriptor: &Value) -> impl Iterator<Item = &Value> {
    resources(descriptor).filter(|resource| resource["profile"] == "tabular-data-resource")
}

#[test]
fn the_descriptor_meets_the_profiles_of_frictionless_data() {
    let package_profile = profile("data-package");
    let table_profile = profile("tabular-data-resource");
    each(|package, descriptor| {
        assert_eq!(problems(&package_profile, descriptor), Vec::<String>::new(), "{}", package.display());
        assert!(tabular(descriptor).count() >= 9, "{}", package.display());
        for resource in tabular(descriptor) {
            assert_eq!(problems(&table_profile, resource), Vec::<String>::new(), "{}", resource["name"]);
        }
        let mut broken = descriptor.clone();
        broken["name"] = "A Plan".into();
        assert_eq!(problems(&package_profile, &broken).len(), 1);
        let mut broken = tabular(descriptor).next().unwrap().clone();
        broken["schema"]["fields"][0]["type"] = "text".into();
        assert!(!problems(&table_profile, &broken).is_empty());
    });
}

#[test]
fn every_file_is_described_once_and_is_there() {
    each(|package, descriptor| {
        let files = contents_below(package);
        let mut described = BTreeSet::from(["datapackage.json".to_owned()]);
        let mut names = BTreeSet::new();
        for resource in resources(descriptor) {
            let path = resource["path"].as_str().unwrap();
            assert_eq!(resource["bytes"], files[path].len(), "{path}");
            assert!(resource["title"].is_string() && resource["title@en"].is_string(), "{path}");
            assert!(resource["mediatype"].is_string(), "{path}");
            assert!(described.insert(path.to_owned()), "{path}");
            assert!(names.insert(resource["name"].as_str().unwrap()), "{path}");
        }
        assert_eq!(described, files.keys().cloned().collect());
    });
}

#[test]
fn tables_hold_what_their_schemas_say() {
    each(|package, descriptor| {
        let tables = tables(package);
        let column = |table: &str, name: &str| -> Vec<String> {
            let rows = &tables[table];
            let index = rows[0].iter().position(|header| header == name).unwrap();
            rows[1..].iter().map(|row| row[index].clone()).collect()
        };
        for resource in tabular(descriptor) {
            let name = resource["name"].as_str().unwrap();
            let schema = &resource["schema"];
            let fields = schema["fields"].as_array().unwrap();
            let rows = &tables[name];
            let header: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(rows[0], header, "{name}");
            assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == header.len()), "{name}");
            for field in fields {
                assert!(field["title"].is_string() && field["title@en"].is_string(), "{name}: {field}");
                for cell in column(name, field["name"].as_str().unwrap()) {
                    check_cell(&cell, field);
                }
            }
            for key in schema["foreignKeys"].as_array().into_iter().flatten() {
                let of = key["reference"]["resource"].as_str().unwrap();
                let of = if of.is_empty() { name } else { of };
                let known: BTreeSet<String> =
                    column(of, key["reference"]["fields"].as_str().unwrap()).into_iter().collect();
                for cell in column(name, key["fields"].as_str().unwrap()) {
                    assert!(cell.is_empty() || known.contains(&cell), "{name}: {cell} is not in {of}");
                }
            }
            if let Some(key) = schema["primaryKey"].as_array() {
                let keys: Vec<Vec<String>> = key.iter().map(|part| column(name, part.as_str().unwrap())).collect();
                let rows: BTreeSet<Vec<&String>> =
                    (0..keys[0].len()).map(|row| keys.iter().map(|part| &part[row]).collect()).collect();
                assert_eq!(rows.len(), keys[0].len(), "{name}");
            }
        }
        assert!(tabular(descriptor).filter(|resource| resource["schema"]["foreignKeys"].is_array()).count() >= 3);
    });
}

/// Checks a cell as the rules for machine-readable tables have it: one value, a number without anything around it, no
/// white space at its ends, no line ends.
fn check_cell(cell: &str, field: &Value) {
    let constraints = &field["constraints"];
    assert_eq!(cell, cell.trim());
    assert!(!cell.contains(['\r', '\n']), "{cell}");
    if cell.is_empty() {
        assert_ne!(constraints["required"], true, "{field}");
        return;
    }
    match field["type"].as_str().unwrap() {
        "number" => {
            assert!(cell.parse::<rust_decimal::Decimal>().is_ok(), "{cell}");
            assert!(!field["unit"].is_null(), "{field}");
        }
        "integer" => assert!(cell.parse::<u32>().is_ok(), "{cell}"),
        "year" => assert!((1873..=2999).contains(&cell.parse::<u32>().unwrap()), "{cell}"),
        _ => {}
    }
    if let Some(allowed) = constraints["enum"].as_array() {
        assert!(allowed.iter().any(|word| word == cell), "{cell}");
    }
    if let Some(pattern) = constraints["pattern"].as_str() {
        let pattern = validator(&serde_json::json!({ "pattern": format!("^({pattern})$") }));
        assert!(pattern.is_valid(&cell.into()), "{cell}");
    }
}

#[test]
fn the_document_and_the_workbook_say_what_the_tables_say() {
    let schema = run(Path::new("."), &["schema", "package"]);
    let schema = validator(&serde_json::from_str(&schema).unwrap());
    each(|package, descriptor| {
        let path = |ending: &str| -> PathBuf {
            let paths = resources(descriptor).map(|resource| resource["path"].as_str().unwrap());
            package.join(paths.filter(|path| path.ends_with(ending) && !path.contains('/')).collect::<Vec<_>>()[0])
        };
        let mut document: Value = serde_json::from_slice(&fs::read(path(".json")).unwrap()).unwrap();
        assert_eq!(problems(&schema, &document), Vec::<String>::new(), "{}", package.display());
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(path(".xlsx")).unwrap())).unwrap();
        let tables = tables(package);
        let mut sheets = workbook.sheet_names();
        sheets.sort();
        assert_eq!(sheets, tables.keys().cloned().collect::<Vec<_>>());
        for (name, rows) in &tables {
            let of_document = document["tables"][name].as_array().unwrap();
            assert_eq!(of_document.len(), rows.len() - 1, "{name}");
            let range = workbook.worksheet_range(name).unwrap();
            assert_eq!(range.rows().len(), rows.len(), "{name}");
            for (index, row) in rows.iter().enumerate().skip(1) {
                for (column, cell) in row.iter().enumerate() {
                    let in_document = match &of_document[index - 1][&rows[0][column]] {
                        Value::Null => String::new(),
                        Value::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    assert_eq!(in_document, *cell, "{name}: {index}");
                    let is_same = match range.get((index, column)) {
                        None | Some(Data::Empty) => cell.is_empty(),
                        Some(Data::Float(number)) => {
                            cell.parse::<f64>().is_ok_and(|cell| (cell - number).abs() < 1e-12)
                        }
                        Some(other) => other.to_string() == *cell,
                    };
                    assert!(is_same, "{name}: {index}: {cell}");
                }
            }
            assert!(workbook.merge_cells_by_sheet_name(name).unwrap().is_empty(), "{name}");
        }
        document["tables"]["actuals"][0]["value"] = 0.1.into();
        assert_eq!(problems(&schema, &document).len(), 1, "a number that may be inexact");
    });
}

#[test]
fn what_is_computed_is_what_the_pages_print() {
    let out = tempfile::tempdir().unwrap();
    let package = exported(&repository("examples/medical-rd-fy2022"), out.path(), &[]);
    let progress = &tables(&package)["progress"];
    let of = |id: &str| progress.iter().find(|row| row[0] == id).unwrap()[2..].join(" ");
    // 135 ÷ 10, which is met; by hand.
    assert_eq!(progress[0][2..].join(" "), "achievement_rate progress_rate expected_rate pace status");
    assert!(of("drug-licensed-out").ends_with(" achieved"), "{}", of("drug-licensed-out"));
    let count = |status: &str| progress.iter().filter(|row| row.last().is_some_and(|last| last == status)).count();
    assert_eq!((count("on-track"), count("acceleration-needed"), count("limited")), (3, 2, 1));
}

#[test]
fn the_mark_of_utf_8_is_there_only_where_it_is_asked_for() {
    let out = tempfile::tempdir().unwrap();
    let minimal = repository(MINIMAL);
    for (arguments, has_mark) in [(&[][..], false), (&["--bom"], true)] {
        let files = contents_below(&exported(&minimal, out.path(), arguments));
        for (name, data) in files {
            let is_marked = data.starts_with("\u{FEFF}".as_bytes());
            assert_eq!(is_marked, has_mark && name.ends_with(".csv"), "{name}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_package() {
    let out = tempfile::tempdir().unwrap();
    let sample = repository("examples/fictional-city-plan");
    let first = contents_below(&exported(&sample, &out.path().join("a"), &[]));
    assert!(first == contents_below(&exported(&sample, &out.path().join("b/c"), &[])));
}

#[test]
fn only_what_the_report_uses_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report");
    copy(&repository(MINIMAL), &report);
    for draft in
        ["figures/draft.svg", "locales/ja/notes.txt", "data/from-ministry.pdf", "notes.txt", "templates/.secret"]
    {
        fs::create_dir_all(report.join(draft).parent().unwrap()).unwrap();
        fs::write(report.join(draft), "not yet public").unwrap();
    }
    let files = contents_below(&exported(&report, &folder.path().join("out"), &[]));
    for (name, data) in &files {
        assert!(!String::from_utf8_lossy(data).contains("not yet public"), "{name}");
    }
    assert!(files.contains_key("figures/river.svg"));
}

#[test]
fn a_report_with_problems_is_not_exported_and_what_was_there_stays() {
    let folder = copied(MINIMAL);
    let package = exported(folder.path(), &folder.path().join("out"), &[]);
    let before = contents_below(&package);
    change(&folder.path().join("data/actuals.csv"), "57", "57x");
    let output = nenpo(folder.path()).args(["export", "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("not-a-number") && said.contains("Nothing was written"), "{said}");
    assert!(output.stdout.is_empty());
    assert!(before == contents_below(&package));
}

#[test]
fn a_folder_that_is_no_package_is_not_replaced() {
    let folder = copied(MINIMAL);
    fs::create_dir_all(folder.path().join("out/minimal-data")).unwrap();
    fs::write(folder.path().join("out/minimal-data/mine.txt"), "mine").unwrap();
    for (language, words) in [("en", "not part of a data package"), ("ja", "データパッケージ以外")] {
        let output = nenpo(folder.path()).args(["export", "--ui-lang", language]).output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains("folder-not-empty") && said.contains(words), "{said}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("out/minimal-data/mine.txt")).unwrap(), "mine");
}
