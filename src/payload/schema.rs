//! The JSON Schema of `report.json`, for authors of templates.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Data;

/// JSON Schema 2020-12, with the doc comments of the types as descriptions.
#[must_use]
pub fn data_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Data>().to_value();
    schema["title"] = json!("report.json");
    schema
}
