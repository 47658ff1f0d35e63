//! Pages of reports of all sizes and shapes, looked at piece by piece: nothing lies over anything else, leaves its margins
//! or is cut off, no page is empty and no heading stands alone.
//!
//! The command writes the sources of each document; they are laid out here once more, to the pages that it has.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "../generated/mod.rs"]
mod generated;
#[path = "../hermetic/mod.rs"]
mod hermetic;
mod piece;
mod rule;

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use generated::{Plan, USUAL, Values};
use hermetic::nenpo;
use nenpo::embedded;
use nenpo::typeset::{Document, FontFile, Fonts, VirtualFiles, layout, library};
use piece::{Area, pieces};
use typst::foundations::Bytes;

/// A template, and the white of its pages: left, top, right and bottom, in points.
struct Template {
    name: &'static str,
    margins: [f64; 4],
}

/// The templates that are looked at.
const TEMPLATES: &[Template] = &[Template { name: "followup", margins: [42.0, 42.0, 42.0, 35.0] }];

/// What is known to break, as `document: rule`; an entry that no longer does has to be taken away.
const KNOWN: &[&str] = &[];

/// Returns the fonts that are built in.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let files = embedded::files_below(&embedded::FONTS)
            .into_iter()
            .filter(|(name, _)| name.ends_with(".ttf"))
            .map(|(name, data)| FontFile { name, data: Bytes::new(data) })
            .collect();
        Fonts::new(files).0
    })
}

fn read_below(folder: &Path, prefix: &str, files: &mut VirtualFiles) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            read_below(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, Bytes::new(fs::read(entry.path()).unwrap()));
        }
    }
}

/// Returns the documents of a project, ready to be laid out, each with the name of its template.
fn documents(project: &Path) -> Vec<(Document, String)> {
    let written = tempfile::tempdir().unwrap();
    let (out, sources) = (written.path().join("out"), written.path().join("sources"));
    let mut command = nenpo(written.path());
    command.arg("build").arg(project).arg("--out").arg(out).arg("--emit-sources").arg(&sources);
    // The least that is written besides.
    let output = command.args(["--ui-lang", "en", "--format", "svg", "--pages", "1"]).output().unwrap();
    assert!(output.status.success(), "{}: {}", project.display(), String::from_utf8_lossy(&output.stderr));
    let folders = fs::read_dir(&sources).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|folder| folder.path().join("report.json").exists());
    let document = |folder: fs::DirEntry| {
        let mut files = VirtualFiles::new();
        read_below(&folder.path(), "", &mut files);
        let main = files.keys().find(|path| path.ends_with("/main.typ")).unwrap().clone();
        let template = main.split('/').nth(1).unwrap().to_owned();
        let identifier = folder.file_name().into_string().unwrap();
        (Document { identifier, main, files }, template)
    };
    folders.map(document).collect()
}

/// Returns what is wrong with the pages of a project: `document: rule`, and where.
fn broken(name: &str, project: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (document, template) in documents(project) {
        let name = format!("{name}, {}", document.identifier);
        let (laid_out, _) =
            layout(&document, &library(), fonts()).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
        let margins = TEMPLATES.iter().find(|known| known.name == template).map(|template| template.margins);
        for (index, page) in laid_out.pages().iter().enumerate() {
            let paper = Area::of_paper(page);
            let body = margins.map(|[left, top, right, bottom]| Area {
                left,
                top,
                right: paper.right - right,
                bottom: paper.bottom - bottom,
            });
            let faults = rule::broken(&pieces(page), paper, body).into_iter();
            found.extend(faults.map(|(rule, what)| (format!("{name}: {rule}"), format!("page {}: {what}", index + 1))));
        }
    }
    found
}

/// Requires that all is well with projects but for what is known.
fn require_sound<'a>(found: impl IntoIterator<Item = (String, String)>) {
    let unknown: Vec<String> = found
        .into_iter()
        .filter(|(fault, _)| !KNOWN.contains(&fault.as_str()))
        .map(|(fault, place)| format!("{fault}: {place}"))
        .collect();
    assert!(unknown.is_empty(), "{}:\n{}", unknown.len(), unknown.join("\n"));
}

/// Requires that all is well with the pages of a plan.
fn require_sound_plan(name: &str, plan: Plan) {
    let project = tempfile::tempdir().unwrap();
    plan.write(project.path());
    require_sound(broken(name, project.path()));
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
}

#[test]
fn the_pages_of_the_samples_break_nothing() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for entry in fs::read_dir(examples).unwrap() {
        let entry = entry.unwrap();
        require_sound(broken(entry.file_name().to_str().unwrap(), &entry.path()));
    }
}

#[test]
fn the_pages_of_valid_cases_break_nothing() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/valid");
    require_sound(fs::read_dir(cases).unwrap().flat_map(|entry| {
        let entry = entry.unwrap();
        broken(entry.file_name().to_str().unwrap(), &entry.path())
    }));
}
