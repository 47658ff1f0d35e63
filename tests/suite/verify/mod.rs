//! `nenpo verify`: what is printed against the attached data, languages against each other, and what is no PDF of ours.

mod altered;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use lopdf::Document;
use tempfile::TempDir;

use altered::{encrypted, with_attachment, with_attachments, with_rows, with_text_of, without_tags};

use crate::support::{MINIMAL, copied, nenpo, run, stderr};

/// The reports whose PDFs are verified: every state that a value can have, parts, names that stand twice, several years,
/// values in thousands, numbers in the words of units.
const REPORTS: [&str; 4] =
    ["examples/medical-rd-fy2022", "examples/fictional-city-plan", MINIMAL, "tests/cases/valid/long-values"];

/// Copies a report, with or without data in its PDFs, and builds it.
fn built(report: &str, attaches_data: bool) -> TempDir {
    let folder = copied(report);
    let file = folder.path().join("report.toml");
    let settings: String = fs::read_to_string(&file)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with("standards =") && !line.starts_with("attach-data =") && *line != "[pdf]")
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(&file, format!("{settings}\n[pdf]\nattach-data = {attaches_data}\n")).unwrap();
    run(folder.path(), &["build", "--out", "."]);
    folder
}

/// The minimal report with data, built once.
fn minimal() -> &'static Path {
    static BUILT: OnceLock<TempDir> = OnceLock::new();
    BUILT.get_or_init(|| built(MINIMAL, true)).path()
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pdfs: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    pdfs.sort();
    pdfs
}

fn verify(folder: &Path, files: &[&str]) -> Output {
    nenpo(folder).args(["--ui-lang", "en", "verify"]).args(files).output().unwrap()
}

/// Verifies an altered copy of the minimal report's English PDF, alone.
fn verify_altered(alter: impl FnOnce(&mut Document)) -> String {
    let mut document = Document::load(minimal().join("minimal-followup-en.pdf")).unwrap();
    alter(&mut document);
    let folder = tempfile::tempdir().unwrap();
    document.save(folder.path().join("altered.pdf")).unwrap();
    let output = verify(folder.path(), &["altered.pdf", "--all"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    stderr(&output)
}

/// Verifies a file that is no PDF of ours.
fn verify_bytes(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("other.pdf"), bytes).unwrap();
    let output = verify(folder.path(), &["other.pdf"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    stderr(&output)
}

#[test]
fn what_is_printed_follows_from_the_attached_data_in_every_template_and_language() {
    for report in REPORTS {
        let folder = built(report, true);
        let pdfs = pdfs(folder.path());
        assert!(pdfs.len() >= 2, "{report}");
        for pdf in pdfs {
            let output = verify(folder.path(), &[pdf.file_name().unwrap().to_str().unwrap()]);
            let said = stderr(&output);
            assert!(output.status.success(), "{said}");
            let count: usize =
                said.split(": all ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().parse().unwrap();
            assert!(count >= 4, "{said}");
            assert!(said.ends_with("match the attached data\n"), "{said}");
        }
    }
}

#[test]
fn an_altered_cell_is_named_with_what_the_data_gives() {
    let said = verify_altered(|document| with_text_of(document, "70.2", "57"));
    assert!(said.contains("error[value-mismatch]: page "), "{said}");
    assert!(
        said.contains(
            "“Share of sites that meet the standard %[1]”, “Latest”: printed “57[1]”, but the attached data gives “70.2%[1]”"
        ),
        "{said}"
    );
    assert!(said.contains("1 error."), "{said}");
}

#[test]
fn a_target_that_is_printed_as_the_value_is_caught() {
    let said = verify_altered(|document| with_text_of(document, "100", "57"));
    assert!(said.contains("“Target”: printed “57”, but the attached data gives “100”"), "{said}");
}

#[test]
fn a_head_that_the_data_does_not_know_is_caught() {
    let said = verify_altered(|document| with_text_of(document, "Latest", "57"));
    assert!(said.contains("column or row heading “57” is not in the attached data"), "{said}");
}

#[test]
fn a_head_of_another_column_is_caught_by_its_cells() {
    let said = verify_altered(|document| with_text_of(document, "Target", "Latest"));
    assert!(said.contains("“Latest”: printed “100”, but the attached data gives “57”"), "{said}");
}

#[test]
fn a_missing_row_is_named() {
    let said = verify_altered(|document| with_rows(document, |rows| drop(rows.remove(2))));
    assert!(said.contains("row for indicator water-cleanups-schools is missing next to “Clean-up events”"), "{said}");
}

#[test]
fn rows_that_stand_twice_or_in_another_order_are_caught() {
    let swapped = verify_altered(|document| {
        with_rows(document, |rows| {
            rows.swap(1, 2);
        });
    });
    assert!(swapped.contains("row “Clean-up events” is duplicated or out of order"), "{swapped}");
    let doubled = verify_altered(|document| {
        with_rows(document, |rows| rows.push(rows.last().unwrap().clone()));
    });
    assert!(
        doubled.contains("occurs twice or in a cycle in the tag tree") && !doubled.contains("match the"),
        "{doubled}"
    );
}

#[test]
fn an_attached_table_that_is_gone_or_foreign_is_named() {
    let said = verify_altered(|document| altered::rename_attachment(document, "progress.csv", "figures.csv"));
    assert!(said.contains("table progress.csv, derived from the attached data, is not attached"), "{said}");
    assert!(said.contains("error[foreign-attachment]") && said.contains("figures.csv"), "{said}");
}

#[test]
fn one_pdf_with_data_and_one_without_say_the_same() {
    let folder = built("examples/fictional-city-plan", true);
    let other = built("examples/fictional-city-plan", false);
    let name = "fictional-city-plan-report-en.pdf";
    fs::copy(other.path().join(name), folder.path().join("without.pdf")).unwrap();
    let output = verify(folder.path(), &["fictional-city-plan-report-ja.pdf", "without.pdf"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains(" match ("), "{}", stderr(&output));
}

#[test]
fn an_altered_name_is_caught() {
    let said = verify_altered(|document| with_text_of(document, "Forest cover", "Clean-up events"));
    assert!(said.contains("indicator forest-area is in the attached data but in no table"), "{said}");
}

#[test]
fn altered_data_is_caught_by_what_is_printed_and_by_what_was_computed() {
    let said = verify_altered(|document| {
        with_attachment(document, "actuals.csv", |text| {
            text.replace("water-cleanups,2023,57", "water-cleanups,2023,75")
        });
    });
    assert!(said.contains("printed “57”, but the attached data gives “75”"), "{said}");
    assert!(said.contains("error[attachment-mismatch]"), "{said}");
    assert!(said.contains("altered.pdf/progress.csv:"), "{said}");
}

#[test]
fn altered_computed_figures_are_caught() {
    let said = verify_altered(|document| {
        with_attachment(document, "progress.csv", |text| text.replace(",0.57,", ",0.58,"));
    });
    assert!(said.contains("error[attachment-mismatch]: the attached progress.csv has a row"), "{said}");
    assert!(said.contains("1 error."), "{said}");
}

#[test]
fn attached_data_with_problems_is_shown_where_they_are() {
    let said = verify_altered(|document| {
        with_attachment(document, "actuals.csv", |text| {
            text.replace("water-cleanups,2023,57", "water-cleanups,2023,many")
        });
    });
    assert!(said.contains("error[not-a-number]: “many”"), "{said}");
    assert!(said.contains("altered.pdf/actuals.csv:2:"), "{said}");
}

#[test]
fn attachments_have_the_bounds_of_a_report() {
    let rows = verify_altered(|document| {
        with_attachment(document, "actuals.csv", |text| {
            format!("{text}{}", "water-cleanups,2023,57,\n".repeat(300_000))
        });
    });
    assert!(rows.contains("error[table-too-large]"), "{rows}");
    let words = verify_altered(|document| {
        with_attachment(document, "en.ftl", |text| {
            let chain = (0..60).map(|index| format!("a{index} = {{ a{0} }}{{ a{0} }}{{ a{0} }}\n", index + 1));
            format!("{}{}a60 = x\n", text.replacen('\n', " { a0 }\n", 1), chain.collect::<String>())
        });
    });
    assert!(words.contains("error[message-too-complex]"), "{words}");
    let unpacked = verify_altered(|document| {
        with_attachment(document, "actuals.csv", |text| format!("{text}{}", "\n".repeat(65 * 1024 * 1024)));
    });
    assert!(unpacked.contains("error[pdf-unreadable]: the unpacked PDF exceeds"), "{unpacked}");
    let many = verify_altered(|document| with_attachments(document, 50_000));
    assert!(many.contains("not report data: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, …"), "{many}");
}

#[test]
fn languages_are_compared_without_data_and_a_difference_names_both_cells() {
    let folder = built(MINIMAL, false);
    let files = ["minimal-followup-ja.pdf", "minimal-followup-en.pdf"];
    let output = verify(folder.path(), &files);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("minimal-followup-ja.pdf and minimal-followup-en.pdf match (4 rows)"),
        "{}",
        stderr(&output)
    );
    let path = folder.path().join(files[1]);
    let mut document = Document::load(&path).unwrap();
    with_text_of(&mut document, "70.2", "57");
    document.save(&path).unwrap();
    let output = verify(folder.path(), &files);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(said.contains("“70.2※1” in minimal-followup-ja.pdf (“最新値”, page "), "{said}");
    assert!(said.contains("“57[1]” in minimal-followup-en.pdf (“Latest”, page "), "{said}");
    assert!(said.contains("1 error."), "{said}");
}

#[test]
fn a_row_that_one_language_lacks_is_named() {
    let folder = built(MINIMAL, false);
    let other = built("tests/cases/valid/over-years", false);
    let other = pdfs(other.path()).into_iter().find(|path| path.to_str().unwrap().ends_with("-en.pdf")).unwrap();
    fs::copy(other, folder.path().join("other.pdf")).unwrap();
    let output = verify(folder.path(), &["minimal-followup-ja.pdf", "other.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("row “水質基準の達成率（%）※1” is in minimal-followup-ja.pdf"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_pdf_without_data_says_how_it_gets_some() {
    let folder = built(MINIMAL, false);
    let output = verify(folder.path(), &["minimal-followup-en.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("error[no-attached-data]"), "{}", stderr(&output));
    assert!(stderr(&output).contains("attach-data = true"), "{}", stderr(&output));
}

#[test]
fn attachments_of_another_program_are_named() {
    let said = verify_altered(|document| altered::rename_attachments(document, "factur-x.xml"));
    assert!(said.contains("error[foreign-attachment]"), "{said}");
    assert!(said.contains("factur-x.xml"), "{said}");
}

#[test]
fn files_that_cannot_be_verified_say_why() {
    let whole = fs::read(minimal().join("minimal-followup-en.pdf")).unwrap();
    assert!(verify_bytes(b"Dear Sir or Madam").contains("error[pdf-unreadable]: the file is not a PDF"));
    assert!(verify_bytes(b"").contains("the file is not a PDF"));
    for share in [10, 50, 90, 99] {
        let said = verify_bytes(&whole[..whole.len() * share / 100]);
        assert!(said.contains("the PDF is truncated"), "{share}: {said}");
    }
    assert!(verify_bytes(&encrypted(&whole)).contains("the PDF is encrypted"));
    assert!(verify_bytes(&without_tags(&whole)).contains("the PDF has no tags"));
}

#[test]
fn a_file_that_is_not_there_is_named_with_every_other_problem() {
    let output = verify(minimal(), &["missing.pdf", "report.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("file “missing.pdf” not found"), "{}", stderr(&output));
    assert!(stderr(&output).contains("the file is not a PDF"), "{}", stderr(&output));
}

#[test]
fn problems_are_said_in_japanese_too() {
    let mut document = Document::load(minimal().join("minimal-followup-ja.pdf")).unwrap();
    with_text_of(&mut document, "70.2", "57");
    let folder = tempfile::tempdir().unwrap();
    document.save(folder.path().join("altered.pdf")).unwrap();
    let output = nenpo(folder.path()).args(["--ui-lang", "ja", "verify", "altered.pdf"]).output().unwrap();
    let said = stderr(&output);
    assert!(
        said.contains("「水質基準の達成率（%）※1」の「最新値」が「57※1」ですが、添付データでは「70.2%※1」になります"),
        "{said}"
    );
}
