//! Commands that run for the page, as processes of nenpo, so that each can be stopped and none can harm the desk.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::faults;
use super::lines::Line;
use super::now;
use crate::locale::Words;
use crate::report::Language;

/// The most lines that are kept of what a command writes.
const MOST_LINES: usize = 10_000;

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Running,
    Done,
    Failed,
    Cancelled,
}

impl Status {
    fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A command, and what came of it.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) number: u64,
    pub(super) status: Status,
    /// The written files.
    pub(super) files: Vec<PathBuf>,
    /// The folder of the report or packet that it is about.
    pub(super) folder: PathBuf,
    name: &'static str,
    line: String,
    begun: Instant,
    took: Option<Duration>,
    problems: Vec<Value>,
    message: String,
    process: Process,
}

/// The process of a job, while it runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Process(Arc<Mutex<Running>>);

#[derive(Debug, Default)]
struct Running {
    child: Option<Child>,
    is_cancelled: bool,
}

/// What a command has written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) succeeded: bool,
    files: Vec<PathBuf>,
    problems: Vec<Value>,
    message: String,
}

impl Job {
    pub(super) fn new(number: u64, name: &'static str, folder: PathBuf, line: &Line) -> Self {
        Self {
            number,
            status: Status::Running,
            files: Vec::new(),
            folder,
            name,
            line: line.typed(),
            begun: now(),
            took: None,
            problems: Vec::new(),
            message: String::new(),
            process: Process::default(),
        }
    }

    pub(super) fn process(&self) -> Process {
        self.process.clone()
    }

    /// Stops it. What it has begun to write is removed by the next command.
    pub(super) fn cancel(&mut self) {
        if self.status == Status::Running {
            self.status = Status::Cancelled;
            self.process.kill();
        }
    }

    pub(super) fn end(&mut self, written: Written) {
        self.took = Some(self.begun.elapsed());
        if self.status == Status::Running {
            self.status = if written.succeeded { Status::Done } else { Status::Failed };
        }
        (self.files, self.problems, self.message) = (written.files, written.problems, written.message);
    }

    /// The folder that all of its files are in, if it has written any.
    pub(super) fn output(&self) -> Option<PathBuf> {
        let mut folder = self.files.first()?.parent()?.to_owned();
        while !self.files.iter().all(|file| file.starts_with(&folder)) {
            folder = folder.parent()?.to_owned();
        }
        Some(folder)
    }

    pub(super) fn shown(&self, words: &Words) -> Value {
        let output = self.output().unwrap_or_default();
        let files = self.files.iter().enumerate().map(|(index, path)| {
            let file = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            // Files of several folders may have the same name.
            let name = path.strip_prefix(&output).map_or(file.clone(), Path::to_string_lossy).replace('\\', "/");
            let address = format!("/output/{}/{index}/{}", self.number, encoded(&file));
            json!({"name": name, "address": address, "bytes": std::fs::metadata(path).map(|file| file.len()).ok()})
        });
        json!({
            "id": self.number,
            "do": self.name,
            "line": self.line,
            "status": self.status.name(),
            "seconds": self.took.unwrap_or_else(|| self.begun.elapsed()).as_secs_f64(),
            "message": self.message,
            "faults": self.faults(words),
            "errors": self.problems.iter().filter(|problem| problem["severity"] == "error").count(),
            "warnings": self.problems.iter().filter(|problem| problem["severity"] == "warning").count(),
            "files": files.collect::<Vec<_>>(),
            "folder": self.output(),
        })
    }

    /// Its problems, which are about its own report, not the one that is open now.
    fn faults(&self, words: &Words) -> Vec<Value> {
        let mut faults = faults::shown(&self.problems, &self.folder, words);
        for fault in &mut faults {
            fault["of"] = json!(self.number);
            (fault["can-apply"], fault["can-fill"]) = (json!(false), json!(false));
        }
        faults
    }
}

/// A name as part of an address.
fn encoded(name: &str) -> String {
    let one = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    name.bytes().map(one).collect()
}

impl Process {
    fn kill(&self) {
        let mut running = self.running();
        running.is_cancelled = true;
        if let Some(child) = &mut running.child {
            // It may have ended by itself.
            let _ = child.kill();
        }
    }

    fn running(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a line of nenpo, in a language, and waits for it.
    pub(super) fn run(&self, program: &Path, line: &Line, language: &Language) -> Written {
        let mut command = Command::new(program);
        command.args(["--message-format", "json", "--ui-lang", language.primary()]).args(line.words());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(error) => return Written { message: error.to_string(), ..Written::default() },
        };
        let (paths, said) = (child.stdout.take(), child.stderr.take());
        {
            let mut running = self.running();
            // It may have been cancelled before it began.
            if running.is_cancelled {
                let _ = child.kill();
            }
            running.child = Some(child);
        }
        let paths = thread::spawn(|| paths.map(lines).unwrap_or_default());
        let said = said.map(lines).unwrap_or_default();
        let files = paths.join().unwrap_or_default().into_iter().map(PathBuf::from).collect();
        let child = self.running().child.take();
        let succeeded = child.and_then(|mut child| child.wait().ok()).is_some_and(|status| status.success());
        let mut written = Written { succeeded, files, ..Written::default() };
        for line in said {
            written.hear(&line);
        }
        written
    }
}

impl Written {
    /// A line on stderr; one that is no message of nenpo is shown as it is.
    fn hear(&mut self, line: &str) {
        let message: Value = serde_json::from_str(line).unwrap_or_else(|_| json!({"message": line}));
        match message["type"].as_str() {
            Some("diagnostic") => self.problems.push(message),
            Some("summary") => {}
            _ => {
                for text in ["message", "help"].iter().filter_map(|name| message[name].as_str()) {
                    let gap = if self.message.is_empty() { "" } else { "\n" };
                    self.message = format!("{}{gap}{text}", self.message);
                }
            }
        }
    }
}

fn lines(stream: impl Read) -> Vec<String> {
    let mut stream = BufReader::new(stream);
    let mut lines = Vec::new();
    let mut bytes = Vec::new();
    // All is read, so that the process can go on.
    while stream.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
        if lines.len() < MOST_LINES {
            lines.push(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned());
        }
        bytes.clear();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_says_is_parted() {
        let mut written = Written::default();
        written.hear(r#"{"type":"diagnostic","code":"not-a-number","severity":"error","message":"a"}"#);
        written.hear(r#"{"type":"note","code":"verified","message":"b","values":{}}"#);
        written.hear(r#"{"type":"summary","errors":1,"warnings":0}"#);
        written.hear(r#"{"type":"failure","message":"c","help":"d"}"#);
        written.hear("killed");
        assert_eq!(written.problems.len(), 1);
        assert_eq!(written.message, "b\nc\nd\nkilled");
    }

    #[test]
    fn a_program_that_cannot_be_started_is_a_message() {
        let process = Process::default();
        let language = Language::new("en").unwrap();
        let written = process.run(Path::new("/no/such/program"), &Line::new("check"), &language);
        assert!(!written.succeeded);
        assert!(!written.message.is_empty());
    }

    #[test]
    fn names_are_parts_of_addresses() {
        assert_eq!(encoded("plan-ja.pdf"), "plan-ja.pdf");
        assert_eq!(encoded("a b?/年"), "a%20b%3F%2F%E5%B9%B4");
    }
}
