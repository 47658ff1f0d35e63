//! A laid-out page → the pieces that a reader sees on it and where each of them is. Knows no rule and no report.

use std::fmt::{self, Display, Formatter};

use typst::foundations::StyleChain;
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::model::HeadingElem;
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::TextItem;
use typst::visualize::ImageKind;
use typst_layout::Page;

/// A rectangle on the paper, in points from its top left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// The area of a page's paper.
    pub(crate) fn of_paper(page: &Page) -> Self {
        let size = page.frame.size();
        Self { left: 0.0, top: 0.0, right: size.x.to_pt(), bottom: size.y.to_pt() }
    }

    /// Returns the area without a strip at each of its sides.
    pub(crate) fn inset(self, by: f64) -> Self {
        Self { left: self.left + by, top: self.top + by, right: self.right - by, bottom: self.bottom - by }
    }

    /// Returns whether another area is wholly within this one.
    pub(crate) fn holds(self, other: Self) -> bool {
        other.left >= self.left && other.top >= self.top && other.right <= self.right && other.bottom <= self.bottom
    }

    /// Returns whether something is in both areas.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.left.max(other.left) < self.right.min(other.right)
            && self.top.max(other.top) < self.bottom.min(other.bottom)
    }

    /// Returns the smallest area that holds both.
    pub(crate) fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Returns what both areas share; of no size where they share nothing.
    fn common(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Returns the area of a rectangle after a transformation.
    fn transformed(Rect { min, max }: Rect, transform: Transform) -> Self {
        let corners = [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)];
        let corners =
            corners.map(|corner| corner.transform(transform)).map(|corner| (corner.x.to_pt(), corner.y.to_pt()));
        let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
        let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Self {
            left: least(corners.map(|corner| corner.0)),
            top: least(corners.map(|corner| corner.1)),
            right: most(corners.map(|corner| corner.0)),
            bottom: most(corners.map(|corner| corner.1)),
        }
    }
}

impl Display for Area {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self { left, top, right, bottom } = self;
        write!(formatter, "at ({left:.0}, {top:.0}) to ({right:.0}, {bottom:.0})")
    }
}

/// Where on a page a piece belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    /// Between the margins.
    Body,
    /// In a header, a footer or the background.
    Margin,
}

/// How the letters of a piece are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Their size, in points.
    pub(crate) size: f64,
    /// Where they stand on the paper, from its top.
    pub(crate) baseline: f64,
    /// From where to where on the paper they reach, with the white that belongs to them.
    pub(crate) span: (f64, f64),
    /// The white added after each Japanese letter, in shares of the size: of most of them.
    pub(crate) stretch: f64,
}

impl Setting {
    fn of(text: &TextItem, transform: Transform) -> Self {
        let advances = text.glyphs.iter().rev().skip(1).filter_map(|glyph| {
            let is_japanese = text.text[glyph.range()].chars().any(is_japanese);
            let own = text.font.x_advance(glyph.id)?;
            is_japanese.then(|| glyph.x_advance.get() - own.get())
        });
        let mut added: Vec<f64> = advances.collect();
        added.sort_by(f64::total_cmp);
        let start = Point::zero().transform(transform);
        Self {
            size: text.size.to_pt(),
            baseline: start.y.to_pt(),
            span: (start.x.to_pt(), (start.x + text.width()).to_pt()),
            // Of one or two letters, it may be a kerning.
            stretch: if added.len() < 3 { 0.0 } else { added[added.len() / 2] },
        }
    }
}

/// Returns whether a letter is one of the kana or a Chinese character.
pub(crate) fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{3096}' | '\u{4e00}'..='\u{9fff}' | '々') || is_katakana(letter)
}

/// Returns whether a letter is one of the katakana.
pub(crate) fn is_katakana(letter: char) -> bool {
    matches!(letter, '\u{30a1}'..='\u{30fa}' | 'ー')
}

/// Something that a reader sees.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Its text; none of an image.
    pub(crate) text: Option<String>,
    /// How its text is set; none of an image and of the texts in one.
    pub(crate) setting: Option<Setting>,
    /// The texts in it, of a drawing.
    pub(crate) drawn: Vec<Piece>,
    /// Where its ink is.
    pub(crate) area: Area,
    /// What a clipping box lets be seen; none where nothing clips.
    pub(crate) visible: Option<Area>,
    /// Where it belongs.
    pub(crate) region: Region,
    /// The heading that it is a part of.
    pub(crate) heading: Option<Location>,
}

impl Display for Piece {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let text = self.text.as_deref().map_or("an image".to_owned(), |text| format!("“{text}”"));
        write!(formatter, "{text} {}", self.area)
    }
}

/// Returns the pieces of a page in the order of reading.
pub(crate) fn pieces(page: &Page) -> Vec<Piece> {
    let mut walk = Walk { pieces: Vec::new(), marginal: Vec::new(), headings: Vec::new() };
    walk.frame(&page.frame, Transform::identity(), None);
    walk.pieces
}

/// A walk through the frames of a page, with the elements it is in.
struct Walk {
    pieces: Vec<Piece>,
    marginal: Vec<Location>,
    headings: Vec<Location>,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, transform: Transform, visible: Option<Area>) {
        for (position, item) in frame.items() {
            let transform = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let transform = transform.pre_concat(group.transform);
                    let clip = group.clip.as_ref().map(|clip| Area::transformed(clip.bbox(None), transform));
                    let visible = match (visible, clip) {
                        (Some(outer), Some(inner)) => Some(outer.common(inner)),
                        (outer, inner) => outer.or(inner),
                    };
                    self.frame(&group.frame, transform, visible);
                }
                FrameItem::Text(text) => {
                    // The box of ink: boxes of whole lines meet wherever lines stand close.
                    let Rect { min, max } = text.bbox();
                    let ink = Rect::new(min.min(max), max.max(min));
                    if ink.min.x.to_pt().is_finite() {
                        let area = Area::transformed(ink, transform);
                        let piece = self.piece(Some(text.text.to_string()), Vec::new(), area, visible);
                        self.pieces.push(Piece { setting: Some(Setting::of(text, transform)), ..piece });
                    }
                }
                FrameItem::Image(image, size, _) => {
                    let mut texts = Vec::new();
                    if let ImageKind::Svg(drawing) = image.kind() {
                        texts_of(drawing.tree().root(), &mut texts);
                    }
                    let (width, height) = (size.x / image.width(), size.y / image.height());
                    let drawn = texts.into_iter().map(|(text, ink)| {
                        let point = |x: f32, y: f32| Point::new(width * f64::from(x), height * f64::from(y));
                        let ink = Rect::new(point(ink.left(), ink.top()), point(ink.right(), ink.bottom()));
                        self.piece(Some(text), Vec::new(), Area::transformed(ink, transform), visible)
                    });
                    let area = Area::transformed(Rect::from_pos_size(Point::zero(), *size), transform);
                    let drawn = drawn.collect();
                    let piece = self.piece(None, drawn, area, visible);
                    self.pieces.push(piece);
                }
                FrameItem::Tag(tag) => self.tag(tag),
                FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn piece(&self, text: Option<String>, drawn: Vec<Piece>, area: Area, visible: Option<Area>) -> Piece {
        let region = if self.marginal.is_empty() { Region::Body } else { Region::Margin };
        Piece { text, setting: None, drawn, area, visible, region, heading: self.headings.last().copied() }
    }

    fn tag(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(element, _) => {
                if let Some(artifact) = element.to_packed::<ArtifactElem>()
                    && matches!(
                        artifact.kind.get(StyleChain::default()),
                        ArtifactKind::Header
                            | ArtifactKind::Footer
                            | ArtifactKind::Background
                            | ArtifactKind::Watermark
                    )
                {
                    self.marginal.push(tag.location());
                }
                if element.to_packed::<HeadingElem>().is_some() {
                    self.headings.push(tag.location());
                }
            }
            Tag::End(location, ..) => {
                self.marginal.retain(|open| open != location);
                self.headings.retain(|open| open != location);
            }
        }
    }
}

/// Collects the texts of a drawing with the boxes of their ink, in the drawing's own measure.
fn texts_of(group: &usvg::Group, texts: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => texts_of(group, texts),
            usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(usvg::TextChunk::text).collect();
                texts.push((words, text.flattened().abs_bounding_box()));
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}
