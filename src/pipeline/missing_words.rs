//! Groups missing messages by language: names of indicators, messages of the report, and all built-in messages of an
//! unsupported language.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::embedded;
use crate::report::{Language, is_identifier};

/// What a missing message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// The name of an indicator.
    Name,
    /// A message that a report must have.
    Report,
    /// A message that nenpo has in its own languages, by file.
    BuiltIn(&'static str),
}

/// Groups the messages that each language lacks: those of the report at their first use, and all built-in messages of an
/// unsupported language where it is requested.
pub(super) fn gathered_messages(diagnostics: Diagnostics, languages: &[&Located<Language>]) -> Diagnostics {
    let own = own_words();
    let is_built_in = |tag: &str| {
        let language = languages.iter().find(|language| language.value.to_string() == tag);
        language.is_none_or(|language| embedded::LOCALES.get_dir(language.value.primary()).is_some())
    };
    let part = |problem: &Diagnostic| {
        let (tag, id) = (problem.argument("language")?, problem.argument("id")?);
        match problem.argument("part")? {
            _ if problem.code != Code::MissingMessage => None,
            "name" => Some((tag.to_owned(), Sort::Name)),
            part => {
                let file = own.get(id.split('.').next()?).filter(|_| !is_built_in(tag));
                let of_report = (part == "message").then_some(Sort::Report);
                Some((tag.to_owned(), file.map(|file| Sort::BuiltIn(file)).or(of_report)?))
            }
        }
    };
    let mut places: BTreeMap<(String, Sort), BTreeSet<Place>> = BTreeMap::new();
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut words: BTreeMap<String, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
    for problem in diagnostics.sorted() {
        match (part(problem), &problem.place, problem.argument("id")) {
            (Some((tag, Sort::BuiltIn(file))), _, Some(id)) => {
                _ = words.entry(tag).or_default().entry(file).or_default().insert(id.to_owned());
            }
            (Some((tag, sort)), Some(place), Some(id)) => {
                if sort == Sort::Report {
                    ids.entry(tag.clone()).or_default().push(id.to_owned());
                }
                places.entry((tag, sort)).or_default().insert(place.clone());
            }
            _ => {}
        }
    }
    // An attribute is only reported if its message exists.
    for lacking in words.values_mut().flat_map(BTreeMap::values_mut) {
        let whole = lacking.clone();
        lacking.retain(|id| id.split_once('.').is_none_or(|(message, _)| !whole.contains(message)));
    }
    let mut gathered = diagnostics.map(|mut problem| match part(&problem) {
        None => Some(problem),
        Some((_, Sort::BuiltIn(_))) => None,
        Some((_, _)) if problem.place.is_none() => Some(problem),
        Some((tag, sort)) => {
            let places = places.get(&(tag.clone(), sort))?;
            if problem.place.as_ref() != places.first() {
                return None;
            }
            let mut ids = ids.remove(&tag).filter(|_| sort == Sort::Report).unwrap_or_default();
            ids.dedup();
            if places.len() == 1 && ids.len() < 2 {
                return Some(match ids.first() {
                    Some(id) => {
                        problem.with("line", open_line(id, &tag)).with("into", format!("locales/{tag}/words.ftl"))
                    }
                    None => problem,
                });
            }
            problem.also = places.iter().skip(1).cloned().collect();
            problem.arguments.retain(|(name, _)| !matches!(*name, "id" | "part"));
            if sort == Sort::Name {
                return Some(problem.with("part", "names").with("count", places.len()));
            }
            let lines: Vec<String> = ids.iter().map(|id| open_line(id, &tag)).collect();
            let problem = problem.with("part", "messages").with("count", ids.len()).with("lines", lines.join("\n"));
            Some(problem.with("into", format!("locales/{tag}/words.ftl")))
        }
    });
    for (tag, files) in words {
        let count: usize = files.values().map(BTreeSet::len).sum();
        let list = |ids: BTreeSet<String>| ids.into_iter().collect::<Vec<_>>().join(", ");
        let lines: Vec<String> = files.into_iter().map(|(file, ids)| format!("{file}: {}", list(ids))).collect();
        let place = languages.iter().find(|language| language.value.to_string() == tag).map(|language| &language.place);
        let problem = place.map_or_else(
            || Diagnostic::without_place(Code::MissingMessage),
            |place| Diagnostic::at(Code::MissingMessage, place),
        );
        let problem = problem.with("language", tag).with("part", "words").with("count", count);
        gathered.push(problem.with("lines", lines.join("\n")));
    }
    gathered
}

/// A message whose text is to be filled in. A unit stands beside its number.
fn open_line(id: &str, language: &str) -> String {
    match id.starts_with("unit-") {
        true if language.starts_with("ja") => format!("{id} = {{ $value }}…"),
        true => format!("{id} = {{ $value }} …"),
        false => format!("{id} = …"),
    }
}

fn own_words() -> BTreeMap<String, &'static str> {
    let files = embedded::LOCALES.get_dir("en").into_iter().flat_map(include_dir::Dir::files);
    let names = files.filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)));
    let spoken = names.filter(|(name, _)| !embedded::OWN_FILES.contains(name));
    let ids = spoken.flat_map(|(name, text)| {
        let ids = text.lines().filter_map(|line| Some(line.split_once(" =")?.0)).filter(|id| is_identifier(id));
        ids.map(move |id| (id.to_owned(), name))
    });
    ids.collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn all_that_a_language_lacks_is_one_problem() {
        let settings: Arc<str> = "report.toml".into();
        let table: Arc<str> = "data/indicators.csv".into();
        let language = |tag: &str| Located::new(Language::new(tag).unwrap(), Place::text(&settings, 0..2));
        let (french, english) = (language("fr"), language("en"));
        let missing = |id: &str, tag: &str, part: &str, at: usize| {
            let problem = Diagnostic::at(Code::MissingMessage, &Place::text(&table, at..at + 1));
            problem.with("id", id).with("language", tag).with("part", part)
        };
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend([
            missing("status-achieved", "fr", "message", 1),
            missing("absent-missing", "fr", "message", 1),
            missing("absent-missing.spoken, .legend", "fr", "attribute", 1),
            missing("mark-provisional.legend", "fr", "attribute", 1),
            missing("group-water", "fr", "message", 1),
            missing("indicator-a", "fr", "name", 3),
            missing("indicator-b", "fr", "name", 5),
            missing("indicator-a", "en", "name", 3),
            missing("evaluation-title", "en", "message", 1),
        ]);
        let problems: Vec<Diagnostic> =
            gathered_messages(diagnostics, &[&french, &english]).sorted().into_iter().cloned().collect();
        let parts: Vec<_> =
            problems.iter().map(|problem| (problem.argument("part").unwrap(), problem.also.len())).collect();
        assert_eq!(parts.len(), 5, "{parts:?}");
        let words = problems.iter().find(|problem| problem.argument("part") == Some("words")).unwrap();
        assert_eq!(words.place.as_ref(), Some(&french.place));
        assert_eq!(words.argument("count"), Some("3"));
        assert_eq!(
            words.argument("lines"),
            Some("shared.ftl: absent-missing, mark-provisional.legend, status-achieved")
        );
        assert!(parts.contains(&("names", 1)) && parts.contains(&("name", 0)), "{parts:?}");
    }
}
