//! Watches a report's folder and rebuilds what has changed: changes → builds → problems that appear and are fixed, pages
//! that differ. Does not depend on the command line, and prints nothing.
//!
//! Messages of the system (`observer`) only say when to look; what has changed is found by comparing contents
//! (`snapshot`). So a drive that reports nothing, a lost message, a touched file and nenpo's own output need no special
//! case: the folder is also looked at every few seconds without a message.

mod build;
mod engine;
mod faults;
mod inbox;
mod observer;
mod snapshot;

pub use build::{Build, Event, Silence};
pub use engine::{Goal, Observation, Pace, Watch};
pub use inbox::{Inbox, MOST_TOUCHED};

use std::time::Instant;

/// The time since an arbitrary moment, by which only waiting is decided, never what is written.
#[expect(clippy::disallowed_methods, reason = "to wait, a watcher needs a clock; its builds know none")]
fn now() -> Instant {
    Instant::now()
}
