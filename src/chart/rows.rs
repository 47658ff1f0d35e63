//! Rows of bars: labels, a plot with common reference lines, and values. Constants are in em unless noted.

use plotters::element::Polygon;
use plotters::style::text_anchor::HPos;

use super::ChartError;
use super::geometry::Bounds;
use super::placement::Block;
use super::shape::{Shape, at};
use super::sheet::{LEADING, Labels, ROW_PADDING, Setting, Sheet, require_room};
use super::style::Style;
use super::trace::{PACE_DASH, PACE_WIDTH, TARGET_WIDTH};
use super::typeface::Weight;
use super::wrap::wrap;

#[derive(Debug, Clone, Copy)]
pub(super) struct RowTexts<'a> {
    pub(super) label: &'a str,
    pub(super) rate: &'a str,
    /// The values behind the rate; may be empty.
    pub(super) detail: &'a str,
}

const LEAST_PLOT: f64 = 4.0;
/// The width that the plot keeps when details can be broken into lines.
pub(super) const COMFORTABLE_PLOT: f64 = 8.0;

/// The least share of the width that labels keep when a number in the plot needs room.
const LEAST_LABELS: f64 = 0.24;

pub(super) const HALF_BAR: f64 = 0.58;

struct Words {
    target: Block,
    pace: Block,
}

const WORDS_GAP: f64 = 0.6;

impl Words {
    fn new(style: &Style<'_>, target: &str, pace: &str) -> Self {
        let broken = |limit| [target, pace].map(|words| Block::new(style, words, Weight::Regular, limit));
        let gap = WORDS_GAP * style.text_size;
        let [target, pace] = broken(f64::INFINITY);
        let fits = target.width + gap + pace.width <= style.width;
        let [target, pace] = if fits { [target, pace] } else { broken((style.width - gap) / 2.0) };
        Self { target, pace }
    }

    fn lines(&self) -> usize {
        self.target.lines.len().max(self.pace.lines.len()).max(1)
    }
}

pub(super) struct Rows<'a> {
    words: Words,
    texts: Vec<RowTexts<'a>>,
    labels: Labels,
    /// The lines of each row's detail; empty if the row has none.
    details: Vec<Vec<String>>,
    pub(super) bands: Vec<(f64, f64)>,
    pub(super) plot: (f64, f64),
    pub(super) top: f64,
    pub(super) height: f64,
    /// The right edge of the rates; `None` if details are below them.
    rates: Option<f64>,
}

impl<'a> Rows<'a> {
    /// Arranges rows below the labels of target and pace. The plot is at least `least_plot` points wide if the row
    /// labels can be broken into more lines; `plot_lines` gets its edges and returns how many lines of text each
    /// row's plot is high.
    pub(super) fn new(
        style: &Style<'_>,
        texts: Vec<RowTexts<'a>>,
        (target_words, pace_words): (&str, &str),
        least_plot: f64,
        plot_lines: impl FnOnce((f64, f64)) -> Vec<usize>,
    ) -> Result<Self, ChartError> {
        if texts.is_empty() {
            return Err(ChartError::NoRows);
        }
        let em = style.text_size;
        let widest = |text: fn(&RowTexts<'a>) -> &'a str, weight| {
            texts.iter().map(|row| style.typeface.width(text(row), em, weight)).fold(0.0, f64::max)
        };
        let label_texts: Vec<_> = texts.iter().map(|row| row.label).collect();
        let mut labels = Labels::new(style, &label_texts, f64::INFINITY);
        let rate_width = widest(|row| row.rate, Weight::Bold);
        let detail_width = widest(|row| row.detail, Weight::Regular);
        let mut left = labels.width + em;
        // Rates and details are side by side if that leaves enough room for the bars, otherwise one below the other.
        let right_beside = style.width - detail_width - rate_width - 2.0 * em;
        let beside = detail_width == 0.0 || right_beside - left >= 16.0 * em;
        // Long units and long labels take more lines rather than the room of the bars.
        let detail_limit =
            if beside { style.width } else { style.width - left - (COMFORTABLE_PLOT * em).max(least_plot) - em };
        let detail_limit = detail_limit.max(rate_width);
        let advances = |text: &str| style.typeface.advances(text, em, Weight::Regular);
        let details: Vec<Vec<String>> = texts
            .iter()
            .map(|row| match row.detail {
                "" => Vec::new(),
                detail => wrap(detail, &advances(detail), detail_limit),
            })
            .collect();
        let widest_line = details.iter().flatten().map(|line| advances(line).iter().sum()).fold(0.0, f64::max);
        let right = if beside { right_beside } else { style.width - widest_line.max(rate_width) - em };
        let least_plot = least_plot.max(LEAST_PLOT * em);
        if right - left < least_plot {
            let most = (right - least_plot - em).max(LEAST_LABELS * style.width);
            labels = Labels::new(style, &label_texts, most);
            left = labels.width + em;
        }
        require_room(style, right - left, LEAST_PLOT)?;

        let words = Words::new(style, target_words, pace_words);
        let top = em * LEADING * words.lines() as f64 + 0.25 * em;
        let mut bands = Vec::new();
        let mut y = top;
        for ((detail, lines), plot_lines) in details.iter().zip(&labels.lines).zip(plot_lines((left, right))) {
            let value_lines = if beside { 1 } else { 1 + detail.len() };
            let lines = lines.len().max(value_lines).max(plot_lines);
            let height = em * LEADING * lines as f64 + ROW_PADDING * em;
            bands.push((y, height));
            y += height;
        }
        let rates = beside.then_some(style.width - detail_width - em);
        Ok(Self { words, texts, labels, details, bands, plot: (left, right), top, height: y, rates })
    }

    pub(super) fn draw_texts(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let palette = style.palette;
        let half_line = style.text_size * LEADING / 2.0;
        let rate = Setting::new(palette.ink).bold().anchored(HPos::Right);
        let detail = Setting::new(palette.ink_soft).anchored(HPos::Right);
        let lines = self.labels.lines.iter().zip(&self.details);
        let rows = self.texts.iter().zip(lines).zip(&self.bands);
        for (index, ((row, (label, details)), &(top, height))) in rows.enumerate() {
            if index > 0 {
                sheet.rule((0.0, top), (style.width, top), palette.rule, 0.35)?;
            }
            let middle = top + height / 2.0;
            sheet.lines(label, (0.0, middle), Setting::new(palette.ink))?;
            let (rate_place, detail_place) = match self.rates {
                Some(right) => ((right, middle), (style.width, middle)),
                None if details.is_empty() => ((style.width, middle), (style.width, middle)),
                None => {
                    let above = middle - half_line * details.len() as f64;
                    ((style.width, above), (style.width, middle + half_line))
                }
            };
            sheet.text(row.rate, rate_place, rate)?;
            sheet.lines(details, detail_place, detail)?;
        }
        Ok(())
    }
}

/// The axis of the bars with its target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    /// In points.
    pub(super) edges: (f64, f64),
    /// The values at the edges.
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) target: f64,
}

impl Track {
    /// The position of a value, limited to the edges; anything that is not a number is at zero.
    pub(super) fn x(&self, value: f64) -> f64 {
        let (left, right) = self.edges;
        let value = if value.is_nan() { 0.0 } else { value.clamp(self.low, self.high) };
        left + (right - left) * (value - self.low) / (self.high - self.low)
    }

    /// Draws a bar from zero, with a paper-coloured gap where a dark line passes and a cut if it is longer than the
    /// axis.
    pub(super) fn draw_bar(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        value: f64,
        expected: Option<f64>,
        bar: impl FnOnce((f64, f64)) -> Shape,
    ) -> Result<(), ChartError> {
        let ends = (self.x(0.0).min(self.x(value)), self.x(0.0).max(self.x(value)));
        if ends.0 >= ends.1 {
            return Ok(());
        }
        let bar = bar(ends);
        bar.draw(sheet)?;
        let Shape::Bar { bounds, .. } = bar else {
            return Ok(());
        };
        for line in [Some(self.target), expected].into_iter().flatten() {
            let x = self.x(line);
            if x > bounds.left && x < bounds.right {
                let ends = [(x, bounds.top), (x, bounds.bottom)];
                Shape::Slit { ends, paper: style.palette.paper }.draw(sheet)?;
            }
        }
        if value > self.high {
            draw_cut(sheet, style, (self.x(self.target) + self.edges.1) / 2.0, bounds)?;
        } else if value < self.low {
            draw_cut(sheet, style, (self.edges.0 + self.x(0.0)) / 2.0, bounds)?;
        }
        Ok(())
    }

    pub(super) fn draw_pace(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        expected: f64,
        (top, bottom): (f64, f64),
    ) -> Result<(), ChartError> {
        let x = self.x(expected);
        let (color, width, dash) = (style.palette.ink, PACE_WIDTH, PACE_DASH);
        Shape::Dashes { ends: [(x, top), (x, bottom)], color, width, dash }.draw(sheet)
    }

    pub(super) fn draw_lines(&self, sheet: &Sheet<'_>, style: &Style<'_>, rows: &Rows<'_>) -> Result<(), ChartError> {
        let down = |value: f64| ((self.x(value), rows.top), (self.x(value), rows.height));
        let (from, to) = down(0.0);
        sheet.rule(from, to, style.palette.ink_soft, 0.5)?;
        let (from, to) = down(self.target);
        sheet.rule(from, to, style.palette.ink, TARGET_WIDTH)
    }

    /// Draws the line labels: the pace label ends at its line and the target label begins at its own, so that they
    /// never overlap.
    pub(super) fn draw_words(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        Rows { words: Words { target, pace }, top, .. }: &Rows<'_>,
        expected: Option<f64>,
    ) -> Result<(), ChartError> {
        let em = style.text_size;
        let taken_by_pace = if expected.is_some() { pace.width + WORDS_GAP * em } else { 0.0 };
        let target_start = self.x(self.target).min(style.width - target.width).max(taken_by_pace);
        let middle = |block: &Block| top - 0.25 * em - LEADING * em * block.lines.len() as f64 / 2.0;
        let place = (target_start + target.width / 2.0, middle(target));
        target.set(sheet, place, style.palette.ink, HPos::Left)?;
        let Some(expected) = expected else {
            return Ok(());
        };
        let end = self.x(expected).max(pace.width).min(target_start - WORDS_GAP * em);
        pace.set(sheet, (end - pace.width / 2.0, middle(pace)), style.palette.ink_soft, HPos::Right)
    }
}

/// Marks a bar that is longer than the axis with two slanted paper-coloured strokes.
fn draw_cut(sheet: &Sheet<'_>, style: &Style<'_>, middle: f64, bar: Bounds) -> Result<(), ChartError> {
    let em = style.text_size;
    for shift in [-0.2 * em, 0.2 * em] {
        let x = middle + shift;
        let (lean, thickness) = (0.22 * em, 0.11 * em);
        let corners = [
            (x - lean - thickness, bar.bottom + 0.4),
            (x - lean + thickness, bar.bottom + 0.4),
            (x + lean + thickness, bar.top - 0.4),
            (x + lean - thickness, bar.top - 0.4),
        ];
        sheet.draw(&Polygon::new(corners.map(at).to_vec(), style.palette.paper.rgb()))?;
    }
    Ok(())
}
