//! Limits the size of messages before they are formatted: the formatter truncates long ones, and crashes on some.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::key::key;

/// The most placeables of a message, including those of inserted messages: the formatter's own limit.
pub const MOST_INSERTIONS: u32 = 100;

/// The most bytes of a message, including those of inserted messages.
pub const MOST_BYTES: usize = 1024 * 1024;

#[derive(Debug, Default)]
pub(super) struct TooComplex {
    /// All keys; those of terms begin with `-`.
    pub(super) keys: BTreeSet<String>,
    /// Those that exceed the limit by themselves, rather than because of an inserted message.
    pub(super) causes: BTreeSet<String>,
}

/// Finds the messages that are too large. Of several with the same name, the largest counts.
pub(super) fn too_complex<'a>(resources: impl Iterator<Item = &'a FluentResource>) -> TooComplex {
    let mut scale = Scale::default();
    for entry in resources.flat_map(FluentResource::entries) {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let attributes = attributes.iter().map(|attribute| (key(&id, Some(attribute.id.name)), &attribute.value));
        for (key, pattern) in attributes.chain(value.map(|value| (id.clone(), value))) {
            scale.patterns.entry(key).or_default().push(pattern);
        }
    }
    let keys: Vec<String> = scale.patterns.keys().cloned().collect();
    let mut found = TooComplex::default();
    for key in keys {
        let Weighed { weight, inserts_too_much, .. } = scale.message(&key, 0);
        if weight.is_too_much() {
            if !inserts_too_much {
                found.causes.insert(key.clone());
            }
            found.keys.insert(key);
        }
    }
    found
}

#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    insertions: u32,
    bytes: usize,
}

impl Weight {
    const TOO_MUCH: Self = Self { insertions: u32::MAX, bytes: usize::MAX };

    fn is_too_much(self) -> bool {
        self.insertions > MOST_INSERTIONS || self.bytes > MOST_BYTES
    }

    fn add(&mut self, other: Self) {
        self.insertions = self.insertions.saturating_add(other.insertions);
        self.bytes = self.bytes.saturating_add(other.bytes);
    }

    fn larger(self, other: Self) -> Self {
        Self { insertions: self.insertions.max(other.insertions), bytes: self.bytes.max(other.bytes) }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Weighed {
    weight: Weight,
    /// Whether an inserted message alone exceeds a limit.
    inserts_too_much: bool,
    /// Whether the recursion was cut off, so that another start may find another weight.
    is_cut: bool,
}

impl Weighed {
    fn add(&mut self, other: Self) {
        self.weight.add(other.weight);
        self.inserts_too_much |= other.inserts_too_much;
        self.is_cut |= other.is_cut;
    }
}

/// Weighs patterns by key, with a cache.
#[derive(Default)]
struct Scale<'a> {
    patterns: BTreeMap<String, Vec<&'a Pattern<&'a str>>>,
    known: BTreeMap<String, Weighed>,
}

impl Scale<'_> {
    /// Weighs a message at a depth of insertion. Each level is a placeable, so that their limit also limits the depth.
    fn message(&mut self, key: &str, depth: u32) -> Weighed {
        if let Some(known) = self.known.get(key) {
            return *known;
        }
        if depth > MOST_INSERTIONS + 1 {
            return Weighed { weight: Weight::TOO_MUCH, inserts_too_much: false, is_cut: true };
        }
        let patterns = self.patterns.get(key).cloned().unwrap_or_default();
        let mut heaviest = Weighed::default();
        for pattern in patterns {
            let found = self.pattern(pattern, depth);
            heaviest.weight = heaviest.weight.larger(found.weight);
            heaviest.inserts_too_much |= found.inserts_too_much;
            heaviest.is_cut |= found.is_cut;
        }
        if !heaviest.is_cut {
            self.known.insert(key.to_owned(), heaviest);
        }
        heaviest
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, depth: u32) -> Weighed {
        let mut weighed = Weighed::default();
        for element in &pattern.elements {
            weighed.add(match element {
                PatternElement::TextElement { value } => text(value),
                PatternElement::Placeable { expression } => self.placeable(expression, depth),
            });
            if weighed.weight.is_too_much() {
                break;
            }
        }
        weighed
    }

    fn placeable(&mut self, expression: &Expression<&str>, depth: u32) -> Weighed {
        let mut weighed = Weighed { weight: Weight { insertions: 1, bytes: 0 }, ..Weighed::default() };
        weighed.add(self.expression(expression, depth));
        weighed
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: u32) -> Weighed {
        match expression {
            Expression::Inline(inline) => self.inline(inline, depth),
            Expression::Select { selector, variants } => {
                let mut weighed = self.inline(selector, depth);
                let mut heaviest = Weighed::default();
                for variant in variants {
                    let found = self.pattern(&variant.value, depth);
                    heaviest.weight = heaviest.weight.larger(found.weight);
                    heaviest.inserts_too_much |= found.inserts_too_much;
                    heaviest.is_cut |= found.is_cut;
                    if heaviest.weight.is_too_much() {
                        break;
                    }
                }
                weighed.add(heaviest);
                weighed
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, depth: u32) -> Weighed {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => text(value),
            InlineExpression::VariableReference { .. } => Weighed::default(),
            InlineExpression::Placeable { expression } => self.placeable(expression, depth),
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments, depth),
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(&key(id.name, attribute.as_ref().map(|attribute| attribute.name)), depth)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let name = format!("-{}", id.name);
                let name = key(&name, attribute.as_ref().map(|attribute| attribute.name));
                let mut weighed = arguments.as_ref().map(|given| self.arguments(given, depth)).unwrap_or_default();
                weighed.add(self.reference(&name, depth));
                weighed
            }
        }
    }

    fn reference(&mut self, key: &str, depth: u32) -> Weighed {
        let found = self.message(key, depth + 1);
        Weighed { inserts_too_much: found.weight.is_too_much(), ..found }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>, depth: u32) -> Weighed {
        let named = arguments.named.iter().map(|named| &named.value);
        let mut weighed = Weighed::default();
        for argument in arguments.positional.iter().chain(named) {
            weighed.add(self.inline(argument, depth));
        }
        weighed
    }
}

fn text(text: &str) -> Weighed {
    Weighed { weight: Weight { insertions: 0, bytes: text.len() }, ..Weighed::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> TooComplex {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        too_complex(std::iter::once(&resource))
    }

    fn keys(text: &str) -> Vec<String> {
        found(text).keys.into_iter().collect()
    }

    #[test]
    fn insertions_are_counted_through_references_selectors_and_arguments() {
        let many = "{ \"a\" }".repeat(MOST_INSERTIONS as usize);
        assert!(keys(&format!("a = {many}\n")).is_empty());
        for message in [
            format!("a = {many}{{ \"b\" }}\n"),
            format!("a = {{ {{ -t }} }}\n-t = {many}\n"),
            format!("a = {{ 1 ->\n   *[other] {many}\n }}\n"),
            format!("a = {{ -t.x ->\n   *[other] b\n }}\n-t = b\n    .x = {many}\n"),
            format!("a = {{ b.x }}\nb =\n    .x = {many}\n"),
            format!("a = {{ -t(b) }}\n-t = {many}\nb = c\n"),
            format!("a = {{ COUNT({{ b }}) }}\nb = {many}\n"),
        ] {
            assert!(keys(&message).contains(&"a".to_owned()), "{message}");
        }
    }

    #[test]
    fn a_problem_stands_at_what_is_too_much_and_not_where_it_is_inserted() {
        let text = format!("a = {{ b }}\nb = {{ c }}\nc = {}\n", "{ $x }".repeat(101));
        let found = found(&text);
        assert_eq!(found.keys.len(), 3);
        assert_eq!(found.causes.into_iter().collect::<Vec<_>>(), ["c"]);
    }

    #[test]
    fn doubling_and_circles_and_chains_have_an_end() {
        let doubling: String =
            (0..1_000).map(|index| format!("m{index} = {{ m{0} }}{{ m{0} }}\n", index + 1)).collect();
        assert!(found(&doubling).keys.len() > 900);
        assert!(found("a = { b } { b }\nb = { a } { a }\n").keys.contains("a"));
        let chain: String = (0..20_000).map(|index| format!("m{index} = {{ m{} }}\n", index + 1)).collect();
        assert_eq!(found(&chain).causes.into_iter().collect::<Vec<_>>(), ["m19899"]);
    }

    #[test]
    fn bytes_are_counted_as_often_as_they_are_inserted() {
        let long = "x".repeat(MOST_BYTES / 50);
        assert!(keys(&format!("a = {}\n-t = {long}\n", "{ -t }".repeat(49))).is_empty());
        assert_eq!(keys(&format!("a = {}\n-t = {long}\n", "{ -t }".repeat(51))), ["a"]);
    }
}
