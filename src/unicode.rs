//! Properties of single characters: ASCII equivalents of what input methods insert, variation selectors, invisible
//! characters, what steers a terminal. Does not depend on a font or format.

use unicode_normalization::UnicodeNormalization;

/// The ASCII character that an input method or word processor may have replaced with this one.
#[must_use]
pub fn plain(character: char) -> Option<char> {
    match character {
        // Full-width ASCII.
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0),
        '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => Some(' '),
        '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟' | '「' | '」' | '『' | '』' | '«' | '»' | '｢' | '｣' | '″' => {
            Some('"')
        }
        '‘' | '’' | '‚' | '‛' => Some('\''),
        '。' | '｡' => Some('.'),
        '、' | '､' => Some(','),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | 'ｰ' => Some('-'),
        '〜' => Some('~'),
        '【' | '〔' => Some('['),
        '】' | '〕' => Some(']'),
        _ => None,
    }
}

/// Replaces all characters that have an ASCII equivalent.
#[must_use]
pub fn plain_text(text: &str) -> String {
    text.chars().map(|character| plain(character).unwrap_or(character)).collect()
}

/// A text with composed characters (NFC), in which names of files are compared: some systems store ガ as two characters.
#[must_use]
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Whether a character is a variation selector, as in 葛 with U+E0100.
#[must_use]
pub fn is_selector(character: char) -> bool {
    matches!(u32::from(character), 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF | 0x180B..=0x180D)
}

/// Whether a character is invisible: joiners, bidirectional controls, line break opportunities.
#[must_use]
pub fn is_unseen(character: char) -> bool {
    matches!(
        u32::from(character),
        0xAD | 0x34F | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xE_0000..=0xE_007F
    )
}

/// Whether a character is the sign of a currency.
#[must_use]
pub fn is_currency(character: char) -> bool {
    matches!(character, '$' | '¢'..='¥' | '\u{20A0}'..='\u{20CF}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// Whether a character is for private use (外字).
#[must_use]
pub fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}

/// Whether a character could move the cursor, change colours or reverse the direction of text.
#[must_use]
pub fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_input_method_writes_has_a_plain_form() {
        assert_eq!(plain_text("｛　ＡＣＴＵＡＬ（“ｘ−１”）　｝"), "{ ACTUAL(\"x-1\") }");
        assert_eq!(plain_text("［plan］、２０２２。"), "[plan],2022.");
        assert_eq!(plain('件'), None);
        assert_eq!(plain('a'), None);
    }
    #[test]
    fn selectors_and_unseen_characters_are_told_apart() {
        assert!(is_selector('\u{E0100}') && is_selector('\u{FE0F}') && !is_selector('葛'));
        assert!(is_unseen('\u{200B}') && !is_unseen(' ') && is_private('\u{E000}'));
    }
}
