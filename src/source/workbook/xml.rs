//! XML events with what the parts of workbooks need of them. Knows no sheets.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::bound::MOST_DEPTH;
use super::failure::{Failure, Reason};

/// The events of a part; an empty element is a start and an end.
pub(super) struct Events<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Events<'a> {
    /// Begins with a part.
    pub(super) fn new(part: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// Returns the next event, and nothing behind the last. A part that ends early is damaged.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, Failure> {
        let event = self.reader.read_event()?;
        match event {
            Event::Start(_) if self.depth >= MOST_DEPTH => return Err(Reason::Damaged.into()),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(Reason::Damaged.into()),
            Event::Eof => return Ok(None),
            _ => {}
        }
        Ok(Some(event))
    }

    /// Passes over the rest of an element whose start was just returned.
    pub(super) fn skip(&mut self) -> Result<(), Failure> {
        let within = self.depth;
        while self.depth >= within && self.next()?.is_some() {}
        Ok(())
    }
}

/// Returns an attribute by its name without a namespace.
pub(super) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element, |key| key.local_name().as_ref() == name)
}

/// Returns an attribute by its name as it is written, where several have one name without a namespace.
pub(super) fn qualified<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element, |key| key.as_ref() == name)
}

fn find<'a>(element: &'a BytesStart<'_>, is_wanted: impl Fn(QName<'_>) -> bool) -> Option<Cow<'a, str>> {
    let attribute = element.attributes().with_checks(false).flatten().find(|attribute| is_wanted(attribute.key))?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok()
}

/// Returns an attribute that is a number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Returns whether an attribute is set to true.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// Adds what an event says to a text, where it says something.
///
/// # Errors
/// A reference to what XML does not know is damage: without it, the text would be another.
pub(super) fn add_text(event: &Event<'_>, text: &mut String) -> Result<(), Failure> {
    match event {
        Event::Text(written) => text.push_str(&written.xml10_content()),
        Event::CData(written) => text.push_str(&written.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(character)) => text.push(character),
            _ => text.push_str(resolve_predefined_entity(reference).ok_or(Reason::Damaged)?),
        },
        _ => {}
    }
    Ok(())
}
