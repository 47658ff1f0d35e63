//! Which characters the codes of a font stand for: its `ToUnicode` table. Knows no other part of a font.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

use super::Unreadable;
use super::file::File;

/// The most bytes that the table of a font may unpack to.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most bytes that one code may stand for, as PDF defines.
const MOST_TARGET: usize = 512;

/// The characters of a font's codes.
#[derive(Debug, Default)]
pub(super) struct UnicodeMap {
    /// The bytes of one code.
    width: usize,
    /// By the first code of a range: its last one, and what the first stands for in UTF-16.
    ranges: BTreeMap<u32, (u32, Vec<u16>)>,
}

impl UnicodeMap {
    /// Reads the table of a font; a font without one has no characters.
    pub(super) fn read(file: &File, font: &Dictionary) -> Result<Self, Unreadable> {
        let composite = font.get(b"Subtype").is_ok_and(|subtype| matches!(subtype.as_name(), Ok(b"Type0")));
        let mut map = Self { width: if composite { 2 } else { 1 }, ranges: BTreeMap::new() };
        if let Some(Object::Stream(table)) = file.value(font, b"ToUnicode") {
            map.parse(&File::unpacked(table, MOST_BYTES)?);
        }
        Ok(map)
    }

    /// Appends the text of shown codes.
    pub(super) fn append(&self, codes: &[u8], text: &mut String) {
        for code in codes.chunks(self.width.max(1)) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let Some((first, (last, target))) = self.ranges.range(..=code).next_back() else { continue };
            if code > *last {
                continue;
            }
            let Some((end, start)) = target.split_last() else { continue };
            let end = end.wrapping_add((code - first) as u16);
            text.extend(
                char::decode_utf16(start.iter().copied().chain([end]))
                    .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)),
            );
        }
    }

    fn parse(&mut self, table: &[u8]) {
        let mut tokens = Tokens { rest: table };
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"beginbfchar") => self.characters(&mut tokens),
                Token::Word(b"beginbfrange") => self.character_ranges(&mut tokens),
                _ => {}
            }
        }
    }

    fn characters(&mut self, tokens: &mut Tokens<'_>) {
        while let (Some(Token::Code(code)), Some(Token::Code(target))) = (tokens.next(), tokens.next()) {
            self.insert(number(&code), number(&code), &target);
            if tokens.at_word() {
                return;
            }
        }
    }

    fn character_ranges(&mut self, tokens: &mut Tokens<'_>) {
        while let (Some(Token::Code(first)), Some(Token::Code(last)), Some(target)) =
            (tokens.next(), tokens.next(), tokens.next())
        {
            let (first, last) = (number(&first), number(&last));
            match target {
                Token::Code(target) => self.insert(first, last, &target),
                Token::Open => {
                    for code in first..=u32::MAX {
                        match tokens.next() {
                            Some(Token::Code(target)) => self.insert(code, code, &target),
                            _ => break,
                        }
                    }
                }
                Token::Word(_) | Token::Close => return,
            }
            if tokens.at_word() {
                return;
            }
        }
    }

    fn insert(&mut self, first: u32, last: u32, target: &[u8]) {
        if first <= last && target.len() <= MOST_TARGET {
            let target = target.chunks(2).map(|unit| number(unit) as u16).collect();
            self.ranges.insert(first, (last, target));
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

enum Token<'a> {
    Code(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a> {
    rest: &'a [u8],
}

impl Tokens<'_> {
    /// Returns whether a word comes next, which ends a list of codes.
    fn at_word(&self) -> bool {
        !matches!(self.rest.trim_ascii_start().first(), Some(b'<' | b'['))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.rest = self.rest.trim_ascii_start();
        let (length, token) = match self.rest {
            [] => return None,
            [b'<', b'<', ..] | [b'>', b'>', ..] => (2, Token::Word(&self.rest[..2])),
            [b'<', digits @ ..] => {
                let length = digits.iter().position(|byte| *byte == b'>').unwrap_or(digits.len());
                (length + 2, Token::Code(bytes(&digits[..length])))
            }
            [b'[', ..] => (1, Token::Open),
            [b']', ..] => (1, Token::Close),
            [b'%', ..] => (
                self.rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(self.rest.len()),
                Token::Word(b"%"),
            ),
            [_, after @ ..] => {
                let ends = |byte: &u8| byte.is_ascii_whitespace() || b"<>[]%/()".contains(byte);
                let length = after.iter().position(ends).unwrap_or(after.len()) + 1;
                (length, Token::Word(&self.rest[..length]))
            }
        };
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(token)
    }
}

/// Returns the bytes of hexadecimal digits; spaces between them have no meaning.
fn bytes(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}
