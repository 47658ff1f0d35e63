//! Localizes the labels of SVG drawings.

use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use super::FigureError;

/// The attribute that names the message of an SVG text, the same as in Fluent's DOM bindings.
pub(super) const LABEL_ATTRIBUTE: &str = "data-l10n-id";

/// Replaces the text of each element with a `data-l10n-id` by the result of `label`, and sets the drawing in the
/// given font families.
///
/// # Errors
/// If the file is not well-formed XML.
pub fn localize_svg(
    svg: &[u8],
    families: &[String],
    mut label: impl FnMut(&str) -> String,
) -> Result<Vec<u8>, FigureError> {
    let mut reader = Reader::from_reader(svg);
    let mut writer = Writer::new(Vec::with_capacity(svg.len()));
    let mut is_root = true;
    let mut skipped_depth = 0_usize;
    let mut left_out_depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(xml_error)?;
        match event {
            Event::Eof => break,
            // Inspection has verified that `foreignObject` is empty or that a sibling draws the same.
            Event::Start(_) if left_out_depth > 0 => left_out_depth += 1,
            Event::Start(element) if element.local_name().as_ref() == "foreignObject" => left_out_depth = 1,
            Event::Empty(element) if element.local_name().as_ref() == "foreignObject" => {}
            Event::End(_) if left_out_depth > 0 => left_out_depth -= 1,
            _ if left_out_depth > 0 => {}
            Event::Start(_) if skipped_depth > 0 => skipped_depth += 1,
            Event::End(_) if skipped_depth > 1 => skipped_depth -= 1,
            Event::End(element) => {
                skipped_depth = 0;
                write(&mut writer, Event::End(element))?;
            }
            _ if skipped_depth > 0 => {}
            Event::Start(element) => {
                let id = label_id(&element)?;
                let element = if std::mem::take(&mut is_root) { in_families(element, families) } else { element };
                write(&mut writer, Event::Start(element))?;
                if let Some(id) = id {
                    write(&mut writer, Event::Text(BytesText::new(&label(&id))))?;
                    skipped_depth = 1;
                }
            }
            Event::Comment(_) => {}
            other => write(&mut writer, other)?,
        }
    }
    Ok(writer.into_inner())
}

fn label_id(element: &BytesStart<'_>) -> Result<Option<String>, FigureError> {
    let attribute = element.try_get_attribute(LABEL_ATTRIBUTE).map_err(xml_error)?;
    Ok(attribute.map(|attribute| attribute.value.into_owned()))
}

fn in_families<'a>(mut element: BytesStart<'a>, families: &[String]) -> BytesStart<'a> {
    let families: Vec<String> = families.iter().map(|family| format!("'{family}'")).collect();
    element.push_attribute(("font-family", families.join(", ").as_str()));
    // The default size in browsers.
    if element.try_get_attribute("font-size").ok().flatten().is_none() {
        element.push_attribute(("font-size", "16"));
    }
    element
}

fn write(writer: &mut Writer<Vec<u8>>, event: Event<'_>) -> Result<(), FigureError> {
    writer.write_event(event).map_err(xml_error)
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err gives it")]
fn xml_error(error: impl ToString) -> FigureError {
    FigureError::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn localize(svg: &str) -> String {
        let localized = localize_svg(svg.as_bytes(), &["BIZ UDPGothic".into()], |id| format!("<{id}> & co")).unwrap();
        String::from_utf8(localized).unwrap()
    }

    #[test]
    fn a_label_takes_the_place_of_the_preview_and_stays_text() {
        let svg =
            r#"<svg><g><text x="1" data-l10n-id="figure-a"><tspan>肩</tspan>ベルト</text><text>b</text></g></svg>"#;
        let localized = localize(svg);
        assert!(
            localized.contains(r#"data-l10n-id="figure-a">&lt;figure-a&gt; &amp; co</text><text>b</text></g>"#),
            "{localized}"
        );
    }

    #[test]
    fn the_drawing_is_set_in_the_document_fonts() {
        let drawing = localize("<svg width=\"1\"><g/></svg>").replace("&apos;", "'");
        assert!(drawing.contains("font-family=\"'BIZ UDPGothic'\""), "{drawing}");
    }

    #[test]
    fn what_only_browsers_show_is_left_out() {
        let drawing = localize(
            "<svg><switch><foreignObject a='b'><i:c/><d>e</d></foreignObject><foreignObject/><g/></switch></svg>",
        );
        assert!(drawing.ends_with("><switch><g/></switch></svg>"), "{drawing}");
    }

    #[test]
    fn broken_xml_is_an_error() {
        assert!(localize_svg(b"<svg><g></svg>", &[], |_| String::new()).is_err());
    }
}
