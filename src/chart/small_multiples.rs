//! Small multiples: a grid of trends over the same years, each with its own scale. Constants are in em unless noted.

use plotters::style::text_anchor::HPos;

use super::axis::Tick;
use super::geometry::{Bounds, Place};
use super::placement::Block;
use super::plotted_series::TrendSeries;
use super::series_plot::{Labelling, Margins, SeriesPlot};
use super::sheet::{LEADING, Setting, Sheet, on_sheet, require_room};
use super::style::Style;
use super::typeface::Weight;
use super::year_axis::YearAxis;
use super::{Chart, ChartError, Drawing};

/// Trends of several indicators side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiplesChart {
    /// The years of every panel.
    pub years: Vec<String>,
    /// In reading order.
    pub panels: Vec<Panel>,
    /// The greatest number of panels side by side.
    pub columns: usize,
}

/// One of several trends.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The heading.
    pub title: String,
    /// The unit of the values; may be empty.
    pub unit: String,
    /// The values.
    pub series: TrendSeries,
    /// The ticks at the panel's left edge; may be empty.
    pub ticks: Vec<Tick>,
}

/// Narrower panels are stacked.
const LEAST_PANEL: f64 = 12.0;
const COLUMN_GAP: f64 = 2.0;
/// With room for the year of a baseline.
const ROW_GAP: f64 = 2.3;
const HEADING_GAP: f64 = 0.4;
/// The height of a plot as a share of its panel's width; its bounds are in em.
const PROPORTION: f64 = 0.5;
const LEAST_HEIGHT: f64 = 6.5;
const GREATEST_HEIGHT: f64 = 10.0;
/// Between a title and its unit on one line.
const UNIT_GAP: f64 = 0.7;

impl Chart for SmallMultiplesChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.panels.is_empty() || self.years.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, LEAST_PANEL)?;
        let grid = Grid::new(self, style);
        on_sheet(style, grid.height, |sheet| {
            for (index, (panel, heading)) in self.panels.iter().zip(&grid.headings).enumerate() {
                let (left, top) = grid.corner(index);
                heading.set(sheet, style, (left, top))?;
                let room = grid.room(index);
                let series = (&panel.series, panel.ticks.as_slice());
                let plot =
                    SeriesPlot::new(style, room, grid.margins, self.years.len(), series, Labelling::LastAndTarget);
                plot.draw(sheet, style)?;
                if grid.columns == 1 || index + grid.columns >= self.panels.len() {
                    let place = |year: usize| plot.frame.x(year as f64);
                    let axis =
                        YearAxis::new(style, &self.years, self.latest(), (plot.years_start(style), room.right), place);
                    axis.draw(sheet, style, room.bottom)?;
                }
            }
            Ok(())
        })
    }
}

impl SmallMultiplesChart {
    /// The last year for which any panel has a point.
    fn latest(&self) -> usize {
        self.panels.iter().map(|panel| panel.series.points.len()).max().unwrap_or_default().saturating_sub(1)
    }
}

/// The layout of the panels, in points.
struct Grid {
    columns: usize,
    width: f64,
    /// The distance between the left edges of neighbours.
    pitch: f64,
    headings: Vec<Heading>,
    /// The upper edges of each row and of its plots.
    rows: Vec<(f64, f64)>,
    plot_height: f64,
    margins: Margins,
    height: f64,
}

impl Grid {
    fn new(chart: &SmallMultiplesChart, style: &Style<'_>) -> Self {
        let em = style.text_size;
        let gap = COLUMN_GAP * em;
        // As many as fit; `require_room` ensures room for one.
        let most = ((style.width + gap) / (LEAST_PANEL * em + gap)) as usize;
        let columns = chart.columns.min(most).min(chart.panels.len()).max(1);
        let width = (style.width - gap * (columns - 1) as f64) / columns as f64;
        let headings: Vec<Heading> = chart.panels.iter().map(|panel| Heading::new(style, panel, width)).collect();
        let plot_height = (PROPORTION * width).clamp(LEAST_HEIGHT * em, GREATEST_HEIGHT * em);
        let series = chart.panels.iter().map(|panel| (&panel.series, panel.ticks.as_slice()));
        let margins = Margins::new(style, width, chart.years.len(), series);
        let axis = YearAxis::new(style, &chart.years, chart.latest(), (0.0, width), |_| 0.0).height.max(margins.foot);
        let mut rows = Vec::new();
        let mut y = 0.0;
        for row in headings.chunks(columns) {
            let lines = row.iter().map(Heading::lines).max().unwrap_or_default();
            let top = y + (LEADING * lines as f64 + HEADING_GAP) * em;
            rows.push((y, top));
            // In one column, each panel has its own year labels.
            y = top + plot_height + ROW_GAP * em + if columns == 1 { axis } else { 0.0 };
        }
        let height = y - ROW_GAP * em + if columns == 1 { 0.0 } else { axis };
        Self { columns, width, pitch: width + gap, headings, rows, plot_height, margins, height }
    }

    fn corner(&self, index: usize) -> Place {
        let (top, _) = self.rows.get(index / self.columns).copied().unwrap_or_default();
        (self.pitch * (index % self.columns) as f64, top)
    }

    fn room(&self, index: usize) -> Bounds {
        let (left, _) = self.corner(index);
        let (_, top) = self.rows.get(index / self.columns).copied().unwrap_or_default();
        Bounds { left, top, right: left + self.width, bottom: top + self.plot_height }
    }
}

/// A title and its unit, which comes after the title's last line or below it.
struct Heading {
    title: Block,
    unit: Block,
    /// The unit's start on the title's last line; `None` if it has its own lines.
    unit_start: Option<f64>,
}

impl Heading {
    fn new(style: &Style<'_>, panel: &Panel, width: f64) -> Self {
        let title = Block::new(style, &panel.title, Weight::Bold, width);
        let unit = Block::new(style, &panel.unit, Weight::Regular, width);
        let last_line =
            title.lines.last().map_or(0.0, |line| style.typeface.width(line, style.text_size, Weight::Bold));
        let start = last_line + UNIT_GAP * style.text_size;
        let unit_start =
            (!title.lines.is_empty() && unit.lines.len() <= 1 && start + unit.width <= width).then_some(start);
        Self { title, unit, unit_start }
    }

    fn lines(&self) -> usize {
        self.title.lines.len() + if self.unit_start.is_some() { 0 } else { self.unit.lines.len() }
    }

    fn set(&self, sheet: &Sheet<'_>, style: &Style<'_>, (left, top): Place) -> Result<(), ChartError> {
        let leading = LEADING * style.text_size;
        let middle =
            |lines_before: usize, lines: &[String]| top + leading * (lines_before as f64 + lines.len() as f64 / 2.0);
        let count = self.title.lines.len();
        let title = Setting::new(style.palette.ink).bold().anchored(HPos::Left);
        sheet.lines(&self.title.lines, (left, middle(0, &self.title.lines)), title)?;
        let unit = Setting::new(style.palette.ink_soft);
        match self.unit_start {
            Some(start) => sheet.lines(&self.unit.lines, (left + start, middle(count - 1, &self.unit.lines)), unit),
            None => sheet.lines(&self.unit.lines, (left, middle(count, &self.unit.lines)), unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::plotted_series::tests::series;
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    const FULL: &str = "創薬支援連携の活動による導出件";
    const LONG: &str = "疾患領域ごとに設けた創薬支援ネットワークの活動による企業導出の件数";

    fn draw(titles: &[&str], width: f64) -> Drawing {
        let panel = |title: &&str| Panel {
            title: (*title).to_owned(),
            unit: "件".to_owned(),
            series: series(&[Some(1.0), Some(2.0), Some(4.0)], true),
            ticks: Vec::new(),
        };
        let years = ["R1", "R2", "R3"].map(str::to_owned).to_vec();
        let chart = SmallMultiplesChart { years, panels: titles.iter().map(panel).collect(), columns: 2 };
        let typeface = typeface();
        chart.draw(&style(&typeface, width)).unwrap()
    }

    fn places(drawing: &Drawing, content: &str) -> Vec<(f64, f64)> {
        let end = format!(">{content}</text>");
        let texts = elements(drawing, "text").into_iter().filter(|text| text.ends_with(&end));
        texts.map(|text| (attribute(text, "x"), attribute(text, "y"))).collect()
    }

    fn tops(drawing: &Drawing) -> Vec<f64> {
        let bars = elements(drawing, "rect").into_iter().filter(|bar| bar.contains("fill=\"#1f5fa8\""));
        bars.map(|bar| attribute(bar, "y")).collect::<Vec<_>>().chunks(3).map(|bars| bars[2]).collect()
    }

    #[test]
    fn plots_of_a_row_align_even_where_titles_take_different_lines() {
        let drawing = draw(&["短い題", LONG], 252.0);
        let tops = tops(&drawing);
        assert!((tops[0] - tops[1]).abs() < 1e-9, "{tops:?}");
        assert!(!drawing.svg.contains(LONG), "the long title takes several lines");
    }

    #[test]
    fn years_stand_under_the_lowest_panel_of_each_column() {
        let drawing = draw(&["甲", "乙", "丙"], 252.0);
        let years = places(&drawing, "R1");
        assert_eq!(years.len(), 2);
        let [(left, lower), (right, higher)] = match years[..] {
            [one, two] if one.0 < two.0 => [one, two],
            [one, two] => [two, one],
            _ => unreachable!(),
        };
        assert!(left < right && lower > higher, "{years:?}");
    }

    #[test]
    fn unit_stands_after_a_short_title_and_under_one_that_fills_its_line() {
        let drawing = draw(&["甲", FULL], 252.0);
        let units = places(&drawing, "件");
        let [short, full] = ["甲", FULL].map(|title| places(&drawing, title)[0]);
        assert!((units[0].1 - short.1).abs() < 1e-9 && units[0].0 > short.0);
        assert!((units[1].0 - full.0).abs() < 1e-9 && units[1].1 > full.1 + 8.0);
    }

    #[test]
    fn panels_without_room_beside_each_other_stand_under_each_other() {
        let tops = tops(&draw(&["甲", "乙"], 120.0));
        assert!(tops[1] > tops[0] + 50.0, "{tops:?}");
    }

    #[test]
    fn chart_without_panels_or_years_is_refused() {
        let typeface = typeface();
        let chart = SmallMultiplesChart { years: vec!["R1".to_owned()], panels: Vec::new(), columns: 2 };
        assert!(matches!(chart.draw(&style(&typeface, 252.0)), Err(ChartError::NoRows)));
    }
}
