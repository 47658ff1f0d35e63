//! `nenpo verify`: checks that PDFs agree with their attached data and with each other.

use anyhow::Result;

use crate::cli::Verify;
use crate::terminal::{Terminal, Written};
use crate::verification;

pub(super) fn verify(verify: &Verify, terminal: &Terminal) -> Result<u8> {
    let found = verification::verify(&verify.files);
    terminal.diagnostics(&found.diagnostics, &found.texts, Written::NotAsked)?;
    for verified in &found.verified {
        let (cells, tables) = (verified.cells.to_string(), verified.tables.to_string());
        terminal.say("verified", &[("file", &verified.file), ("cells", &cells), ("tables", &tables)])?;
    }
    for pair in &found.agreeing {
        let rows = pair.rows.to_string();
        let proven = if pair.is_verified { "yes" } else { "no" };
        let arguments: [(&str, &str); 4] =
            [("document", &pair.first), ("other", &pair.other), ("rows", &rows), ("proven", proven)];
        terminal.say("agreeing", &arguments)?;
    }
    Ok(found.diagnostics.exit_code())
}
