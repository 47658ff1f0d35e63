//! Charts as SVG from series, numbers and finished labels. Does not depend on locales, files or the report's domain.

#[cfg(test)]
mod agreement;
mod axis;
mod backend;
mod cluster;
mod element;
mod frame;
mod geometry;
#[cfg(test)]
mod legibility;
mod placement;
mod plotted_series;
mod progress;
mod progress_axis;
mod series_plot;
mod shape;
mod sheet;
mod small_multiples;
mod sparkline;
mod style;
mod trace;
mod trend;
mod typeface;
mod whole_number;
mod wrap;
mod year_axis;

pub use axis::{Tick, ticks};
pub use plotted_series::{Baseline, PointStatus, TrendPoint, TrendSeries, TrendTarget, YearValue};
pub use progress::{ProgressChart, ProgressColumns, ProgressRow, ProgressSection};
pub use small_multiples::{Panel, SmallMultiplesChart};
pub use sparkline::SparklineChart;
pub use style::{Color, ColorError, Palette, Style};
pub use trend::TrendChart;
pub use typeface::{Face, FaceError, Typeface, Weight};

use std::fmt;
use std::hash::{Hash, Hasher};

use backend::BackendError;
use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::DrawingErrorKind;

/// A finished chart: a self-contained SVG document and its natural size.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The SVG document: shapes and real text, without style sheets, identifiers or transparency.
    pub svg: String,
    /// In points, as the style requires.
    pub width: f64,
    /// In points, as the content requires.
    pub height: f64,
}

/// A chart that can be drawn in a style.
pub trait Chart: fmt::Debug {
    /// Draws the chart at the style's width; the height follows from the content.
    ///
    /// # Errors
    /// If the chart has no rows or uneven ones, the width leaves no room for the marks, or a character has no glyph
    /// in the typeface.
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError>;
}

/// Why a chart could not be drawn.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ChartError {
    /// The chart has no rows.
    #[error("the chart has no rows")]
    NoRows,
    /// A row of a stacked chart does not have one count and one text for each category.
    #[error("the row \"{label}\" gives {counts} counts and {texts} texts for {categories} categories")]
    UnevenRow {
        /// The row's label.
        label: String,
        /// The row's number of counts.
        counts: usize,
        /// The row's number of texts.
        texts: usize,
        /// The chart's number of categories.
        categories: usize,
    },
    /// The labels and values leave no room for the marks.
    #[error("a width of {width:.1} pt is too narrow for this chart at a text size of {text_size:.1} pt")]
    TooNarrow {
        /// The requested width in points.
        width: f64,
        /// The requested text size in points.
        text_size: f64,
    },
    /// The drawing is larger than a PDF page can be.
    #[error("a drawing of {width:.0} by {height:.0} pt is larger than any page")]
    TooLarge {
        /// The width in points.
        width: f64,
        /// The height in points.
        height: f64,
    },
    /// No font has a glyph for a character.
    #[error("no font of the chart has a glyph for {character:?} in \"{text}\"")]
    MissingGlyph {
        /// The character.
        character: char,
        /// The text that contains it.
        text: String,
    },
    /// plotters failed.
    #[error("the chart could not be drawn: {0}")]
    Drawing(String),
}

/// Draws a chart. Remembered: after an edit most charts are as before.
///
/// # Errors
/// As [`Chart::draw`].
pub fn draw(chart: &dyn Chart, style: &Style<'_>) -> Result<Drawing, ChartError> {
    drawn(Described { chart, style })
}

#[comemo::memoize]
fn drawn(described: Described<'_>) -> Result<Drawing, ChartError> {
    described.chart.draw(described.style)
}

/// Charts and styles are told apart by their `Debug` form, which has all of their numbers, and fonts by their bytes.
struct Described<'a> {
    chart: &'a dyn Chart,
    style: &'a Style<'a>,
}

impl Hash for Described<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (format!("{:?} {:?}", self.chart, self.style), self.style.typeface).hash(state);
    }
}

impl From<DrawingAreaErrorKind<BackendError>> for ChartError {
    fn from(error: DrawingAreaErrorKind<BackendError>) -> Self {
        match error {
            DrawingAreaErrorKind::BackendError(DrawingErrorKind::DrawingError(BackendError::MissingGlyph {
                character,
                text,
            })) => Self::MissingGlyph { character, text },
            other => Self::Drawing(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn style(typeface: &Typeface, width: f64) -> Style<'_> {
        let color = |text: &str| text.parse::<Color>().unwrap();
        Style {
            typeface,
            width,
            text_size: 7.5,
            palette: Palette {
                ink: color("#1a1d21"),
                ink_soft: color("#565d66"),
                rule: color("#c9ced4"),
                paper: color("#ffffff"),
            },
        }
    }

    /// A reproducible number generator (Knuth's linear congruential generator).
    pub(super) struct Numbers(pub(super) u64);

    impl Numbers {
        pub(super) fn below(&mut self, count: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % count
        }

        /// At least zero and below one.
        pub(super) fn share(&mut self) -> f64 {
            self.below(1 << 20) as f64 / f64::from(1 << 20)
        }
    }

    pub(super) fn elements<'d>(drawing: &'d Drawing, name: &str) -> Vec<&'d str> {
        let start = format!("<{name} ");
        let lines = drawing.svg.lines();
        lines.filter(|line| line.starts_with(&start)).collect()
    }

    pub(super) fn attribute(element: &str, name: &str) -> f64 {
        let (_, rest) = element.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    }

    fn chart(label: &str) -> ProgressChart {
        let row = ProgressRow {
            accent: Color::new(0, 90, 160),
            label: label.to_owned(),
            rate_text: "512%".to_owned(),
            detail: String::new(),
            share: Some(5.12),
            expected: Some(0.6),
            status: PointStatus::Final,
            is_break: false,
        };
        let section = ProgressSection {
            measure: "達成率".to_owned(),
            start_label: String::new(),
            target_label: "目標".to_owned(),
            end_label: String::new(),
            rates_label: String::new(),
            has_baselines: false,
            rows: vec![row],
        };
        ProgressChart { sections: vec![section], axis: (0.0, 1.5), aligned_with: ProgressColumns::default() }
    }

    #[test]
    fn drawing_states_its_size_in_points_and_ends() {
        let typeface = typeface::tests::typeface();
        let drawing = chart("甲").draw(&style(&typeface, 252.0)).unwrap();
        let root = drawing.svg.lines().next().unwrap();
        let (width, height) = (drawing.width, drawing.height);
        assert!(root.contains(&format!("width=\"{width}pt\" height=\"{height}pt\"")), "{root}");
        assert!(root.contains(&format!("viewBox=\"0 0 {width} {height}\"")), "{root}");
        assert!(drawing.svg.ends_with("</svg>\n"));
    }

    #[test]
    fn drawing_is_the_same_each_time_and_holds_nothing_that_archives_refuse() {
        let typeface = typeface::tests::typeface();
        let drawn = || chart("甲").draw(&style(&typeface, 252.0)).unwrap();
        let drawing = drawn();
        assert_eq!(drawing, drawn());
        for refused in ["opacity", "rgba", "<style", " id=", " class=", "url(", "href"] {
            assert!(!drawing.svg.contains(refused), "{refused}");
        }
    }

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let typeface = typeface::tests::typeface();
        let drawing = chart("甲").draw(&style(&typeface, 251.37)).unwrap();
        let numbers = drawing.svg.split(|c: char| !c.is_ascii_digit() && c != '.');
        for number in numbers.filter(|number| number.contains('.')) {
            let decimals = number.split_once('.').unwrap().1;
            assert!(decimals.len() <= 2, "{number}");
        }
    }

    #[test]
    fn labels_cannot_turn_into_markup() {
        let typeface = typeface::tests::typeface();
        let drawing = chart("<b>&\"\u{7}甲").draw(&style(&typeface, 252.0));
        assert!(
            matches!(drawing, Err(ChartError::MissingGlyph { character: '\u{7}', .. })),
            "a control character has no glyph"
        );
        let drawing = chart("<b>&\"甲").draw(&style(&typeface, 252.0)).unwrap();
        assert!(drawing.svg.contains(">&lt;b&gt;&amp;&quot;甲</text>"));
    }

    #[test]
    fn drawing_larger_than_any_page_is_refused() {
        let typeface = typeface::tests::typeface();
        let drawn = chart("甲").draw(&style(&typeface, 20_000.0));
        assert!(matches!(drawn, Err(ChartError::TooLarge { .. })));
    }
}
