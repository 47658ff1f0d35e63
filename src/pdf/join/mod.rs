//! Joins PDFs into one, with everything that belongs to them: tags with the language of each part, identifiers, links,
//! bookmarks, page labels, layers, form fields and attachments. Does not depend on the report or the packet.
//!
//! Objects are copied from the parts into a new file as far as they can be reached from what is shown or said, under new
//! numbers. What names something by a text (destinations, identifiers, roles, fields) gets a name of its part where
//! two parts may use the same. The parent tree and the identifier tree are made anew from the elements, so that gaps
//! and contradictions of a part’s trees do not reach the joined file.

mod annotation;
mod archival;
mod attachment;
mod colour;
mod field;
mod geometry;
mod import;
mod label;
mod layer;
mod metadata;
mod outline;
mod page;
mod role;
mod source;
mod structure;
mod target;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, text_string};

pub use archival::Contradiction;
pub use geometry::{PageSize, Shrink};
pub use metadata::{About, Conformance, Level};
pub use source::{Opening, Refusal, Source};

use import::{Import, InnerLinks};
use page::Stamps;
use role::Roles;
use target::Target;

/// How addresses begin that stand for links within the joined file; a number follows, the place in [`Joining::links`].
pub const LINK_ADDRESS: &str = "nenpo:material-";

/// What is joined.
pub struct Joining<'a> {
    /// What the joined file says about itself.
    pub about: About,
    /// The parts in order.
    pub parts: Vec<Part<'a>>,
    /// A file with one small page for each stamp.
    pub stamps: Option<&'a Source>,
    /// Where links lead, by their numbers.
    pub links: Vec<DescribedLink>,
    /// Whether each part begins on an odd page, after an empty one if necessary.
    pub duplex: bool,
}

/// One of the joined files.
pub struct Part<'a> {
    /// The file.
    pub source: &'a Source,
    /// The number and title, as the bookmark and the title of its tags say them.
    pub title: String,
    /// What precedes its page numbers in page labels; nothing if empty.
    pub label: String,
    /// The language of a file that does not say it itself.
    pub language: Option<String>,
    /// Whether it belongs to the part before it, such as a material to its cover: its bookmarks stand below that of the
    /// other, and no empty page comes between them.
    pub continues: bool,
    /// What is changed on each page; nothing on pages beyond.
    pub pages: Vec<PageChange>,
}

/// What is changed on a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageChange {
    /// How the page is made smaller to leave room for stamps.
    pub shrink: Option<Shrink>,
    /// What is printed on the page.
    pub stamps: Vec<Stamp>,
}

/// A stamp on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stamp {
    /// The page of the file with stamps, from 0.
    pub index: usize,
    /// The distance from the left edge of the page as it is displayed, in points.
    pub left: f32,
    /// The distance from the top edge of the page as it is displayed, in points.
    pub top: f32,
}

/// A link within the joined file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescribedLink {
    /// Where it leads.
    pub target: InnerLink,
    /// What assistive technology says of it.
    pub description: String,
}

/// Where a link within the joined file leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InnerLink {
    /// To the first page of a part, by its place in [`Joining::parts`].
    Part(usize),
    /// To another file, by its path from the joined file.
    File(String),
    /// Nowhere: the link is taken away.
    Nowhere,
}

/// Joins the parts.
///
/// # Errors
/// If the joined file cannot be written to memory.
pub fn join(joining: &Joining<'_>) -> std::io::Result<Vec<u8>> {
    Joiner::new(joining).joined()
}

struct Joiner<'a> {
    joining: &'a Joining<'a>,
    target: Target,
    imports: Vec<Import<'a>>,
    /// The root of the tags, if a part has tags.
    root: Option<structure::Root>,
    stamps: Stamps,
}

impl<'a> Joiner<'a> {
    fn new(joining: &'a Joining<'a>) -> Self {
        let mut target = Target::default();
        let profile = colour::profile(joining.parts.iter().map(|part| &part.source.file));
        let imports: Vec<Import<'_>> = joining
            .parts
            .iter()
            .enumerate()
            .map(|(index, part)| {
                let prefix = if joining.parts.len() > 1 { format!("{}.", index + 1) } else { String::new() };
                Import::new(&part.source.file, prefix, &part.pages, profile.as_ref(), &mut target)
            })
            .collect();
        let is_tagged = joining.parts.iter().any(|part| part.source.is_tagged());
        let root = is_tagged.then(|| structure::Root::new(&mut target));
        let stamps = joining.stamps.map(|stamps| Stamps::new(stamps, &mut target)).unwrap_or_default();
        Self { joining, target, imports, root, stamps }
    }

    fn joined(mut self) -> std::io::Result<Vec<u8>> {
        let first_pages: Vec<_> = self.imports.iter().map(|import| import.pages.first().copied()).collect();
        let links = InnerLinks::new(&self.joining.links, &first_pages);
        for import in &mut self.imports {
            import.links = links.clone();
        }
        let catalog = self.target.reserve();
        let tree = self.target.reserve();
        let mut roles = Roles::default();
        let mut nodes = Vec::new();
        let mut page_count = 0;
        let mut labels = Vec::new();
        let mut outline = outline::Outline::new(&mut self.target);
        let mut names = BTreeMap::new();
        let mut files = Vec::new();
        let mut threads = Vec::new();
        let mut form = field::Form::default();
        let mut layers = layer::Layers::default();
        let mut dictionary = Dictionary::new();
        for (index, part) in self.joining.parts.iter().enumerate() {
            let import = &mut self.imports[index];
            let target = &mut self.target;
            if self.joining.duplex && !part.continues && page_count % 2 == 1 {
                let node = page::empty(tree, &part.source.file, target);
                nodes.push((node, 1));
                labels.extend(label::of_empty(page_count));
                page_count += 1;
            }
            let tags = self.root.as_ref().map(|_| structure::Tags::read(import, part.source.is_tagged(), target));
            let is_tagged = tags.is_some();
            let node = page::copy(import, &part.pages, &self.stamps, is_tagged, tree, target);
            nodes.push((node, import.pages.len()));
            labels.extend(label::of_part(import, page_count, &part.label));
            page_count += import.pages.len();
            import.destinations(target, &mut names);
            outline.add(import, &part.title, part.continues, target);
            let attached = attachment::copy(import, &part.label, target);
            threads.extend(import.threads(target));
            layers.add(import, &part.title, target);
            form.add(import, target);
            if let (Some(tags), Some(root)) = (tags, self.root.as_mut()) {
                let about =
                    structure::About { title: &part.title, language: part.language.as_deref(), files: &attached };
                root.add(import, &tags, &mut roles, &about, target);
            }
            files.extend(attached);
            import.run(&mut self.target);
            if let Some(root) = self.root.as_mut() {
                root.number(&self.imports[index], &mut self.target);
            }
        }
        let target = &mut self.target;
        page::write_tree(tree, &nodes, page_count, target);
        dictionary.set("Type", Object::Name(b"Catalog".to_vec()));
        dictionary.set("Pages", tree);
        dictionary.set("Lang", text_string(&self.joining.about.language));
        if let Some(root) = self.root.take() {
            let marked = Dictionary::from_iter([("Marked", Object::Boolean(true))]);
            dictionary.set("MarkInfo", Object::Dictionary(marked));
            dictionary.set("StructTreeRoot", root.write(&roles, target));
        }
        if let Some(outlines) = outline.write(target) {
            dictionary.set("Outlines", outlines);
            dictionary.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        }
        let shown = Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]);
        dictionary.set("ViewerPreferences", Object::Dictionary(shown));
        dictionary.set("PageLabels", label::tree(labels));
        dictionary.set("OutputIntents", colour::write(&mut self.imports, target));
        let mut trees = Dictionary::new();
        if !names.is_empty() {
            trees.set("Dests", target.name_tree(names));
        }
        attachment::write(&files, &mut trees, &mut dictionary, target);
        if !trees.is_empty() {
            dictionary.set("Names", target.add(trees));
        }
        dictionary.set("Threads", threads);
        form.write(&mut dictionary);
        layers.write(&mut dictionary);
        dictionary.set("Metadata", metadata::write(&self.joining.about, page_count, target));
        dictionary.retain_present();
        for import in &mut self.imports {
            import.run(target);
        }
        target.put(catalog, dictionary);
        self.target.finish(catalog, &self.joining.about)
    }
}

/// Takes empty entries away, so that a catalog has what the parts have.
trait Present {
    fn retain_present(&mut self);
}

impl Present for Dictionary {
    fn retain_present(&mut self) {
        let empty: Vec<Vec<u8>> = self
            .iter()
            .filter(|(_, value)| {
                value.is_null()
                    || value.as_array().is_ok_and(Vec::is_empty)
                    || value.as_dict().is_ok_and(Dictionary::is_empty)
            })
            .map(|(key, _)| key.clone())
            .collect();
        for key in empty {
            self.remove(&key);
        }
    }
}
