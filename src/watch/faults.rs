//! Which problems are new since the build before, and which are fixed. A problem that only moves stays the same.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};

/// The problems of the last build.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Diagnostic>);

/// What makes a problem the same although lines above it were added: everything but its position.
type Identity = (&'static str, Option<String>, Vec<(&'static str, String)>, Option<String>);

fn identity(problem: &Diagnostic) -> Identity {
    let file = problem.place.as_ref().map(|place| place.file.to_string());
    (problem.code.as_str(), file, problem.arguments.clone(), problem.detail.clone())
}

impl Faults {
    /// Takes note of the problems of a build; returns those that are new and those that are fixed.
    pub(super) fn turn(&mut self, problems: &Diagnostics) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        let now: Vec<Diagnostic> = problems.sorted().into_iter().cloned().collect();
        let mut before: BTreeMap<Identity, Vec<Diagnostic>> = BTreeMap::new();
        for problem in std::mem::replace(&mut self.0, now.clone()) {
            before.entry(identity(&problem)).or_default().push(problem);
        }
        // Of several alike, those at the same place are the same.
        let mut moved = Vec::new();
        for problem in now {
            let alike = before.entry(identity(&problem)).or_default();
            match alike.iter().position(|known| known.place == problem.place) {
                Some(index) => drop(alike.swap_remove(index)),
                None => moved.push(problem),
            }
        }
        let is_new = |problem: &Diagnostic| before.get_mut(&identity(problem)).and_then(Vec::pop).is_none();
        let mut appeared = moved;
        appeared.retain(is_new);
        (appeared, before.into_values().flatten().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place};

    fn at(start: usize, value: &str) -> Diagnostic {
        let place = Place::text(&"data/actuals.csv".into(), start..start + 1);
        Diagnostic::at(Code::NotANumber, &place).with("value", value)
    }

    fn turn(faults: &mut Faults, problems: &[Diagnostic]) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(problems.iter().cloned());
        faults.turn(&diagnostics)
    }

    #[test]
    fn a_problem_that_moves_is_neither_new_nor_fixed() {
        let mut faults = Faults::default();
        assert_eq!(turn(&mut faults, &[at(5, "a"), at(9, "b")]), (vec![at(5, "a"), at(9, "b")], vec![]));
        assert_eq!(turn(&mut faults, &[at(7, "a"), at(11, "b")]), (vec![], vec![]));
        assert_eq!(turn(&mut faults, &[at(7, "a"), at(11, "c")]), (vec![at(11, "c")], vec![at(11, "b")]));
        assert_eq!(turn(&mut faults, &[]), (vec![], vec![at(7, "a"), at(11, "c")]));
    }

    #[test]
    fn of_several_alike_the_one_elsewhere_is_new() {
        let mut faults = Faults::default();
        turn(&mut faults, &[at(5, "a"), at(9, "a")]);
        assert_eq!(turn(&mut faults, &[at(5, "a"), at(7, "a"), at(9, "a")]), (vec![at(7, "a")], vec![]));
        assert_eq!(turn(&mut faults, &[at(5, "a"), at(9, "a")]), (vec![], vec![at(7, "a")]));
    }
}
