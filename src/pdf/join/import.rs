//! Copies objects of a part into the joined file, with everything that they refer to.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, text_string};

use super::annotation;
use super::colour::{DefaultColour, Profile};
use super::field;
use super::geometry::{Geometry, Matrix};
use super::target::Target;
use super::{DescribedLink, InnerLink, LINK_ADDRESS, PageChange};
use crate::pdf::entries::entries;
use crate::pdf::file::File;

/// Dictionaries nested in each other within one object; the parser allows fewer than this.
const MOST_NESTING: usize = 300;

/// Where links within the joined file lead.
#[derive(Debug, Clone, Default)]
pub(super) struct InnerLinks(Arc<Vec<(LinkTarget, Object)>>);

#[derive(Debug, Clone)]
enum LinkTarget {
    Page(ObjectId),
    File(String),
    Nowhere,
}

impl InnerLinks {
    pub(super) fn new(links: &[DescribedLink], first_pages: &[Option<ObjectId>]) -> Self {
        let target = |link: &DescribedLink| match &link.target {
            InnerLink::Part(part) => {
                first_pages.get(*part).copied().flatten().map_or(LinkTarget::Nowhere, LinkTarget::Page)
            }
            InnerLink::File(path) => LinkTarget::File(path.clone()),
            InnerLink::Nowhere => LinkTarget::Nowhere,
        };
        Self(Arc::new(links.iter().map(|link| (target(link), text_string(&link.description))).collect()))
    }

    fn link(&self, action: &Dictionary) -> Option<&(LinkTarget, Object)> {
        let address = action.get(b"URI").ok()?.as_str().ok()?;
        let number = std::str::from_utf8(address.strip_prefix(LINK_ADDRESS.as_bytes())?).ok()?;
        self.0.get(number.parse::<usize>().ok()?)
    }

    /// The action in place of one that opens the address of a link; `None` for other actions.
    fn action(&self, action: &Dictionary) -> Option<Dictionary> {
        let mut replaced = Dictionary::new();
        match &self.link(action)?.0 {
            LinkTarget::Page(page) => {
                replaced.set("S", Object::Name(b"GoTo".to_vec()));
                replaced.set("D", Object::Array(vec![Object::Reference(*page), Object::Name(b"Fit".to_vec())]));
            }
            LinkTarget::File(path) => {
                replaced.set("S", Object::Name(b"GoToR".to_vec()));
                replaced.set("F", Object::String(path.clone().into_bytes(), StringFormat::Literal));
                replaced.set("D", Object::Array(vec![Object::Integer(0), Object::Name(b"Fit".to_vec())]));
            }
            LinkTarget::Nowhere => return None,
        }
        Some(replaced)
    }
}

/// A part on its way into the joined file.
pub(super) struct Import<'a> {
    pub(super) file: &'a File,
    /// Precedes names that two parts may both use.
    pub(super) prefix: String,
    /// The pages in the joined file, in order.
    pub(super) pages: Vec<ObjectId>,
    /// The new numbers; `None` for what is left out.
    numbers: HashMap<ObjectId, Option<ObjectId>>,
    waiting: VecDeque<(ObjectId, ObjectId)>,
    pub(super) links: InnerLinks,
    /// The transformations of pages that are made smaller, by their number in the part.
    pub(super) shrunk: HashMap<ObjectId, Matrix>,
    /// The annotations of these pages.
    annotations: HashMap<ObjectId, Matrix>,
    /// Destinations that are named both by a name and by a string.
    named_twice: BTreeSet<Vec<u8>>,
    /// New names of the fonts of its form.
    pub(super) fonts: BTreeMap<Vec<u8>, Vec<u8>>,
    /// What colours without profile mean in this part, if that differs from the joined file.
    colour: Option<DefaultColour<'a>>,
}

impl<'a> Import<'a> {
    pub(super) fn new(
        file: &'a File,
        prefix: String,
        changes: &[PageChange],
        common: Option<&Profile<'_>>,
        target: &mut Target<'_>,
    ) -> Self {
        let mut numbers = HashMap::new();
        let mut pages = Vec::new();
        let mut shrunk = HashMap::new();
        let mut annotations = HashMap::new();
        for (index, page) in file.pages().iter().enumerate() {
            let id = target.reserve();
            pages.push(id);
            // A page that is in the tree twice is copied twice; links lead to the first.
            numbers.entry(*page).or_insert(Some(id));
            let change = changes.get(index).and_then(|change| change.shrink.as_ref());
            if let (Some(change), Ok(dictionary)) = (change, file.objects().get_dictionary(*page)) {
                let matrix = Geometry::of(file, dictionary).shrunk(change);
                shrunk.insert(*page, matrix);
                let on_page = file.array(dictionary, b"Annots").iter().filter_map(|object| object.as_reference().ok());
                annotations.extend(on_page.map(|id| (id, matrix)));
            }
        }
        let colour = DefaultColour::of(file, common);
        let (waiting, links) = (VecDeque::new(), InnerLinks::default());
        let named_twice = named_twice(file);
        let fonts = BTreeMap::new();
        Self { file, prefix, pages, numbers, waiting, links, shrunk, annotations, named_twice, fonts, colour }
    }

    /// Gives an object of the part a number without copying it.
    pub(super) fn register(&mut self, id: ObjectId, new: ObjectId) {
        self.numbers.insert(id, Some(new));
    }

    /// The number of an object that has been copied.
    pub(super) fn number(&self, id: ObjectId) -> Option<ObjectId> {
        self.numbers.get(&id).copied().flatten()
    }

    /// The number of an object, which is copied by [`Self::run`] unless it has been.
    pub(super) fn reference(&mut self, id: ObjectId, target: &mut Target<'_>) -> Object {
        if let Some(known) = self.numbers.get(&id) {
            return known.map_or(Object::Null, Object::Reference);
        }
        // A reference to nothing is null; in the joined file it might be another part’s object.
        let found = self.file.objects().objects.get(&id).filter(|object| !is_left_out(object));
        let new = found.map(|_| target.reserve());
        self.numbers.insert(id, new);
        self.waiting.extend(new.map(|new| (id, new)));
        new.map_or(Object::Null, Object::Reference)
    }

    /// Copies everything that has been referred to.
    pub(super) fn run(&mut self, target: &mut Target<'a>) {
        while let Some((id, new)) = self.waiting.pop_front() {
            let file = self.file;
            match file.objects().objects.get(&id).and_then(|object| file.resolved(object)) {
                Some(Object::Stream(stream)) => {
                    let dictionary = self.stream_dictionary(stream, target);
                    let put = target.put_stream(new, dictionary, &stream.content);
                    self.numbers.insert(id, Some(put));
                }
                Some(object) => {
                    let mut copy = self.copy(object, target);
                    if let (Some(matrix), Object::Dictionary(annotation)) = (self.annotations.get(&id), &mut copy) {
                        annotation::transform(annotation, *matrix);
                    }
                    let page = annotation::page_of_bead(object).and_then(|page| self.shrunk.get(&page));
                    if let (Some(matrix), Object::Dictionary(bead)) = (page, &mut copy) {
                        annotation::transform_entry(bead, b"R", *matrix);
                    }
                    target.put(new, copy);
                }
                None => target.put(new, Object::Null),
            }
        }
    }

    fn stream_dictionary(&mut self, stream: &Stream, target: &mut Target<'_>) -> Dictionary {
        // The length may be an object of its own, which would be left over.
        let mut original = stream.dict.clone();
        original.remove(b"Length");
        let mut copy = self.dictionary(&original, 0, target);
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if is_form && !copy.has(b"Resources") {
            let mut resources = Dictionary::new();
            self.default_colour(None, &mut resources, target);
            if !resources.is_empty() {
                copy.set("Resources", resources);
            }
        }
        copy.set("Length", i64::try_from(stream.content.len()).unwrap_or_default());
        copy
    }

    /// A copy of an object with the numbers of the joined file.
    pub(super) fn copy(&mut self, object: &Object, target: &mut Target<'_>) -> Object {
        self.nested(object, 0, target)
    }

    pub(super) fn copy_dictionary(&mut self, dictionary: &Dictionary, target: &mut Target<'_>) -> Dictionary {
        self.dictionary(dictionary, 0, target)
    }

    fn nested(&mut self, object: &Object, depth: usize, target: &mut Target<'_>) -> Object {
        if depth > MOST_NESTING {
            return Object::Null;
        }
        match object {
            Object::Reference(id) => self.reference(*id, target),
            Object::Array(items) => {
                let mut copies: Vec<Object> = items.iter().map(|item| self.nested(item, depth + 1, target)).collect();
                if let Some(matrix) = items.first().and_then(|page| self.shrunk.get(&page.as_reference().ok()?)) {
                    annotation::transform_destination(&mut copies, *matrix);
                }
                Object::Array(copies)
            }
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary, depth, target)),
            // A stream is an object by itself.
            Object::Stream(_) => Object::Null,
            other => other.clone(),
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary, depth: usize, target: &mut Target<'_>) -> Dictionary {
        let kind = dictionary.get(b"S").and_then(Object::as_name).unwrap_or_default();
        if kind == b"URI"
            && let Some(action) = self.links.action(dictionary)
        {
            return action;
        }
        let link = self.file.dictionary(dictionary, b"A").and_then(|action| self.links.link(action));
        let description = link.map(|(_, description)| description.clone());
        let mut copy = Dictionary::new();
        for (key, value) in dictionary {
            let value = match key.as_slice() {
                b"Contents" if description.is_some() => description.clone().unwrap_or(Object::Null),
                // New ones follow from the elements.
                b"StructParent" | b"StructParents" => continue,
                b"Dest" => self.destination(value, depth, target),
                b"D" if kind == b"GoTo" => self.destination(value, depth, target),
                b"DA" => self.appearance(value),
                b"Headers" => self.headers(value, depth, target),
                b"Resources" => match self.file.resolved(value) {
                    Some(Object::Dictionary(resources)) if self.colour.is_some() => {
                        let mut copy = self.dictionary(resources, depth + 1, target);
                        self.default_colour(Some(resources), &mut copy, target);
                        Object::Dictionary(copy)
                    }
                    _ => self.nested(value, depth + 1, target),
                },
                _ => self.nested(value, depth + 1, target),
            };
            copy.set(key.clone(), value);
        }
        copy
    }

    fn headers(&mut self, value: &Object, depth: usize, target: &mut Target<'_>) -> Object {
        match self.file.resolved(value) {
            Some(Object::Array(headers)) => {
                Object::Array(headers.iter().map(|header| self.identifier(header)).collect())
            }
            _ => self.nested(value, depth + 1, target),
        }
    }

    /// An identifier of an element, with the prefix of its part.
    pub(super) fn identifier(&self, object: &Object) -> Object {
        match self.file.resolved(object) {
            Some(Object::String(name, format)) => Object::String(self.prefixed(name), *format),
            _ => Object::Null,
        }
    }

    pub(super) fn prefixed(&self, name: &[u8]) -> Vec<u8> {
        [self.prefix.as_bytes(), name].concat()
    }

    /// A destination, whose name gets the prefix of its part.
    pub(super) fn destination(&mut self, value: &Object, depth: usize, target: &mut Target<'_>) -> Object {
        match self.file.resolved(value) {
            Some(Object::Name(name)) => Object::String(self.destination_by_name(name), StringFormat::Literal),
            Some(Object::String(name, _)) => Object::String(self.prefixed(name), StringFormat::Literal),
            _ => self.nested(value, depth + 1, target),
        }
    }

    /// Adds the named destinations of both kinds.
    pub(super) fn destinations(&mut self, target: &mut Target<'_>, names: &mut BTreeMap<Vec<u8>, Object>) {
        let file = self.file;
        let by_name = by_name(file).map(|(name, place)| (self.destination_by_name(name), place));
        let by_string = by_string(file).into_iter().map(|(name, place)| (self.prefixed(name), place));
        for (name, place) in by_name.chain(by_string).collect::<Vec<_>>() {
            let Some(place) = file.resolved(place) else { continue };
            let place = self.copy(place, target);
            names.insert(name, place);
        }
    }

    /// The name of a font of its form.
    pub(super) fn new_name(&self, name: &[u8]) -> Vec<u8> {
        self.fonts.get(name).cloned().unwrap_or_else(|| name.to_vec())
    }

    /// How a field is filled in, with the new names of its fonts.
    pub(super) fn appearance(&self, value: &Object) -> Object {
        match self.file.resolved(value) {
            Some(Object::String(appearance, format)) => {
                Object::String(field::with_new_names(appearance, &self.fonts), *format)
            }
            _ => Object::Null,
        }
    }

    /// The name of a destination that has a name in the catalog’s `Dests`; a slash keeps it apart from a string.
    fn destination_by_name(&self, name: &[u8]) -> Vec<u8> {
        if self.named_twice.contains(name) { self.prefixed(&[b"/", name].concat()) } else { self.prefixed(name) }
    }

    /// The article threads of the part.
    pub(super) fn threads(&mut self, target: &mut Target<'_>) -> Vec<Object> {
        let file = self.file;
        let threads = file.array(file.catalog(), b"Threads").iter().map(|thread| self.copy(thread, target));
        threads.filter(|thread| !thread.is_null()).collect()
    }

    /// Says what colours without profile mean, if the part has another profile than the joined file.
    pub(super) fn default_colour(
        &mut self,
        original: Option<&Dictionary>,
        copy: &mut Dictionary,
        target: &mut Target<'_>,
    ) {
        let Some(colour) = self.colour.clone() else { return };
        // Spaces may be shared by reference with resources that are not a page’s.
        let spaces = original.and_then(|original| self.file.dictionary(original, b"ColorSpace"));
        let mut spaces = spaces.map(|spaces| self.copy_dictionary(spaces, target)).unwrap_or_default();
        if !spaces.has(colour.key()) {
            let profile = self.copy(colour.profile, target);
            spaces.set(colour.key(), Object::Array(vec![Object::Name(b"ICCBased".to_vec()), profile]));
        }
        copy.set("ColorSpace", spaces);
    }
}

/// The destinations in the catalog’s own dictionary, an old form.
fn by_name(file: &File) -> impl Iterator<Item = (&[u8], &Object)> {
    let destinations = file.dictionary(file.catalog(), b"Dests").into_iter().flat_map(Dictionary::iter);
    destinations.map(|(name, place)| (name.as_slice(), place))
}

/// The destinations in the tree of names.
fn by_string(file: &File) -> Vec<(&[u8], &Object)> {
    let names = file.dictionary(file.catalog(), b"Names");
    let tree = names.and_then(|names| file.dictionary(names, b"Dests"));
    let tree = tree.map(|tree| entries(file, tree, b"Names")).unwrap_or_default();
    tree.into_iter().filter_map(|(name, place)| Some((name.as_str().ok()?, place))).collect()
}

fn named_twice(file: &File) -> BTreeSet<Vec<u8>> {
    let strings: BTreeSet<&[u8]> = by_string(file).into_iter().map(|(name, _)| name).collect();
    by_name(file).filter(|(name, _)| strings.contains(name)).map(|(name, _)| name.to_vec()).collect()
}

/// Whether an object belongs to what the joined file makes anew; a page or element that is registered is not asked for.
fn is_left_out(object: &Object) -> bool {
    const LEFT_OUT: [&[u8]; 7] = [b"Catalog", b"Pages", b"Page", b"StructTreeRoot", b"StructElem", b"ObjStm", b"XRef"];
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        _ => return false,
    };
    dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| LEFT_OUT.contains(&kind))
}
