//! A report's changes to the built-in look.

use std::collections::BTreeMap;

use super::Language;
use crate::diagnostic::Located;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// ISO A4.
    #[default]
    A4,
    /// ISO A3.
    A3,
    /// JIS B4.
    B4,
    /// US Letter.
    Letter,
}

impl Paper {
    /// Every size and its name in `report.toml`; the first is the default.
    pub const NAMES: [(&'static str, Paper); 4] =
        [("a4", Self::A4), ("a3", Self::A3), ("b4", Self::B4), ("letter", Self::Letter)];

    /// The shorter and the longer side in millimetres.
    #[must_use]
    pub fn sides(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::B4 => (257.0, 364.0),
            Self::Letter => (215.9, 279.4),
        }
    }
}

/// A report's changes to the theme that its templates share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The size of paper; `None` keeps the templates' own.
    pub paper: Option<Paper>,
    /// The accents of the groups, in their order; empty to keep those of the theme.
    pub accents: Vec<Located<String>>,
    /// Colours of the neutral scale by their names in the theme.
    pub ink: Vec<(Located<String>, Located<String>)>,
    /// Colours of progress statuses by their names.
    pub status: Vec<(Located<String>, Located<String>)>,
    /// Font families by language, placed before those of the theme.
    pub fonts: BTreeMap<Language, Vec<Located<String>>>,
    /// The path of the issuer's logo, relative to the report's folder.
    pub logo: Option<Located<String>>,
}
