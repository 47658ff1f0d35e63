//! Values as text: number, unit, comparator, and what stands for a value that is not there.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::PayloadBuilder;
use super::data::{ScaledData, ValueData};
use super::fit::SCALES;
use super::note::sign;
use crate::diagnostic::Place;
use crate::locale::{SLOT, Words};
use crate::report::{Baseline, Comparator, Indicator, Observation, Quantity, Ratio, Sign, Target, YearTarget};

/// The unit of rates and shares.
const PERCENT: &str = "percent";

/// The longest word of a unit that no line parts from its number, in characters.
const LONGEST_BOUND_UNIT: usize = 8;

impl PayloadBuilder<'_> {
    /// Writes an actual value.
    pub(super) fn actual(&self, indicator: &Indicator, observation: Observation) -> ValueData {
        match observation.value() {
            Some(value) => self.quantity(indicator, Quantity::new(value, indicator.decimals), None),
            None => self.absent(Sign::Status(observation.status()), &indicator.place),
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
        let pattern = self.pattern_of(indicator, quantity);
        self.in_pattern(indicator, pattern, quantity, comparator)
    }

    /// Returns what stands around a quantity of an indicator.
    fn pattern_of(&self, indicator: &Indicator, Quantity { value, decimals, .. }: Quantity) -> Rc<str> {
        self.unit_pattern(indicator.unit.value.as_str(), (value, decimals), &indicator.unit.place)
    }

    /// Writes a quantity in a power of ten, as tables may show it: 1,235千円. None where that would lose a digit, or where
    /// the language has no word for it.
    pub(super) fn scaled_quantity(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
        power: u32,
    ) -> Option<ValueData> {
        if power == 0 {
            return Some(self.quantity(indicator, quantity, comparator));
        }
        let quantity = quantity.scaled(power)?;
        let pattern = self.scaled_pattern(indicator, quantity, power)?;
        Some(self.in_pattern(indicator, pattern, quantity, comparator))
    }

    /// Writes a quantity in the power of ten in which the tables show its unit.
    pub(super) fn in_table(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
        let in_power = |power| self.scaled_quantity(indicator, quantity, comparator, power);
        let value =
            in_power(self.fit.scale(indicator)).unwrap_or_else(|| self.quantity(indicator, quantity, comparator));
        let scaled = SCALES.iter().filter(|(power, _)| self.can_scale(indicator, *power)).filter_map(|(power, _)| {
            let ValueData { number, text, .. } = in_power(*power)?;
            Some(ScaledData { power: *power, number, text })
        });
        ValueData { scaled: scaled.collect(), ..value }
    }

    /// Writes an actual value as tables show it.
    pub(super) fn actual_in_table(&self, indicator: &Indicator, observation: Observation) -> ValueData {
        match observation.value() {
            Some(value) => self.in_table(indicator, Quantity::new(value, indicator.decimals), None),
            None => self.actual(indicator, observation),
        }
    }

    /// Returns whether the language can say the values of an indicator's unit in a power of ten: it has a word for it, and
    /// the unit has words that are not such a power themselves, as 千円 is.
    pub(super) fn can_scale(&self, indicator: &Indicator, power: u32) -> bool {
        let Some(unit) = self.unit(indicator) else { return false };
        let lower = unit.to_lowercase();
        let is_scaled = |word: &str| match word.is_ascii() {
            true => lower.split(|sign: char| !sign.is_ascii_alphabetic()).any(|part| part == word),
            false => lower.contains(word),
        };
        let known = self.words.optional("scale-words", &[]);
        let has_power = known.is_some_and(|known| !known.split_whitespace().any(is_scaled));
        let is_plain = !unit.chars().any(|sign| sign.is_numeric() || matches!(sign, '%' | '％' | '‰'));
        has_power && is_plain && self.scaled_unit(indicator, power).is_some()
    }

    /// Returns a unit in a power of ten with a slot for the number.
    fn scaled_pattern(&self, indicator: &Indicator, quantity: Quantity, power: u32) -> Option<Rc<str>> {
        let (_, message) = SCALES.iter().find(|(known, _)| *known == power)?;
        let number = self.words.optional(message, &[("value", SLOT)])?;
        Some(self.pattern_of(indicator, quantity).replacen(SLOT, &number, 1).into())
    }

    /// Returns what stands around the numbers of an indicator in a power of ten.
    pub(super) fn scaled_unit(&self, indicator: &Indicator, power: u32) -> Option<String> {
        let many = Quantity::new(Decimal::ONE_THOUSAND, Some(0));
        Some(self.scaled_pattern(indicator, many, power)?.replace(SLOT, "").trim().to_owned())
    }

    fn in_pattern(
        &self,
        indicator: &Indicator,
        mut pattern: Rc<str>,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
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
            scaled: Vec::new(),
        }
    }

    /// Returns what stands around the numbers of an indicator; none where nothing does.
    pub(super) fn unit(&self, indicator: &Indicator) -> Option<String> {
        let message = format!("unit-{}", indicator.unit.value);
        let unit = self.words.text(&message, &[("value", SLOT)], &indicator.unit.place).replace(SLOT, "");
        Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty())
    }

    /// Returns the first word of each unit that stands behind numbers, with the space before it: those that no line parts
    /// from their number, since they are short. The longest first.
    pub(super) fn bound_units(&self) -> Vec<String> {
        // In both numbers of words that have two.
        let numbers = || [Decimal::ONE, Decimal::ONE_THOUSAND].into_iter();
        let all = self.report.indicators.iter().flat_map(|indicator| numbers().map(move |number| (indicator, number)));
        let of_indicator = |(indicator, number): (&Indicator, Decimal)| {
            let pattern = self.pattern_of(indicator, Quantity::new(number, Some(0)));
            let (_, suffix) = pattern.split_once(SLOT)?;
            let word = suffix.trim_start().split(' ').next().filter(|word| !word.is_empty())?;
            let space = if suffix.starts_with(char::is_whitespace) { " " } else { "" };
            (word.chars().count() <= LONGEST_BOUND_UNIT).then(|| format!("{space}{word}"))
        };
        let mut units: Vec<String> = all.filter_map(of_indicator).collect();
        units.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        units.dedup();
        units
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

    fn absent(&self, absence: Sign, needed_by: &Place) -> ValueData {
        let message = sign(absence);
        ValueData {
            prefix: String::new(),
            number: self.words.text(message, &[], needed_by),
            suffix: String::new(),
            text: self.words.text(&format!("{message}.spoken"), &[], needed_by),
            missing: true,
            scaled: Vec::new(),
        }
    }
}
