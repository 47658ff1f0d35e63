//! Formats the messages of one language as plain text or prose, and records which are missing, unused or not printable.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use rust_decimal::Decimal;

use super::catalog::LocaleFile;
use super::escape::{escape, is_disguised, unescape};
use super::findings::{Findings, Log, gathered};
use super::glyphs::{self, Setting, codes};
use super::indentation::STAND_IN;
use super::key::{SLOT, is_name, split};
use super::markup::{self, Rich};
use super::messages::{FORMAT_LOCALE, Messages, Printable};
use super::plural;
use super::unsupported::Unsupported;
use crate::diagnostic::{Code, Diagnostic, Place, Position};
use crate::report::{LONGEST_NAME, Language};

/// The most bytes of a message: about thirty pages.
pub const LONGEST_PROSE: usize = 100_000;

/// The most CommonMark delimiters in a message: the parser may search for the counterpart of each.
pub const MOST_SIGNS: usize = 4_000;

/// The most characters of a paragraph, two pages of Japanese: the compiler optimizes all of its lines together.
pub const LONGEST_PARAGRAPH: usize = 5_000;

/// The most consecutive characters without a line break opportunity: the compiler's time grows with their square.
pub const MOST_UNBROKEN: usize = 1_000;

/// Values for the variables of a message.
pub type Arguments<'a> = [(&'a str, &'a str)];

/// The messages of one language in use. How they are used, and their problems, are recorded for the [`Findings`].
pub struct Words {
    messages: Arc<Messages>,
    pub(super) log: RefCell<Log>,
}

impl Deref for Words {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        &self.messages
    }
}

impl Words {
    /// Parses the files of a language.
    #[must_use]
    pub fn new(language: Language, files: &[LocaleFile], printable: Printable) -> Self {
        Self::of(Arc::new(Messages::new(language, files, printable)))
    }

    /// Uses messages that are already parsed.
    #[must_use]
    pub fn of(messages: Arc<Messages>) -> Self {
        Self { messages, log: RefCell::default() }
    }

    /// The findings, including the problems of the files.
    #[must_use]
    pub fn finish(self) -> Findings {
        let mut log = self.log.into_inner();
        let mut problems = self.messages.problems.clone();
        problems.append(std::mem::take(&mut log.problems));
        let problems = gathered(problems, !self.messages.excused.is_empty());
        Findings { messages: self.messages, problems, log }
    }

    /// Adds a problem. A missing message is reported once, and not at all if it exists but could not be read.
    pub fn report(&self, problem: Diagnostic) {
        let mut log = self.log.borrow_mut();
        if matches!(problem.code, Code::MissingMessage | Code::EmptyHighlight) {
            let key = problem.argument("id").unwrap_or_default();
            let known = log.absent.insert(key.to_owned(), true);
            if known == Some(true) || self.catalog.unreadable.contains(split(key).0) {
                return;
            }
        }
        log.problems.push(problem);
    }

    /// Formats an optional message as plain text. `None` if it does not exist.
    pub fn optional(&self, key: &str, arguments: &Arguments<'_>) -> Option<String> {
        Some(self.checked(key, &self.format(key, arguments, false)?, arguments))
    }

    fn checked(&self, key: &str, formatted: &str, arguments: &Arguments<'_>) -> String {
        let text = unescape(formatted);
        // The arguments of charts grow with the report, so that the limit applies to the message's own text.
        let given: usize = arguments.iter().map(|(_, value)| value.chars().count()).sum();
        if is_unbroken(&text) || text.chars().nth(LONGEST_PARAGRAPH + given).is_some() {
            self.too_complex(key);
            return String::new();
        }
        let text = self.set(key, &text, arguments);
        if is_name(key) { self.within_length(key, text) } else { text }
    }

    /// Truncates a name that is too long, and reports it.
    fn within_length(&self, key: &str, text: String) -> String {
        if text.chars().count() <= LONGEST_NAME {
            return text;
        }
        if let Some(place) = self.place(key) {
            self.report(
                Diagnostic::at(Code::InvalidValue, place)
                    .with("key", key)
                    .with("part", "length")
                    .with("most", LONGEST_NAME),
            );
        }
        text.chars().take(LONGEST_NAME).collect()
    }

    /// Formats a message as plain text; the key if it is missing, which is a problem at the place that needs it.
    pub fn text(&self, key: &str, arguments: &Arguments<'_>, needed_by: &Place) -> String {
        self.optional(key, arguments).unwrap_or_else(|| {
            self.report(self.missing(key, needed_by));
            key.to_owned()
        })
    }

    /// Formats a message about a number, `$value`, with [`SLOT`] in its place. Plurals are selected by `shown`.
    pub fn around(&self, key: &str, shown: Decimal, needed_by: &Place) -> String {
        let Some(number) = plural::number(shown) else { return self.text(key, &[("value", SLOT)], needed_by) };
        let arguments: FluentArgs<'_> = [("value", number)].into_iter().collect();
        match self.formatted(key, &arguments, |_| SLOT.to_owned()) {
            Some(text) => self.checked(key, &text, &[("value", SLOT)]),
            None => self.text(key, &[("value", SLOT)], needed_by),
        }
    }

    /// Formats a message about the place of something in an order, `$number`: 第5回, 5th meeting.
    pub fn ordinal(&self, key: &str, number: u32, arguments: &Arguments<'_>, needed_by: &Place) -> String {
        let place = [("number", plural::ordinal(number))];
        let values = arguments.iter().map(|(name, text)| (*name, FluentValue::from(*text))).chain(place).collect();
        match self.formatted(key, &values, |number| self.number(number, 0)) {
            Some(text) => self.checked(key, &text, arguments),
            None => self.text(key, arguments, needed_by),
        }
    }

    /// All texts of a message about numbers, with [`SLOT`] in their place; empty if the message does not exist.
    #[must_use]
    pub fn variants(&self, key: &str) -> BTreeSet<String> {
        /// Covers every plural category of every language.
        const NUMBERS: [(i64, u32); 12] = [
            (0, 0),
            (1, 0),
            (2, 0),
            (3, 0),
            (6, 0),
            (11, 0),
            (21, 0),
            (100, 0),
            (1_000_000, 0),
            (10, 1),
            (15, 1),
            (25, 1),
        ];
        let Some(place) = self.place(key) else { return BTreeSet::new() };
        let around = |(digits, decimals)| self.around(key, Decimal::new(digits, decimals), place);
        NUMBERS.into_iter().map(around).collect()
    }

    /// Formats a message as prose. `None` if it does not exist.
    pub fn prose(&self, key: &str, arguments: &Arguments<'_>) -> Option<Rich> {
        let source = self.format(key, arguments, true)?;
        // The compiler would take minutes for a very long text.
        let signs = source.chars().filter(|character| "!&*<>[^_`~".contains(*character)).count();
        if source.len() > LONGEST_PROSE || signs > MOST_SIGNS || is_unbroken(&unescape(&source)) {
            self.too_complex(key);
            return Some(Rich::new());
        }
        let source = self.set(key, &source, arguments);
        let (rich, unsupported) = markup::parse(&source);
        if markup::has_longer_paragraph(&rich, LONGEST_PARAGRAPH) {
            self.too_complex(key);
            return Some(Rich::new());
        }
        for Unsupported { name, excerpt } in unsupported {
            if let Some(place) = self.place_of_excerpt(key, &excerpt).as_ref().or(self.place(key)) {
                let problem = Diagnostic::at(Code::UnsupportedMarkup, place).with("id", key);
                self.report(problem.with("kind", name).with("markup", name));
            }
        }
        Some(rich)
    }

    fn place_of_excerpt(&self, key: &str, excerpt: &str) -> Option<Place> {
        /// Enough to identify a line.
        const LONGEST: usize = 24;
        // Inserted text is in no file.
        let own = excerpt.chars().take_while(|character| unescape(&character.to_string()) == character.to_string());
        let own: String = own.take(LONGEST).collect();
        let own = own.trim();
        if own.is_empty() {
            return None;
        }
        // Inserted text interrupts the excerpt: search for its longest beginning in the file.
        let ends = own.char_indices().map(|(index, last)| index + last.len_utf8()).collect::<Vec<_>>();
        ends.iter().rev().filter(|end| **end > 1).find_map(|end| {
            self.texts(key).find_map(|text| {
                let Position::Text(start, _) = text.place.position else { return None };
                let found = start + text.value.find(&own[..*end])?;
                Some(Place::text(&text.place.file, found..found + end))
            })
        })
    }

    /// Formats a message as prose. A missing message is a problem at the place that needs it.
    pub fn required_prose(&self, key: &str, needed_by: &Place) -> Rich {
        self.prose(key, &[]).unwrap_or_else(|| {
            self.report(self.missing(key, needed_by));
            Rich::new()
        })
    }

    fn is_printable(&self, character: char, selector: Option<char>) -> bool {
        let key = (character, selector);
        *self.log.borrow_mut().printable.entry(key).or_insert_with(|| (self.printable)(character, selector))
    }

    /// Adapts a text of the data to the fonts; what they lack is a problem at its place.
    pub fn data(&self, text: &str, place: Option<&Place>) -> String {
        let Setting { text: set, mut missing, plain } =
            glyphs::set(text, &|character, selector| self.is_printable(character, selector));
        missing.extend(SLOT.chars().filter(|slot| text.contains(*slot)).map(|slot| (slot.to_string(), "other")));
        let at = |code| place.map_or_else(|| Diagnostic::without_place(code), |place| Diagnostic::at(code, place));
        missing.iter().for_each(|(cluster, sort)| self.report(of_cluster(at(Code::MissingGlyph), cluster, sort)));
        plain.iter().for_each(|cluster| self.report(of_cluster(at(Code::MissingVariant), cluster, "other")));
        self.bound(set)
    }

    fn bound(&self, text: String) -> String {
        if self.is_verbatim { text } else { self.numbers.bound(&text, SLOT) }
    }

    /// Adapts the text of a message to the fonts. What they lack is reported in the message, or in an argument.
    fn set(&self, key: &str, text: &str, arguments: &Arguments<'_>) -> String {
        let has =
            |character: char, selector: Option<char>| is_disguised(character) || self.is_printable(character, selector);
        let Setting { text: set, missing, plain } = glyphs::set(text, &has);
        let missing = missing.into_iter().map(|(cluster, sort)| (Code::MissingGlyph, cluster, sort));
        let plain = plain.into_iter().map(|cluster| (Code::MissingVariant, cluster, "other"));
        for (code, cluster, sort) in missing.chain(plain) {
            let own = self.place_of_text(key, &cluster);
            let is_given = || {
                let cited = self.citations.get().is_some_and(|citations| citations.hold(&cluster));
                cited || arguments.iter().any(|(_, value)| value.contains(cluster.as_str()))
            };
            let problem = match own.as_ref().or_else(|| self.place(key).filter(|_| self.is_own(key))) {
                Some(place) if own.is_some() || !is_given() => Diagnostic::at(code, place),
                None if !is_given() => Diagnostic::without_place(code),
                _ => continue,
            };
            self.report(of_cluster(problem, &cluster, sort));
        }
        // Placeholders that are used during parsing would be misinterpreted.
        for text in self.texts(key) {
            let Position::Text(start, _) = text.place.position else { continue };
            let is_borrowed = |character: char| is_disguised(character) || character == STAND_IN;
            for (index, character) in text.value.char_indices().filter(|(_, character)| is_borrowed(*character)) {
                let at = start + index;
                let place = Place::text(&text.place.file, at..at + character.len_utf8());
                let sort = if character.is_control() { "control" } else { "private" };
                self.report(of_cluster(Diagnostic::at(Code::MissingGlyph, &place), &character.to_string(), sort));
            }
        }
        self.bound(set)
    }

    /// Checks the characters of the language's dates and numbers.
    pub(super) fn check_written<'a>(&self, texts: impl IntoIterator<Item = &'a String>) {
        let number = self.number(Decimal::new(-12_345_678_905, 1), 1);
        let place = self.place(FORMAT_LOCALE).filter(|_| self.is_own(FORMAT_LOCALE));
        self.data(&number, place);
        for text in texts {
            self.data(text, place);
        }
    }

    fn format(&self, key: &str, arguments: &Arguments<'_>, as_prose: bool) -> Option<String> {
        let said = |text: &str| if as_prose { escape(text) } else { text.to_owned() };
        let value = |text: &str| {
            let number = self.numbers.read(text).and_then(plural::number);
            number.unwrap_or_else(|| FluentValue::from(said(text)))
        };
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, text)| (*name, value(text))).collect();
        self.formatted(key, &arguments, |number| said(&self.number(number, number.scale())))
    }

    /// Formats a message, with numbers formatted by `write`.
    fn formatted(&self, key: &str, arguments: &FluentArgs<'_>, write: impl Fn(Decimal) -> String) -> Option<String> {
        let Some(pattern) = self.pattern(key) else {
            self.log.borrow_mut().absent.entry(key.to_owned()).or_insert(false);
            return None;
        };
        self.log.borrow_mut().used.insert(key.to_owned());
        // Already reported.
        if self.too_complex.contains(key) {
            return Some(String::new());
        }
        let mut errors = Vec::new();
        let text = plural::written(&self.bundle.format_pattern(pattern, Some(arguments), &mut errors), write);
        // Errors with a specific diagnostic are found before; this reports the others.
        if !errors.is_empty() {
            self.too_complex(key);
        }
        Some(text)
    }

    fn too_complex(&self, key: &str) {
        if let Some(place) = self.place(key) {
            self.report(Diagnostic::at(Code::MessageTooComplex, place).with("id", key));
        }
    }
}

/// Whether there are more than [`MOST_UNBROKEN`] consecutive characters without a line break opportunity.
fn is_unbroken(text: &str) -> bool {
    if text.len() <= MOST_UNBROKEN {
        return false;
    }
    let mut start = 0;
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()).segment_str(text).any(|end| {
        let is_long = text[start..end].chars().nth(MOST_UNBROKEN).is_some();
        start = end;
        is_long
    })
}

fn of_cluster(problem: Diagnostic, cluster: &str, sort: &str) -> Diagnostic {
    problem.with("character", cluster).with("code", codes(cluster)).with("kind", sort)
}

#[cfg(test)]
mod tests {
    use super::super::catalog::Layer;
    use super::*;

    /// Whether a message is too complex, as prose and as plain text.
    fn is_too_complex(text: &str) -> [bool; 2] {
        let file = LocaleFile { name: "a.ftl".into(), text: format!("a = {text}\n").into(), layer: Layer::Report };
        let messages = Arc::new(Messages::new(Language::default(), &[file], Arc::new(|_, _| true)));
        let has_problem = |words: Words| {
            words.finish().problems.sorted().iter().any(|problem| problem.code == Code::MessageTooComplex)
        };
        let (prose, plain) = (Words::of(Arc::clone(&messages)), Words::of(messages));
        prose.prose("a", &[]);
        plain.optional("a", &[]);
        [has_problem(prose), has_problem(plain)]
    }

    #[test]
    fn signs_paragraphs_and_unbroken_runs_are_counted() {
        assert_eq!(is_too_complex(&"_a".repeat(20_000)), [true, true]);
        assert_eq!(is_too_complex(&"[".repeat(20_000)), [true, true]);
        assert_eq!(is_too_complex(&"b ".repeat(LONGEST_PARAGRAPH / 2)), [false, false]);
        assert_eq!(is_too_complex(&"b ".repeat(LONGEST_PARAGRAPH / 2 + 1)), [true, true]);
        assert_eq!(is_too_complex(&"川".repeat(LONGEST_PARAGRAPH)), [false, false]);
        assert_eq!(is_too_complex(&"b".repeat(MOST_UNBROKEN)), [false, false]);
        assert_eq!(is_too_complex(&"b".repeat(MOST_UNBROKEN + 1)), [true, true]);
        let paragraphs = |signs: usize| format!("b{}", "\n\n    b *".repeat(signs));
        assert!(!is_too_complex(&paragraphs(MOST_SIGNS))[0]);
        assert!(is_too_complex(&paragraphs(MOST_SIGNS + 1))[0]);
        let long = |bytes: usize| format!("b{}", format!("\n\n    {}", "b ".repeat(500)).repeat(bytes / 1_000));
        assert!(!is_too_complex(&long(LONGEST_PROSE - 10_000))[0]);
        assert!(is_too_complex(&long(LONGEST_PROSE + 10_000))[0]);
    }

    #[test]
    fn what_the_formatter_would_not_survive_is_never_formatted() {
        for text in [
            format!("{{ {{ -t }} }}\n-t = {}", "{ \"a\" }".repeat(101)),
            format!("{{ 1 ->\n   *[other] {{ -t }}\n }}\n-t = {}", "{ \"a\" }".repeat(101)),
            format!("{{ \"x\" ->\n   *[other] {{ b.c }}\n }}\nb =\n    .c = {}", "{ \"a\" }".repeat(101)),
            format!("{{ -t.x ->\n   *[other] {{ {{ {{ -t }} }} }}\n }}\n-t = {}\n    .x = 1", "{ \"a\" }".repeat(101)),
        ] {
            assert!(is_too_complex(&text)[0], "{text}");
        }
    }
}
