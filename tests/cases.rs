//! Runs the command on every folder of `tests/cases`.
//!
//! `valid/<name>` is a whole report that must build. `invalid/<code>` holds the files that differ from `valid/minimal`,
//! `expected.txt` (what the command says in English) and, where needed, `arguments.txt` (further arguments, one a line)
//! and `remove.txt` (files to take away, one a line). After a wanted change of words, run once with `NENPO_BLESS=1`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hermetic;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hermetic::nenpo;
use nenpo::diagnostic::Code;

/// What stood in the folder of PDFs before a build that fails.
const OLD_PDF: &str = "the report of last year";

/// Codes that need a machine in a certain state or another verb, and the test that stands for their case.
const WITHOUT_CASE: &[(Code, &str)] = &[
    (Code::FileUnwritable, "a_folder_that_cannot_be_written_is_the_environment"),
    (Code::FileTooLarge, "a_file_beyond_the_bound_is_not_read"),
    (Code::TableTooLarge, "a_table_without_end_is_one_fault"),
    (Code::TooManyIndicators, "more_indicators_than_a_report_can_show_are_one_fault"),
    (Code::NoHtmlForm, "a_template_that_is_no_web_page_is_a_fault_at_its_edition"),
    (Code::UnsuitableOption, "options_that_do_not_go_with_the_format_are_faults"),
    (Code::UnknownPage, "a_page_that_is_not_there_is_a_fault_that_names_the_last_one"),
    (Code::ImageTooLarge, "an_image_beyond_the_bound_is_a_fault"),
    (Code::PdfUnreadable, "each_pdf_that_cannot_be_read_has_its_reason"),
    (Code::UnsoundPdf, "planted_faults_are_caught_by_name"),
    (Code::NoAttachedData, "a_pdf_without_data_says_how_it_gets_some"),
    (Code::ForeignAttachment, "attachments_of_another_program_are_named"),
    (Code::AttachmentMismatch, "altered_computed_figures_are_caught"),
    (Code::ValueMismatch, "an_altered_cell_is_named_with_what_the_data_gives"),
    (Code::FolderNotEmpty, "a_folder_that_holds_something_stays_as_it_is"),
];

fn cases(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(kind)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Copies a folder over another.
fn lay(from: &Path, over: &Path) {
    fs::create_dir_all(over).unwrap();
    for name in names(from) {
        let (from, over) = (from.join(&name), over.join(&name));
        if from.is_dir() {
            lay(&from, &over);
        } else {
            fs::copy(&from, &over).unwrap();
        }
    }
}

fn lines(file: &Path) -> Vec<String> {
    fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[test]
fn every_valid_case_builds_and_prints_its_paths() {
    for name in names(&cases("valid")) {
        let folder = tempfile::tempdir().unwrap();
        lay(&cases("valid").join(&name), folder.path());
        let output = nenpo(folder.path()).arg("build").output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(!printed.is_empty(), "{name}");
        for path in printed.lines() {
            assert!(fs::read(folder.path().join(path)).unwrap().starts_with(b"%PDF-1.7"), "{name}: {path}");
        }
    }
}

/// Builds a valid case into a new folder.
fn built(name: &str, arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid").join(name), folder.path());
    let output = nenpo(folder.path()).arg("build").args(arguments).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// Valid cases that say the same as the minimal one in other files: their pages are the same, byte for byte.
const SAME_AS_MINIMAL: &[&str] = &[
    "as-people-write",
    "as-programs-write",
    "crlf-and-bom",
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

/// Lays an invalid case over the minimal report.
fn invalid(name: &str) -> (PathBuf, tempfile::TempDir) {
    let case = cases("invalid").join(name);
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    lay(&case, folder.path());
    for file in lines(&case.join("remove.txt")) {
        fs::remove_file(folder.path().join(file)).unwrap();
    }
    for file in ["expected.txt", "arguments.txt", "remove.txt"] {
        let _ = fs::remove_file(folder.path().join(file));
    }
    (case, folder)
}

#[test]
fn every_invalid_case_is_said_in_japanese_too() {
    for name in names(&cases("invalid")) {
        let (case, folder) = invalid(&name);
        let output = nenpo(folder.path())
            .args(["check", "--ui-lang", "ja"])
            .args(lines(&case.join("arguments.txt")))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let english = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        let faults = |text: &str| {
            let is_fault = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
            text.lines().filter(is_fault).map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        // Severities are named in the language of messages.
        let said = said.replace("エラー[", "error[").replace("警告[", "warning[");
        assert_eq!(faults(&said), faults(&english), "{name}");
        for line in said.lines().filter(|line| line.starts_with("error[") || line.contains("= 対処")) {
            assert!(line.chars().any(|character| ('ぁ'..='ん').contains(&character)), "{name}: {line}");
            assert!(!line.contains("{$"), "{name}: {line}");
        }
    }
}

#[test]
fn every_invalid_case_is_said_to_programs_too() {
    let schema = jsonschema::validator_for(&nenpo::terminal::message_schema()).unwrap();
    for name in names(&cases("invalid")) {
        let (case, folder) = invalid(&name);
        let output = nenpo(folder.path())
            .args(["check", "--ui-lang", "en", "--message-format", "json"])
            .args(lines(&case.join("arguments.txt")))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let mut messages: Vec<serde_json::Value> = Vec::new();
        for line in said.lines() {
            let message = serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}: {error}: {line}"));
            assert!(schema.is_valid(&message), "{name}: {:?}", schema.validate(&message));
            messages.push(message);
        }
        let summary = messages.pop().unwrap();
        assert!(messages.iter().all(|message| message["type"] == "diagnostic"), "{name}: {said}");
        let codes: Vec<String> = messages
            .iter()
            .map(|fault| format!("{}[{}]", fault["severity"].as_str().unwrap(), fault["code"].as_str().unwrap()))
            .collect();
        let for_people = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        let is_fault = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
        let expected: Vec<&str> =
            for_people.lines().filter(is_fault).map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(codes, expected, "{name}");
        let count = |severity: &str| messages.iter().filter(|fault| fault["severity"] == severity).count();
        let expected = serde_json::json!({
            "type": "summary", "errors": count("error"), "warnings": count("warning")
        });
        assert_eq!(summary, expected, "{name}");
    }
}

#[test]
fn every_invalid_case_says_what_is_expected_and_writes_nothing() {
    let mut differences = Vec::new();
    for name in names(&cases("invalid")) {
        let (case, folder) = invalid(&name);
        let old = folder.path().join("out/minimal-followup-ja.pdf");
        fs::create_dir_all(folder.path().join("out")).unwrap();
        fs::write(&old, OLD_PDF).unwrap();

        let output = nenpo(folder.path())
            .args(["build", "--ui-lang", "en"])
            .args(lines(&case.join("arguments.txt")))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap().replace('\\', "/");
        let code = Code::ALL.iter().find(|code| code.as_str() == name.split("--").next().unwrap());
        let code = code.unwrap_or_else(|| panic!("{name}: there is no such code"));
        let is_error = code.severity() == nenpo::diagnostic::Severity::Error;
        assert!(said.contains(&format!("[{}]", code.as_str())), "{name}: {said}");
        assert!(!said.contains("{$"), "{name}: a variable without a value: {said}");
        assert_eq!(output.status.code(), Some(i32::from(is_error)), "{name}: {said}");
        if is_error {
            assert_eq!(fs::read_to_string(&old).unwrap(), OLD_PDF, "{name}");
            assert_eq!(names(&folder.path().join("out")).len(), 1, "{name}");
            assert!(output.stdout.is_empty(), "{name}");
        }
        let expected = case.join("expected.txt");
        if std::env::var_os("NENPO_BLESS").is_some() {
            fs::write(&expected, &said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n") != said {
            differences.push(format!("{name}:\n{said}"));
        }
    }
    assert!(differences.is_empty(), "these say something else than expected.txt:\n{}", differences.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<String> =
        names(&cases("invalid")).iter().map(|name| name.split("--").next().unwrap().to_owned()).collect();
    let without: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !WITHOUT_CASE.iter().any(|(known, _)| known == *code))
        .map(|code| code.as_str())
        .filter(|code| !cases.contains(*code))
        .collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn a_folder_that_cannot_be_written_is_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    fs::write(folder.path().join("out"), "a file where the folder should be").unwrap();
    // What is to be done is what the command can do.
    for (arguments, english, japanese) in [
        (&["build"][..], "specify another folder with --out", "--outで別のフォルダー"),
        (&["build", "--emit-sources", "out"], "specify another folder with --emit-sources", "--emit-sourcesで別の"),
        (&["export"], "specify another folder with --out", "--outで別のフォルダー"),
        (&["new", "out/plan"], "or choose another folder", "別のフォルダーを選択"),
    ] {
        for (language, words) in [("en", english), ("ja", japanese)] {
            let output = nenpo(folder.path()).args(arguments).args(["--ui-lang", language]).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("[file-unwritable]") && said.contains(words), "{said}");
            assert!(output.stdout.is_empty() && (arguments[0] != "new" || !said.contains("--")), "{said}");
        }
    }
}

#[test]
fn more_indicators_than_a_report_can_show_are_one_fault() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    let table = folder.path().join("data/indicators.csv");
    let mut rows = fs::read_to_string(&table).unwrap();
    rows.extend((0..10_000).map(|index| format!("more-{index},water,output,,count,,,,,,,,,,指標,Indicator,,\n")));
    fs::write(&table, rows).unwrap();
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("error[too-many-indicators]: 10004 indicators exceed the limit"), "{said}");
    assert!(said.ends_with("1 error.\n"), "{said}");
}

#[test]
fn a_table_without_end_is_one_fault() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    fs::create_dir(folder.path().join("data/actuals")).unwrap();
    let rows = "water-cleanups,2023,57,\n".repeat(120_000);
    for file in ["a", "b"] {
        let table = format!("indicator,fiscal_year,value,status\n{rows}");
        fs::write(folder.path().join(format!("data/actuals/{file}.csv")), table).unwrap();
    }
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("error[table-too-large]: the table has more than 200000 rows"), "{said}");
    assert!(said.ends_with("1 error.\n"), "{said}");
    // Lines without anything are lines, too, and none of them is shown.
    fs::write(folder.path().join("data/actuals/a.csv"), "\n".repeat(10 * nenpo::source::MOST_ROWS)).unwrap();
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("error[table-too-large]: the table has more than 200000 rows\n = in data/actuals/a.csv"),
        "{said}"
    );
}

#[test]
fn the_files_of_a_report_have_a_bound_together() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    for file in ["a", "b"] {
        let words = format!("# {}\n", "x".repeat(2_500_000));
        fs::write(folder.path().join(format!("locales/en/{file}.ftl")), words).unwrap();
    }
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains(
            "error[file-too-large]: the files of the report are too large in total, counting “locales/en/b.ftl”"
        ),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_a_report_and_what_is_no_file_are_faults_and_never_opened() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    lay(&cases("valid/minimal"), folder.path());
    let values = folder.path().join("data/actuals.csv");
    fs::copy(&values, other.path().join("secret.csv")).unwrap();
    fs::remove_file(&values).unwrap();
    symlink(other.path().join("secret.csv"), &values).unwrap();
    let figure = folder.path().join("figures/river.svg");
    fs::remove_file(&figure).unwrap();
    let _socket = UnixListener::bind(&figure).unwrap();
    symlink("/", folder.path().join("templates")).unwrap();
    symlink("nothing", folder.path().join("locales/en/more.ftl")).unwrap();
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    for expected in [
        "“data/actuals.csv” is a link to a place outside the report folder",
        "“figures/river.svg” is not a regular file",
        "“templates” is a link to a place outside the report folder",
        "“locales/en/more.ftl” is a broken link",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!said.contains("not found"), "{said}");
    // A link within the report is a file like any other.
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    fs::create_dir(folder.path().join("figures/all")).unwrap();
    fs::rename(folder.path().join("figures/river.svg"), folder.path().join("figures/all/river.svg")).unwrap();
    symlink("all/river.svg", folder.path().join("figures/river.svg")).unwrap();
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_checkout_with_other_line_ends_makes_the_same_pdfs_with_data() {
    let built = |change: &dyn Fn(String) -> String| {
        let folder = tempfile::tempdir().unwrap();
        lay(&cases("valid/minimal"), folder.path());
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
        let output = nenpo(folder.path()).args(["build", "--lang", "en"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read(folder.path().join("out/minimal-followup-en.pdf")).unwrap()
    };
    let other = built(&|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert!(built(&|text| text) == other, "the PDFs differ");
}

#[test]
fn a_file_beyond_the_bound_is_not_read() {
    for file in ["report.toml", "data/actuals.csv", "locales/ja/report.ftl", "figures/river.svg"] {
        let folder = tempfile::tempdir().unwrap();
        lay(&cases("valid/minimal"), folder.path());
        // A file with a hole takes no room.
        fs::File::options().write(true).open(folder.path().join(file)).unwrap().set_len(65 * 1024 * 1024).unwrap();
        let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{file}: {said}");
        assert!(said.contains(&format!("error[file-too-large]: “{file}” is too large")), "{file}: {said}");
    }
}

#[test]
fn settings_and_words_have_a_bound_of_their_own() {
    for file in ["report.toml", "locales/ja/report.ftl"] {
        let folder = tempfile::tempdir().unwrap();
        lay(&cases("valid/minimal"), folder.path());
        fs::File::options().write(true).open(folder.path().join(file)).unwrap().set_len(5 * 1024 * 1024).unwrap();
        let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(&format!("error[file-too-large]: “{file}”")), "{said}");
        assert!(said.contains("the limit is 4 MiB"), "{said}");
    }
}

#[test]
fn an_indicator_that_does_not_apply_finds_room_in_its_chart() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    let table = folder.path().join("data/actuals.csv");
    let values = fs::read_to_string(&table).unwrap().replace("70.2", "該当なし");
    fs::write(&table, values).unwrap();
    let output = nenpo(folder.path()).args(["build", "--ui-lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn faults_are_said_in_the_language_of_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, value: &str| {
        let output = nenpo(folder.path()).arg("check").env(name, value).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("LANG", "ja_JP.UTF-8").contains("report.tomlがありません"));
    assert!(said("LC_ALL", "C").contains("no report.toml in this folder"));
    assert!(said("LANG", "fr_FR.UTF-8").contains("no report.toml in this folder"));
}

#[test]
fn check_shows_the_same_faults_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    lay(&cases("valid/minimal"), folder.path());
    let output = nenpo(folder.path()).arg("check").output().unwrap();
    assert!(output.status.success());
    assert!(output.stdout.is_empty());
    assert!(!folder.path().join("out").exists());
}
