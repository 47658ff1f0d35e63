//! What is exported builds to the same bytes: the package itself, and the report with the package's workbook as its data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::exported;
use crate::support::plan::{Plan, USUAL, Values};
use crate::support::{MINIMAL, change, contents_below, copied, copy, names, repository, run};

/// Builds a report and returns its PDFs by name.
fn built(report: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    run(report, &["build", "--out", out.path().to_str().unwrap()]);
    contents_below(out.path())
}

/// Returns the one file whose name ends so.
fn file_named(folder: &Path, ending: &str) -> std::path::PathBuf {
    let found: Vec<String> = names(folder).into_iter().filter(|name| name.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    folder.join(&found[0])
}

fn goes_round(report: &Path) {
    let pages = built(report);
    assert!(!pages.is_empty());
    let same = |other: BTreeMap<String, Vec<u8>>, form: &str| {
        assert_eq!(pages.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (name, data) in &pages {
            assert!(*data == other[name], "{}: {name} differs after the way through the {form}", report.display());
        }
    };
    let out = tempfile::tempdir().unwrap();
    let package = exported(report, out.path(), &[]);
    same(built(&package), "package");
    let again = exported(&package, &out.path().join("again"), &[]);
    assert!(contents_below(&again) == contents_below(&package), "{}: the package of a package", report.display());
    let with_workbook = out.path().join("with-workbook");
    copy(report, &with_workbook);
    fs::remove_dir_all(with_workbook.join("data")).unwrap();
    fs::create_dir(with_workbook.join("data")).unwrap();
    fs::copy(file_named(&package, ".xlsx"), with_workbook.join("data/indicators.xlsx")).unwrap();
    same(built(&with_workbook), "workbook");
}

#[test]
fn both_samples_go_round() {
    for sample in ["examples/medical-rd-fy2022", "examples/fictional-city-plan"] {
        goes_round(&repository(sample));
    }
}

#[test]
fn every_valid_case_goes_round() {
    let cases = repository("tests/cases/valid");
    for case in names(&cases) {
        goes_round(&cases.join(case));
    }
}

#[test]
fn invented_plans_go_round() {
    for plan in [
        Plan { years: 4, ..USUAL },
        Plan { groups: 0, values: Values::Long, ..USUAL },
        Plan { values: Values::Missing, name_length: 150, ..USUAL },
    ] {
        let folder = tempfile::tempdir().unwrap();
        plan.write(folder.path(), &["followup"]);
        goes_round(folder.path());
    }
}

#[test]
fn numbers_keep_their_zeros_and_all_their_digits_on_the_way() {
    let folder = copied(MINIMAL);
    change(&folder.path().join("data/actuals.csv"), "2023,57,,", "2023,57.00,,");
    change(&folder.path().join("data/actuals.csv"), "2023,12,provisional", "2023,0.12345678901234567,provisional");
    goes_round(folder.path());
}
