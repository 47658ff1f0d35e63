//! The bullet chart: how far each indicator is between its baseline and its target.

use super::element::Pattern;
use super::geometry::Bounds;
use super::rows::{HALF_BAR, RowTexts, Rows, Track};
use super::shape::Shape;
use super::sheet::{LEADING, Setting, Sheet, on_sheet};
use super::style::{Color, Style};
use super::typeface::Weight;
use super::wrap::wrap;
use super::{Chart, ChartError, Drawing};

/// Actual value, expected value and target of each indicator as shares of the distance from baseline (0) to target
/// (1).
#[derive(Debug, Clone, PartialEq)]
pub struct BulletChart {
    /// The indicators, from the top.
    pub rows: Vec<BulletRow>,
    /// The label of the target line at 1.
    pub target_label: String,
    /// The label of the expected values; not shown if no row has one.
    pub pace_label: String,
    /// The share at which longer bars are cut off.
    pub axis_limit: f64,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletRow {
    /// The colour of the bar.
    pub accent: Color,
    /// The indicator's name.
    pub label: String,
    /// The rate as text.
    pub rate_text: String,
    /// The values behind the rate; may be empty.
    pub detail: String,
    /// The baseline as text, shown at zero; may be empty.
    pub baseline_text: String,
    /// The actual value; negative if it is further from the target than the baseline. `None` draws no bar.
    pub actual: Option<f64>,
    /// The value expected by now.
    pub expected: Option<f64>,
    /// The boundaries between the bands of the track, ascending; at most three.
    pub bands: Vec<f64>,
}

const TARGET: f64 = 1.0;
/// The least share at which bars may be cut off, so that there is room right of the target line.
const LEAST_LIMIT: f64 = 1.15;
/// The least share on the axis; bars that extend further back are cut off.
const LOWEST: f64 = -0.5;
const TINTS: [f64; 4] = [0.36, 0.26, 0.17, 0.1];
/// Half the height of the bar within its track, in em.
const HALF_ACTUAL: f64 = 0.3;
const BASELINE_GAP: f64 = 0.35;

impl Chart for BulletChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let expected = self.rows.iter().find_map(BulletRow::finite_expected);
        let words = (self.target_label.as_str(), expected.map_or("", |_| &self.pace_label));
        let mut baselines = Vec::new();
        let texts = self.rows.iter().map(BulletRow::texts).collect();
        let rows = Rows::new(style, texts, words, self.widest_baseline(style), |edges| {
            baselines = self.baselines(style, &self.track(edges));
            baselines.iter().map(|lines| 1 + lines.len()).collect()
        })?;
        let track = self.track(rows.plot);
        on_sheet(style, rows.height, |sheet| {
            rows.draw_texts(sheet, style)?;
            for ((row, baseline), &(top, height)) in self.rows.iter().zip(&baselines).zip(&rows.bands) {
                let leading = LEADING * style.text_size;
                // Centre the track and the baseline's text below it together.
                let middle = top + height / 2.0 - leading * baseline.len() as f64 / 2.0;
                row.draw(sheet, style, &track, middle)?;
                let place = (
                    track.x(0.0) + BASELINE_GAP * style.text_size,
                    middle + leading * (baseline.len() + 1) as f64 / 2.0,
                );
                sheet.lines(baseline, place, Setting::new(style.palette.ink_soft))?;
            }
            track.draw_lines(sheet, style, &rows)?;
            track.draw_words(sheet, style, &rows, expected)
        })
    }
}

impl BulletChart {
    /// The axis between two edges: from zero, or the least negative actual value, to the limit.
    fn track(&self, edges: (f64, f64)) -> Track {
        let shares = self.rows.iter().flat_map(|row| [row.actual, row.expected]).flatten();
        let low = shares.filter(|share| !share.is_nan()).fold(0.0, f64::min).max(LOWEST);
        let high = if self.axis_limit.is_finite() { self.axis_limit.max(LEAST_LIMIT) } else { LEAST_LIMIT };
        Track { edges, low, high, target: TARGET }
    }

    /// The width of a plot that has room for the longest number of any baseline right of zero.
    fn widest_baseline(&self, style: &Style<'_>) -> f64 {
        let em = style.text_size;
        let advances = |text: &str| style.typeface.advances(text, em, Weight::Regular);
        // A limit of one em breaks the text as narrowly as possible.
        let lines = self.rows.iter().flat_map(|row| wrap(&row.baseline_text, &advances(&row.baseline_text), em));
        let widest = lines.map(|line| advances(&line).iter().sum()).fold(0.0, f64::max);
        let track = self.track((0.0, 1.0));
        if widest > 0.0 { (widest + 2.0 * BASELINE_GAP * em) / (1.0 - track.x(0.0)) } else { 0.0 }
    }

    /// The baselines' texts, broken into lines that end before the target, or before the end of the plot if a number
    /// is too long for that. A text with an even longer number is left out.
    fn baselines(&self, style: &Style<'_>, track: &Track) -> Vec<Vec<String>> {
        let em = style.text_size;
        let limit = track.x(TARGET) - track.x(0.0) - 2.0 * BASELINE_GAP * em;
        let limit = limit.max(em);
        let most = track.edges.1 - track.x(0.0) - BASELINE_GAP * em + 0.01;
        let advances = |text: &str| style.typeface.advances(text, em, Weight::Regular);
        let lines = |row: &BulletRow| match row.baseline_text.as_str() {
            "" => Vec::new(),
            text => wrap(text, &advances(text), limit),
        };
        let fits = |lines: &Vec<String>| lines.iter().all(|line| advances(line).iter().sum::<f64>() <= most);
        self.rows.iter().map(lines).map(|lines| if fits(&lines) { lines } else { Vec::new() }).collect()
    }
}

impl BulletRow {
    fn texts(&self) -> RowTexts<'_> {
        RowTexts { label: &self.label, rate: &self.rate_text, detail: &self.detail }
    }

    fn finite_expected(&self) -> Option<f64> {
        self.expected.filter(|share| share.is_finite())
    }

    fn draw(&self, sheet: &Sheet<'_>, style: &Style<'_>, track: &Track, middle: f64) -> Result<(), ChartError> {
        let em = style.text_size;
        let bounds =
            |left, right, half: f64| Bounds { left, right, top: middle - half * em, bottom: middle + half * em };
        let mut ends: Vec<f64> = self.bands.iter().copied().filter(|end| *end > 0.0 && *end < track.high).collect();
        ends.sort_by(f64::total_cmp);
        ends.truncate(TINTS.len() - 1);
        ends.push(track.high);
        let starts = std::iter::once(0.0).chain(ends.iter().copied());
        // A track without bands gets the tint closest to the target.
        let tints = if ends.len() == 1 { &TINTS[TINTS.len() - 1..] } else { &TINTS[..] };
        for ((start, end), &strength) in starts.zip(&ends).zip(tints) {
            let tint = style.palette.ink_soft.over(style.palette.paper, strength);
            sheet.fill(bounds(track.x(start), track.x(*end), HALF_BAR), tint)?;
        }
        let expected = self.finite_expected();
        track.draw_bar(sheet, style, self.actual.unwrap_or(0.0), expected, |(left, right)| Shape::Bar {
            bounds: bounds(left, right, HALF_ACTUAL),
            pattern: Pattern::Solid,
            color: self.accent,
            ground: self.accent,
            outline: 0.0,
        })?;
        match expected {
            Some(expected) => {
                let reach = 1.3 * HALF_BAR * em;
                track.draw_pace(sheet, style, expected, (middle - reach, middle + reach))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn row(actual: Option<f64>, expected: Option<f64>) -> BulletRow {
        BulletRow {
            accent: Color::new(0x1f, 0x5f, 0xa8),
            label: "採択課題の割合".to_owned(),
            rate_text: "42%".to_owned(),
            detail: "540／900".to_owned(),
            baseline_text: "120".to_owned(),
            actual,
            expected,
            bands: vec![0.4, 0.7],
        }
    }

    fn draw(rows: Vec<BulletRow>) -> Drawing {
        let typeface = typeface();
        let (target_label, pace_label) = ("目標".to_owned(), "経過 60％".to_owned());
        BulletChart { rows, target_label, pace_label, axis_limit: 1.5 }.draw(&style(&typeface, 252.0)).unwrap()
    }

    fn filled(drawing: &Drawing, color: &str) -> Vec<(f64, f64)> {
        let fill = format!("fill=\"{color}\"");
        let rectangles = elements(drawing, "rect").into_iter().filter(|element| element.contains(&fill));
        rectangles.map(|bar| (attribute(bar, "x"), attribute(bar, "x") + attribute(bar, "width"))).collect()
    }

    fn bars(drawing: &Drawing) -> Vec<(f64, f64)> {
        filled(drawing, "#1f5fa8")
    }

    #[test]
    fn bars_begin_at_the_baseline_and_their_lengths_compare() {
        let drawing = draw(vec![row(Some(0.8), None), row(Some(0.4), None)]);
        let bars = bars(&drawing);
        assert!((bars[0].0 - bars[1].0).abs() < 1e-9);
        assert!((bars[0].1 - bars[0].0 - 2.0 * (bars[1].1 - bars[1].0)).abs() < 0.2, "{bars:?}");
    }

    #[test]
    fn bar_further_from_the_target_than_the_baseline_stands_left_of_it() {
        let drawing = draw(vec![row(Some(-0.2), None), row(Some(0.4), None)]);
        let bars = bars(&drawing);
        assert!((bars[0].1 - bars[1].0).abs() < 0.1, "{bars:?}");
    }

    #[test]
    fn bars_past_either_end_of_the_axis_are_cut() {
        let cuts = |actual| elements(&draw(vec![row(Some(actual), None)]), "polygon").len();
        assert_eq!(cuts(0.9), 0);
        assert_eq!(cuts(5.12), 2);
        assert_eq!(cuts(-5.12), 2);
    }

    #[test]
    fn track_has_one_tint_more_than_bounds_and_never_more_than_four() {
        let mut many = row(None, None);
        many.bands = vec![1.2, 0.1, f64::NAN, -3.0, 0.2, 0.3, 9.0];
        let tints = |row| elements(&draw(vec![row]), "rect").len();
        assert_eq!(tints(row(None, None)), 3);
        assert_eq!(tints(many), 4);
    }

    #[test]
    fn value_that_is_no_share_leaves_its_track_without_a_bar() {
        for actual in [None, Some(f64::NAN), Some(0.0)] {
            let drawing = draw(vec![row(actual, Some(f64::NAN))]);
            assert!(bars(&drawing).is_empty(), "{actual:?}");
            assert!(drawing.svg.contains(">42%<") && !drawing.svg.contains("経過"));
        }
    }

    #[test]
    fn expectation_is_dashed_and_named_only_where_a_row_has_one() {
        let drawing = draw(vec![row(Some(0.4), Some(0.6)), row(Some(0.4), None)]);
        assert_eq!(drawing.svg.matches("stroke-dasharray").count(), 1);
        assert_eq!(drawing.svg.matches("経過").count(), 1);
    }

    #[test]
    fn text_of_the_baseline_stands_under_its_track_at_zero() {
        let drawing = draw(vec![row(Some(0.4), None)]);
        let texts = elements(&drawing, "text");
        let baseline = texts.iter().find(|text| text.ends_with(">120</text>")).unwrap();
        let bar = elements(&drawing, "rect").into_iter().find(|bar| bar.contains("#1f5fa8")).unwrap();
        assert!((attribute(baseline, "x") - attribute(bar, "x")).abs() < 4.0);
        assert!(attribute(baseline, "y") > attribute(bar, "y") + attribute(bar, "height") + 5.0);
    }

    #[test]
    fn chart_without_rows_is_refused() {
        let typeface = typeface();
        let chart =
            BulletChart { rows: Vec::new(), target_label: String::new(), pace_label: String::new(), axis_limit: 1.5 };
        assert!(matches!(chart.draw(&style(&typeface, 252.0)), Err(ChartError::NoRows)));
    }
}
