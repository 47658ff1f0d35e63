//! The parts of a report, before they are one.

use super::{Actual, Indicator, Settings, Unread};

/// The parts of a report, before they are one.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    /// What `report.toml` says.
    pub(super) settings: &'a Settings,
    /// The indicators that could be read.
    pub(super) indicators: &'a [Indicator],
    /// The actuals that could be read.
    pub(super) actuals: &'a [Actual],
    /// What could not be read.
    pub(super) unread: &'a Unread,
}

/// Returns what keeps an indicator from being a part of another.
pub(super) fn parent_problem(part: &Indicator, whole: &Indicator) -> Option<&'static str> {
    let group = |indicator: &Indicator| indicator.group.as_ref().map(|group| group.value.clone());
    if whole.parent.is_some() {
        Some("part")
    } else if group(whole) != group(part) {
        Some("group")
    } else if whole.kind.value != part.kind.value {
        Some("kind")
    } else {
        None
    }
}
