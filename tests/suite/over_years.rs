//! A report over several years (`valid/over-years`), in what it hands to templates: values with gaps, breaks, targets of
//! single years, how figures were computed, who is behind, and what charts say to those who do not see them. Numbers
//! were worked out by hand.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::support::{built_with_sources, repository, run};

/// What templates read, by template and language; and the names of the charts that are written with it.
static DOCUMENTS: LazyLock<BTreeMap<String, (Value, Vec<String>)>> = LazyLock::new(|| {
    let (folder, said) = built_with_sources(&repository("tests/cases/valid/over-years"), &[]);
    assert!(!said.contains("warning["), "{said}");
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let documents = fs::read_dir(folder.path().join("sources")).unwrap().map(Result::unwrap);
    documents
        .filter_map(|entry| {
            let data = serde_json::from_slice(&fs::read(entry.path().join("report.json")).ok()?).unwrap();
            let mut charts: Vec<String> =
                fs::read_dir(entry.path().join("charts")).unwrap().map(|chart| name(chart.unwrap())).collect();
            charts.sort();
            Some((name(entry).strip_prefix("over-years-")?.to_owned(), (data, charts)))
        })
        .collect()
});

fn data(document: &str) -> &'static Value {
    &DOCUMENTS[document].0
}

fn group(document: &str, index: usize) -> &'static Value {
    &data(document)["groups"][index]
}

/// Returns the row of an indicator that is no part.
fn row(document: &str, id: &str) -> &'static Value {
    let groups = data(document)["groups"].as_array().unwrap().iter();
    let tables = groups.flat_map(|group| group["tables"].as_array().unwrap());
    tables.flat_map(|table| table["rows"].as_array().unwrap()).find(|row| row["id"] == id).unwrap()
}

/// Returns the texts of a member of the entries of a list.
fn each<'a>(list: &'a Value, member: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|entry| entry[member].as_str().unwrap()).collect()
}

#[test]
fn the_years_are_those_of_the_plan_and_earlier_ones_that_have_rows() {
    assert_eq!(each(&data("brief-ja")["years"], "label"), ["H28", "H30", "R1", "R2", "R3", "R4"]);
    assert_eq!(each(&data("brief-ja")["years"], "text")[2], "令和元年度");
    assert_eq!(each(&data("brief-en")["years"], "label"), ["2016", "2018", "2019", "2020", "2021", "2022"]);
    assert_eq!(each(&data("brief-en")["years"], "text")[2], "FY2019");
}

#[test]
fn a_row_has_its_value_in_each_year_with_its_marks() {
    let years = row("brief-ja", "walks")["years"].as_array().unwrap();
    let texts: Vec<&Value> = years.iter().map(|year| &year["actual"]["text"]).collect();
    let null = Value::Null;
    assert_eq!(texts, [&json!("40.5%"), &null, &json!("44.0%"), &json!("47.3%"), &json!("51.8%"), &json!("秘匿")]);
    assert_eq!(years[4]["marks"], json!(["※1", "b"]));
    let breaks: Vec<bool> = years.iter().map(|year| year["is-break"].as_bool().unwrap()).collect();
    assert_eq!(breaks, [false, false, false, false, true, false]);
    let bridges = row("brief-en", "bridges");
    let marks: Vec<&Value> = bridges["years"].as_array().unwrap().iter().map(|year| &year["marks"]).collect();
    assert_eq!(marks[4..], [&json!(["e"]), &json!(["p"])]);
    let of = |member: &str| row("brief-ja", "bridges")[member].clone();
    assert_eq!((of("baseline")["text"].clone(), of("baseline-year")), (json!("120か所"), json!("H29")));
    assert_eq!((of("target-year"), row("brief-ja", "accidents")["target-year"].clone()), (json!("R7"), Value::Null));
}

#[test]
fn figures_are_written_out_with_the_numbers_they_were_computed_of() {
    let computation = |id| row("brief-ja", id)["computation"].clone();
    // (540 − 120) ÷ (900 − 120) = 0.538…; five of eight years: ÷ 0.625 = 0.861….
    let pace = "(540 − 120) ÷ (900 − 120) ÷ 62.5% = 0.86";
    assert_eq!(computation("bridges"), json!({ "rate": "540 ÷ 900 = 60%", "pace": pace }));
    // Without a baseline: 96 ÷ 400 = 0.24; ÷ 0.625 = 0.384.
    assert_eq!(computation("grants"), json!({ "rate": "96 ÷ 400 = 24%", "pace": "96 ÷ 400 ÷ 62.5% = 0.38" }));
    // Less is better: the target is divided. The pace is measured from the baseline to the year's target.
    let pace_of_vacant = "(1,140 − 1,200) ÷ (1,100 − 1,200) = 0.60";
    assert_eq!(computation("vacant"), json!({ "rate": "1,000 ÷ 1,140 = 88%", "pace": pace_of_vacant }));
    assert_eq!(computation("walks"), Value::Null, "what was not computed is not written out");
    assert_eq!(row("brief-en", "bridges")["computation"]["pace"], pace);
}

#[test]
fn those_furthest_behind_come_first() {
    let gaps = &data("brief-en")["progress"]["gaps"];
    // Of the accidents nothing is expected before their target year.
    assert_eq!(each(gaps, "id"), ["grants", "vacant", "bridges"]);
    // Shares of the way from the baseline: 62.5 − 24; (1200 − 1100) ÷ 200 − (1200 − 1140) ÷ 200;
    // 62.5 − (540 − 120) ÷ 780: differences of what is printed.
    assert_eq!(each(gaps, "gap"), ["39 percentage points", "20 percentage points", "9 percentage points"]);
    assert_eq!(each(gaps, "gap-points"), ["39", "20", "9"]);
    assert_eq!(each(gaps, "rate"), ["24%", "30%", "54%"]);
    let expected: Vec<&Value> = gaps.as_array().unwrap().iter().map(|gap| &gap["expected"]).collect();
    assert_eq!(expected, [&json!("63%"), &json!("50%"), &json!("63%")]);
    assert_eq!(gaps[0]["group"], 1);
    assert_eq!(gaps[1]["target"]["text"], "at most 1,000");
}

#[test]
fn every_value_that_is_not_final_is_listed() {
    let open: Vec<String> = data("brief-en")["open-values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|open| {
            let of = |member: &str| open[member].as_str().unwrap();
            format!("{} {} {} {} {}", open["group"], of("id"), of("year"), of("kind"), open["actual"]["text"])
        })
        .collect();
    assert_eq!(
        open,
        [
            r#"0 bridges FY2018 missing "not available""#,
            r#"0 bridges FY2021 estimated "430""#,
            r#"0 bridges FY2022 provisional "540""#,
            r#"0 bridges-steel FY2018–FY2021 missing "not available""#,
            r#"0 walks FY2018 missing "not available""#,
            r#"0 walks FY2021 break "51.8%""#,
            r#"0 walks FY2022 suppressed "suppressed""#,
            r#"0 accidents FY2019–FY2020 missing "not available""#,
            r#"1 vacant FY2018–FY2019 missing "not available""#,
            r#"1 grants FY2018–FY2019 missing "not available""#,
            r#"1 grants FY2021 break "40""#,
            r#"1 surveys FY2018–FY2020 missing "not available""#,
            r#"1 surveys FY2022 missing "not available""#,
            r#"1 visits FY2018–FY2021 missing "not available""#,
        ]
    );
    assert_eq!(data("brief-ja")["open-values"][2]["label"], "暫定値");
    let surveys = data("brief-ja")["open-values"].as_array().unwrap();
    let surveys: Vec<&Value> = surveys.iter().filter(|open| open["id"] == "surveys").collect();
    assert_eq!(surveys[0]["year"], "平成30年度～令和2年度");
    assert_eq!(surveys[1]["label"], "数値なし、12件（令和3年度）を示す");
}

#[test]
fn notes_stand_where_their_values_do() {
    let labels = |notes: &'static Value| each(notes, "label");
    let data = data("brief-ja");
    assert_eq!(labels(&data["notes"]), ["x", "p", "†"], "what the round’s values need");
    assert_eq!(labels(&data["earlier-notes"]), ["※1", "e", "b"], "what only earlier ones need");
    assert_eq!(labels(&group("brief-ja", 0)["notes"]), ["x", "p"], "what the latest values of a group need");
    assert_eq!(labels(&group("brief-ja", 1)["notes"]), ["†"]);
    assert_eq!(group("brief-ja", 0)["description"][0]["body"][0]["text"], "橋を補強し、通学路に歩道をつくる。");
    assert_eq!(group("brief-ja", 1)["description"], Value::Null);
}

#[test]
fn main_indicators_are_drawn_large_and_the_others_small() {
    assert_eq!(each(&group("brief-ja", 0)["featured"], "id"), ["bridges", "walks"]);
    assert_eq!(each(&group("brief-ja", 0)["featured"], "unit"), ["か所", "%"]);
    assert_eq!(group("brief-en", 0)["featured"][0]["unit"], Value::Null);
    let charts = [
        "furthest-behind.svg",
        "small-multiples-homes.svg",
        "small-multiples-roads.svg",
        // Only of what has values of two years.
        "sparkline-accidents.svg",
        "sparkline-bridges.svg",
        "sparkline-grants.svg",
        "sparkline-vacant.svg",
        "sparkline-walks.svg",
        "trend-bridges.svg",
        "trend-walks.svg",
    ];
    assert_eq!(DOCUMENTS["brief-en"].1, charts);
    // A template that asks for none has none.
    assert_eq!(group("followup-en", 0)["featured"], json!([]));
    assert_eq!(group("followup-en", 0)["multiples"], json!([]));
    assert_eq!(row("followup-en", "bridges")["sparkline"], Value::Null);
    assert_eq!(data("followup-en")["progress"]["gaps-chart"], Value::Null);
}

#[test]
fn a_trend_says_every_number_that_it_shows() {
    let alt = |document, index: usize| group(document, 0)["featured"][index]["chart"]["alt"].as_str().unwrap();
    assert_eq!(
        alt("brief-ja", 0),
        "補強した橋の数の推移。令和元年度は210か所。令和2年度は330か所。令和3年度は430か所（推計値）。\
         令和4年度は540か所（暫定値）。基準値は平成29年度の120か所。目標値は令和7年度に900か所。\
         令和4年度の期待水準は607.5か所。"
    );
    assert_eq!(
        alt("brief-en", 1),
        "School routes with pavements by fiscal year. FY2016: 40.5%; FY2019: 44.0%; FY2020: 47.3%; \
         FY2021: 51.8% (not comparable with earlier years); FY2022: suppressed; baseline: 40.5% in FY2016; \
         target: at least 60.0% by FY2024; expected level in FY2022: 55.1%."
    );
    let multiples = group("brief-en", 1)["multiples"][0]["alt"].as_str().unwrap();
    let vacant = "Vacant homes – FY2020: 1,150, FY2021: 1,160, FY2022: 1,140, baseline: 1,200 in FY2017, \
         target for FY2020: 1,180, target for FY2021: 1,140, target for FY2022: 1,100, target for FY2023: 1,060, \
         target: at most 1,000 by FY2025";
    assert!(multiples.contains(vacant), "{multiples}");
    let sparkline = |document| row(document, "walks")["sparkline"]["alt"].as_str().unwrap();
    assert_eq!(sparkline("brief-ja"), "平成28年度の40.5%から令和3年度の51.8%まで");
    assert_eq!(sparkline("brief-en"), "40.5% in FY2016, 51.8% in FY2021");
}

#[test]
fn the_chart_of_gaps_says_how_far_each_is_on_its_way() {
    let alt = data("brief-en")["progress"]["gaps-chart"]["alt"].as_str().unwrap();
    for item in [
        // 420 ÷ 780 = 0.538…, and 5/8 of the way were expected.
        "Bridges strengthened: actual 540, target 900, progress 54% from the baseline of 120 (expected: 63%), \
         acceleration needed",
        // (1200 − 1140) ÷ 200, and (1200 − 1100) ÷ 200 by the year’s target.
        "progress 30% from the baseline of 1,200 (expected: 50%), acceleration needed",
    ] {
        assert!(alt.contains(item), "{alt}");
    }
}

#[test]
fn legends_explain_what_occurs_and_nothing_else() {
    let marks = |chart: &'static Value| each(&chart["key"], "mark");
    let featured = &group("brief-en", 0)["featured"];
    // The target of a trend has its label at its line.
    assert_eq!(marks(&featured[0]["chart"]), ["actual", "not-final", "baseline", "pace"]);
    assert_eq!(marks(&featured[1]["chart"]), ["actual-level", "missing", "break", "baseline", "pace", "cut"]);
    assert_eq!(marks(&group("brief-en", 0)["multiples"][0]), ["actual", "target"]);
    let expected = ["actual", "break", "baseline", "target", "target-path", "pace"];
    assert_eq!(marks(&group("brief-en", 1)["multiples"][0]), expected);
    let behind = &data("brief-ja")["progress"]["gaps-chart"];
    let expected = ["actual-dot", "not-final-dot", "expected-band"];
    assert_eq!(marks(behind), expected);
    // What was expected is the pace for some, the target of the year for others.
    let band = json!({ "mark": "expected-band", "label": "期待水準から目標値まで" });
    assert_eq!(behind["key"][2], band);
}

#[test]
fn more_panels_than_a_page_holds_are_several_charts() {
    let case = repository("tests/cases/valid/over-years");
    let folder = tempfile::tempdir().unwrap();
    for file in ["report.toml", "locales/ja/report.ftl", "locales/en/report.ftl"]
        .into_iter()
        .chain(["templates/brief/main.typ", "templates/brief/template.toml"])
    {
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::copy(case.join(file), folder.path().join(file)).unwrap();
    }
    let settings = fs::read_to_string(case.join("report.toml")).unwrap();
    let settings = settings.replace("featured = [\"bridges\", \"walks\"]", "featured = [\"i0\"]");
    fs::write(folder.path().join("report.toml"), settings).unwrap();
    let mut indicators = "id,group,kind,unit,target,name@ja,name@en\n".to_owned();
    let mut actuals = "indicator,fiscal_year,value,note\n".to_owned();
    for index in 0..250 {
        indicators.push_str(&format!("i{index},roads,output,count,900,指標その{index},Indicator {index}\n"));
        for year in 2018..=2022 {
            actuals.push_str(&format!("i{index},{year},{},\n", (year - 2017) * (index + 10)));
        }
    }
    indicators.push_str("home,homes,output,count,9,住まい,Homes\n");
    actuals.push_str("home,2022,8,definition\n");
    fs::create_dir_all(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/indicators.csv"), indicators).unwrap();
    fs::write(folder.path().join("data/actuals.csv"), actuals).unwrap();
    // A PDF/A takes no alternative text that is too long, either.
    run(folder.path(), &["build", "--template", "brief", "--lang", "ja", "--emit-sources", "sources"]);
    let sources = folder.path().join("sources/over-years-brief-ja");
    let data: Value = serde_json::from_slice(&fs::read(sources.join("report.json")).unwrap()).unwrap();
    let charts = each(&data["groups"][0]["multiples"], "path");
    // 249 that are not featured, in three columns: no drawing is higher than the template allows, and none needlessly low.
    let heights =
        data["groups"][0]["multiples"].as_array().unwrap().iter().map(|chart| chart["height"].as_f64().unwrap());
    assert!(heights.clone().all(|height| height <= 600.0) && heights.fold(0.0, f64::max) > 400.0);
    assert!(charts.len() > 10, "{}", charts.len());
    assert_eq!(charts[..2], ["/charts/small-multiples-roads.svg", "/charts/small-multiples-roads.2.svg"]);
    assert!(charts.iter().all(|chart| sources.join(&chart[1..]).exists()));
}
