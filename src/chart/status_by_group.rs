//! The status chart: how many members of each group are in each category, as stacked bars.

use plotters::style::text_anchor::HPos;

use super::element::{Pattern, PatternedRectangle};
use super::sheet::{LEADING, Labels, ROW_PADDING, Setting, Sheet, on_sheet, require_room};
use super::style::{Color, Style};
use super::typeface::Weight;
use super::{Chart, ChartError, Drawing};

/// Status by group: one stacked bar per group with a number above every part. Swatches beside the chart explain the
/// parts.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusByGroupChart {
    /// The categories, from the left.
    pub categories: Vec<Category>,
    /// The groups, from the top.
    pub rows: Vec<StatusRow>,
}

/// One part of every bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// The colour of fill or pattern.
    pub color: Color,
    /// Distinguishes the category without colour.
    pub pattern: Pattern,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusRow {
    /// The group's name.
    pub label: String,
    /// One count per category.
    pub counts: Vec<usize>,
    /// The formatted counts.
    pub count_texts: Vec<String>,
}

struct Part<'a> {
    category: &'a Category,
    count: usize,
    text: &'a str,
}

impl Chart for StatusByGroupChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let layout = Layout::new(self, style)?;
        on_sheet(style, layout.height, |sheet| layout.draw_rows(sheet, style))
    }
}

impl Chart for Category {
    /// Draws the category's swatch, as high as the bars; ignores the style's width.
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let em = style.text_size;
        on_sheet(&Style { width: SWATCH * em, ..*style }, em, |sheet| {
            let plot = sheet.plot((0.0, 0.0), (SWATCH * em, em), 1.0);
            Ok(plot.draw(&patterned(self, style, (0.0, 1.0), (0.0, em)))?)
        })
    }
}

impl StatusByGroupChart {
    /// The non-empty parts of each bar.
    fn bars(&self) -> Result<Vec<Vec<Part<'_>>>, ChartError> {
        let even = |row: &&StatusRow| {
            row.counts.len() == self.categories.len() && row.count_texts.len() == self.categories.len()
        };
        if let Some(row) = self.rows.iter().find(|row| !even(row)) {
            return Err(ChartError::UnevenRow {
                label: row.label.clone(),
                counts: row.counts.len(),
                texts: row.count_texts.len(),
                categories: self.categories.len(),
            });
        }
        Ok(self.rows.iter().map(|row| self.parts(row)).collect())
    }

    fn parts<'a>(&'a self, row: &'a StatusRow) -> Vec<Part<'a>> {
        let values = row.counts.iter().zip(&row.count_texts);
        self.categories
            .iter()
            .zip(values)
            .filter(|(_, (count, _))| **count > 0)
            .map(|(category, (count, text))| Part { category, count: *count, text })
            .collect()
    }
}

/// Positions in points.
struct Layout<'a> {
    labels: Labels,
    bars: Vec<Vec<Part<'a>>>,
    bands: Vec<(f64, f64)>,
    left: f64,
    /// The length of one member.
    scale: f64,
    top: f64,
    height: f64,
}

/// In em.
const SWATCH: f64 = 1.4;
/// The height of the numbers above a bar, in em.
const NUMBER: f64 = 0.75;
/// The height of numbers and bar together, in em; the bar takes one em, like a swatch.
const BLOCK: f64 = 2.1;
/// Between two parts of a bar, in points.
const GAP: f64 = 0.8;

/// In points.
const OUTLINE: f64 = 0.7;

impl<'a> Layout<'a> {
    fn new(chart: &'a StatusByGroupChart, style: &Style<'_>) -> Result<Self, ChartError> {
        if chart.rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        let em = style.text_size;
        let bars = chart.bars()?;
        let labels: Vec<_> = chart.rows.iter().map(|row| row.label.as_str()).collect();
        let labels = Labels::new(style, &labels, f64::INFINITY);
        let left = labels.width + em;
        let scale = scale(&bars, style, style.width - left)?;

        let top = 0.25 * em;
        let mut bands = Vec::new();
        let mut y = top;
        for lines in &labels.lines {
            let height = em * ((LEADING * lines.len() as f64).max(BLOCK) + ROW_PADDING);
            bands.push((y, height));
            y += height;
        }
        Ok(Self { labels, bars, bands, left, scale, top, height: y })
    }

    fn draw_rows(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let em = style.text_size;
        let number = Setting::new(style.palette.ink).bold().anchored(HPos::Center);
        let limit = (style.width - self.left) / self.scale;
        let plot = sheet.plot((self.left, self.top), (style.width, self.height), limit);
        let rows = self.bars.iter().zip(&self.labels.lines).zip(&self.bands);
        for (index, ((bar, label), &(top, height))) in rows.enumerate() {
            if index > 0 {
                let (from, to) = ((0.0, top), (style.width, top));
                sheet.rule(from, to, style.palette.rule, 0.35)?;
            }
            let middle = top + height / 2.0;
            sheet.lines(label, (0.0, middle), Setting::new(style.palette.ink))?;
            // Numbers are above their parts: pattern lines through a number make it unreadable.
            let number_middle = middle + (NUMBER - BLOCK) / 2.0 * em;
            let bar_bottom = middle - self.top + BLOCK / 2.0 * em;
            let mut start = 0.0;
            for part in bar {
                let end = start + self.extent(part, style);
                let right = end - GAP / self.scale;
                let (horizontal, vertical) = ((start, right), (bar_bottom - em, bar_bottom));
                plot.draw(&patterned(part.category, style, horizontal, vertical))?;
                let place = (self.left + (start + right) / 2.0 * self.scale, number_middle);
                sheet.text(part.text, place, number)?;
                start = end;
            }
        }
        Ok(())
    }

    /// The width of a part in members: its count, or more if its number needs more room.
    fn extent(&self, part: &Part<'_>, style: &Style<'_>) -> f64 {
        (part.count as f64).max(least_width(part, style) / self.scale)
    }
}

fn patterned(
    category: &Category,
    style: &Style<'_>,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) -> PatternedRectangle<(f64, f64)> {
    let ground = match category.pattern {
        Pattern::Plain => style.palette.tint,
        _ => category.color.over(style.palette.paper, 0.12),
    };
    PatternedRectangle {
        corners: [(left, top), (right, bottom)],
        pattern: category.pattern,
        // The ground shows how far on the category is; the pattern's lines must be visible on any ground.
        color: if category.pattern == Pattern::Solid { category.color } else { category.color.seen_on(ground) },
        ground,
        outline: OUTLINE,
    }
}

/// In points.
fn least_width(part: &Part<'_>, style: &Style<'_>) -> f64 {
    let em = style.text_size;
    style.typeface.width(part.text, em, Weight::Bold) + 0.5 * em
}

/// The greatest length of one member, in points, at which every bar fits; the same for all bars, so that their
/// lengths are comparable.
fn scale(bars: &[Vec<Part<'_>>], style: &Style<'_>, width: f64) -> Result<f64, ChartError> {
    let length = |bar: &Vec<Part<'_>>, scale: f64| -> f64 {
        bar.iter().map(|part| (part.count as f64 * scale).max(least_width(part, style))).sum()
    };
    let fits = |scale: f64| bars.iter().all(|bar| length(bar, scale) <= width);
    let needed = bars.iter().map(|bar| length(bar, 0.0)).fold(0.0, f64::max);
    require_room(style, width, (needed / style.text_size).max(4.0))?;
    // No scale above the width fits, because a part has at least one member.
    let (mut low, mut high) = (0.0, width);
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    // A chart without members has no bar to scale.
    Ok(if low > 0.0 { low } else { width })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn chart(counts: &[[usize; 3]]) -> StatusByGroupChart {
        let category = |pattern| Category { color: Color::new(0x1f, 0x5f, 0xa8), pattern };
        let rows = counts.iter().map(|counts| StatusRow {
            label: "医薬品".to_owned(),
            counts: counts.to_vec(),
            count_texts: counts.iter().map(|count| format!("{count}件")).collect(),
        });
        StatusByGroupChart {
            categories: vec![category(Pattern::Solid), category(Pattern::Rising), category(Pattern::Plain)],
            rows: rows.collect(),
        }
    }

    fn draw(chart: &StatusByGroupChart) -> Drawing {
        let typeface = typeface();
        chart.draw(&style(&typeface, 252.0)).unwrap()
    }

    fn outlines(drawing: &Drawing) -> Vec<f64> {
        elements(drawing, "rect")
            .into_iter()
            .filter(|element| element.contains("fill=\"none\""))
            .map(|element| attribute(element, "width"))
            .collect()
    }

    #[test]
    fn every_count_is_written_and_empty_parts_are_left_out() {
        let drawing = draw(&chart(&[[6, 0, 1], [4, 0, 2]]));
        for count in ["6件", "1件", "4件", "2件"] {
            assert!(drawing.svg.contains(&format!(">{count}<")), "{count}");
        }
        assert!(!drawing.svg.contains("0件"));
        assert_eq!(outlines(&drawing).len(), 4);
    }

    #[test]
    fn swatch_is_as_high_as_bars_are_and_shows_the_same_pattern() {
        let typeface = typeface();
        let chart = chart(&[[1, 1, 1]]);
        let style = style(&typeface, 252.0);
        for category in &chart.categories {
            let swatch = category.draw(&style).unwrap();
            assert!((swatch.height - 7.5).abs() < 0.05 && swatch.width < 14.0, "{} {}", swatch.width, swatch.height);
        }
        let strokes = |category: &Category| category.draw(&style).unwrap().svg.matches('M').count();
        assert!(strokes(&chart.categories[1]) > strokes(&chart.categories[0]));
    }

    #[test]
    fn lengths_compare_across_rows() {
        let drawing = draw(&chart(&[[8, 0, 0], [4, 0, 0]]));
        let parts = outlines(&drawing);
        // Each part loses the same gap and outline.
        assert!((parts[0] + 1.5 - 2.0 * (parts[1] + 1.5)).abs() < 0.2, "{parts:?}");
    }

    #[test]
    fn part_too_small_for_its_number_is_widened_to_hold_it() {
        let typeface = typeface();
        let drawing = draw(&chart(&[[900, 1, 3]]));
        let number = typeface.width("1件", 7.5, Weight::Bold);
        assert!(outlines(&drawing)[1] > number);
    }

    #[test]
    fn row_without_any_member_has_a_label_and_no_bar() {
        let drawing = draw(&chart(&[[0, 0, 0]]));
        assert!(drawing.svg.contains("医薬品"));
        assert!(outlines(&drawing).is_empty());
    }

    #[test]
    fn number_stands_over_the_middle_of_its_part() {
        let drawing = draw(&chart(&[[2, 1, 0]]));
        let texts = elements(&drawing, "text");
        let number = texts.iter().find(|text| text.contains("1件")).unwrap();
        let parts: Vec<_> =
            elements(&drawing, "rect").into_iter().filter(|element| element.contains("fill=\"none\"")).collect();
        let part = parts.last().unwrap();
        let middle = attribute(part, "x") + attribute(part, "width") / 2.0;
        assert!((attribute(number, "x") - middle).abs() < 0.1);
        assert!(attribute(number, "y") < attribute(part, "y"));
    }

    #[test]
    fn row_with_too_few_counts_is_refused_by_its_label() {
        let typeface = typeface();
        let mut uneven = chart(&[[1, 2, 3]]);
        uneven.rows[0].counts.pop();
        let error = uneven.draw(&style(&typeface, 252.0)).unwrap_err();
        assert!(error.to_string().contains("医薬品"), "{error}");
    }

    #[test]
    fn chart_without_rows_or_room_is_refused() {
        let typeface = typeface();
        let drawn = |counts: &[[usize; 3]], width| chart(counts).draw(&style(&typeface, width));
        assert!(matches!(drawn(&[], 252.0), Err(ChartError::NoRows)));
        for width in [0.0, 60.0, f64::NAN] {
            let refused = drawn(&[[100, 100, 100]], width);
            assert!(matches!(refused, Err(ChartError::TooNarrow { .. })), "{width}");
        }
    }
}
