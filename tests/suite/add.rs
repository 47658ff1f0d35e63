//! What `nenpo add` writes: the lines that a word needs, in every language, and nothing else.

use std::fs;
use std::path::Path;

use crate::support::{change, copied, nenpo, stderr};

const MINIMAL: &str = "tests/cases/valid/minimal";

/// Runs `nenpo add` in a report's folder, and returns its exit code and what it said.
fn add(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = nenpo(folder).arg("add").args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout.clone()).unwrap() + &stderr(&output))
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_default()
}

fn check(folder: &Path) -> String {
    stderr(&nenpo(folder).args(["check", "--ui-lang", "en"]).output().unwrap())
}

#[test]
fn a_unit_is_added_in_every_language_and_can_be_used_at_once() {
    let folder = copied(MINIMAL);
    let folder = folder.path();
    change(&folder.join("data/indicators.csv"), ",count,cumulative,increase,,,100", ",株,cumulative,increase,,,100");
    assert!(check(folder).contains("nenpo add unit \"株\""), "{}", check(folder));
    let (code, said) = add(folder, &["unit", "株", "--text", "en=trees", "--id", "trees"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("words.ftl"), "{said}");
    assert!(text(folder, "locales/ja/words.ftl").ends_with("unit-trees = { $value }株\n"));
    assert!(text(folder, "locales/en/words.ftl").ends_with("unit-trees = { $value } trees\n"));
    let said = check(folder);
    assert!(!said.contains("unknown-unit"), "{said}");
}

#[test]
fn what_nobody_can_translate_is_left_as_a_comment_and_said() {
    let folder = copied(MINIMAL);
    let (code, said) = add(folder.path(), &["kind", "参考指標", "--ui-lang", "en"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("for these languages") && said.contains("en"), "{said}");
    assert!(text(folder.path(), "locales/ja/words.ftl").contains("kind-own-1 = 参考指標\n"));
    assert!(text(folder.path(), "locales/en/words.ftl").contains("# kind-own-1 = 参考指標\n"));
    let (_, said) = add(folder.path(), &["kind", "別の指標", "--text", "en=Another"]);
    assert!(said.contains("own-2"), "{said}");
}

#[test]
fn groups_and_notes_stand_in_the_settings_with_all_that_was_there() {
    let folder = copied(MINIMAL);
    let before = text(folder.path(), "report.toml");
    assert_eq!(add(folder.path(), &["group", "海", "--text", "en=The sea"]).0, Some(0));
    assert_eq!(
        add(folder.path(), &["note", "速報値を{含む}。", "--text", "en=With {provisional} values.", "--id", "quick"]).0,
        Some(0)
    );
    let after = text(folder.path(), "report.toml");
    for line in before.lines().filter(|line| !line.starts_with("notes")) {
        assert!(after.contains(line), "{line}");
    }
    assert!(after.contains("[[group]]\nid = \"own-1\""), "{after}");
    assert!(after.contains("\"quick\"]"), "{after}");
    assert!(text(folder.path(), "locales/ja/words.ftl").contains("note-quick = 速報値を{ \"{\" }含む{ \"}\" }。"));
    assert!(!check(folder.path()).contains("error["), "{}", check(folder.path()));
}

#[test]
fn a_word_that_is_known_changes_nothing() {
    let folder = copied(MINIMAL);
    let (code, said) = add(folder.path(), &["unit", "件", "--ui-lang", "en"]);
    assert!(code == Some(0) && said.contains("can already be used (count)"), "{said}");
    assert!(!folder.path().join("locales/ja/words.ftl").exists());
    assert_eq!(add(folder.path(), &["unit", "羽", "--id", "birds", "--text", "en=birds"]).0, Some(0));
    let (code, said) = add(folder.path(), &["unit", "頭", "--id", "birds", "--ui-lang", "en"]);
    assert!(code == Some(1) && said.contains("[duplicate-id]"), "{said}");
}

#[test]
fn a_folder_without_a_report_and_broken_settings_are_said_as_ever() {
    let empty = tempfile::tempdir().unwrap();
    let (code, said) = add(empty.path(), &["unit", "株"]);
    assert!(code == Some(1) && said.contains("[file-unreadable]"), "{said}");
    let folder = copied(MINIMAL);
    fs::write(folder.path().join("report.toml"), "id = \n").unwrap();
    let (code, said) = add(folder.path(), &["unit", "株"]);
    assert!(code == Some(1) && said.contains("report.toml:1"), "{said}");
    assert!(!folder.path().join("locales/ja/words.ftl").exists());
    let (code, said) = add(folder.path(), &["unit", "株", "--id", "株", "--ui-lang", "ja"]);
    assert!(code == Some(2) && said.contains("英字"), "{said}");
}
