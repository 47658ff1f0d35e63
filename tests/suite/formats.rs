//! What `nenpo build` writes by `--format`, `--pages` and `--ppi`: which files, with which pixels and paths, and what it
//! says where it cannot.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::support::{MINIMAL, change, copied, names, nenpo, stderr};

/// A template of two pages, one with a chart, which stays as it is when the built-in ones change.
const TEMPLATE: &str = r#"
#let report = json("/report.json")
#let day = report.document.date
#set document(title: report.document.title, date: datetime(year: day.year, month: day.month, day: day.day))
#set page("a4", flipped: true)
#set text(lang: report.document.language, font: report.fonts.sans)
= #report.document.title
#image(report.groups.first().charts.first().path, alt: report.groups.first().charts.first().alt)
#pagebreak()
== #report.groups.first().name
"#;
/// What the template asks of a report.
const MANIFEST: &str = "orientation = \"portrait\"\nwords = []\ncharts.progress = { width = 240, text-size = 7.5 }\n";

/// Writes the minimal report with the template of two pages.
fn report() -> TempDir {
    let folder = copied(MINIMAL);
    let template = folder.path().join("templates/pages");
    fs::create_dir_all(&template).unwrap();
    fs::write(template.join("main.typ"), TEMPLATE).unwrap();
    fs::write(template.join("template.toml"), MANIFEST).unwrap();
    change(&folder.path().join("report.toml"), "template = \"followup\"", "template = \"pages\"");
    folder
}

/// Builds the report's Japanese edition into a folder.
fn build(out: &Path, arguments: &[&str]) -> Output {
    let report = report();
    nenpo(Path::new("."))
        .arg("build")
        .arg(report.path())
        .args(["--ui-lang", "en", "--lang", "ja", "--out"])
        .arg(out)
        .args(arguments)
        .output()
        .unwrap()
}

/// Builds into a new folder.
fn built(arguments: &[&str]) -> TempDir {
    let out = tempfile::tempdir().unwrap();
    let output = build(out.path(), arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    out
}

/// Returns what is said where nothing is written.
fn problem(arguments: &[&str]) -> String {
    let out = tempfile::tempdir().unwrap();
    let sources = out.path().join("sources");
    let output = build(out.path(), &[arguments, &["--emit-sources", sources.to_str().unwrap()]].concat());
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty() && names(out.path()).is_empty(), "{said}");
    said
}

#[test]
fn every_format_is_written_and_its_paths_are_printed_in_the_order_of_pages() {
    let out = tempfile::tempdir().unwrap();
    let output = build(out.path(), &["--format", "svg,pdf,png", "--ppi", "20"]);
    let printed = String::from_utf8(output.stdout).unwrap();
    let printed: Vec<_> = printed.lines().map(|path| Path::new(path).file_name().unwrap().to_str().unwrap()).collect();
    let expected = ["", "-1", "-2", "-1", "-2"].iter().zip(["pdf", "png", "png", "svg", "svg"]);
    let expected: Vec<String> =
        expected.map(|(page, extension)| format!("minimal-pages-ja{page}.{extension}")).collect();
    assert_eq!(printed, expected);
    assert_eq!(names(out.path()).len(), expected.len());
}

#[test]
fn images_have_the_pixels_of_their_resolution_and_say_it() {
    // A4 is 297 mm by 210 mm, an inch is 25.4 mm and a metre is 39.37 inches.
    for (arguments, width, height, pixels_per_metre) in
        [(&["--format", "png"][..], 1684, 1191, 5669), (&["--format", "png", "--ppi", "50"], 585, 413, 1969)]
    {
        let out = built(arguments);
        let file = BufReader::new(File::open(out.path().join("minimal-pages-ja-1.png")).unwrap());
        let reader = png::Decoder::new(file).read_info().unwrap();
        assert_eq!(reader.info().size(), (width, height));
        let resolution = reader.info().pixel_dims.unwrap();
        assert_eq!((resolution.xppu, resolution.yppu), (pixels_per_metre, pixels_per_metre));
        assert_eq!(resolution.unit, png::Unit::Meter);
    }
}

#[test]
fn drawings_look_alike_wherever_they_are_shown() {
    /// How a chart stands in a page.
    const DRAWING: &str = "data:image/svg+xml;base64,";
    let out = built(&["--format", "svg"]);
    let mut drawings = 0;
    for name in names(out.path()) {
        let page = fs::read_to_string(out.path().join(&name)).unwrap();
        assert!(page.starts_with("<svg") && !page.contains("<text"), "{name}");
        for (start, _) in page.match_indices(DRAWING) {
            let url = page[start..].split('"').next().unwrap();
            let (drawing, _) = data_url::DataUrl::process(url).unwrap().decode_to_vec().unwrap();
            let drawing = String::from_utf8(drawing).unwrap();
            assert!(drawing.contains("<path") && !drawing.contains("<text"), "{name}: {drawing}");
            drawings += 1;
        }
    }
    assert!(drawings > 0);
}

#[test]
fn only_the_pages_that_are_named_are_written() {
    for (pages, expected) in [("2", &["-2"][..]), ("-1", &["-1"]), ("1-", &["-1", "-2"]), ("2,1-2", &["-1", "-2"])] {
        let out = built(&["--format", "png", "--ppi", "20", "--pages", pages]);
        let expected: Vec<String> = expected.iter().map(|page| format!("minimal-pages-ja{page}.png")).collect();
        assert_eq!(names(out.path()), expected, "{pages}");
    }
}

#[test]
fn images_of_pages_that_are_no_longer_there_are_removed() {
    let out = tempfile::tempdir().unwrap();
    let kept =
        ["minimal-pages-en-9.png", "minimal-pages-ja-9.svg", "minimal-pages-ja-9.png.txt", "minimal-pages-ja.pdf"];
    for name in kept.into_iter().chain(["minimal-pages-ja-3.png", "minimal-pages-ja-02.png"]) {
        fs::write(out.path().join(name), "of last year").unwrap();
    }
    fs::create_dir(out.path().join("minimal-pages-ja-4.png")).unwrap();
    assert!(build(out.path(), &["--format", "png", "--pages", "2", "--ppi", "20"]).status.success());
    let mut expected = [&kept[..], &["minimal-pages-ja-2.png", "minimal-pages-ja-4.png"]].concat();
    expected.sort_unstable();
    assert_eq!(names(out.path()), expected);
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let out = tempfile::tempdir().unwrap();
    // A folder stands where a page should be; so no page is written, and nothing is left over.
    fs::create_dir(out.path().join("minimal-pages-ja-2.png")).unwrap();
    let output = build(out.path(), &["--format", "png", "--ppi", "20"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("error[file-unwritable]"), "{said}");
    assert!(said.contains("1 error. Nothing was written."), "{said}");
    assert_eq!(names(out.path()), ["minimal-pages-ja-2.png"]);
}

#[test]
fn the_same_report_gives_the_same_images() {
    let (one, other) = (built(&["--format", "png,svg", "--ppi", "40"]), built(&["--format", "svg,png", "--ppi", "40"]));
    assert_eq!(names(one.path()), names(other.path()));
    for name in names(one.path()) {
        assert!(fs::read(one.path().join(&name)).unwrap() == fs::read(other.path().join(&name)).unwrap(), "{name}");
    }
}

#[test]
fn a_template_that_is_no_web_page_is_a_problem_at_its_edition() {
    let said = problem(&["--format", "pdf,html"]);
    assert!(said.starts_with("error[no-html-form]: template “pages” does not support HTML"), "{said}");
    assert!(said.contains("--> report.toml:") && said.contains("template = \"pages\""), "{said}");
    assert!(said.contains("have no table [html]: templates/pages/template.toml"), "{said}");
    assert!(said.contains("help: choose other templates with --template"), "{said}");
}

#[test]
fn web_pages_stand_beside_pdfs() {
    let report = copied(MINIMAL);
    let output = nenpo(report.path()).args(["build", "--format", "html,pdf,svg", "--lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let written = names(&report.path().join("out"));
    assert_eq!(written[0], "minimal-followup-en-1.svg");
    assert_eq!(written[written.len() - 2..], ["minimal-followup-en.html", "minimal-followup-en.pdf"]);
    let page = fs::read_to_string(report.path().join("out/minimal-followup-en.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
}

#[test]
fn options_that_do_not_go_with_the_format_are_problems() {
    for arguments in
        [&["--pages", "1"][..], &["--format", "png,pdf", "--pages", "1"], &["--format", "html", "--pages", "1"]]
    {
        let said = problem(arguments);
        assert!(said.starts_with("error[unsuitable-option]: --pages applies to images only"), "{said}");
        assert!(said.contains("help: use --format png or --format svg"), "{said}");
    }
    for arguments in [&["--ppi", "72"][..], &["--format", "svg", "--ppi", "72"]] {
        let said = problem(arguments);
        assert!(said.starts_with("error[unsuitable-option]: --ppi applies to PNG images only"), "{said}");
    }
}

#[test]
fn a_page_that_is_not_there_is_a_problem_that_names_the_last_one() {
    let said = problem(&["--format", "png,svg", "--pages", "2-3,1,7-"]);
    assert!(said.starts_with("error[unknown-page]: “minimal-pages-ja” has no page 3; it has 2 pages"), "{said}");
    assert!(said.contains("has no page 7;") && said.ends_with("2 errors. Nothing was written.\n"), "{said}");
}

#[test]
fn an_image_beyond_the_bound_is_a_problem() {
    let said = problem(&["--format", "png", "--ppi", "1200"]);
    let expected = "page 1 of “minimal-pages-ja” would be 140 megapixels at 1200 ppi";
    assert!(said.starts_with(&format!("error[image-too-large]: {expected}")), "{said}");
    assert!(said.contains("use --ppi 1017 or less"), "{said}");
}
