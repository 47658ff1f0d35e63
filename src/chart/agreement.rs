//! Tests that trends and small multiples of random values, drawn at the size at which they are printed, show the relations
//! that the numbers have: the order of the values, and their sides of zero and of the target, to the pixel.

use rust_decimal::prelude::ToPrimitive;

use super::tests::{Numbers, attribute, elements, style};
use super::typeface::tests::typeface;
use super::*;

/// Of a print.
const PIXELS_PER_INCH: f64 = 300.0;
/// The widths of a half and of the whole of an A4 page's grid.
const HALF: f64 = 234.0;
const WHOLE: f64 = 482.0;
const ACCENT: Color = Color::new(0x1f, 0x5f, 0xa8);

/// Around zero or above it.
fn within(numbers: &mut Numbers, size: f64) -> f64 {
    let share = numbers.share();
    if numbers.below(3) == 0 { size * (2.0 * share - 1.0) } else { size * share }
}

/// Values of any size, whole or with decimals, many at zero or at the target, or just beside them.
fn series(numbers: &mut Numbers) -> TrendSeries {
    let size = [0.001, 1.0, 30.0, 5_000.0, 2e9, 7e17][numbers.below(6)];
    let unit = [1.0, 0.1, 1e-6][numbers.below(3)];
    let target = [0.0, unit, -unit, within(numbers, size), within(numbers, size)][numbers.below(5)];
    let values = (0..6).map(|_| match numbers.below(8) {
        0 => 0.0,
        1 => target,
        2 => target + unit,
        3 => target - unit,
        4 => unit / 1000.0,
        5 => -unit / 1000.0,
        _ => within(numbers, size),
    });
    let values: Vec<f64> = values.collect();
    let point = |value| {
        Some(TrendPoint { value: Some(value), label: String::new(), status: PointStatus::Final, is_break: false })
    };
    TrendSeries {
        accent: ACCENT,
        points: values.into_iter().map(point).collect(),
        baseline: None,
        target: Some(TrendTarget { year: None, value: target, label: String::new() }),
        path: Vec::new(),
        pace: Vec::new(),
        zero_based: numbers.below(2) == 0,
    }
}

fn axis(series: &TrendSeries) -> Vec<Tick> {
    let (low, high) = series.range().unwrap();
    let values = ticks(low, high, 5, 8).into_iter();
    values.map(|tick| Tick { value: tick.to_f64().unwrap(), text: String::new() }).collect()
}

fn years() -> Vec<String> {
    (1..=7).map(|year| format!("R{year}")).collect()
}

/// The heights of level strokes in a colour and a width.
fn levels(drawing: &Drawing, color: &str, width: &str) -> Vec<f64> {
    let stroked = format!("stroke=\"{color}\" stroke-width=\"{width}\"");
    let strokes = elements(drawing, "polyline").into_iter().filter(|stroke| stroke.contains(&stroked));
    let heights = strokes.filter_map(|stroke| {
        let heights: Vec<f64> =
            stroke.split('"').nth(1)?.split(' ').filter_map(|place| place.split_once(',')?.1.parse().ok()).collect();
        heights.iter().all(|height| *height == heights[0]).then(|| heights[0])
    });
    heights.collect()
}

/// The heights at which the values are drawn: the middles of marks, or the outer ends of bars.
fn drawn(drawing: &Drawing, series: &TrendSeries, zero: f64) -> Vec<f64> {
    if !series.zero_based {
        // Each is a disc and its outline.
        return elements(drawing, "circle").iter().step_by(2).map(|circle| attribute(circle, "cy")).collect();
    }
    let outlined = elements(drawing, "rect").into_iter().filter(|bar| bar.contains(&format!("stroke=\"{ACCENT}\"")));
    let mut bars = outlined.map(|bar| (attribute(bar, "y"), attribute(bar, "height"), attribute(bar, "stroke-width")));
    let values = series.points.iter().flatten().filter_map(|point| point.value);
    let ends = values.map(|value| {
        // Zero is a stroke and no bar.
        let (top, height, outline) = if value == 0.0 { (zero, 0.0, 0.0) } else { bars.next().unwrap() };
        if value > 0.0 { top - outline / 2.0 } else { top + height + outline / 2.0 }
    });
    ends.collect()
}

fn check(drawing: &Drawing, series: &TrendSeries, axis: &[Tick], name: &str) {
    let pixel = |height: f64| (height * PIXELS_PER_INCH / 72.0).round() as i64;
    let grid = levels(drawing, "#c9ced4", "0.35");
    assert_eq!(grid.len(), axis.len(), "{name}");
    let zero = axis.iter().zip(&grid).find(|(tick, _)| tick.value == 0.0).map(|(_, height)| (0.0, *height));
    let target = (series.target.as_ref().unwrap().value, levels(drawing, "#1a1d21", "0.9")[0]);
    let heights = drawn(drawing, series, zero.map_or(0.0, |(_, height)| height));
    let values: Vec<f64> = series.points.iter().flatten().filter_map(|point| point.value).collect();
    assert_eq!(values.len(), heights.len(), "{name}");
    let points: Vec<(f64, f64)> = values.into_iter().zip(heights).collect();
    for &(value, height) in &points {
        for (line, at) in zero.into_iter().chain([target]) {
            // Positions are rounded to a twentieth of a point.
            let side = match pixel(at) - pixel(height) {
                -1..=1 => 0,
                above => above.signum(),
            };
            let expected = if value == line { 0 } else { (value - line).signum() as i64 };
            assert_eq!(side, expected, "{name}: {value} at {height}, {line} at {at}");
        }
        for &(other, other_height) in &points {
            let in_order = value > other || pixel(height) >= pixel(other_height);
            assert!(in_order, "{name}: {value} at {height}, {other} at {other_height}");
        }
    }
}

/// Draws and checks charts of random numbers at a width.
fn each(count: u64, width: f64, mut check: impl FnMut(&mut Numbers, &Style<'_>, &str)) {
    let typeface = typeface();
    for seed in 0..count {
        let mut numbers = Numbers(seed);
        // The first number depends on little more than the seed's last digits.
        numbers.below(2);
        check(&mut numbers, &style(&typeface, width), &format!("seed {seed}"));
    }
}

#[test]
fn trends_agree_with_the_numbers() {
    each(600, HALF, |numbers, style, name| {
        let series = series(numbers);
        let ticks = axis(&series);
        let chart = TrendChart { years: years(), series: series.clone(), ticks: ticks.clone() };
        check(&chart.draw(style).unwrap(), &series, &ticks, name);
    });
}

#[test]
fn small_multiples_agree_with_the_numbers() {
    each(200, WHOLE, |numbers, style, name| {
        let titles = ["first", "second", "third"];
        let panels = titles.map(|title| {
            let series = series(numbers);
            Panel { title: title.to_owned(), unit: String::new(), ticks: axis(&series), series }
        });
        let chart = SmallMultiplesChart { years: years(), panels: panels.to_vec(), columns: 3 };
        let drawing = chart.draw(style).unwrap();
        // What follows its title belongs to a panel.
        let mut rest = drawing.svg.as_str();
        for (index, panel) in panels.iter().enumerate() {
            let (_, after) = rest.split_once(&format!(">{}</text>", panel.title)).unwrap();
            let next = titles.get(index + 1).and_then(|title| after.find(&format!(">{title}</text>")));
            let svg = after[..next.unwrap_or(after.len())].to_owned();
            check(&Drawing { svg, ..drawing }, &panel.series, &panel.ticks, &format!("{name}, {}", panel.title));
            rest = after;
        }
    });
}
