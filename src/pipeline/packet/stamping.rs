//! Where stamps stand: in the free space of each page, or in margins that a page gets by being made a little smaller.

use crate::pdf::ink::Ink;
use crate::pdf::join::{Area, PageChange, PageSize, Shrink, Stamp};

/// Distances from the edge of the page at which a stamp is sought, in points.
const NEAREST: f32 = 11.0;
const FURTHEST: f32 = 60.0;
const STEP: f32 = 3.0;
/// The most distances from an edge that are tried: a page may be as large as a country.
const MOST_STEPS: usize = 200;
/// As far from the edge as stamps reach, in points: what is further inside need not be known.
pub(super) const EDGE: f32 = 110.0;
/// Where stamps stand if all is free: from the side edge, and from the top or bottom edge.
const SIDE: f32 = 34.0;
const TOP: f32 = 17.0;
const BOTTOM: f32 = 17.0;
/// The white space around a stamp, in points.
const CLEARANCE: f32 = 2.5;
/// The white space on both sides of a page number, so that it is not read together with the page number of the material.
const BESIDE_NUMBER: f32 = 30.0;
/// A page is not made smaller than this.
const LEAST_FACTOR: f32 = 0.1;
/// The share of the page’s width within which a stamp is sought from the right.
const WIDTH_SHARE: f32 = 0.4;

/// The stamps of a page: the page with its drawing, and its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawn {
    pub(super) index: usize,
    pub(super) size: PageSize,
}

/// A page with the stamps that it gets.
pub(super) struct Wanted<'a> {
    pub(super) page: PageSize,
    /// `None` if the page cannot be drawn: then it is made smaller.
    pub(super) ink: Option<&'a Ink>,
    /// What would lie above its stamps.
    pub(super) covered: &'a [Area],
    /// In the top right corner.
    pub(super) label: Option<Drawn>,
    /// In the bottom right corner.
    pub(super) number: Option<Drawn>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Corner {
    Top,
    Bottom,
}

/// A distance from the right edge and from the top or bottom edge.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Distance {
    side: f32,
    edge: f32,
}

/// Places the stamps of a material’s pages. On all pages of one size they stand alike if all are free there.
pub(super) fn changes(pages: &[Wanted<'_>]) -> Vec<PageChange> {
    let common = |corner| {
        let candidates = pages.first().map(|first| candidates(first, corner)).unwrap_or_default();
        candidates.into_iter().find(|distance| pages.iter().all(|page| page.is_free(corner, *distance)))
    };
    let (top, bottom) = (common(Corner::Top), common(Corner::Bottom));
    pages.iter().map(|page| page.change(top, bottom)).collect()
}

/// The distances at which a stamp is sought, the best first.
fn candidates(page: &Wanted<'_>, corner: Corner) -> Vec<Distance> {
    let best = corner.best();
    let steps = |from: f32, to: f32| {
        std::iter::successors(Some(from), |at| Some(at + STEP))
            .take_while(move |at| *at <= to)
            .take(MOST_STEPS)
            .collect::<Vec<_>>()
    };
    let sides = steps(NEAREST, (page.page.width * WIDTH_SHARE).max(NEAREST));
    let edges = steps(NEAREST, FURTHEST.min(page.page.height / 6.0).max(NEAREST));
    let cost = |distance: &Distance| (distance.side - best.side).abs() + 2.0 * (distance.edge - best.edge).abs();
    let mut all: Vec<Distance> = Vec::new();
    all.extend(edges.iter().flat_map(|edge| sides.iter().map(|side| Distance { side: *side, edge: *edge })));
    all.sort_by(|first, second| cost(first).total_cmp(&cost(second)));
    all.insert(0, best);
    // Where the corner is taken, page numbers stand in the middle, the other usual place.
    if let Some(number) = page.number.filter(|_| corner == Corner::Bottom) {
        let side = (page.page.width - number.size.width) / 2.0;
        all.splice(1..1, [BOTTOM, NEAREST].map(|edge| Distance { side, edge }));
    }
    all
}

impl Corner {
    fn best(self) -> Distance {
        Distance { side: SIDE, edge: if self == Self::Top { TOP } else { BOTTOM } }
    }
}

impl Wanted<'_> {
    fn drawn(&self, corner: Corner) -> Option<Drawn> {
        match corner {
            Corner::Top => self.label,
            Corner::Bottom => self.number,
        }
    }

    /// The top left corner of a stamp.
    fn position(&self, size: PageSize, corner: Corner, distance: Distance) -> (f32, f32) {
        let left = self.page.width - distance.side - size.width;
        let top = match corner {
            Corner::Top => distance.edge,
            Corner::Bottom => self.page.height - distance.edge - size.height,
        };
        (left, top)
    }

    /// Whether there is nothing to place, or nothing where it would stand.
    fn is_free(&self, corner: Corner, distance: Distance) -> bool {
        let Some(Drawn { size, .. }) = self.drawn(corner) else { return true };
        let Some(ink) = self.ink else { return false };
        let (left, top) = self.position(size, corner, distance);
        let is_on_page = left >= CLEARANCE && top >= CLEARANCE;
        let beside = if corner == Corner::Bottom { BESIDE_NUMBER } else { CLEARANCE };
        let (width, height) = (size.width + 2.0 * beside, size.height + 2.0 * CLEARANCE);
        let around = Area { left: left - beside, top: top - CLEARANCE, size: PageSize { width, height } };
        is_on_page
            && !self.covered.iter().any(|area| area.meets(&around))
            && ink.is_free(around.left, around.top, width, height)
    }

    fn change(&self, top: Option<Distance>, bottom: Option<Distance>) -> PageChange {
        let found = |corner, common: Option<Distance>| {
            common.or_else(|| candidates(self, corner).into_iter().find(|distance| self.is_free(corner, *distance)))
        };
        let (top, bottom) = (found(Corner::Top, top), found(Corner::Bottom, bottom));
        let height = |corner: Corner| self.drawn(corner).map_or(0.0, |drawn| drawn.size.height + 2.0 * NEAREST);
        let is_missing = |corner: Corner, found: Option<Distance>| self.drawn(corner).is_some() && found.is_none();
        let mut change = PageChange::default();
        if is_missing(Corner::Top, top) || is_missing(Corner::Bottom, bottom) {
            let (above, below) = (height(Corner::Top), height(Corner::Bottom));
            let factor = ((self.page.height - above - below) / self.page.height).max(LEAST_FACTOR);
            change.shrink = Some(Shrink { factor, left: self.page.width * (1.0 - factor) / 2.0, top: above });
        }
        for (corner, found) in [(Corner::Top, top), (Corner::Bottom, bottom)] {
            let Some(drawn) = self.drawn(corner) else { continue };
            // Where a page is made smaller, what was free on it has moved: the stamps stand in its new margins.
            let in_margin = Distance { side: SIDE.min(self.page.width * WIDTH_SHARE), edge: NEAREST };
            let distance = found.filter(|_| change.shrink.is_none()).unwrap_or(in_margin);
            let (left, top) = self.position(drawn.size, corner, distance);
            change.stamps.push(Stamp { index: drawn.index, left: left.max(0.0), top: top.max(0.0) });
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::ink;

    const A4: PageSize = PageSize { width: 595.0, height: 842.0 };

    fn wanted(page: PageSize) -> Wanted<'static> {
        let drawn = |index| Drawn { index, size: PageSize { width: 60.0, height: 18.0 } };
        Wanted { page, ink: None, covered: &[], label: Some(drawn(0)), number: Some(drawn(1)) }
    }

    #[test]
    fn a_page_that_cannot_be_drawn_gets_margins_for_its_stamps() {
        let change = &changes(&[wanted(A4)])[0];
        let shrink = change.shrink.unwrap();
        assert!(shrink.factor > 0.9 && shrink.factor < 0.91, "{shrink:?}");
        assert!(change.stamps[0].top + 18.0 <= shrink.top);
        assert!(change.stamps[1].top >= shrink.top + A4.height * shrink.factor);
    }

    /// A blank page, drawn.
    fn blank() -> Ink {
        let file = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        ink::pages(file.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn a_stamp_is_not_put_below_what_covers_the_page() {
        let (ink, free) = (blank(), wanted(A4));
        let covered = [Area { left: 480.0, top: 0.0, size: PageSize { width: 115.0, height: 60.0 } }];
        let usual = changes(&[Wanted { ink: Some(&ink), ..free }]);
        let moved = changes(&[Wanted { ink: Some(&ink), covered: &covered, ..wanted(A4) }]);
        let at = |changes: &[PageChange]| {
            let Stamp { left, top, .. } = changes[0].stamps[0];
            Area { left, top, size: PageSize { width: 60.0, height: 18.0 } }
        };
        assert!(covered[0].meets(&at(&usual)) && !covered[0].meets(&at(&moved)));
        assert_eq!(usual[0].stamps[1], moved[0].stamps[1]);
    }

    #[test]
    fn the_largest_page_has_few_places_to_try() {
        let places = candidates(&wanted(PageSize { width: 1e30, height: 1e30 }), Corner::Top);
        assert!(places.len() < 10_000, "{}", places.len());
    }

    #[test]
    fn the_first_distance_sought_is_the_usual_one() {
        for corner in [Corner::Top, Corner::Bottom] {
            assert_eq!(candidates(&wanted(A4), corner)[0], corner.best());
        }
    }

    #[test]
    fn stamps_stay_on_pages_of_any_size() {
        for page in [PageSize { width: 40.0, height: 30.0 }, PageSize { width: 3000.0, height: 20.0 }] {
            for stamp in &changes(&[wanted(page)])[0].stamps {
                assert!(stamp.left >= 0.0 && stamp.top >= 0.0, "{stamp:?}");
            }
        }
    }
}
