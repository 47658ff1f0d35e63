//! Everything that messages can cite: each value, rate and count of the report as finished text.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::PayloadBuilder;
use rust_decimal::Decimal;

use crate::locale::{AHEAD, BASELINE, BEHIND, CHANGE_RATE, Citations, DIFFERENCE, PREVIOUS};
use crate::report::{Change, GroupId, Indicator, Quantity, Status};

/// The arguments of `COUNT` for all counted indicators, for those with a target, and for those of these that have a value.
const ALL: &str = "indicators";
const WITH_TARGET: &str = "with-target";
const REPORTED: &str = "reported";

impl PayloadBuilder<'_> {
    pub(super) fn cite(&self) {
        let report = self.report;
        let mut citations = Citations {
            counts: self.counts(report.main_indicators()),
            group_counts: report
                .settings
                .groups
                .iter()
                .map(|group| (group.id.to_string(), self.counts(report.indicators_of(Some(&group.id)))))
                .collect(),
            ..Citations::default()
        };
        for indicator in &report.indicators {
            let id = indicator.id.to_string();
            let names = indicator.names.values().chain(indicator.labels.values());
            citations.names.extend(names.map(|name| (name.value.clone(), id.clone())));
            citations.actuals.insert(id.clone(), self.latest_text(indicator));
            if let Some(target) = &indicator.target {
                citations.targets.insert(id.clone(), self.target(indicator, target).text);
            }
            if let Some(baseline) = &indicator.baseline {
                citations.baselines.insert(id.clone(), self.baseline(indicator, baseline).text);
            }
            for actual in report.actuals_of(&indicator.id) {
                let text = self.actual(indicator, actual.observation).text;
                citations.of_years.insert((id.clone(), actual.fiscal_year.starting_year().to_string()), text);
            }
            self.cite_changes(indicator, &mut citations);
            if let Some(rate) = report.achievement_rate(indicator) {
                let rate = self.percent(rate, &indicator.place);
                let year = report.latest(&indicator.id).year;
                citations.rates.insert(id, self.of_year(indicator, rate, |words| words.fiscal_year(year)));
            }
        }
        self.cite_ranks(&mut citations);
        let (plan, round) = (&report.settings.plan, &report.settings.round);
        self.words.cite(
            citations,
            &[("as-of", round.as_of.value), ("published", round.published.value)],
            &[("round", round.fiscal_year.value), ("plan-start", plan.start), ("plan-end", plan.end)],
        );
    }

    /// The changes of the latest value since the baseline and since each earlier year.
    fn cite_changes(&self, indicator: &Indicator, citations: &mut Citations) {
        let latest = self.report.latest(&indicator.id).year;
        let previous = latest.previous();
        let years = self.report.actuals_of(&indicator.id).map(|actual| actual.fiscal_year);
        let mut changes = vec![(BASELINE.to_owned(), None)];
        for year in years.filter(|year| *year < latest) {
            changes.push((year.starting_year().to_string(), Some(year)));
            changes.extend((Some(year) == previous).then(|| (PREVIOUS.to_owned(), Some(year))));
        }
        for (since, year) in changes {
            let Some(change) = self.report.change(indicator, year) else { continue };
            let Change { difference, percent } = change;
            let id = indicator.id.to_string();
            let text = self.change_text(indicator, difference, |size| self.difference_text(indicator, size));
            citations.changes.insert((id.clone(), since.clone(), DIFFERENCE), text);
            if let Some(percent) = percent {
                let of_percent = |size: Quantity| self.percentage(size.value, size.decimals, &indicator.place);
                let text = self.change_text(indicator, percent, of_percent);
                citations.changes.insert((id, since, CHANGE_RATE), text);
            }
        }
    }

    /// A change in words: its size, and whether it is up or down.
    fn change_text(&self, indicator: &Indicator, change: Quantity, text: impl Fn(Quantity) -> String) -> String {
        let message = match change.value.cmp(&Decimal::ZERO) {
            Ordering::Less => "change-down",
            Ordering::Equal => "change-none",
            Ordering::Greater => "change-up",
        };
        let size = text(Quantity::new(change.value.abs(), Some(change.decimals)));
        let said = self.words.optional(message, &[("size", &size)]);
        let said = said.unwrap_or_else(|| format!("{}{size}", if change.value.is_sign_negative() { '−' } else { '+' }));
        let year = self.report.latest(&indicator.id).year;
        self.of_year(indicator, said, |words| words.fiscal_year(year))
    }

    /// The size of a difference in the indicator's unit; that of two percentages is in points.
    fn difference_text(&self, indicator: &Indicator, size: Quantity) -> String {
        let is_share = ["percent", "rate"].contains(&indicator.unit.value.as_str());
        let number = self.words.number(size.value, size.decimals);
        let points = is_share.then(|| self.words.optional("gap-points", &[("value", &number)])).flatten();
        points.unwrap_or_else(|| self.quantity(indicator, size, None).text)
    }

    /// Lists by pace, and the rank of each indicator that has one: the fastest is the first.
    fn cite_ranks(&self, citations: &mut Citations) {
        let report = self.report;
        let groups = report.settings.groups.iter().map(|group| Some(&group.id));
        for group in std::iter::once(None).chain(groups) {
            let name = group.map(GroupId::to_string);
            let names = |list: Vec<&Indicator>| list.into_iter().map(|one| self.name(one)).collect::<Vec<_>>();
            citations.lists.insert((BEHIND, name.clone()), names(report.behind(group)));
            let mut ahead = report.by_pace(group);
            ahead.retain(|(_, pace)| *pace >= Decimal::ONE);
            ahead.sort_by_key(|(_, pace)| Reverse(*pace));
            citations.lists.insert((AHEAD, name), names(ahead.into_iter().map(|(one, _)| one).collect()));
        }
        let paces = report.by_pace(None);
        for (indicator, pace) in &paces {
            let faster = paces.iter().filter(|(_, other)| other > pace).count();
            citations.ranks.insert(indicator.id.to_string(), self.words.count(faster + 1));
        }
        let optional =
            |message: &str, default: &str| self.words.optional(message, &[]).unwrap_or_else(|| default.to_owned());
        citations.separator = optional("list-separator", ", ");
        citations.empty_list = optional("list-none", "–");
    }

    fn counts<'a>(&self, indicators: impl Iterator<Item = &'a Indicator>) -> BTreeMap<String, String> {
        let mut numbers: BTreeMap<&str, usize> = Status::ALL.iter().map(|status| (status.as_str(), 0)).collect();
        numbers.extend([(ALL, 0), (WITH_TARGET, 0), (REPORTED, 0)]);
        for indicator in indicators {
            let status = self.report.status(indicator);
            *numbers.entry(ALL).or_default() += 1;
            *numbers.entry(status.as_str()).or_default() += 1;
            if indicator.target.is_some() {
                *numbers.entry(WITH_TARGET).or_default() += 1;
                *numbers.entry(REPORTED).or_default() += usize::from(status != Status::NotReported);
            }
        }
        numbers.into_iter().map(|(name, number)| (name.to_owned(), self.words.count(number))).collect()
    }
}
