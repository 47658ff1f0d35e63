//! Rules that hold between the parts of a report: references, uniqueness, years.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Actual, FiscalYear, Group, Highlight, Indicator, IndicatorId, Settings};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// Adds every fault between the parts of a report.
pub(super) fn validate(
    settings: &Settings,
    indicators: &[Indicator],
    actuals: &[Actual],
    diagnostics: &mut Diagnostics,
) {
    require_round_within_plan(settings, diagnostics);
    require_unique_ids(settings.groups.iter().map(|Group { id, place }| (id.as_str(), place)), diagnostics);
    require_unique_ids(
        settings.highlights.iter().map(|Highlight { id, place, .. }| (id.as_str(), place)),
        diagnostics,
    );
    require_unique_ids(indicators.iter().map(|indicator| (indicator.id.as_str(), &indicator.place)), diagnostics);
    require_known_groups(settings, indicators, diagnostics);
    require_sound_parents(indicators, diagnostics);
    for indicator in indicators {
        require_target_year_within_plan(settings, indicator, diagnostics);
        require_target_after_baseline(indicator, diagnostics);
    }
    require_known_indicators(indicators, actuals, diagnostics);
    require_one_actual_a_year(actuals, diagnostics);
    expect_actual_for_round(settings, indicators, actuals, diagnostics);
}

fn require_round_within_plan(settings: &Settings, diagnostics: &mut Diagnostics) {
    let year = &settings.round.fiscal_year;
    if year.value < settings.plan.start || year.value > settings.plan.end {
        diagnostics.push(
            Diagnostic::at(Code::RoundOutsidePlan, &year.place)
                .with("year", year.value)
                .with("start", settings.plan.start)
                .with("end", settings.plan.end),
        );
    }
}

fn require_unique_ids<'a>(ids: impl Iterator<Item = (&'a str, &'a Place)>, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for (id, place) in ids {
        match first.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(place);
            }
            Entry::Occupied(entry) => diagnostics
                .push(Diagnostic::at(Code::DuplicateId, place).with("id", id).with_related(entry.get())),
        }
    }
}

fn require_known_groups(settings: &Settings, indicators: &[Indicator], diagnostics: &mut Diagnostics) {
    let of_indicators = indicators.iter().filter_map(|indicator| indicator.group.as_ref());
    let of_highlights = settings.highlights.iter().filter_map(|highlight| highlight.group.as_ref());
    for group in of_indicators.chain(of_highlights) {
        if !settings.groups.iter().any(|known| known.id == group.value) {
            diagnostics.push(
                Diagnostic::at(Code::UnknownGroup, &group.place).with("id", &group.value).with_candidates(
                    group.value.as_str(),
                    settings.groups.iter().map(|group| group.id.as_str()),
                ),
            );
        }
    }
}

/// Requires that a parent exists, is no part itself, and shares the part's group and kind: a part is printed below its
/// whole, and one level is what a reader can follow. This also leaves no circle of parents.
fn require_sound_parents(indicators: &[Indicator], diagnostics: &mut Diagnostics) {
    for indicator in indicators {
        let Some(parent) = &indicator.parent else { continue };
        let Some(whole) = indicators.iter().find(|whole| whole.id == parent.value) else {
            diagnostics.push(unknown_indicator(&parent.value, &parent.place, indicators));
            continue;
        };
        let group = |indicator: &Indicator| indicator.group.as_ref().map(|group| group.value.clone());
        let same = group(whole) == group(indicator) && whole.kind.value == indicator.kind.value;
        if whole.parent.is_some() || whole.id == indicator.id || !same {
            diagnostics.push(
                Diagnostic::at(Code::InvalidParent, &parent.place)
                    .with("id", &indicator.id)
                    .with("parent", &parent.value)
                    .with_related(&whole.place),
            );
        }
    }
}

fn require_target_year_within_plan(settings: &Settings, indicator: &Indicator, diagnostics: &mut Diagnostics) {
    let Some(year) = indicator.target.as_ref().and_then(|target| target.year.as_ref()) else { return };
    if year.value < settings.plan.start || year.value > settings.plan.end {
        diagnostics.push(
            Diagnostic::at(Code::TargetYearOutsidePlan, &year.place)
                .with("year", year.value)
                .with("start", settings.plan.start)
                .with("end", settings.plan.end),
        );
    }
}

fn require_target_after_baseline(indicator: &Indicator, diagnostics: &mut Diagnostics) {
    let baseline = indicator.baseline.as_ref().and_then(|baseline| baseline.year.as_ref());
    let target = indicator.target.as_ref().and_then(|target| target.year.as_ref());
    if let (Some(baseline), Some(target)) = (baseline, target)
        && target.value < baseline.value
    {
        diagnostics.push(
            Diagnostic::at(Code::TargetBeforeBaseline, &target.place)
                .with("target", target.value)
                .with("baseline", baseline.value)
                .with_related(&baseline.place),
        );
    }
}

fn require_known_indicators(indicators: &[Indicator], actuals: &[Actual], diagnostics: &mut Diagnostics) {
    for actual in actuals {
        if !indicators.iter().any(|indicator| indicator.id == actual.indicator.value) {
            diagnostics.push(unknown_indicator(&actual.indicator.value, &actual.indicator.place, indicators));
        }
    }
}

fn require_one_actual_a_year(actuals: &[Actual], diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<(&IndicatorId, FiscalYear), &Place> = BTreeMap::new();
    for actual in actuals {
        match first.entry((&actual.indicator.value, actual.fiscal_year)) {
            Entry::Vacant(entry) => {
                entry.insert(&actual.place);
            }
            Entry::Occupied(entry) => diagnostics.push(
                Diagnostic::at(Code::DuplicateActual, &actual.place)
                    .with("id", &actual.indicator.value)
                    .with("year", actual.fiscal_year)
                    .with_related(entry.get()),
            ),
        }
    }
}

fn expect_actual_for_round(
    settings: &Settings,
    indicators: &[Indicator],
    actuals: &[Actual],
    diagnostics: &mut Diagnostics,
) {
    let year = settings.round.fiscal_year.value;
    let known: std::collections::BTreeSet<&IndicatorId> = actuals
        .iter()
        .filter(|actual| actual.fiscal_year == year)
        .map(|actual| &actual.indicator.value)
        .collect();
    for indicator in indicators.iter().filter(|indicator| !known.contains(&indicator.id)) {
        diagnostics.push(
            Diagnostic::at(Code::ActualMissing, &indicator.place).with("id", &indicator.id).with("year", year),
        );
    }
}

/// Reports a reference to an indicator that the report does not have.
fn unknown_indicator(id: &IndicatorId, place: &Place, indicators: &[Indicator]) -> Diagnostic {
    Diagnostic::at(Code::UnknownIndicator, place)
        .with("id", id)
        .with_candidates(id.as_str(), indicators.iter().map(|indicator| indicator.id.as_str()))
}
