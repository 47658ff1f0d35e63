//! `nenpo check`: shows every problem of a report and writes nothing.

use anyhow::Result;

use super::request;
use crate::cli::{Check, OutputFormat};
use crate::pipeline;
use crate::terminal::{MessageFormat, Terminal, Written};

pub(super) fn check(check: &Check, terminal: &Terminal) -> Result<u8> {
    let outcome = pipeline::check(&request(&check.selection, &[OutputFormat::Pdf]));
    terminal.diagnostics(&outcome.diagnostics, &outcome.texts, Written::NotAsked)?;
    let exit_code = outcome.diagnostics.exit_code();
    // For programs, the summary already says that there is no error.
    if exit_code == 0 && terminal.format() == MessageFormat::Human {
        terminal.say("no-errors", &[])?;
    }
    Ok(exit_code)
}
