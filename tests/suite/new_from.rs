//! What `nenpo new --from` makes of tables that offices have: their numbers and words, and nothing that they do not say.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{LANGUAGES, nenpo, stderr};

/// Runs `nenpo new plan --from` in a folder, and returns whether it succeeded and what it said.
fn new_from(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = nenpo(folder).args(["new", "plan", "--from"]).args(arguments).output().unwrap();
    (output.status.success(), stderr(&output))
}

/// A report made from a CSV file.
fn made(text: &str, arguments: &[&str]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("table.csv"), text).unwrap();
    let (is_made, said) = new_from(folder.path(), &[&["table.csv"], arguments].concat());
    assert!(is_made, "{said}");
    (folder, said)
}

/// What is said of a CSV file from which no report is made. Nothing is written.
fn refused(text: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("table.csv"), text).unwrap();
    let (is_made, said) = new_from(folder.path(), &[&["table.csv"], arguments].concat());
    assert!(!is_made, "{said}");
    assert!(!folder.path().join("plan").exists(), "{said}");
    said
}

/// The lines of a file of the report, without the mark at its beginning.
fn lines(folder: &tempfile::TempDir, file: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.path().join("plan").join(file)).unwrap();
    text.trim_start_matches('\u{FEFF}').lines().map(str::to_owned).collect()
}

fn line_of<'a>(lines: &'a [String], start: &str) -> &'a str {
    lines.iter().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {lines:#?}"))
}

fn build(folder: &tempfile::TempDir, arguments: &[&str]) -> String {
    let output = nenpo(folder.path()).args(["build", "plan"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    stderr(&output)
}

/// The edits that the tourism plan needs: its English words.
const TRANSLATED: [(&str, &str); 5] = [
    ("report-title = Follow-up of the plan", "report-title = Umibe tourism plan"),
    ("# group-area-1 = 誘客の推進", "group-area-1 = Attracting visitors"),
    ("# group-area-2 = 受入環境の整備", "group-area-2 = Welcoming visitors"),
    ("# group-area-3 = 観光産業の強化", "group-area-3 = A stronger industry"),
    ("# group-area-4 = 持続可能な観光", "group-area-4 = Sustainable tourism"),
];

fn tourism(arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/tourism.xlsx");
    fs::copy(workbook, folder.path().join("観光.xlsx")).unwrap();
    let (is_made, said) = new_from(folder.path(), &[&["観光.xlsx", "--ui-lang", "ja"], arguments].concat());
    assert!(is_made, "{said}");
    let file = folder.path().join("plan/locales/en/report.ftl");
    let mut text = fs::read_to_string(&file).unwrap();
    for (line, translated) in TRANSLATED {
        assert!(text.contains(line), "{line}: {text}");
        text = text.replace(line, translated);
    }
    fs::write(file, text).unwrap();
    folder
}

#[test]
fn an_offices_workbook_becomes_four_pdfs_with_five_edited_lines() {
    let folder = tourism(&[]);
    assert_eq!(build(&folder, &[]), "");
    build(&folder, &["--emit-sources", "sources"]);
    for (template, language) in [("followup", "ja"), ("followup", "en"), ("report", "ja"), ("report", "en")] {
        let pdf = fs::read(folder.path().join(format!("plan/out/plan-{template}-{language}.pdf"))).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
    }
    let settings = lines(&folder, "report.toml").join("\n");
    for said in ["start = 2021", "end = 2025", "fiscal-year = 2024", "languages = [\"ja\", \"en\"]"] {
        assert!(settings.contains(said), "{said}");
    }
    // What was left out is said; a sheet and a remark, too.
    for said in ["列: No., 備考, 担当課", "シート: 記入要領", "注記: ※ R6の一部", "列「めざす姿」"]
    {
        assert!(settings.contains(said), "{said}: {settings}");
    }
    let indicators = lines(&folder, "data/indicators.csv");
    assert_eq!(indicators.len(), 27);
    // The number, the year beside it and the words around it stand as in the workbook.
    assert!(line_of(&indicators, "1-1,").starts_with("1-1,area-1,outcome,,thousand-guest-nights,,\"5,120\",2019,"));
    assert!(line_of(&indicators, "1-2,").contains(",1-1,thousand-guest-nights,"));
    assert!(line_of(&indicators, "2-6,").contains("12以内,2025"));
    let actuals = lines(&folder, "data/actuals.csv");
    assert_eq!(line_of(&actuals, "2-2,2022"), "2-2,2022,74.0");
    assert_eq!(line_of(&actuals, "4-6,2024"), "4-6,2024,集計中");
    let data: Value =
        serde_json::from_slice(&fs::read(folder.path().join("sources/plan-report-en/report.json")).unwrap()).unwrap();
    let groups = data["groups"].as_array().unwrap();
    let names: Vec<&str> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Attracting visitors", "Welcoming visitors", "A stronger industry", "Sustainable tourism"]);
}

#[test]
fn a_workbook_to_fill_in_holds_the_same_numbers() {
    let pages = |arguments: &[&str]| {
        let folder = tourism(arguments);
        assert_eq!(build(&folder, &[]), "");
        LANGUAGES
            .map(|language| fs::read(folder.path().join(format!("plan/out/plan-followup-{language}.pdf"))).unwrap())
    };
    assert!(pages(&[]) == pages(&["--workbook"]));
}

/// Four rows an indicator, as the review of government projects publishes them.
const PROJECTS: &str = "\
予算事業ID,事業名,種別（アクティビティ・アウトプット・アウトカム）,活動指標／成果指標,単位,改善の上向き／下向き,目標年度／目標値／実績値／達成率,2022,2023,2024,2025
000123,相談事業,アクティビティ,,,,1.目標年度,,,,
000123,相談事業,アウトプット,相談件数,件,上向き,1.目標年度,,,,
000123,相談事業,アウトプット,相談件数,件,上向き,2.目標値,90,95,100,--
000123,相談事業,アウトプット,相談件数,件,上向き,3.実績値,88,97,,
000123,相談事業,アウトプット,相談件数,件,上向き,4.達成率,97.8,102.1,,
000123,相談事業,短期アウトカム,苦情の割合,％,下向き,1.目標年度,,,,○
000123,相談事業,短期アウトカム,苦情の割合,％,下向き,2.目標値,--,--,--,2.0
000123,相談事業,短期アウトカム,苦情の割合,％,下向き,3.実績値,4.1,3.5,,
000123,相談事業,短期アウトカム,苦情の割合,％,下向き,4.達成率,,,,
000124,別の事業,アウトプット,講座の数,回,上向き,2.目標値,5,,,
000124,別の事業,アウトプット,講座の数,回,上向き,3.実績値,6,,,
";

#[test]
fn a_project_is_taken_out_of_a_table_of_many() {
    let (folder, _) = made(PROJECTS, &["--project", "000123", "--ui-lang", "ja"]);
    assert_eq!(
        lines(&folder, "data/indicators.csv"),
        [
            "id,kind,unit,direction,baseline,baseline_year,target,target_year,name@ja",
            "kpi-1,output,count,上向き,,,100,2024,相談件数",
            "kpi-2,outcome,percent,下向き,,,2.0,2025,苦情の割合",
        ]
    );
    assert_eq!(
        lines(&folder, "data/actuals.csv"),
        [
            "indicator,fiscal_year,value,target",
            "kpi-1,2022,88,90",
            "kpi-1,2023,97,95",
            "kpi-2,2022,4.1,",
            "kpi-2,2023,3.5,",
        ]
    );
    assert!(lines(&folder, "locales/ja/report.ftl").contains(&"report-title = 相談事業".to_owned()));
    build(&folder, &[]);
}

#[test]
fn a_table_of_many_projects_asks_for_one() {
    let several = refused(PROJECTS, &["--ui-lang", "ja"]);
    assert!(
        several.contains("2事業") && several.contains("000123, 000124") && several.contains("--project"),
        "{several}"
    );
    let unknown = refused(PROJECTS, &["--project", "999", "--ui-lang", "en"]);
    assert!(unknown.contains("[unknown-project]") && unknown.contains("“999”"), "{unknown}");
    // A part of an identifier is none.
    refused(PROJECTS, &["--project", "00012"]);
}

#[test]
fn a_row_for_each_year_is_one_indicator() {
    let table = "\
Framework indicators,,,,,,
Theme,Indicator,Unit,Fiscal year,Value,Target,Target year
Poverty,Poverty rate,Percent,2015-16,14.5,7.25,2030
Poverty,Poverty rate,Percent,2016-17,12.9,7.25,2030
Health,Years in good health,Years,2016-17,68.9,,
";
    let (folder, _) = made(table, &["--ui-lang", "en"]);
    let indicators = lines(&folder, "data/indicators.csv");
    assert_eq!(indicators.len(), 3, "{indicators:?}");
    assert_eq!(indicators[1], "1-1,poverty,indicator,percent,,,7.25,2030,Poverty rate");
    let actuals = lines(&folder, "data/actuals.csv");
    assert_eq!(actuals[1..], ["1-1,2015,14.5", "1-1,2016,12.9", "2-1,2016,68.9"]);
    assert!(lines(&folder, "locales/en/report.ftl").contains(&"report-title = Framework indicators".to_owned()));
    build(&folder, &[]);
}

#[test]
fn a_unit_may_stand_above_the_table_or_below_its_header() {
    for table in [
        "観光統計（単位：千人）,,\n指標名,R4,R5\n宿泊者,1,2\n日帰り客,3,4\n",
        "指標名,R4,R5\n,（千人）,（千人）\n宿泊者,1,2\n日帰り客,3,4\n",
    ] {
        let (folder, _) = made(table, &["--ui-lang", "ja"]);
        let indicators = lines(&folder, "data/indicators.csv");
        assert_eq!(indicators.len(), 3, "{indicators:?}");
        assert!(indicators[1..].iter().all(|line| line.contains(",thousand-people,")), "{indicators:?}");
    }
}

#[test]
fn a_text_that_a_spreadsheet_would_calculate_is_marked() {
    let (folder, _) = made("指標名,単位,R4,R5\n=1+1,件,-3,－\n", &["--ui-lang", "ja"]);
    assert!(lines(&folder, "data/indicators.csv")[1].ends_with(",'=1+1"));
    assert_eq!(lines(&folder, "data/actuals.csv")[1..], ["kpi-1,2022,-3", "kpi-1,2023,－"]);
}

#[test]
fn a_header_may_have_two_rows() {
    let table = "\
指標名,単位,基準値,,令和5年度,,令和6年度,,目標,
,,年度,値,目標,実績,目標,実績,年度,値
植樹本数,本,R2,80,100,95,120,118,R7,150
";
    let (folder, _) = made(table, &["--ui-lang", "ja"]);
    assert_eq!(lines(&folder, "data/indicators.csv")[1..], ["kpi-1,indicator,own-1,80,2020,150,2025,植樹本数"],);
    assert_eq!(lines(&folder, "data/actuals.csv")[1..], ["kpi-1,2023,95,100", "kpi-1,2024,118,120"]);
    build(&folder, &[]);
}

#[test]
fn only_totals_of_a_table_with_breakdowns_are_values() {
    let table = "\
Theme,Indicator,Unit,Year,Geography,Sex,Value,Status,Target,Target year
Poverty,Poverty rate,Percent,2015-16,Canada,Total,14.5,On track,7.25,2030
Poverty,Poverty rate,Percent,2015-16,Canada,Women,14.9,,7.25,2030
Poverty,Poverty rate,Percent,2016-17,Canada,Men,12.1,,7.25,2030
Poverty,Poverty rate,Percent,2016-17,Canada,Total,12.9,Final,7.25,2030
";
    // Where every row names the whole country, the rows still differ by sex.
    let (folder, _) = made(table, &["--ui-lang", "en"]);
    let actuals = lines(&folder, "data/actuals.csv");
    assert_eq!(actuals, ["indicator,fiscal_year,value,status", "kpi-1,2015,14.5,", "kpi-1,2016,12.9,Final"]);
    assert!(lines(&folder, "report.toml").iter().any(|line| line.contains("breakdowns") && line.ends_with(": 2")));
    build(&folder, &[]);
    // A year that only has parts has no value, and the same row twice is one; two totals contradict each other.
    let (folder, _) = made(&table.replacen(",Total,12.9", ",Women,12.9", 1), &["--ui-lang", "en"]);
    assert_eq!(lines(&folder, "data/actuals.csv").len(), 2);
    let twice = format!("{table}{}\n", table.lines().last().unwrap());
    let (folder, _) = made(&twice, &["--ui-lang", "en"]);
    assert_eq!(lines(&folder, "data/actuals.csv").len(), 3);
    let said = refused(&table.replace(",Men,", ",Total,"), &["--ui-lang", "en"]);
    assert!(said.contains("[duplicate-actual]"), "{said}");
}

#[test]
fn headings_between_rows_are_groups_and_totals_are_left_out() {
    let table = "\
指標名,R4,R5,R6,目標値（R8）
１ 森づくり,,,,
植樹本数（本）,120,240,355,600
間伐の面積,12ha,13ha,15ha,20ha
合計,132,253,370,
２ まちづくり,,,,
花壇の数,4か所,5か所,7か所,9か所
";
    let (folder, said) = made(table, &["--ui-lang", "ja"]);
    assert!(said.contains("[row-left-out]"), "{said}");
    let indicators = lines(&folder, "data/indicators.csv");
    assert_eq!(
        indicators[1..],
        [
            "1-1,area-1,indicator,,,,600,2026,植樹本数（本）",
            "1-2,area-1,indicator,hectares,,,20ha,2026,間伐の面積",
            "2-1,area-2,indicator,places,,,9か所,2026,花壇の数",
        ],
        "a unit that nobody knows is left open"
    );
    let messages = lines(&folder, "locales/ja/report.ftl");
    assert!(messages.contains(&"group-area-2 = ２ まちづくり".to_owned()), "{messages:?}");
}

#[test]
fn a_folder_of_open_sdg_is_its_headlines() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join("site").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write(
        "data/indicator_10-1-1.csv",
        "Year,Units,Sex,Value\n2014/15,Percent,,4.2\n2014/15,Percent,Female,4.0\n2015/16,Percent,,4.4\n",
    );
    write("data/indicator_2-2-1.csv", "\u{FEFF}Year,Value\n2019,7\n2020,6.5\n");
    write("data/indicator_3-1-1.csv", "Year,Region,Value\n2019,North,7\n");
    write(
        "meta/2-2-1.md",
        "---\nindicator_name: Children with stunted growth\ngraph_title: global_indicators.2-2-1-title\ncomputation_units: Percent\n---\n",
    );
    let (is_made, said) = new_from(folder.path(), &["site", "--ui-lang", "en"]);
    assert!(is_made, "{said}");
    assert_eq!(
        lines(&folder, "data/indicators.csv")[1..],
        [
            "2-2-1,sdg-2,indicator,percent,,,,,Children with stunted growth",
            "10-1-1,sdg-10,indicator,percent,,,,,10.1.1",
        ]
    );
    let settings = lines(&folder, "report.toml").join("\n");
    assert!(settings.contains("data/indicator_3-1-1.csv"), "{settings}");
    build(&folder, &[]);
}

#[test]
fn what_is_unclear_is_refused_with_its_place() {
    let twice = refused("指標名,単位,R4,令和4年度,目標値\n植樹本数,件,1,2,3\n", &["--ui-lang", "ja"]);
    assert!(twice.contains("[duplicate-column]") && twice.contains("table.csv:1:11"), "{twice}");
    let nothing = refused("これは,表では,ない\n1,2,3\n", &["--ui-lang", "ja"]);
    assert!(nothing.contains("指標の表が見つかりません"), "{nothing}");
    let nameless = refused("指標名,単位,R4,R5\n植樹本数,件,1,2\n,件,3,4\n", &["--ui-lang", "ja"]);
    assert!(nameless.contains("[empty-cell]") && nameless.contains("table.csv:3"), "{nameless}");
    let second = refused("指標名,単位,R4,R5\n植樹本数,件,1,2\n\n施策,予算額,担当\n道,5,課\n", &["--ui-lang", "ja"]);
    assert!(second.contains("[second-header]") && second.contains("table.csv:4:1"), "{second}");
    let target = "Indicator,Unit,Year,Value,Target,Target year\nTrees,Count,2021,1,9,2030\nTrees,Count,2022,2,8,2030\n";
    let target = refused(target, &["--ui-lang", "en"]);
    assert!(target.contains("[conflicting-rows]") && target.contains("table.csv:3"), "{target}");
    let year = refused("指標名,年度,実績値\n植樹本数,おととし,1\n", &["--ui-lang", "ja"]);
    assert!(year.contains("[not-a-year]"), "{year}");
}

#[test]
fn words_with_markup_stand_in_the_report_as_they_are() {
    let table = "分野,指標名,単位,R4,R5\n緑*と{水}_[仮],植樹*本数*,件,1,2\n道,道の数,件,3,4\n";
    let (folder, _) = made(table, &["--ui-lang", "ja"]);
    build(&folder, &["--emit-sources", "sources"]);
    let data: Value =
        serde_json::from_slice(&fs::read(folder.path().join("sources/plan-report-ja/report.json")).unwrap()).unwrap();
    assert_eq!(data["groups"][0]["name"], "緑*と{水}_[仮]");
}
