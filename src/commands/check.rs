//! `nenpo check`: shows every problem of a report or a packet and writes nothing.

use anyhow::Result;

use super::request;
use crate::cli::{Check, OutputFormat, Selection};
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::packet::PacketRequest;
use crate::pipeline::{self, Outcome};
use crate::source::packet_folder;
use crate::terminal::{MessageFormat, Terminal, Written};

pub(super) fn check(check: &Check, terminal: &Terminal) -> Result<u8> {
    let outcome = match packet_folder(&check.selection.folder) {
        Some(folder) => check_packet(PacketRequest::all(folder), &check.selection),
        None => pipeline::check(&request(&check.selection, &[OutputFormat::Pdf])),
    };
    terminal.diagnostics(&outcome.diagnostics, &outcome.texts, Written::NotAsked)?;
    let exit_code = outcome.diagnostics.exit_code();
    // For programs, the summary already says that there is no error.
    if exit_code == 0 && terminal.format() == MessageFormat::Human {
        terminal.say("no-errors", &[])?;
    }
    Ok(exit_code)
}

/// Checks a packet, which has its own templates and numbers.
fn check_packet(request: PacketRequest, selection: &Selection) -> Outcome {
    let mut outcome = pipeline::packet::check(&PacketRequest { languages: selection.lang.clone(), ..request });
    let unsuitable = [("template", !selection.template.is_empty()), ("material", selection.material.is_some())];
    for (option, _) in unsuitable.into_iter().filter(|(_, is_given)| *is_given) {
        outcome.diagnostics.push(Diagnostic::without_place(Code::UnsuitableOption).with("option", option));
    }
    outcome
}
