//! What users see on the terminal: faults on stderr, paths on stdout. Knows the languages of messages, and no report.

mod excerpt;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use codespan_reporting::diagnostic::{Diagnostic as Rendered, Label, Severity as RenderedSeverity};
use codespan_reporting::term::termcolor::{BufferWriter, ColorChoice, WriteColor};
use codespan_reporting::term::{self, Config};

use excerpt::{Excerpts, Lines};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Position, Severity};
use crate::embedded;
use crate::locale::{Layer, LocaleFile, Words};
use crate::report::Language;
use crate::source::Texts;

/// The language of messages where no other is known.
const FALLBACK_LANGUAGE: &str = "en";

/// The variable that lists kinds of markup.
const MARKUP: &str = "markup";

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
        Self { words: built_in(Language::new(tag).unwrap_or_default(), &[embedded::DIAGNOSTICS_FILE]) }
    }

    /// Returns the language in which it speaks.
    #[must_use]
    pub fn language(&self) -> &Language {
        self.words.language()
    }

    /// Returns further words of its language, from files that no report and no fault needs.
    #[must_use]
    pub fn words_of(&self, files: &[&str]) -> Words {
        built_in(self.language().clone(), files)
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
        let writer = BufferWriter::stderr(choice);
        let mut buffer = writer.buffer();
        self.write_diagnostics(&mut buffer, diagnostics, texts)?;
        writer.print(&buffer)
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
        let mut files: BTreeMap<&Arc<str>, Lines> = BTreeMap::new();
        let sorted = diagnostics.sorted();
        for place in sorted.iter().flat_map(|diagnostic| diagnostic.place.iter().chain(&diagnostic.related)) {
            files
                .entry(&place.file)
                .or_insert_with(|| Lines::new(texts.get(&place.file).map(|text| shown(text)).unwrap_or_default()));
        }
        let config = Config { tab_width: 4, ..Config::default() };
        for diagnostic in &sorted {
            let (excerpts, rendered) = self.render(diagnostic, &files);
            term::emit(stream, &config, &excerpts, &rendered).map_err(io::Error::other)?;
        }
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        if errors + warnings > 0 {
            let message = match (errors, warnings) {
                (_, 0) => "summary-errors",
                (0, _) => "summary-warnings",
                _ => "summary",
            };
            let (errors, warnings) = (self.number_of("errors", errors), self.number_of("warnings", warnings));
            writeln!(stream, "{}", self.words(message, &[("errors", &errors), ("warnings", &warnings)]))?;
        }
        Ok(())
    }

    /// Says how many of a thing there are; `$number` tells one from several.
    fn number_of(&self, message: &str, count: usize) -> String {
        let number = if count == 1 { "one" } else { "several" };
        self.words(message, &[("count", &self.words.count(count)), ("number", number)])
    }

    fn render(&self, diagnostic: &Diagnostic, files: &BTreeMap<&Arc<str>, Lines>) -> (Excerpts, Rendered<usize>) {
        let severity = match diagnostic.code.severity() {
            Severity::Error => RenderedSeverity::Error,
            Severity::Warning => RenderedSeverity::Warning,
        };
        let message = format!("diagnostic-{}", diagnostic.code.as_str());
        let file = diagnostic.place.as_ref().map(|place| place.file.to_string()).unwrap_or_default();
        let values: Vec<(&str, String)> = diagnostic
            .arguments
            .iter()
            .map(|(name, value)| (*name, if *name == MARKUP { self.markup(value) } else { printable(value) }))
            .collect();
        let mut arguments: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let place = diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default();
        arguments.push(("place", &place));
        let mut excerpts = Excerpts::default();
        let mut spot = |places: &[&Place]| {
            let has_line = |place: &&&Place| matches!(place.position, Position::Text(..));
            let places: Vec<&Place> = places.iter().filter(has_line).copied().collect();
            let lines = places.first().and_then(|place| Some((&place.file, files.get(&place.file)?)));
            lines.map(|(name, lines)| excerpts.add(name, lines, &places)).unwrap_or_default().into_iter()
        };
        let (primary, secondary) = match (&diagnostic.place, &diagnostic.related) {
            (Some(place), Some(related)) if place.file == related.file => {
                let mut spots = spot(&[place, related]);
                (spots.next().flatten(), spots.next().flatten())
            }
            (place, related) => {
                let mut one = |place: &Option<Place>| spot(&place.iter().collect::<Vec<_>>()).next().flatten();
                (one(place), one(related))
            }
        };
        let primary = primary.map(|(id, range)| Label::primary(id, range));
        let secondary = secondary.map(|(id, range)| {
            Label::secondary(id, range).with_message(self.optional(&format!("{message}.related"), &arguments))
        });
        let is_named = diagnostic.argument("file") == Some(file.as_str());
        let whole = primary.is_none() && diagnostic.place.is_some() && !is_named;
        let rendered = Rendered::new(severity)
            .with_code(diagnostic.code.as_str())
            .with_message(self.words(&message, &arguments))
            .with_labels(primary.into_iter().chain(secondary).collect())
            .with_notes(self.notes(diagnostic, &message, &arguments, whole));
        (excerpts, rendered)
    }

    /// Names each kind of markup of a list in the user's language.
    fn markup(&self, list: &str) -> String {
        let names: Vec<String> = list.split(", ").map(|name| self.words(&format!("markup-{name}"), &[])).collect();
        names.join(", ")
    }

    /// Returns what stands below a fault: its file where no line can be shown, what the system said, and help.
    fn notes(&self, diagnostic: &Diagnostic, message: &str, arguments: &[(&str, &str)], whole: bool) -> Vec<String> {
        let given = |name: &str| arguments.iter().find(|(key, value)| *key == name && !value.is_empty());
        let mut notes = Vec::new();
        if whole {
            notes.push(self.words("note-file", arguments));
        }
        notes.extend(
            diagnostic.detail.as_deref().map(|detail| detail.lines().map(printable).collect::<Vec<_>>().join("\n")),
        );
        let help = self.optional(&format!("{message}.help"), arguments);
        if !help.is_empty() {
            notes.push(self.words("note-help", &[("help", &help)]));
        }
        let is_known = given("nearest").is_some();
        if is_known {
            notes.push(self.words("note-nearest", arguments));
        }
        // Of a long list, the one word that was meant is enough.
        if let Some((_, allowed)) = given("allowed").filter(|(_, allowed)| !is_known || !allowed.ends_with('…')) {
            notes.push(self.words("note-allowed", &[("allowed", allowed)]));
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

/// Reads some of a language's built-in files.
fn built_in(language: Language, files: &[&str]) -> Words {
    let files: Vec<LocaleFile> = files
        .iter()
        .filter_map(|name| {
            let file = embedded::LOCALES.get_file(format!("{}/{name}", language.primary()))?;
            Some(LocaleFile { name: (*name).into(), text: file.contents_utf8()?.into(), layer: Layer::BuiltIn })
        })
        .collect();
    Words::new(language, &files, Arc::new(|_| true))
}

/// Returns a text as its lines are shown: nothing in it can steer the terminal, and every line end is one that the
/// display knows. No character changes the number of its bytes, so that places stay right.
fn shown(text: &str) -> String {
    let mut characters = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        shown.push(match character {
            // A lone CR ends a line, as in files of old Macintoshes.
            '\r' if characters.peek() != Some(&'\n') => '\n',
            '\n' | '\r' | '\t' => character,
            _ if steers(character) => match character.len_utf8() {
                1 => '?',
                2 => '·',
                _ => char::REPLACEMENT_CHARACTER,
            },
            _ => character,
        });
    }
    shown
}

/// Returns a value as it can stand in a sentence: on one line, and not too long to read.
fn printable(text: &str) -> String {
    /// The most characters that are shown.
    const LONGEST: usize = 80;
    let mut printable: String = text
        .chars()
        .take(LONGEST)
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            _ if steers(character) => char::REPLACEMENT_CHARACTER,
            _ => character,
        })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        printable.push('…');
    }
    printable
}

/// Returns whether a character could move the cursor, colour the terminal or turn the direction of the line.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_has_the_bytes_of_the_text() {
        let text = "a\u{1b}[31m\u{85}b\u{202E}c\rd\r\ne\0";
        let shown = shown(text);
        assert_eq!(shown.len(), text.len());
        assert_eq!(shown, "a?[31m·b\u{FFFD}c\nd\r\ne?");
    }

    #[test]
    fn a_long_value_is_cut_short() {
        assert_eq!(printable(&"あ".repeat(300)).chars().count(), 81);
        assert_eq!(printable("a\nb"), "a b");
    }

    #[test]
    fn one_fault_is_not_several() {
        let said = |language: &str, count| Terminal::new(Language::new(language).as_ref()).number_of("errors", count);
        assert_eq!((said("en", 1), said("en", 2)), ("1 error".to_owned(), "2 errors".to_owned()));
        assert_eq!(said("ja", 1200), "エラー1,200件");
    }
}
