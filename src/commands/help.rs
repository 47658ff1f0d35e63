//! Handles command lines without a runnable command: help, version, errors.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, ValueEnum};

use super::ENVIRONMENT;
use crate::cli::Cli;
use crate::report::Language;
use crate::terminal::{MessageFormat, Stream, Terminal};

/// Prints help, version or a command line error in the user's language, and returns the exit code.
///
/// Loading the messages takes time, so the command line is first parsed without them, and parsed again here to get the
/// same error with localized texts.
#[must_use]
pub fn explain(error: &clap::Error) -> u8 {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let language = option(&arguments, "--ui-lang").and_then(|tag| Language::new(&tag)).filter(Terminal::speaks);
    let format = option(&arguments, "--message-format").and_then(|format| MessageFormat::from_str(&format, false).ok());
    let said = if error.kind() == ErrorKind::DisplayVersion {
        error.print()
    } else {
        let language = language.or_else(Terminal::language_of_environment);
        let terminal = Terminal::for_command_line(language.as_ref()).with_format(format.unwrap_or_default());
        let stream = if error.use_stderr() { Stream::Error } else { Stream::Output };
        let explained = terminal.explained(Cli::command(), stream).try_get_matches_from(arguments);
        match explained.as_ref().err().unwrap_or(error) {
            help if help.kind() == ErrorKind::DisplayHelp => help.print(),
            help if is_help(help) && terminal.format() == MessageFormat::Human => help.print(),
            misuse => terminal.misuse(misuse),
        }
    };
    // If the stream is closed, nobody can be told.
    if said.is_ok() && !error.use_stderr() { 0 } else { ENVIRONMENT }
}

/// Whether help is shown because there are no arguments.
fn is_help(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// The value of a global long option, before the command line is parsed.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy()).take_while(|text| text != "--");
    loop {
        let argument = arguments.next()?;
        match argument.strip_prefix(name) {
            Some("") => return arguments.next().map(Into::into),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
}
