//! The tag tree as readers of the screen get it: elements with their text in reading order. Knows no file.

use std::collections::BTreeMap;

/// An element of the tag tree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// Its role as written: `Table`, `TH`, `P`, `Title` …
    pub role: String,
    /// Its role among those that PDF defines, which is what a reader hears.
    pub standard_role: String,
    /// Its alternative text.
    pub alt: Option<String>,
    /// The text that stands for what is in it.
    pub actual_text: Option<String>,
    /// The language that it names itself.
    pub language: Option<String>,
    /// The identifier by which other elements refer to it.
    pub identifier: Option<String>,
    /// The identifiers of the header cells of a cell.
    pub headers: Vec<String>,
    /// Attributes such as `Scope`, `Summary`, `ColSpan`.
    pub attributes: BTreeMap<String, String>,
    /// The page of its first text or annotation, from 1.
    pub page: Option<usize>,
    /// What is in it, in reading order.
    pub children: Vec<Node>,
}

/// A part of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Text of a page.
    Text(Text),
    /// An annotation, such as a link.
    Annotation(Annotation),
}

/// A marked piece of a page's content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What is shown.
    pub text: String,
    /// The page that shows it, from 1.
    pub page: usize,
    /// Its number on the page.
    pub mark: i64,
    /// The language that the mark names itself.
    pub language: Option<String>,
}

/// An annotation that belongs to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// `Link` for links.
    pub kind: String,
    /// What it says of itself.
    pub contents: Option<String>,
    /// Where it leads.
    pub target: Option<Target>,
    /// The page that it is on, from 1.
    pub page: Option<usize>,
}

/// Where a link or a bookmark leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address outside the document.
    Uri(String),
    /// A page of the document, from 1.
    Page(usize),
    /// A place that the document does not have: the name that was looked for, or nothing.
    Nowhere(String),
}

/// A piece of an element's text that is set alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What is read aloud.
    pub text: &'a str,
    /// Whether it stands above the line, as marks of notes do.
    pub is_raised: bool,
}

impl Element {
    /// Returns what is read aloud piece by piece, with alternative texts in the place of pictures.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        self.gather_pieces(false, &mut pieces);
        pieces
    }

    fn gather_pieces<'a>(&'a self, is_raised: bool, pieces: &mut Vec<Piece<'a>>) {
        let is_raised = is_raised || self.attributes.contains_key("BaselineShift");
        // Of text, what is shown counts, whatever else its tags may say of it.
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

    /// Returns all text below the element in reading order, as it is shown.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(false, &mut text);
        text
    }

    /// Returns what a reader of the screen says: the text, with alternative texts in the place of what they describe.
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

    /// Returns every element of a role below this one, in reading order.
    #[must_use]
    pub fn all(&self, role: &str) -> Vec<&Element> {
        self.descendants().into_iter().filter(|element| element.role == role).collect()
    }

    /// Returns every element below this one, in reading order.
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

    /// Returns the elements directly below this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) | Node::Annotation(_) => None,
        })
    }

    /// Returns the annotations directly below this element.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.children.iter().filter_map(|child| match child {
            Node::Annotation(annotation) => Some(annotation),
            Node::Element(_) | Node::Text(_) => None,
        })
    }

    /// Returns the level of a heading.
    #[must_use]
    pub fn heading_level(&self) -> Option<u32> {
        self.standard_role.strip_prefix('H')?.parse().ok()
    }
}
