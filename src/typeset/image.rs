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

/// The most pixels of an image, and the most that are drawn for one: 400 MB of memory.
pub const MOST_PIXELS: u64 = 100_000_000;
/// Up to this resolution, pages are drawn with twice as many pixels a side, of which each four become one. Drawings are
/// drawn with pixels of their own and taken over to the page's by leaving some rows out, which shows in small letters.
const MOST_DOUBLED: u32 = 300;

/// Returns how many pixels of memory a page takes to be drawn at a resolution.
#[must_use]
pub fn pixels(page: &Page, ppi: u32) -> u64 {
    let [width, height] = sides(page, ppi);
    let factor = factor(page, ppi) as u64;
    width.saturating_mul(height).saturating_mul(factor * factor)
}

/// Returns a page as PNG that says its resolution. Takes four bytes of memory for each of [`pixels`].
///
/// # Errors
/// Fails where the encoder does.
pub fn png(page: &Page, ppi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let factor = factor(page, ppi);
    let pixel_per_pt = factor as f64 * f64::from(ppi) / POINTS_PER_INCH;
    let drawn =
        typst_render::render(page, &RenderOptions { pixel_per_pt: pixel_per_pt.into(), ..RenderOptions::default() });
    // What was drawn has fewer pixels than an u32 can count.
    let [width, height] = sides(page, ppi).map(|side| side as u32);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels_per_metre = (f64::from(ppi) * INCHES_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: pixels_per_metre,
        yppu: pixels_per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    let size = [drawn.width() as usize, drawn.height() as usize];
    writer.write_image_data(&merged(drawn.data(), size, [width as usize, height as usize], factor))?;
    writer.finish()?;
    Ok(file)
}

/// Returns how many pixels are drawn for one of the image, on each side.
fn factor(page: &Page, ppi: u32) -> usize {
    let [width, height] = sides(page, ppi);
    if ppi <= MOST_DOUBLED && width.saturating_mul(height) <= MOST_PIXELS / 4 { 2 } else { 1 }
}

/// Returns the width and height of a page's image.
fn sides(page: &Page, ppi: u32) -> [u64; 2] {
    let size = page.frame.size();
    // A cast of what is too large, or not a number, ends at the largest or at zero.
    [size.x, size.y].map(|side| (side.to_pt() * f64::from(ppi) / POINTS_PER_INCH).round().max(1.0) as u64)
}

/// Makes one pixel of each square of pixels that were drawn; their colours are multiplied by their opacity, those of an
/// image are not. Rounding may leave the last square without a row or column, and the one before it stands in.
fn merged(
    drawn: &[u8],
    [drawn_width, drawn_height]: [usize; 2],
    [width, height]: [usize; 2],
    factor: usize,
) -> Vec<u8> {
    let mut image = Vec::with_capacity(width * height * 4);
    for y in 0..height {
        for x in 0..width {
            let mut sums = [0; 4];
            for row in (y * factor..(y + 1) * factor).map(|row| row.min(drawn_height - 1)) {
                for column in (x * factor..(x + 1) * factor).map(|column| column.min(drawn_width - 1)) {
                    let start = (row * drawn_width + column) * 4;
                    for (sum, channel) in sums.iter_mut().zip(&drawn[start..start + 4]) {
                        *sum += usize::from(*channel);
                    }
                }
            }
            let [red, green, blue, opacity] = sums;
            let color = |sum: usize| (sum * 255 + opacity / 2).checked_div(opacity).unwrap_or_default() as u8;
            image.extend([color(red), color(green), color(blue), (opacity / (factor * factor)) as u8]);
        }
    }
    image
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_pixels_become_one_and_colours_keep_their_strength() {
        let clear = [0, 0, 0, 0];
        let red = [200, 0, 0, 255];
        let black = [0, 0, 0, 255];
        // Three columns, as rounding may leave them: the last stands twice.
        let drawn = [red, clear, red, red, clear, black].concat();
        assert_eq!(merged(&drawn, [3, 2], [2, 1], 2), [[200, 0, 0, 127], [100, 0, 0, 255]].concat());
        assert_eq!(merged(&drawn, [3, 2], [3, 2], 1), drawn);
    }
}
