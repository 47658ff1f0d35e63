//! Counts the values in a PDF of any program, to bound the parser’s work: those of its objects before it is parsed, and
//! those of packed objects before each stream of them is.

use std::cell::Cell;

use lopdf::{Document, LoadOptions, Object, ObjectId, Stream, dictionary};

use super::Unreadable;
use super::inventory::{BLANKS, Reader, Token};

/// The greatest number of values (numbers, names, strings, arrays, dictionaries) in a PDF that is joined with others.
pub const MOST_VALUES_OF_PART: u64 = 5_000_000;
/// The bytes to which one stream of packed objects, or of their places, may unpack.
pub const MOST_PACKED: usize = 16 * 1024 * 1024;

/// How often a file’s bytes are read in search of values; once, unless objects overlap.
const MOST_READ: usize = 4;

thread_local! {
    /// What may still be parsed; `None` after that was exceeded. The parser calls functions without a state.
    static LEFT: Cell<Option<Left>> = const { Cell::new(None) };
}

#[derive(Debug, Clone, Copy)]
struct Left {
    values: u64,
    bytes: usize,
}

/// Parses a file whose values are few enough.
pub(super) fn load(bytes: &[u8]) -> Result<Document, Unreadable> {
    require_few(bytes)?;
    LEFT.set(Some(Left { values: MOST_VALUES_OF_PART, bytes: bytes.len() }));
    let options = LoadOptions {
        // Nothing of an encrypted file is unpacked: this is no one’s password.
        password: Some("\u{1}no password".to_owned()),
        filter: Some(counted),
        max_decompressed_size: Some(MOST_PACKED),
        ..LoadOptions::default()
    };
    let loaded = Document::load_mem_with_options(bytes, options);
    let left = LEFT.replace(None);
    match loaded {
        _ if left.is_none() => Err(Unreadable::TooLarge),
        Ok(document) => Ok(document),
        Err(error) => Err(super::file::unreadable(&error)),
    }
}

/// Counts values from every place where an object or a trailer may begin.
fn require_few(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut values = 0_u64;
    let mut read = 0_usize;
    let ends = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'j' | b'r')).map(|(index, _)| index + 1);
    for end in ends.filter(|end| begins_values(bytes.get(..*end).unwrap_or_default())) {
        let mut reader = Reader { bytes, at: end };
        values = values.saturating_add(count(&mut reader, MOST_VALUES_OF_PART, false));
        read = read.saturating_add(reader.at - end);
        if values > MOST_VALUES_OF_PART || read > bytes.len().saturating_mul(MOST_READ) {
            return Err(Unreadable::TooLarge);
        }
    }
    Ok(())
}

fn begins_values(before: &[u8]) -> bool {
    match before.strip_suffix(b"obj") {
        Some(before) => before.last().is_some_and(|byte| byte.is_ascii_digit() || BLANKS.contains(byte)),
        None => before.ends_with(b"trailer"),
    }
}

/// Counts values up to a word that is none, or to the end of the first one.
fn count(reader: &mut Reader<'_>, most: u64, is_one: bool) -> u64 {
    let mut values = 0_u64;
    let mut depth = 0_usize;
    while values <= most {
        reader.blank();
        match reader.rest().first() {
            Some(b'[') => depth += 1,
            Some(b']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        match reader.token() {
            Token::End => break,
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            // Two numbers have been counted for the reference.
            Token::Word(b"R") => {
                values = values.saturating_sub(1);
                continue;
            }
            // Numbers and some words may follow each other without a space.
            Token::Word(word) => match word.first() {
                Some(first) if first.is_ascii_alphabetic() && !b"ntfR".contains(first) => break,
                _ => values += word.iter().filter(|byte| b"+-.ntfR".contains(byte)).count() as u64,
            },
            Token::Name(_) | Token::Other => {}
        }
        values += 1;
        if is_one && depth == 0 {
            break;
        }
    }
    values
}

/// Counts an object that has been parsed, and the packed ones that would be parsed next.
fn counted(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let left = LEFT.get().and_then(|left| {
        let values = left.values.checked_sub(size(object))?;
        let stream = object.as_stream().ok();
        let bytes = left.bytes.checked_sub(stream.map_or(0, |stream| stream.content.len()))?;
        let packed = stream.filter(|stream| stream.dict.has_type(b"ObjStm"));
        let is_few = packed.is_none_or(|packed| has_few_values(packed, values));
        is_few.then_some(Left { values, bytes })
    });
    LEFT.set(left);
    if left.is_none() {
        // Only what exceeds the limit for a stream makes the parser stop.
        let kind = dictionary! { "Type" => "ObjStm", "N" => 0, "First" => 0 };
        *object = Object::Stream(Stream::new(kind, vec![b' '; MOST_PACKED + 1]));
        return Some((id, Object::Null));
    }
    // The parser keeps what is passed to it of objects by themselves, and what it gets of packed ones, no streams.
    let kept = if object.as_stream().is_ok() { Object::Null } else { object.clone() };
    Some((id, kept))
}

/// The number of values of an object, which the parser has nested no deeper than it allows.
fn size(object: &Object) -> u64 {
    match object {
        Object::Array(items) => 1 + items.iter().map(size).sum::<u64>(),
        Object::Dictionary(dictionary) => 1 + dictionary.iter().map(|(_, value)| 1 + size(value)).sum::<u64>(),
        Object::Stream(stream) => 1 + stream.dict.iter().map(|(_, value)| 1 + size(value)).sum::<u64>(),
        _ => 1,
    }
}

/// Whether the packed objects, each counted from its own place, have at most so many values. What cannot be unpacked is
/// not parsed either.
fn has_few_values(stream: &Stream, most: u64) -> bool {
    let Ok(content) = stream.get_plain_content_with_limit(MOST_PACKED) else { return true };
    let first = stream.dict.get(b"First").and_then(Object::as_i64).unwrap_or_default();
    let first = usize::try_from(first).unwrap_or(usize::MAX);
    let mut places = Reader { bytes: content.get(..first).unwrap_or_default(), at: 0 };
    let mut values = 0_u64;
    let mut read = 0_usize;
    while !places.rest().is_empty() {
        places.number();
        let Some(offset) = places.number() else {
            places.blank();
            places.at += 1;
            continue;
        };
        let start = first.saturating_add(offset);
        let mut reader = Reader { bytes: &content, at: start };
        values = values.saturating_add(count(&mut reader, most, true));
        read = read.saturating_add(reader.at - start);
        if values > most || read > content.len().saturating_mul(MOST_READ) {
            return false;
        }
    }
    true
}
