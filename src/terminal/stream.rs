//! Detects colour support and width of output streams from the environment.

use std::env;
use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use terminal_size::{Width, terminal_size_of};

/// An output stream of the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// stdout.
    Output,
    /// stderr.
    Error,
}

impl Stream {
    pub(super) fn takes_colour(self) -> bool {
        let is_terminal = match self {
            Self::Output => io::stdout().is_terminal(),
            Self::Error => io::stderr().is_terminal(),
        };
        takes_colour(is_terminal, |name| env::var(name).ok())
    }

    /// `None` if it is not a terminal.
    pub(super) fn columns(self) -> Option<usize> {
        let size = match self {
            Self::Output => terminal_size_of(io::stdout()),
            Self::Error => terminal_size_of(io::stderr()),
        };
        size.map(|(Width(columns), _)| columns.into())
    }
}

/// Strips colour if stderr does not support it.
pub(super) fn standard_error() -> AutoStream<io::StderrLock<'static>> {
    let choice = if Stream::Error.takes_colour() { ColorChoice::Always } else { ColorChoice::Never };
    AutoStream::new(io::stderr().lock(), choice)
}

/// Whether the stream is a terminal and `NO_COLOR`, `CLICOLOR` and `TERM` do not disable colour.
fn takes_colour(is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let is = |name: &str, value: &str| variable(name).as_deref() == Some(value);
    let is_refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    is_terminal && !is_refused && !is("CLICOLOR", "0") && !is("TERM", "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_only_for_terminals_that_want_it() {
        let takes = |is_terminal, name: &str, value: &str| {
            takes_colour(is_terminal, |asked| (asked == name).then(|| value.to_owned()))
        };
        assert!(takes(true, "TERM", "xterm-256color"));
        assert!(takes(true, "NO_COLOR", ""));
        assert!(takes(true, "CLICOLOR", "1"));
        assert!(!takes(false, "TERM", "xterm-256color"));
        assert!(!takes(true, "NO_COLOR", "0"));
        assert!(!takes(true, "CLICOLOR", "0"));
        assert!(!takes(true, "TERM", "dumb"));
    }
}
