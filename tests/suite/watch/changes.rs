//! What is a change, and what a change causes.

use std::fs::{self, File};
use std::time::Duration;

use nenpo::diagnostic::{Code, Severity};
use nenpo::watch::{Event, Observation, Pace, Silence};

use super::{ACTUALS, PATIENT, Watched};
use crate::support::{MINIMAL, copied};

#[test]
fn a_changed_cell_is_in_the_pdf() {
    let watched = Watched::minimal(PATIENT);
    let first = watched.first();
    assert_eq!(first.documents[0].pages.len(), first.documents[0].page_count);
    let before = fs::read(watched.pdf()).unwrap();
    watched.change(ACTUALS, "2023,57", "2023,58");
    let build = watched.build();
    assert_eq!((build.changed.as_slice(), build.written.as_slice()), (&[ACTUALS.to_owned()][..], &[watched.pdf()][..]));
    assert!(!build.documents[0].pages.is_empty());
    let after = fs::read(watched.pdf()).unwrap();
    assert_ne!(before, after);
    // A build by itself writes the same.
    let request = nenpo::pipeline::Request {
        languages: vec![nenpo::report::Language::new("ja").unwrap()],
        ..nenpo::pipeline::Request::all(watched.folder.path().to_owned())
    };
    let folder = tempfile::tempdir().unwrap();
    let destination = nenpo::pipeline::Destination { folder: folder.path().to_owned(), pages: Vec::new(), ppi: None };
    let outcome = nenpo::pipeline::build(&request, &destination, None);
    assert!(fs::read(&outcome.written[0]).unwrap() == after);
}

#[test]
fn every_kind_of_file_is_a_change() {
    let watched = Watched::minimal(Pace { patience: Duration::from_millis(50), ..PATIENT });
    watched.first();
    watched.change("locales/ja/report.ftl", "\n", "\n\n");
    assert!(watched.build().written.is_empty(), "an empty line prints nothing");
    watched.change("report.toml", "published = 2024-06-01", "published = 2024-06-02");
    assert_eq!(watched.build().written.len(), 1);
    watched.change("figures/river.svg", "<svg ", "<svg id=\"river\" ");
    assert_eq!(watched.build().changed, ["figures/river.svg"]);
    fs::create_dir_all(watched.path("templates/followup")).unwrap();
    let main = include_str!("../../../templates/followup/main.typ");
    watched.write("templates/followup/main.typ", format!("{main}\n#pagebreak()\nlast"));
    let build = watched.build();
    assert_eq!(build.changed, ["templates/followup/main.typ"]);
    assert_eq!(build.documents.len(), 1, "{:?}", build.diagnostics);
    fs::create_dir_all(watched.path("fonts")).unwrap();
    watched.write("fonts/broken.otf", "no font");
    let build = watched.build();
    assert!(build.appeared.sorted().iter().any(|problem| problem.code == Code::InvalidFont));
    fs::remove_file(watched.path("fonts/broken.otf")).unwrap();
    watched.inbox.touch("fonts/broken.otf");
    assert_eq!(watched.build().gone.len(), 1);
}

#[test]
fn problems_appear_once_and_are_fixed_once() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    let before = fs::read(watched.pdf()).unwrap();
    watched.change(ACTUALS, "2023,57", "2023,abc");
    let build = watched.build();
    let appeared: Vec<Code> = build.appeared.sorted().iter().map(|problem| problem.code).collect();
    assert_eq!((appeared.as_slice(), build.gone.len()), (&[Code::NotANumber][..], 0));
    assert!(build.written.is_empty());
    assert!(fs::read(watched.pdf()).unwrap() == before, "a file is only replaced if all is well");
    // A row above moves the problem.
    let text = watched.read(ACTUALS);
    watched.write(
        ACTUALS,
        text.replace(
            "water-cleanups,2023,abc,,\nwater-cleanups-schools,2023,12,provisional,\n",
            "water-cleanups-schools,2023,12,provisional,\nwater-cleanups,2023,abc,,\n",
        ),
    );
    let build = watched.build();
    assert_eq!((build.appeared.found(), build.gone.len()), (0, 0));
    assert_eq!(build.diagnostics.count(Severity::Error), 1);
    watched.change(ACTUALS, "2023,abc", "2023,57");
    let build = watched.build();
    assert_eq!((build.appeared.found(), build.gone.len(), build.diagnostics.found()), (0, 1, 0));
    assert_eq!(build.gone[0].code, Code::NotANumber);
}

#[test]
fn a_touch_and_what_programs_leave_cause_nothing() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    let file = File::options().write(true).open(watched.path(ACTUALS)).unwrap();
    file.set_modified(file.metadata().unwrap().modified().unwrap() + Duration::from_secs(60)).unwrap();
    watched.inbox.touch(ACTUALS);
    let text = watched.read(ACTUALS);
    watched.write(ACTUALS, text);
    for leftover in ["data/~$actuals.xlsx", "data/.actuals.csv.swp", "data/4913", "data/actuals.csv~", "out/x.pdf"] {
        watched.write(leftover, "x");
    }
    watched.change(ACTUALS, "2023,57", "2023,58");
    let (build, begun) = watched.counted_build();
    assert_eq!((build.changed, begun), (vec![ACTUALS.to_owned()], 1));
    assert_eq!(build.appeared.found(), 0, "{:?}", build.appeared);
}

#[test]
fn a_change_that_is_taken_back_causes_nothing() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    let text = watched.read(ACTUALS);
    // Empty, as if it were being saved.
    watched.write(ACTUALS, "");
    watched.write(ACTUALS, text);
    watched.change("report.toml", "2024-06-01", "2024-06-02");
    let (build, begun) = watched.counted_build();
    assert_eq!((build.changed, begun), (vec!["report.toml".to_owned()], 1));
}

#[test]
fn ten_thousand_messages_cause_one_build() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    for number in 0..10_000 {
        watched.inbox.touch(&format!("data/{number}.csv"));
    }
    watched.change(ACTUALS, "2023,57", "2023,58");
    let (build, begun) = watched.counted_build();
    assert_eq!((build.changed, begun), (vec![ACTUALS.to_owned()], 1));
}

#[test]
fn a_change_during_a_build_is_not_lost() {
    let mut is_changed = false;
    let watched = Watched::new(copied(MINIMAL), PATIENT, Observation::Inbox, move |folder, event| {
        // The folder has been looked at, and nothing is read yet.
        if matches!(event, Event::Begun(_)) && !std::mem::replace(&mut is_changed, true) {
            crate::support::change(&folder.join(ACTUALS), "2023,57", "2023,58");
        }
    });
    watched.first();
    watched.inbox.look();
    let build = watched.build();
    assert_eq!(build.changed, [ACTUALS]);
    assert!(build.written.is_empty(), "the first build has already read it");
}

#[test]
fn the_last_of_quick_changes_counts() {
    let watched = Watched::minimal(PATIENT);
    watched.first();
    for value in 58..78 {
        watched.change(ACTUALS, &format!("2023,{}", value - 1), &format!("2023,{value}"));
    }
    let mut builds = 0;
    let seen = |build: &nenpo::watch::Build| {
        build.texts.iter().any(|(name, text)| &**name == ACTUALS && text.contains("2023,77"))
    };
    loop {
        let build = watched.build();
        builds += 1;
        if seen(&build) {
            break;
        }
    }
    assert!(builds <= 20, "{builds}");
}

#[test]
fn a_drive_that_reports_nothing_is_looked_at() {
    let watched = Watched::minimal(Pace { look: Duration::from_millis(30), ..PATIENT });
    watched.first();
    // Without a message.
    crate::support::change(&watched.path(ACTUALS), "2023,57", "2023,58");
    assert_eq!(watched.build().changed, [ACTUALS]);
    crate::support::change(&watched.path(ACTUALS), "2023,58", "2023,59");
    let looking = watched.next();
    assert!(matches!(looking, Event::Looking { silence: Silence::Unknown, .. }), "{looking:?}");
    assert_eq!(watched.build().changed, [ACTUALS]);
}
