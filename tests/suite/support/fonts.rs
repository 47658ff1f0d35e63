//! The fonts that the binary carries, for tests that lay out pages themselves.

use nenpo::embedded;
use nenpo::typeset::{FontFile, Fonts};
use typst::foundations::Bytes;

/// Returns the fonts that are built in.
pub(crate) fn built_in_fonts() -> Fonts {
    let files = embedded::files_below(&embedded::FONTS)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".ttf"))
        .map(|(name, data)| FontFile { name, data: Bytes::new(data) })
        .collect();
    Fonts::new(files).0
}
