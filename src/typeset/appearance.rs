//! What of a page can be seen, as a number: pages that look alike have the same, whatever their tags.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst::model::Destination;
use typst::utils::hash128;
use typst_layout::Page;

/// Identifies what a page looks like, including the addresses of its links.
#[must_use]
pub fn appearance(page: &Page) -> u128 {
    hash128(&(Visible(&page.frame), &page.bleed, &page.fill))
}

struct Visible<'a>(&'a Frame);

impl Hash for Visible<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.size().hash(state);
        for (position, item) in self.0.items() {
            // Tags only say what something is; their places in the document change with every page before them.
            if matches!(item, FrameItem::Tag(_)) {
                continue;
            }
            (position, std::mem::discriminant(item)).hash(state);
            match item {
                FrameItem::Group(group) => (group.transform, &group.clip, Visible(&group.frame)).hash(state),
                FrameItem::Text(text) => {
                    (&text.font, text.size, &text.fill, &text.stroke, &text.text).hash(state);
                    for glyph in &text.glyphs {
                        (glyph.id, glyph.x_advance, glyph.x_offset, glyph.y_advance, glyph.y_offset).hash(state);
                    }
                }
                FrameItem::Shape(shape, _) => shape.hash(state),
                FrameItem::Image(image, size, _) => (image, size).hash(state),
                FrameItem::Link(Destination::Url(address), size) => (address, size).hash(state),
                FrameItem::Link(_, size) => size.hash(state),
                FrameItem::Tag(_) => {}
            }
        }
    }
}
