//! Tests that every text of generated trend and row charts lies on the sheet and clear of every other text.

use super::tests::{Numbers, attribute, elements, style};
use super::typeface::tests::typeface;
use super::*;

struct Choices(Numbers);

impl Choices {
    fn below(&mut self, count: usize) -> usize {
        self.0.below(count)
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())].clone()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn number(&mut self, wild: bool) -> f64 {
        let number = (self.below(2000) as f64 - 300.0) / 10.0;
        let wilds = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e308, 0.0, 1e-300, 123_456_789_012.0];
        if wild && self.once_in(4) { self.of(&wilds) } else { number }
    }

    fn text(&mut self) -> String {
        let texts = [
            "",
            "0",
            "12",
            "128件",
            "77.4p",
            "123,456,789,012",
            "…",
            "調査対象外",
            "Target 12,000 visits or more",
            "目標 10万人対72.0以下（令和11年度まで、暫定値を含む）",
            "疾患領域ごとに設けた創薬支援ネットワークの活動による企業導出と適応拡大と薬事承認の件数の合計（第2期計画の期間中、単位は件とし、重ねて数えない）",
            "Pneumonoultramicroscopicsilicovolcanoconiosis-without-any-space",
        ];
        let count = if self.once_in(3) { texts.len() } else { 5 };
        texts[self.below(count)].to_owned()
    }

    fn series(&mut self, years: usize) -> TrendSeries {
        let wild = self.once_in(4);
        let all_missing = self.once_in(9);
        let flat = self.once_in(9);
        let points = (0..=self.below(years)).map(|_| {
            let value = if flat { 7.0 } else { self.number(wild) };
            (!self.once_in(12)).then(|| TrendPoint {
                value: (!all_missing && !self.once_in(7)).then_some(value),
                label: self.text(),
                status: self.of(&[PointStatus::Final, PointStatus::Provisional, PointStatus::Estimated]),
                is_break: self.once_in(8),
            })
        });
        let points: Vec<_> = points.collect();
        let mut place = || {
            let year = if wild && self.once_in(5) { f64::NAN } else { self.below(years + 4) as f64 - 2.0 };
            YearValue { year, value: self.number(wild) }
        };
        let [baseline, aim, one, two, three] = std::array::from_fn(|_| place());
        TrendSeries {
            accent: Color::new(0x1f, 0x5f, 0xa8),
            points,
            baseline: self.once_in(2).then(|| Baseline {
                year: baseline.year,
                value: baseline.value,
                label: self.text(),
            }),
            target: (!self.once_in(4)).then(|| TrendTarget {
                year: self.once_in(2).then_some(aim.year),
                value: aim.value,
                label: self.text(),
            }),
            path: if self.once_in(2) { vec![one, two, three] } else { Vec::new() },
            pace: if self.once_in(2) { vec![baseline, aim] } else { Vec::new() },
            zero_based: self.once_in(2),
        }
    }

    fn ticks(&mut self, series: &TrendSeries) -> Vec<Tick> {
        let (low, high) = series.range().unwrap_or_default();
        let values: Vec<f64> = (0..5).map(|step| low + (high - low) * f64::from(step) / 4.0).collect();
        values.into_iter().map(|value| Tick { value, text: self.text() }).collect()
    }

    fn years(&mut self) -> Vec<String> {
        let count = self.of(&[1, 2, 3, 6, 9, 14, 40]);
        let long = self.once_in(6);
        (0..count).map(|year| if long { self.text() } else { format!("R{year}") }).collect()
    }

    fn trend(&mut self) -> TrendChart {
        let years = self.years();
        let series = self.series(years.len());
        TrendChart { ticks: self.ticks(&series), years, series }
    }

    fn small_multiples(&mut self) -> SmallMultiplesChart {
        let years = self.years();
        let panels = (0..=self.below(7)).map(|_| {
            let series = self.series(years.len());
            Panel { title: self.text(), unit: self.text(), ticks: self.ticks(&series), series }
        });
        let panels = panels.collect();
        SmallMultiplesChart { years, panels, columns: self.below(5) }
    }

    fn progress(&mut self) -> ProgressChart {
        let wild = self.once_in(3);
        let sections = (0..=self.below(2)).map(|_| {
            let mut share = || (!self.once_in(5)).then(|| self.number(wild) / 50.0);
            let shares: Vec<_> = (0..8).map(|_| (share(), share())).collect();
            let rows = (0..=self.below(7)).map(|row| ProgressRow {
                accent: Color::new(0x1f, 0x5f, 0xa8),
                label: self.text(),
                rate_text: self.of(&["", "42%", "△1,234.5%", "報告なし"]).to_owned(),
                detail: self.text(),
                share: shares[row].0,
                expected: shares[row].1,
                status: self.of(&[PointStatus::Final, PointStatus::Provisional, PointStatus::Estimated]),
                is_break: self.once_in(4),
            });
            let rows = rows.collect();
            ProgressSection {
                measure: self.text(),
                start_label: self.text(),
                target_label: self.text(),
                end_label: self.text(),
                rates_label: self.text(),
                has_baselines: self.once_in(2),
                rows,
            }
        });
        let sections = sections.collect();
        let axis = self.of(&[(0.0, 1.5), (-0.5, 1.5), (0.0, 1.15), (f64::NAN, f64::NAN)]);
        ProgressChart { sections, axis, aligned_with: ProgressColumns::default() }
    }
}

/// Bounds: left, top, right, bottom.
type Text = (String, [f64; 4]);

/// The texts of a drawing with estimated bounds: a line reaches 0.88 em above its baseline and 0.12 em below, as
/// kanji do.
fn texts(drawing: &Drawing, typeface: &Typeface) -> Vec<Text> {
    let measured = elements(drawing, "text").into_iter().map(|element| {
        let (_, rest) = element.split_once('>').unwrap();
        let content = rest.split_once("</text>").unwrap().0.to_owned();
        let (x, y, size) = (attribute(element, "x"), attribute(element, "y"), attribute(element, "font-size"));
        let weight = if element.contains("font-weight=\"bold\"") { Weight::Bold } else { Weight::Regular };
        let width = typeface.width(&content, size, weight);
        let share = if element.contains("\"middle\"") {
            0.5
        } else if element.contains("\"end\"") {
            1.0
        } else {
            0.0
        };
        let left = x - width * share;
        (content, [left, y - 0.88 * size, left + width, y + 0.12 * size])
    });
    measured.collect()
}

/// Positions are rounded to a twentieth of a point, on both sides.
const ROUNDING: f64 = 0.11;

fn check(drawing: &Drawing, typeface: &Typeface, name: &str) {
    assert!(!drawing.svg.contains("NaN") && !drawing.svg.contains("inf"), "{name}");
    for element in elements(drawing, "rect").into_iter().chain(elements(drawing, "circle")) {
        let [x, y] = ["x", "y"].map(|axis| {
            let name = if element.starts_with("<rect") { axis.to_owned() } else { format!("c{axis}") };
            attribute(element, &name)
        });
        let on_sheet = (-1.0..=drawing.width + 1.0).contains(&x) && (-1.0..=drawing.height + 1.0).contains(&y);
        assert!(on_sheet, "{name}: {element} leaves {} by {}", drawing.width, drawing.height);
    }
    let texts = texts(drawing, typeface);
    for (index, text) in texts.iter().enumerate() {
        let (_, [left, top, right, bottom]) = *text;
        let on_sheet = left >= -ROUNDING && top >= -ROUNDING;
        let on_sheet = on_sheet && right <= drawing.width + ROUNDING && bottom <= drawing.height + ROUNDING;
        assert!(on_sheet, "{name}: {text:?} leaves {} by {}", drawing.width, drawing.height);
        for other in &texts[..index] {
            let (_, [other_left, other_top, other_right, other_bottom]) = *other;
            let beside = left + ROUNDING >= other_right || other_left + ROUNDING >= right;
            let apart = beside || top + ROUNDING >= other_bottom || other_top + ROUNDING >= bottom;
            assert!(apart, "{name}: {text:?} stands on {other:?}");
        }
    }
}

fn check_many<C: Chart>(chart: impl Fn(&mut Choices) -> C) {
    let typeface = typeface();
    let mut refused = 0;
    let count = 400;
    for seed in 0..count {
        let mut choices = Choices(Numbers(seed));
        // Neighbouring seeds give similar first numbers.
        choices.below(2);
        let chart = chart(&mut choices);
        let width = choices.of(&[160.0, 234.0, 252.0, 480.0]);
        match chart.draw(&style(&typeface, width)) {
            Ok(drawing) => check(&drawing, &typeface, &format!("seed {seed}, width {width}")),
            Err(ChartError::TooNarrow { .. }) => refused += 1,
            Err(error) => panic!("seed {seed}: {error}"),
        }
    }
    assert!(refused <= count / 10, "{refused} of {count} were refused");
}

#[test]
fn texts_of_trends_never_meet_and_never_leave_the_sheet() {
    check_many(Choices::trend);
}

#[test]
fn texts_of_small_multiples_never_meet_and_never_leave_the_sheet() {
    check_many(Choices::small_multiples);
}

#[test]
fn texts_of_progress_never_meet_and_never_leave_the_sheet() {
    check_many(Choices::progress);
}

#[test]
fn sparklines_hold_no_text_and_stay_on_the_sheet() {
    let typeface = typeface();
    for seed in 0..400 {
        let mut choices = Choices(Numbers(seed));
        let years = choices.years().len();
        let drawing = SparklineChart { series: choices.series(years) }.draw(&style(&typeface, 52.0)).unwrap();
        assert!(elements(&drawing, "text").is_empty());
        check(&drawing, &typeface, &format!("seed {seed}"));
    }
}
