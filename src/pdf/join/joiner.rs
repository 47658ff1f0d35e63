//! Puts the parts together: each adds its pages, tags, names and the like, and the catalog refers to them all.

use std::collections::BTreeMap;
use std::io;

use lopdf::{Dictionary, Object, ObjectId, text_string};

use super::attachment::{self, Attached};
use super::field::{FontNames, Form};
use super::import::{Import, InnerLinks};
use super::label::{self, Range};
use super::layer::Layers;
use super::outline::Outline;
use super::page::{self, Stamps};
use super::role::Roles;
use super::structure::{self, Root, Tags};
use super::target::Target;
use super::{Joining, Part, colour, metadata};

/// The joined file while parts are added to it.
pub(super) struct Joiner<'a> {
    joining: &'a Joining<'a>,
    target: Target<'a>,
    stamps: Stamps,
    /// The root of the pages, and the nodes below it with the numbers of their pages.
    tree: ObjectId,
    nodes: Vec<(ObjectId, usize)>,
    labels: Vec<Range>,
    /// The root of the tags, if a part has tags.
    root: Option<Root>,
    roles: Roles,
    outline: Outline,
    destinations: BTreeMap<Vec<u8>, Object>,
    attached: Vec<Attached>,
    threads: Vec<Object>,
    form: Form,
    layers: Layers,
}

/// Joins the parts.
pub(super) fn joined(joining: &Joining<'_>) -> io::Result<Vec<u8>> {
    let mut target = Target::default();
    let mut imports = imports(joining, &mut target);
    let mut joiner = Joiner::new(joining, target);
    for (import, part) in imports.iter_mut().zip(&joining.parts) {
        joiner.add(import, part)?;
    }
    joiner.finish(&mut imports)
}

/// The parts with new numbers for their pages, so that each can refer to pages of the others.
fn imports<'a>(joining: &Joining<'a>, target: &mut Target<'_>) -> Vec<Import<'a>> {
    let profile = colour::profile(joining.parts.iter().map(|part| &part.source.file));
    let mut fonts = FontNames::default();
    let numbered = joining.parts.iter().enumerate().map(|(index, part)| {
        let prefix = if joining.parts.len() > 1 { format!("{}.", index + 1) } else { String::new() };
        let fonts = fonts.renamed(&part.source.file, &prefix);
        let mut import = Import::new(&part.source.file, prefix, &part.pages, profile.as_ref(), target);
        import.fonts = fonts;
        import
    });
    let mut imports: Vec<Import<'_>> = numbered.collect();
    let first_pages: Vec<_> = imports.iter().map(|import| import.pages.first().copied()).collect();
    let links = InnerLinks::new(&joining.links, &first_pages);
    for import in &mut imports {
        import.links = links.clone();
    }
    imports
}

impl<'a> Joiner<'a> {
    fn new(joining: &'a Joining<'a>, mut target: Target<'a>) -> Self {
        let is_tagged = joining.parts.iter().any(|part| part.source.is_tagged());
        Self {
            joining,
            stamps: joining.stamps.map(|stamps| Stamps::new(stamps, &mut target)).unwrap_or_default(),
            tree: target.reserve(),
            nodes: Vec::new(),
            labels: Vec::new(),
            root: is_tagged.then(|| Root::new(&mut target)),
            roles: Roles::default(),
            outline: Outline::new(&mut target),
            destinations: BTreeMap::new(),
            attached: Vec::new(),
            threads: Vec::new(),
            form: Form::default(),
            layers: Layers::default(),
            target,
        }
    }

    fn page_count(&self) -> usize {
        self.nodes.iter().map(|(_, count)| count).sum()
    }

    /// Adds a part with everything that belongs to it.
    fn add(&mut self, import: &mut Import<'a>, part: &Part<'_>) -> io::Result<()> {
        if self.joining.duplex && !part.continues && !self.page_count().is_multiple_of(2) {
            self.add_empty_page(part);
        }
        let first = self.page_count();
        let target = &mut self.target;
        // Elements get their numbers before anything is copied that refers to them.
        let tags = self.root.as_ref().map(|_| Tags::read(import, part.source.is_tagged(), target));
        let node = page::copy(import, &part.pages, &self.stamps, tags.is_some(), self.tree, target);
        self.nodes.push((node, import.pages.len()));
        self.labels.extend(label::of_part(import, first, &part.label));
        import.destinations(target, &mut self.destinations);
        self.outline.add(import, &part.title, part.continues, target);
        self.threads.extend(import.threads(target));
        self.layers.add(import, &part.title, target);
        self.form.add(import, target);
        let attached = attachment::copy(import, &part.label, target);
        if let (Some(tags), Some(root)) = (&tags, self.root.as_mut()) {
            let about = structure::About { title: &part.title, language: part.language.as_deref(), files: &attached };
            root.add(import, tags, &mut self.roles, &about, target);
        }
        self.attached.extend(attached);
        import.run(target);
        if let Some(root) = self.root.as_mut() {
            root.number(import, target);
        }
        target.settle()
    }

    fn add_empty_page(&mut self, before: &Part<'_>) {
        self.labels.extend(label::of_empty(self.page_count()));
        self.nodes.push((page::empty(self.tree, &before.source.file, &mut self.target), 1));
    }

    /// Writes what the parts have together.
    fn finish(mut self, imports: &mut [Import<'a>]) -> io::Result<Vec<u8>> {
        let page_count = self.page_count();
        let target = &mut self.target;
        page::write_tree(self.tree, &self.nodes, page_count, target);
        let mut catalog = Dictionary::from_iter([
            ("Type", Object::Name(b"Catalog".to_vec())),
            ("Pages", Object::Reference(self.tree)),
            ("Lang", text_string(&self.joining.about.language)),
        ]);
        if let Some(root) = self.root {
            catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
            catalog.set("StructTreeRoot", root.write(&self.roles, target));
        }
        if let Some(outlines) = self.outline.write(target) {
            catalog.set("Outlines", outlines);
            catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        }
        catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
        catalog.set("PageLabels", label::tree(self.labels));
        catalog.set("OutputIntents", colour::write(imports, target));
        let mut trees = Dictionary::new();
        if !self.destinations.is_empty() {
            trees.set("Dests", target.name_tree(self.destinations));
        }
        attachment::write(&self.attached, &mut trees, &mut catalog, target);
        catalog.set("Names", trees);
        catalog.set("Threads", self.threads);
        self.form.write(self.joining.about.conformance.archive.is_some(), &mut catalog);
        self.layers.write(&mut catalog);
        catalog.set("Metadata", metadata::write(&self.joining.about, page_count, target));
        for import in imports {
            import.run(target);
        }
        let catalog = target.add(without_empty_entries(catalog));
        self.target.finish(catalog, &self.joining.about)
    }
}

/// A catalog has only what the parts have.
fn without_empty_entries(catalog: Dictionary) -> Dictionary {
    let is_empty = |value: &Object| match value {
        Object::Array(items) => items.is_empty(),
        Object::Dictionary(entries) => entries.is_empty(),
        value => value.is_null(),
    };
    catalog.into_iter().filter(|(_, value)| !is_empty(value)).collect()
}
