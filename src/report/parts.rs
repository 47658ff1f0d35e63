//! The parts of a report before they are validated and joined.

use super::{Actual, Indicator, Settings, Unread};

#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) settings: &'a Settings,
    /// The indicators that could be read.
    pub(super) indicators: &'a [Indicator],
    /// The actual values that could be read.
    pub(super) actuals: &'a [Actual],
    pub(super) unread: &'a Unread,
}

/// Why an indicator cannot be a part of another, as the word that messages select by.
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
