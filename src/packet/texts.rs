//! A text of the settings in each language of a packet.

use std::collections::BTreeMap;

use crate::diagnostic::{Located, Place};
use crate::report::Language;

/// A text by language. A text that is the same in every language, such as a room’s name, is written once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// The same in every language.
    Same(Located<String>),
    /// A text for each language of the packet.
    ByLanguage(BTreeMap<Language, Located<String>>),
}

impl Texts {
    /// The text in a language; empty if there is none, which the reader of settings has reported.
    #[must_use]
    pub fn of(&self, language: &Language) -> &str {
        self.located(language).map_or("", |text| &text.value)
    }

    /// The place of the text in a language.
    #[must_use]
    pub fn place(&self, language: &Language) -> Option<&Place> {
        self.located(language).map(|text| &text.place)
    }

    fn located(&self, language: &Language) -> Option<&Located<String>> {
        match self {
            Self::Same(text) => Some(text),
            Self::ByLanguage(texts) => texts.get(language),
        }
    }
}
