//! What users see on the terminal: faults on stderr, paths on stdout. Knows the languages of messages, and no report.

mod display;
mod excerpt;
mod help;
mod json;
mod lines;
mod printable;
mod speech;
mod stream;
mod usage;
mod wrap;

use std::fmt::Display;
use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;
use codespan_reporting::diagnostic::Severity as RenderedSeverity;
use codespan_reporting::term::termcolor::WriteColor;

pub use json::message_schema;
pub use usage::Unsuitable;

use display::TextLines;
use json::{Failure, Message, Note, Summary};

use crate::diagnostic::{Diagnostics, Severity};
use crate::embedded;
use crate::locale::{Arguments, Layer, LocaleFile, Words};
use crate::report::Language;
use crate::source::Texts;

/// The language of messages where no other is known.
const FALLBACK_LANGUAGE: &str = "en";

/// Whom messages are for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// People.
    #[default]
    Human,
    /// Programs: one JSON object a line.
    Json,
}

/// Speaks to the user.
pub struct Terminal {
    words: Words,
    format: MessageFormat,
    is_verbose: bool,
}

impl Terminal {
    /// Prepares the words of a language; where nenpo does not speak it, those of English.
    #[must_use]
    pub fn new(language: Option<&Language>) -> Self {
        Self::with_files(language, &[embedded::DIAGNOSTICS_FILE])
    }

    /// Prepares the words of a language with those for the command line, which take a while and are seldom needed.
    #[must_use]
    pub fn for_command_line(language: Option<&Language>) -> Self {
        Self::with_files(language, &[embedded::DIAGNOSTICS_FILE, embedded::COMMAND_FILE])
    }

    fn with_files(language: Option<&Language>, names: &[&str]) -> Self {
        let spoken = |language: &Language| embedded::LOCALES.get_dir(language.primary()).is_some();
        let tag = language.filter(|language| spoken(language)).map_or(FALLBACK_LANGUAGE, Language::primary);
        let files: Vec<LocaleFile> = names
            .iter()
            .filter_map(|name| {
                let text = embedded::LOCALES.get_file(format!("{tag}/{name}"))?.contents_utf8()?;
                Some(LocaleFile { name: (*name).into(), text: text.into(), layer: Layer::BuiltIn })
            })
            .collect();
        let language = Language::new(tag).unwrap_or_default();
        let words = Words::new(language, &files, Arc::new(|_| true));
        Self { words, format: MessageFormat::default(), is_verbose: false }
    }

    /// Speaks to people or to programs.
    #[must_use]
    pub fn with_format(self, format: MessageFormat) -> Self {
        Self { format, ..self }
    }

    /// Also says what is no fault and yet worth knowing.
    #[must_use]
    pub fn with_notes(self, is_verbose: bool) -> Self {
        Self { is_verbose, ..self }
    }

    /// Returns whom messages are for.
    #[must_use]
    pub fn format(&self) -> MessageFormat {
        self.format
    }

    /// Returns the language that the environment asks for: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
    #[must_use]
    pub fn language_of_environment() -> Option<Language> {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())?;
        Language::new(value.split(['.', '@']).next()?)
    }

    /// Prints a path, or another datum that scripts read, to stdout.
    ///
    /// # Errors
    /// Fails where stdout is closed.
    pub fn datum(&self, datum: impl Display) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{datum}")
    }

    /// Prints a message of nenpo's own words to stderr.
    ///
    /// # Errors
    /// Fails where stderr is closed.
    pub fn say(&self, message: &str, arguments: &Arguments<'_>) -> io::Result<()> {
        let words = self.words(message, arguments);
        match self.format {
            MessageFormat::Human => writeln!(io::stderr().lock(), "{words}"),
            MessageFormat::Json => {
                let values = arguments.iter().copied().collect();
                Message::Note(Note { code: message, message: words, values }).write(&mut io::stderr().lock())
            }
        }
    }

    /// Prints why nothing was done at all, and hints, to stderr.
    ///
    /// # Errors
    /// Fails where stderr is closed.
    pub fn fail(&self, message: &str, hints: &[String]) -> io::Result<()> {
        print(|stream| match self.format {
            MessageFormat::Human => display::write_statement(stream, RenderedSeverity::Error, message, hints),
            MessageFormat::Json => {
                let help = Some(hints.join("\n")).filter(|help| !help.is_empty());
                Message::Failure(Failure { message, help }).write(stream)
            }
        })
    }

    /// Prints faults in the order of their places and how many there are, to stderr. People see the lines and rows that
    /// faults are about, and where it was asked for, first what was noted on the way.
    ///
    /// # Errors
    /// Fails where stderr is closed.
    pub fn diagnostics(&self, diagnostics: &Diagnostics, texts: &Texts) -> io::Result<()> {
        print(|stream| {
            self.write_notes(stream, diagnostics)?;
            self.write_diagnostics(stream, diagnostics, texts, stream::columns_of_standard_error())
        })
    }

    fn write_notes(&self, stream: &mut dyn WriteColor, diagnostics: &Diagnostics) -> io::Result<()> {
        for remark in diagnostics.notes().iter().filter(|_| self.is_verbose) {
            let words = self.remark(remark);
            match self.format {
                MessageFormat::Human => display::write_statement(stream, RenderedSeverity::Note, &words, &[])?,
                MessageFormat::Json => {
                    let values = remark.arguments.iter().map(|(name, value)| (*name, value.as_str()));
                    Message::Note(Note { code: remark.message, message: words, values: values.collect() })
                        .write(stream)?;
                }
            }
        }
        Ok(())
    }

    /// Writes faults for a terminal of so many columns.
    fn write_diagnostics(
        &self,
        stream: &mut dyn WriteColor,
        diagnostics: &Diagnostics,
        texts: &Texts,
        columns: Option<usize>,
    ) -> io::Result<()> {
        let lines = TextLines::new(diagnostics, texts);
        for diagnostic in diagnostics.sorted() {
            let spoken = self.speak(diagnostic);
            match self.format {
                MessageFormat::Human => display::write_fault(stream, diagnostic, &spoken, &lines, columns)?,
                MessageFormat::Json => Message::fault(diagnostic, &spoken, &lines).write(stream)?,
            }
        }
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        match self.format {
            MessageFormat::Human if errors + warnings == 0 => Ok(()),
            MessageFormat::Human => writeln!(stream, "{}", self.count(errors, warnings)),
            MessageFormat::Json => Message::Summary(Summary { errors, warnings }).write(stream),
        }
    }

    /// Says how many faults there are.
    fn count(&self, errors: usize, warnings: usize) -> String {
        let message = match (errors, warnings) {
            (_, 0) => "summary-errors",
            (0, _) => "summary-warnings",
            _ => "summary",
        };
        let (errors, warnings) = (self.number_of("errors", errors), self.number_of("warnings", warnings));
        self.words(message, &[("errors", &errors), ("warnings", &warnings)])
    }
}

/// Prints to stderr what is written, in one piece.
fn print(write: impl FnOnce(&mut dyn WriteColor) -> io::Result<()>) -> io::Result<()> {
    let writer = stream::standard_error();
    let mut buffer = writer.buffer();
    write(&mut buffer)?;
    writer.print(&buffer)
}
