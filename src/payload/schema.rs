//! The JSON Schema of `report.json`, for those who write templates.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Data;

/// Returns the schema (JSON Schema 2020-12), described as its types are.
#[must_use]
pub fn data_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Data>().to_value();
    schema["title"] = json!("report.json");
    schema
}
