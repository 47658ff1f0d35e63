//! What is said while a command goes on: problems when they appear and when they are fixed, and one line for each build.

use std::io;
use std::time::Duration;

use annotate_snippets::Level;

use super::display::DiagnosticRenderer;
use super::json::{Message, Note};
use super::text_lines::TextLines;
use super::{MessageFormat, Stream, Terminal, print};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Texts;

/// The most fixed problems that are named, and the most files that changed.
const MOST_NAMED: usize = 10;
const MOST_CHANGED: usize = 3;

/// A build after a change.
#[derive(Debug, Clone, Copy)]
pub struct Rebuilt<'a> {
    /// The files that changed; none at the start.
    pub changed: &'a [String],
    /// The number of files that were written.
    pub written: usize,
    /// The documents with changed pages: their names, these pages, and how many pages they have.
    pub documents: &'a [(&'a str, &'a [usize], usize)],
    /// The number of errors that there are now.
    pub errors: usize,
    /// The number of warnings that there are now.
    pub warnings: usize,
    /// How long it took.
    pub took: Duration,
}

impl Terminal {
    /// Prints new problems to stderr, without their number.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn appeared(&self, problems: &Diagnostics, texts: &Texts) -> io::Result<()> {
        print(|stream| self.write_problems(stream, problems, texts, Stream::Error.columns()))
    }

    /// Prints problems to stderr that are fixed.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn fixed(&self, problems: &[Diagnostic]) -> io::Result<()> {
        let lines = TextLines::new(&Diagnostics::default(), &Texts::default());
        let display = DiagnosticRenderer::new(Stream::Error.takes_colour(), None);
        let line = |text: &str| {
            let statement = display.statement(Level::HELP, &self.words("fixed", &[]), text, &[]);
            format!("{}\n", statement.trim_end())
        };
        print(|stream| {
            let is_for_people = self.format == MessageFormat::Human;
            let named = if is_for_people { MOST_NAMED } else { problems.len() };
            for problem in problems.iter().take(named) {
                let file = problem.place.as_ref().map(|place| place.file.to_string()).unwrap_or_default();
                let message = self.localize(problem, &lines).message;
                if is_for_people {
                    // The message may name the file itself.
                    let is_named = file.is_empty() || message.contains(&file);
                    let part = if is_named { "message" } else { "place" };
                    let arguments = [("part", part), ("message", message.as_str()), ("file", file.as_str())];
                    stream.write_all(line(&self.words("fixed-problem", &arguments)).as_bytes())?;
                } else {
                    let values = [("code", problem.code.as_str()), ("file", file.as_str())].into();
                    Message::Note(Note { code: "fixed", message, values }).write(stream)?;
                }
            }
            match problems.len() - named.min(problems.len()) {
                0 => Ok(()),
                more => stream.write_all(line(&self.number_of("more-faults", more)).as_bytes()),
            }
        })
    }

    /// Prints to stderr what came of a build; if verbose, also which pages have changed.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn rebuilt(&self, build: &Rebuilt<'_>) -> io::Result<()> {
        let pages: usize = build.documents.iter().map(|(_, pages, _)| pages.len()).sum();
        let seconds = format!("{:.1}", build.took.as_secs_f64());
        let mut changed = build.changed.iter().take(MOST_CHANGED).map(String::as_str).collect::<Vec<_>>().join(", ");
        if build.changed.len() > MOST_CHANGED {
            changed += ", …";
        }
        let result = match (build.errors, build.written) {
            (0, 0) => "same",
            (0, _) => "written",
            _ => "failed",
        };
        let number = |message, count| if count == 0 { String::new() } else { self.number_of(message, count) };
        let (errors, warnings) = (number("errors", build.errors), number("warnings", build.warnings));
        let words = self.words(
            "rebuilt",
            &[
                ("part", if build.changed.is_empty() { "start" } else { "change" }),
                ("changed", &changed),
                ("result", result),
                ("files", &number("written-files", build.written)),
                ("pages", &number("changed-pages", pages)),
                ("has-pages", if pages > 0 && !build.changed.is_empty() { "yes" } else { "no" }),
                ("errors", &errors),
                ("warnings", &warnings),
                ("has-warnings", if build.warnings > 0 { "yes" } else { "no" }),
                ("seconds", &seconds),
            ],
        );
        print(|stream| {
            match self.format {
                MessageFormat::Human => writeln!(stream, "{words}")?,
                MessageFormat::Json => {
                    let number = |count: usize| count.to_string();
                    let (written, pages) = (number(build.written), number(pages));
                    let (errors, warnings) = (number(build.errors), number(build.warnings));
                    let changed = build.changed.join("\n");
                    let values = [
                        ("changed", changed.as_str()),
                        ("written", &written),
                        ("pages", &pages),
                        ("errors", &errors),
                        ("warnings", &warnings),
                        ("seconds", &seconds),
                    ];
                    Message::Note(Note { code: "rebuilt", message: words, values: values.into() }).write(stream)?;
                }
            }
            for (document, pages, count) in build.documents.iter().filter(|_| self.is_verbose) {
                let (pages, count) = (ranges(pages), count.to_string());
                let values = [("document", *document), ("pages", pages.as_str()), ("count", count.as_str())];
                let words = self.words("rebuilt-document", &values);
                match self.format {
                    MessageFormat::Human => writeln!(stream, "{words}")?,
                    MessageFormat::Json => {
                        let code = "rebuilt-document";
                        Message::Note(Note { code, message: words, values: values.into() }).write(stream)?;
                    }
                }
            }
            Ok(())
        })
    }
}

/// Ascending numbers as ranges: 1, 3–5.
fn ranges(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers.iter().copied() {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let range =
        |(first, last): &(usize, usize)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_succession_are_a_range() {
        assert_eq!(ranges(&[1, 3, 4, 5, 9]), "1, 3–5, 9");
        assert_eq!(ranges(&[]), "");
    }
}
