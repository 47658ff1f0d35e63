//! Styles of drawings: which rules hold for an element, and what they refer to. Knows no property's meaning.

use simplecss::{AttributeOperator, DeclarationTokenizer, PseudoClass, StyleSheet};
use usvg::roxmltree::Node;

/// Returns what a style refers to by `url(…)`, as it stands between the brackets, and whether it takes in a whole style sheet.
/// Escapes and comments hide nothing.
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

/// Takes comments out of a style, and puts escaped characters in their places.
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
                // Any other character stands for itself.
                None => rest = behind,
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The rules of a drawing's style sheets that refer to something.
pub(super) struct Styles<'a> {
    sheet: StyleSheet<'a>,
    /// How many rules there are.
    pub(super) count: u64,
}

impl<'a> Styles<'a> {
    /// Reads the style sheets of a drawing as the compiler does.
    pub(super) fn new(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut sheet = StyleSheet::new();
        texts.for_each(|text| sheet.parse_more(text));
        let count = sheet.rules.len() as u64;
        sheet
            .rules
            .retain(|rule| rule.declarations.iter().any(|declaration| !references(declaration.value).0.is_empty()));
        Self { sheet, count }
    }

    /// Returns what an element refers to by properties, each with its name: by its attributes, by rules, by its own style.
    pub(super) fn properties<'b>(&'b self, node: Node<'b, 'b>) -> Vec<(&'b str, Vec<String>)> {
        let attributes = node.attributes().filter(|attribute| attribute.namespace().is_none());
        let mut found: Vec<(&str, &str)> = attributes
            .map(|attribute| (attribute.name(), attribute.value()))
            .filter(|(name, _)| *name != "style")
            .collect();
        for rule in self.sheet.rules.iter().filter(|rule| rule.selector.matches(&Element(node))) {
            found.extend(rule.declarations.iter().map(|declaration| (declaration.name, declaration.value)));
        }
        let own = node.attribute("style").map(DeclarationTokenizer::from);
        found.extend(own.into_iter().flatten().map(|declaration| (declaration.name, declaration.value)));
        found
            .into_iter()
            .filter(|(name, _)| PROPERTIES.contains(name))
            .map(|(name, value)| (name, references(value).0))
            .collect()
    }
}

/// The properties by which an element refers to others.
pub(super) const PROPERTIES: [&str; 10] =
    ["clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke"];

/// An element as rules of a style sheet see it.
struct Element<'a>(Node<'a, 'a>);

impl simplecss::Element for Element<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Self)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Self)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        self.0.attribute(name).is_some_and(|value| operator.matches(value))
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
