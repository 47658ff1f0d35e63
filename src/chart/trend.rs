//! The trend chart: actual values by year against target, interim targets and pace.

use plotters::style::text_anchor::HPos;

use super::axis::Tick;
use super::geometry::Bounds;
use super::placement::Block;
use super::plotted_series::TrendSeries;
use super::series_plot::{Labelling, Margins, SeriesPlot};
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::typeface::Weight;
use super::year_axis::YearAxis;
use super::{Chart, ChartError, Drawing};

/// Actual values over years: bars from zero for amounts, a line for levels.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendChart {
    /// The years of the axis, up to the target's.
    pub years: Vec<String>,
    /// The values.
    pub series: TrendSeries,
    /// The ticks at the left edge.
    pub ticks: Vec<Tick>,
}

/// The greatest share of the width for the target's label.
const WIDEST_TARGET: f64 = 0.24;
/// From the room of the last value to the words of the target.
const WORDS_GAP: f64 = 0.2;
/// The height of the plot as a share of its width, and its bounds in em.
const PROPORTION: f64 = 0.36;
const LEAST_HEIGHT: f64 = 9.4;
const GREATEST_HEIGHT: f64 = 18.0;

impl Chart for TrendChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.years.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 10.0)?;
        let em = style.text_size;
        let target = self.series.target.as_ref().filter(|target| target.value.is_finite());
        let words = target.map(|target| (target.value, target.label.as_str())).filter(|(_, words)| !words.is_empty());
        let words =
            words.map(|(value, words)| (value, Block::new(style, words, Weight::Regular, WIDEST_TARGET * style.width)));
        // As much room in every language, so that all show the same values, and years align with those of other charts.
        let words_width =
            words.as_ref().map_or(0.0, |(_, block)| block.width.max(WIDEST_TARGET * style.width) + WORDS_GAP * em);
        let words_height = words.as_ref().map_or(0.0, |(_, block)| block.height);

        let right = style.width - words_width;
        let height = (PROPORTION * right).clamp(LEAST_HEIGHT * em, GREATEST_HEIGHT * em).max(words_height);
        let room = Bounds { left: 0.0, top: 0.0, right, bottom: height };
        let plots = [(&self.series, self.ticks.as_slice())];
        let years = self.years.len();
        let margins = Margins::new(style, right, years, plots.into_iter());
        let [plot] = plots.map(|plot| SeriesPlot::new(style, room, margins, years, plot, Labelling::Values));
        let latest = self.series.points.len().saturating_sub(1);
        let axis = YearAxis::new(style, &self.years, latest, (plot.years_start(style), style.width), |index| {
            plot.frame.x(index as f64)
        });
        on_sheet(style, height + axis.height.max(margins.foot), |sheet| {
            plot.draw(sheet, style)?;
            axis.draw(sheet, style, height)?;
            if let Some((value, block)) = &words {
                let half = block.height / 2.0;
                let middle = plot.frame.y(*value).min(height - half).max(half);
                let left = right + WORDS_GAP * em;
                block.set(sheet, (left + block.width / 2.0, middle), style.palette.ink, HPos::Left)?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::plotted_series::tests::series;
    use super::super::plotted_series::{Baseline, PointStatus, TrendTarget, YearValue};
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    const ACCENT: &str = "#1f5fa8";
    const INK: &str = "#1a1d21";

    fn draw(series: TrendSeries) -> Drawing {
        let years = (0..series.points.len() + 2).map(|year| format!("R{year}")).collect();
        let typeface = typeface();
        TrendChart { years, series, ticks: Vec::new() }.draw(&style(&typeface, 252.0)).unwrap()
    }

    fn bars(drawing: &Drawing) -> Vec<&str> {
        let filled = format!("fill=\"{ACCENT}\"");
        elements(drawing, "rect").into_iter().filter(|bar| bar.contains(&filled)).collect()
    }

    fn lines(drawing: &Drawing) -> Vec<usize> {
        let stroked = format!("stroke=\"{ACCENT}\"");
        let lines = elements(drawing, "polyline").into_iter().filter(|line| line.contains(&stroked));
        lines.map(|line| line.matches(',').count()).collect()
    }

    fn text<'d>(drawing: &'d Drawing, content: &str) -> Option<&'d str> {
        let end = format!(">{content}</text>");
        elements(drawing, "text").into_iter().find(|text| text.ends_with(&end))
    }

    fn target(value: f64) -> Option<TrendTarget> {
        Some(TrendTarget { year: None, value, label: "目標 40件".to_owned() })
    }

    #[test]
    fn amounts_are_bars_from_zero_whose_lengths_compare() {
        let drawing = draw(series(&[Some(10.0), Some(20.0)], true));
        let bars = bars(&drawing);
        let heights: Vec<f64> = bars.iter().map(|bar| attribute(bar, "height") + 0.7).collect();
        assert!((2.0 * heights[0] - heights[1]).abs() < 0.2, "{heights:?}");
        let feet = [0, 1].map(|index| attribute(bars[index], "y") + attribute(bars[index], "height"));
        assert!((feet[0] - feet[1]).abs() < 1e-9, "{feet:?}");
    }

    #[test]
    fn amount_below_zero_hangs_under_the_zero_line_with_its_text_under_it() {
        let drawing = draw(series(&[Some(10.0), Some(-10.0)], true));
        let bars = bars(&drawing);
        assert!(attribute(bars[1], "y") >= attribute(bars[0], "y") + attribute(bars[0], "height"));
        let label = text(&drawing, "-10").unwrap();
        assert!(attribute(label, "y") > attribute(bars[1], "y") + attribute(bars[1], "height"));
    }

    #[test]
    fn absent_year_has_its_sign_and_no_zero_and_the_line_does_not_bridge_it() {
        let amounts = draw(series(&[Some(10.0), None, Some(20.0)], true));
        assert_eq!(bars(&amounts).len(), 2);
        assert!(text(&amounts, "…").is_some());
        let levels = [Some(1.0), Some(2.0), None, Some(3.0), Some(5.0), Some(4.0)];
        let levels = draw(series(&levels, false));
        assert_eq!(lines(&levels), [2, 3]);
        assert!(text(&levels, "…").is_some());
    }

    #[test]
    fn zero_is_a_stroke_on_the_zero_line_unlike_a_year_without_a_value() {
        let strokes = |value| lines(&draw(series(&[Some(10.0), value], true))).len();
        assert_eq!(strokes(Some(0.0)), 1);
        assert_eq!(strokes(None), 0);
    }

    #[test]
    fn values_that_are_not_final_are_hatched_or_hollow() {
        for (status, pattern) in [(PointStatus::Provisional, "path"), (PointStatus::Estimated, "path")] {
            let mut amounts = series(&[Some(10.0), Some(20.0)], true);
            amounts.points[1].as_mut().unwrap().status = status;
            let drawing = draw(amounts);
            assert_eq!(bars(&drawing).len(), 1, "{status:?}");
            assert!(!elements(&drawing, pattern).is_empty(), "{status:?}");

            let mut levels = series(&[Some(10.0), Some(20.0), Some(15.0)], false);
            levels.points[2].as_mut().unwrap().status = status;
            let drawing = draw(levels);
            let dashes = elements(&drawing, "path");
            assert!(dashes.iter().any(|dash| dash.contains("stroke-dasharray")), "{status:?}");
            // The solid line ends at the last final value; a square has its own outline.
            assert_eq!(lines(&drawing)[0], 2, "{status:?}");
        }
    }

    #[test]
    fn break_interrupts_the_line_and_stands_between_the_years() {
        let mut levels = series(&[Some(1.0), Some(2.0), Some(3.0), Some(4.0)], false);
        levels.points[2].as_mut().unwrap().is_break = true;
        let drawing = draw(levels);
        assert_eq!(lines(&drawing), [2, 2]);
        let rule = elements(&drawing, "path").into_iter().find(|path| path.contains("stroke-dasharray")).unwrap();
        let x: f64 = rule.split_once('M').unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
        let [before, after] = ["R1", "R2"].map(|year| attribute(text(&drawing, year).unwrap(), "x"));
        assert!((x - (before + after) / 2.0).abs() < 0.1, "{before} {x} {after}");
    }

    #[test]
    fn target_is_a_solid_line_with_its_words_behind_bars() {
        for value in [40.0, 60.0] {
            let mut amounts = series(&[Some(50.0)], true);
            amounts.target = target(value);
            let drawing = draw(amounts);
            let line = format!("stroke=\"{INK}\" stroke-width=\"0.9\"");
            assert_eq!(drawing.svg.matches(&line).count(), 1);
            assert!(text(&drawing, "目標 40件").is_some());
            assert!(drawing.svg.find(&line) < drawing.svg.find("<rect "), "no line cuts the bar");
        }
    }

    #[test]
    fn the_text_of_a_value_is_on_its_side_of_the_target() {
        for (zero_based, value) in [(true, 38.0), (false, 38.0), (false, 42.0), (true, 36.0)] {
            let mut values = series(&[Some(10.0), Some(value)], zero_based);
            values.points[1].as_mut().unwrap().label = "17,300件".to_owned();
            values.target = target(40.0);
            let drawing = draw(values);
            let line = format!("stroke=\"{INK}\" stroke-width=\"0.9\"");
            let line = elements(&drawing, "polyline").into_iter().find(|stroke| stroke.contains(&line)).unwrap();
            let y: f64 = line.split('"').nth(1).unwrap().split([',', ' ']).nth(1).unwrap().parse().unwrap();
            // The baseline of the text is below its middle.
            let middle = attribute(text(&drawing, "17,300件").unwrap(), "y") - 0.35 * 7.5;
            assert_eq!(middle < y, value > 40.0, "{value}: text at {middle}, target at {y}");
        }
    }

    #[test]
    fn pace_is_cut_where_the_years_begin_and_keeps_its_slope() {
        let places = |from: f64, value: f64| {
            let mut levels = series(&[Some(0.0), Some(30.0)], false);
            levels.pace = vec![YearValue { year: from, value }, YearValue { year: 3.0, value: 30.0 }];
            levels.target = target(-10.0);
            let drawing = draw(levels);
            elements(&drawing, "path").iter().find(|path| path.contains("stroke-dasharray")).unwrap().to_string()
        };
        // Both lie on the same straight line, which crosses the left edge of the first year at -5.
        assert_eq!(places(-0.5, -5.0), places(-1.0, -10.0));
    }

    #[test]
    fn baseline_before_the_first_year_stands_left_of_it() {
        let draw_with_baseline = |year| {
            let mut levels = series(&[Some(1.0), Some(2.0), Some(3.0)], false);
            levels.baseline = Some(Baseline { year, value: 1.0, label: "H30".to_owned() });
            draw(levels)
        };
        let diamond = |year| {
            let drawing = draw_with_baseline(year);
            let diamonds = elements(&drawing, "polygon");
            let corners = diamonds[0].split_once("points=\"").unwrap().1;
            let left: f64 = corners.split_once(',').unwrap().0.parse().unwrap();
            (left, attribute(text(&drawing, "R0").unwrap(), "x"))
        };
        let (before, first) = diamond(-3.0);
        assert!(before < first - 7.5, "{before} {first}");
        let drawing = draw_with_baseline(-3.0);
        let [year, others] = ["H30", "R0"].map(|year| attribute(text(&drawing, year).unwrap(), "y"));
        assert!((year - others).abs() < 0.1, "in line with the other years");
        assert!(text(&draw_with_baseline(1.0), "H30").is_none(), "its place says the year");
        let (within, first) = diamond(1.0);
        assert!(within > first, "{within} {first}");
    }

    #[test]
    fn an_axis_that_does_not_begin_at_zero_is_torn_off() {
        let cuts = |values: [f64; 2], zero_based| {
            let drawing = draw(series(&values.map(Some), zero_based));
            // The stroke has six corners.
            elements(&drawing, "polyline").iter().filter(|stroke| stroke.matches(',').count() == 6).count()
        };
        assert_eq!(cuts([81.0, 79.0], false), 1);
        assert_eq!(cuts([-81.0, -79.0], false), 1);
        assert_eq!(cuts([0.0, 79.0], false), 0);
        assert_eq!(cuts([81.0, 79.0], true), 0, "bars begin at zero");
    }

    #[test]
    fn the_text_of_a_value_is_off_bars_unless_it_is_the_last() {
        let mut amounts = series(&[Some(10.0), Some(10.4), Some(10.2)], true);
        for point in amounts.points.iter_mut().flatten() {
            point.label = "123,456,789".to_owned();
        }
        let drawing = draw(amounts);
        let tops = bars(&drawing).iter().map(|bar| attribute(bar, "y")).fold(f64::MAX, f64::min);
        let end = ">123,456,789</text>";
        let texts = elements(&drawing, "text").into_iter().filter(|text| text.ends_with(end));
        for text in texts.filter(|text| !text.contains("bold")) {
            assert!(attribute(text, "y") <= tops, "{text}");
        }
    }

    #[test]
    fn last_value_is_bold_and_only_it() {
        let drawing = draw(series(&[Some(1.0), Some(2.0), Some(3.0)], true));
        let bold: Vec<_> =
            elements(&drawing, "text").into_iter().filter(|text| text.contains("font-weight=\"bold\"")).collect();
        assert!(bold.len() == 1 && bold[0].ends_with(">3</text>"), "{bold:?}");
    }

    #[test]
    fn chart_without_years_or_room_is_refused() {
        let typeface = typeface();
        let chart = |years: &[&str]| TrendChart {
            years: years.iter().map(|year| (*year).to_owned()).collect(),
            series: series(&[Some(1.0)], true),
            ticks: Vec::new(),
        };
        assert!(matches!(chart(&[]).draw(&style(&typeface, 252.0)), Err(ChartError::NoRows)));
        for width in [0.0, 40.0, f64::NAN, f64::INFINITY] {
            assert!(matches!(chart(&["R1"]).draw(&style(&typeface, width)), Err(ChartError::TooNarrow { .. })));
        }
    }
}
