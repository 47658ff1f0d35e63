//! Draws a series in its frame, the same in all charts over years: bars or a line, baseline, target and pace.

use super::element::Pattern;
use super::frame::Frame;
use super::geometry::{Bounds, Place};
use super::plotted_series::{PointStatus, TrendPoint, TrendSeries, YearValue};
use super::shape::{Form, Shape};
use super::style::{Palette, Style};

/// How large and detailed a trace is; sizes are in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    line: f64,
    target: f64,
    last_mark: f64,
    mark: f64,
    /// The least distance of a value from zero and from the target, if it is neither: half the target's line and what
    /// shows beside it.
    pub(super) apart: f64,
    /// Whether every value has a mark; otherwise only the last, isolated values, and those that are not final.
    marks_all: bool,
    hatches: bool,
}

pub(super) const FIGURE: Scale = Scale {
    line: 1.3,
    target: TARGET_WIDTH,
    last_mark: 2.4,
    mark: 1.8,
    apart: TARGET_WIDTH / 2.0 + 0.5,
    marks_all: true,
    hatches: true,
};
pub(super) const WORD: Scale =
    Scale { line: 0.9, target: 0.5, last_mark: 1.35, mark: 1.1, apart: 0.75, marks_all: false, hatches: false };

/// In points, the same in every chart.
pub(super) const TARGET_WIDTH: f64 = 0.9;
/// The lengths of dash and gap in points, the same in every chart.
pub(super) const PACE_DASH: (f64, f64) = (1.8, 1.3);
pub(super) const PACE_WIDTH: f64 = 0.75;
/// To and from a value that is not final.
const OPEN_DASH: (f64, f64) = (3.0, 1.6);
/// Of the targets for single years.
const STEP_WIDTH: f64 = 1.3;
/// Of the rule at a break, the same in every chart.
pub(super) const BREAK_WIDTH: f64 = 0.7;
pub(super) const BREAK_DASH: (f64, f64) = (0.7, 1.3);

const BAR_SHARE: f64 = 0.62;
/// The greatest width of a bar in em.
const WIDEST_BAR: f64 = 2.6;
/// The strength of all bars but the last if no text tells them apart.
const FAINT: f64 = 0.6;
/// Half the length of the stroke at the target's year, in points.
const DUE: f64 = 2.0;

#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) index: usize,
    /// The outermost point of the bar or mark.
    pub(super) place: Place,
    /// Half the width of the bar or mark, in points.
    pub(super) half_width: f64,
    /// Whether the text belongs below the point.
    pub(super) below: bool,
}

/// Shapes in drawing order.
#[derive(Debug)]
pub(super) struct Trace<'a> {
    pub(super) shapes: Vec<Shape>,
    pub(super) anchors: Vec<Anchor>,
    series: &'a TrendSeries,
    frame: &'a Frame,
    palette: Palette,
    scale: Scale,
}

impl<'a> Trace<'a> {
    /// A baseline outside the frame is drawn at `edge`, left of it.
    pub(super) fn new(series: &'a TrendSeries, frame: &'a Frame, style: &Style<'_>, scale: Scale, edge: f64) -> Self {
        let (shapes, anchors) = (Vec::new(), Vec::new());
        let mut trace = Self { shapes, anchors, series, frame, palette: style.palette, scale };
        trace.draw_target();
        trace.draw_path();
        trace.draw_pace();
        // Bars stand in front of lines, which would cut them into pieces, and values on them.
        if series.zero_based {
            trace.draw_bars((BAR_SHARE * frame.slot()).min(WIDEST_BAR * style.text_size));
        } else {
            trace.draw_line();
            trace.draw_marks();
        }
        trace.draw_breaks();
        trace.draw_baseline(edge);
        trace
    }

    /// The years with a finite value, by index.
    fn values(&self) -> impl Iterator<Item = (usize, &'a TrendPoint, f64)> + use<'a> {
        let points = self.series.points.iter().enumerate();
        points.filter_map(|(index, point)| {
            let point = point.as_ref()?;
            Some((index, point, point.value.filter(|value| value.is_finite())?))
        })
    }

    fn place(&self, index: usize, value: f64) -> Place {
        (self.frame.x(index as f64), self.frame.y(value))
    }

    fn draw_bars(&mut self, width: f64) {
        let paper = self.palette.paper;
        let zero = self.frame.y(0.0);
        let last = self.values().last().map(|(index, ..)| index);
        for (index, point, value) in self.values() {
            // If no text marks the last value, its strength does.
            let strength = if self.scale.marks_all || Some(index) == last { 1.0 } else { FAINT };
            let accent = self.series.accent.over(paper, strength);
            let (x, y) = self.place(index, value);
            let (left, right) = (x - width / 2.0, x + width / 2.0);
            self.anchors.push(Anchor { index, place: (x, y), half_width: width / 2.0, below: value < 0.0 });
            if value == 0.0 {
                // A stroke on the zero line distinguishes zero from an absent value.
                self.shapes.push(Shape::Stroke {
                    places: vec![(left, zero), (right, zero)],
                    color: accent,
                    width: 1.4,
                });
                continue;
            }
            let pattern = match point.status {
                PointStatus::Final => Pattern::Solid,
                _ if self.scale.hatches => Pattern::Rising,
                _ => Pattern::Plain,
            };
            let ground = if self.scale.hatches { accent.over(paper, 0.12) } else { paper };
            let bounds = Bounds { left, right, top: y.min(zero), bottom: y.max(zero) };
            self.shapes.push(Shape::Bar { bounds, pattern, color: accent, ground, outline: 0.7 });
        }
    }

    fn draw_breaks(&mut self) {
        let Bounds { top, bottom, .. } = self.frame.bounds;
        for (index, point) in self.series.points.iter().enumerate() {
            if point.as_ref().is_some_and(|point| point.is_break) {
                let x = self.frame.x(index as f64 - 0.5);
                self.shapes.push(Shape::Dashes {
                    ends: [(x, top), (x, bottom)],
                    color: self.palette.ink_soft,
                    width: BREAK_WIDTH,
                    dash: BREAK_DASH,
                });
            }
        }
    }

    fn draw_target(&mut self) {
        if let Some(target) = self.series.target.as_ref().filter(|target| target.value.is_finite()) {
            let (y, Bounds { left, right, .. }) = (self.frame.y(target.value), self.frame.bounds);
            let places = vec![(left, y), (right, y)];
            self.shapes.push(Shape::Stroke { places, color: self.palette.ink, width: self.scale.target });
            if let Some(year) = target.year.filter(|year| self.scale.marks_all && self.frame.has(*year)) {
                let x = self.frame.x(year);
                let places = vec![(x, y - DUE), (x, y + DUE)];
                self.shapes.push(Shape::Stroke { places, color: self.palette.ink, width: self.scale.target });
            }
        }
    }

    fn draw_path(&mut self) {
        let half = 0.42 * self.frame.slot();
        let path = self.series.path.iter().filter(|place| place.value.is_finite() && self.frame.has(place.year));
        // Short and grey, so that none is taken for a piece of the target's line.
        let steps = path.map(|place| (self.frame.x(place.year), self.frame.y(place.value)));
        self.shapes.extend(steps.map(|(x, y)| Shape::Stroke {
            places: vec![(x - half, y), (x + half, y)],
            color: self.palette.ink_soft,
            width: STEP_WIDTH,
        }));
    }

    fn draw_pace(&mut self) {
        for ends in self.series.pace.windows(2) {
            let Some(ends) = clipped([ends[0], ends[1]], self.frame.first_and_last()) else {
                continue;
            };
            let ends = ends.map(|place| (self.frame.x(place.year), self.frame.y(place.value)));
            let color = self.palette.ink;
            self.shapes.push(Shape::Dashes { ends, color, width: PACE_WIDTH, dash: PACE_DASH });
        }
    }

    /// Draws the line from year to year, interrupted where a value is absent or not comparable with the one before.
    fn draw_line(&mut self) {
        let (color, width) = (self.series.accent, self.scale.line);
        let values: Vec<_> = self.values().collect();
        let mut solid: Vec<Place> = Vec::new();
        let mut dashed = Vec::new();
        for pair in values.windows(2) {
            let [(before, from, from_value), (index, to, to_value)] = [pair[0], pair[1]];
            if before + 1 != index || to.is_break {
                continue;
            }
            let ends = [self.place(before, from_value), self.place(index, to_value)];
            if !(from.status.is_final() && to.status.is_final()) {
                dashed.push(Shape::Dashes { ends, color, width, dash: OPEN_DASH });
            } else if solid.last() == Some(&ends[0]) {
                solid.push(ends[1]);
            } else {
                let places = std::mem::replace(&mut solid, ends.to_vec());
                self.shapes.push(Shape::Stroke { places, color, width });
            }
        }
        self.shapes.push(Shape::Stroke { places: solid, color, width });
        self.shapes.extend(dashed);
    }

    fn draw_marks(&mut self) {
        let values: Vec<_> = self.values().collect();
        let joined = |one: Option<&(usize, &TrendPoint, f64)>, two: Option<&(usize, &TrendPoint, f64)>| match (one, two)
        {
            (Some((before, ..)), Some((index, point, _))) => before + 1 == *index && !point.is_break,
            _ => false,
        };
        for (order, &(index, point, value)) in values.iter().enumerate() {
            let is_last = order + 1 == values.len();
            let before = order.checked_sub(1).and_then(|before| values.get(before));
            let alone = !joined(before, values.get(order)) && !joined(values.get(order), values.get(order + 1));
            let is_final = point.status.is_final();
            let center = self.place(index, value);
            let radius = if is_last { self.scale.last_mark } else { self.scale.mark };
            self.anchors.push(Anchor { index, place: (center.0, center.1 - radius), half_width: radius, below: false });
            if self.scale.marks_all || is_last || alone || !is_final {
                let color = self.series.accent;
                let fill = if is_final { color } else { self.palette.paper };
                let (form, outline) = (Form::Disc, 0.7 * self.scale.line);
                self.shapes.push(Shape::Mark { center, radius, form, color, fill, outline });
            }
        }
    }

    fn draw_baseline(&mut self, edge: f64) {
        let Some(baseline) = self.series.baseline.as_ref().filter(|baseline| baseline.value.is_finite()) else {
            return;
        };
        let x = if self.frame.has(baseline.year) { self.frame.x(baseline.year) } else { edge };
        self.shapes.push(Shape::Mark {
            center: (x, self.frame.y(baseline.value)),
            radius: self.scale.last_mark,
            form: Form::Diamond,
            color: self.palette.ink,
            fill: self.palette.paper,
            outline: 0.8,
        });
    }
}

/// The part of a segment between two years; `None` if it is outside.
fn clipped([from, to]: [YearValue; 2], (first, last): (f64, f64)) -> Option<[YearValue; 2]> {
    let [from, to] = if from.year <= to.year { [from, to] } else { [to, from] };
    let numbers = [from.year, from.value, to.year, to.value];
    if numbers.iter().any(|number| !number.is_finite()) || from.year > last || to.year < first {
        return None;
    }
    let cut = |year: f64| {
        let share = (year - from.year) / (to.year - from.year);
        let share = if share.is_finite() { share } else { 0.0 };
        YearValue { year, value: from.value * (1.0 - share) + to.value * share }
    };
    let start = if from.year < first { cut(first) } else { from };
    let end = if to.year > last { cut(last) } else { to };
    Some([start, end])
}
