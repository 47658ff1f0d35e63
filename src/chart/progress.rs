//! The progress chart: how far each indicator has come towards its target, as a point on an axis that all indicators
//! share. Constants are in em unless noted.

use plotters::style::text_anchor::HPos;

use super::placement::Block;
use super::progress_axis::{Point, RADIUS, Track, WORDS_GAP};
use super::sheet::{LEADING, Labels, Setting, Sheet, on_sheet, require_room};
use super::style::{Color, Style};
use super::trace::TARGET_WIDTH;
use super::typeface::Weight;
use super::wrap::wrap;
use super::{Chart, ChartError, Drawing, PointStatus};

/// Indicators by how far they have come towards their targets. Charts of the same width and axis have their targets in
/// the same place, unless numbers need more room.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressChart {
    /// The rows by what their axis measures, from the top.
    pub sections: Vec<ProgressSection>,
    /// The shares at the ends of the axis; 0 is the start and 1 the target.
    pub axis: (f64, f64),
}

/// Rows with the same measure.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressSection {
    /// What the axis and the rates measure.
    pub measure: String,
    /// The label of the start of the axis; may be empty.
    pub start_label: String,
    /// The label of the target line.
    pub target_label: String,
    /// Whether the axis starts at the indicators' baselines.
    pub has_baselines: bool,
    /// The indicators, from the top.
    pub rows: Vec<ProgressRow>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressRow {
    /// The colour of the point.
    pub accent: Color,
    /// The indicator's name.
    pub label: String,
    /// The share as text.
    pub rate_text: String,
    /// The values behind the share; may be empty.
    pub detail: String,
    /// The share of the way to the target; negative if the value moved away from it. `None` draws no point.
    pub share: Option<f64>,
    /// The share expected by now.
    pub expected: Option<f64>,
    /// Whether the value is final.
    pub status: PointStatus,
}

/// The share of the width that labels take, and the most of it.
const LABELS: f64 = 0.33;
const MOST_LABELS: f64 = 18.0;
/// The least share of the width for labels if numbers need room.
const LEAST_LABELS: f64 = 0.24;
/// The share of the width for rates and details, and the most of it.
const NUMBERS: f64 = 0.33;
const MOST_NUMBERS: f64 = 24.0;
const LEAST_PLOT: f64 = 5.0;
/// The width that the axis keeps in wide charts.
const COMFORTABLE_PLOT: f64 = 18.0;
const COLUMN_GAP: f64 = 1.0;
/// White space above a section that follows another.
const SECTION_GAP: f64 = 0.6;
/// The white space above and below a row's content together.
const ROW_PADDING: f64 = 0.32;

impl Chart for ProgressChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let layout = Layout::new(self, style)?;
        on_sheet(style, layout.height, |sheet| {
            for (section, place) in self.sections.iter().zip(&layout.sections) {
                layout.draw_section(sheet, style, section, place)?;
            }
            Ok(())
        })
    }
}

struct Layout {
    labels: Vec<Vec<String>>,
    details: Vec<Vec<String>>,
    /// The right edge of the rates; `None` if details are below them.
    rates: Option<f64>,
    track: Track,
    sections: Vec<SectionPlace>,
    height: f64,
}

struct SectionPlace {
    measure: Block,
    start: Block,
    target: Block,
    /// The tops of the measure and of the rows.
    top: f64,
    rows: f64,
    /// The index of its first row among those of all sections.
    first: usize,
    /// The tops and heights of its rows.
    bands: Vec<(f64, f64)>,
}

impl Layout {
    fn new(chart: &ProgressChart, style: &Style<'_>) -> Result<Self, ChartError> {
        let rows: Vec<&ProgressRow> = chart.sections.iter().flat_map(|section| &section.rows).collect();
        if rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        let (em, width) = (style.text_size, style.width);
        require_room(style, width, LEAST_PLOT)?;
        let advances = |text: &str| style.typeface.advances(text, em, Weight::Regular);
        let measured = |text: &str, weight| style.typeface.width(text, em, weight);
        let rate_width = rows.iter().map(|row| measured(&row.rate_text, Weight::Bold)).fold(0.0, f64::max);
        let detail_width = rows.iter().map(|row| measured(&row.detail, Weight::Regular)).fold(0.0, f64::max);
        let labels_width = (LABELS * width).min(MOST_LABELS * em);
        // Wide charts have room for numbers in one line.
        let rest = width - labels_width - (COMFORTABLE_PLOT + 2.0 * COLUMN_GAP) * em;
        let usual = rest.max(NUMBERS * width - COLUMN_GAP * em).clamp(0.0, MOST_NUMBERS * em);
        let is_beside = rate_width + detail_width + COLUMN_GAP * em <= usual || detail_width == 0.0;
        let limit = if is_beside { width } else { usual.max(rate_width) };
        let details: Vec<Vec<String>> = rows
            .iter()
            .map(|row| match row.detail.as_str() {
                "" => Vec::new(),
                detail => wrap(detail, &advances(detail), limit),
            })
            .collect();
        let widest = details.iter().flatten().map(|line| advances(line).iter().sum()).fold(rate_width, f64::max);
        let numbers = if is_beside { usual.max(rate_width) } else { widest.max(usual) };
        // Labels give way to numbers that cannot be broken, and the axis to both.
        let most = if numbers > usual { labels_width.min(LEAST_LABELS * width) } else { labels_width };
        let texts: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
        let labels = Labels::new(style, &texts, most);
        let left = labels.width.max(most) + COLUMN_GAP * em;
        let right = width - numbers - COLUMN_GAP * em;
        require_room(style, right - left, LEAST_PLOT)?;
        let track = Track::new(chart.axis, (left, right), RADIUS * em);
        let mut layout = Self {
            labels: labels.lines,
            details,
            // Beside the axis, where the points are.
            rates: is_beside.then_some(right + COLUMN_GAP * em + rate_width),
            track,
            sections: Vec::new(),
            height: 0.0,
        };
        for section in &chart.sections {
            layout.add(section, style);
        }
        Ok(layout)
    }

    fn add(&mut self, section: &ProgressSection, style: &Style<'_>) {
        let em = style.text_size;
        let leading = LEADING * em;
        let first = self.sections.iter().map(|place| place.bands.len()).sum();
        let top = if self.height > 0.0 { self.height + SECTION_GAP * em } else { 0.0 };
        let measure = Block::new(style, &section.measure, Weight::Bold, style.width);
        let label = |text: &str, limit| Block::new(style, text, Weight::Regular, limit);
        let [start, target] = [&section.start_label, &section.target_label].map(|text| label(text, f64::INFINITY));
        let fits = start.width + target.width + WORDS_GAP * em <= style.width;
        let half = (style.width - WORDS_GAP * em) / 2.0;
        let [start, target] = if fits {
            [start, target]
        } else {
            [&section.start_label, &section.target_label].map(|text| label(text, half))
        };
        let words = start.lines.len().max(target.lines.len());
        // Beside the labels of start and target if there is room.
        let (start_end, target_left) = self.track.words(&start, &target, style);
        let left = if start.lines.is_empty() { target_left } else { start_end - start.width };
        let is_beside = measure.width + WORDS_GAP * em <= left;
        let lines = if is_beside { measure.lines.len().max(words) } else { measure.lines.len() + words };
        let rows = top + leading * lines as f64 + 0.25 * em;
        let mut y = rows;
        let lines = self.labels.iter().zip(&self.details).skip(first).take(section.rows.len());
        let bands = lines
            .map(|(label, detail)| {
                let numbers = if self.rates.is_some() { 1 } else { 1 + detail.len() };
                let height = leading * label.len().max(numbers) as f64 + ROW_PADDING * em;
                y += height;
                (y - height, height)
            })
            .collect();
        self.height = y;
        self.sections.push(SectionPlace { measure, start, target, top, rows, first, bands });
    }

    fn draw_section(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        section: &ProgressSection,
        place: &SectionPlace,
    ) -> Result<(), ChartError> {
        let palette = style.palette;
        place.draw_words(sheet, style, &self.track)?;
        for (row, (top, height)) in section.rows.iter().zip(&place.bands) {
            self.track.draw_band(sheet, style, row.expected, top + height / 2.0)?;
        }
        let bottom = place.bands.last().map_or(place.rows, |(top, height)| top + height);
        let down = |x: f64| ((x, place.rows), (x, bottom));
        let (from, to) = down(self.track.start());
        sheet.rule(from, to, palette.ink_soft, 0.5)?;
        let (from, to) = down(self.track.target());
        sheet.rule(from, to, palette.ink, TARGET_WIDTH)?;
        for (index, (row, &(top, height))) in section.rows.iter().zip(&place.bands).enumerate() {
            if index > 0 {
                sheet.rule((0.0, top), (style.width, top), palette.rule, 0.35)?;
            }
            let middle = top + height / 2.0;
            self.draw_texts(sheet, style, row, (place.first + index, middle))?;
            let (share, accent, status, has_baseline) = (row.share, row.accent, row.status, section.has_baselines);
            self.track.draw_point(sheet, style, Point { share, accent, status, has_baseline }, middle)?;
        }
        Ok(())
    }

    fn draw_texts(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        row: &ProgressRow,
        (index, middle): (usize, f64),
    ) -> Result<(), ChartError> {
        let palette = style.palette;
        let half_line = style.text_size * LEADING / 2.0;
        let rate = Setting::new(palette.ink).bold().anchored(HPos::Right);
        let detail = Setting::new(palette.ink_soft).anchored(HPos::Right);
        let (label, details) = (&self.labels[index], &self.details[index]);
        sheet.lines(label, (0.0, middle), Setting::new(palette.ink))?;
        let (rate_place, detail_place) = match self.rates {
            Some(right) => ((right, middle), (style.width, middle)),
            None => {
                let above = middle - half_line * details.len() as f64;
                ((style.width, above), (style.width, middle + half_line))
            }
        };
        sheet.text(&row.rate_text, rate_place, rate)?;
        sheet.lines(details, detail_place, detail)
    }
}

impl SectionPlace {
    /// Draws the measure over the section, the start's label over the start of the axis and the target's beside its line.
    fn draw_words(&self, sheet: &Sheet<'_>, style: &Style<'_>, track: &Track) -> Result<(), ChartError> {
        let Self { measure, start, target, .. } = self;
        let leading = LEADING * style.text_size;
        let middle = |top: f64, block: &Block| top + leading * block.lines.len() as f64 / 2.0;
        measure.set(sheet, (measure.width / 2.0, middle(self.top, measure)), style.palette.ink, HPos::Left)?;
        let (end, left) = track.words(start, target, style);
        // Both end at the rows.
        let above =
            |block: &Block| middle(self.rows - 0.25 * style.text_size - leading * block.lines.len() as f64, block);
        target.set(sheet, (left + target.width / 2.0, above(target)), style.palette.ink, HPos::Left)?;
        start.set(sheet, (end - start.width / 2.0, above(start)), style.palette.ink_soft, HPos::Right)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn row(label: &str, share: Option<f64>) -> ProgressRow {
        ProgressRow {
            accent: Color::new(0x1f, 0x5f, 0xa8),
            label: label.to_owned(),
            rate_text: "512%".to_owned(),
            detail: "128 / 25件".to_owned(),
            share,
            expected: None,
            status: PointStatus::Final,
        }
    }

    fn chart(rows: Vec<ProgressRow>) -> ProgressChart {
        let section = ProgressSection {
            measure: "基準値からの進捗".to_owned(),
            start_label: "基準値".to_owned(),
            target_label: "目標値".to_owned(),
            has_baselines: true,
            rows,
        };
        ProgressChart { sections: vec![section], axis: (-0.5, 1.5) }
    }

    fn draw(chart: &ProgressChart, width: f64) -> Drawing {
        let typeface = typeface();
        chart.draw(&style(&typeface, width)).unwrap()
    }

    /// The centres of the points, from the top; each is drawn as a disc and its outline.
    fn points(drawing: &Drawing) -> Vec<f64> {
        elements(drawing, "circle").iter().step_by(2).map(|circle| attribute(circle, "cx")).collect()
    }

    /// The places of the start and target lines: the upright ones.
    fn lines(drawing: &Drawing) -> (f64, f64) {
        let ends = |line: &str| -> Vec<f64> {
            let points = line.split('"').nth(1).unwrap();
            points.split(' ').map(|point| point.split(',').next().unwrap().parse().unwrap()).collect()
        };
        let lines = elements(drawing, "polyline").into_iter().map(ends).filter(|ends| ends.len() == 2);
        let upright: Vec<f64> = lines.filter(|ends| ends[0] == ends[1]).map(|ends| ends[0]).collect();
        (upright[0], upright[1])
    }

    #[test]
    fn points_agree_with_the_numbers_at_any_size() {
        // A reproducible number generator (Knuth's).
        let mut state = 7_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / (1_u64 << 24) as f64
        };
        for round in 0..200 {
            let near = [0.0, 1.0][round % 2];
            let mut shares: Vec<f64> = (0..4).map(|_| random() * 2.0 - 0.5).collect();
            shares.extend((0..4).map(|_| near + (random() - 0.5) / 50.0));
            shares.extend([0.0, 0.98, 1.0, 1.01, -0.01]);
            let rows = shares.iter().map(|share| row("甲", Some(*share))).collect();
            let drawing = draw(&chart(rows), [160.0, 234.0, 480.0][round % 3]);
            let (start, target) = lines(&drawing);
            let points = points(&drawing);
            assert_eq!(points.len(), shares.len());
            for (share, x) in shares.iter().zip(&points) {
                // Positions are rounded to a twentieth of a point; a pixel of a print is a quarter of one.
                let side = |x: f64| if x.abs() < 0.1 { 0 } else { x.signum() as i32 };
                let sign = |share: f64| if share == 0.0 { 0 } else { share.signum() as i32 };
                assert_eq!(side(x - start), sign(*share), "{share} at {x}, start {start}");
                assert_eq!(side(x - target), sign(share - 1.0), "{share} at {x}, target {target}");
                assert!(*share == 1.0 || (x - target).abs() > RADIUS * 7.5, "{share} touches the target");
                for (other, other_x) in shares.iter().zip(&points) {
                    assert!(share <= other || *x >= other_x - 0.1, "{share} at {x}, {other} at {other_x}");
                }
            }
        }
    }

    #[test]
    fn shares_beyond_the_axis_are_arrows_and_keep_their_numbers() {
        let drawing = draw(&chart(vec![row("甲", Some(6.2)), row("乙", Some(-4.0)), row("丙", Some(1.5))]), 234.0);
        assert_eq!(points(&drawing).len(), 1);
        // Three baselines and two arrows.
        assert_eq!(elements(&drawing, "polygon").len(), 5);
        assert_eq!(drawing.svg.matches(">512%<").count(), 3);
    }

    #[test]
    fn what_is_no_share_leaves_no_point() {
        for share in [None, Some(f64::NAN)] {
            let drawing = draw(&chart(vec![row("甲", share)]), 234.0);
            assert!(points(&drawing).is_empty());
            assert!(!drawing.svg.contains("NaN") && drawing.svg.contains(">512%<"));
        }
        let endless = draw(&chart(vec![row("甲", Some(f64::INFINITY)), row("乙", Some(1e300))]), 234.0);
        assert!(!endless.svg.contains("inf"));
        let mut wild = chart(vec![row("甲", Some(0.5))]);
        for axis in [(f64::NAN, f64::NAN), (0.0, 0.0), (f64::NEG_INFINITY, f64::INFINITY)] {
            wild.axis = axis;
            assert!(!draw(&wild, 234.0).svg.contains("NaN"));
        }
    }

    #[test]
    fn values_that_are_not_final_are_hollow() {
        let fills = |status| {
            let drawing = draw(&chart(vec![ProgressRow { status, ..row("甲", Some(0.5)) }]), 234.0);
            drawing.svg.matches("#1f5fa8").count()
        };
        assert_eq!(fills(PointStatus::Final), fills(PointStatus::Provisional) + 1);
    }

    #[test]
    fn the_band_reaches_from_the_expected_share_to_the_target() {
        let with = |expected| {
            let drawing = draw(&chart(vec![ProgressRow { expected, ..row("甲", Some(0.5)) }]), 234.0);
            let bands: Vec<(f64, f64)> = elements(&drawing, "rect")
                .into_iter()
                .map(|band| (attribute(band, "x"), attribute(band, "x") + attribute(band, "width")))
                .collect();
            (bands, lines(&drawing))
        };
        let (bands, (start, target)) = with(Some(0.6));
        assert_eq!(bands.len(), 1);
        assert!((bands[0].0 - (start + 0.6 * (target - start))).abs() < 0.2 && (bands[0].1 - target).abs() < 0.2);
        for expected in [None, Some(1.0), Some(f64::NAN)] {
            assert!(with(expected).0.is_empty(), "{expected:?}");
        }
    }

    #[test]
    fn charts_of_one_width_have_their_targets_in_one_place() {
        let one = draw(&chart(vec![row("甲", Some(0.5))]), 234.0);
        let mut long = row("非臨床試験の実施件数と治験の件数", Some(0.7));
        long.detail = "12 / 3,400件（令和6年度）".to_owned();
        let other = draw(&chart(vec![long, row("乙", None)]), 234.0);
        assert_eq!(lines(&one), lines(&other));
    }

    #[test]
    fn chart_without_rows_or_room_is_refused() {
        let typeface = typeface();
        assert!(matches!(chart(Vec::new()).draw(&style(&typeface, 252.0)), Err(ChartError::NoRows)));
        for width in [0.0, 40.0, -10.0, f64::NAN, f64::INFINITY] {
            let drawn = chart(vec![row("非臨床の取得件数", Some(0.7))]).draw(&style(&typeface, width));
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
