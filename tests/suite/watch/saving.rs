//! Files that are being saved: empty, cut off, gone for a moment, or locked.

use std::fs;
use std::time::Duration;

use nenpo::diagnostic::{Code, Severity};
use nenpo::watch::{Observation, Pace};

use super::{ACTUALS, PATIENT, Watched};
use crate::support::copied;

const WORKBOOK: &str = "data/indicators.xlsx";

fn with_workbook(pace: Pace) -> Watched {
    Watched::new(copied("tests/cases/valid/workbook-xlsx"), pace, Observation::Inbox, |_, _| ())
}

#[test]
fn a_workbook_cut_off_in_the_middle_is_waited_for() {
    let watched = with_workbook(PATIENT);
    assert_eq!(watched.build().diagnostics.count(Severity::Error), 0);
    let whole = fs::read(watched.path(WORKBOOK)).unwrap();
    for length in [0, 10, whole.len() / 2, whole.len() - 10] {
        watched.write(WORKBOOK, &whole[..length]);
    }
    watched.write("report.toml", watched.read("report.toml") + "\n");
    watched.write(WORKBOOK, &whole);
    let build = watched.build();
    // A build of the half file may have begun; it is not shown.
    assert_eq!((build.appeared.found(), build.diagnostics.count(Severity::Error)), (0, 0), "{:?}", build.appeared);
}

#[test]
fn what_stays_broken_is_shown() {
    let watched = with_workbook(Pace { patience: Duration::from_millis(50), ..PATIENT });
    watched.build();
    let whole = fs::read(watched.path(WORKBOOK)).unwrap();
    watched.write(WORKBOOK, &whole[..whole.len() / 2]);
    let build = watched.build();
    assert!(
        build.appeared.sorted().iter().any(|problem| problem.code == Code::WorkbookUnreadable),
        "{:?}",
        build.appeared
    );
    watched.write(WORKBOOK, &whole);
    let build = watched.build();
    assert_eq!((build.gone.len(), build.diagnostics.count(Severity::Error)), (1, 0));
}

#[test]
fn a_file_that_is_away_for_a_moment_is_no_problem() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    // As some editors save: the old file is renamed, and a new one is written in its place.
    fs::rename(watched.path(ACTUALS), watched.path("data/actuals.csv~")).unwrap();
    watched.inbox.touch(ACTUALS);
    let text = fs::read_to_string(watched.path("data/actuals.csv~")).unwrap();
    watched.write(ACTUALS, text.replace("2023,57", "2023,58"));
    let (build, begun) = watched.counted_build();
    assert_eq!((build.changed, begun, build.diagnostics.found()), (vec![ACTUALS.to_owned()], 1, 0));
}

#[test]
fn a_file_that_stays_away_is_a_problem() {
    let watched = Watched::minimal(Pace { patience: Duration::from_millis(50), ..PATIENT });
    watched.first();
    fs::rename(watched.path(ACTUALS), watched.path("away.csv")).unwrap();
    watched.inbox.look();
    assert!(watched.build().diagnostics.found() > 0);
    fs::rename(watched.path("away.csv"), watched.path(ACTUALS)).unwrap();
    watched.inbox.look();
    assert_eq!(watched.build().diagnostics.found(), 0);
}

#[test]
#[cfg(unix)]
fn a_locked_file_is_read_once_it_is_released() {
    use std::os::unix::fs::PermissionsExt;
    let watched = Watched::minimal(PATIENT);
    watched.first();
    let permit = |mode| fs::set_permissions(watched.path(ACTUALS), fs::Permissions::from_mode(mode)).unwrap();
    permit(0o000);
    if fs::read(watched.path(ACTUALS)).is_ok() {
        // The superuser can read everything.
        return;
    }
    watched.inbox.touch(ACTUALS);
    permit(0o644);
    watched.change(ACTUALS, "2023,57", "2023,58");
    let build = watched.build();
    assert_eq!((build.written.len(), build.diagnostics.found()), (1, 0));
}
