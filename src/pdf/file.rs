//! The objects of a PDF file, its catalog and pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream, decode_text_string};

use super::Unreadable;
use super::inventory::require_bounded;
use super::values;

/// Far above any report's PDF; a stream may unpack to a thousand times its size.
const MOST_BYTES: usize = 256 * 1024 * 1024;
/// The greatest size in bytes of a PDF of unknown origin.
pub const LARGEST_PDF: u64 = 96 * 1024 * 1024;
/// The bytes of one kind, such as page content, to which any file may unpack; the limit for a file of unknown origin.
pub const MOST_UNPACKED: usize = 64 * 1024 * 1024;
/// A file written by nenpo itself may unpack to this many times its size beyond that; text and lines compress to a
/// tenth.
const MOST_GROWTH: usize = 32;
/// The greatest size in bytes of a PDF that is joined with others, and of what its streams unpack to.
pub const LARGEST_PART: usize = MOST_BYTES;
/// In bytes; PDF allows 127.
pub(super) const LONGEST_NAME: usize = 1024;
/// Readers only look for the end-of-file marker in this many last bytes.
pub(super) const LAST_BYTES: usize = 1024;

#[derive(Debug)]
pub(super) struct File {
    objects: Arc<Document>,
    catalog: Dictionary,
    pages: Vec<ObjectId>,
    numbers: BTreeMap<ObjectId, usize>,
    allowance: usize,
    /// The bytes of text that may still be read: a thousand objects can refer to one text.
    texts: AtomicUsize,
    has_more: AtomicBool,
}

impl File {
    /// Parses a file without repairing it, since other readers might repair it differently. A file of unknown origin
    /// is checked against the bounds of `inventory` first.
    pub(super) fn read(bytes: &[u8], is_ours: bool) -> Result<Self, Unreadable> {
        if !bytes.starts_with(b"%PDF-") {
            return Err(Unreadable::NotPdf);
        }
        if bytes.len() > MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        let end = bytes.get(bytes.len().saturating_sub(LAST_BYTES)..).unwrap_or(bytes);
        if !end.windows(5).any(|window| window == b"%%EOF") {
            return Err(Unreadable::Truncated);
        }
        let mut options =
            LoadOptions { strict: true, max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
        let mut allowance = MOST_UNPACKED;
        if is_ours {
            allowance = allowance.saturating_add(bytes.len().saturating_mul(MOST_GROWTH));
        } else {
            require_bounded(bytes)?;
            options.filter = Some(unpacked_objects_left_out);
        }
        let objects = Document::load_mem_with_options(bytes, options).map_err(|error| unreadable(&error))?;
        Self::of(objects, allowance)
    }

    /// Parses a file of any program that is to be joined with others.
    pub(super) fn read_any(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST_PART {
            return Err(Unreadable::TooLarge);
        }
        let start = bytes.get(..LAST_BYTES).unwrap_or(bytes);
        if !start.windows(5).any(|window| window == b"%PDF-") {
            return Err(Unreadable::NotPdf);
        }
        Self::of(values::load(bytes)?, LARGEST_PART)
    }

    fn of(objects: Document, allowance: usize) -> Result<Self, Unreadable> {
        if objects.is_encrypted() || objects.was_encrypted() {
            return Err(Unreadable::Encrypted);
        }
        if let Some(recovery) = objects.xref_recovery {
            return Err(Unreadable::Damaged(format!("{recovery:?}")));
        }
        let catalog = objects.catalog().map_err(|error| damaged(&error))?.clone();
        let pages = pages(&objects, &catalog)?;
        if pages.is_empty() {
            return Err(Unreadable::Damaged("no page".to_owned()));
        }
        let numbers = pages.iter().enumerate().map(|(index, page)| (*page, index + 1)).collect();
        let (texts, has_more) = (AtomicUsize::new(allowance), AtomicBool::default());
        let objects = Arc::new(objects);
        Ok(Self { objects, catalog, pages, numbers, allowance, texts, has_more })
    }

    /// The same objects, of which no text has been read.
    pub(super) fn again(&self) -> Self {
        Self {
            objects: Arc::clone(&self.objects),
            catalog: self.catalog.clone(),
            pages: self.pages.clone(),
            numbers: self.numbers.clone(),
            allowance: self.allowance,
            texts: AtomicUsize::new(self.allowance),
            has_more: AtomicBool::default(),
        }
    }

    /// Fails if a text was left out because of the limit.
    pub(super) fn require_all(&self) -> Result<(), Unreadable> {
        if self.has_more.load(Ordering::Relaxed) { Err(Unreadable::TooLarge) } else { Ok(()) }
    }

    /// The number of bytes of one kind, such as page content, that may be unpacked.
    pub(super) fn allowance(&self) -> usize {
        self.allowance
    }

    pub(super) fn objects(&self) -> &Document {
        &self.objects
    }

    pub(super) fn catalog(&self) -> &Dictionary {
        &self.catalog
    }

    pub(super) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    /// From 1.
    pub(super) fn page_number(&self, page: ObjectId) -> Option<usize> {
        self.numbers.get(&page).copied()
    }

    pub(super) fn tag_root(&self) -> Result<(ObjectId, &Dictionary), Unreadable> {
        let marked =
            self.dictionary(&self.catalog, b"MarkInfo").and_then(|information| information.get(b"Marked").ok());
        if !marked.is_some_and(|marked| matches!(self.resolved(marked), Some(Object::Boolean(true)))) {
            return Err(Unreadable::Untagged);
        }
        let root = self.catalog.get(b"StructTreeRoot").and_then(Object::as_reference);
        let root = root.map_err(|_| Unreadable::Untagged)?;
        Ok((root, self.objects.get_dictionary(root).map_err(|_| Unreadable::Untagged)?))
    }

    /// Follows a reference, if the object is one.
    pub(super) fn resolved<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.objects.dereference(object).ok().map(|(_, object)| object)
    }

    pub(super) fn value<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        dictionary.get(key).ok().and_then(|object| self.resolved(object))
    }

    pub(super) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.value(dictionary, key)?.as_dict().ok()
    }

    /// Empty if the dictionary has no such array.
    pub(super) fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> &'a [Object] {
        self.value(dictionary, key).and_then(|array| array.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    /// The streams that a page’s content consists of, in their order.
    pub(super) fn content_streams<'a>(&'a self, page: &'a Dictionary) -> impl Iterator<Item = &'a Stream> {
        let streams = match self.value(page, b"Contents") {
            Some(Object::Array(streams)) => streams.as_slice(),
            Some(stream) => std::slice::from_ref(stream),
            None => &[],
        };
        streams.iter().filter_map(|stream| self.resolved(stream)?.as_stream().ok())
    }

    /// `None` also after the limit for texts is reached.
    pub(super) fn text(&self, dictionary: &Dictionary, key: &[u8]) -> Option<String> {
        let object = self.value(dictionary, key)?;
        let length = object.as_str().map_or(0, <[u8]>::len);
        let order = Ordering::Relaxed;
        if self.texts.fetch_update(order, order, |left| left.checked_sub(length)).is_err() {
            self.has_more.store(true, order);
            return None;
        }
        text(object)
    }

    pub(super) fn information(&self, key: &str) -> Option<String> {
        self.text(self.dictionary(&self.objects.trailer, b"Info")?, key.as_bytes())
    }

    pub(super) fn unpacked(stream: &Stream, most: usize) -> Result<Vec<u8>, Unreadable> {
        stream.get_plain_content_with_limit(most).map_err(|error| match error {
            lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Unreadable::TooLarge,
            other => damaged(&other),
        })
    }
}

/// Skips object streams, which nenpo never writes.
fn unpacked_objects_left_out(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let is_packed = object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"ObjStm"));
    (!is_packed).then_some((id, Object::Null))
}

pub(super) fn text(object: &Object) -> Option<String> {
    decode_text_string(object).ok()
}

/// `None` if the name is longer than `LONGEST_NAME`.
pub(super) fn name(object: &Object) -> Option<String> {
    let name = object.as_name().ok().filter(|name| name.len() <= LONGEST_NAME);
    name.map(|name| String::from_utf8_lossy(name).into_owned())
}

/// The pages in their order. What is no dictionary among the children of a node is passed over, as other programs do.
fn pages(objects: &Document, catalog: &Dictionary) -> Result<Vec<ObjectId>, Unreadable> {
    let children = |node: ObjectId| -> Option<Vec<ObjectId>> {
        let kids = objects.get_dictionary(node).ok()?.get(b"Kids").ok()?;
        let (_, kids) = objects.dereference(kids).ok()?;
        let mut children: Vec<ObjectId> =
            kids.as_array().ok()?.iter().filter_map(|kid| kid.as_reference().ok()).collect();
        children.reverse();
        Some(children)
    };
    let root = catalog.get(b"Pages").and_then(Object::as_reference).map_err(|error| damaged(&error))?;
    let mut pages = Vec::new();
    let mut met = BTreeSet::from([root]);
    let mut waiting = children(root).unwrap_or_default();
    while let Some(child) = waiting.pop() {
        match children(child) {
            // Whether it is in a circle or in the tree twice, its pages would be counted again and again.
            Some(_) if !met.insert(child) => return Err(Unreadable::Damaged("page tree".to_owned())),
            Some(below) => waiting.extend(below),
            None if objects.get_dictionary(child).is_ok() => pages.push(child),
            None => {}
        }
    }
    Ok(pages)
}

/// Why the parser failed.
pub(super) fn unreadable(error: &lopdf::Error) -> Unreadable {
    match error {
        lopdf::Error::InvalidPassword => Unreadable::Encrypted,
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Unreadable::TooLarge,
        error => damaged(error),
    }
}

fn damaged(error: &lopdf::Error) -> Unreadable {
    Unreadable::Damaged(match error {
        // The library's message asks users to write to its authors.
        lopdf::Error::Unimplemented(what) => (*what).to_owned(),
        other => other.to_string(),
    })
}
