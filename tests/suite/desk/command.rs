//! The command `nenpo serve`: one desk for each user, which ends by itself.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use super::client::Browser;
use super::{Desk, remembering};
use crate::support::{MINIMAL, copied};

fn started(state: &Path, arguments: &[&str]) -> (Child, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    command.arg("serve").args(arguments).args(["--no-open", "--ui-lang", "en"]);
    // Where each system keeps what a program remembers.
    command.env("XDG_STATE_HOME", state).env("LOCALAPPDATA", state).env("HOME", state);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut address = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
    (child, address.trim().to_owned())
}

#[test]
fn a_second_start_finds_the_first_and_opens_its_report_there() {
    let state = TempDir::new().unwrap();
    let (mut first, address) = started(state.path(), &[]);
    let browser = Browser::new(&address);
    assert_eq!(browser.get("/api/state").json()["report"], json!(null));
    let report = copied(MINIMAL);
    let (mut second, again) = started(state.path(), &[report.path().to_str().unwrap()]);
    assert_eq!(again, address);
    assert!(second.wait().unwrap().success());
    let opened = browser.listen(|state| state["report"] != json!(null));
    assert_eq!(opened["report"]["folder"], report.path().to_str().unwrap());
    // After it was ended, whatever it left behind, a new one begins.
    first.kill().unwrap();
    first.wait().unwrap();
    let (mut third, other) = started(state.path(), &[]);
    assert_ne!(other, address);
    let again = Browser::new(&other);
    assert_eq!(again.get("/").status, 200);
    // Pages that are still open find it, once the browser has its token.
    assert_eq!(again.port, browser.port);
    assert_eq!(browser.get("/api/state").status, 403);
    third.kill().unwrap();
    third.wait().unwrap();
}

#[test]
fn another_program_at_its_port_is_no_desk() {
    let state = TempDir::new().unwrap();
    let other = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = other.local_addr().unwrap().port();
    let answering = std::thread::spawn(move || {
        let (mut stream, _) = other.accept().unwrap();
        let mut request = [0; 1024];
        let read = std::io::Read::read(&mut stream, &mut request).unwrap();
        std::io::Write::write_all(&mut stream, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    let running = nenpo::desk::Running { port, token: "0".repeat(32) };
    assert_eq!(running.ask(Some(state.path())), None);
    assert!(answering.join().unwrap().starts_with("GET /api/state HTTP/1.1\r\n"));
}

#[test]
fn a_folder_without_a_report_is_said_as_check_does() {
    let state = TempDir::new().unwrap();
    let empty = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    command.args(["serve", "--no-open", "--ui-lang", "en"]).arg(empty.path()).env("XDG_STATE_HOME", state.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("report.toml"));
}

#[test]
fn it_ends_when_the_last_page_has_been_closed_for_a_while() {
    let idle = Duration::from_millis(300);
    let mut desk = Desk::of(TempDir::new().unwrap(), |options| options.idle = Some(idle));
    // Nobody has come yet.
    std::thread::sleep(idle * 3);
    assert_eq!(desk.get("/").status, 200);
    desk.browser.listen(|_| true);
    let thread = desk.thread.take().unwrap();
    // The test ends with the desk.
    thread.join().unwrap();
}

#[test]
fn a_desk_that_has_ended_is_not_found() {
    let state = TempDir::new().unwrap();
    let running = {
        let desk = remembering(state.path());
        desk.state();
        let running = nenpo::desk::Running::find(state.path()).unwrap();
        assert_eq!(running.ask(None), Some(desk.address.clone()));
        running
    };
    assert_eq!(nenpo::desk::Running::find(state.path()), None);
    assert_eq!(running.ask(None), None);
}
