//! `nenpo completions`: prints a completion script.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::terminal::Terminal;

/// Prints the completion script of a shell.
pub(super) fn completions(shell: Shell, terminal: &Terminal) -> Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "nenpo", &mut script);
    terminal.datum(String::from_utf8_lossy(&script).trim_end())?;
    Ok(0)
}
