//! Style rules of drawings: which of them apply to an element, and what they refer to.

use std::cell::Cell;
use std::collections::HashSet;

use simplecss::{AttributeOperator, DeclarationTokenizer, PseudoClass, StyleSheet};
use usvg::roxmltree::Node;

use super::bound::MOST_COMPARISONS;

/// The contents of each `url(…)` in a style, and whether it imports a style sheet; resolves escapes and comments.
pub(super) fn references(style: &str) -> (Vec<String>, bool) {
    let style = unescaped(style);
    let lower = style.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(index) = lower[start..].find("url(") {
        start += index + "url(".len();
        let target = style[start..].split(')').next().unwrap_or_default();
        found.push(target.trim().trim_matches(['"', '\'']).trim().to_owned());
    }
    let takes_more = ["@import", "image(", "image-set(", "src("].iter().any(|word| lower.contains(word));
    (found, takes_more)
}

fn unescaped(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(index) = rest.find(['\\', '/']) {
        plain.push_str(&rest[..index]);
        let behind = &rest[index + 1..];
        if rest[index..].starts_with("/*") {
            rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
        } else if rest[index..].starts_with('/') {
            plain.push('/');
            rest = behind;
        } else {
            let digits = behind.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
            match u32::from_str_radix(&behind[..digits], 16).ok().and_then(char::from_u32) {
                Some(character) => {
                    plain.push(character);
                    rest = behind[digits..].strip_prefix(char::is_whitespace).unwrap_or(&behind[digits..]);
                }
                // A backslash before any other character is dropped.
                None => rest = behind,
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The rules of a drawing's style sheets, reduced to declarations that can refer to elements.
pub(super) struct Styles<'a> {
    sheet: StyleSheet<'a>,
    /// The number of declarations of each rule, and the bytes of their values.
    sizes: Vec<(usize, usize)>,
}

#[derive(Default)]
pub(super) struct Styled<'a> {
    /// The properties that can refer to elements: from attributes, rules and the `style` attribute.
    pub(super) properties: Vec<(&'a str, &'a str)>,
    pub(super) bytes: usize,
}

impl<'a> Styles<'a> {
    /// Parses style sheets like the compiler, if enough steps are left.
    pub(super) fn new(texts: impl Iterator<Item = &'a str>, steps: &Steps) -> Self {
        let mut sheet = StyleSheet::new();
        texts.filter(|text| steps.take(reading(text))).for_each(|text| sheet.parse_more(text));
        let mut sizes = Vec::new();
        for rule in &mut sheet.rules {
            let bytes = rule.declarations.iter().map(|declaration| declaration.value.len()).sum();
            sizes.push((rule.declarations.len(), bytes));
            let mut known = HashSet::new();
            rule.declarations.retain(|declaration| {
                PROPERTIES.contains(&declaration.name) && known.insert((declaration.name, declaration.value))
            });
        }
        Self { sheet, sizes }
    }

    pub(super) fn count(&self) -> u64 {
        self.sheet.rules.len() as u64
    }

    pub(super) fn of<'b>(&'b self, node: Node<'b, 'b>, steps: &Steps) -> Styled<'b> {
        let own = node.attribute("style");
        if !steps.take(1 + self.sheet.rules.len() + own.map_or(0, reading)) {
            return Styled::default();
        }
        let attributes = node.attributes().filter(|attribute| attribute.namespace().is_none());
        let mut properties: Vec<(&str, &str)> =
            attributes.map(|attribute| (attribute.name(), attribute.value())).collect();
        let mut bytes = 0;
        for (rule, (declarations, values)) in self.sheet.rules.iter().zip(&self.sizes) {
            if rule.selector.matches(&Element(node, steps)) && steps.take(*declarations) {
                bytes += values;
                properties.extend(rule.declarations.iter().map(|declaration| (declaration.name, declaration.value)));
            }
        }
        let own = own.map(DeclarationTokenizer::from);
        properties.extend(own.into_iter().flatten().map(|declaration| (declaration.name, declaration.value)));
        let mut known = HashSet::new();
        // The last of several equal declarations applies.
        properties.reverse();
        properties.retain(|property| PROPERTIES.contains(&property.0) && known.insert(*property));
        properties.reverse();
        Styled { properties, bytes }
    }
}

pub(super) const PROPERTIES: [&str; 10] =
    ["clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke"];

/// The steps to parse a style: after each declaration, number and colour, the parser rescans everything before.
fn reading(style: &str) -> usize {
    const BYTES_OF_STEP: usize = 40;
    let next = style.bytes().skip(1).chain([b';']);
    let ends = style.bytes().zip(next).filter(|(byte, next)| match byte {
        b';' | b'{' | b'}' | b'#' | b'.' => true,
        _ if byte.is_ascii_digit() => !(next.is_ascii_alphanumeric() || matches!(next, b'.' | b'%')),
        _ if byte.is_ascii_alphanumeric() => false,
        _ => matches!(next, b'+' | b'-'),
    });
    (style.len() / BYTES_OF_STEP).saturating_mul(ends.count())
}

/// Counts the steps to match rules with elements. Descendant selectors can need exponentially many.
#[derive(Debug, Default)]
pub(super) struct Steps(Cell<u64>);

impl Steps {
    pub(super) fn count(&self) -> u64 {
        self.0.get()
    }

    /// Takes steps; false if too few are left.
    pub(super) fn take(&self, steps: usize) -> bool {
        self.0.set(self.0.get().saturating_add(steps as u64));
        self.0.get() <= MOST_COMPARISONS
    }
}

/// An element for matching selectors, as long as steps are left.
pub(super) struct Element<'a>(pub(super) Node<'a, 'a>, pub(super) &'a Steps);

impl simplecss::Element for Element<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().filter(|_| self.1.take(1)).map(|above| Self(above, self.1))
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().filter(|_| self.1.take(1)).map(|before| Self(before, self.1))
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.1.take(1) && self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        let value = self.0.attribute(name);
        self.1.take(1 + value.map_or(0, str::len) / 4) && value.is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        class == PseudoClass::FirstChild && self.0.prev_sibling_element().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_however_they_are_written() {
        for (style, target) in [
            ("fill:url(#a)", "#a"),
            ("fill: URL( \"b.svg#a\" ) red", "b.svg#a"),
            ("fill:u\\72 l(c)", "c"),
            ("fill:ur/**/l(d)", "d"),
            ("fill:\\000075rl('e')", "e"),
            ("fill:\\url(f)", "f"),
        ] {
            assert_eq!(references(style).0, [target], "{style}");
        }
        assert!(references("@im\\port 'a.css'").1);
        assert!(references("@IMPORT url(a.css);").1);
        assert_eq!(references("fill:red;font-family:'\\30E1 a'"), (Vec::new(), false));
    }
}
