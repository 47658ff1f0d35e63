//! Extracts the text of each marked-content sequence from the pages. Does not depend on the tag tree.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use rayon::prelude::*;

use super::Unreadable;
use super::file::{self, File};
use super::operations::{Operations, Written};
use super::unicode_map::UnicodeMap;

const MOST_NESTING: usize = 16;
/// The greatest nesting of saved graphics states; PDF allows 28.
const MOST_SAVED: usize = 1_000;

/// The greatest number of glyphs of a right-to-left text that are reordered.
const MOST_REVERSED: usize = 10_000;
/// The estimated memory for a marked-content sequence besides its text, in bytes.
const OF_MARK: usize = 128;

/// A marked-content identifier (MCID), with the page or form XObject whose stream contains it.
pub(super) type MarkId = (ObjectId, i64);

/// In place of an identifier, for a drawing (XObject) that an element owns as a whole.
pub(super) const WHOLE: i64 = -1;

#[derive(Debug, Default)]
pub(super) struct Mark {
    pub(super) text: String,
    /// Its own `Lang`.
    pub(super) language: Option<String>,
    /// From 1.
    pub(super) page: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ContentError {
    /// Content that is neither marked nor an artifact.
    Unmarked,
    /// Two marked-content sequences have the same identifier.
    MarkTwice(i64),
    /// Marked content within other marked content or an artifact, or an artifact in marked content.
    MarkInMark,
    /// A marked-content sequence does not begin or does not end.
    Unbalanced,
    /// A part of the content cannot be parsed.
    Unparsed,
}

#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) marks: BTreeMap<MarkId, Mark>,
    pub(super) errors: BTreeSet<(usize, ContentError)>,
}

impl Contents {
    pub(super) fn read(file: &File) -> Result<Self, Unreadable> {
        let shared = Shared { file, fonts: Mutex::default(), left: AtomicUsize::new(file.allowance()) };
        let pages: Result<Vec<Contents>, Unreadable> =
            file.pages().par_iter().enumerate().map(|(index, page)| shared.page(*page, index + 1)).collect();
        let mut all = Self::default();
        for page in pages? {
            all.marks.extend(page.marks);
            all.errors.extend(page.errors);
        }
        Ok(all)
    }
}

struct Shared<'a> {
    file: &'a File,
    fonts: Mutex<BTreeMap<ObjectId, Arc<UnicodeMap>>>,
    left: AtomicUsize,
}

impl<'a> Shared<'a> {
    fn page(&'a self, page: ObjectId, number: usize) -> Result<Contents, Unreadable> {
        let mut reader = Reader {
            shared: self,
            page: number,
            contents: Contents::default(),
            scopes: Vec::new(),
            forms: Vec::new(),
            text_start: None,
            lengths: Vec::new(),
            is_reversed: false,
            reversed: Vec::new(),
        };
        let Ok(dictionary) = self.file.objects().get_dictionary(page) else { return Ok(reader.contents) };
        let empty = Dictionary::new();
        let resources = self.resources(dictionary).unwrap_or(&empty);
        let content = self.page_content(dictionary)?;
        reader.stream(&content, resources, page)?;
        Ok(reader.contents)
    }

    /// A page may inherit its resources from its parent node.
    fn resources(&self, page: &'a Dictionary) -> Option<&'a Dictionary> {
        let mut node = page;
        for _ in 0..MOST_NESTING {
            if let Some(resources) = self.file.dictionary(node, b"Resources") {
                return Some(resources);
            }
            node = self.file.dictionary(node, b"Parent")?;
        }
        None
    }

    fn page_content(&self, page: &Dictionary) -> Result<Vec<u8>, Unreadable> {
        let mut content = Vec::new();
        for stream in self.file.content_streams(page) {
            content.extend(self.unpacked(stream)?);
            content.push(b'\n');
        }
        Ok(content)
    }

    fn unpacked(&self, stream: &Stream) -> Result<Vec<u8>, Unreadable> {
        let content = File::unpacked(stream, self.left.load(Ordering::Relaxed))?;
        self.spend(content.len())?;
        Ok(content)
    }

    /// Deducts from the allowance of unpacked bytes.
    fn spend(&self, bytes: usize) -> Result<(), Unreadable> {
        let spent = |left: usize| left.checked_sub(bytes);
        let order = Ordering::Relaxed;
        self.left.fetch_update(order, order, spent).map(|_| ()).map_err(|_| Unreadable::TooLarge)
    }

    fn font(&self, object: &Object) -> Result<Option<Arc<UnicodeMap>>, Unreadable> {
        let file = self.file;
        let Some(Object::Dictionary(font)) = file.resolved(object) else { return Ok(None) };
        let read = || UnicodeMap::read(file, font, |bytes| self.spend(bytes)).map(Arc::new);
        let Ok(id) = object.as_reference() else { return read().map(Some) };
        // Hold the lock while reading the table, so that no other page reads it too.
        let mut fonts = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(map) = fonts.get(&id) {
            return Ok(Some(Arc::clone(map)));
        }
        let map = read()?;
        fonts.insert(id, Arc::clone(&map));
        Ok(Some(map))
    }
}

#[derive(Clone, Copy, Default)]
struct Scope {
    owner: Owner,
    /// Whether `ActualText` replaces the content.
    replaced: bool,
}

#[derive(Clone, Copy, Default)]
enum Owner {
    #[default]
    Nobody,
    /// Content that is not read, such as a page number.
    Artifact,
    /// A marked-content sequence, which an element may own.
    Mark(MarkId),
}

struct Reader<'a> {
    shared: &'a Shared<'a>,
    page: usize,
    contents: Contents,
    scopes: Vec<Scope>,
    forms: Vec<ObjectId>,
    /// The start of the current text in its marked-content sequence.
    text_start: Option<(usize, MarkId)>,
    /// The length in bytes of the text of each of its glyphs.
    lengths: Vec<usize>,
    is_reversed: bool,
    /// The glyphs of a right-to-left text so far, from left to right.
    reversed: Vec<String>,
}

impl Reader<'_> {
    /// Reads a content stream; form XObjects are read where they are drawn.
    fn stream(&mut self, content: &[u8], resources: &Dictionary, owner: ObjectId) -> Result<(), Unreadable> {
        let outer = self.scopes.len();
        let mut font: Option<Arc<UnicodeMap>> = None;
        let mut fonts = Vec::new();
        for written in Operations::new(content) {
            match written.operator {
                b"q" if fonts.len() < MOST_SAVED => fonts.push(font.clone()),
                b"Q" => font = fonts.pop().unwrap_or(font),
                b"BDC" | b"BMC" => self.begin(written, resources, owner)?,
                b"EMC" if self.scopes.len() > outer => {
                    self.put_in_order_at_end_of_mark()?;
                    self.scopes.pop();
                }
                b"BT" => {
                    self.is_reversed = false;
                    self.lengths.clear();
                    self.text_start = match self.scope().owner {
                        Owner::Mark(id) => self.contents.marks.get(&id).map(|mark| (mark.text.len(), id)),
                        _ => None,
                    };
                }
                b"ET" => {
                    self.put_in_order()?;
                    self.is_reversed = false;
                    self.text_start = None;
                }
                b"EMC" => self.error(ContentError::Unbalanced),
                b"Tf" => font = self.font(written, resources)?,
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    self.painted();
                    for operand in self.operands(written) {
                        self.show(&operand, font.as_deref())?;
                    }
                }
                b"Do" => self.draw(written, resources)?,
                b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"sh" | b"BI" => self.painted(),
                b"" => self.error(ContentError::Unparsed),
                _ => {}
            }
        }
        if self.scopes.len() > outer {
            self.error(ContentError::Unbalanced);
            self.scopes.truncate(outer);
        }
        Ok(())
    }

    fn operands(&mut self, written: Written<'_>) -> Vec<Object> {
        match Content::decode_iter(written.bytes).next() {
            Some(Ok(operation)) if operation.operator.as_bytes() == written.operator => operation.operands,
            _ => {
                self.error(ContentError::Unparsed);
                Vec::new()
            }
        }
    }

    fn error(&mut self, error: ContentError) {
        self.contents.errors.insert((self.page, error));
    }

    fn begin(&mut self, written: Written<'_>, resources: &Dictionary, owner: ObjectId) -> Result<(), Unreadable> {
        let operands = self.operands(written);
        let file = self.shared.file;
        let tag = operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let artifact = tag == b"Artifact";
        let properties = match operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => {
                file.dictionary(resources, b"Properties").and_then(|known| file.dictionary(known, name))
            }
            _ => None,
        };
        let mark = properties.and_then(|properties| file.value(properties, b"MCID")?.as_i64().ok());
        let mut scope = self.scope();
        if tag == b"ReversedChars" {
            self.turn_round();
        }
        if (artifact || mark.is_some()) && !matches!(scope.owner, Owner::Nobody) {
            self.error(ContentError::MarkInMark);
        }
        if artifact || mark.is_some() {
            self.put_in_order()?;
        }
        if artifact {
            scope.owner = Owner::Artifact;
        } else if let Some(number) = mark {
            let language = properties.and_then(|properties| file.text(properties, b"Lang"));
            self.mark((owner, number), language)?;
            scope.owner = Owner::Mark((owner, number));
        }
        self.scopes.push(scope);
        let said = properties.and_then(|properties| file.text(properties, b"ActualText"));
        if let Some(said) = said
            && !scope.replaced
        {
            if self.is_reversed {
                self.reversed.push(said);
            } else {
                self.note_length(said.len());
                self.append(&said)?;
            }
            self.scopes.pop();
            self.scopes.push(Scope { replaced: true, ..scope });
        }
        Ok(())
    }

    fn mark(&mut self, id: MarkId, language: Option<String>) -> Result<(), Unreadable> {
        let mark = Mark { language, page: self.page, ..Mark::default() };
        self.shared.spend(OF_MARK)?;
        if self.contents.marks.insert(id, mark).is_some() {
            self.error(ContentError::MarkTwice(id.1));
        }
        Ok(())
    }

    fn scope(&self) -> Scope {
        self.scopes.last().copied().unwrap_or_default()
    }

    fn painted(&mut self) {
        if matches!(self.scope().owner, Owner::Nobody) {
            self.error(ContentError::Unmarked);
        }
    }

    fn append(&mut self, text: &str) -> Result<(), Unreadable> {
        if let Owner::Mark(id) = self.scope().owner
            && let Some(mark) = self.contents.marks.get_mut(&id)
        {
            self.shared.spend(text.len())?;
            mark.text.push_str(text);
        }
        Ok(())
    }

    /// Moves the current text to the glyphs to be reordered, once part of it turns out to be right-to-left: each word
    /// is marked separately, a word of a single glyph is not marked at all, and all glyphs are positioned from left
    /// to right.
    fn turn_round(&mut self) {
        if self.is_reversed {
            return;
        }
        self.is_reversed = true;
        if let (Some((start, id)), Owner::Mark(owner)) = (self.text_start, self.scope().owner)
            && id == owner
            && let Some(mark) = self.contents.marks.get_mut(&id)
            && mark.text.len().saturating_sub(start) <= MOST_REVERSED
        {
            let shown = mark.text.split_off(start.min(mark.text.len()));
            let mut rest = shown.as_str();
            for length in self.lengths.drain(..) {
                let Some((glyph, behind)) = rest.split_at_checked(length) else { break };
                self.reversed.push(glyph.to_owned());
                rest = behind;
            }
        }
    }

    fn note_length(&mut self, length: usize) {
        if self.text_start.is_some() && self.lengths.len() < MOST_REVERSED {
            self.lengths.push(length);
        }
    }

    /// Flushes a right-to-left text whose marked-content sequence ends within it.
    fn put_in_order_at_end_of_mark(&mut self) -> Result<(), Unreadable> {
        let outer = self.scopes.len().checked_sub(2).and_then(|index| self.scopes.get(index));
        let outer = outer.copied().unwrap_or_default();
        let is_end =
            !matches!((self.scope().owner, outer.owner), (Owner::Mark(inner), Owner::Mark(outer)) if inner == outer);
        if is_end { self.put_in_order() } else { Ok(()) }
    }

    fn put_in_order(&mut self) -> Result<(), Unreadable> {
        let text: String = self.reversed.drain(..).rev().collect();
        self.append(&text)
    }

    fn show(&mut self, operand: &Object, font: Option<&UnicodeMap>) -> Result<(), Unreadable> {
        match operand {
            // Content without an owner is not read.
            Object::String(..) if self.scope().replaced || !matches!(self.scope().owner, Owner::Mark(_)) => Ok(()),
            Object::String(codes, _) if self.is_reversed => {
                for glyph in font.into_iter().flat_map(|font| font.glyphs(codes)) {
                    self.reversed.push(glyph);
                    if self.reversed.len() > MOST_REVERSED {
                        self.put_in_order()?;
                    }
                }
                Ok(())
            }
            Object::String(codes, _) => {
                let most = self.shared.left.load(Ordering::Relaxed);
                let mut text = String::new();
                for glyph in font.into_iter().flat_map(|font| font.glyphs(codes)) {
                    self.note_length(glyph.len());
                    text.push_str(&glyph);
                    if text.len() > most {
                        break;
                    }
                }
                self.append(&text)
            }
            Object::Array(operands) => operands.iter().try_for_each(|operand| self.show(operand, font)),
            _ => Ok(()),
        }
    }

    fn font(&mut self, written: Written<'_>, resources: &Dictionary) -> Result<Option<Arc<UnicodeMap>>, Unreadable> {
        let operands = self.operands(written);
        let Some(Object::Name(name)) = operands.first() else { return Ok(None) };
        let fonts = self.shared.file.dictionary(resources, b"Font");
        fonts.and_then(|fonts| fonts.get(name).ok()).map_or(Ok(None), |font| self.shared.font(font))
    }

    fn draw(&mut self, written: Written<'_>, resources: &Dictionary) -> Result<(), Unreadable> {
        let operands = self.operands(written);
        let shared = self.shared;
        let Some(Object::Name(name)) = operands.first() else { return Ok(()) };
        let drawings = shared.file.dictionary(resources, b"XObject");
        let Some(object) = drawings.and_then(|drawings| drawings.get(name).ok()) else { return Ok(()) };
        let (Ok(id), Some(Object::Stream(stream))) = (object.as_reference(), shared.file.resolved(object)) else {
            return Ok(());
        };
        let is_whole = shared.file.value(&stream.dict, b"StructParent").is_some_and(|key| key.as_i64().is_ok());
        if is_whole && matches!(self.scope().owner, Owner::Nobody) {
            self.mark((id, WHOLE), None)?;
            self.scopes.push(Scope { owner: Owner::Mark((id, WHOLE)), replaced: false });
            self.draw_stream(id, stream, resources)?;
            self.put_in_order()?;
            self.scopes.pop();
            return Ok(());
        }
        self.draw_stream(id, stream, resources)
    }

    fn draw_stream(&mut self, id: ObjectId, stream: &Stream, resources: &Dictionary) -> Result<(), Unreadable> {
        let shared = self.shared;
        if stream.dict.get(b"Subtype").ok().and_then(file::name).as_deref() != Some("Form") {
            self.painted();
            return Ok(());
        }
        if self.forms.contains(&id) || self.forms.len() >= MOST_NESTING {
            self.error(ContentError::Unparsed);
            return Ok(());
        }
        let content = shared.unpacked(stream)?;
        let own = shared.file.dictionary(&stream.dict, b"Resources").unwrap_or(resources);
        self.forms.push(id);
        self.stream(&content, own, id)?;
        self.forms.pop();
        Ok(())
    }
}
