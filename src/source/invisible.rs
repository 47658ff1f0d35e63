//! Detects invisible characters in cells, such as the zero-width spaces of text copied from web pages.

use crate::diagnostic::{Code, Diagnostic, Place};

/// Whether a character is invisible and not white space: default-ignorable, format and control characters of Unicode.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The problem of the first invisible character; `None` if there is none.
pub(super) fn diagnostic(text: &str, place: &Place) -> Option<Diagnostic> {
    let character = text.chars().find(|character| is_invisible(*character))?;
    let kind = match character {
        '\0'..='\u{9F}' => "control",
        '\u{AD}' => "soft-hyphen",
        '\u{200B}' => "zero-width-space",
        '\u{200C}' => "zero-width-non-joiner",
        '\u{200D}' => "zero-width-joiner",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "direction",
        '\u{2060}' => "word-joiner",
        '\u{FEFF}' => "byte-order-mark",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180F}' => "variation-selector",
        _ => "other",
    };
    let problem = Diagnostic::at(Code::InvisibleCharacter, place).with("kind", kind).with("value", without(text));
    Some(problem.with("character", format!("U+{:04X}", u32::from(character))))
}

pub(super) fn without(text: &str) -> String {
    text.chars().filter(|character| !is_invisible(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_or_is_white_space_is_no_problem() {
        let place = Place::whole(&"data.csv".into());
        for text in ["57", "令和4年度", "\u{A0}5\u{3000}\n", "①髙ｶﾞ…", "x\u{301}"] {
            assert_eq!(diagnostic(text, &place), None, "{text:?}");
        }
        for (text, name, kind) in [
            ("5\u{200B}7", "U+200B", "zero-width-space"),
            ("\u{FEFF}57", "U+FEFF", "byte-order-mark"),
            ("57\u{200E}", "U+200E", "direction"),
            ("5\u{AD}7", "U+00AD", "soft-hyphen"),
            ("57\u{FE0E}", "U+FE0E", "variation-selector"),
            ("57\u{E0101}", "U+E0101", "variation-selector"),
            ("5\u{1}7", "U+0001", "control"),
            ("5\u{3164}7", "U+3164", "other"),
        ] {
            let found = diagnostic(text, &place).unwrap();
            assert_eq!((found.argument("character"), found.argument("kind")), (Some(name), Some(kind)));
            assert_eq!(without(text), "57");
        }
    }
}
