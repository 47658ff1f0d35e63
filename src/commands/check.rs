//! `nenpo check`: shows every problem of a report or a packet and writes nothing.

use std::path::PathBuf;

use anyhow::Result;

use super::request;
use crate::cli::{Check, OutputFormat};
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::packet::PacketRequest;
use crate::pipeline::{self, Outcome};
use crate::source::packet_folder;
use crate::terminal::{MessageFormat, Terminal, Written};

pub(super) fn check(check: &Check, terminal: &Terminal) -> Result<u8> {
    let outcome = match packet_folder(&check.selection.folder) {
        Some(folder) => check_packet(folder, check),
        None => check_report(check),
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
fn check_packet(folder: PathBuf, Check { selection, files }: &Check) -> Outcome {
    let outcome = pipeline::packet::check(&PacketRequest {
        folder,
        languages: selection.lang.clone(),
        require: files.require.clone(),
        allow_signed: files.allow_signed,
    });
    let unsuitable = [("template", !selection.template.is_empty()), ("material", selection.material.is_some())];
    with_unsuitable(outcome, unsuitable)
}

/// Checks a report, which consists of no files of others.
fn check_report(Check { selection, files }: &Check) -> Outcome {
    let outcome = pipeline::check(&request(selection, &[OutputFormat::Pdf]));
    with_unsuitable(outcome, [("require", !files.require.is_empty()), ("allow-signed", files.allow_signed)])
}

/// Adds an error for each option that is given and does not apply.
fn with_unsuitable(mut outcome: Outcome, options: [(&str, bool); 2]) -> Outcome {
    for (option, _) in options.into_iter().filter(|(_, is_given)| *is_given) {
        outcome.diagnostics.push(Diagnostic::without_place(Code::UnsuitableOption).with("option", option));
    }
    outcome
}
