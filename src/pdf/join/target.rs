//! The joined file while it is made.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, text_string};
use sha1::{Digest, Sha1};

use super::metadata::About;

/// The joined file while it is made: objects under new numbers.
pub(super) struct Target {
    document: Document,
    /// Streams without references that are in the file already, by their content: fonts and profiles that parts share.
    shared: BTreeMap<u64, Vec<ObjectId>>,
    /// Content around that of the parts.
    brackets: BTreeMap<String, ObjectId>,
    /// Numbers of objects that others stand for.
    replaced: BTreeMap<ObjectId, ObjectId>,
}

impl Default for Target {
    fn default() -> Self {
        let mut document = Document::new();
        "1.7".clone_into(&mut document.version);
        // As parts that nenpo writes: `verify` reads cross-reference tables only.
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        Self { document, shared: BTreeMap::new(), brackets: BTreeMap::new(), replaced: BTreeMap::new() }
    }
}

impl Target {
    /// A new number, whose object follows.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.document.max_id += 1;
        (self.document.max_id, 0)
    }

    pub(super) fn put(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.document.objects.insert(id, object.into());
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.put(id, object);
        id
    }

    pub(super) fn dictionary_mut(&mut self, id: ObjectId) -> Option<&mut Dictionary> {
        match self.document.objects.get_mut(&id)? {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&mut stream.dict),
            _ => None,
        }
    }

    /// The number of an equal stream that is in the file already; otherwise remembers this one.
    pub(super) fn equal_stream(&mut self, id: ObjectId, object: &Object) -> Option<ObjectId> {
        let Object::Stream(stream) = object else { return None };
        if stream.dict.iter().any(|(_, value)| has_references(value)) {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        stream.content.hash(&mut hasher);
        let known = self.shared.entry(hasher.finish()).or_default();
        let equal = known.iter().copied().find(|id| match self.document.objects.get(id) {
            Some(Object::Stream(other)) => other.content == stream.content && other.dict == stream.dict,
            _ => false,
        });
        if equal.is_none() {
            known.push(id);
        }
        equal
    }

    /// Lets an equal object stand for one that is not written.
    pub(super) fn replace(&mut self, id: ObjectId, equal: ObjectId) {
        self.replaced.insert(id, equal);
    }

    /// Adds a piece of content; equal pieces are one.
    pub(super) fn bracket(&mut self, content: String) -> ObjectId {
        if let Some(known) = self.brackets.get(&content) {
            return *known;
        }
        let stream = Stream::new(Dictionary::new(), content.clone().into_bytes()).with_compression(false);
        let id = self.add(stream);
        self.brackets.insert(content, id);
        id
    }

    /// Adds a name tree of one node.
    pub(super) fn name_tree(&mut self, names: BTreeMap<Vec<u8>, Object>) -> ObjectId {
        let names = names.into_iter().flat_map(|(name, value)| [Object::String(name, StringFormat::Literal), value]);
        let names: Vec<Object> = names.collect();
        self.add(Dictionary::from_iter([("Names", Object::Array(names))]))
    }

    /// Writes the file; its identifier follows from what it contains.
    pub(super) fn finish(mut self, catalog: ObjectId, about: &About) -> std::io::Result<Vec<u8>> {
        let information = [
            ("Title", Some(about.title.as_str())),
            ("Author", about.author.as_deref()),
            ("Creator", Some(about.creator.as_str())),
        ];
        let mut dictionary: Dictionary =
            information.into_iter().filter_map(|(key, text)| Some((key, text_string(text?)))).collect();
        let date = about.pdf_date();
        dictionary.set("CreationDate", Object::String(date.clone().into_bytes(), StringFormat::Literal));
        dictionary.set("ModDate", Object::String(date.into_bytes(), StringFormat::Literal));
        let information = self.add(dictionary);
        let trailer = &mut self.document.trailer;
        trailer.set("Root", catalog);
        trailer.set("Info", information);
        if !self.replaced.is_empty() {
            for object in self.document.objects.values_mut() {
                replace_references(object, &self.replaced);
            }
        }
        let mut content = Vec::new();
        self.document.save_to(&mut content)?;
        let mark = Sha1::digest(&content)[..16].to_vec();
        let identifier = Object::String(mark, StringFormat::Hexadecimal);
        self.document.trailer.set("ID", Object::Array(vec![identifier.clone(), identifier]));
        content.clear();
        self.document.save_to(&mut content)?;
        Ok(content)
    }
}

fn replace_references(object: &mut Object, replaced: &BTreeMap<ObjectId, ObjectId>) {
    let dictionary = match object {
        Object::Reference(id) => {
            if let Some(equal) = replaced.get(id) {
                *id = *equal;
            }
            return;
        }
        Object::Array(items) => return items.iter_mut().for_each(|item| replace_references(item, replaced)),
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    dictionary.iter_mut().for_each(|(_, value)| replace_references(value, replaced));
}

fn has_references(object: &Object) -> bool {
    match object {
        Object::Reference(_) => true,
        Object::Array(items) => items.iter().any(has_references),
        Object::Dictionary(dictionary) => dictionary.iter().any(|(_, value)| has_references(value)),
        _ => false,
    }
}
