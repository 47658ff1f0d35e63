//! Problems as the page shows them: those of `--message-format json`, with what can be done about them.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use serde_json::{Value, json};

use super::files::editable;
use super::places::location;
use crate::locale::Words;
use crate::skeleton::fluent;

/// The most problems that a page is sent; their numbers are those of all.
pub const MOST_SHOWN: usize = 300;

/// Words that `nenpo add` adds, by the problem that they are unknown.
const ADDED: [(&str, &str); 3] = [("unknown-unit", "unit"), ("unknown-kind", "kind"), ("unknown-group", "group")];

/// Stands for what a person has to write.
const TO_FILL_IN: char = '…';

/// What can be written to mend a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remedy {
    /// `nenpo add`.
    Add { sort: &'static str, text: String },
    /// Lines at the end of a file.
    Append { file: String, lines: Vec<String> },
}

/// Problems for the page, errors first; `folder` is that of the report.
pub(super) fn shown(problems: &[Value], folder: &Path, words: &Words) -> Vec<Value> {
    let mut known: BTreeMap<u64, usize> = BTreeMap::new();
    let one = |problem: &Value| {
        let hash = identity(problem);
        let number = known.entry(hash).or_default();
        *number += 1;
        let mut shown = shown_one(problem, folder, words);
        shown["id"] = json!(format!("{hash:016x}-{number}"));
        shown
    };
    sorted(problems).into_iter().take(MOST_SHOWN).map(one).collect()
}

/// Problems in the order in which they are shown.
pub(super) fn sorted(problems: &[Value]) -> Vec<&Value> {
    let mut sorted: Vec<&Value> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem["severity"] != "error");
    sorted
}

/// A problem stays the same while lines above it are added.
fn identity(problem: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    // Not the message, which is in the user's language.
    for name in ["code", "file", "detail", "into"] {
        problem[name].as_str().hash(&mut hasher);
    }
    problem["excerpt"]["marked"].as_str().hash(&mut hasher);
    lines(problem).hash(&mut hasher);
    hasher.finish()
}

fn shown_one(problem: &Value, folder: &Path, words: &Words) -> Value {
    let lines = lines(problem);
    let help = problem["help"].as_str().map(|help| help.strip_suffix(&lines.join("\n")).unwrap_or(help).trim_end());
    let also = problem["also"].as_array().into_iter().flatten();
    let file = problem["file"].as_str();
    let (into, bare) = parted(problem, &lines);
    let remedy = remedy(problem);
    let is_to_fill_in =
        matches!(&remedy, Some(Remedy::Append { lines, .. }) if lines.iter().any(|line| line.contains(TO_FILL_IN)));
    json!({
        "severity": problem["severity"],
        "code": problem["code"],
        "message": problem["message"],
        "help": help,
        "detail": problem["detail"],
        "nearest": problem["nearest"],
        "allowed": problem["allowed"],
        "file": file,
        "location": location(problem, words),
        "can-open": file.is_some_and(|file| editable(folder, file).is_some()),
        "excerpt": problem["excerpt"],
        "also": also.filter_map(|place| location(place, words)).collect::<Vec<_>>(),
        "related": location(&problem["related"], words),
        "related-message": problem["related"]["message"],
        "lines": bare,
        "into": into,
        "can-apply": remedy.is_some() && !is_to_fill_in,
        "can-fill": is_to_fill_in,
    })
}

fn lines(problem: &Value) -> Vec<&str> {
    problem["lines"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The file that all lines belong to, with what to write there. Lines of several files keep the names of these.
fn parted<'a>(problem: &'a Value, lines: &[&'a str]) -> (Option<&'a str>, Vec<&'a str>) {
    if let Some(into) = problem["into"].as_str() {
        return (Some(into), lines.to_vec());
    }
    let parts: Option<Vec<(&str, &str)>> = lines.iter().map(|line| line.split_once(": ")).collect();
    let parts = parts.filter(|parts| parts.iter().all(|(file, _)| file.contains('.') && !file.contains(' ')));
    match parts.as_deref() {
        Some([(file, _), others @ ..]) if others.iter().all(|(other, _)| other == file) => {
            let parts = parts.iter().flatten();
            (Some(*file), parts.map(|(_, line)| *line).collect())
        }
        _ => (None, lines.to_vec()),
    }
}

/// What the desk can write to mend a problem, if anything.
pub(super) fn remedy(problem: &Value) -> Option<Remedy> {
    let code = problem["code"].as_str()?;
    let lines = lines(problem);
    if lines.is_empty() {
        return None;
    }
    if let Some((_, sort)) = ADDED.iter().find(|(known, _)| *known == code) {
        let text = unquoted(problem["excerpt"]["marked"].as_str()?.trim());
        return (!text.is_empty()).then_some(Remedy::Add { sort, text });
    }
    let (file, lines) = parted(problem, &lines);
    let is_whole = |line: &&str| line.split_once(" = ").is_some_and(|(name, _)| !name.contains([' ', TO_FILL_IN]));
    let file = file.filter(|file| file.ends_with(".ftl") && lines.iter().all(is_whole))?;
    Some(Remedy::Append { file: file.to_owned(), lines: lines.into_iter().map(str::to_owned).collect() })
}

/// A cell of a CSV file without its quotation marks.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| cell.to_owned(), |inner| inner.replace("\"\"", "\"")).trim().to_owned()
}

/// Lines with the texts that a person has filled in, one for each; a line whose text is open is left out. `None` if no text
/// is given.
pub(super) fn filled(lines: &[String], texts: &[String]) -> Option<Vec<String>> {
    let open = |index: usize| texts.get(index).map(|text| fluent(text)).filter(|text| !text.is_empty());
    let one = |(index, line): (usize, &String)| {
        if line.contains(TO_FILL_IN) { Some(line.replacen(TO_FILL_IN, &open(index)?, 1)) } else { Some(line.clone()) }
    };
    let filled: Vec<String> = lines.iter().enumerate().filter_map(one).collect();
    (!filled.is_empty()).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::DESK_FILE;
    use crate::report::Language;
    use crate::terminal::Terminal;

    fn one(problem: &Value) -> Value {
        let words = Terminal::new(Language::new("ja").as_ref()).words_of(&[DESK_FILE]);
        shown(std::slice::from_ref(problem), Path::new("."), &words).remove(0)
    }

    #[test]
    fn lines_of_one_file_are_told_apart_from_its_name() {
        let lines = ["locales/en/words.ftl: unit-a = { $value } a", "locales/en/words.ftl: unit-b = { $value } b"];
        let shown =
            one(&json!({"code": "missing-message", "help": format!("write\n{}", lines.join("\n")), "lines": lines}));
        assert_eq!(shown["help"], "write");
        assert_eq!(shown["into"], "locales/en/words.ftl");
        assert_eq!(shown["lines"], json!(["unit-a = { $value } a", "unit-b = { $value } b"]));
        assert_eq!(shown["can-apply"], true);
        let shown = one(&json!({"code": "missing-message", "lines": ["a.ftl: a = 1", "b.ftl: b = 1"]}));
        assert_eq!((&shown["into"], &shown["lines"]), (&Value::Null, &json!(["a.ftl: a = 1", "b.ftl: b = 1"])));
    }

    #[test]
    fn what_a_person_has_to_fill_in_is_asked_for() {
        let problem =
            json!({"code": "missing-message", "lines": ["group-a = …", "group-b = …"], "into": "locales/en/words.ftl"});
        let shown = one(&problem);
        assert_eq!((&shown["can-fill"], &shown["can-apply"]), (&json!(true), &json!(false)));
        let Some(Remedy::Append { file, lines }) = remedy(&problem) else { panic!("{shown}") };
        assert_eq!(file, "locales/en/words.ftl");
        let filled = |texts: &[&str]| filled(&lines, &texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(filled(&["", " B {x}\n\nc = d "]), Some(vec!["group-b = B { \"{\" }x{ \"}\" } c = d".to_owned()]));
        assert_eq!(filled(&["", " "]), None);
        assert_eq!(filled(&[]), None);
    }

    #[test]
    fn other_lines_are_only_shown() {
        assert_eq!(remedy(&json!({"code": "missing-message", "lines": []})), None);
        assert_eq!(
            remedy(&json!({"code": "missing-message", "lines": ["report.toml: [[group]]", "id = \"a\""]})),
            None
        );
    }

    #[test]
    fn an_unknown_unit_is_added_as_it_is_written_in_its_cell() {
        let excerpt = json!({"before": "a,", "marked": "施設", "after": ",1"});
        let problem =
            json!({"code": "unknown-unit", "lines": ["locales/ja/words.ftl: unit-xxx = …"], "excerpt": excerpt});
        assert_eq!(remedy(&problem), Some(Remedy::Add { sort: "unit", text: "施設".into() }));
    }

    #[test]
    fn a_word_in_quotation_marks_is_that_of_its_cell() {
        let text = |cell: &str| {
            let excerpt = json!({"before": "a,", "marked": cell, "after": ",1"});
            remedy(
                &json!({"code": "unknown-unit", "lines": ["locales/ja/words.ftl: unit-xxx = …"], "excerpt": excerpt}),
            )
        };
        let added = |text: &str| Some(Remedy::Add { sort: "unit", text: text.into() });
        assert_eq!(text("\"a, b\""), added("a, b"));
        assert_eq!(text("\"\"\"本\"\"\""), added("\"本\""));
        assert_eq!(text("\"\""), None);
    }

    #[test]
    fn errors_come_first_and_each_has_a_name_of_its_own() {
        let problem = |severity: &str| json!({"code": "a", "severity": severity, "message": severity});
        let words = Terminal::new(None).words_of(&[DESK_FILE]);
        let shown = shown(&[problem("warning"), problem("error"), problem("error")], Path::new("."), &words);
        assert_eq!(shown[0]["severity"], "error");
        assert_ne!(shown[0]["id"], shown[1]["id"]);
        assert_eq!(shown[2]["severity"], "warning");
    }
}
