//! Checks the references of the messages of a language.

use super::cycle::cycles;
use super::functions::{self, Citations};
use super::key::key;
use super::reference::Target;
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};

impl Words {
    pub(super) fn check(&self, citations: &Citations) {
        for (id, entry) in &self.catalog.entries {
            for reference in &entry.references {
                let problem = match &reference.target {
                    Target::Function { .. } => functions::check(reference, citations, &self.excused),
                    Target::Message { id: target, attribute } => {
                        self.check_message_reference(target, attribute.as_deref(), &reference.place)
                    }
                    Target::Variable(name) => self.check_variable(id, name, &reference.place),
                };
                if let Some(problem) = problem {
                    self.log.borrow_mut().doubtful.insert(id.clone());
                    self.report(problem);
                }
            }
        }
        cycles(&self.catalog).into_iter().for_each(|problem| self.report(problem));
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

    /// Checks a variable. Only messages of units and those that override built-in ones have variables.
    fn check_variable(&self, message: &str, variable: &str, place: &Place) -> Option<Diagnostic> {
        const UNIT_VARIABLE: &str = "value";
        let mut allowed: Vec<&str> = self.catalog.variables_of(message).into_iter().collect();
        if message.starts_with("unit-") {
            allowed.push(UNIT_VARIABLE);
        }
        // The arguments of a term are given where it is used.
        let known = allowed.contains(&variable) || message.starts_with('-');
        (!known).then(|| {
            Diagnostic::at(Code::UnknownVariable, place)
                .with("id", message)
                .with("variable", variable)
                .with_candidates(variable, allowed)
        })
    }
}
