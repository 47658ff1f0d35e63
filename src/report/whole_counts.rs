//! Warns of counts with fractions.

use super::{Actual, Indicator};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Warns of counts with fractions, unless the table sets decimals: averages are intended.
pub(super) fn expect_whole_counts<'a>(
    indicator: &Indicator,
    actuals: impl Iterator<Item = &'a Actual>,
    diagnostics: &mut Diagnostics,
) {
    if !indicator.unit.value.is_count() || indicator.decimals.is_some_and(|decimals| decimals > 0) {
        return;
    }
    let baseline = indicator.baseline.iter().map(|baseline| (baseline.quantity.value, &baseline.place));
    let target = indicator.target.iter().map(|target| (target.quantity.value, &target.place));
    let of_years = actuals.flat_map(|actual| {
        let value = actual.observation.value().map(|value| (value, &actual.value_place));
        value.into_iter().chain(actual.target.iter().map(|target| (target.quantity.value, &target.place)))
    });
    // One warning per indicator is sufficient.
    if let Some((value, place)) = baseline.chain(target).chain(of_years).find(|(value, _)| !value.fract().is_zero()) {
        let problem = Diagnostic::at(Code::FractionalCount, place).with("value", value);
        diagnostics.push(problem.with("unit", &indicator.unit.value).with_related(&indicator.unit.place));
    }
}
