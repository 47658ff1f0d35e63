//! What the desk does after an edit: one cell is changed again and again, and the pages of all editions are laid out in one
//! process, with the changed ones as SVG; and from saving a cell to the pages in a browser that has opened the desk. Against a
//! build from nothing of the same editions, and against `typst watch` on the emitted sources of one of them.
//!
//! `cargo bench --bench edits -- SAMPLE EDITS` prints ratios, and on Linux how memory after all edits compares with that
//! after the first fifty. It needs the stock compiler (`TYPST`, or `typst`). Nothing is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

#[path = "../tests/suite/desk/client.rs"]
#[expect(dead_code, clippy::unwrap_used, clippy::panic, reason = "tests ask for more, and fail where this one panics")]
mod client;
#[path = "timing/stock.rs"]
mod stock;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStderr, Command, Stdio};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use client::Browser;
use nenpo::desk::{Options, serve};
use nenpo::pipeline::{Depth, Destination, Kept, Outcome, Request, build, preview};
use nenpo::report::Language;
use nenpo::typeset::svg;
use rayon::prelude::*;
use serde_json::Value;
use stock::stock;
use tokio::sync::Notify;
use typst::comemo;

/// The most time that is waited for an answer.
const LONG: Duration = Duration::from_secs(60);

const SAMPLE: &str = "examples/medical-rd-fy2022";
const EDITS: usize = 200;
/// After so many edits memory is measured first.
const WARM: usize = 50;
/// Builds from nothing, and edits that are compared with `typst watch`.
const RUNS: usize = 10;
/// After so long the PDFs of an edit have been checked, and the desk rests.
const CHECKED: Duration = Duration::from_secs(3);

/// Has this program build a report once, and end.
const ONCE: &str = "--once";

fn main() {
    if let Some(report) = std::env::args().skip_while(|argument| argument != ONCE).nth(1) {
        return build_once(PathBuf::from(report));
    }
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
    let (saved, built) = beside_builds(&all.folder, &table);
    print("from saving it to its pages in a browser ÷ a build by itself", &saved, &built);
    for template in ["followup", "report"] {
        let (ours, stock) = beside_stock(&all.folder, template, folder.path());
        print(
            &format!("from saving it to the pages of {template} in English in a browser ÷ typst watch"),
            &ours,
            &stock,
        );
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

fn build_once(report: PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let destination = Destination { folder: folder.path().to_owned(), pages: Vec::new(), ppi: None };
    sound(&build(&Request::all(report), &destination, None));
}

/// Edits at the desk, from saving to the changed pages in a browser, and builds of the same editions in processes of their own,
/// in turn.
fn beside_builds(report: &Path, table: &Table) -> (Vec<Duration>, Vec<Duration>) {
    let program = std::env::current_exe().expect("this program");
    let desk = Desk::open(report);
    let mut times = (Vec::new(), Vec::new());
    for edit in 1..=RUNS {
        times.0.push(desk.shown(|| table.edit(edit)));
        std::thread::sleep(CHECKED);
        let start = Instant::now();
        let status = Command::new(&program).arg(ONCE).arg(report).status().expect("a build");
        assert!(status.success(), "a build of a sound report");
        times.1.push(start.elapsed());
    }
    desk.close();
    times
}

/// The same edits of one edition, by a person at the desk and by one who has `typst watch`, in turn: from saving to the
/// changed pages in a browser, and to the PDF.
fn beside_stock(report: &Path, template: &str, folder: &Path) -> (Vec<Duration>, Vec<Duration>) {
    let one = folder.join("one");
    copy(report, &one);
    only(&one, template, "en");
    let table = Table::new(&one);
    // A value that was there before would be remembered by both.
    let sources: Vec<PathBuf> = (0..=RUNS)
        .map(|edit| {
            table.edit(edit);
            let sources = folder.join(format!("sources-{edit}"));
            let destination = Destination { folder: folder.join("out"), pages: Vec::new(), ppi: None };
            let outcome = build(&Request::all(one.clone()), &destination, Some(&sources));
            sound(&outcome);
            outcome.sources.first().expect("sources of one edition").folder.clone()
        })
        .collect();
    comemo::evict(0);
    let root = folder.join("watched");
    copy(&sources[0], &root);
    copy(&folder.join("sources-0/fonts"), &folder.join("fonts"));
    let mut stock = stock("watch", &root, template, &folder.join("watched.pdf"));
    let mut stock = stock.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the stock compiler");
    let mut said = BufReader::new(stock.stderr.take().expect("what it says"));
    until_compiled(&mut said);
    table.edit(0);
    let desk = Desk::open(&one);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (edit, sources) in sources.iter().enumerate().skip(1) {
        ours.push(desk.shown(|| table.edit(edit)));
        std::thread::sleep(CHECKED);
        let start = Instant::now();
        update(sources, &root);
        until_compiled(&mut said);
        theirs.push(start.elapsed());
    }
    desk.close();
    stock.kill().expect("it can be ended");
    stock.wait().expect("it has ended");
    for left in [one, root] {
        fs::remove_dir_all(left).expect("a folder of the benchmark");
    }
    (ours, theirs)
}

/// Leaves a report one edition.
fn only(report: &Path, template: &str, language: &str) {
    let path = report.join("report.toml");
    let text = fs::read_to_string(&path).expect("the settings");
    let mut settings: toml_edit::DocumentMut = text.parse().expect("settings");
    settings["edition"] = toml_edit::Item::ArrayOfTables(toml_edit::ArrayOfTables::new());
    let edition: toml_edit::DocumentMut =
        format!("template = \"{template}\"\nlanguages = [\"{language}\"]\n").parse().expect("an edition");
    settings["edition"].as_array_of_tables_mut().expect("editions").push(edition.as_table().clone());
    fs::write(path, settings.to_string()).expect("the settings can be written");
}

/// A desk and a browser that has opened it.
struct Desk {
    browser: Arc<Browser>,
    stop: Arc<Notify>,
    thread: JoinHandle<()>,
}

impl Desk {
    fn open(report: &Path) -> Self {
        let options = Options {
            folder: Some(report.to_owned()),
            language: Language::new("en").expect("a language"),
            program: "nenpo".into(),
            state: None,
            idle: None,
        };
        let server = serve(options).expect("a desk");
        let address = server.address();
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let thread = std::thread::spawn(move || server.run(&stopped).expect("a desk that runs"));
        let browser = Arc::new(Browser::new(&address));
        browser.listen(|state| state["report"]["revision"].as_u64() > Some(0));
        Self { browser, stop, thread }
    }

    /// The time from an edit to the changed pages in the browser.
    fn shown(&self, edit: impl FnOnce()) -> Duration {
        let (say, hear) = mpsc::channel();
        let browser = Arc::clone(&self.browser);
        let listener = std::thread::spawn(move || {
            let mut before = None;
            let state = browser.listen(|state| {
                let revision = state["report"]["revision"].as_u64();
                if before.is_none() {
                    before = revision;
                    say.send(()).expect("somebody waits");
                }
                revision > before
            });
            let documents = state["report"]["documents"].as_array().expect("documents");
            let pages = documents.iter().filter_map(|document| document["pages"].as_array()).flatten();
            let changed: Vec<&Value> = pages.filter(|page| page["is-changed"] == true).collect();
            assert!(!changed.is_empty(), "an edit that changes nothing");
            // A browser asks for several at once.
            changed.par_iter().for_each(|page| {
                let address = format!("/page/{}.svg", page["hash"].as_str().expect("a page"));
                assert_eq!(browser.get(&address).status, 200, "{address}");
            });
            Instant::now()
        });
        hear.recv().expect("a state");
        let start = Instant::now();
        edit();
        listener.join().expect("pages") - start
    }

    fn close(self) {
        self.stop.notify_one();
        self.thread.join().expect("a desk that ends");
    }
}

/// Waits until the stock compiler says that it has compiled.
fn until_compiled(said: &mut BufReader<ChildStderr>) {
    let mut line = String::new();
    while said.read_line(&mut line).expect("it goes on") > 0 {
        if line.contains("compiled ") && line.contains(" in ") {
            return;
        }
        line.clear();
    }
    unreachable!("it watches until it is ended")
}

/// Writes what differs, as a program does that makes files anew.
fn update(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("sources").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            update(&from, &to);
        } else if fs::read(&from).ok() != fs::read(&to).ok() {
            fs::copy(&from, &to).expect("a file can be written");
        }
    }
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
