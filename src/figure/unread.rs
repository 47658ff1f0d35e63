//! Finds styles that browsers and the compiler draw differently, so that a drawing would not be printed as its author
//! sees it. Values that the compiler cannot parse are found by `heard`.

use std::collections::HashSet;

use simplecss::{DeclarationTokenizer, Selector};
use usvg::roxmltree::Node;

use super::css::{Piece, declarations, pieces, until, without_comments};
use super::style::{Element, Steps};

/// The properties that the compiler reads from styles, except those without visible effect.
const DRAWN: [&str; 50] = [
    "baseline-shift",
    "clip-path",
    "clip-rule",
    "color",
    "direction",
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "font",
    "font-size",
    "font-style",
    "font-weight",
    "letter-spacing",
    "lighting-color",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-type",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "transform",
    "transform-origin",
    "unicode-bidi",
    "vector-effect",
    "visibility",
    "word-spacing",
    "writing-mode",
    "background-color",
];

/// The properties that only browsers read from styles, on any element.
const OF_BROWSERS: [&str; 8] =
    ["all", "animation", "animation-name", "mask-image", "offset-path", "rotate", "scale", "translate"];

/// The same for text elements.
const OF_LETTERS: [&str; 2] = ["text-decoration-line", "text-transform"];

/// The geometry properties that only browsers read from styles, with their elements.
const OF_SHAPES: [(&str, &[&str]); 10] = [
    ("cx", &["circle", "ellipse"]),
    ("cy", &["circle", "ellipse"]),
    ("d", &["path"]),
    ("height", &["image", "rect", "svg", "use"]),
    ("r", &["circle"]),
    ("rx", &["ellipse", "rect"]),
    ("ry", &["ellipse", "rect"]),
    ("width", &["image", "rect", "svg", "use"]),
    ("x", &["image", "rect", "svg", "use"]),
    ("y", &["image", "rect", "svg", "use"]),
];

/// Backgrounds that are invisible on paper.
const BLANK: [&str; 9] =
    ["#fff", "#ffffff", "inherit", "initial", "none", "rgb(255,255,255)", "rgba(0,0,0,0)", "transparent", "white"];

/// Values without effect.
const NOTHING: [&str; 6] = ["auto", "inherit", "initial", "none", "normal", "unset"];

/// Media features that never apply on paper: dark mode and motion.
const NOT_ON_PAPER: [&str; 2] = ["(prefers-color-scheme:dark)", "(prefers-reduced-motion"];

/// Conditional group rules, which the compiler ignores as a whole.
const GROUPS: [&str; 6] = ["container", "document", "layer", "media", "scope", "supports"];

const MOST_GROUPS: usize = 20;

/// Pseudo-classes and pseudo-elements that never match in a static drawing.
const NEVER: [&str; 14] = [
    "::",
    ":active",
    ":after",
    ":before",
    ":checked",
    ":disabled",
    ":enabled",
    ":first-letter",
    ":first-line",
    ":focus",
    ":hover",
    ":link",
    ":target",
    ":visited",
];

/// The units of length that the compiler supports.
const UNITS: [&str; 10] = ["", "%", "cm", "em", "ex", "in", "mm", "pc", "pt", "px"];

/// The properties with values that browsers interpret differently, also as attributes.
const OF_VALUES: [&str; 5] = ["direction", "display", "vector-effect", "visibility", "writing-mode"];

/// The same, only in styles.
const OF_STYLES: [&str; 5] = ["background", "background-image", "color-scheme", "transform", "transform-box"];

/// A style that may be drawn differently.
#[derive(Debug, Clone, Copy)]
enum Suspect<'a> {
    /// A declaration that the compiler does not read, or a nested rule.
    Lost(&'a str, &'a str),
    /// A declaration that browsers may interpret differently.
    Other(&'a str, &'a str),
    /// A selector that the compiler does not support.
    Selector(&'a str),
}

pub(super) struct Unread<'a> {
    rules: Vec<(Selector<'a>, Vec<Suspect<'a>>)>,
    /// Conditional group rules, which the compiler ignores as a whole.
    pub(super) groups: Vec<String>,
}

impl<'a> Unread<'a> {
    /// Reads style sheets without comments, with the simplified form of unsupported selectors.
    pub(super) fn new(sheets: &'a [String], widened: &'a [(String, &'a str)]) -> Self {
        let mut unread = Self { rules: Vec::new(), groups: Vec::new() };
        for piece in sheets.iter().flat_map(|sheet| pieces(sheet)) {
            match piece {
                Piece::At(name, given) => {
                    let plain: String = given.to_ascii_lowercase().split_whitespace().collect();
                    let is_seen = !NOT_ON_PAPER.iter().any(|media| plain.contains(media));
                    if GROUPS.contains(&name.to_ascii_lowercase().as_str())
                        && is_seen
                        && unread.groups.len() < MOST_GROUPS
                    {
                        unread.groups.push(format!("@{name} {given}"));
                    }
                }
                Piece::Rule(selectors, block) => {
                    let suspects = suspects(block);
                    let read = parted(selectors).filter_map(Selector::parse).filter(|_| !suspects.is_empty());
                    unread.rules.extend(read.map(|selector| (selector, suspects.clone())));
                }
            }
        }
        let widened = widened.iter().filter_map(|(wide, selector)| Some((Selector::parse(wide)?, *selector)));
        unread.rules.extend(widened.map(|(wide, selector)| (wide, vec![Suspect::Selector(selector)])));
        unread
    }

    pub(super) fn count(&self) -> u64 {
        self.rules.len() as u64
    }

    /// The parts of an element's style that are drawn differently.
    pub(super) fn of(&self, node: Node<'_, '_>, steps: &Steps) -> Vec<String> {
        if !steps.take(self.rules.len()) {
            return Vec::new();
        }
        let own = node.attribute("style").map(without_comments);
        let mut found = own.as_deref().map(suspects).unwrap_or_default();
        let is_attribute = |name: &str| OF_VALUES.contains(&name);
        let attributes = node.attributes().filter(|attribute| attribute.namespace().is_none());
        found.extend(
            attributes
                .filter(|attribute| is_attribute(attribute.name()))
                .map(|attribute| Suspect::Other(attribute.name(), attribute.value())),
        );
        for (selector, suspects) in &self.rules {
            if selector.matches(&Element(node, steps)) && steps.take(suspects.len()) {
                found.extend(suspects);
            }
        }
        let said = found.into_iter().filter_map(|suspect| match suspect {
            Suspect::Lost("{", selector) => Some(selector.to_owned()),
            Suspect::Lost(name, value) => Some(format!("{name}: {value}")),
            Suspect::Other(name, value) if is_other(node, name, value) => Some(format!("{name}: {value}")),
            Suspect::Other(..) => None,
            Suspect::Selector(selector) => Some(selector.to_owned()),
        });
        said.chain(lengths(node)).collect()
    }
}

/// Selectors that only browsers support, each with a simplified form: if that matches no element, neither does the
/// selector. The compiler may also miss selectors that follow one in a list.
pub(super) fn widened(sheets: &[String]) -> Vec<(String, &str)> {
    let rules = sheets.iter().flat_map(|sheet| pieces(sheet)).filter_map(|piece| match piece {
        Piece::Rule(selectors, block) if is_drawn(block) => Some(selectors),
        _ => None,
    });
    let unknown = |selector: &&str| Selector::parse(selector).is_none();
    rules
        .flat_map(|selectors| parted(selectors).skip_while(|selector| !unknown(selector)))
        .filter(|selector| selector.contains(":not") || !NEVER.iter().any(|never| selector.contains(never)))
        // Class names and identifiers cannot begin with a digit.
        .filter(|selector| {
            !selector.split(['.', '#']).skip(1).any(|name| name.starts_with(|first: char| first.is_ascii_digit()))
        })
        .map(|selector| (wide(selector), selector))
        .collect()
}

fn parted(selectors: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(selectors);
    std::iter::from_fn(move || {
        let (selector, behind) = until(rest?, b",");
        rest = behind.get(1..);
        Some(selector.trim())
    })
}

/// A selector without the parts that the compiler does not support.
fn wide(selector: &str) -> String {
    let mut wide = String::with_capacity(selector.len());
    let mut rest = selector;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            ':' => {
                let end = rest.find(|character: char| !is_of_name(character) && character != ':').unwrap_or(rest.len());
                let arguments = rest[end..].strip_prefix('(').map_or(0, |inside| until(inside, b")").0.len() + 2);
                end + arguments
            }
            '[' => until(&rest[1..], b"]").0.len() + 2,
            '.' | '#' => {
                let mut is_escaped = false;
                let end = rest[1..].find(|character| {
                    let is_inside = std::mem::take(&mut is_escaped) || is_of_name(character) || character == '\\';
                    is_escaped = character == '\\' && is_inside;
                    !is_inside
                });
                end.map_or(rest.len(), |end| end + 1)
            }
            _ => first.len_utf8(),
        };
        let part = &rest[..length.min(rest.len())];
        rest = &rest[part.len()..];
        if part == "~" {
            wide.clear();
        } else if part.chars().count() == 1 || Selector::parse(part).is_some() {
            wide.push_str(part);
        } else if wide.ends_with(|last: char| last.is_whitespace() || last == '>' || last == '+') || wide.is_empty() {
            wide.push('*');
        }
    }
    wide.trim().to_owned()
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_')
}

/// Whether a rule has any visible effect.
fn is_drawn(block: &str) -> bool {
    declarations(block).iter().any(|(name, _)| {
        let name = name.to_ascii_lowercase();
        name == "{" || DRAWN.contains(&name.as_str()) || may_be_other(&name)
    })
}

/// Whether browsers may draw a property differently, depending on its value and element.
fn may_be_other(name: &str) -> bool {
    [&OF_BROWSERS[..], &OF_LETTERS, &OF_STYLES, &OF_VALUES].iter().any(|properties| properties.contains(&name))
        || OF_SHAPES.iter().any(|(property, _)| *property == name)
}

/// The declarations of a style without comments that may be drawn differently.
fn suspects<'a>(style: &'a str) -> Vec<Suspect<'a>> {
    let read: HashSet<(&str, &str)> =
        DeclarationTokenizer::from(style).map(|declaration| (declaration.name, declaration.value)).collect();
    let suspect = |(name, value): (&'a str, &'a str)| {
        let plain = name.to_ascii_lowercase();
        let is_found = name == plain && read.contains(&(name, value));
        if name == "{" || (DRAWN.contains(&plain.as_str()) && !is_found) {
            Some(Suspect::Lost(name, value))
        } else {
            may_be_other(&plain).then_some(Suspect::Other(name, value))
        }
    };
    declarations(style).into_iter().filter_map(suspect).collect()
}

/// Whether browsers draw an element differently because of a declaration.
fn is_other(node: Node<'_, '_>, name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let plain = value.to_ascii_lowercase();
    let is_root = node.parent_element().is_none();
    let has_letters = || node.descendants().any(|inside| matches!(inside.tag_name().name(), "text" | "tspan"));
    let is_asked = !NOTHING.contains(&plain.as_str());
    match name.as_str() {
        "animation" | "animation-name" => is_asked && !plain.split_whitespace().any(|word| word == "none"),
        "background" | "background-image" => {
            is_root && !BLANK.contains(&plain.split_whitespace().collect::<String>().as_str())
        }
        "color-scheme" => is_root && plain.contains("dark") && !plain.contains("light"),
        "direction" => plain == "rtl" && has_letters(),
        "display" | "visibility" => value != plain,
        // Values without units are invalid in CSS, and the compiler does not read those with units.
        "transform" => {
            is_asked && (plain.contains('%') || functions(&plain).any(|name| !matches!(name, "matrix" | "scale")))
        }
        "transform-box" => is_asked && plain != "view-box",
        "vector-effect" => {
            let scale: f64 = node.ancestors().map(scale).product();
            plain == "non-scaling-stroke" && !(0.1..=4.0).contains(&scale)
        }
        "writing-mode" => plain.starts_with("sideways") && has_letters(),
        other if OF_LETTERS.contains(&other) => is_asked && has_letters(),
        "all" => true,
        other if OF_BROWSERS.contains(&other) => is_asked,
        other => {
            let of_shape = OF_SHAPES.iter().find(|(property, _)| *property == other);
            let is_of_shape = of_shape.is_some_and(|(_, shapes)| shapes.contains(&node.tag_name().name()));
            let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
            let is_same = node.attribute(other).is_some_and(|given| {
                (number(given).is_some() && number(given) == number(&plain)) || (other == "d" && value.contains(given))
            });
            is_of_shape && is_asked && !is_root && !is_same
        }
    }
}

/// The function names of a transform.
fn functions(transform: &str) -> impl Iterator<Item = &str> {
    transform.split('(').rev().skip(1).map(|part| part.rsplit(')').next().unwrap_or_default().trim_matches([' ', ',']))
}

/// How many times thicker a line becomes by an element's transform.
fn scale(node: Node<'_, '_>) -> f64 {
    let transform = node.attribute("transform").unwrap_or_default();
    let functions = transform.split(')').filter_map(|function| function.split_once('('));
    functions
        .map(|(name, values)| {
            let values = values.split([' ', ',']).filter(|value| !value.is_empty());
            let values: Vec<f64> = values.map_while(|value| value.parse().ok()).collect();
            match (name.trim_matches([' ', ',']), values.as_slice()) {
                ("scale", [both]) => both.abs(),
                ("scale", [across, down]) => across.abs().max(down.abs()),
                ("matrix", [a, b, c, d, ..]) => a.hypot(*b).max(c.hypot(*d)),
                _ => 1.0,
            }
        })
        .product()
}

/// Text positions in units that the compiler does not support.
fn lengths(node: Node<'_, '_>) -> impl Iterator<Item = String> {
    let is_text = matches!(node.tag_name().name(), "text" | "tspan");
    let places = ["x", "y", "dx", "dy"].into_iter().filter(move |_| is_text);
    places.filter_map(move |name| {
        let value = node.attribute(name)?;
        let lengths = value.split([' ', ',', '\t', '\n', '\r']);
        let mut units = lengths.map(|length| length.trim_start_matches(|digit: char| "+-.0123456789".contains(digit)));
        let is_unread = |unit: &str| {
            let is_exponent = unit.strip_prefix(['e', 'E']).is_some_and(|power| power.parse::<f64>().is_ok());
            !UNITS.contains(&unit) && !is_exponent && !matches!(unit, "NaN" | "undefined" | "null")
        };
        units.any(is_unread).then(|| format!("{name}: {value}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_widened_to_what_is_known() {
        for (selector, expected) in [
            ("rect:nth-child(2n+1)", "rect"),
            (".a:not(.b, [c]) text[transform]", ".a text[transform]"),
            (":root", "*"),
            ("svg > :is(g, a) .c", "svg > * .c"),
            ("[class^='a'] rect", "* rect"),
            ("g rect ~ text", "text"),
            (".a\\:b.c", "*.c"),
            ("#a", "#a"),
        ] {
            assert_eq!(wide(selector), expected, "{selector}");
        }
    }
}
