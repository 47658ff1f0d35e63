//! The words of one language: formats messages as plain text or as prose, and keeps account of what is missing, unused
//! or cannot be printed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use icu_locale_core::Locale;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use rust_decimal::Decimal;

use super::catalog::{Catalog, Layer, LocaleFile};
use super::complexity::too_complex;
use super::date::Dates;
use super::functions::{self, Citations};
use super::glyphs::{self, Setting, codes};
use super::indentation::{self, STAND_IN};
use super::key::{SLOT, is_name, key, split};
use super::markup::{self, Rich};
use super::number::Numbers;
use super::plural;
use super::reference::Target;
use super::shield::{is_disguised, shield, unshield};
use super::unsupported::Unsupported;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Position, Severity};
use crate::report::{FiscalYear, LONGEST_NAME, Language};

/// Tells whether the report's fonts have a glyph for a character, or for the variant of it that a selector asks for.
pub type Printable = Arc<dyn Fn(char, Option<char>) -> bool + Send + Sync>;

/// The most bytes of a message: about thirty pages.
pub const LONGEST_PROSE: usize = 100_000;

/// The most signs of a message by which CommonMark marks text: for each of them, the parser may look for its other half.
pub const MOST_SIGNS: usize = 4_000;

/// The most characters of a paragraph, two pages of Japanese: the compiler weighs all of its lines against each other.
pub const LONGEST_PARAGRAPH: usize = 5_000;

/// The most characters in a row between which no line can end: for each of them, the compiler tries all of them anew.
pub const MOST_UNBROKEN: usize = 1_000;

/// The message that names the Unicode locale by which a language's numbers and dates are written.
const FORMAT_LOCALE: &str = "format-locale";

/// Values for the variables of a message.
pub type Arguments<'a> = [(&'a str, &'a str)];

/// The words of one language.
pub struct Words {
    pub(super) language: Language,
    pub(super) catalog: Catalog,
    pub(super) bundle: FluentBundle<Arc<FluentResource>>,
    pub(super) numbers: Arc<Numbers>,
    pub(super) dates: Dates,
    pub(super) citations: Arc<OnceLock<Citations>>,
    pub(super) printable: Printable,
    /// Fiscal years in full, in short and as marks, as far as they were asked for.
    pub(super) years: Mutex<BTreeMap<FiscalYear, (String, String, String)>>,
    pub(super) used: Mutex<BTreeSet<String>>,
    /// Keys that were asked for in vain, and whether the report cannot do without them.
    pub(super) absent: Mutex<BTreeMap<String, bool>>,
    /// Indicators of which it is known already why they have no answer.
    pub(super) excused: BTreeSet<String>,
    pub(super) faults: Mutex<Diagnostics>,
    /// Messages that refer to something wrong.
    pub(super) doubtful: Mutex<BTreeSet<String>>,
    /// Messages and attributes that put together too much and are never formatted.
    too_complex: BTreeSet<String>,
}

impl Words {
    /// Parses the files of a language.
    #[must_use]
    pub fn new(language: Language, files: &[LocaleFile], printable: Printable) -> Self {
        let mut faults = Diagnostics::default();
        let catalog = Catalog::new(files, &mut faults);
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(indentation::restored));
        for (_, resource) in &catalog.resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let citations = Arc::new(OnceLock::new());
        let too_complex = too_complex(catalog.resources.iter().map(|(_, resource)| resource.as_ref()));
        faults.extend(
            too_complex
                .causes
                .iter()
                .filter_map(|key| Some(Diagnostic::at(Code::MessageTooComplex, catalog.place(key)?).with("id", key))),
        );
        let locale = format_locale(&bundle, &language, &too_complex.keys);
        let numbers = Arc::new(Numbers::new(&locale));
        functions::register(&mut bundle, &citations, &numbers);
        bundle.set_formatter(Some(|value, _| plural::marked(value)));
        Self {
            numbers,
            dates: Dates::new(&locale),
            language,
            catalog,
            bundle,
            citations,
            printable,
            years: Mutex::default(),
            used: Mutex::default(),
            absent: Mutex::default(),
            excused: BTreeSet::new(),
            faults: Mutex::new(faults),
            doubtful: Mutex::default(),
            too_complex: too_complex.keys,
        }
    }

    /// Lets messages cite what some indicators do not have: the data already has a fault that says why.
    #[must_use]
    pub fn excuse(mut self, indicators: impl IntoIterator<Item = String>) -> Self {
        self.excused.extend(indicators);
        self
    }

    /// Returns the language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Adds a fault that was found while something was put into these words.
    ///
    /// That a message is missing is shown where it is first needed, and not where it stands but could not be read.
    pub fn fault(&self, fault: Diagnostic) {
        if matches!(fault.code, Code::MissingMessage | Code::EmptyHighlight) {
            let key = fault.argument("id").unwrap_or_default();
            let known = self.lock_absent().insert(key.to_owned(), true);
            if known == Some(true) || self.catalog.unreadable.contains(split(key).0) {
                return;
            }
        }
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
    }

    /// Returns every fault found so far, and forgets them. The attributes that a message lacks are one fault.
    #[must_use]
    pub fn take_faults(&self) -> Diagnostics {
        let faults = std::mem::take(&mut *self.faults.lock().unwrap_or_else(PoisonError::into_inner));
        let is_consequence = |fault: &Diagnostic| matches!(fault.code, Code::MessageTooComplex | Code::ChartFailed);
        let counted = faults.clone();
        let faults: Vec<Diagnostic> = faults.into_iter().collect();
        // A message that refers to nothing inserts nothing, and a chart of such messages has no room.
        let is_cause = |fault: &Diagnostic| fault.code.severity() == Severity::Error && !is_consequence(fault);
        let has_causes = faults.iter().any(is_cause) || !self.excused.is_empty();
        let mut gathered: Vec<Diagnostic> = Vec::new();
        for fault in faults.into_iter().filter(|fault| !has_causes || !is_consequence(fault)) {
            let key = fault.argument("id").map(str::to_owned).unwrap_or_default();
            let (id, attribute) = split(&key);
            let sibling = gathered.iter_mut().find(|other| {
                fault.code == Code::MissingMessage
                    && attribute.is_some()
                    && other.code == fault.code
                    && other.argument("id").is_some_and(|other| other.contains('.') && split(other).0 == id)
            });
            match (sibling, attribute) {
                (Some(sibling), Some(attribute)) => {
                    let joined = format!("{}, .{attribute}", sibling.argument("id").unwrap_or_default());
                    sibling.arguments.retain(|(name, _)| *name != "id");
                    sibling.arguments.push(("id", joined));
                }
                _ => gathered.push(fault),
            }
        }
        let mut faults = Diagnostics::default();
        faults.extend(gathered);
        faults.count_beyond(&counted);
        faults
    }

    pub(super) fn lock_absent(&self) -> MutexGuard<'_, BTreeMap<String, bool>> {
        self.absent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the names of all messages and attributes that have a text.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let entries = self.catalog.entries.iter().filter(|(_, entry)| entry.layer != Layer::Example);
        entries
            .flat_map(|(id, entry)| {
                let value = entry.has_value.then(|| id.clone());
                value.into_iter().chain(entry.attributes.keys().map(move |attribute| key(id, Some(attribute))))
            })
            .filter(|key| !key.starts_with('-'))
            .collect()
    }

    /// Returns the eras by which the language counts years, with the first fiscal year of each.
    #[must_use]
    pub fn eras(&self) -> Vec<(String, FiscalYear)> {
        self.dates.eras()
    }

    /// Returns whether the language writes a comma before the fraction of a number.
    #[must_use]
    pub fn has_decimal_comma(&self) -> bool {
        self.numbers.has_decimal_comma()
    }

    /// Returns where a message stands.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<&Place> {
        self.catalog.place(key)
    }

    /// Returns the pieces of text of one of the report's own messages, without what it inserts.
    pub fn texts<'a>(&'a self, key: &'a str) -> impl Iterator<Item = Located<&'a str>> {
        let (id, attribute) = split(key);
        let texts = self.catalog.entries.get(id).into_iter().flat_map(|entry| &entry.texts);
        let inside = texts.filter(move |text| text.within.as_deref() == attribute);
        inside.map(|text| Located::new(text.text.as_str(), text.place.clone()))
    }

    /// Returns what follows a prefix in the names of messages, those that could not be read among them.
    pub fn names_after<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let read = self.catalog.entries.iter().filter(|(_, entry)| entry.has_value).map(|(id, _)| id);
        read.chain(&self.catalog.unreadable).filter_map(move |id| id.strip_prefix(prefix))
    }

    /// Formats a message that the report can do without as plain text; none where it is not there.
    pub fn optional(&self, key: &str, arguments: &Arguments<'_>) -> Option<String> {
        Some(self.checked(key, &self.format(key, arguments, false)?, arguments))
    }

    /// Sets and checks the plain text of a formatted message.
    fn checked(&self, key: &str, formatted: &str, arguments: &Arguments<'_>) -> String {
        let text = unshield(formatted);
        // What a chart has to say grows with the report; the bound is on what the message adds.
        let given: usize = arguments.iter().map(|(_, value)| value.chars().count()).sum();
        if is_unbroken(&text) || text.chars().nth(LONGEST_PARAGRAPH + given).is_some() {
            self.too_complex(key);
            return String::new();
        }
        let text = self.set(key, &text, arguments);
        if is_name(key) { self.within_length(key, text) } else { text }
    }

    /// Cuts a name that is too long to be one, which is a fault.
    fn within_length(&self, key: &str, text: String) -> String {
        if text.chars().count() <= LONGEST_NAME {
            return text;
        }
        if let Some(place) = self.place(key) {
            self.fault(
                Diagnostic::at(Code::InvalidValue, place)
                    .with("key", key)
                    .with("part", "length")
                    .with("most", LONGEST_NAME),
            );
        }
        text.chars().take(LONGEST_NAME).collect()
    }

    /// Formats a message as plain text. Where it is not there, that is a fault at the place that needs it, and its
    /// name stands in its stead.
    pub fn text(&self, key: &str, arguments: &Arguments<'_>, needed_by: &Place) -> String {
        self.optional(key, arguments).unwrap_or_else(|| {
            self.fault(self.missing(key, needed_by));
            key.to_owned()
        })
    }

    /// Formats a message that has something to say of a number, `$value`, with [`SLOT`] in the number's place, as
    /// [`Words::text`] does. The number is given as it is shown: it may choose a plural.
    pub fn around(&self, key: &str, shown: Decimal, needed_by: &Place) -> String {
        let Some(number) = plural::number(shown) else { return self.text(key, &[("value", SLOT)], needed_by) };
        let arguments: FluentArgs<'_> = [("value", number)].into_iter().collect();
        match self.formatted(key, &arguments, |_| SLOT.to_owned()) {
            Some(text) => self.checked(key, &text, &[("value", SLOT)]),
            None => self.text(key, &[("value", SLOT)], needed_by),
        }
    }

    /// Returns everything that a message says of numbers, each with [`SLOT`] in the number's place; none where it is not there.
    #[must_use]
    pub fn variants(&self, key: &str) -> BTreeSet<String> {
        /// Numbers that have every plural of every language among them.
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

    /// Returns whether what a message says does not depend on the number that it is given.
    #[must_use]
    pub fn says_the_same_of_all(&self, key: &str) -> bool {
        let references = self.catalog.entries.get(key).into_iter().flat_map(|entry| &entry.references);
        let mut of_value = references.filter(|reference| reference.within.is_none());
        of_value.all(|reference| !reference.is_selector && matches!(reference.target, Target::Variable(_)))
    }

    /// Formats a message as prose; none where it is not there.
    pub fn prose(&self, key: &str, arguments: &Arguments<'_>) -> Option<Rich> {
        let source = self.format(key, arguments, true)?;
        // The compiler would take minutes over a text that was pasted where a paragraph belongs.
        let signs = source.chars().filter(|character| "!&*<>[^_`~".contains(*character)).count();
        if source.len() > LONGEST_PROSE || signs > MOST_SIGNS || is_unbroken(&unshield(&source)) {
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
                let fault = Diagnostic::at(Code::UnsupportedMarkup, place).with("id", key);
                self.fault(fault.with("kind", name).with("markup", name));
            }
        }
        Some(rich)
    }

    /// Returns where an excerpt of a message stands in the report's own texts, as far as they hold it.
    fn place_of_excerpt(&self, key: &str, excerpt: &str) -> Option<Place> {
        /// As much as tells a line from others.
        const LONGEST: usize = 24;
        // What is inserted stands in no file.
        let own = excerpt.chars().take_while(|character| unshield(&character.to_string()) == character.to_string());
        let own: String = own.take(LONGEST).collect();
        let own = own.trim();
        if own.is_empty() {
            return None;
        }
        // What is inserted interrupts it, so the longest beginning counts that stands in the file.
        let ends = own.char_indices().map(|(index, last)| index + last.len_utf8()).collect::<Vec<_>>();
        ends.iter().rev().filter(|end| **end > 1).find_map(|end| {
            self.texts(key).find_map(|text| {
                let Position::Text(start, _) = text.place.position else { return None };
                let found = start + text.value.find(&own[..*end])?;
                Some(Place::text(&text.place.file, found..found + end))
            })
        })
    }

    /// Formats a message as prose. Where it is not there, that is a fault at the place that needs it.
    pub fn required_prose(&self, key: &str, needed_by: &Place) -> Rich {
        self.prose(key, &[]).unwrap_or_else(|| {
            self.fault(self.missing(key, needed_by));
            Rich::new()
        })
    }

    /// Returns the fault of a message that is not there.
    #[must_use]
    pub fn missing(&self, key: &str, needed_by: &Place) -> Diagnostic {
        let part = match split(key) {
            (id, _) if id.starts_with("indicator-") => "name",
            (_, Some(_)) => "attribute",
            _ => "message",
        };
        Diagnostic::at(Code::MissingMessage, needed_by)
            .with("id", key)
            .with("language", &self.language)
            .with("part", part)
    }

    /// Returns a text from the data as the fonts set it; what they cannot set is a fault where it stands.
    pub fn data(&self, text: &str, place: Option<&Place>) -> String {
        let Setting { text: set, mut missing, plain } = glyphs::set(text, &*self.printable);
        missing.extend(SLOT.chars().filter(|slot| text.contains(*slot)).map(|slot| (slot.to_string(), "other")));
        let at = |code| place.map_or_else(|| Diagnostic::without_place(code), |place| Diagnostic::at(code, place));
        missing.iter().for_each(|(cluster, sort)| self.fault(of_cluster(at(Code::MissingGlyph), cluster, sort)));
        plain.iter().for_each(|cluster| self.fault(of_cluster(at(Code::MissingVariant), cluster, "other")));
        set
    }

    /// Returns a message's text as the fonts set it. What they cannot set is a fault where it stands in the report's words;
    /// what the message was given is a fault where that stands.
    fn set(&self, key: &str, text: &str, arguments: &Arguments<'_>) -> String {
        let has =
            |character: char, selector: Option<char>| is_disguised(character) || (self.printable)(character, selector);
        let Setting { text: set, missing, plain } = glyphs::set(text, &has);
        let missing = missing.into_iter().map(|(cluster, sort)| (Code::MissingGlyph, cluster, sort));
        let plain = plain.into_iter().map(|cluster| (Code::MissingVariant, cluster, "other"));
        for (code, cluster, sort) in missing.chain(plain) {
            let own = self.place_of_text(key, &cluster);
            let is_given = || {
                let cited = self.citations.get().is_some_and(|citations| citations.hold(&cluster));
                cited || arguments.iter().any(|(_, value)| value.contains(cluster.as_str()))
            };
            let fault = match own.as_ref().or_else(|| self.place(key).filter(|_| self.is_own(key))) {
                Some(place) if own.is_some() || !is_given() => Diagnostic::at(code, place),
                None if !is_given() => Diagnostic::without_place(code),
                _ => continue,
            };
            self.fault(of_cluster(fault, &cluster, sort));
        }
        // What stands for something else on the way through the parsers would be taken for it.
        for text in self.texts(key) {
            let Position::Text(start, _) = text.place.position else { continue };
            let is_borrowed = |character: char| is_disguised(character) || character == STAND_IN;
            for (index, character) in text.value.char_indices().filter(|(_, character)| is_borrowed(*character)) {
                let at = start + index;
                let place = Place::text(&text.place.file, at..at + character.len_utf8());
                let sort = if character.is_control() { "control" } else { "private" };
                self.fault(of_cluster(Diagnostic::at(Code::MissingGlyph, &place), &character.to_string(), sort));
            }
        }
        set
    }

    /// Returns whether a message is one of the report's own.
    fn is_own(&self, key: &str) -> bool {
        self.catalog.entries.get(split(key).0).is_some_and(|entry| entry.layer == Layer::Report)
    }

    /// Returns where a piece of text stands in a message, or in those that it refers to.
    fn place_of_text(&self, key: &str, wanted: &str) -> Option<Place> {
        let (id, attribute) = split(key);
        let mut open = vec![(id.to_owned(), attribute.map(str::to_owned))];
        let mut seen = BTreeSet::new();
        while let Some(part) = open.pop() {
            if !seen.insert(part.clone()) {
                continue;
            }
            let (id, attribute) = part;
            let Some(entry) = self.catalog.entries.get(&id) else { continue };
            for text in entry.texts.iter().filter(|text| text.within == attribute) {
                let Position::Text(start, _) = text.place.position else { continue };
                if let Some(found) = text.text.find(wanted) {
                    let range = start + found..start + found + wanted.len();
                    return Some(Place::text(&text.place.file, range));
                }
            }
            let references = entry.references.iter().filter(|reference| reference.within == attribute);
            open.extend(references.filter_map(|reference| match &reference.target {
                Target::Message { id, attribute } => Some((id.clone(), attribute.clone())),
                _ => None,
            }));
        }
        None
    }

    /// Checks what the language's calendars and digits write by themselves.
    pub(super) fn check_written<'a>(&self, texts: impl IntoIterator<Item = &'a String>) {
        let number = self.number(Decimal::new(-12_345_678_905, 1), 1);
        let place = self.place(FORMAT_LOCALE).filter(|_| self.is_own(FORMAT_LOCALE));
        self.data(&number, place);
        for text in texts {
            self.data(text, place);
        }
    }

    fn format(&self, key: &str, arguments: &Arguments<'_>, as_prose: bool) -> Option<String> {
        let said = |text: &str| if as_prose { shield(text) } else { text.to_owned() };
        let value = |text: &str| {
            let number = self.numbers.read(text).and_then(plural::number);
            number.unwrap_or_else(|| FluentValue::from(said(text)))
        };
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, text)| (*name, value(text))).collect();
        self.formatted(key, &arguments, |number| said(&self.number(number, number.scale())))
    }

    /// Formats a message, whose numbers `write` writes.
    fn formatted(&self, key: &str, arguments: &FluentArgs<'_>, write: impl Fn(Decimal) -> String) -> Option<String> {
        let Some(pattern) = self.pattern(key) else {
            self.lock_absent().entry(key.to_owned()).or_insert(false);
            return None;
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        // That is a fault already.
        if self.too_complex.contains(key) {
            return Some(String::new());
        }
        let mut errors = Vec::new();
        let text = plural::written(&self.bundle.format_pattern(pattern, Some(arguments), &mut errors), write);
        // Faults that can be known beforehand have better diagnostics; this one shows only where those found nothing.
        if !errors.is_empty() {
            self.too_complex(key);
        }
        Some(text)
    }

    /// Adds the fault of a message that is more than can be put together.
    fn too_complex(&self, key: &str) {
        if let Some(place) = self.place(key) {
            self.fault(Diagnostic::at(Code::MessageTooComplex, place).with("id", key));
        }
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        let (id, attribute) = split(key);
        let message = self.bundle.get_message(id)?;
        match attribute {
            Some(attribute) => Some(message.get_attribute(attribute)?.value()),
            None => message.value(),
        }
    }
}

/// Returns whether more characters stand in a row than lines can be broken from.
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

/// Completes the fault of what the fonts cannot set.
fn of_cluster(fault: Diagnostic, cluster: &str, sort: &str) -> Diagnostic {
    fault.with("character", cluster).with("code", codes(cluster)).with("kind", sort)
}

/// Returns the Unicode locale by which numbers and dates are written: the one that the words name, else the language.
fn format_locale(
    bundle: &FluentBundle<Arc<FluentResource>>,
    language: &Language,
    too_complex: &BTreeSet<String>,
) -> Locale {
    let message = bundle.get_message(FORMAT_LOCALE).filter(|_| !too_complex.contains(FORMAT_LOCALE));
    message
        .and_then(|message| message.value())
        .and_then(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).parse().ok())
        .or_else(|| language.to_string().parse().ok())
        .unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether a message is more than is put together, as prose and as plain text.
    fn is_too_complex(text: &str) -> [bool; 2] {
        let file = LocaleFile { name: "a.ftl".into(), text: format!("a = {text}\n").into(), layer: Layer::Report };
        let words = Words::new(Language::default(), &[file], Arc::new(|_, _| true));
        let has_fault =
            |words: &Words| words.take_faults().sorted().iter().any(|fault| fault.code == Code::MessageTooComplex);
        words.prose("a", &[]);
        let as_prose = has_fault(&words);
        words.optional("a", &[]);
        [as_prose, has_fault(&words)]
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
