//! Detects the format of an image from its content, not its name.

use super::FigureError;

/// The supported formats of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// A drawing; its labels can be localized.
    Svg,
    /// A bitmap.
    Png,
    /// A bitmap.
    Jpeg,
}

impl FigureKind {
    /// Detects the format.
    ///
    /// # Errors
    /// If the format is not supported; names it if it is known.
    pub fn of(data: &[u8]) -> Result<Self, FigureError> {
        if data.starts_with(b"\x89PNG\r\n\x1a\n") {
            Ok(Self::Png)
        } else if data.starts_with(b"\xFF\xD8\xFF") {
            Ok(Self::Jpeg)
        } else if std::str::from_utf8(data).is_ok_and(|text| text.contains("<svg")) {
            Ok(Self::Svg)
        } else {
            Err(other_kind(data))
        }
    }

    /// The usual file name extension.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// The error for an unsupported format, by its magic bytes.
fn other_kind(data: &[u8]) -> FigureError {
    const BEGINNINGS: [(&[u8], FigureError); 13] = [
        (b"GIF8", FigureError::Pixels("GIF")),
        (b"II*\0", FigureError::Pixels("TIFF")),
        (b"MM\0*", FigureError::Pixels("TIFF")),
        (b"BM", FigureError::Pixels("BMP")),
        (b"%PDF-", FigureError::Drawing("PDF")),
        (b"%!PS", FigureError::Drawing("EPS")),
        (b"\xC5\xD0\xD3\xC6", FigureError::Drawing("EPS")),
        (b"\xD7\xCD\xC6\x9A", FigureError::Drawing("WMF")),
        (b"PK\x03\x04", FigureError::Archive),
        // OLE documents of older office software.
        (b"\xD0\xCF\x11\xE0", FigureError::Archive),
        (b"\x1F\x8B", FigureError::Compressed),
        (b"\xFF\xFE", FigureError::Encoding),
        (b"\xFE\xFF", FigureError::Encoding),
    ];
    let at = |index: usize, wanted: &[u8]| data.get(index..).is_some_and(|rest| rest.starts_with(wanted));
    if data.is_empty() {
        FigureError::Empty
    } else if let Some((_, error)) = BEGINNINGS.into_iter().find(|(beginning, _)| at(0, beginning)) {
        error
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        FigureError::Pixels("WebP")
    } else if at(4, b"ftypavif") {
        FigureError::Pixels("AVIF")
    } else if at(4, b"ftyphei") || at(4, b"ftypmif1") {
        FigureError::Pixels("HEIC")
    } else if at(40, b" EMF") {
        FigureError::Drawing("EMF")
    } else if data.windows(4).any(|bytes| bytes == b"<svg") {
        FigureError::Encoding
    } else {
        FigureError::Unknown
    }
}

/// Whether a JPEG has four colour components, as for printing inks.
#[must_use]
pub fn is_cmyk(jpeg: &[u8]) -> bool {
    segments(jpeg).find(|(marker, _)| is_frame(*marker)).is_some_and(|(_, content)| content.get(5) == Some(&4))
}

/// The segments of a JPEG before its pixels: the marker and the content of each, which may be cut short.
pub(super) fn segments(jpeg: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        while let [0xFF, 0xFF, ..] = rest {
            rest = &rest[1..];
        }
        let [0xFF, marker, high, low, content @ ..] = rest else { return None };
        // The length includes its own two bytes.
        let length = usize::from(u16::from_be_bytes([*high, *low])).saturating_sub(2);
        let content = content.split_at_checked(length).map_or((content, &[][..]), |parts| parts);
        rest = content.1;
        (*marker != SCAN).then_some((*marker, content.0))
    })
}

/// The marker of a scan, which pixels follow.
pub(super) const SCAN: u8 = 0xDA;

/// Whether a marker is that of a frame header; three of the same range are not.
pub(super) fn is_frame(marker: u8) -> bool {
    (0xC0..=0xCF).contains(&marker) && ![0xC4, 0xC8, 0xCC].contains(&marker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_found_by_content() {
        assert_eq!(FigureKind::of(b"\xFF\xD8\xFF\xE0"), Ok(FigureKind::Jpeg));
        for (data, error) in [
            (&b"GIF89a"[..], FigureError::Pixels("GIF")),
            (b"RIFF\x10\0\0\0WEBPVP8 ", FigureError::Pixels("WebP")),
            (b"\0\0\0\x18ftypheic\0\0\0\0", FigureError::Pixels("HEIC")),
            (b"\0\0\0\x18ftypavif\0\0\0\0", FigureError::Pixels("AVIF")),
            (b"MM\0*\0\0\0\x08", FigureError::Pixels("TIFF")),
            (b"%PDF-1.7", FigureError::Drawing("PDF")),
            (b"%!PS-Adobe-3.0 EPSF-3.0", FigureError::Drawing("EPS")),
            (b"PK\x03\x04\x14\0", FigureError::Archive),
            (b"\x1F\x8B\x08\0", FigureError::Compressed),
            (b"<svg>\x90\xEC</svg>", FigureError::Encoding),
            (b"<html></html>", FigureError::Unknown),
            (b"", FigureError::Empty),
        ] {
            assert_eq!(FigureKind::of(data), Err(error));
        }
    }

    #[test]
    fn four_components_of_a_jpeg_are_inks() {
        let jpeg = |components| {
            let mut jpeg = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC4\0\x03c\xFF\xC0\0\x11\x08\0\x01\0\x01".to_vec();
            jpeg.push(components);
            jpeg
        };
        assert!(is_cmyk(&jpeg(4)));
        assert!(!is_cmyk(&jpeg(3)));
        assert!(!is_cmyk(b"\xFF\xD8\xFF\xE0\0\0"));
        assert!(!is_cmyk(b"\xFF\xD8\xFF"));
    }
}
