//! The achievement chart: a bar for each indicator against the target and the expected pace.

use super::element::Pattern;
use super::geometry::Bounds;
use super::rows::{HALF_BAR, RowTexts, Rows, Track};
use super::shape::Shape;
use super::sheet::{Sheet, on_sheet};
use super::style::{Color, Style};
use super::{Chart, ChartError, Drawing};

/// Achievement by indicator: horizontal bars against the 100 % line and, if given, the pace line.
#[derive(Debug, Clone, PartialEq)]
pub struct AchievementChart {
    /// The colour of the bars.
    pub accent: Color,
    /// The indicators, from the top.
    pub rows: Vec<AchievementRow>,
    /// The label of the 100 % line.
    pub target_label: String,
    /// The label of the pace line; not shown if no row has a pace.
    pub pace_label: String,
    /// The percentage at which longer bars are cut off.
    pub axis_limit: f64,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct AchievementRow {
    /// The indicator's name.
    pub label: String,
    /// The bar's length in percent of the target; `None` draws no bar.
    pub rate: Option<f64>,
    /// The rate as text.
    pub rate_text: String,
    /// The values behind the rate; may be empty.
    pub detail: String,
    /// The percentage of the target that is expected by now.
    pub pace: Option<f64>,
    /// Whether the target is reached.
    pub reached: bool,
}

const TARGET: f64 = 100.0;
/// The least percentage at which bars may be cut off, so that there is room right of the target line.
const LEAST_LIMIT: f64 = 115.0;

impl AchievementRow {
    fn texts(&self) -> RowTexts<'_> {
        RowTexts { label: &self.label, rate: &self.rate_text, detail: &self.detail }
    }

    fn finite_pace(&self) -> Option<f64> {
        self.pace.filter(|pace| pace.is_finite())
    }
}

impl Chart for AchievementChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let expected = self.rows.iter().find_map(AchievementRow::finite_pace);
        let words = (self.target_label.as_str(), expected.map_or("", |_| &self.pace_label));
        let rows = Rows::new(style, self.rows.iter().map(AchievementRow::texts).collect(), words, 0.0, |_| {
            vec![1; self.rows.len()]
        })?;
        let limit = if self.axis_limit.is_finite() { self.axis_limit.max(LEAST_LIMIT) } else { LEAST_LIMIT };
        let track = Track { edges: rows.plot, low: 0.0, high: limit, target: TARGET };
        on_sheet(style, rows.height, |sheet| {
            rows.draw_texts(sheet, style)?;
            for (row, &(top, height)) in self.rows.iter().zip(&rows.bands) {
                self.draw_bar(sheet, style, &track, row, top + height / 2.0)?;
                if let Some(pace) = row.finite_pace() {
                    track.draw_pace(sheet, style, pace, (top, top + height))?;
                }
            }
            track.draw_lines(sheet, style, &rows)?;
            track.draw_words(sheet, style, &rows, expected)
        })
    }
}

impl AchievementChart {
    /// Solid if the target is reached, hatched otherwise.
    fn draw_bar(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        track: &Track,
        row: &AchievementRow,
        middle: f64,
    ) -> Result<(), ChartError> {
        let half = style.text_size * HALF_BAR;
        track.draw_bar(sheet, style, row.rate.unwrap_or(0.0).max(0.0), row.finite_pace(), |(left, right)| Shape::Bar {
            bounds: Bounds { left, right, top: middle - half, bottom: middle + half },
            pattern: if row.reached { Pattern::Solid } else { Pattern::Rising },
            color: self.accent,
            ground: self.accent.over(style.palette.paper, 0.12),
            outline: 0.7,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::COMFORTABLE_PLOT;
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::Weight;
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
        // Both bars lose the same outline.
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
        // The bar is 100 % in a plot that ends at 150 %.
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
