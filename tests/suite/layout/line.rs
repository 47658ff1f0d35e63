//! What no line of Japanese prose, of a title or of a caption may show. Knows pieces of pages, and no report.

use super::piece::{Piece, Region, Setting, is_japanese, is_katakana};

/// The most that letters are set apart, in shares of their size, and where the next line begins with a word that would
/// have had to be parted: no other break could take the white up.
const MOST: f64 = 0.051;
const MOST_BEFORE_WORD: f64 = 0.09;
/// The most that they are set closer.
const CLOSEST: f64 = -0.1;
/// The longest word in katakana that no line parts.
const LONGEST_WORD: usize = 8;
/// The least size of what is looked at, in points: tables and notes are set smaller.
const LEAST_SIZE: f64 = 8.9;

/// One line of text.
struct Line {
    text: String,
    setting: Setting,
}

/// Returns what is wrong with the lines of a page: the name of the rule, and what breaks it.
pub(crate) fn broken(pieces: &[Piece]) -> Vec<(&'static str, String)> {
    let lines = lines(pieces);
    let mut broken = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).filter(|next| line.goes_on_in(next));
        let most = if next.is_some_and(Line::begins_with_word) { MOST_BEFORE_WORD } else { MOST };
        if !(CLOSEST..=most).contains(&line.setting.stretch) {
            broken.push(("stretched", format!("{:.3} in “{}”", line.setting.stretch, line.text)));
        }
        let Some(next) = next else { continue };
        let parts = || format!("“{}” and “{}”", line.text, next.text);
        let katakana = |letter: &char| is_katakana(*letter);
        let (end, start) = (line.text.chars().rev(), next.text.chars());
        let (before, after) = (end.take_while(katakana).count(), start.take_while(katakana).count());
        if before > 0 && after > 0 && before + after <= LONGEST_WORD {
            broken.push(("parted-word", parts()));
        }
        if line.text.ends_with(|sign: char| sign.is_ascii_digit()) && next.text.starts_with(is_japanese) {
            broken.push(("parted-number", parts()));
        }
        let is_last = !lines.get(index + 2).is_some_and(|after| next.goes_on_in(after));
        if is_last && next.text.chars().filter(|sign| sign.is_alphanumeric()).count() == 1 {
            broken.push(("lone-character", parts()));
        }
    }
    broken
}

impl Line {
    /// Returns whether a line that is read next belongs to the same paragraph: it stands right below, and as far left.
    fn goes_on_in(&self, next: &Self) -> bool {
        let (own, other) = (self.setting, next.setting);
        let down = (other.baseline - own.baseline) / own.size;
        (own.size - other.size).abs() < 0.1
            && (0.8..2.0).contains(&down)
            && (other.span.0 - own.span.0).abs() < own.size
            // The first word of the next line would not have fitted.
            && own.span.1 + 12.0 * own.size > other.span.1
    }

    /// Returns whether the line begins with a word or a number of three letters or more.
    fn begins_with_word(&self) -> bool {
        let letters = self.text.trim_start_matches(|sign: char| !sign.is_alphanumeric()).chars();
        letters.take_while(|letter| is_katakana(*letter) || letter.is_ascii_alphanumeric()).count() >= 3
            || self.text.chars().take(4).any(|letter| letter.is_ascii_digit())
    }
}

/// Returns the lines between the margins in the order of reading: pieces that stand side by side are one.
fn lines(pieces: &[Piece]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.region == Region::Body) {
        let (Some(text), Some(setting)) = (&piece.text, piece.setting) else { continue };
        if setting.size < LEAST_SIZE {
            continue;
        }
        let goes_on = |line: &&mut Line| {
            let own = line.setting;
            (own.baseline - setting.baseline).abs() < 0.1 && (setting.span.0 - own.span.1).abs() < 0.9 * setting.size
        };
        if let Some(line) = lines.last_mut().filter(goes_on) {
            line.text.push_str(text);
            line.setting.span.1 = setting.span.1;
            if setting.stretch.abs() > line.setting.stretch.abs() {
                line.setting.stretch = setting.stretch;
            }
        } else {
            lines.push(Line { text: text.clone(), setting });
        }
    }
    lines
}
