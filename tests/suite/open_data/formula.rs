//! No text becomes a formula, in whatever program the files are opened, and each is read back as it was.

use std::fs;
use std::io::{Cursor, Read};

use super::{exported, tables};
use crate::support::{MINIMAL, change, copy, repository, run};

/// Texts that spreadsheets take for formulas, or that look as if they were guarded already.
const TEXTS: [&str; 8] =
    ["=1+1", "+81", "-2+3", "@SUM(A1)", "＝１＋１", "=HYPERLINK(\"http://example.org\",\"a;b\")", "'=1", "''-1"];

#[test]
fn a_text_that_looks_like_a_formula_stays_a_text() {
    let out = tempfile::tempdir().unwrap();
    for (number, text) in TEXTS.into_iter().enumerate() {
        let report = out.path().join(format!("report{number}"));
        copy(&repository(MINIMAL), &report);
        let quoted = format!("\"'{}\"", text.replace('"', "\"\""));
        change(&report.join("data/indicators.csv"), "Forest cover", &quoted);
        change(&report.join("locales/en/report.ftl"), "group-water = Water", &format!("group-water = {text}"));
        change(&report.join("locales/en/report.ftl"), "= From the water", &format!("= {text} From the water"));
        run(&report, &["build", "--lang", "en", "--emit-sources", "sources"]);
        let data = fs::read_to_string(report.join("sources/minimal-followup-en/report.json")).unwrap();
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(data["groups"][1]["tables"][0]["rows"][0]["name"], text);

        let package = exported(&report, out.path(), &[]);
        let tables = tables(&package);
        let mut guarded = 0;
        for cell in tables.values().flatten().flatten() {
            let is_number = cell.parse::<rust_decimal::Decimal>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']), "{cell}");
            guarded += usize::from(*cell == format!("'{text}"));
        }
        assert_eq!(guarded, 2, "{text}: a name and a group");
        run(&package, &["build", "--lang", "en", "--emit-sources", "sources"]);
        let again = fs::read_to_string(package.join("sources/minimal-followup-en/report.json")).unwrap();
        assert_eq!(data, serde_json::from_str::<serde_json::Value>(&again).unwrap());

        let workbook = fs::read(package.join("minimal.xlsx")).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
        let mut shared = String::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut xml = String::new();
            if part.read_to_string(&mut xml).is_ok() {
                assert!(!xml.contains("<f>") && !xml.contains("<f "), "{}", part.name().unwrap());
                if part.name().unwrap().ends_with("sharedStrings.xml") {
                    shared = xml;
                }
            }
        }
        assert!(shared.contains(&format!("<t>{}</t>", text.replace('"', "&quot;"))) || shared.contains(text), "{text}");
    }
}
