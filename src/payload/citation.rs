//! Everything that messages can cite: each value, rate and count of the report as finished text.

use std::collections::BTreeMap;

use super::PayloadBuilder;
use crate::locale::Citations;
use crate::report::{Indicator, Status};

/// The arguments of `COUNT` for all counted indicators, and for those with a target.
const ALL: &str = "indicators";
const WITH_TARGET: &str = "with-target";

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
            if let Some(rate) = report.achievement_rate(indicator) {
                let rate = self.percent(rate, &indicator.place);
                let year = report.latest(&indicator.id).year;
                citations.rates.insert(id, self.of_year(indicator, rate, |words| words.fiscal_year(year)));
            }
        }
        let (plan, round) = (&report.settings.plan, &report.settings.round);
        self.words.cite(
            citations,
            &[("as-of", round.as_of), ("published", round.published)],
            &[("round", round.fiscal_year.value), ("plan-start", plan.start), ("plan-end", plan.end)],
        );
    }

    fn counts<'a>(&self, indicators: impl Iterator<Item = &'a Indicator>) -> BTreeMap<String, String> {
        let mut numbers: BTreeMap<&str, usize> = Status::ALL.iter().map(|status| (status.as_str(), 0)).collect();
        numbers.extend([(ALL, 0), (WITH_TARGET, 0)]);
        for indicator in indicators {
            *numbers.entry(ALL).or_default() += 1;
            *numbers.entry(self.report.status(indicator).as_str()).or_default() += 1;
            if indicator.target.is_some() {
                *numbers.entry(WITH_TARGET).or_default() += 1;
            }
        }
        numbers.into_iter().map(|(name, number)| (name.to_owned(), self.words.count(number))).collect()
    }
}
