//! Keys of messages: the name of a message, with or without an attribute.

/// A placeholder for a value that is inserted into a finished message; never printed.
pub const SLOT: &str = "\u{FFFC}";

/// Joins a message and its attribute: `highlight-x.title`.
pub(super) fn key(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

/// Whether a message is the name of something, rather than a sentence about it.
pub(super) fn is_name(key: &str) -> bool {
    ["group-", "indicator-", "kind-", "status-", "unit-"].iter().any(|prefix| key.starts_with(prefix))
        && !key.starts_with("status-by-")
}

/// Splits `highlight-x.title` into message and attribute.
pub(super) fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}
