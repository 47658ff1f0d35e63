//! A template: its folder, the folder shared by all templates, and its manifest.

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

/// The folder shared by all templates.
pub const SHARED_FOLDER: &str = "lib";
/// The folder of the pages of packets, which no report can use as a template.
pub const PACKET_FOLDER: &str = "packet";
/// The file with a template's requirements.
pub const MANIFEST_FILE: &str = "template.toml";
/// The main file for pages.
pub const MAIN_FILE: &str = "main.typ";
/// The main file for a web page.
pub const HTML_FILE: &str = "html.typ";

/// What a template requires of a report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// The version of the manifest's format; the first if absent.
    pub format: Option<NonZeroU32>,
    /// The page orientation.
    pub orientation: Orientation,
    /// The messages that it prints.
    pub words: Vec<String>,
    /// The messages that it prints for each group, with the group's name as an argument.
    #[serde(default)]
    pub group_words: Vec<String>,
    /// The charts that it shows.
    #[serde(default)]
    pub charts: BTreeMap<ChartKind, ChartSize>,
    /// The tables of values that it shows, and the room for them; their layout is then the same in all languages.
    #[serde(default)]
    pub tables: BTreeMap<TableKind, TableRoom>,
    /// Requirements as a web page; `None` if the template has no such form.
    pub html: Option<HtmlForm>,
}

/// The additional requirements of a web page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HtmlForm {
    /// The messages that only the web page prints.
    #[serde(default)]
    pub words: Vec<String>,
    /// The charts that it shows instead of those of the pages, since a screen has no grid.
    #[serde(default)]
    pub charts: BTreeMap<ChartKind, ChartSize>,
}

/// A template with all its files, by paths below `templates/`.
#[derive(Debug, Clone)]
pub struct Template {
    /// The name of its folder.
    pub name: String,
    /// The main file without folder.
    pub main: &'static str,
    /// The manifest.
    pub manifest: Manifest,
    /// The theme, shared with the charts.
    pub theme: Theme,
    /// Its own and the shared files.
    pub files: BTreeMap<String, Bytes>,
}

/// Why a template cannot be used.
#[derive(Debug)]
pub enum TemplateError {
    /// No template has this name, with those that exist.
    Unknown(Vec<String>),
    /// A file is missing, with its path below `templates/`.
    MissingFile(String),
    /// A file is not valid TOML, with its path, range and the parser's message.
    Toml(String, Option<Range<usize>>, String),
    /// The template requires a newer nenpo, with the manifest's path, the range of its format and the format.
    Newer(String, Range<usize>, i64),
    /// The manifest has renamed keys, with its path and the keys.
    Renamed(String, Vec<RenamedKey>),
}

/// A key that has been renamed.
#[derive(Debug)]
pub struct RenamedKey {
    /// Its range in the manifest.
    pub range: Range<usize>,
    /// The key after its sections.
    pub name: String,
    /// The current name, without sections.
    pub new: &'static str,
}

impl Template {
    /// Selects a report's template from all files below `templates/`.
    ///
    /// # Errors
    /// If something is missing or cannot be read.
    pub fn new(name: &str, all: &BTreeMap<String, Bytes>) -> Result<Self, TemplateError> {
        let mut names: Vec<String> = all
            .keys()
            .filter_map(|path| path.strip_suffix(MANIFEST_FILE)?.strip_suffix('/').map(str::to_owned))
            .filter(|name| name != PACKET_FOLDER)
            .collect();
        names.sort();
        if !names.iter().any(|known| known == name) {
            return Err(TemplateError::Unknown(names));
        }
        Self::read(name, all)
    }

    /// Selects the pages of packets from all files below `templates/`.
    ///
    /// # Errors
    /// If something is missing or cannot be read.
    pub fn of_packets(all: &BTreeMap<String, Bytes>) -> Result<Self, TemplateError> {
        Self::read(PACKET_FOLDER, all)
    }

    fn read(name: &str, all: &BTreeMap<String, Bytes>) -> Result<Self, TemplateError> {
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

    /// Whether this is the web page form of the template.
    #[must_use]
    pub fn is_html(&self) -> bool {
        self.main == HTML_FILE
    }

    /// The web page form of the template, if it has one.
    #[must_use]
    pub fn as_html(&self) -> Option<Self> {
        let mut template = Self { main: HTML_FILE, ..self.clone() };
        let html = template.manifest.html.take()?;
        template.manifest.words.extend(html.words);
        template.manifest.charts = html.charts;
        // A screen has unlimited room for tables.
        template.manifest.tables.clear();
        Some(template)
    }

    /// Applies a report's changes to the theme and to the theme file that the template reads.
    ///
    /// # Errors
    /// If the theme cannot be serialised.
    pub fn change_theme(&mut self, look: &Look) -> Result<(), toml::ser::Error> {
        self.theme.change(look);
        let theme = toml::to_string(&self.theme)?;
        self.files.insert(THEME_PATH.to_owned(), Bytes::from_string(theme));
        Ok(())
    }

    /// The width in points for drawing a chart.
    #[must_use]
    pub fn chart_width(&self, size: &ChartSize) -> f64 {
        match size.width {
            ChartWidth::Points(points) => points,
            ChartWidth::Columns(columns) => self.theme.page.span(self.manifest.orientation, columns),
        }
    }
}

fn expect_known_format(path: &str, all: &BTreeMap<String, Bytes>) -> Result<(), TemplateError> {
    let text = all.get(path).and_then(|data| std::str::from_utf8(data).ok());
    // Invalid TOML is reported when the manifest is read.
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
