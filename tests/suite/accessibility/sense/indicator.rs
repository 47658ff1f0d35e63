//! What a table says of an indicator.

use serde_json::Value;

use super::array;

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) row: &'a Value,
}

/// Returns indicators, each followed by its parts.
pub(super) fn entries<'a>(tables: impl IntoIterator<Item = &'a Value>) -> Vec<Entry<'a>> {
    let rows = tables.into_iter().flat_map(|table| array(&table["rows"]));
    rows.map(|row| Entry { row }).collect()
}

/// Returns whether any of some indicators has a value in a column.
pub(super) fn any(entries: &[Entry<'_>], name: &str) -> bool {
    entries.iter().any(|entry| !entry.row[name].is_null())
}

impl Entry<'_> {
    /// Returns its name with the marks of notes and the unit of its values.
    pub(super) fn name(self) -> String {
        text(&self.row["name"]) + &marks(&self.row["name-marks"]) + &text(&self.row["unit"])
    }

    /// Returns a value without its unit.
    pub(super) fn value(self, name: &str) -> String {
        value(&self.row[name])
    }

    /// Returns the latest value with the marks of notes, and the year that stands below one of an earlier year.
    pub(super) fn actual(self) -> String {
        self.value("actual") + &marks(&self.row["marks"]) + self.row["actual-year"].as_str().unwrap_or_default()
    }
}

/// Returns a value as it is set where its unit stands behind the name.
pub(super) fn value(value: &Value) -> String {
    text(&value["before"]) + &text(&value["number"]) + &text(&value["after"])
}

/// Returns marks of notes behind each other.
pub(super) fn marks(marks: &Value) -> String {
    array(marks).iter().map(text).collect()
}

/// Returns a text; nothing where there is none.
pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
