//! The JSON Schema of `packet.toml`, for editors.

use serde_json::{Value, json};

use super::super::settings_schema::{
    as_document, day, filled, format, id_of_files, languages, list, number_of_document, table, theme,
};
use crate::format::PACKET_FORMAT;
use crate::packet::{LONGEST_TEXT, MOST_MATERIALS, PacketMaterial};

/// The schema (JSON Schema 2020-12), without descriptions.
#[must_use]
pub fn packet_schema() -> Value {
    let schema = table(
        &["id", "languages", "meeting", "material"],
        json!({
            "format": format(PACKET_FORMAT),
            "id": id_of_files(),
            "languages": languages(),
            "draft": flag(),
            "duplex": flag(),
            "meeting": table(
                &["name", "date"],
                json!({
                    "name": texts(),
                    "number": { "type": "integer", "minimum": 1, "maximum": 9_999 },
                    "date": day(),
                    "start": time(),
                    "end": time(),
                    "place": texts(),
                }),
            ),
            "agenda": bounded(list(table(&["title"], json!({ "title": texts() })))),
            "theme": theme(json!({})),
            "material": filled(bounded(list(material()))),
        }),
    );
    as_document(schema, "packet.toml")
}

fn material() -> Value {
    let series = PacketMaterial::SERIES.map(|(name, _)| name);
    let mut material = table(
        &[],
        json!({
            "number": number_of_document(),
            "series": { "enum": series, "default": series[0] },
            "title": texts(),
            "report": path(""),
            "template": { "type": "string" },
            "file": {
                "type": ["string", "object"],
                "pattern": path(PDF)["pattern"],
                "additionalProperties": path(PDF),
            },
            "language": language_tag(),
            "for-members": flag(),
            "cover": flag(),
        }),
    );
    material["oneOf"] = json!([
        { "required": ["report"], "not": any_of(&[json!({ "required": ["file"] }), json!({ "required": ["language"] })]) },
        {
            "required": ["file", "title"],
            "not": any_of(&[
                json!({ "required": ["report"] }),
                json!({ "required": ["template"] }),
                // Each of several files has its language.
                json!({ "required": ["language"], "properties": { "file": { "type": "object" } } }),
            ]),
        },
    ]);
    let without_number = json!({ "const": "none" });
    material["not"] = json!({ "required": ["number", "series"], "properties": { "series": without_number } });
    material
}

fn any_of(schemas: &[Value]) -> Value {
    json!({ "anyOf": schemas })
}

/// What a path ends with.
const PDF: &str = r"\.[Pp][Dd][Ff]";

fn path(end: &str) -> Value {
    json!({ "type": "string", "pattern": format!(r"^[^/\\:]([^\\:]*[^\\:])?{end}$") })
}

fn language_tag() -> Value {
    languages()["items"].clone()
}

fn flag() -> Value {
    json!({ "type": "boolean", "default": false })
}

/// A text, or one for each language.
fn texts() -> Value {
    json!({
        "type": ["string", "object"],
        "minLength": 1,
        "maxLength": LONGEST_TEXT,
        "additionalProperties": { "type": "string", "minLength": 1, "maxLength": LONGEST_TEXT },
    })
}

/// Editors pass the times of TOML to a schema as strings.
fn time() -> Value {
    json!({ "type": "string", "pattern": "^[0-9０-９]{1,2}([:：]|時)([0-9０-９]{2}([:：][0０]{2})?|([0-9０-９]{1,2}分)?)$" })
}

fn bounded(mut list: Value) -> Value {
    list["maxItems"] = json!(MOST_MATERIALS);
    list
}
