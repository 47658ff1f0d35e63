//! Detects the encoding of a text file and decodes it.

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{SHIFT_JIS, UTF_16BE, UTF_16LE};

use super::lookalike::{TwoReadings, two_readings};

/// A supported text encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 of either byte order, with or without a byte order mark.
    Utf16,
    /// The code page of Japanese Windows, a superset of Shift JIS.
    Cp932,
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Cp932 => "CP932",
        })
    }
}

/// Why bytes cannot be decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoText {
    /// No encoding fits; the file is UTF-8 up to this byte.
    Unknown(usize),
    /// CP932 and another encoding both fit, with different texts.
    Ambiguous(Box<TwoReadings>),
    /// UTF-16 with an unpaired surrogate or byte.
    BrokenUtf16,
}

/// Decodes a text. The byte order mark is removed, and no character is ever replaced.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NoText> {
    for (mark, encoding) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return utf16(rest, encoding);
        }
    }
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // ASCII characters in UTF-16 have a zero byte each.
    if let Some(encoding) = utf16_without_mark(plain)
        && let Ok(text) = utf16(plain, encoding)
    {
        return Ok(text);
    }
    let error = match std::str::from_utf8(plain) {
        Ok(text) => return Ok((text.into(), Encoding::Utf8)),
        Err(error) => error,
    };
    let valid = error.valid_up_to();
    if plain.len() < bytes.len() || is_damaged_utf8(plain) {
        return Err(NoText::Unknown(valid));
    }
    let text = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(plain).ok_or(NoText::Unknown(valid))?;
    match two_readings(plain) {
        Some(readings) => Err(NoText::Ambiguous(readings.into())),
        None => Ok((text, Encoding::Cp932)),
    }
}

/// Whether bytes are mostly UTF-8: truncated, or joined from files with different encodings.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut pairs, mut longer, mut errors) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars().filter(|character| !character.is_ascii()) {
            if character.len_utf8() > 2 { longer += 1 } else { pairs += 1 }
        }
        errors += usize::from(!chunk.invalid().is_empty());
    }
    // Two-byte sequences may be two half-width kana by chance; three-byte sequences hardly ever are.
    (longer > 1 && longer * 4 > errors) || pairs > errors * 3
}

fn utf16<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding) -> Result<(Cow<'a, str>, Encoding), NoText> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(NoText::BrokenUtf16)?;
    Ok((text, Encoding::Utf16))
}

/// The byte order of UTF-16 without a mark: many zeros, all of them in the same half of the pairs.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    /// At least one in this number of characters of a table is ASCII.
    const LEAST_SHARE: usize = 4;
    let zeros = |half: usize| bytes.iter().skip(half).step_by(2).filter(|byte| **byte == 0).count();
    let is_many = |zeros: usize| zeros * 2 * LEAST_SHARE >= bytes.len();
    match (zeros(0), zeros(1)) {
        _ if !bytes.len().is_multiple_of(2) => None,
        (0, low) if low > 0 && is_many(low) => Some(UTF_16LE),
        (high, 0) if high > 0 && is_many(high) => Some(UTF_16BE),
        _ => None,
    }
}

/// Converts CRLF to LF, so that a checkout on Windows is the same text.
#[must_use]
pub fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "id,指標名\r\na,①髙﨑のｶﾅ～\r\n";

    fn utf16_bytes(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
        decode(bytes).ok().map(|(text, encoding)| (text.into_owned(), encoding))
    }

    #[test]
    fn each_encoding_is_found_out() {
        let expected = |encoding| Some((TEXT.to_owned(), encoding));
        assert_eq!(decoded(TEXT.as_bytes()), expected(Encoding::Utf8));
        assert_eq!(decoded(format!("\u{FEFF}{TEXT}").as_bytes()), expected(Encoding::Utf8));
        assert_eq!(decoded(&SHIFT_JIS.encode(TEXT).0), expected(Encoding::Cp932));
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decoded(&utf16_bytes(TEXT, to_bytes)), expected(Encoding::Utf16));
            assert_eq!(decoded(&utf16_bytes(&format!("\u{FEFF}{TEXT}"), to_bytes)), expected(Encoding::Utf16));
        }
    }

    #[test]
    fn nothing_is_ever_replaced() {
        assert_eq!(decode(b"a,\xFF\xFF"), Err(NoText::Unknown(2)));
        assert_eq!(decode(b"\xEF\xBB\xBFa,\x82\xA0"), Err(NoText::Unknown(2)));
        assert_eq!(decode(b"\xFF\xFEa"), Err(NoText::BrokenUtf16));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8a\x00"), Err(NoText::BrokenUtf16));
        // A truncated character.
        assert_eq!(decode(b"a,\x82"), Err(NoText::Unknown(2)));
    }

    #[test]
    fn utf_8_that_was_cut_or_joined_with_something_else_is_not_cp932() {
        let japanese = "id,指標の名前\na,清掃活動の回数\n".as_bytes();
        assert_eq!(decode(&japanese[..japanese.len() - 2]), Err(NoText::Unknown(39)));
        let (other, ..) = SHIFT_JIS.encode("b,水質\n");
        assert_eq!(decode(&[japanese, &*other].concat()), Err(NoText::Unknown(45)));
        let french = "id,métropole, réussite, été, là\n".as_bytes();
        assert!(matches!(decode(&[french, b"a,\xE9t\xE9s\n"].concat()), Err(NoText::Unknown(_))));
    }

    #[test]
    fn a_text_with_a_zero_in_it_is_not_utf_16() {
        for text in ["ab\0\0cd", "id,kind\0a"] {
            assert_eq!(decoded(text.as_bytes()), Some((text.to_owned(), Encoding::Utf8)));
        }
    }
}
