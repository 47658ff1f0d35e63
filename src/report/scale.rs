//! Amounts in the units that a language has words for: 389,410百万円 is ¥389.41 billion. The decimal point moves, and
//! no digit is lost.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{FiscalYear, Indicator, IndicatorId, Observation, Quantity, Report, UnitId};

/// A unit that takes the place of another, with the places by which the decimal point moves to the left.
struct Replacement {
    unit: UnitId,
    places: i32,
    decimals: u32,
}

impl Report {
    /// Every value and target of an indicator, with the decimals that it is shown with.
    pub fn quantities<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = Quantity> + 'a {
        let decimals = indicator.decimals;
        let of_years = self.actuals_of(&indicator.id).flat_map(move |actual| {
            let value = actual.observation.value().map(|value| Quantity::new(value, decimals));
            value.into_iter().chain(actual.target.as_ref().map(|target| target.quantity))
        });
        let baseline = indicator.baseline.iter().map(|baseline| baseline.quantity);
        baseline.chain(indicator.target.iter().map(|target| target.quantity)).chain(of_years)
    }

    /// The report with its amounts in other scales of their units, for example in billions instead of millions; `offered`
    /// are the units of a language for a plain unit. An indicator and its parts share the largest unit in which none of
    /// their values is below one. Units without a scale, such as yen, stay.
    #[must_use]
    pub fn in_offered_units(&self, offered: impl Fn(&str) -> Vec<UnitId>) -> Cow<'_, Self> {
        let mut report = Cow::Borrowed(self);
        for whole in self.main_indicators() {
            let family = || std::iter::once(whole).chain(self.parts_of(&whole.id));
            if family().any(|part| part.unit.value != whole.unit.value) {
                continue;
            }
            let quantities: Vec<Quantity> = family().flat_map(|indicator| self.quantities(indicator)).collect();
            let Some(replacement) = replacement(&whole.unit.value, &quantities, &offered) else { continue };
            for indicator in family() {
                report.to_mut().replace_unit(&indicator.id, &replacement);
            }
        }
        report
    }

    fn replace_unit(&mut self, id: &IndicatorId, replacement: &Replacement) {
        let Replacement { unit, places, decimals } = replacement;
        let moved = |value: Decimal| moved(value, *places).unwrap_or(value);
        let replace = |quantity: &mut Quantity| {
            *quantity =
                Quantity { value: moved(quantity.value), decimals: *decimals, stored: quantity.stored.map(moved) };
        };
        for indicator in self.indicators.iter_mut().filter(|indicator| indicator.id == *id) {
            indicator.unit.value = unit.clone();
            indicator.decimals = Some(*decimals);
            indicator.baseline.iter_mut().for_each(|baseline| replace(&mut baseline.quantity));
            indicator.target.iter_mut().for_each(|target| replace(&mut target.quantity));
        }
        let years = (id.clone(), FiscalYear::FIRST)..=(id.clone(), FiscalYear::LAST);
        for (_, actual) in self.actuals.range_mut(years) {
            let observation = actual.observation;
            let value = observation.value().map(moved);
            actual.observation = Observation::new(value, observation.status()).unwrap_or(observation);
            actual.stored = actual.stored.map(moved);
            actual.target.iter_mut().for_each(|target| replace(&mut target.quantity));
        }
    }
}

/// `None` if the unit stays, or if a value would lose a digit.
fn replacement(unit: &UnitId, quantities: &[Quantity], offered: &impl Fn(&str) -> Vec<UnitId>) -> Option<Replacement> {
    let (power, plain) = unit.scale()?;
    let shown: Vec<Decimal> = quantities.iter().map(|quantity| quantity.shown()).collect();
    let smallest = shown.iter().map(Decimal::abs).filter(|value| !value.is_zero()).min();
    let offered = offered(plain).into_iter().filter_map(|unit| Some((unit.scale()?.0, unit)));
    let is_fit = |(other, _): &(u32, UnitId)| {
        *other <= power
            || smallest.and_then(|value| moved(value, places(power, *other))).is_some_and(|least| least >= Decimal::ONE)
    };
    let (other, unit) = offered.filter(is_fit).max_by_key(|(power, _)| *power)?;
    let places = places(power, other);
    if places == 0 || quantities.iter().any(|quantity| !can_move(*quantity, places)) {
        return None;
    }
    let decimals = shown.iter().filter_map(|value| moved(*value, places)).map(|value| value.scale()).max()?;
    Some(Replacement { unit, places, decimals })
}

fn places(from: u32, to: u32) -> i32 {
    i32::try_from(to).unwrap_or_default() - i32::try_from(from).unwrap_or_default()
}

fn can_move(quantity: Quantity, places: i32) -> bool {
    [Some(quantity.value), quantity.stored].into_iter().flatten().all(|value| moved(value, places).is_some())
}

/// A value with its decimal point moved to the left, or to the right if `places` is negative. `None` if a digit is lost.
fn moved(value: Decimal, places: i32) -> Option<Decimal> {
    let factor = Decimal::from(10_u64.checked_pow(places.unsigned_abs())?);
    if places < 0 {
        return Some(value.checked_mul(factor)?.normalize());
    }
    let moved = value.checked_div(factor)?.normalize();
    (moved.checked_mul(factor)? == value).then_some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Assessment;
    use crate::report::fixture::{actual, decimal, indicator, report};
    use crate::report::{Accumulation, Direction};

    const IN_THOUSANDS: [&str; 4] = ["thousand", "million", "billion", "trillion"];

    fn offered(plain: &str) -> Vec<UnitId> {
        IN_THOUSANDS.iter().filter_map(|scale| UnitId::new(&format!("{scale}-{plain}"))).collect()
    }

    fn of_unit(unit: &str, values: &[&str]) -> Report {
        let mut one = indicator("a", Accumulation::Level, Direction::Increase, None, 0);
        one.unit.value = UnitId::new(unit).unwrap();
        one.target = None;
        let years = (2022..).zip(values).map(|(year, value)| super::super::Actual {
            observation: Observation::of_final(decimal(value)),
            ..actual("a", year, 0, None)
        });
        report(vec![one], years.collect())
    }

    fn shown(report: &Report) -> (String, Vec<String>) {
        let indicator = &report.indicators[0];
        let shown = report.quantities(indicator).map(|quantity| {
            let mut shown = quantity.shown();
            shown.rescale(quantity.decimals);
            shown.to_string()
        });
        (indicator.unit.value.to_string(), shown.collect())
    }

    #[test]
    fn amounts_are_shown_in_the_units_of_the_language() {
        for (unit, values, other, moved) in [
            ("million-yen", &["389410"][..], "billion-yen", &["389.41"][..]),
            ("million-yen", &["389410", "391205", "0"], "billion-yen", &["389.410", "391.205", "0.000"]),
            ("million-yen", &["45", "389410"], "million-yen", &["45", "389410"]),
            ("million-yen", &["-2500"], "billion-yen", &["-2.5"]),
            ("hundred-million-yen", &["1234.5"], "billion-yen", &["123.45"]),
            ("hundred-million-yen", &["5"], "million-yen", &["500"]),
            ("ten-thousand-people", &["3188.2", "12"], "thousand-people", &["31882", "120"]),
            ("ten-thousand-people", &["0.05"], "thousand-people", &["0.5"]),
            ("thousand-yen", &["0.05"], "thousand-yen", &["0.05"]),
            ("yen", &["389410000000"], "yen", &["389410000000"]),
            ("million-yen", &[], "million-yen", &[]),
            ("million-yen", &["0"], "million-yen", &["0"]),
        ] {
            let report = of_unit(unit, values);
            let (unit, shown) = shown(&report.in_offered_units(offered));
            assert_eq!((unit.as_str(), shown), (other, moved.iter().map(ToString::to_string).collect()), "{values:?}");
        }
    }

    #[test]
    fn a_language_without_other_units_changes_nothing() {
        let report = of_unit("million-yen", &["389410"]);
        assert!(matches!(report.in_offered_units(|_| Vec::new()), Cow::Borrowed(_)));
    }

    #[test]
    fn an_indicator_and_its_parts_keep_one_unit_and_every_status() {
        let mut whole = indicator("a", Accumulation::Level, Direction::Increase, Some(300_000), 400_000);
        whole.unit.value = UnitId::new("million-yen").unwrap();
        let mut part = Indicator { id: IndicatorId::new("b").unwrap(), ..whole.clone() };
        part.parent = Some(crate::diagnostic::Located::new(whole.id.clone(), whole.place.clone()));
        let report = |least| {
            report(
                vec![whole.clone(), part.clone()],
                vec![actual("a", 2022, 389_410, Some(350_000)), actual("b", 2022, least, None)],
            )
        };
        let unit = |report: &Report| report.indicators.iter().map(|one| one.unit.value.to_string()).collect::<Vec<_>>();
        let pace = |assessment: &Assessment| assessment.pace.as_ref().map(|pace| pace.value);
        let large = report(5_000);
        let moved = large.in_offered_units(offered);
        assert_eq!(unit(&moved), ["billion-yen", "billion-yen"]);
        assert_eq!(unit(&report(45).in_offered_units(offered)), ["million-yen", "million-yen"]);
        for (one, other) in large.indicators.iter().zip(&moved.indicators) {
            let (before, after) = (large.assessment(one), moved.assessment(other));
            // The amounts that a pace comes from are in the units of each.
            assert_eq!((before.status, pace(&before)), (after.status, pace(&after)));
            assert_eq!(large.achievement_rate(one), moved.achievement_rate(other));
            assert_eq!(large.progress_rate(one), moved.progress_rate(other));
        }
    }
}
