//! `nenpo export`: writes a report's data as open data and prints the path of its descriptor.

use anyhow::Result;

use crate::cli::Export;
use crate::pipeline::{self, OUTPUT};
use crate::terminal::{Terminal, Written};

/// Writes the package completely or not at all.
pub(super) fn export(export: &Export, terminal: &Terminal) -> Result<u8> {
    let out = export.out.clone().unwrap_or_else(|| export.folder.join(OUTPUT));
    let outcome = pipeline::export(export.folder.clone(), &out, export.bom);
    let written = if outcome.written.is_empty() { Written::Nothing } else { Written::Some };
    terminal.diagnostics(&outcome.diagnostics, &outcome.texts, written)?;
    for path in &outcome.written {
        terminal.print_line(path.display())?;
    }
    Ok(outcome.diagnostics.exit_code())
}
