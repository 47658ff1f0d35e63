//! Escapes data in CommonMark by mapping punctuation to private-use characters.

/// The offset of escaped ASCII punctuation (supplementary private use area A), which CommonMark treats as letters.
const DISGUISE: u32 = 0xF_0000;

/// Escapes all characters that CommonMark may interpret.
pub(super) fn escape(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_ascii_punctuation() {
                char::from_u32(DISGUISE + u32::from(character)).unwrap_or(character)
            } else {
                character
            }
        })
        .collect()
}

pub(super) fn is_disguised(character: char) -> bool {
    u32::from(character).checked_sub(DISGUISE).is_some_and(|code| code < 0x80)
}

/// Reverses [`escape`].
pub(super) fn unescape(text: &str) -> String {
    text.chars()
        .map(|character| match u32::from(character).checked_sub(DISGUISE).map(u8::try_from) {
            Some(Ok(byte)) if byte.is_ascii_punctuation() => char::from(byte),
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shielded_text_has_no_markup_and_comes_back_whole() {
        let text = "a*b_[c](d)<e>`f`\\#$@~^ 指標［］※";
        assert!(!escape(text).chars().any(|character| character.is_ascii_punctuation()));
        assert_eq!(unescape(&escape(text)), text);
    }
}
