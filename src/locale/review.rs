//! Reviews the words of a language as a whole: what they refer to, what nothing uses, what another language lacks.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::catalog::Layer;
use super::circle::circles;
use super::functions::{self, Citations};
use super::key::{key, split};
use super::reference::Target;
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};

impl Words {
    /// Checks what every message refers to.
    pub(super) fn check(&self, citations: &Citations) {
        for (id, entry) in &self.catalog.entries {
            for reference in &entry.references {
                let fault = match &reference.target {
                    Target::Function { .. } => functions::check(reference, citations, &self.excused),
                    Target::Message { id: target, attribute } => {
                        self.check_message_reference(target, attribute.as_deref(), &reference.place)
                    }
                    Target::Variable(name) => self.check_variable(id, name, &reference.place),
                };
                if let Some(fault) = fault {
                    self.doubtful.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone());
                    self.fault(fault);
                }
            }
        }
        circles(&self.catalog).into_iter().for_each(|fault| self.fault(fault));
    }

    fn check_message_reference(&self, id: &str, attribute: Option<&str>, place: &Place) -> Option<Diagnostic> {
        let known = self.catalog.entries.get(id).is_some_and(|entry| match attribute {
            Some(attribute) => entry.attributes.contains_key(attribute),
            None => entry.has_value,
        });
        if known || self.catalog.unreadable.contains(id) {
            return None;
        }
        let name = key(id, attribute);
        let known: Vec<String> = self
            .catalog
            .entries
            .iter()
            .flat_map(|(id, entry)| {
                let value = entry.has_value.then(|| id.clone());
                value.into_iter().chain(entry.attributes.keys().map(move |attribute| key(id, Some(attribute))))
            })
            .collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        Some(
            Diagnostic::at(Code::UnknownReference, place)
                .with_nearest(nearest(&name, &known))
                .with("language", &self.language)
                .with("id", name),
        )
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
        // What was asked for in vain is what a name that nothing asked for was probably meant to be.
        let absent = self.lock_absent();
        let absent: BTreeSet<&str> = absent
            .keys()
            .flat_map(|key| [key.as_str(), split(key).0])
            .filter(|key| self.place(key).is_none())
            .collect();
        let absent: Vec<&str> = absent.into_iter().collect();
        let fault = |key: String, place: &Place| {
            let alike: Vec<&str> =
                absent.iter().copied().filter(|absent| absent.contains('.') == key.contains('.')).collect();
            Diagnostic::at(Code::UnusedMessage, place).with_nearest(nearest(&key, &alike)).with("id", key)
        };
        let mut unused = Vec::new();
        let is_read = |id: &String| !self.catalog.unreadable.contains(id);
        let own = self.catalog.entries.iter().filter(|(_, entry)| entry.layer == Layer::Report);
        for (id, entry) in own.filter(|(id, _)| is_read(id)) {
            let value = entry.has_value.then(|| (id.clone(), &entry.place));
            let attributes = entry.attributes.iter().map(|(attribute, place)| (key(id, Some(attribute)), place));
            let parts: Vec<_> = value.into_iter().chain(attributes).collect();
            let unasked: Vec<_> = parts.iter().filter(|(key, _)| !is_used(key, id)).collect();
            if unasked.len() == parts.len() {
                unused.push(fault(id.clone(), &entry.place));
            } else {
                unused.extend(unasked.into_iter().map(|(key, place)| fault(key.clone(), place)));
            }
        }
        unused
    }

    /// Returns faults for messages that the report can do without and that stand in another of its languages only.
    #[must_use]
    pub fn untranslated(&self, other: &Words) -> Vec<Diagnostic> {
        let used = other.used.lock().unwrap_or_else(PoisonError::into_inner);
        let absent = self.lock_absent();
        // Names of indicators may stand in the table in one language and in the locales in another.
        let optional = absent.iter().filter(|(key, required)| !**required && !key.starts_with("indicator-"));
        optional
            .filter(|(key, _)| used.contains(*key) && !self.catalog.unreadable.contains(split(key).0))
            .filter(|(key, _)| other.layer(key) == Some(Layer::Report))
            .filter_map(|(key, _)| {
                Some(
                    Diagnostic::at(Code::UntranslatedMessage, other.place(key)?)
                        .with("id", key)
                        .with("language", &other.language)
                        .with("other", &self.language),
                )
            })
            .collect()
    }

    fn layer(&self, key: &str) -> Option<Layer> {
        self.catalog.entries.get(split(key).0).map(|entry| entry.layer)
    }
}
