//! The words of one language: formats messages as plain text or as prose, and keeps account of what is missing, unused
//! or cannot be printed.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_locale_core::Locale;
use rust_decimal::Decimal;

use super::catalog::{Catalog, Layer, LocaleFile, Target};
use super::date::{Calendar, Dates};
use super::functions::{self, Citations};
use super::markup::{self, Rich};
use super::number::Numbers;
use super::shield::{shield, unshield};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::report::{Day, FiscalYear, Language};

/// Tells whether the report's fonts can print a character.
pub type Printable = Arc<dyn Fn(char) -> bool + Send + Sync>;

/// Stands for a value that is put into a finished message later; it is never printed itself.
pub const SLOT: &str = "\u{FFFC}";

/// The message that names the Unicode locale by which a language's numbers and dates are written.
const FORMAT_LOCALE: &str = "format-locale";

/// Values for the variables of a message.
pub type Arguments<'a> = [(&'a str, &'a str)];

/// The words of one language.
pub struct Words {
    language: Language,
    catalog: Catalog,
    bundle: FluentBundle<Arc<FluentResource>>,
    numbers: Numbers,
    dates: Dates,
    citations: Arc<OnceLock<Citations>>,
    printable: Printable,
    used: Mutex<BTreeSet<String>>,
    faults: Mutex<Diagnostics>,
}

impl Words {
    /// Parses the files of a language.
    #[must_use]
    pub fn new(language: Language, files: &[LocaleFile], printable: Printable) -> Self {
        let mut faults = Diagnostics::default();
        let catalog = Catalog::new(files, &mut faults);
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        bundle.set_use_isolating(false);
        for (_, resource) in &catalog.resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let citations = Arc::new(OnceLock::new());
        functions::register(&mut bundle, &citations);
        let locale = format_locale(&bundle, &language);
        Self {
            numbers: Numbers::new(&locale),
            dates: Dates::new(&locale),
            language,
            catalog,
            bundle,
            citations,
            printable,
            used: Mutex::default(),
            faults: Mutex::new(faults),
        }
    }

    /// Returns the language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Adds a fault that was found while something was put into these words.
    pub fn fault(&self, fault: Diagnostic) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
    }

    /// Returns every fault found so far, and forgets them.
    #[must_use]
    pub fn take_faults(&self) -> Diagnostics {
        std::mem::take(&mut *self.faults.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn has_faults(&self) -> bool {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).has_errors()
    }

    /// Writes a number with a fixed number of decimals.
    #[must_use]
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        self.numbers.format(value, decimals)
    }

    /// Writes a count.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.number(Decimal::from(count), 0)
    }

    /// Writes a day in the language's customary calendar.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.dates.day(day, Calendar::Customary).unwrap_or_else(|| day.to_string())
    }

    /// Writes a fiscal year by the message `fiscal-year`, in the language's customary calendar.
    #[must_use]
    pub fn fiscal_year(&self, year: FiscalYear) -> String {
        self.fiscal_year_in(year, Calendar::Customary)
    }

    fn fiscal_year_in(&self, year: FiscalYear, calendar: Calendar) -> String {
        let in_calendar = self.dates.fiscal_year(year, calendar).unwrap_or_else(|| year.to_string());
        self.optional("fiscal-year", &[("year", &in_calendar), ("starting-year", &year.to_string())])
            .unwrap_or(in_calendar)
    }

    /// Gives the texts that messages can cite, adds the dates and numbers that messages spell out, and checks every
    /// message against them.
    pub fn cite(
        &self,
        mut citations: Citations,
        days: &[(&str, Day)],
        fiscal_years: &[(&str, FiscalYear)],
    ) {
        for (name, calendar) in [(functions::CUSTOMARY, Calendar::Customary), (functions::GREGORIAN, Calendar::Gregorian)] {
            for (subject, day) in days.iter().map(|(subject, day)| ((*subject).to_owned(), *day)).chain(self.spelled_days()) {
                if let Some(text) = self.dates.day(day, calendar) {
                    citations.days.insert((subject, name.to_owned()), text);
                }
            }
            let spelled = self.spelled("FISCAL_YEAR").filter_map(|year| Some((year, FiscalYear::new(year.parse().ok()?)?)));
            for (subject, year) in fiscal_years.iter().map(|(subject, year)| (*subject, *year)).chain(spelled) {
                citations
                    .fiscal_years
                    .insert((subject.to_owned(), name.to_owned()), self.fiscal_year_in(year, calendar));
            }
        }
        for number in self.spelled("NUM") {
            if let Ok(value) = Decimal::from_str_exact(number) {
                citations.numbers.insert(number.to_owned(), self.number(value, value.scale()));
            }
        }
        self.check(&citations);
        // Texts are given once; a second call would find the first ones in use.
        let _ = self.citations.set(citations);
    }

    /// Returns the literal first arguments of every call of a function.
    fn spelled<'a>(&'a self, function: &'a str) -> impl Iterator<Item = &'a str> {
        self.catalog.entries.values().flat_map(|entry| &entry.references).filter_map(move |reference| {
            match &reference.target {
                Target::Function { name, positional, .. } if name == function => positional.first()?.literal.as_deref(),
                _ => None,
            }
        })
    }

    fn spelled_days(&self) -> impl Iterator<Item = (String, Day)> {
        self.spelled("DATE").filter_map(|text| {
            let mut parts = text.splitn(3, '-');
            let day = Day {
                year: parts.next()?.parse().ok()?,
                month: parts.next()?.parse().ok()?,
                day: parts.next()?.parse().ok()?,
            };
            Some((text.to_owned(), day))
        })
    }

    /// Checks what every message refers to.
    fn check(&self, citations: &Citations) {
        for (id, entry) in &self.catalog.entries {
            for reference in &entry.references {
                let fault = match &reference.target {
                    Target::Function { .. } => functions::check(reference, citations),
                    Target::Message { id: target, attribute } => {
                        self.check_message_reference(target, attribute.as_deref(), &reference.place)
                    }
                    Target::Variable(name) => self.check_variable(id, name, &reference.place),
                };
                fault.into_iter().for_each(|fault| self.fault(fault));
            }
            if self.reaches(id, id, &mut BTreeSet::new()) {
                self.fault(Diagnostic::at(Code::CyclicReference, &entry.place).with("id", id));
            }
        }
    }

    fn check_message_reference(&self, id: &str, attribute: Option<&str>, place: &Place) -> Option<Diagnostic> {
        let known = self.catalog.entries.get(id).is_some_and(|entry| match attribute {
            Some(attribute) => entry.attributes.contains_key(attribute),
            None => entry.has_value,
        });
        let name = attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        (!known).then(|| {
            Diagnostic::at(Code::UnknownReference, place)
                .with("id", name)
                .with_candidates(id, self.catalog.entries.keys().map(String::as_str))
        })
    }

    /// Checks a variable: the messages of units and those that override built-in ones are given some, others none.
    fn check_variable(&self, message: &str, variable: &str, place: &Place) -> Option<Diagnostic> {
        /// The variable of the messages `unit-…`.
        const UNIT_VARIABLE: &str = "value";
        let built_in = self.catalog.built_in_variables.get(message);
        let mut allowed: Vec<&str> = built_in.into_iter().flatten().map(String::as_str).collect();
        if message.starts_with("unit-") {
            allowed.push(UNIT_VARIABLE);
        }
        // What a term is given stands where it is used.
        let known = allowed.contains(&variable) || message.starts_with('-');
        (!known).then(|| {
            Diagnostic::at(Code::UnknownVariable, place)
                .with("id", message)
                .with("variable", variable)
                .with_candidates(variable, allowed)
        })
    }

    fn reaches(&self, from: &str, to: &str, seen: &mut BTreeSet<String>) -> bool {
        let Some(entry) = self.catalog.entries.get(from) else { return false };
        entry.references.iter().any(|reference| match &reference.target {
            Target::Message { id, .. } => id == to || (seen.insert(id.clone()) && self.reaches(id, to, seen)),
            _ => false,
        })
    }

    /// Returns where a message stands.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<&Place> {
        let (id, attribute) = split(key);
        let entry = self.catalog.entries.get(id)?;
        match attribute {
            Some(attribute) => entry.attributes.get(attribute),
            None => entry.has_value.then_some(&entry.place),
        }
    }

    /// Formats a message that the report can do without as plain text; none where it is not there.
    pub fn optional(&self, key: &str, arguments: &Arguments<'_>) -> Option<String> {
        let text = unshield(&self.format(key, arguments, false)?);
        self.check_printable(key, &text);
        Some(text)
    }

    /// Formats a message as plain text. Where it is not there, that is a fault at the place that needs it, and its
    /// name stands in its stead.
    pub fn text(&self, key: &str, arguments: &Arguments<'_>, needed_by: &Place) -> String {
        self.optional(key, arguments).unwrap_or_else(|| {
            self.fault(self.missing(key, needed_by));
            key.to_owned()
        })
    }

    /// Formats a message as prose; none where it is not there.
    pub fn prose(&self, key: &str, arguments: &Arguments<'_>) -> Option<Rich> {
        let source = self.format(key, arguments, true)?;
        let (rich, unsupported) = markup::parse(&source);
        self.check_printable(key, &unshield(&source));
        for markup in unsupported {
            if let Some(place) = self.place(key) {
                self.fault(Diagnostic::at(Code::UnsupportedMarkup, place).with("id", key).with("markup", markup));
            }
        }
        Some(rich)
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
        Diagnostic::at(Code::MissingMessage, needed_by).with("id", key).with("language", &self.language)
    }

    /// Returns faults for the report's messages that nothing has asked for.
    #[must_use]
    pub fn unused(&self) -> Vec<Diagnostic> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let referred: BTreeSet<&str> = self
            .catalog
            .entries
            .values()
            .flat_map(|entry| &entry.references)
            .filter_map(|reference| match &reference.target {
                Target::Message { id, .. } => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let is_used = |key: &str, id: &str| {
            used.contains(key) || referred.contains(id) || self.catalog.built_in_variables.contains_key(id)
        };
        let mut unused = Vec::new();
        for (id, entry) in self.catalog.entries.iter().filter(|(_, entry)| entry.layer == Layer::Report) {
            if entry.has_value && !is_used(id, id) {
                unused.push(Diagnostic::at(Code::UnusedMessage, &entry.place).with("id", id));
            }
            for (attribute, place) in &entry.attributes {
                let key = format!("{id}.{attribute}");
                if !is_used(&key, id) {
                    unused.push(Diagnostic::at(Code::UnusedMessage, place).with("id", key));
                }
            }
        }
        unused
    }

    /// Adds a fault for each character of a text from the data that no font can print.
    pub fn check_data(&self, text: &str, place: &Place) {
        for character in self.unprintable(text) {
            self.fault(missing_glyph(character, place));
        }
    }

    fn check_printable(&self, key: &str, text: &str) {
        for character in self.unprintable(text) {
            if let Some(place) = self.place(key) {
                self.fault(missing_glyph(character, place));
            }
        }
    }

    fn unprintable(&self, text: &str) -> BTreeSet<char> {
        text.chars()
            .filter(|character| !character.is_whitespace() && !SLOT.contains(*character) && !(self.printable)(*character))
            .collect()
    }

    fn format(&self, key: &str, arguments: &Arguments<'_>, as_prose: bool) -> Option<String> {
        let (id, attribute) = split(key);
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, if as_prose { shield(value).into() } else { FluentValue::from(*value) }))
            .collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        // Faults that can be known beforehand have better diagnostics; one shows only where those found nothing.
        if let (Some(error), Some(place), false) = (errors.first(), self.place(key), self.has_faults()) {
            self.fault(Diagnostic::at(Code::UnknownReference, place).with("id", key).with_candidates("", []).with_detail(error));
        }
        Some(text)
    }
}

fn missing_glyph(character: char, place: &Place) -> Diagnostic {
    Diagnostic::at(Code::MissingGlyph, place)
        .with("character", character)
        .with("code", format!("U+{:04X}", u32::from(character)))
}

/// Splits `highlight-x.title` into the message and its attribute.
fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}

/// Returns the Unicode locale by which numbers and dates are written: the one that the words name, else the language.
fn format_locale(bundle: &FluentBundle<Arc<FluentResource>>, language: &Language) -> Locale {
    bundle
        .get_message(FORMAT_LOCALE)
        .and_then(|message| message.value())
        .and_then(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).parse().ok())
        .or_else(|| language.to_string().parse().ok())
        .unwrap_or(Locale::UNKNOWN)
}
