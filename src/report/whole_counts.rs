//! Counts are whole: half a bus stop is a slip of the hand. Knows no files and no language.

use rust_decimal::Decimal;

use super::{Actual, Indicator, UnitId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

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
    let mut expect = |value: Decimal, place: &Place| {
        if !value.fract().is_zero() {
            let fault = Diagnostic::at(Code::FractionalCount, place).with("value", value);
            diagnostics.push(fault.with("unit", &indicator.unit.value).with_related(&indicator.unit.place));
        }
    };
    if let Some(baseline) = &indicator.baseline {
        expect(baseline.quantity.value, &baseline.place);
    }
    if let Some(target) = &indicator.target {
        expect(target.quantity.value, &target.place);
    }
    for actual in actuals {
        if let Some(value) = actual.observation.value() {
            expect(value, &actual.value_place);
        }
        if let Some(target) = &actual.target {
            expect(target.quantity.value, &target.place);
        }
    }
}
