//! Drawings: puts an SVG's labels into the document's language, and finds what a PDF cannot show of it.

use data_url::DataUrl;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer, XmlVersion};

use super::FigureError;

/// The attribute by which an SVG text names its message: the one that Fluent uses in web pages.
const LABEL_ATTRIBUTE: &str = "data-l10n-id";

/// What a drawing holds besides its shapes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What a PDF cannot show.
    pub problems: Vec<FigureError>,
    /// Images inside, which have still to be decoded, with the kind that the drawing says they are.
    pub images: Vec<(String, Vec<u8>)>,
    /// The text that gets no label.
    pub text: String,
}

/// Looks for what a PDF cannot show, or what would be left out of it without a word.
///
/// # Errors
/// Fails where the file is not well-formed XML.
pub fn inspect_svg(svg: &[u8]) -> Result<Inspection, FigureError> {
    let mut reader = Reader::from_reader(svg);
    let mut inspection = Inspection::default();
    // The elements around, each with whether its text is printed.
    let mut is_printed: Vec<bool> = Vec::new();
    loop {
        let event = reader.read_event().map_err(xml_error)?;
        match &event {
            Event::Eof => break,
            Event::Start(element) => {
                inspection.element(element);
                let is_text = element.local_name().as_ref() == "text" || is_printed.last() == Some(&true);
                is_printed.push(is_text && label_id(element)?.is_none());
            }
            Event::Empty(element) => inspection.element(element),
            Event::End(_) => {
                is_printed.pop();
            }
            Event::Text(text) if is_printed.last() == Some(&true) => inspection.text.push_str(text),
            Event::GeneralRef(reference) if is_printed.last() == Some(&true) => {
                inspection.text.extend(reference.resolve_char_ref().ok().flatten());
            }
            _ => {}
        }
    }
    Ok(inspection)
}

impl Inspection {
    fn element(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        match name.as_ref() {
            "foreignObject" => self.problem(FigureError::ForeignObject),
            "script" | "animate" | "animateMotion" | "animateTransform" | "set" => {
                self.problem(FigureError::Moving(name.as_ref().to_owned()));
            }
            "image" | "feImage" | "use" => {
                if let Some(link) = link(element) {
                    self.link(&link, name.as_ref() == "image");
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, link: &str, is_image: bool) {
        if link.starts_with('#') && !is_image {
            return;
        }
        if !link.starts_with("data:") {
            return self.problem(FigureError::Linked(link.to_owned()));
        }
        let read = DataUrl::process(link).ok().and_then(|url| {
            let (data, _) = url.decode_to_vec().ok()?;
            Some((url.mime_type().subtype.clone(), data))
        });
        match read {
            Some(image) => self.images.push(image),
            None => self.problem(FigureError::Embedded),
        }
    }

    /// Adds a problem that is not known yet.
    fn problem(&mut self, problem: FigureError) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// Returns what an element refers to.
fn link(element: &BytesStart<'_>) -> Option<String> {
    let attribute = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "href")?;
    let link = attribute.normalized_value(XmlVersion::Implicit1_0).map_or(attribute.value.clone(), |link| link);
    Some(link.trim().to_owned())
}

/// Puts an SVG's labels into a language: each element with a `data-l10n-id` gets the text that `label` returns for it,
/// and the whole drawing is set in the given font families.
///
/// # Errors
/// Fails where the file is not well-formed XML.
pub fn localize_svg(
    svg: &[u8],
    families: &[String],
    mut label: impl FnMut(&str) -> String,
) -> Result<Vec<u8>, FigureError> {
    let mut reader = Reader::from_reader(svg);
    let mut writer = Writer::new(Vec::with_capacity(svg.len()));
    let mut is_root = true;
    let mut skipped_depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(xml_error)?;
        match event {
            Event::Eof => break,
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
    fn broken_xml_is_an_error() {
        assert!(localize_svg(b"<svg><g></svg>", &[], |_| String::new()).is_err());
    }

    #[test]
    fn what_a_drawing_declares_is_kept() {
        let drawing = localize("<!DOCTYPE svg [<!ENTITY t \"川\">]><svg><text>&t;</text></svg>");
        assert!(drawing.contains("<!ENTITY t") && drawing.contains("&t;"), "{drawing}");
    }

    #[test]
    fn what_a_pdf_cannot_show_is_found() {
        let inspection = inspect_svg(
            br##"<svg xmlns:xlink="x"><foreignObject/><use href="#a"/><use href="b.svg#a"/><g><animate/></g>
            <image xlink:href="photo.png"/><image href="data:image/png;base64,AAAA&#10;AAAA"/><image href="data:x"/></svg>"##,
        )
        .unwrap();
        assert_eq!(
            inspection.problems,
            [
                FigureError::ForeignObject,
                FigureError::Linked("b.svg#a".to_owned()),
                FigureError::Moving("animate".to_owned()),
                FigureError::Linked("photo.png".to_owned()),
                FigureError::Embedded,
            ]
        );
        assert_eq!(inspection.images, [("png".to_owned(), vec![0; 6])]);
    }

    #[test]
    fn text_without_a_label_is_known() {
        let svg = r#"<svg><title>t</title><text data-l10n-id="figure-a">a<tspan>b</tspan></text><text>c<tspan>d</tspan>&#x5ddd;</text></svg>"#;
        assert_eq!(inspect_svg(svg.as_bytes()).unwrap().text, "cd川");
    }
}
