//! `nenpo build`: writes a report as PDFs, images or web pages, prints their paths and, if asked, opens them.

use anyhow::Result;

use super::open::open;
use super::request;
use crate::cli::Build;
use crate::pipeline::{self, Destination, OUTPUT};
use crate::terminal::{Terminal, Written};

pub(super) fn build(build: &Build, terminal: &Terminal) -> Result<u8> {
    let request = request(&build.selection, &build.format);
    let folder = build.out.clone().unwrap_or_else(|| request.folder.join(OUTPUT));
    let destination = Destination { folder, pages: build.pages.clone(), ppi: build.ppi };
    let outcome = pipeline::build(&request, &destination, build.emit_sources.as_deref());
    for sources in &outcome.sources {
        terminal.say("emitted", &[("command", &sources.command)])?;
    }
    let written = if outcome.written.is_empty() { Written::Nothing } else { Written::Some };
    terminal.diagnostics(&outcome.diagnostics, &outcome.texts, written)?;
    for path in &outcome.written {
        terminal.print_line(path.display())?;
    }
    if build.open {
        open(&outcome.outputs, &destination.folder, terminal)?;
    }
    Ok(outcome.diagnostics.exit_code())
}
