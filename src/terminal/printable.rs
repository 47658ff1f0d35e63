//! Makes values safe to print: they cannot control the terminal.

use crate::unicode::steers;

/// Shortens a value to one printable line for use in a sentence.
pub(super) fn printable(text: &str) -> String {
    /// In characters.
    const LONGEST: usize = 80;
    let mut printable: String = on_one_line(text).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        printable.push('…');
    }
    printable
}

pub(super) fn on_one_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|character| match character {
        '\n' | '\r' | '\t' => ' ',
        _ if steers(character) => char::REPLACEMENT_CHARACTER,
        _ => character,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_short() {
        assert_eq!(printable(&"あ".repeat(300)).chars().count(), 81);
        assert_eq!(printable("a\nb"), "a b");
    }
}
