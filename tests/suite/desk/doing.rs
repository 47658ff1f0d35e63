//! What the pages do: the same commands as on the command line.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::{Desk, nothing};
use crate::support::copied;

#[test]
fn a_build_shows_its_line_and_gives_out_its_files() {
    let desk = Desk::minimal();
    desk.first();
    let build = json!({"do": "build", "languages": ["ja"], "material": "1-2"});
    let mut only_line = build.clone();
    only_line["only-line"] = json!(true);
    let line = desk.done("/api/jobs", &only_line)["line"].clone();
    let folder = desk.folder.path().display();
    assert_eq!(line, format!("nenpo build {folder} --lang=ja --material=1-2"));
    assert!(!desk.path("out").exists());
    let job = desk.ended(&desk.done("/api/jobs", &build));
    assert_eq!((&job["status"], &job["line"]), (&json!("done"), &line), "{job:#}");
    let file = &job["files"][0];
    assert_eq!(file["name"], "minimal-followup-ja.pdf");
    let given = desk.get(file["address"].as_str().unwrap());
    assert_eq!((given.status, given.header("content-type")), (200, Some("application/pdf")));
    assert_eq!(given.body, fs::read(desk.path("out/minimal-followup-ja.pdf")).unwrap());
    assert_eq!(json!(given.body.len()), file["bytes"]);
}

#[test]
fn a_build_that_fails_says_why() {
    let desk = Desk::minimal();
    desk.first();
    let job = desk.ended(&desk.done("/api/jobs", &json!({"do": "build", "material": "付録"})));
    assert_eq!(job["status"], "failed");
    assert!(!job["message"].as_str().unwrap().is_empty(), "{job:#}");
    let text = desk.read("data/actuals.csv");
    let value = text.lines().nth(1).unwrap().split(',').nth(2).unwrap();
    desk.change("data/actuals.csv", &format!(",{value},"), ",4S,");
    let job = desk.ended(&desk.done("/api/jobs", &json!({"do": "build"})));
    assert_eq!(job["faults"][0]["code"], "not-a-number");
    assert_eq!(job["faults"][0]["location"], "data/actuals.csv, line 2");
    assert_eq!(job["faults"][0]["excerpt"]["marked"], "4S");
    assert_eq!(job["files"], json!([]));
}

#[test]
fn what_was_built_is_verified() {
    let desk = Desk::minimal();
    desk.first();
    let early = desk.post("/api/jobs", &json!({"do": "verify"}));
    assert_eq!(early.status, 422);
    desk.ended(&desk.done("/api/jobs", &json!({"do": "build"})));
    let job = desk.ended(&desk.done("/api/jobs", &json!({"do": "verify"})));
    let line = job["line"].as_str().unwrap();
    assert!(line.contains("minimal-followup-ja.pdf") && line.contains("minimal-followup-en.pdf"), "{line}");
    assert!(!job["message"].as_str().unwrap().is_empty(), "{job:#}");
    for wanted in [json!({"do": "check"}), json!({"do": "export"})] {
        assert_eq!(desk.ended(&desk.done("/api/jobs", &wanted))["status"], "done", "{wanted}");
    }
}

#[test]
fn a_fault_of_a_job_opens_the_file_of_its_own_report() {
    let desk = Desk::minimal();
    desk.first();
    let text = desk.read("data/actuals.csv");
    let value = text.lines().nth(1).unwrap().split(',').nth(2).unwrap();
    desk.change("data/actuals.csv", &format!(",{value},"), ",4S,");
    let job = desk.ended(&desk.done("/api/jobs", &json!({"do": "check"})));
    assert_eq!(job["faults"][0]["of"], job["id"], "{job:#}");
    desk.done("/api/close", &nothing());
    // There is no such file in the report that is open now: there is none.
    assert_eq!(desk.post("/api/open", &json!({"file": "data/actuals.csv"})).status, 404);
    let of = json!({"file": "../actuals.csv", "of": job["id"]});
    assert_eq!(desk.post("/api/open", &of).status, 404);
}

#[test]
fn a_command_is_cancelled() {
    // It takes much longer to build than to cancel.
    let desk = Desk::of(copied("examples/medical-rd-fy2022"), |_| ());
    let job = desk.done("/api/jobs", &json!({"do": "build"}));
    desk.done("/api/cancel", &job);
    let ended = desk.ended(&job);
    assert_eq!((&ended["status"], &ended["files"]), (&json!("cancelled"), &json!([])), "{ended:#}");
    assert!(!desk.path("out").exists());
    assert_eq!(desk.post("/api/cancel", &json!({"job": 999})).status, 404);
}

#[test]
fn a_report_is_made_from_a_dropped_table_and_opened() {
    let desk = Desk::of(TempDir::new().unwrap(), |_| ());
    let folder = desk.path("新しい計画");
    let name = desk.browser.get("/api/words/en").status;
    assert_eq!(name, 200);
    let table = "指標名,単位,基準値,2022年度,2023年度,目標値\n相談件数,件,100,120,135,150\n参加者数,人,20,25,31,40\n";
    let query = format!("kind=file&name={}&folder={}", "table.csv", encoded(&folder.display().to_string()));
    let answer = desk.browser.post_bytes(&format!("/api/new?{query}"), "application/octet-stream", table.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let job = desk.ended(&answer.json());
    assert_eq!(job["status"], "done", "{job:#}");
    let line = job["line"].as_str().unwrap();
    assert!(line.starts_with("nenpo new ") && line.contains("--from"), "{line}");
    let state = desk.first();
    assert_eq!(state["report"]["folder"], folder.display().to_string());
    assert!(folder.join("report.toml").is_file());
    // The copy of the table is gone.
    let copy = line.rsplit(' ').next().unwrap().trim_matches('"').to_owned();
    assert!(!std::path::Path::new(&copy).exists(), "{copy}");
}

#[test]
fn a_table_that_cannot_be_read_says_why_and_makes_nothing() {
    let desk = Desk::of(TempDir::new().unwrap(), |_| ());
    let folder = desk.path("plan");
    let new = |name: &str, data: &[u8]| {
        let query = format!("kind=file&name={name}&folder={}", encoded(&folder.display().to_string()));
        desk.browser.post_bytes(&format!("/api/new?{query}"), "application/octet-stream", data)
    };
    let job = desk.ended(&new("table.xlsx", b"no workbook").json());
    assert_eq!((&job["status"], &job["faults"][0]["severity"]), (&json!("failed"), &json!("error")), "{job:#}");
    assert!(!folder.exists());
    assert_eq!(desk.state()["report"], json!(null));
    for name in ["table.exe", "", "..%2f..%2fa"] {
        assert_eq!(new(name, b"x").status, 422, "{name}");
    }
}

#[test]
fn a_report_begins_with_an_example_or_without() {
    for (kind, has_errors) in [("sample", false), ("empty", true)] {
        let desk = Desk::of(TempDir::new().unwrap(), |_| ());
        let folder = encoded(&desk.path("plan").display().to_string());
        let answer = desk.browser.post_bytes(&format!("/api/new?kind={kind}&folder={folder}"), "text/plain", b"");
        let job = desk.ended(&answer.json());
        assert_eq!(job["status"], "done", "{job:#}");
        let state = desk.first();
        assert_eq!(
            state["report"]["errors"].as_u64().unwrap() > 0,
            has_errors,
            "{kind}: {:#}",
            state["report"]["faults"]
        );
        // A folder that is not empty is left alone.
        let again = desk.browser.post_bytes(&format!("/api/new?kind={kind}&folder={folder}"), "text/plain", b"");
        assert_eq!(desk.ended(&again.json())["faults"][0]["code"], "folder-not-empty");
    }
    let desk = Desk::of(TempDir::new().unwrap(), |_| ());
    let relative = desk.browser.post_bytes("/api/new?kind=sample&folder=plan", "text/plain", b"");
    assert_eq!(relative.status, 422);
}

#[test]
fn only_ten_jobs_are_kept() {
    let desk = Desk::minimal();
    desk.first();
    for _ in 0..nenpo::desk::MOST_JOBS + 2 {
        desk.ended(&desk.done("/api/jobs", &json!({"do": "export"})));
    }
    assert_eq!(desk.state()["jobs"].as_array().unwrap().len(), nenpo::desk::MOST_JOBS);
    desk.done("/api/close", &nothing());
    assert_eq!(desk.post("/api/jobs", &json!({"do": "build"})).status, 404);
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
