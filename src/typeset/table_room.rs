//! Which tables of values a template shows, and the room for them.

use serde::Deserialize;

use super::measure::Positive;

/// A kind of table.
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

/// The room for a table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TableRoom {
    /// Numbers of grid columns, in order of preference; the first in which all values fit is used.
    pub columns: Vec<u32>,
    /// The width for the names of indicators, in baseline units.
    pub names: Positive,
    /// The space before each column, in baseline units.
    pub inset: Positive,
    /// The width up to which a column grows to keep a unit on the line of its number, in baseline units.
    pub most: Positive,
    /// Text sizes in points, in order of preference; the first in which all values fit is used.
    pub text_sizes: Vec<Positive>,
}
