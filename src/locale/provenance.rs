//! What a message consists of, for those who look for the message that says something.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::key::split;
use super::messages::Messages;
use super::reference::{Argument, Reference, Target};

/// A value of the report in a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// The function.
    pub function: String,
    /// What it is asked for.
    pub subject: String,
    /// Its options.
    pub options: Vec<(String, String)>,
    /// What it says.
    pub text: String,
}

impl Messages {
    /// What a message cites, in the order of its text, with what it refers to.
    #[must_use]
    pub fn cited_in(&self, key: &str) -> Vec<Cited> {
        let mut cited: Vec<Cited> = Vec::new();
        for reference in self.references(key) {
            let Target::Function { name, positional, named } = &reference.target else { continue };
            let literal = |argument: &Argument| argument.literal.clone();
            let Some(subject) = positional.first().and_then(literal) else { continue };
            let options = named.iter().filter_map(|(name, value)| Some((name.clone(), literal(value)?)));
            let options: Vec<(String, String)> = options.collect();
            let plain: Vec<(&str, &str)> =
                options.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let citations = self.citations.get();
            let Some(text) = citations.and_then(|citations| citations.resolve(name, &subject, &plain)) else {
                continue;
            };
            let new = Cited { function: name.clone(), subject, options, text };
            if !cited.contains(&new) {
                cited.push(new);
            }
        }
        cited
    }

    /// Whether a message says something else each time that it is used.
    #[must_use]
    pub fn has_variables(&self, key: &str) -> bool {
        self.references(key).iter().any(|reference| matches!(reference.target, Target::Variable(_)))
    }

    /// The texts of a message between what is inserted into it, as far as they are the same each time; `None` if there
    /// are none.
    #[must_use]
    pub fn fixed_texts(&self, key: &str) -> Option<Vec<String>> {
        let pattern = self.pattern(key)?;
        let mut texts = vec![String::new()];
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => texts.last_mut()?.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => texts.last_mut()?.push_str(value),
                PatternElement::Placeable { .. } => texts.push(String::new()),
            }
        }
        texts.iter().any(|text| !text.trim().is_empty()).then_some(texts)
    }

    /// The references of a message and of what it refers to.
    fn references(&self, key: &str) -> Vec<&Reference> {
        let (id, attribute) = split(key);
        let mut open = vec![(id, attribute)];
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        while let Some((id, attribute)) = open.pop() {
            if !seen.insert((id, attribute)) {
                continue;
            }
            let references = self.catalog.entries.get(id).into_iter().flat_map(|entry| &entry.references);
            for reference in references.filter(|reference| reference.within.as_deref() == attribute) {
                if let Target::Message { id, attribute } = &reference.target {
                    open.push((id, attribute.as_deref()));
                }
                found.push(reference);
            }
        }
        found
    }
}
