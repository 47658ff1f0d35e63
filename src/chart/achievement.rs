//! The achievement chart: a bar for each indicator against the target and the pace.
//! Knows rates and finished labels; refuses to know what an indicator is or how a rate is computed.

use plotters::element::{PathElement, Polygon};
use plotters::style::text_anchor::HPos;

use super::element::{DashedLine, Pattern, PatternedRectangle, stroke};
use super::sheet::{LEADING, Labels, Plot, ROW_PADDING, Setting, Sheet, on_sheet, require_room};
use super::style::{Color, Style};
use super::typeface::Weight;
use super::wrap::wrap;
use super::{Chart, ChartError, Drawing};

/// Achievement by indicator: horizontal bars against the 100 % line and, where given, the pace line.
#[derive(Debug, Clone, PartialEq)]
pub struct AchievementChart {
    /// The colour of the bars.
    pub accent: Color,
    /// The indicators, from the top.
    pub rows: Vec<AchievementRow>,
    /// The words over the 100 % line.
    pub target_label: String,
    /// The words over the pace line; not shown where no row has a pace.
    pub pace_label: String,
    /// The percentage at which longer bars are cut.
    pub axis_limit: f64,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct AchievementRow {
    /// What the bar stands for.
    pub label: String,
    /// Its length in percent of the target; no bar without one.
    pub rate: Option<f64>,
    /// The rate as text.
    pub rate_text: String,
    /// The values behind the rate as text; may be empty.
    pub detail: String,
    /// The percentage of the target expected by now.
    pub pace: Option<f64>,
    /// Whether the target is reached.
    pub reached: bool,
}

/// The percentage that is the target.
const TARGET: f64 = 100.0;
/// The least percentage at which bars may be cut: the target line keeps room at its right.
const LEAST_LIMIT: f64 = 115.0;

/// The least width of the plot, in shares of the text size.
const LEAST_PLOT: f64 = 4.0;
/// The width that the plot keeps where details can be broken into lines, in shares of the text size.
const COMFORTABLE_PLOT: f64 = 8.0;

/// Half the height of a bar, in shares of the text size.
const HALF_BAR: f64 = 0.58;

impl AchievementRow {
    fn finite_pace(&self) -> Option<f64> {
        self.pace.filter(|pace| pace.is_finite())
    }
}

impl Chart for AchievementChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let layout = Layout::new(self, style)?;
        on_sheet(style, layout.height, |sheet| {
            self.draw_rows(sheet, style, &layout)?;
            self.draw_plot(sheet, style, &layout)
        })
    }
}

/// Where everything stands, in points.
struct Layout {
    labels: Labels,
    /// The details of each row, broken into lines; none where a row has no detail.
    details: Vec<Vec<String>>,
    /// The upper edge and the height of each row.
    bands: Vec<(f64, f64)>,
    /// The left and right edges of the plot.
    plot: (f64, f64),
    /// The upper edge of the rows.
    top: f64,
    height: f64,
    /// The right edge of the rates; `None` where the details stand under them.
    rates: Option<f64>,
    limit: f64,
}

impl Layout {
    fn new(chart: &AchievementChart, style: &Style<'_>) -> Result<Self, ChartError> {
        if chart.rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        let em = style.text_size;
        let widest = |text: fn(&AchievementRow) -> &str, weight| {
            chart.rows.iter().map(|row| style.typeface.width(text(row), em, weight)).fold(0.0, f64::max)
        };
        let labels: Vec<_> = chart.rows.iter().map(|row| row.label.as_str()).collect();
        let labels = Labels::new(style, &labels);
        let rate_width = widest(|row| &row.rate_text, Weight::Bold);
        let detail_width = widest(|row| &row.detail, Weight::Regular);
        let left = labels.width + em;
        // Rates and details stand side by side where the bars keep enough room, else one under the other.
        let right_beside = style.width - detail_width - rate_width - 2.0 * em;
        let beside = detail_width == 0.0 || right_beside - left >= 16.0 * em;
        // Long units and long words for a target take more lines, not the room of the bars.
        let detail_limit = if beside { style.width } else { style.width - left - (COMFORTABLE_PLOT + 1.0) * em };
        let detail_limit = detail_limit.max(rate_width);
        let advances = |text: &str| style.typeface.advances(text, em, Weight::Regular);
        let details: Vec<Vec<String>> = chart
            .rows
            .iter()
            .map(|row| match row.detail.as_str() {
                "" => Vec::new(),
                detail => wrap(detail, &advances(detail), detail_limit),
            })
            .collect();
        let widest_line = details.iter().flatten().map(|line| advances(line).iter().sum()).fold(0.0, f64::max);
        let right = if beside { right_beside } else { style.width - widest_line.max(rate_width) - em };
        require_room(style, right - left, LEAST_PLOT)?;

        let top = em * LEADING + 0.25 * em;
        let mut bands = Vec::new();
        let mut y = top;
        for (detail, lines) in details.iter().zip(&labels.lines) {
            let value_lines = if beside { 1 } else { 1 + detail.len() };
            let height = em * LEADING * lines.len().max(value_lines) as f64 + ROW_PADDING * em;
            bands.push((y, height));
            y += height;
        }
        Ok(Self {
            labels,
            details,
            bands,
            plot: (left, right),
            top,
            height: y,
            rates: beside.then_some(style.width - detail_width - em),
            limit: if chart.axis_limit.is_finite() { chart.axis_limit.max(LEAST_LIMIT) } else { LEAST_LIMIT },
        })
    }

    /// Returns the place of a percentage on the sheet.
    fn place(&self, percent: f64) -> f64 {
        let (left, right) = self.plot;
        left + (right - left) * self.clamped(percent) / self.limit
    }

    /// Returns a percentage that has a place in the plot; what is not a number stands at zero.
    fn clamped(&self, percent: f64) -> f64 {
        percent.max(0.0).min(self.limit)
    }
}

impl AchievementChart {
    /// Sets the labels and values of the rows and the thin lines between them.
    fn draw_rows(&self, sheet: &Sheet<'_>, style: &Style<'_>, layout: &Layout) -> Result<(), ChartError> {
        let palette = style.palette;
        let half_line = style.text_size * LEADING / 2.0;
        let rate = Setting::new(palette.ink).bold().anchored(HPos::Right);
        let detail = Setting::new(palette.ink_soft).anchored(HPos::Right);
        let texts = layout.labels.lines.iter().zip(&layout.details);
        let rows = self.rows.iter().zip(texts).zip(&layout.bands);
        for (index, ((row, (label, details)), &(top, height))) in rows.enumerate() {
            if index > 0 {
                sheet.rule((0.0, top), (style.width, top), palette.rule, 0.35)?;
            }
            let middle = top + height / 2.0;
            sheet.lines(label, (0.0, middle), Setting::new(palette.ink))?;
            let (rate_place, detail_place) = match layout.rates {
                Some(right) => ((right, middle), (style.width, middle)),
                None if details.is_empty() => ((style.width, middle), (style.width, middle)),
                None => {
                    let above = middle - half_line * details.len() as f64;
                    ((style.width, above), (style.width, middle + half_line))
                }
            };
            sheet.text(&row.rate_text, rate_place, rate)?;
            sheet.lines(details, detail_place, detail)?;
        }
        Ok(())
    }

    /// Draws the bars, then the marks that they are read against, then the words over these.
    fn draw_plot(&self, sheet: &Sheet<'_>, style: &Style<'_>, layout: &Layout) -> Result<(), ChartError> {
        let (left, right) = layout.plot;
        let plot = sheet.plot((left, layout.top), (right, layout.height), layout.limit);
        for (row, &(top, height)) in self.rows.iter().zip(&layout.bands) {
            let from = top - layout.top;
            self.draw_bar(&plot, style, layout, row, from + height / 2.0)?;
            if let Some(pace) = row.finite_pace() {
                plot.draw(&DashedLine {
                    ends: [(layout.clamped(pace), from), (layout.clamped(pace), from + height)],
                    color: style.palette.ink,
                    width: 0.75,
                    dash: (1.8, 1.3),
                })?;
            }
        }
        let bottom = layout.height - layout.top;
        let zero = vec![(0.0, 0.0), (0.0, bottom)];
        plot.draw(&PathElement::new(zero, stroke(style.palette.ink_soft, 0.5)))?;
        let target = vec![(TARGET, 0.0), (TARGET, bottom)];
        plot.draw(&PathElement::new(target, stroke(style.palette.ink, 0.9)))?;
        self.draw_words(sheet, style, layout)
    }

    /// Draws a bar: solid where the target is reached, hatched where it is not, cut where it is longer than the axis.
    fn draw_bar(
        &self,
        plot: &Plot<'_>,
        style: &Style<'_>,
        layout: &Layout,
        row: &AchievementRow,
        middle: f64,
    ) -> Result<(), ChartError> {
        let rate = row.rate.unwrap_or(0.0);
        let end = layout.clamped(rate);
        if end <= 0.0 {
            return Ok(());
        }
        let half = style.text_size * HALF_BAR;
        let (top, bottom) = (middle - half, middle + half);
        let pattern = if row.reached { Pattern::Solid } else { Pattern::Rising };
        plot.draw(&PatternedRectangle {
            corners: [(0.0, top), (end, bottom)],
            pattern,
            color: self.accent,
            ground: self.accent.over(style.palette.paper, 0.12),
            outline: 0.7,
        })?;
        // Dark lines would drown in a dark bar: where it passes one, it leaves a slit of paper.
        let lines = [Some(TARGET), row.finite_pace().filter(|pace| *pace > 0.0)];
        for line in lines.into_iter().flatten().filter(|line| *line < end) {
            let slit = vec![(layout.clamped(line), top), (layout.clamped(line), bottom)];
            plot.draw(&PathElement::new(slit, stroke(style.palette.paper, 2.2)))?;
        }
        if rate > layout.limit {
            draw_break(plot, style, layout, (top, bottom))?;
        }
        Ok(())
    }

    /// Sets the words over the lines: the pace ends at its line and the target begins at its own, so that they never meet.
    fn draw_words(&self, sheet: &Sheet<'_>, style: &Style<'_>, layout: &Layout) -> Result<(), ChartError> {
        let em = style.text_size;
        let y = em * LEADING / 2.0;
        let width = |text: &str| style.typeface.width(text, em, Weight::Regular);
        let target_start = layout.place(TARGET).min(style.width - width(&self.target_label));
        let ink = Setting::new(style.palette.ink);
        sheet.text(&self.target_label, (target_start, y), ink)?;
        let Some(pace) = self.rows.iter().find_map(AchievementRow::finite_pace) else {
            return Ok(());
        };
        let end = layout.place(pace).max(width(&self.pace_label)).min(target_start - 0.6 * em);
        let soft = Setting::new(style.palette.ink_soft).anchored(HPos::Right);
        sheet.text(&self.pace_label, (end, y), soft)
    }
}

/// Cuts a bar that is longer than the axis: two slanted strokes of paper between target and end.
fn draw_break(
    plot: &Plot<'_>,
    style: &Style<'_>,
    layout: &Layout,
    (top, bottom): (f64, f64),
) -> Result<(), ChartError> {
    let em = style.text_size;
    let percent_per_point = layout.limit / (layout.plot.1 - layout.plot.0);
    let middle = (TARGET + layout.limit) / 2.0;
    for shift in [-0.2 * em, 0.2 * em] {
        let x = |points: f64| middle + (shift + points) * percent_per_point;
        let (lean, thickness) = (0.22 * em, 0.11 * em);
        plot.draw(&Polygon::new(
            vec![
                (x(-lean - thickness), bottom + 0.4),
                (x(-lean + thickness), bottom + 0.4),
                (x(lean + thickness), top - 0.4),
                (x(lean - thickness), top - 0.4),
            ],
            style.palette.paper.rgb(),
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn row(label: &str, rate: Option<f64>) -> AchievementRow {
        AchievementRow {
            label: label.to_owned(),
            rate,
            rate_text: "512%".to_owned(),
            detail: "128 / 25件".to_owned(),
            pace: None,
            reached: true,
        }
    }

    fn chart(rows: Vec<AchievementRow>) -> AchievementChart {
        AchievementChart {
            accent: Color::new(0x1f, 0x5f, 0xa8),
            rows,
            target_label: "目標 100％".to_owned(),
            pace_label: "経過 60％".to_owned(),
            axis_limit: 150.0,
        }
    }

    fn draw(chart: &AchievementChart) -> Drawing {
        let typeface = typeface();
        chart.draw(&style(&typeface, 252.0)).unwrap()
    }

    /// The widths of the solid bars, from the top.
    fn bars(drawing: &Drawing) -> Vec<f64> {
        elements(drawing, "rect")
            .into_iter()
            .filter(|element| element.contains("fill=\"#1f5fa8\""))
            .map(|element| attribute(element, "width"))
            .collect()
    }

    #[test]
    fn bars_begin_at_zero_and_their_lengths_compare() {
        let drawing = draw(&chart(vec![row("甲", Some(140.0)), row("乙", Some(70.0))]));
        let bars = bars(&drawing);
        // Both lose the same outline.
        assert!((bars[0] + 0.7 - 2.0 * (bars[1] + 0.7)).abs() < 0.2, "{bars:?}");
    }

    #[test]
    fn bar_above_the_limit_is_cut_with_a_break_and_keeps_its_figure() {
        let cut = draw(&chart(vec![row("甲", Some(512.0)), row("乙", Some(150.0))]));
        let bars = bars(&cut);
        assert!((bars[0] - bars[1]).abs() < 1e-9);
        assert_eq!(elements(&cut, "polygon").len(), 2, "two strokes, on one bar only");
        assert!(cut.svg.contains(">512%<"));
    }

    #[test]
    fn rates_that_are_no_length_leave_no_bar() {
        for rate in [None, Some(f64::NAN), Some(-30.0), Some(0.0), Some(f64::NEG_INFINITY)] {
            let drawing = draw(&chart(vec![row("甲", rate)]));
            assert_eq!(bars(&drawing), [0.0; 0], "{rate:?}");
            assert!(!drawing.svg.contains("NaN") && !drawing.svg.contains("inf"));
            assert!(drawing.svg.contains(">512%<"), "the text stays");
        }
    }

    #[test]
    fn endless_rates_and_limits_stay_on_the_sheet() {
        let mut chart = chart(vec![row("甲", Some(f64::INFINITY)), row("乙", Some(1e300))]);
        for limit in [150.0, 0.0, f64::NAN, f64::INFINITY] {
            chart.axis_limit = limit;
            for bar in bars(&draw(&chart)) {
                assert!(bar > 50.0 && bar < 252.0, "{limit}: {bar}");
            }
        }
    }

    #[test]
    fn bar_of_a_target_not_reached_is_hatched() {
        let mut missed = row("甲", Some(70.0));
        missed.reached = false;
        let hatched = draw(&chart(vec![missed]));
        assert!(bars(&hatched).is_empty());
        let hatching = elements(&hatched, "path");
        assert!(hatching.iter().any(|path| path.matches('M').count() > 10));
    }

    #[test]
    fn pace_is_dashed_and_named_only_where_a_row_has_one() {
        let without = draw(&chart(vec![row("甲", Some(70.0))]));
        assert!(!without.svg.contains("経過") && !without.svg.contains("stroke-dasharray"));
        let mut paced = row("甲", Some(70.0));
        paced.pace = Some(60.0);
        let with = draw(&chart(vec![paced.clone(), row("乙", None), paced]));
        assert_eq!(with.svg.matches("stroke-dasharray").count(), 2);
        assert_eq!(with.svg.matches("経過").count(), 1);
    }

    #[test]
    fn words_over_pace_and_target_do_not_meet_even_at_the_same_place() {
        let typeface = typeface();
        let mut last_year = row("甲", Some(70.0));
        last_year.pace = Some(100.0);
        let drawing = draw(&chart(vec![last_year]));
        let place = |words: &str| {
            let texts = elements(&drawing, "text");
            let text = texts.iter().find(|text| text.contains(words)).unwrap();
            attribute(text, "x")
        };
        assert!(place("経過") < place("目標"));
        let width = typeface.width("経過 60％", 7.5, Weight::Regular);
        assert!(place("経過") - width > 0.0);
    }

    #[test]
    fn long_details_take_lines_and_leave_the_bars_their_room() {
        let mut long = row("がんの死亡率", Some(101.0));
        long.detail = "74.2 per 100,000 of 75.0 per 100,000 or less".to_owned();
        let drawing = draw(&chart(vec![row("甲", Some(100.0)), long]));
        let texts = elements(&drawing, "text");
        assert!(texts.iter().all(|text| !text.contains("74.2 per 100,000 of 75.0 per 100,000 or less")));
        assert!(texts.iter().any(|text| text.contains("74.2")) && texts.iter().any(|text| text.contains("or less")));
        // The bar of 100 % in a plot that ends at 150 %.
        assert!(bars(&drawing)[0] >= COMFORTABLE_PLOT * 7.5 / 1.5 - 0.1, "{:?}", bars(&drawing));
    }

    #[test]
    fn chart_without_rows_is_refused() {
        let typeface = typeface();
        assert!(matches!(chart(Vec::new()).draw(&style(&typeface, 252.0)), Err(ChartError::NoRows)));
    }

    #[test]
    fn width_without_room_for_bars_is_refused() {
        let typeface = typeface();
        for width in [0.0, 40.0, -10.0, f64::NAN, f64::INFINITY] {
            let drawn = chart(vec![row("非臨床の取得件数", Some(70.0))]).draw(&style(&typeface, width));
            assert!(matches!(drawn, Err(ChartError::TooNarrow { .. })), "{width}");
        }
    }

    #[test]
    fn character_without_a_glyph_is_refused_by_name() {
        let typeface = typeface();
        let error = chart(vec![row("寿司🍣", None)]).draw(&style(&typeface, 252.0)).unwrap_err();
        assert!(matches!(
            error,
            ChartError::MissingGlyph { character: '🍣', ref text } if text == "寿司🍣"
        ));
    }
}
