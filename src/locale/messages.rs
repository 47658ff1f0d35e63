//! The parsed messages of one language, and the formatters of numbers, dates and citations.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::Pattern;
use icu_locale_core::Locale;

use super::catalog::{Catalog, Layer, LocaleFile};
use super::complexity::too_complex;
use super::date::Dates;
use super::functions::{self, Citations};
use super::indentation;
use super::key::{key, split};
use super::number_format::Numbers;
use super::plural;
use super::reference::Target;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Position};
use crate::report::{FiscalYear, Language};

/// Whether the report's fonts have a glyph for a character, or for the variant of it that a selector requests.
pub type Printable = Arc<dyn Fn(char, Option<char>) -> bool + Send + Sync>;

/// The message with the Unicode locale for numbers and dates.
pub(super) const FORMAT_LOCALE: &str = "format-locale";

/// The messages of one language: parsed once, and shared between threads.
pub struct Messages {
    pub(super) language: Language,
    pub(super) catalog: Arc<Catalog>,
    pub(super) bundle: FluentBundle<Arc<FluentResource>>,
    pub(super) numbers: Arc<Numbers>,
    pub(super) dates: Dates,
    pub(super) citations: Arc<OnceLock<Citations>>,
    pub(super) printable: Printable,
    /// Indicators whose missing data is already reported.
    pub(super) excused: BTreeSet<String>,
    /// Messages and attributes that are too large and never formatted.
    pub(super) too_complex: Arc<BTreeSet<String>>,
    pub(super) problems: Diagnostics,
    /// Whether spaces are left as they were typed.
    pub(super) is_verbatim: bool,
}

impl Messages {
    /// Parses the files of a language. Problems are kept for [`Findings`](super::Findings).
    #[must_use]
    pub fn new(language: Language, files: &[LocaleFile], printable: Printable) -> Self {
        let Parsed { catalog, too_complex, problems } = parsed(files);
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(indentation::restored));
        for (_, resource) in &catalog.resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let citations = Arc::new(OnceLock::new());
        let locale = format_locale(&bundle, &language, &too_complex);
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
            excused: BTreeSet::new(),
            too_complex,
            problems,
            is_verbatim: false,
        }
    }

    /// Leaves texts as they were typed, for quotations from the user's files.
    #[must_use]
    pub fn verbatim(self) -> Self {
        Self { is_verbatim: true, ..self }
    }

    /// Permits messages to cite missing data of these indicators, whose absence is already reported.
    #[must_use]
    pub fn excuse(mut self, indicators: impl IntoIterator<Item = String>) -> Self {
        self.excused.extend(indicators);
        self
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The names of all messages and attributes with a text.
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

    /// The eras of the language's calendar, with the first fiscal year of each.
    #[must_use]
    pub fn eras(&self) -> Vec<(String, FiscalYear)> {
        self.dates.eras()
    }

    /// Whether the decimal sign is a comma.
    #[must_use]
    pub fn has_decimal_comma(&self) -> bool {
        self.numbers.has_decimal_comma()
    }

    /// Whether groups of digits are separated by spaces.
    #[must_use]
    pub fn groups_by_space(&self) -> bool {
        self.numbers.groups_by_space()
    }

    /// The place of a message.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<&Place> {
        self.catalog.place(key)
    }

    /// The texts between the placeables of one of the report's own messages.
    pub fn texts<'a>(&'a self, key: &'a str) -> impl Iterator<Item = Located<&'a str>> {
        let (id, attribute) = split(key);
        let texts = self.catalog.entries.get(id).into_iter().flat_map(|entry| &entry.texts);
        let inside = texts.filter(move |text| text.within.as_deref() == attribute);
        inside.map(|text| Located::new(text.text.as_str(), text.place.clone()))
    }

    /// The rest of the names of messages with this prefix, including unreadable ones.
    pub fn names_after<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let read = self.catalog.entries.iter().filter(|(_, entry)| entry.has_value).map(|(id, _)| id);
        read.chain(&self.catalog.unreadable).filter_map(move |id| id.strip_prefix(prefix))
    }

    /// The problem of a missing message.
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

    /// Whether the text of a message is independent of its number.
    #[must_use]
    pub fn says_the_same_of_all(&self, key: &str) -> bool {
        let references = self.catalog.entries.get(key).into_iter().flat_map(|entry| &entry.references);
        let mut of_value = references.filter(|reference| reference.within.is_none());
        of_value.all(|reference| !reference.is_selector && matches!(reference.target, Target::Variable(_)))
    }

    pub(super) fn layer(&self, key: &str) -> Option<Layer> {
        self.catalog.entries.get(split(key).0).map(|entry| entry.layer)
    }

    /// Whether a message is the report's own.
    #[must_use]
    pub fn is_own(&self, key: &str) -> bool {
        self.catalog.entries.get(split(key).0).is_some_and(|entry| entry.layer == Layer::Report)
    }

    /// The place of a text in a message, or in messages that it refers to.
    pub(super) fn place_of_text(&self, key: &str, wanted: &str) -> Option<Place> {
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

    pub(super) fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        let (id, attribute) = split(key);
        let message = self.bundle.get_message(id)?;
        match attribute {
            Some(attribute) => Some(message.get_attribute(attribute)?.value()),
            None => message.value(),
        }
    }
}

/// What the files of a language say, whatever the report.
#[derive(Clone)]
struct Parsed {
    catalog: Arc<Catalog>,
    too_complex: Arc<BTreeSet<String>>,
    problems: Diagnostics,
}

/// Remembered for the build after an edit of something else.
#[comemo::memoize]
fn parsed(files: &[LocaleFile]) -> Parsed {
    let mut problems = Diagnostics::default();
    let catalog = Catalog::new(files, &mut problems);
    let too_complex = too_complex(catalog.resources.iter().map(|(_, resource)| resource.as_ref()));
    let causes = too_complex.causes.iter();
    problems.extend(
        causes.filter_map(|key| Some(Diagnostic::at(Code::MessageTooComplex, catalog.place(key)?).with("id", key))),
    );
    Parsed { catalog: Arc::new(catalog), too_complex: Arc::new(too_complex.keys), problems }
}

/// The Unicode locale for numbers and dates: the one that the messages name, else the language.
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
