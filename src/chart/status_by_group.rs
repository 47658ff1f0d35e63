//! The status chart: the indicators of each group as marks of their statuses. Constants are in em.

use super::sheet::{LEADING, Labels, ROW_PADDING, Setting, Sheet, on_sheet, require_room};
use super::status_mark::StatusMark;
use super::style::{Color, Style};
use super::typeface::Weight;
use super::{Chart, ChartError, Drawing};

/// Status by group: for each group the number of members in each category with a mark for each member, or with one mark
/// where these would take too much room. Swatches beside the chart explain the marks.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusByGroupChart {
    /// The categories, from the left.
    pub categories: Vec<Category>,
    /// The groups, from the top.
    pub rows: Vec<StatusRow>,
}

/// A category of members.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// The colour of its marks.
    pub color: Color,
    /// Distinguishes the category without colour.
    pub mark: StatusMark,
}

/// A group.
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
    marks: usize,
    text: &'a str,
    /// In points, from the left of the plot.
    left: f64,
    /// The line of the row, from 0.
    line: usize,
}

const SWATCH: f64 = 0.9;
const RADIUS: f64 = 0.42;
/// From the centre of one mark to the next.
const STEP: f64 = 1.0;
const AFTER_NUMBER: f64 = 0.3;
const AFTER_PART: f64 = 0.75;
/// With more lines, a category has only one mark.
const MOST_LINES: usize = 2;

impl Chart for StatusByGroupChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let layout = Layout::new(self, style)?;
        on_sheet(style, layout.height, |sheet| layout.draw_rows(sheet, style))
    }
}

impl Chart for Category {
    /// Draws the category's mark as large as in the chart; ignores the style's width.
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let em = style.text_size;
        on_sheet(&Style { width: SWATCH * em, ..*style }, SWATCH * em, |sheet| {
            let center = SWATCH * em / 2.0;
            self.mark.draw(sheet, (center, center), RADIUS * em, self.color.seen_on(style.palette.paper))
        })
    }
}

impl StatusByGroupChart {
    fn require_even_rows(&self) -> Result<(), ChartError> {
        let even = |row: &&StatusRow| {
            row.counts.len() == self.categories.len() && row.count_texts.len() == self.categories.len()
        };
        self.rows.iter().find(|row| !even(row)).map_or(Ok(()), |row| {
            Err(ChartError::UnevenRow {
                label: row.label.clone(),
                counts: row.counts.len(),
                texts: row.count_texts.len(),
                categories: self.categories.len(),
            })
        })
    }

    /// The non-empty parts of a row, broken into lines. `most` is the greatest number of marks of a part.
    fn parts<'a>(&'a self, row: &'a StatusRow, style: &Style<'_>, width: f64, most: usize) -> Vec<Part<'a>> {
        let em = style.text_size;
        let (mut left, mut line) = (0.0, 0);
        let mut parts = Vec::new();
        let values = row.counts.iter().zip(&row.count_texts);
        for (category, (&count, text)) in self.categories.iter().zip(values).filter(|(_, (count, _))| **count > 0) {
            let marks = count.min(most);
            let taken = part_width(style, text, marks);
            if left > 0.0 && left + taken > width {
                (left, line) = (0.0, line + 1);
            }
            parts.push(Part { category, marks, text, left, line });
            left += taken + AFTER_PART * em;
        }
        parts
    }
}

/// The width of a number with its marks in points.
fn part_width(style: &Style<'_>, text: &str, marks: usize) -> f64 {
    let em = style.text_size;
    let number = style.typeface.width(text, em, Weight::Bold) + AFTER_NUMBER * em;
    number + (STEP * (marks.max(1) - 1) as f64 + 2.0 * RADIUS) * em
}

/// Positions in points.
struct Layout<'a> {
    labels: Labels,
    rows: Vec<Vec<Part<'a>>>,
    bands: Vec<(f64, f64)>,
    left: f64,
    height: f64,
}

impl<'a> Layout<'a> {
    fn new(chart: &'a StatusByGroupChart, style: &Style<'_>) -> Result<Self, ChartError> {
        if chart.rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        chart.require_even_rows()?;
        let em = style.text_size;
        let labels: Vec<_> = chart.rows.iter().map(|row| row.label.as_str()).collect();
        let labels = Labels::new(style, &labels, f64::INFINITY);
        let left = labels.width + em;
        let width = style.width - left;
        let texts = chart.rows.iter().flat_map(|row| &row.count_texts);
        let needed = texts.map(|text| part_width(style, text, 1)).fold(0.0, f64::max);
        require_room(style, width, (needed / em).max(4.0))?;
        let rows_of = |most: usize| -> Vec<Vec<Part<'a>>> {
            chart.rows.iter().map(|row| chart.parts(row, style, width, most)).collect()
        };
        let fits = |rows: &Vec<Vec<Part<'_>>>| {
            rows.iter().flatten().all(|part| {
                part.line < MOST_LINES && part.left + part_width(style, part.text, part.marks) <= width + 0.01
            })
        };
        // All groups have either a mark for each member or one for each category.
        let rows = Some(rows_of(usize::MAX)).filter(fits).unwrap_or_else(|| rows_of(1));
        let mut bands = Vec::new();
        let mut y = 0.0;
        for (parts, label) in rows.iter().zip(&labels.lines) {
            let lines = parts.last().map_or(1, |part| part.line + 1).max(label.len());
            let height = em * (LEADING * lines as f64 + ROW_PADDING);
            bands.push((y, height));
            y += height;
        }
        Ok(Self { labels, rows, bands, left, height: y })
    }

    fn draw_rows(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let em = style.text_size;
        let rows = self.rows.iter().zip(&self.labels.lines).zip(&self.bands);
        for (index, ((parts, label), &(top, height))) in rows.enumerate() {
            if index > 0 {
                sheet.rule((0.0, top), (style.width, top), style.palette.rule, 0.35)?;
            }
            let middle = top + height / 2.0;
            sheet.lines(label, (0.0, middle), Setting::new(style.palette.ink))?;
            let last = parts.last().map_or(0, |part| part.line);
            for part in parts {
                let y = middle + LEADING * em * (part.line as f64 - last as f64 / 2.0);
                let x = self.left + part.left;
                sheet.text(part.text, (x, y), Setting::new(style.palette.ink).bold())?;
                let first = x + style.typeface.width(part.text, em, Weight::Bold) + (AFTER_NUMBER + RADIUS) * em;
                let color = part.category.color.seen_on(style.palette.paper);
                for mark in 0..part.marks {
                    part.category.mark.draw(sheet, (first + STEP * em * mark as f64, y), RADIUS * em, color)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn chart(counts: &[[usize; 3]]) -> StatusByGroupChart {
        let category = |mark| Category { color: Color::new(0x1f, 0x5f, 0xa8), mark };
        let rows = counts.iter().map(|counts| StatusRow {
            label: "医薬品".to_owned(),
            counts: counts.to_vec(),
            count_texts: counts.iter().map(|count| format!("{count}件")).collect(),
        });
        StatusByGroupChart {
            categories: vec![category(StatusMark::Full), category(StatusMark::Half), category(StatusMark::Empty)],
            rows: rows.collect(),
        }
    }

    fn draw(chart: &StatusByGroupChart) -> Drawing {
        let typeface = typeface();
        chart.draw(&style(&typeface, 252.0)).unwrap()
    }

    fn circles(drawing: &Drawing) -> usize {
        elements(drawing, "circle").len()
    }

    #[test]
    fn every_count_is_written_and_every_member_has_a_mark() {
        let drawing = draw(&chart(&[[6, 0, 1], [4, 0, 2]]));
        for count in ["6件", "1件", "4件", "2件"] {
            assert!(drawing.svg.contains(&format!(">{count}<")), "{count}");
        }
        assert!(!drawing.svg.contains("0件"));
        assert_eq!(circles(&drawing), 13);
    }

    #[test]
    fn many_members_have_one_mark_for_each_category_in_every_row() {
        let drawing = draw(&chart(&[[900, 1, 3], [2, 0, 0]]));
        assert_eq!(circles(&drawing), 4);
        assert!(drawing.svg.contains(">900件<"));
    }

    #[test]
    fn marks_stay_on_the_sheet() {
        for counts in [[12, 9, 7], [1, 1, 1], [30, 30, 30], [0, 0, 0], [5, 0, 11]] {
            let drawing = draw(&chart(&[counts]));
            for circle in elements(&drawing, "circle") {
                let (x, y, radius) = (attribute(circle, "cx"), attribute(circle, "cy"), attribute(circle, "r"));
                assert!(x + radius <= drawing.width + 0.1 && y + radius <= drawing.height + 0.1, "{counts:?}");
            }
        }
    }

    #[test]
    fn every_mark_is_drawn_in_its_own_way() {
        use StatusMark::{Cross, Dash, Dashed, Down, Empty, Full, Half, Minus, Quarter, ThreeQuarters};
        let typeface = typeface();
        let style = style(&typeface, 252.0);
        let draw = |mark| Category { color: Color::new(0x1f, 0x5f, 0xa8), mark }.draw(&style).unwrap().svg;
        let marks = [Full, ThreeQuarters, Half, Quarter, Empty, Minus, Dashed, Down, Cross, Dash];
        for (index, mark) in marks.iter().enumerate() {
            assert!(draw(*mark).contains("#1f5fa8"), "{mark:?}");
            assert!(marks[..index].iter().all(|other| draw(*other) != draw(*mark)), "{mark:?}");
        }
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
        for width in [0.0, 40.0, f64::NAN] {
            let refused = drawn(&[[100, 100, 100]], width);
            assert!(matches!(refused, Err(ChartError::TooNarrow { .. })), "{width}");
        }
    }
}
