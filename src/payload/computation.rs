//! Written-out formulas for the figures of an indicator, from the numbers of the computation itself.

use rust_decimal::{Decimal, RoundingStrategy};

use super::PayloadBuilder;
use super::data::ComputationData;
use crate::report::{Achievement, Bands, Indicator, Pace, Ratio};

const PACE_DECIMALS: u32 = 2;

impl PayloadBuilder<'_> {
    pub(super) fn computation(&self, indicator: &Indicator) -> Option<ComputationData> {
        let computation = self.formulas(indicator, self.fit.scale(indicator))?;
        let powers = self.powers(indicator);
        let scaled = powers.iter().filter_map(|power| Some((*power, self.formulas(indicator, *power)?)));
        Some(ComputationData { scaled: scaled.collect(), ..computation })
    }

    /// In a power of ten: that of the values in tables, as the unit behind the name says.
    fn formulas(&self, indicator: &Indicator, power: u32) -> Option<ComputationData> {
        let operand = |value| self.operand(indicator, value, power);
        let rate = self.report.achievement(indicator);
        let rate = rate.and_then(|achievement| self.rate_formula(indicator, &achievement, operand));
        let pace = self.report.assessment(indicator).pace.and_then(|pace| self.pace_formula(indicator, &pace, operand));
        (rate.is_some() || pace.is_some()).then_some(ComputationData { rate, pace, scaled: Vec::new() })
    }

    fn rate_formula(
        &self,
        indicator: &Indicator,
        achievement: &Achievement,
        operand: impl Fn(Decimal) -> String,
    ) -> Option<String> {
        let arguments = [
            ("dividend", operand(achievement.dividend)),
            ("divisor", operand(achievement.divisor)),
            ("rate", self.percent(achievement.rate, &indicator.place)),
        ];
        self.formula("computation-rate", &arguments)
    }

    fn pace_formula(&self, indicator: &Indicator, pace: &Pace, operand: impl Fn(Decimal) -> String) -> Option<String> {
        let value = rounded_pace(pace.value, &self.report.settings.bands);
        let has_baseline = !pace.baseline.is_zero();
        let sign = if pace.baseline.is_sign_negative() { '+' } else { '−' };
        let arguments = [
            ("less-baseline", format!("{sign} {}", operand(pace.baseline.abs()))),
            ("baseline", if has_baseline { operand(pace.baseline) } else { "none".to_owned() }),
            ("actual", operand(pace.actual)),
            ("target", operand(pace.target)),
            ("share", pace.elapsed.map_or_else(|| "none".to_owned(), |elapsed| self.share(elapsed, indicator))),
            ("pace", self.words.number(value, value.scale())),
        ];
        self.formula("computation-pace", &arguments)
    }

    /// `None` if the language lacks the message.
    fn formula(&self, message: &str, arguments: &[(&str, String)]) -> Option<String> {
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.words.optional(message, &arguments)
    }

    /// Keeps all decimals, so that the result can be reproduced.
    fn operand(&self, indicator: &Indicator, value: Decimal, power: u32) -> String {
        let value = value.checked_div(Decimal::from(10_u64.saturating_pow(power))).unwrap_or(value);
        let number = self.words.number(value, value.normalize().scale().max(indicator.decimals.unwrap_or_default()));
        if value.is_sign_negative() && !value.is_zero() { format!("({number})") } else { number }
    }

    /// In whole percents if it is a whole number of them, otherwise with one decimal.
    fn share(&self, elapsed: Ratio, indicator: &Indicator) -> String {
        let percent = elapsed.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
        self.percentage(percent, u32::from(!percent.fract().is_zero()), &indicator.place)
    }
}

/// Rounds a pace to `PACE_DECIMALS`, or as many decimals as the bounds of the bands have; never up into a band that
/// it does not reach.
fn rounded_pace(pace: Decimal, bands: &Bands) -> Decimal {
    let bounds = [Decimal::ZERO, bands.acceleration_needed, bands.on_track];
    let decimals = bounds.map(|bound| bound.normalize().scale()).into_iter().fold(PACE_DECIMALS, u32::max);
    let mut rounded = pace.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if bounds.iter().any(|bound| pace < *bound && *bound <= rounded) {
        rounded = pace.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity);
    }
    rounded.rescale(decimals);
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_not_rounded_into_a_band_that_it_does_not_reach() {
        let written = |pace: &str| rounded_pace(pace.parse().unwrap(), &Bands::default()).to_string();
        assert_eq!(
            ["0.8974", "0.945", "0.9499", "0.95", "1", "0.5999"].map(written),
            ["0.90", "0.94", "0.94", "0.95", "1.00", "0.59"]
        );
        assert_eq!(["-0.001", "-0.126"].map(written), ["-0.01", "-0.13"]);
    }

    #[test]
    fn bands_with_more_decimals_want_more_of_a_pace() {
        let bands = Bands { on_track: Decimal::new(955, 3), ..Bands::default() };
        assert_eq!(rounded_pace(Decimal::new(9_549, 4), &bands).to_string(), "0.954");
    }
}
