//! XML events for the parts of workbooks.

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
    pub(super) fn new(part: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// `None` at the end. A truncated part is damaged.
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

    /// The text up to the end of the element whose start was just returned.
    pub(super) fn text(&mut self) -> Result<String, Failure> {
        let mut text = String::new();
        while let Some(event) = self.next()? {
            if let Event::End(_) = event {
                break;
            }
            add_text(&event, &mut text)?;
        }
        Ok(text)
    }

    /// Skips the rest of the element whose start was just returned.
    pub(super) fn skip(&mut self) -> Result<(), Failure> {
        let within = self.depth;
        while self.depth >= within && self.next()?.is_some() {}
        Ok(())
    }
}

/// An attribute by its local name.
pub(super) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element, |key| key.local_name().as_ref() == name)
}

/// An attribute by its qualified name, if several have the same local name.
pub(super) fn qualified<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element, |key| key.as_ref() == name)
}

fn find<'a>(element: &'a BytesStart<'_>, is_wanted: impl Fn(QName<'_>) -> bool) -> Option<Cow<'a, str>> {
    let attribute = element.attributes().with_checks(false).flatten().find(|attribute| is_wanted(attribute.key))?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok()
}

pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}

/// Appends the text of an event. Fails for an unknown reference, without which the text would change.
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
