//! The joined file while it is made.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, Writer, text_string};
use sha1::{Digest, Sha1};

use super::metadata::About;

/// The beginning of a file; bytes beyond ASCII tell programs that it is no text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n";

/// About as many bytes as an object takes besides the content of its stream.
const BYTES_OF_OBJECT: usize = 160;

/// The joined file while it is made: objects under new numbers. The content of streams is that of the parts until it is
/// written, since it is most of a file.
#[derive(Default)]
pub(super) struct Target<'a> {
    objects: BTreeMap<ObjectId, Object>,
    contents: HashMap<ObjectId, &'a [u8]>,
    last: u32,
    /// Streams without references that are in the file already, by their content: fonts and profiles that parts share.
    shared: BTreeMap<u64, Vec<ObjectId>>,
    /// Content around that of the parts.
    brackets: BTreeMap<String, ObjectId>,
    /// Numbers of objects that others stand for.
    replaced: BTreeMap<ObjectId, ObjectId>,
}

impl<'a> Target<'a> {
    /// A new number, whose object follows.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.last += 1;
        (self.last, 0)
    }

    pub(super) fn put(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.objects.insert(id, object.into());
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.put(id, object);
        id
    }

    pub(super) fn dictionary_mut(&mut self, id: ObjectId) -> Option<&mut Dictionary> {
        match self.objects.get_mut(&id)? {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&mut stream.dict),
            _ => None,
        }
    }

    /// Puts a stream whose content is a part’s; an equal one that is in the file already stands for it. Returns the
    /// number of the one that is written.
    pub(super) fn put_stream(&mut self, id: ObjectId, dictionary: Dictionary, content: &'a [u8]) -> ObjectId {
        if !dictionary.iter().any(|(_, value)| has_references(value)) {
            let mut hasher = DefaultHasher::new();
            content.hash(&mut hasher);
            let known = self.shared.entry(hasher.finish()).or_default();
            let equal = known.iter().copied().find(|known| {
                let is_equal = |other: &Object| matches!(other, Object::Stream(other) if other.dict == dictionary);
                self.contents.get(known) == Some(&content) && self.objects.get(known).is_some_and(is_equal)
            });
            match equal {
                Some(equal) => {
                    self.replaced.insert(id, equal);
                    return equal;
                }
                None => known.push(id),
            }
        }
        self.contents.insert(id, content);
        let empty = Stream { dict: dictionary, content: Vec::new(), allows_compression: false, start_position: None };
        self.put(id, empty);
        id
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
    pub(super) fn finish(mut self, catalog: ObjectId, about: &About) -> io::Result<Vec<u8>> {
        let information = self.add(information(about));
        if !self.replaced.is_empty() {
            for object in self.objects.values_mut() {
                replace_references(object, &self.replaced);
            }
        }
        let length: usize = self.contents.values().map(|content| content.len()).sum();
        let mut file = Vec::with_capacity(length + self.objects.len() * BYTES_OF_OBJECT);
        file.extend_from_slice(HEADER);
        let mut offsets = BTreeMap::new();
        for (id, object) in &self.objects {
            offsets.insert(id.0, file.len());
            writeln!(file, "{} {} obj", id.0, id.1)?;
            match (object, self.contents.get(id)) {
                (Object::Stream(stream), Some(content)) => {
                    Writer::write_object(&mut file, &Object::Dictionary(stream.dict.clone()))?;
                    file.extend_from_slice(b"\nstream\n");
                    file.extend_from_slice(content);
                    file.extend_from_slice(b"\nendstream");
                }
                _ => Writer::write_object(&mut file, object)?,
            }
            file.extend_from_slice(b"\nendobj\n");
        }
        let table = file.len();
        write!(file, "xref\n0 {}\n", self.last + 1)?;
        for number in 0..=self.last {
            match offsets.get(&number) {
                Some(offset) => writeln!(file, "{offset:010} 00000 n ")?,
                None => writeln!(file, "0000000000 65535 f ")?,
            }
        }
        let mark = Object::String(Sha1::digest(&file)[..16].to_vec(), StringFormat::Hexadecimal);
        let trailer = Dictionary::from_iter([
            ("Size", Object::Integer(i64::from(self.last) + 1)),
            ("Root", Object::Reference(catalog)),
            ("Info", Object::Reference(information)),
            ("ID", Object::Array(vec![mark.clone(), mark])),
        ]);
        file.extend_from_slice(b"trailer\n");
        Writer::write_object(&mut file, &Object::Dictionary(trailer))?;
        write!(file, "\nstartxref\n{table}\n%%EOF\n")?;
        Ok(file)
    }
}

fn information(about: &About) -> Dictionary {
    let date = Object::String(about.pdf_date().into_bytes(), StringFormat::Literal);
    let texts = [
        ("Title", Some(about.title.as_str())),
        ("Author", about.author.as_deref()),
        ("Creator", Some(about.creator.as_str())),
    ];
    let texts = texts.into_iter().filter_map(|(key, text)| Some((key, text_string(text?))));
    texts.chain([("CreationDate", date.clone()), ("ModDate", date)]).collect()
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
