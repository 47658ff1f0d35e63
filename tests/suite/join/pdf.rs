//! Reads what of a PDF joining has to keep, apart from the product’s own reader: pages, links, bookmarks, labels, layers,
//! fields, attachments. Circles end; what is no object is null.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

/// A file.
pub(crate) struct Pdf {
    pub(crate) document: Document,
    pub(crate) pages: Vec<ObjectId>,
}

/// The box of a page as it is displayed, its rotation and the size of its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Geometry {
    pub(crate) media: Vec<f64>,
    pub(crate) crop: Vec<f64>,
    pub(crate) rotation: i64,
    pub(crate) unit: f64,
}

/// Where a link or bookmark leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Target {
    /// To a page, from 0, with the view of it.
    Page(usize, String),
    Uri(String),
    /// To a file, as the action says it.
    File(String),
    /// To something that is not there.
    Nowhere,
    /// It does something else, or nothing.
    Other(String),
}

/// A link on a page, from 0.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    pub(crate) page: usize,
    pub(crate) contents: String,
    pub(crate) target: Target,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    pub(crate) target: Target,
    pub(crate) is_open: bool,
    pub(crate) below: Vec<Bookmark>,
}

/// A layer that a page uses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layer {
    pub(crate) page: usize,
    pub(crate) name: String,
    pub(crate) is_shown: bool,
    pub(crate) is_locked: bool,
}

/// A form field that has a value of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) value: String,
    /// How its text looks: its own instruction, or that of the form.
    pub(crate) look: String,
    pub(crate) widgets: usize,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut pdf = Self { document: Document::load_mem(bytes).unwrap(), pages: Vec::new() };
        let mut pages = Vec::new();
        if let Ok(root) = pdf.catalog().get(b"Pages").and_then(Object::as_reference) {
            pdf.leaves(root, &mut BTreeSet::new(), &mut pages);
        }
        pdf.pages = pages;
        pdf
    }

    fn leaves(&self, node: ObjectId, above: &mut BTreeSet<ObjectId>, pages: &mut Vec<ObjectId>) {
        let Ok(dictionary) = self.document.get_dictionary(node) else { return };
        if !dictionary.has(b"Kids") {
            pages.push(node);
            return;
        }
        if above.insert(node) {
            for kid in self.array(dictionary, "Kids") {
                if let Ok(kid) = kid.as_reference() {
                    self.leaves(kid, above, pages);
                }
            }
            above.remove(&node);
        }
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    pub(crate) fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        let mut object = object;
        for _ in 0..16 {
            match object {
                Object::Reference(id) => object = self.document.objects.get(id).unwrap_or(&Object::Null),
                other => return other,
            }
        }
        &Object::Null
    }

    pub(crate) fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        dictionary.get(key.as_bytes()).map_or(&Object::Null, |value| self.resolved(value))
    }

    pub(crate) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        as_dictionary(self.get(dictionary, key))
    }

    pub(crate) fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a [Object] {
        self.get(dictionary, key).as_array().map_or(&[], Vec::as_slice)
    }

    pub(crate) fn text(&self, dictionary: &Dictionary, key: &str) -> String {
        decode_text_string(self.get(dictionary, key)).unwrap_or_default()
    }

    pub(crate) fn name(&self, dictionary: &Dictionary, key: &str) -> String {
        self.get(dictionary, key).as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    }

    /// The entries of a tree of names (`Names`) or numbers (`Nums`).
    pub(crate) fn entries<'a>(&'a self, root: &'a Dictionary, key: &str) -> Vec<(&'a Object, &'a Object)> {
        let mut entries = Vec::new();
        let mut waiting = vec![root];
        let mut met = BTreeSet::new();
        while let Some(node) = waiting.pop() {
            let pairs = self.array(node, key).chunks_exact(2);
            entries.extend(pairs.map(|pair| (self.resolved(&pair[0]), &pair[1])));
            for kid in self.array(node, "Kids").iter().rev() {
                if kid.as_reference().is_ok_and(|id| met.insert(id))
                    && let Some(kid) = as_dictionary(self.resolved(kid))
                {
                    waiting.push(kid);
                }
            }
        }
        entries
    }

    fn page(&self, index: usize) -> &Dictionary {
        self.document.get_dictionary(self.pages[index]).unwrap()
    }

    fn inherited<'a>(&'a self, page: &'a Dictionary, key: &str) -> &'a Object {
        let mut node = page;
        for _ in 0..1_000 {
            if !self.get(node, key).is_null() {
                return self.get(node, key);
            }
            match self.dictionary(node, "Parent") {
                Some(parent) => node = parent,
                None => break,
            }
        }
        &Object::Null
    }

    pub(crate) fn geometry(&self) -> Vec<Geometry> {
        let of_page = |index| {
            let page = self.page(index);
            let media =
                self.rectangle(self.inherited(page, "MediaBox")).unwrap_or_else(|| vec![0.0, 0.0, 612.0, 792.0]);
            let crop = self.rectangle(self.inherited(page, "CropBox")).unwrap_or_else(|| media.clone());
            // What is displayed is within the medium.
            let inner = |index: usize| {
                if index < 2 { crop[index].max(media[index]) } else { crop[index].min(media[index]) }
            };
            let rotation = self.inherited(page, "Rotate").as_i64().unwrap_or(0).rem_euclid(360);
            let unit = number(self.get(page, "UserUnit")).unwrap_or(1.0);
            Geometry { crop: (0..4).map(inner).collect(), media, rotation, unit }
        };
        (0..self.pages.len()).map(of_page).collect()
    }

    fn rectangle(&self, object: &Object) -> Option<Vec<f64>> {
        let numbers = object.as_array().ok()?.iter().map(|side| number(self.resolved(side)));
        let sides: Vec<f64> = numbers.collect::<Option<_>>()?;
        let [left, bottom, right, top] = sides.as_slice() else { return None };
        Some(vec![left.min(*right), bottom.min(*top), left.max(*right), bottom.max(*top)])
    }

    /// The content of a page, without compression.
    pub(crate) fn content(&self, index: usize) -> Vec<u8> {
        let contents = self.get(self.page(index), "Contents");
        let streams = match contents {
            Object::Array(streams) => streams.as_slice(),
            other => std::slice::from_ref(other),
        };
        let streams = streams.iter().filter_map(|stream| self.resolved(stream).as_stream().ok());
        let pieces: Vec<Vec<u8>> =
            streams.map(|stream| stream.get_plain_content().unwrap_or_else(|_| stream.content.clone())).collect();
        pieces.join(&b'\n')
    }

    pub(crate) fn annotations(&self, index: usize) -> Vec<&Dictionary> {
        let annotations = self.array(self.page(index), "Annots").iter();
        annotations.filter_map(|annotation| as_dictionary(self.resolved(annotation))).collect()
    }

    pub(crate) fn links(&self) -> Vec<Link> {
        let of_page = |page| {
            let links =
                self.annotations(page).into_iter().filter(|annotation| self.name(annotation, "Subtype") == "Link");
            links.map(move |link| Link { page, contents: self.text(link, "Contents"), target: self.target(link) })
        };
        (0..self.pages.len()).flat_map(of_page).collect()
    }

    pub(crate) fn target(&self, holder: &Dictionary) -> Target {
        if holder.has(b"Dest") {
            return self.destination(self.get(holder, "Dest"));
        }
        let Some(action) = self.dictionary(holder, "A") else { return Target::Other(String::new()) };
        match self.name(action, "S").as_str() {
            "GoTo" => self.destination(self.get(action, "D")),
            "URI" => Target::Uri(self.text(action, "URI")),
            "GoToR" => Target::File(format!("{:?} {:?}", self.get(action, "F"), self.get(action, "D"))),
            other => Target::Other(other.to_owned()),
        }
    }

    fn destination(&self, destination: &Object) -> Target {
        let place = match destination {
            Object::Name(name) => self.dictionary(self.catalog(), "Dests").and_then(|places| places.get(name).ok()),
            Object::String(name, _) => self
                .dictionary(self.catalog(), "Names")
                .and_then(|names| self.dictionary(names, "Dests"))
                .and_then(|tree| {
                    let mut entries = self.entries(tree, "Names").into_iter();
                    entries.find(|(key, _)| key.as_str().is_ok_and(|key| key == name)).map(|(_, place)| place)
                }),
            place => Some(place),
        };
        let place = place.map_or(&Object::Null, |place| self.resolved(place));
        let place = as_dictionary(place).map_or(place, |dictionary| self.get(dictionary, "D"));
        let Ok([page, view @ ..]) = place.as_array().map(Vec::as_slice) else { return Target::Nowhere };
        let page = page.as_reference().ok().and_then(|page| self.pages.iter().position(|known| *known == page));
        page.map_or(Target::Nowhere, |page| Target::Page(page, format!("{view:?}")))
    }

    pub(crate) fn bookmarks(&self) -> Vec<Bookmark> {
        let outlines = self.dictionary(self.catalog(), "Outlines");
        outlines.map(|outlines| self.bookmarks_below(outlines, &mut BTreeSet::new())).unwrap_or_default()
    }

    fn bookmarks_below(&self, parent: &Dictionary, met: &mut BTreeSet<ObjectId>) -> Vec<Bookmark> {
        let mut bookmarks = Vec::new();
        let mut next = parent.get(b"First");
        while let Some(id) = next.ok().and_then(|next| next.as_reference().ok()).filter(|id| met.insert(*id)) {
            let Ok(bookmark) = self.document.get_dictionary(id) else { break };
            let below = self.bookmarks_below(bookmark, met);
            let is_open = !below.is_empty() && self.get(bookmark, "Count").as_i64().is_ok_and(|count| count > 0);
            bookmarks.push(Bookmark {
                title: self.text(bookmark, "Title"),
                target: self.target(bookmark),
                is_open,
                below,
            });
            next = bookmark.get(b"Next");
        }
        bookmarks
    }

    /// The label of each page; a page before the first range has its number.
    pub(crate) fn labels(&self) -> Vec<String> {
        let tree = self.dictionary(self.catalog(), "PageLabels");
        let ranges = tree.map(|tree| self.entries(tree, "Nums")).unwrap_or_default();
        let ranges: Vec<(i64, &Dictionary)> = ranges
            .into_iter()
            .filter_map(|(page, range)| Some((page.as_i64().ok()?, as_dictionary(self.resolved(range))?)))
            .collect();
        let of_page = |page: i64| {
            let Some((first, range)) =
                ranges.iter().filter(|(first, _)| (0..=page).contains(first)).max_by_key(|range| range.0)
            else {
                return (page + 1).to_string();
            };
            let number = self.get(range, "St").as_i64().unwrap_or(1) + page - first;
            self.text(range, "P") + &numeral(&self.name(range, "S"), number)
        };
        (0..i64::try_from(self.pages.len()).unwrap()).map(of_page).collect()
    }

    /// The layers that pages use by name or by a drawing, in the order of the names.
    pub(crate) fn layers(&self) -> Vec<Layer> {
        let Some(properties) = self.dictionary(self.catalog(), "OCProperties") else { return Vec::new() };
        let all = self.array(properties, "OCGs");
        let empty = Dictionary::new();
        let state = self.dictionary(properties, "D").unwrap_or(&empty);
        let is_off = self.name(state, "BaseState") == "OFF";
        let mut layers = Vec::new();
        for page in 0..self.pages.len() {
            for group in self.groups_of_page(page).into_iter().filter(|group| all.contains(group)) {
                let Some(layer) = as_dictionary(self.resolved(group)) else { continue };
                let listed = |key| self.array(state, key).contains(group);
                let is_shown = if is_off { listed("ON") } else { !listed("OFF") };
                layers.push(Layer { page, name: self.text(layer, "Name"), is_shown, is_locked: listed("Locked") });
            }
        }
        layers
    }

    fn groups_of_page(&self, page: usize) -> Vec<&Object> {
        let Some(resources) = as_dictionary(self.inherited(self.page(page), "Resources")) else { return Vec::new() };
        let sorted = |key| {
            let mut entries: Vec<_> = self.dictionary(resources, key).into_iter().flat_map(Dictionary::iter).collect();
            entries.sort_by_key(|(name, _)| (*name).clone());
            entries.into_iter().map(|(_, value)| value)
        };
        let mut groups: Vec<&Object> = Vec::new();
        let drawings = sorted("XObject").filter_map(|drawing| as_dictionary(self.resolved(drawing))?.get(b"OC").ok());
        for group in sorted("Properties").chain(drawings) {
            match as_dictionary(self.resolved(group)) {
                Some(member) if self.name(member, "Type") == "OCMD" => groups.extend(self.array(member, "OCGs")),
                _ => groups.push(group),
            }
        }
        groups
    }

    /// The fields of the form by their whole names.
    pub(crate) fn fields(&self) -> Vec<Field> {
        let Some(form) = self.dictionary(self.catalog(), "AcroForm") else { return Vec::new() };
        let mut fields = Vec::new();
        let above = Field {
            name: String::new(),
            kind: String::new(),
            value: String::new(),
            look: self.text(form, "DA"),
            widgets: 0,
        };
        for field in self.array(form, "Fields") {
            self.fields_below(field, &above, &mut BTreeSet::new(), &mut fields);
        }
        fields
    }

    /// The base font that the name in a field’s look stands for.
    pub(crate) fn font_of(&self, field: &Field) -> String {
        let form = self.dictionary(self.catalog(), "AcroForm");
        let fonts = form.and_then(|form| self.dictionary(self.dictionary(form, "DR")?, "Font"));
        let name = field.look.split(' ').find_map(|word| word.strip_prefix('/'));
        let font = fonts.zip(name).and_then(|(fonts, name)| self.dictionary(fonts, name));
        font.map(|font| self.name(font, "BaseFont")).unwrap_or_default()
    }

    fn fields_below(&self, object: &Object, above: &Field, met: &mut BTreeSet<ObjectId>, fields: &mut Vec<Field>) {
        let Some(dictionary) = as_dictionary(self.resolved(object)) else { return };
        if object.as_reference().is_ok_and(|id| !met.insert(id)) {
            return;
        }
        let or = |own: String, above: &String| if own.is_empty() { above.clone() } else { own };
        let own = self.text(dictionary, "T");
        let name = if above.name.is_empty() || own.is_empty() {
            format!("{}{own}", above.name)
        } else {
            format!("{}.{own}", above.name)
        };
        let mut field = Field {
            name,
            kind: or(self.name(dictionary, "FT"), &above.kind),
            value: or(self.text(dictionary, "V"), &above.value),
            look: or(self.text(dictionary, "DA"), &above.look),
            widgets: usize::from(self.name(dictionary, "Subtype") == "Widget"),
        };
        let mut has_fields = false;
        for kid in self.array(dictionary, "Kids") {
            match as_dictionary(self.resolved(kid)) {
                Some(kid) if !kid.has(b"T") => field.widgets += 1,
                _ => {
                    has_fields = true;
                    self.fields_below(kid, &field, met, fields);
                }
            }
        }
        if !has_fields {
            fields.push(field);
        }
    }

    /// The attachments of the document, by their names in it.
    pub(crate) fn attachments(&self) -> Vec<(String, Vec<u8>)> {
        let tree = self.dictionary(self.catalog(), "Names").and_then(|names| self.dictionary(names, "EmbeddedFiles"));
        let entries = tree.map(|tree| self.entries(tree, "Names")).unwrap_or_default();
        let file = |specification: &Object| {
            let specification = as_dictionary(self.resolved(specification))?;
            let stream = self.get(self.dictionary(specification, "EF")?, "F").as_stream().ok()?;
            let content = stream.get_plain_content().unwrap_or_else(|_| stream.content.clone());
            Some((self.text(specification, "UF"), content))
        };
        entries.into_iter().filter_map(|(_, specification)| file(specification)).collect()
    }
}

fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

fn numeral(style: &str, number: i64) -> String {
    match style {
        "D" => number.to_string(),
        "r" => roman(number),
        "R" => roman(number).to_uppercase(),
        "a" => letters(number),
        "A" => letters(number).to_uppercase(),
        _ => String::new(),
    }
}

fn roman(mut number: i64) -> String {
    let mut text = String::new();
    for (value, sign) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// a to z, then aa to zz.
fn letters(number: i64) -> String {
    let (round, letter) = (usize::try_from((number - 1) / 26).unwrap(), u8::try_from((number - 1) % 26).unwrap());
    char::from(b'a' + letter).to_string().repeat(round + 1)
}
