//! Rules between values: baselines, targets, actual values, parts and wholes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::parts::{Parts, parent_problem};
use super::progress::{self, RateUndefined};
use super::rounding::{Decided, Rounded, decided_by_rounding, status_is_decided_by_rounding};
use super::whole_counts::expect_whole_counts;
use super::{Accumulation, Actual, Direction, DirectionBasis, FiscalYear, Indicator, IndicatorId, Report};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// The actual values of each indicator by year; the first of two for one year.
type Histories<'a> = BTreeMap<&'a IndicatorId, BTreeMap<FiscalYear, &'a Actual>>;

pub(super) fn check_values(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let mut histories = Histories::new();
    for actual in parts.actuals {
        histories.entry(&actual.indicator.value).or_default().entry(actual.fiscal_year).or_insert(actual);
    }
    let wholes: BTreeMap<&IndicatorId, &Indicator> =
        parts.indicators.iter().map(|indicator| (&indicator.id, indicator)).collect();
    for indicator in parts.indicators {
        require_values_within_unit(indicator, &histories, diagnostics);
        let history = histories.get(&indicator.id).into_iter().flat_map(BTreeMap::values);
        expect_whole_counts(indicator, history.copied(), diagnostics);
        require_target_in_direction(indicator, diagnostics);
        expect_way_to_target(indicator, diagnostics);
        expect_no_negative_counts(indicator, &histories, diagnostics);
        if indicator.accumulation == Accumulation::Cumulative {
            let history = histories.get(&indicator.id).into_iter().flat_map(BTreeMap::values);
            let history = history.filter(|actual| actual.fiscal_year >= parts.settings.plan.start);
            require_counts_that_never_fall(history, diagnostics);
        }
        let whole = indicator.parent.as_ref().and_then(|parent| wholes.get(&parent.value));
        if let Some(whole) = whole.filter(|whole| add_up(indicator, whole)) {
            require_part_within_whole(indicator, whole, &histories, diagnostics);
        }
    }
}

/// All values of an indicator with their places: baseline, target, actual values and annual targets.
fn values_of<'a>(indicator: &'a Indicator, histories: &Histories<'a>) -> Vec<(Decimal, &'a Place)> {
    let baseline = indicator.baseline.iter().map(|baseline| (baseline.quantity.value, &baseline.place));
    let target = indicator.target.iter().map(|target| (target.quantity.value, &target.place));
    let actuals = || histories.get(&indicator.id).into_iter().flat_map(BTreeMap::values);
    let values = actuals().filter_map(|actual| Some((actual.observation.value()?, &actual.value_place)));
    let year_targets = actuals().filter_map(|actual| actual.target.as_ref());
    let year_targets = year_targets.map(|target| (target.quantity.value, &target.place));
    baseline.chain(target).chain(values).chain(year_targets).collect()
}

/// Rejects negative cumulative values, and warns of a single other negative count: balances have several.
fn expect_no_negative_counts(indicator: &Indicator, histories: &Histories<'_>, diagnostics: &mut Diagnostics) {
    let is_cumulative = indicator.accumulation == Accumulation::Cumulative;
    if !is_cumulative && !indicator.unit.value.is_count() {
        return;
    }
    let mut negative = values_of(indicator, histories);
    negative.retain(|(value, _)| *value < Decimal::ZERO);
    if !is_cumulative && negative.len() > 1 {
        return;
    }
    let code = if is_cumulative { Code::NegativeCumulative } else { Code::NegativeCount };
    for (value, place) in negative {
        diagnostics.push(
            Diagnostic::at(code, place)
                .with("id", &indicator.id)
                .with("value", value)
                .with("unit", &indicator.unit.value),
        );
    }
}

/// Rejects rounding that decides whether a target is met, or the status: printed values would contradict it.
pub(super) fn expect_rounding_that_decides_nothing(report: &Report, diagnostics: &mut Diagnostics) {
    for indicator in &report.indicators {
        let judged = report.judged(indicator);
        for actual in report.actuals_of(&indicator.id) {
            let Some(value) = actual.observation.value() else { continue };
            let value = Rounded::to(value, indicator.decimals).behind(actual.stored);
            let year_target = actual.target.as_ref().map(|target| target.quantity);
            let is_judged = actual.fiscal_year == judged.year;
            let status = || {
                let time = (&report.settings.plan, judged.year);
                let bands = &report.settings.bands;
                is_judged && status_is_decided_by_rounding(indicator, value, time, year_target, bands)
            };
            let decided = decided_by_rounding(indicator, value, year_target);
            let Some(decided) = decided.or_else(|| status().then_some(Decided::Status)) else { continue };
            let target = actual.target.as_ref().filter(|_| decided == Decided::YearTarget);
            let target = target.map(|target| (target.quantity, &target.place));
            let target = target.or(indicator.target.as_ref().map(|target| (target.quantity, &target.place)));
            let Some((target, target_place)) = target else { continue };
            let is_of_cell = actual.stored.or(target.stored).is_some();
            diagnostics.push(
                Diagnostic::at(Code::RoundingDecides, &actual.value_place)
                    .with("part", decided.as_str())
                    .with("by", if is_of_cell { "cell" } else { "decimals" })
                    .with("id", &indicator.id)
                    .with("stored", value.stored)
                    .with("shown", value.shown)
                    .with("target", target.value)
                    .with_related(target_place),
            );
        }
    }
}

fn require_values_within_unit(indicator: &Indicator, histories: &Histories<'_>, diagnostics: &mut Diagnostics) {
    let Some(maximum) = indicator.unit.value.maximum() else { return };
    for (value, place) in values_of(indicator, histories).into_iter().filter(|(value, _)| *value > maximum) {
        diagnostics.push(
            Diagnostic::at(Code::ShareAbove100, place)
                .with("value", value)
                .with("unit", &indicator.unit.value)
                .with_related(&indicator.unit.place),
        );
    }
}

fn require_target_in_direction(indicator: &Indicator, diagnostics: &mut Diagnostics) {
    let (Some(baseline), Some(target)) = (&indicator.baseline, &indicator.target) else { return };
    // A derived direction follows from these values.
    if indicator.direction_basis != DirectionBasis::Stated {
        return;
    }
    let (from, to) = (baseline.quantity.value, target.quantity.value);
    let direction = match indicator.direction {
        Direction::Increase if to < from => "increase",
        Direction::Decrease if to > from => "decrease",
        Direction::Increase | Direction::Decrease | Direction::Maintain => return,
    };
    diagnostics.push(
        Diagnostic::at(Code::DirectionAgainstTarget, &target.place)
            .with("direction", direction)
            .with("target", to)
            .with("baseline", from)
            .with_related(&baseline.place),
    );
}

/// Warns if the target equals the baseline, since progress is then undefined.
fn expect_way_to_target(indicator: &Indicator, diagnostics: &mut Diagnostics) {
    let Some(target) = &indicator.target else { return };
    if progress::require_way(indicator) != Err(RateUndefined::TargetEqualsBaseline) {
        return;
    }
    let problem = Diagnostic::at(Code::ProgressUndefined, &target.place)
        .with("id", &indicator.id)
        .with("target", target.quantity.value);
    diagnostics.push(match &indicator.baseline {
        Some(baseline) => problem.with("baseline", "given").with_related(&baseline.place),
        None => problem.with("baseline", "zero"),
    });
}

/// Rejects a cumulative count that falls between reported years, unless a note explains the revision or a new series
/// begins. Values from before the plan are not part of the count.
fn require_counts_that_never_fall<'a>(history: impl Iterator<Item = &'a &'a Actual>, diagnostics: &mut Diagnostics) {
    let mut before: Option<(&Actual, Decimal)> = None;
    for actual in history {
        // Values after a break cannot be compared with those before it.
        before = before.filter(|_| !actual.is_break);
        // A negative count is a separate problem.
        let Some(value) = actual.observation.value().filter(|value| *value >= Decimal::ZERO) else { continue };
        if let Some((earlier, higher)) = before.filter(|(_, higher)| value < *higher && actual.notes.is_empty()) {
            diagnostics.push(
                Diagnostic::at(Code::CumulativeFalls, &actual.value_place)
                    .with("id", &actual.indicator.value)
                    .with("value", value)
                    .with("year", actual.fiscal_year)
                    .with("earlier", higher)
                    .with("earlier-year", earlier.fiscal_year)
                    .with_related(&earlier.value_place),
            );
        }
        before = Some((actual, value));
    }
}

/// Whether the whole contains the values of a part. Levels do not add up: a part may have a larger share.
fn add_up(part: &Indicator, whole: &Indicator) -> bool {
    part.accumulation != Accumulation::Level
        && part.accumulation == whole.accumulation
        && part.unit.value == whole.unit.value
        && parent_problem(part, whole).is_none()
}

fn require_part_within_whole(
    part: &Indicator,
    whole: &Indicator,
    histories: &Histories<'_>,
    diagnostics: &mut Diagnostics,
) {
    let mut compare = |part_of: (Decimal, &Place), whole_of: (Decimal, &Place), year: Option<FiscalYear>| {
        if part_of.0 > whole_of.0 {
            let problem = Diagnostic::at(Code::PartExceedsWhole, part_of.1)
                .with("part", &part.id)
                .with("value", part_of.0)
                .with("whole", &whole.id)
                .with("limit", whole_of.0)
                .with_related(whole_of.1);
            diagnostics.push(match year {
                Some(year) => problem.with("what", "actual").with("year", year),
                None => problem.with("what", "target"),
            });
        }
    };
    if let (Some(of_part), Some(of_whole)) = (&part.target, &whole.target) {
        let years = [of_part, of_whole].map(|target| target.year.as_ref().map(|year| year.value));
        // A part with a later target year may have a higher target.
        if years[0].is_none() || years[1].is_none() || years[0] == years[1] {
            let [of_part, of_whole] = [of_part, of_whole].map(|target| (target.quantity.value, &target.place));
            compare(of_part, of_whole, None);
        }
    }
    let (Some(of_part), Some(of_whole)) = (histories.get(&part.id), histories.get(&whole.id)) else { return };
    for (year, actual) in of_part {
        if let Some(of_whole) = of_whole.get(year)
            && let (Some(value), Some(limit)) = (actual.observation.value(), of_whole.observation.value())
        {
            compare((value, &actual.value_place), (limit, &of_whole.value_place), Some(*year));
        }
    }
}
