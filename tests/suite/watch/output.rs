//! Where the files are written: folders that cannot be written, and nenpo's own files.

use std::fs;
use std::time::Duration;

use nenpo::diagnostic::Code;
use nenpo::watch::{Build, Observation, Pace};

use super::{ACTUALS, PATIENT, Watched};
use crate::support::{MINIMAL, copied, names};

fn is_unwritable(build: &Build) -> bool {
    build.appeared.sorted().iter().any(|problem| problem.code == Code::FileUnwritable)
}

#[test]
fn what_could_not_be_written_is_written_as_soon_as_it_can() {
    let folder = copied(MINIMAL);
    fs::write(folder.path().join("out"), "in the way").unwrap();
    let watched =
        Watched::new(folder, Pace { retry: Duration::from_millis(20), ..PATIENT }, Observation::Inbox, |_, _| ());
    let build = watched.build();
    assert!(is_unwritable(&build));
    fs::remove_file(watched.path("out")).unwrap();
    // Without any change of the report.
    let build = watched.build();
    assert_eq!((build.written.as_slice(), build.diagnostics.found()), (&[watched.pdf()][..], 0));
    assert!(build.gone.iter().any(|problem| problem.code == Code::FileUnwritable));
}

#[test]
fn a_failure_to_write_does_not_end_it() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    let before = fs::read(watched.pdf()).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(watched.path("out"), elsewhere.path().join("out")).unwrap();
    fs::write(watched.path("out"), "in the way").unwrap();
    watched.change(ACTUALS, "2023,57", "2023,58");
    let build = watched.build();
    assert!(build.written.is_empty() && is_unwritable(&build));
    fs::remove_file(watched.path("out")).unwrap();
    fs::rename(elsewhere.path().join("out"), watched.path("out")).unwrap();
    watched.change(ACTUALS, "2023,58", "2023,59");
    let build = watched.build();
    assert_eq!((build.written.len(), build.diagnostics.found()), (1, 0));
    assert!(fs::read(watched.pdf()).unwrap() != before);
    assert_eq!(names(&watched.path("out")), ["minimal-followup-ja.pdf"]);
}

#[test]
fn a_removed_file_is_written_again_with_the_next_build() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    fs::remove_dir_all(watched.path("out")).unwrap();
    watched.change("locales/ja/report.ftl", "\n", "\n\n");
    let build = watched.build();
    assert_eq!((build.written.as_slice(), build.documents.len()), (&[watched.pdf()][..], 0));
}

#[test]
fn its_own_files_cause_no_build() {
    let watched = Watched::new(
        copied(MINIMAL),
        Pace { look: Duration::from_millis(50), ..PATIENT },
        Observation::System,
        |_, _| (),
    );
    watched.first();
    for value in 58..61 {
        watched.change(ACTUALS, &format!("2023,{}", value - 1), &format!("2023,{value}"));
        // At most one build more, if the change was seen in two steps; never one of the output.
        let (build, begun) = watched.counted_build();
        assert_eq!((build.changed, build.written.len(), begun), (vec![ACTUALS.to_owned()], 1, 1));
    }
    assert_eq!(names(&watched.path("out")), ["minimal-followup-ja.pdf"]);
}

#[test]
fn what_is_already_there_is_not_written_again_and_is_still_named() {
    let watched = Watched::minimal(PATIENT);
    assert_eq!(watched.first().outputs, [watched.pdf()]);
    let folder = copied(MINIMAL);
    crate::support::copy(watched.folder.path(), folder.path());
    fs::create_dir(folder.path().join("out")).unwrap();
    fs::copy(watched.pdf(), folder.path().join("out/minimal-followup-ja.pdf")).unwrap();
    let again = Watched::new(folder, PATIENT, Observation::Inbox, |_, _| ());
    let build = again.build();
    assert_eq!((build.written.len(), build.outputs.as_slice()), (0, &[again.pdf()][..]));
}
