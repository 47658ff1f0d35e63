//! Places each text at the first of its candidate positions that is clear of shapes and other texts.

use plotters::style::text_anchor::HPos;

use super::ChartError;
use super::geometry::{Bounds, Place};
use super::shape::Shape;
use super::sheet::{LEADING, Setting, Sheet};
use super::style::{Color, Style};
use super::typeface::Weight;
use super::wrap::wrap;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) weight: Weight,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Block {
    /// Breaks a text into lines of at most `limit` points; an empty text has no lines.
    pub(super) fn new(style: &Style<'_>, text: &str, weight: Weight, limit: f64) -> Self {
        let em = style.text_size;
        let advances = |text: &str| style.typeface.advances(text, em, weight);
        let lines = if text.is_empty() { Vec::new() } else { wrap(text, &advances(text), limit) };
        let width = lines.iter().map(|line| advances(line).iter().sum()).fold(0.0, f64::max);
        // A line of Japanese is one em high; digits are lower and vertically centred in it.
        let height = em * (LEADING * lines.len() as f64 - (LEADING - 1.0)).max(0.0);
        Self { lines, weight, width, height }
    }

    pub(super) fn around(&self, center: Place) -> Bounds {
        Bounds::around(center, (self.width, self.height))
    }

    /// `side` aligns the lines within the block, which is centred at the point.
    pub(super) fn set(
        &self,
        sheet: &Sheet<'_>,
        (x, y): Place,
        color: Color,
        horizontal: HPos,
    ) -> Result<(), ChartError> {
        let x = match horizontal {
            HPos::Left => x - self.width / 2.0,
            HPos::Center => x,
            HPos::Right => x + self.width / 2.0,
        };
        let setting = Setting { weight: self.weight, ..Setting::new(color).anchored(horizontal) };
        sheet.lines(&self.lines, (x, y), setting)
    }
}

#[derive(Debug)]
pub(super) struct Placed {
    block: Block,
    center: Place,
    color: Color,
}

/// Between a text and shapes, in em.
const MARGIN: f64 = 0.16;
/// Between two texts side by side, in em: two numbers must not read as one.
const WORD_SPACE: f64 = 0.35;
/// How many lines a bar or a mark counts for, which a text would hide.
const DATA: usize = 1000;

#[derive(Debug)]
pub(super) struct Placement<'a> {
    room: Bounds,
    shapes: &'a [Shape],
    taken: Vec<Bounds>,
    placed: Vec<Placed>,
    margin: f64,
    word_space: f64,
}

impl<'a> Placement<'a> {
    /// Starts with room, shapes and occupied areas that texts have to stay clear of.
    pub(super) fn new(style: &Style<'_>, room: Bounds, shapes: &'a [Shape], taken: Vec<Bounds>) -> Self {
        let em = style.text_size;
        Self { room, shapes, taken, placed: Vec::new(), margin: MARGIN * em, word_space: WORD_SPACE * em }
    }

    /// Places a block at the first free candidate centre; false if there is none.
    pub(super) fn place(&mut self, block: Block, candidates: &[Place], color: Color) -> bool {
        let free = |center: &&Place| self.is_open(&block, **center) && self.crossings(&block, **center) == 0;
        match candidates.iter().find(free).copied() {
            Some(center) => self.take(block, center, color),
            None => false,
        }
    }

    /// Places a block off bars, marks and texts, over as few lines as possible; false if there is no such candidate.
    pub(super) fn prefer(&mut self, block: Block, candidates: &[Place], color: Color) -> bool {
        let off_bars = |center: &Place| self.crossings(&block, *center) < DATA;
        let candidates: Vec<Place> = candidates.iter().copied().filter(off_bars).collect();
        self.require(block, &candidates, color)
    }

    /// Places a block that must be readable: if no candidate is free, over as few shapes as possible and rather over lines
    /// than over a bar or a mark, but never over a text.
    pub(super) fn require(&mut self, block: Block, candidates: &[Place], color: Color) -> bool {
        let open = candidates.iter().copied().filter(|center| self.is_open(&block, *center));
        match open.min_by_key(|center| self.crossings(&block, *center)) {
            Some(center) => self.take(block, center, color),
            None => false,
        }
    }

    /// Whether a block at a centre is within the room and clear of other texts.
    fn is_open(&self, block: &Block, center: Place) -> bool {
        let bounds = block.around(center);
        let apart = Bounds { left: bounds.left - self.word_space, right: bounds.right + self.word_space, ..bounds };
        self.room.holds(&bounds) && !self.taken.iter().any(|taken| taken.overlaps(&apart))
    }

    fn crossings(&self, block: &Block, center: Place) -> usize {
        let bounds = block.around(center).grown(self.margin);
        let touched = self.shapes.iter().filter(|shape| shape.touches(&bounds));
        touched.map(|shape| if matches!(shape, Shape::Bar { .. } | Shape::Mark { .. }) { DATA } else { 1 }).sum()
    }

    fn take(&mut self, block: Block, center: Place, color: Color) -> bool {
        self.taken.push(block.around(center));
        self.placed.push(Placed { block, center, color });
        true
    }

    /// Draws the placed texts, each on a paper-coloured ground that interrupts thin lines.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, paper: Color) -> Result<(), ChartError> {
        for Placed { block, center, color } in &self.placed {
            sheet.fill(block.around(*center), paper)?;
            block.set(sheet, *center, *color, HPos::Center)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::style;
    use super::super::typeface::tests::typeface;
    use super::*;

    const ROOM: Bounds = Bounds { left: 0.0, top: 0.0, right: 100.0, bottom: 40.0 };
    const INK: Color = Color::new(0, 0, 0);

    #[test]
    fn text_takes_the_first_place_that_nothing_stands_at() {
        let typeface = typeface();
        let style = style(&typeface, 252.0);
        let line = Shape::Stroke { places: vec![(0.0, 10.0), (100.0, 10.0)], color: INK, width: 1.0 };
        let shapes = [line];
        let mut placement = Placement::new(&style, ROOM, &shapes, Vec::new());
        let block = || Block::new(&style, "128件", Weight::Regular, 100.0);
        let candidates = [(50.0, 10.0), (50.0, 20.0), (50.0, 32.0)];
        for expected in [Some((50.0, 20.0)), Some((50.0, 32.0)), None] {
            assert_eq!(placement.place(block(), &candidates, INK), expected.is_some());
            if let Some(expected) = expected {
                assert_eq!(placement.placed.last().unwrap().center, expected);
            }
        }
        assert!(placement.require(block(), &candidates, INK), "over the line, since the other places are taken");
        assert!(!placement.require(block(), &candidates, INK), "never over a text");
    }

    #[test]
    fn text_that_would_leave_the_room_is_not_placed() {
        let typeface = typeface();
        let style = style(&typeface, 252.0);
        let mut placement = Placement::new(&style, ROOM, &[], Vec::new());
        let block = Block::new(&style, "128件", Weight::Bold, 100.0);
        assert!(!placement.require(block, &[(99.0, 20.0), (50.0, 1.0), (f64::NAN, 20.0)], INK));
    }
}
