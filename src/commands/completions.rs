//! `nenpo completions`: prints a completion script.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::report::Language;
use crate::terminal::{Stream, Terminal};

/// Descriptions are in the user's language.
pub(super) fn completions(shell: Shell, language: Option<&Language>, terminal: &Terminal) -> Result<u8> {
    let mut command = Terminal::for_command_line(language).explained(Cli::command(), Stream::Output);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "nenpo", &mut script);
    terminal.print_line(String::from_utf8_lossy(&script).trim_end())?;
    Ok(0)
}
