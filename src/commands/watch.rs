//! `nenpo watch`: builds a report now and after every change of its files, until Ctrl-C.

use std::path::Path;
use std::process;

use anyhow::Result;

use super::open::open;
use super::request;
use crate::cli::Watch;
use crate::diagnostic::Severity;
use crate::pipeline::{self, Destination, OUTPUT};
use crate::source::REPORT_FILE;
use crate::terminal::{Rebuilt, Terminal, Written};
use crate::watch::{self, Build, Event, Goal, Inbox, Silence};

/// The exit code of a process that is interrupted.
const INTERRUPTED: i32 = 130;

/// Ends with the exit code 0 if it is interrupted, and at once if there is no report to begin with.
pub(super) fn watch(options: &Watch, terminal: &Terminal) -> Result<u8> {
    let request = request(&options.selection, &options.format);
    if !request.folder.join(REPORT_FILE).is_file() {
        let outcome = pipeline::check(&request);
        terminal.diagnostics(&outcome.diagnostics, &outcome.texts, Written::Nothing)?;
        return Ok(outcome.diagnostics.exit_code());
    }
    let out = options.out.clone().unwrap_or_else(|| request.folder.join(OUTPUT));
    let inbox = Inbox::default();
    stop_when_interrupted(&inbox);
    let shown = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
    terminal.say("watching", &[("folder", &shown(&request.folder)), ("out", &shown(&out))])?;
    let destination = Destination { folder: out.clone(), pages: Vec::new(), ppi: None };
    let mut is_to_open = options.open;
    watch::Watch::new(request, Goal::Write(destination)).run(&inbox, |event| {
        match event {
            Event::Looking { silence, interval } => {
                let seconds = format!("{:.1}", interval.as_secs_f64());
                let reason = match silence {
                    Silence::Unknown => "",
                    Silence::Refused(reason) => reason,
                };
                let part = if reason.is_empty() { "silent" } else { "refused" };
                terminal.say("looking", &[("part", part), ("reason", reason), ("seconds", &seconds)])?;
            }
            Event::Begun(_) => {}
            Event::Built(build) => {
                show(build, terminal)?;
                if is_to_open && !build.diagnostics.has_errors() {
                    is_to_open = false;
                    open(&build.outputs, &out, terminal)?;
                }
            }
        }
        anyhow::Ok(())
    })?;
    Ok(0)
}

fn show(build: &Build, terminal: &Terminal) -> Result<()> {
    terminal.appeared(&build.appeared, &build.texts)?;
    terminal.fixed(&build.gone)?;
    let documents = build.documents.iter();
    let documents: Vec<_> = documents
        .map(|document| (document.identifier.as_str(), document.pages.as_slice(), document.page_count))
        .collect();
    terminal.rebuilt(&Rebuilt {
        changed: &build.changed,
        written: build.written.len(),
        documents: &documents,
        errors: build.diagnostics.count(Severity::Error),
        warnings: build.diagnostics.count(Severity::Warning),
        took: build.took,
    })?;
    Ok(())
}

/// Lets a build that has begun be finished; a second interruption ends the process.
fn stop_when_interrupted(inbox: &Inbox) {
    let inbox = inbox.clone();
    // Without a handler the process ends at once, and the next run removes what it leaves.
    let _ = ctrlc::set_handler(move || {
        if inbox.is_stopped() {
            #[expect(clippy::exit, reason = "asked for twice")]
            process::exit(INTERRUPTED);
        }
        inbox.stop();
    });
}
