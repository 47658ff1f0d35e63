//! Counts values, object offsets and stream bytes in a PDF before it is parsed, to bound the parser's work. Accepts
//! files as nenpo writes them, with a cross-reference table; others are refused, because their content is only known
//! once it is unpacked.

use std::collections::{BTreeMap, BTreeSet};

use super::Unreadable;
use super::file::LAST_BYTES;

/// The greatest number of values (numbers, names, strings, arrays, dictionaries) in a PDF of unknown origin.
pub const MOST_VALUES: u64 = 2_000_000;

/// The cost of an object or a cross-reference entry, in values.
const OF_OBJECT: u64 = 3;

const BEFORE_END: usize = 25;

pub(super) const BLANKS: &[u8] = b" \t\n\r\0\x0C";

/// Requires that a PDF has the form in which nenpo writes it, and that parsing it stays within bounds.
pub(super) fn require_bounded(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut inventory = Inventory { bytes, values: 0, lexed: 0, streams: 0 };
    let mut section = start(bytes).ok_or(Unreadable::Damaged("startxref".to_owned()))?;
    let mut sections = BTreeSet::new();
    let mut objects = BTreeMap::new();
    while sections.insert(section) {
        match inventory.section(section, &mut objects)? {
            Some(earlier) => section = earlier,
            None => break,
        }
    }
    for object in objects.into_keys() {
        inventory.object(object)?;
    }
    Ok(())
}

fn start(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().rposition(|byte| !BLANKS.contains(byte))? + 1;
    let from = end.saturating_sub(LAST_BYTES);
    let mark = from + last(&bytes[from..end], b"%%EOF")?;
    let from = mark.saturating_sub(BEFORE_END);
    let mut reader = Reader { bytes, at: from + last(&bytes[from..mark], b"startxref")? + b"startxref".len() };
    reader.number()
}

fn last(bytes: &[u8], pattern: &[u8]) -> Option<usize> {
    bytes.windows(pattern.len()).rposition(|window| window == pattern)
}

struct Inventory<'a> {
    bytes: &'a [u8],
    values: u64,
    /// Bytes read so far, without streams.
    lexed: usize,
    streams: usize,
}

impl Inventory<'_> {
    fn value(&mut self, count: u64) -> Result<(), Unreadable> {
        self.values = self.values.saturating_add(count);
        if self.values > MOST_VALUES { Err(Unreadable::TooLarge) } else { Ok(()) }
    }

    /// Reads a cross-reference table and returns the offset of the previous one.
    fn section(&mut self, at: usize, objects: &mut BTreeMap<usize, usize>) -> Result<Option<usize>, Unreadable> {
        let mut reader = Reader { bytes: self.bytes, at };
        let strange = || Unreadable::Resaved;
        if reader.word() != b"xref" {
            return Err(strange());
        }
        loop {
            let before = reader.at;
            if reader.word() == b"trailer" {
                break;
            }
            reader.at = before;
            let first = reader.number().ok_or_else(strange)?;
            for index in 0..reader.number().ok_or_else(strange)? {
                let offset = reader.number().ok_or_else(strange)?;
                reader.number().ok_or_else(strange)?;
                let number = first.saturating_add(index);
                match reader.word() {
                    // The parser would read an object once for each of its numbers.
                    b"n" if objects.insert(offset, number).is_none_or(|other| other == number) => {}
                    b"f" => {}
                    _ => return Err(strange()),
                }
                self.value(OF_OBJECT)?;
            }
        }
        self.values_from(reader.at, b"Prev").map(|(earlier, _)| earlier)
    }

    fn object(&mut self, at: usize) -> Result<(), Unreadable> {
        let (length, stream) = self.values_from(at, b"Length")?;
        let Some(start) = stream else { return Ok(()) };
        let length = length.ok_or(Unreadable::Resaved)?;
        self.streams = self.streams.saturating_add(length.min(self.bytes.len().saturating_sub(start)));
        // Streams that share bytes would each be copied.
        if self.streams > self.bytes.len() { Err(Unreadable::Resaved) } else { Ok(()) }
    }

    /// Counts the values up to the end of an object or the start of its stream. Returns the largest value of the key
    /// `wanted` in its dictionary, and the offset of the stream.
    fn values_from(&mut self, at: usize, wanted: &[u8]) -> Result<(Option<usize>, Option<usize>), Unreadable> {
        let mut reader = Reader { bytes: self.bytes, at };
        let mut found = None;
        let mut depth = 0_usize;
        let mut key: Vec<u8> = Vec::new();
        let mut words = 0_usize;
        let mut counted = reader.at;
        loop {
            let token = reader.token();
            self.lexed = self.lexed.saturating_add(reader.at - counted);
            counted = reader.at;
            // Overlapping objects would be read repeatedly.
            if self.lexed > self.bytes.len().saturating_mul(2) {
                return Err(Unreadable::Resaved);
            }
            let (is_key, word) = match token {
                Token::End => return Ok((found, None)),
                Token::Open => {
                    depth += 1;
                    (true, None)
                }
                Token::Close => {
                    depth = depth.saturating_sub(1);
                    (true, None)
                }
                Token::Name(name) => {
                    if depth == 1 {
                        key = plain(name);
                        match key.as_slice() {
                            b"XRefStm" => return Err(Unreadable::Resaved),
                            b"Encrypt" => return Err(Unreadable::Encrypted),
                            _ => {}
                        }
                    }
                    (true, None)
                }
                Token::Word(b"endobj" | b"startxref") => return Ok((found, None)),
                Token::Word(b"stream") => return Ok((found, Some(reader.at))),
                // A reference is one value: two numbers and `R`.
                Token::Word(b"R") => {
                    self.values = self.values.saturating_sub(1);
                    continue;
                }
                Token::Word(word) => (false, Some(word)),
                Token::Other => (false, None),
            };
            words = if is_key { 0 } else { words + 1 };
            // Numbers may follow each other without a space.
            let several = word.unwrap_or_default().iter().filter(|byte| b"+-.ntf".contains(byte)).count();
            self.value(1 + several as u64)?;
            let Some(word) = word.filter(|_| depth == 1) else { continue };
            if key == wanted {
                let number = std::str::from_utf8(word).ok().and_then(|word| word.parse::<usize>().ok());
                // An indirect object cannot be resolved here.
                found = found.max(Some(number.filter(|_| words == 1).ok_or(Unreadable::Resaved)?));
            }
        }
    }
}

fn plain(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| *first == b'#').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                rest = &behind[2..];
            }
            None => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    plain
}

/// A piece of a file outside streams.
pub(super) enum Token<'a> {
    Open,
    Close,
    Name(&'a [u8]),
    Word(&'a [u8]),
    /// A string, or the start or end of an array.
    Other,
    End,
}

/// Reads pieces in their order.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, is_taken: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !is_taken(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    pub(super) fn blank(&mut self) {
        loop {
            self.take(|byte| BLANKS.contains(&byte));
            if self.rest().first() != Some(&b'%') {
                return;
            }
            self.take(|byte| !matches!(byte, b'\r' | b'\n'));
        }
    }

    fn word(&mut self) -> &'a [u8] {
        self.blank();
        self.take(|byte| !BLANKS.contains(&byte) && !b"()<>[]{}/%".contains(&byte))
    }

    pub(super) fn number(&mut self) -> Option<usize> {
        std::str::from_utf8(self.word()).ok()?.parse().ok()
    }

    pub(super) fn token(&mut self) -> Token<'a> {
        self.blank();
        let rest = self.rest();
        let Some(first) = rest.first() else { return Token::End };
        match first {
            b'<' if rest.starts_with(b"<<") => {
                self.at += 2;
                Token::Open
            }
            b'>' if rest.starts_with(b">>") => {
                self.at += 2;
                Token::Close
            }
            b'<' => {
                self.take(|byte| byte != b'>');
                self.at += 1;
                Token::Other
            }
            b'(' => {
                self.string();
                Token::Other
            }
            b'/' => {
                self.at += 1;
                Token::Name(self.take(|byte| !BLANKS.contains(&byte) && !b"()<>[]{}/%".contains(&byte)))
            }
            b'>' | b')' | b'[' | b']' | b'{' | b'}' => {
                self.at += 1;
                Token::Other
            }
            _ => Token::Word(self.word()),
        }
    }

    fn string(&mut self) {
        let mut depth = 0_usize;
        let mut is_escaped = false;
        for byte in self.rest() {
            self.at += 1;
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}
