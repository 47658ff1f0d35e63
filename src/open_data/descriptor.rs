//! Writes `datapackage.json` (Frictionless Data Package 1.0, Table Schema 1.0). Texts are in the report's first
//! language and, following the pattern for translations, in others as `title@<language>`.

use serde_json::{Map, Value, json};

use super::data_table::{Column, Kind, Table, Unit};
use super::{File, title_of};
use crate::locale::Words;
use crate::report::{FiscalYear, INDICATOR_PATTERN, Report};

/// The file that makes a folder a data package.
pub const DESCRIPTOR_FILE: &str = "datapackage.json";

/// Describes tables by their files, and other files.
pub(super) fn descriptor(report: &Report, tables: &[(&Table, &File)], others: &[File], words: &[&Words]) -> Value {
    let issuer = words.iter().find_map(|words| words.optional("report-issuer", &[]));
    let mut names = Vec::new();
    let of_tables = tables.iter().map(|(table, file)| {
        names.push(table.name.to_owned());
        tabular_resource(table, file, words)
    });
    let mut resources: Vec<Value> = of_tables.collect();
    resources.extend(others.iter().map(|file| {
        let name = resource_name(&file.path, &names);
        names.push(name.clone());
        resource(&name, file, words)
    }));
    let mut package = Map::new();
    package.insert("profile".to_owned(), "data-package".into());
    package.insert("name".to_owned(), report.settings.id.as_str().to_lowercase().into());
    translate(&mut package, "title", words, |words| words.optional("report-title", &[]));
    translate(&mut package, "description", words, |words| words.optional("report-subtitle", &[]));
    let languages: Vec<String> = words.iter().map(|words| words.language().to_string()).collect();
    package.insert("languages".to_owned(), languages.into());
    package.insert("created".to_owned(), format!("{}T00:00:00Z", report.settings.round.published.value).into());
    if let Some(issuer) = issuer {
        package.insert("sources".to_owned(), json!([{ "title": issuer }]));
        package.insert("contributors".to_owned(), json!([{ "title": issuer, "role": "publisher" }]));
    }
    package.insert("resources".to_owned(), resources.into());
    package.into()
}

/// Adds a text in the first language, and in each other language under a key of its own.
fn translate(to: &mut Map<String, Value>, key: &str, words: &[&Words], said: impl Fn(&Words) -> Option<String>) {
    for (index, words) in words.iter().enumerate() {
        let key = if index == 0 { key.to_owned() } else { format!("{key}@{}", words.language()) };
        to.extend(said(words).map(|text| (key, text.into())));
    }
}

fn resource(name: &str, file: &File, words: &[&Words]) -> Value {
    let mut resource = Map::new();
    resource.insert("name".to_owned(), name.into());
    resource.insert("path".to_owned(), file.path.as_str().into());
    translate(&mut resource, "title", words, |words| words.optional(file.message(), &[]));
    resource.insert("mediatype".to_owned(), file.media_type().into());
    resource.insert("bytes".to_owned(), file.data.len().into());
    resource.into()
}

fn tabular_resource(table: &Table, file: &File, words: &[&Words]) -> Value {
    let mut resource = resource(table.name, file, words);
    if let Value::Object(resource) = &mut resource {
        let message = format!("data-table-{}", table.name);
        translate(resource, "title", words, |words| words.optional(&message, &[]));
    }
    resource["profile"] = "tabular-data-resource".into();
    resource["format"] = "csv".into();
    resource["encoding"] = "utf-8".into();
    resource["dialect"] = json!({
        "csvddfVersion": 1.2,
        "delimiter": ",",
        "doubleQuote": true,
        "header": true,
        "lineTerminator": "\r\n",
        "quoteChar": "\"",
        "skipInitialSpace": false,
    });
    let mut schema = json!({ "missingValues": [""] });
    schema["fields"] = table.columns.iter().map(|column| field(table, column, words)).collect();
    if !table.primary_key.is_empty() {
        schema["primaryKey"] = table.primary_key.into();
    }
    let keys: Vec<Value> = table.columns.iter().filter_map(|column| foreign_key(table, column)).collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    resource["schema"] = schema;
    resource
}

fn field(table: &Table, column: &Column, words: &[&Words]) -> Value {
    // Patterns of Table Schema always match the whole cell.
    let identifier = INDICATOR_PATTERN.trim_start_matches('^').trim_end_matches('$');
    let (kind, mut constraints) = match column.kind {
        Kind::Identifier => ("string", json!({ "pattern": identifier })),
        Kind::Identifiers => ("string", json!({ "pattern": format!("{identifier}( {identifier})*") })),
        Kind::Word(allowed) => ("string", json!({ "enum": allowed })),
        Kind::Text => ("string", json!({})),
        Kind::Number(_) => ("number", json!({})),
        Kind::Integer => ("integer", json!({ "minimum": 0 })),
        Kind::FiscalYear => ("year", json!({ "minimum": FiscalYear::EARLIEST, "maximum": FiscalYear::LATEST })),
    };
    if column.is_required {
        constraints["required"] = true.into();
    }
    let mut field = Map::new();
    field.insert("name".to_owned(), column.header().into());
    translate(&mut field, "title", words, |words| title_of(table, column, words));
    field.insert("type".to_owned(), kind.into());
    if constraints.as_object().is_some_and(|constraints| !constraints.is_empty()) {
        field.insert("constraints".to_owned(), constraints);
    }
    // Table Schema has no property for units; programs ignore unknown ones.
    if let Kind::Number(unit) = column.kind {
        let unit = match unit {
            Unit::Ratio => json!("1"),
            Unit::OfIndicator => json!({ "resource": "indicators", "field": "unit" }),
        };
        field.insert("unit".to_owned(), unit);
    }
    if let Some(language) = &column.language {
        field.insert("language".to_owned(), language.to_string().into());
    }
    field.into()
}

fn foreign_key(table: &Table, column: &Column) -> Option<Value> {
    let of = column.reference?;
    // An empty name refers to the same table.
    let resource = if of == table.name { "" } else { of };
    Some(json!({ "fields": column.name, "reference": { "resource": resource, "fields": "id" } }))
}

/// A unique resource name from permitted characters.
fn resource_name(path: &str, taken: &[String]) -> String {
    let plain = |character: char| match character.to_ascii_lowercase() {
        plain @ ('a'..='z' | '0'..='9' | '.' | '_' | '-') => plain,
        _ => '-',
    };
    let name: String = path.chars().map(plain).collect();
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
}
