//! The same report is the same bytes on every machine: each sample is built twice as if on two computers, which share
//! nothing but its files. Their clocks cannot be set here: that nothing of ours reads a clock is a lint (`clippy.toml`),
//! and the two build at different seconds, the finest that a PDF can say.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::support::{contents_below, files_below, nenpo, repository, stderr};

/// Everything about a computer that must not show in a report.
struct Machine {
    /// Where the report lies, below a folder of its own.
    folder: &'static str,
    /// Whether the command starts in the report's folder; otherwise it is given the whole path.
    is_inside: bool,
    /// Whether files are made in the order of their names or against it, which is how many file systems list them.
    is_sorted: bool,
    /// What its files say of when they were changed, in seconds since 1970.
    changed: u64,
    /// How many files are drawn and compiled at once.
    threads: &'static str,
    environment: &'static [(&'static str, &'static str)],
}

const MACHINES: [Machine; 2] = [
    Machine {
        folder: "a",
        is_inside: true,
        is_sorted: true,
        changed: 86_400,
        threads: "1",
        environment: &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "ja_JP.UTF-8"), ("SOURCE_DATE_EPOCH", "0")],
    },
    Machine {
        folder: "another user's files/年報 2022/deep/er",
        is_inside: false,
        is_sorted: false,
        changed: 1_900_000_000,
        threads: "8",
        environment: &[
            ("TZ", "America/Los_Angeles"),
            ("LANG", "tr_TR.ISO-8859-9"),
            ("LANGUAGE", "ar:de"),
            ("SOURCE_DATE_EPOCH", "1900000000"),
            ("HOME", "/nowhere"),
            ("USER", "someone"),
            ("HOSTNAME", "elsewhere"),
            ("TYPST_FONT_PATHS", "/usr/share/fonts"),
            ("FONTCONFIG_PATH", "/etc/fonts"),
            ("RUST_LOG", "trace"),
            ("COLUMNS", "20"),
            ("CLICOLOR_FORCE", "1"),
        ],
    },
];

impl Machine {
    /// Brings a report to this machine.
    fn copy(&self, from: &Path, to: &Path) {
        let mut files: Vec<(String, PathBuf)> =
            files_below(from).into_iter().filter(|(name, _)| !name.starts_with("out/")).collect();
        if !self.is_sorted {
            files.reverse();
        }
        for (name, path) in files {
            let to = to.join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(&to, fs::read(path).unwrap()).unwrap();
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.changed);
            File::options().write(true).open(to).unwrap().set_modified(time).unwrap();
        }
    }

    /// Builds a report on this machine, in every form, and exports its data: what is written, by name.
    fn build(&self, report: &Path) -> BTreeMap<String, Vec<u8>> {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(self.folder);
        self.copy(report, &folder);
        for arguments in [&["build", "--format", "pdf,png,svg,html", "--ppi", "30"][..], &["export"]] {
            let mut command = if self.is_inside { nenpo(&folder) } else { nenpo(home.path()) };
            command.args(arguments);
            if !self.is_inside {
                command.arg(&folder);
            }
            command.env("RAYON_NUM_THREADS", self.threads).envs(self.environment.iter().copied());
            let output = command.output().unwrap();
            assert!(output.status.success(), "{}", stderr(&output));
        }
        contents_below(&folder.join("out"))
    }
}

/// Waits until another second begins.
#[expect(clippy::disallowed_methods, reason = "the clock is what the test is about")]
fn wait_for_the_next_second() {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    sleep(Duration::from_secs(now.as_secs() + 1).saturating_sub(now));
}

/// Requires that every machine makes the same of a report, and that this is something in each format.
fn require_same_bytes(report: &str) {
    let report = repository(report);
    let [first, second] = MACHINES.map(|machine| {
        wait_for_the_next_second();
        machine.build(&report)
    });
    for extension in [".pdf", ".png", ".svg", ".html", ".csv", ".json", ".xlsx"] {
        assert!(first.keys().any(|name| name.ends_with(extension)), "{:?}", first.keys());
    }
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let differing: Vec<&String> = first.keys().filter(|name| first[*name] != second[*name]).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn the_medical_sample_is_the_same_bytes_on_every_machine() {
    require_same_bytes("examples/medical-rd-fy2022");
}

#[test]
fn the_city_sample_is_the_same_bytes_on_every_machine() {
    require_same_bytes("examples/fictional-city-plan");
}

#[test]
fn a_report_with_its_data_attached_is_the_same_bytes_on_every_machine() {
    require_same_bytes("tests/cases/valid/long-values");
}
