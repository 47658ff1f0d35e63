//! Small reference images of the parts that pages are made of and of selected whole pages, compared with a tolerance.
//!
//! After a wanted change of looks, look at every changed image and run once with `NENPO_BLESS=1`. What differs is
//! written to `target/images/`; a reference without its image has to be deleted.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its input has failed")]

mod charts;
mod compare;
#[path = "../hermetic/mod.rs"]
mod hermetic;
mod pages;
mod parts;

use nenpo::embedded;
use nenpo::typeset::{FontFile, Fonts};
use typst::foundations::Bytes;

/// Returns the fonts that are built in.
fn fonts() -> Fonts {
    let files = embedded::files_below(&embedded::FONTS)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".ttf"))
        .map(|(name, data)| FontFile { name, data: Bytes::new(data) })
        .collect();
    Fonts::new(files).0
}
