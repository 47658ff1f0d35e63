//! Values as text: number, unit, comparator, and what stands for a value that is not there.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::Speaker;
use super::data::ValueData;
use super::note::sign;
use crate::diagnostic::Place;
use crate::locale::{SLOT, Words};
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

    /// Writes the latest value. Its year, where that is an earlier one, is among its marks.
    pub(super) fn latest(&self, indicator: &Indicator) -> ValueData {
        self.actual(indicator, self.report.latest(&indicator.id).observation)
    }

    /// Writes the latest value in one text for sentences, with its year in full where that is an earlier one.
    pub(super) fn latest_text(&self, indicator: &Indicator) -> String {
        let latest = self.report.latest(&indicator.id);
        self.of_year(indicator, self.latest(indicator).text, |words| words.fiscal_year(latest.year))
    }

    /// Adds the year of the latest value to a text that follows from it, where that is an earlier one.
    pub(super) fn of_year(&self, indicator: &Indicator, text: String, year: impl Fn(&Words) -> String) -> String {
        if !self.report.latest(&indicator.id).is_earlier {
            return text;
        }
        let year = year(self.words);
        let arguments = [("value", text.as_str()), ("year", &year)];
        // A language can do without the message.
        self.words.optional("earlier-value", &arguments).unwrap_or_else(|| format!("{text} ({year})"))
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
        let pattern = self.unit_pattern(PERCENT, (percent, decimals), needed_by);
        pattern.replace(SLOT, &self.words.number(percent, decimals))
    }

    pub(super) fn quantity(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
        let (value, decimals) = (quantity.value, quantity.decimals);
        let mut pattern = self.unit_pattern(indicator.unit.value.as_str(), (value, decimals), &indicator.unit.place);
        if let Some(comparator) = comparator {
            let message = match comparator {
                Comparator::AtLeast => "comparator-at-least",
                Comparator::AtMost => "comparator-at-most",
            };
            pattern = self.words.text(message, &[("value", &pattern)], &indicator.place).into();
        }
        let number = self.words.number(value, decimals);
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
        let message = format!("unit-{}", indicator.unit.value);
        let unit = self.words.text(&message, &[("value", SLOT)], &indicator.unit.place).replace(SLOT, "");
        Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty())
    }

    /// Returns a unit with a slot for a number of so many decimals, in the plural that goes with it.
    fn unit_pattern(&self, unit: &str, (value, decimals): (Decimal, u32), needed_by: &Place) -> Rc<str> {
        if let Some(pattern) = self.units.borrow().get(unit) {
            return Rc::clone(pattern);
        }
        let message = format!("unit-{unit}");
        let shown = self.words.shown(value, decimals);
        let pattern: Rc<str> = self.words.around(&message, shown, needed_by).into();
        if self.words.says_the_same_of_all(&message) {
            self.units.borrow_mut().insert(unit.to_owned(), Rc::clone(&pattern));
        }
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
