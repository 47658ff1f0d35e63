//! Whole processes, side by side: nenpo building both editions of the sample against the stock compiler compiling one
//! edition from the emitted sources, with the same standards on the same machine.
//!
//! `cargo bench` prints ratios, which hold on a noisy machine where seconds do not. It needs the stock compiler:
//! `cargo install typst-cli --version 0.15.1 --locked`, or its path in `TYPST`. Nothing here is asserted.

#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Counted runs of each command; the first run of each is not counted.
const RUNS: usize = 20;
/// The sample.
const SAMPLE: &str = "examples/medical-rd-fy2022";
/// The edition that the stock compiler makes.
const EDITION: &str = "medical-rd-fy2022-followup-ja";

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, sources) = (folder.path().join("out"), folder.path().join("sources"));
    let mut emit = nenpo();
    emit.args(["build", SAMPLE, "--out"]).arg(&out).arg("--emit-sources").arg(&sources);
    time(&mut emit).expect("the sample builds");

    let version = series(|| {
        let mut command = nenpo();
        command.arg("--version");
        command
    });
    println!("nenpo --version: median {:.1} ms", milliseconds(median(version)));

    let build = || {
        let mut command = nenpo();
        command.args(["build", SAMPLE, "--out"]).arg(&out);
        command
    };
    let stock = || stock(&sources, &folder.path().join("stock.pdf"));
    if time(&mut stock()).is_none() {
        println!("the stock compiler is not there: cargo install typst-cli --version 0.15.1 --locked");
        return;
    }
    let mut pairs = Vec::new();
    for run in 0..=RUNS {
        let pair = (time(&mut build()), time(&mut stock()));
        if let ((Some(ours), Some(theirs)), true) = (pair, run > 0) {
            pairs.push((ours, theirs));
        }
    }
    let mut ratios: Vec<f64> = pairs.iter().map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    let (ours, theirs) = pairs.into_iter().unzip();
    println!("nenpo, both editions: median {:.0} ms", milliseconds(median(ours)));
    println!("stock compiler, one edition: median {:.0} ms", milliseconds(median(theirs)));
    println!(
        "ratio, pair by pair: min {:.2}, median {:.2}, max {:.2} of {} pairs",
        ratios.first().copied().unwrap_or_default(),
        ratios.get(ratios.len() / 2).copied().unwrap_or_default(),
        ratios.last().copied().unwrap_or_default(),
        ratios.len(),
    );
}

fn nenpo() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn stock(sources: &Path, output: &Path) -> Command {
    let root = sources.join(EDITION);
    let mut command = Command::new(std::env::var_os("TYPST").unwrap_or_else(|| "typst".into()));
    command
        .args(["compile", "--ignore-system-fonts", "--features", "a11y-extras", "--pdf-standard", "a-2a,ua-1"])
        .arg("--font-path")
        .arg(sources.join("fonts"))
        .arg("--root")
        .arg(&root)
        .arg(root.join("templates/followup/main.typ"))
        .arg(output);
    command
}

/// Runs a command to its end; none where it cannot be started or fails.
fn time(command: &mut Command) -> Option<Duration> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().ok()?;
    status.success().then(|| start.elapsed())
}

fn series(command: impl Fn() -> Command) -> Vec<Duration> {
    (0..=RUNS).filter_map(|_| time(&mut command())).skip(1).collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
