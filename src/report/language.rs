//! Languages of a report.

use std::fmt;

use icu_locale::{LocaleCanonicalizer, LocaleExpander, TransformResult};
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

    /// Whether there is such a language: in Unicode’s data, or among the codes for private use.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let primary = self.primary();
        let is_private = primary.len() == 3 && matches!(primary.as_bytes(), [b'q', b'a'..=b't', _]);
        if primary == KOREA {
            return false;
        }
        // Kanuri, whose short code is that of Korea.
        let is_kanuri = || canonical(primary).as_deref() == Some(KOREA);
        is_private || likely(primary).is_some() || is_kanuri()
    }

    /// The language that was probably meant by a code that no language has: that of a country, ja for jp, or an
    /// older or longer one, ja for jpn.
    #[must_use]
    pub fn meant(&self) -> Option<Self> {
        if self.is_known() {
            return None;
        }
        let primary = self.primary();
        let of_country = likely(&format!("und-{}", primary.to_ascii_uppercase()));
        let code = of_country.or_else(|| canonical(primary));
        code.filter(|code| code != primary && code != "und").and_then(|code| Self::new(&code))
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

/// The code of Korea, with which Korean (ko) is confused.
const KOREA: &str = "kr";

/// The language of a tag when all that it leaves out is added; `None` if nothing is known of it.
fn likely(tag: &str) -> Option<String> {
    const EXPANDER: LocaleExpander = LocaleExpander::new_extended();
    let mut identifier = tag.parse().ok()?;
    let is_known = EXPANDER.maximize(&mut identifier) == TransformResult::Modified;
    is_known.then(|| identifier.language.to_string())
}

/// The code that replaces another of the same language.
fn canonical(code: &str) -> Option<String> {
    let mut locale = code.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.id.language.to_string())
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

    #[test]
    fn the_code_of_a_country_is_no_language() {
        for (code, meant) in [
            ("jp", "ja"),
            ("cn", "zh"),
            ("kr", "ko"),
            ("tw", "zh"),
            ("vn", "vi"),
            ("us", "en"),
            ("jpn", "ja"),
            ("eng", "en"),
            ("cmn", "zh"),
        ] {
            let language = Language::new(code).unwrap();
            assert!(!language.is_known(), "{code}");
            assert_eq!(language.meant().map(|meant| meant.to_string()).as_deref(), Some(meant), "{code}");
        }
        for code in ["xx", "zz", "zzz", "qqqq"] {
            let language = Language::new(code);
            assert!(language.is_none_or(|language| !language.is_known()), "{code}");
        }
        let known = "ja en zh zh-Hant ko de fr ar ru uk vi th id ms tl fil my ne pt-BR es eo la yue nan ain ryu mn kk uz \
                     hi bn ta ur fa he tr sr-Latn nb nn no gsw haw qaa knc en-GB";
        for code in known.split_whitespace() {
            let language = Language::new(code).unwrap();
            assert!(language.is_known() && language.meant().is_none(), "{code}");
        }
    }
}
