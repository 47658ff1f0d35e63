//! Requests that are refused: those of other sites, of programs without the token, and for what is none of the desk's.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream, UdpSocket};
use std::time::Duration;

use serde_json::json;

use super::Desk;
use super::client::send;

/// What a page of the desk sends, with one thing changed.
fn status(desk: &Desk, head: &str) -> u16 {
    send(desk.browser.port, head, &[]).status
}

#[test]
fn a_name_that_is_directed_to_this_machine_is_refused() {
    let desk = Desk::minimal();
    let head = desk.browser.head("GET", "/api/state");
    assert_eq!(status(&desk, &format!("{head}\r\n")), 200);
    for host in ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:80"] {
        let head = head.replace(&format!("Host: 127.0.0.1:{}", desk.browser.port), &format!("Host: {host}"));
        assert_eq!(status(&desk, &format!("{head}\r\n")), 421, "{host}");
    }
}

#[test]
fn a_program_without_the_token_is_refused() {
    let desk = Desk::minimal();
    let port = desk.browser.port;
    for address in ["/", "/api/state", "/api/events", "/desk.js", "/start", "/start?token=0", "/page/0.svg"] {
        let answer = send(port, &format!("GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"), &[]);
        assert_eq!(answer.status, 403, "{address}");
        assert!(!answer.text().contains(&desk.running.token));
    }
    let wrong =
        format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: nenpo-desk-{port}={}\r\n\r\n", "0".repeat(32));
    assert_eq!(status(&desk, &wrong), 403);
}

#[test]
fn a_page_of_another_site_cannot_do_anything() {
    let desk = Desk::minimal();
    let (port, head) = (desk.browser.port, desk.browser.head("POST", "/api/close"));
    let body = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    let asked = |headers: &str| send(port, &format!("{head}{headers}{body}"), &[]).status;
    assert_eq!(asked(""), 403);
    assert_eq!(asked("X-Nenpo-Desk: 1\r\n"), 403);
    assert_eq!(asked(&format!("Origin: http://127.0.0.1:{port}\r\n")), 403);
    for origin in ["http://evil.example", "null", "http://127.0.0.1:1", "file://"] {
        assert_eq!(asked(&format!("Origin: {origin}\r\nX-Nenpo-Desk: 1\r\n")), 403, "{origin}");
    }
    let own = desk.browser.own();
    assert_eq!(asked(&format!("{own}Sec-Fetch-Site: cross-site\r\n")), 403);
    // What a form of another site can send.
    let form = "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(send(port, &format!("{}{form}", desk.browser.head("POST", "/api/report")), &[]).status, 403);
    assert_eq!(status(&desk, &format!("{}{own}\r\n", desk.browser.head("OPTIONS", "/api/close"))), 405);
    assert_ne!(desk.state()["report"], json!(null));
    assert_eq!(asked(&own), 200);
}

#[test]
fn nothing_outside_is_given_out_or_opened() {
    let desk = Desk::minimal();
    desk.first();
    for address in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/output/1/0/report.toml",
        "/output/1/0/..%2f..%2freport.toml",
        "/report.toml",
        "/data/actuals.csv",
        "/page/..%2f..%2fa.svg",
        "/page/00000000000000000000000000000000.svg",
        "/api/words/..%2fja",
        "/api/",
        "//",
    ] {
        assert_eq!(desk.get(address).status, 404, "{address}");
    }
    fs::write(desk.path("run.sh"), "x").unwrap();
    fs::write(desk.folder.path().parent().unwrap().join("elsewhere.csv"), "x").unwrap();
    for file in ["../elsewhere.csv", "/etc/passwd", "run.sh", "data", "", "data/../../elsewhere.csv", "C:\\a.csv"] {
        assert_eq!(desk.post("/api/open", &json!({"file": file})).status, 404, "{file}");
    }
    assert_eq!(desk.post("/api/open", &json!({"job": 1, "file": 0})).status, 404);
    assert_eq!(desk.post("/api/open", &json!({"job": 1})).status, 404);
}

#[test]
fn a_file_that_a_job_has_written_has_one_address() {
    let desk = Desk::minimal();
    desk.first();
    let job = desk.ended(&desk.done("/api/jobs", &json!({"do": "build", "languages": ["ja"]})));
    let id = &job["id"];
    assert_eq!(desk.get(&format!("/output/{id}/0/other.pdf")).status, 404);
    assert_eq!(desk.get(&format!("/output/{id}/1/minimal-followup-ja.pdf")).status, 404);
    assert_eq!(desk.get(&format!("/output/{id}/-1/minimal-followup-ja.pdf")).status, 400);
    assert_eq!(desk.get(&format!("/output/{id}/0/minimal-followup-ja.pdf")).status, 200);
}

#[test]
fn large_requests_are_not_read() {
    let desk = Desk::minimal();
    desk.first();
    let folder = json!({"folder": "x".repeat(nenpo::desk::LARGEST_REQUEST)});
    assert_eq!(desk.post("/api/report", &folder).status, 413);
    let large = usize::try_from(nenpo::source::LARGEST_FILE).unwrap() + 1;
    let head = desk.browser.head("POST", "/api/new?kind=file&name=a.csv&folder=%2Fa") + &desk.browser.own();
    let answer = send(desk.browser.port, &format!("{head}Content-Length: {large}\r\n\r\n"), &vec![b'x'; large]);
    assert_eq!(answer.status, 413);
    let head = format!("{}X: {}\r\n\r\n", desk.browser.head("GET", "/"), "x".repeat(1_000_000));
    assert_eq!(status(&desk, &head), 431);
}

#[test]
fn requests_that_are_none_are_refused() {
    let desk = Desk::minimal();
    desk.first();
    let bytes =
        |address: &str, media_type: &str, body: &[u8]| desk.browser.post_bytes(address, media_type, body).status;
    assert_eq!(bytes("/api/report", "text/plain", b"{\"folder\": \"a\"}"), 415);
    assert_eq!(bytes("/api/report", "application/json", b"{"), 400);
    assert_eq!(bytes("/api/jobs", "application/json", b"{\"do\": \"format\"}"), 422);
    assert_eq!(bytes("/api/jobs", "application/json", b"[]"), 422);
    assert_eq!(bytes("/api/new?kind=all&folder=a", "text/plain", b""), 400);
    assert_eq!(bytes("/api/unknown", "application/json", b"{}"), 404);
    assert_eq!(desk.get("/api/close").status, 405);
    let nested = "{\"a\":".repeat(10_000);
    assert_eq!(bytes("/api/settings", "application/json", nested.as_bytes()), 400);
}

#[test]
fn a_person_who_is_refused_reads_why() {
    let desk = Desk::minimal();
    let port = desk.browser.port;
    let head = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html,*/*\r\n\r\n");
    let answer = send(port, &head, &[]);
    assert_eq!((answer.status, answer.header("content-type")), (403, Some("text/plain; charset=utf-8")));
    assert!(answer.text().contains("nenpo serve"), "{}", answer.text());
    assert!(desk.get("/api/blocks?document=a&page=-1").json()["message"].is_string());
}

#[test]
fn other_machines_cannot_connect() {
    let desk = Desk::minimal();
    // The address by which others know this machine; no packet is sent.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).unwrap();
    if socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).is_err() {
        return;
    }
    let own = socket.local_addr().unwrap().ip();
    let connected = TcpStream::connect_timeout(&(own, desk.browser.port).into(), Duration::from_secs(5));
    assert!(own.is_loopback() || connected.is_err(), "{own}");
}

#[test]
fn every_answer_says_what_a_page_may_do() {
    let desk = Desk::minimal();
    for answer in [desk.get("/"), desk.get("/nothing"), desk.get("/api/state"), desk.post("/api/jobs", &json!({}))] {
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[test]
fn many_connections_that_say_nothing_do_not_stop_it() {
    let desk = Desk::minimal();
    desk.first();
    let silent: Vec<TcpStream> = (0..nenpo::desk::MOST_CONNECTIONS + 20)
        .filter_map(|_| TcpStream::connect(("127.0.0.1", desk.browser.port)).ok())
        .collect();
    drop(silent);
    desk.until(|state| state["report"] != json!(null));
    let mut half = TcpStream::connect(("127.0.0.1", desk.browser.port)).unwrap();
    half.write_all(b"GET / HT").unwrap();
    assert_eq!(desk.get("/").status, 200);
    half.write_all(b"garbage\0\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    half.set_read_timeout(Some(super::LONG)).unwrap();
    half.read_to_end(&mut answer).unwrap();
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 400"), "{}", String::from_utf8_lossy(&answer));
}
