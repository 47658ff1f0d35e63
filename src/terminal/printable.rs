//! Makes texts safe to print: they cannot control the terminal.

/// Replaces control characters and normalizes line endings for display. Every replacement has the same number of bytes,
/// so that positions stay valid.
pub(super) fn shown(text: &str) -> String {
    let mut characters = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        shown.push(match character {
            // A lone CR ends a line, as in files of classic Mac OS.
            '\r' if characters.peek() != Some(&'\n') => '\n',
            '\n' | '\r' | '\t' => character,
            _ if steers(character) => match character.len_utf8() {
                1 => '?',
                2 => '·',
                _ => char::REPLACEMENT_CHARACTER,
            },
            _ => character,
        });
    }
    shown
}

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

/// Whether a character could move the cursor, change colours or reverse the direction of text.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_has_the_bytes_of_the_text() {
        let text = "a\u{1b}[31m\u{85}b\u{202E}c\rd\r\ne\0";
        let shown = shown(text);
        assert_eq!(shown.len(), text.len());
        assert_eq!(shown, "a?[31m·b\u{FFFD}c\nd\r\ne?");
    }

    #[test]
    fn a_long_value_is_cut_short() {
        assert_eq!(printable(&"あ".repeat(300)).chars().count(), 81);
        assert_eq!(printable("a\nb"), "a b");
    }
}
