//! Why a PDF cannot be read back. Knows no words.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

/// Why a PDF cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file does not begin as a PDF does.
    #[error("not a PDF")]
    NotPdf,
    /// The file does not end as a PDF does.
    #[error("truncated")]
    Truncated,
    /// A part of the file cannot be read; what the parser said.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file is encrypted.
    #[error("encrypted")]
    Encrypted,
    /// The file is not as it was written: another program has saved it in its own way.
    #[error("saved by another program")]
    Resaved,
    /// The file has no tag tree.
    #[error("not tagged")]
    Untagged,
    /// The file unpacks to more than is read at most.
    #[error("too large")]
    TooLarge,
}

impl Unreadable {
    /// Returns the word that the message chooses by.
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

    /// Returns the problem that the user sees of a file.
    #[must_use]
    pub fn diagnostic(&self, file: &Arc<str>) -> Diagnostic {
        let problem = Diagnostic::at(Code::PdfUnreadable, &Place::whole(file)).with("reason", self.reason());
        match self {
            Self::Damaged(detail) => problem.with_detail(detail),
            _ => problem,
        }
    }
}
