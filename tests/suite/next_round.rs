//! What `nenpo new --next` makes of a report: the same plan a year later, whose sentences are to be looked at.

use std::fs;
use std::path::Path;

use crate::support::{copied, files_below, nenpo, stderr};

const MINIMAL: &str = "tests/cases/valid/minimal";

/// The next round's report, beside a copy of one.
fn next(case: &str) -> tempfile::TempDir {
    let folder = copied(case);
    let outside = tempfile::tempdir().unwrap();
    let output = nenpo(outside.path())
        .args(["new", "plan-next", "--ui-lang", "ja", "--next"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    outside
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("plan-next").join(name)).unwrap()
}

fn said(folder: &Path, command: &str) -> (bool, String) {
    let output = nenpo(folder).args([command, "plan-next", "--ui-lang", "en"]).output().unwrap();
    (output.status.success(), stderr(&output))
}

#[test]
fn dates_move_on_and_all_else_stays() {
    let folder = next(MINIMAL);
    let (before, after) =
        (fs::read_to_string(format!("{MINIMAL}/report.toml")).unwrap(), text(folder.path(), "report.toml"));
    let changed: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(old, new)| old != new).collect();
    let keys: Vec<&str> = changed.iter().map(|(_, new)| new.split(' ').next().unwrap()).collect();
    assert_eq!(keys, ["id", "fiscal-year", "as-of", "published"], "{changed:?}");
    assert!(after.contains("id = \"plan-next\"") && after.contains("fiscal-year = 2024"), "{after}");
    for name in files_below(Path::new(MINIMAL)).into_keys().filter(|name| name.starts_with("data/")) {
        assert_eq!(text(folder.path(), &name), fs::read_to_string(format!("{MINIMAL}/{name}")).unwrap(), "{name}");
    }
}

#[test]
fn new_values_are_open_and_fill_in_where_they_belong() {
    let folder = next(MINIMAL);
    let table = text(folder.path(), "data/actuals/2024.csv");
    assert!(table.starts_with("\u{FEFF}指標ID,指標名,単位,2024\r\n"), "{table}");
    // Every row of the table of indicators, with an empty cell.
    let indicators = fs::read_to_string(format!("{MINIMAL}/data/indicators.csv")).unwrap();
    assert_eq!(table.lines().count(), indicators.lines().count());
    assert!(table.lines().skip(1).all(|line| line.ends_with(',')), "{table}");
    // Until then, the values of the year before stand in their place.
    let (is_built, words) = said(folder.path(), "build");
    assert!(is_built && words.contains("[actual-missing]"), "{words}");
    let filled = table.replacen("count,\r\n", "count,64\r\n", 1);
    assert_ne!(filled, table);
    fs::write(folder.path().join("plan-next/data/actuals/2024.csv"), filled).unwrap();
    let (is_built, fewer) = said(folder.path(), "build");
    assert!(is_built, "{fewer}");
    assert!(words.contains("indicators without a value for fiscal year 2024: 4"), "{words}");
    assert!(fewer.contains("fiscal year 2024: 3"), "{fewer}");
}

#[test]
fn sentences_are_warned_of_until_they_are_touched() {
    let folder = next(MINIMAL);
    let (_, words) = said(folder.path(), "check");
    assert!(words.contains("[not-reviewed]"), "{words}");
    for language in ["ja", "en"] {
        let file = folder.path().join(format!("plan-next/locales/{language}/report.ftl"));
        let lines = fs::read_to_string(&file).unwrap();
        assert!(lines.contains("[review:"), "{lines}");
        // The names of groups are no sentences.
        let marked = lines.lines().zip(lines.lines().skip(1)).filter(|(mark, _)| mark.contains("[review:"));
        assert!(marked.into_iter().all(|(_, message)| !message.starts_with("group-")), "{lines}");
        let kept: Vec<&str> = lines.lines().filter(|line| !line.contains("[review:")).collect();
        fs::write(file, kept.join("\n") + "\n").unwrap();
    }
    let (_, words) = said(folder.path(), "check");
    assert!(!words.contains("[not-reviewed]"), "{words}");
}

#[test]
fn output_stays_behind_and_a_broken_report_has_no_next_round() {
    let folder = copied(MINIMAL);
    let built = nenpo(folder.path()).args(["build", "--lang", "ja"]).output().unwrap();
    assert!(built.status.success());
    let outside = tempfile::tempdir().unwrap();
    let new = |from: &Path| nenpo(outside.path()).args(["new", "plan", "--next"]).arg(from).output().unwrap();
    assert!(new(folder.path()).status.success());
    assert!(!outside.path().join("plan/out").exists());
    fs::remove_dir_all(outside.path().join("plan")).unwrap();
    fs::write(folder.path().join("data/indicators.csv"), "id\n").unwrap();
    let output = new(folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!outside.path().join("plan").exists());
}
