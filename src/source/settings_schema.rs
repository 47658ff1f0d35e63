//! The JSON Schema of `report.toml`, for editors.

use serde_json::{Value, json};

use crate::format::REPORT_FORMAT;
use crate::report::{
    Bands, DecimalSign, FiscalYear, IDENTIFIER_PATTERN, INDICATOR_PATTERN, LONGEST_ID, Material, MaterialSeries,
    ObservationStatus, PROGRESS_METHOD, Paper, Standard,
};

/// The schema (JSON Schema 2020-12), without descriptions.
#[must_use]
pub fn settings_schema() -> Value {
    let standards = Standard::NAMES.map(|(name, _)| name);
    let series = MaterialSeries::NAMES.map(|(name, _)| name);
    let bands = Bands::default();
    let absences: Vec<&str> = ObservationStatus::absences().into_iter().map(|(name, _)| name).collect();
    let schema = table(
        &["id", "plan", "round", "edition"],
        json!({
            "format": format(REPORT_FORMAT),
            "id": id_of_files(),
            "notes": list(identifier()),
            "plan": table(&["start", "end"], json!({ "start": fiscal_year(), "end": fiscal_year() })),
            "round": table(
                &["fiscal-year", "as-of", "published"],
                json!({ "fiscal-year": fiscal_year(), "as-of": day(), "published": day() }),
            ),
            "group": list(table(&["id"], json!({ "id": identifier(), "featured": list(json!({ "type": "string", "pattern": INDICATOR_PATTERN })) }))),
            "highlight": list(table(
                &["id"],
                json!({
                    "id": identifier(),
                    "group": identifier(),
                    "figure": file(),
                }),
            )),
            "progress": table(
                &[],
                json!({
                    "method": { "enum": [PROGRESS_METHOD], "default": PROGRESS_METHOD },
                    "on-track": pace(bands.on_track),
                    "acceleration-needed": pace(bands.acceleration_needed),
                }),
            ),
            "tables": table(
                &[],
                json!({
                    "decimal": { "enum": DecimalSign::NAMES.map(|(sign, _)| sign) },
                    "signs": by_name(json!({ "enum": absences })),
                    "ignore": { "type": "array", "items": { "type": "string", "minLength": 1 } },
                }),
            ),
            "material": table(
                &["number"],
                json!({
                    "number": number_of_document(),
                    "series": { "enum": series, "default": series[0] },
                }),
            ),
            "theme": theme(json!({ "logo": file() })),
            "pdf": table(
                &[],
                json!({
                    "standards": {
                        "type": "array",
                        "items": { "enum": standards },
                        "default": Standard::DEFAULT.map(Standard::name),
                    },
                    "attach-data": { "type": "boolean", "default": false },
                }),
            ),
            "edition": filled(list(table(
                &["template", "languages"],
                json!({
                    "template": { "type": "string" },
                    "languages": languages(),
                }),
            ))),
        }),
    );
    as_document(schema, "report.toml")
}

/// A schema of a whole file.
pub(super) fn as_document(mut schema: Value, file: &str) -> Value {
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(file);
    schema
}

/// The section that changes the look, with what only this kind of settings has.
pub(super) fn theme(own: Value) -> Value {
    let papers = Paper::NAMES.map(|(name, _)| name);
    let mut properties = json!({
        "paper": { "enum": papers, "default": papers[0] },
        "accents": list(color()),
        "ink": by_name(color()),
        "status": by_name(color()),
        "fonts": by_name(list(json!({ "type": "string" }))),
    });
    if let (Value::Object(properties), Value::Object(own)) = (&mut properties, own) {
        properties.extend(own);
    }
    table(&[], properties)
}

/// The version of a format.
pub(super) fn format(newest: i64) -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": newest, "default": 1 })
}

/// The number of a committee document.
pub(super) fn number_of_document() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": Material::LONGEST })
}

/// One language or more.
pub(super) fn languages() -> Value {
    filled(list(json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*$" })))
}

pub(super) fn table(required: &[&str], properties: Value) -> Value {
    let mut table = json!({ "type": "object", "additionalProperties": false, "required": required });
    table["properties"] = properties;
    table
}

pub(super) fn list(items: Value) -> Value {
    let mut list = json!({ "type": "array" });
    list["items"] = items;
    list
}

pub(super) fn filled(mut list: Value) -> Value {
    list["minItems"] = json!(1);
    list
}

fn by_name(values: Value) -> Value {
    let mut table = json!({ "type": "object" });
    table["additionalProperties"] = values;
    table
}

fn color() -> Value {
    json!({ "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" })
}

fn file() -> Value {
    json!({ "type": "string", "pattern": r"^[^/\\:][^\\:]*$" })
}

/// The identifier with which the names of files begin.
pub(super) fn id_of_files() -> Value {
    json!({ "type": "string", "pattern": IDENTIFIER_PATTERN, "maxLength": LONGEST_ID })
}

pub(super) fn identifier() -> Value {
    json!({ "type": "string", "pattern": IDENTIFIER_PATTERN })
}

fn fiscal_year() -> Value {
    json!({ "type": "integer", "minimum": FiscalYear::EARLIEST, "maximum": FiscalYear::LATEST })
}

/// Editors pass the dates of TOML to a schema as strings.
pub(super) fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn pace(default: rust_decimal::Decimal) -> Value {
    let default: Option<f64> = default.to_string().parse().ok();
    json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 10, "default": default })
}
