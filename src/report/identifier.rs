//! Identifiers: one type for each kind of thing, and the syntax that all of them have.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::unicode::plain_text;

/// The syntax as a regular expression, for JSON Schemas.
pub const IDENTIFIER_PATTERN: &str = "^[A-Za-z][A-Za-z0-9_-]*$";

/// The most characters of the identifier of a report or packet, with which the names of its files begin: no system has
/// names of more than 255 bytes.
pub const LONGEST_ID: usize = 100;

/// The syntax of the identifiers of indicators, a superset of the others.
pub const INDICATOR_PATTERN: &str = "^[A-Za-z0-9][A-Za-z0-9_-]*$";

/// Whether a text has the syntax of Fluent's message names: a Latin letter, then letters, digits, `-` and `_`.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|other| other.is_ascii_alphanumeric() || other == '-' || other == '_')
}

/// An identifier made of the Latin words and digits of a text: `Water quality` is `water-quality`. `None` if it has other
/// letters, or begins with a digit.
#[must_use]
pub fn identifier_of(text: &str) -> Option<String> {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    (text.is_ascii() && is_identifier(&id)).then_some(id)
}

/// Whether a text can name an indicator: as [`is_identifier`], or beginning with a digit, such as 1-2.
fn is_indicator(text: &str) -> bool {
    is_identifier(text)
        || (text.starts_with(|first: char| first.is_ascii_digit()) && is_identifier(&format!("i{text}")))
}

/// Device names of Windows: no file can have them, with or without an extension.
const DEVICES: [&str; 4] = ["aux", "con", "nul", "prn"];

/// Whether Windows permits a file name.
#[must_use]
pub fn is_file_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_port = ["com", "lpt"]
        .iter()
        .any(|port| stem.strip_prefix(port).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9'])));
    let is_device = DEVICES.contains(&stem.as_str()) || is_port;
    let is_plain = !name.contains(|character: char| character.is_control() || "<>:\"/\\|?*".contains(character));
    is_plain && !is_device && !name.ends_with(['.', ' ']) && !name.is_empty()
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident: $is_valid:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// `None` if the text does not have the syntax.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                $is_valid(text).then(|| Self(text.to_owned()))
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

impl IndicatorId {
    /// An identifier as tables write it: `①-2` and `１－２` are `1-2`.
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        Self::new(text).or_else(|| Self::new(&plain_text(text).nfkc().collect::<String>()))
    }
}

identifiers! {
    /// A report: the stem of its file names.
    ReportId: is_identifier;
    /// A group of indicators, such as an integrated project of the plan.
    GroupId: is_identifier;
    /// An indicator.
    IndicatorId: is_indicator;
    /// A kind of indicator, such as `output`.
    KindId: is_identifier;
    /// A unit, such as `count`.
    UnitId: is_identifier;
    /// A note.
    NoteId: is_identifier;
    /// A highlight.
    HighlightId: is_identifier;
    /// A grade that the panel gives, such as `A`.
    EvaluationId: is_identifier;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_keeps_are_no_names_of_files() {
        for name in ["con", "AUX", "Nul.svg", "com1", "LPT9.tar.gz", "prn .txt", "a.", "a ", "a?", "a:b", ""] {
            assert!(!is_file_name(name), "{name}");
        }
        for name in ["console", "com10", "com0", "a.con", "図1.svg", ".a"] {
            assert!(is_file_name(name), "{name}");
        }
    }

    #[test]
    fn an_identifier_can_be_part_of_a_message_name() {
        assert!(is_identifier("drug-licensed-out"));
        assert!(is_identifier("A_1"));
        assert!(!is_identifier(""));
        assert!(!is_identifier("1a"));
        assert!(!is_identifier("指標"));
        assert!(!is_identifier("a b"));
    }
}
