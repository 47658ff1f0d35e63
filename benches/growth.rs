//! How the time and the peak memory of a build grow with the plan: whole processes that build one edition, in Japanese
//! and English, of generated plans of 50 to 500 indicators and five years of values.
//!
//! `cargo bench --bench growth`, or `cargo bench --bench growth -- followup` for another template than `report`. Sizes take
//! turns, so that what else the machine does falls on all of them. Peak memory is the resident set's high-water mark that
//! Linux keeps of each process, read every millisecond in runs of their own; elsewhere it is not known. Nothing is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark that cannot run has nothing to report")]

#[path = "../tests/suite/support/plan.rs"]
#[expect(dead_code, reason = "tests generate other plans too")]
mod plan;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nenpo::embedded;
use plan::{Plan, USUAL};

/// Indicators of each plan; all are compared with the first.
const SIZES: [usize; 4] = [50, 100, 200, 500];
/// Counted runs of each plan, one after a run that is not counted.
const RUNS: usize = 10;
/// Runs of each plan in which memory is read.
const MEMORY_RUNS: usize = 3;

/// What a plan took.
#[derive(Default)]
struct Taken {
    times: Vec<Duration>,
    peaks: Vec<u64>,
}

fn main() {
    let template = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_else(|| {
        let is_built_in = embedded::TEMPLATES.get_file("report/template.toml").is_some();
        if is_built_in { "report" } else { "followup" }.to_owned()
    });
    let folder = tempfile::tempdir().expect("a temporary folder");
    let projects = SIZES.map(|indicators| folder.path().join(indicators.to_string()));
    for (project, indicators) in projects.iter().zip(SIZES) {
        Plan { indicators, years: 5, ..USUAL }.write(project, &[&template]);
        let output = build(project).stderr(Stdio::piped()).output().expect("nenpo starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "the plan of {indicators} indicators does not build: {said}");
    }
    let mut taken = SIZES.map(|_| Taken::default());
    for run in 0..RUNS.max(MEMORY_RUNS) {
        for (project, taken) in projects.iter().zip(&mut taken) {
            if run < RUNS {
                taken.times.push(time(project));
            }
            if run < MEMORY_RUNS {
                taken.peaks.extend(peak(project));
            }
        }
    }
    println!("template {template}, both languages, five years of values, 6 groups; medians of {RUNS} runs");
    let times = taken.each_ref().map(|taken| median(&taken.times).map(|time| time.as_secs_f64() * 1000.0));
    let peaks = taken.each_ref().map(|taken| median(&taken.peaks).map(|kibibytes| kibibytes as f64 / 1024.0));
    print_growth("time", "ms", times);
    print_growth("peak memory", "MiB", peaks);
}

/// Prints a figure of each plan, how often that of the smallest it is, and how this compares to growing as the indicators
/// do; and, since every plan has the same fixed share, what each indicator took that the plan before did not have.
fn print_growth(what: &str, unit: &str, figures: [Option<f64>; SIZES.len()]) {
    let Some(figures) = figures.into_iter().collect::<Option<Vec<f64>>>() else {
        println!("{what}: not known on this system");
        return;
    };
    for (index, (figure, indicators)) in figures.iter().zip(SIZES).enumerate() {
        let (ratio, linear) = (figure / figures[0], indicators as f64 / SIZES[0] as f64);
        print!(
            "{what}, {indicators:>3} indicators: {figure:>5.0} {unit}, × {ratio:>5.2}, {:.2} of linear",
            ratio / linear
        );
        match index.checked_sub(1) {
            Some(before) => {
                let each = (figure - figures[before]) / (indicators - SIZES[before]) as f64;
                println!("; {each:.2} {unit} for each further indicator");
            }
            None => println!(),
        }
    }
}

fn build(project: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    command.arg("build").arg(project).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn time(project: &Path) -> Duration {
    let start = Instant::now();
    build(project).status().expect("nenpo starts");
    start.elapsed()
}

/// Returns the most memory that a build has at once, in KiB; none where the system does not tell.
fn peak(project: &Path) -> Option<u64> {
    let mut child = build(project).spawn().expect("nenpo starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("nenpo runs").is_none() {
        // A process that has just ended has no memory left to tell of.
        let read = fs::read_to_string(&status).ok();
        let line = read.as_deref().and_then(|read| read.lines().find_map(|line| line.strip_prefix("VmHWM:")));
        peak = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).max(peak);
        thread::sleep(Duration::from_millis(1));
    }
    peak
}

/// Returns the middle of some figures; none of none.
fn median<T: Ord + Copy>(figures: &[T]) -> Option<T> {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}
