//! Which charts a template shows, and at what size.

use serde::Deserialize;

use super::measure::Positive;

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub enum ChartKind {
    /// The progress of the indicators that are furthest behind.
    FurthestBehind,
    /// The progress of a group's indicators.
    Progress,
    /// Indicators of a group over the years, side by side.
    SmallMultiples,
    /// An indicator over the years in a table cell.
    Sparkline,
    /// An indicator over the years.
    Trend,
}

impl ChartKind {
    /// Every kind with its name in manifests and file names.
    const NAMES: [(&'static str, ChartKind); 5] = [
        ("furthest-behind", Self::FurthestBehind),
        ("progress", Self::Progress),
        ("small-multiples", Self::SmallMultiples),
        ("sparkline", Self::Sparkline),
        ("trend", Self::Trend),
    ];

    /// The name in manifests and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl TryFrom<String> for ChartKind {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, kind)| *kind).ok_or_else(|| {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            format!("unknown chart \"{name}\", expected one of {names}")
        })
    }
}

/// The size of a chart.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "WrittenChartSize")]
pub struct ChartSize {
    pub(super) width: ChartWidth,
    /// The text size in points.
    pub text_size: f64,
    /// The greatest height of one drawing in points; larger charts are divided into several.
    pub height: f64,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum ChartWidth {
    Points(f64),
    Columns(u32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenChartSize {
    width: Option<Positive>,
    columns: Option<u32>,
    text_size: Positive,
    height: Option<Positive>,
}

impl TryFrom<WrittenChartSize> for ChartSize {
    type Error = &'static str;

    fn try_from(written: WrittenChartSize) -> Result<Self, Self::Error> {
        let width = match (written.width, written.columns) {
            (Some(points), None) => ChartWidth::Points(points.into()),
            (None, Some(columns)) if columns > 0 => ChartWidth::Columns(columns),
            _ => return Err("expected either `width` in points or `columns` of the grid"),
        };
        let height = written.height.map_or(f64::INFINITY, f64::from);
        Ok(Self { width, text_size: written.text_size.into(), height })
    }
}

impl ChartSize {
    pub(super) fn fits(&self, columns: u32) -> bool {
        match self.width {
            ChartWidth::Points(_) => true,
            ChartWidth::Columns(wanted) => wanted <= columns,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn read(text: &str) -> Result<BTreeMap<ChartKind, ChartSize>, String> {
        toml::from_str(text).map_err(|error: toml::de::Error| error.message().to_owned())
    }

    #[test]
    fn a_chart_that_does_not_exist_is_not_passed_over() {
        assert!(read("trend = { width = 300, text-size = 8 }").is_ok());
        let problem = read("trends = { width = 300, text-size = 8 }").unwrap_err();
        assert!(problem.starts_with("unknown chart \"trends\", expected one of furthest-behind, "), "{problem}");
    }

    #[test]
    fn no_chart_is_of_a_size_that_cannot_be() {
        for size in [
            "width = 0, text-size = 8",
            "width = -1, text-size = 8",
            "width = nan, text-size = 8",
            "width = 300, text-size = 0.0",
            "width = 300, text-size = inf",
            "width = 300, text-size = 8, height = 0",
            "width = 300, text-size = 8, height = nan",
            "columns = 0, text-size = 8",
            "columns = 4, width = 300, text-size = 8",
            "text-size = 8",
        ] {
            assert!(read(&format!("trend = {{ {size} }}")).is_err(), "{size}");
        }
    }
}
