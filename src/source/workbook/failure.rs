//! Reasons why a workbook cannot be read at all.

use std::sync::Arc;

use super::bound::Bound;
use crate::diagnostic::{Code, Diagnostic, Place};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Encrypted,
    /// It is truncated or inconsistent.
    Damaged,
    Empty,
    /// Delimited text.
    Text,
    /// A web page or another XML document.
    Markup,
    /// The format of Excel 95 or older.
    Old,
    /// Excel's binary format (xlsb).
    Binary,
    Other,
}

impl Reason {
    fn word(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::Empty => "empty",
            Self::Text => "text",
            Self::Markup => "markup",
            Self::Old => "old",
            Self::Binary => "binary",
            Self::Other => "other",
        }
    }
}

/// A fatal error while a workbook is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    Unreadable(Reason),
    /// A limit is exceeded, with the cell where it was noticed, if any.
    TooLarge(Bound, Option<(Arc<str>, u32, u32)>),
}

impl Failure {
    pub(super) fn diagnostic(&self, file: &Arc<str>) -> Diagnostic {
        match self {
            Self::Unreadable(reason) => Diagnostic::at(Code::WorkbookUnreadable, &Place::whole(file))
                .with("file", file)
                .with("kind", reason.word()),
            Self::TooLarge(bound, cell) => {
                let at = |place| {
                    Diagnostic::at(Code::WorkbookTooLarge, &place).with("part", bound.word()).with("most", bound.most())
                };
                match cell {
                    Some((sheet, row, column)) => at(Place::cell(file, sheet, *row, *column)),
                    None => at(Place::whole(file)).with("file", file),
                }
            }
        }
    }
}

impl From<Reason> for Failure {
    fn from(reason: Reason) -> Self {
        Self::Unreadable(reason)
    }
}

impl From<Bound> for Failure {
    fn from(bound: Bound) -> Self {
        Self::TooLarge(bound, None)
    }
}

impl From<quick_xml::Error> for Failure {
    fn from(_: quick_xml::Error) -> Self {
        Self::Unreadable(Reason::Damaged)
    }
}
