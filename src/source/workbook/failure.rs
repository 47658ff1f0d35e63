//! Why a workbook cannot be read at all. Knows no file format.

use std::sync::Arc;

use super::bound::Bound;
use crate::diagnostic::{Code, Diagnostic, Place};

/// Why a file is not a workbook that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It wants a password.
    Encrypted,
    /// It ends early, or its parts do not fit together.
    Damaged,
    /// It holds nothing.
    Empty,
    /// It is a text with separators.
    Text,
    /// It is a web page or another XML document.
    Markup,
    /// It is in the format of Excel 95 or older.
    Old,
    /// It is in Excel's binary format.
    Binary,
    /// It is something else.
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

/// What ends the reading of a workbook.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The file is not a workbook that can be read.
    Unreadable(Reason),
    /// More than a bound allows, and the cell at which that was found.
    TooLarge(Bound, Option<(Arc<str>, u32, u32)>),
}

impl Failure {
    /// Turns the failure into a problem of the file.
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
