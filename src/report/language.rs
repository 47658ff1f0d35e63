//! Languages of a report.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// A language, as a BCP 47 tag such as `ja` or `en-GB`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(LanguageIdentifier);

impl Language {
    /// `None` if the tag is not BCP 47.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        tag.parse().ok().map(Self)
    }

    /// The parsed tag.
    #[must_use]
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// The language without region and script: `en` for `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.language.as_str()
    }

    /// The region: `GB` for `en-GB`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.0.region.as_ref().map(unic_langid::subtags::Region::as_str)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_keeps_language_and_region() {
        let language = Language::new("en-GB").unwrap();
        assert_eq!((language.primary(), language.region(), language.to_string().as_str()), ("en", Some("GB"), "en-GB"));
        assert_eq!(Language::new("日本語"), None);
    }
}
