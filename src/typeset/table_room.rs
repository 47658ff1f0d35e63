//! Which tables of values a template shows, and what room they have. Measures nothing.

use serde::Deserialize;

use super::measure::Positive;

/// What a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableKind {
    /// A group's indicators with target, value and status, in columns of the page.
    Summary,
    /// A group's indicators with baseline, trend, target, value, rate and status.
    Group,
    /// All indicators over the years.
    Years,
}

/// The room of a table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TableRoom {
    /// How many columns of the grid it takes: the first of these in which all its values can stand.
    pub columns: Vec<u32>,
    /// What the names of indicators keep of the width, in baseline units.
    pub names: Positive,
    /// The white space before each column, in baseline units.
    pub inset: Positive,
    /// The width up to which a column grows for a unit that could also take a second line, in baseline units.
    pub most: Positive,
    /// The sizes of its type in points: the first in which all its values can stand.
    pub text_sizes: Vec<Positive>,
}
