//! `nenpo packet`: writes a committee packet and prints the paths of its files.

use anyhow::Result;

use crate::cli::Packet;
use crate::pipeline::OUTPUT;
use crate::pipeline::packet::{PacketRequest, build};
use crate::terminal::{Terminal, Written};

/// Writes the packet completely or not at all.
pub(super) fn packet(packet: &Packet, terminal: &Terminal) -> Result<u8> {
    let out = packet.out.clone().unwrap_or_else(|| packet.folder.join(OUTPUT));
    let request = PacketRequest {
        folder: packet.folder.clone(),
        languages: packet.lang.clone(),
        require: packet.files.require.clone(),
        allow_signed: packet.files.allow_signed,
    };
    let outcome = build(&request, &out);
    let written = if outcome.written.is_empty() { Written::Nothing } else { Written::Some };
    terminal.diagnostics(&outcome.diagnostics, &outcome.texts, written)?;
    for path in &outcome.written {
        terminal.print_line(path.display())?;
    }
    Ok(outcome.diagnostics.exit_code())
}
