//! Committee packets on the command line: what `nenpo new --packet` writes, and how packets are found and checked. Their
//! faults are folders of `tests/cases/invalid`.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::{LANGUAGES, MINIMAL, change, copied, copy, files_below, nenpo, repository, stderr};

/// Writes a new packet, and returns the folder that it is in and what is printed.
fn new_packet(language: &str) -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = nenpo(folder.path()).args(["new", "--packet", "council-5", "--ui-lang", language]).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    (folder, String::from_utf8(output.stdout).unwrap().replace('\\', "/"), said)
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    nenpo(folder).args(arguments).args(["--ui-lang", "en"]).output().unwrap()
}

/// Returns what a command says that succeeds without a path on stdout.
fn says(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let said = stderr(&output);
    assert!(output.status.success() && output.stdout.is_empty(), "{arguments:?}: {said}");
    said
}

/// Returns what a command says that finds errors in the user's data.
fn complains(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    stderr(&output)
}

#[test]
fn a_new_packet_and_its_report_have_no_errors() {
    for language in LANGUAGES {
        let (folder, printed, said) = new_packet(language);
        assert_eq!(printed.lines().collect::<Vec<_>>(), files_below(folder.path()).into_keys().collect::<Vec<_>>());
        assert!(said.contains("nenpo packet council-5"), "{said}");
        for path in ["council-5", "council-5/packet.toml", "council-5/report"] {
            assert_eq!(says(folder.path(), &["check", path]), "No errors.\n", "{language}: {path}");
        }
        let settings = fs::read_to_string(folder.path().join("council-5/packet.toml")).unwrap();
        assert!(settings.starts_with("#:schema ./packet.schema.json\n") && settings.contains("\nid = \"council-5\"\n"));
        let schema = fs::read_to_string(folder.path().join("council-5/packet.schema.json")).unwrap();
        let printed = nenpo(folder.path()).args(["schema", "packet", "--ui-lang", language]).output().unwrap();
        assert_eq!(schema, String::from_utf8(printed.stdout).unwrap().replace("\r\n", "\n"));
    }
}

#[test]
fn what_is_commented_out_in_a_new_packet_is_right() {
    for language in LANGUAGES {
        let (folder, ..) = new_packet(language);
        let settings = folder.path().join("council-5/packet.toml");
        for line in ["[[material]]", "file =", "title =", "number =", "language =", "for-members =", "cover ="] {
            change(&settings, &format!("\n# {line}"), &format!("\n{line}"));
        }
        let said = complains(folder.path(), &["check", "council-5"]);
        assert!(said.contains("file “files/budget.pdf” not found") && said.ends_with("1 error.\n"), "{said}");
        let files = folder.path().join("council-5/files");
        fs::create_dir(&files).unwrap();
        fs::copy(repository("examples/packet/files/budget-ja.pdf"), files.join("budget.pdf")).unwrap();
        assert_eq!(says(folder.path(), &["check", "council-5"]), "No errors.\n");
    }
}

#[test]
fn a_report_with_attached_data_does_not_meet_a_part_of_pdf_a_without() {
    let (folder, ..) = new_packet("en");
    change(&folder.path().join("council-5/report/report.toml"), "[pdf]\n", "[pdf]\nattach-data = true\n");
    let said = complains(folder.path(), &["check", "council-5", "--require", "a-2a,ua-1"]);
    assert!(said.contains("“report” does not meet PDF/A-2a: it is a PDF/A-3"), "{said}");
    assert_eq!(says(folder.path(), &["check", "council-5", "--require", "a-3a,ua-1"]), "No errors.\n");
}

#[test]
fn a_report_that_lists_fewer_standards_costs_the_packet_its_claims() {
    let (folder, ..) = new_packet("en");
    change(
        &folder.path().join("council-5/report/report.toml"),
        "standards = [\"a-2a\", \"ua-1\"]\n",
        "standards = [\"a-2b\"]\n",
    );
    let said = says(folder.path(), &["check", "council-5"]);
    assert!(
        said.contains("warning[claim-lost]") && said.contains("standards under [pdf] in its report.toml"),
        "{said}"
    );
}

#[test]
fn names_in_a_list_may_follow_a_space() {
    let (folder, ..) = new_packet("en");
    let arguments = ["check", "council-5", "--lang", "ja, en", "--require", "a-2a, ua-1"];
    assert_eq!(says(folder.path(), &arguments), "No errors.\n");
}

#[test]
fn a_file_that_is_no_packet_is_told_from_a_folder_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.pdf"), "").unwrap();
    for (path, words) in
        [("b.pdf", "“b.pdf” is a file, not a folder with packet.toml"), ("c.pdf", "folder “c.pdf” not found")]
    {
        let said = complains(folder.path(), &["packet", path]);
        assert!(said.contains(words) && said.contains("nenpo packet DIR"), "{said}");
    }
    let said = complains(folder.path(), &["build", "b.pdf"]);
    assert!(said.contains("“b.pdf” is a file, not a folder with report.toml"), "{said}");
}

#[test]
fn a_folder_that_holds_something_gets_no_packet() {
    let folder = copied(MINIMAL);
    let before = files_below(folder.path());
    let said = complains(folder.path(), &["new", "--packet", "."]);
    assert!(said.contains("error[folder-not-empty]"), "{said}");
    assert_eq!(files_below(folder.path()), before);
}

#[test]
fn reports_and_files_may_lie_beside_the_packet() {
    let (folder, ..) = new_packet("en");
    let settings = folder.path().join("council-5/packet.toml");
    copy(&repository(MINIMAL), &folder.path().join("plan"));
    for path in ["../plan", "../plan/", "../plan/report.toml", "./../plan"] {
        let from = fs::read_to_string(&settings).unwrap();
        let line = from.lines().find(|line| line.starts_with("report = ")).unwrap();
        change(&settings, line, &format!("report = \"{path}\""));
        assert_eq!(says(&folder.path().join("council-5"), &["check"]), "No errors.\n", "{path}");
    }
}

#[test]
fn a_folder_with_a_report_is_that_of_the_report() {
    let folder = copied(MINIMAL);
    let settings = "id = \"a\"\nlanguages = [\"ja\"]\nmeeting = 5\nmaterial = []\n";
    fs::write(folder.path().join("packet.toml"), settings).unwrap();
    assert!(!says(folder.path(), &["check"]).contains("wrong-type"));
    assert!(complains(folder.path(), &["check", "packet.toml"]).contains("error[wrong-type]"));
    fs::remove_file(folder.path().join("report.toml")).unwrap();
    assert!(complains(folder.path(), &["check"]).contains("error[wrong-type]"));
}

#[test]
fn options_of_reports_do_not_apply_to_packets() {
    let (folder, ..) = new_packet("en");
    for (option, value, words) in [
        ("--template", "report", "packet.toml specifies the template of each report"),
        ("--material", "1-2", "packet.toml specifies the number of each material"),
    ] {
        let said = complains(folder.path(), &["check", "council-5", option, value]);
        assert!(said.contains("error[unsuitable-option]") && said.contains(words), "{said}");
    }
    assert_eq!(says(folder.path(), &["check", "council-5", "--lang", "ja"]), "No errors.\n");
    assert!(complains(folder.path(), &["check", "council-5", "--lang", "fr"]).contains("error[no-edition]"));
}

#[test]
fn where_no_packet_is_the_folders_with_one_are_named() {
    let (folder, ..) = new_packet("en");
    let said = complains(folder.path(), &["packet"]);
    for words in ["no packet.toml in this folder", "nenpo packet DIR", "= allowed: ./council-5"] {
        assert!(said.replace('\\', "/").contains(words), "{said}");
    }
    assert!(complains(folder.path(), &["packet", "no-such"]).contains("folder “no-such” not found"));
    // A report is told from a packet.
    let said = complains(folder.path(), &["build", "council-5"]);
    assert!(said.contains("no report.toml in folder") && said.contains("use nenpo packet DIR"), "{said}");
    let said = complains(folder.path(), &["packet", "council-5/report"]);
    assert!(said.contains("no packet.toml in folder") && said.contains("use nenpo build DIR"), "{said}");
}
