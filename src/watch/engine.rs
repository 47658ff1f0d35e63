//! Waits for changes, lets them settle, and builds.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::build::{Build, Event, Silence};
use super::faults::Faults;
use super::inbox::{Inbox, Woken};
use super::now;
use super::observer::Observer;
use super::snapshot::{Scope, Snapshot};
use crate::diagnostic::{Code, Diagnostics};
use crate::pipeline::{self, Depth, Destination, Kept, Request};

/// How long a watcher waits for what.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Changes are complete after this long without another one.
    pub quiet: Duration,
    /// Changes that do not end are built after this long.
    pub longest: Duration,
    /// The folder is looked at without a message this often.
    pub look: Duration,
    /// The same if the system does not report changes.
    pub look_alone: Duration,
    /// A file that is empty, gone, locked or unreadable counts as being saved for this long after its last change.
    pub patience: Duration,
    /// Files that could not be written are tried again after this long, then after twice as long, up to sixteen times.
    pub retry: Duration,
    /// Pages that are only shown are also checked as PDFs when nothing has changed for this long.
    pub rest: Duration,
}

/// What is done after each change.
#[derive(Debug, Clone)]
pub enum Goal {
    /// Files are written.
    Write(Destination),
    /// Pages are laid out for [`Build::previewed`]. Later builds may write into this folder, which is not watched.
    Show(PathBuf),
}

/// How a watcher learns of changes, besides looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Observation {
    /// By messages of the system.
    System,
    /// By its inbox only.
    Inbox,
}

/// A report that is built whenever its folder changes.
pub struct Watch {
    request: Request,
    goal: Goal,
    scope: Scope,
    pace: Pace,
    observation: Observation,
    observer: Option<Observer>,
    kept: Kept,
    /// The folder when it was last looked at, and when the last build began.
    seen: Snapshot,
    built: Snapshot,
    /// How long it took to look at it.
    looking: Duration,
    /// When it was last seen to have changed.
    changed_at: Instant,
    /// When the first change was seen that is not yet built.
    waiting_since: Option<Instant>,
    /// How often in succession changes were seen without a message.
    missed: u32,
    is_alone: bool,
    faults: Faults,
    /// A build whose problems may only be those of a file that is being saved.
    withheld: Option<Build>,
    /// When to try again to write, and how long after.
    retry: Option<(Instant, Duration)>,
    /// Whether the pages that are shown have not been checked as PDFs.
    is_unchecked: bool,
}

/// What a look at the folder finds, compared with the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Same,
    /// A file can be read that was locked.
    Unlocked,
    Changed,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(25),
            longest: Duration::from_secs(1),
            look: Duration::from_secs(2),
            look_alone: Duration::from_millis(500),
            patience: Duration::from_secs(2),
            retry: Duration::from_secs(2),
            rest: Duration::from_secs(1),
        }
    }
}

/// Problems that a file has while it is being saved.
const OF_SAVING: [Code; 6] = [
    Code::FileUnreadable,
    Code::FileEncoding,
    Code::WorkbookUnreadable,
    Code::EmptyTable,
    Code::InvalidFigure,
    Code::InvalidFont,
];

/// After how many changes without a message the system's messages are no longer expected.
const MOST_MISSED: u32 = 2;

/// The share of time that looking takes at most: large folders on slow drives are looked at less often.
const LOOKING: u32 = 20;

/// How much longer a file may be taken as being saved in all, if it never comes to rest.
const MOST_PATIENCE: u32 = 5;

/// The last wait for another try to write, as a multiple of the first.
const MOST_RETRY: u32 = 16;

impl Watch {
    /// Prepares to watch a report's folder. Nothing is read yet.
    #[must_use]
    pub fn new(request: Request, goal: Goal) -> Self {
        let (Goal::Write(Destination { folder: out, .. }) | Goal::Show(out)) = &goal;
        let scope = Scope::new(&request.folder, out);
        Self {
            request,
            goal,
            scope,
            pace: Pace::default(),
            observation: Observation::System,
            observer: None,
            kept: Kept::default(),
            seen: Snapshot::default(),
            built: Snapshot::default(),
            looking: Duration::ZERO,
            changed_at: now(),
            waiting_since: None,
            missed: 0,
            is_alone: false,
            faults: Faults::default(),
            withheld: None,
            retry: None,
            is_unchecked: false,
        }
    }

    /// Sets how long it waits.
    #[must_use]
    pub fn with_pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    /// Sets how it learns of changes.
    #[must_use]
    pub fn with_observation(self, observation: Observation) -> Self {
        Self { observation, ..self }
    }

    /// Builds the report now and after every change, until the inbox says to stop. A build that has begun is finished
    /// first.
    ///
    /// # Errors
    /// Stops with the first error of `tell`.
    pub fn run<E>(mut self, inbox: &Inbox, mut tell: impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        self.observe(inbox, &mut tell)?;
        self.look(&BTreeSet::new());
        self.build(Vec::new(), &mut tell)?;
        loop {
            let woken = inbox.wait(self.until_next_look());
            if woken == Woken::Stop {
                return Ok(());
            }
            self.look_until_settled(woken, inbox, &mut tell)?;
            if inbox.is_stopped() {
                return Ok(());
            }
            self.go_on(&mut tell)?;
        }
    }

    /// Builds if there is something to build, or shows what was withheld.
    fn go_on<E>(&mut self, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        let changed = self.seen.differing(&self.built);
        if changed.is_empty() {
            self.waiting_since = None;
            if self.withheld.is_some() && self.is_patience_over() {
                return self.withheld.take().map_or(Ok(()), |build| self.show(build, tell));
            }
            if self.is_unchecked && self.until_rest().is_zero() {
                return self.check(tell);
            }
            return match self.retry {
                Some((time, _)) if now() >= time => self.build(changed, tell),
                _ => Ok(()),
            };
        }
        self.waiting_since.get_or_insert_with(now);
        let is_being_saved = changed.iter().any(|name| self.seen.is_being_saved(name, &self.built));
        if is_being_saved && !self.is_patience_over() {
            return Ok(());
        }
        self.build(changed, tell)
    }

    fn is_patience_over(&self) -> bool {
        let is_long = self.waiting_since.is_some_and(|since| since.elapsed() > self.pace.patience * MOST_PATIENCE);
        is_long || self.changed_at.elapsed() >= self.pace.patience
    }

    fn until_next_look(&self) -> Duration {
        let interval = if self.is_alone { self.pace.look_alone } else { self.pace.look };
        let interval = interval.max(self.looking * LOOKING);
        let is_impatient = self.waiting_since.is_some() || self.withheld.is_some();
        let interval = if is_impatient { interval.min(self.pace.quiet) } else { interval };
        let interval = if self.is_unchecked { interval.min(self.until_rest()) } else { interval };
        let until_retry = self.retry.map(|(time, _)| time.saturating_duration_since(now()));
        until_retry.map_or(interval, |until| until.min(interval))
    }

    fn until_rest(&self) -> Duration {
        self.pace.rest.saturating_sub(self.changed_at.elapsed())
    }

    /// Looks at the folder.
    fn look(&mut self, touched: &BTreeSet<String>) -> Look {
        let start = now();
        let seen = self.seen.look(&self.scope, touched);
        let changed = seen.differing(&self.seen);
        let before = std::mem::replace(&mut self.seen, seen);
        self.looking = start.elapsed();
        if changed.is_empty() {
            return Look::Same;
        }
        self.changed_at = now();
        // That a file is no longer locked is no change of the file.
        if changed.iter().all(|name| before.is_locked(name)) { Look::Unlocked } else { Look::Changed }
    }

    fn look_until_settled<E>(
        &mut self,
        woken: Woken,
        inbox: &Inbox,
        tell: &mut impl FnMut(&Event) -> Result<(), E>,
    ) -> Result<(), E> {
        let start = now();
        let mut had_message = woken == Woken::Message;
        let touched = if had_message { inbox.settle(self.pace.quiet, self.pace.longest) } else { BTreeSet::new() };
        let found = self.look(&touched);
        if found != Look::Same && !had_message {
            loop {
                had_message |= inbox.wait(self.pace.quiet) == Woken::Message;
                let touched = inbox.settle(Duration::ZERO, Duration::ZERO);
                if self.look(&touched) == Look::Same || start.elapsed() >= self.pace.longest {
                    break;
                }
            }
        }
        if let Some(reason) = inbox.take_failure() {
            return self.look_alone(Silence::Refused(reason), tell);
        }
        if found != Look::Changed {
            return Ok(());
        }
        self.missed = if had_message { 0 } else { self.missed + 1 };
        match self.missed {
            0 => Ok(()),
            // The folder may have been replaced by another one, of which no messages were asked for.
            _ if self.missed < MOST_MISSED => self.observe(inbox, tell),
            _ => self.look_alone(Silence::Unknown, tell),
        }
    }

    /// Asks the system for messages about the folder.
    fn observe<E>(&mut self, inbox: &Inbox, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        if self.is_alone || self.observation == Observation::Inbox {
            return Ok(());
        }
        self.observer = None;
        match Observer::new(&self.scope, inbox) {
            Ok(observer) => self.observer = Some(observer),
            // A folder that is gone may come back.
            Err(_) if !self.scope.folder().exists() => {}
            Err(reason) => return self.look_alone(Silence::Refused(reason), tell),
        }
        Ok(())
    }

    fn look_alone<E>(&mut self, silence: Silence, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        if self.is_alone {
            return Ok(());
        }
        self.is_alone = true;
        self.observer = None;
        tell(&Event::Looking { silence, interval: self.pace.look_alone })
    }

    /// Builds what was last seen. A retry after a failure to write has no changes.
    fn build<E>(&mut self, changed: Vec<String>, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        let retry = self.retry.take().map(|(_, wait)| wait).filter(|_| changed.is_empty());
        if retry.is_none() {
            tell(&Event::Begun(changed.clone()))?;
        }
        self.built = self.seen.clone();
        self.waiting_since = None;
        let start = now();
        let outcome = match &self.goal {
            Goal::Write(destination) => pipeline::rebuild(&self.request, destination, &mut self.kept),
            Goal::Show(_) => pipeline::preview(&self.request, Depth::Pages, &mut self.kept),
        };
        let build = Build::new(outcome, changed, start.elapsed());
        self.is_unchecked = !build.previewed.is_empty();
        if has(&build.diagnostics, Code::FileUnwritable) {
            let wait = retry.map_or(self.pace.retry, |wait| (wait * 2).min(self.pace.retry * MOST_RETRY));
            self.retry = Some((now() + wait, wait));
        }
        self.withheld = None;
        if retry.is_some() && build.written.is_empty() && has(&build.diagnostics, Code::FileUnwritable) {
            return Ok(());
        }
        if self.is_of_saving(&build) && !self.is_patience_over() {
            self.withheld = Some(build);
            return Ok(());
        }
        self.show(build, tell)
    }

    /// Checks the pages that are shown as PDFs.
    fn check<E>(&mut self, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        self.is_unchecked = false;
        let start = now();
        let outcome = pipeline::preview(&self.request, Depth::Pdf, &mut self.kept);
        self.show(Build::new(outcome, Vec::new(), start.elapsed()), tell)
    }

    /// Whether a file that has changed now has a problem as files have while they are being saved.
    fn is_of_saving(&self, build: &Build) -> bool {
        let problems = build.diagnostics.sorted();
        let mut of_saving = problems.iter().filter(|problem| OF_SAVING.contains(&problem.code));
        of_saving.any(|problem| {
            let place = problem.place.as_ref().map(|place| &*place.file);
            let named = problem.argument("file");
            build.changed.iter().any(|name| Some(name.as_str()) == place || Some(name.as_str()) == named)
        })
    }

    fn show<E>(&mut self, mut build: Build, tell: &mut impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
        let (appeared, gone) = self.faults.turn(&build.diagnostics);
        build.appeared.extend(appeared);
        build.gone = gone;
        tell(&Event::Built(Box::new(build)))
    }
}

fn has(diagnostics: &Diagnostics, code: Code) -> bool {
    diagnostics.sorted().iter().any(|problem| problem.code == code)
}
