//! Drawings with their text as outlines, for where the fonts of the document are not at hand. Knows no language.

use std::sync::Arc;

use usvg::fontdb::{Database, Source};
use usvg::{ImageHrefResolver, Indent, Options, Tree, WriteOptions};

use super::FigureError;

/// The bytes of a font.
pub type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Returns a drawing as the compiler draws it, with the outlines of letters in place of text.
///
/// # Errors
/// Fails where the file is not an SVG that can be drawn.
pub fn outline_text(svg: &[u8], fonts: impl Iterator<Item = FontData>) -> Result<Vec<u8>, FigureError> {
    let mut database = Database::new();
    for font in fonts {
        database.load_font_source(Source::Binary(font));
    }
    let options = Options {
        // As the compiler: what names no family that is there has the first fallback.
        font_family: String::new(),
        fontdb: Arc::new(database),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            // Nothing is read from the machine.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|error| FigureError::Broken(error.to_string()))?;
    let written = tree.to_string(&WriteOptions {
        // A drawing is shown at a few times its size at most.
        coordinates_precision: 2,
        transforms_precision: 4,
        indent: Indent::None,
        attributes_indent: Indent::None,
        ..WriteOptions::default()
    });
    // With a size alone, it could be shown at no other.
    let (width, height) = (tree.size().width(), tree.size().height());
    Ok(written.replacen("<svg ", &format!("<svg viewBox=\"0 0 {width} {height}\" "), 1).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Regular.ttf");

    fn outlined(svg: &str) -> String {
        let font: FontData = Arc::new(FONT);
        String::from_utf8(outline_text(svg.as_bytes(), std::iter::once(font)).unwrap()).unwrap()
    }

    #[test]
    fn letters_become_shapes_and_the_drawing_keeps_its_proportions() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='50' viewBox='0 0 400 100' \
                   font-family=\"'BIZ UDPGothic'\"><text x='10' y='50'>川</text></svg>";
        let drawing = outlined(svg);
        assert!(!drawing.contains("<text") && drawing.contains("<path"), "{drawing}");
        assert!(drawing.contains("viewBox=\"0 0 200 50\""), "{drawing}");
        assert_eq!(drawing.matches("viewBox").count(), 1, "{drawing}");
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        assert!(outline_text(b"<svg", std::iter::empty()).is_err());
    }
}
