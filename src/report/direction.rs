//! Derives the direction of an indicator from its baseline and targets if its row does not state it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Accumulation, Actuals, Comparator, Direction, Indicator, rows_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// How the direction of an indicator was determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectionBasis {
    /// Its row states it.
    Stated,
    /// Derived from its baseline, its targets or the wording of its target.
    Derived,
    /// Neither stated nor derivable: an increase is assumed to be better.
    Assumed,
}

const MOST_NAMED: usize = 20;

/// Derives the direction of every indicator whose row does not state it. Those of which it cannot be derived keep the
/// assumed one, with one warning per file if that may be wrong.
pub(super) fn settle(indicators: &mut [Indicator], actuals: &Actuals, diagnostics: &mut Diagnostics) {
    let mut unknown: BTreeMap<&str, (&Place, Vec<&str>)> = BTreeMap::new();
    for indicator in indicators.iter_mut().filter(|indicator| indicator.direction_basis != DirectionBasis::Stated) {
        let rows = rows_of(actuals, &indicator.id);
        let year_targets = rows.filter_map(|actual| Some(actual.target.as_ref()?.quantity.value));
        if let Some(direction) = derived(indicator, year_targets) {
            (indicator.direction, indicator.direction_basis) = (direction, DirectionBasis::Derived);
        }
    }
    for indicator in indicators.iter().filter(|indicator| expects_direction(indicator)) {
        let (_, ids) = unknown.entry(&indicator.place.file).or_insert((&indicator.place, Vec::new()));
        ids.push(indicator.id.as_str());
    }
    for (place, ids) in unknown.into_values() {
        let rest = (ids.len() > MOST_NAMED).then_some("…");
        let named: Vec<&str> = ids.iter().copied().take(MOST_NAMED).chain(rest).collect();
        let problem = Diagnostic::at(Code::DirectionUnknown, place).with("count", ids.len());
        diagnostics.push(problem.with("ids", named.join(", ")));
    }
}

/// Whether a status may be wrong without a direction: for a level or rate with a target. Counts should increase.
fn expects_direction(indicator: &Indicator) -> bool {
    let is_count = indicator.accumulation != Accumulation::Level && !indicator.unit.value.is_rate();
    // A target that equals its baseline is a separate problem.
    let baseline = indicator.baseline.as_ref().map(|baseline| baseline.quantity.value);
    let has_way = indicator.target.as_ref().is_some_and(|target| baseline != Some(target.quantity.value));
    indicator.direction_basis == DirectionBasis::Assumed && has_way && !is_count
}

/// The direction according to the wording of the target, else to the path from the baseline over the annual targets to
/// the target. A bound that the baseline already meets is to be kept.
fn derived(indicator: &Indicator, year_targets: impl Iterator<Item = Decimal>) -> Option<Direction> {
    let baseline = indicator.baseline.as_ref().map(|baseline| baseline.quantity.value);
    let target = indicator.target.as_ref();
    let comparator = target.and_then(|target| target.comparator);
    let target = target.map(|target| target.quantity.value);
    let (is_above, is_below) = match (baseline, target) {
        (Some(baseline), Some(target)) => (baseline > target, baseline < target),
        _ => (false, false),
    };
    match comparator {
        Some(Comparator::AtLeast | Comparator::Above) => {
            return Some(if is_above { Direction::Maintain } else { Direction::Increase });
        }
        Some(Comparator::AtMost | Comparator::Within | Comparator::Below) => {
            return Some(if is_below { Direction::Maintain } else { Direction::Decrease });
        }
        None => {}
    }
    let way: Vec<Decimal> = baseline.into_iter().chain(year_targets).chain(target).collect();
    match (way.is_sorted(), way.iter().rev().is_sorted()) {
        (true, false) => Some(Direction::Increase),
        (false, true) => Some(Direction::Decrease),
        // The path is flat or not monotonic: compare the baseline and the target only.
        _ => match (baseline, target) {
            (Some(baseline), Some(target)) if baseline < target => Some(Direction::Increase),
            (Some(baseline), Some(target)) if baseline > target => Some(Direction::Decrease),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{actual, indicator, report, report_with};
    use crate::report::{Actual, Status};

    fn unstated(id: &str, accumulation: Accumulation, baseline: Option<i64>, target: i64) -> Indicator {
        let basis = DirectionBasis::Assumed;
        Indicator { direction_basis: basis, ..indicator(id, accumulation, Direction::Increase, baseline, target) }
    }

    fn known(indicator: Indicator, actuals: Vec<Actual>) -> (Direction, DirectionBasis) {
        let report = report(vec![indicator], actuals);
        (report.indicators[0].direction, report.indicators[0].direction_basis)
    }

    const DERIVED: DirectionBasis = DirectionBasis::Derived;

    #[test]
    fn a_target_below_the_baseline_is_to_come_down_to() {
        let level = |baseline, target| unstated("a", Accumulation::Level, Some(baseline), target);
        assert_eq!(known(level(145, 72), Vec::new()), (Direction::Decrease, DERIVED));
        assert_eq!(known(level(72, 145), Vec::new()), (Direction::Increase, DERIVED));
        assert_eq!(known(level(72, 72), Vec::new()).1, DirectionBasis::Assumed);
        let report = report(vec![level(145, 72)], vec![actual("a", 2022, 104, None)]);
        assert_eq!(report.status(&report.indicators[0]), Status::NotYet);
    }

    #[test]
    fn how_a_target_is_worded_says_the_direction() {
        let worded = |comparator, baseline| {
            let mut level = unstated("a", Accumulation::Level, baseline, 72);
            level.target.as_mut().unwrap().comparator = Some(comparator);
            known(level, Vec::new()).0
        };
        assert_eq!(worded(Comparator::AtMost, None), Direction::Decrease);
        assert_eq!(worded(Comparator::AtLeast, None), Direction::Increase);
        assert_eq!(worded(Comparator::AtLeast, Some(90)), Direction::Maintain);
        assert_eq!(worded(Comparator::AtMost, Some(50)), Direction::Maintain);
    }

    #[test]
    fn the_targets_of_years_say_the_direction() {
        let level = || unstated("a", Accumulation::Level, None, 72);
        let rows = vec![actual("a", 2021, 104, Some(120)), actual("a", 2022, 104, Some(100))];
        assert_eq!(known(level(), rows), (Direction::Decrease, DERIVED));
        assert_eq!(known(level(), vec![actual("a", 2022, 50, Some(60))]), (Direction::Increase, DERIVED));
        let to_and_fro = vec![actual("a", 2021, 1, Some(120)), actual("a", 2022, 1, Some(60))];
        assert_eq!(known(level(), to_and_fro).1, DirectionBasis::Assumed);
    }

    #[test]
    fn levels_of_which_nothing_says_the_direction_are_one_warning() {
        let level = |id| unstated(id, Accumulation::Level, None, 72);
        let mut monitored = level("monitored");
        monitored.target = None;
        let mut rate = unstated("rate", Accumulation::Annual, None, 72);
        rate.unit.value = crate::report::UnitId::new("percent").unwrap();
        let stated = indicator("stated", Accumulation::Level, Direction::Increase, None, 72);
        let annual = unstated("annual", Accumulation::Annual, None, 72);
        let kept = unstated("kept", Accumulation::Level, Some(72), 72);
        let mut diagnostics = Diagnostics::default();
        let all = vec![level("a"), monitored, rate, stated, annual, kept, level("b")];
        report_with(all, Vec::new(), &mut diagnostics);
        let found: Vec<_> = diagnostics.into_iter().filter(|problem| problem.code == Code::DirectionUnknown).collect();
        let ids: Vec<_> = found.iter().map(|problem| problem.argument("ids")).collect();
        assert_eq!(ids, [Some("a, rate, b")]);
    }
}
