//! The command without anything of the environment that could change what it says.

use std::path::Path;

use assert_cmd::Command;

/// Starts the command in a folder.
pub(crate) fn nenpo(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("nenpo").unwrap();
    command.env_clear().current_dir(folder);
    // Windows programs do not start without it.
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root);
    }
    command
}
