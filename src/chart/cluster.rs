//! Characters that attach to the one before: combining marks, variation selectors, joiners.

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_normalization::char::canonical_combining_class;

use crate::unicode::is_selector;

/// The character indices at which grapheme clusters begin, and the length of the text.
pub(super) fn boundaries(text: &str) -> Vec<usize> {
    let breaks: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    ends.enumerate().filter(|(_, byte)| breaks.binary_search(byte).is_ok()).map(|(index, _)| index).collect()
}

/// Whether a character attaches to the one before and has no advance of its own: a combining mark such as U+3099, a
/// variation selector, a joiner.
pub(super) fn takes_no_room(character: char) -> bool {
    canonical_combining_class(character) != 0
        || is_selector(character)
        || matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// Whether a character is a half-width sound mark of kana: it belongs to the character before but has an advance.
/// Renderers treat such a pair as one letter, as wide as the wider of the two.
pub(super) fn is_spacing_mark(character: char) -> bool {
    matches!(character, '\u{FF9E}' | '\u{FF9F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_marks_are_one() {
        assert_eq!(boundaries("ﾂﾄ\u{FF9E}ｳ"), [0, 1, 3, 4]);
        assert_eq!(boundaries("か\u{3099}は"), [0, 2, 3]);
        assert_eq!(boundaries("葛\u{E0100}飾e\u{301}"), [0, 2, 3, 5]);
        assert_eq!(boundaries(""), [0]);
    }

    #[test]
    fn marks_take_room_only_beside_half_width_kana() {
        for mark in ['\u{3099}', '\u{301}', '\u{E0100}', '\u{FE0F}', '\u{200D}'] {
            assert!(takes_no_room(mark) && !is_spacing_mark(mark), "{mark:?}");
        }
        assert!(is_spacing_mark('\u{FF9E}') && !takes_no_room('\u{FF9E}'));
        assert!(!takes_no_room('カ') && !takes_no_room('a'));
    }
}
