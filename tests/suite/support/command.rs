//! The command, without anything of the environment that could change what it does.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// Returns the command, to be started in a folder.
pub(crate) fn nenpo(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("nenpo").unwrap();
    command.env_clear().current_dir(folder);
    // Windows programs do not start without it.
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root);
    }
    command
}

/// Returns what the command has written to stderr.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs the command in a folder and returns what it prints to stdout. It has to succeed, and may warn.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = nenpo(folder).args(arguments).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success() && !said.contains("error["), "{}: {said}", folder.display());
    String::from_utf8(output.stdout).unwrap()
}

/// Builds a report into `out` and its sources into `sources`, both in a new folder. Returns the folder, and what the
/// command says in English.
pub(crate) fn built_with_sources(report: &Path, arguments: &[&str]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = nenpo(folder.path());
    command.arg("build").arg(report).args(["--ui-lang", "en", "--out", "out", "--emit-sources", "sources"]);
    let output = command.args(arguments).output().unwrap();
    let said = stderr(&output);
    assert!(output.status.success(), "{}: {said}", report.display());
    (folder, said)
}
