//! Goes through the frames of pages and notes each piece of text or picture with the element in which it stands.

use std::collections::{BTreeMap, HashMap};

use typst::foundations::{Content, Label};
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, FrameParent, Point, Size, Transform};
use typst::model::Destination;
use typst::text::TextItem;

use super::element::{CellPosition, Element, Role, Sort};

/// A run of text, or a picture.
pub(super) struct Piece {
    pub(super) page: usize,
    pub(super) element: Option<usize>,
    pub(super) area: Area,
    pub(super) baseline: f64,
    /// Of its letters, in points.
    pub(super) size: f64,
    /// `None` for a picture.
    pub(super) text: Option<String>,
}

/// Edges in points from the upper left corner of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// The block to which a piece belongs.
pub(super) struct OfBlock {
    pub(super) element: usize,
    pub(super) sort: Sort,
    pub(super) cell: Option<CellPosition>,
    /// The link in which it stands, if it is one within the document.
    link: Option<usize>,
}

/// Elements may begin on one page and end on a later one.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) pieces: Vec<Piece>,
    /// The labels in each block, by its element.
    labels: BTreeMap<usize, Vec<String>>,
    /// The labels of elements, by their locations.
    labelled: HashMap<Location, String>,
    /// Where links within the document lead: by their elements, and by the paragraphs in which they stand.
    links: BTreeMap<usize, Vec<Location>>,
    elements: Vec<Element>,
    /// The elements by their locations, of which cells that break have parts elsewhere.
    located: HashMap<Location, usize>,
    open: Vec<(Option<Location>, usize)>,
    /// Elements that are open where a part of a cell ends, by the location of the cell.
    unfinished: HashMap<Location, Vec<(Option<Location>, usize)>>,
    tables: usize,
    page: usize,
}

impl Area {
    /// Around the corners of a rectangle that is transformed.
    fn of(upper_left: Point, lower_right: Point, transform: Transform) -> Self {
        let corners =
            [upper_left, lower_right, Point::new(upper_left.x, lower_right.y), Point::new(lower_right.x, upper_left.y)];
        let corners = corners.map(|corner| corner.transform(transform));
        let edge = |of: fn(Point) -> Abs, choose: fn(f64, f64) -> f64, first: f64| {
            corners.iter().map(|corner| of(*corner).to_pt()).fold(first, choose)
        };
        Self {
            left: edge(|corner| corner.x, f64::min, f64::INFINITY),
            top: edge(|corner| corner.y, f64::min, f64::INFINITY),
            right: edge(|corner| corner.x, f64::max, f64::NEG_INFINITY),
            bottom: edge(|corner| corner.y, f64::max, f64::NEG_INFINITY),
        }
    }

    pub(super) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Walk {
    /// Goes through a page; pages are gone through in their order.
    pub(super) fn page(&mut self, index: usize, frame: &Frame) {
        self.page = index;
        self.frame(frame, Transform::identity());
    }

    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (position, item) in frame.items() {
            let here = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let inside = here.pre_concat(group.transform);
                    match group.parent {
                        Some(parent) => self.child(parent, &group.frame, inside),
                        None => self.frame(&group.frame, inside),
                    }
                }
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Image(_, size, _) => self.picture(*size, here),
                FrameItem::Tag(Tag::Start(element, flags)) => self.start(element, flags.tagged),
                FrameItem::Tag(Tag::End(location, _, flags)) if flags.tagged => self.end(*location),
                FrameItem::Link(Destination::Location(location), _) => self.link(*location),
                FrameItem::Tag(_) | FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    /// A frame whose content belongs to an element elsewhere: a part of a cell that breaks, or what floats.
    fn child(&mut self, parent: FrameParent, frame: &Frame, transform: Transform) {
        let depth = self.open.len();
        let element = Element { parent: None, role: Role::ChildOf(parent.location) };
        self.push(None, element);
        self.open.extend(self.unfinished.remove(&parent.location).unwrap_or_default());
        self.frame(frame, transform);
        let rest = self.open.split_off((depth + 1).min(self.open.len()));
        if !rest.is_empty() {
            self.unfinished.insert(parent.location, rest);
        }
        self.open.truncate(depth);
    }

    fn push(&mut self, location: Option<Location>, element: Element) {
        self.open.push((location, self.elements.len()));
        self.elements.push(element);
    }

    fn current(&self) -> Option<usize> {
        self.open.last().map(|(_, element)| *element)
    }

    fn start(&mut self, content: &Content, is_tagged: bool) {
        let label = content.label().map(Label::resolve).map(|label| label.to_string());
        let parent = self.current();
        if let Some(label) = label {
            if let Some(block) = self.block_of(parent) {
                self.labels.entry(block.element).or_default().push(label.clone());
            }
            self.labelled.extend(content.location().map(|location| (location, label)));
        }
        if !is_tagged {
            return;
        }
        let table = self.outwards(parent).find_map(|element| match &element.1.role {
            Role::Table { number, has_heads } => Some((*number, has_heads.as_slice())),
            _ => None,
        });
        let role = Role::of(content, self.tables, table);
        self.tables += usize::from(matches!(role, Role::Table { .. }));
        let location = content.location();
        if let Some(location) = location {
            self.located.insert(location, self.elements.len());
        }
        self.push(location, Element { parent, role });
    }

    fn end(&mut self, location: Location) {
        if let Some(index) = self.open.iter().rposition(|(known, _)| *known == Some(location)) {
            self.open.remove(index);
        }
    }

    /// Notes where the innermost link leads that is open.
    fn link(&mut self, location: Location) {
        let mut around = self.outwards(self.current());
        let link = around.find(|(_, element)| matches!(element.role, Role::Link)).map(|(link, _)| link);
        let paragraph = around.find(|(_, element)| matches!(element.role, Role::Block(Sort::Paragraph)));
        let both = [link, link.and(paragraph).map(|(paragraph, _)| paragraph)];
        drop(around);
        for element in both.into_iter().flatten() {
            let known = self.links.entry(element).or_default();
            if known.last() != Some(&location) {
                known.push(location);
            }
        }
    }

    fn text(&mut self, item: &TextItem, transform: Transform) {
        let metrics = item.font.metrics();
        let (up, down) = (metrics.ascender.at(item.size), metrics.descender.at(item.size));
        let area = Area::of(Point::with_y(-up), Point::new(item.width(), -down), transform);
        self.pieces.push(Piece {
            page: self.page,
            element: self.current(),
            area,
            baseline: Point::zero().transform(transform).y.to_pt(),
            size: item.size.to_pt(),
            text: Some(item.text.to_string()),
        });
    }

    fn picture(&mut self, size: Size, transform: Transform) {
        let area = Area::of(Point::zero(), size.to_point(), transform);
        let (element, baseline) = (self.current(), area.bottom);
        self.pieces.push(Piece { page: self.page, element, area, baseline, size: 0.0, text: None });
    }

    /// An element and those around it, the innermost first.
    fn outwards(&self, element: Option<usize>) -> impl Iterator<Item = (usize, &Element)> {
        // Each element is around those after it; what belongs elsewhere may only lead there once.
        let mut elsewhere = Vec::new();
        let mut next = element;
        std::iter::from_fn(move || {
            let index = next?;
            let element = self.elements.get(index)?;
            next = match &element.role {
                Role::ChildOf(location) if !elsewhere.contains(location) => {
                    elsewhere.push(*location);
                    self.located.get(location).copied()
                }
                _ => element.parent,
            };
            Some((index, element))
        })
    }

    /// The block of what stands in an element; `None` if it is none.
    pub(super) fn block_of(&self, element: Option<usize>) -> Option<OfBlock> {
        let mut found: Option<(usize, Sort)> = None;
        let mut cell = None;
        let (mut artifact, mut container, mut link) = (None, None, None);
        for (index, element) in self.outwards(element) {
            match &element.role {
                // What is repeated on each page stands in nothing that goes on over pages.
                Role::Block(_) | Role::Cell(_) if artifact.is_some() => {}
                Role::Block(sort) => {
                    // A heading may be in a paragraph, or a paragraph in a heading.
                    let is_better = match (&found, sort) {
                        (None, _) => true,
                        (Some((_, Sort::Paragraph)), Sort::Heading(_)) => cell.is_none(),
                        _ => false,
                    };
                    if is_better {
                        found = Some((index, sort.clone()));
                    }
                }
                Role::Cell(position) if cell.is_none() => {
                    cell = Some(position.clone());
                    if !matches!(found, Some((_, Sort::Picture { .. } | Sort::Heading(_)))) {
                        found = Some((index, Sort::Cell));
                    }
                }
                Role::Artifact => artifact = Some(index),
                // What leads to something in the document is about that, and apart from what is around it.
                Role::Link if cell.is_none() && self.links.contains_key(&index) => {
                    link = link.or(Some(index));
                    found = found.or(Some((index, Sort::Paragraph)));
                }
                Role::Mark => return None,
                Role::Container => container = container.or(Some(index)),
                _ => {}
            }
        }
        match (found, artifact) {
            // A drawing that is an ornament says nothing.
            (Some((_, Sort::Picture { .. })), Some(_)) => None,
            (Some((element, _)), Some(_)) | (None, Some(element)) => {
                Some(OfBlock { element, sort: Sort::Other, cell, link })
            }
            (Some((element, sort)), None) => Some(OfBlock { element, sort, cell, link }),
            (None, None) => Some(OfBlock { element: container.unwrap_or(usize::MAX), sort: Sort::Loose, cell, link }),
        }
    }

    /// The labels of what stands in a block, and of what it leads to.
    pub(super) fn labels_of(&self, block: &OfBlock) -> Vec<String> {
        let inside = self.labels.get(&block.element).into_iter().flatten();
        let elements = [block.link.filter(|link| *link != block.element), Some(block.element)];
        let links = elements.into_iter().flatten().filter_map(|element| self.links.get(&element)).flatten();
        inside.chain(links.filter_map(|location| self.labelled.get(location))).cloned().collect()
    }
}
