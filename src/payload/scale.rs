//! The units in which a language shows amounts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::locale::Words;
use crate::report::{Report, UnitId};

/// The report with its amounts in the units that the language lists, which may be thousands, millions and billions
/// where the data has 万 and 億. Unchanged if it lists none.
#[must_use]
pub fn in_units_of<'a>(words: &Words, report: &'a Report) -> Cow<'a, Report> {
    let scales = words.optional("scale-units", &[]).unwrap_or_default();
    let known: BTreeSet<&str> = words.names_after("unit-").collect();
    // The message of a unit that is replaced is not unused.
    for indicator in report.indicators.iter().filter(|indicator| indicator.unit.value.scale().is_some()) {
        words.optional(&format!("unit-{}", indicator.unit.value), &[("value", "")]);
    }
    report.in_offered_units(|plain| {
        let units = scales.split_whitespace().map(|scale| format!("{scale}-{plain}"));
        units.filter(|unit| known.contains(unit.as_str())).filter_map(|unit| UnitId::new(&unit)).collect()
    })
}
