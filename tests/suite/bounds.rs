//! Reports that are larger than they may be, and what is no file of theirs: each is a problem, and none is read to its end.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::{MINIMAL, copied, nenpo, stderr};

/// Checks a report in English.
fn check(report: &Path) -> Output {
    nenpo(report).args(["check", "--ui-lang", "en"]).output().unwrap()
}

#[test]
fn more_indicators_than_a_report_can_show_are_one_problem() {
    let folder = copied(MINIMAL);
    let table = folder.path().join("data/indicators.csv");
    let mut rows = fs::read_to_string(&table).unwrap();
    rows.extend((0..10_000).map(|index| format!("more-{index},water,output,,count,,,,,,,,,,指標,Indicator,,\n")));
    fs::write(&table, rows).unwrap();
    let output = check(folder.path());
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("error[too-many-indicators]: 10004 indicators exceed the limit"), "{said}");
    assert!(said.ends_with("1 error.\n"), "{said}");
}

#[test]
fn a_table_without_end_is_one_problem() {
    let folder = copied(MINIMAL);
    fs::create_dir(folder.path().join("data/actuals")).unwrap();
    let rows = "water-cleanups,2023,57,\n".repeat(120_000);
    for file in ["a", "b"] {
        let table = format!("indicator,fiscal_year,value,status\n{rows}");
        fs::write(folder.path().join(format!("data/actuals/{file}.csv")), table).unwrap();
    }
    let said = stderr(&check(folder.path()));
    assert!(said.starts_with("error[table-too-large]: the table has more than 200000 rows"), "{said}");
    assert!(said.ends_with("1 error.\n"), "{said}");
    // Lines without anything are lines, too, and none of them is shown.
    fs::write(folder.path().join("data/actuals/a.csv"), "\n".repeat(10 * nenpo::source::MOST_ROWS)).unwrap();
    let said = stderr(&check(folder.path()));
    assert!(
        said.contains("error[table-too-large]: the table has more than 200000 rows\n = in data/actuals/a.csv"),
        "{said}"
    );
}

#[test]
fn a_file_beyond_the_bound_is_not_read() {
    for file in ["report.toml", "data/actuals.csv", "locales/ja/report.ftl", "figures/river.svg"] {
        let folder = copied(MINIMAL);
        // A file with a hole takes no room.
        fs::File::options().write(true).open(folder.path().join(file)).unwrap().set_len(65 * 1024 * 1024).unwrap();
        let output = check(folder.path());
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{file}: {said}");
        assert!(said.contains(&format!("error[file-too-large]: “{file}” is too large")), "{file}: {said}");
    }
}

#[test]
fn settings_and_words_have_a_bound_of_their_own() {
    for file in ["report.toml", "locales/ja/report.ftl"] {
        let folder = copied(MINIMAL);
        fs::File::options().write(true).open(folder.path().join(file)).unwrap().set_len(5 * 1024 * 1024).unwrap();
        let said = stderr(&check(folder.path()));
        assert!(said.contains(&format!("error[file-too-large]: “{file}”")), "{said}");
        assert!(said.contains("the limit is 4 MiB"), "{said}");
    }
}

#[test]
fn the_files_of_a_report_have_a_bound_together() {
    let folder = copied(MINIMAL);
    for file in ["a", "b"] {
        let words = format!("# {}\n", "x".repeat(2_500_000));
        fs::write(folder.path().join(format!("locales/en/{file}.ftl")), words).unwrap();
    }
    let said = stderr(&check(folder.path()));
    assert!(
        said.contains(
            "error[file-too-large]: the files of the report are too large in total, counting “locales/en/b.ftl”"
        ),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_a_report_and_what_is_no_file_are_problems_and_never_opened() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let (folder, other) = (copied(MINIMAL), tempfile::tempdir().unwrap());
    let values = folder.path().join("data/actuals.csv");
    fs::copy(&values, other.path().join("secret.csv")).unwrap();
    fs::remove_file(&values).unwrap();
    symlink(other.path().join("secret.csv"), &values).unwrap();
    let figure = folder.path().join("figures/river.svg");
    fs::remove_file(&figure).unwrap();
    let _socket = UnixListener::bind(&figure).unwrap();
    symlink("/", folder.path().join("templates")).unwrap();
    symlink("nothing", folder.path().join("locales/en/more.ftl")).unwrap();
    let said = stderr(&check(folder.path()));
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
    let folder = copied(MINIMAL);
    fs::create_dir(folder.path().join("figures/all")).unwrap();
    fs::rename(folder.path().join("figures/river.svg"), folder.path().join("figures/all/river.svg")).unwrap();
    symlink("all/river.svg", folder.path().join("figures/river.svg")).unwrap();
    let output = check(folder.path());
    assert!(output.status.success(), "{}", stderr(&output));
}
