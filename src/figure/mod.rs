//! Figures: what kind of image a file is, what keeps it from being one, the labels of drawings, and their letters as
//! shapes. Decodes nothing.

mod adapted;
mod bound;
mod css;
mod drawing;
mod filter;
mod format;
mod heard;
mod inspection;
mod outline;
mod picture;
mod plain;
mod style;
mod unread;

pub use adapted::adapted;
pub use bound::{
    Bound, Demand, MOST_ATTRIBUTES, MOST_COMPARISONS, MOST_CORNERS, MOST_DEPTH, MOST_DRAWING_BYTES, MOST_ELEMENTS,
    MOST_ELEMENTS_OF_REPORT, MOST_ENTITY, MOST_EXPANSION, MOST_FILTERED, MOST_LETTERS, MOST_PIXEL_BYTES,
    MOST_PIXEL_BYTES_OF_REPORT, MOST_READ, MOST_REGION, MOST_SCANS, MOST_UNPACKED,
};
pub use drawing::localize_svg;
pub use format::{FigureKind, is_cmyk};
pub use inspection::{Inspection, inspect_svg};
pub use outline::{FontData, measure, outline_text};
pub use picture::pixel_bytes;
pub use plain::plain;

use thiserror::Error;

use crate::diagnostic::{Code, Diagnostic, Located};

/// What can keep a file from being a figure.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FigureError {
    /// It is an image of pixels of another kind, such as a GIF.
    #[error("a {0} image")]
    Pixels(&'static str),
    /// It is a drawing of another kind, such as a PDF.
    #[error("a {0} drawing")]
    Drawing(&'static str),
    /// It is a document or another archive.
    #[error("an office document or an archive")]
    Archive,
    /// It is an SVG that is compressed.
    #[error("a compressed SVG")]
    Compressed,
    /// It is an SVG that is not in UTF-8.
    #[error("an SVG that is not in UTF-8")]
    Encoding,
    /// There is nothing in it.
    #[error("an empty file")]
    Empty,
    /// It is no image that is known.
    #[error("no image")]
    Unknown,
    /// It cannot be read to its end.
    #[error("{0}")]
    Broken(String),
    /// Its colours are meant for printing presses; PDF/A wants a profile for them, which documents do not carry.
    #[error("an image in CMYK colours")]
    Cmyk,
    /// It is a drawing that takes a part from another file.
    #[error("a drawing with a link to {0}")]
    Linked(String),
    /// It is a drawing with an image inside that cannot be read.
    #[error("a drawing with an image that cannot be read")]
    Embedded,
    /// It is a drawing with web content, which no PDF shows.
    #[error("a drawing with web content")]
    ForeignObject,
    /// It is a drawing whose styles take something from elsewhere.
    #[error("a drawing whose styles refer to {0}")]
    Style(String),
    /// It is a drawing of which readers see different parts, by an attribute of this name.
    #[error("a drawing with conditions ({0})")]
    Conditional(String),
    /// It is a drawing that declares entities which hold more than text.
    #[error("a drawing with entities")]
    Entities,
    /// It asks for more than is read or drawn.
    #[error("more than is drawn")]
    TooMuch(Bound),
    /// It is a drawing of which something refers to what is not there, is of another kind, or is there twice.
    #[error("a drawing with a reference to {0}")]
    Missing(String),
    /// It is a drawing with a style that browsers draw and the compiler does not, or otherwise.
    #[error("a drawing with the style {0}")]
    Unread(String),
    /// It is a drawing that changes in time, by an element of this name.
    #[error("a drawing with the element {0}")]
    Moving(String),
}

impl FigureError {
    /// Returns the problem at the place that names the figure.
    #[must_use]
    pub fn diagnostic(&self, figure: &Located<String>) -> Diagnostic {
        let (kind, subject) = match self {
            Self::Pixels(format) => ("pixels", *format),
            Self::Drawing(format) => ("drawing", *format),
            Self::Archive => ("archive", ""),
            Self::Compressed => ("compressed", ""),
            Self::Encoding => ("encoding", ""),
            Self::Empty => ("empty", ""),
            Self::Unknown => ("unknown", ""),
            Self::Broken(_) => ("broken", ""),
            Self::Cmyk => ("cmyk", ""),
            Self::Linked(target) => ("linked", target.as_str()),
            Self::Embedded => ("embedded", ""),
            Self::ForeignObject => ("foreign", ""),
            Self::Moving(element) => ("moving", element.as_str()),
            Self::Style(target) => ("style", target.as_str()),
            Self::Conditional(attribute) => ("conditional", attribute.as_str()),
            Self::Missing(target) => ("missing", target.as_str()),
            Self::Unread(style) => ("unread", style.as_str()),
            Self::Entities => ("entities", ""),
            Self::TooMuch(bound) => ("too-much", bound.word()),
        };
        let problem = Diagnostic::at(Code::InvalidFigure, &figure.place)
            .with("kind", kind)
            .with("file", &figure.value)
            .with("subject", subject);
        match self {
            Self::Broken(message) => problem.with_detail(message),
            _ => problem,
        }
    }
}

/// A figure as the report gives it.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its bytes.
    pub data: Vec<u8>,
    /// Its natural width, in units of the image.
    pub width: f64,
    /// Its natural height, in the same units.
    pub height: f64,
    /// What a drawing says in every language: the text that is not a label.
    pub text: String,
    /// How much it asks of a machine.
    pub demand: Demand,
}
