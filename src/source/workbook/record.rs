//! The records of old workbooks: kind and data, which may continue in further records.

use super::compound::{long, short};

#[derive(Debug)]
pub(super) struct Record<'a> {
    /// One of the constants.
    pub(super) kind: u16,
    parts: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const END: u16 = 0x000A;
    pub(super) const EPOCH: u16 = 0x0022;
    pub(super) const FILE_PASSWORD: u16 = 0x002F;
    pub(super) const FONT: u16 = 0x0031;
    const CONTINUE: u16 = 0x003C;
    pub(super) const COLUMNS: u16 = 0x007D;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const PALETTE: u16 = 0x0092;
    pub(super) const MANY_NUMBERS: u16 = 0x00BD;
    pub(super) const RICH_TEXT: u16 = 0x00D6;
    pub(super) const STYLE: u16 = 0x00E0;
    pub(super) const MERGED: u16 = 0x00E5;
    pub(super) const STRINGS: u16 = 0x00FC;
    pub(super) const STRING: u16 = 0x00FD;
    pub(super) const RULES: u16 = 0x01B0;
    pub(super) const RULE: u16 = 0x01B1;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const TEXT: u16 = 0x0204;
    pub(super) const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub(super) const FORMULA_TEXT: u16 = 0x0207;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const SHORT_NUMBER: u16 = 0x027E;
    pub(super) const NUMBER_FORMAT: u16 = 0x041E;
    pub(super) const BEGIN: u16 = 0x0809;

    pub(super) fn data(&self) -> &'a [u8] {
        self.parts.first().copied().unwrap_or_default()
    }

    /// The size in bytes, including headers.
    pub(super) fn size(&self) -> usize {
        /// The kind and length before each part.
        const HEAD: usize = 4;
        self.parts.iter().map(|part| part.len() + HEAD).sum()
    }

    pub(super) fn text(&self, offset: usize) -> Text<'_> {
        Text { parts: &self.parts, part: 0, offset }
    }
}

/// Iterates over the records of a stream. A damaged record is `None`, and the last.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let (kind, length) = (short(self.rest, 0)?, usize::from(short(self.rest, 2)?));
        let data = self.rest.get(4..4 + length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Option<Record<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some((kind, data)) = self.one() else {
            self.rest = &[];
            return Some(None);
        };
        let mut parts = vec![data];
        while short(self.rest, 0) == Some(Record::CONTINUE) {
            let Some((_, data)) = self.one() else { break };
            parts.push(data);
        }
        Some(Some(Record { kind, parts }))
    }
}

/// Reads numbers and characters across the parts of a record.
#[derive(Debug)]
pub(super) struct Text<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    offset: usize,
}

impl Text<'_> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1, |bytes| bytes.first().copied())
    }

    pub(super) fn short(&mut self) -> Option<u16> {
        self.take(2, |bytes| short(bytes, 0))
    }

    pub(super) fn long(&mut self) -> Option<u32> {
        self.take(4, |bytes| long(bytes, 0))
    }

    /// Reads characters after the byte with their flags.
    pub(super) fn characters(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        self.characters_as(count, flags)
    }

    /// Reads at most `count` characters, as many as there are.
    pub(super) fn characters_there(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let size = if flags & 1 == 0 { 1 } else { 2 };
        let left = self.parts.get(self.part)?.len().saturating_sub(self.offset) / size;
        let is_one_part = self.part + 1 == self.parts.len();
        self.characters_as(if is_one_part { count.min(left) } else { count }, flags)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.parts.get(self.part..).unwrap_or_default().iter().map(|part| part.len()).sum::<usize>() <= self.offset
    }

    /// Reads characters of two bytes, or of one if all are Latin-1. Each part has its own flags.
    pub(super) fn characters_as(&mut self, count: usize, mut flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        loop {
            let size = if flags & 1 == 0 { 1 } else { 2 };
            let rest = self.parts.get(self.part)?.get(self.offset..)?;
            let chunks = rest.chunks_exact(size).take(count - units.len());
            self.offset += chunks.len() * size;
            units.extend(chunks.map(|unit| short(unit, 0).unwrap_or_else(|| u16::from(unit[0]))));
            if units.len() == count {
                return Some(String::from_utf16_lossy(&units));
            }
            self.next_part()?;
            flags = self.byte()?;
        }
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        loop {
            let left = self.parts.get(self.part)?.len().saturating_sub(self.offset);
            if count <= left {
                self.offset += count;
                return Some(());
            }
            count -= left;
            self.next_part()?;
        }
    }

    fn next_part(&mut self) -> Option<()> {
        self.part += 1;
        self.offset = 0;
        self.parts.get(self.part).map(|_| ())
    }

    /// Reads bytes that are never split between parts.
    fn take<T>(&mut self, count: usize, read: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
        while self.parts.get(self.part)?.len() <= self.offset {
            self.next_part()?;
        }
        let bytes = self.parts.get(self.part)?.get(self.offset..self.offset.checked_add(count)?)?;
        self.offset += count;
        read(bytes)
    }
}
