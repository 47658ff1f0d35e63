//! `nenpo watch`: what is built after which change, and what is said of it. Most tests tell the watcher themselves what
//! was touched; none depends on how fast a machine is.

mod changes;
mod command;
mod output;
mod saving;
mod system;

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nenpo::diagnostic::Severity;
use nenpo::pipeline::{Destination, Request};
use nenpo::report::Language;
use nenpo::watch::{Build, Event, Goal, Inbox, Observation, Pace, Watch};
use tempfile::TempDir;

use crate::support::{MINIMAL, copied};

/// The table that most tests change.
const ACTUALS: &str = "data/actuals.csv";

/// A time that no test waits for, unless it fails.
const NEVER: Duration = Duration::from_secs(60 * 60);

/// The most time that is waited for something that has to happen.
const LONG: Duration = Duration::from_secs(120);

/// Looks only when it is told to, and takes a file as being saved for ever.
const PATIENT: Pace = Pace {
    quiet: Duration::from_millis(20),
    longest: Duration::from_millis(500),
    look: NEVER,
    look_alone: NEVER,
    patience: NEVER,
    retry: NEVER,
    rest: NEVER,
};

/// A watcher in a thread of its own.
struct Watched {
    folder: TempDir,
    inbox: Inbox,
    events: Receiver<Event>,
    thread: Option<JoinHandle<()>>,
}

impl Watched {
    /// Watches a copy of the minimal report, in Japanese, by the messages of the test only.
    fn minimal(pace: Pace) -> Self {
        Self::new(copied(MINIMAL), pace, Observation::Inbox, |_, _| ())
    }

    /// `on_event` is called first, by the watcher.
    fn new(
        folder: TempDir,
        pace: Pace,
        observation: Observation,
        mut on_event: impl FnMut(&Path, &Event) + Send + 'static,
    ) -> Self {
        let inbox = Inbox::default();
        let (sender, events) = channel();
        let root = folder.path().to_owned();
        let request = Request { languages: vec![Language::new("ja").unwrap()], ..Request::all(root.clone()) };
        let destination = Destination { folder: root.join("out"), pages: Vec::new(), ppi: None };
        let messages = inbox.clone();
        let run = move || {
            let watch = Watch::new(request, Goal::Write(destination)).with_pace(pace).with_observation(observation);
            let told = watch.run(&messages, |event| {
                on_event(&root, event);
                // The test may have ended.
                let _ = sender.send(copy(event));
                Ok::<(), Infallible>(())
            });
            told.unwrap();
        };
        let thread = Some(thread::spawn(run));
        Self { folder, inbox, events, thread }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn pdf(&self) -> PathBuf {
        self.path("out/minimal-followup-ja.pdf")
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
        self.inbox.touch(name);
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces a text in a file, which has to be there.
    fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name}: {from}");
        self.write(name, text.replace(from, to));
    }

    fn next(&self) -> Event {
        self.events.recv_timeout(LONG).unwrap()
    }

    /// The next build that is shown.
    fn build(&self) -> Build {
        loop {
            if let Event::Built(build) = self.next() {
                return *build;
            }
        }
    }

    /// The next build that is shown, and how many were begun for it.
    fn counted_build(&self) -> (Build, usize) {
        let mut begun = 0;
        loop {
            match self.next() {
                Event::Begun(_) => begun += 1,
                Event::Built(build) => return (*build, begun),
                Event::Looking { .. } => {}
            }
        }
    }

    /// The first build, which has to be without errors.
    fn first(&self) -> Build {
        let build = self.build();
        assert_eq!(build.diagnostics.count(Severity::Error), 0, "{:?}", build.diagnostics);
        assert_eq!(build.written, [self.pdf()]);
        build
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.inbox.stop();
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || thread::panicking());
        }
    }
}

/// What tests read of an event.
fn copy(event: &Event) -> Event {
    match event {
        Event::Looking { silence, interval } => Event::Looking { silence: silence.clone(), interval: *interval },
        Event::Begun(changed) => Event::Begun(changed.clone()),
        Event::Built(build) => Event::Built(Box::new(Build {
            changed: build.changed.clone(),
            diagnostics: build.diagnostics.clone(),
            appeared: build.appeared.clone(),
            gone: build.gone.clone(),
            texts: build.texts.clone(),
            written: build.written.clone(),
            outputs: build.outputs.clone(),
            documents: build.documents.clone(),
            previewed: build.previewed.clone(),
            origins: build.origins.clone(),
            took: build.took,
        })),
    }
}
