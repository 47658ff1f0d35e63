//! The progress chart: how far each indicator has come towards its target, as a point on an axis that all indicators
//! share. Constants are in em unless noted.

use plotters::style::text_anchor::HPos;

use super::placement::Block;
use super::progress_axis::{Point, RADIUS, Track, WORDS_GAP};
use super::sheet::{LEADING, Sheet, on_sheet, require_room};
use super::style::{Color, Style};
use super::typeface::Weight;
use super::{Chart, ChartError, Drawing, PointStatus};

/// Indicators by how far they have come towards their targets.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressChart {
    /// The rows by what their axis measures, from the top.
    pub sections: Vec<ProgressSection>,
    /// The shares at the ends of the axis; 0 is the start and 1 the target.
    pub axis: (f64, f64),
    /// The columns of all charts beside which this one is read, so that targets are in one place; may be of no width.
    pub aligned_with: ProgressColumns,
}

/// The widths of the texts beside the axis, in points; none where they stand above it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ProgressColumns {
    names: f64,
    details: f64,
    rates: f64,
}

impl ProgressColumns {
    /// The columns that rows need in a style.
    #[must_use]
    pub fn new(rows: &[&ProgressRow], style: &Style<'_>) -> Self {
        let em = style.text_size;
        let rates = rows.iter().filter(|row| row.share.is_some());
        let rates = rates.map(|row| style.typeface.width(&row.rate_text, em, Weight::Bold)).fold(0.0, f64::max);
        if !is_wide(style) {
            return Self { rates, ..Self::default() };
        }
        let widest = |text: fn(&ProgressRow) -> &str, limit: f64| {
            let blocks = rows.iter().map(|row| Block::new(style, text(row), Weight::Regular, limit * em));
            blocks.map(|block| block.width).fold(0.0, f64::max)
        };
        let (names, details) = (widest(|row| &row.label, WIDEST_NAMES), widest(|row| &row.detail, WIDEST_DETAILS));
        Self { names, details, rates }
    }

    fn with(self, other: Self) -> Self {
        Self {
            names: self.names.max(other.names),
            details: self.details.max(other.details),
            rates: self.rates.max(other.rates),
        }
    }
}

/// Whether a row is one line.
fn is_wide(style: &Style<'_>) -> bool {
    style.width >= WIDE * style.text_size
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
    /// The label of the end of the axis; may be empty.
    pub end_label: String,
    /// The head of the rates.
    pub rates_label: String,
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
    /// The share as text, or why there is none.
    pub rate_text: String,
    /// The values behind the share; may be empty.
    pub detail: String,
    /// The share of the way to the target; negative if the value moved away from it. `None` draws nothing on the axis.
    pub share: Option<f64>,
    /// The share expected by now.
    pub expected: Option<f64>,
    /// Whether the value is final.
    pub status: PointStatus,
    /// Whether the value is not comparable with that at the start.
    pub is_break: bool,
}

/// From here on, a row is one line; in narrower charts its texts stand above its axis, which takes the whole width.
const WIDE: f64 = 52.0;
const WIDEST_NAMES: f64 = 18.0;
const WIDEST_DETAILS: f64 = 15.0;
const LEAST_PLOT: f64 = 5.0;
const COLUMN_GAP: f64 = 1.0;
/// White space above a section that follows another.
const SECTION_GAP: f64 = 0.7;
/// Between a measure and the label of the start beside it.
const START_GAP: f64 = 2.0;
/// Between a section's words and its rows.
const HEADING_GAP: f64 = 0.15;
/// The height of what is drawn on the axis.
const BAND: f64 = 1.15;
/// The white space above and below a row's content together: of one line, and of texts above its axis.
const ROW_PADDING: f64 = 0.45;
const STACKED_PADDING: f64 = 0.8;

impl Chart for ProgressChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        let columns = Columns::new(self, style)?;
        let mut height = 0.0;
        let mut sections = Vec::new();
        for section in &self.sections {
            let top = if height > 0.0 { height + SECTION_GAP * style.text_size } else { 0.0 };
            let place = SectionPlace::new(section, &columns, style, top);
            height = place.rows.last().map_or(place.top_of_rows, |row| row.bottom);
            sections.push((section, place));
        }
        on_sheet(style, height, |sheet| {
            sections.iter().try_for_each(|(section, place)| place.draw(sheet, style, section, &columns))
        })
    }
}

/// What all rows share, in points.
struct Columns {
    track: Track,
    /// The greatest width of names and details if they stand beside the axis.
    beside: Option<(f64, f64)>,
    /// The right edge of the rates.
    rates: f64,
}

impl Columns {
    fn new(chart: &ProgressChart, style: &Style<'_>) -> Result<Self, ChartError> {
        let (em, width) = (style.text_size, style.width);
        let rows: Vec<&ProgressRow> = chart.sections.iter().flat_map(|section| &section.rows).collect();
        if rows.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, width, LEAST_PLOT)?;
        let ProgressColumns { names, details, rates } = ProgressColumns::new(&rows, style).with(chart.aligned_with);
        let beside = is_wide(style).then_some((names, details));
        let gap = COLUMN_GAP * em;
        let left = if names > 0.0 { names + gap } else { 0.0 };
        let rates_end = if details > 0.0 { width - details - gap } else { width };
        let right = rates_end - rates - gap;
        require_room(style, right - left, LEAST_PLOT)?;
        Ok(Self { track: Track::new(chart.axis, (left, right), RADIUS * em), beside, rates: rates_end })
    }
}

/// Where a section stands, in points from the top.
struct SectionPlace {
    measure: Block,
    start: Block,
    target: Block,
    end: Block,
    head: Block,
    /// Whether the measure stands beside the labels of the axis.
    is_beside: bool,
    top: f64,
    top_of_rows: f64,
    rows: Vec<RowPlace>,
}

struct RowPlace {
    name: Block,
    detail: Block,
    rate: Block,
    top: f64,
    bottom: f64,
    /// The top and bottom of what is drawn on the axis.
    band: (f64, f64),
}

impl SectionPlace {
    fn new(section: &ProgressSection, columns: &Columns, style: &Style<'_>, top: f64) -> Self {
        let (em, leading) = (style.text_size, LEADING * style.text_size);
        let block = |text: &str, limit| Block::new(style, text, Weight::Regular, limit);
        let track = &columns.track;
        let measure = Block::new(style, &section.measure, Weight::Bold, style.width);
        let [end, head] = [&section.end_label, &section.rates_label].map(|text| block(text, f64::INFINITY));
        let labels = [&section.start_label, &section.target_label];
        let [start, target] = labels.map(|text| block(text, f64::INFINITY));
        let fits = start.width + target.width + WORDS_GAP * em <= style.width;
        let half = (style.width - WORDS_GAP * em) / 2.0;
        let [start, target] = if fits { [start, target] } else { labels.map(|text| block(text, half)) };
        let [start_left, target_left] = track.words(&start, &target, style);
        // The label of the start must not be read as the value of what is measured. A start that is no baseline needs none.
        let is_far = measure.width + START_GAP * em <= start_left;
        let is_beside = is_far || !section.has_baselines && measure.width + WORDS_GAP * em <= target_left;
        let start = if is_beside && !is_far { block("", half) } else { start };
        let words = [&start, &target, &end, &head].map(|block| block.lines.len()).into_iter().max().unwrap_or_default();
        let lines = if is_beside { words.max(measure.lines.len()) } else { words + measure.lines.len() };
        let top_of_rows = top + leading * lines as f64 + HEADING_GAP * em;
        let mut y = top_of_rows;
        let rows = section.rows.iter().map(|row| {
            let place = RowPlace::new(row, columns, style, y);
            y = place.bottom;
            place
        });
        let rows = rows.collect();
        Self { measure, start, target, end, head, is_beside, top, top_of_rows, rows }
    }

    fn draw(
        &self,
        sheet: &Sheet<'_>,
        style: &Style<'_>,
        section: &ProgressSection,
        columns: &Columns,
    ) -> Result<(), ChartError> {
        let track = &columns.track;
        self.draw_words(sheet, style, columns)?;
        for (index, (row, place)) in section.rows.iter().zip(&self.rows).enumerate() {
            if index > 0 {
                sheet.rule((0.0, place.top), (style.width, place.top), style.palette.rule, 0.35)?;
            }
            if let Some(share) = row.share.filter(|share| !share.is_nan()) {
                let (accent, status, is_break) = (row.accent, row.status, row.is_break);
                let point = Point { share, accent, status, has_baseline: section.has_baselines, is_break };
                track.draw_band(sheet, style, row.expected, place.band)?;
                track.draw_ends(sheet, style, place.band)?;
                track.draw_point(sheet, style, point, place.band)?;
            }
            place.draw_texts(sheet, style, columns)?;
        }
        Ok(())
    }

    /// Draws the measure before or above the labels of start, target and end at their places.
    fn draw_words(&self, sheet: &Sheet<'_>, style: &Style<'_>, columns: &Columns) -> Result<(), ChartError> {
        let track = &columns.track;
        let Self { measure, start, target, end, head, .. } = self;
        let (em, leading, palette) = (style.text_size, LEADING * style.text_size, style.palette);
        let middle = |top: f64, block: &Block| top + leading * block.lines.len() as f64 / 2.0;
        // All end at the rows.
        let above =
            |block: &Block| middle(self.top_of_rows - HEADING_GAP * em - leading * block.lines.len() as f64, block);
        let measured = if self.is_beside { above(measure) } else { middle(self.top, measure) };
        measure.set(sheet, (measure.width / 2.0, measured), palette.ink, HPos::Left)?;
        let [start_left, target_left] = track.words(start, target, style);
        start.set(sheet, (start_left + start.width / 2.0, above(start)), palette.ink_soft, HPos::Center)?;
        target.set(sheet, (target_left + target.width / 2.0, above(target)), palette.ink, HPos::Center)?;
        // Labels without room are left out, the end's before the rates'.
        let mut taken = target_left + target.width + WORDS_GAP * em;
        let head_left = columns.rates - head.width;
        let end_left = track.right() - end.width;
        if end_left >= taken && end_left + end.width + WORDS_GAP * em <= head_left {
            end.set(sheet, (end_left + end.width / 2.0, above(end)), palette.ink_soft, HPos::Center)?;
            taken = end_left + end.width;
        }
        if head_left >= taken {
            head.set(sheet, (head_left + head.width / 2.0, above(head)), palette.ink_soft, HPos::Center)?;
        }
        Ok(())
    }
}

impl RowPlace {
    fn new(row: &ProgressRow, columns: &Columns, style: &Style<'_>, top: f64) -> Self {
        let (em, leading, width) = (style.text_size, LEADING * style.text_size, style.width);
        let gap = COLUMN_GAP * em;
        // Above the axis, a detail takes what its name leaves, but no less than half.
        let whole_name = style.typeface.width(&row.label, em, Weight::Regular);
        let (most_name, most_detail) = columns.beside.unwrap_or((width, (width - whole_name - gap).max(width / 2.0)));
        // A hundredth of a point, as sums of widths are not exact.
        let block = |text: &str, limit: f64| Block::new(style, text, Weight::Regular, limit + 0.01);
        let detail = block(&row.detail, most_detail);
        let room = if detail.lines.is_empty() { width } else { width - detail.width - gap };
        let name = block(&row.label, most_name.min(room));
        let rate = Block::new(style, &row.rate_text, Weight::Bold, columns.rates - columns.track.left());
        let lines = name.lines.len().max(detail.lines.len()) as f64;
        let padding = em * if columns.beside.is_some() { ROW_PADDING } else { STACKED_PADDING };
        let band = (leading * rate.lines.len() as f64).max(BAND * em);
        match columns.beside {
            Some(_) => {
                let bottom = top + (leading * lines).max(band) + padding;
                Self { name, detail, rate, top, bottom, band: (top, bottom) }
            }
            None => {
                let start = top + padding / 2.0 + leading * lines;
                Self { name, detail, rate, top, bottom: start + band + padding / 2.0, band: (start, start + band) }
            }
        }
    }

    fn draw_texts(&self, sheet: &Sheet<'_>, style: &Style<'_>, columns: &Columns) -> Result<(), ChartError> {
        let Self { name, detail, rate, top, band, .. } = self;
        let palette = style.palette;
        let middle = (band.0 + band.1) / 2.0;
        // Above the axis, names and details begin on one line.
        let height = |block: &Block| match columns.beside {
            Some(_) => middle,
            None => {
                top + STACKED_PADDING / 2.0 * style.text_size
                    + LEADING * style.text_size * block.lines.len() as f64 / 2.0
            }
        };
        name.set(sheet, (name.width / 2.0, height(name)), palette.ink, HPos::Left)?;
        detail.set(sheet, (style.width - detail.width / 2.0, height(detail)), palette.ink_soft, HPos::Right)?;
        rate.set(sheet, (columns.rates - rate.width / 2.0, middle), palette.ink, HPos::Right)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Numbers, attribute, elements, style};
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
            is_break: false,
        }
    }

    fn chart(rows: Vec<ProgressRow>) -> ProgressChart {
        let section = ProgressSection {
            measure: "基準値からの進捗".to_owned(),
            start_label: "基準値".to_owned(),
            target_label: "目標値".to_owned(),
            end_label: "150%".to_owned(),
            rates_label: "進捗率".to_owned(),
            has_baselines: true,
            rows,
        };
        ProgressChart { sections: vec![section], axis: (-0.5, 1.5), aligned_with: ProgressColumns::default() }
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
        let mut numbers = Numbers(7);
        let mut random = || numbers.share();
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
    fn shares_beyond_the_axis_are_arrows_without_a_length_and_keep_their_numbers() {
        let drawing = draw(&chart(vec![row("甲", Some(6.2)), row("乙", Some(-4.0)), row("丙", Some(1.5))]), 234.0);
        assert_eq!(points(&drawing).len(), 1);
        // Three baselines and two arrows, to which dots lead.
        assert_eq!(elements(&drawing, "polygon").len(), 5);
        let ways = |way: &str| elements(&drawing, way).iter().filter(|way| way.contains("#1f5fa8")).count();
        assert_eq!(ways("path"), 4);
        assert_eq!(drawing.svg.matches(">512%<").count(), 3);
    }

    #[test]
    fn a_break_since_the_baseline_interrupts_the_way_and_stands_in_it() {
        let broken = ProgressRow { is_break: true, ..row("甲", Some(0.8)) };
        let drawing = draw(&chart(vec![broken]), 234.0);
        let (start, target) = lines(&drawing);
        let rule = elements(&drawing, "path").into_iter().find(|path| path.contains("stroke-dasharray")).unwrap();
        let x: f64 = rule.split_once('M').unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
        assert!((x - (start + 0.4 * (target - start))).abs() < 0.2, "{x} between {start} and {target}");
        let ways = elements(&drawing, "polyline").into_iter().filter(|way| way.contains("stroke=\"#1f5fa8\""));
        assert_eq!(ways.count(), 2);
        let whole = draw(&chart(vec![row("甲", Some(0.8))]), 234.0);
        assert!(!whole.svg.contains("stroke-dasharray"));
    }

    #[test]
    fn in_narrow_charts_the_axis_takes_the_width_and_in_wide_ones_names_stand_beside_it() {
        let text = |drawing: &Drawing, content: &str| {
            let end = format!(">{content}</text>");
            let text = elements(drawing, "text").into_iter().find(|text| text.ends_with(&end)).unwrap().to_owned();
            (attribute(&text, "x"), attribute(&text, "y"))
        };
        let narrow = draw(&chart(vec![row("甲", Some(0.5))]), 250.0);
        assert!(text(&narrow, "甲").1 < text(&narrow, "512%").1 - 7.5);
        let (start, target) = lines(&narrow);
        // Half of the axis, which is twice as long.
        assert!(2.0 * (target - start) > 0.8 * 250.0, "{start} to {target}");
        let wide = draw(&chart(vec![row("甲", Some(0.5))]), 482.0);
        assert!((text(&wide, "甲").1 - text(&wide, "512%").1).abs() < 0.1);
        assert!(text(&wide, "甲").0 < lines(&wide).0);
    }

    #[test]
    fn wide_charts_that_share_their_columns_have_their_targets_in_one_place() {
        let [short, long] = ["甲", "非臨床試験の実施件数と治験"].map(|label| row(label, Some(0.5)));
        let typeface = typeface();
        let aligned_with = ProgressColumns::new(&[&short, &long], &style(&typeface, 482.0));
        let charts = [short, long].map(|row| ProgressChart { aligned_with, ..chart(vec![row]) });
        let [one, other] = charts.map(|chart| lines(&draw(&chart, 482.0)));
        assert_eq!(one, other);
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
