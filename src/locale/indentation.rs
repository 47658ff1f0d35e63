//! Restores the indentation of lines that begin with a placeable, which fluent-syntax 0.12 drops.
//!
//! The parser removes the common indentation of a pattern's lines and keeps the rest; but a line that begins with `{`
//! is ignored and loses all of it, so that a paragraph would leave its list.

use std::borrow::Cow;
use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Replaces a space that the parser must treat as text. Equally long, so that places remain valid; not used in texts.
pub(super) const STAND_IN: char = '\u{1F}';

/// The file's text with all indentation kept. `None` if the parser drops none.
pub(super) fn kept(resource: &FluentResource) -> Option<String> {
    let mut lines = Lines { source: resource.source(), kept: Vec::new() };
    for entry in resource.entries() {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => continue,
        };
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            lines.pattern(pattern);
        }
    }
    if lines.kept.is_empty() {
        return None;
    }
    let mut text = resource.source().to_owned();
    for spaces in lines.kept {
        text.replace_range(spaces.clone(), &STAND_IN.to_string().repeat(spaces.len()));
    }
    Some(text)
}

pub(super) fn restored(text: &str) -> Cow<'_, str> {
    if text.contains(STAND_IN) { Cow::Owned(text.replace(STAND_IN, " ")) } else { Cow::Borrowed(text) }
}

struct Lines<'a> {
    source: &'a str,
    kept: Vec<Range<usize>>,
}

impl Lines<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut indentations = Vec::new();
        let mut has_dropped = false;
        // The start of the line, if the next element begins one.
        let mut start_of_line = None;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let start = (value.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
                    let before = &self.source[..start];
                    let line = before.rfind('\n').map_or(0, |end| end + 1);
                    if before[line..].bytes().all(|byte| byte == b' ') && !value.trim().is_empty() {
                        indentations.push(self.indentation(line));
                    }
                    start_of_line = value.ends_with('\n').then_some(start + value.len());
                }
                PatternElement::Placeable { expression } => {
                    if let Some(line) = start_of_line.take() {
                        has_dropped = true;
                        indentations.push(self.indentation(line));
                    }
                    self.expression(expression);
                }
            }
        }
        let common = indentations.iter().map(Range::len).min().unwrap_or_default();
        // A line without indentation begins with a space or a brace; all others then keep their whole indentation.
        if has_dropped && common > 0 {
            let kept = indentations.into_iter().map(|spaces| spaces.start + common..spaces.end);
            self.kept.extend(kept.filter(|spaces| !spaces.is_empty()));
        }
    }

    fn indentation(&self, line: usize) -> Range<usize> {
        let spaces = self.source[line..].bytes().take_while(|byte| *byte == b' ').count();
        line..line + spaces
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { variants, .. } => variants.iter().for_each(|variant| self.pattern(&variant.value)),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(expression),
            Expression::Inline(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use fluent_bundle::FluentBundle;

    use super::*;
    use crate::locale::{Block, Layer, LocaleFile, Words};
    use crate::report::Language;

    /// Formats the message `a` with the value X for `$x`.
    fn formatted(source: &str) -> String {
        let resource = FluentResource::try_new(source.to_owned()).unwrap();
        let resource = kept(&resource).map_or(resource, |text| FluentResource::try_new(text).unwrap());
        let mut bundle = FluentBundle::default();
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(restored));
        bundle.add_resource(resource).unwrap();
        let pattern = bundle.get_message("a").and_then(|message| message.value()).unwrap();
        let arguments = [("x", "X")].into_iter().collect();
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    #[test]
    fn a_line_that_begins_with_a_placeable_keeps_its_indentation() {
        assert_eq!(formatted("a =\n    - b\n\n      { $x } c\n    d\n"), "- b\n\n  X c\nd");
        assert_eq!(formatted("a = b\n      { $x } c\n    { $x }{ $x }\n"), "b\n  X c\nXX");
        assert_eq!(formatted("a =\r\n    - b\r\n\r\n      { $x } c\r\n"), "- b\n\n  X c");
    }

    #[test]
    fn a_second_paragraph_that_begins_with_a_placeable_stays_in_its_list() {
        let text = "a =\n    - b\n\n      { $x } c\n\n    d\n";
        let file = LocaleFile { name: "report.ftl".into(), text: text.into(), layer: Layer::Report };
        let words = Words::new(Language::default(), &[file], Arc::new(|_, _| true));
        let prose = words.prose("a", &[("x", "X")]).unwrap();
        let [Block::List { items, .. }, Block::Paragraph { .. }] = prose.as_slice() else { panic!("{prose:?}") };
        assert_eq!(items[0].len(), 2);
    }

    #[test]
    fn a_line_that_begins_with_a_placeable_counts_for_what_lines_have_in_common() {
        assert_eq!(formatted("a = b\n    { $x }\n      c\n"), "b\nX\n  c");
    }

    #[test]
    fn variants_have_an_indentation_of_their_own() {
        let source = "a = { $x ->\n        [Y] y\n       *[other]\n            - b\n\n              { $x } c\n    }\n";
        assert_eq!(formatted(source), "- b\n\n  X c");
    }

    #[test]
    fn what_the_parser_keeps_is_left_to_it() {
        for source in ["a = { $x }\n", "a =\n    b\n      c\n", "a =\n    { $x }\n    { $x }\n", "a = b\n{ $x }\n  c\n"]
        {
            assert_eq!(kept(&FluentResource::try_new(source.to_owned()).unwrap()), None, "{source}");
        }
    }
}
