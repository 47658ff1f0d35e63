//! The look that templates and charts share: `templates/lib/theme.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Where the theme stands among the templates.
pub const THEME_PATH: &str = "lib/theme.toml";

/// Colours and fonts. Colours are `#rrggbb`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Theme {
    /// One accent a group, in the order of the groups; they repeat when they run out.
    pub accents: Vec<String>,
    /// The neutral scale.
    pub ink: BTreeMap<String, String>,
    /// The tone of each progress status.
    pub status: BTreeMap<String, String>,
    /// Families by language; `default` for languages that are not named.
    pub fonts: BTreeMap<String, Families>,
}

/// The font families of a language: the first is used, the others fill in its gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Families {
    /// For text.
    pub sans: Vec<String>,
    /// For titles.
    pub serif: Vec<String>,
}

impl Theme {
    /// Returns the families of a language.
    #[must_use]
    pub fn families(&self, language: &str) -> Families {
        self.fonts.get(language).or_else(|| self.fonts.get("default")).cloned().unwrap_or_default()
    }

    /// Returns the accent of a group by its place among the groups.
    #[must_use]
    pub fn accent(&self, index: usize) -> &str {
        self.accents.get(index.checked_rem(self.accents.len()).unwrap_or(0)).map_or("#000000", String::as_str)
    }
}
