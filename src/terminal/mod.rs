//! Output on the terminal: diagnostics on stderr, paths on stdout. Does not depend on the report.

mod display;
mod help;
mod json;
mod localized;
mod ongoing;
mod printable;
mod stream;
mod text_lines;
mod usage;
mod wrap;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use annotate_snippets::Level;
use clap::ValueEnum;

pub use json::{message_schema, place_as_json};
pub use ongoing::Rebuilt;
pub use stream::Stream;
pub use usage::Unsuitable;

use display::DiagnosticRenderer;
use json::{Failure, Message, Note, Summary};
use text_lines::TextLines;

use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::embedded;
use crate::locale::{Arguments, Layer, LocaleFile, Messages, Words};
use crate::report::Language;
use crate::source::Texts;

const FALLBACK_LANGUAGE: &str = "en";

/// The greatest number of diagnostics with the same code in one file that people see: more probably have one cause, and
/// would hide others.
const MOST_ALIKE: usize = 100;

/// The most lines of problems that are shown unless all are asked for: about a screen.
const SCREEN: usize = 45;

/// The audience of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// People.
    #[default]
    Human,
    /// Programs: one JSON object per line.
    Json,
}

/// Writes localized messages.
pub struct Terminal {
    words: Words,
    /// The messages for table headers, which only diagnostics about columns need.
    table_words: OnceLock<Words>,
    format: MessageFormat,
    is_verbose: bool,
    shows_all: bool,
}

/// Whether files were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Some were.
    Some,
    /// None was, because of errors.
    Nothing,
    /// The command does not write files.
    NotAsked,
}

impl Terminal {
    /// Loads the messages of a language, or those of English if there are none.
    #[must_use]
    pub fn new(language: Option<&Language>) -> Self {
        Self::with_files(language, &[embedded::DIAGNOSTICS_FILE])
    }

    /// Also loads the messages about the command line, which take time and are rarely needed.
    #[must_use]
    pub fn for_command_line(language: Option<&Language>) -> Self {
        Self::with_files(language, &[embedded::DIAGNOSTICS_FILE, embedded::COMMAND_FILE])
    }

    fn with_files(language: Option<&Language>, names: &[&str]) -> Self {
        let tag = language.filter(|language| Self::speaks(language)).map_or(FALLBACK_LANGUAGE, Language::primary);
        let words = built_in(Language::new(tag).unwrap_or_default(), names);
        Self {
            words,
            table_words: OnceLock::new(),
            format: MessageFormat::default(),
            is_verbose: false,
            shows_all: false,
        }
    }

    /// Whether there are messages in a language.
    #[must_use]
    pub fn speaks(language: &Language) -> bool {
        embedded::LOCALES.get_dir(language.primary()).is_some()
    }

    /// The tags of the languages with messages.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        embedded::LOCALES.dirs().filter_map(|folder| folder.path().to_str())
    }

    /// The language of messages.
    #[must_use]
    pub fn language(&self) -> &Language {
        self.words.language()
    }

    /// Loads further messages in its language from built-in files.
    #[must_use]
    pub fn words_of(&self, files: &[&str]) -> Words {
        built_in(self.language().clone(), files)
    }

    /// Built-in messages of a language.
    #[must_use]
    pub fn built_in(language: Language, files: &[&str]) -> Words {
        built_in(language, files)
    }

    /// Sets the audience.
    #[must_use]
    pub fn with_format(self, format: MessageFormat) -> Self {
        Self { format, ..self }
    }

    /// Also shows problems beyond a screen.
    #[must_use]
    pub fn with_all(self, shows_all: bool) -> Self {
        Self { shows_all, ..self }
    }

    /// Also prints notes that are not problems.
    #[must_use]
    pub fn with_notes(self, is_verbose: bool) -> Self {
        Self { is_verbose, ..self }
    }

    /// The audience of messages.
    #[must_use]
    pub fn format(&self) -> MessageFormat {
        self.format
    }

    /// The language of the environment: `LC_ALL`, otherwise `LC_MESSAGES`, otherwise `LANG`, otherwise what the system says,
    /// as Windows does.
    #[must_use]
    pub fn language_of_environment() -> Option<Language> {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .or_else(sys_locale::get_locale)?;
        Language::new(value.split(['.', '@']).next()?)
    }

    /// Prints a path, or another value for scripts, to stdout.
    ///
    /// # Errors
    /// If stdout is closed.
    pub fn print_line(&self, line: impl Display) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{line}")
    }

    /// Prints a note to stderr.
    ///
    /// # Errors
    /// If stderr is closed.
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

    /// Prints to stderr why the command did not run, with hints.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn fail(&self, message: &str, hints: &[String]) -> io::Result<()> {
        print(|stream| match self.format {
            MessageFormat::Human => {
                let display = DiagnosticRenderer::new(Stream::Error.takes_colour(), None);
                write!(
                    stream,
                    "{}",
                    display.statement(Level::ERROR, &self.words("severity-error", &[]), message, hints)
                )
            }
            MessageFormat::Json => {
                let help = Some(hints.join("\n")).filter(|help| !help.is_empty());
                Message::Failure(Failure { message, help }).write(stream)
            }
        })
    }

    /// Prints diagnostics and their number to stderr, in the order of their places. People see excerpts of the text
    /// and, if verbose, the notes first.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn diagnostics(&self, diagnostics: &Diagnostics, texts: &Texts, written: Written) -> io::Result<()> {
        print(|stream| {
            self.write_notes(stream, diagnostics)?;
            self.write_diagnostics(stream, diagnostics, texts, written, Stream::Error.columns())
        })
    }

    fn write_notes(&self, stream: &mut dyn Write, diagnostics: &Diagnostics) -> io::Result<()> {
        for remark in diagnostics.notes().iter().filter(|_| self.is_verbose) {
            let words = self.remark(remark);
            match self.format {
                MessageFormat::Human => self.write_note(stream, &words)?,
                MessageFormat::Json => {
                    let values = remark.arguments.iter().map(|(name, value)| (*name, value.as_str()));
                    Message::Note(Note { code: remark.message, message: words, values: values.collect() })
                        .write(stream)?;
                }
            }
        }
        Ok(())
    }

    fn write_note(&self, stream: &mut dyn Write, note: &str) -> io::Result<()> {
        let display = DiagnosticRenderer::new(Stream::Error.takes_colour(), None);
        write!(stream, "{}", display.statement(Level::NOTE, &self.words("severity-note", &[]), note, &[]))
    }

    /// `columns` is `None` if stderr is not a terminal.
    fn write_diagnostics(
        &self,
        stream: &mut dyn Write,
        diagnostics: &Diagnostics,
        texts: &Texts,
        written: Written,
        columns: Option<usize>,
    ) -> io::Result<()> {
        self.write_problems(stream, diagnostics, texts, columns)?;
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        match self.format {
            MessageFormat::Human if errors + warnings == 0 => Ok(()),
            MessageFormat::Human => writeln!(stream, "{}", self.count(errors, warnings, written)),
            MessageFormat::Json => Message::Summary(Summary { errors, warnings }).write(stream),
        }
    }

    /// Writes problems without their number.
    fn write_problems(
        &self,
        stream: &mut dyn Write,
        diagnostics: &Diagnostics,
        texts: &Texts,
        columns: Option<usize>,
    ) -> io::Result<()> {
        let lines = TextLines::new(diagnostics, texts);
        let display = DiagnosticRenderer::new(Stream::Error.takes_colour(), columns);
        let severities = [Severity::Error, Severity::Warning].map(|severity| match severity {
            Severity::Error => (severity, self.words("severity-error", &[])),
            Severity::Warning => (severity, self.words("severity-warning", &[])),
        });
        let mut found: BTreeMap<(Option<&str>, Code), usize> = BTreeMap::new();
        let mut shown: Vec<(Severity, String)> = Vec::new();
        for diagnostic in diagnostics.sorted() {
            let file = diagnostic.place.as_ref().map(|place| &*place.file);
            let found = found.entry((file, diagnostic.code)).or_default();
            *found += 1;
            if self.format == MessageFormat::Human && *found > MOST_ALIKE {
                continue;
            }
            let localized = self.localize(diagnostic, &lines);
            match self.format {
                MessageFormat::Human => {
                    let severity = severities.iter().find(|(severity, _)| *severity == diagnostic.code.severity());
                    let severity = severity.map_or("", |(_, name)| name);
                    let text = display.diagnostic(diagnostic, &localized, &lines, severity);
                    shown.push((diagnostic.code.severity(), text.to_string()));
                }
                MessageFormat::Json => Message::diagnostic(diagnostic, &localized, &lines).write(stream)?,
            }
        }
        self.write_screen(stream, shown)?;
        for ((file, code), beyond) in diagnostics.beyond() {
            *found.entry((file.as_deref(), *code)).or_default() += beyond;
        }
        if self.format == MessageFormat::Human {
            for ((file, code), found) in found.into_iter().filter(|(_, found)| *found > MOST_ALIKE) {
                let words = self.more_alike(file.unwrap_or_default(), code, found - MOST_ALIKE);
                self.write_note(stream, &words)?;
            }
        }
        Ok(())
    }

    /// Writes problems up to a screen of lines; those of errors if not all fit.
    fn write_screen(&self, stream: &mut dyn Write, mut shown: Vec<(Severity, String)>) -> io::Result<()> {
        let lines = |text: &String| text.lines().count();
        let all: usize = shown.iter().map(|(_, text)| lines(text)).sum();
        let mut most = usize::MAX;
        if all > SCREEN && !self.shows_all {
            shown.sort_by_key(|(severity, _)| *severity != Severity::Error);
            most = SCREEN;
        }
        let mut written = 0;
        let mut count = 0;
        for (_, text) in &shown {
            written += lines(text);
            if written > most && count > 0 {
                break;
            }
            write!(stream, "{text}")?;
            count += 1;
        }
        if count < shown.len() {
            let number = self.number_of("more-faults", shown.len() - count);
            self.write_note(stream, &self.words("more-shown", &[("faults", &number)]))?;
        }
        Ok(())
    }

    fn more_alike(&self, file: &str, code: Code, number: usize) -> String {
        let number = self.number_of("more-faults", number);
        self.words("more-alike", &[("file", file), ("code", code.as_str()), ("faults", &number)])
    }

    fn count(&self, errors: usize, warnings: usize, written: Written) -> String {
        let message = match (errors, warnings) {
            (_, 0) => "summary-errors",
            (0, _) => "summary-warnings",
            _ => "summary",
        };
        let (errors, warnings) = (self.number_of("errors", errors), self.number_of("warnings", warnings));
        let written = match written {
            Written::Some => "yes",
            Written::Nothing => "no",
            Written::NotAsked => "unasked",
        };
        self.words(message, &[("errors", &errors), ("warnings", &warnings), ("written", written)]).trim_end().to_owned()
    }
}

fn built_in(language: Language, files: &[&str]) -> Words {
    let files: Vec<LocaleFile> = files
        .iter()
        .filter_map(|name| {
            let file = embedded::LOCALES.get_file(format!("{}/{name}", language.primary()))?;
            Some(LocaleFile { name: (*name).into(), text: file.contents_utf8()?.into(), layer: Layer::BuiltIn })
        })
        .collect();
    Words::of(Arc::new(Messages::new(language, &files, Arc::new(|_, _| true)).verbatim()))
}

/// Writes to stderr in one piece.
fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = Vec::new();
    write(&mut buffer)?;
    stream::standard_error().write_all(&buffer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Place, Remark};

    const WORKBOOK: &str = "data/indicators.xlsx";

    fn texts() -> Texts {
        let sheet =
            "indicator\tfiscal_year\tvalue\tstatus\n水質の改善に取り組んだ箇所\t2023\tabc\tprovisional\nx\t2023\t1\t\n";
        [
            (format!("{WORKBOOK}!actuals"), sheet),
            ("data/actuals/b.xlsx!values".to_owned(), "indicator\tfiscal_year\nx\t2023\n"),
            ("data/more.csv".to_owned(), "indicator,fiscal_year\nx,2023\n"),
            ("data/wide.csv".to_owned(), &"x".repeat(500)),
        ]
        .map(|(name, text)| (name.into(), text.into()))
        .into()
    }

    fn cell(row: u32, column: u32) -> Place {
        Place::cell(&WORKBOOK.into(), &"actuals".into(), row, column)
    }

    fn said(terminal: &Terminal, problem: Diagnostic, columns: Option<usize>) -> String {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(problem);
        let mut stream = Vec::new();
        terminal.write_diagnostics(&mut stream, &diagnostics, &texts(), Written::Nothing, columns).unwrap();
        String::from_utf8(stream).unwrap()
    }

    fn english() -> Terminal {
        Terminal::new(Language::new("en").as_ref())
    }

    #[test]
    fn a_cell_is_shown_in_its_row() {
        let problem = Diagnostic::at(Code::NotANumber, &cell(1, 2)).with("value", "abc");
        let said = said(&english(), problem, None);
        let lines: Vec<&str> = said.lines().take(6).collect();
        assert_eq!(
            lines,
            [
                "error[not-a-number]: “abc” cannot be read as a number",
                " --> data/indicators.xlsx!actuals!C2",
                "  |",
                "2 | 水質の改善に取り組んだ箇所 │ 2023 │ abc │ provisional",
                "  |                                     ^^^",
                "  |",
            ]
        );
    }

    #[test]
    fn a_long_row_is_cut_to_the_terminal_on_both_sides_of_the_cell() {
        let problem = Diagnostic::at(Code::NotANumber, &cell(1, 2)).with("value", "abc");
        let said = said(&english(), problem, Some(32));
        assert!(said.contains("2 | ...│ 2023 │ abc │ provisi...\n  |             ^^^\n"), "{said}");
    }

    #[test]
    fn two_rows_of_a_sheet_are_shown_together() {
        let problem = Diagnostic::at(Code::DuplicateActual, &cell(2, 0)).with("id", "x").with("year", "2023");
        let said = said(&english(), problem.with_related(&cell(1, 0)), None);
        assert!(said.contains("--> data/indicators.xlsx!actuals!A3\n"), "{said}");
        assert!(said.contains("-------------------------- the other value\n3 | x │ 2023 │ 1 │\n  | ^\n"), "{said}");
        assert_eq!(said.matches("-->").count() + said.matches(":::").count(), 1, "{said}");
    }

    #[test]
    fn a_place_in_another_file_is_shown_as_well() {
        let problem = || Diagnostic::at(Code::DuplicateActual, &cell(2, 0)).with("id", "x").with("year", "2023");
        let other = Place::cell(&"data/actuals/b.xlsx".into(), &"values".into(), 1, 0);
        let in_sheet = said(&english(), problem().with_related(&other), None);
        assert!(in_sheet.contains("::: data/actuals/b.xlsx!values!A2\n"), "{in_sheet}");
        assert!(in_sheet.contains("2 | x │ 2023\n  | - the other value\n"), "{in_sheet}");
        let in_text = said(&english(), problem().with_related(&Place::text(&"data/more.csv".into(), 22..23)), None);
        assert!(in_text.contains("::: data/more.csv:2:1\n"), "{in_text}");
        assert!(in_text.contains("2 | x,2023\n  | - the other value\n"), "{in_text}");
    }

    #[test]
    fn a_place_too_far_away_in_its_line_is_named() {
        let file = "data/wide.csv".into();
        let problem = Diagnostic::at(Code::DuplicateColumn, &Place::text(&file, 0..1)).with("column", "x");
        let said = said(&english(), problem.with_related(&Place::text(&file, 400..401)), None);
        assert!(said.contains("= first used here: data/wide.csv:1:401\n"), "{said}");
    }

    #[test]
    fn a_place_without_lines_is_named() {
        let sheet = Place::sheet(&"data/c.xlsx".into(), &"actuals".into());
        let problem = Diagnostic::at(Code::MissingColumn, &sheet).with("column", "value");
        let related = Place::cell(&"data/d.xlsx".into(), &"actuals".into(), 8, 2);
        let said = said(&english(), problem.with_related(&related), None);
        assert!(said.contains("= in data/c.xlsx!actuals\n"), "{said}");
        assert!(said.contains("data/d.xlsx!actuals!C9\n"), "{said}");
    }

    #[test]
    fn programs_read_places_from_one() {
        let terminal = english().with_format(MessageFormat::Json);
        let problem = Diagnostic::at(Code::DuplicateActual, &cell(2, 0)).with("id", "x").with("year", "2023");
        let said = said(&terminal, problem.with_related(&Place::text(&"data/more.csv".into(), 22..23)), None);
        let lines: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["place"], serde_json::json!({ "sheet": "actuals", "cell": "A3", "row": 3, "column": 1 }));
        assert_eq!(
            lines[0]["related"],
            serde_json::json!({
                "file": "data/more.csv",
                "place": { "line": 2, "column": 1, "end-line": 2, "end-column": 2 },
                "message": "the other value",
            })
        );
        assert_eq!(lines[1], serde_json::json!({ "type": "summary", "errors": 1, "warnings": 0 }));
    }

    #[test]
    fn of_many_problems_alike_people_see_the_first_and_programs_all() {
        let mut diagnostics = Diagnostics::default();
        for row in 0..1_200 {
            diagnostics.push(Diagnostic::at(Code::NotANumber, &cell(row, 2)).with("value", "abc"));
        }
        diagnostics.push(Diagnostic::at(Code::UnknownGroup, &cell(1_200, 0)).with("id", "x"));
        let said = |terminal: Terminal| {
            let mut stream = Vec::new();
            terminal.write_diagnostics(&mut stream, &diagnostics, &texts(), Written::Nothing, None).unwrap();
            String::from_utf8(stream).unwrap()
        };
        let for_people = said(english().with_all(true));
        assert_eq!(for_people.matches("error[not-a-number]").count(), 100);
        assert_eq!(for_people.matches("error[unknown-group]").count(), 1);
        let end = "\nnote: data/indicators.xlsx: 1,100 more problems of kind “not-a-number” not shown; fix the ones above first\n\n\
            1,201 errors. Nothing was written.\n";
        assert!(for_people.ends_with(end), "{}", for_people.lines().rev().take(5).collect::<Vec<_>>().join("\n"));
        let for_programs = said(english().with_format(MessageFormat::Json));
        assert_eq!(for_programs.lines().count(), 1_202);
    }

    #[test]
    fn notes_are_said_to_who_asks_for_them() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.note(Remark::new("markup-heading").with("file", "data/actuals.csv"));
        let said = |terminal: &Terminal| {
            let mut stream = Vec::new();
            terminal.write_notes(&mut stream, &diagnostics).unwrap();
            String::from_utf8(stream).unwrap()
        };
        assert_eq!(said(&english()), "");
        assert_eq!(said(&english().with_notes(true)), "note: heading\n\n");
        assert_eq!(
            said(&english().with_notes(true).with_format(MessageFormat::Json)),
            "{\"type\":\"note\",\"code\":\"markup-heading\",\"message\":\"heading\",\"values\":{\"file\":\"data/actuals.csv\"}}\n"
        );
    }
}
