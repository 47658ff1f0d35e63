//! All tables as one JSON document, with its schema. Numbers are strings, because most programs read JSON numbers as
//! binary floating point.

use serde_json::{Map, Value, json};

use super::data_table::{Cell, Column, Kind, Table};
use super::empty_tables;
use crate::locale::Words;
use crate::report::{FiscalYear, IDENTIFIER_PATTERN, INDICATOR_PATTERN, Language, PROGRESS_METHOD, Report};

/// The version of the document's schema.
pub const DOCUMENT_SCHEMA: u32 = 1;

const NUMBER_PATTERN: &str = r"^-?[0-9]+(\.[0-9]+)?$";

pub(super) fn document(report: &Report, tables: &[Table], words: &[&Words]) -> Value {
    let settings = &report.settings;
    let mut document = json!({
        "schema": DOCUMENT_SCHEMA,
        "id": settings.id.as_str(),
        "languages": words.iter().map(|words| words.language().to_string()).collect::<Vec<_>>(),
        "title": by_language(words, "report-title"),
        "subtitle": by_language(words, "report-subtitle"),
        "issuer": by_language(words, "report-issuer"),
        "plan": {
            "start": settings.plan.start.starting_year(),
            "end": settings.plan.end.starting_year(),
        },
        "round": {
            "fiscal-year": settings.round.fiscal_year.value.starting_year(),
            "as-of": settings.round.as_of.value.to_string(),
            "published": settings.round.published.value.to_string(),
            "elapsed-share": report.elapsed_share().0.normalize().to_string(),
        },
        "method": {
            "name": PROGRESS_METHOD,
            "on-track": settings.bands.on_track.to_string(),
            "acceleration-needed": settings.bands.acceleration_needed.to_string(),
        },
        "tables": {},
    });
    for table in tables {
        document["tables"][table.name] = table.rows.iter().map(|row| object(&table.columns, row)).collect();
    }
    document
}

fn object(columns: &[Column], row: &[Cell]) -> Value {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Integer(number) => (*number).into(),
        Cell::Text(_) | Cell::Number(_) => cell.to_string().into(),
    };
    columns.iter().map(Column::header).zip(row.iter().map(value)).collect::<Map<_, _>>().into()
}

/// Only the languages that have the message.
fn by_language(words: &[&Words], message: &str) -> Value {
    let said = words.iter().filter_map(|words| Some((words.language().to_string(), words.optional(message, &[])?)));
    said.map(|(language, text)| (language, Value::from(text))).collect::<Map<_, _>>().into()
}

/// The JSON Schema 2020-12 of the document, with descriptions in one language.
#[must_use]
pub fn document_schema(words: &Words) -> Value {
    let year = json!({ "type": "integer", "minimum": FiscalYear::EARLIEST, "maximum": FiscalYear::LATEST });
    let day = json!({ "type": "string", "format": "date" });
    let number = json!({ "type": "string", "pattern": NUMBER_PATTERN });
    let texts = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let mut tables = record(&["indicators", "actuals", "progress"], Map::new());
    for table in empty_tables(&[&Language::default()]) {
        tables["properties"][table.name] = json!({
            "type": "array",
            "description": words.optional(&format!("data-table-{}", table.name), &[]),
            "items": row_schema(&table, words),
        });
    }
    let properties = json!({
        "schema": { "const": DOCUMENT_SCHEMA },
        "id": { "type": "string", "pattern": IDENTIFIER_PATTERN },
        "languages": { "type": "array", "items": { "type": "string" } },
        "title": texts,
        "subtitle": texts,
        "issuer": texts,
        "plan": whole_record(json!({ "start": year, "end": year })),
        "round": whole_record(
            json!({ "fiscal-year": year, "as-of": day, "published": day, "elapsed-share": number }),
        ),
        "method": whole_record(
            json!({ "name": { "const": PROGRESS_METHOD }, "on-track": number, "acceleration-needed": number }),
        ),
        "tables": tables,
    });
    let mut schema = whole_record(properties);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("<id>.json");
    schema["description"] = words.optional("data-file-document", &[]).into();
    schema
}

fn row_schema(table: &Table, words: &Words) -> Value {
    let mut properties = Map::new();
    let mut by_language = Map::new();
    let mut required = Vec::new();
    for column in &table.columns {
        let mut kind = match column.kind {
            Kind::Identifier => json!({ "type": "string", "pattern": INDICATOR_PATTERN }),
            Kind::Word(allowed) => json!({ "type": "string", "enum": allowed }),
            Kind::Identifiers | Kind::Text => json!({ "type": "string" }),
            Kind::Number(_) => json!({ "type": "string", "pattern": NUMBER_PATTERN }),
            Kind::Integer => json!({ "type": "integer", "minimum": 0 }),
            Kind::FiscalYear => {
                json!({ "type": "integer", "minimum": FiscalYear::EARLIEST, "maximum": FiscalYear::LATEST })
            }
        };
        if !column.is_required {
            kind["type"] = json!([kind["type"], "null"]);
            if let Some(allowed) = kind.get_mut("enum").and_then(Value::as_array_mut) {
                allowed.push(Value::Null);
            }
        }
        kind["description"] = super::title_of(table, column, words).into();
        if column.language.is_some() {
            by_language.insert(format!("^{}@", column.name), kind);
        } else {
            properties.insert(column.name.to_owned(), kind);
            required.push(column.name);
        }
    }
    let mut row = record(&required, properties);
    row["patternProperties"] = by_language.into();
    row
}

fn record(required: &[&str], properties: Map<String, Value>) -> Value {
    let mut record = json!({ "type": "object", "additionalProperties": false, "required": required });
    record["properties"] = properties.into();
    record
}

/// An object whose properties are all required.
fn whole_record(properties: Value) -> Value {
    let Value::Object(properties) = properties else { return properties };
    let required: Vec<String> = properties.keys().cloned().collect();
    record(&required.iter().map(String::as_str).collect::<Vec<_>>(), properties)
}
