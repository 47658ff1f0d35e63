//! Figures: format detection, inspection, localized labels, and text as outlines. Does not decode pixels.

mod adapted;
mod bound;
mod css;
mod drawing;
mod drawing_cost;
mod element;
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
pub use outline::{FontData, measure, outline_text, require_drawable};
pub use picture::pixel_bytes;
pub use plain::plain;

use std::sync::Arc;

use thiserror::Error;

use crate::diagnostic::{Code, Diagnostic, Located};

/// Why a file cannot be a figure.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FigureError {
    /// A bitmap in an unsupported format, such as GIF.
    #[error("a {0} image")]
    Pixels(&'static str),
    /// A drawing in an unsupported format, such as PDF.
    #[error("a {0} drawing")]
    Drawing(&'static str),
    /// A document or other archive.
    #[error("an office document or an archive")]
    Archive,
    /// A compressed SVG.
    #[error("a compressed SVG")]
    Compressed,
    /// An SVG that is not UTF-8.
    #[error("an SVG that is not in UTF-8")]
    Encoding,
    /// An empty file.
    #[error("an empty file")]
    Empty,
    /// Not a known image format.
    #[error("no image")]
    Unknown,
    /// The file is damaged, with the reader's message.
    #[error("{0}")]
    Broken(String),
    /// CMYK colours; PDF/A requires a profile for them, which documents do not have.
    #[error("an image in CMYK colours")]
    Cmyk,
    /// The drawing refers to another file.
    #[error("a drawing with a link to {0}")]
    Linked(String),
    /// The drawing embeds an image that cannot be read.
    #[error("a drawing with an image that cannot be read")]
    Embedded,
    /// The drawing embeds HTML, which a PDF cannot show.
    #[error("a drawing with web content")]
    ForeignObject,
    /// The styles refer to something external.
    #[error("a drawing whose styles refer to {0}")]
    Style(String),
    /// The drawing shows different parts to different readers, by an attribute of this name.
    #[error("a drawing with conditions ({0})")]
    Conditional(String),
    /// The drawing declares entities that contain more than text.
    #[error("a drawing with entities")]
    Entities,
    /// A bound is exceeded.
    #[error("more than is drawn")]
    TooMuch(Bound),
    /// A reference in the drawing leads to a missing, duplicate or unsuitable element.
    #[error("a drawing with a reference to {0}")]
    Missing(String),
    /// A style that browsers and the compiler draw differently.
    #[error("a drawing with the style {0}")]
    Unread(String),
    /// The drawing is animated, by an element of this name.
    #[error("a drawing with the element {0}")]
    Moving(String),
}

impl FigureError {
    /// The diagnostic at the place that names the figure.
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

/// A figure of the report.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The content.
    pub data: Arc<[u8]>,
    /// The natural width in units of the image.
    pub width: f64,
    /// The natural height in the same units.
    pub height: f64,
    /// The text of a drawing that is not a label, and so the same in every language.
    pub text: String,
    /// The resources that it needs.
    pub demand: Demand,
}
