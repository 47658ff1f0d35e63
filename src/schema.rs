//! The JSON Schemas of the files and lines that programs read and write. Each stands beside what it describes; here they
//! are listed, and put into the user's language.

use serde_json::Value;

use crate::locale::Words;
use crate::open_data::document_schema;
use crate::payload::data_schema;
use crate::source::settings_schema;
use crate::terminal::message_schema;

/// The message that describes `report.toml` as a whole; those of its keys begin with it.
const REPORT_MESSAGE: &str = "schema-report";

/// Returns the schema of `report.toml`, described in some language.
#[must_use]
pub fn report(words: &Words) -> Value {
    let mut schema = settings_schema();
    describe(&mut schema, REPORT_MESSAGE, words);
    schema
}

/// Returns the schema of `report.json`, which templates read.
#[must_use]
pub fn data() -> Value {
    data_schema()
}

/// Returns the schema of the document in which `nenpo export` writes all data, described in some language.
#[must_use]
pub fn package(words: &Words) -> Value {
    document_schema(words)
}

/// Returns the schema of a line of `--message-format json`.
#[must_use]
pub fn message() -> Value {
    message_schema()
}

/// Says of a key and of all keys below it what they mean.
fn describe(schema: &mut Value, message: &str, words: &Words) {
    if let Some(description) = words.optional(message, &[]) {
        schema["description"] = description.into();
    }
    let of_list = schema.get("items").is_some();
    let table = if of_list { &mut schema["items"] } else { schema };
    for (key, property) in table.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        describe(property, &format!("{message}-{key}"), words);
    }
}
