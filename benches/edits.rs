//! What `nenpo watch` does after an edit, against the build with which it begins: one cell is changed again and again, and
//! all editions are built in one process.
//!
//! `cargo bench --bench edits -- SAMPLE EDITS` prints the time of an edit as a share of the first build and, on Linux, how
//! memory after all edits compares with that after the first fifty. Nothing is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use nenpo::pipeline::{Destination, Kept, Request, rebuild};

const SAMPLE: &str = "examples/medical-rd-fy2022";
const EDITS: usize = 200;
/// After so many edits memory is measured first.
const WARM: usize = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let sample = arguments.first().map_or(SAMPLE, String::as_str);
    let edits = arguments.get(1).and_then(|count| count.parse().ok()).unwrap_or(EDITS);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("report");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sample), &report);
    let request = Request::all(report.clone());
    let destination = Destination { folder: folder.path().join("out"), pages: Vec::new(), ppi: None };
    let mut kept = Kept::default();
    let mut build = || {
        let start = Instant::now();
        let outcome = rebuild(&request, &destination, &mut kept);
        assert!(!outcome.diagnostics.has_errors(), "{:?}", outcome.diagnostics);
        let pages: usize = outcome.changed.iter().map(|document| document.pages.len()).sum();
        (start.elapsed(), outcome.written.len(), pages)
    };
    let (first, files, pages) = build();
    println!("{sample}: first build of {files} files with {pages} pages: {:.0} ms", first.as_secs_f64() * 1000.0);
    let actuals = report.join("data/actuals.csv");
    let text = fs::read_to_string(&actuals).expect("a table of actuals");
    let mut times: Vec<Duration> = Vec::new();
    let mut warm = None;
    for edit in 1..=edits {
        fs::write(&actuals, edited(&text, edit)).expect("the table can be written");
        let (time, files, pages) = build();
        times.push(time);
        if edit == 1 {
            println!("an edit changes {files} files and {pages} pages");
        }
        if edit == WARM {
            warm = memory();
        }
    }
    times.sort();
    let share = |time: Option<&Duration>| time.map_or(f64::NAN, |time| time.as_secs_f64() / first.as_secs_f64());
    println!(
        "an edit ÷ the first build: min {:.2}, median {:.2}, max {:.2} of {} edits",
        share(times.first()),
        share(times.get(times.len() / 2)),
        share(times.last()),
        times.len()
    );
    if let (Some(warm), Some(now)) = (warm, memory()) {
        println!("memory after {WARM} edits {warm} MB, after {edits} {now} MB: {:.2}", now as f64 / warm as f64);
    }
}

/// Adds a little to the first value of the table.
fn edited(text: &str, edit: usize) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let row = lines.get_mut(1).expect("a row");
    let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
    let value = cells.get_mut(2).expect("a value");
    let number: i64 = value.parse().expect("a whole number");
    // Never the value of the edits that the compiler still remembers.
    *value = (number + 1 + (edit % 40) as i64).to_string();
    *row = cells.join(",");
    lines.join("\n") + "\n"
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("the sample is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("a copy");
        }
    }
}

/// The resident set in MB that Linux keeps.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let size = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    size.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|size| size / 1024)
}
