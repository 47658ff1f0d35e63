//! The year labels of a chart, thinned out if they do not all fit. Does not depend on how fiscal years are named.

use plotters::style::text_anchor::HPos;

use super::ChartError;
use super::geometry::Bounds;
use super::placement::Block;
use super::sheet::Sheet;
use super::style::Style;
use super::typeface::Weight;

/// The shown labels with the centres of their positions, in points.
#[derive(Debug)]
pub(super) struct YearAxis {
    labels: Vec<(Block, f64)>,
    /// The height of the labels and the space above them, in points.
    pub(super) height: f64,
}

/// In em.
const LONGEST_LINE: f64 = 8.0;
/// The space above the labels in em: half a line of the lowest tick's text extends into it.
pub(super) const SPACE_ABOVE: f64 = 0.5;
/// Between two labels, in em.
const GAP: f64 = 0.5;

impl YearAxis {
    /// Chooses labels that do not touch: first `latest`, the first and the last, then every one, every second, every
    /// third and so on. Labels stay between `left` and `right`.
    pub(super) fn new(
        style: &Style<'_>,
        years: &[String],
        latest: usize,
        (left, right): (f64, f64),
        place: impl Fn(usize) -> f64,
    ) -> Self {
        let limit = (LONGEST_LINE * style.text_size).min(right - left);
        let blocks = years.iter().map(|year| Block::new(style, year, Weight::Regular, limit));
        let labels: Vec<(Block, f64)> = blocks
            .enumerate()
            .map(|(index, block)| {
                let half = block.width / 2.0;
                let middle = place(index).min(right - half).max(left + half);
                (block, middle)
            })
            .collect();
        // Use all labels, so that the height of a chart does not depend on which of them fit.
        let height = labels.iter().map(|(block, _)| block.height).fold(0.0, f64::max);
        let gap = GAP * style.text_size;
        let bounds = |index: usize| {
            let (block, middle) = &labels[index];
            Bounds::around((*middle, 0.0), (block.width + gap, 1.0))
        };
        let last = years.len().saturating_sub(1);
        let first_choices = [latest, 0, last];
        let fits = |step: usize| {
            let chosen: Vec<usize> = (0..years.len()).step_by(step).collect();
            chosen.windows(2).all(|pair| !bounds(pair[0]).overlaps(&bounds(pair[1])))
        };
        let step = (1..=years.len()).find(|step| fits(*step)).unwrap_or(1);
        let mut shown: Vec<usize> = Vec::new();
        for index in first_choices.into_iter().chain((0..years.len()).step_by(step)) {
            if index <= last && shown.iter().all(|other| !bounds(*other).overlaps(&bounds(index))) {
                shown.push(index);
            }
        }
        shown.sort_unstable();
        let labels: Vec<_> = shown.into_iter().filter_map(|index| labels.get(index).cloned()).collect();
        Self { labels, height: height + SPACE_ABOVE * style.text_size }
    }

    pub(super) fn draw(&self, sheet: &Sheet<'_>, style: &Style<'_>, top: f64) -> Result<(), ChartError> {
        let start = top + SPACE_ABOVE * style.text_size;
        for (block, middle) in &self.labels {
            block.set(sheet, (*middle, start + block.height / 2.0), style.palette.ink_soft, HPos::Center)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::style;
    use super::super::typeface::tests::typeface;
    use super::*;

    fn shown(years: usize, latest: usize, width: f64) -> Vec<String> {
        let typeface = typeface();
        let style = style(&typeface, width);
        let years: Vec<String> = (0..years).map(|year| (2000 + year).to_string()).collect();
        let slot = width / years.len() as f64;
        let axis = YearAxis::new(&style, &years, latest, (0.0, width), |index| slot * (index as f64 + 0.5));
        axis.labels.into_iter().map(|(block, _)| block.lines.concat()).collect()
    }

    #[test]
    fn all_years_stand_where_they_have_room() {
        assert_eq!(shown(4, 3, 200.0), ["2000", "2001", "2002", "2003"]);
    }

    #[test]
    fn crowded_years_are_thinned_but_first_latest_and_last_stay() {
        let shown = shown(41, 25, 200.0);
        for year in ["2000", "2025", "2040"] {
            assert!(shown.iter().any(|label| label == year), "{year}: {shown:?}");
        }
        assert!((5..10).contains(&shown.len()), "{shown:?}");
    }

    #[test]
    fn latest_year_outweighs_a_neighbour_that_it_would_touch() {
        assert_eq!(shown(20, 18, 100.0).last().map(String::as_str), Some("2018"));
    }
}
