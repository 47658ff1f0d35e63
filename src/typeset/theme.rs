//! The theme of templates and charts: `templates/lib/theme.toml` with a report's changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::measure::Positive;
use crate::report::{Language, Look, Paper};

/// The path of the theme below `templates/`.
pub const THEME_PATH: &str = "lib/theme.toml";

const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// The key for all languages that the theme does not name.
pub const OTHER_LANGUAGES: &str = "default";

/// Colours as `#rrggbb`, fonts and the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Theme {
    /// One accent per group, in the order of the groups; repeated if there are more groups.
    pub accents: Vec<String>,
    /// The neutral colours.
    pub ink: BTreeMap<String, String>,
    /// The colour of each status.
    pub status: BTreeMap<String, String>,
    /// Font families by language; `default` for languages that are not named.
    pub fonts: BTreeMap<String, Families>,
    /// The page and its grid.
    pub page: Page,
}

/// The font families of a language: the first is used, the others for characters that it lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Families {
    /// For text.
    pub sans: Vec<String>,
    /// For titles.
    pub serif: Vec<String>,
}

/// The page and the grid for all templates.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Page {
    /// The paper size by its name.
    pub paper: PaperName,
    /// The baseline unit in points.
    pub unit: Positive,
    /// The number of columns.
    pub columns: u32,
    /// The space between columns in units.
    pub gutter: f64,
    /// The margins of portrait pages.
    pub portrait: Margins,
    /// The margins of landscape pages.
    pub landscape: Margins,
}

/// A paper size as written in the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PaperName(pub Paper);

impl TryFrom<String> for PaperName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let names = || Paper::NAMES.map(|(name, _)| name).join(", ");
        let known = Paper::NAMES.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, paper)| Self(*paper))
            .ok_or_else(|| format!("unknown paper \"{name}\", expected one of {}", names()))
    }
}

impl From<PaperName> for String {
    fn from(PaperName(paper): PaperName) -> Self {
        Paper::NAMES.iter().find(|(_, known)| *known == paper).map_or("", |(name, _)| name).to_owned()
    }
}

/// Page margins in units.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Margins {
    /// Left and right.
    pub x: f64,
    /// Top.
    pub top: f64,
    /// Bottom.
    pub bottom: f64,
}

/// The page orientation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Orientation {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
}

impl Theme {
    /// Applies a report's changes.
    pub fn change(&mut self, look: &Look) {
        if let Some(paper) = look.paper {
            self.page.paper = PaperName(paper);
        }
        if !look.accents.is_empty() {
            self.accents = look.accents.iter().map(|accent| accent.value.clone()).collect();
        }
        for (scale, changes) in [(&mut self.ink, &look.ink), (&mut self.status, &look.status)] {
            scale.extend(changes.iter().map(|(name, color)| (name.value.clone(), color.value.clone())));
        }
        for (language, families) in &look.fonts {
            let mut all = self.families(language);
            for list in [&mut all.sans, &mut all.serif] {
                list.retain(|known| !families.iter().any(|family| family.value == *known));
                list.splice(0..0, families.iter().map(|family| family.value.clone()));
            }
            self.fonts.insert(language.to_string(), all);
        }
    }

    /// The families for a language, by its full tag, its primary subtag, or the default.
    #[must_use]
    pub fn families(&self, language: &Language) -> Families {
        let names = [&language.to_string(), language.primary(), OTHER_LANGUAGES];
        names.iter().find_map(|name| self.fonts.get(*name)).cloned().unwrap_or_default()
    }

    /// The accent of a group by its index.
    #[must_use]
    pub fn accent(&self, index: usize) -> &str {
        self.accents.get(index.checked_rem(self.accents.len()).unwrap_or(0)).map_or("#000000", String::as_str)
    }
}

impl Page {
    /// Width and height in points.
    #[must_use]
    pub fn size(&self, orientation: Orientation) -> (f64, f64) {
        let (short, long) = self.paper.0.sides();
        let (short, long) = (short * POINTS_PER_MILLIMETRE, long * POINTS_PER_MILLIMETRE);
        match orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        }
    }

    /// The width of adjacent columns with the gutters between them, in points.
    #[must_use]
    pub fn span(&self, orientation: Orientation, columns: u32) -> f64 {
        let margins = match orientation {
            Orientation::Portrait => self.portrait,
            Orientation::Landscape => self.landscape,
        };
        let (width, _) = self.size(orientation);
        let (all, unit) = (f64::from(self.columns), f64::from(self.unit));
        let (gutter, margin) = (self.gutter * unit, margins.x * unit);
        let column = (width - 2.0 * margin - (all - 1.0) * gutter) / all;
        f64::from(columns) * (column + gutter) - gutter
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Located, Place};
    use crate::embedded;

    fn theme() -> Theme {
        let text = embedded::TEMPLATES.get_file(THEME_PATH).and_then(|file| file.contents_utf8()).unwrap();
        toml::from_str(text).unwrap()
    }

    fn located(text: &str) -> Located<String> {
        Located::new(text.to_owned(), Place::whole(&"report.toml".into()))
    }

    #[test]
    fn all_columns_fill_the_page_between_its_margins() {
        let page = theme().page;
        for orientation in [Orientation::Portrait, Orientation::Landscape] {
            let margins = if orientation == Orientation::Portrait { page.portrait } else { page.landscape };
            let (width, _) = page.size(orientation);
            let filled = page.span(orientation, page.columns) + 2.0 * margins.x * f64::from(page.unit);
            assert!((filled - width).abs() < 1e-9);
        }
        assert!(page.span(Orientation::Portrait, 4) < page.span(Orientation::Landscape, 4));
    }

    #[test]
    fn a_report_changes_what_it_names_and_nothing_else() {
        let (before, mut after) = (theme(), theme());
        after.change(&Look {
            paper: Some(Paper::Letter),
            accents: vec![located("#123456")],
            ink: vec![(located("text"), located("#000000"))],
            ..Look::default()
        });
        assert_eq!(after.page.paper, PaperName(Paper::Letter));
        assert_eq!(after.accents, ["#123456"]);
        assert_eq!((after.ink["text"].as_str(), &after.ink["muted"]), ("#000000", &before.ink["muted"]));
        assert_eq!((after.status, after.fonts), (before.status, before.fonts));
    }

    #[test]
    fn families_of_a_report_come_first_and_the_built_in_ones_fill_their_gaps() {
        let mut theme = theme();
        let japanese = Language::new("ja").unwrap();
        let fonts = BTreeMap::from([(japanese.clone(), vec![located("Our Gothic"), located("BIZ UDPMincho")])]);
        theme.change(&Look { fonts, ..Look::default() });
        let families = theme.families(&japanese);
        assert_eq!(families.sans, ["Our Gothic", "BIZ UDPMincho", "BIZ UDPGothic"]);
        assert_eq!(families.serif, ["Our Gothic", "BIZ UDPMincho"]);
        assert_eq!(theme.families(&Language::new("en").unwrap()).sans[0], "Lato");
    }

    #[test]
    fn changed_theme_is_written_so_that_it_can_be_read_again() {
        let mut changed = theme();
        changed.change(&Look { paper: Some(Paper::A3), ..Look::default() });
        let text = toml::to_string(&changed).unwrap();
        let read: Theme = toml::from_str(&text).unwrap();
        assert_eq!((read.page.paper, read.accents), (PaperName(Paper::A3), changed.accents));
    }
}
