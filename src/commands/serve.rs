//! `nenpo serve`: opens a page in the browser that shows reports while they are edited, until Ctrl-C or until the last page
//! has been closed for a while.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::sync::Notify;

use crate::cli::Serve;
use crate::desk::{self, Options, Running};
use crate::pipeline::{self, Request};
use crate::source::REPORT_FILE;
use crate::terminal::{Terminal, Written};

/// How long the last page has been closed when the desk ends. Browsers let pages sleep that nobody looks at.
const IDLE: Duration = Duration::from_secs(10 * 60);

/// Prints the address to stdout. A desk that runs already is used again.
pub(super) fn serve(options: &Serve, terminal: &Terminal) -> Result<u8> {
    let folder = options.folder.as_deref().map(std::path::absolute).transpose()?;
    if let Some(folder) = folder.as_ref().filter(|folder| !folder.join(REPORT_FILE).is_file()) {
        let outcome = pipeline::check(&Request::all(folder.clone()));
        terminal.diagnostics(&outcome.diagnostics, &outcome.texts, Written::NotAsked)?;
        return Ok(outcome.diagnostics.exit_code());
    }
    let state = desk::state_folder();
    let running = state.as_deref().and_then(Running::find);
    if let Some(address) = running.and_then(|running| running.ask(folder.as_deref())) {
        terminal.say("serving-already", &[])?;
        return shown(&address, options, terminal);
    }
    let program = std::env::current_exe().context("nenpo")?;
    let idle = (!options.keep).then_some(IDLE);
    let server = desk::serve(Options { folder, language: terminal.language().clone(), program, state, idle })?;
    let stop = Arc::new(Notify::new());
    let interrupted = Arc::clone(&stop);
    // Without a handler the process ends at once, and leaves nothing half written.
    let _ = ctrlc::set_handler(move || interrupted.notify_one());
    shown(&server.address(), options, terminal)?;
    terminal.say("serving", &[])?;
    server.run(&stop)?;
    Ok(0)
}

fn shown(address: &str, options: &Serve, terminal: &Terminal) -> Result<u8> {
    terminal.print_line(address)?;
    if !options.no_open
        && let Err(error) = open::that_detached(address)
    {
        terminal.say("not-opened", &[("path", address), ("reason", &error.to_string())])?;
    }
    Ok(0)
}
