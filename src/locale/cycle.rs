//! Finds messages that refer to themselves, directly or through others.

use std::collections::BTreeSet;

use super::catalog::Catalog;
use super::key::key;
use super::reference::Target;
use crate::diagnostic::{Code, Diagnostic};

/// Each cycle is reported once, at the reference that closes it.
pub(super) fn cycles(catalog: &Catalog) -> Vec<Diagnostic> {
    type Node<'a> = (&'a str, Option<&'a str>);
    let references_of = |(id, within): Node<'_>| {
        let entry = catalog.entries.get(id);
        let references = entry.into_iter().flat_map(|entry| &entry.references);
        let inside = references.filter(|reference| reference.within.as_deref() == within);
        let targets = inside.filter_map(|reference| match &reference.target {
            Target::Message { id, attribute } => Some((reference, (id.as_str(), attribute.as_deref()))),
            _ => None,
        });
        targets.collect::<Vec<_>>()
    };
    let mut problems = Vec::new();
    let mut finished: BTreeSet<Node<'_>> = BTreeSet::new();
    for (id, entry) in &catalog.entries {
        let attributes = entry.attributes.keys().map(|attribute| Some(attribute.as_str()));
        for start in std::iter::once(None).chain(attributes).map(|attribute| (id.as_str(), attribute)) {
            let mut path: BTreeSet<Node<'_>> = BTreeSet::from([start]);
            let mut stack = if finished.contains(&start) { Vec::new() } else { vec![(start, references_of(start))] };
            while let Some((node, references)) = stack.last_mut() {
                let Some((reference, target)) = references.pop() else {
                    path.remove(node);
                    finished.insert(*node);
                    stack.pop();
                    continue;
                };
                if path.contains(&target) {
                    let problem =
                        Diagnostic::at(Code::CyclicReference, &reference.place).with("id", key(target.0, target.1));
                    problems.push(match catalog.entries.get(target.0) {
                        Some(entry) => problem.with_related(&entry.place),
                        None => problem,
                    });
                } else if !finished.contains(&target) {
                    path.insert(target);
                    stack.push((target, references_of(target)));
                }
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::super::catalog::{Layer, LocaleFile};
    use super::*;
    use crate::diagnostic::Diagnostics;

    fn found(text: &str) -> Vec<String> {
        let file = LocaleFile { name: "report.ftl".into(), text: text.into(), layer: Layer::Report };
        let catalog = Catalog::new(&[file], &mut Diagnostics::default());
        cycles(&catalog).iter().filter_map(|problem| problem.argument("id").map(str::to_owned)).collect()
    }

    #[test]
    fn a_circle_is_found_once() {
        assert_eq!(found("a = { b }\nb = { -c }\n-c = { a }\n").len(), 1);
        assert_eq!(found("a = { a }\n"), ["a"]);
    }

    #[test]
    fn an_attribute_may_be_cited_in_another_one() {
        assert!(found("a = { a.title }\n    .title = x\n    .body = { a.title }, { a.title }\n").is_empty());
        assert_eq!(found("a =\n    .title = { a.body }\n    .body = { a.title }\n").len(), 1);
    }

    #[test]
    fn a_long_chain_is_no_circle() {
        let chain: String = (0..20_000).map(|number| format!("m{number} = {{ m{} }}\n", number + 1)).collect();
        assert!(found(&chain).is_empty());
    }
}
