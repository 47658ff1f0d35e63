//! The messages of one language: parsed, indexed with their places, and checked before any message is formatted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::indentation;
use super::key::split;
use super::reference::{Argument, FUNCTIONS, Reference, Target};
use super::slip::{self, Slip, SlipKind};
use super::unreviewed::unreviewed;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Position};
use crate::report::is_identifier;

/// The text of a Fluent file.
#[derive(Debug, Clone, Hash)]
pub struct LocaleFile {
    /// The name in diagnostics.
    pub name: Arc<str>,
    /// The contents.
    pub text: Arc<str>,
    /// The origin.
    pub layer: Layer,
}

/// The origin of messages. Later layers override earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Built in for another language: never formatted, but defines which messages exist, and their variables.
    Example,
    /// Built in.
    BuiltIn,
    /// The report's own.
    Report,
}

impl Layer {
    fn is_spoken(self) -> bool {
        self != Self::Example
    }
}

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) layer: Layer,
    /// Whether it has a value besides its attributes.
    pub(super) has_value: bool,
    pub(super) attributes: BTreeMap<String, Place>,
    pub(super) references: Vec<Reference>,
    /// Text in its patterns; only for messages of the report.
    pub(super) texts: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct Text {
    pub(super) place: Place,
    /// The attribute that contains it; `None` for the value.
    pub(super) within: Option<String>,
    pub(super) text: String,
}

#[derive(Debug, Default)]
pub(super) struct Catalog {
    /// Parsed files, earlier layers first.
    pub(super) resources: Vec<(Layer, Arc<FluentResource>)>,
    /// Messages and terms by name; names of terms begin with `-`.
    pub(super) entries: BTreeMap<String, Entry>,
    /// Variables of built-in messages; messages that override them may use these as well.
    pub(super) built_in_variables: BTreeMap<String, BTreeSet<String>>,
    /// References of built-in messages: the referenced messages are given the same variables.
    built_in_references: BTreeMap<String, BTreeSet<String>>,
    /// Names of messages that could not be read; these are not reported as missing.
    pub(super) unreadable: BTreeSet<String>,
}

impl Catalog {
    pub(super) fn new(files: &[LocaleFile], diagnostics: &mut Diagnostics) -> Self {
        let mut catalog = Self::default();
        for file in files {
            catalog.add(file, diagnostics);
        }
        catalog.resources.sort_by_key(|(layer, _)| *layer);
        catalog.find_references_in_wide_braces(diagnostics);
        catalog
    }

    /// The variables that a message is given: those of the built-in message and of the messages that it refers to.
    pub(super) fn variables_of(&self, message: &str) -> BTreeSet<&str> {
        let referred = self.built_in_references.get(message).into_iter().flatten().map(String::as_str);
        let messages = referred.chain([message]);
        messages.filter_map(|message| self.built_in_variables.get(message)).flatten().map(String::as_str).collect()
    }

    pub(super) fn place(&self, key: &str) -> Option<&Place> {
        let (id, attribute) = split(key);
        let entry = self.entries.get(id)?;
        match attribute {
            Some(attribute) => entry.attributes.get(attribute),
            None => entry.has_value.then_some(&entry.place),
        }
    }

    /// Adds a problem for each message name in full-width braces, which would be printed literally.
    fn find_references_in_wide_braces(&mut self, diagnostics: &mut Diagnostics) {
        let mut found = Vec::new();
        for (id, entry) in &self.entries {
            for text in &entry.texts {
                let Position::Text(start, _) = text.place.position else { continue };
                for (range, name) in slip::names_in_wide_braces(&text.text) {
                    if self.entries.contains_key(name) {
                        let place = Place::text(&text.place.file, start + range.start..start + range.end);
                        found.push((id.clone(), place, text.text[range].to_owned(), format!("{{ {name} }}")));
                    }
                }
            }
        }
        for (id, place, written, right) in found {
            let problem = Diagnostic::at(Code::FluentSyntax, &place).with("kind", "printed");
            diagnostics.push(problem.with("character", written).with("right", right));
            self.unreadable.insert(id);
        }
    }

    fn add(&mut self, file: &LocaleFile, diagnostics: &mut Diagnostics) {
        if let Some(index) = too_deep(&file.text) {
            let place = Place::text(&file.name, index..index + 1);
            let id = names_in(&file.text[..index]).last().unwrap_or_default();
            diagnostics.push(Diagnostic::at(Code::MessageTooComplex, &place).with("id", id));
            self.unreadable.extend(names_in(&file.text));
            return;
        }
        let resource = FluentResource::try_new(file.text.to_string()).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                self.unread(file, &error, diagnostics);
            }
            resource
        });
        Self::find_unreviewed(file, diagnostics);
        let mut indexer = Indexer {
            file: &file.name,
            source: resource.source(),
            within: None,
            is_selector: false,
            texts: (file.layer == Layer::Report).then(Vec::new),
        };
        for entry in resource.entries() {
            if let Some((id, entry)) = indexer.entry(entry, file.layer) {
                self.find_slips(file, &id, &entry, diagnostics);
                self.insert(id, entry, diagnostics);
            }
        }
        if file.layer.is_spoken() {
            // The problems were found before; places are the same.
            let kept =
                indentation::kept(&resource).map(|text| FluentResource::try_new(text).unwrap_or_else(|(kept, _)| kept));
            self.resources.push((file.layer, Arc::new(kept.unwrap_or(resource))));
        }
    }

    /// Adds the problems of text that could not be parsed: its slips, or else the parser's error.
    fn unread(&mut self, file: &LocaleFile, error: &ParserError, diagnostics: &mut Diagnostics) {
        let slice = error.slice.clone().filter(|slice| file.text.get(slice.clone()).is_some()).unwrap_or_default();
        let unread = file.text.get(slice.clone()).unwrap_or_default();
        let slips = slip::in_junk(unread);
        if slips.is_empty() {
            diagnostics.push(syntax_error(file, error));
        }
        diagnostics.extend(slips.iter().map(|slip| slip_diagnostic(file, slice.start, slip)));
        self.unreadable.extend(names_in(unread));
        // An unreadable attribute belongs to the message before it.
        let goes_on = unread.starts_with(|first: char| first.is_whitespace());
        self.unreadable.extend(goes_on.then(|| names_in(&file.text[..slice.start]).last()).flatten());
    }

    /// Warns of the sentences of a report that nobody has looked at since the report before.
    fn find_unreviewed(file: &LocaleFile, diagnostics: &mut Diagnostics) {
        let names = unreviewed(&file.text);
        let mut places = names.iter().map(|name| Place::text(&file.name, name.clone()));
        let Some(first) = places.next().filter(|_| file.layer == Layer::Report) else { return };
        let mut problem = Diagnostic::at(Code::NotReviewed, &first).with("count", names.len());
        problem.also = places.collect();
        diagnostics.push(problem);
    }

    /// Adds a problem for each slip that would be printed as text, and marks the message as unreadable.
    fn find_slips(&mut self, file: &LocaleFile, id: &str, entry: &Entry, diagnostics: &mut Diagnostics) {
        for text in &entry.texts {
            let Position::Text(start, _) = text.place.position else { continue };
            let before = file.text.get(..start).unwrap_or_default();
            let is_start_of_line = before.trim_end_matches(' ').ends_with('\n');
            for slip in slip::in_text(&text.text, is_start_of_line) {
                diagnostics.push(slip_diagnostic(file, start, &slip));
                self.unreadable.insert(id.to_owned());
            }
        }
    }

    fn insert(&mut self, id: String, entry: Entry, diagnostics: &mut Diagnostics) {
        if entry.layer != Layer::Report {
            let variables = entry.references.iter().filter_map(|reference| match &reference.target {
                Target::Variable(name) => Some(name.clone()),
                _ => None,
            });
            self.built_in_variables.entry(id.clone()).or_default().extend(variables);
            let messages = entry.references.iter().filter_map(|reference| match &reference.target {
                Target::Message { id, .. } => Some(id.clone()),
                _ => None,
            });
            self.built_in_references.entry(id.clone()).or_default().extend(messages);
        }
        if !entry.layer.is_spoken() {
            return;
        }
        // The bundle stores messages and terms under the same names, so that one of the two would be lost.
        let twin = id.strip_prefix('-').map_or_else(|| format!("-{id}"), str::to_owned);
        if let Some(known) = self.entries.get(&twin).filter(|_| entry.layer == Layer::Report) {
            let problem = Diagnostic::at(Code::DuplicateMessage, &entry.place);
            diagnostics.push(problem.with("id", &id).with_related(&known.place));
        }
        match self.entries.get(&id) {
            Some(known) if known.layer == entry.layer => diagnostics
                .push(Diagnostic::at(Code::DuplicateMessage, &entry.place).with("id", &id).with_related(&known.place)),
            Some(known) if known.layer > entry.layer => {}
            _ => {
                self.entries.insert(id, entry);
            }
        }
    }
}

/// The problem of a parser's error; a function whose name is not in capitals is reported as unknown.
fn syntax_error(file: &LocaleFile, error: &ParserError) -> Diagnostic {
    // The parser counts bytes, and may stop within a character.
    let start = file.text.floor_char_boundary(error.pos.start);
    let end = file.text.floor_char_boundary(error.pos.end).max(start);
    let before = &file.text[..start];
    if error.kind == ErrorKind::ForbiddenCallee
        && let Some(open) = before.rfind('(')
        && let Some(name) = before[..open].trim_end().rsplit(|character: char| !is_part_of_name(character)).next()
    {
        let start = before[..open].trim_end().len() - name.len();
        return Diagnostic::at(Code::UnknownFunction, &Place::text(&file.name, start..start + name.len()))
            .with("name", name)
            .with_candidates(name, FUNCTIONS);
    }
    let place = Place::text(&file.name, start..end);
    let line_end = file.text[end..].find('\n').map_or(file.text.len(), |length| end + length);
    if let Some(open) = before.rfind('{').filter(|open| !before[*open..].contains(['}', '\n'])) {
        let close = file.text[open..line_end].find('}').map_or(line_end, |length| open + length);
        let inside = &file.text[open + 1..close];
        if let Some(right) = slip::call_meant(inside) {
            let place = Place::text(&file.name, open..(close + 1).min(line_end));
            return Diagnostic::at(Code::FluentSyntax, &place).with("kind", "call").with("right", right);
        }
        // A function with a name in another script.
        let name = inside.split(['(', '（']).next().unwrap_or_default().trim();
        let is_name = !name.is_ascii() && name.chars().all(char::is_alphanumeric) && name.len() < inside.trim().len();
        if is_name && let Some(start) = inside.find(name) {
            let start = open + 1 + start;
            return Diagnostic::at(Code::UnknownFunction, &Place::text(&file.name, start..start + name.len()))
                .with("name", name)
                .with_candidates(name, FUNCTIONS);
        }
    }
    let (reason, character) = reason(&error.kind);
    let problem = Diagnostic::at(Code::FluentSyntax, &place).with("kind", "other").with("reason", reason);
    problem.with("character", character.map(String::from).unwrap_or_default())
}

/// What a parser's error says, by a word of the message, and the character that it expected.
fn reason(kind: &ErrorKind) -> (&'static str, Option<char>) {
    let reason = match kind {
        ErrorKind::ExpectedToken(token) => return ("token", Some(*token)),
        ErrorKind::ExpectedCharRange { .. } => "name",
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            "value"
        }
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => "default",
        ErrorKind::UnterminatedStringLiteral => "string",
        ErrorKind::UnbalancedClosingBrace => "brace",
        ErrorKind::PositionalArgumentFollowsNamed | ErrorKind::DuplicatedNamedArgument(_) => "arguments",
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => "escape",
        ErrorKind::ExpectedInlineExpression | ErrorKind::ExpectedLiteral => "expression",
        _ => "selector",
    };
    (reason, None)
}

fn slip_diagnostic(file: &LocaleFile, start: usize, slip: &Slip) -> Diagnostic {
    let range = start + slip.range.start..start + slip.range.end;
    let written = file.text.get(range.clone()).unwrap_or_default();
    let kind = match slip.kind {
        SlipKind::Character if written == "\u{3000}" => "space",
        SlipKind::Character => "width",
        SlipKind::Printed => "printed",
        SlipKind::Attribute => "attribute",
        SlipKind::Indentation => "indentation",
        SlipKind::StartOfLine => "start-of-line",
        SlipKind::Instead => "instead",
        SlipKind::Unclosed => "unclosed",
    };
    let code = written.chars().next().map(|first| format!("U+{:04X}", u32::from(first))).unwrap_or_default();
    Diagnostic::at(Code::FluentSyntax, &Place::text(&file.name, range))
        .with("kind", kind)
        .with("character", written.trim_end())
        .with("code", code)
        .with("right", &slip.right)
}

fn is_part_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// The position at which nesting is too deep for the recursive parser.
fn too_deep(text: &str) -> Option<usize> {
    const MOST: usize = 50;
    let mut depth = 0_usize;
    let mut is_start_of_line = true;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'#' if is_start_of_line && begins_entry(&text[index..]) => depth = 0,
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST {
            return Some(index);
        }
        is_start_of_line = byte == b'\n';
    }
    None
}

/// Whether a line without indentation begins an entry. Function names and arguments may also begin there.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let rest = name.trim_start_matches(is_part_of_name);
    line.starts_with('#') || (rest.len() < name.len() && rest.trim_start_matches(' ').starts_with('='))
}

/// The names at the start of lines that may be messages or terms.
fn names_in(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        let end = line.find(|character: char| !is_part_of_name(character));
        let name = line.get(..end.unwrap_or(line.len()))?;
        is_identifier(name.strip_prefix('-').unwrap_or(name)).then(|| name.to_owned())
    })
}

/// Determines the places of syntax nodes, whose texts are slices of the file's text.
struct Indexer<'a> {
    file: &'a Arc<str>,
    source: &'a str,
    /// The attribute that contains the current pattern.
    within: Option<String>,
    is_selector: bool,
    /// Texts of the message, if they are collected.
    texts: Option<Vec<Text>>,
}

impl Indexer<'_> {
    fn place(&self, slice: &str) -> Place {
        let start = (slice.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        Place::text(self.file, start..start + slice.len())
    }

    fn reference(&self, slice: &str, target: Target) -> Reference {
        Reference { place: self.place(slice), within: self.within.clone(), is_selector: self.is_selector, target }
    }

    fn entry(&mut self, entry: &ast::Entry<&str>, layer: Layer) -> Option<(String, Entry)> {
        let (id, place, value, attributes) = match entry {
            ast::Entry::Message(message) => {
                (message.id.name.to_owned(), self.place(message.id.name), message.value.as_ref(), &message.attributes)
            }
            ast::Entry::Term(term) => {
                (format!("-{}", term.id.name), self.place(term.id.name), Some(&term.value), &term.attributes)
            }
            _ => return None,
        };
        let mut references = Vec::new();
        self.within = None;
        if let Some(pattern) = value {
            self.pattern(pattern, &mut references);
        }
        for attribute in attributes {
            self.within = Some(attribute.id.name.to_owned());
            self.pattern(&attribute.value, &mut references);
        }
        let attributes =
            attributes.iter().map(|attribute| (attribute.id.name.to_owned(), self.place(attribute.id.name))).collect();
        let texts = self.texts.as_mut().map(std::mem::take).unwrap_or_default();
        Some((id, Entry { place, layer, has_value: value.is_some(), attributes, references, texts }))
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>, references: &mut Vec<Reference>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::Placeable { expression } => self.expression(expression, references),
                ast::PatternElement::TextElement { value } => {
                    let place = self.place(value);
                    if let Some(texts) = &mut self.texts {
                        texts.push(Text { place, within: self.within.clone(), text: (*value).to_owned() });
                    }
                }
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>, references: &mut Vec<Reference>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, references),
            ast::Expression::Select { selector, variants } => {
                self.is_selector = true;
                self.inline(selector, references);
                self.is_selector = false;
                for variant in variants {
                    self.pattern(&variant.value, references);
                }
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>, references: &mut Vec<Reference>) {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => {}
            Inline::Placeable { expression } => self.expression(expression, references),
            Inline::VariableReference { id } => {
                references.push(self.reference(id.name, Target::Variable(id.name.to_owned())));
            }
            Inline::MessageReference { id, attribute } => references.push(self.reference(
                id.name,
                Target::Message {
                    id: id.name.to_owned(),
                    attribute: attribute.as_ref().map(|attribute| attribute.name.to_owned()),
                },
            )),
            Inline::TermReference { id, attribute, arguments } => {
                references.push(self.reference(
                    id.name,
                    Target::Message {
                        id: format!("-{}", id.name),
                        attribute: attribute.as_ref().map(|attribute| attribute.name.to_owned()),
                    },
                ));
                if let Some(arguments) = arguments {
                    self.arguments(arguments, references);
                }
            }
            Inline::FunctionReference { id, arguments } => {
                let argument = |inline: &Inline<&str>| self.argument(inline, id.name);
                let named = arguments.named.iter();
                references.push(self.reference(
                    id.name,
                    Target::Function {
                        name: id.name.to_owned(),
                        positional: arguments.positional.iter().map(argument).collect(),
                        named: named.map(|named| (named.name.name.to_owned(), argument(&named.value))).collect(),
                    },
                ));
                // Functions only accept literals, so that nested expressions are not visited.
            }
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>, references: &mut Vec<Reference>) {
        for positional in &arguments.positional {
            self.inline(positional, references);
        }
        for named in &arguments.named {
            self.inline(&named.value, references);
        }
    }

    /// An argument that is neither a literal nor a name gets the place of the function's name.
    fn argument(&self, inline: &ast::InlineExpression<&str>, function: &str) -> Argument {
        match inline {
            ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
                Argument { place: self.place(value), literal: Some((*value).to_owned()) }
            }
            ast::InlineExpression::VariableReference { id } | ast::InlineExpression::MessageReference { id, .. } => {
                Argument { place: self.place(id.name), literal: None }
            }
            _ => Argument { place: self.place(function), literal: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog(text: &str) -> (Catalog, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let file = LocaleFile { name: "report.ftl".into(), text: text.into(), layer: Layer::Report };
        (Catalog::new(&[file], &mut diagnostics), diagnostics)
    }

    #[test]
    fn a_message_that_cannot_be_read_is_known_to_stand_there() {
        let (catalog, diagnostics) = catalog("a = 1\nb { 2 }\nc = 3\n");
        assert_eq!(diagnostics.found(), 1);
        assert!(catalog.unreadable.contains("b"));
        assert!(catalog.entries.contains_key("a") && catalog.entries.contains_key("c"));
    }

    #[test]
    fn expressions_in_expressions_have_a_limit() {
        let (_, diagnostics) = catalog(&format!("a = {}{}\n", "{".repeat(100_000), "}".repeat(100_000)));
        assert_eq!(diagnostics.sorted()[0].code, Code::MessageTooComplex);
        assert_eq!(too_deep(&"a = { b } ( c\n".repeat(100)), None);
        let (_, diagnostics) = catalog(&format!("a = {{ {}b\n", "FOO(\n".repeat(100_000)));
        assert_eq!(diagnostics.sorted()[0].code, Code::MessageTooComplex);
    }

    #[test]
    fn a_message_and_a_term_of_one_name_are_a_problem() {
        let (_, diagnostics) = catalog("a = 1\n-a = 2\n");
        assert_eq!(diagnostics.sorted()[0].code, Code::DuplicateMessage);
    }

    #[test]
    fn a_reference_knows_the_attribute_in_which_it_stands() {
        let (catalog, _) = catalog("a = { b }\n    .title = { c }\n");
        let within: Vec<Option<&str>> =
            catalog.entries["a"].references.iter().map(|reference| reference.within.as_deref()).collect();
        assert_eq!(within, [None, Some("title")]);
    }
}
