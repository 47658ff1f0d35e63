//! Reads PDFs back: the tag tree with its text, where each part stands, what is attached. Knows no report.
//!
//! What is read may be anything: a PDF of another program, half a file, one made to do harm. Nothing here panics, follows
//! a circle or unpacks without end; what cannot be read is an [`Unreadable`], what contradicts itself a
//! [`soundness::Finding`].

mod attachment;
mod content;
mod destination;
mod element;
mod entries;
mod file;
mod inventory;
mod metadata;
mod operations;
pub mod soundness;
mod structure;
pub mod table;
mod unicode_map;
mod unreadable;

pub use attachment::Attachment;
pub use element::{Annotation, Element, Node, Piece, Target, Text};
pub use file::{LARGEST_PDF, MOST_UNPACKED};
pub use inventory::MOST_VALUES;
pub use metadata::Claims;
pub use unreadable::Unreadable;

use content::Contents;
use destination::Destinations;
use file::File;
use metadata::Metadata;
use structure::Structure;

/// A PDF with a tag tree, read back.
#[derive(Debug)]
pub struct TaggedPdf {
    file: File,
    contents: Contents,
    destinations: Destinations,
    structure: Structure,
}

impl TaggedPdf {
    /// Reads a PDF of our own whole.
    ///
    /// # Errors
    /// Says why the PDF cannot be read, or that it has no tags.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::of(File::read(bytes, true)?)
    }

    /// Reads a PDF that may come from anywhere, in bounded memory and time.
    ///
    /// # Errors
    /// Says why the PDF cannot be read, that it has no tags, or that another program has saved it.
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

    /// Returns the root of the tag tree.
    #[must_use]
    pub fn tags(&self) -> &Element {
        &self.structure.tags
    }

    /// Returns the language that the document is written in.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        self.file.text(self.file.catalog(), b"Lang")
    }

    /// Returns the title that a reader's window shows.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.file.information("Title")
    }

    /// Returns the standards that the document says it keeps.
    #[must_use]
    pub fn claims(&self) -> Claims {
        Metadata::read(&self.file).map(|metadata| metadata.claims).unwrap_or_default()
    }

    /// Returns the number of pages.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.file.pages().len()
    }

    /// Returns the files that are attached, in the order of their names in the document.
    ///
    /// # Errors
    /// Says that an attachment cannot be unpacked, or is too large.
    pub fn attachments(&self) -> Result<Vec<Attachment>, Unreadable> {
        attachment::read(&self.file)
    }
}
