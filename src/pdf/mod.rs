//! Reads PDFs back: the tag tree with its text and pages, and attachments; finds the free space of pages, and joins files.
//! Does not depend on the report.
//!
//! The input may be any file: from another program, truncated or malicious. Nothing here panics, follows a cycle or
//! unpacks without limit; a file that cannot be read gives an [`Unreadable`], contradictions in it a
//! [`soundness::Finding`].

mod attachment;
mod content;
mod destination;
mod element;
mod entries;
mod file;
pub mod ink;
mod inventory;
pub mod join;
mod metadata;
mod operations;
pub mod soundness;
mod structure;
pub mod tagged_table;
mod unicode_map;
mod unreadable;
mod values;

pub use attachment::Attachment;
pub use element::{Annotation, Element, Node, Piece, Target, Text};
pub use file::{LARGEST_PART, LARGEST_PDF, MOST_UNPACKED};
pub use inventory::MOST_VALUES;
pub use metadata::Claims;
pub use unreadable::Unreadable;
pub use values::{MOST_PACKED, MOST_VALUES_OF_PART};

use content::Contents;
use destination::Destinations;
use file::File;
use metadata::Metadata;
use structure::Structure;

/// A PDF with a tag tree.
#[derive(Debug)]
pub struct TaggedPdf {
    file: File,
    contents: Contents,
    destinations: Destinations,
    structure: Structure,
}

impl TaggedPdf {
    /// Reads a PDF that nenpo itself has just written.
    ///
    /// # Errors
    /// If the PDF cannot be read or has no tags.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::of(File::read(bytes, true)?)
    }

    /// Reads a PDF of unknown origin in bounded memory and time.
    ///
    /// # Errors
    /// If the PDF cannot be read, has no tags, or was saved by another program.
    pub fn read_from_elsewhere(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::of(File::read(bytes, false)?)
    }

    fn of(file: File) -> Result<Self, Unreadable> {
        let root = file.tag_root()?;
        let mut contents = Contents::read(&file)?;
        let destinations = Destinations::read(&file);
        let structure = Structure::read(&file, root, &destinations, &mut contents)?;
        file.require_all()?;
        Ok(Self { file, contents, destinations, structure })
    }

    /// The root of the tag tree.
    #[must_use]
    pub fn tags(&self) -> &Element {
        &self.structure.tags
    }

    /// The document's language.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        self.file.text(self.file.catalog(), b"Lang")
    }

    /// The document's title.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.file.information("Title")
    }

    /// The standards to which the document claims conformance.
    #[must_use]
    pub fn claims(&self) -> Claims {
        Metadata::read(&self.file).map(|metadata| metadata.claims).unwrap_or_default()
    }

    /// The number of pages.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.file.pages().len()
    }

    /// The embedded files, in the order of their names in the document.
    ///
    /// # Errors
    /// If an attachment cannot be unpacked or is too large.
    pub fn attachments(&self) -> Result<Vec<Attachment>, Unreadable> {
        attachment::read(&self.file)
    }
}
