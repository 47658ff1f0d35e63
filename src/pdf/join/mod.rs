//! Joins PDFs into one, with everything that belongs to them: tags with the language of each part, identifiers, links,
//! bookmarks, page labels, layers, form fields and attachments. Does not depend on the report or the packet.
//!
//! Objects are copied from the parts into a new file as far as they can be reached from what is shown or said, under new
//! numbers. What names something by a text (destinations, identifiers, roles, fields) gets a name of its part where
//! two parts may use the same. The parent tree and the identifier tree are made anew from the elements, so that gaps
//! and contradictions of a part’s trees do not reach the joined file.

mod annotation;
mod archival;
mod attachment;
mod colour;
mod drawing;
mod field;
mod geometry;
mod import;
mod joiner;
mod label;
mod layer;
mod metadata;
mod outline;
mod page;
mod role;
mod source;
mod structure;
mod target;

pub use archival::Contradiction;
pub use drawing::{MOST_DRAWN, MOST_DRAWN_OF_PAGE, MOST_PIXELS_OF_PART};
pub use geometry::{Area, PageSize, Shrink};
pub use metadata::{About, Conformance, Level};
pub use source::{MOST_PAGES, Opening, Refusal, Source};

/// How addresses begin that stand for links within the joined file; a number follows, the place in [`Joining::links`].
pub const LINK_ADDRESS: &str = "nenpo:material-";

/// What is joined.
pub struct Joining<'a> {
    /// What the joined file says about itself.
    pub about: About,
    /// The parts in order.
    pub parts: Vec<Part<'a>>,
    /// A file with one small page for each stamp.
    pub stamps: Option<&'a Source>,
    /// Where links lead, by their numbers.
    pub links: Vec<DescribedLink>,
    /// Whether each part begins on an odd page, after an empty one if necessary.
    pub duplex: bool,
}

/// One of the joined files.
pub struct Part<'a> {
    /// The file.
    pub source: &'a Source,
    /// The number and title, as the bookmark and the title of its tags say them.
    pub title: String,
    /// What precedes its page numbers in page labels; nothing if empty.
    pub label: String,
    /// The language of a file that does not say it itself.
    pub language: Option<String>,
    /// Whether it belongs to the part before it, such as a material to its cover: its bookmarks stand below that of the
    /// other, and no empty page comes between them.
    pub continues: bool,
    /// What is changed on each page; nothing on pages beyond.
    pub pages: Vec<PageChange>,
}

/// What is changed on a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageChange {
    /// How the page is made smaller to leave room for stamps.
    pub shrink: Option<Shrink>,
    /// What is printed on the page.
    pub stamps: Vec<Stamp>,
}

/// A stamp on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stamp {
    /// The page of the file with stamps, from 0.
    pub index: usize,
    /// The distance from the left edge of the page as it is displayed, in points.
    pub left: f32,
    /// The distance from the top edge of the page as it is displayed, in points.
    pub top: f32,
}

/// A link within the joined file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescribedLink {
    /// Where it leads.
    pub target: InnerLink,
    /// What assistive technology says of it.
    pub description: String,
}

/// Where a link within the joined file leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InnerLink {
    /// To the first page of a part, by its place in [`Joining::parts`].
    Part(usize),
    /// To another file, by its path from the joined file.
    File(String),
    /// Nowhere: the link is taken away.
    Nowhere,
}

/// Joins the parts.
///
/// # Errors
/// If the joined file cannot be written to memory.
pub fn join(joining: &Joining<'_>) -> std::io::Result<Vec<u8>> {
    joiner::joined(joining)
}
