//! Changes of an indicator's latest value, and the order of indicators by pace.

use rust_decimal::Decimal;

use super::{FiscalYear, GroupId, Indicator, Quantity, Report};

/// A change of an indicator's latest value, in the numbers that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Latest minus earlier value, with the decimals of the more exact one.
    pub difference: Quantity,
    /// The difference in percent of the earlier value, with one decimal. `None` if that is not above zero.
    pub percent: Option<Quantity>,
}

impl Report {
    /// The change since a fiscal year, or since the baseline if `since` is `None`. `None` if there is no such value, or a
    /// new series has begun since then: its values cannot be compared with those before it.
    #[must_use]
    pub fn change(&self, indicator: &Indicator, since: Option<FiscalYear>) -> Option<Change> {
        let latest = self.latest(&indicator.id);
        let to = Quantity::new(latest.observation.value()?, indicator.decimals);
        let (from, of_year) = match since {
            Some(year) => {
                let value = self.actual_of(&indicator.id, year)?.observation.value()?;
                (Quantity::new(value, indicator.decimals), Some(year))
            }
            None => {
                let baseline = indicator.baseline.as_ref()?;
                (baseline.quantity, baseline.year.as_ref().map(|year| year.value))
            }
        };
        let is_before = of_year.is_none_or(|year| year < latest.year);
        if !is_before || self.is_broken_since(indicator, of_year) {
            return None;
        }
        let (shown_to, shown_from) = (to.shown(), from.shown());
        let difference = shown_to.checked_sub(shown_from)?;
        let percent = || {
            let share = difference.checked_div(shown_from).filter(|_| shown_from > Decimal::ZERO)?;
            let percent = Quantity::new(share.checked_mul(Decimal::ONE_HUNDRED)?, Some(1));
            Some(Quantity { value: percent.shown(), ..percent })
        };
        let decimals = to.decimals.max(from.decimals);
        Some(Change { difference: Quantity::new(difference, Some(decimals)), percent: percent() })
    }

    /// Whether a new series has begun between a year, or the first if it is `None`, and the latest value.
    #[must_use]
    pub fn is_broken_since(&self, indicator: &Indicator, of_year: Option<FiscalYear>) -> bool {
        let latest = self.latest(&indicator.id).year;
        self.actuals_of(&indicator.id).any(|actual| {
            actual.is_break && actual.fiscal_year <= latest && of_year.is_none_or(|year| actual.fiscal_year > year)
        })
    }

    /// The indicators whose pace is known, the slowest first; in their order where it is the same. Parts are left out.
    #[must_use]
    pub fn by_pace(&self, group: Option<&GroupId>) -> Vec<(&Indicator, Decimal)> {
        let of_group =
            |indicator: &&Indicator| group.is_none() || indicator.group.as_ref().map(|group| &group.value) == group;
        let paces = self.main_indicators().filter(of_group);
        let mut paces: Vec<(&Indicator, Decimal)> =
            paces.filter_map(|indicator| Some((indicator, self.assessment(indicator).pace?.value))).collect();
        paces.sort_by_key(|(_, pace)| *pace);
        paces
    }

    /// The indicators that are behind their expected values, the slowest first.
    #[must_use]
    pub fn behind(&self, group: Option<&GroupId>) -> Vec<&Indicator> {
        let by_pace = self.by_pace(group).into_iter().map(|(indicator, _)| indicator);
        by_pace.filter(|indicator| self.status(indicator).is_behind()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Located;
    use crate::report::fixture::{actual, decimal, indicator, report, year};
    use crate::report::{Accumulation, Actual, Direction};

    fn change(indicator: Indicator, actuals: Vec<Actual>, since: Option<i64>) -> Option<(Decimal, Option<Decimal>)> {
        let report = report(vec![indicator], actuals);
        let change = report.change(&report.indicators[0], since.map(year))?;
        Some((change.difference.value, change.percent.map(|percent| percent.value)))
    }

    fn level(baseline: Option<i64>) -> Indicator {
        indicator("a", Accumulation::Level, Direction::Increase, baseline, 100)
    }

    #[test]
    fn a_change_is_the_difference_of_what_is_shown() {
        let actuals = || vec![actual("a", 2021, 40, None), actual("a", 2022, 46, None)];
        assert_eq!(change(level(None), actuals(), Some(2021)), Some((6.into(), Some(decimal("15.0")))));
        assert_eq!(change(level(Some(50)), actuals(), None), Some(((-4).into(), Some(decimal("-8.0")))));
        assert_eq!(change(level(None), actuals(), None), None, "no baseline");
        assert_eq!(change(level(None), actuals(), Some(2020)), None, "no value");
        assert_eq!(change(level(None), actuals(), Some(2022)), None, "its own year");
        let rounded = Indicator { decimals: Some(0), ..level(None) };
        let exact = |of_year, value| Actual {
            observation: crate::report::Observation::of_final(decimal(value)),
            ..actual("a", of_year, 0, None)
        };
        let actuals = vec![exact(2021, "40.4"), exact(2022, "40.6")];
        assert_eq!(change(rounded, actuals, Some(2021)).unwrap().0, 1.into());
    }

    #[test]
    fn a_rate_of_nothing_or_less_is_none() {
        let actuals = |from| vec![actual("a", 2021, from, None), actual("a", 2022, 5, None)];
        assert_eq!(change(level(None), actuals(0), Some(2021)), Some((5.into(), None)));
        assert_eq!(change(level(None), actuals(-5), Some(2021)), Some((10.into(), None)));
    }

    #[test]
    fn values_of_two_series_are_not_compared() {
        let broken = |of_year, value| Actual { is_break: true, ..actual("a", of_year, value, None) };
        let actuals = || vec![actual("a", 2020, 9, None), broken(2021, 40), actual("a", 2022, 46, None)];
        assert_eq!(change(level(Some(50)), actuals(), None), None);
        assert_eq!(change(level(None), actuals(), Some(2020)), None);
        assert_eq!(change(level(None), actuals(), Some(2021)).unwrap().0, 6.into());
    }

    #[test]
    fn only_a_pace_gives_a_rank() {
        let count = |id, target| indicator(id, Accumulation::Cumulative, Direction::Increase, None, target);
        let mut open = level(None);
        open.id = crate::report::IndicatorId::new("open").unwrap();
        let mut grouped = count("slow", 1000);
        grouped.group = Some(Located::new(GroupId::new("g").unwrap(), grouped.place.clone()));
        let report = report(
            vec![count("fast", 60), open, grouped, count("met", 10)],
            ["fast", "open", "slow", "met"].map(|id| actual(id, 2022, 45, None)).to_vec(),
        );
        let ids = |list: Vec<&Indicator>| list.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(report.by_pace(None).into_iter().map(|(one, _)| one).collect()), ["slow", "fast"]);
        assert_eq!(ids(report.behind(None)), ["slow"]);
        assert_eq!(ids(report.behind(Some(&GroupId::new("g").unwrap()))), ["slow"]);
    }
}
