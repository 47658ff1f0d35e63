//! Reads the tag tree of a PDF with the text of its elements, as a screen reader would.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// An element of the tag tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    /// Its role: `Table`, `TH`, `P` …
    pub(crate) role: String,
    /// Its alternative text.
    pub(crate) alt: Option<String>,
    /// Attributes such as `Scope` and `Summary`.
    pub(crate) attributes: BTreeMap<String, String>,
    /// What is in it, in reading order.
    pub(crate) children: Vec<Node>,
}

/// A part of an element.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// Another element.
    Element(Element),
    /// Text of the page.
    Text(String),
}

impl Element {
    /// Returns all text below the element in reading order.
    pub(crate) fn text(&self) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Element(element) => element.text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }

    /// Returns every element of a role below this one, in reading order.
    pub(crate) fn all(&self, role: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for element in self.elements() {
            if element.role == role {
                found.push(element);
            }
            found.extend(element.all(role));
        }
        found
    }

    /// Returns the elements directly below this one.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}

/// Reads the tag tree of a PDF.
pub(crate) fn read(document: &Document) -> Element {
    let texts: BTreeMap<ObjectId, BTreeMap<i64, String>> =
        document.page_iter().map(|page| (page, marked_texts(document, page))).collect();
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap().as_dict().unwrap();
    let reader = Reader { document, texts };
    let mut element = Element { role: "StructTreeRoot".to_owned(), ..Element::default() };
    reader.children(root, None, &mut element);
    element
}

struct Reader<'a> {
    document: &'a Document,
    texts: BTreeMap<ObjectId, BTreeMap<i64, String>>,
}

impl Reader<'_> {
    fn children(&self, dictionary: &Dictionary, page: Option<ObjectId>, element: &mut Element) {
        let Ok(kids) = dictionary.get_deref(b"K", self.document) else { return };
        let kids = match kids {
            Object::Array(kids) => kids.clone(),
            other => vec![other.clone()],
        };
        for kid in &kids {
            element.children.extend(self.child(kid, page));
        }
    }

    fn child(&self, kid: &Object, page: Option<ObjectId>) -> Option<Node> {
        let (_, kid) = self.document.dereference(kid).unwrap();
        match kid {
            Object::Integer(id) => Some(Node::Text(self.text(page?, *id))),
            Object::Dictionary(dictionary) => {
                let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                if let Ok(id) = dictionary.get(b"MCID").and_then(Object::as_i64) {
                    return Some(Node::Text(self.text(page?, id)));
                }
                let role = dictionary.get(b"S").ok()?;
                let mut element = Element {
                    role: String::from_utf8_lossy(role.as_name().unwrap()).into_owned(),
                    alt: dictionary.get(b"Alt").ok().map(text_string),
                    attributes: self.attributes(dictionary),
                    children: Vec::new(),
                };
                self.children(dictionary, page, &mut element);
                Some(Node::Element(element))
            }
            _ => None,
        }
    }

    fn text(&self, page: ObjectId, id: i64) -> String {
        self.texts.get(&page).and_then(|texts| texts.get(&id)).cloned().unwrap_or_default()
    }

    fn attributes(&self, dictionary: &Dictionary) -> BTreeMap<String, String> {
        let owners = match dictionary.get_deref(b"A", self.document) {
            Ok(Object::Array(owners)) => owners.clone(),
            Ok(other) => vec![other.clone()],
            Err(_) => Vec::new(),
        };
        let mut attributes = BTreeMap::new();
        for owner in &owners {
            let Ok((_, Object::Dictionary(owner))) = self.document.dereference(owner) else { continue };
            for (name, value) in owner.iter() {
                let value = match value {
                    Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                    Object::String(..) => text_string(value),
                    other => format!("{other:?}"),
                };
                attributes.insert(String::from_utf8_lossy(name).into_owned(), value);
            }
        }
        attributes
    }
}

/// Decodes a PDF text string.
pub(crate) fn text_string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// Returns the text of a page by marked-content identifier; of nested marks the innermost has the text.
fn marked_texts(document: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let fonts: BTreeMap<Vec<u8>, Encoding<'_>> = document
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| {
            let stream = font.get_deref(b"ToUnicode", document).unwrap().as_stream().unwrap();
            let mut only = Dictionary::new();
            only.set("Type", Object::Name(b"Font".to_vec()));
            only.set("ToUnicode", Object::Stream(stream.clone()));
            (name, leaked_encoding(document, only))
        })
        .collect();
    let mut texts: BTreeMap<i64, String> = BTreeMap::new();
    let mut marks: Vec<Option<i64>> = Vec::new();
    let mut font: Option<&Encoding<'_>> = None;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" => marks.push(
                operation
                    .operands
                    .get(1)
                    .and_then(|properties| properties.as_dict().ok())
                    .and_then(|properties| properties.get(b"MCID").and_then(Object::as_i64).ok()),
            ),
            "BMC" => marks.push(None),
            "EMC" => {
                marks.pop();
            }
            "Tf" => font = operation.operands.first().and_then(|name| fonts.get(name.as_name().ok()?)),
            "Tj" | "TJ" => {
                let Some(mark) = marks.iter().rev().find_map(|mark| *mark) else { continue };
                let text = texts.entry(mark).or_default();
                for operand in &operation.operands {
                    append(operand, font, text);
                }
            }
            _ => {}
        }
    }
    texts
}

/// The encoding borrows from its font's dictionary, which here is made for it and lives as long as the test.
fn leaked_encoding<'a>(document: &'a Document, font: Dictionary) -> Encoding<'a> {
    Box::leak(Box::new(font)).get_font_encoding(document).unwrap()
}

fn append(operand: &Object, font: Option<&Encoding<'_>>, text: &mut String) {
    match operand {
        Object::String(bytes, _) => {
            if let Some(font) = font {
                text.push_str(&Document::decode_text(font, bytes).unwrap());
            }
        }
        Object::Array(operands) => operands.iter().for_each(|operand| append(operand, font, text)),
        _ => {}
    }
}
