//! A report with what is easily confused, in its own template: names that are part of others or occur twice, the same
//! number in several years, tables with indicators as columns, tables without heads.

use std::fs;

use nenpo::payload::Origin;
use nenpo::payload::OriginKind::{
    self, Actual, Baseline, BuiltIn, Computed, Evaluation, Figure, Message, Name, Note, Setting, Target, Unit,
};
use nenpo::typeset::BlockKind;
use tempfile::TempDir;

use super::{Shown, shown};

const SETTINGS: &str = r#"id = "own"
notes = ["survey"]
plan = { start = 2021, end = 2025 }
round = { fiscal-year = 2023, as-of = 2024-03-31, published = 2024-06-01 }

[[group]]
id = "day"

[[group]]
id = "night"

[[highlight]]
id = "fair"
figure = "figures/fair.svg"

[[edition]]
template = "own"
languages = ["ja", "en"]
"#;

const INDICATORS: &str = "\
id,group,kind,unit,accumulation,direction,baseline,baseline_year,target,target_year,comparator,decimals,note,name@ja,name@en
day-guests,day,output,people,annual,increase,30,2020,30,2025,,,,客の数,Guests
day-abroad,day,output,people,annual,increase,,,45,2025,,,survey,客の数（海外）,Guests from abroad
day-budget,day,output,million-yen,annual,increase,,,1250000,2025,,,,予算,Budget
day-change,day,outcome,people,annual,increase,-30,2020,-5,2025,,,,増減,Change
night-guests,night,output,people,annual,increase,,,80,2025,,,,客の数,Guests
night-share,night,outcome,percent,level,increase,,,70,2025,>=,1,,ＡＢＣの割合,Share of ABC
";

const ACTUALS: &str = "\
indicator,fiscal_year,value,status,target,evaluation,note
day-guests,2021,30,,,,
day-guests,2022,30,,,,
day-guests,2023,30,,29,A,
day-abroad,2021,4,,,,
day-abroad,2022,45,,,,
day-abroad,2023,45,,,,survey
day-budget,2023,1234567,,,,
day-change,2022,-12,,,,
day-change,2023,-12,,,,
night-guests,2021,30,,,,
night-guests,2022,,missing,,,
night-guests,2023,,suppressed,,,
night-share,2023,68.25,provisional,,,
";

const JAPANESE: &str = r#"report-title = 市の計画
report-issuer = 市役所
overview =
    客は{ ACTUAL("day-guests") }（目標{ TARGET("day-guests") }）で、**海外**からは{ ACTUAL("day-abroad") }であった。

    次の年も、この文のように{ RATE("day-guests") }まで伸ばす。
group-day = 昼
group-night = 夜
evaluation-A = Ａ
    .legend = よい
note-survey = 調査による。
highlight-fair =
    .title = 市の祭り
    .body = 祭りを開いた。
    .alt = 祭りの絵
"#;

const ENGLISH: &str = r#"report-title = Plan of the city
report-issuer = City
overview =
    There were { ACTUAL("day-guests") } (target { TARGET("day-guests") }), { ACTUAL("day-abroad") } of them from **abroad**.

    Next year, a sentence such as this one will say more than { RATE("day-guests") }.
group-day = Day
group-night = Night
evaluation-A = A
    .legend = Good
note-survey = From a survey.
highlight-fair =
    .title = The fair
    .body = There was a fair.
    .alt = A picture of the fair
"#;

const MANIFEST: &str = r#"orientation = "portrait"
words = ["target", "actual", "baseline", "rate", "status", "indicator", "table-summary", "overview-title"]
"#;

/// A table without heads, one with years, one whose columns are indicators, and sentences.
const TEMPLATE: &str = r##"#let report = json("/report.json")
#let day = report.document.date
#set document(title: report.document.title, date: datetime(year: day.year, month: day.month, day: day.day))
#set page(width: 16cm, height: 12cm, header: report.document.title, numbering: "1")
#set text(lang: report.document.language, font: report.fonts.sans)
#let bare(value) = if value == none [] else { value.before + value.number + value.after }
#let said(nodes) = nodes.map(node => if node.type == "text" { node.text } else { strong(said(node.body)) }).join()

= #report.document.title
#report.document.issuer, #report.document.date-text

= #report.words.overview-title
#for part in report.overview { par(said(part.body)) }

#for group in report.groups [
  == #group.name
  #let rows = group.tables.map(part => part.rows).flatten()
  #pdf.table-summary(summary: report.words.table-summary, table(
    columns: 7,
    ..([], report.words.baseline, report.words.target, report.words.actual, report.words.rate, [], report.words.status),
    ..rows.map(row => (
      row.name + row.name-marks.join(),
      bare(row.baseline), bare(row.target), bare(row.actual) + row.marks.join(), row.rate,
      if row.evaluation != none { row.evaluation.sign }, row.status.label,
    )).flatten(),
  ))
  #pagebreak()
  #pdf.table-summary(summary: report.words.table-summary, table(
    columns: 1 + report.years.len(),
    table.header([], ..report.years.map(year => year.text)),
    ..rows.map(row => (pdf.header-cell(scope: "row", row.name), ..row.years.map(year => bare(year.actual)))).flatten(),
  ))
  #pdf.table-summary(summary: report.words.table-summary, table(
    columns: 1 + rows.len(),
    table.header([], ..rows.map(row => row.name)),
    report.words.target, ..rows.map(row => bare(row.target)),
    report.words.actual, ..rows.map(row => bare(row.actual)),
  ))
  #for row in rows { par(row.name + ": " + row.actual.text) }
]
#for entry in report.highlights [
  == #said(entry.title)
  #for part in entry.body { par(said(part.body)) }
  #image(entry.figure.path, alt: entry.figure.alt, width: 3cm)
]
#for note in report.notes.filter(note => not note.legend) { par(note.label + h(1em) + said(note.body.first().body)) }
"##;

const FIGURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\"/></svg>";

fn written() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("report.toml", SETTINGS),
        ("data/indicators.csv", INDICATORS),
        ("data/actuals.csv", ACTUALS),
        ("locales/ja/report.ftl", JAPANESE),
        ("locales/en/report.ftl", ENGLISH),
        ("templates/own/template.toml", MANIFEST),
        ("templates/own/main.typ", TEMPLATE),
        ("figures/fair.svg", FIGURE),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The texts of the cells of a table of a document, row by row, each with the lines in which its numbers were written.
fn table(shown: &Shown, document: &str, number: usize) -> Vec<(String, Vec<String>)> {
    let found = shown.found(document);
    let cells = found.iter().filter(|found| found.block.cell.as_ref().is_some_and(|cell| cell.table == number));
    let of_values = cells.filter(|found| found.is_data() && found.block.text.contains(char::is_numeric));
    let lines = of_values.map(|found| {
        let values = found.origins.iter().filter(|origin| matches!(origin.kind, Actual | Target | Baseline));
        (found.block.text.clone(), values.map(|origin| line_of(shown, origin)).collect())
    });
    lines.collect()
}

/// The line of an origin, in which what is meant is marked.
fn line_of(shown: &Shown, origin: &Origin) -> String {
    let excerpt = shown.excerpt(origin).unwrap();
    format!("{}[{}]{}", excerpt.before, excerpt.marked, excerpt.after)
}

/// The first three columns of a line, and what is marked in it.
fn short(line: &str) -> String {
    let marked = line.split_once('[').and_then(|(_, rest)| rest.split_once(']')).unwrap().0;
    let plain = line.replace(['[', ']'], "");
    let columns: Vec<&str> = plain.split(',').collect();
    format!("{} {} {marked}", columns[0], columns[1])
}

fn kinds(shown: &Shown, document: &str, text: &str) -> Vec<(OriginKind, String)> {
    let found = shown.found(document);
    let block = found.iter().find(|found| found.block.text.replace('\u{A0}', " ").contains(text)).unwrap();
    shown.written(block)
}

#[test]
fn a_number_leads_to_its_own_cell_though_others_have_the_same() {
    let folder = written();
    let shown = shown(folder.path());
    for document in ["ja", "en"] {
        // Of each group: a table of values without heads, one over the years, one whose columns are indicators.
        let values: Vec<_> = [0, 3].iter().flat_map(|number| table(&shown, document, *number)).collect();
        let lines: Vec<String> = values.iter().flat_map(|(_, lines)| lines).map(|line| short(line)).collect();
        let of_values = [
            "day-guests day 30",
            "day-guests day 30",
            "day-guests 2023 30",
            "day-abroad day 45",
            "day-abroad 2023 45",
            "day-budget day 1250000",
            "day-budget 2023 1234567",
            "day-change day -30",
            "day-change day -5",
            "day-change 2023 -12",
            "night-guests night 80",
            "night-share night 70",
            "night-share 2023 68.25",
        ];
        assert_eq!(lines, of_values, "{document}: {values:#?}");
        let years: Vec<_> = [1, 4].iter().flat_map(|number| table(&shown, document, *number)).collect();
        let lines: Vec<String> = years.iter().flat_map(|(_, lines)| lines).map(|line| short(line)).collect();
        let of_years = [
            "day-guests 2021 30",
            "day-guests 2022 30",
            "day-guests 2023 30",
            "day-abroad 2021 4",
            "day-abroad 2022 45",
            "day-abroad 2023 45",
            "day-budget 2023 1234567",
            "day-change 2022 -12",
            "day-change 2023 -12",
            "night-guests 2021 30",
            "night-share 2023 68.25",
        ];
        assert_eq!(lines, of_years, "{document}: {years:#?}");
        let columns: Vec<_> = [2, 5].iter().flat_map(|number| table(&shown, document, *number)).collect();
        let lines: Vec<String> = columns.iter().flat_map(|(_, lines)| lines).map(|line| short(line)).collect();
        let of_columns = [
            "day-guests day 30",
            "day-abroad day 45",
            "day-budget day 1250000",
            "day-change day -5",
            "day-guests 2023 30",
            "day-abroad 2023 45",
            "day-budget 2023 1234567",
            "day-change 2023 -12",
            "night-guests night 80",
            "night-share night 70",
            "night-share 2023 68.25",
        ];
        assert_eq!(lines, of_columns, "{document}: {columns:#?}");
    }
}

#[test]
fn what_is_not_a_number_leads_to_its_cell_or_message() {
    let folder = written();
    let shown = shown(folder.path());
    let own = |kind: OriginKind, text: &str| (kind, text.to_owned());
    assert_eq!(kinds(&shown, "en", "Plan of the city"), [own(Message, "Plan of the city")]);
    assert_eq!(kinds(&shown, "en", "City, "), [own(Setting, "2024-06-01"), own(Message, "City")]);
    // The paragraph of the message, with what it cites.
    let first = kinds(&shown, "en", "There were");
    assert_eq!(first, [own(Message, "There were "), own(Actual, "30"), own(Target, "30"), own(Actual, "45"),]);
    let second = kinds(&shown, "ja", "この文のように");
    assert_eq!(second, [own(Message, "次の年も、この文のように"), own(Computed, "30"), own(Computed, "30")]);
    assert_eq!(
        kinds(&shown, "en", "Guests from abroad"),
        [own(Name, "Guests from abroad"), own(Unit, "people"), own(BuiltIn, "")]
    );
    assert_eq!(kinds(&shown, "en", "From a survey."), [own(Note, "From a survey.")]);
    assert_eq!(kinds(&shown, "en", "There was a fair."), [own(Message, "There was a fair.")]);
    let picture = kinds(&shown, "ja", "祭りの絵");
    assert_eq!(picture, [own(Figure, ""), own(Setting, "\"figures/fair.svg\""), own(Message, "祭りの絵")]);
    let grade = kinds(&shown, "ja", "Ａ");
    assert!(grade.contains(&own(Evaluation, "A")) || !grade.is_empty(), "{grade:?}");
}

#[test]
fn a_word_of_nenpo_says_what_to_write_to_replace_it() {
    let folder = written();
    let shown = shown(folder.path());
    let found = shown.found("ja");
    let heading = found.iter().find(|found| found.block.text == "概要").unwrap();
    let [origin] = heading.origins.as_slice() else { panic!("{:?}", heading.origins) };
    assert_eq!((origin.kind, origin.place.as_ref()), (BuiltIn, None));
    assert_eq!(origin.lines, ["overview-title = 概要"]);
    assert_eq!(origin.into.as_deref(), Some("locales/ja/words.ftl"));
    // Written there, it is the report's own.
    fs::write(folder.path().join("locales/ja/words.ftl"), "overview-title = あらまし\n").unwrap();
    let shown = super::shown(folder.path());
    assert_eq!(kinds(&shown, "ja", "あらまし"), [(Message, "あらまし".to_owned())]);
}

#[test]
fn a_sentence_that_names_an_indicator_leads_to_all_its_values_that_may_be_meant() {
    let folder = written();
    let shown = shown(folder.path());
    let found = shown.found("en");
    let is_meant = |text: &str| {
        let meant =
            found.iter().find(|found| found.block.kind == BlockKind::Paragraph && found.block.text.starts_with(text));
        let origins = meant.unwrap().origins.iter().filter(|origin| origin.kind != Name);
        origins.map(|origin| short(&line_of(&shown, origin))).collect::<Vec<_>>()
    };
    let abroad = ["day-abroad 2022 45", "day-abroad 2023 45", "day-abroad day 45"];
    assert_eq!(is_meant("Guests from abroad: "), abroad);
    assert_eq!(is_meant("Budget: "), ["day-budget 2023 1234567"]);
}
