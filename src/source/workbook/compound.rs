//! Reads compound files ([MS-CFB]), with every offset checked, and no chain of sectors longer than the file.

pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const MINI_SECTOR: usize = 64;

pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    /// Streams below this length are stored in small sectors.
    mini_cutoff: usize,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    /// `None` if the tables are inconsistent.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            mini_cutoff: long(bytes, 56)? as usize,
            entries: Vec::new(),
        };
        compound.table = compound.read_table()?;
        let directory = compound.chain(long(bytes, 48)?)?;
        compound.entries = directory.chunks_exact(128).filter_map(entry).collect();
        compound.mini_table = longs(&compound.chain(long(bytes, 60)?)?);
        let root = compound.entries.first()?;
        compound.mini_stream = compound.chain(root.start)?;
        Some(compound)
    }

    /// Names are case-insensitive.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        // The rest of the chain is ignored: some programs never terminate it.
        let is_small = entry.length < self.mini_cutoff;
        let chain = if is_small { self.mini_chain(entry) } else { self.chain_of(entry.start, entry.length) };
        let mut stream = chain?;
        stream.truncate(entry.length);
        (stream.len() == entry.length).then_some(stream)
    }

    /// Reads the allocation table. Its first sectors are listed in the header, and others in a chain of sectors.
    fn read_table(&self) -> Option<Vec<u32>> {
        let mut listed = longs(self.bytes.get(76..512)?);
        let mut next = long(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector;
        for _ in 0..most {
            let Some(sector) = self.at(next) else { break };
            let mut numbers = longs(sector);
            next = numbers.pop()?;
            listed.extend(numbers);
        }
        Some(listed.into_iter().take(most).filter_map(|number| self.at(number)).flat_map(longs).collect())
    }

    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        self.chain_of(start, usize::MAX)
    }

    fn chain_of(&self, start: u32, wanted: usize) -> Option<Vec<u8>> {
        chain(&self.table, start, wanted, self.bytes.len(), |number| self.at(number))
    }

    fn mini_chain(&self, entry: &Entry) -> Option<Vec<u8>> {
        chain(&self.mini_table, entry.start, entry.length, self.mini_stream.len(), |number| {
            let start = (number as usize).checked_mul(MINI_SECTOR)?;
            let end = start.checked_add(MINI_SECTOR)?.min(self.mini_stream.len());
            self.mini_stream.get(start..end).filter(|sector| !sector.is_empty())
        })
    }
}

/// Joins the sectors of a chain up to the wanted length. `None` if a sector is missing, or the chain is a cycle.
fn chain<'s>(
    table: &[u32],
    start: u32,
    wanted: usize,
    most: usize,
    at: impl Fn(u32) -> Option<&'s [u8]>,
) -> Option<Vec<u8>> {
    /// The end of a chain; larger numbers are not sectors either.
    const END: u32 = 0xFFFF_FFFE;
    let mut bytes = Vec::new();
    let mut number = start;
    while number < END && bytes.len() < wanted {
        bytes.extend_from_slice(at(number)?);
        if bytes.len() > most {
            return None;
        }
        number = *table.get(number as usize)?;
    }
    Some(bytes)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(short(bytes, 64)?).saturating_sub(2);
    let units: Vec<u16> = bytes
        .get(..length)?
        .chunks_exact(2)
        .filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?)))
        .collect();
    Some(Entry { name: String::from_utf16_lossy(&units), start: long(bytes, 116)?, length: long(bytes, 120)? as usize })
}

/// Reads a little-endian number of two bytes.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Reads a little-endian number of four bytes.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?))).collect()
}
