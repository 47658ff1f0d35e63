//! Texts as they are compared: what is printed differs from what is written in white space and unseen characters.

use crate::unicode::is_unseen;

/// White space that belongs to a number, as it groups its digits.
const GROUPING: char = '\u{202F}';

/// A text without white space and unseen characters.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && !is_unseen(*character)).collect()
}

/// A text with single spaces, and without unseen characters.
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !is_unseen(*character)) {
        match character {
            '\u{A0}' | '\u{2007}' | '\u{2009}' | GROUPING => spaced.push(GROUPING),
            _ if !character.is_whitespace() => spaced.push(character),
            _ if !spaced.ends_with(' ') => spaced.push(' '),
            _ => {}
        }
    }
    spaced.trim().to_owned()
}

/// A text without white space, and where in it there was some.
pub(super) struct Bare {
    pub(super) text: String,
    parted: Vec<usize>,
}

impl Bare {
    pub(super) fn new(text: &str) -> Self {
        let (mut bare, mut parted) = (String::with_capacity(text.len()), Vec::new());
        for character in text.chars().filter(|character| !is_unseen(*character)) {
            if character.is_whitespace() {
                parted.push(bare.len());
            } else {
                bare.push(character);
            }
        }
        Self { text: bare, parted }
    }

    /// Whether a word may begin or end at a byte: letters of an alphabet on both sides are one word.
    fn is_edge(&self, at: usize) -> bool {
        let (before, after) = (self.text[..at].chars().last(), self.text[at..].chars().next());
        self.parted.contains(&at) || !(before.is_some_and(is_of_word) && after.is_some_and(is_of_word))
    }

    /// The first place of some words that is not covered.
    pub(super) fn find(&self, words: &str, covered: &[(usize, usize)]) -> Option<(usize, usize)> {
        let found = self.text.match_indices(words).map(|(start, _)| (start, start + words.len()));
        let is_free = |(start, end): &(usize, usize)| covered.iter().all(|(from, to)| end <= from || to <= start);
        found.filter(is_free).find(|(start, end)| self.is_edge(*start) && self.is_edge(*end))
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() && u32::from(character) < 0x2E80
}

/// Whether a spaced text has another one in it that is no part of a longer number or word. Returns the byte at which it
/// begins.
pub(super) fn position(text: &str, wanted: &str) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let ends_number = |rest: &str| {
        let mut rest = rest.chars();
        match rest.next() {
            Some(next) if next.is_numeric() => false,
            Some('.' | ',' | '\'' | '’' | '٬' | '٫' | GROUPING) => !rest.next().is_some_and(char::is_numeric),
            _ => true,
        }
    };
    let is_apart = |start: usize| {
        let before = text[..start].chars().last();
        let begins_with_digit = wanted.starts_with(char::is_numeric);
        !before.is_some_and(|before| {
            before.is_alphanumeric()
                || (begins_with_digit && matches!(before, '.' | ',' | '\'' | '’' | '−' | '-' | '△' | '▲' | GROUPING))
        })
    };
    let found = text.match_indices(wanted).map(|(start, _)| start);
    let ends_with_digit = wanted.ends_with(char::is_numeric);
    let is_whole =
        |start: &usize| is_apart(*start) && (!ends_with_digit || ends_number(&text[*start + wanted.len()..]));
    found.into_iter().find(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_number_is_not_found() {
        assert_eq!(position("43.2 ※6p", "43.2"), Some(0));
        for (text, wanted) in [("43.2", "43"), ("1,235", "235"), ("−12", "12"), ("R4", "4"), ("1\u{202F}234", "234")]
        {
            assert_eq!(position(text, wanted), None, "{wanted} in {text}");
        }
        assert_eq!(position("100 80", "80"), Some(4));
        assert_eq!(position("55以上 52.5", "55"), Some(0));
    }

    #[test]
    fn words_are_found_whole_and_once() {
        let text = Bare::new("Table 1 Water quality: targets");
        assert_eq!(text.find("Waterquality", &[]), Some((6, 18)));
        assert_eq!(text.find("target", &[]), None);
        assert_eq!(text.find("Waterquality", &[(0, 7)]), None);
        assert!(Bare::new("①医薬品の目標値").find("目標値", &[]).is_some());
    }

    #[test]
    fn white_space_is_normalized() {
        assert_eq!(bare(" a\u{A0}b\u{AD}c\u{200B} \n"), "abc");
        assert_eq!(spaced(" a \n b\u{A0}c\u{2060}"), "a b\u{202F}c");
    }
}
