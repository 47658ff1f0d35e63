//! Units of a whole table, and amounts that each language shows in its own scale.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{built_with_sources, change, copied, names, nenpo, repository, run, stderr};

const ACTUALS: &str = "data/actuals.csv";
const INDICATORS: &str = "data/indicators.csv";

fn append(file: &Path, text: &str) {
    fs::write(file, fs::read_to_string(file).unwrap() + text).unwrap();
}

/// Everything that the template of a report is given in a language.
fn data_of(folder: &Path, language: &str) -> String {
    let sources = format!("sources-{language}");
    run(folder, &["build", "--template", "report", "--lang", language, "--emit-sources", &sources]);
    fs::read_to_string(folder.join(sources).join(format!("over-years-report-{language}/report.json"))).unwrap()
}

/// A plan in which the bridges are millions of yen and the participants 万人.
fn with_amounts() -> tempfile::TempDir {
    let folder = copied("tests/cases/valid/over-years");
    let indicators = folder.path().join(INDICATORS);
    change(&indicators, "bridges,roads,output,,places", "bridges,roads,output,,million-yen");
    change(&indicators, "bridges-steel,roads,output,bridges,places", "bridges-steel,roads,output,bridges,million-yen");
    change(&indicators, "increase,120,2017,900", "increase,120000,2017,900000");
    change(&indicators, "increase,,,300", "increase,,,300000");
    change(&indicators, "visits,homes,outcome,,people", "visits,homes,outcome,,ten-thousand-people");
    append(&folder.path().join("report.toml"), "\n[[edition]]\ntemplate = \"report\"\nlanguages = [\"ja\", \"en\"]\n");
    let actuals = folder.path().join(ACTUALS);
    for (value, amount) in [("210", "210000"), ("330", "330000"), ("430", "430125"), ("540", "540500"), ("90", "90000")]
    {
        change(&actuals, &format!(",{value},"), &format!(",{amount},"));
    }
    change(&actuals, "visits,R4,30", "visits,R4,30.5");
    for language in ["ja", "en"] {
        let message = "overview-roads = { ACTUAL(\"bridges\") } { CHANGE(\"bridges\") } { TARGET(\"bridges\") }\n";
        append(&folder.path().join(format!("locales/{language}/report.ftl")), message);
    }
    folder
}

#[test]
fn amounts_are_in_the_scale_of_each_language_and_lose_no_digit() {
    let folder = with_amounts();
    let [japanese, english] = ["ja", "en"].map(|language| data_of(folder.path(), language));
    for text in ["540,500百万円", "900,000百万円", "30.5万人", "110,375百万円"] {
        assert!(japanese.contains(text), "{text}: {japanese}");
    }
    for text in ["¥540.500 billion", "¥900.000 billion", "¥110.375 billion", "¥540.500bn", "¥900.000bn", "305 thousand"]
    {
        assert!(english.contains(text), "{text}: {english}");
    }
    for text in ["million", "10,000", "540,500"] {
        assert!(!english.contains(text), "{text}: {english}");
    }
}

#[test]
fn amounts_in_other_scales_are_verified_and_compared() {
    let folder = with_amounts();
    append(&folder.path().join("report.toml"), "\n[pdf]\nattach-data = true\n");
    run(folder.path(), &["build", "--template", "report"]);
    run(folder.path(), &["verify", "out/over-years-report-ja.pdf", "out/over-years-report-en.pdf"]);
}

#[test]
fn a_report_can_keep_the_scale_of_its_tables() {
    let folder = with_amounts();
    append(&folder.path().join("locales/en/report.ftl"), "scale-units = none\n");
    let english = data_of(folder.path(), "en");
    assert!(english.contains("¥540,500 million") && english.contains("¥540,500m"), "{english}");
}

/// Where values of tables are in thousands to fit, the unit behind the name is that of the formulas, too.
#[test]
fn formulas_are_in_the_unit_of_their_rows() {
    let (folder, _) = built_with_sources(&repository("tests/cases/valid/long-values"), &[]);
    let sources = folder.path().join("sources");
    let mut units = Vec::new();
    for document in names(&sources).into_iter().filter(|name| name.starts_with("long-values-")) {
        let data = fs::read_to_string(sources.join(&document).join("report.json")).unwrap();
        let data: Value = serde_json::from_str(&data).unwrap();
        let of_group = |group: &Value| group["tables"].as_array().unwrap().clone();
        let tables: Vec<Value> = data["groups"].as_array().unwrap().iter().flat_map(of_group).collect();
        for row in tables.iter().flat_map(|table| table["rows"].as_array().unwrap()) {
            let number = |member: &str| row[member]["number"].as_str().unwrap();
            let formula = |name: &str| row["computation"][name].as_str().unwrap();
            let [actual, target, baseline] = ["actual", "target", "baseline"].map(number);
            assert!(formula("rate").starts_with(&format!("{actual} ÷ {target} = ")), "{document}: {row}");
            let ways = format!("({actual} − {baseline}) ÷ ({target} − {baseline}) ÷ ");
            assert!(formula("pace").starts_with(&ways), "{document}: {row}");
            units.extend(row["unit"].as_str().map(str::to_owned));
        }
    }
    assert!(
        ["¥", "¥ thousand", "（円）", "（千円）"].iter().all(|unit| units.iter().any(|found| found == unit)),
        "{units:?}"
    );
}

/// A minus stands before the sign of a currency, also behind the words of a target, and languages agree.
#[test]
fn a_negative_amount_has_its_minus_before_the_currency() {
    let folder = with_amounts();
    let indicators = folder.path().join(INDICATORS);
    change(
        &indicators,
        "accidents,roads,outcome,,count,annual,decrease,,,50,,<=",
        "accidents,roads,outcome,,million-yen,annual,increase,,,-2500,,>=",
    );
    for (value, amount) in [("70", "-7000"), ("66", "-6600"), ("64", "-6400")] {
        change(&folder.path().join(ACTUALS), &format!(",{value},"), &format!(",{amount},"));
    }
    let [japanese, english] = ["ja", "en"].map(|language| data_of(folder.path(), language));
    assert!(japanese.contains("−6,400百万円"), "{japanese}");
    assert!(english.contains("−¥6.4 billion") && english.contains("at least −¥2.5 billion"), "{english}");
    assert!(!english.contains("¥−"), "{english}");
    run(folder.path(), &["check"]);
}

/// The actuals of a plan in which every indicator is a number of people, with a row above or below the header.
fn check_with(above: &str, below: &str) -> (Option<i32>, String) {
    let folder = copied("tests/cases/valid/minimal");
    let indicators = folder.path().join(INDICATORS);
    let text = fs::read_to_string(&indicators).unwrap();
    fs::write(&indicators, text.replace(",percent,", ",people,").replace(",count,", ",people,")).unwrap();
    let actuals = "実績,,,\n".to_owned() + above + "指標ID,年度,実績値,状態\n" + below;
    let rows = "water-cleanups,2023,57,\nwater-cleanups-schools,2023,12,暫定値\nwater-quality,2023,70.2,\nforest-area,2023,,数値なし\n";
    fs::write(folder.path().join(ACTUALS), actuals + rows).unwrap();
    let output = nenpo(folder.path()).args(["check", "--all"]).output().unwrap();
    (output.status.code(), stderr(&output))
}

#[test]
fn the_unit_of_a_whole_table_must_be_that_of_its_indicators() {
    for (above, below) in [("", ",,（人）,\n"), (",,,（単位：人）\n", ""), ("単位:人,,,\n", "")] {
        let (_, said) = check_with(above, below);
        assert!(!said.contains("unit-differs"), "{above}{below}{said}");
        assert!(!said.contains("ambiguous-name") && !said.contains("unknown-indicator"), "{above}{below}{said}");
    }
    for (above, below) in [("", ",,（千人）,\n"), (",,,（単位：千人）\n", ""), (",,,（単位：十人）\n", "")]
    {
        let (code, said) = check_with(above, below);
        assert!(code == Some(1) && said.contains("unit-differs"), "{above}{below}{said}");
    }
    // Of several units, it is unclear which value has which.
    let (_, said) = check_with(",,,（単位：千人、％）\n", "");
    assert!(!said.contains("unit-differs"), "{said}");
}
