//! What no validator can tell of a PDF: whether those who hear it get what those who see it get. Each rule looks at the
//! tags of built editions, beside the data and the charts that they were made of.

mod edition;
mod figure;
mod language;
mod link;
mod planted;
mod sense;
mod structure;
mod table;

use std::fs;
use std::sync::OnceLock;

use edition::{Edition, editions};
use nenpo::pdf::TaggedPdf;

use crate::support::plan::{Plan, USUAL};
use crate::support::{copied, reports, repository, run};

/// A rule: what breaks it in an edition, in words.
type Rule = fn(&Edition) -> Vec<String>;

/// Plans unlike the samples.
const PLANS: &[(&str, Plan)] = &[
    ("a plan without groups", Plan { groups: 0, indicators: 30, ..USUAL }),
    ("five years of values", Plan { years: 5, ..USUAL }),
    ("long names, seven highlights, many notes", Plan { name_length: 90, highlights: 7, notes: 20, ..USUAL }),
];

/// The editions that every rule looks at, built once: both samples, all valid cases, and generated plans.
fn all() -> &'static [Edition] {
    static ALL: OnceLock<Vec<Edition>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for folder in ["examples", "tests/cases/valid"] {
            for name in reports(folder) {
                all.extend(editions(&name, &repository(folder).join(&name), &[]));
            }
        }
        // What is stamped on every page is read once.
        let sample = repository("examples/medical-rd-fy2022");
        all.extend(editions("with a material number", &sample, &["--material", "1-2"]));
        for (name, plan) in PLANS {
            let folder = tempfile::tempdir().unwrap();
            plan.write(folder.path(), &["followup", "report"]);
            all.extend(editions(name, folder.path(), &[]));
        }
        all
    })
}

/// Requires that no edition breaks a rule.
fn require(rule: Rule) {
    let of_edition = |edition: &'static Edition| {
        let name = &edition.name;
        rule(edition).into_iter().map(move |broken| format!("{name}: {broken}"))
    };
    let broken: Vec<String> = all().iter().flat_map(of_edition).collect();
    assert!(broken.is_empty(), "{}:\n{}", broken.len(), broken.join("\n"));
}

/// Returns what breaks the rules that hold for every PDF with headings, whatever it was made of.
pub(crate) fn broken_anywhere(name: &str, pdf: TaggedPdf, language: &str) -> Vec<String> {
    let rules: [Rule; 5] =
        [structure::headings, structure::lists, structure::texts, structure::pages, language::broken];
    let edition = Edition::of(name, pdf, language);
    rules.iter().flat_map(|rule| rule(&edition)).map(|broken| format!("{name}: {broken}")).collect()
}

macro_rules! rules {
    ($($name:ident: $rule:path;)*) => {
        $(#[test]
        fn $name() {
            require($rule);
        })*
    };
}

#[test]
fn web_pages_mark_changes_of_language_too() {
    let folder = copied("examples/medical-rd-fy2022");
    run(folder.path(), &["build", "--format", "html", "--lang", "ja"]);
    for entry in fs::read_dir(folder.path().join("out")).unwrap() {
        let page = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(page.contains("<span lang=\"en\"><em>Nature Communications</em></span>"));
    }
}

rules! {
    headings_have_no_gaps: structure::headings;
    lists_are_lists: structure::lists;
    every_text_says_what_it_is: structure::texts;
    pages_are_read_in_their_order: structure::pages;
    cells_have_headers_and_tables_have_summaries: table::broken;
    figures_say_their_numbers_in_the_documents_language: figure::broken;
    changes_of_language_are_marked: language::broken;
    links_say_where_they_go: link::broken;
    reading_order_is_the_order_of_sense: sense::broken;
}
