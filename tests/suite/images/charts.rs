//! Charts that are shown alone, drawn of invented numbers. Knows no page and no image.

use nenpo::chart::{
    Baseline, Chart, Color, Face, Palette, Panel, PointStatus, ProgressChart, ProgressColumns, ProgressRow,
    ProgressSection, SmallMultiplesChart, SparklineChart, Style, Tick, TrendChart, TrendPoint, TrendSeries,
    TrendTarget, Typeface, YearValue, ticks,
};
use nenpo::typeset::Fonts;
use rust_decimal::prelude::ToPrimitive;
use typst::foundations::Bytes;

/// Returns drawn charts with the paths under which parts find them.
pub(crate) fn charts(fonts: &Fonts) -> Vec<(String, Bytes)> {
    let face = |family: &str, bold| Face::new(family, fonts.family(family, bold).unwrap()).unwrap();
    let japanese = |bold| vec![face("BIZ UDPGothic", bold)];
    let english = |bold| vec![face("Lato", bold), face("BIZ UDPGothic", bold)];
    let japanese = Typeface::new(japanese(false), japanese(true)).unwrap();
    let english = Typeface::new(english(false), english(true)).unwrap();
    let draw = |path: &str, chart: &dyn Chart, typeface: &Typeface, width: f64| {
        let style = Style { typeface, width, text_size: 7.5, palette: palette() };
        (format!("charts/{path}.svg"), Bytes::new(chart.draw(&style).unwrap().svg.into_bytes()))
    };
    let mut files = vec![
        draw("trend-amount-ja", &amount_ja(), &japanese, 234.0),
        draw("trend-level-ja", &level_ja(), &japanese, 234.0),
        draw("trend-amount-en", &amount_en(), &english, 234.0),
        draw("trend-level-en", &level_en(), &english, 234.0),
        draw("small-multiples-ja", &small_multiples(Language::Japanese), &japanese, 234.0),
        draw("small-multiples-en", &small_multiples(Language::English), &english, 234.0),
        draw("progress-ja", &progress(Language::Japanese), &japanese, 234.0),
        draw("progress-en", &progress(Language::English), &english, 234.0),
    ];
    let trends = [amount_ja(), level_ja(), amount_en(), level_en()];
    files.extend(trends.into_iter().enumerate().map(|(index, trend)| {
        draw(&format!("sparkline-{index}"), &SparklineChart { series: trend.series }, &japanese, 52.0)
    }));
    files
}

#[derive(Clone, Copy)]
enum Language {
    Japanese,
    English,
}

fn color(text: &str) -> Color {
    text.parse().unwrap()
}

fn palette() -> Palette {
    Palette { ink: color("#1b2028"), ink_soft: color("#565d68"), rule: color("#c4c9d1"), paper: color("#ffffff") }
}

fn trend(years: Vec<String>, series: TrendSeries, decimals: u32) -> TrendChart {
    let ticks = tick_texts(&series, 5, decimals);
    TrendChart { years, series, ticks }
}

fn tick_texts(series: &TrendSeries, most: usize, decimals: u32) -> Vec<Tick> {
    let (low, high) = series.range().unwrap_or_default();
    let texts = ticks(low, high, most, decimals).into_iter();
    texts.map(|tick| Tick { value: tick.to_f64().unwrap(), text: format!("{tick:.*}", decimals as usize) }).collect()
}

fn eras(from: i32, to: i32) -> Vec<String> {
    (from..=to).map(|year| if year < 1 { format!("H{}", year + 30) } else { format!("R{year}") }).collect()
}

fn years(from: i32, to: i32) -> Vec<String> {
    (from..=to).map(|year| year.to_string()).collect()
}

fn point(label: &str, status: PointStatus) -> Option<TrendPoint> {
    let value = label.trim_end_matches(|last: char| !last.is_ascii_digit()).replace(',', "").parse().ok();
    Some(TrendPoint { value, label: label.to_owned(), status, is_break: false })
}

fn last(label: &str) -> Option<TrendPoint> {
    point(label, PointStatus::Final)
}

fn broken(label: &str) -> Option<TrendPoint> {
    last(label).map(|point| TrendPoint { is_break: true, ..point })
}

fn target(year: f64, value: f64, label: &str) -> Option<TrendTarget> {
    Some(TrendTarget { year: Some(year), value, label: label.to_owned() })
}

fn places(places: &[(f64, f64)]) -> Vec<YearValue> {
    places.iter().map(|&(year, value)| YearValue { year, value }).collect()
}

/// An annual count with targets of single years, a provisional and a missing value.
fn amount_ja() -> TrendChart {
    let series = TrendSeries {
        accent: color("#1f5fa8"),
        points: vec![last("12"), last("18"), last("…"), last("24"), last("31"), point("28p", PointStatus::Provisional)],
        baseline: None,
        target: target(8.0, 40.0, "目標 40件"),
        path: places(&[(3.0, 20.0), (4.0, 25.0), (5.0, 30.0), (6.0, 34.0), (7.0, 37.0), (8.0, 40.0)]),
        pace: Vec::new(),
        zero_based: true,
    };
    trend(eras(1, 9), series, 0)
}

/// A level that is to fall, with a baseline before the axis, a pace, a break and an estimate.
fn level_ja() -> TrendChart {
    let series = TrendSeries {
        accent: color("#a12c63"),
        points: vec![
            last("84.5"),
            last("83.1"),
            broken("80.2"),
            last("79.0"),
            point("－", PointStatus::Final),
            last("76.9"),
            point("77.4e", PointStatus::Estimated),
        ],
        baseline: Some(Baseline { year: -2.0, value: 86.0, label: "H30".to_owned() }),
        target: target(9.0, 72.0, "目標 72.0以下"),
        path: Vec::new(),
        pace: places(&[(-2.0, 86.0), (9.0, 72.0)]),
        zero_based: false,
    };
    trend(eras(0, 9), series, 1)
}

/// A cumulative count with a pace from zero, some of whose values are estimated.
fn amount_en() -> TrendChart {
    let series = TrendSeries {
        accent: color("#3f7b56"),
        points: vec![
            last("1,204"),
            last("3,810"),
            broken("5,977"),
            point("9,020e", PointStatus::Estimated),
            point("13,400p", PointStatus::Provisional),
        ],
        baseline: None,
        target: target(5.0, 12_000.0, "Target 12,000 visits"),
        path: Vec::new(),
        pace: places(&[(-1.0, 0.0), (5.0, 12_000.0)]),
        zero_based: true,
    };
    trend(years(2021, 2027), series, 0)
}

/// A level over many years, whose labels have no room for all.
fn level_en() -> TrendChart {
    let mut points: Vec<_> = (0..24).map(|year| last(&format!("{}.{}", 40 + year, (year * 7) % 10))).collect();
    points[9] = last(":");
    points[10] = last(":");
    points.extend([point("63.1p", PointStatus::Provisional)]);
    let series = TrendSeries {
        accent: color("#6249c6"),
        points,
        baseline: Some(Baseline { year: 12.0, value: 52.4, label: "2012".to_owned() }),
        target: target(29.0, 75.0, "Target 75.0% or more"),
        path: Vec::new(),
        pace: places(&[(12.0, 52.4), (29.0, 75.0)]),
        zero_based: false,
    };
    trend(years(2001, 2030), series, 1)
}

fn small_multiples(language: Language) -> SmallMultiplesChart {
    let (amount, level, cumulative) = (amount_ja().series, level_ja().series, amount_en().series);
    let level = TrendSeries { accent: color("#1f5fa8"), points: level.points[1..].to_vec(), ..level };
    let cumulative = TrendSeries { accent: color("#1f5fa8"), ..cumulative };
    let texts = match language {
        Language::Japanese => [
            ("特定健康診査の受診者", "（人）", "40"),
            ("がんの年齢調整死亡率（75歳未満）の全国値との差", "（人口10万対）", "72.0"),
            ("図書館の来館者", "（人）", "12,000"),
        ],
        Language::English => [
            ("People who took the health check-up", "people", "40"),
            ("Age-adjusted mortality from cancer", "per 100,000", "72.0"),
            ("Library visits", "visits", "12,000"),
        ],
    };
    let panels = texts.into_iter().zip([amount, level, cumulative]).map(|((title, unit, label), series)| {
        let target = series.target.map(|target| TrendTarget { label: label.to_owned(), ..target });
        let series = TrendSeries { target, ..series };
        Panel { title: title.to_owned(), unit: unit.to_owned(), ticks: tick_texts(&series, 3, 0), series }
    });
    let years = match language {
        Language::Japanese => eras(1, 9),
        Language::English => years(2019, 2027),
    };
    SmallMultiplesChart { years, panels: panels.collect(), columns: 2 }
}

fn progress(language: Language) -> ProgressChart {
    let row = |label: &str, rate_text: &str, detail: &str, share, expected, status| ProgressRow {
        accent: color("#1f5fa8"),
        label: label.to_owned(),
        rate_text: rate_text.to_owned(),
        detail: detail.to_owned(),
        share,
        expected,
        status,
        is_break: label == "健診の受診率",
    };
    let section = |measure: &str, start: &str, target: &str, rows| ProgressSection {
        measure: measure.to_owned(),
        start_label: start.to_owned(),
        target_label: target.to_owned(),
        end_label: "150%".to_owned(),
        rates_label: if measure.is_ascii() { "Rate" } else { "率" }.to_owned(),
        has_baselines: start != "0%",
        rows,
    };
    let (last, provisional, estimated) = (PointStatus::Final, PointStatus::Provisional, PointStatus::Estimated);
    let sections = match language {
        Language::Japanese => vec![
            section(
                "基準値から目標値までの進捗率",
                "基準値",
                "目標値",
                vec![
                    row("がんの年齢調整死亡率", "△180%", "99.9／72.0以下", Some(-1.8), Some(0.6), last),
                    row("喫煙率", "△18%", "18.9%／12.0%以下", Some(-0.18), Some(0.6), last),
                    row("健診の受診率", "98%", "54.8%／55%", Some(0.98), Some(0.8), provisional),
                    row("相談会の参加者", "101%", "303人／300人", Some(1.01), None, last),
                ],
            ),
            section(
                "達成率",
                "0%",
                "目標値",
                vec![
                    row(
                        "創薬支援ネットワークの活動による企業導出",
                        "70%",
                        "7件／10件",
                        Some(0.7),
                        Some(0.6),
                        estimated,
                    ),
                    row("非臨床POCの取得", "512%", "128件／25件", Some(5.12), Some(0.6), last),
                    row("報告のない指標", "報告なし", "－／10件", None, Some(0.4), last),
                ],
            ),
        ],
        Language::English => vec![section(
            "Progress from baseline to target",
            "Baseline",
            "Target",
            vec![
                row("People who took the health check-up", "42%", "540 of 900", Some(0.42), Some(0.6), last),
                row("Library visits", "100%", "12,000 of 12,000", Some(1.0), Some(0.8), last),
                row(
                    "Mortality from cancer",
                    "112%",
                    "71.0 per 100,000, target at most 72.0 per 100,000",
                    Some(1.12),
                    None,
                    last,
                ),
            ],
        )],
    };
    ProgressChart { sections, axis: (-0.5, 1.5), aligned_with: ProgressColumns::default() }
}
