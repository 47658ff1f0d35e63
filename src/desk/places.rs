//! Says where something is, in the user's language.

use serde_json::Value;

use crate::locale::Words;

/// The place of a problem as `--message-format json` shows it, in words; `None` if it is not in a file.
pub(super) fn location(problem: &Value, words: &Words) -> Option<String> {
    let file = problem["file"].as_str()?;
    let place = &problem["place"];
    let text = |name: &str| match &place[name] {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let said =
        |message: &str, values: &[(&str, &str)]| words.optional(message, values).unwrap_or_else(|| file.to_owned());
    Some(match (text("line"), text("sheet"), text("cell")) {
        (Some(line), ..) => said("desk-place-line", &[("file", file), ("line", &line)]),
        (_, Some(sheet), Some(cell)) => said("desk-place-cell", &[("file", file), ("sheet", &sheet), ("cell", &cell)]),
        (_, Some(sheet), None) => said("desk-place-sheet", &[("file", file), ("sheet", &sheet)]),
        _ => file.to_owned(),
    })
}
