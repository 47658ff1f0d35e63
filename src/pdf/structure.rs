//! The tag tree of a file: which element owns which content, annotation and identifier.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::content::{Contents, MarkId, WHOLE};
use super::destination::Destinations;
use super::file::{self, File};
use super::{Annotation, Element, Node, Text, Unreadable};

/// The greatest nesting of elements; reports have fewer than twenty.
const MOST_NESTING: usize = 200;

/// The greatest nesting of headings and parts of tables, because each of them is read with all of its content.
const MOST_READ_WHOLE: usize = 12;

const TABLE_PARTS: [&str; 8] = ["Caption", "TBody", "TD", "TFoot", "TH", "THead", "TR", "Table"];

/// The estimated memory for a text besides its content, in bytes.
const OF_TEXT: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum StructureError {
    /// An element is in the tree twice.
    ElementTwice(String),
    TooDeep,
    /// An element names a parent other than the one that it is in.
    WrongParent(String),
    /// A child is neither an element, nor content, nor an annotation.
    StrangeChild(String),
    /// An element owns content that its page does not have.
    NoSuchMark(Option<usize>, i64),
}

#[derive(Debug, Default)]
pub(super) struct Structure {
    pub(super) tags: Element,
    /// The elements that own each piece of content; a sound file has one.
    pub(super) owners: BTreeMap<MarkId, Vec<ObjectId>>,
    pub(super) annotations: BTreeMap<ObjectId, Vec<ObjectId>>,
    pub(super) identifiers: BTreeMap<Vec<u8>, Vec<ObjectId>>,
    pub(super) errors: Vec<StructureError>,
}

impl Structure {
    /// Reads the tree below its root; moves the text out of `contents`.
    pub(super) fn read(
        file: &File,
        (root, dictionary): (ObjectId, &Dictionary),
        destinations: &Destinations,
        contents: &mut Contents,
    ) -> Result<Self, Unreadable> {
        let roles = file.dictionary(dictionary, b"RoleMap").cloned().unwrap_or_default();
        let mut reader = Reader {
            file,
            roles,
            destinations,
            contents,
            structure: Self::default(),
            seen: BTreeSet::new(),
            whole: 0,
            left: file.allowance(),
        };
        let mut tags = Element { role: "StructTreeRoot".to_owned(), ..Element::default() };
        reader.children(dictionary, root, None, 0, &mut tags)?;
        let mut structure = reader.structure;
        structure.tags = tags;
        Ok(structure)
    }
}

struct Reader<'a> {
    file: &'a File,
    roles: Dictionary,
    destinations: &'a Destinations,
    contents: &'a mut Contents,
    structure: Structure,
    /// The elements visited; none may occur again.
    seen: BTreeSet<ObjectId>,
    /// How many of the enclosing elements are headings or parts of tables.
    whole: usize,
    left: usize,
}

impl Reader<'_> {
    fn children(
        &mut self,
        dictionary: &Dictionary,
        owner: ObjectId,
        page: Option<ObjectId>,
        depth: usize,
        element: &mut Element,
    ) -> Result<(), Unreadable> {
        let file = self.file;
        let one = match dictionary.get(b"K") {
            Ok(kids) => kids,
            Err(_) => return Ok(()),
        };
        let kids = match file.resolved(one) {
            Some(Object::Array(kids)) => kids.as_slice(),
            Some(_) => std::slice::from_ref(one),
            None => &[],
        };
        for kid in kids {
            if let Some(node) = self.child(kid, owner, page, depth)? {
                let page = match &node {
                    Node::Element(element) => element.page,
                    Node::Text(text) => Some(text.page),
                    Node::Annotation(annotation) => annotation.page,
                };
                element.page = element.page.or(page);
                element.children.push(node);
            }
        }
        Ok(())
    }

    fn child(
        &mut self,
        kid: &Object,
        owner: ObjectId,
        page: Option<ObjectId>,
        depth: usize,
    ) -> Result<Option<Node>, Unreadable> {
        let file = self.file;
        match file.resolved(kid) {
            Some(Object::Integer(number)) => Ok(self.content(page, None, *number, owner)),
            Some(Object::Dictionary(dictionary)) => {
                let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                if let Some(number) = file.value(dictionary, b"MCID").and_then(|number| number.as_i64().ok()) {
                    let stream = dictionary.get(b"Stm").and_then(Object::as_reference).ok();
                    return Ok(self.content(page, stream, number, owner));
                }
                if let Ok(object) = dictionary.get(b"Obj") {
                    if let (Some(Object::Stream(_)), Ok(drawing)) = (file.resolved(object), object.as_reference()) {
                        return Ok(self.content(page, Some(drawing), WHOLE, owner));
                    }
                    return Ok(self.annotation(object, page, owner).map(Node::Annotation));
                }
                let id = kid.as_reference().unwrap_or(owner);
                if file.value(dictionary, b"S").and_then(file::name).is_some() {
                    return Ok(self.element(dictionary, id, owner, page, depth)?.map(Node::Element));
                }
                self.structure.errors.push(StructureError::StrangeChild(shown(id)));
                Ok(None)
            }
            _ => {
                self.structure.errors.push(StructureError::StrangeChild(shown(owner)));
                Ok(None)
            }
        }
    }

    fn content(
        &mut self,
        page: Option<ObjectId>,
        stream: Option<ObjectId>,
        number: i64,
        owner: ObjectId,
    ) -> Option<Node> {
        let page_number = page.and_then(|page| self.file.page_number(page));
        let id = stream.or(page).map(|holder| (holder, number));
        let Some((id, mark)) = id.and_then(|id| Some((id, self.contents.marks.get_mut(&id)?))) else {
            self.structure.errors.push(StructureError::NoSuchMark(page_number, number));
            return None;
        };
        self.structure.owners.entry(id).or_default().push(owner);
        // Moved, so that the text of a page is read once, however many elements claim it.
        let text = std::mem::take(&mut mark.text);
        Some(Node::Text(Text { text, page: mark.page, mark: number, language: mark.language.clone() }))
    }

    fn annotation(&mut self, object: &Object, page: Option<ObjectId>, owner: ObjectId) -> Option<Annotation> {
        let Some(Object::Dictionary(annotation)) = self.file.resolved(object) else {
            self.structure.errors.push(StructureError::StrangeChild(shown(owner)));
            return None;
        };
        if let Ok(id) = object.as_reference() {
            self.structure.annotations.entry(id).or_default().push(owner);
        }
        Some(Annotation {
            kind: self.file.value(annotation, b"Subtype").and_then(file::name).unwrap_or_default(),
            contents: self.file.text(annotation, b"Contents"),
            target: self.destinations.target(self.file, annotation),
            page: page.and_then(|page| self.file.page_number(page)),
        })
    }

    fn element(
        &mut self,
        dictionary: &Dictionary,
        id: ObjectId,
        parent: ObjectId,
        page: Option<ObjectId>,
        depth: usize,
    ) -> Result<Option<Element>, Unreadable> {
        if id != parent && !self.seen.insert(id) {
            self.structure.errors.push(StructureError::ElementTwice(shown(id)));
            return Ok(None);
        }
        if depth >= MOST_NESTING {
            self.structure.errors.push(StructureError::TooDeep);
            return Ok(None);
        }
        if dictionary.get(b"P").and_then(Object::as_reference).ok() != Some(parent) {
            self.structure.errors.push(StructureError::WrongParent(shown(id)));
        }
        let role = self.file.value(dictionary, b"S").and_then(file::name).unwrap_or_default();
        let identifier = self.file.value(dictionary, b"ID").and_then(|identifier| identifier.as_str().ok());
        if let Some(identifier) = identifier {
            self.structure.identifiers.entry(identifier.to_vec()).or_default().push(id);
        }
        let mut element = Element {
            standard_role: self.standard_role(&role),
            role,
            alt: self.text(dictionary, b"Alt")?,
            actual_text: self.text(dictionary, b"ActualText")?,
            language: self.text(dictionary, b"Lang")?,
            title: self.text(dictionary, b"T")?,
            files: self.files(dictionary)?,
            identifier: self.text(dictionary, b"ID")?,
            ..Element::default()
        };
        let is_whole = usize::from(is_read_whole(&element.standard_role));
        if self.whole + is_whole > MOST_READ_WHOLE {
            self.structure.errors.push(StructureError::TooDeep);
            return Ok(None);
        }
        self.attributes(dictionary, &mut element)?;
        self.whole += is_whole;
        self.children(dictionary, id, page, depth + 1, &mut element)?;
        self.whole -= is_whole;
        // Without content, an element is on the page that it names.
        element.page = element.page.or_else(|| page.and_then(|page| self.file.page_number(page)));
        Ok(Some(element))
    }

    fn standard_role(&self, role: &str) -> String {
        let mut role = role.to_owned();
        for _ in 0..8 {
            match self.file.value(&self.roles, role.as_bytes()).and_then(file::name) {
                Some(mapped) if mapped != role => role = mapped,
                _ => break,
            }
        }
        role
    }

    fn text(&mut self, dictionary: &Dictionary, key: &[u8]) -> Result<Option<String>, Unreadable> {
        let text = self.file.text(dictionary, key);
        self.spend(text.as_ref().map_or(0, String::len))?;
        Ok(text)
    }

    fn files(&mut self, dictionary: &Dictionary) -> Result<Vec<String>, Unreadable> {
        let mut names = Vec::new();
        for specification in self.file.array(dictionary, b"AF") {
            if let Some(Object::Dictionary(specification)) = self.file.resolved(specification) {
                names.extend(self.text(specification, b"UF")?);
            }
        }
        Ok(names)
    }

    /// Deducts from the allowance of bytes; a thousand elements can refer to one text.
    fn spend(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.left = self.left.checked_sub(bytes).ok_or(Unreadable::TooLarge)?;
        Ok(())
    }

    fn attributes(&mut self, dictionary: &Dictionary, element: &mut Element) -> Result<(), Unreadable> {
        let file = self.file;
        let Ok(one) = dictionary.get(b"A") else { return Ok(()) };
        let owners = match file.resolved(one) {
            Some(Object::Array(owners)) => owners.as_slice(),
            _ => std::slice::from_ref(one),
        };
        for owner in owners {
            let Some(Object::Dictionary(owner)) = file.resolved(owner) else { continue };
            for (name, value) in owner {
                let Some(value) = file.resolved(value) else { continue };
                if name == b"Headers" {
                    for header in value.as_array().map_or(&[][..], Vec::as_slice) {
                        let header = file.resolved(header).and_then(file::text).unwrap_or_default();
                        self.spend(header.len() + OF_TEXT)?;
                        element.headers.push(header);
                    }
                    continue;
                }
                let Some(value) = attribute(value) else { continue };
                self.spend(name.len() + value.len() + 2 * OF_TEXT)?;
                element.attributes.insert(String::from_utf8_lossy(name).into_owned(), value);
            }
        }
        Ok(())
    }
}

/// Whether the content of an element is read as one text.
fn is_read_whole(role: &str) -> bool {
    TABLE_PARTS.contains(&role) || role.strip_prefix('H').is_some_and(|level| level.parse::<u32>().is_ok())
}

fn attribute(value: &Object) -> Option<String> {
    match value {
        Object::Name(_) => file::name(value),
        Object::String(..) => file::text(value),
        Object::Integer(number) => Some(number.to_string()),
        Object::Real(number) => Some(number.to_string()),
        Object::Boolean(truth) => Some(truth.to_string()),
        Object::Array(values) if values.len() <= 16 => {
            let values: Option<Vec<String>> =
                values.iter().filter(|value| value.as_array().is_err()).map(attribute).collect();
            Some(values?.join(" "))
        }
        _ => None,
    }
}

/// An object's number as PDF writes it.
pub(super) fn shown((number, generation): ObjectId) -> String {
    format!("{number} {generation} R")
}
