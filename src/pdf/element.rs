//! The tag tree as assistive technology presents it: elements with their text in reading order.

use std::collections::BTreeMap;

/// An element of the tag tree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// The structure type as written: `Table`, `TH`, `P`, `Title` …
    pub role: String,
    /// The standard structure type that it is mapped to, which assistive technology announces.
    pub standard_role: String,
    /// The alternative text.
    pub alt: Option<String>,
    /// The replacement text for the content.
    pub actual_text: Option<String>,
    /// Its own `Lang`.
    pub language: Option<String>,
    /// Its own `T`, such as the title of a part.
    pub title: Option<String>,
    /// The names of the files attached to it, as to a part of a joined file.
    pub files: Vec<String>,
    /// The identifier for references from other elements.
    pub identifier: Option<String>,
    /// The identifiers of a cell's header cells.
    pub headers: Vec<String>,
    /// Attributes such as `Scope`, `Summary`, `ColSpan`.
    pub attributes: BTreeMap<String, String>,
    /// The page of the first text or annotation, from 1.
    pub page: Option<usize>,
    /// The content in reading order.
    pub children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text of a page.
    Text(Text),
    /// An annotation, such as a link.
    Annotation(Annotation),
}

/// A marked-content sequence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// The page, from 1.
    pub page: usize,
    /// The marked-content identifier (MCID).
    pub mark: i64,
    /// Its own `Lang`.
    pub language: Option<String>,
}

/// An annotation that belongs to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// The annotation's subtype, such as `Link`.
    pub kind: String,
    /// The annotation's `Contents`.
    pub contents: Option<String>,
    /// The target.
    pub target: Option<Target>,
    /// The page, from 1.
    pub page: Option<usize>,
}

/// The target of a link or bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A URI.
    Uri(String),
    /// Another file, by its path from the document.
    File(String),
    /// A page of the document, from 1.
    Page(usize),
    /// A destination that the document does not have: its name, or an empty text.
    Nowhere(String),
}

/// A piece of an element's text with uniform formatting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text as read aloud.
    pub text: &'a str,
    /// Whether it is superscript, like the marks of notes.
    pub is_raised: bool,
}

impl Element {
    /// The text as read aloud, piece by piece, with alternative texts in place of figures.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        self.gather_pieces(false, &mut pieces);
        pieces
    }

    fn gather_pieces<'a>(&'a self, is_raised: bool, pieces: &mut Vec<Piece<'a>>) {
        let is_raised = is_raised || self.attributes.contains_key("BaselineShift");
        // Other elements are compared by the text shown, even if they have an alternative text.
        if let Some(text) = self.alt.as_ref().filter(|_| matches!(self.standard_role.as_str(), "Figure" | "Formula")) {
            pieces.push(Piece { text, is_raised });
            return;
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.gather_pieces(is_raised, pieces),
                Node::Text(part) => pieces.push(Piece { text: &part.text, is_raised }),
                Node::Annotation(_) => {}
            }
        }
    }

    /// The text shown below the element, in reading order.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(false, &mut text);
        text
    }

    /// The text that a screen reader speaks, with alternative texts in place of what they describe.
    #[must_use]
    pub fn spoken(&self) -> String {
        let mut text = String::new();
        self.gather(true, &mut text);
        text
    }

    fn gather(&self, spoken: bool, text: &mut String) {
        if spoken && let Some(said) = self.actual_text.as_ref().or(self.alt.as_ref()) {
            text.push_str(said);
            return;
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.gather(spoken, text),
                Node::Text(part) => text.push_str(&part.text),
                Node::Annotation(_) => {}
            }
        }
    }

    /// The elements of a role below this one, in reading order.
    #[must_use]
    pub fn all(&self, role: &str) -> Vec<&Element> {
        self.descendants().into_iter().filter(|element| element.role == role).collect()
    }

    /// The elements below this one, in reading order.
    #[must_use]
    pub fn descendants(&self) -> Vec<&Element> {
        let mut found = Vec::new();
        self.descend(&mut found);
        found
    }

    fn descend<'a>(&'a self, found: &mut Vec<&'a Element>) {
        for element in self.elements() {
            found.push(element);
            element.descend(found);
        }
    }

    /// The elements directly below this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) | Node::Annotation(_) => None,
        })
    }

    /// The annotations directly below this element.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.children.iter().filter_map(|child| match child {
            Node::Annotation(annotation) => Some(annotation),
            Node::Element(_) | Node::Text(_) => None,
        })
    }

    /// The level of a heading; `None` for other elements.
    #[must_use]
    pub fn heading_level(&self) -> Option<u32> {
        self.standard_role.strip_prefix('H')?.parse().ok()
    }
}
