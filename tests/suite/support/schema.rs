//! JSON against a schema.

use jsonschema::Validator;
use serde_json::Value;

/// Returns what validates by a schema, formats of texts included.
pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

/// Returns what does not meet the schema, each after its place.
pub(crate) fn problems(validator: &Validator, instance: &Value) -> Vec<String> {
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
