//! Lists the JSON Schemas of all formats that programs read and write. Each schema is defined beside what it describes.

use serde_json::Value;

use crate::locale::Words;
use crate::open_data::document_schema;
use crate::payload::data_schema;
use crate::source::{packet_schema, settings_schema};
use crate::terminal::message_schema;

/// The message that describes `report.toml` as a whole, and the prefix of those that describe its keys.
const REPORT_MESSAGE: &str = "schema-report";

/// The message that describes `packet.toml` as a whole, and the prefix of those that describe its keys.
const PACKET_MESSAGE: &str = "schema-packet";

/// The schema of `report.toml`, with descriptions in one language.
#[must_use]
pub fn report(words: &Words) -> Value {
    let mut schema = settings_schema();
    describe(&mut schema, REPORT_MESSAGE, words);
    schema
}

/// The schema of `packet.toml`, with descriptions in one language.
#[must_use]
pub fn packet(words: &Words) -> Value {
    let mut schema = packet_schema();
    describe(&mut schema, PACKET_MESSAGE, words);
    schema
}

/// The schema of `report.json`, which templates read.
#[must_use]
pub fn data() -> Value {
    data_schema()
}

/// The schema of the document with all data that `nenpo export` writes, with descriptions in one language.
#[must_use]
pub fn package(words: &Words) -> Value {
    document_schema(words)
}

/// The schema of a line of `--message-format json`.
#[must_use]
pub fn message() -> Value {
    message_schema()
}

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
