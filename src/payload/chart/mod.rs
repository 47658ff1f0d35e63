//! Charts of a report: their series, labels and alternative texts.

mod progress;
mod series_in_words;
mod small_multiples;
mod sparkline;
mod trend;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::PayloadBuilder;
use super::data::{ChartData, Data, KeyData};
use crate::chart::{self, Chart, Color, Palette, Style};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::report::Indicator;
use crate::typeset::ChartKind;
use series_in_words::Axis;

/// A chart's path from the root, without a leading slash, and its SVG.
pub(super) type ChartFile = (String, Vec<u8>);

struct Frame<'a> {
    kind: ChartKind,
    /// Distinguishes charts of a kind; empty if there is only one.
    name: String,
    alt: String,
    key: Vec<KeyData>,
    /// The place of the chart's source, for diagnostics.
    place: &'a Place,
}

impl PayloadBuilder<'_> {
    pub(in crate::payload) fn draw_charts(&self, data: &mut Data, files: &mut Vec<ChartFile>) {
        let indicators: BTreeMap<&str, &Indicator> =
            self.report.indicators.iter().map(|indicator| (indicator.id.as_str(), indicator)).collect();
        let progress = self.progress_in_common(ChartKind::Progress);
        for (data, group) in data.groups.iter_mut().zip(self.report.group_ids()) {
            let accent = data.accent.clone();
            data.charts = self.progress_charts(group, progress, files);
            data.featured = self.featured(group, &accent, files);
            data.multiples = self.multiples(group, &accent, files);
            for row in data.tables.iter_mut().flat_map(|table| &mut table.rows) {
                let (indicator, trend) = (indicators.get(row.id.as_str()), row.trend.as_deref());
                row.sparkline = indicator
                    .zip(trend)
                    .and_then(|(indicator, trend)| self.sparkline(indicator, trend, &accent, files));
            }
        }
        data.progress.gaps_chart = self.gaps_chart(&self.furthest_behind(), files);
    }

    fn draws(&self, kind: ChartKind) -> bool {
        self.template.manifest.charts.contains_key(&kind)
    }

    /// Divides the items of a chart, `in_row` to a row, among as few drawings as the template's greatest height
    /// allows. `draw` gets the index of a drawing and its items.
    fn sheets<T>(
        &self,
        kind: ChartKind,
        items: &[T],
        in_row: usize,
        files: &mut Vec<ChartFile>,
        draw: impl Fn(usize, &[T], &mut Vec<ChartFile>) -> Option<ChartData>,
    ) -> Vec<ChartData> {
        let limit = self.template.manifest.charts.get(&kind).map_or(f64::INFINITY, |size| size.height);
        let rows = items.len().div_ceil(in_row.max(1));
        let mut count = 1;
        loop {
            let mut drawn = Vec::new();
            let sheet = rows.div_ceil(count).max(1) * in_row.max(1);
            let sheets = items.chunks(sheet).enumerate();
            let charts: Vec<ChartData> = sheets.filter_map(|(index, items)| draw(index, items, &mut drawn)).collect();
            let height: f64 = charts.iter().map(|chart| chart.height).sum();
            if count >= rows || charts.iter().all(|chart| chart.height <= limit) {
                files.extend(drawn);
                return charts;
            }
            count = (count + 1).max((height / limit).ceil() as usize);
        }
    }

    fn draw(&self, chart: &impl Chart, frame: Frame<'_>, files: &mut Vec<ChartFile>) -> Option<ChartData> {
        let Frame { kind, name, alt, key, place } = frame;
        let style = self.style(kind)?;
        let kind = kind.name();
        let path = if name.is_empty() { format!("charts/{kind}.svg") } else { format!("charts/{kind}-{name}.svg") };
        match chart::draw(chart, &style) {
            Ok(drawing) => {
                files.push((path.clone(), drawing.svg.into_bytes()));
                Some(ChartData { path: format!("/{path}"), alt, width: drawing.width, height: drawing.height, key })
            }
            Err(error) => {
                self.words.report(Diagnostic::at(Code::ChartFailed, place).with("chart", path).with_detail(error));
                None
            }
        }
    }

    /// `None` if the template has no charts of the kind.
    fn style(&self, kind: ChartKind) -> Option<Style<'_>> {
        let size = self.template.manifest.charts.get(&kind)?;
        Some(Style {
            typeface: self.typeface,
            width: self.template.chart_width(size),
            text_size: size.text_size,
            palette: self.palette(),
        })
    }

    fn palette(&self) -> Palette {
        let ink = |name: &str| self.color(self.template.theme.ink.get(name).map_or("", String::as_str));
        Palette { ink: ink("text"), ink_soft: ink("muted"), rule: ink("line"), paper: ink("paper") }
    }

    /// The theme's colours were checked when it was read.
    fn color(&self, text: &str) -> Color {
        text.parse().unwrap_or(Color::new(0, 0, 0))
    }

    fn join(&self, items: &[String], needed_by: &Place) -> String {
        items.join(&self.words.text("list-separator-strong", &[], needed_by))
    }

    pub(in crate::payload) fn separator(&self, needed_by: &Place) -> String {
        self.words.text("list-separator", &[], needed_by)
    }
}

fn sheet_name(name: &str, index: usize) -> String {
    match (name, index) {
        (name, 0) => name.to_owned(),
        ("", index) => (index + 1).to_string(),
        // Identifiers never contain a full stop.
        (name, index) => format!("{name}.{}", index + 1),
    }
}

fn number(value: Decimal) -> f64 {
    // Every decimal has a nearest floating-point number.
    value.to_f64().unwrap_or_default()
}
