//! Whole processes, side by side: nenpo building both editions of the sample against the stock compiler compiling each
//! of them from the emitted sources, with the same standards on the same machine.
//!
//! `cargo bench` prints ratios, which hold on a noisy machine where seconds do not. It needs the stock compiler:
//! `cargo install typst-cli --version 0.15.1 --locked`, or its path in `TYPST`. Nothing here is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

#[path = "timing/stock.rs"]
mod stock;
mod timing;

use std::process::Command;
use std::time::Duration;

use stock::stock;
use timing::{milliseconds, report, time};

/// Counted runs of each command; the first run of each is not counted.
const RUNS: usize = 20;
/// The sample.
const SAMPLE: &str = "examples/medical-rd-fy2022";
/// The editions that nenpo makes in one process, and the stock compiler one by one.
const EDITIONS: [&str; 2] = ["medical-rd-fy2022-followup-ja", "medical-rd-fy2022-followup-en"];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, sources) = (folder.path().join("out"), folder.path().join("sources"));
    let mut emit = nenpo();
    emit.args(["build", SAMPLE, "--template", "followup", "--out"]).arg(&out).arg("--emit-sources").arg(&sources);
    time(&mut emit).expect("the sample builds");

    let version = series(|| {
        let mut command = nenpo();
        command.arg("--version");
        command
    });
    println!("nenpo --version: median {:.1} ms", milliseconds(median(version)));

    let build = || {
        let mut command = nenpo();
        command.args(["build", SAMPLE, "--template", "followup", "--out"]).arg(&out);
        command
    };
    let output = folder.path().join("stock.pdf");
    if time(&mut stock("compile", &sources.join(EDITIONS[0]), "followup", &output)).is_none() {
        println!("the stock compiler is not there: cargo install typst-cli --version 0.15.1 --locked");
        return;
    }
    let mut ours = Vec::new();
    let mut theirs = [Vec::new(), Vec::new()];
    for run in 0..=RUNS {
        let (both, one, other) = (
            time(&mut build()),
            time(&mut stock("compile", &sources.join(EDITIONS[0]), "followup", &output)),
            time(&mut stock("compile", &sources.join(EDITIONS[1]), "followup", &output)),
        );
        if let (Some(both), Some(one), Some(other), true) = (both, one, other, run > 0) {
            ours.push(both);
            theirs[0].push(one);
            theirs[1].push(other);
        }
    }
    println!("nenpo, both editions: median {:.0} ms", milliseconds(median(ours.clone())));
    for (edition, times) in EDITIONS.iter().zip(&theirs) {
        println!("stock compiler, {edition}: median {:.0} ms", milliseconds(median(times.clone())));
        report(&format!("nenpo, both editions ÷ stock compiler, {edition}"), &ours, times);
    }
    let in_turn: Vec<Duration> = theirs[0].iter().zip(&theirs[1]).map(|(one, other)| *one + *other).collect();
    report("nenpo, both editions ÷ stock compiler, both in turn", &ours, &in_turn);
}

fn nenpo() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn series(command: impl Fn() -> Command) -> Vec<Duration> {
    (0..=RUNS).filter_map(|_| time(&mut command())).skip(1).collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
