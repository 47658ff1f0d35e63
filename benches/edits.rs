//! What the desk does after an edit: one cell is changed again and again, and the pages of all editions are laid out in one
//! process, with the changed ones as SVG. Against a build from nothing of the same editions, and against `typst watch` on
//! the emitted sources of one of them.
//!
//! `cargo bench --bench edits -- SAMPLE EDITS` prints ratios, and on Linux how memory after all edits compares with that
//! after the first fifty. It needs the stock compiler (`TYPST`, or `typst`). Nothing is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

#[path = "timing/stock.rs"]
mod stock;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStderr, Stdio};
use std::time::{Duration, Instant};

use nenpo::pipeline::{Depth, Destination, Kept, Outcome, Request, build, preview};
use nenpo::report::Language;
use nenpo::typeset::svg;
use rayon::prelude::*;
use stock::stock;
use typst::comemo;

const SAMPLE: &str = "examples/medical-rd-fy2022";
const EDITS: usize = 200;
/// After so many edits memory is measured first.
const WARM: usize = 50;
/// Builds from nothing, and edits that are compared with `typst watch`.
const RUNS: usize = 10;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let sample = arguments.first().map_or(SAMPLE, String::as_str);
    let edits = arguments.get(1).and_then(|count| count.parse().ok()).unwrap_or(EDITS);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = folder.path().join("report");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sample), &report);
    let table = Table::new(&report);
    let all = Request::all(report);
    println!("{sample}");
    let cold = from_nothing(&all, folder.path());
    let after = edited(&all, &table, edits);
    print("an edit ÷ a build from nothing", &after, &cold);
    for template in ["followup", "report"] {
        let language = vec![Language::new("en").expect("a language")];
        let one = Request { templates: vec![template.to_owned()], languages: language, ..all.clone() };
        let (ours, stock) = beside_stock(&one, &table, folder.path());
        print(&format!("an edit of {template} in one language ÷ typst watch"), &ours, &stock);
    }
}

/// The table that is edited, as it is at first.
struct Table {
    path: PathBuf,
    text: String,
}

impl Table {
    fn new(report: &Path) -> Self {
        let path = report.join("data/actuals.csv");
        Self { text: fs::read_to_string(&path).expect("a table of actuals"), path }
    }

    fn edit(&self, number: usize) {
        fs::write(&self.path, changed(&self.text, number)).expect("the table can be written");
    }
}

fn from_nothing(request: &Request, folder: &Path) -> Vec<Duration> {
    let destination = Destination { folder: folder.join("out"), pages: Vec::new(), ppi: None };
    let one = |_| {
        comemo::evict(0);
        let start = Instant::now();
        sound(&build(request, &destination, None));
        start.elapsed()
    };
    (0..RUNS).map(one).collect()
}

/// The time from an edit to the changed pages.
fn shown(request: &Request, kept: &mut Kept) -> (Duration, usize) {
    let start = Instant::now();
    let outcome = preview(request, Depth::Pages, kept);
    sound(&outcome);
    let changed = outcome.previewed.iter().flat_map(|document| {
        let changed = outcome.changed.iter().filter(|changed| changed.identifier == document.identifier);
        changed.flat_map(|changed| &changed.pages).map(|number| &document.pages.pages()[number - 1])
    });
    // A browser asks for several at once.
    let drawn: Vec<String> = changed.collect::<Vec<_>>().into_par_iter().map(svg).collect();
    (start.elapsed(), drawn.len())
}

fn edited(request: &Request, table: &Table, edits: usize) -> Vec<Duration> {
    let mut kept = Kept::default();
    shown(request, &mut kept);
    let mut times = Vec::new();
    let mut warm = None;
    for edit in 1..=edits {
        table.edit(edit);
        let (time, pages) = shown(request, &mut kept);
        times.push(time);
        if edit == 1 {
            println!("an edit changes {pages} pages");
        }
        if edit == WARM {
            warm = memory();
        }
    }
    if let (Some(warm), Some(now)) = (warm, memory()) {
        println!("memory after {WARM} edits {warm} MB, after {edits} {now} MB: {:.2}", now as f64 / warm as f64);
    }
    times
}

/// The same edits of one edition by nenpo and by `typst watch`, in turn.
fn beside_stock(request: &Request, table: &Table, folder: &Path) -> (Vec<Duration>, Vec<Duration>) {
    // A value that was there before would be remembered by both.
    let sources: Vec<PathBuf> = (0..=RUNS)
        .map(|edit| {
            table.edit(edit);
            let sources = folder.join(format!("sources-{edit}"));
            let destination = Destination { folder: folder.join("out"), pages: Vec::new(), ppi: None };
            let outcome = build(request, &destination, Some(&sources));
            sound(&outcome);
            outcome.sources.first().expect("sources of one edition").folder.clone()
        })
        .collect();
    comemo::evict(0);
    let root = folder.join("watched");
    copy(&sources[0], &root);
    copy(&folder.join("sources-0/fonts"), &folder.join("fonts"));
    let mut stock = stock("watch", &root, &request.templates[0], &folder.join("watched.pdf"));
    let mut stock = stock.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the stock compiler");
    let mut said = BufReader::new(stock.stderr.take().expect("what it says"));
    compiled(&mut said);
    let mut kept = Kept::default();
    table.edit(0);
    shown(request, &mut kept);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (edit, sources) in sources.iter().enumerate().skip(1) {
        table.edit(edit);
        ours.push(shown(request, &mut kept).0);
        copy(sources, &root);
        theirs.push(compiled(&mut said));
    }
    stock.kill().expect("it can be ended");
    stock.wait().expect("it has ended");
    let _ = fs::remove_dir_all(&root);
    (ours, theirs)
}

/// How long the stock compiler says that its next compilation took.
fn compiled(said: &mut BufReader<ChildStderr>) -> Duration {
    let mut line = String::new();
    while said.read_line(&mut line).expect("it goes on") > 0 {
        if let Some((_, time)) = line.split_once("compiled ").and_then(|(_, rest)| rest.split_once(" in ")) {
            let time: String = time.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect();
            let unit = time.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
            let number: f64 = time[..time.len() - unit.len()].parse().unwrap_or(f64::NAN);
            return Duration::from_secs_f64(if unit.starts_with('m') { number / 1000.0 } else { number });
        }
        line.clear();
    }
    unreachable!("it watches until it is ended")
}

fn sound(outcome: &Outcome) {
    assert!(!outcome.diagnostics.has_errors(), "{:?}", outcome.diagnostics);
}

fn print(name: &str, ours: &[Duration], others: &[Duration]) {
    let middle = |times: &[Duration]| {
        let mut sorted = times.to_vec();
        sorted.sort();
        sorted[sorted.len() / 2].as_secs_f64()
    };
    println!(
        "{name}: {:.2} ({:.0} ms ÷ {:.0} ms)",
        middle(ours) / middle(others),
        middle(ours) * 1e3,
        middle(others) * 1e3
    );
}

/// Adds a little to the first value of the table.
fn changed(text: &str, edit: usize) -> String {
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
