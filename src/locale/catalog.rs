//! The messages of one language: parsed, indexed with their places, and checked before anything is formatted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// A Fluent file's text and the name under which faults show it.
#[derive(Debug, Clone)]
pub struct LocaleFile {
    /// The name shown.
    pub name: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// Whose file it is.
    pub layer: Layer,
}

/// Whose messages they are. Later layers override earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Those of nenpo.
    BuiltIn,
    /// Those of the report.
    Report,
}

/// What is known of a message or a term before it is formatted.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where its name stands.
    pub(super) place: Place,
    /// Whose it is.
    pub(super) layer: Layer,
    /// Whether it has a value besides its attributes.
    pub(super) has_value: bool,
    /// Where the names of its attributes stand.
    pub(super) attributes: BTreeMap<String, Place>,
    /// What its patterns refer to.
    pub(super) references: Vec<Reference>,
}

/// Something that a pattern refers to, and where.
#[derive(Debug)]
pub(super) struct Reference {
    /// Where it stands.
    pub(super) place: Place,
    /// What it is.
    pub(super) target: Target,
}

/// What a pattern can refer to.
#[derive(Debug)]
pub(super) enum Target {
    /// A message or one of its attributes; a term's name begins with `-`.
    Message { id: String, attribute: Option<String> },
    /// A variable.
    Variable(String),
    /// A function with its arguments.
    Function { name: String, positional: Vec<Argument>, named: Vec<(String, Argument)> },
}

/// An argument of a function.
#[derive(Debug)]
pub(super) struct Argument {
    /// Where it stands.
    pub(super) place: Place,
    /// Its text, where it is a literal.
    pub(super) literal: Option<String>,
}

/// The messages of one language.
#[derive(Debug, Default)]
pub(super) struct Catalog {
    /// Parsed files, earlier layers first.
    pub(super) resources: Vec<(Layer, Arc<FluentResource>)>,
    /// Messages by name; names of terms begin with `-`.
    pub(super) entries: BTreeMap<String, Entry>,
    /// Variables of built-in messages, which remain known to messages that override them.
    pub(super) built_in_variables: BTreeMap<String, BTreeSet<String>>,
}

impl Catalog {
    /// Parses files; their faults are added to the diagnostics.
    pub(super) fn new(files: &[LocaleFile], diagnostics: &mut Diagnostics) -> Self {
        let mut catalog = Self::default();
        for file in files {
            catalog.add(file, diagnostics);
        }
        catalog.resources.sort_by_key(|(layer, _)| *layer);
        catalog
    }

    fn add(&mut self, file: &LocaleFile, diagnostics: &mut Diagnostics) {
        let resource = FluentResource::try_new(file.text.to_string()).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let end = error.pos.end.max(error.pos.start).min(file.text.len());
                let place = Place::text(&file.name, error.pos.start.min(end)..end);
                diagnostics.push(Diagnostic::at(Code::FluentSyntax, &place).with_detail(error.kind));
            }
            resource
        });
        let mut indexer = Indexer { file: &file.name, source: resource.source() };
        for entry in resource.entries() {
            if let Some((id, entry)) = indexer.entry(entry, file.layer) {
                self.insert(id, entry, diagnostics);
            }
        }
        self.resources.push((file.layer, Arc::new(resource)));
    }

    fn insert(&mut self, id: String, entry: Entry, diagnostics: &mut Diagnostics) {
        if entry.layer == Layer::BuiltIn {
            let variables = entry.references.iter().filter_map(|reference| match &reference.target {
                Target::Variable(name) => Some(name.clone()),
                _ => None,
            });
            self.built_in_variables.entry(id.clone()).or_default().extend(variables);
        }
        match self.entries.get(&id) {
            Some(known) if known.layer == entry.layer => diagnostics.push(
                Diagnostic::at(Code::DuplicateMessage, &entry.place).with("id", &id).with_related(&known.place),
            ),
            Some(known) if known.layer > entry.layer => {}
            _ => {
                self.entries.insert(id, entry);
            }
        }
    }
}

/// Finds the places of syntax nodes: their texts are slices of the file's text.
struct Indexer<'a> {
    file: &'a Arc<str>,
    source: &'a str,
}

impl Indexer<'_> {
    fn place(&self, slice: &str) -> Place {
        let start = (slice.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        Place::text(self.file, start..start + slice.len())
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
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            self.pattern(pattern, &mut references);
        }
        let attributes = attributes
            .iter()
            .map(|attribute| (attribute.id.name.to_owned(), self.place(attribute.id.name)))
            .collect();
        Some((id, Entry { place, layer, has_value: value.is_some(), attributes, references }))
    }

    fn pattern(&self, pattern: &ast::Pattern<&str>, references: &mut Vec<Reference>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression, references);
            }
        }
    }

    fn expression(&self, expression: &ast::Expression<&str>, references: &mut Vec<Reference>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, references),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector, references);
                for variant in variants {
                    self.pattern(&variant.value, references);
                }
            }
        }
    }

    fn inline(&self, inline: &ast::InlineExpression<&str>, references: &mut Vec<Reference>) {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => {}
            Inline::Placeable { expression } => self.expression(expression, references),
            Inline::VariableReference { id } => references.push(Reference {
                place: self.place(id.name),
                target: Target::Variable(id.name.to_owned()),
            }),
            Inline::MessageReference { id, attribute } => references.push(Reference {
                place: self.place(id.name),
                target: Target::Message {
                    id: id.name.to_owned(),
                    attribute: attribute.as_ref().map(|attribute| attribute.name.to_owned()),
                },
            }),
            Inline::TermReference { id, attribute, arguments } => {
                references.push(Reference {
                    place: self.place(id.name),
                    target: Target::Message {
                        id: format!("-{}", id.name),
                        attribute: attribute.as_ref().map(|attribute| attribute.name.to_owned()),
                    },
                });
                if let Some(arguments) = arguments {
                    self.arguments(arguments, references);
                }
            }
            Inline::FunctionReference { id, arguments } => {
                let argument = |inline: &Inline<&str>| self.argument(inline, id.name);
                references.push(Reference {
                    place: self.place(id.name),
                    target: Target::Function {
                        name: id.name.to_owned(),
                        positional: arguments.positional.iter().map(argument).collect(),
                        named: arguments
                            .named
                            .iter()
                            .map(|named| (named.name.name.to_owned(), argument(&named.value)))
                            .collect(),
                    },
                });
                self.arguments(arguments, references);
            }
        }
    }

    fn arguments(&self, arguments: &ast::CallArguments<&str>, references: &mut Vec<Reference>) {
        for positional in &arguments.positional {
            self.inline(positional, references);
        }
        for named in &arguments.named {
            self.inline(&named.value, references);
        }
    }

    /// Returns an argument; one that is no literal is shown at the name of its function.
    fn argument(&self, inline: &ast::InlineExpression<&str>, function: &str) -> Argument {
        match inline {
            ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
                Argument { place: self.place(value), literal: Some((*value).to_owned()) }
            }
            _ => Argument { place: self.place(function), literal: None },
        }
    }
}
