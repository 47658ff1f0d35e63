//! Detects values that meet a target, or have a status, only because they are shown rounded.

use rust_decimal::Decimal;

use super::{Aim, Bands, Baseline, FiscalYear, Indicator, Observation, Plan, Quantity, Target, progress};

/// A value before and after rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounded {
    /// The exact value.
    pub stored: Decimal,
    /// The value as it is shown.
    pub shown: Decimal,
}

impl Rounded {
    /// Rounds half away from zero, as printed numbers are; `None` does not round.
    #[must_use]
    pub fn to(stored: Decimal, decimals: Option<u32>) -> Self {
        Self { stored, shown: Quantity::new(stored, decimals).shown() }
    }

    /// Replaces the exact value by the unrounded number of a cell that shows it rounded.
    #[must_use]
    pub fn behind(self, stored: Option<Decimal>) -> Self {
        Self { stored: stored.unwrap_or(self.stored), ..self }
    }

    fn of(quantity: Quantity) -> Self {
        Self::to(quantity.value, Some(quantity.decimals)).behind(quantity.stored)
    }
}

/// What the rounding of a value changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Whether the target is met.
    Target,
    /// Whether the target of the value's year is met.
    YearTarget,
    /// The progress status.
    Status,
}

impl Decided {
    /// The name in messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::YearTarget => "year-target",
            Self::Status => "status",
        }
    }
}

/// Whether rounding decides if the value meets the indicator's target, or that of its year, as these are shown.
#[must_use]
pub fn decided_by_rounding(indicator: &Indicator, value: Rounded, year_target: Option<Quantity>) -> Option<Decided> {
    let target = indicator.target.as_ref()?;
    let aim = Aim::of(indicator, target);
    let differs = |target: Quantity| {
        let target = Rounded::of(target);
        aim.is_met(value.stored, target.stored) != aim.is_met(value.shown, target.shown)
    };
    if differs(target.quantity) {
        return Some(Decided::Target);
    }
    year_target.filter(|target| differs(*target)).map(|_| Decided::YearTarget)
}

/// Whether the rounded values of an indicator yield another progress status than the exact ones.
pub(super) fn status_is_decided_by_rounding(
    indicator: &Indicator,
    value: Rounded,
    time: (&Plan, FiscalYear),
    year_target: Option<Quantity>,
    bands: &Bands,
) -> bool {
    let status = |indicator: &Indicator, value, year_target| {
        let observation = Observation::of_final(value);
        progress::assess(indicator, observation, time, year_target, bands).status
    };
    let by = |of: fn(Rounded) -> Decimal| {
        let of_quantity = |quantity: Quantity| Quantity { value: of(Rounded::of(quantity)), ..quantity };
        let baseline = indicator.baseline.clone();
        let baseline = baseline.map(|baseline| Baseline { quantity: of_quantity(baseline.quantity), ..baseline });
        let target = indicator.target.clone();
        let target = target.map(|target| Target { quantity: of_quantity(target.quantity), ..target });
        let indicator = Indicator { baseline, target, ..indicator.clone() };
        status(&indicator, of(value), year_target.map(|target| of_quantity(target).value))
    };
    by(|value| value.stored) != by(|value| value.shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{decimal, indicator, year};
    use crate::report::{Accumulation, Direction};

    fn decided(direction: Direction, value: &str, target: i64, year_target: Option<i64>) -> Option<Decided> {
        let level = indicator("a", Accumulation::Level, direction, None, target);
        let year_target = year_target.map(|target| Quantity::new(target.into(), None));
        decided_by_rounding(&level, Rounded::to(decimal(value), Some(1)), year_target)
    }

    #[test]
    fn a_value_that_only_its_rounding_lifts_to_the_target_is_found() {
        use Direction::{Decrease, Increase};
        assert_eq!(decided(Increase, "59.96", 60, None), Some(Decided::Target));
        assert_eq!(decided(Decrease, "60.04", 60, None), Some(Decided::Target));
        assert_eq!(decided(Increase, "49.96", 60, Some(50)), Some(Decided::YearTarget));
        for (direction, value) in [(Increase, "59.94"), (Increase, "60.04"), (Decrease, "59.96"), (Decrease, "60.06")] {
            assert_eq!(decided(direction, value, 60, None), None, "{value}");
        }
    }

    #[test]
    fn a_target_that_is_shown_rounded_itself_is_held_against_the_value_as_both_are_shown() {
        let mut level = indicator("a", Accumulation::Level, Direction::Increase, None, 60);
        level.target.as_mut().unwrap().quantity = Quantity { decimals: 1, ..Quantity::new(decimal("60.04"), None) };
        let decided = |value: &str| decided_by_rounding(&level, Rounded::to(decimal(value), Some(1)), None);
        assert_eq!(decided("60"), Some(Decided::Target));
        assert_eq!(decided("60.1"), None);
    }

    #[test]
    fn a_number_behind_a_cell_is_held_against_what_the_cell_shows() {
        let mut level = indicator("a", Accumulation::Level, Direction::Increase, None, 60);
        let decided = |level: &Indicator, shown: &str, stored: &str| {
            decided_by_rounding(level, Rounded::to(decimal(shown), None).behind(Some(decimal(stored))), None)
        };
        assert_eq!(decided(&level, "60.0", "59.96"), Some(Decided::Target));
        assert_eq!(decided(&level, "60.0", "60.04"), None);
        assert_eq!(decided(&level, "59.9", "59.94"), None);
        let target = level.target.as_mut().unwrap();
        target.quantity.stored = Some(decimal("60.4"));
        assert_eq!(decided(&level, "60", "60.2"), Some(Decided::Target));
    }

    #[test]
    fn a_pace_that_rounding_lifts_into_another_band_is_found() {
        let count = indicator("a", Accumulation::Cumulative, Direction::Increase, None, 100);
        // Half of the time has elapsed.
        let plan = Plan { start: year(2020), end: year(2023) };
        let decides = |value: &str, decimals| {
            let value = Rounded::to(decimal(value), decimals);
            status_is_decided_by_rounding(&count, value, (&plan, year(2021)), None, &Bands::default())
        };
        // 47.5 has a pace of 0.95.
        assert!(decides("47.46", Some(1)));
        assert!(!decides("47.46", None) && !decides("47.44", Some(1)));
    }
}
