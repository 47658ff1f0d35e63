//! Groups problems with one cause: the places where one unknown indicator is named, sentences that cite indicators that are
//! gone, indicators without a value for the round, those whose unit is not that of their table, and whatever is said in the
//! same words of several places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// So many indicators are those of another plan, or of a table that is still to come, and not slips.
const MANY: usize = 3;

/// The most identifiers that a message lists.
const MOST_LISTED: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// An identifier that no table defines, in sentences or in data.
    Unknown { id: String, is_in_sentence: bool },
    /// Sentences about another plan.
    Sentences,
    /// Rows for the round that are missing.
    Rows,
    /// The unit of a whole table, by its place.
    Unit(Place),
    /// What is said in the same words of several places in a file, such as blank cells of a column.
    Same { code: Code, file: Arc<str>, arguments: Vec<(&'static str, String)> },
}

/// Makes one problem of each cause.
pub(super) fn gathered_by_cause(diagnostics: Diagnostics) -> Diagnostics {
    let sorted = diagnostics.sorted();
    let is_slip = |problem: &Diagnostic| problem.argument("nearest").is_some_and(|nearest| !nearest.is_empty());
    let gone = sorted.iter().copied().filter(|problem| is_in_sentence(problem) && !is_slip(problem));
    let gone: BTreeSet<String> = gone.filter_map(unknown).map(str::to_owned).collect();
    let rows = sorted.iter().filter(|problem| problem.code == Code::ActualMissing).count();
    let cause = |problem: &Diagnostic| match unknown(problem) {
        Some(id) if gone.len() >= MANY && is_in_sentence(problem) && gone.contains(id) => Some(Cause::Sentences),
        Some(id) => Some(Cause::Unknown { id: id.to_owned(), is_in_sentence: is_in_sentence(problem) }),
        None if problem.code == Code::UnitDiffers => problem.place.clone().map(Cause::Unit),
        None if problem.code == Code::ActualMissing && rows >= MANY => Some(Cause::Rows),
        None => same(problem),
    };
    let mut found: BTreeMap<Cause, (Vec<Place>, Vec<String>)> = BTreeMap::new();
    for problem in sorted {
        if let (Some(cause), Some(place)) = (cause(problem), &problem.place) {
            let (places, ids) = found.entry(cause).or_default();
            places.push(place.clone());
            let id = problem.argument("id").unwrap_or_default().to_owned();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let mut told = BTreeSet::new();
    diagnostics.map(|mut problem| {
        let Some(cause) = cause(&problem) else { return Some(problem) };
        let Some((places, ids)) = found.get(&cause) else { return Some(problem) };
        if problem.place.as_ref() != places.first() || !told.insert(cause.clone()) {
            return None;
        }
        if matches!(cause, Cause::Unit(_)) && places.len() == 1 {
            return Some(problem);
        }
        problem.also.extend(places.iter().skip(1).cloned());
        problem.also.dedup();
        let part = match cause {
            Cause::Unknown { .. } | Cause::Same { .. } => return Some(problem),
            Cause::Sentences => "gone",
            Cause::Rows => "many",
            Cause::Unit(_) => {
                problem.also.clear();
                "table"
            }
        };
        problem.arguments.retain(|(name, _)| *name != "part");
        let more = if ids.len() > MOST_LISTED { ", …" } else { "" };
        let ids = ids.iter().take(MOST_LISTED).map(String::as_str).collect::<Vec<_>>().join(", ") + more;
        Some(problem.with("part", part).with("count", places.len()).with("ids", ids))
    })
}

/// The cause of problems that differ in nothing but their places. `None` if more belongs to the problem.
fn same(problem: &Diagnostic) -> Option<Cause> {
    let is_plain = problem.related.is_none() && problem.detail.is_none() && problem.also.is_empty();
    let file = problem.place.as_ref().filter(|_| is_plain).map(|place| Arc::clone(&place.file))?;
    Some(Cause::Same { code: problem.code, file, arguments: problem.arguments.clone() })
}

/// The identifier that no table defines.
fn unknown(problem: &Diagnostic) -> Option<&str> {
    (problem.code == Code::UnknownIndicator).then(|| problem.argument("id")).flatten()
}

fn is_in_sentence(problem: &Diagnostic) -> bool {
    problem.place.as_ref().is_some_and(|place| place.file.starts_with("locales/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(code: Code, problems: &[(&str, &str)]) -> Vec<Diagnostic> {
        let mut diagnostics = Diagnostics::default();
        for (index, (file, id)) in problems.iter().enumerate() {
            let file: Arc<str> = (*file).into();
            diagnostics.push(Diagnostic::at(code, &Place::text(&file, index..index + 1)).with("id", id));
        }
        gathered_by_cause(diagnostics).into_iter().collect()
    }

    const SENTENCES: &str = "locales/ja/report.ftl";
    const DATA: &str = "data/actuals.csv";

    #[test]
    fn sentences_of_another_plan_are_one_problem() {
        let cited = [(SENTENCES, "a"), (SENTENCES, "b"), (SENTENCES, "c"), (SENTENCES, "a")];
        let problems = gathered(Code::UnknownIndicator, &cited);
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        assert_eq!((problem.argument("part"), problem.argument("count")), (Some("gone"), Some("4")));
        assert_eq!((problem.argument("ids"), problem.also.len()), (Some("a, b, c"), 3));
    }

    #[test]
    fn rows_of_one_indicator_are_one_problem() {
        let problems = gathered(Code::UnknownIndicator, &[(DATA, "a"), (DATA, "a"), (DATA, "b"), (SENTENCES, "a")]);
        assert_eq!(problems.iter().map(|problem| problem.also.len()).collect::<Vec<_>>(), [1, 0, 0]);
    }

    #[test]
    fn what_is_said_in_the_same_words_is_one_problem_with_its_places() {
        let problems =
            gathered(Code::EmptyCell, &[(DATA, "unit"), (DATA, "unit"), (DATA, "group"), (SENTENCES, "unit")]);
        assert_eq!(problems.iter().map(|problem| problem.also.len()).collect::<Vec<_>>(), [1, 0, 0]);
    }

    #[test]
    fn a_unit_of_a_whole_table_is_one_problem_of_all_its_indicators() {
        let mut diagnostics = Diagnostics::default();
        for (id, start) in [("a", 3), ("b", 3), ("c", 9)] {
            let place = Place::text(&DATA.into(), start..start + 1);
            diagnostics.push(Diagnostic::at(Code::UnitDiffers, &place).with("part", "value").with("id", id));
        }
        let problems: Vec<_> = gathered_by_cause(diagnostics).into_iter().collect();
        let said: Vec<_> = problems.iter().map(|problem| (problem.argument("part"), problem.argument("ids"))).collect();
        assert_eq!(said, [(Some("table"), Some("a, b")), (Some("value"), None)]);
    }

    #[test]
    fn many_values_that_are_still_to_come_are_one_problem() {
        let ids: Vec<String> = (0..12).map(|number| format!("a{number}")).collect();
        let rows: Vec<(&str, &str)> = ids.iter().map(|id| (DATA, id.as_str())).collect();
        let problems = gathered(Code::ActualMissing, &rows);
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        assert!(problem.argument("ids").unwrap().ends_with("a9, …"));
        assert_eq!(gathered(Code::ActualMissing, &rows[..2]).len(), 2);
    }
}
