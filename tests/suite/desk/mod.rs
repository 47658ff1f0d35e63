//! `nenpo serve`: what its pages are told, what they can do, and who is refused. Requests go over the network of the
//! machine, as those of a browser do.

mod client;
mod command;
mod doing;
mod editing;
mod hostile;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nenpo::desk::{Options, Running, serve};
use nenpo::report::Language;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Notify;

use client::{Answer, Browser};

use crate::support::{MINIMAL, copied};

/// The most time that is waited for something that has to happen.
const LONG: Duration = Duration::from_secs(120);

/// A desk in a thread of its own, and a browser that knows its token.
struct Desk {
    folder: TempDir,
    browser: Browser,
    address: String,
    running: Running,
    stop: Arc<Notify>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// With a copy of the minimal report.
    fn minimal() -> Self {
        Self::of(copied(MINIMAL), |_| ())
    }

    /// With the report in a folder, if there is one; `change` changes how the desk begins.
    fn of(folder: TempDir, change: impl FnOnce(&mut Options)) -> Self {
        let report = folder.path().join("report.toml").is_file().then(|| folder.path().to_owned());
        let mut options = Options {
            folder: report,
            language: Language::new("en").unwrap(),
            program: env!("CARGO_BIN_EXE_nenpo").into(),
            state: None,
            idle: None,
        };
        change(&mut options);
        let server = serve(options).unwrap();
        let (address, running) = (server.address(), server.running().clone());
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let thread = Some(thread::spawn(move || server.run(&stopped).unwrap()));
        Self { browser: Browser::new(&address), folder, address, running, stop, thread }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn get(&self, address: &str) -> Answer {
        self.browser.get(address)
    }

    fn post(&self, address: &str, body: &Value) -> Answer {
        self.browser.post(address, body)
    }

    /// A request that has to succeed.
    fn done(&self, address: &str, body: &Value) -> Value {
        let answer = self.post(address, body);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answer.json()
    }

    fn state(&self) -> Value {
        self.get("/api/state").json()
    }

    /// The state when it is as expected.
    fn until(&self, is_expected: impl Fn(&Value) -> bool) -> Value {
        let pause = Duration::from_millis(20);
        for _ in 0..LONG.as_millis() / pause.as_millis() {
            let state = self.state();
            if is_expected(&state) {
                return state;
            }
            thread::sleep(pause);
        }
        panic!("{:#}", self.state());
    }

    /// The state when the pages have been laid out.
    fn first(&self) -> Value {
        self.until(|state| state["report"]["revision"].as_u64() > Some(0))
    }

    /// The job when it has ended.
    fn ended(&self, job: &Value) -> Value {
        let of = |state: &Value| {
            let mut jobs = state["jobs"].as_array().unwrap().iter();
            jobs.find(|known| known["id"] == job["job"]).unwrap().clone()
        };
        of(&self.until(|state| of(state)["status"] != "running"))
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        std::fs::write(self.path(name), text.replace(from, to)).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop.notify_one();
        if let Some(thread) = self.thread.take() {
            // A test that has failed says so itself.
            let _ = thread.join();
        }
    }
}

/// An empty folder, and a desk that remembers what it keeps there.
fn remembering(state: &Path) -> Desk {
    Desk::of(TempDir::new().unwrap(), |options| options.state = Some(state.to_owned()))
}

fn faults(state: &Value) -> Vec<String> {
    let faults = state["report"]["faults"].as_array().cloned().unwrap_or_default();
    faults.iter().map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
}

fn nothing() -> Value {
    json!({})
}
