//! What prose cites of changes, lists and ranks, in both languages.

use std::fs;

use serde_json::Value;

use crate::support::{change, copied, nenpo, run, stderr};

const CASE: &str = "tests/cases/valid/over-years";

/// The overview of a report whose overview is a message, in both languages.
fn overviews(message: &str) -> [String; 2] {
    let folder = copied(CASE);
    ["ja", "en"].map(|language| {
        for other in ["ja", "en"] {
            write_overview(folder.path(), other, message);
        }
        run(folder.path(), &["build", "--lang", language, "--template", "followup", "--emit-sources", "sources"]);
        let data = folder.path().join(format!("sources/over-years-followup-{language}/report.json"));
        let data: Value = serde_json::from_slice(&fs::read(data).unwrap()).unwrap();
        let runs = data["overview"][0]["body"].as_array().unwrap_or_else(|| panic!("{}", data["overview"]));
        runs.iter().filter_map(|run| run["text"].as_str()).collect()
    })
}

fn write_overview(folder: &std::path::Path, language: &str, message: &str) {
    let file = folder.join(format!("locales/{language}/report.ftl"));
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<&str> = Vec::new();
    let mut is_overview = false;
    for line in text.lines() {
        is_overview = line.starts_with("overview =") || (is_overview && line.starts_with(' '));
        if !is_overview {
            lines.push(line);
        }
    }
    fs::write(file, format!("{}\noverview = {message}\n", lines.join("\n"))).unwrap();
}

#[test]
fn changes_are_cited_with_their_direction_in_both_languages() {
    for (call, japanese, english) in [
        // 540 after 430, from a baseline of 120.
        ("CHANGE(\"bridges\")", "110か所増加", "up 110"),
        ("CHANGE(\"bridges\", by: \"rate\")", "25.6%増加", "up 25.6%"),
        ("CHANGE(\"bridges\", since: 2020)", "210か所増加", "up 210"),
        ("CHANGE(\"bridges\", since: \"baseline\")", "420か所増加", "up 420"),
        ("CHANGE(\"bridges\", since: \"baseline\", by: \"rate\")", "350.0%増加", "up 350.0%"),
        // 1,140 after 1,160, from 1,200.
        ("CHANGE(\"vacant\")", "20件減少", "down 20"),
        ("BASELINE(\"vacant\")", "1,200件", "1,200"),
        ("ACTUAL(\"bridges\", year: 2020)", "330か所", "330"),
    ] {
        assert_eq!(overviews(&format!("{{ {call} }}")), [japanese, english], "{call}");
    }
}

#[test]
fn those_furthest_behind_are_named_the_slowest_first() {
    // The paces are 0.38, 0.60 and 0.86.
    let [japanese, english] = overviews("{ LIST(\"behind\") }");
    assert_eq!(english, "Renovation grants, Vacant homes, Bridges strengthened");
    assert_eq!(japanese.split('、').count(), 3, "{japanese}");
    assert_eq!(overviews("{ LIST(\"behind\", most: 1, group: \"homes\") }")[1], "Renovation grants");
    assert_eq!(overviews("{ LIST(\"ahead\") }"), ["なし", "none"]);
    let ranks = ["bridges", "vacant", "grants"].map(|id| overviews(&format!("{{ RANK(\"{id}\") }}"))[0].clone());
    assert_eq!(ranks, ["1", "2", "3"]);
    // A rank chooses a plural.
    let text = "{ RANK(\"vacant\") ->\n    [1] first\n   *[other] number { RANK(\"vacant\") }\n }";
    assert_eq!(overviews(text)[1], "number 2");
}

#[test]
fn what_cannot_be_cited_is_a_problem_that_says_what_can() {
    let said = |call: &str| {
        let folder = copied(CASE);
        write_overview(folder.path(), "ja", &format!("{{ {call} }}"));
        write_overview(folder.path(), "en", &format!("{{ {call} }}"));
        let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{call}");
        stderr(&output)
    };
    for (call, words) in [
        ("CHANGE(\"accidents\", since: \"baseline\")", "argument “baseline” for CHANGE"),
        ("CHANGE(\"bridges\", since: 1999)", "2020"),
        ("CHANGE(\"bridges\", by: \"percent\")", "allowed: difference, rate"),
        ("CHANGE(\"bridges\", to: 2020)", "has no option “to”"),
        ("ACTUAL(\"bridges\", year: 1999)", "2022"),
        ("RANK(\"surveys\")", "has no value for RANK"),
        ("LIST(\"slowest\")", "allowed: behind, ahead"),
        ("LIST(\"behind\", most: 0)", "allowed: 1"),
        ("LIST(\"behind\", group: \"road\")", "did you mean “roads”"),
    ] {
        let said = said(call);
        assert!(said.contains("[function-argument]"), "{call}: {said}");
        assert!(said.contains(words), "{call}: {said}");
    }
}

#[test]
fn a_change_across_a_break_is_refused() {
    let folder = copied(CASE);
    change(&folder.path().join("data/actuals.csv"), "bridges,R4,540,暫定値,", "bridges,R4,540,暫定値,有");
    write_overview(folder.path(), "ja", "{ CHANGE(\"bridges\") }");
    write_overview(folder.path(), "en", "{ CHANGE(\"bridges\") }");
    let output = nenpo(folder.path()).args(["check", "--ui-lang", "en"]).output().unwrap();
    let said = stderr(&output);
    assert!(said.contains("no change of “bridges” can be calculated"), "{said}");
}
