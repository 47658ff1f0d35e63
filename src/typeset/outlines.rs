//! Bounds the outlines of a font: nested composite glyphs and charstring subroutines can demand unlimited drawing
//! work. The bytes that each glyph would read are counted before anything is drawn.

use std::cell::Cell;
use std::collections::BTreeSet;

use rayon::prelude::*;
use read_fonts::ps::cff::CffFontRef;
use read_fonts::ps::cff::blend::BlendState;
use read_fonts::ps::cff::index::Index;
use read_fonts::ps::cs::{self, CharstringContext, CharstringKind, CommandSink};
use read_fonts::ps::error::Error;
use read_fonts::tables::glyf::{Glyf, Glyph};
use read_fonts::tables::loca::Loca;
use read_fonts::types::{Fixed, GlyphId, GlyphId16};
use read_fonts::{FontRead, ReadError};
use ttf_parser::{RawFace, Tag};

/// The greatest number of bytes of outlines that a glyph reads, its components and subroutines counted each time. A
/// kanji reads about five hundred.
pub const LARGEST_OUTLINE: u64 = 64 * 1024;

/// The greatest number of bytes of outlines that all glyphs of a font read. A font with all kanji reads about 40 MB.
pub const MOST_OF_OUTLINES: u64 = 256 * 1024 * 1024;

/// The same as in the compiler.
const MOST_NESTED: usize = 32;

/// Tables of colour and bitmap glyphs.
const PICTURES: [&[u8; 4]; 4] = [b"CBDT", b"COLR", b"SVG ", b"sbix"];

/// Whether the outlines of a font are within the bounds and none of its glyphs is a drawing or bitmap. The fonts of a
/// collection share outlines; those in `known` are not read again.
pub(super) fn are_bounded<'a>(face: &RawFace<'a>, known: &mut BTreeSet<[Option<*const u8>; 3]>) -> bool {
    let table = |tag: &[u8; 4]| -> Option<&'a [u8]> { face.table(Tag::from_bytes(tag)) };
    if PICTURES.iter().any(|tag| table(tag).is_some()) {
        return false;
    }
    if !known.insert([b"glyf", b"CFF ", b"CFF2"].map(|tag| table(tag).map(<[u8]>::as_ptr))) {
        return true;
    }
    let is_long = table(b"head").and_then(|head| head.get(50..52)) != Some(&[0, 0]);
    let glyphs = table(b"loca")
        .zip(table(b"glyf"))
        .is_none_or(|(loca, glyf)| Glyphs::new(loca, glyf, is_long).is_ok_and(|mut glyphs| glyphs.are_bounded()));
    glyphs && [b"CFF ", b"CFF2"].into_iter().filter_map(table).all(|table| read_charstrings(table).is_ok())
}

struct Glyphs<'a> {
    loca: Loca<'a>,
    glyf: Glyf<'a>,
    /// The bytes that each glyph reads, memoised.
    known: Vec<Option<u64>>,
}

impl<'a> Glyphs<'a> {
    fn new(loca: &'a [u8], glyf: &'a [u8], is_long: bool) -> Result<Self, ReadError> {
        let (loca, glyf) = (Loca::read(loca.into(), is_long)?, Glyf::read(glyf.into())?);
        Ok(Self { known: vec![None; loca.len()], loca, glyf })
    }

    fn are_bounded(&mut self) -> bool {
        let mut all = 0_u64;
        (0..u16::try_from(self.loca.len()).unwrap_or(u16::MAX)).all(|glyph| {
            let read = self.read_by(GlyphId16::new(glyph).into(), 0);
            all = all.saturating_add(read);
            read <= LARGEST_OUTLINE && all <= MOST_OF_OUTLINES
        })
    }

    /// The number of bytes that a glyph reads; saturated for cyclic composites.
    fn read_by(&mut self, glyph: GlyphId, depth: usize) -> u64 {
        let index = glyph.to_u32() as usize;
        if let Some(Some(known)) = self.known.get(index) {
            return *known;
        }
        if depth > MOST_NESTED {
            return u64::MAX;
        }
        let read = match self.loca.get_glyf(glyph, &self.glyf) {
            Ok(Some(Glyph::Simple(simple))) => simple.offset_data().len() as u64,
            Ok(Some(Glyph::Composite(composite))) => {
                let mut read = composite.offset_data().len() as u64;
                for (part, _) in composite.component_glyphs_and_flags() {
                    read = read.saturating_add(self.read_by(part.into(), depth + 1));
                    if read > LARGEST_OUTLINE {
                        break;
                    }
                }
                read
            }
            Ok(None) | Err(_) => 0,
        };
        if let Some(known) = self.known.get_mut(index) {
            *known = Some(read);
        }
        read
    }
}

/// Reads the outlines of a CFF font; fails if they exceed the bounds or are invalid.
fn read_charstrings(table: &[u8]) -> Result<(), Error> {
    let font = CffFontRef::new(table, 0, None)?;
    let routines = |index: u16| {
        let start = font.subfont(index, &[])?.subrs_offset() as usize;
        let routines = table.get(start..).ok_or(ReadError::OutOfBounds)?;
        if start == 0 { Ok(Index::Empty) } else { Index::new(routines, font.version() == 2) }
    };
    let routines = (0..font.num_subfonts()).map(routines).collect::<Result<Vec<Index<'_>>, Error>>()?;
    let read_by = |glyph: u32| {
        let own = font.subfont_index(glyph.into()).and_then(|index| routines.get(usize::from(index)));
        let own = own.unwrap_or(&Index::Empty);
        let charstrings =
            Charstrings { font: (table, font.charstrings(), font.global_subrs(), own), read: Cell::new(0) };
        let outline = charstrings.count(font.charstrings().get(glyph as usize)?)?;
        let blend = font.var_store().map(|store| BlendState::new(store.clone(), &[], 0)).transpose()?;
        cs::evaluate(&charstrings, blend, outline, &mut Unseen)?;
        Ok(charstrings.read.get())
    };
    let add = |one: u64, other: u64| Some(one + other).filter(|all| *all <= MOST_OF_OUTLINES).ok_or_else(too_much);
    (0..font.num_glyphs()).into_par_iter().map(read_by).try_reduce(|| 0, add).map(|_| ())
}

fn too_much() -> Error {
    ReadError::OutOfBounds.into()
}

/// Counts the bytes that an outline and its subroutines read.
struct Charstrings<'a> {
    /// The table, the charstrings, and the global and local subroutines.
    font: (&'a [u8], &'a Index<'a>, &'a Index<'a>, &'a Index<'a>),
    read: Cell<u64>,
}

impl Charstrings<'_> {
    fn count<'b>(&self, charstring: &'b [u8]) -> Result<&'b [u8], Error> {
        self.read.set(self.read.get() + charstring.len() as u64 + 1);
        if self.read.get() <= LARGEST_OUTLINE { Ok(charstring) } else { Err(too_much()) }
    }
}

impl CharstringContext for Charstrings<'_> {
    fn kind(&self) -> CharstringKind {
        CharstringKind::Type2
    }

    fn seac_components(&self, base: i32, accent: i32) -> Result<[&[u8]; 2], Error> {
        let [base, accent] = self.font.seac_components(base, accent)?;
        Ok([self.count(base)?, self.count(accent)?])
    }

    fn global_subr(&self, number: i32) -> Result<&[u8], Error> {
        self.count(self.font.global_subr(number)?)
    }

    fn subr(&self, number: i32) -> Result<&[u8], Error> {
        self.count(self.font.subr(number)?)
    }
}

struct Unseen;

impl CommandSink for Unseen {
    fn move_to(&mut self, _: Fixed, _: Fixed) {}
    fn line_to(&mut self, _: Fixed, _: Fixed) {}
    fn curve_to(&mut self, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed) {}
    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A CFF INDEX.
    fn index(entries: &[Vec<u8>]) -> Vec<u8> {
        let count = u16::try_from(entries.len()).unwrap();
        if count == 0 {
            return vec![0, 0];
        }
        let ends = entries.iter().scan(1_u16, |end, entry| {
            *end += u16::try_from(entry.len()).unwrap();
            Some(*end)
        });
        let offsets = std::iter::once(1).chain(ends).flat_map(u16::to_be_bytes);
        count.to_be_bytes().into_iter().chain([2]).chain(offsets).chain(entries.concat()).collect()
    }

    /// A font with one glyph and subroutines that each call the next one `calls` times.
    fn calling(calls: usize) -> Vec<u8> {
        const ENDS: u8 = 14;
        const RETURNS: u8 = 11;
        const CALLS: u8 = 29;
        // With few subroutines the bias is 107, so the first is called as −107, which is encoded as 32.
        let call = |routine: u8| [32 + routine, CALLS].repeat(calls);
        let routines: Vec<Vec<u8>> =
            (1..9).map(|next| if next < 8 { [call(next), vec![RETURNS]].concat() } else { vec![RETURNS] }).collect();
        let glyph = [call(0), vec![ENDS]].concat();
        let number = |number: usize| [&[28], u16::try_from(number).unwrap().to_be_bytes().as_slice()].concat();
        let head = |outlines: usize| {
            // The offset of the charstrings, and an empty private dictionary.
            let top = [number(outlines), vec![17], number(0), number(outlines), vec![18]].concat();
            [&[1, 0, 4, 2], &*index(&[b"A".to_vec()]), &index(&[top]), &index(&[]), &index(&routines)].concat()
        };
        let start = head(0).len();
        [head(start), index(&[glyph])].concat()
    }

    #[test]
    fn routines_that_call_routines_have_a_bound() {
        assert!(read_charstrings(&calling(1)).is_ok());
        assert!(read_charstrings(&calling(3)).is_ok());
        // Eight levels of twenty calls make 20⁸ lines.
        assert!(read_charstrings(&calling(20)).is_err());
    }

    /// Whether a font is bounded in which each glyph consists of the one before, `times` times.
    fn are_bounded_with(times: usize, first: u16) -> bool {
        let simple = [1_i16.to_be_bytes().as_slice(), &[0; 8], &[0, 0, 0, 0, 0x31, 0]].concat();
        let made_of = |part: u16| {
            let part = |is_last: bool| {
                let more = if is_last { 0 } else { 0x20 };
                [&[0, more], part.to_be_bytes().as_slice(), &[0, 0]].concat()
            };
            let parts = (0..times).flat_map(|at| part(at + 1 == times));
            (-1_i16).to_be_bytes().into_iter().chain([0; 8]).chain(parts).collect::<Vec<u8>>()
        };
        let glyphs: Vec<Vec<u8>> = std::iter::once(simple).chain((0..10).map(|glyph| made_of(first + glyph))).collect();
        let ends = glyphs.iter().scan(0, |end, glyph| {
            *end += glyph.len();
            Some(u32::try_from(*end).unwrap())
        });
        let loca: Vec<u8> = std::iter::once(0).chain(ends).flat_map(u32::to_be_bytes).collect();
        Glyphs::new(&loca, &glyphs.concat(), true).unwrap().are_bounded()
    }

    #[test]
    fn glyphs_that_are_made_of_glyphs_have_a_bound() {
        assert!(are_bounded_with(1, 0));
        assert!(are_bounded_with(2, 0));
        assert!(!are_bounded_with(20, 0));
        // Each glyph contains itself.
        assert!(!are_bounded_with(1, 1));
    }
}
