//! A template: its folder, the folder that all templates share, and what it asks of a report.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};
use typst::foundations::Bytes;

use super::chart_size::{ChartKind, ChartSize, ChartWidth};
use super::table_room::{TableKind, TableRoom};
use super::theme::{Orientation, THEME_PATH, Theme};
use crate::format::{Names, TEMPLATE_FORMAT, renamed};
use crate::report::Look;

/// The folder of what templates share.
pub const SHARED_FOLDER: &str = "lib";
/// The file that says what a template asks of a report.
pub const MANIFEST_FILE: &str = "template.toml";
/// The file that Typst compiles to pages.
pub const MAIN_FILE: &str = "main.typ";
/// The file that Typst compiles to a web page.
pub const HTML_FILE: &str = "html.typ";

/// What a template asks of a report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// The version of its own format; without one, the first.
    pub format: Option<NonZeroU32>,
    /// Which way its pages lie.
    pub orientation: Orientation,
    /// The messages that it prints.
    pub words: Vec<String>,
    /// The messages that it prints for each group; they are given the group's name.
    #[serde(default)]
    pub group_words: Vec<String>,
    /// The charts that it shows, by kind.
    #[serde(default)]
    pub charts: BTreeMap<ChartKind, ChartSize>,
    /// The tables of values that it shows, and their room; what they show is then decided for all languages together.
    #[serde(default)]
    pub tables: BTreeMap<TableKind, TableRoom>,
    /// What it asks for as a web page; none where it has no such form.
    pub html: Option<HtmlForm>,
}

/// What a template asks of a report, besides all else, to be a web page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HtmlForm {
    /// The messages that only the web page prints.
    #[serde(default)]
    pub words: Vec<String>,
    /// The charts that it shows, in place of those of the pages: a screen has no grid.
    #[serde(default)]
    pub charts: BTreeMap<ChartKind, ChartSize>,
}

/// A template with everything it needs, by paths below `templates/`.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its name: that of its folder.
    pub name: String,
    /// The file that Typst compiles, without its folder.
    pub main: &'static str,
    /// What it asks of a report.
    pub manifest: Manifest,
    /// The look that it shares with the charts.
    pub theme: Theme,
    /// Its files and the shared ones.
    pub files: BTreeMap<String, Bytes>,
}

/// Why a template cannot be used.
#[derive(Debug)]
pub enum TemplateError {
    /// There is no folder with this name; those that there are.
    Unknown(Vec<String>),
    /// A file is missing, by its path below `templates/`.
    MissingFile(String),
    /// A file is not the TOML it should be: its path, where, and what the parser says.
    Toml(String, Option<Range<usize>>, String),
    /// It was made for a newer nenpo: the path of its manifest, where that says its format, and the format.
    Newer(String, Range<usize>, i64),
    /// Its manifest has keys that are gone: its path, and the keys.
    Renamed(String, Vec<RenamedKey>),
}

/// A key that is gone.
#[derive(Debug)]
pub struct RenamedKey {
    /// Where it stands.
    pub range: Range<usize>,
    /// The key after its sections.
    pub name: String,
    /// What it is called now, without sections.
    pub new: &'static str,
}

impl Template {
    /// Picks a template from all files below `templates/`, by their paths.
    ///
    /// # Errors
    /// Says what is missing or cannot be read.
    pub fn new(name: &str, all: &BTreeMap<String, Bytes>) -> Result<Self, TemplateError> {
        let mut names: Vec<String> = all
            .keys()
            .filter_map(|path| path.strip_suffix(MANIFEST_FILE)?.strip_suffix('/').map(str::to_owned))
            .collect();
        names.sort();
        if !names.iter().any(|known| known == name) {
            return Err(TemplateError::Unknown(names));
        }
        let manifest_path = format!("{name}/{MANIFEST_FILE}");
        expect_known_format(&manifest_path, all)?;
        let manifest: Manifest = read_toml(&manifest_path, all)?;
        for file in [Some(MAIN_FILE), manifest.html.as_ref().map(|_| HTML_FILE)].into_iter().flatten() {
            let path = format!("{name}/{file}");
            if !all.contains_key(&path) {
                return Err(TemplateError::MissingFile(path));
            }
        }
        let theme: Theme = read_toml(THEME_PATH, all)?;
        let columns = theme.page.columns;
        let html_charts = manifest.html.iter().flat_map(|html| &html.charts);
        if let Some((kind, _)) = manifest.charts.iter().chain(html_charts).find(|(_, size)| !size.fits(columns)) {
            let reason = format!("the chart {} takes more than the {columns} columns of the grid", kind.name());
            return Err(TemplateError::Toml(manifest_path, None, reason));
        }
        let files = all
            .iter()
            .filter(|(path, _)| {
                path.split_once('/').is_some_and(|(folder, _)| folder == name || folder == SHARED_FOLDER)
            })
            .map(|(path, data)| (path.clone(), data.clone()))
            .collect();
        Ok(Self { name: name.to_owned(), main: MAIN_FILE, manifest, theme, files })
    }

    /// Returns whether it is the template of a web page.
    #[must_use]
    pub fn is_html(&self) -> bool {
        self.main == HTML_FILE
    }

    /// Returns the template as that of a web page, or none where it has no such form.
    #[must_use]
    pub fn as_html(&self) -> Option<Self> {
        let mut template = Self { main: HTML_FILE, ..self.clone() };
        let html = template.manifest.html.take()?;
        template.manifest.words.extend(html.words);
        template.manifest.charts = html.charts;
        // A screen has as much room as it needs.
        template.manifest.tables.clear();
        Some(template)
    }

    /// Lays what a report changes over the theme, also where the template's files read it.
    ///
    /// # Errors
    /// Fails where the theme cannot be written.
    pub fn change_theme(&mut self, look: &Look) -> Result<(), toml::ser::Error> {
        self.theme.change(look);
        let theme = toml::to_string(&self.theme)?;
        self.files.insert(THEME_PATH.to_owned(), Bytes::from_string(theme));
        Ok(())
    }

    /// Returns the width in points at which a chart is drawn.
    #[must_use]
    pub fn chart_width(&self, size: &ChartSize) -> f64 {
        match size.width {
            ChartWidth::Points(points) => points,
            ChartWidth::Columns(columns) => self.theme.page.span(self.manifest.orientation, columns),
        }
    }
}

/// Requires that a manifest is in a format that is read, and has no key that is gone.
fn expect_known_format(path: &str, all: &BTreeMap<String, Bytes>) -> Result<(), TemplateError> {
    let text = all.get(path).and_then(|data| std::str::from_utf8(data).ok());
    // What is no TOML at all is found where it is read.
    let Some(Ok(table)) = text.map(DeTable::parse) else { return Ok(()) };
    if let Some(value) = table.get_ref().get("format")
        && let DeValue::Integer(format) = value.get_ref()
        && let Some(format) =
            i64::from_str_radix(format.as_str(), format.radix()).ok().filter(|it| *it > TEMPLATE_FORMAT)
    {
        return Err(TemplateError::Newer(path.to_owned(), value.span(), format));
    }
    let mut keys = Vec::new();
    renamed_keys(table.get_ref(), "", &mut keys);
    if keys.is_empty() { Ok(()) } else { Err(TemplateError::Renamed(path.to_owned(), keys)) }
}

fn renamed_keys(table: &DeTable<'_>, section: &str, found: &mut Vec<RenamedKey>) {
    for (key, value) in table {
        let name = if section.is_empty() { key.get_ref().to_string() } else { format!("{section}.{}", key.get_ref()) };
        if let Some(new) = renamed(Names::Template, &name) {
            found.push(RenamedKey { range: key.span(), name, new });
        } else if let DeValue::Table(table) = value.get_ref() {
            renamed_keys(table, &name, found);
        }
    }
}

fn read_toml<T: DeserializeOwned>(path: &str, all: &BTreeMap<String, Bytes>) -> Result<T, TemplateError> {
    let data = all.get(path).ok_or_else(|| TemplateError::MissingFile(path.to_owned()))?;
    let text =
        std::str::from_utf8(data).map_err(|error| TemplateError::Toml(path.to_owned(), None, error.to_string()))?;
    toml::from_str(text).map_err(|error| TemplateError::Toml(path.to_owned(), error.span(), error.message().to_owned()))
}
