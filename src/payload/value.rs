//! Values as text: number, unit, comparator, and the sign of an absent value.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::PayloadBuilder;
use super::data::{ScaledData, ValueData};
use super::fit::SCALES;
use super::note::sign;
use crate::diagnostic::Place;
use crate::locale::{SLOT, Words};
use crate::report::{Baseline, Comparator, Indicator, Observation, Quantity, Ratio, Sign, Target, YearTarget};
use crate::unicode::is_currency;

const PERCENT: &str = "percent";

/// The longest first word of a unit that is kept with its number, in characters.
const LONGEST_BOUND_UNIT: usize = 8;

impl PayloadBuilder<'_> {
    pub(super) fn actual(&self, indicator: &Indicator, observation: Observation) -> ValueData {
        match observation.value() {
            Some(value) => self.quantity(indicator, Quantity::new(value, indicator.decimals), None),
            None => self.absent(Sign::Status(observation.status()), &indicator.place),
        }
    }

    /// The value of an earlier year has the year among its marks.
    pub(super) fn latest(&self, indicator: &Indicator) -> ValueData {
        self.actual(indicator, self.report.latest(&indicator.id).observation)
    }

    /// In sentences, the value of an earlier year is followed by the year in full.
    pub(super) fn latest_text(&self, indicator: &Indicator) -> String {
        let latest = self.report.latest(&indicator.id);
        self.of_year(indicator, self.latest(indicator).text, |words| words.fiscal_year(latest.year))
    }

    /// Adds the year to a text about the latest value if it is of an earlier year.
    pub(super) fn of_year(&self, indicator: &Indicator, text: String, year: impl Fn(&Words) -> String) -> String {
        if !self.report.latest(&indicator.id).is_earlier {
            return text;
        }
        let year = year(self.words);
        let arguments = [("value", text.as_str()), ("year", &year)];
        // The message is optional.
        self.words.optional("earlier-value", &arguments).unwrap_or_else(|| format!("{text} ({year})"))
    }

    pub(super) fn baseline(&self, indicator: &Indicator, baseline: &Baseline) -> ValueData {
        self.quantity(indicator, baseline.quantity, None)
    }

    pub(super) fn target(&self, indicator: &Indicator, target: &Target) -> ValueData {
        self.quantity(indicator, target.quantity, target.comparator)
    }

    pub(super) fn year_target(&self, indicator: &Indicator, target: &YearTarget) -> ValueData {
        self.quantity(indicator, target.quantity, None)
    }

    /// Rounds to whole percents.
    pub(super) fn percent(&self, ratio: Ratio, needed_by: &Place) -> String {
        self.percentage(ratio.rounded_percent(), 0, needed_by)
    }

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
        self.in_pattern(indicator, &pattern, quantity, comparator)
    }

    fn pattern_of(&self, indicator: &Indicator, Quantity { value, decimals, .. }: Quantity) -> Rc<str> {
        self.unit_pattern(indicator.unit.value.as_str(), (value, decimals), &indicator.unit.place)
    }

    /// A quantity with the short form of its unit, if the language has one.
    fn short_quantity(&self, indicator: &Indicator, quantity: Quantity, comparator: Option<Comparator>) -> ValueData {
        let short = format!("{}.short", indicator.unit.value);
        if self.words.place(&format!("unit-{short}")).is_none() {
            return self.quantity(indicator, quantity, comparator);
        }
        let pattern = self.unit_pattern(&short, (quantity.value, quantity.decimals), &indicator.unit.place);
        self.in_pattern(indicator, &pattern, quantity, comparator)
    }

    /// A quantity for tables in a power of ten: 1,235千円. `None` if that would lose a digit, or the language lacks the message.
    pub(super) fn scaled_quantity(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
        power: u32,
    ) -> Option<ValueData> {
        if power == 0 {
            return Some(self.short_quantity(indicator, quantity, comparator));
        }
        let quantity = quantity.scaled(power)?;
        let pattern = self.scaled_pattern(indicator, quantity, power)?;
        Some(self.in_pattern(indicator, &pattern, quantity, comparator))
    }

    /// A quantity for tables, in the power of ten that their room asks for.
    pub(super) fn in_table(
        &self,
        indicator: &Indicator,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
        let in_power = |power| self.scaled_quantity(indicator, quantity, comparator, power);
        let value =
            in_power(self.fit.scale(indicator)).unwrap_or_else(|| self.short_quantity(indicator, quantity, comparator));
        let powers = self.powers(indicator);
        let scaled = powers.iter().filter_map(|power| {
            let ValueData { number, text, .. } = in_power(*power)?;
            Some(ScaledData { power: *power, number, text })
        });
        ValueData { scaled: scaled.collect(), ..value }
    }

    pub(super) fn actual_in_table(&self, indicator: &Indicator, observation: Observation) -> ValueData {
        match observation.value() {
            Some(value) => self.in_table(indicator, Quantity::new(value, indicator.decimals), None),
            None => self.actual(indicator, observation),
        }
    }

    /// The powers of ten in which the language can show the indicator's unit.
    pub(super) fn powers(&self, indicator: &Indicator) -> Rc<[u32]> {
        let unit = &indicator.unit.value;
        if let Some(known) = self.powers.borrow().get(unit) {
            return Rc::clone(known);
        }
        let powers = SCALES.iter().map(|(power, _)| *power).filter(|power| self.can_scale(indicator, *power));
        let powers: Rc<[u32]> = powers.collect();
        self.powers.borrow_mut().insert(unit.clone(), Rc::clone(&powers));
        powers
    }

    /// Whether the language can scale the indicator's unit: it has the message for the power, and the unit is not
    /// itself a power of ten, as 千円 is.
    fn can_scale(&self, indicator: &Indicator, power: u32) -> bool {
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

    fn scaled_pattern(&self, indicator: &Indicator, quantity: Quantity, power: u32) -> Option<Rc<str>> {
        let (_, message) = SCALES.iter().find(|(known, _)| *known == power)?;
        let number = self.words.optional(message, &[("value", SLOT)])?;
        Some(self.pattern_of(indicator, quantity).replacen(SLOT, &number, 1).into())
    }

    /// The scaled unit without a number.
    pub(super) fn scaled_unit(&self, indicator: &Indicator, power: u32) -> Option<String> {
        let many = Quantity::new(Decimal::ONE_THOUSAND, Some(0));
        Some(self.scaled_pattern(indicator, many, power)?.replace(SLOT, "").trim().to_owned())
    }

    fn in_pattern(
        &self,
        indicator: &Indicator,
        pattern: &str,
        quantity: Quantity,
        comparator: Option<Comparator>,
    ) -> ValueData {
        let parted = |pattern: &str| {
            let (prefix, suffix) = pattern.split_once(SLOT).unwrap_or(("", pattern));
            (prefix.to_owned(), suffix.to_owned())
        };
        let compared = |pattern: &str| {
            let message = format!("comparator-{}", comparator?.word());
            Some((self.words.text(&message, &[("value", pattern)], &indicator.place), message))
        };
        let whole = |pattern: &str| compared(pattern).map_or_else(|| parted(pattern), |(text, _)| parted(&text));
        let (before, after) = compared(SLOT).map_or_else(Default::default, |(text, message)| {
            parted(&self.words.optional(&format!("{message}.short"), &[("value", SLOT)]).unwrap_or(text))
        });
        let number = self.words.number(quantity.value, quantity.decimals);
        let digits = self.words.number(quantity.value.abs(), quantity.decimals);
        // A minus stands before the sign of a currency: −¥266.
        let has_currency = pattern.split_once(SLOT).is_some_and(|(before, _)| before.ends_with(is_currency));
        let minus = number.strip_suffix(digits.as_str()).filter(|_| has_currency).unwrap_or_default();
        let signed = if has_currency { &digits } else { &number };
        let (prefix, suffix) = whole(&format!("{minus}{pattern}"));
        ValueData {
            text: format!("{prefix}{signed}{suffix}"),
            digits: signed.clone(),
            prefix,
            suffix,
            before,
            after,
            fraction: fraction(&number, quantity.decimals),
            number,
            missing: false,
            scaled: Vec::new(),
        }
    }

    /// The unit of values in tables, as it stands behind the name; `None` if there is no text around the number, or if the
    /// language cannot scale it.
    pub(super) fn unit_beside_name(&self, indicator: &Indicator, power: u32) -> Option<String> {
        let unit = match power {
            0 => {
                let short = self.words.optional(&format!("unit-{}.short", indicator.unit.value), &[("value", SLOT)]);
                short.map(|short| short.replace(SLOT, "").trim().to_owned()).or_else(|| self.unit(indicator))
            }
            _ => self.scaled_unit(indicator, power),
        };
        let unit = unit.filter(|unit| !unit.is_empty())?;
        Some(self.words.optional("name-unit", &[("unit", &unit)]).unwrap_or(unit))
    }

    /// The unit without a number; `None` if there is no text around the number.
    pub(super) fn unit(&self, indicator: &Indicator) -> Option<String> {
        let message = format!("unit-{}", indicator.unit.value);
        let unit = self.words.text(&message, &[("value", SLOT)], &indicator.unit.place).replace(SLOT, "");
        Some(unit.trim().to_owned()).filter(|unit| !unit.is_empty())
    }

    /// The first word of each unit that follows its number, with the space before it, if it is short enough to be
    /// kept with the number; the longest first.
    pub(super) fn bound_units(&self) -> Vec<String> {
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

    /// A unit with a slot for the number; the plural category depends on the value and its decimals.
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
            digits: String::new(),
            number: self.words.text(message, &[], needed_by),
            fraction: String::new(),
            suffix: String::new(),
            before: String::new(),
            after: String::new(),
            text: self.words.text(&format!("{message}.spoken"), &[], needed_by),
            missing: true,
            scaled: Vec::new(),
        }
    }
}

/// The end of a formatted number from its decimal sign on.
fn fraction(number: &str, decimals: u32) -> String {
    let length = usize::try_from(decimals).map_or(0, |decimals| decimals + usize::from(decimals > 0));
    let skipped = number.chars().count().saturating_sub(length);
    number.chars().skip(skipped).collect()
}
