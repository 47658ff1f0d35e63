//! Markup that a report cannot show, and addresses that its links can have.

/// Markup that a report cannot show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsupported {
    /// Its name.
    pub(super) name: &'static str,
    /// The line in which it begins.
    pub(super) excerpt: String,
}

impl Unsupported {
    /// Names what begins somewhere in a text.
    pub(super) fn at(name: &'static str, source: &str, start: usize) -> Self {
        let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        Self { name, excerpt: line.trim().to_owned() }
    }
}

/// What an address begins with that a reader of a document may follow; whatever else a program would do with a link, such
/// as to run a script or to open a file of the machine, is not for documents.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Returns whether a link leads to a page of the web or a mailbox.
pub(super) fn is_address(address: &str) -> bool {
    let begins = |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_clean = !address.contains(|character: char| character.is_whitespace() || character.is_control());
    is_clean && SCHEMES.iter().find(|scheme| begins(scheme)).is_some_and(|scheme| address.len() > scheme.len())
}
