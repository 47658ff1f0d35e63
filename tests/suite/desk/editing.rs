//! What the pages show while the files of the report change.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Desk, faults, nothing, remembering};
use crate::support::{MINIMAL, copied};

const ACTUALS: &str = "data/actuals.csv";

fn hashes(state: &Value, document: usize) -> Vec<String> {
    let pages = state["report"]["documents"][document]["pages"].as_array().unwrap();
    pages.iter().map(|page| page["hash"].as_str().unwrap().to_owned()).collect()
}

fn number_of_value(text: &str) -> String {
    text.lines().nth(1).unwrap().split(',').nth(2).unwrap().to_owned()
}

#[test]
fn every_edition_is_shown_and_nothing_is_written() {
    let desk = Desk::minimal();
    let state = desk.first();
    let documents = state["report"]["documents"].as_array().unwrap();
    let languages: Vec<&str> = documents.iter().map(|document| document["language"].as_str().unwrap()).collect();
    assert_eq!(languages, ["ja", "en"]);
    assert_eq!(documents[0]["language-name"], "日本語");
    assert_eq!(state["report"]["errors"], 0);
    let page = desk.get(&format!("/page/{}.svg", hashes(&state, 0)[0]));
    assert_eq!((page.status, page.header("content-type")), (200, Some("image/svg+xml")));
    assert!(page.text().starts_with("<svg"));
    assert!(page.header("cache-control").unwrap().contains("immutable"));
    assert!(!desk.path("out").exists());
}

#[test]
fn an_edited_cell_is_sent_with_the_pages_that_it_changes() {
    let desk = Desk::minimal();
    let before = desk.first();
    let value = number_of_value(&desk.read(ACTUALS));
    desk.change(ACTUALS, &format!(",{value},"), &format!(",{value}7,"));
    let after = desk
        .browser
        .listen(|state| state["report"]["changed"] == json!([ACTUALS]) && state["report"]["is-building"] == false);
    assert_ne!(hashes(&before, 0), hashes(&after, 0));
    let changed =
        after["report"]["documents"][0]["pages"].as_array().unwrap().iter().filter(|page| page["is-changed"] == true);
    assert!(changed.count() > 0);
    // The check of the PDFs that follows changes no page, and takes no mark away.
    let checked = desk.until(|state| state["report"]["revision"].as_u64() > after["report"]["revision"].as_u64());
    assert_eq!(hashes(&after, 0), hashes(&checked, 0));
    assert_eq!(after["report"]["documents"], checked["report"]["documents"]);
}

#[test]
fn a_fault_appears_with_its_place_and_goes() {
    let desk = Desk::minimal();
    let before = desk.first();
    let value = number_of_value(&desk.read(ACTUALS));
    desk.change(ACTUALS, &format!(",{value},"), ",4S,");
    let state = desk.until(|state| faults(state) == ["not-a-number"]);
    let fault = &state["report"]["faults"][0];
    assert_eq!(fault["location"], "data/actuals.csv, line 2");
    assert_eq!(fault["excerpt"]["marked"], "4S");
    assert_eq!((&fault["can-open"], &fault["severity"]), (&json!(true), &json!("error")));
    // The pages stay, and say that they are older.
    assert_eq!(state["report"]["is-outdated"], true);
    assert_eq!(hashes(&before, 0), hashes(&state, 0));
    desk.change(ACTUALS, ",4S,", &format!(",{value},"));
    let state = desk.until(|state| faults(state).is_empty() && state["report"]["is-outdated"] == false);
    assert_eq!(hashes(&before, 0), hashes(&state, 0));
}

#[test]
fn what_only_a_pdf_shows_is_found_when_the_folder_rests() {
    let folder = copied(MINIMAL);
    fs::create_dir_all(folder.path().join("templates/followup")).unwrap();
    // A picture without a description violates PDF/UA-1; the pages show nothing of it.
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>";
    let main = format!("#set document(title: \"t\")\n#image(bytes(\"{drawing}\"))\n");
    fs::write(folder.path().join("templates/followup/main.typ"), main).unwrap();
    let desk = Desk::of(folder, |_| ());
    let state = desk.until(|state| faults(state).contains(&"standards-violated".to_owned()));
    assert_eq!(state["report"]["is-outdated"], false, "{state:#}");
    assert!(!hashes(&state, 0).is_empty());
}

#[test]
fn a_number_leads_to_its_cell_and_a_sentence_to_its_message() {
    let desk = Desk::minimal();
    let state = desk.first();
    let document = state["report"]["documents"][0]["id"].as_str().unwrap();
    let blocks = |page: usize| desk.get(&format!("/api/blocks?document={document}&page={page}"));
    let origins = |page: usize, block: usize| {
        desk.get(&format!("/api/origins?document={document}&page={page}&block={block}")).json()["origins"].clone()
    };
    let value = number_of_value(&desk.read(ACTUALS));
    let (mut cells, mut messages) = (0, 0);
    for page in 1..=hashes(&state, 0).len() {
        let found = blocks(page).json();
        assert_eq!(found["hash"], hashes(&state, 0)[page - 1]);
        for (index, block) in found["blocks"].as_array().unwrap().iter().enumerate() {
            let origins = origins(page, index);
            let Some(first) = origins.get(0) else { continue };
            cells += usize::from(first["kind"] == "actual" && first["excerpt"]["marked"] == value);
            let is_message =
                first["kind"] == "message" && first["file"].as_str().is_some_and(|file| file.ends_with(".ftl"));
            messages += usize::from(is_message && first["can-open"] == true && first["location"].is_string());
            assert!(
                block["boxes"].as_array().unwrap().iter().flat_map(|area| area.as_array().unwrap()).all(Value::is_f64)
            );
        }
    }
    assert!(cells > 0 && messages > 0, "{cells} {messages}");
    assert_eq!([blocks(0).status, blocks(999).status], [404, 404]);
    assert_eq!(desk.get(&format!("/api/origins?document={document}&page=1&block=99999")).status, 404);
    assert_eq!(desk.get("/api/blocks?document=other&page=1").status, 404);
}

#[test]
fn every_browser_is_told_the_same() {
    let desk = Desk::minimal();
    desk.first();
    let other = super::client::Browser::new(&desk.address);
    desk.done("/api/language", &json!({"language": "ja"}));
    let told = other.listen(|state| state["language"] == "ja");
    assert_eq!(told["report"]["documents"][0]["title"], desk.state()["report"]["documents"][0]["title"]);
    assert_eq!(
        desk.get("/api/words/ja").json().as_object().unwrap().len(),
        desk.get("/api/words/en").json().as_object().unwrap().len()
    );
}

#[test]
fn settings_are_written_and_their_comments_stay() {
    let desk = Desk::minimal();
    desk.first();
    let before = desk.read("report.toml");
    desk.done("/api/settings", &json!({"as-of": "2021-03-31", "material": "参考資料2"}));
    let state = desk.until(|state| state["report"]["settings"]["material"] == "reference:2");
    assert_eq!(state["report"]["settings"]["as-of"], "2021-03-31");
    let comments = |text: &str| text.lines().filter(|line| line.contains('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(comments(&before), comments(&desk.read("report.toml")));
    let refused = desk.post("/api/settings", &json!({"published": "soon"}));
    assert_eq!(refused.status, 422);
    assert!(refused.json()["message"].as_str().unwrap().contains("2024-03-31"));
    assert_eq!(desk.post("/api/settings", &json!({"id": "other"})).status, 422);
}

#[test]
fn an_unknown_unit_is_added_by_its_fault() {
    let desk = Desk::minimal();
    desk.first();
    let text = desk.read("data/indicators.csv");
    let unit =
        text.lines().next().unwrap().split(',').position(|head| head.trim_start_matches('\u{feff}') == "unit").unwrap();
    let row = text.lines().nth(1).unwrap();
    let cells: Vec<&str> =
        row.split(',').enumerate().map(|(index, cell)| if index == unit { "里山" } else { cell }).collect();
    desk.change("data/indicators.csv", row, &cells.join(","));
    let state = desk.until(|state| faults(state).contains(&"unknown-unit".to_owned()));
    let fault =
        state["report"]["faults"].as_array().unwrap().iter().find(|fault| fault["code"] == "unknown-unit").unwrap();
    assert_eq!(fault["can-apply"], true, "{fault:#}");
    desk.done("/api/apply", &json!({"fault": fault["id"]}));
    desk.until(|state| !faults(state).contains(&"unknown-unit".to_owned()));
    assert!(desk.read("locales/ja/words.ftl").contains("里山"));
    let line = desk.state()["jobs"][0]["line"].as_str().unwrap().to_owned();
    assert!(line.starts_with("nenpo add unit -- 里山 "), "{line}");
    assert_eq!(desk.post("/api/apply", &json!({"fault": "unknown"})).status, 404);
}

#[test]
fn texts_are_added_to_a_file_in_its_own_encoding_or_not_at_all() {
    let desk = Desk::minimal();
    desk.first();
    let english = desk.read("locales/en/report.ftl");
    let title = english.lines().find(|line| line.starts_with("report-title")).unwrap();
    desk.change("locales/en/report.ftl", title, "");
    // As Notepad saves Japanese.
    let (before, _, _) = encoding_rs::SHIFT_JIS.encode("# 覚え\n");
    fs::write(desk.path("locales/en/words.ftl"), &before).unwrap();
    let state = desk.until(|state| faults(state).contains(&"missing-message".to_owned()));
    let all = state["report"]["faults"].as_array().unwrap();
    let fault = all.iter().find(|fault| fault["code"] == "missing-message").unwrap();
    assert_eq!(fault["can-fill"], true, "{fault:#}");
    assert_eq!(desk.post("/api/apply", &json!({"fault": fault["id"], "texts": [" "]})).status, 422);
    desk.done("/api/apply", &json!({"fault": fault["id"], "texts": ["A {title}"]}));
    let written = desk.read("locales/en/words.ftl");
    assert!(written.starts_with("# 覚え\n"), "{written}");
    assert!(written.ends_with("report-title = A { \"{\" }title{ \"}\" }\n"), "{written}");
    desk.until(|state| faults(state).is_empty());
}

#[test]
fn reports_are_remembered() {
    let state = TempDir::new().unwrap();
    let report = copied(MINIMAL);
    let folder = report.path().display().to_string();
    {
        let desk = remembering(state.path());
        assert_eq!(desk.state()["report"], Value::Null);
        // As Explorer copies a path, and as people name the file in it.
        desk.done("/api/report", &json!({"folder": format!(" \"{folder}\" ")}));
        desk.first();
        desk.done("/api/close", &nothing());
        assert_eq!(desk.state()["report"], Value::Null);
        let settings = report.path().join("report.toml").display().to_string();
        desk.done("/api/report", &json!({"folder": settings}));
        desk.first();
    }
    let desk = remembering(state.path());
    let recent = desk.state()["recent"].clone();
    assert_eq!(recent.as_array().unwrap().len(), 1);
    assert_eq!(recent[0]["folder"], folder);
    assert!(!recent[0]["title"].as_str().unwrap().is_empty());
}

#[test]
fn what_is_no_report_is_not_opened() {
    let desk = Desk::of(TempDir::new().unwrap(), |_| ());
    for folder in [desk.folder.path().display().to_string(), "relative".into(), String::new(), "\0".into()] {
        let answer = desk.post("/api/report", &json!({"folder": folder}));
        assert_eq!(answer.status, 422, "{folder:?}");
        assert!(answer.json()["message"].as_str().unwrap().contains("report.toml"));
    }
}
