//! A text of the settings in each language of a packet.

use std::collections::BTreeMap;

use crate::report::Language;

/// A text by language. A text that is the same in every language, such as a room’s name, is written once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// The same in every language.
    Same(String),
    /// A text for each language of the packet.
    ByLanguage(BTreeMap<Language, String>),
}

impl Texts {
    /// The text in a language; empty if there is none, which the reader of settings has reported.
    #[must_use]
    pub fn of(&self, language: &Language) -> &str {
        match self {
            Self::Same(text) => text,
            Self::ByLanguage(texts) => texts.get(language).map_or("", String::as_str),
        }
    }
}
