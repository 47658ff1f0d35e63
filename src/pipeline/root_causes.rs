//! Removes diagnostics that only follow from others, and narrows places to a single character.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Position, Severity};
use crate::source::{REPORT_FILE, Texts};

const DATA: &str = "data/";

/// Removes consequences of other diagnostics, and moves each diagnostic about a character from its cell or message to
/// the character.
pub(super) fn pinned_down(diagnostics: Diagnostics, texts: &Texts) -> Diagnostics {
    // Missing and duplicate data also affects charts.
    let is_error = |problem: &&Diagnostic| problem.code.severity() == Severity::Error;
    let sorted = diagnostics.sorted();
    let has_causes = sorted.iter().copied().filter(is_error).any(|problem| problem.code != Code::ChartFailed);
    // An unknown unit or kind also has no message.
    let is_unknown = |problem: &&Diagnostic| matches!(problem.code, Code::UnknownUnit | Code::UnknownKind);
    let unknown = sorted.iter().copied().filter(is_unknown).filter_map(|problem| problem.argument("message"));
    let unknown: BTreeSet<String> = unknown.map(str::to_owned).collect();
    // A value with the name of an unknown unit would otherwise be a number.
    let words =
        sorted.iter().filter(|problem| problem.code == Code::UnknownUnit).filter_map(|problem| problem.argument("id"));
    let words: BTreeSet<String> = words.map(str::to_owned).collect();
    // A file that is not read may contain what is reported as missing.
    let is_unread = |problem: &&Diagnostic| match problem.code {
        Code::UnreadData => true,
        Code::FileUnreadable => problem.place.as_ref().is_some_and(|place| place.file.starts_with(DATA)),
        _ => false,
    };
    let is_data_unread = sorted.iter().any(is_unread);
    // Other problems cannot be judged if the report requires a newer nenpo.
    let is_newer = |problem: &&Diagnostic| {
        problem.code == Code::NewerFormat && problem.place.as_ref().is_some_and(|place| &*place.file == REPORT_FILE)
    };
    let is_report_newer = sorted.iter().any(is_newer);
    let is_consequence = |problem: &Diagnostic| match problem.code {
        code if is_report_newer => code != Code::NewerFormat,
        Code::NotANumber => {
            let value = problem.argument("value").unwrap_or_default().trim_end();
            words.iter().any(|word| value.ends_with(word.trim()))
        }
        Code::ChartFailed => has_causes,
        Code::ActualMissing | Code::UnknownIndicator => is_data_unread,
        Code::MissingMessage => problem.argument("id").is_some_and(|id| unknown.contains(id)),
        _ => false,
    };
    diagnostics.map(|mut diagnostic| {
        if is_consequence(&diagnostic) {
            return None;
        }
        if matches!(diagnostic.code, Code::MissingGlyph | Code::MissingVariant)
            && let (Some(place), Some(character)) = (&diagnostic.place, diagnostic.argument("character"))
            && let Position::Text(start, end) = place.position
            && let Some(text) = texts.get(&place.file)
        {
            let message_end = text.get(end..).and_then(end_of_message).map_or(text.len(), |length| end + length);
            let holders = [start..end, end..message_end];
            let found = holders.into_iter().find_map(|range| Some(range.start + text.get(range)?.find(character)?));
            if let Some(found) = found {
                diagnostic.place = Some(Place::text(&place.file, found..found + character.len()));
            }
        }
        Some(diagnostic)
    })
}

/// The end of a message: the next line that is not indented.
fn end_of_message(text: &str) -> Option<usize> {
    text.match_indices('\n').map(|(index, _)| index).find(|index| {
        text[index + 1..].starts_with(|first: char| !first.is_whitespace() && !matches!(first, '}' | '[' | '*'))
    })
}
