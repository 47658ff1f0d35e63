//! What every open page of the browser shows, and what changes it.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use tokio::sync::watch::{Receiver, Sender};

use super::assets::language_name;
use super::faults::Remedy;
use super::guard::Guard;
use super::jobs::{Job, Status};
use super::lines::{Action, Beginning, Line};
use super::report::OpenReport;
use super::routes::Problem;
use super::running::{self, RecentReport, Running};
use super::uploads::Upload;
use super::{faults, now, settings};
use crate::diagnostic::Diagnostics;
use crate::embedded::DESK_FILE;
use crate::locale::Words;
use crate::output::{Staging, path_in};
use crate::pipeline::OUTPUT;
use crate::report::Language;
use crate::source::{Project, REPORT_FILE, folder_of};
use crate::terminal::Terminal;
use crate::watch::{Event, Goal, Watch};

/// The most jobs that are kept.
pub const MOST_JOBS: usize = 10;

/// A desk: what its pages show, shared by all that ask for it.
pub struct Desk {
    guard: Guard,
    /// The program that runs commands.
    program: PathBuf,
    /// The folder for what is remembered.
    state: Option<PathBuf>,
    model: Mutex<Model>,
    published: Sender<Arc<str>>,
    visitors: Mutex<Visitors>,
}

/// The pages that listen.
#[derive(Default)]
struct Visitors {
    count: usize,
    /// When the last one left.
    last: Option<Instant>,
}

struct Model {
    terminal: Terminal,
    words: Words,
    report: Option<OpenReport>,
    jobs: VecDeque<Job>,
    /// The reports that were open.
    recent: Vec<RecentReport>,
    /// The number of the next report or job.
    next: u64,
}

impl Model {
    fn speaking(language: &Language) -> (Terminal, Words) {
        let terminal = Terminal::new(Some(language));
        let words = terminal.words_of(&[DESK_FILE]);
        (terminal, words)
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn job(&mut self, number: u64) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.number == number)
    }
}

impl Desk {
    pub(super) fn new(running: &Running, language: &Language, program: PathBuf, state: Option<PathBuf>) -> Self {
        let (terminal, words) = Model::speaking(language);
        let desk = Self {
            guard: Guard::new(running.token.clone(), running.port),
            program,
            model: Mutex::new(Model {
                terminal,
                words,
                report: None,
                jobs: VecDeque::new(),
                recent: running::recent(state.as_deref()),
                next: 0,
            }),
            state,
            published: Sender::new("".into()),
            visitors: Mutex::default(),
        };
        desk.change(|_| ());
        desk
    }

    pub(super) fn guard(&self) -> &Guard {
        &self.guard
    }

    /// What all pages show, now and after each change.
    pub(super) fn shown(&self) -> Receiver<Arc<str>> {
        self.published.subscribe()
    }

    fn with<T>(&self, read: impl FnOnce(&mut Model) -> T) -> T {
        read(&mut self.model.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes what the pages show.
    fn change<T>(&self, change: impl FnOnce(&mut Model) -> T) -> T {
        self.with(|model| {
            let result = change(model);
            self.published.send_replace(self.state_of(model).to_string().into());
            result
        })
    }

    fn state_of(&self, model: &Model) -> Value {
        let named = |tag: &str| {
            let language = Language::new(tag).unwrap_or_default();
            json!({"tag": tag, "name": language_name(&language)})
        };
        let mut report = model.report.as_ref().map(OpenReport::shown);
        let known = report.as_mut().and_then(|report| report["settings"]["known-languages"].as_array_mut());
        for tag in known.into_iter().flatten() {
            *tag = named(tag.as_str().unwrap_or_default());
        }
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "languages": Terminal::languages().map(named).collect::<Vec<_>>(),
            "language": model.words.language().to_string(),
            "home": running::home(),
            "recent": model.recent,
            "report": report,
            "jobs": model.jobs.iter().map(|job| job.shown(&model.words)).collect::<Vec<_>>(),
        })
    }

    /// A problem with a request, in the language of the desk.
    pub(super) fn problem(&self, status: StatusCode, message: &str, arguments: &[(&str, &str)]) -> Problem {
        let text = self.with(|model| model.words.optional(message, arguments));
        Problem { status, message: text.unwrap_or_else(|| message.to_owned()) }
    }

    pub(super) fn refused(&self, status: StatusCode) -> Problem {
        self.problem(status, "desk-error-refused", &[])
    }

    fn unsuitable(&self, message: &str) -> Problem {
        self.problem(StatusCode::UNPROCESSABLE_ENTITY, message, &[])
    }

    pub(super) fn unknown(&self) -> Problem {
        self.problem(StatusCode::NOT_FOUND, "desk-error-unknown", &[])
    }

    pub(super) fn come(&self) {
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner).count += 1;
    }

    pub(super) fn leave(&self) {
        let mut visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        visitors.count = visitors.count.saturating_sub(1);
        visitors.last = Some(now());
    }

    /// A page that sleeps in the background asks now and then.
    pub(super) fn see(&self) {
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner).last = Some(now());
    }

    /// Whether no page has been open for this long. Before the first there is none to wait for.
    pub(super) fn is_left_for(&self, long: Duration) -> bool {
        let visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        visitors.count == 0 && visitors.last.is_some_and(|last| last.elapsed() >= long)
    }

    /// Whether a command runs.
    pub(super) fn is_busy(&self) -> bool {
        self.with(|model| model.jobs.iter().any(|job| job.status == Status::Running))
    }

    pub(super) fn speak(&self, language: &Language) {
        self.change(|model| {
            (model.terminal, model.words) = Model::speaking(language);
            if let Some(report) = &mut model.report {
                report.translate(&model.terminal, &model.words);
            }
        });
    }

    /// Reads something of the open report.
    pub(super) fn of_report<T>(&self, read: impl FnOnce(&OpenReport, &Words) -> Option<T>) -> Result<T, Problem> {
        let found = self.with(|model| model.report.as_ref().and_then(|report| read(report, &model.words)));
        found.ok_or_else(|| self.unknown())
    }

    /// Opens the report in a folder, and watches it.
    pub(super) fn open(self: &Arc<Self>, folder: &str) -> Result<(), Problem> {
        // Explorer copies paths with quotation marks.
        self.open_folder(Path::new(folder.trim().trim_matches('"')))
    }

    pub(super) fn open_folder(self: &Arc<Self>, path: &Path) -> Result<(), Problem> {
        let folder = folder_of(path, REPORT_FILE).unwrap_or_else(|| path.to_owned());
        if !folder.is_absolute() || !folder.join(REPORT_FILE).is_file() {
            let folder = folder.display().to_string();
            return Err(self.problem(StatusCode::UNPROCESSABLE_ENTITY, "desk-error-no-report", &[("folder", &folder)]));
        }
        let (number, inbox, request) = self.change(|model| {
            if let Some(before) = &model.report {
                before.inbox.stop();
            }
            let report = OpenReport::new(model.number(), folder.clone());
            let opened = (report.number, report.inbox.clone(), report.request());
            model.report = Some(report);
            opened
        });
        let desk = Arc::clone(self);
        thread::spawn(move || {
            let watch = Watch::new(request, Goal::Show(folder.join(OUTPUT)));
            let heard = |event: &Event| -> Result<(), Infallible> {
                desk.hear(number, event);
                Ok(())
            };
            if catch_unwind(AssertUnwindSafe(|| watch.run(&inbox, heard))).is_err() {
                desk.close(Some(number));
            }
        });
        Ok(())
    }

    fn hear(&self, number: u64, event: &Event) {
        self.change(|Model { report, terminal, words, recent, .. }| {
            let Some(report) = report.as_mut().filter(|report| report.number == number) else { return };
            report.hear(event, terminal, words);
            if matches!(event, Event::Built(_)) {
                let known = RecentReport { folder: report.folder.clone(), title: report.title() };
                if recent.first() != Some(&known) {
                    running::remember(self.state.as_deref(), known);
                    *recent = running::recent(self.state.as_deref());
                }
            }
        });
    }

    /// Closes the open report, or only the one with a number.
    pub(super) fn close(&self, number: Option<u64>) {
        self.change(|model| {
            let is_meant = |report: &&mut OpenReport| number.is_none_or(|number| report.number == number);
            if let Some(report) = model.report.as_mut().filter(is_meant) {
                report.inbox.stop();
                model.report = None;
            }
        });
    }

    /// The lines for what is asked for.
    pub(super) fn lines(&self, action: &Action) -> Result<(Vec<Line>, PathBuf), Problem> {
        let folder = self.of_report(|report, _| Some(report.folder.clone()))?;
        let pdfs = self.of_report(|report, _| Some(report.pdfs()))?;
        match action {
            Action::Verify { .. } if pdfs.is_empty() => Err(self.unsuitable("desk-error-nothing-built")),
            Action::Packet { packet } if packet.trim().is_empty() => Err(self.unsuitable("desk-error-no-packet")),
            _ => Ok((action.lines(&folder, &pdfs), folder)),
        }
    }

    /// Runs a line; then does something with its success.
    pub(super) fn run(
        self: &Arc<Self>,
        name: &'static str,
        line: Line,
        folder: PathBuf,
        then: impl FnOnce(&Arc<Self>) + Send + 'static,
    ) -> u64 {
        let (number, process, language) = self.change(|model| {
            let job = Job::new(model.number(), name, folder, &line);
            let begun = (job.number, job.process(), model.words.language().clone());
            model.jobs.push_front(job);
            // Those that run stay.
            while model.jobs.len() > MOST_JOBS {
                let Some(last) = model.jobs.iter().rposition(|job| job.status != Status::Running) else { break };
                model.jobs.remove(last);
            }
            begun
        });
        let desk = Arc::clone(self);
        thread::spawn(move || {
            let written = process.run(&desk.program, &line, &language);
            let is_done = desk.change(|model| {
                model.job(number).is_some_and(|job| {
                    job.end(written);
                    job.status == Status::Done
                })
            });
            if is_done {
                then(&desk);
            }
        });
        number
    }

    /// Makes a report in a folder that is empty or does not exist, and opens it.
    pub(super) fn make(
        self: &Arc<Self>,
        folder: &str,
        beginning: Beginning,
        upload: Option<Upload>,
    ) -> Result<u64, Problem> {
        let folder = PathBuf::from(folder.trim().trim_matches('"'));
        if !folder.is_absolute() {
            return Err(self.unsuitable("desk-error-folder"));
        }
        let line = Line::new("new").path(&folder);
        let line = match (beginning, &upload) {
            (Beginning::Sample, _) => line.word("--workbook"),
            (Beginning::Empty, _) => line.word("--empty").word("--workbook"),
            (Beginning::File, Some(upload)) => line.word("--from").path(upload.path()),
            (Beginning::File, None) => return Err(self.unsuitable("desk-error-no-table")),
        };
        let of_job = folder.clone();
        Ok(self.run("new", line, of_job, move |desk| {
            drop(upload);
            // That the folder has a report is what the command has just said.
            let _ = desk.open_folder(&folder);
        }))
    }

    /// Stops all jobs.
    pub(super) fn cancel_all(&self) {
        self.change(|model| model.jobs.iter_mut().for_each(Job::cancel));
    }

    pub(super) fn cancel(&self, number: u64) -> Result<(), Problem> {
        let is_known = self.change(|model| model.job(number).map(Job::cancel).is_some());
        if is_known { Ok(()) } else { Err(self.unknown()) }
    }

    /// The folder that a job is about.
    pub(super) fn folder_of_job(&self, number: u64) -> Result<PathBuf, Problem> {
        let folder = self.with(|model| model.job(number).map(|job| job.folder.clone()));
        folder.ok_or_else(|| self.unknown())
    }

    /// A file that a job has written.
    pub(super) fn output(&self, number: u64, index: usize) -> Result<PathBuf, Problem> {
        let file = self.with(|model| model.job(number).and_then(|job| job.files.get(index).cloned()));
        file.ok_or_else(|| self.unknown())
    }

    pub(super) fn output_folder(&self, number: u64) -> Result<PathBuf, Problem> {
        let folder = self.with(|model| model.job(number).and_then(|job| job.output()));
        folder.ok_or_else(|| self.unknown())
    }

    /// Changes small settings of the report.
    pub(super) fn set(&self, changes: &Map<String, Value>) -> Result<(), Problem> {
        let folder = self.of_report(|report, _| Some(report.folder.clone()))?;
        let text = fs::read_to_string(folder.join(REPORT_FILE));
        let text = text.map_err(|_| self.unsuitable(settings::Unsuitable::File.message()))?;
        let changed = settings::changed(&text, changes).map_err(|unsuitable| self.unsuitable(unsuitable.message()))?;
        self.write(&folder, REPORT_FILE, &changed)
    }

    /// Writes what a problem of the report proposes, with the texts that its lines leave open.
    pub(super) fn apply(self: &Arc<Self>, problem: &str, texts: &[String]) -> Result<(), Problem> {
        let (folder, remedy) =
            self.of_report(|report, _| Some((report.folder.clone(), faults::remedy(report.problem(problem)?)?)))?;
        match remedy {
            Remedy::Add { sort, text } => {
                // A text that begins with a hyphen is no option.
                let line = Line::new("add").word(sort).word("--").word(text).path(&folder);
                self.run("add", line, folder, |_| ());
                Ok(())
            }
            Remedy::Append { file, lines } => {
                let before = self.text_of(&folder, &file)?.unwrap_or_default();
                let lines = faults::filled(&lines, texts).ok_or_else(|| self.unsuitable("desk-error-no-text"))?;
                self.write(&folder, &file, &appended(&before, &lines))
            }
        }
    }

    /// A file of the report as it is read for a build, whatever its encoding. `None` if there is none.
    fn text_of(&self, folder: &Path, name: &str) -> Result<Option<String>, Problem> {
        if !path_in(folder, name).exists() {
            return Ok(None);
        }
        let mut problems = Diagnostics::default();
        let text = Project::new(folder).read_text(name, &mut problems).map(|(_, text)| text.to_string());
        text.filter(|_| !problems.has_errors()).map(Some).ok_or_else(|| self.unsuitable("desk-error-not-read"))
    }

    fn write(&self, folder: &Path, name: &str, text: &str) -> Result<(), Problem> {
        let written = Staging::new(folder).and_then(|staging| {
            staging.write(name, text.as_bytes())?;
            staging.commit(&[name.to_owned()])
        });
        written.map_err(|problem| self.failed(&problem.error.to_string()))?;
        self.with(|model| model.report.as_ref().map(|report| report.inbox.touch(name)));
        Ok(())
    }

    pub(super) fn failed(&self, reason: &str) -> Problem {
        self.problem(StatusCode::INTERNAL_SERVER_ERROR, "desk-error-failed", &[("reason", reason)])
    }
}

/// A text with further lines, with its own line ends.
fn appended(before: &str, lines: &[String]) -> String {
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { end };
    lines.iter().fold(format!("{before}{gap}"), |text, line| format!("{text}{line}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_appended_with_the_line_ends_of_the_file() {
        let lines = ["a = 1".to_owned(), "b = 2".to_owned()];
        assert_eq!(appended("", &lines), "a = 1\nb = 2\n");
        assert_eq!(appended("x = 0", &lines), "x = 0\na = 1\nb = 2\n");
        assert_eq!(appended("x = 0\r\n", &lines), "x = 0\r\na = 1\r\nb = 2\r\n");
    }
}
