//! What it takes to draw a drawing: its elements as often as they are drawn, and the bytes, corners and letters in them.

use std::collections::{HashMap, HashSet};

use usvg::roxmltree::{Node, NodeId};

use super::FigureError;
use super::bound::{
    Bound, Demand, MOST_COMPARISONS, MOST_CORNERS, MOST_DEPTH, MOST_ELEMENTS, MOST_LETTERS, MOST_PROBLEMS, MOST_READ,
};
use super::element::{NOT_DRAWN, SHAPES, hrefs, is_of_svg};
use super::style::{Steps, Styled, Styles, references};

/// Inherited properties that can refer to other elements.
const INHERITED: [&str; 6] = ["fill", "marker", "marker-end", "marker-mid", "marker-start", "stroke"];

/// Properties that paint or clip, with the elements that they can refer to.
const PAINTED: [(&str, &[&str]); 5] = [
    ("clip-path", &["clipPath"]),
    ("fill", &["linearGradient", "pattern", "radialGradient"]),
    ("filter", &["filter"]),
    ("mask", &["mask"]),
    ("stroke", &["linearGradient", "pattern", "radialGradient"]),
];

/// Cached facts about an element.
struct Known {
    context: Context,
    /// Its references to missing elements.
    missing: Vec<String>,
    /// The steps to match its styles, each time that it is drawn.
    steps: u64,
    /// The bytes that are read each time that it is drawn.
    bytes: u64,
    corners: u64,
}

/// Properties that descendants inherit.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// The referenced elements by property.
    targets: Vec<(String, Vec<NodeId>)>,
    /// The bytes that are read for each descendant.
    bytes: u64,
}

/// In bytes; shorter values are cheap however often they are read.
const LONG: usize = 512;

/// Counts elements as often as they are drawn.
pub(super) struct Work<'a> {
    ids: &'a HashMap<&'a str, Node<'a, 'a>>,
    /// Duplicate identifiers: browsers use the first element, the compiler the last.
    twice: &'a HashSet<&'a str>,
    known: HashMap<NodeId, Known>,
    /// References of drawn elements to missing ones.
    pub(super) missing: Vec<String>,
    elements: u64,
    letters: u64,
    steps: u64,
    /// The bytes that are read once for each element.
    once: u64,
    /// The bytes that are read as often as elements are drawn.
    read: u64,
    corners: u64,
}

impl<'a> Work<'a> {
    pub(super) fn new(ids: &'a HashMap<&'a str, Node<'a, 'a>>, twice: &'a HashSet<&'a str>) -> Self {
        Self {
            ids,
            twice,
            known: HashMap::new(),
            missing: Vec::new(),
            elements: 0,
            letters: 0,
            steps: 0,
            once: 0,
            read: 0,
            corners: 0,
        }
    }

    /// Resolves and caches an element's references.
    pub(super) fn know(&mut self, node: Node<'a, 'a>, styles: &Styles<'_>, steps: &Steps) -> Result<(), FigureError> {
        let before = steps.count();
        let Styled { properties, bytes } = styles.of(node, steps);
        if steps.count() > MOST_COMPARISONS {
            return Err(FigureError::TooMuch(Bound::Styles));
        }
        let own = node.attributes().map(|attribute| attribute.value().len()).sum::<usize>();
        self.once = self.once.saturating_add((own + bytes) as u64);
        if self.once > MOST_READ {
            return Err(FigureError::TooMuch(Bound::Read));
        }
        let last = |name: &str| properties.iter().rfind(|(later, _)| *later == name).copied();
        let missing = PAINTED.iter().filter_map(|(name, kinds)| self.missing(last(name)?, kinds)).collect();
        let targets = properties.iter().map(|(name, value)| {
            let targets = references(value).0;
            let targets = targets.iter().filter_map(|target| Some(self.target(target)?.id()));
            ((*name).to_owned(), targets.collect())
        });
        let targets: Vec<(String, Vec<NodeId>)> = targets.collect();
        let is_outline = |name: &str| matches!(name, "d" | "points" | "href");
        let values = node.attributes().filter(|attribute| !is_outline(attribute.name()));
        let long = values.map(|attribute| attribute.value().len()).filter(|length| *length >= LONG).sum::<usize>();
        let inherited = long + if bytes >= LONG { bytes } else { 0 };
        let context = Context { targets, bytes: inherited as u64 };
        let known = Known {
            context,
            missing,
            steps: steps.count() - before,
            bytes: (own + bytes) as u64,
            corners: corners(node),
        };
        self.known.insert(node.id(), known);
        Ok(())
    }

    /// A property's reference to a missing element, if something would not be painted.
    fn missing(&self, (name, value): (&str, &str), kinds: &[&str]) -> Option<String> {
        // Without its clip or mask, an element is drawn whole by everyone; without a paint, its fallback is used.
        let has_other = matches!(name, "clip-path" | "mask")
            || value.rsplit(')').next().is_some_and(|next| !next.trim().is_empty());
        references(value).0.into_iter().find(|target| match target.strip_prefix('#') {
            Some(id) => match self.ids.get(id) {
                Some(node) => !kinds.contains(&node.tag_name().name()) || self.twice.contains(id),
                None => !has_other,
            },
            None => false,
        })
    }

    pub(super) fn visit(&mut self, node: Node<'a, 'a>, shared: &Context, depth: usize) -> Result<(), FigureError> {
        if !is_of_svg(node) {
            return Ok(());
        }
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(FigureError::TooMuch(Bound::Elements));
        }
        if depth > MOST_DEPTH {
            return Err(FigureError::TooMuch(Bound::Depth));
        }
        let name = node.tag_name().name();
        let own = self.references(node);
        let is_shape = SHAPES.contains(&name) || name == "text";
        if let Some(Known { missing, steps, bytes, corners, .. }) = self.known.get(&node.id()) {
            self.corners = self.corners.saturating_add(if is_shape { *corners } else { 0 });
            self.steps = self.steps.saturating_add(*steps);
            self.read = self.read.saturating_add(*bytes + if is_shape { shared.bytes } else { 0 });
            if self.missing.len() < MOST_PROBLEMS {
                self.missing.extend(
                    missing.iter().filter(|target| !self.missing.contains(target)).cloned().collect::<Vec<_>>(),
                );
            }
        }
        if self.steps > MOST_COMPARISONS {
            return Err(FigureError::TooMuch(Bound::Styles));
        }
        self.require_readable()?;
        let mut inside = shared.clone();
        inside.bytes += own.bytes;
        for (property, targets) in own.targets {
            if INHERITED.contains(&property.as_str()) {
                inside.targets.retain(|(known, _)| *known != property);
                inside.targets.push((property, targets));
            } else {
                self.visit_all(node, &targets, depth)?;
            }
        }
        if name == "text" {
            let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
            self.letters += texts.map(|text| text.chars().count() as u64).sum::<u64>();
            if self.letters > MOST_LETTERS {
                return Err(FigureError::TooMuch(Bound::Letters));
            }
        }
        if is_shape {
            self.paint(node, &inside, depth)?;
        }
        if name == "use" || name == "feImage" {
            let targets: Vec<Node<'a, 'a>> = hrefs(node).filter_map(|link| self.target(link)).collect();
            for target in targets {
                self.visit(target, &inside, depth + 1)?;
            }
        }
        for child in node.children().filter(Node::is_element) {
            if !NOT_DRAWN.contains(&child.tag_name().name()) {
                self.visit(child, &inside, depth + 1)?;
            }
        }
        Ok(())
    }

    /// Counts a shape's patterns and gradients, and its markers at each corner.
    fn paint(&mut self, node: Node<'a, 'a>, shared: &Context, depth: usize) -> Result<(), FigureError> {
        for (property, targets) in &shared.targets {
            let (elements, read, drawn) = (self.elements, self.read, self.corners);
            self.visit_all(node, targets, depth)?;
            if matches!(property.as_str(), "marker" | "marker-mid") {
                let corners = corners(node);
                self.elements = elements.saturating_add((self.elements - elements).saturating_mul(corners));
                self.read = read.saturating_add((self.read - read).saturating_mul(corners));
                self.corners = drawn.saturating_add((self.corners - drawn).saturating_mul(corners));
            }
            if self.elements > MOST_ELEMENTS {
                return Err(FigureError::TooMuch(Bound::Elements));
            }
            self.require_readable()?;
        }
        Ok(())
    }

    pub(super) fn demand(&self) -> Demand {
        Demand { elements: self.elements, corners: self.corners, read: self.read.max(self.once), pixel_bytes: 0 }
    }

    fn require_readable(&self) -> Result<(), FigureError> {
        if self.read > MOST_READ || self.corners > MOST_CORNERS {
            return Err(FigureError::TooMuch(Bound::Read));
        }
        Ok(())
    }

    /// Counts the descendants of referenced elements, and of the elements whose content these reuse.
    fn visit_all(&mut self, from: Node<'a, 'a>, targets: &[NodeId], depth: usize) -> Result<(), FigureError> {
        for id in targets {
            let Some(target) = from.document().get_node(*id) else { continue };
            let mut source = Some(target);
            // The chain of reuse may be as long as elements may be nested.
            for _ in 0..MOST_DEPTH {
                let Some(lender) = source else { break };
                let bytes = lender.ancestors().map(|above| self.references(above).bytes).sum();
                let context = Context { targets: Vec::new(), bytes };
                for child in lender.children().filter(Node::is_element) {
                    self.visit(child, &context, depth + 1)?;
                }
                for (_, targets) in self.references(lender).targets {
                    self.visit_all(lender, &targets, depth + 1)?;
                }
                self.elements += 1;
                if self.elements > MOST_ELEMENTS || depth > MOST_DEPTH {
                    return Err(FigureError::TooMuch(Bound::Elements));
                }
                source = hrefs(lender).find_map(|link| self.target(link));
            }
        }
        Ok(())
    }

    fn target(&self, link: &str) -> Option<Node<'a, 'a>> {
        self.ids.get(link.strip_prefix('#')?).copied()
    }

    fn references(&self, node: Node<'a, 'a>) -> Context {
        self.known.get(&node.id()).map(|known| known.context.clone()).unwrap_or_default()
    }
}

/// An upper bound for the corners of a shape: the numbers and commands of its outline.
fn corners(node: Node<'_, '_>) -> u64 {
    let outline = node.attribute("d").or(node.attribute("points")).unwrap_or("0 0 0 0");
    let mut count = 0;
    let (mut is_number, mut has_point) = (false, false);
    for byte in outline.bytes() {
        // Numbers need not be separated by spaces.
        let goes_on = is_number && (byte.is_ascii_digit() || (byte == b'.' && !has_point));
        count += u64::from(!goes_on && (byte.is_ascii_alphanumeric() || byte == b'.'));
        is_number = byte.is_ascii_digit() || byte == b'.';
        has_point = is_number && (byte == b'.' || (goes_on && has_point));
    }
    count
}
