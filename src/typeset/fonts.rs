//! The fonts of a report: those that the binary carries and those in the report's own folder, and no others.

use rayon::prelude::*;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, FontVariant, FontWeight};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// Fonts that can be typeset with.
pub struct Fonts {
    store: FontStore,
    files: Vec<FontFile>,
}

/// A font file as it was given.
pub struct FontFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub data: Bytes,
}

impl Fonts {
    /// Takes font files; those that are no fonts are named in the result.
    #[must_use]
    pub fn new(files: Vec<FontFile>) -> (Self, Vec<String>) {
        let mut store = FontStore::new();
        let mut unusable = Vec::new();
        // Japanese fonts are large; reading all of them one after another would be felt at every start.
        let read: Vec<Vec<Font>> = files.par_iter().map(|file| Font::iter(file.data.clone()).collect()).collect();
        for (file, fonts) in files.iter().zip(read) {
            if fonts.is_empty() {
                unusable.push(file.name.clone());
            }
            store.extend(fonts.into_iter().map(|font| {
                let info: FontInfo = font.info().clone();
                (font, info)
            }));
        }
        (Self { store, files }, unusable)
    }

    /// Returns the metadata of all fonts.
    #[must_use]
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// Returns a font by its place in the book.
    #[must_use]
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// Returns the files that the fonts came from.
    #[must_use]
    pub fn files(&self) -> &[FontFile] {
        &self.files
    }

    /// Returns the bytes of a family's upright font, bold or regular; none where there is no such family.
    #[must_use]
    pub fn family(&self, family: &str, bold: bool) -> Option<Bytes> {
        let weight = if bold { FontWeight::BOLD } else { FontWeight::REGULAR };
        let variant = FontVariant { weight, ..FontVariant::default() };
        // The book knows families by their names in lower case.
        let index = self.book().select(&family.to_lowercase(), variant)?;
        Some(self.font(index)?.data().clone())
    }
}
