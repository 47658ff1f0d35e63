//! Pages → images: PNG with its resolution, or SVG. Knows no file, and not which pages are wanted.

use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem, GroupItem};
use typst::visualize::{Image, ImageKind, SvgImage};
use typst_layout::Page;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// Points in an inch.
const POINTS_PER_INCH: f64 = 72.0;
/// Inches in a metre.
const INCHES_PER_METRE: f64 = 1.0 / 0.0254;

/// Returns how many pixels a page has at a resolution.
#[must_use]
pub fn pixels(page: &Page, ppi: u32) -> u64 {
    let side = |points: f64| (points * f64::from(ppi) / POINTS_PER_INCH).round().max(1.0);
    let size = page.frame.size();
    // A cast from what is too large, or not a number, ends at the largest or at zero.
    (side(size.x.to_pt()) * side(size.y.to_pt())) as u64
}

/// Returns a page as PNG that says its resolution. Takes four bytes of memory a pixel.
///
/// # Errors
/// Fails where the encoder does.
pub fn png(page: &Page, ppi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let options = RenderOptions { pixel_per_pt: (f64::from(ppi) / POINTS_PER_INCH).into(), ..RenderOptions::default() };
    let pixels = typst_render::render(page, &options);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels_per_metre = (f64::from(ppi) * INCHES_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: pixels_per_metre,
        yppu: pixels_per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.take_demultiplied())?;
    writer.finish()?;
    Ok(file)
}

/// Returns a page as SVG without any text: every glyph is a path, so that it looks alike wherever it is shown.
#[must_use]
pub fn svg(page: &Page) -> String {
    let page = Page { frame: with_outlined_drawings(&page.frame), ..page.clone() };
    typst_svg::svg(&page, &SvgOptions::default())
}

/// Returns a frame in which the texts of drawings are paths too. They are embedded as they are otherwise, and a viewer
/// that shows a drawing inside a drawing has no fonts for it.
fn with_outlined_drawings(frame: &Frame) -> Frame {
    let mut outlined = Frame::new(frame.size(), frame.kind());
    outlined.push_multiple(frame.items().map(|(position, item)| {
        let item = match item {
            FrameItem::Group(group) => {
                FrameItem::Group(GroupItem { frame: with_outlined_drawings(&group.frame), ..group.clone() })
            }
            FrameItem::Image(image, size, span) => FrameItem::Image(outlined_drawing(image), *size, *span),
            item => item.clone(),
        };
        (*position, item)
    }));
    outlined
}

/// Returns a drawing with its texts as paths, and any other image as it is.
fn outlined_drawing(image: &Image) -> Image {
    let ImageKind::Svg(drawing) = image.kind() else { return image.clone() };
    match SvgImage::new(Bytes::from_string(drawing.tree().to_string(&Default::default()))) {
        Ok(outlined) => Image::new(outlined, image.alt().map(Into::into), image.scaling()),
        // What was written of a drawing that was read can be read again; if not, it is shown as it was.
        Err(_) => image.clone(),
    }
}
