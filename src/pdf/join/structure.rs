//! Tags: one document with a part for each file, and trees from content and identifiers to elements.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use lopdf::{Dictionary, Object, ObjectId, StringFormat, text_string};

use super::annotation;
use super::attachment::Attached;
use super::import::Import;
use super::page::{GREATEST_MARK, mark_of_whole};
use super::role::{Renamed, Roles};
use super::target::Target;
use crate::pdf::file::File;

/// What is said about a part.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    /// The language of a part that does not say it itself.
    pub(super) language: Option<&'a str>,
    pub(super) files: &'a [Attached],
}

/// A part’s elements.
pub(super) struct Tags<'a> {
    /// `None` if the part has no tags.
    root: Option<&'a Dictionary>,
    elements: Vec<Element<'a>>,
    /// The children of the root.
    top: Vec<Child>,
    used: BTreeSet<Vec<u8>>,
}

struct Element<'a> {
    dictionary: &'a Dictionary,
    id: ObjectId,
    page: Option<ObjectId>,
    children: Vec<Child>,
}

#[derive(Debug, Clone, Copy)]
enum Child {
    /// An element by its place in the list.
    Element(usize),
    /// Marked content of a page, or of a drawing on it.
    Mark { page: Option<ObjectId>, drawing: Option<ObjectId>, number: i64 },
    /// An annotation or drawing.
    Object { page: Option<ObjectId>, object: ObjectId },
}

/// Where the children of an element are read into.
#[derive(Clone, Copy)]
enum Parent {
    Root,
    Element(usize),
}

impl<'a> Tags<'a> {
    /// Reads a part’s elements and gives each a number in the joined file.
    pub(super) fn read(import: &mut Import<'a>, is_tagged: bool, target: &mut Target<'_>) -> Self {
        let mut tags = Self { root: None, elements: Vec::new(), top: Vec::new(), used: BTreeSet::new() };
        let file = import.file;
        if !is_tagged {
            return tags;
        }
        let Ok((_, root)) = file.tag_root() else { return tags };
        tags.root = Some(root);
        let mut met: HashSet<ObjectId> = HashSet::new();
        let mut waiting = VecDeque::from([(Parent::Root, root, None)]);
        while let Some((parent, dictionary, page)) = waiting.pop_front() {
            let mut children = Vec::new();
            for child in kids(file, dictionary) {
                if let Some(child) = tags.child(import, child, page, &mut met, target) {
                    if let Child::Element(index) = child {
                        let element = &tags.elements[index];
                        waiting.push_back((Parent::Element(index), element.dictionary, element.page));
                    }
                    children.push(child);
                }
            }
            match parent {
                Parent::Root => tags.top = children,
                Parent::Element(index) => tags.elements[index].children = children,
            }
        }
        tags
    }

    fn child(
        &mut self,
        import: &mut Import<'a>,
        object: &'a Object,
        page: Option<ObjectId>,
        met: &mut HashSet<ObjectId>,
        target: &mut Target<'_>,
    ) -> Option<Child> {
        let file = import.file;
        let dictionary = match file.resolved(object)? {
            Object::Integer(number) => return mark(page, None, *number),
            Object::Dictionary(dictionary) => dictionary,
            _ => return None,
        };
        let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        if let Some(number) = file.value(dictionary, b"MCID").and_then(|number| number.as_i64().ok()) {
            return mark(page, dictionary.get(b"Stm").and_then(Object::as_reference).ok(), number);
        }
        if let Ok(object) = dictionary.get(b"Obj") {
            return Some(Child::Object { page, object: object.as_reference().ok()? });
        }
        let role = file.value(dictionary, b"S")?.as_name().ok()?;
        let old = object.as_reference().ok();
        // An element that is in the tree twice stays where it is met first.
        if old.is_some_and(|old| !met.insert(old)) {
            return None;
        }
        self.used.insert(role.to_vec());
        let id = target.reserve();
        if let Some(old) = old {
            import.register(old, id);
        }
        self.elements.push(Element { dictionary, id, page, children: Vec::new() });
        Some(Child::Element(self.elements.len() - 1))
    }
}

fn mark(page: Option<ObjectId>, drawing: Option<ObjectId>, number: i64) -> Option<Child> {
    let is_possible = (page.is_some() || drawing.is_some()) && (0..=GREATEST_MARK).contains(&number);
    is_possible.then_some(Child::Mark { page, drawing, number })
}

fn kids<'a>(file: &'a File, dictionary: &'a Dictionary) -> &'a [Object] {
    let Ok(one) = dictionary.get(b"K") else { return &[] };
    match file.resolved(one) {
        Some(Object::Array(kids)) => kids,
        Some(_) => std::slice::from_ref(one),
        None => &[],
    }
}

/// The root of the joined file’s tags.
pub(super) struct Root {
    id: ObjectId,
    document: ObjectId,
    parts: Vec<Object>,
    namespaces: Vec<Object>,
    identifiers: BTreeMap<Vec<u8>, Object>,
    /// The elements that own content, by page or drawing of the current part.
    marks: HashMap<ObjectId, BTreeMap<i64, ObjectId>>,
    /// The elements that own annotations and drawings of the current part.
    objects: Vec<(ObjectId, ObjectId)>,
    /// Owners of content that is not of the part: pages in the joined file.
    whole_pages: Vec<(ObjectId, i64, ObjectId)>,
    numbers: Vec<Object>,
    next: i64,
}

impl Root {
    pub(super) fn new(target: &mut Target<'_>) -> Self {
        Self {
            id: target.reserve(),
            document: target.reserve(),
            parts: Vec::new(),
            namespaces: Vec::new(),
            identifiers: BTreeMap::new(),
            marks: HashMap::new(),
            objects: Vec::new(),
            whole_pages: Vec::new(),
            numbers: Vec::new(),
            next: 0,
        }
    }

    /// Adds the elements of a part below an element with its title and language.
    pub(super) fn add(
        &mut self,
        import: &mut Import<'_>,
        tags: &Tags<'_>,
        roles: &mut Roles,
        about: &About<'_>,
        target: &mut Target<'_>,
    ) {
        for role in ["Document", "Part", "P"] {
            roles.keep(role);
        }
        let renamed = roles.add(import, tags.root, &tags.used, target);
        if let Some(root) = tags.root {
            for namespace in import.file.array(root, b"Namespaces") {
                let namespace = import.copy(namespace, target);
                self.namespaces.push(namespace);
            }
        }
        let file = import.file;
        let whole = match tags.top.as_slice() {
            [Child::Element(index)] if is_document(file, tags, *index) => Some(*index),
            _ => None,
        };
        let part = whole.map_or_else(|| target.reserve(), |index| tags.elements[index].id);
        for (index, element) in tags.elements.iter().enumerate() {
            if Some(index) != whole {
                let copy = self.element(import, tags, element, &renamed, target);
                target.put(element.id, copy);
            }
        }
        let mut top = match whole {
            Some(index) => self.element(import, tags, &tags.elements[index], &renamed, target),
            None => {
                let mut top = Dictionary::from_iter([("Type", Object::Name(b"StructElem".to_vec()))]);
                top.set("K", self.children(import, &tags.top, part, None, tags, target));
                top
            }
        };
        if tags.root.is_none() {
            top.set("K", self.untagged(import, part, target));
        }
        top.set("S", Object::Name(b"Part".to_vec()));
        top.remove(b"NS");
        top.set("P", self.document);
        top.set("T", text_string(about.title));
        let said = file.text(top_language(file, whole.map(|index| tags.elements[index].dictionary)), b"Lang");
        let language = said.filter(|language| !language.trim().is_empty());
        if let Some(language) = language.as_deref().or(about.language) {
            top.set("Lang", text_string(language));
        }
        let files: Vec<Object> = about.files.iter().map(|file| Object::Reference(file.specification)).collect();
        if !files.is_empty() {
            top.set("AF", files);
        }
        target.put(part, top);
        // The parents of the elements are known from their own lists.
        for (child, parent) in parents(tags, part) {
            if let Some(element) = target.dictionary_mut(child) {
                element.set("P", parent);
            }
        }
        self.parts.push(Object::Reference(part));
    }

    fn element(
        &mut self,
        import: &mut Import<'_>,
        tags: &Tags<'_>,
        element: &Element<'_>,
        renamed: &Renamed,
        target: &mut Target<'_>,
    ) -> Dictionary {
        let file = import.file;
        let mut copy = Dictionary::new();
        for (key, value) in element.dictionary {
            let value = match key.as_slice() {
                b"K" | b"P" | b"Pg" => continue,
                b"S" => match file.resolved(value) {
                    Some(Object::Name(role)) => renamed.role(role),
                    _ => Object::Null,
                },
                b"C" => renamed.classes(file, value),
                b"ID" => import.identifier(value),
                b"A" => match element.page.and_then(|page| import.shrunk.get(&page).copied()) {
                    Some(matrix) => annotation::moved_attributes(import, value, matrix, target),
                    None => import.copy(value, target),
                },
                _ => import.copy(value, target),
            };
            if !value.is_null() {
                copy.set(key.clone(), value);
            }
        }
        copy.set("Type", Object::Name(b"StructElem".to_vec()));
        if let Ok(Object::String(identifier, _)) = copy.get(b"ID") {
            self.identifiers.entry(identifier.clone()).or_insert(Object::Reference(element.id));
        }
        let page = element.page.and_then(|page| import.number(page));
        if let Some(page) = page {
            copy.set("Pg", page);
        }
        let children = self.children(import, &element.children, element.id, page, tags, target);
        if children.as_array().is_ok_and(|children| !children.is_empty()) {
            copy.set("K", children);
        }
        copy
    }

    /// The children of an element whose content is on a page of the joined file.
    fn children(
        &mut self,
        import: &mut Import<'_>,
        children: &[Child],
        owner: ObjectId,
        own_page: Option<ObjectId>,
        tags: &Tags<'_>,
        target: &mut Target<'_>,
    ) -> Object {
        let mut copies = Vec::new();
        for child in children {
            match *child {
                Child::Element(index) => copies.push(Object::Reference(tags.elements[index].id)),
                Child::Mark { page, drawing, number } => {
                    let new = page.and_then(|page| import.number(page));
                    let Some(holder) = drawing.or(page.filter(|_| new.is_some())) else { continue };
                    self.marks.entry(holder).or_default().entry(number).or_insert(owner);
                    if drawing.is_none() && new == own_page {
                        copies.push(Object::Integer(number));
                        continue;
                    }
                    let mut mark = Dictionary::from_iter([("Type", Object::Name(b"MCR".to_vec()))]);
                    if let Some(page) = new {
                        mark.set("Pg", page);
                    }
                    if let Some(drawing) = drawing {
                        mark.set("Stm", import.reference(drawing, target));
                    }
                    mark.set("MCID", number);
                    copies.push(Object::Dictionary(mark));
                }
                Child::Object { page, object } => {
                    let mut reference = Dictionary::from_iter([("Type", Object::Name(b"OBJR".to_vec()))]);
                    if let Some(page) = page.and_then(|page| import.number(page)) {
                        reference.set("Pg", page);
                    }
                    let object_copy = import.reference(object, target);
                    if object_copy.is_null() {
                        continue;
                    }
                    reference.set("Obj", object_copy);
                    self.objects.push((object, owner));
                    copies.push(Object::Dictionary(reference));
                }
            }
        }
        Object::Array(copies)
    }

    /// A paragraph for each page of a part without tags, so that its text is read at all.
    fn untagged(&mut self, import: &Import<'_>, part: ObjectId, target: &mut Target<'_>) -> Object {
        let paragraphs = import.file.pages().iter().zip(&import.pages).map(|(old, page)| {
            let mark = mark_of_whole(import.file, *old);
            let paragraph = target.add(Dictionary::from_iter([
                ("Type", Object::Name(b"StructElem".to_vec())),
                ("S", Object::Name(b"P".to_vec())),
                ("P", Object::Reference(part)),
                ("Pg", Object::Reference(*page)),
                ("K", Object::Array(vec![Object::Integer(mark)])),
            ]));
            self.whole_pages.push((*page, mark, paragraph));
            Object::Reference(paragraph)
        });
        Object::Array(paragraphs.collect())
    }

    /// Enters the current part’s content into the tree from content to elements, after everything has been copied.
    pub(super) fn number(&mut self, import: &Import<'_>, target: &mut Target<'_>) {
        let mut holders: Vec<(ObjectId, BTreeMap<i64, ObjectId>)> = std::mem::take(&mut self.marks)
            .into_iter()
            .filter_map(|(holder, marks)| Some((import.number(holder)?, marks)))
            .collect();
        let whole = std::mem::take(&mut self.whole_pages);
        holders.extend(whole.into_iter().map(|(page, mark, owner)| (page, BTreeMap::from([(mark, owner)]))));
        holders.sort_by_key(|(holder, _)| *holder);
        for (holder, marks) in holders {
            let last = marks.keys().last().copied().unwrap_or_default();
            let owners =
                (0..=last).map(|number| marks.get(&number).map_or(Object::Null, |owner| Object::Reference(*owner)));
            let owners = Object::Array(owners.collect());
            self.enter(holder, "StructParents", owners, target);
        }
        for (object, owner) in std::mem::take(&mut self.objects) {
            if let Some(object) = import.number(object) {
                self.enter(object, "StructParent", Object::Reference(owner), target);
            }
        }
    }

    fn enter(&mut self, holder: ObjectId, key: &str, value: Object, target: &mut Target<'_>) {
        let Some(dictionary) = target.dictionary_mut(holder).filter(|dictionary| !dictionary.has(key.as_bytes()))
        else {
            return;
        };
        dictionary.set(key, self.next);
        self.numbers.extend([Object::Integer(self.next), value]);
        self.next += 1;
    }

    pub(super) fn write(self, roles: &Roles, target: &mut Target<'_>) -> ObjectId {
        target.put(
            self.document,
            Dictionary::from_iter([
                ("Type", Object::Name(b"StructElem".to_vec())),
                ("S", Object::Name(b"Document".to_vec())),
                ("P", Object::Reference(self.id)),
                ("K", Object::Array(self.parts)),
            ]),
        );
        let mut root = Dictionary::from_iter([("Type", Object::Name(b"StructTreeRoot".to_vec()))]);
        root.set("K", vec![Object::Reference(self.document)]);
        let parents = target.add(Dictionary::from_iter([("Nums", Object::Array(self.numbers))]));
        root.set("ParentTree", parents);
        root.set("ParentTreeNextKey", self.next);
        if !self.identifiers.is_empty() {
            let (first, last) = (self.identifiers.keys().next().cloned(), self.identifiers.keys().last().cloned());
            let limits: Vec<Object> =
                first.into_iter().chain(last).map(|name| Object::String(name, StringFormat::Literal)).collect();
            // Some readers ask every node but the root for its limits.
            let names = target.name_tree(self.identifiers);
            if let Some(names) = target.dictionary_mut(names) {
                names.set("Limits", limits);
            }
            root.set("IDTree", Dictionary::from_iter([("Kids", Object::Array(vec![Object::Reference(names)]))]));
        }
        roles.write(&mut root);
        if !self.namespaces.is_empty() {
            root.set("Namespaces", self.namespaces);
        }
        target.put(self.id, root);
        self.id
    }
}

/// Each element with the one that it is in; elements at the top of the part are in `part`.
fn parents(tags: &Tags<'_>, part: ObjectId) -> Vec<(ObjectId, ObjectId)> {
    let below = |children: &[Child], parent: ObjectId| {
        let elements = children.iter().filter_map(|child| match child {
            Child::Element(index) => Some(tags.elements[*index].id),
            _ => None,
        });
        elements.filter(|child| *child != parent).map(|child| (child, parent)).collect::<Vec<_>>()
    };
    let mut parents = below(&tags.top, part);
    parents.extend(tags.elements.iter().flat_map(|element| below(&element.children, element.id)));
    parents
}

/// Whether an element stands for its whole file.
fn is_document(file: &File, tags: &Tags<'_>, index: usize) -> bool {
    let role =
        file.value(tags.elements[index].dictionary, b"S").and_then(|role| role.as_name().ok()).unwrap_or_default();
    let map = tags.root.and_then(|root| file.dictionary(root, b"RoleMap"));
    let mapped = map.and_then(|map| file.value(map, role)?.as_name().ok());
    mapped.unwrap_or(role) == b"Document"
}

/// Where a part says its language: in its outermost element, or in its catalog.
fn top_language<'a>(file: &'a File, element: Option<&'a Dictionary>) -> &'a Dictionary {
    element.filter(|element| element.has(b"Lang")).unwrap_or(file.catalog())
}
