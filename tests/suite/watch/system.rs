//! With the messages of the system, on a real folder.

use std::fs;
use std::path::Path;
use std::time::Duration;

use nenpo::diagnostic::Severity;
use nenpo::watch::{Build, Observation, Pace};

use super::{ACTUALS, NEVER, PATIENT, Watched};
use crate::support::{MINIMAL, copied, copy, repository};

/// Looks often enough for a test; messages may be lost.
const REAL: Pace = Pace { look: Duration::from_millis(500), patience: Duration::from_millis(300), ..PATIENT };

fn watched(pace: Pace) -> Watched {
    let watched = Watched::new(copied(MINIMAL), pace, Observation::System, |_, _| ());
    watched.first();
    watched
}

fn changed(folder: &Path, from: &str, to: &str) -> String {
    let text = fs::read_to_string(folder.join(ACTUALS)).unwrap();
    assert!(text.contains(from), "{text}");
    text.replace(from, to)
}

/// The first build that has read this text.
fn build_with(watched: &Watched, text: &str) -> Build {
    loop {
        let build = watched.build();
        if build.texts.iter().any(|(name, content)| &**name == ACTUALS && content.contains(text)) {
            return build;
        }
    }
}

#[test]
fn a_written_file_is_heard_of() {
    // Only by messages.
    let watched = watched(Pace { look: NEVER, ..PATIENT });
    fs::write(watched.path(ACTUALS), changed(watched.folder.path(), "2023,57", "2023,58")).unwrap();
    assert_eq!(watched.build().changed, [ACTUALS]);
}

#[test]
fn files_that_are_replaced_by_renaming_are_still_watched() {
    let watched = watched(REAL);
    for value in 58..61 {
        let text = changed(watched.folder.path(), &format!("2023,{}", value - 1), &format!("2023,{value}"));
        fs::write(watched.path("data/.actuals.csv.new"), text).unwrap();
        fs::rename(watched.path("data/.actuals.csv.new"), watched.path(ACTUALS)).unwrap();
        assert_eq!(build_with(&watched, &format!("2023,{value}")).diagnostics.count(Severity::Error), 0);
    }
}

#[test]
fn a_folder_that_is_removed_and_made_again_is_still_watched() {
    let watched = watched(REAL);
    fs::remove_dir_all(watched.path("data")).unwrap();
    while watched.build().diagnostics.count(Severity::Error) == 0 {}
    copy(&repository(MINIMAL).join("data"), &watched.path("data"));
    while watched.build().diagnostics.count(Severity::Error) > 0 {}
    fs::write(watched.path(ACTUALS), changed(watched.folder.path(), "2023,57", "2023,58")).unwrap();
    assert_eq!(build_with(&watched, "2023,58").diagnostics.count(Severity::Error), 0);
}

#[test]
#[cfg(not(windows))]
fn the_reports_own_folder_can_be_replaced() {
    let above = tempfile::tempdir().unwrap();
    let watched = watched(REAL);
    fs::rename(watched.folder.path(), above.path().join("old")).unwrap();
    while watched.build().diagnostics.count(Severity::Error) == 0 {}
    assert!(!watched.folder.path().exists(), "nothing is written where there is no report");
    copy(&repository(MINIMAL), watched.folder.path());
    while watched.build().diagnostics.count(Severity::Error) > 0 {}
    fs::write(watched.path(ACTUALS), changed(watched.folder.path(), "2023,57", "2023,58")).unwrap();
    assert_eq!(build_with(&watched, "2023,58").diagnostics.count(Severity::Error), 0);
}

#[test]
fn thousands_of_new_files_do_not_hide_a_change() {
    let watched = watched(REAL);
    fs::create_dir(watched.path("data/many")).unwrap();
    for number in 0..10_000 {
        fs::write(watched.path(&format!("data/many/{number}.tmp")), "x").unwrap();
    }
    fs::write(watched.path(ACTUALS), changed(watched.folder.path(), "2023,57", "2023,58")).unwrap();
    let build = build_with(&watched, "2023,58");
    assert_eq!(build.diagnostics.count(Severity::Error), 0, "{:?}", build.appeared.sorted().first());
}
