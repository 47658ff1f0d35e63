//! The desk: a page in the browser that shows a report while its files are edited, and runs nenpo's commands.
//!
//! A watcher lays the pages out after every change; `model` holds what every open page of the browser shows, and
//! `routes` answers the requests that `guard` lets through. Commands run as processes of nenpo, by the line that the page
//! shows. The page itself is in `desk/`, its words in `desk.ftl`.

mod assets;
mod contents;
mod faults;
mod files;
mod guard;
mod jobs;
mod lines;
mod model;
mod places;
mod report;
mod routes;
mod running;
mod server;
mod settings;
mod uploads;

pub use faults::MOST_SHOWN;
pub use model::{Desk, MOST_JOBS};
pub use routes::LARGEST_REQUEST;
pub use running::{Running, state_folder};
pub use server::{LONGEST_REQUEST, MOST_CONNECTIONS, Options, Server, serve};

use std::time::Instant;

/// The time since an arbitrary moment: how long something takes or has been unused.
#[expect(clippy::disallowed_methods, reason = "to wait and to show progress, the desk needs a clock; builds know none")]
fn now() -> Instant {
    Instant::now()
}
