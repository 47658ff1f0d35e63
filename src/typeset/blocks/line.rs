//! The lines of a block.

use super::BlockBox;
use super::walk::{Area, Piece};

/// The white space in a line, as a multiple of the size of its letters, beyond which there are two.
const FARTHEST: f64 = 4.0;

/// Pieces side by side.
pub(super) struct Line<'a> {
    pub(super) area: Area,
    pub(super) pieces: Vec<&'a Piece>,
}

impl Line<'_> {
    pub(super) fn block_box(&self) -> BlockBox {
        let Area { left, top, right, bottom } = self.area;
        BlockBox { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// Whether it is as high on the page as another one.
    pub(super) fn is_level_with(&self, other: &Self) -> bool {
        let shared = self.area.bottom.min(other.area.bottom) - self.area.top.max(other.area.top);
        2.0 * shared >= (self.area.bottom - self.area.top).min(other.area.bottom - other.area.top)
    }

    /// Whether a piece stands beside what the line has: marks are raised, and letters of other fonts higher.
    fn has_beside(&self, piece: &Piece) -> bool {
        let (own, other) = (self.area, piece.area);
        let shared = own.bottom.min(other.bottom) - own.top.max(other.top);
        let height = |area: Area| area.bottom - area.top;
        let apart = (other.left - own.right).max(own.left - other.right);
        2.0 * shared >= height(own).min(height(other)) && apart < FARTHEST * piece.size.max(1.0)
    }
}

/// Joins pieces, which are in the order of the text, to lines.
pub(super) fn lines<'a>(pieces: &[&'a Piece]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for piece in pieces {
        match lines.last_mut().filter(|line| line.has_beside(piece)) {
            Some(line) => {
                line.area = line.area.around(piece.area);
                line.pieces.push(piece);
            }
            None => lines.push(Line { area: piece.area, pieces: vec![piece] }),
        }
    }
    lines
}
