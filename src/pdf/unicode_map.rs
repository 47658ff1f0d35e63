//! Which characters the codes of a font stand for: its `ToUnicode` table. Knows no other part of a font.

use hayro_cmap::{BfString, CMap};
use lopdf::{Dictionary, Object};

use super::Unreadable;
use super::file::File;

/// The most bytes that the table of a font may unpack to.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most hexadecimal digits, and spaces between them, of the text that one code may stand for: PDF defines 512 bytes, and
/// a text is copied as often as its code is shown.
const MOST_DIGITS: usize = 2 * 1024;

/// The characters of a font's codes.
#[derive(Debug, Default)]
pub(super) struct UnicodeMap {
    /// The bytes of one code.
    width: usize,
    table: Option<CMap>,
}

impl UnicodeMap {
    /// Reads the table of a font, once its bytes are allowed; a font without one has no characters.
    pub(super) fn read(
        file: &File,
        font: &Dictionary,
        allow: impl FnOnce(usize) -> Result<(), Unreadable>,
    ) -> Result<Self, Unreadable> {
        let composite = font.get(b"Subtype").is_ok_and(|subtype| matches!(subtype.as_name(), Ok(b"Type0")));
        let table = match file.value(font, b"ToUnicode") {
            Some(Object::Stream(table)) => File::unpacked(table, MOST_BYTES)?,
            _ => Vec::new(),
        };
        allow(table.len())?;
        // No table leads to another one.
        let table = if is_bounded(&table) { CMap::parse(&table, |_| None) } else { None };
        Ok(Self { width: if composite { 2 } else { 1 }, table })
    }

    /// Returns the text of each of the shown codes.
    pub(super) fn glyphs<'a>(&'a self, codes: &'a [u8]) -> impl Iterator<Item = String> + 'a {
        codes.chunks(self.width.max(1)).filter_map(|code| {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            Some(match self.table.as_ref()?.lookup_bf_string(code)? {
                BfString::Char(character) => character.to_string(),
                BfString::String(characters) => characters,
            })
        })
    }
}

/// Returns whether no code of a table stands for more text than PDF allows.
fn is_bounded(table: &[u8]) -> bool {
    table
        .split(|byte| *byte == b'<')
        .all(|part| part.iter().take(MOST_DIGITS + 1).any(|byte| *byte == b'>') || part.len() <= MOST_DIGITS)
}
