//! The joined file while it is made.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, Writer, text_string};
use sha1::{Digest, Sha1};

use super::metadata::About;

/// The beginning of a file; bytes beyond ASCII tell programs that it is no text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n";

/// About as many bytes as an object takes besides what it contains.
const BYTES_OF_OBJECT: usize = 60;

/// The joined file while it is made: objects under new numbers. The content of streams is that of the parts until it is
/// written, since it is most of a file.
#[derive(Default)]
pub(super) struct Target<'a> {
    objects: BTreeMap<ObjectId, Object>,
    /// Objects that nothing changes any more, as they are written: a tenth of their size in memory.
    settled: Vec<u8>,
    settled_places: BTreeMap<u32, Range<usize>>,
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

    /// Writes what there is, except streams, with which later ones are compared.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        for (id, mut object) in std::mem::take(&mut self.objects) {
            if matches!(object, Object::Stream(_)) {
                self.objects.insert(id, object);
                continue;
            }
            replace_references(&mut object, &self.replaced);
            let start = self.settled.len();
            Writer::write_object(&mut self.settled, &object)?;
            self.settled_places.insert(id.0, start..self.settled.len());
        }
        Ok(())
    }

    /// Writes the file; its identifier follows from what it contains.
    pub(super) fn finish(mut self, catalog: ObjectId, about: &About) -> io::Result<Vec<u8>> {
        let information = self.add(information(about));
        self.settle()?;
        let length: usize = self.contents.values().map(|content| content.len()).sum();
        let count = self.objects.len() + self.settled_places.len();
        let mut file = Vec::with_capacity(length + self.settled.len() + count * BYTES_OF_OBJECT);
        file.extend_from_slice(HEADER);
        let mut offsets = BTreeMap::new();
        for number in 1..=self.last {
            let id = (number, 0);
            let settled = self.settled_places.get(&number).and_then(|place| self.settled.get(place.clone()));
            let stream = self.objects.get_mut(&id);
            if settled.is_none() && stream.is_none() {
                continue;
            }
            offsets.insert(number, file.len());
            writeln!(file, "{number} 0 obj")?;
            file.extend_from_slice(settled.unwrap_or_default());
            if let Some(stream) = stream {
                replace_references(stream, &self.replaced);
                write_stream(stream, self.contents.get(&id).copied(), &mut file)?;
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

/// Writes a stream whose content may be a part’s.
fn write_stream(object: &Object, content: Option<&[u8]>, file: &mut Vec<u8>) -> io::Result<()> {
    let (Object::Stream(stream), Some(content)) = (object, content) else {
        return Writer::write_object(file, object);
    };
    Writer::write_object(file, &Object::Dictionary(stream.dict.clone()))?;
    file.extend_from_slice(b"\nstream\n");
    file.extend_from_slice(content);
    file.extend_from_slice(b"\nendstream");
    Ok(())
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
