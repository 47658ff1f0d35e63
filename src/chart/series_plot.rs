//! The plot of one series: grid, trace and direct labels. Constants are in em unless noted.

use plotters::style::text_anchor::HPos;

use super::ChartError;
use super::axis::Tick;
use super::frame::Frame;
use super::geometry::{Bounds, Place};
use super::placement::{Block, Placement};
use super::plotted_series::{Baseline, TrendSeries};
use super::sheet::Sheet;
use super::style::Style;
use super::trace::{Anchor, FIGURE, Trace};
use super::typeface::Weight;
use super::year_axis::SPACE_ABOVE;

/// For the text above the greatest value.
const HEADROOM: f64 = 1.5;
/// For a baseline before the first year, which has its year below it: the least and the greatest width, and the white
/// space beside the year.
const LEAST_GUTTER: f64 = 2.6;
const WIDEST_GUTTER: f64 = 6.0;
const GUTTER_SPACE: f64 = 1.2;
/// The stroke that tells that an axis does not begin at zero: its corners to the right and away from the axis.
const CUT: [Place; 6] = [(0.0, 0.0), (0.0, 0.25), (0.32, 0.42), (-0.32, 0.83), (0.0, 1.0), (0.0, 1.25)];
const CUT_WIDTH: f64 = 0.8;
/// Between it and the texts of years.
const CUT_GAP: f64 = 0.6;
/// Between the texts of ticks and the plot.
const TEXT_GAP: f64 = 0.5;
/// The greatest share of the width that tick texts may take.
const WIDEST_TICKS: f64 = 0.3;
const LONGEST_VALUE: f64 = 12.0;
/// The width of a character of a value, as estimated of every language, so that all show the same values.
const CHARACTER: f64 = 0.62;
/// The share of the width that is left to the years beside the texts of ticks.
const SHARE_OF_YEARS: f64 = 0.85;
/// Right of the years, for the text of the last value beside its bar.
const LAST_VALUE: f64 = 0.9;
/// Between a mark and its text.
const VALUE_GAP: f64 = 0.22;
/// How far a text moves at a time if it cannot be at its mark.
const NUDGE: f64 = 0.4;
const BAR_NUDGES: usize = 4;
const POINT_NUDGES: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labelling {
    /// As many values as have room.
    Values,
    LastAndTarget,
}

/// The room that plots over the same years share, so that their years align.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margins {
    /// The width of the tick texts and the space after them, in points.
    pub(super) ticks: f64,
    /// The width in points for a baseline before the first year, and the height of its year below the plot.
    pub(super) gutter: f64,
    pub(super) foot: f64,
}

impl Margins {
    /// The room that any of the plots needs; `width` is in points.
    pub(super) fn new<'s>(
        style: &Style<'_>,
        width: f64,
        years: usize,
        plots: impl Iterator<Item = (&'s TrendSeries, &'s [Tick])>,
    ) -> Self {
        let em = style.text_size;
        let mut margins = Self { ticks: 0.0, gutter: 0.0, foot: 0.0 };
        for (series, ticks) in plots {
            let texts = ticks.iter().map(|tick| style.typeface.width(&tick.text, em, Weight::Regular));
            let widest = texts.fold(0.0, f64::max);
            // Longer texts are left out: they would take the room of the plot.
            if widest > 0.0 && widest + TEXT_GAP * em <= WIDEST_TICKS * width {
                margins.ticks = margins.ticks.max(widest + TEXT_GAP * em);
            }
            let last = years as f64 - 0.5;
            if let Some(baseline) = series.baseline.as_ref().filter(|baseline| !(-0.5..=last).contains(&baseline.year))
            {
                let year = style.typeface.width(&baseline.label, em, Weight::Regular) + GUTTER_SPACE * em;
                margins.gutter = margins.gutter.max(year.clamp(LEAST_GUTTER * em, WIDEST_GUTTER * em));
                margins.foot = (SPACE_ABOVE + 1.0) * em;
            }
        }
        margins
    }
}

#[derive(Debug)]
pub(super) struct SeriesPlot<'a> {
    series: &'a TrendSeries,
    ticks: &'a [Tick],
    labelling: Labelling,
    room: Bounds,
    margins: Margins,
    pub(super) frame: Frame,
}

impl<'a> SeriesPlot<'a> {
    /// A plot that fills `room`, texts included; the years are below it.
    pub(super) fn new(
        style: &Style<'_>,
        room: Bounds,
        margins: Margins,
        years: usize,
        (series, ticks): (&'a TrendSeries, &'a [Tick]),
        labelling: Labelling,
    ) -> Self {
        let em = style.text_size;
        let falls_below_zero = series.zero_based && series.range().is_some_and(|(low, _)| low < 0.0);
        let bounds = Bounds {
            left: room.left + margins.ticks + margins.gutter,
            top: room.top + HEADROOM * em,
            right: room.right - LAST_VALUE * em,
            bottom: room.bottom - if falls_below_zero { HEADROOM * em } else { 0.0 },
        };
        Self { series, ticks, labelling, room, margins, frame: Frame::new(bounds, years, series, ticks, FIGURE.apart) }
    }

    pub(super) fn draw(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let tick_texts = self.draw_grid(sheet, style)?;
        let trace = Trace::new(self.series, &self.frame, style, FIGURE, self.baseline_edge());
        for shape in &trace.shapes {
            shape.draw(sheet)?;
        }
        if self.series.zero_based {
            let y = self.frame.y(0.0);
            sheet.rule((self.grid_start(), y), (self.frame.bounds.right, y), style.palette.ink_soft, 0.5)?;
        }
        self.draw_cut(sheet, style)?;
        self.draw_year_of_baseline(sheet, style)?;
        let mut placement = Placement::new(style, self.room, &trace.shapes, tick_texts);
        self.place_texts(&mut placement, &trace, style);
        placement.draw(sheet, style.palette.paper)
    }

    fn grid_start(&self) -> f64 {
        self.room.left + self.margins.ticks
    }

    /// The left end of the room for the texts of years, after that of the baseline and the stroke of a cut axis.
    pub(super) fn years_start(&self, style: &Style<'_>) -> f64 {
        match (self.beyond(), self.frame.cut()) {
            (Some(_), _) => self.frame.bounds.left,
            (None, Some(_)) => self.grid_start() + CUT_GAP * style.text_size,
            (None, None) => self.room.left,
        }
    }

    /// The baseline if it is not in one of the years.
    fn beyond(&self) -> Option<&'a Baseline> {
        self.series.baseline.as_ref().filter(|baseline| baseline.value.is_finite() && !self.frame.has(baseline.year))
    }

    /// Tears the axis off where it does not begin at zero.
    fn draw_cut(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let Some((y, direction)) = self.frame.cut() else { return Ok(()) };
        let em = style.text_size;
        let x = self.grid_start().max(self.room.left + 0.4 * em);
        let corners = CUT.map(|(right, away)| (x + right * em, y + direction * away * em));
        sheet.strokes(&corners, style.palette.ink, CUT_WIDTH)
    }

    /// A baseline that is not in one of the years has its own in line with them.
    fn draw_year_of_baseline(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<(), ChartError> {
        let Some(baseline) = self.beyond() else { return Ok(()) };
        let em = style.text_size;
        let block = Block::new(style, &baseline.label, Weight::Regular, f64::INFINITY);
        if block.width + GUTTER_SPACE * em > self.margins.gutter + 0.01 {
            return Ok(());
        }
        // Off the stroke of a cut axis.
        let x = self.baseline_edge().max(self.grid_start() + CUT_GAP * em + block.width / 2.0);
        let y = self.room.bottom + SPACE_ABOVE * em + block.height / 2.0;
        block.set(sheet, (x, y), style.palette.ink_soft, HPos::Center)
    }

    /// Where a baseline is drawn that is not in one of the years.
    fn baseline_edge(&self) -> f64 {
        self.frame.bounds.left - self.margins.gutter / 2.0
    }

    /// Returns the bounds of the tick texts.
    fn draw_grid(&self, sheet: &Sheet<'_>, style: &Style<'_>) -> Result<Vec<Bounds>, ChartError> {
        let em = style.text_size;
        let mut taken: Vec<Bounds> = Vec::new();
        let room = self.room.grown(0.5 * em);
        for tick in self.ticks.iter().filter(|tick| tick.value.is_finite()) {
            let y = self.frame.y(tick.value);
            sheet.rule((self.grid_start(), y), (self.frame.bounds.right, y), style.palette.rule, 0.35)?;
            let block = Block::new(style, &tick.text, Weight::Regular, f64::INFINITY);
            let center = (self.grid_start() - TEXT_GAP * em - block.width / 2.0, y);
            let bounds = block.around(center);
            let has_room = block.width + TEXT_GAP * em <= self.margins.ticks + 0.01 && room.holds(&bounds);
            if has_room && !taken.iter().any(|taken| taken.overlaps(&bounds)) {
                block.set(sheet, center, style.palette.ink_soft, HPos::Right)?;
                taken.push(bounds);
            }
        }
        Ok(taken)
    }

    /// Places the direct labels, the most important first.
    fn place_texts(&self, placement: &mut Placement<'_>, trace: &Trace<'_>, style: &Style<'_>) {
        let (ink, soft) = (style.palette.ink, style.palette.ink_soft);
        let limit = (LONGEST_VALUE * style.text_size).min(self.room.right - self.room.left);
        let block = |index: usize, weight| {
            let point = self.series.points.get(index).and_then(Option::as_ref);
            Block::new(style, point.map_or("", |point| &point.label), weight, limit)
        };
        let Some((last, others)) = trace.anchors.split_last() else {
            return self.place_absences(placement, style);
        };
        let text = block(last.index, Weight::Bold);
        let candidates = self.beside(last, &text, style);
        // The last value has its text even if that has to touch a bar or the target's line.
        if !placement.prefer(text.clone(), &self.on_its_side(last, &text, candidates.clone()), ink) {
            placement.require(text, &candidates, ink);
        }
        self.place_absences(placement, style);
        match self.labelling {
            Labelling::LastAndTarget => self.place_target(placement, style),
            Labelling::Values => {
                let step = self.labelled_every(style);
                for anchor in others.iter().rev().filter(|anchor| (last.index - anchor.index) % step == 0) {
                    let text = block(anchor.index, Weight::Regular);
                    let candidates = self.on_its_side(anchor, &text, self.beside(anchor, &text, style));
                    placement.prefer(text, &candidates, soft);
                }
            }
        }
    }

    /// Every how many years a value has its text, counted back from the last: so that none is wider than the years it
    /// has to itself. Decided by numbers of characters, which all languages share.
    fn labelled_every(&self, style: &Style<'_>) -> usize {
        let longest = self.series.points.iter().flatten().map(|point| point.label.chars().count()).max().unwrap_or(0);
        let slot = SHARE_OF_YEARS * (self.room.right - self.room.left) / self.series.points.len().max(1) as f64;
        ((CHARACTER * longest as f64 * style.text_size / slot).ceil() as usize).max(1)
    }

    /// Places the signs of absent values, from the axis upwards.
    fn place_absences(&self, placement: &mut Placement<'_>, style: &Style<'_>) {
        let em = style.text_size;
        let bottom = if self.series.zero_based { self.frame.y(0.0) } else { self.frame.bounds.bottom };
        for (index, point) in self.series.points.iter().enumerate() {
            let absent = point.as_ref().filter(|point| !point.value.is_some_and(f64::is_finite));
            if let Some(point) = absent {
                let block = Block::new(style, &point.label, Weight::Regular, LONGEST_VALUE * em);
                let lowest = bottom - VALUE_GAP * em - block.height / 2.0;
                let steps = ((lowest - self.room.top) / (NUDGE * em)).clamp(0.0, 100.0) as usize;
                let x = self.frame.x(index as f64);
                let candidates: Vec<Place> =
                    (0..=steps).map(|step| self.inside(&block, (x, lowest - NUDGE * em * step as f64))).collect();
                placement.place(block, &candidates, style.palette.ink_soft);
            }
        }
    }

    /// Places the target's label above or below its line, preferably at the right.
    fn place_target(&self, placement: &mut Placement<'_>, style: &Style<'_>) {
        let Some(target) = self.series.target.as_ref().filter(|target| target.value.is_finite()) else {
            return;
        };
        let Bounds { left, right, .. } = self.frame.bounds;
        let block = Block::new(style, &target.label, Weight::Regular, right - left);
        let y = self.frame.y(target.value);
        let rise = block.height / 2.0 + VALUE_GAP * style.text_size;
        let (rightmost, leftmost) = (right - block.width / 2.0, left + block.width / 2.0);
        let middles = [rightmost, leftmost, (left + right) / 2.0];
        let mut candidates: Vec<Place> =
            [y - rise, y + rise].into_iter().flat_map(|y| middles.map(|x| (x, y))).collect();
        // Preferably off the lines of ticks, which it would interrupt.
        candidates.sort_by_key(|(_, middle)| {
            let ticks = self.ticks.iter().map(|tick| self.frame.y(tick.value));
            ticks.filter(|tick| (tick - middle).abs() < block.height / 2.0).count()
        });
        placement.require(block, &candidates, style.palette.ink);
    }

    /// Candidate positions for a value's text: above its mark, beside it, then further away, with their middles on the side
    /// of the target on which the value is.
    fn beside(&self, anchor: &Anchor, block: &Block, style: &Style<'_>) -> Vec<Place> {
        let em = style.text_size;
        let (x, y) = anchor.place;
        let away = block.height / 2.0 + VALUE_GAP * em;
        let aside = block.width / 2.0 + anchor.half_width + VALUE_GAP * em;
        let direction = if anchor.below { 1.0 } else { -1.0 };
        let over = |steps: usize| y + direction * (away + NUDGE * em * steps as f64);
        let mut candidates: Vec<Place> = Vec::new();
        if self.series.zero_based {
            let flush = block.width / 2.0 - anchor.half_width;
            let beside = (x + aside, y - direction * block.height / 2.0);
            candidates.extend([(x, over(0)), beside, (x + flush, over(0)), (x - flush, over(0))]);
            candidates.extend((1..=BAR_NUDGES).map(|steps| (x, over(steps))));
            candidates
                .extend((1..=BAR_NUDGES).map(|steps| (beside.0, beside.1 - direction * NUDGE * em * steps as f64)));
        } else {
            // A point leaves room on all sides; a text further away would seem to belong to another point.
            let (middle, under) = (y + anchor.half_width, y + 2.0 * anchor.half_width + away);
            candidates.extend([(x, over(0)), (x, under), (x + aside, middle), (x - aside, middle)]);
            for flush in [block.width / 2.0, -block.width / 2.0] {
                candidates.extend([(x + flush, over(0)), (x + flush, under)]);
            }
            candidates.extend((1..=POINT_NUDGES).map(|steps| (x, over(steps))));
        }
        let candidates: Vec<Place> = candidates.into_iter().map(|center| self.inside(block, center)).collect();
        // A text beyond the target's line would say that the value is, too.
        let on_its_side: Vec<Place> =
            candidates.iter().copied().filter(|(_, y)| self.is_on_side_of(anchor.index, *y, 0.0)).collect();
        if on_its_side.is_empty() { candidates } else { on_its_side }
    }

    /// The positions at which a text does not touch the target's line.
    fn on_its_side(&self, anchor: &Anchor, block: &Block, candidates: Vec<Place>) -> Vec<Place> {
        let is_off = |(_, y): &Place| self.is_on_side_of(anchor.index, *y, block.height / 2.0);
        candidates.into_iter().filter(is_off).collect()
    }

    /// Whether what reaches so far around a height is on the side of the target's line on which the value of a year is.
    fn is_on_side_of(&self, index: usize, y: f64, reach: f64) -> bool {
        let target = self.series.target.as_ref().map(|target| target.value).filter(|target| target.is_finite());
        let value = self.series.points.get(index).and_then(|point| point.as_ref()?.value);
        let (Some(target), Some(value)) = (target, value) else { return true };
        let line = self.frame.y(target);
        value == target || if self.frame.y(value) < line { y + reach < line } else { y - reach >= line }
    }

    /// Moves the centre sideways so that the block stays in the room.
    fn inside(&self, block: &Block, (x, y): Place) -> Place {
        (x.min(self.room.right - block.width / 2.0).max(self.grid_start() + block.width / 2.0), y)
    }
}
