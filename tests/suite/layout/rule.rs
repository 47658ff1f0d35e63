//! What no page of any report may show. Knows pieces of pages, and no report.

use std::collections::BTreeMap;

use super::piece::{Area, Piece, Region};

/// How far ink may lie over ink: letters of neighbouring runs may touch, as those of one word do.
const TOUCH: f64 = 0.4;
/// How far ink may stand out of a margin at the left and the right, where punctuation hangs, and above and below.
const HANGING: f64 = 3.0;
/// How far what follows a heading may be below it.
const NEAR: f64 = 120.0;

/// Returns what is wrong with a page: the name of the rule, and what breaks it.
pub(crate) fn broken(pieces: &[Piece], paper: Area, body: Option<Area>) -> Vec<(&'static str, String)> {
    let mut broken = Vec::new();
    if !pieces.iter().any(|piece| piece.region == Region::Body) {
        broken.push(("empty-page", "nothing between the margins".to_owned()));
    }
    for piece in pieces {
        if !paper.holds(piece.area) {
            broken.push(("off-paper", piece.to_string()));
        } else if let Some(body) = body
            && piece.region == Region::Body
            && !body.inset(-HANGING).holds(piece.area)
        {
            broken.push(("in-margin", piece.to_string()));
        }
        if piece.visible.is_some_and(|visible| !visible.inset(-TOUCH).holds(piece.area)) {
            broken.push(("clipped", piece.to_string()));
        }
    }
    let overlap = |(one, other)| ("overlap", format!("{one} and {other}"));
    broken.extend(overlaps(pieces).into_iter().map(overlap));
    for drawing in pieces {
        broken.extend(overlaps(&drawing.drawn).into_iter().map(overlap));
        let is_cut = |text: &&Piece| !drawing.area.inset(-TOUCH).holds(text.area);
        broken.extend(drawing.drawn.iter().filter(is_cut).map(|text| ("clipped", text.to_string())));
    }
    let lonely = lonely_headings(pieces).into_iter();
    broken.extend(lonely.map(|(heading, area)| ("lonely-heading", format!("“{heading}” {area}"))));
    broken
}

/// Returns pieces that lie over each other.
fn overlaps(pieces: &[Piece]) -> Vec<(&Piece, &Piece)> {
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    sorted.sort_by(|one, other| one.area.top.total_cmp(&other.area.top));
    let mut found = Vec::new();
    for (index, one) in sorted.iter().enumerate() {
        let area = one.area.inset(TOUCH);
        let candidates = sorted[index + 1..].iter().take_while(|other| other.area.top < one.area.bottom);
        found.extend(candidates.filter(|other| area.meets(other.area.inset(TOUCH))).map(|other| (*one, *other)));
    }
    found
}

/// Returns headings with nothing below or right beside them that they could be the heading of: what each says, and where.
fn lonely_headings(pieces: &[Piece]) -> Vec<(String, Area)> {
    let mut headings: BTreeMap<u128, (String, Area)> = BTreeMap::new();
    for piece in pieces {
        if let (Some(heading), Some(text)) = (piece.heading, &piece.text) {
            let entry = headings.entry(heading.hash()).or_insert_with(|| (String::new(), piece.area));
            *entry = (format!("{}{text}", entry.0), entry.1.joined(piece.area));
        }
    }
    let headings: Vec<(String, Area)> = headings.into_values().collect();
    headings.iter().filter(|(_, area)| !has_company(*area, &headings, pieces)).cloned().collect()
}

/// Returns whether something other than a heading is near below a heading, or below one that is near below it.
fn has_company(heading: Area, headings: &[(String, Area)], pieces: &[Piece]) -> bool {
    let below = Area { top: heading.bottom, bottom: heading.bottom + NEAR, ..heading };
    // A run-in heading stands in one line with what it names.
    let beside = Area { left: heading.left - NEAR, right: heading.right + NEAR, ..heading };
    let is_company = |piece: &Piece| piece.region == Region::Body && piece.heading.is_none();
    pieces.iter().any(|piece| is_company(piece) && (below.meets(piece.area) || beside.meets(piece.area)))
        || headings
            .iter()
            .any(|(_, next)| next.top >= heading.bottom && below.meets(*next) && has_company(*next, headings, pieces))
}
