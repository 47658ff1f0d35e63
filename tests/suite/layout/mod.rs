//! Pages of reports of all sizes and shapes, looked at piece by piece: nothing lies over anything else, leaves its margins
//! or is cut off, no page is empty and no heading stands alone.
//!
//! The command writes the sources of each document; they are laid out here once more, to the pages that it has.

mod line;
mod number;
mod piece;
mod rule;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use nenpo::typeset::{Document, FontFile, Fonts, VirtualFiles, layout, library};
use piece::{Area, pieces};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use crate::support::plan::{Plan, USUAL, Values};
use crate::support::{built_in_fonts, built_with_sources, contents_below, reports, repository};

/// A template, and the white of its pages: left, top, right and bottom, in points.
struct Template {
    name: &'static str,
    margins: [f64; 4],
}

/// The templates that are looked at.
const TEMPLATES: &[Template] = &[
    Template { name: "followup", margins: [42.0, 42.0, 42.0, 35.0] },
    Template { name: "report", margins: [52.5, 59.5, 52.5, 52.5] },
];

/// What is known to break: the plan and its document, and the rules. A rule that is kept again has to be taken away.
///
/// A figure's label is set where its drawing asks for it, however long it is.
const KNOWN: &[(&str, &[&str])] =
    &[("markup-as-itself, minimal-followup-ja", &["clipped"]), ("markup-as-itself, minimal-followup-en", &["clipped"])];

/// Returns the fonts that are built in.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(built_in_fonts)
}

/// Returns the built-in fonts with those of a project, where it has some.
fn own_fonts(project: &Path) -> Option<Fonts> {
    let own = fs::read_dir(project.join("fonts")).ok()?.map(|entry| entry.unwrap());
    let own = own.map(|entry| FontFile {
        name: entry.file_name().into_string().unwrap(),
        data: Bytes::new(fs::read(entry.path()).unwrap()),
    });
    let built_in = fonts().files().iter().map(|file| FontFile { name: file.name.clone(), data: file.data.clone() });
    Some(Fonts::new(built_in.chain(own.filter(|file| file.name.ends_with(".ttf"))).collect()).0)
}

/// Returns the documents of a project, ready to be laid out, each with the name of its template.
fn documents(project: &Path) -> Vec<(Document, String)> {
    // The least that is written besides.
    let (written, _) = built_with_sources(project, &["--format", "svg", "--pages", "1"]);
    let folders = fs::read_dir(written.path().join("sources")).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|folder| folder.path().join("report.json").exists());
    let document = |folder: fs::DirEntry| {
        let contents = contents_below(&folder.path()).into_iter();
        let files: VirtualFiles = contents.map(|(name, data)| (name, Bytes::new(data))).collect();
        let main = files.keys().find(|path| path.ends_with("/main.typ")).unwrap().clone();
        let template = main.split('/').nth(1).unwrap().to_owned();
        let identifier = folder.file_name().into_string().unwrap();
        (Document { identifier, main, files }, template)
    };
    folders.map(document).collect()
}

/// Returns what breaks a rule on pages, whatever they were made of, with this white: left, top, right and bottom.
pub(crate) fn broken_on(laid_out: &PagedDocument, [left, top, right, bottom]: [f64; 4]) -> Vec<String> {
    let of_page = |(number, page)| {
        let paper = Area::of_paper(page);
        let body = Area { left, top, right: paper.right - right, bottom: paper.bottom - bottom };
        let broken = rule::broken(&pieces(page), paper, Some(body)).into_iter();
        broken.map(move |(rule, what)| format!("{rule}: page {number}: {what}")).collect::<Vec<_>>()
    };
    (1..).zip(laid_out.pages()).flat_map(of_page).collect()
}

/// Requires that no page of a project breaks a rule but those that are known to, and that those do.
fn require_sound(name: &str, project: &Path) {
    let mut unexpected = Vec::new();
    let own_fonts = own_fonts(project);
    let fonts = own_fonts.as_ref().unwrap_or_else(|| fonts());
    for (document, template) in documents(project) {
        let name = format!("{name}, {}", document.identifier);
        let known = KNOWN.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, rules)| rules);
        let (laid_out, _) =
            layout(&document, library(), fonts).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        let margins = TEMPLATES.iter().find(|known| known.name == template).map(|template| template.margins);
        let values = number::values(&document);
        let mut kept: BTreeSet<&str> = known.iter().copied().collect();
        for (number, page) in (1..).zip(laid_out.pages()) {
            let paper = Area::of_paper(page);
            let body = margins.map(|[left, top, right, bottom]| Area {
                left,
                top,
                right: paper.right - right,
                bottom: paper.bottom - bottom,
            });
            let pieces = pieces(page);
            let broken_numbers = number::broken(&pieces, &values).into_iter().map(|what| ("broken-number", what));
            for (rule, what) in rule::broken(&pieces, paper, body).into_iter().chain(broken_numbers) {
                kept.remove(rule);
                if !known.contains(&rule) {
                    unexpected.push(format!("{name}: {rule}: page {number}: {what}"));
                }
            }
        }
        unexpected.extend(kept.into_iter().map(|rule| format!("{name}: {rule} is known to break, and does not")));
    }
    assert!(unexpected.is_empty(), "{}:\n{}", unexpected.len(), unexpected.join("\n"));
}

/// Requires that all is well with the pages of a plan.
fn require_sound_plan(name: &str, plan: Plan) {
    let project = tempfile::tempdir().unwrap();
    plan.write(project.path(), &TEMPLATES.iter().map(|template| template.name).collect::<Vec<_>>());
    require_sound(name, project.path());
}

macro_rules! plans {
    ($($(#[$doc:meta])* $name:ident: $plan:expr;)*) => {
        $(#[test]
        fn $name() {
            require_sound_plan(stringify!($name), $plan);
        })*
    };
}

plans! {
    a_usual_plan_breaks_nothing: USUAL;
    names_of_150_characters_break_nothing: Plan { name_length: 150, ..USUAL };
    few_names_of_150_characters_break_nothing: Plan { name_length: 150, groups: 2, indicators: 8, ..USUAL };
    two_hundred_indicators_break_nothing: Plan { indicators: 200, ..USUAL };
    two_hundred_indicators_of_one_group_break_nothing: Plan { groups: 1, indicators: 200, ..USUAL };
    one_group_breaks_nothing: Plan { groups: 1, indicators: 12, ..USUAL };
    twelve_groups_break_nothing: Plan { groups: 12, ..USUAL };
    a_plan_without_groups_breaks_nothing: Plan { groups: 0, indicators: 30, ..USUAL };
    a_plan_without_highlights_breaks_nothing: Plan { highlights: 0, ..USUAL };
    seven_highlights_break_nothing: Plan { highlights: 7, ..USUAL };
    a_highlight_of_30_lines_breaks_nothing: Plan { highlights: 1, highlight_lines: 30, ..USUAL };
    three_highlights_of_30_lines_break_nothing: Plan { highlight_lines: 30, ..USUAL };
    one_indicator_breaks_nothing: Plan { groups: 1, indicators: 1, highlights: 0, notes: 0, ..USUAL };
    a_plan_without_any_value_breaks_nothing: Plan { values: Values::Missing, years: 3, ..USUAL };
    values_of_12_digits_break_nothing: Plan { values: Values::Long, years: 3, ..USUAL };
    forty_notes_break_nothing: Plan { notes: 40, ..USUAL };
    five_years_of_values_break_nothing: Plan { years: 5, ..USUAL };
    twelve_digits_over_eight_years_break_nothing: Plan { values: Values::Long, years: 8, indicators: 16, ..USUAL };
    fifteen_digits_over_twelve_years_break_nothing: Plan { values: Values::Huge, years: 12, indicators: 16, ..USUAL };
    thousands_over_eight_years_break_nothing: Plan { values: Values::Thousands, years: 8, indicators: 16, ..USUAL };
    thirty_years_of_values_break_nothing: Plan { years: 30, indicators: 16, ..USUAL };
    long_units_break_nothing: Plan { values: Values::LongUnits, years: 4, ..USUAL };
}

/// Requires that all is well with the pages of every project in a folder.
fn require_sound_projects(folder: &str) {
    for name in reports(folder) {
        require_sound(&name, &repository(folder).join(&name));
    }
}

#[test]
fn the_pages_of_the_samples_break_nothing() {
    require_sound_projects("examples");
}

#[test]
fn the_pages_of_valid_cases_break_nothing() {
    require_sound_projects("tests/cases/valid");
}

#[test]
fn lines_of_japanese_part_no_word_and_are_hardly_stretched() {
    let mut found = Vec::new();
    for name in reports("examples") {
        let documents = documents(&repository("examples").join(&name)).into_iter();
        for (document, _) in documents.filter(|(document, _)| document.identifier.ends_with("-ja")) {
            let (laid_out, _) = layout(&document, library(), fonts()).unwrap();
            for (number, page) in (1..).zip(laid_out.pages()) {
                let broken = line::broken(&pieces(page)).into_iter();
                found.extend(
                    broken.map(|(rule, what)| format!("{}: page {number}: {rule}: {what}", document.identifier)),
                );
            }
        }
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn each_rule_of_lines_finds_what_breaks_it() {
    /// Typst's own words for lines that break a rule, and no other.
    const BROKEN: [(&str, &str); 4] = [
        ("stretched", "#text(tracking: 0.1em)[指標達成状況報告]"),
        ("parted-word", r"この市のプロ\ ジェクト"),
        ("parted-number", r"この市の目標は985\ 件とする"),
        ("lone-character", r"この市の目標とす\ る。"),
    ];
    for (rule, content) in BROKEN {
        let text = "#set text(font: \"BIZ UDPGothic\", lang: \"ja\")\n";
        let files = [("main.typ".to_owned(), Bytes::from_string(format!("{text}{content}")))];
        let document = Document { identifier: rule.to_owned(), main: "main.typ".to_owned(), files: files.into() };
        let (laid_out, _) = layout(&document, library(), fonts()).unwrap();
        let broken = line::broken(&pieces(&laid_out.pages()[0]));
        assert_eq!(broken.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), [rule], "{rule}: {broken:?}");
    }
}

#[test]
fn each_rule_finds_what_breaks_it() {
    /// Typst's own words for a page that breaks a rule, and no other.
    const BROKEN: [(&str, &str); 7] = [
        ("empty-page", "#v(1cm)"),
        ("off-paper", "Text #place(top + right, dx: 4cm, [beyond])"),
        ("in-margin", "Text #place(top + left, dy: -2cm, [above])"),
        ("clipped", "#block(height: 0.4em, clip: true)[Halved]"),
        ("overlap", "Words #place(top + left, dx: 1em, [others])"),
        (
            "overlap",
            r#"Text #image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30' font-family='Lato'><text x='9' y='20'>one</text><text x='20' y='20'>other</text></svg>"))"#,
        ),
        ("lonely-heading", "Text #v(1fr) #heading[Heading]"),
    ];
    for (rule, content) in BROKEN {
        let page = "#set page(width: 10cm, height: 10cm, margin: 3cm, footer: [Footer])";
        let text = "#set text(font: \"Lato\")\n";
        let files = [("main.typ".to_owned(), Bytes::from_string(format!("{page}\n{text}{content}")))];
        let document = Document { identifier: rule.to_owned(), main: "main.typ".to_owned(), files: files.into() };
        let (laid_out, _) =
            layout(&document, library(), fonts()).unwrap_or_else(|problems| panic!("{rule}: {problems:#?}"));
        let page = &laid_out.pages()[0];
        let paper = Area::of_paper(page);
        let broken = rule::broken(&pieces(page), paper, Some(paper.inset(85.0)));
        assert_eq!(broken.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), [rule], "{broken:?}");
    }
}
