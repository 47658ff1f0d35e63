//! Charts that are shown alone, drawn of invented numbers. Knows no page and no image.

use nenpo::chart::{
    AchievementChart, AchievementRow, Category, Chart, Color, Face, Palette, Pattern, StatusByGroupChart, StatusRow,
    Style, Typeface,
};
use nenpo::typeset::Fonts;
use typst::foundations::Bytes;

/// Returns drawn charts with the paths under which parts find them.
pub(crate) fn charts(fonts: &Fonts) -> Vec<(String, Bytes)> {
    let face = |bold| Face::new("BIZ UDPGothic", fonts.family("BIZ UDPGothic", bold).unwrap()).unwrap();
    let typeface = Typeface::new(vec![face(false)], vec![face(true)]).unwrap();
    let color = |text: &str| text.parse::<Color>().unwrap();
    let palette = Palette {
        ink: color("#1b2028"),
        ink_soft: color("#565d68"),
        rule: color("#c4c9d1"),
        tint: color("#f2f4f6"),
        paper: color("#ffffff"),
    };
    let style = Style { typeface: &typeface, width: 234.0, text_size: 7.5, palette };
    let row = |label: &str, rate, rate_text: &str, detail: &str, pace, reached| AchievementRow {
        label: label.to_owned(),
        rate,
        rate_text: rate_text.to_owned(),
        detail: detail.to_owned(),
        pace,
        reached,
    };
    let achievement = AchievementChart {
        accent: color("#1f5fa8"),
        rows: vec![
            row("非臨床POC", Some(512.0), "512%", "128件／25件", Some(60.0), true),
            row("創薬支援ネットワークの活動による企業導出", Some(70.0), "70%", "7件／10件", Some(60.0), false),
            row("採択課題の割合", Some(108.0), "108%", "81.0%／75%", None, true),
            row("報告のない指標", None, "報告なし", "報告なし／10件", Some(60.0), false),
        ],
        target_label: "目標".to_owned(),
        pace_label: "経過割合60%".to_owned(),
        axis_limit: 150.0,
    };
    let category = |label: &str, tone: &str, pattern| Category { label: label.to_owned(), color: color(tone), pattern };
    let status = StatusByGroupChart {
        categories: vec![
            category("達成", "#22384f", Pattern::Solid),
            category("順調", "#4f7194", Pattern::Rising),
            category("加速が必要", "#8aa5bf", Pattern::Crossed),
            category("進展が限定的", "#bccbd9", Pattern::Dotted),
            category("モニタリング", "#eceef1", Pattern::Plain),
        ],
        rows: vec![
            StatusRow {
                label: "① 医薬品".to_owned(),
                counts: vec![6, 1, 0, 0, 1],
                count_texts: ["6", "1", "", "", "1"].map(str::to_owned).to_vec(),
            },
            StatusRow {
                label: "② 医療機器・ヘルスケア".to_owned(),
                counts: vec![2, 2, 1, 1, 1],
                count_texts: ["2", "2", "1", "1", "1"].map(str::to_owned).to_vec(),
            },
        ],
    };
    vec![
        ("charts/achievement.svg".to_owned(), Bytes::new(achievement.draw(&style).unwrap().svg.into_bytes())),
        ("charts/status.svg".to_owned(), Bytes::new(status.draw(&style).unwrap().svg.into_bytes())),
    ]
}
