//! Reads the headers of bitmaps before they are decoded: the memory for pixels, and whether metadata unpacks to more
//! than a bound.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use super::FigureError;
use super::bound::{Bound, MOST_PIXEL_BYTES, MOST_SCANS, MOST_UNPACKED};
use super::format::{SCAN, is_frame, segments};

/// The memory for decoding a PNG, JPEG, GIF or WebP, in bytes of pixels.
///
/// # Errors
/// If a bound is exceeded or the size is unknown.
pub fn pixel_bytes(picture: &[u8]) -> Result<u64, FigureError> {
    let bytes = if picture.starts_with(b"\x89PNG") {
        of_png(picture)?
    } else if picture.starts_with(b"\xFF\xD8") {
        of_jpeg(picture)?
    } else {
        let size = imagesize::blob_size(picture).map_err(|error| FigureError::Broken(error.to_string()))?;
        area(size.width as u64, size.height as u64).saturating_mul(4)
    };
    if bytes > MOST_PIXEL_BYTES { Err(FigureError::TooMuch(Bound::Pixels)) } else { Ok(bytes) }
}

fn area(width: u64, height: u64) -> u64 {
    width.saturating_mul(height)
}

fn cut_short() -> FigureError {
    FigureError::Broken(io::Error::from(io::ErrorKind::UnexpectedEof).to_string())
}

fn of_png(png: &[u8]) -> Result<u64, FigureError> {
    let mut rest = png.get(8..).unwrap_or_default();
    let mut bytes = None;
    let mut allowed = MOST_UNPACKED;
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((name, behind)) = behind.split_first_chunk::<4>() else { break };
        let content = behind.get(..length.min(behind.len())).unwrap_or_default();
        match name {
            b"IHDR" => bytes = Some(of_header(content).ok_or_else(cut_short)?),
            b"iCCP" | b"zTXt" => take(compressed_part(content, 0), &mut allowed)?,
            b"iTXt" => take(compressed_text(content), &mut allowed)?,
            b"IEND" => break,
            _ => {}
        }
        rest = behind.get(length.saturating_add(4)..).unwrap_or_default();
    }
    bytes.ok_or_else(cut_short)
}

/// The bytes of a PNG's decoded pixels, with palettes and transparent colours expanded.
fn of_header(header: &[u8]) -> Option<u64> {
    let number = |start: usize| Some(u64::from(u32::from_be_bytes(header.get(start..start + 4)?.try_into().ok()?)));
    let channels = match header.get(9)? {
        0 | 4 => 2,
        _ => 4,
    };
    let bytes_of_channel = if *header.get(8)? == 16 { 2 } else { 1 };
    Some(area(number(0)?, number(4)?).saturating_mul(channels * bytes_of_channel))
}

/// The compressed part of a chunk after a name, its terminator and the compression method.
fn compressed_part(content: &[u8], from: usize) -> Option<&[u8]> {
    let name = content.get(from..)?.iter().position(|byte| *byte == 0)?;
    content.get(from + name + 2..)
}

fn compressed_text(content: &[u8]) -> Option<&[u8]> {
    let end_of_key = content.iter().position(|byte| *byte == 0)?;
    let [1, _, rest @ ..] = content.get(end_of_key + 1..)? else { return None };
    let after = |text: &'_ [u8]| text.iter().position(|byte| *byte == 0).map(|end| end + 1);
    let language = after(rest)?;
    let translated = after(rest.get(language..)?)?;
    rest.get(language + translated..)
}

/// Deducts the unpacked size of a part; damage is reported when the picture is decoded.
fn take(packed: Option<&[u8]>, allowed: &mut u64) -> Result<(), FigureError> {
    let Some(packed) = packed else { return Ok(()) };
    let mut unpacked = ZlibDecoder::new(packed).take(*allowed + 1);
    let mut buffer = [0; 8192];
    while let Ok(read @ 1..) = unpacked.read(&mut buffer) {
        *allowed = allowed.checked_sub(read as u64).ok_or(FigureError::TooMuch(Bound::Unpacked))?;
    }
    Ok(())
}

/// Reads the segments of a JPEG before its pixels. A progressive one keeps all coefficients in memory while it is
/// decoded.
fn of_jpeg(jpeg: &[u8]) -> Result<u64, FigureError> {
    let mut largest = None;
    for (marker, content) in segments(jpeg).filter(|(marker, _)| is_frame(*marker)) {
        let [_, height_high, height_low, width_high, width_low, components, ..] = *content else {
            return Err(cut_short());
        };
        let side = |high: u8, low: u8| u64::from(u16::from_be_bytes([high, low]));
        let pixels = area(side(width_high, width_low), side(height_high, height_low));
        let of_pixel = 3.max(u64::from(components)) * if marker == 0xC2 { 3 } else { 1 };
        largest = largest.max(Some(pixels.saturating_mul(of_pixel)));
    }
    // Each scan covers the whole picture; FF within pixel data is followed by 00.
    let scans = jpeg.windows(2).filter(|bytes| *bytes == [0xFF, SCAN]).count();
    if scans > MOST_SCANS {
        return Err(FigureError::TooMuch(Bound::Scans));
    }
    largest.ok_or_else(cut_short)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        [&u32::try_from(content.len()).unwrap().to_be_bytes(), name.as_slice(), content, &[0; 4]].concat()
    }

    fn png(width: u32, height: u32, depth: u8, color: u8, more: &[Vec<u8>]) -> Vec<u8> {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, color, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), more.concat(), chunk(b"IEND", &[])].concat()
    }

    fn packed(length: u64) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        io::copy(&mut io::repeat(0).take(length), &mut encoder).unwrap();
        encoder.flush().unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn pixels_are_counted_by_what_the_header_says() {
        assert_eq!(pixel_bytes(&png(100, 50, 8, 2, &[])), Ok(100 * 50 * 4));
        assert_eq!(pixel_bytes(&png(100, 50, 16, 6, &[])), Ok(100 * 50 * 8));
        let largest = (MOST_PIXEL_BYTES / 8) as u32;
        assert!(pixel_bytes(&png(largest, 1, 16, 6, &[])).is_ok());
        for (width, height) in [(largest + 1, 1), (100_000, 100_000), (20_000, 20_000), (u32::MAX, u32::MAX)] {
            assert_eq!(pixel_bytes(&png(width, height, 16, 6, &[])), Err(FigureError::TooMuch(Bound::Pixels)));
        }
    }

    #[test]
    fn what_unpacks_without_end_is_refused() {
        for (name, head) in
            [(b"iCCP", b"sRGB\0\0".as_slice()), (b"zTXt", b"Comment\0\0"), (b"iTXt", b"Comment\0\x01\0en\0Comment\0")]
        {
            let part = |length: u64| chunk(name, &[head, &packed(length)].concat());
            assert!(pixel_bytes(&png(1, 1, 8, 2, &[part(MOST_UNPACKED)])).is_ok(), "{name:?}");
            let refused = Err(FigureError::TooMuch(Bound::Unpacked));
            assert_eq!(pixel_bytes(&png(1, 1, 8, 2, &[part(MOST_UNPACKED + 1)])), refused, "{name:?}");
            // Many small parts count like a large one.
            let half = part(MOST_UNPACKED / 2);
            assert_eq!(pixel_bytes(&png(1, 1, 8, 2, &[half.clone(), half.clone(), half])), refused, "{name:?}");
        }
    }

    #[test]
    fn a_jpeg_is_counted_by_its_frame_and_its_scans() {
        let jpeg = |marker: u8, side: u16, scans: usize| {
            let side = side.to_be_bytes();
            let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, marker, 0, 17, 8];
            jpeg.extend([side, side].concat());
            jpeg.extend([3; 10]);
            (0..scans).for_each(|_| jpeg.extend([0xFF, 0xDA, 0, 2, 0xFF, 0]));
            jpeg
        };
        assert_eq!(pixel_bytes(&jpeg(0xC0, 100, 1)), Ok(30_000));
        assert_eq!(pixel_bytes(&jpeg(0xC2, 100, 12)), Ok(90_000));
        assert_eq!(pixel_bytes(&jpeg(0xC0, 65_535, 1)), Err(FigureError::TooMuch(Bound::Pixels)));
        assert_eq!(pixel_bytes(&jpeg(0xC2, 100, MOST_SCANS + 1)), Err(FigureError::TooMuch(Bound::Scans)));
        assert!(matches!(pixel_bytes(b"\xFF\xD8\xFF\xE0\0"), Err(FigureError::Broken(_))));
    }

    #[test]
    fn a_gif_is_counted_by_its_screen() {
        assert_eq!(pixel_bytes(b"GIF89a\x10\0\x02\0\0\0\0"), Ok(16 * 2 * 4));
        assert_eq!(pixel_bytes(b"GIF89a\xFF\xFF\xFF\xFF\0\0\0"), Err(FigureError::TooMuch(Bound::Pixels)));
    }
}
