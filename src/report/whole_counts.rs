//! Counts are whole: half a bus stop is a slip of the hand. Knows no files and no language.

use super::{Actual, Indicator, UnitId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The units of things that are counted one by one.
const COUNTED: [&str; 4] = ["count", "people", "places", "companies"];

impl UnitId {
    /// Returns whether values are numbers of things, which have no halves.
    fn is_counted(&self) -> bool {
        COUNTED.contains(&self.as_str())
    }
}

/// Warns of counts that are not whole, unless the table says how many decimals they have: then they are meant, such as
/// averages.
pub(super) fn expect_whole_counts<'a>(
    indicator: &Indicator,
    actuals: impl Iterator<Item = &'a Actual>,
    diagnostics: &mut Diagnostics,
) {
    if !indicator.unit.value.is_counted() || indicator.decimals.is_some_and(|decimals| decimals > 0) {
        return;
    }
    let baseline = indicator.baseline.iter().map(|baseline| (baseline.quantity.value, &baseline.place));
    let target = indicator.target.iter().map(|target| (target.quantity.value, &target.place));
    let of_years = actuals.flat_map(|actual| {
        let value = actual.observation.value().map(|value| (value, &actual.value_place));
        value.into_iter().chain(actual.target.iter().map(|target| (target.quantity.value, &target.place)))
    });
    // One such value is enough to say it.
    if let Some((value, place)) = baseline.chain(target).chain(of_years).find(|(value, _)| !value.fract().is_zero()) {
        let problem = Diagnostic::at(Code::FractionalCount, place).with("value", value);
        diagnostics.push(problem.with("unit", &indicator.unit.value).with_related(&indicator.unit.place));
    }
}
