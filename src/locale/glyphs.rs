//! Checks a text against a document's fonts: characters without a glyph, and missing variants.

use std::collections::BTreeSet;

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_normalization::char::{compose, is_combining_mark};

use super::key::SLOT;
use crate::unicode::{is_private, is_selector, is_unseen};

/// A text as the fonts can show it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// The text with composed characters, and without selectors of missing variants.
    pub(super) text: String,
    /// Grapheme clusters without a glyph, and the kind of each.
    pub(super) missing: BTreeSet<(String, &'static str)>,
    /// Grapheme clusters shown without their variant.
    pub(super) plain: BTreeSet<String>,
}

/// Checks each grapheme cluster. `has` tells whether there is a glyph for a character, or its variant for a selector.
pub(super) fn set(text: &str, has: &dyn Fn(char, Option<char>) -> bool) -> Setting {
    let is_simple = |character: char| {
        (character.is_whitespace() || (!character.is_control() && has(character, None)))
            && !is_selector(character)
            && !is_combining_mark(character)
    };
    if text.chars().all(is_simple) {
        return Setting { text: text.to_owned(), ..Setting::default() };
    }
    let mut setting = Setting::default();
    let ends: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    for pair in ends.windows(2) {
        setting.add(&text[pair[0]..pair[1]], has);
    }
    setting
}

impl Setting {
    fn add(&mut self, cluster: &str, has: &dyn Fn(char, Option<char>) -> bool) {
        let mut lacks_variant = false;
        let mut set: Vec<char> = Vec::new();
        for character in cluster.chars() {
            let before = set.last().copied().filter(|before| !is_selector(*before));
            if is_selector(character) {
                match before {
                    Some(before) if has(before, Some(character)) => set.push(character),
                    _ => lacks_variant = true,
                }
                continue;
            }
            // Text from some systems has ガ as two characters.
            let whole = before.and_then(|before| compose(before, character));
            match whole.filter(|whole| has(*whole, None)) {
                Some(whole) => {
                    set.pop();
                    set.push(whole);
                }
                None => set.push(character),
            }
        }
        let is_set = |character: &char| {
            is_selector(*character)
                || SLOT.contains(*character)
                || is_isolate(*character)
                || character.is_whitespace()
                || (!character.is_control() && has(*character, None))
        };
        if let Some(missing) = set.iter().find(|character| !is_set(character)) {
            self.missing.insert((cluster.to_owned(), sort(*missing, cluster)));
        } else if lacks_variant {
            self.plain.insert(cluster.to_owned());
        }
        self.text.extend(set);
    }
}

/// Whether a character only parts texts of two directions, and is never drawn.
fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

/// The kind of a character without a glyph; help differs by kind.
fn sort(character: char, cluster: &str) -> &'static str {
    let is_pictograph = |character: char| matches!(u32::from(character), 0x1F000..=0x1FBFF | 0xFE0F | 0x20E3);
    match character {
        _ if character.is_control() => "control",
        _ if is_unseen(character) => "unseen",
        _ if is_private(character) => "private",
        _ if cluster.chars().any(is_pictograph) => "emoji",
        _ if is_combining_mark(character) => "mark",
        _ => "other",
    }
}

/// The code points of a text: U+30AC.
pub(super) fn codes(text: &str) -> String {
    let codes: Vec<String> = text.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    codes.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font with Japanese letters including が, no combining marks, and one variant of 葛.
    fn has(character: char, selector: Option<char>) -> bool {
        match selector {
            Some(selector) => (character, selector) == ('葛', '\u{E0100}'),
            None => character.is_ascii() || ('ぁ'..='ヿ').contains(&character) || ('一'..='龠').contains(&character),
        }
    }

    fn missing(text: &str) -> Vec<(String, &'static str)> {
        set(text, &has).missing.into_iter().collect()
    }

    #[test]
    fn a_variant_that_the_font_has_is_kept_and_another_gives_way() {
        let setting = set("葛\u{E0100}と葛\u{E0105}と1\u{FE0F}", &has);
        assert_eq!(setting.text, "葛\u{E0100}と葛と1");
        assert_eq!(setting.plain.len(), 2);
        assert!(setting.missing.is_empty());
    }

    #[test]
    fn marks_join_with_their_letters() {
        assert_eq!(set("か\u{3099}", &has), Setting { text: "が".into(), ..Setting::default() });
        assert_eq!(missing("a\u{20DD}"), [("a\u{20DD}".to_owned(), "mark")]);
        // Compatibility ideographs differ in shape from their canonical equivalents.
        assert_eq!(set("\u{FA19}", &|_, _| true).text, "\u{FA19}");
    }

    #[test]
    fn what_is_seen_as_one_character_is_one_problem() {
        assert_eq!(missing("👨\u{200D}👩\u{200D}👧"), [("👨\u{200D}👩\u{200D}👧".to_owned(), "emoji")]);
        assert_eq!(missing("𠮷\u{E0100}"), [("𠮷\u{E0100}".to_owned(), "other")]);
        assert_eq!(missing("\u{E000}"), [("\u{E000}".to_owned(), "private")]);
        assert_eq!(missing("a\u{200B}b"), [("\u{200B}".to_owned(), "unseen")]);
        assert_eq!(missing("a\u{7}"), [("\u{7}".to_owned(), "control")]);
        assert_eq!(codes("か\u{3099}"), "U+304B U+3099");
    }
}
