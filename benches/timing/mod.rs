//! What benchmarks share: whole processes and their times, and ratios of times measured in turn.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a command to its end; none where it cannot be started or fails.
pub(crate) fn time(command: &mut Command) -> Option<Duration> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().ok()?;
    status.success().then(|| start.elapsed())
}

/// Prints the ratios of times that were measured in pairs.
pub(crate) fn report(what: &str, ours: &[Duration], theirs: &[Duration]) {
    let pairs = ours.iter().zip(theirs);
    let mut ratios: Vec<f64> = pairs.map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    match (ratios.first(), ratios.get(ratios.len() / 2), ratios.last()) {
        (Some(least), Some(median), Some(most)) => {
            println!("{what}: min {least:.2}, median {median:.2}, max {most:.2} of {} pairs", ratios.len());
        }
        _ => println!("{what}: the other program is not there"),
    }
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
