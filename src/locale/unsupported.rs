//! Unsupported markup, and the addresses that links may have.

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsupported {
    pub(super) name: &'static str,
    /// The line in which it begins.
    pub(super) excerpt: String,
}

impl Unsupported {
    pub(super) fn at(name: &'static str, source: &str, start: usize) -> Self {
        let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        Self { name, excerpt: line.trim().to_owned() }
    }
}

/// Schemes that are safe to follow from a document; others may run scripts or open local files.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Whether a link leads to a web page or a mailbox.
pub(super) fn is_address(address: &str) -> bool {
    let begins = |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_clean = !address.contains(|character: char| character.is_whitespace() || character.is_control());
    is_clean && SCHEMES.iter().find(|scheme| begins(scheme)).is_some_and(|scheme| address.len() > scheme.len())
}
