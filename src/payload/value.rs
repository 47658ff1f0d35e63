//! Values as text: number, unit, comparator, and what stands for a value that is not there.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::Speaker;
use super::data::ValueData;
use super::note::sign;
use crate::diagnostic::Place;
use crate::locale::SLOT;
use crate::report::{Baseline, Comparator, Indicator, Observation, Openness, Quantity, Ratio, Target, YearTarget};

/// The unit of rates and shares.
const PERCENT: &str = "percent";

impl Speaker<'_> {
    /// Writes an actual value.
    pub(super) fn actual(&self, indicator: &Indicator, observation: Observation) -> ValueData {
        match observation {
            Observation::Reported(value, _) => self.quantity(indicator, Quantity::new(value, indicator.decimals), None),
            Observation::Missing => self.absent(Openness::Missing, &indicator.place),
            Observation::Suppressed => self.absent(Openness::Suppressed, &indicator.place),
            Observation::NotApplicable => self.absent(Openness::NotApplicable, &indicator.place),
        }
    }

    /// Writes a baseline.
    pub(super) fn baseline(&self, indicator: &Indicator, baseline: &Baseline) -> ValueData {
        self.quantity(indicator, baseline.quantity, None)
    }

    /// Writes a target with its comparator.
    pub(super) fn target(&self, indicator: &Indicator, target: &Target) -> ValueData {
        self.quantity(indicator, target.quantity, target.comparator)
    }

    /// Writes the target of a fiscal year.
    pub(super) fn year_target(&self, indicator: &Indicator, target: &YearTarget) -> ValueData {
        self.quantity(indicator, target.quantity, None)
    }

    /// Writes a ratio in whole percents.
    pub(super) fn percent(&self, ratio: Ratio, needed_by: &Place) -> String {
        self.percentage(ratio.rounded_percent(), 0, needed_by)
    }

    /// Writes a number of percents.
    pub(super) fn percentage(&self, percent: Decimal, decimals: u32, needed_by: &Place) -> String {
        self.unit_pattern(PERCENT, needed_by).replace(SLOT, &self.words.number(percent, decimals))
    }

    pub(super) fn quantity(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
        let mut pattern = self.unit_pattern(indicator.unit.value.as_str(), &indicator.unit.place);
        if let Some(comparator) = comparator {
            let message = match comparator {
                Comparator::AtLeast => "comparator-at-least",
                Comparator::AtMost => "comparator-at-most",
            };
            pattern = self.words.text(message, &[("value", &pattern)], &indicator.place).into();
        }
        let number = self.words.number(quantity.value, quantity.decimals);
        let (prefix, suffix) = pattern.split_once(SLOT).unwrap_or(("", &pattern));
        ValueData {
            text: format!("{prefix}{number}{suffix}"),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            number,
            missing: false,
        }
    }

    /// Returns what stands around the numbers of an indicator; none where nothing does.
    pub(super) fn unit(&self, indicator: &Indicator) -> Option<String> {
        let unit = self.unit_pattern(indicator.unit.value.as_str(), &indicator.unit.place).replace(SLOT, "");
        Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty())
    }

    /// Returns a unit with a slot for the number.
    fn unit_pattern(&self, unit: &str, needed_by: &Place) -> Rc<str> {
        if let Some(pattern) = self.units.borrow().get(unit) {
            return Rc::clone(pattern);
        }
        let pattern: Rc<str> = self.words.text(&format!("unit-{unit}"), &[("value", SLOT)], needed_by).into();
        self.units.borrow_mut().insert(unit.to_owned(), Rc::clone(&pattern));
        pattern
    }

    fn absent(&self, openness: Openness, needed_by: &Place) -> ValueData {
        let message = sign(openness);
        ValueData {
            prefix: String::new(),
            number: self.words.text(message, &[], needed_by),
            suffix: String::new(),
            text: self.words.text(&format!("{message}.spoken"), &[], needed_by),
            missing: true,
        }
    }
}
