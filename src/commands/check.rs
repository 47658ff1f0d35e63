//! `nenpo check`: shows every fault of a report and writes nothing.

use anyhow::Result;

use super::assembly::assemble;
use super::typesetting::typeset;
use crate::cli::{Check, OutputFormat};
use crate::terminal::{MessageFormat, Terminal, Written};

/// Checks a report as far as a build would go.
pub(super) fn check(check: &Check, terminal: &Terminal) -> Result<u8> {
    let formats = [OutputFormat::Pdf];
    let mut assembly = assemble(&check.selection, &formats);
    typeset(&mut assembly, &formats);
    terminal.diagnostics(&assembly.diagnostics, assembly.project.texts(), Written::NotAsked)?;
    let exit_code = assembly.diagnostics.exit_code();
    // Programs have read in the summary that there is no error.
    if exit_code == 0 && terminal.format() == MessageFormat::Human {
        terminal.say("no-errors", &[])?;
    }
    Ok(exit_code)
}
