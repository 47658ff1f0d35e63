//! Text measurement from font bytes: advances, vertical metrics and font fallback.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use ttf_parser::{Face as ParsedFace, FaceParsingError, GlyphId, RawFace, Tag, cmap, head, hhea, hmtx, maxp};
use typst::utils::hash128;
use unicode_normalization::char::compose;

use super::cluster::takes_no_room;
use crate::unicode::is_selector;

/// The two weights of a chart's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Labels and secondary text.
    Regular,
    /// Main numbers.
    Bold,
}

/// A font: the family name by which a document refers to it, and its bytes.
#[derive(Clone)]
pub struct Face {
    family: String,
    data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Tells fonts apart.
    hash: u128,
    metrics: Metrics,
}

/// Vertical metrics in em.
#[derive(Debug, Clone, Copy)]
struct Metrics {
    ascent: f64,
    descent: f64,
    cap_height: f64,
}

/// Font bytes that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FaceError {
    /// The bytes are not a font.
    #[error("the font of the family \"{family}\" cannot be read")]
    Unreadable {
        /// The family that was given for the bytes.
        family: String,
        /// The parser's error.
        source: FaceParsingError,
    },
    /// A weight has no font.
    #[error("a typeface needs at least one regular and one bold font")]
    NoFace,
}

impl Face {
    /// Reads a TrueType or OpenType font; the first of a collection.
    ///
    /// # Errors
    /// If the bytes are not a font.
    pub fn new(
        family: impl Into<String>,
        data: impl AsRef<[u8]> + Hash + Send + Sync + 'static,
    ) -> Result<Self, FaceError> {
        let family = family.into();
        let metrics = match ParsedFace::parse(data.as_ref(), 0) {
            Ok(parsed) => Metrics::of(&parsed),
            Err(source) => return Err(FaceError::Unreadable { family, source }),
        };
        Ok(Self { family, hash: hash128(&data), data: Arc::new(data), metrics })
    }

    fn advances(&self) -> Option<Advances<'_>> {
        // `new` has already parsed the same bytes, so this is never `None`.
        Advances::parse((*self.data).as_ref())
    }
}

/// The tables with a font's characters and advances. Unlike a whole font, they are cheap enough to be parsed again
/// for each text.
struct Advances<'a> {
    characters: cmap::Table<'a>,
    metrics: hmtx::Table<'a>,
    units_per_em: f64,
}

impl<'a> Advances<'a> {
    fn parse(data: &'a [u8]) -> Option<Self> {
        let raw = RawFace::parse(data, 0).ok()?;
        let table = |tag| raw.table(Tag::from_bytes(tag));
        let glyphs = maxp::Table::parse(table(b"maxp")?)?.number_of_glyphs;
        let count = hhea::Table::parse(table(b"hhea")?)?.number_of_metrics;
        Some(Self {
            characters: cmap::Table::parse(table(b"cmap")?)?,
            metrics: hmtx::Table::parse(count, glyphs, table(b"hmtx")?)?,
            units_per_em: f64::from(head::Table::parse(table(b"head")?)?.units_per_em),
        })
    }

    fn has(&self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    fn has_variant(&self, character: char, selector: char) -> bool {
        self.characters.subtables.into_iter().any(|subtable| match subtable.format {
            cmap::Format::UnicodeVariationSequences(sequences) => {
                sequences.glyph_index(character.into(), selector.into()).is_some()
            }
            _ => false,
        })
    }

    fn glyph(&self, character: char) -> Option<GlyphId> {
        let subtables = self.characters.subtables.into_iter().filter(cmap::Subtable::is_unicode);
        subtables.filter_map(|subtable| subtable.glyph_index(character.into())).next()
    }

    /// The advance in em; that of the `.notdef` glyph if the font lacks the character.
    fn of(&self, character: char) -> f64 {
        let glyph = self.glyph(character).unwrap_or(GlyphId(0));
        f64::from(self.metrics.advance(glyph).unwrap_or(0)) / self.units_per_em
    }
}

impl Hash for Face {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.family, self.hash).hash(state);
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Face").field(&self.family).finish()
    }
}

impl Metrics {
    fn of(face: &ParsedFace<'_>) -> Self {
        let em = f64::from(face.units_per_em());
        let share = |value: i16| f64::from(value) / em;
        let ascent = share(face.ascender());
        Self {
            ascent,
            descent: -share(face.descender()),
            // Old fonts lack the entry; Latin capitals usually take 0.8 of the ascent.
            cap_height: face.capital_height().map_or(ascent * 0.8, share),
        }
    }
}

/// A regular and a bold fallback list: each character is set in the first font that has it.
#[derive(Debug, Clone, Hash)]
pub struct Typeface {
    regular: FallbackList,
    bold: FallbackList,
}

#[derive(Debug, Clone, Hash)]
struct FallbackList {
    first: Face,
    others: Vec<Face>,
}

impl FallbackList {
    fn new(faces: Vec<Face>) -> Result<Self, FaceError> {
        let mut faces = faces.into_iter();
        let first = faces.next().ok_or(FaceError::NoFace)?;
        Ok(Self { first, others: faces.collect() })
    }

    fn faces(&self) -> impl Iterator<Item = &Face> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run<'a> {
    pub(super) family: &'a str,
    pub(super) text: String,
    /// The advance of each character in em.
    advances: Vec<f64>,
}

impl Typeface {
    /// Creates a typeface from two fallback lists, the preferred font first.
    ///
    /// # Errors
    /// If a list is empty.
    pub fn new(regular: Vec<Face>, bold: Vec<Face>) -> Result<Self, FaceError> {
        Ok(Self { regular: FallbackList::new(regular)?, bold: FallbackList::new(bold)? })
    }

    /// The sum of advances in points; kerning is not applied.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.advances(text, size, weight).iter().sum()
    }

    /// The ascent of the first font, in points.
    #[must_use]
    pub fn ascent(&self, size: f64, weight: Weight) -> f64 {
        self.list(weight).first.metrics.ascent * size
    }

    /// The depth of the first font below the baseline, in points.
    #[must_use]
    pub fn descent(&self, size: f64, weight: Weight) -> f64 {
        self.list(weight).first.metrics.descent * size
    }

    /// The height of the first font's capitals, in points.
    #[must_use]
    pub fn cap_height(&self, size: f64, weight: Weight) -> f64 {
        self.list(weight).first.metrics.cap_height * size
    }

    /// The bytes of every font.
    pub fn fonts(&self) -> impl Iterator<Item = Arc<dyn AsRef<[u8]> + Send + Sync>> {
        self.regular.faces().chain(self.bold.faces()).map(|face| Arc::clone(&face.data))
    }

    /// The first character that no font of the weight has.
    #[must_use]
    pub fn missing(&self, text: &str, weight: Weight) -> Option<char> {
        let faces: Vec<_> = self.list(weight).faces().filter_map(Face::advances).collect();
        text.chars().find(|&character| !is_selector(character) && !faces.iter().any(|face| face.has(character)))
    }

    /// Whether both weights have a character, in the variant that a variation selector requests; only the first font
    /// that has the character counts.
    #[must_use]
    pub fn sets(&self, character: char, selector: Option<char>) -> bool {
        [Weight::Regular, Weight::Bold].into_iter().all(|weight| {
            let faces = self.list(weight).faces().filter_map(Face::advances);
            let first = faces.into_iter().find(|face| face.has(character));
            first.is_some_and(|face| selector.is_none_or(|selector| face.has_variant(character, selector)))
        })
    }

    /// The advance of each character in points.
    pub(super) fn advances(&self, text: &str, size: f64, weight: Weight) -> Vec<f64> {
        self.runs(text, weight).into_iter().flat_map(|run| run.advances).map(|advance| advance * size).collect()
    }

    /// Splits text into stretches of one font each; a single one if some font has all the characters, so that the
    /// font does not change within a word.
    pub(super) fn runs(&self, text: &str, weight: Weight) -> Vec<Run<'_>> {
        let faces: Vec<_> =
            self.list(weight).faces().filter_map(|face| Some((face.family.as_str(), face.advances()?))).collect();
        let is_set = |face: &Advances<'_>, character| takes_no_room(character) || face.has(character);
        let whole = faces.iter().find(|(_, face)| text.chars().all(|character| is_set(face, character)));
        let mut runs: Vec<Run<'_>> = Vec::new();
        for character in text.chars() {
            // A mark stays in the font of its letter.
            if let Some(run) = runs.last_mut().filter(|_| takes_no_room(character)) {
                // The renderer composes a letter and its mark into one character.
                let letter = run.text.chars().next_back();
                let whole = letter.and_then(|letter| compose(letter, character));
                let advance = whole.and_then(|whole| {
                    let (_, face) = faces.iter().find(|(family, face)| *family == run.family && face.has(whole))?;
                    Some(face.of(whole))
                });
                if let (Some(advance), Some(last)) = (advance, run.advances.last_mut()) {
                    *last = advance;
                }
                run.text.push(character);
                run.advances.push(0.0);
                continue;
            }
            let Some((family, face)) =
                whole.or_else(|| faces.iter().find(|(_, face)| face.has(character))).or(faces.first())
            else {
                break;
            };
            let advance = face.of(character);
            match runs.last_mut() {
                Some(run) if run.family == *family => {
                    run.text.push(character);
                    run.advances.push(advance);
                }
                _ => runs.push(Run { family, text: character.to_string(), advances: vec![advance] }),
            }
        }
        runs
    }

    pub(super) fn families(&self, weight: Weight) -> impl Iterator<Item = &str> {
        self.list(weight).faces().map(|face| face.family.as_str())
    }

    fn list(&self, weight: Weight) -> &FallbackList {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Regular.ttf");
    const BOLD: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Bold.ttf");

    pub(in crate::chart) fn typeface() -> Typeface {
        Typeface::new(
            vec![Face::new("BIZ UDPGothic", REGULAR).unwrap()],
            vec![Face::new("BIZ UDPGothic", BOLD).unwrap()],
        )
        .unwrap()
    }

    #[test]
    fn kanji_are_as_wide_as_the_em_and_latin_letters_are_not() {
        let typeface = typeface();
        assert!((typeface.width("医薬品", 10.0, Weight::Regular) - 30.0).abs() < 1e-9);
        let latin = typeface.width("POC", 10.0, Weight::Regular);
        assert!(latin > 15.0 && latin < 25.0, "{latin}");
    }

    #[test]
    fn vertical_metrics_are_of_the_font_and_scale() {
        let typeface = typeface();
        let (ascent, cap_height) = (typeface.ascent(10.0, Weight::Regular), typeface.cap_height(10.0, Weight::Regular));
        assert!(ascent > cap_height && cap_height > 5.0);
        assert!(typeface.descent(10.0, Weight::Regular) > 0.0);
        assert!((typeface.ascent(20.0, Weight::Regular) - 2.0 * ascent).abs() < 1e-9);
    }

    #[test]
    fn text_within_one_font_stays_one_run() {
        let typeface = typeface();
        let runs = typeface.runs("128 / 25件", Weight::Regular);
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].family, "BIZ UDPGothic");
    }

    /// A font of 1000 units per em that only has `A` to `Z`, each 700 units wide.
    fn capitals() -> Vec<u8> {
        const GLYPHS: u16 = 27;
        let words = |words: &[u16]| -> Vec<u8> { words.iter().copied().flat_map(u16::to_be_bytes).collect() };
        let mut head = [0; 27];
        (head[0], head[9]) = (1, 1000);
        let mut hhea = [0; 18];
        (hhea[0], hhea[2], hhea[3], hhea[17]) = (1, 800, 200_u16.wrapping_neg(), GLYPHS);
        // One group of format 12: A to Z from glyph 1.
        let groups = [12, 0, 0, 28, 0, 0, 0, 1, 0, 0x41, 0, 0x5a, 0, 1];
        let cmap = [&[0, 1, 3, 10, 0, 12], &groups[..]].concat();
        let tables = [
            (b"cmap", words(&cmap)),
            (b"head", words(&head)),
            (b"hhea", words(&hhea)),
            (b"hmtx", words(&[700, 0].repeat(usize::from(GLYPHS)))),
            (b"maxp", words(&[0, 0x5000, GLYPHS])),
        ];
        let mut font = words(&[1, 0, 5, 0, 0, 0]);
        let mut offset = font.len() + tables.len() * 16;
        for (tag, table) in &tables {
            font.extend(*tag);
            for number in [0, offset, table.len()] {
                font.extend(u32::try_from(number).unwrap().to_be_bytes());
            }
            offset += table.len();
        }
        font.extend(tables.into_iter().flat_map(|(_, table)| table));
        font
    }

    fn with_fallback() -> Typeface {
        let faces = || vec![Face::new("Capitals", capitals()).unwrap(), Face::new("BIZ UDPGothic", REGULAR).unwrap()];
        Typeface::new(faces(), faces()).unwrap()
    }

    #[test]
    fn bold_text_is_measured_over_the_bold_fonts() {
        let regular = vec![Face::new("BIZ UDPGothic", REGULAR).unwrap()];
        let bold = vec![Face::new("Capitals", capitals()).unwrap()];
        let typeface = Typeface::new(regular, bold).unwrap();
        assert!((typeface.width("POC", 10.0, Weight::Bold) - 21.0).abs() < 1e-9);
        assert!((typeface.width("POC", 10.0, Weight::Regular) - 21.0).abs() > 0.05);
        assert!((typeface.ascent(10.0, Weight::Bold) - 8.0).abs() < 1e-9);
    }

    #[test]
    fn preferred_font_sets_what_it_has_and_another_sets_the_whole_of_a_mixed_text() {
        let typeface = with_fallback();
        let families = |text| -> Vec<_> {
            let runs = typeface.runs(text, Weight::Regular).into_iter();
            runs.map(|run| (run.family, run.text)).collect()
        };
        assert_eq!(families("POC"), [("Capitals", "POC".to_owned())]);
        assert_eq!(families("POC件"), [("BIZ UDPGothic", "POC件".to_owned())]);
        assert!((typeface.width("POC", 10.0, Weight::Regular) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn text_that_no_font_has_as_a_whole_is_split_between_them() {
        let typeface = with_fallback();
        let runs = typeface.runs("AB件🍣C", Weight::Bold);
        let families: Vec<_> = runs.iter().map(|run| (run.family, run.text.as_str())).collect();
        assert_eq!(families, [("Capitals", "AB"), ("BIZ UDPGothic", "件"), ("Capitals", "🍣C")]);
    }

    #[test]
    fn marks_on_a_letter_take_no_room_and_half_width_ones_do() {
        let typeface = typeface();
        let width = |text: &str| typeface.width(text, 10.0, Weight::Regular);
        assert!((width("か\u{3099}は") - width("がは")).abs() < 1e-9);
        assert!((width("葛\u{E0100}飾") - width("葛飾")).abs() < 1e-9);
        assert!((width("ｶﾞｽ") - width("ｶ") - width("ﾞ") - width("ｽ")).abs() < 1e-9 && width("ﾞ") > 1.0);
        assert_eq!(typeface.runs("葛\u{E0100}飾", Weight::Regular).len(), 1);
        assert_eq!(typeface.missing("葛\u{E0100}飾", Weight::Regular), None);
    }

    #[test]
    fn character_without_a_glyph_is_found() {
        let typeface = typeface();
        assert_eq!(typeface.missing("医薬🍣品", Weight::Regular), Some('🍣'));
        assert_eq!(typeface.missing("①～⑥、髙﨑", Weight::Bold), None);
    }

    #[test]
    fn a_selector_takes_no_room_and_stays_with_its_character() {
        let typeface = with_fallback();
        let runs = typeface.runs("A葛\u{E0100}件", Weight::Regular);
        assert_eq!(runs.len(), 1);
        assert!((typeface.width("葛\u{E0100}", 10.0, Weight::Bold) - 10.0).abs() < 1e-9);
        assert_eq!(typeface.missing("葛\u{E0100}", Weight::Regular), None);
        assert!(typeface.sets('葛', Some('\u{E0100}')) && !typeface.sets('葛', Some('\u{E0105}')));
        assert!(typeface.sets('葛', None) && !typeface.sets('🍣', None));
    }

    #[test]
    fn bytes_that_are_no_font_are_refused_with_the_family() {
        let error = Face::new("Nothing", [0_u8; 12]).unwrap_err();
        assert!(error.to_string().contains("Nothing"));
        assert!(matches!(Typeface::new(Vec::new(), Vec::new()), Err(FaceError::NoFace)));
    }
}
