//! Finds units and kinds without a message in any language; the diagnostics are about the cells, not the messages.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Messages;
use crate::report::Report;

/// A diagnostic for each cell with a unit or kind for which none of the languages has a message.
#[must_use]
pub fn unknown_units_and_kinds(report: &Report, languages: &[&Messages]) -> Vec<Diagnostic> {
    let units = report.indicators.iter().map(|indicator| &indicator.unit).chain(&report.references.units);
    let kinds = report.indicators.iter().map(|indicator| &indicator.kind).chain(&report.references.kinds);
    let units = units.map(|unit| (unit.value.as_str(), &unit.place));
    let kinds = kinds.map(|kind| (kind.value.as_str(), &kind.place));
    let units = unknown(Code::UnknownUnit, "unit-", units, languages);
    units.into_iter().chain(unknown(Code::UnknownKind, "kind-", kinds, languages)).collect()
}

fn unknown<'a>(
    code: Code,
    prefix: &str,
    cells: impl Iterator<Item = (&'a str, &'a Place)>,
    languages: &[&Messages],
) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> = languages.iter().flat_map(|words| words.names_after(prefix)).collect();
    cells
        .filter(|(id, _)| !known.contains(id))
        .map(|(id, place)| {
            Diagnostic::at(code, place)
                .with("id", id)
                .with("message", format!("{prefix}{id}"))
                .with_candidates(id, known.iter().copied())
        })
        .collect()
}
