//! Figures: what kind of image a file is, what keeps it from being one, the labels of drawings, and their letters as
//! shapes. Decodes nothing.

mod drawing;
mod format;
mod outline;

pub use drawing::{Inspection, inspect_svg, localize_svg};
pub use format::{FigureKind, is_cmyk};
pub use outline::{FontData, outline_text};

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
    /// It is a drawing that changes in time, by an element of this name.
    #[error("a drawing with the element {0}")]
    Moving(String),
}

impl FigureError {
    /// Returns the fault at the place that names the figure.
    #[must_use]
    pub fn fault(&self, figure: &Located<String>) -> Diagnostic {
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
        };
        let fault = Diagnostic::at(Code::InvalidFigure, &figure.place)
            .with("kind", kind)
            .with("file", &figure.value)
            .with("subject", subject);
        match self {
            Self::Broken(message) => fault.with_detail(message),
            _ => fault,
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
}
