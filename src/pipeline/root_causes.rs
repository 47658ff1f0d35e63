//! Problems with their causes: leaves out what only follows from other problems, and points at the very character.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Position, Severity};
use crate::source::{REPORT_FILE, Texts};

/// With this begin the names of files that hold tables.
const DATA: &str = "data/";

/// Leaves out what only follows from other problems, and moves each problem of a character from the cell or the message that
/// holds it to the character itself.
pub(super) fn pinned_down(diagnostics: Diagnostics, texts: &Texts) -> Diagnostics {
    // What the data leaves out or says twice also spoils charts.
    let is_error = |problem: &&Diagnostic| problem.code.severity() == Severity::Error;
    let sorted = diagnostics.sorted();
    let has_causes = sorted.iter().copied().filter(is_error).any(|problem| problem.code != Code::ChartFailed);
    // A unit or a kind that nobody knows has no message in any language.
    let is_unknown = |problem: &&Diagnostic| matches!(problem.code, Code::UnknownUnit | Code::UnknownKind);
    let unknown = sorted.iter().copied().filter(is_unknown).filter_map(|problem| problem.argument("message"));
    let unknown: BTreeSet<String> = unknown.map(str::to_owned).collect();
    // A value with the word of a unit that nobody knows is a number otherwise.
    let words =
        sorted.iter().filter(|problem| problem.code == Code::UnknownUnit).filter_map(|problem| problem.argument("id"));
    let words: BTreeSet<String> = words.map(str::to_owned).collect();
    // What is not read may hold what would be said to be missing.
    let is_unread = |problem: &&Diagnostic| match problem.code {
        Code::UnreadData => true,
        Code::FileUnreadable => problem.place.as_ref().is_some_and(|place| place.file.starts_with(DATA)),
        _ => false,
    };
    let is_data_unread = sorted.iter().any(is_unread);
    // What a newer nenpo wrote is not to be judged by this one.
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

/// Returns where a message ends: at the next line that begins at the margin.
fn end_of_message(text: &str) -> Option<usize> {
    text.match_indices('\n').map(|(index, _)| index).find(|index| {
        text[index + 1..].starts_with(|first: char| !first.is_whitespace() && !matches!(first, '}' | '[' | '*'))
    })
}
