//! Exports pages as PNG with their resolution, or as SVG.

use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem, GroupItem};
use typst::visualize::{Image, ImageKind, SvgImage};
use typst_layout::Page;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

const POINTS_PER_INCH: f64 = 72.0;
const INCHES_PER_METRE: f64 = 1.0 / 0.0254;

/// The greatest number of pixels of an image and of its supersampled drawing: 400 MB of memory.
pub const MOST_PIXELS: u64 = 100_000_000;
/// Up to this resolution, pages are drawn at double size and averaged. The compiler rasterises SVG drawings
/// separately and samples them without interpolation, which is visible in small letters.
const MOST_DOUBLED: u32 = 300;

/// The number of pixels in memory to draw a page at a resolution.
#[must_use]
pub fn pixels(page: &Page, ppi: u32) -> u64 {
    let [width, height] = sides(page, ppi);
    let factor = factor(page, ppi) as u64;
    width.saturating_mul(height).saturating_mul(factor * factor)
}

/// A page as PNG with its resolution. Takes four bytes of memory for each of [`pixels`].
///
/// # Errors
/// If the encoder fails.
pub fn png(page: &Page, ppi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let factor = factor(page, ppi);
    let pixel_per_pt = factor as f64 * f64::from(ppi) / POINTS_PER_INCH;
    let drawn =
        typst_render::render(page, &RenderOptions { pixel_per_pt: pixel_per_pt.into(), ..RenderOptions::default() });
    // `MOST_PIXELS` is less than `u32::MAX`.
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

/// The supersampling factor per side.
fn factor(page: &Page, ppi: u32) -> usize {
    let [width, height] = sides(page, ppi);
    if ppi <= MOST_DOUBLED && width.saturating_mul(height) <= MOST_PIXELS / 4 { 2 } else { 1 }
}

/// Width and height in pixels.
fn sides(page: &Page, ppi: u32) -> [u64; 2] {
    let size = page.frame.size();
    // Casts saturate at the limits, and give zero for NaN.
    [size.x, size.y].map(|side| (side.to_pt() * f64::from(ppi) / POINTS_PER_INCH).round().max(1.0) as u64)
}

/// Averages each square of drawn pixels, and converts premultiplied to straight alpha. Rounding may leave the last
/// square without a row or column; the one before it is repeated.
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

/// A page as SVG with all glyphs as paths, so that it looks the same everywhere.
#[must_use]
pub fn svg(page: &Page) -> String {
    let page = Page { frame: with_outlined_drawings(&page.frame), ..page.clone() };
    typst_svg::svg(&page, &SvgOptions::default())
}

/// Converts the text of embedded drawings to paths too: viewers have no fonts for a drawing within a drawing.
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

/// Returns other images unchanged. Remembered, since after an edit most drawings of a page are as before.
#[comemo::memoize]
fn outlined_drawing(image: &Image) -> Image {
    let ImageKind::Svg(drawing) = image.kind() else { return image.clone() };
    match SvgImage::new(Bytes::from_string(drawing.tree().to_string(&Default::default()))) {
        Ok(outlined) => Image::new(outlined, image.alt().map(Into::into), image.scaling()),
        // A drawing that was read and written can be read again; otherwise leave it unchanged.
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
        // Three columns, as after rounding: the last one is repeated.
        let drawn = [red, clear, red, red, clear, black].concat();
        assert_eq!(merged(&drawn, [3, 2], [2, 1], 2), [[200, 0, 0, 127], [100, 0, 0, 255]].concat());
        assert_eq!(merged(&drawn, [3, 2], [3, 2], 1), drawn);
    }
}
