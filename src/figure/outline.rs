//! Converts the text of drawings to outlines, for viewers without the document's fonts.

use std::sync::Arc;

use usvg::fontdb::{Database, Source};
use usvg::{ImageHrefResolver, Indent, Options, Tree, WriteOptions};

use super::FigureError;
use super::filter::require_bounded;
use super::heard::listen;
use super::inspection::inspect_svg;

/// The bytes of a font.
pub type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Inspects a drawing whose labels are in a language: they change it.
///
/// # Errors
/// As [`inspect_svg`] and [`measure`].
pub fn require_drawable(svg: &str, fonts: impl Iterator<Item = FontData>) -> Result<(), FigureError> {
    if is_filtered(svg) { drawable(svg, fonts) } else { drawable_without_fonts(svg) }
}

fn drawable(svg: &str, fonts: impl Iterator<Item = FontData>) -> Result<(), FigureError> {
    inspect_svg(svg)?;
    measure(svg, fonts).map(|_| ()).map_err(|mut errors| errors.swap_remove(0))
}

/// Remembered, since all documents of a language, and those after an edit, have the same drawings.
#[comemo::memoize]
fn drawable_without_fonts(svg: &str) -> Result<(), FigureError> {
    drawable(svg, std::iter::empty())
}

/// Whether a drawing may have filters, whose measures depend on the fonts of their texts.
fn is_filtered(svg: &str) -> bool {
    svg.contains("filter")
}

/// The width and height of a drawing, after checking the cost of its filters.
///
/// # Errors
/// If the file is not an SVG that can be drawn faithfully, or needs too many resources.
pub fn measure(svg: &str, fonts: impl Iterator<Item = FontData>) -> Result<(f64, f64), Vec<FigureError>> {
    let is_filtered = is_filtered(svg);
    let (tree, unread) = listen(|| tree(svg.as_bytes(), fonts.filter(|_| is_filtered)));
    let tree = tree.map_err(|error| vec![error])?;
    require_bounded(&tree).map_err(|error| vec![error])?;
    if !unread.is_empty() {
        return Err(unread.into_iter().map(FigureError::Unread).collect());
    }
    Ok((f64::from(tree.size().width()), f64::from(tree.size().height())))
}

/// Parses a drawing with the compiler's options.
fn tree(svg: &[u8], fonts: impl Iterator<Item = FontData>) -> Result<Tree, FigureError> {
    let mut database = Database::new();
    for font in fonts {
        database.load_font_source(Source::Binary(font));
    }
    let options = Options {
        // Like the compiler: text without a known family is set in the first fallback.
        font_family: String::new(),
        fontdb: Arc::new(database),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            // Never read files.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_data(svg, &options).map_err(|error| FigureError::Broken(error.to_string()))
}

/// A drawing with text converted to outlines.
///
/// # Errors
/// If the file is not an SVG that can be drawn.
pub fn outline_text(svg: &[u8], fonts: impl Iterator<Item = FontData>) -> Result<Vec<u8>, FigureError> {
    let tree = tree(svg, fonts)?;
    let written = tree.to_string(&WriteOptions {
        // Sufficient for drawings enlarged a few times.
        coordinates_precision: 2,
        transforms_precision: 4,
        indent: Indent::None,
        attributes_indent: Indent::None,
        ..WriteOptions::default()
    });
    // Without a `viewBox`, the drawing could not be scaled.
    let (width, height) = (tree.size().width(), tree.size().height());
    Ok(written.replacen("<svg ", &format!("<svg viewBox=\"0 0 {width} {height}\" "), 1).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::Bound;
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
    fn a_drawing_with_a_part_for_its_own_program_is_drawn_by_its_other_part() {
        let svg = "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \
            'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd' [\n<!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/'>\n\
            <!ENTITY st0 'fill:#2060A0;'>\n]>\n<svg xmlns:i='&ns_ai;' xmlns='http://www.w3.org/2000/svg' \
            xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 200 100'><switch>\
            <foreignObject requiredExtensions='&ns_ai;' x='0' y='0' width='1' height='1'><i:pgfRef xlink:href='#pgf'/>\
            </foreignObject><g i:extraneous='self'><rect width='180' height='80' style='&st0;'/></g></switch>\
            <i:pgf id='pgf'>eJzsvW1z2jrXMPyd</i:pgf></svg>";
        let plain = crate::figure::plain(svg.as_bytes()).unwrap();
        assert_eq!(crate::figure::inspect_svg(&plain).unwrap().problems, []);
        assert!(measure(&plain, std::iter::empty()).is_ok());
        let localized = crate::figure::localize_svg(plain.as_bytes(), &[], |_| String::new()).unwrap();
        let drawn = String::from_utf8(outline_text(&localized, std::iter::empty()).unwrap()).unwrap();
        assert!(drawn.contains("fill=\"#2060a0\""), "{drawn}");
        assert!(!String::from_utf8(localized).unwrap().contains("foreignObject"));
    }

    #[test]
    fn filters_are_work_by_their_pixels_and_their_steps() {
        let measured = |filter: &str, target: &str| {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>{filter}{target}</svg>");
            measure(&svg, std::iter::once(Arc::new(FONT) as FontData))
                .map(|_| ())
                .map_err(|mut errors| errors.remove(0))
        };
        let rect = "<rect width='100' height='50' filter='url(#f)'/>";
        let shadow = "<filter id='f'><feGaussianBlur in='SourceAlpha' stdDeviation='2'/><feOffset dx='1' dy='1' result='a'/>\
            <feMerge><feMergeNode in='a'/><feMergeNode in='SourceGraphic'/></feMerge></filter>";
        assert_eq!(measured(shadow, rect), Ok(()));
        assert_eq!(measured(shadow, &rect.repeat(50)), Err(FigureError::TooMuch(Bound::Filters)));
        let small = "<rect width='5' height='5' filter='url(#f)'/>";
        assert_eq!(measured(shadow, &small.repeat(50)), Ok(()));
        for step in [
            "<feTurbulence baseFrequency='0.01' numOctaves='1000'/>",
            "<feMorphology radius='40'/>",
            &format!("<feConvolveMatrix order='60' kernelMatrix='{}'/>", "1 ".repeat(3_600)),
        ] {
            let filter = format!("<filter id='f'>{step}</filter>");
            assert_eq!(measured(&filter, rect), Err(FigureError::TooMuch(Bound::Filters)), "{step}");
            let text = "<text y='40' font-family='BIZ UDPGothic' font-size='60' filter='url(#f)'>川川</text>";
            assert_eq!(measured(&filter, text), Err(FigureError::TooMuch(Bound::Filters)), "{step}");
        }
        let far = |units: &str, side: &str| {
            format!("<filter id='f' {units} x='0' y='0' width='{side}' height='1'><feFlood/></filter>")
        };
        let region = Err(FigureError::TooMuch(Bound::Region));
        assert_eq!(measured(&far("", "6"), rect), region);
        assert_eq!(measured(&far("filterUnits='userSpaceOnUse'", "1e6"), rect), region);
        let pattern = "<pattern id='p' patternUnits='userSpaceOnUse' width='1e5' height='1e5'><rect width='9' height='9'/></pattern>";
        assert_eq!(measured(pattern, "<rect width='9' height='9' fill='url(#p)'/>"), region);
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        assert!(outline_text(b"<svg", std::iter::empty()).is_err());
    }
}
