//! Groups the places where one unknown indicator is named, and sentences that cite indicators that are gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// So many indicators that sentences cite in vain are those of another plan, and not slips.
const MANY: usize = 3;

/// The places of problems by their cause.
type Places = BTreeMap<Cause, Vec<Place>>;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// An identifier, in sentences or in data.
    Indicator(String, bool),
    /// Sentences about another plan.
    Sentences,
}

/// Makes one problem of each cause.
pub(super) fn gathered_indicators(diagnostics: Diagnostics) -> Diagnostics {
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for problem in diagnostics.sorted() {
        let is_slip = problem.argument("nearest").is_some_and(|nearest| !nearest.is_empty());
        gone.extend(id(problem).filter(|_| !is_slip && is_in_sentence(problem)).map(str::to_owned));
    }
    let are_many = gone.len() >= MANY;
    let cause = |problem: &Diagnostic| {
        let id = id(problem)?;
        let is_in_sentence = is_in_sentence(problem);
        Some(if are_many && is_in_sentence && gone.contains(id) {
            Cause::Sentences
        } else {
            Cause::Indicator(id.to_owned(), is_in_sentence)
        })
    };
    let mut places = Places::new();
    for problem in diagnostics.sorted() {
        if let (Some(cause), Some(place)) = (cause(problem), &problem.place) {
            places.entry(cause).or_default().push(place.clone());
        }
    }
    diagnostics.map(|mut problem| {
        let Some(cause) = cause(&problem) else { return Some(problem) };
        let Some(places) = places.get(&cause) else { return Some(problem) };
        if problem.place.as_ref() != places.first() {
            return None;
        }
        problem.also.extend(places.iter().skip(1).cloned());
        problem.also.dedup();
        if cause != Cause::Sentences {
            return Some(problem);
        }
        let ids: Vec<&str> = gone.iter().map(String::as_str).collect();
        Some(problem.with("part", "gone").with("count", places.len()).with("ids", ids.join(", ")))
    })
}

/// The identifier that a problem is about.
fn id(problem: &Diagnostic) -> Option<&str> {
    (problem.code == Code::UnknownIndicator).then(|| problem.argument("id")).flatten()
}

fn is_in_sentence(problem: &Diagnostic) -> bool {
    problem.place.as_ref().is_some_and(|place| place.file.starts_with("locales/"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn gathered(problems: &[(&str, &str)]) -> Vec<Diagnostic> {
        let mut diagnostics = Diagnostics::default();
        for (index, (file, id)) in problems.iter().enumerate() {
            let file: Arc<str> = (*file).into();
            let problem = Diagnostic::at(Code::UnknownIndicator, &Place::text(&file, index..index + 1));
            diagnostics.push(problem.with("id", id));
        }
        gathered_indicators(diagnostics).into_iter().collect()
    }

    const SENTENCES: &str = "locales/ja/report.ftl";

    #[test]
    fn sentences_of_another_plan_are_one_problem() {
        let problems = gathered(&[(SENTENCES, "a"), (SENTENCES, "b"), (SENTENCES, "c"), (SENTENCES, "a")]);
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        assert_eq!((problem.argument("part"), problem.argument("count")), (Some("gone"), Some("4")));
        assert_eq!((problem.argument("ids"), problem.also.len()), (Some("a, b, c"), 3));
    }

    #[test]
    fn rows_of_one_indicator_are_one_problem() {
        let data = "data/actuals.csv";
        let problems = gathered(&[(data, "a"), (data, "a"), (data, "b"), (SENTENCES, "a")]);
        assert_eq!(problems.iter().map(|problem| problem.also.len()).collect::<Vec<_>>(), [1, 0, 0]);
    }
}
