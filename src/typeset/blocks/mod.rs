//! The blocks of laid-out pages in the order of reading: what stands where, as text, and which cell of which table it is.

mod element;
mod join;
mod line;
mod walk;

use std::collections::BTreeMap;

use typst_layout::Page;

pub use element::{CellHead, CellPosition};

use element::Sort;
use line::{Line, lines};
use walk::{OfBlock, Piece, Walk};

/// A part of a page that is one thing to a reader: a paragraph, a heading, a cell, a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The same for the parts of a block that stand on several pages, and for no other block.
    pub id: usize,
    /// Where it stands: one box for each line.
    pub boxes: Vec<BlockBox>,
    /// What of it stands on this page, as it is read: the alternative text of a picture.
    pub text: String,
    /// What it is.
    pub kind: BlockKind,
    /// The cell that it is, or in which it stands.
    pub cell: Option<CellPosition>,
    /// The labels that the template gave to something in it, or to what it leads to.
    pub labels: Vec<String>,
}

/// A box on a page, in points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlockBox {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of a level, from 1.
    Heading(usize),
    /// A paragraph, an item of a list, a caption.
    Paragraph,
    /// A cell of a table.
    Cell,
    /// A picture with its path from the root, if it is a file.
    Picture(Option<String>),
    /// What is no content of its own: headers and footers of pages, ornaments.
    Other,
}

/// Returns the blocks of each page.
#[must_use]
pub fn blocks(pages: &[Page]) -> Vec<Vec<Block>> {
    let mut walk = Walk::default();
    for (index, page) in pages.iter().enumerate() {
        walk.page(index, &page.frame);
    }
    let mut found: Vec<Vec<Block>> = pages.iter().map(|_| Vec::new()).collect();
    let mut numbers = BTreeMap::new();
    for gathered in gathered(&walk) {
        let Some(blocks) = found.get_mut(gathered.page) else { continue };
        let next = numbers.len();
        let id = *numbers.entry(gathered.key).or_insert(next);
        blocks.extend(gathered.block(id));
    }
    found.iter_mut().for_each(|blocks| order_cells(blocks));
    found
}

/// The pieces of a block on one page.
struct Gathered<'a> {
    page: usize,
    /// Identifies the block: its element and, where an element is several blocks, the number among them.
    key: (usize, usize),
    sort: Sort,
    cell: Option<CellPosition>,
    pieces: Vec<&'a Piece>,
    labels: Vec<String>,
}

/// Pieces in the order of the pages, joined to blocks.
fn gathered(walk: &Walk) -> Vec<Gathered<'_>> {
    let mut all: Vec<Gathered<'_>> = Vec::new();
    // Where the block of an element on a page is.
    let mut known: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut parts: BTreeMap<usize, usize> = BTreeMap::new();
    for piece in &walk.pieces {
        let Some(of_piece) = walk.block_of(piece.element) else { continue };
        let place = (piece.page, of_piece.element);
        if let Some(index) = known.get(&place)
            && (of_piece.sort.is_whole() || (*index + 1 == all.len() && goes_on(&all[*index], piece)))
        {
            all[*index].pieces.push(piece);
            continue;
        }
        let part = parts.entry(of_piece.element).or_default();
        // Only what is whole has parts on several pages.
        *part += usize::from(!of_piece.sort.is_whole());
        known.insert(place, all.len());
        let (key, labels) = ((of_piece.element, *part), walk.labels_of(&of_piece));
        let OfBlock { sort, cell, .. } = of_piece;
        all.push(Gathered { page: piece.page, key, sort, cell, pieces: vec![piece], labels });
    }
    all
}

/// Whether text without a paragraph of its own goes on with a piece: in the line, or in the next one.
fn goes_on(gathered: &Gathered<'_>, piece: &Piece) -> bool {
    let Some(last) = gathered.pieces.last() else { return true };
    let (size, down) = (last.size.max(piece.size), piece.baseline - last.baseline);
    let is_near = piece.area.left < last.area.right + 4.0 * size && last.area.left < piece.area.right + 4.0 * size;
    let is_next_line = down > 0.0 && down < 2.2 * size && (last.size - piece.size).abs() < 0.1;
    last.text.is_some() && piece.text.is_some() && ((down.abs() < size / 2.0 && is_near) || is_next_line)
}

impl Gathered<'_> {
    /// `None` if nothing of it can be seen.
    fn block(self, id: usize) -> Option<Block> {
        let lines = lines(&self.pieces);
        let (kind, text) = match self.sort {
            Sort::Picture { path, alt } => (BlockKind::Picture(path), alt),
            Sort::Heading(level) => (BlockKind::Heading(level), join::text(&lines)),
            Sort::Paragraph | Sort::Loose => (BlockKind::Paragraph, join::text(&lines)),
            Sort::Cell => (BlockKind::Cell, join::text(&lines)),
            Sort::Other => (BlockKind::Other, join::text(&lines)),
        };
        let boxes: Vec<BlockBox> = lines.iter().map(Line::block_box).collect();
        let is_seen = !text.is_empty() || matches!(kind, BlockKind::Picture(_));
        is_seen.then_some(Block { id, boxes, text, kind, cell: self.cell, labels: self.labels })
    }
}

/// Puts the cells of a table that follow each other in the order of its rows.
fn order_cells(blocks: &mut [Block]) {
    let of_table = |block: &Block| block.cell.as_ref().map(|cell| cell.table);
    for run in blocks.chunk_by_mut(|one, other| of_table(one) == of_table(other)) {
        run.sort_by_key(|block| block.cell.as_ref().map(|cell| (!cell.is_repeated, cell.row, cell.column)));
    }
}
