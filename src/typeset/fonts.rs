//! The fonts of a report: those in the binary and those in the report's folder, never the system's.

use std::collections::BTreeSet;

use rayon::prelude::*;
use ttf_parser::{RawFace, Tag};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, FontVariant, FontWeight};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use super::outlines;

/// The greatest number of fonts in a collection; system collections have a dozen.
pub const MOST_IN_COLLECTION: u32 = 64;

/// The greatest number of characters in a font's `cmap` table, counted in every subtable.
pub const MOST_LISTED: u64 = 4_000_000;

/// The fonts for compilation.
pub struct Fonts {
    store: FontStore,
    files: Vec<FontFile>,
}

/// A font file.
pub struct FontFile {
    /// The file name without folder.
    pub name: String,
    /// The content.
    pub data: Bytes,
}

impl Fonts {
    /// Parses font files; also returns the names of those that are not fonts.
    #[must_use]
    pub fn new(files: Vec<FontFile>) -> (Self, Vec<String>) {
        let mut store = FontStore::new();
        let mut unusable = Vec::new();
        // Japanese fonts are large; parsing them sequentially would slow down every start.
        let read =
            |file: &FontFile| if is_bounded(&file.data) { Font::iter(file.data.clone()).collect() } else { Vec::new() };
        let read: Vec<Vec<Font>> = files.par_iter().map(read).collect();
        for (file, fonts) in files.iter().zip(read) {
            if fonts.is_empty() {
                unusable.push(file.name.clone());
            }
            store.extend(fonts.into_iter().map(|font| {
                let info: FontInfo = font.info().clone();
                (font, info)
            }));
        }
        (Self { store, files }, unusable)
    }

    /// The metadata of all fonts.
    #[must_use]
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// A font by its index in the book.
    #[must_use]
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The font files.
    #[must_use]
    pub fn files(&self) -> &[FontFile] {
        &self.files
    }

    /// Whether these are the fonts of these files.
    #[must_use]
    pub fn are_of(&self, files: &[FontFile]) -> bool {
        // Fonts in the binary are the same bytes of memory.
        let same = |one: &[u8], other: &[u8]| std::ptr::eq(one, other) || one == other;
        let pairs = self.files.iter().zip(files);
        self.files.len() == files.len()
            && pairs.into_iter().all(|(one, other)| one.name == other.name && same(&one.data, &other.data))
    }

    /// The bytes of a family's upright font; `None` if there is no such family.
    #[must_use]
    pub fn family(&self, family: &str, bold: bool) -> Option<Bytes> {
        let weight = if bold { FontWeight::BOLD } else { FontWeight::REGULAR };
        let variant = FontVariant { weight, ..FontVariant::default() };
        // The book has family names in lower case.
        let index = self.book().select(&family.to_lowercase(), variant)?;
        Some(self.font(index)?.data().clone())
    }
}

/// Whether a font file is within the bounds: the compiler reads all of it, whatever its size.
fn is_bounded(data: &[u8]) -> bool {
    let count = ttf_parser::fonts_in_collection(data);
    let mut known = BTreeSet::new();
    let is_bounded = |index| {
        RawFace::parse(data, index).is_ok_and(|face| {
            let listed = face.table(Tag::from_bytes(b"cmap")).map_or(0, listed_characters);
            listed <= MOST_LISTED && outlines::are_bounded(&face, &mut known)
        })
    };
    count.is_none_or(|count| count <= MOST_IN_COLLECTION) && (0..count.unwrap_or(1)).all(is_bounded)
}

/// The number of characters in all subtables of a `cmap` table.
fn listed_characters(table: &[u8]) -> u64 {
    let short = |start: usize| Some(u16::from_be_bytes(table.get(start..start.checked_add(2)?)?.try_into().ok()?));
    let long = |start: usize| Some(u32::from_be_bytes(table.get(start..start.checked_add(4)?)?.try_into().ok()?));
    let mut listed = 0_u64;
    for record in 0..usize::from(short(2).unwrap_or_default()) {
        let Some(start) = long(4 + record * 8 + 4).and_then(|offset| usize::try_from(offset).ok()) else { break };
        let at = |offset: usize| start.saturating_add(offset);
        match short(start) {
            Some(4) => {
                let segments = usize::from(short(at(6)).unwrap_or_default() / 2);
                let ranges = (0..segments).map_while(|segment| {
                    let last = short(at(14 + segment * 2))?;
                    Some(u64::from(last.saturating_sub(short(at(16 + segments * 2 + segment * 2))?)) + 1)
                });
                listed = listed.saturating_add(ranges.sum());
            }
            Some(12 | 13) => {
                let groups = long(at(12)).unwrap_or_default() as usize;
                for group in 0..groups {
                    let range = long(at(16 + group * 12)).zip(long(at(20 + group * 12)));
                    let Some((first, last)) = range else { break };
                    listed = listed.saturating_add(u64::from(last.saturating_sub(first)) + 1);
                }
            }
            // Other formats cannot list more than this.
            _ => listed = listed.saturating_add(u64::from(u16::MAX)),
        }
        if listed > MOST_LISTED {
            break;
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Regular.ttf");

    #[test]
    fn real_fonts_are_bounded() {
        assert!(is_bounded(FONT));
    }

    #[test]
    fn a_collection_that_claims_fonts_without_end_is_none() {
        let collection = |count: u32| [b"ttcf\0\x01\0\0".as_slice(), &count.to_be_bytes(), &[0; 8]].concat();
        assert!(!is_bounded(&collection(u32::MAX)));
        assert!(!is_bounded(&collection(MOST_IN_COLLECTION + 1)));
        let file = FontFile { name: "x.ttc".to_owned(), data: Bytes::new(collection(u32::MAX)) };
        assert_eq!(Fonts::new(vec![file]).1, ["x.ttc"]);
    }

    #[test]
    fn characters_that_a_font_lists_are_counted() {
        let table = |records: u16, subtable: &[u8]| {
            let mut table = [0_u16.to_be_bytes(), records.to_be_bytes()].concat();
            let start = 4 + u32::from(records) * 8;
            (0..records).for_each(|_| table.extend([&[0, 3, 0, 10], start.to_be_bytes().as_slice()].concat()));
            [table, subtable.to_vec()].concat()
        };
        let ranges = |ranges: &[(u32, u32)]| {
            let mut subtable = [&[0, 12, 0, 0], [0; 8].as_slice(), &(ranges.len() as u32).to_be_bytes()].concat();
            for (first, last) in ranges {
                subtable.extend([first.to_be_bytes(), last.to_be_bytes(), [0; 4]].concat());
            }
            subtable
        };
        assert_eq!(listed_characters(&table(1, &ranges(&[(65, 90), (97, 122)]))), 52);
        assert!(listed_characters(&table(1, &ranges(&[(0, u32::MAX); 3]))) > MOST_LISTED);
        let mut segments = [0_u8, 4, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0].to_vec();
        segments.extend([0xFF, 0xFF, 0, 0, 0, 0]);
        assert_eq!(listed_characters(&table(1, &segments)), 65_536);
        assert!(listed_characters(&table(u16::MAX, &segments)) > MOST_LISTED);
    }
}
