//! The reasons why a PDF cannot be read back; their messages are in the locales.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

/// Why a PDF cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file does not begin like a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// The file does not end like a PDF.
    #[error("truncated")]
    Truncated,
    /// A part of the file cannot be read, with the parser's message.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file is encrypted.
    #[error("encrypted")]
    Encrypted,
    /// The file was saved by another program.
    #[error("saved by another program")]
    Resaved,
    /// The file has no tag tree.
    #[error("not tagged")]
    Untagged,
    /// The file unpacks to more than the limit.
    #[error("too large")]
    TooLarge,
}

impl Unreadable {
    /// The selector in the message.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::NotPdf => "not-pdf",
            Self::Truncated => "truncated",
            Self::Damaged(_) => "damaged",
            Self::Encrypted => "encrypted",
            Self::Resaved => "resaved",
            Self::Untagged => "untagged",
            Self::TooLarge => "too-large",
        }
    }

    /// The diagnostic for a file.
    #[must_use]
    pub fn diagnostic(&self, file: &Arc<str>) -> Diagnostic {
        let problem = Diagnostic::at(Code::PdfUnreadable, &Place::whole(file)).with("reason", self.reason());
        match self {
            Self::Damaged(detail) => problem.with_detail(detail),
            _ => problem,
        }
    }
}
