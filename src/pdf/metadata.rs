//! Reads a document's XMP metadata, without checking its claims.

use lopdf::Object;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::file::File;

/// In bytes.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// The standards to which a document claims conformance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claims {
    /// The part and level of PDF/A, such as `2a`.
    pub pdf_a: Option<String>,
    /// The part of PDF/UA, such as `1`.
    pub pdf_ua: Option<String>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) claims: Claims,
}

impl Metadata {
    /// `None` if there is no metadata or it is not XML.
    pub(super) fn read(file: &File) -> Option<Self> {
        let Object::Stream(stream) = file.value(file.catalog(), b"Metadata")? else { return None };
        let packet = File::unpacked(stream, MOST_BYTES).ok()?;
        Self::parse(std::str::from_utf8(&packet).ok()?)
    }

    fn parse(packet: &str) -> Option<Self> {
        let mut reader = Reader::from_str(packet.trim_start_matches('\u{FEFF}'));
        let mut path: Vec<String> = Vec::new();
        let mut properties = Properties::default();
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) => {
                    properties.attributes(&element);
                    path.push(element.name().as_ref().to_owned());
                }
                Event::Empty(element) => properties.attributes(&element),
                Event::End(_) => {
                    path.pop();
                }
                Event::Text(text) => properties.add(&path, &text),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok()?.map(String::from);
                    let known = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    properties.add(&path, &character.or(known)?);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Some(properties.metadata())
    }
}

#[derive(Default)]
struct Properties {
    title: String,
    part: String,
    conformance: String,
    universal: String,
}

impl Properties {
    fn add(&mut self, path: &[String], text: &str) {
        let Some(last) = path.last() else { return };
        let field = match last.as_str() {
            // The first language of the title; a report has only one.
            "rdf:li" if path.iter().any(|element| element == "dc:title") => &mut self.title,
            name => match self.field(name) {
                Some(field) => field,
                None => return,
            },
        };
        field.push_str(text);
    }

    fn field(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "pdfaid:part" => Some(&mut self.part),
            "pdfaid:conformance" => Some(&mut self.conformance),
            "pdfuaid:part" => Some(&mut self.universal),
            _ => None,
        }
    }

    /// A simple property may be written as an attribute.
    fn attributes(&mut self, element: &BytesStart<'_>) {
        for attribute in element.attributes().flatten() {
            let name = attribute.key.as_ref().to_owned();
            if let Some(field) = self.field(&name) {
                field.push_str(&attribute.value);
            }
        }
    }

    fn metadata(self) -> Metadata {
        let present = |text: String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        Metadata {
            title: present(self.title),
            claims: Claims {
                pdf_a: present(self.part).map(|part| part + &self.conformance.trim().to_lowercase()),
                pdf_ua: present(self.universal),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_claims_are_read_from_elements_and_attributes() {
        let elements = "<x:xmpmeta><rdf:Description><dc:title><rdf:Alt><rdf:li>A &amp; &#66;</rdf:li></rdf:Alt></dc:title>\
             <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description></x:xmpmeta>";
        let metadata = Metadata::parse(elements).unwrap();
        assert_eq!(metadata.title.as_deref(), Some("A & B"));
        assert_eq!(metadata.claims, Claims { pdf_a: Some("3a".to_owned()), pdf_ua: None });
        let attributes = "<rdf:Description pdfaid:part='2' pdfaid:conformance='B' pdfuaid:part='1'/>";
        let claims = Claims { pdf_a: Some("2b".to_owned()), pdf_ua: Some("1".to_owned()) };
        assert_eq!(Metadata::parse(attributes).unwrap().claims, claims);
    }
}
