//! Maps the codes of a font to characters with its `ToUnicode` table.

use hayro_cmap::{BfString, CMap};
use lopdf::{Dictionary, Object};

use super::Unreadable;
use super::file::File;

/// In bytes.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The greatest number of hexadecimal digits, and spaces between them, for the text of one code: PDF allows 512
/// bytes, and a text is copied as often as its code is shown.
const MOST_DIGITS: usize = 2 * 1024;

#[derive(Debug, Default)]
pub(super) struct UnicodeMap {
    /// In bytes.
    width: usize,
    table: Option<CMap>,
}

impl UnicodeMap {
    /// Reads the table of a font if `allow` accepts its size; a font without a table has no characters.
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
        // Ignore references to other tables.
        let table = if is_bounded(&table) { CMap::parse(&table, |_| None) } else { None };
        Ok(Self { width: if composite { 2 } else { 1 }, table })
    }

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

/// Whether no code of a table maps to more text than PDF allows.
fn is_bounded(table: &[u8]) -> bool {
    table
        .split(|byte| *byte == b'<')
        .all(|part| part.iter().take(MOST_DIGITS + 1).any(|byte| *byte == b'>') || part.len() <= MOST_DIGITS)
}
