//! Packets that the command builds, read back: folders and files, page numbers, links, claims, members and stamps.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nenpo::pdf::ink::{self, Ink};
use nenpo::pdf::soundness;
use nenpo::pdf::{Element, TaggedPdf, Target};

use crate::join::pdf::Pdf;
use crate::support::{MINIMAL, change, copy, names, nenpo, repository, stderr};

/// A packet in both languages: an edition of the minimal report, and PDFs of other programs.
const SETTINGS: &str = r#"
id = "council"
languages = ["ja", "en"]

[meeting]
name = { ja = "審議会", en = "Council" }
number = 3
date = 2025-09-12

[[material]]
number = "1-1"
title = { ja = "報告", en = "Report" }
report = "report"

[[material]]
title = { ja = "予算", en = "Budget" }
file = { ja = "files/budget-ja.pdf", en = "files/budget-en.pdf" }

[[material]]
series = "reference"
title = { ja = "意見", en = "Opinions" }
file = "files/opinions.pdf"
for-members = true

[[material]]
series = "none"
title = { ja = "座席表", en = "Seating plan" }
file = "files/seating.pdf"
"#;

/// The PDFs of the samples’ packet, which conform to PDF/UA-1 and PDF/A-2b.
const FILES: [&str; 4] = ["budget-ja.pdf", "budget-en.pdf", "opinions.pdf", "seating.pdf"];

/// Lays a packet out in a folder of its own.
fn laid_out(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&repository(MINIMAL), &folder.path().join("report"));
    fs::create_dir(folder.path().join("files")).unwrap();
    for file in FILES {
        let source = repository("examples/packet/files").join(file);
        fs::copy(source, folder.path().join("files").join(file)).unwrap();
    }
    fs::write(folder.path().join("packet.toml"), settings).unwrap();
    folder
}

/// Builds a packet without a word.
fn built(settings: &str) -> tempfile::TempDir {
    let folder = laid_out(settings);
    build(folder.path(), "");
    folder
}

fn build(folder: &Path, expected: &str) {
    let output = nenpo(folder).args(["packet", "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success() && said.contains(expected), "{said}");
    assert!(!expected.is_empty() || said.is_empty(), "{said}");
}

fn bytes(folder: &Path, path: &str) -> Vec<u8> {
    fs::read(folder.join("out").join(path)).unwrap()
}

fn read(folder: &Path, path: &str) -> TaggedPdf {
    TaggedPdf::read(&bytes(folder, path)).unwrap()
}

fn pages(folder: &Path, path: &str) -> usize {
    read(folder, path).page_count()
}

fn parts(pdf: &TaggedPdf) -> Vec<(String, Option<String>, Option<usize>)> {
    let parts = pdf.tags().all("Part");
    parts.iter().map(|part| (part.title.clone().unwrap(), part.language.clone(), part.page)).collect()
}

fn links(pdf: &TaggedPdf, is_wanted: impl Fn(&Target) -> bool) -> Vec<(String, Target)> {
    let links = pdf.tags().all("Link");
    let annotations = links.into_iter().flat_map(Element::annotations);
    let targets = annotations.filter_map(|link| Some((link.contents.clone()?, link.target.clone()?)));
    targets.filter(|(_, target)| is_wanted(target)).collect()
}

#[test]
fn each_language_has_a_folder_for_everybody_and_one_for_members() {
    let folder = built(SETTINGS);
    let out = folder.path().join("out");
    let folders = ["council-en", "council-ja", "council-members-en", "council-members-ja"];
    assert_eq!(names(&out), folders);
    for name in folders {
        let whole = format!("{name}.pdf");
        let mut expected =
            vec!["00-agenda.pdf", "01-main-1-1.pdf", "02-main-2.pdf", "04-unnumbered.pdf", &whole, "index.html"];
        if name.contains("members") {
            expected.insert(3, "03-reference-1.pdf");
        }
        assert_eq!(names(&out.join(name)), expected);
    }
}

#[test]
fn the_whole_packet_has_its_materials_in_order_with_title_language_and_links() {
    let folder = built(SETTINGS);
    let pdf = read(folder.path(), "council-members-en/council-members-en.pdf");
    assert_eq!(soundness::findings(&pdf), []);
    let report = pages(folder.path(), "council-members-en/01-main-1-1.pdf");
    let expected = [
        ("Agenda", "en", 1),
        ("Document 1-1: Report", "en", 2),
        ("Document 2: Budget", "en-GB", 2 + report),
        ("Reference Material 1: Opinions", "ja-JP", 3 + report),
        ("Seating plan", "ja-JP", 4 + report),
    ];
    let expected = expected.map(|(title, language, page)| (title.to_owned(), Some(language.to_owned()), Some(page)));
    assert_eq!(parts(&pdf), expected);
    assert_eq!(pdf.page_count(), 4 + report);
    assert_eq!(pdf.language().as_deref(), Some("en"));
    let claims = pdf.claims();
    assert_eq!((claims.pdf_a.as_deref(), claims.pdf_ua.as_deref()), (Some("2a"), Some("1")));

    // What is read aloud of a link is where it leads.
    let agenda = &pdf.tags().all("Part")[0];
    let of_agenda: Vec<_> = agenda.descendants().into_iter().filter(|element| element.role == "Link").collect();
    let led: Vec<_> = of_agenda
        .iter()
        .flat_map(|link| link.annotations())
        .map(|link| (link.contents.clone().unwrap(), link.target.clone().unwrap()))
        .collect();
    let wanted = expected[1..].iter().map(|(title, _, page)| (title.clone(), Target::Page(page.unwrap())));
    assert_eq!(led, wanted.collect::<Vec<_>>());
}

#[test]
fn the_agenda_alone_leads_to_the_files_of_the_materials() {
    let folder = built(SETTINGS);
    let agenda = read(folder.path(), "council-ja/00-agenda.pdf");
    assert_eq!(soundness::findings(&agenda), []);
    let files = links(&agenda, |target| matches!(target, Target::File(_)));
    let expected =
        [("資料1-1 報告", "01-main-1-1.pdf"), ("資料2 予算", "02-main-2.pdf"), ("座席表", "04-unnumbered.pdf")];
    assert_eq!(files, expected.map(|(title, path)| (title.to_owned(), Target::File(path.to_owned()))));
    for (_, target) in &files {
        let Target::File(path) = target else { unreachable!() };
        assert!(folder.path().join("out/council-ja").join(path).is_file());
    }
}

#[test]
fn what_is_for_members_is_in_no_public_file() {
    let folder = built(SETTINGS);
    let text = |path: &str| read(folder.path(), path).tags().spoken();
    // A sentence of the opinions.
    let secret = "年代別の内訳";
    assert!(text("council-members-ja/council-members-ja.pdf").contains(secret));
    for name in names(&folder.path().join("out/council-ja")).iter().filter(|name| name.ends_with(".pdf")) {
        assert!(!text(&format!("council-ja/{name}")).contains(secret), "{name}");
    }
    // It is listed all the same.
    assert!(text("council-ja/00-agenda.pdf").contains("委員限り"));
    let page = String::from_utf8(bytes(folder.path(), "council-ja/index.html")).unwrap();
    assert!(page.contains("意見") && !page.contains("03-reference"));
}

/// The shades of a page in a corner: whether there is anything.
fn has_ink(ink: &Ink, left: f32, top: f32, width: f32, height: f32) -> bool {
    !ink.is_free(left, top, width, height)
}

#[test]
fn every_page_has_its_number_and_nothing_is_covered() {
    let folder = built(SETTINGS);
    let whole = ink::pages(&bytes(folder.path(), "council-ja/council-ja.pdf")).unwrap();
    let original = ink::pages(&fs::read(folder.path().join("files/budget-ja.pdf")).unwrap()).unwrap();
    let budget = &whole[whole.len() - 2];
    let (width, height) = (595.0, 842.0);
    // The label in the top right corner and the page number in the bottom right one, where nothing was.
    for (left, top) in [(width - 110.0, 10.0), (width - 70.0, height - 40.0)] {
        assert!(has_ink(budget, left, top, 100.0, 30.0));
        assert!(!has_ink(&original[0], left, top, 100.0, 30.0));
    }
    // The first pages have no label.
    assert!(!has_ink(&whole[0], width - 110.0, 10.0, 100.0, 30.0));
    assert!(has_ink(&whole[0], width - 70.0, height - 40.0, 60.0, 30.0));
    // A material alone is the same page.
    let alone = ink::pages(&bytes(folder.path(), "council-ja/02-main-2.pdf")).unwrap();
    assert!(has_ink(&alone[0], width - 110.0, 10.0, 100.0, 30.0));
}

#[test]
fn drafts_are_marked_on_every_page() {
    let folder = built(&format!("draft = true\n{SETTINGS}"));
    let whole = ink::pages(&bytes(folder.path(), "council-ja/council-ja.pdf")).unwrap();
    assert!(has_ink(&whole[0], 595.0 - 110.0, 10.0, 100.0, 30.0));
    assert_eq!(soundness::findings(&read(folder.path(), "council-ja/council-ja.pdf")), []);
}

#[test]
fn for_both_sides_each_material_begins_on_an_odd_page_after_its_cover() {
    let settings = SETTINGS.replace("report = \"report\"", "report = \"report\"\ncover = true");
    let folder = built(&format!("duplex = true\n{settings}"));
    let pdf = read(folder.path(), "council-en/council-en.pdf");
    assert_eq!(soundness::findings(&pdf), []);
    let report = pages(folder.path(), "council-en/01-main-1-1.pdf");
    let parts = parts(&pdf);
    let first: Vec<_> = parts.iter().map(|(title, _, page)| (title.as_str(), page.unwrap())).collect();
    let next = 3 + report;
    let budget = if next.is_multiple_of(2) { next + 1 } else { next };
    assert_eq!(
        first,
        [
            ("Agenda", 1),
            ("Document 1-1: Report", 3),
            ("Document 1-1: Report", 4),
            ("Document 2: Budget", budget),
            ("Seating plan", budget + 2),
        ]
    );
}

#[test]
fn a_packet_claims_what_all_its_materials_support() {
    let untagged = repository("tests/pdfs/libreoffice-writer-ja-untagged.pdf");
    let folder = laid_out(SETTINGS);
    fs::copy(untagged, folder.path().join("files/seating.pdf")).unwrap();
    build(folder.path(), "claim-lost");
    let claims = read(folder.path(), "council-ja/council-ja.pdf").claims();
    assert_eq!((claims.pdf_a, claims.pdf_ua), (None, None));
    // Those that conform still say so by themselves.
    let claims = read(folder.path(), "council-ja/02-main-2.pdf").claims();
    assert_eq!((claims.pdf_a.as_deref(), claims.pdf_ua.as_deref()), (Some("2a"), Some("1")));
    // What is required and not met stops the build.
    let output = nenpo(folder.path()).args(["packet", "--require", "ua-1", "--out", "other"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().join("other").exists());
}

/// What a foreign file claims and contradicts costs only that claim, and is said with its reason.
#[test]
fn claims_that_a_file_contradicts_are_lost() {
    for (trap, reason, archive, universal) in [
        ("claims-without-language", "does not say its language", Some("2u"), None),
        ("claims-without-alternative", "no alternative text", Some("2u"), None),
        ("claims-with-private-characters", "U+F0", Some("2u"), Some("1")),
        ("claims-with-attachment", "“data.csv” is attached", None, Some("1")),
    ] {
        let folder = laid_out(SETTINGS);
        fs::copy(repository(&format!("tests/pdfs/traps/{trap}.pdf")), folder.path().join("files/seating.pdf")).unwrap();
        build(folder.path(), reason);
        let claims = read(folder.path(), "council-en/council-en.pdf").claims();
        assert_eq!((claims.pdf_a.as_deref(), claims.pdf_ua.as_deref()), (archive, universal), "{trap}");
    }
}

/// A page number that is typed into a reader leads to the page on which it is printed.
#[test]
fn no_two_pages_have_one_label() {
    let folder = built(&SETTINGS.replace("number = \"1-1\"", "number = \"1-1\"\ncover = true"));
    for path in ["council-members-ja/council-members-ja.pdf", "council-en/council-en.pdf"] {
        let labels = Pdf::read(&bytes(folder.path(), path)).labels();
        let different: BTreeSet<&String> = labels.iter().collect();
        assert_eq!(different.len(), labels.len(), "{labels:?}");
        for (page, label) in (1..).zip(&labels) {
            assert!(label.parse::<usize>().map_or(true, |number| number == page), "{labels:?}");
        }
    }
}

#[test]
fn a_packet_replaces_its_earlier_one_and_no_other_folder() {
    let folder = built(SETTINGS);
    let out = folder.path().join("out/council-ja");
    fs::write(out.join("09-main-9.pdf"), "a material that is gone").unwrap();
    build(folder.path(), "");
    assert!(!out.join("09-main-9.pdf").exists());
    let again = bytes(folder.path(), "council-ja/council-ja.pdf");
    build(folder.path(), "");
    assert_eq!(bytes(folder.path(), "council-ja/council-ja.pdf"), again, "the same input gives the same bytes");
    fs::remove_dir_all(&out).unwrap();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("letter.txt"), "not a packet").unwrap();
    // No language and no audience is written if one cannot be.
    fs::remove_dir_all(folder.path().join("out/council-en")).unwrap();
    let output = nenpo(folder.path()).args(["packet", "--ui-lang", "en"]).output().unwrap();
    assert_eq!(names(&folder.path().join("out")), ["council-ja", "council-members-en", "council-members-ja"]);
    assert!(!output.status.success() && stderr(&output).contains("folder-not-empty"), "{}", stderr(&output));
    assert_eq!(names(&out), ["letter.txt"]);
}

/// Keyboards write ガ as one character; macOS, and archives made on it, store two.
#[test]
fn files_are_found_whichever_way_their_letters_are_stored() {
    let (composed, decomposed) = ("プログラム", "フ\u{309A}ロク\u{3099}ラム");
    for (named, stored) in [(composed, decomposed), (decomposed, composed)] {
        let settings = SETTINGS.replace("\"report\"", &format!("\"{named}\""));
        let settings = settings.replace("files/seating.pdf", &format!("files/{named}.pdf"));
        let folder = laid_out(&settings);
        let report = folder.path().join(stored);
        fs::rename(folder.path().join("report"), &report).unwrap();
        fs::rename(folder.path().join("files/seating.pdf"), folder.path().join(format!("files/{stored}.pdf"))).unwrap();
        fs::rename(report.join("figures/river.svg"), report.join(format!("figures/{stored}.svg"))).unwrap();
        change(&report.join("report.toml"), "figures/river.svg", &format!("figures/{named}.svg"));
        build(folder.path(), "");
    }
}

#[test]
fn materials_are_verified_against_the_data_attached_to_them() {
    let settings = SETTINGS.replace(
        "[[material]]\nnumber",
        "[[material]]\ntitle = { ja = \"同じ報告\", en = \"The same\" }\nreport = \"report\"\n\n[[material]]\nnumber",
    );
    let folder = laid_out(&settings);
    let report = folder.path().join("report/report.toml");
    let text = fs::read_to_string(&report).unwrap();
    fs::write(&report, format!("{text}\n[pdf]\nattach-data = true\n")).unwrap();
    build(folder.path(), "");
    let path = "out/council-en/council-en.pdf";
    let output = nenpo(folder.path()).args(["verify", path, "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    for title in ["Document 2: The same", "Document 1-1: Report"] {
        assert!(said.contains(title), "{title}: {said}");
    }
    let pdf = read(folder.path(), "council-en/council-en.pdf");
    assert_eq!(pdf.claims().pdf_a.as_deref(), Some("3a"));
    let output = nenpo(folder.path()).args(["verify", "out/council-en/02-main-1-1.pdf"]).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn faults_of_a_report_are_shown_with_its_folder() {
    let folder = laid_out(SETTINGS);
    fs::write(folder.path().join("report/data/actuals.csv"), "indicator,fiscal_year,value\nnone,2023,x\n").unwrap();
    let output = nenpo(folder.path()).args(["packet", "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output).replace('\\', "/");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("report/data/actuals.csv:2"), "{said}");
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_report_that_lacks_a_language_is_named() {
    let folder = laid_out(SETTINGS);
    let report = folder.path().join("report/report.toml");
    let text = fs::read_to_string(&report).unwrap().replace("[\"ja\", \"en\"]", "[\"ja\"]");
    fs::write(&report, text).unwrap();
    let output = nenpo(folder.path()).args(["packet", "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no-edition") && said.contains("packet.toml:13") && said.contains("en"), "{said}");
}
