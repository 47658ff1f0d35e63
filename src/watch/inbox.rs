//! What a watcher is told from outside, at any time and by any thread: touched files, and to stop. However much is said,
//! it takes up bounded memory.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::now;

/// The most touched files that are named until they are looked at; of others, length and time are compared first.
pub const MOST_TOUCHED: usize = 1_000;

/// The messages for a watcher; clones share them.
#[derive(Debug, Clone, Default)]
pub struct Inbox(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    messages: Mutex<Messages>,
    arrived: Condvar,
}

#[derive(Debug, Default)]
struct Messages {
    touched: BTreeSet<String>,
    /// Counts messages, those included whose files are not kept.
    count: u64,
    /// Why no further messages of the system will come.
    failure: Option<String>,
    is_stopped: bool,
}

/// Why a watcher no longer waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Woken {
    Message,
    Time,
    Stop,
}

impl Inbox {
    /// Says that a file may have changed, by its name relative to the report's folder, with forward slashes.
    pub fn touch(&self, file: &str) {
        self.say(|messages| {
            if messages.touched.len() < MOST_TOUCHED {
                messages.touched.insert(file.to_owned());
            }
        });
    }

    /// Says that something may have changed.
    pub fn look(&self) {
        self.say(|_| ());
    }

    /// Stops the watcher as soon as it has finished what it is writing.
    pub fn stop(&self) {
        self.say(|messages| messages.is_stopped = true);
    }

    /// Whether the watcher was told to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.messages().is_stopped
    }

    pub(super) fn fail(&self, reason: &str) {
        self.say(|messages| messages.failure = Some(reason.to_owned()));
    }

    pub(super) fn take_failure(&self) -> Option<String> {
        self.messages().failure.take()
    }

    fn say(&self, change: impl FnOnce(&mut Messages)) {
        let mut messages = self.messages();
        change(&mut messages);
        messages.count += 1;
        self.0.arrived.notify_all();
    }

    /// Waits for a message, for at most this long.
    pub(super) fn wait(&self, longest: Duration) -> Woken {
        let messages = self.messages();
        let is_silent = |messages: &mut Messages| messages.count == 0 && !messages.is_stopped;
        let waited = self.0.arrived.wait_timeout_while(messages, longest, is_silent);
        let (messages, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match (messages.is_stopped, messages.count) {
            (true, _) => Woken::Stop,
            (false, 0) => Woken::Time,
            (false, _) => Woken::Message,
        }
    }

    /// Waits until there was no message for this long, or for at most `longest`, and returns the touched files.
    pub(super) fn settle(&self, quiet: Duration, longest: Duration) -> BTreeSet<String> {
        let end = now() + longest;
        let mut messages = self.messages();
        loop {
            let count = messages.count;
            let left = end.saturating_duration_since(now()).min(quiet);
            let is_quiet = |messages: &mut Messages| messages.count == count && !messages.is_stopped;
            let waited = self.0.arrived.wait_timeout_while(messages, left, is_quiet);
            messages = waited.unwrap_or_else(PoisonError::into_inner).0;
            if messages.count == count || messages.is_stopped || now() >= end {
                messages.count = 0;
                return std::mem::take(&mut messages.touched);
            }
        }
    }

    fn messages(&self) -> MutexGuard<'_, Messages> {
        self.0.messages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(600);

    #[test]
    fn ten_thousand_messages_are_one() {
        let inbox = Inbox::default();
        for number in 0..10_000 {
            inbox.touch(&format!("data/{number}.csv"));
        }
        assert_eq!(inbox.wait(LONG), Woken::Message);
        assert_eq!(inbox.settle(Duration::ZERO, LONG).len(), MOST_TOUCHED);
        assert_eq!(inbox.wait(Duration::ZERO), Woken::Time);
    }

    #[test]
    fn to_stop_is_heard_before_anything_else_and_stays() {
        let inbox = Inbox::default();
        inbox.touch("report.toml");
        inbox.clone().stop();
        assert_eq!(inbox.wait(LONG), Woken::Stop);
        inbox.settle(LONG, LONG);
        assert_eq!(inbox.wait(LONG), Woken::Stop);
    }

    #[test]
    fn messages_without_end_are_not_waited_for() {
        let inbox = Inbox::default();
        let other = inbox.clone();
        let speaker = std::thread::spawn(move || {
            while !other.is_stopped() {
                other.touch("data/log.csv");
            }
        });
        inbox.settle(LONG, Duration::from_millis(20));
        inbox.stop();
        speaker.join().unwrap();
    }
}
