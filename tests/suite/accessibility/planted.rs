//! Faults planted into templates and words: each rule finds its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::edition::editions;
use super::{Rule, figure, language, link, sense, structure, table};

use crate::support::{copied, copy, repository};

/// A fault, and the rule that it breaks.
struct Fault {
    breaks: Rule,
    /// What the rule says, in part.
    said: &'static str,
    /// The sample and its template, in Japanese.
    sample: &'static str,
    template: &'static str,
    /// A file of the sample, or a built-in one that the sample's lies over; what stands there, and what instead.
    edits: &'static [(&'static str, &'static str, &'static str)],
}

const CITY: &str = "fictional-city-plan";
const MEDICAL: &str = "medical-rd-fy2022";

const FAULTS: &[Fault] = &[
    Fault {
        breaks: structure::headings,
        said: "a heading of level 3 after one of level 1",
        sample: MEDICAL,
        template: "followup",
        edits: &[(
            "templates/lib/heading.typ",
            "heading(level: 2, group-name(group))",
            "heading(level: 3, group-name(group))",
        )],
    },
    Fault {
        breaks: structure::lists,
        said: "0 items of lists",
        sample: MEDICAL,
        template: "followup",
        edits: &[("templates/lib/prose.typ", "else { list(tight: false, ..items) }", "else { items.join() }")],
    },
    Fault {
        breaks: structure::lists,
        said: "P of",
        sample: MEDICAL,
        template: "followup",
        edits: &[(
            "templates/lib/prose.typ",
            "else { list(tight: false, ..items) }",
            "else { items.map(item => par([• 項目])).join() }",
        )],
    },
    Fault {
        breaks: structure::texts,
        said: "a text in a Span alone, on page 1",
        sample: CITY,
        template: "report",
        edits: &[("templates/report/cover.typ", "par(subtitle)", "subtitle")],
    },
    Fault {
        breaks: structure::pages,
        said: "is read after page",
        sample: CITY,
        template: "report",
        edits: &[(
            "templates/report/main.typ",
            "#annex()",
            "#annex()\n#grid(columns: 2, range(80).map(number => par[#number]).join(), par[終]) ",
        )],
    },
    Fault {
        breaks: table::broken,
        said: "has no summary",
        sample: MEDICAL,
        template: "followup",
        edits: &[("templates/lib/indicator-table.typ", "pdf.table-summary(summary: words.table-summary, ", "(")],
    },
    Fault {
        breaks: table::broken,
        said: "has a row without a header",
        sample: CITY,
        template: "report",
        edits: &[("templates/lib/full-table.typ", "pdf.header-cell(scope: \"row\", ", "(")],
    },
    Fault {
        breaks: table::broken,
        said: "has a column without a header",
        sample: CITY,
        template: "report",
        edits: &[("templates/lib/group-table.typ", "(words.trend,)", "(\"\",)")],
    },
    Fault {
        breaks: table::broken,
        said: "has a column without a header",
        sample: MEDICAL,
        template: "followup",
        edits: &[("templates/lib/indicator-table.typ", "table.header(\n", "..(\n")],
    },
    Fault {
        breaks: figure::broken,
        said: "an alternative text that is not in ja: A chart",
        sample: CITY,
        template: "report",
        edits: &[("templates/lib/chart.typ", "alt: chart.alt", "alt: \"A chart\"")],
    },
    Fault {
        breaks: figure::broken,
        said: "a figure without an alternative text",
        sample: CITY,
        template: "report",
        edits: &[("templates/lib/chart-key.typ", "pdf.artifact(picture)", "picture")],
    },
    Fault {
        breaks: figure::broken,
        said: "shows",
        sample: CITY,
        template: "report",
        edits: &[(
            "locales/ja/charts.ftl",
            "trend-alt = { $name }の推移。{ $items }。",
            "trend-alt = { $name }の推移。",
        )],
    },
    Fault {
        breaks: language::broken,
        said: "“Nature Communications.” as Japanese",
        sample: MEDICAL,
        template: "followup",
        edits: &[("templates/lib/prose.typ", "text(lang: node.language, region: node.region, inner)", "inner")],
    },
    Fault {
        breaks: language::broken,
        said: "the document is in en",
        sample: MEDICAL,
        template: "followup",
        edits: &[("templates/lib/page.typ", "lang: about.language", "lang: \"en\"")],
    },
    Fault {
        breaks: link::broken,
        said: "is described as “ 1”",
        sample: CITY,
        template: "report",
        edits: &[("templates/lib/caption.typ", "supplement: label.trim()", "supplement: none")],
    },
    Fault {
        breaks: link::broken,
        said: "the link “こちら” does not say where it goes",
        sample: MEDICAL,
        template: "followup",
        edits: &[("locales/ja/report.ftl", "note-incites = ", "note-incites = [こちら](https://example.jp/)。")],
    },
    Fault {
        breaks: link::broken,
        said: "an address that is no link",
        sample: MEDICAL,
        template: "followup",
        edits: &[("locales/ja/report.ftl", "note-incites = ", "note-incites = https://example.jp/。")],
    },
    // What is read in another order than that of sense: bodies after all titles, as they stand side by side.
    Fault {
        breaks: sense::broken,
        said: "should be read where",
        sample: MEDICAL,
        template: "followup",
        edits: &[(
            "templates/followup/highlight-pages.typ",
            "..row.entries.map(entry => grid(",
            "..row.entries.map(entry => opening(entry, group-of(entry), row.width)),\n  ..row.entries.map(entry => grid(",
        )],
    },
    // What is seen on each page, and was read on the first.
    Fault {
        breaks: sense::broken,
        said: "should be read where “（参考）",
        sample: MEDICAL,
        template: "followup",
        edits: &[(
            "templates/lib/heading.typ",
            "#let running-heading(title) = pdf.artifact(",
            "#let running-heading(title) = (",
        )],
    },
    // A note before the table that it belongs to.
    Fault {
        breaks: sense::broken,
        said: "should be read where",
        sample: CITY,
        template: "report",
        edits: &[
            ("templates/lib/full-table.typ", "let ending = if foot", "foot\n  let ending = if foot"),
            ("templates/lib/full-table.typ", "v(-room); foot", "v(-room)"),
        ],
    },
];

/// Writes a sample with a fault.
fn plant(fault: &Fault, to: &Path) {
    copy(&repository("examples").join(fault.sample), to);
    edit(fault.edits, to);
    // PDF/UA would have refused some of them.
    let settings = fs::read_to_string(to.join("report.toml")).unwrap();
    let strict = ["standards = [\"a-2a\", \"ua-1\"]", "attach-data = true"];
    let strict = strict.into_iter().find(|strict| settings.contains(strict)).unwrap();
    fs::write(to.join("report.toml"), settings.replace(strict, "standards = [\"a-2b\"]")).unwrap();
}

/// Changes a sample, or what is built in for it alone.
fn edit(edits: &[(&str, &str, &str)], to: &Path) {
    let root = repository("");
    for (file, from, instead) in edits {
        let path = |folder: &Path| file.split('/').fold(folder.to_owned(), |path: PathBuf, part| path.join(part));
        let built_in = if path(to).exists() { path(to) } else { path(&root) };
        let text = fs::read_to_string(built_in).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::create_dir_all(path(to).parent().unwrap()).unwrap();
        fs::write(path(to), text.replacen(from, instead, 1)).unwrap();
    }
}

#[test]
fn japanese_in_english_words_is_marked() {
    let folder = copied(&format!("examples/{CITY}"));
    edit(&[("locales/en/report.ftl", "report-issuer = ", "report-issuer = みなも市 ")], folder.path());
    for edition in editions("Japanese in English", folder.path(), &["--lang", "en"]) {
        assert!(edition.spoken().contains("みなも市"), "{}", edition.name);
        assert_eq!(language::broken(&edition), Vec::<String>::new(), "{}", edition.name);
    }
}

#[test]
fn each_rule_finds_the_faults_planted_for_it() {
    let mut missed = Vec::new();
    for (number, fault) in FAULTS.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        plant(fault, folder.path());
        let editions =
            editions(&format!("fault {number}"), folder.path(), &["--lang", "ja", "--template", fault.template]);
        let broken: Vec<String> = editions.iter().flat_map(fault.breaks).collect();
        if !broken.iter().any(|broken| broken.contains(fault.said)) {
            missed.push(format!("{number}: {}: {:?}", fault.said, &broken[..broken.len().min(3)]));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
