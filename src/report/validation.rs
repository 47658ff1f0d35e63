//! Rules between the parts of a report: references, uniqueness, years.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::fraction::expect_short_fractions;
use super::latest::newest_value_before;
use super::parts::{Parts, parent_problem};
use super::plausibility::check_values;
use super::{Actual, FiscalYear, Group, Highlight, Indicator, IndicatorId, Settings};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, nearest};

pub(super) fn validate(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let Parts { settings, indicators, actuals, .. } = *parts;
    require_round_within_plan(settings, diagnostics);
    require_unique_ids(settings.groups.iter().map(|Group { id, place, .. }| (id.as_str(), place)), diagnostics);
    require_unique_ids(settings.highlights.iter().map(|Highlight { id, place, .. }| (id.as_str(), place)), diagnostics);
    require_unique_ids(settings.notes.iter().map(|note| (note.value.as_str(), &note.place)), diagnostics);
    require_unique_ids(indicators.iter().map(|indicator| (indicator.id.as_str(), &indicator.place)), diagnostics);
    require_unique_editions(settings, diagnostics);
    require_known_groups(parts, diagnostics);
    require_sound_parents(parts, diagnostics);
    require_featured_indicators(parts, diagnostics);
    let target_years = indicators.iter().filter_map(|indicator| indicator.target.as_ref()?.year.as_ref());
    for year in target_years.chain(&parts.unread.references.target_years) {
        require_target_year_within_plan(settings, year, diagnostics);
    }
    for indicator in indicators {
        require_target_after_baseline(indicator, diagnostics);
    }
    require_known_indicators(parts, diagnostics);
    require_one_actual_a_year(actuals, diagnostics);
    expect_actual_for_round(parts, diagnostics);
    check_values(parts, diagnostics);
    expect_short_fractions(parts, diagnostics);
}

/// The indicators of all rows of actual values, including those that could not be read completely.
fn named_by_values<'a>(parts: &Parts<'a>) -> impl Iterator<Item = &'a Located<IndicatorId>> {
    let of_rows = parts.actuals.iter().map(|actual| &actual.indicator);
    of_rows.chain(&parts.unread.references.indicators)
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

/// Rejects editions with the same template and language: one would overwrite the other.
fn require_unique_editions(settings: &Settings, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<(&str, String), &Place> = BTreeMap::new();
    for edition in &settings.editions {
        for language in &edition.languages {
            let template = edition.template.value.as_str();
            match first.entry((template, language.value.to_string())) {
                Entry::Vacant(entry) => {
                    entry.insert(&language.place);
                }
                Entry::Occupied(entry) => {
                    let problem = Diagnostic::at(Code::DuplicateId, &language.place).with("part", "edition");
                    let problem = problem.with("id", template).with("language", &language.value);
                    diagnostics.push(problem.with_related(entry.get()));
                }
            }
        }
    }
}

fn require_unique_ids<'a>(ids: impl Iterator<Item = (&'a str, &'a Place)>, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for (id, place) in ids {
        match first.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(place);
            }
            Entry::Occupied(entry) => {
                let problem = Diagnostic::at(Code::DuplicateId, place).with("part", "id").with("id", id);
                diagnostics.push(problem.with_related(entry.get()));
            }
        }
    }
}

fn require_known_groups(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let Parts { settings, indicators, unread, .. } = *parts;
    if !settings.groups_are_whole {
        return;
    }
    let of_indicators = indicators.iter().filter_map(|indicator| indicator.group.as_ref());
    let of_highlights = settings.highlights.iter().filter_map(|highlight| highlight.group.as_ref());
    for group in of_indicators.chain(of_highlights).chain(&unread.references.groups) {
        if !settings.groups.iter().any(|known| known.id == group.value) {
            diagnostics.push(
                Diagnostic::at(Code::UnknownGroup, &group.place)
                    .with("id", &group.value)
                    .with_candidates(group.value.as_str(), settings.groups.iter().map(|group| group.id.as_str())),
            );
        }
    }
}

/// Requires that a parent exists, is not a part itself, and shares the part's group and kind.
fn require_sound_parents(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let wholes: BTreeMap<&IndicatorId, &Indicator> =
        parts.indicators.iter().map(|indicator| (&indicator.id, indicator)).collect();
    for indicator in parts.indicators {
        let Some(parent) = &indicator.parent else { continue };
        let Some(whole) = wholes.get(&parent.value) else {
            diagnostics.extend(unknown_indicator(&parent.value, &parent.place, parts));
            continue;
        };
        let cycle = cycle_of(indicator, &wholes);
        // A cycle is reported once, at its first indicator.
        if cycle.iter().any(|other| other.place < indicator.place) {
            continue;
        }
        let problem = if cycle.is_empty() { parent_problem(indicator, whole) } else { Some("cycle") };
        if let Some(problem) = problem {
            let ids: Vec<&str> = cycle.iter().map(|indicator| indicator.id.as_str()).collect();
            let problem = Diagnostic::at(Code::InvalidParent, &parent.place)
                .with("problem", problem)
                .with("id", &indicator.id)
                .with("parent", &parent.value)
                .with("cycle", ids.join(" → "));
            diagnostics.push(if whole.id == indicator.id { problem } else { problem.with_related(&whole.place) });
        }
    }
}

/// The chain of parents that leads from an indicator back to itself, which is last; empty if there is no cycle.
fn cycle_of<'a>(indicator: &Indicator, wholes: &BTreeMap<&IndicatorId, &'a Indicator>) -> Vec<&'a Indicator> {
    let parent_of = |indicator: &Indicator| Some(*wholes.get(&indicator.parent.as_ref()?.value)?);
    let mut ancestors = Vec::new();
    // A longer chain is in a cycle that does not include the indicator.
    for ancestor in std::iter::successors(parent_of(indicator), |ancestor| parent_of(ancestor)).take(wholes.len()) {
        ancestors.push(ancestor);
        if ancestor.id == indicator.id {
            return ancestors;
        }
    }
    Vec::new()
}

/// Requires that the featured indicators of a group are main indicators of it, each named once.
fn require_featured_indicators(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    for group in &parts.settings.groups {
        require_unique_ids(group.featured.iter().map(|id| (id.value.as_str(), &id.place)), diagnostics);
        let is_of_group = |indicator: &Indicator| indicator.group.as_ref().is_some_and(|of| of.value == group.id);
        for Located { value: id, place } in &group.featured {
            let Some(indicator) = parts.indicators.iter().find(|indicator| indicator.id == *id) else {
                diagnostics.extend(unknown_indicator(id, place, parts));
                continue;
            };
            let problem = match (&indicator.parent, is_of_group(indicator)) {
                (_, false) => "group",
                (Some(_), true) => "part",
                (None, true) => continue,
            };
            let whole = indicator.parent.as_ref().map(|parent| parent.value.as_str()).unwrap_or_default();
            let of_group = parts.indicators.iter().filter(|other| other.parent.is_none() && is_of_group(other));
            let problem = Diagnostic::at(Code::InvalidFeatured, place)
                .with("problem", problem)
                .with("id", id)
                .with("group", &group.id)
                .with("whole", whole)
                .with_candidates("", of_group.map(|other| other.id.as_str()));
            diagnostics.push(problem.with_related(&indicator.place));
        }
    }
}

fn require_target_year_within_plan(settings: &Settings, year: &Located<FiscalYear>, diagnostics: &mut Diagnostics) {
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

fn require_known_indicators(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&IndicatorId> = parts.indicators.iter().map(|indicator| &indicator.id).collect();
    for indicator in named_by_values(parts).filter(|indicator| !known.contains(&indicator.value)) {
        diagnostics.extend(unknown_indicator(&indicator.value, &indicator.place, parts));
    }
}

fn require_one_actual_a_year(actuals: &[Actual], diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<(&IndicatorId, FiscalYear), &Actual> = BTreeMap::new();
    for actual in actuals {
        match first.entry((&actual.indicator.value, actual.fiscal_year)) {
            Entry::Vacant(entry) => {
                entry.insert(actual);
            }
            // Several offices may report the same value.
            Entry::Occupied(entry) if says_the_same(entry.get(), actual) => {}
            Entry::Occupied(entry) => diagnostics.push(
                Diagnostic::at(Code::DuplicateActual, &actual.value_place)
                    .with("id", &actual.indicator.value)
                    .with("year", actual.fiscal_year)
                    .with_related(&entry.get().value_place),
            ),
        }
    }
}

fn says_the_same(first: &Actual, other: &Actual) -> bool {
    let notes = |actual: &Actual| actual.notes.iter().map(|note| note.value.clone()).collect::<BTreeSet<_>>();
    let target = |actual: &Actual| actual.target.as_ref().map(|target| target.quantity.value);
    let evaluation = |actual: &Actual| actual.evaluation.as_ref().map(|evaluation| evaluation.value.clone());
    first.observation == other.observation
        && first.is_break == other.is_break
        && notes(first) == notes(other)
        && target(first) == target(other)
        && evaluation(first) == evaluation(other)
}

fn expect_actual_for_round(parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let (plan, year) = (&parts.settings.plan, parts.settings.round.fiscal_year.value);
    // A table that could not be read, or a round outside the plan, is a separate problem.
    if parts.actuals.is_empty() || year < plan.start || year > plan.end {
        return;
    }
    let ids: Vec<&str> = parts.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let all: BTreeSet<&str> = ids.iter().copied().collect();
    // A misspelt indicator is not reported as missing, too.
    let misspelt: BTreeSet<&str> = named_by_values(parts)
        .map(|indicator| indicator.value.as_str())
        .filter(|id| !all.contains(id))
        .filter_map(|id| nearest(id, &ids))
        .collect();
    let known: BTreeSet<&IndicatorId> = parts
        .actuals
        .iter()
        .filter(|actual| actual.fiscal_year == year)
        .map(|actual| &actual.indicator.value)
        .chain(&parts.unread.faulty)
        .collect();
    let missing = parts.indicators.iter().filter(|indicator| !known.contains(&indicator.id));
    for indicator in missing.filter(|indicator| !misspelt.contains(indicator.id.as_str())) {
        let mut rows: Vec<&Actual> =
            parts.actuals.iter().filter(|actual| actual.indicator.value == indicator.id).collect();
        rows.sort_by_key(|actual| actual.fiscal_year);
        let shown = newest_value_before(rows.into_iter(), year).map(|actual| actual.fiscal_year.to_string());
        diagnostics.push(
            Diagnostic::at(Code::ActualMissing, &indicator.place)
                .with("id", &indicator.id)
                .with("year", year)
                .with("shown", shown.as_deref().unwrap_or("none")),
        );
    }
}

/// The problem of a reference to an unknown indicator. `None` if it may be defined in a row that could not be read.
fn unknown_indicator(id: &IndicatorId, place: &Place, parts: &Parts<'_>) -> Option<Diagnostic> {
    let is_certain = !parts.indicators.is_empty() && !parts.unread.undefined.contains(id);
    is_certain.then(|| {
        Diagnostic::at(Code::UnknownIndicator, place)
            .with("id", id)
            .with_candidates(id.as_str(), parts.indicators.iter().map(|indicator| indicator.id.as_str()))
    })
}
