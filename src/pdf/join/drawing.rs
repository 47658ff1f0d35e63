//! How much work it is to draw pages, counted before they are drawn.

use std::collections::HashMap;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::geometry::attribute;
use super::page::content;
use crate::pdf::file::File;
use crate::pdf::operations::Operations;

/// The most lines and letters of a page, each counted as often as forms, patterns and masks repeat it: all are in memory
/// at once.
pub const MOST_DRAWN_OF_PAGE: u64 = 100_000;
/// The same for all pages of a file.
pub const MOST_DRAWN: u64 = 20_000_000;
/// Pixels of an image that are as much work as a line.
const PIXELS_OF_LINE: u64 = 2_048;
/// Operations that are as much work as a line, whatever they do.
const OPERATIONS_OF_LINE: u64 = 8;
/// Lines that are as much work as a gradient, besides what it is made of: it may cover the page.
const OF_SHADING: u64 = 500;
/// Lines that are as much work as a curve, and as a group, which is drawn by itself and then laid over the page.
const OF_CURVE: u64 = 3;
const OF_GROUP: u64 = 60;
/// Lines wider than this, in units of the page, are not drawn: their outlines are computed to the same precision.
const WIDEST_LINE: f32 = 10_000.0;
/// Bytes of a gradient’s own data, or of the function that gives its colours, that are as much work as a line.
const BYTES_OF_LINE: u64 = 8;
/// How much more work a line of dashes is.
const OF_DASHED: u64 = 10;
/// Digits before the point of coordinates that are far beyond any page; for dashes, which are drawn one by one.
const MOST_DIGITS: usize = 6;
const MOST_DIGITS_OF_DASHED: usize = 5;
/// The most pixels of an image; others need more memory than a page is worth.
pub const MOST_PIXELS_OF_PART: u64 = 100_000_000;
/// The depth to which forms draw others.
const MOST_NESTING: usize = 40;

/// The shortest period of dashes, in units of the page, and the greatest number.
const SHORTEST_DASH: f32 = 0.1;
const GREATEST_NUMBER: f32 = 1e6;

/// Whether drawing the pages takes no more than it may.
pub(super) fn is_possible(file: &File) -> bool {
    let mut works = Works { file, known: HashMap::new() };
    let mut total = 0_u64;
    for page in file.pages() {
        let Ok(page) = file.objects().get_dictionary(*page) else { continue };
        let resources =
            attribute(file, page, b"Resources").and_then(|resources| file.resolved(resources)?.as_dict().ok());
        let Some(content) = content(file, page) else { return false };
        let mut work = works.of_content(&content, resources, 0);
        let appearances = file.array(page, b"Annots").iter().filter_map(|object| file.resolved(object)?.as_dict().ok());
        for annotation in appearances {
            work = work.saturating_add(works.of_appearance(annotation));
        }
        total = total.saturating_add(work);
        if work > MOST_DRAWN_OF_PAGE || total > MOST_DRAWN {
            return false;
        }
    }
    true
}

struct Works<'a> {
    file: &'a File,
    /// The work of forms; without limit while one is counted, so that none draws itself.
    known: HashMap<ObjectId, u64>,
}

impl Works<'_> {
    fn of_content(&mut self, content: &[u8], resources: Option<&Dictionary>, depth: usize) -> u64 {
        let mut work = 0_u64;
        let mut is_dashed = false;
        // Fonts whose letters are drawings (Type 3).
        let mut of_letter = 1_u64;
        for (index, written) in (1..).zip(Operations::new(content)) {
            if written.operator == b"Tf" {
                of_letter = self.of_named(written.bytes, resources, b"Font", depth).max(1);
            }
            let lines = match written.operator {
                b"l" | b"h" => 1,
                b"c" | b"v" | b"y" => OF_CURVE,
                b"re" => 4,
                b"Tj" | b"TJ" | b"'" | b"\"" => of_letter.saturating_mul(written.bytes.len() as u64),
                _ => u64::from(index % OPERATIONS_OF_LINE == 0),
            };
            is_dashed |= written.operator == b"d" && !written.bytes.trim_ascii().starts_with(b"[]");
            let lines = match (is_dashed, written.operator) {
                (_, b"m" | b"l" | b"c" | b"v" | b"y" | b"re") if is_far(written.bytes, is_dashed) => u64::MAX,
                (true, b"l" | b"c" | b"v" | b"y" | b"re") => lines * OF_DASHED,
                _ => lines,
            };
            let own = match written.operator {
                b"Do" => self.of_named(written.bytes, resources, b"XObject", depth),
                b"scn" | b"SCN" => self.of_named(written.bytes, resources, b"Pattern", depth),
                b"gs" => self.of_named(written.bytes, resources, b"ExtGState", depth),
                b"sh" => self.of_named(written.bytes, resources, b"Shading", depth),
                b"BI" => of_inline_image(written.bytes),
                b"d" => of_dashes(written.bytes),
                b"w" => of_width(last_number(written.bytes)),
                _ => 0,
            };
            work = work.saturating_add(lines).saturating_add(own);
            if work > MOST_DRAWN_OF_PAGE {
                break;
            }
        }
        work
    }

    fn of_appearance(&mut self, annotation: &Dictionary) -> u64 {
        let file = self.file;
        let normal = file.dictionary(annotation, b"AP").and_then(|appearance| appearance.get(b"N").ok());
        let Some(normal) = normal else { return 0 };
        match file.resolved(normal) {
            Some(Object::Dictionary(states)) => {
                let states = states.iter().map(|(_, state)| self.of_object(state, None, 0));
                states.max().unwrap_or_default()
            }
            _ => self.of_object(normal, None, 0),
        }
    }

    /// The work of what the last operand names.
    fn of_named(&mut self, written: &[u8], resources: Option<&Dictionary>, kind: &[u8], depth: usize) -> u64 {
        let file = self.file;
        let Some(name) = written.rsplit(|byte| *byte == b'/').next().filter(|name| name.len() < written.len()) else {
            return 0;
        };
        let end = name.iter().position(u8::is_ascii_whitespace).unwrap_or(name.len());
        let named = resources.and_then(|resources| file.dictionary(resources, kind));
        // A name that is written otherwise is that of the costliest.
        let Some(named) = named else { return 0 };
        match named.get(name.get(..end).unwrap_or_default()) {
            Ok(object) => self.of_object(object, resources, depth + 1),
            Err(_) => named.iter().map(|(_, object)| self.of_object(object, resources, depth + 1)).max().unwrap_or(0),
        }
    }

    fn of_object(&mut self, object: &Object, above: Option<&Dictionary>, depth: usize) -> u64 {
        let id = object.as_reference().ok();
        if depth > MOST_NESTING {
            return u64::MAX;
        }
        if let Some(known) = id.and_then(|id| self.known.get(&id)) {
            return *known;
        }
        if let Some(id) = id {
            self.known.insert(id, u64::MAX);
        }
        let work = match self.file.resolved(object) {
            Some(Object::Stream(stream)) => self.of_stream(stream, above, depth),
            Some(Object::Dictionary(dictionary)) => self.of_dictionary(dictionary, above, depth),
            _ => 0,
        };
        if let Some(id) = id {
            self.known.insert(id, work);
        }
        work
    }

    /// The work of a state with a mask, of a pattern that is a gradient, of a gradient, or of a letter of a font.
    fn of_dictionary(&mut self, dictionary: &Dictionary, above: Option<&Dictionary>, depth: usize) -> u64 {
        let file = self.file;
        if let Some(width) = file.value(dictionary, b"LW").and_then(|width| width.as_float().ok())
            && of_width(Some(width)) > 0
        {
            return u64::MAX;
        }
        if let Some(mask) = file.dictionary(dictionary, b"SMask") {
            return OF_GROUP.saturating_add(mask.get(b"G").map_or(0, |group| self.of_object(group, above, depth + 1)));
        }
        if let Ok(shading) = dictionary.get(b"Shading") {
            return self.of_object(shading, above, depth + 1);
        }
        if dictionary.has(b"ShadingType") {
            return OF_SHADING.saturating_add(self.of_functions(dictionary));
        }
        if let Some(letters) = file.dictionary(dictionary, b"CharProcs") {
            let resources = file.dictionary(dictionary, b"Resources").or(above);
            let letters = letters.iter().map(|(_, letter)| self.of_object(letter, resources, depth + 1));
            return letters.max().unwrap_or_default();
        }
        0
    }

    /// The work of the functions of a gradient, which are called for each of its points.
    fn of_functions(&self, shading: &Dictionary) -> u64 {
        let length = |function: &Object| match self.file.resolved(function) {
            Some(Object::Stream(function)) => {
                File::unpacked(function, self.file.allowance()).map_or(u64::MAX, |code| code.len() as u64)
            }
            Some(Object::Dictionary(function)) => self.file.array(function, b"Functions").len() as u64,
            _ => 0,
        };
        let Ok(functions) = shading.get(b"Function") else { return 0 };
        let work = match self.file.resolved(functions) {
            Some(Object::Array(functions)) => functions.iter().map(length).fold(0, u64::saturating_add),
            _ => length(functions),
        };
        work.saturating_mul(OF_SHADING) / BYTES_OF_LINE
    }

    fn of_stream(&mut self, stream: &Stream, above: Option<&Dictionary>, depth: usize) -> u64 {
        let file = self.file;
        let side = |key: &[u8]| file.value(&stream.dict, key).and_then(|side| u64::try_from(side.as_i64().ok()?).ok());
        if let (Some(width), Some(height)) = (side(b"Width"), side(b"Height")) {
            let mask = stream.dict.get(b"SMask").map_or(0, |mask| self.of_object(mask, None, depth + 1));
            return of_pixels(width, height).saturating_add(mask);
        }
        // A gradient made of patches.
        if stream.dict.has(b"ShadingType") {
            let Ok(patches) = File::unpacked(stream, file.allowance()) else { return 0 };
            // Rows without vertices never end.
            if file.value(&stream.dict, b"ShadingType").is_some_and(|kind| kind.as_i64().is_ok_and(|kind| kind == 5))
                && side(b"VerticesPerRow").is_none_or(|vertices| vertices < 2)
            {
                return u64::MAX;
            }
            let patches = patches.len() as u64 / BYTES_OF_LINE;
            return OF_SHADING.saturating_add(patches).saturating_add(self.of_functions(&stream.dict));
        }
        let Ok(content) = File::unpacked(stream, file.allowance()) else { return 0 };
        let resources = file.dictionary(&stream.dict, b"Resources").or(above);
        let group = if stream.dict.has(b"Group") { OF_GROUP } else { 0 };
        self.of_content(&content, resources, depth).saturating_add(group)
    }
}

fn last_number(written: &[u8]) -> Option<f32> {
    let mut words = written.split(u8::is_ascii_whitespace).rev().filter(|word| !word.is_empty()).skip(1);
    std::str::from_utf8(words.next()?).ok()?.parse().ok()
}

fn of_width(width: Option<f32>) -> u64 {
    if width.is_some_and(|width| width > WIDEST_LINE) { u64::MAX } else { 0 }
}

fn of_pixels(width: u64, height: u64) -> u64 {
    let pixels = width.saturating_mul(height);
    if pixels > MOST_PIXELS_OF_PART { u64::MAX } else { pixels / PIXELS_OF_LINE }
}

/// An image whose size and data stand between the lines.
fn of_inline_image(written: &[u8]) -> u64 {
    let words: Vec<&[u8]> = written
        .split(u8::is_ascii_whitespace)
        .take_while(|word| *word != b"ID")
        .flat_map(|word| word.split_inclusive(|byte| *byte == b'/').flat_map(|piece| piece.split(|byte| *byte == b'/')))
        .filter(|word| !word.is_empty())
        .collect();
    let side = |names: [&[u8]; 2]| {
        let at = words.iter().position(|word| names.contains(word))?;
        std::str::from_utf8(words.get(at + 1)?).ok()?.parse::<u64>().ok()
    };
    match (side([b"W", b"Width"]), side([b"H", b"Height"])) {
        (Some(width), Some(height)) => of_pixels(width, height),
        // Nobody knows how large it is.
        _ => u64::MAX,
    }
}

fn is_far(written: &[u8], is_dashed: bool) -> bool {
    let most = if is_dashed { MOST_DIGITS_OF_DASHED } else { MOST_DIGITS };
    let digits = |number: &[u8]| {
        number.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit()).count()
    };
    written
        .split(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'-'))
        .any(|number| digits(number) > most && number.first() != Some(&b'.'))
}

/// Dashes are drawn one by one.
fn of_dashes(written: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(written);
    let lengths =
        text.split_once('[').and_then(|(_, behind)| behind.split_once(']')).map_or("", |(lengths, _)| lengths);
    let sum: f32 = lengths.split_ascii_whitespace().filter_map(|length| length.parse::<f32>().ok()).sum();
    if sum > 0.0 && !(SHORTEST_DASH..GREATEST_NUMBER).contains(&sum) { u64::MAX } else { 0 }
}
