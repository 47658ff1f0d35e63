//! The text of lines, as it is read: what a line break or white space parts has a space between it, unless it is of a
//! script that has none.

use super::line::Line;
use super::walk::Piece;
use crate::unicode::is_unseen;

/// The white space that parts what stands side by side, as a share of the size of its letters.
const PARTING: f64 = 0.2;

/// The text of lines.
pub(super) fn text(lines: &[Line<'_>]) -> String {
    let mut text = String::new();
    let mut before: Option<&Line<'_>> = None;
    for line in lines {
        let own = of_line(line);
        let is_beside = before.is_some_and(|before| before.is_level_with(line));
        if text.ends_with('\u{AD}') {
            text.pop();
        } else if (is_beside && !text.ends_with(' ')) || is_parted(&text, &own) {
            text.push(' ');
        }
        append(&mut text, &own);
        before = Some(line);
    }
    text.trim().replace('\u{AD}', "")
}

fn of_line(line: &Line<'_>) -> String {
    let mut text = String::new();
    let mut before: Option<&Piece> = None;
    for piece in in_order(&line.pieces) {
        let Some(own) = piece.text.as_deref() else { continue };
        let gap = before.map_or(0.0, |before| gap(before, piece));
        if gap > PARTING * piece.size && !text.ends_with(char::is_whitespace) && !own.starts_with(char::is_whitespace) {
            text.push(' ');
        }
        append(&mut text, own);
        before = Some(piece);
    }
    text
}

/// Adds a text; white space on both sides of the seam is that of one.
fn append(text: &mut String, own: &str) {
    let own = if text.ends_with(' ') { own.trim_start_matches(' ') } else { own };
    // A soft hyphen at the end of a line is that of a word which the next line goes on with.
    text.extend(own.chars().filter(|character| *character == '\u{AD}' || !is_unseen(*character)));
}

fn gap(one: &Piece, other: &Piece) -> f64 {
    (other.area.left - one.area.right).max(one.area.left - other.area.right)
}

/// The pieces of a line in the order of reading: a line from right to left begins at its right.
fn in_order<'a>(pieces: &[&'a Piece]) -> Vec<&'a Piece> {
    let is_of = |piece: &Piece, is_meant: fn(char) -> bool| piece.text.iter().any(|text| text.contains(is_meant));
    if !pieces.iter().any(|piece| is_of(piece, is_right_to_left)) {
        return pieces.to_vec();
    }
    let mut ordered: Vec<&Piece> = pieces.to_vec();
    ordered.sort_by(|one, other| other.area.left.total_cmp(&one.area.left));
    // Within it, words of other scripts run from left to right.
    let runs = ordered.chunk_by_mut(|one, other| !is_of(one, is_right_to_left) && !is_of(other, is_right_to_left));
    runs.for_each(<[&Piece]>::reverse);
    ordered
}

/// Whether a space is between two lines.
fn is_parted(before: &str, after: &str) -> bool {
    match (before.chars().last(), after.chars().next()) {
        (Some(last), Some(first)) => {
            let has_space = last.is_whitespace() || first.is_whitespace();
            !has_space && (!is_unspaced(last) || !is_unspaced(first))
        }
        _ => false,
    }
}

/// Whether a character is of a script without spaces between words.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0xA4CF
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x2_0000..=0x3_FFFF)
}

fn is_right_to_left(character: char) -> bool {
    matches!(u32::from(character), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF)
}
