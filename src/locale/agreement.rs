//! Finds messages that cite different data in different languages of a report.

use std::collections::BTreeSet;

use super::catalog::Layer;
use super::findings::Findings;
use super::key::key;
use super::reference::{Argument, Target};
use crate::diagnostic::{Code, Diagnostic};

/// The function for plain numbers. Languages count in different units (1700万, 17 million).
const NUMBER: &str = "NUM";
/// The option that does not change what is cited.
const CALENDAR: &str = "calendar";
/// Variables with the same meaning in two calendars, and the name by which they are compared.
const SAME_IN_CALENDARS: [(&str, &str); 1] = [("starting-year", "year")];

impl Findings {
    /// Problems of the report's messages that cite other data than the same messages of another language. Messages with
    /// broken references are skipped, since what they would cite is unknown.
    #[must_use]
    pub fn citations_unlike(&self, other: &Self) -> Vec<Diagnostic> {
        let (doubtful, other_doubtful) = (&self.log.doubtful, &other.log.doubtful);
        let is_read = |id: &String| ![self, other].iter().any(|words| words.catalog.unreadable.contains(id));
        let is_certain = |id: &String| !doubtful.contains(id) && !other_doubtful.contains(id) && is_read(id);
        let own = self.catalog.entries.iter().filter(|(_, entry)| entry.layer == Layer::Report);
        let mut problems = Vec::new();
        for (id, entry) in own.filter(|(id, _)| is_certain(id)) {
            let Some(twin) = other.catalog.entries.get(id).filter(|twin| twin.layer == Layer::Report) else { continue };
            let values = (entry.has_value && twin.has_value).then_some((None, &entry.place, &twin.place));
            let attributes = entry.attributes.iter().filter_map(|(attribute, place)| {
                Some((Some(attribute.as_str()), place, twin.attributes.get(attribute)?))
            });
            for (attribute, place, twin_place) in values.into_iter().chain(attributes) {
                let (here, there) = (self.insertions(id, attribute), other.insertions(id, attribute));
                if here != there {
                    problems.push(
                        Diagnostic::at(Code::DifferentCitations, place)
                            .with("id", key(id, attribute))
                            .with("language", &self.language)
                            .with("other", &other.language)
                            .with("here", list(here.difference(&there)))
                            .with("there", list(there.difference(&here)))
                            .with_related(twin_place),
                    );
                }
            }
        }
        problems
    }

    /// The placeables of a message, including those of messages that it refers to, in Fluent syntax.
    fn insertions(&self, id: &str, attribute: Option<&str>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open = vec![(id, attribute)];
        let mut seen = BTreeSet::new();
        while let Some((id, attribute)) = open.pop() {
            if !seen.insert((id, attribute)) {
                continue;
            }
            let references = self.catalog.entries.get(id).into_iter().flat_map(|entry| &entry.references);
            let inside = references.filter(|reference| reference.within.as_deref() == attribute);
            for reference in inside.filter(|reference| !reference.is_selector) {
                match &reference.target {
                    Target::Message { id, attribute } => open.push((id, attribute.as_deref())),
                    Target::Variable(name) => {
                        let alias = SAME_IN_CALENDARS.iter().find(|(alias, _)| alias == name);
                        found.insert(format!("${}", alias.map_or(name.as_str(), |(_, name)| name)));
                    }
                    Target::Function { name, .. } if name == NUMBER => {}
                    Target::Function { name, positional, named } => {
                        found.insert(call(name, positional, named));
                    }
                }
            }
        }
        found
    }
}

/// A call without the options that do not change what is cited.
fn call(name: &str, positional: &[Argument], named: &[(String, Argument)]) -> String {
    let literal = |argument: &Argument| argument.literal.clone().unwrap_or_default();
    let subjects = positional.iter().map(|argument| format!("\"{}\"", literal(argument)));
    let options = named.iter().filter(|(option, _)| option != CALENDAR);
    let options: BTreeSet<String> =
        options.map(|(option, argument)| format!("{option}: \"{}\"", literal(argument))).collect();
    format!("{name}({})", subjects.chain(options).collect::<Vec<_>>().join(", "))
}

fn list<'a>(insertions: impl Iterator<Item = &'a String>) -> String {
    let list: Vec<&str> = insertions.map(String::as_str).collect();
    if list.is_empty() { "–".to_owned() } else { list.join(", ") }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::catalog::LocaleFile;
    use super::super::words::Words;
    use super::*;
    use crate::report::Language;

    fn findings(language: &str, text: &str) -> Findings {
        let file = LocaleFile { name: "report.ftl".into(), text: text.into(), layer: Layer::Report };
        Words::new(Language::new(language).unwrap(), &[file], Arc::new(|_, _| true)).finish()
    }

    fn differences(japanese: &str, english: &str) -> usize {
        findings("en", english).citations_unlike(&findings("ja", japanese)).len()
    }

    #[test]
    fn languages_that_cite_the_same_agree() {
        for (japanese, english) in [
            (r#"a = { ACTUAL("x") }{ TARGET("y") }"#, r#"a = { TARGET("y") } { ACTUAL("x") } { ACTUAL("x") }"#),
            (r#"a = { DATE("as-of") }"#, r#"a = { DATE("as-of", calendar: "gregorian") }"#),
            (
                r#"a = { COUNT("limited") }"#,
                "a = { COUNT(\"limited\") ->\n    [1] { COUNT(\"limited\") } one\n   *[other] some\n}",
            ),
            ("a = { NUM(\"1700\") }万", r#"a = { NUM("17") } million"#),
            ("fiscal-year = { $year }", "fiscal-year = FY{ $starting-year }"),
            ("a = { -b }\n-b = { ACTUAL(\"x\") }", r#"a = { ACTUAL("x") }"#),
        ] {
            assert_eq!(differences(japanese, english), 0, "{japanese} | {english}");
        }
    }

    #[test]
    fn languages_that_cite_other_things_do_not_agree() {
        for (japanese, english) in [
            (r#"a = { ACTUAL("x") }"#, r#"a = { ACTUAL("y") }"#),
            (r#"a = { ACTUAL("x") }"#, r#"a = { TARGET("x") }"#),
            (r#"a = { ACTUAL("x") }"#, "a = 135"),
            (r#"a = { COUNT("limited", group: "g") }"#, r#"a = { COUNT("limited") }"#),
            ("unit-a = { $value }", "unit-a = one"),
            ("a =\n    .title = { ACTUAL(\"x\") }", "a =\n    .title = x"),
            (r#"a = { COUNT("limited") }"#, "a = { COUNT(\"limited\") ->\n    [1] one\n   *[other] some\n}"),
        ] {
            assert_eq!(differences(japanese, english), 1, "{japanese} | {english}");
        }
    }
}
