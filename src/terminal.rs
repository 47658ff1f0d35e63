//! What users see on the terminal: faults on stderr, paths on stdout. Knows the languages of messages, and no report.

use std::collections::HashMap;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use codespan_reporting::diagnostic::{Diagnostic as Rendered, Label, Severity as RenderedSeverity};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::termcolor::{ColorChoice, StandardStream, WriteColor};
use codespan_reporting::term::{self, Config};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Position, Severity};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, Words};
use crate::report::Language;
use crate::source::Texts;

/// The language of messages where no other is known.
const FALLBACK_LANGUAGE: &str = "en";

/// Speaks to the user.
pub struct Terminal {
    words: Words,
}

impl Terminal {
    /// Prepares the words of a language; where nenpo does not speak it, those of English.
    #[must_use]
    pub fn new(language: Option<&Language>) -> Self {
        let spoken = |language: &Language| embedded::LOCALES.get_dir(language.primary()).is_some();
        let tag = language.filter(|language| spoken(language)).map_or(FALLBACK_LANGUAGE, Language::primary);
        let files: Vec<LocaleFile> = embedded::LOCALES
            .get_file(format!("{tag}/diagnostics.ftl"))
            .and_then(|file| file.contents_utf8())
            .map(|text| LocaleFile { name: "diagnostics.ftl".into(), text: text.into(), layer: Layer::BuiltIn })
            .into_iter()
            .collect();
        let language = Language::new(tag).unwrap_or_default();
        Self { words: Words::new(language, &files, Arc::new(|_| true)) }
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
    pub fn say(&self, message: &str, arguments: &[(&str, &str)]) -> io::Result<()> {
        writeln!(io::stderr().lock(), "{}", self.words(message, arguments))
    }

    /// Prints faults with the lines of text that they are about, and their number.
    ///
    /// # Errors
    /// Fails where stderr is closed.
    pub fn diagnostics(&self, diagnostics: &Diagnostics, texts: &Texts) -> io::Result<()> {
        // The stream itself looks at NO_COLOR and TERM.
        let choice = if io::stderr().is_terminal() { ColorChoice::Auto } else { ColorChoice::Never };
        self.write_diagnostics(&mut StandardStream::stderr(choice).lock(), diagnostics, texts)
    }

    /// Writes faults as [`Self::diagnostics`] prints them.
    ///
    /// # Errors
    /// Fails where the stream does.
    pub fn write_diagnostics(
        &self,
        stream: &mut dyn WriteColor,
        diagnostics: &Diagnostics,
        texts: &Texts,
    ) -> io::Result<()> {
        let mut files = SimpleFiles::new();
        let mut ids = HashMap::new();
        let sorted = diagnostics.sorted();
        for place in sorted.iter().flat_map(|diagnostic| diagnostic.place.iter().chain(&diagnostic.related)) {
            ids.entry(Arc::clone(&place.file)).or_insert_with(|| {
                let text = texts.get(&place.file).cloned().unwrap_or_else(|| "".into());
                files.add(Arc::clone(&place.file), text)
            });
        }
        let config = Config { tab_width: 4, ..Config::default() };
        for diagnostic in &sorted {
            let rendered = self.render(diagnostic, &ids);
            term::emit(stream, &config, &files, &rendered).map_err(io::Error::other)?;
        }
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        if errors + warnings > 0 {
            let message = match (errors, warnings) {
                (_, 0) => "summary-errors",
                (0, _) => "summary-warnings",
                _ => "summary",
            };
            let (errors, warnings) = (self.words.count(errors), self.words.count(warnings));
            writeln!(stream, "{}", self.words(message, &[("errors", &errors), ("warnings", &warnings)]))?;
        }
        Ok(())
    }

    fn render(&self, diagnostic: &Diagnostic, ids: &HashMap<Arc<str>, usize>) -> Rendered<usize> {
        let severity = match diagnostic.code.severity() {
            Severity::Error => RenderedSeverity::Error,
            Severity::Warning => RenderedSeverity::Warning,
        };
        let message = format!("diagnostic-{}", diagnostic.code.as_str());
        let file = diagnostic.place.as_ref().map(|place| place.file.to_string()).unwrap_or_default();
        let mut arguments: Vec<(&str, &str)> =
            diagnostic.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        arguments.push(("place", &file));
        let label = |place: &Place| match place.position {
            Position::Text(start, end) => Some((*ids.get(&place.file)?, start..end)),
            Position::Whole => None,
        };
        let primary = diagnostic.place.as_ref().and_then(label).map(|(id, range)| Label::primary(id, range));
        let secondary = diagnostic.related.as_ref().and_then(label).map(|(id, range)| {
            Label::secondary(id, range).with_message(self.optional(&format!("{message}.related"), &arguments))
        });
        let whole = primary.is_none() && diagnostic.place.is_some();
        Rendered::new(severity)
            .with_code(diagnostic.code.as_str())
            .with_message(self.words(&message, &arguments))
            .with_labels(primary.into_iter().chain(secondary).collect())
            .with_notes(self.notes(diagnostic, &message, &arguments, whole))
    }

    /// Returns what stands below a fault: its file where no line can be shown, what the system said, and help.
    fn notes(&self, diagnostic: &Diagnostic, message: &str, arguments: &[(&str, &str)], whole: bool) -> Vec<String> {
        let given = |name: &str| arguments.iter().find(|(key, value)| *key == name && !value.is_empty());
        let mut notes = Vec::new();
        if whole {
            notes.push(self.words("note-file", arguments));
        }
        notes.extend(diagnostic.detail.clone());
        let help = self.optional(&format!("{message}.help"), arguments);
        if !help.is_empty() {
            notes.push(self.words("note-help", &[("help", &help)]));
        }
        if given("nearest").is_some() {
            notes.push(self.words("note-nearest", arguments));
        }
        if let Some((_, allowed)) = given("allowed") {
            notes.push(self.words("note-allowed", &[("allowed", &shortened(allowed))]));
        }
        notes
    }

    fn words(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        self.words.optional(message, arguments).unwrap_or_else(|| message.to_owned())
    }

    fn optional(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        self.words.optional(message, arguments).unwrap_or_default()
    }
}

/// Shortens a long list of words: its use is to remind, not to print the table again.
fn shortened(list: &str) -> String {
    /// The most words that are shown.
    const MOST: usize = 12;
    let words: Vec<&str> = list.split(", ").collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST => format!("{}, …", first.join(", ")),
        _ => list.to_owned(),
    }
}
