//! Groups cells with the same unknown word into one problem, and suggests the lines that define the word.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::report::is_identifier;

/// Groups unknown words, and adds the lines that each language needs.
pub(super) fn gathered(diagnostics: Diagnostics, languages: &[String]) -> Diagnostics {
    let mut places = BTreeMap::new();
    for problem in diagnostics.sorted() {
        if let (Some(word), Some(place)) = (word(problem), &problem.place) {
            places.entry(word).or_insert_with(Vec::new).push(place.clone());
        }
    }
    let mut names = Names::default();
    // Assign names in the order of the words.
    let sorted = diagnostics.sorted().into_iter().filter_map(|problem| word(problem).map(|word| (word, problem)));
    let mut named = BTreeMap::new();
    for ((kind, word), _) in sorted {
        named.entry((kind, word.clone())).or_insert_with(|| names.name(kind, &word));
    }
    diagnostics.map(|mut problem| {
        let Some(word) = word(&problem) else { return Some(problem) };
        let all = places.get(&word)?;
        if problem.place.as_ref() != all.first() {
            return None;
        }
        problem.also = all.iter().skip(1).filter(|place| Some(*place) != problem.place.as_ref()).cloned().collect();
        problem.also.dedup();
        // A typing error is not a new word; Japanese words of two characters are all similar.
        let is_alike = problem.argument("nearest").is_some_and(|nearest| !nearest.is_empty());
        if is_alike && is_identifier(&word.1) {
            return Some(problem.with("new", "no"));
        }
        let name = named.get(&word).cloned().unwrap_or_default();
        Some(problem.with("new", "yes").with("lines", lines(word.0, &word.1, &name, languages)))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Unit,
    Kind,
    Group,
    Evaluation,
}

impl Sort {
    fn prefix(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Group => "group",
            Self::Evaluation => "evaluation",
        }
    }
}

/// The unknown word that a diagnostic is about.
fn word(problem: &Diagnostic) -> Option<(Sort, String)> {
    let kind = match problem.code {
        Code::UnknownUnit => Sort::Unit,
        Code::UnknownKind => Sort::Kind,
        Code::UnknownGroup => Sort::Group,
        Code::InvalidId if problem.argument("part") == Some("evaluation") => Sort::Evaluation,
        _ => return None,
    };
    Some((kind, problem.argument("id")?.to_owned()))
}

/// Generates identifiers for words that cannot be one.
#[derive(Debug, Default)]
struct Names(BTreeMap<Sort, usize>);

impl Names {
    fn name(&mut self, kind: Sort, word: &str) -> String {
        if is_identifier(word) {
            return word.to_owned();
        }
        let count = self.0.entry(kind).or_default();
        *count += 1;
        if *count == 1 { "xxx".to_owned() } else { format!("xxx{count}") }
    }
}

fn lines(kind: Sort, word: &str, name: &str, languages: &[String]) -> String {
    let settings = (kind == Sort::Group).then(|| format!("report.toml: [[group]]\nid = \"{name}\""));
    let messages = languages.iter().map(|language| {
        let said = said(word, language);
        let text = match (kind, said) {
            (Sort::Unit, Some(word)) if word.is_ascii() => format!("{{ $value }} {word}"),
            (Sort::Unit, Some(word)) => format!("{{ $value }}{word}"),
            (Sort::Unit, None) => "{ $value } …".to_owned(),
            (_, word) => word.unwrap_or("…").to_owned(),
        };
        format!("locales/{language}/words.ftl: {}-{name} = {text}", kind.prefix())
    });
    settings.into_iter().chain(messages).collect::<Vec<_>>().join("\n")
}

/// The word if its script fits the language: Latin letters are not Japanese, and vice versa.
fn said<'a>(word: &'a str, language: &str) -> Option<&'a str> {
    (word.is_ascii() != language.starts_with("ja")).then_some(word)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Place;

    fn problems(words: &[(Code, &str)]) -> Vec<Diagnostic> {
        let file: Arc<str> = "data/indicators.csv".into();
        let mut diagnostics = Diagnostics::default();
        for (index, (code, word)) in words.iter().enumerate() {
            diagnostics.push(Diagnostic::at(*code, &Place::text(&file, index..index + 1)).with("id", word));
        }
        gathered(diagnostics, &["ja".to_owned(), "en".to_owned()]).into_iter().collect()
    }

    #[test]
    fn all_cells_with_one_word_are_one_problem() {
        let problems = problems(&[(Code::UnknownUnit, "施設"), (Code::UnknownUnit, "株"), (Code::UnknownUnit, "施設")]);
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[0].also.len(), 1);
        let lines = problems[0].argument("lines").unwrap();
        assert_eq!(
            lines,
            "locales/ja/words.ftl: unit-xxx = { $value }施設\nlocales/en/words.ftl: unit-xxx = { $value } …"
        );
        assert!(problems[1].argument("lines").unwrap().contains("unit-xxx2 = { $value }株"));
    }

    #[test]
    fn a_word_of_latin_letters_is_its_own_name() {
        let problems = problems(&[(Code::UnknownUnit, "hectares"), (Code::UnknownGroup, "kanko")]);
        assert!(problems[0].argument("lines").unwrap().contains("en/words.ftl: unit-hectares = { $value } hectares"));
        assert!(problems[1].argument("lines").unwrap().starts_with("report.toml: [[group]]\nid = \"kanko\"\n"));
    }
}
