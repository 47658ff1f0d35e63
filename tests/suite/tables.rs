//! What makes no difference to a report, and what prints as itself: how its tables are written, line ends, characters
//! that mean something in markup.

use std::fs;

use tempfile::TempDir;

use crate::support::{MINIMAL, change, copied, nenpo, run, stderr};

/// Builds a valid case in a new folder.
fn built(name: &str, arguments: &[&str]) -> TempDir {
    let folder = copied(&format!("tests/cases/valid/{name}"));
    run(folder.path(), &[&["build"], arguments].concat());
    folder
}

/// Valid cases that say the same as the minimal one in other files: their pages are the same, byte for byte.
const SAME_AS_MINIMAL: &[&str] = &[
    "as-people-write",
    "as-programs-write",
    "crlf-and-bom",
    "as-offices-write",
    "as-offices-save",
    "years-in-columns",
    "rows-of-measures",
    "workbook-xlsx",
    "workbook-xls",
    "workbook-ods",
    "workbook-percentage",
];

#[test]
fn how_tables_are_written_does_not_change_a_report() {
    let plain = built("minimal", &[]);
    for case in SAME_AS_MINIMAL {
        let other = built(case, &[]);
        for language in ["ja", "en"] {
            let pdf = format!("out/minimal-followup-{language}.pdf");
            assert!(
                fs::read(plain.path().join(&pdf)).unwrap() == fs::read(other.path().join(&pdf)).unwrap(),
                "{case}, {language}"
            );
        }
    }
}

#[test]
fn a_checkout_with_other_line_ends_makes_the_same_pdfs_with_data() {
    let built = |change: &dyn Fn(String) -> String| {
        let folder = copied(MINIMAL);
        for file in
            ["report.toml", "data/actuals.csv", "data/indicators.csv", "locales/en/report.ftl", "locales/ja/report.ftl"]
        {
            let path = folder.path().join(file);
            let mut text = fs::read_to_string(&path).unwrap();
            if file == "report.toml" {
                text.push_str("\n[pdf]\nattach-data = true\n");
            }
            fs::write(path, change(text)).unwrap();
        }
        run(folder.path(), &["build", "--lang", "en"]);
        fs::read(folder.path().join("out/minimal-followup-en.pdf")).unwrap()
    };
    let other = built(&|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert!(built(&|text| text) == other, "the PDFs differ");
}

#[test]
fn characters_that_mean_something_in_markup_print_as_themselves() {
    /// What stands in the case for names, a title and an alternative text.
    const TEXT: &str = r##"# $x$ *a* _b_ `c` <d> @e ~f~ ^g^ [h](i) #j[k] & "l" \n ]"##;
    let folder = built("markup-as-itself", &["--emit-sources", "sources"]);
    for language in ["ja", "en"] {
        let data = folder.path().join(format!("sources/minimal-followup-{language}/report.json"));
        let data: serde_json::Value = serde_json::from_slice(&fs::read(data).unwrap()).unwrap();
        for pointer in [
            "/document/title",
            "/document/issuer",
            "/groups/0/name",
            "/groups/0/tables/0/rows/0/name",
            "/highlights/0/figure/alt",
        ] {
            assert_eq!(data.pointer(pointer).and_then(|text| text.as_str()), Some(TEXT), "{language}: {pointer}");
        }
        let actual = data.pointer("/groups/0/tables/0/rows/0/actual/text").unwrap().as_str().unwrap();
        assert_eq!(actual, "57#*$_<@`");
        let title = data.pointer("/highlights/0/title/0/text").unwrap().as_str().unwrap();
        assert!(title.contains('*') && title.contains('<'), "{language}: {title}");
        let body = data.pointer("/highlights/0/body/0/body").unwrap().as_array().unwrap();
        assert_eq!(body.len(), 1, "{language}: the body holds markup: {body:?}");
    }
}

#[test]
fn an_indicator_that_does_not_apply_finds_room_in_its_chart() {
    let folder = copied(MINIMAL);
    change(&folder.path().join("data/actuals.csv"), "70.2", "該当なし");
    run(folder.path(), &["build"]);
}

#[test]
fn a_group_is_known_by_its_full_and_short_name_and_with_its_number() {
    for written in ["水辺の再生", "水", "①水辺の再生", "① 水辺の再生"] {
        let folder = copied(MINIMAL);
        for language in ["ja", "en"] {
            let file = folder.path().join(format!("locales/{language}/report.ftl"));
            let text = fs::read_to_string(&file).unwrap();
            let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("group-water")).collect();
            let group = "group-water = 水辺の再生\n    .number = ①\n    .label = 水\n";
            fs::write(file, format!("{}\n{group}", kept.join("\n"))).unwrap();
        }
        change(
            &folder.path().join("data/indicators.csv"),
            "water-cleanups,water,",
            &format!("water-cleanups,{written},"),
        );
        run(folder.path(), &["check"]);
    }
}

#[test]
fn a_sheet_may_have_the_name_that_the_report_gives_it() {
    let folder = copied(MINIMAL);
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (sheet, table) in [("指標一覧", "indicators"), ("値の表", "actuals")] {
        let file = folder.path().join(format!("data/{table}.csv"));
        let worksheet = workbook.add_worksheet().set_name(sheet).unwrap();
        for (row, line) in (0..).zip(fs::read_to_string(&file).unwrap().lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                worksheet.write_string(row, column, cell).unwrap();
            }
        }
        fs::remove_file(file).unwrap();
    }
    workbook.save(folder.path().join("data/indicators.xlsx")).unwrap();
    let said = || stderr(&nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap());
    assert!(said().contains("sheet-actuals = its name in locales/en/tables.ftl"), "{}", said());
    let words = "sheet-indicators = 指標一覧\nsheet-actuals = 値の表\n";
    fs::write(folder.path().join("locales/en/tables.ftl"), words).unwrap();
    assert!(!said().contains("error["), "{}", said());
}

#[test]
fn how_a_target_is_bounded_is_printed_and_decides_where_a_value_equals_it() {
    for (target, japanese, english, status) in [
        ("70.2%以上", "70.2%以上", "at least 70.2%", "achieved"),
        ("70.2%超", "70.2%超", "more than 70.2%", "not-yet"),
        ("70%を超える", "70.0%超", "more than 70.0%", "achieved"),
        ("70.2%以下", "70.2%以下", "at most 70.2%", "achieved"),
        ("70.2%以内", "70.2%以内", "within 70.2%", "achieved"),
        ("70.2％未満", "70.2%未満", "less than 70.2%", "not-yet"),
        ("71%未満", "71.0%未満", "less than 71.0%", "achieved"),
    ] {
        let folder = copied(MINIMAL);
        let file = folder.path().join("data/indicators.csv");
        let table = fs::read_to_string(&file).unwrap();
        let changed = table.replace(",increase,61.5,2020,75,2025,>=,", &format!(",,,,{target},2025,,"));
        assert_ne!(changed, table);
        fs::write(&file, changed).unwrap();
        run(folder.path(), &["build", "--emit-sources", "sources"]);
        for (language, text) in [("ja", japanese), ("en", english)] {
            let data = folder.path().join(format!("sources/minimal-followup-{language}/report.json"));
            let data: serde_json::Value = serde_json::from_slice(&fs::read(data).unwrap()).unwrap();
            let row = data["groups"][0]["tables"].as_array().unwrap().iter().flat_map(|table| table["rows"].as_array());
            let row = row.flatten().find(|row| row["id"] == "water-quality").unwrap();
            assert_eq!(row["target"]["text"], *text, "{target}");
            assert_eq!(row["status"]["id"], *status, "{target}");
        }
    }
}

#[test]
fn rows_of_targets_and_values_are_one_record_of_each_year() {
    let folder = copied(MINIMAL);
    let table = "指標,区分,R4,R5\nwater-cleanups,目標,40,55\n,実績,41,57\nwater-quality,2.目標値,,70\n\
                 water-quality,3.実績値,65,70.2\n";
    fs::write(folder.path().join("data/actuals.csv"), table).unwrap();
    run(folder.path(), &["export", "--out", "out"]);
    let actuals = fs::read_to_string(folder.path().join("out/minimal-data/data/actuals.csv")).unwrap();
    for row in [
        "water-cleanups,2022,41,final,no,40,,",
        "water-cleanups,2023,57,final,no,55,,",
        "water-quality,2022,65,final,no,,,",
        "water-quality,2023,70.2,final,no,70,,",
    ] {
        assert!(actuals.contains(row), "{row}: {actuals}");
    }
}
