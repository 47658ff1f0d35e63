//! The keys of messages: a message, or an attribute of one.

/// Stands for a value that is put into a finished message later; it is never printed itself.
pub const SLOT: &str = "\u{FFFC}";

/// Joins a message and its attribute to `highlight-x.title`.
pub(super) fn key(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

/// Returns whether a message names a thing, as opposed to speaking about it.
pub(super) fn is_name(key: &str) -> bool {
    ["group-", "indicator-", "kind-", "status-", "unit-"].iter().any(|prefix| key.starts_with(prefix))
        && !key.starts_with("status-by-")
}

/// Splits `highlight-x.title` into the message and its attribute.
pub(super) fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}
