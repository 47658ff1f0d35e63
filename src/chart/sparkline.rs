//! The sparkline: a trend as small as a word, without text.

use super::frame::Frame;
use super::geometry::Bounds;
use super::plotted_series::TrendSeries;
use super::sheet::{on_sheet, require_room};
use super::style::Style;
use super::trace::{Trace, WORD};
use super::{Chart, ChartError, Drawing};

/// A trend without text, as high as a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineChart {
    /// The values; labels are not shown.
    pub series: TrendSeries,
}

/// The height in em.
const HEIGHT: f64 = 1.25;
/// The space for marks at each side, in points.
const INSET: f64 = 1.8;

impl Chart for SparklineChart {
    fn draw(&self, style: &Style<'_>) -> Result<Drawing, ChartError> {
        if self.series.points.is_empty() {
            return Err(ChartError::NoRows);
        }
        require_room(style, style.width, 2.0)?;
        let height = HEIGHT * style.text_size;
        // So small a chart only has room for the values and one reference line.
        let series = TrendSeries { baseline: None, path: Vec::new(), pace: Vec::new(), ..self.series.clone() };
        let bounds = Bounds { left: INSET, top: INSET, right: style.width - INSET, bottom: height - INSET };
        let frame = Frame::new(bounds, series.points.len(), &series, &[], WORD.apart);
        on_sheet(style, height, |sheet| {
            let trace = Trace::new(&series, &frame, style, WORD, 0.0);
            trace.shapes.iter().try_for_each(|shape| shape.draw(sheet))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::plotted_series::tests::series;
    use super::super::plotted_series::{PointStatus, TrendTarget};
    use super::super::tests::{attribute, elements, style};
    use super::super::typeface::tests::typeface;
    use super::*;

    fn draw(series: TrendSeries) -> Drawing {
        let typeface = typeface();
        SparklineChart { series }.draw(&style(&typeface, 52.0)).unwrap()
    }

    #[test]
    fn sparkline_is_no_higher_than_a_line_of_text_and_holds_none() {
        let drawing = draw(series(&[Some(1.0), Some(2.0)], false));
        assert!(drawing.height <= 10.0, "{}", drawing.height);
        assert!(elements(&drawing, "text").is_empty());
    }

    #[test]
    fn only_the_last_point_and_those_that_a_line_does_not_show_are_marked() {
        let marks = |values: &[Option<f64>]| elements(&draw(series(values, false)), "circle").len() / 2;
        assert_eq!(marks(&[Some(1.0), Some(2.0), Some(3.0)]), 1);
        assert_eq!(marks(&[Some(1.0), None, Some(2.0), Some(3.0)]), 2, "the first point has no line");
    }

    #[test]
    fn last_bar_is_the_strongest_and_a_provisional_one_is_hollow() {
        let strong = |series| draw(series).svg.matches("fill=\"#1f5fa8\"").count();
        assert_eq!(strong(series(&[Some(1.0), Some(2.0), Some(3.0)], true)), 1);
        let mut provisional = series(&[Some(1.0), Some(2.0), Some(3.0)], true);
        provisional.points[2].as_mut().unwrap().status = PointStatus::Provisional;
        assert_eq!(strong(provisional), 0);
    }

    #[test]
    fn target_is_a_thin_line_over_the_whole_width() {
        let mut levels = series(&[Some(1.0), Some(2.0)], false);
        levels.target = Some(TrendTarget { year: Some(1.0), value: 3.0, label: "目標".to_owned() });
        let drawing = draw(levels);
        let lines = elements(&drawing, "polyline");
        assert_eq!(lines.iter().filter(|line| line.contains("stroke-width=\"0.5\"")).count(), 1);
    }

    #[test]
    fn last_mark_keeps_off_the_edge() {
        let drawing = draw(series(&[Some(1.0), Some(9.0)], false));
        let marks = elements(&drawing, "circle");
        let (y, radius) = (attribute(marks[0], "cy"), attribute(marks[0], "r"));
        assert!(y - radius >= 0.3, "{y} {radius}");
    }

    #[test]
    fn sparkline_without_years_is_refused() {
        let typeface = typeface();
        let drawn = SparklineChart { series: series(&[], false) }.draw(&style(&typeface, 52.0));
        assert!(matches!(drawn, Err(ChartError::NoRows)));
    }
}
