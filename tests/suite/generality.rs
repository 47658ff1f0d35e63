//! Two plans that are nothing like the medical one, in what they hand to a template: the same model holds them.
//!
//! `valid/health-plan`: baselines in different years, targets that go down, ratios, parts by sex and age, two offices that
//! write tables in their own way, grades of a panel, a third language of files alone. `valid/town-plan`: no groups, several
//! years with a target each, a scale of four signs, units of its own, targets of zero, values below zero. Rates and
//! statuses were worked out by hand.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::support::{built_with_sources, repository};

/// Builds a case and returns what templates read, by language.
fn data(case: &str) -> BTreeMap<String, Value> {
    let (folder, said) = built_with_sources(&repository("tests/cases/valid").join(case), &[]);
    assert!(!said.contains("warning["), "{said}");
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        let language = name.strip_prefix(&format!("{case}-followup-"))?.to_owned();
        Some((language, serde_json::from_slice(&fs::read(entry.path().join("report.json")).unwrap()).unwrap()))
    };
    fs::read_dir(folder.path().join("sources")).unwrap().filter_map(|entry| read(entry.unwrap())).collect()
}

/// Returns the rows of a report in their order, parts among them.
fn listed(data: &Value) -> impl Iterator<Item = &Value> {
    let tables = data["groups"].as_array().unwrap().iter().flat_map(|group| group["tables"].as_array().unwrap());
    tables.flat_map(|table| table["rows"].as_array().unwrap())
}

/// Returns the rows of a report by identifier.
fn rows(data: &Value) -> BTreeMap<&str, &Value> {
    listed(data).map(|row| (row["id"].as_str().unwrap(), row)).collect()
}

/// Returns the rates and statuses by indicator.
fn rates_and_statuses(data: &Value) -> BTreeMap<&str, (Option<&str>, &str)> {
    rows(data)
        .into_iter()
        .map(|(id, row)| (id, (row["rate"].as_str(), row["status"]["id"].as_str().unwrap())))
        .collect()
}

/// Returns the text of a member of a row.
fn text<'a>(data: &'a Value, id: &str, member: &str) -> &'a str {
    rows(data)[id][member]["text"].as_str().unwrap()
}

fn counts(data: &Value) -> BTreeMap<&str, u64> {
    let counts = data["progress"]["counts"].as_array().unwrap();
    counts.iter().map(|count| (count["status"].as_str().unwrap(), count["count"].as_u64().unwrap())).collect()
}

#[test]
fn targets_that_go_down_are_met_from_above_and_only_then_have_a_rate_of_100() {
    let health = data("health-plan");
    let expected = BTreeMap::from([
        // Less is better: target ÷ actual. The pace is measured from the baseline: 9/10 of the time has elapsed since
        // 2012, and 11/12 since 2010.
        ("salt", (Some("84%"), "limited")), // 8.5 ÷ 10.1 = 0.842; 1.1 ÷ 2.7 ÷ 0.9 = 0.453
        ("smoking", (Some("102%"), "achieved")), // 12 ÷ 11.8 = 1.017
        ("cancer", (Some("101%"), "achieved")), // 75 ÷ 74.2 = 1.011
        ("stroke", (Some("98%"), "on-track")), // 33 ÷ 33.6 = 0.982; 6 ÷ 6.6 ÷ 0.917 = 0.992
        ("stroke-men", (Some("98%"), "on-track")), // 42 ÷ 43 = 0.977; 7.2 ÷ 8.2 ÷ 0.917 = 0.958
        ("stroke-women", (Some("104%"), "achieved")), // 25 ÷ 24.1 = 1.037
        ("dialysis", (Some("93%"), "limited")), // 190 ÷ 204 = 0.931; 8 ÷ 22 ÷ 0.917 = 0.397
        ("healthy-years", (Some("101%"), "achieved")), // 8.8 ÷ 8.73 = 1.008
        // More is better: actual ÷ target.
        ("vegetables", (Some("80%"), "deteriorating")), // 281 ÷ 350 = 0.803, below its baseline of 295
        ("steps", (Some("88%"), "limited")),            // 6840 ÷ 7800 = 0.877; 40 ÷ 1000 ÷ 0.917 = 0.044
        ("steps-men-20-64", (Some("86%"), "deteriorating")), // 7750 ÷ 9000 = 0.861, below its baseline of 7900
        ("steps-women-20-64", (Some("81%"), "limited")), // 6900 ÷ 8500 = 0.812, as its baseline
        ("steps-men-65", (Some("86%"), "limited")),     // 6020 ÷ 7000 = 0.86; 420 ÷ 1400 ÷ 0.917 = 0.327
        ("steps-women-65", (Some("83%"), "limited")),   // 4980 ÷ 6000 = 0.83; 480 ÷ 1500 ÷ 0.917 = 0.349
        ("checkups", (Some("81%"), "limited")),         // 56.5 ÷ 70 = 0.807; 13.8 ÷ 27.3 ÷ 10/11 = 0.556
        // A count from 120: (520 − 120) ÷ (600 − 120) ÷ 9/10 = 0.926; from zero it would be 0.963, and on track.
        ("companies", (Some("87%"), "acceleration-needed")), // 520 ÷ 600 = 0.867
        // No value, no target.
        ("underage-drinking", (None, "not-reported")),
        ("neighbours", (None, "not-reported")),
        ("diabetes", (None, "monitored")),
        ("smoking-men", (None, "monitored")),
        ("smoking-women", (None, "monitored")),
    ]);
    assert_eq!(rates_and_statuses(&health["en"]), expected);
    let expected = [
        ("achieved", 3),
        ("on-track", 1),
        ("acceleration-needed", 1),
        ("limited", 4),
        ("deteriorating", 1),
        ("not-reported", 2),
        ("monitored", 1),
    ];
    assert_eq!(counts(&health["en"]), BTreeMap::from(expected), "parts are not counted");
}

#[test]
fn subgroups_by_sex_and_age_are_parts_in_their_order() {
    let health = data("health-plan");
    let parts = |id: &str| -> Vec<&str> {
        let after = listed(&health["ja"]).skip_while(|row| row["id"] != id).skip(1);
        after.take_while(|row| row["is-part"] == true).map(|part| part["name"].as_str().unwrap()).collect()
    };
    assert_eq!(parts("steps"), ["20〜64歳の男性", "20〜64歳の女性", "65歳以上の男性", "65歳以上の女性"]);
    assert_eq!(parts("stroke"), ["男性", "女性"]);
    assert_eq!(parts("salt"), Vec::<&str>::new());
}

#[test]
fn units_of_a_plan_stand_before_or_behind_the_number_as_each_language_wants() {
    let health = data("health-plan");
    let cancer = |language: &str| {
        ["target", "actual"].map(|member| text(&health[language], "cancer", member).replace('\u{202f}', " "))
    };
    assert_eq!(cancer("ja"), ["人口10万対75.0以下", "人口10万対74.2"]);
    assert_eq!(cancer("en"), ["at most 75.0 per 100,000", "74.2 per 100,000"]);
    assert_eq!(cancer("fr"), ["au plus 75,0 pour 100 000", "74,2 pour 100 000"]);
}

#[test]
fn a_third_language_is_only_files() {
    let health = data("health-plan");
    assert_eq!(health.keys().collect::<Vec<_>>(), ["en", "fr", "ja"]);
    let french = &health["fr"];
    assert_eq!(french["document"]["language"], "fr");
    // It has no word for percentage points, and the numbers are those of the other languages.
    let gaps = |language: &str, member: &str| -> Vec<String> {
        let gaps = health[language]["progress"]["gaps"].as_array().unwrap().iter();
        gaps.map(|gap| gap[member].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(gaps("fr", "gap-points"), gaps("en", "gap-points"));
    assert_eq!(gaps("fr", "gap")[2], "56\u{a0}%");
    // Names of cases are for selectors, and not to be read.
    assert!(!french.to_string().contains("several"), "{french}");
    assert_eq!(french["document"]["date-text"], "11 octobre 2022");
    assert_eq!(french["document"]["round"], "exercice 2021");
    assert_eq!(rows(french)["salt"]["name"], "Apport moyen en sel par jour");
    assert_eq!(rows(french)["salt"]["status"]["label"], "Progrès limité");
    assert_eq!(text(french, "underage-drinking", "actual"), "confidentiel");
    // The same facts in each language, in other words.
    for (language, data) in &health {
        let statuses = |data| rows(data).into_iter().map(|(id, row)| (id, &row["status"]["id"])).collect::<Vec<_>>();
        assert_eq!(statuses(data), statuses(french), "{language}");
    }
}

#[test]
fn how_status_is_computed_is_said_for_what_occurs() {
    let (health, town) = (data("health-plan"), data("town-plan"));
    let method = |data: &Value| data["words"]["computed-method"].as_str().unwrap().to_owned();
    let (health, town) = (method(&health["ja"]), method(&town["ja"]));
    assert!(health.contains("目標値を最新の実績値で除した割合") && town.contains("目標値を最新の実績値で除した割合"));
    // Only the health plan has a count from a baseline, and only the town has targets for the year.
    assert!(health.contains("基準値のある指標では") && !town.contains("基準値のある指標では"), "{town}");
    assert!(town.contains("年度目標のある指標では") && !health.contains("年度目標"), "{health}");
    assert!(health.contains("単年度・時点の指標では基準値から") && health.contains("Open SDG"), "{health}");
    assert!(health.ends_with("評価委員会の評価ではない。") && town.ends_with("総合計画審議会の評価ではない。"));
}

#[test]
fn a_plan_without_groups_over_several_years_says_the_year_of_the_round() {
    let town = data("town-plan");
    let groups = town["ja"]["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0]["name"], "全指標");
    let kinds: Vec<&Value> = groups[0]["tables"].as_array().unwrap().iter().map(|table| &table["name"]).collect();
    assert_eq!(kinds, ["活動指標", "成果指標"]);
    let actual = |id| text(&town["ja"], id, "actual");
    assert_eq!(actual("solar"), "171件");
    assert_eq!(actual("workshops"), "15回");
    assert_eq!(actual("visitors"), "126千人");
    assert_eq!(actual("migration"), "−18人");
    // The round's value is still being counted: the newest before it stands in its place, with its year.
    assert_eq!(actual("screening"), "34.8%");
    let screening = rows(&town["ja"])["screening"];
    assert_eq!((&screening["actual-year"], &screening["marks"]), (&json!("R4"), &json!(["†", "※2"])));
    assert_eq!(rows(&town["en"])["screening"]["actual-year"], "FY2022");
    assert_eq!(rows(&town["ja"])["solar"]["actual-year"], Value::Null);
}

#[test]
fn a_share_of_zero_is_no_rate_and_yet_a_status() {
    let town = data("town-plan");
    let found = rates_and_statuses(&town["en"]);
    let expected = [
        // Against the year's targets: 171 ÷ 180 = 0.95, just on track; 17 ÷ 30 = 0.567.
        ("solar", (Some("57%"), "on-track")),
        ("vacant-homes", (Some("34%"), "limited")),
        // Less is better.
        // From the baseline to the year's target: 41 ÷ 62 = 0.661, 5.9 ÷ 6.8 = 0.868, 3.4 ÷ 5.6 = 0.607.
        ("waste", (Some("92%"), "acceleration-needed")), // 800 ÷ 871 = 0.918
        ("accidents", (Some("108%"), "achieved")),       // 40 ÷ 37 = 1.081
        ("water-cuts", (None, "achieved")),              // 2 ÷ 0
        ("waiting-children", (None, "achieved")),        // 0 of 0
        ("migration", (None, "on-track")),               // −18 of 0, and of −30 this year
        ("satisfaction", (Some("94%"), "acceleration-needed")), // 66.1 ÷ 70 = 0.944
        ("taxes", (Some("100%"), "achieved")),           // 98.8 ÷ 98.5 = 1.003
        ("screening", (Some("77%"), "acceleration-needed")), // 34.8 ÷ 45 = 0.773 in 2022, whose target was 37
        // The year's target is the only one.
        ("workshops", (Some("107%"), "achieved")), // 15 ÷ 14 = 1.071
        ("visitors", (Some("105%"), "achieved")),  // 126 ÷ 120 = 1.05
    ];
    assert_eq!(found, BTreeMap::from(expected));
}

#[test]
fn grades_are_what_the_panel_decided_whatever_the_arithmetic_says() {
    let grades = |data: &Value, grade: &str| -> Vec<String> {
        let rows = rows(data).into_iter().filter(|(_, row)| row["evaluation"]["id"] == grade);
        rows.map(|(id, row)| format!("{id} {}", row["evaluation"]["sign"].as_str().unwrap())).collect()
    };
    let health = data("health-plan");
    assert_eq!(grades(&health["fr"], "A"), ["cancer A", "healthy-years A", "smoking A"]);
    // Below its baseline, and without a target: the arithmetic only says “deteriorating” and “monitored”.
    assert_eq!(grades(&health["ja"], "D"), ["diabetes D", "vegetables D"]);
    assert_eq!(rows(&health["ja"])["steps-men-65"]["evaluation"], Value::Null);

    let town = data("town-plan");
    assert_eq!(grades(&town["ja"], "poor"), ["screening ×"]);
    assert_eq!(grades(&town["en"], "fair"), ["vacant-homes △", "waste △"]);
    assert_eq!(grades(&town["en"], "good"), ["satisfaction ○", "solar ○"]);
    let legend = |data: &Value| {
        let labels = data["notes"].as_array().unwrap().iter().map(|note| note["label"].as_str().unwrap().to_owned());
        labels.filter(|label| label.chars().count() == 1).collect::<Vec<_>>()
    };
    assert_eq!(legend(&town["ja"]), ["◎", "○", "△", "×", "†"], "from best to worst, as the words explain them");
    assert_eq!(legend(&health["ja"]), ["A", "B", "C", "D", "E", "…", "x", "p"]);
}

#[test]
fn the_target_of_the_year_stands_beside_the_last_one_or_in_its_stead() {
    let town = data("town-plan");
    let waste = ["target", "year-target", "actual"].map(|member| text(&town["ja"], "waste", member));
    assert_eq!(waste, ["800g以下", "850g", "871g"]);
    assert_eq!(text(&town["ja"], "visitors", "target"), "120千人");
    assert_eq!(rows(&town["ja"])["visitors"]["year-target"], Value::Null);
}
