//! The small settings that the page changes in `report.toml`, whose comments stay.

use serde_json::{Map, Value, json};
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, Item, Table, TableLike, value};

use crate::embedded::{LOCALES, TEMPLATES};
use crate::report::{Language, Material, MaterialError, MaterialSeries};
use crate::source::Project;

/// The templates that are no editions of a report.
const OTHER_TEMPLATES: [&str; 2] = ["lib", "packet"];

/// Why a setting is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsuitable {
    /// The file is not TOML; its problems say so.
    File,
    /// Not a date.
    Date,
    /// No number of a document.
    Material,
    /// No edition, or one without a template or language.
    Editions,
    /// Not one of the settings.
    Name,
}

impl Unsuitable {
    /// The message that says it.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::File => "desk-error-settings-file",
            Self::Date => "desk-error-date",
            Self::Material => "desk-error-material",
            Self::Editions => "desk-error-editions",
            Self::Name => "desk-error-request",
        }
    }
}

/// The settings as the page shows them; `None` if the file cannot be read.
pub(super) fn shown(text: &str, project: &Project) -> Option<Value> {
    let document: DocumentMut = text.parse().ok()?;
    let round = document.get("round");
    let date = |name: &str| Some(round?.get(name)?.as_datetime()?.to_string());
    let material = document.get("material").and_then(Item::as_table_like).and_then(number);
    let editions: Vec<Value> = tables(document.get("edition")).iter().map(|table| edition(*table)).collect();
    let names = |mut own: Vec<String>, more: Vec<String>| {
        own.extend(more);
        own.sort();
        own.dedup();
        own
    };
    let spoken = LOCALES.dirs().filter_map(|folder| Some(folder.path().to_str()?.to_owned())).collect();
    let languages = names(spoken, project.folders_in("locales"));
    let built_in = TEMPLATES.dirs().filter_map(|folder| folder.path().to_str());
    let built_in = built_in.filter(|name| !OTHER_TEMPLATES.contains(name)).map(str::to_owned).collect();
    let templates = names(built_in, project.folders_in("templates"));
    Some(json!({
        "as-of": date("as-of"),
        "published": date("published"),
        "material": material,
        "editions": editions,
        "known-languages": languages,
        "templates": templates.into_iter().filter(|name| !OTHER_TEMPLATES.contains(&name.as_str())).collect::<Vec<_>>(),
    }))
}

/// The number with the word for its series, as the option `--material` takes it.
fn number(material: &dyn TableLike) -> Option<String> {
    let number = material.get("number")?.as_str()?;
    match material.get("series").and_then(Item::as_str) {
        Some(series) if series != "main" => Some(format!("{series}:{number}")),
        _ => Some(number.to_owned()),
    }
}

fn tables(item: Option<&Item>) -> Vec<&dyn TableLike> {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| -> &dyn TableLike { table }).collect(),
        Some(Item::Value(toml_edit::Value::Array(array))) => {
            array.iter().filter_map(|value| value.as_inline_table()).map(|table| -> &dyn TableLike { table }).collect()
        }
        _ => Vec::new(),
    }
}

fn edition(table: &dyn TableLike) -> Value {
    let languages = table.get("languages").and_then(Item::as_array).into_iter().flatten();
    let languages: Vec<&str> = languages.filter_map(toml_edit::Value::as_str).collect();
    json!({"template": table.get("template").and_then(Item::as_str), "languages": languages})
}

/// The file with changed settings.
pub(super) fn changed(text: &str, changes: &Map<String, Value>) -> Result<String, Unsuitable> {
    let mut document: DocumentMut = text.parse().map_err(|_| Unsuitable::File)?;
    for (name, wanted) in changes {
        match name.as_str() {
            "as-of" | "published" => set_date(&mut document, name, wanted)?,
            "material" => set_material(&mut document, wanted)?,
            "editions" => set_editions(&mut document, wanted)?,
            _ => return Err(Unsuitable::Name),
        }
    }
    let changed = document.to_string();
    // The line ends of the file are kept.
    Ok(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

fn set_date(document: &mut DocumentMut, name: &str, wanted: &Value) -> Result<(), Unsuitable> {
    let date: Option<Datetime> = wanted.as_str().and_then(|text| text.parse().ok());
    let date = date.filter(|date| date.date.is_some() && date.time.is_none()).ok_or(Unsuitable::Date)?;
    let round = document.entry("round").or_insert_with(|| Item::Table(Table::new()));
    let round = round.as_table_like_mut().ok_or(Unsuitable::File)?;
    put(round, name, date);
    Ok(())
}

/// Replaces a value and keeps the comment behind it.
fn put(table: &mut dyn TableLike, name: &str, new: impl Into<toml_edit::Value>) {
    let mut new = new.into();
    let item = table.entry(name).or_insert(Item::None);
    if let Some(old) = item.as_value() {
        *new.decor_mut() = old.decor().clone();
    }
    *item = value(new);
}

fn set_material(document: &mut DocumentMut, wanted: &Value) -> Result<(), Unsuitable> {
    let text = wanted.as_str().map(str::trim).unwrap_or_default();
    if text.is_empty() {
        document.remove("material");
        return Ok(());
    }
    let material = Material::new(text, None).map_err(|_: MaterialError| Unsuitable::Material)?;
    let table = document.entry("material").or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or(Unsuitable::File)?;
    put(table, "number", material.number.as_str());
    let series =
        MaterialSeries::NAMES.iter().find(|(_, series)| *series == material.series).map_or("main", |(name, _)| name);
    match series {
        "main" => {
            table.remove("series");
        }
        series => put(table, "series", series),
    }
    Ok(())
}

fn set_editions(document: &mut DocumentMut, wanted: &Value) -> Result<(), Unsuitable> {
    let wanted = wanted.as_array().ok_or(Unsuitable::Editions)?;
    let wanted: Option<Vec<(&str, Vec<Language>)>> = wanted.iter().map(wanted_edition).collect();
    let wanted = wanted.filter(|wanted| !wanted.is_empty()).ok_or(Unsuitable::Editions)?;
    let item = document.entry("edition").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let tables = item.as_array_of_tables_mut().ok_or(Unsuitable::File)?;
    let is_kept = |table: &Table| {
        let template = table.get("template").and_then(Item::as_str);
        wanted.iter().any(|(name, _)| Some(*name) == template)
    };
    tables.retain(is_kept);
    for (template, languages) in &wanted {
        let is_it = |table: &Table| table.get("template").and_then(Item::as_str) == Some(*template);
        let mut list: Array = languages.iter().map(ToString::to_string).collect();
        list.fmt();
        let index = tables.iter().position(is_it);
        match index.and_then(|index| tables.get_mut(index)) {
            Some(table) => put(table, "languages", list),
            None => {
                let mut table = Table::new();
                table["template"] = value(*template);
                table["languages"] = value(list);
                tables.push(table);
            }
        }
    }
    Ok(())
}

fn wanted_edition(wanted: &Value) -> Option<(&str, Vec<Language>)> {
    let template = wanted["template"].as_str().filter(|name| !name.is_empty())?;
    let languages: Option<Vec<Language>> =
        wanted["languages"].as_array()?.iter().map(|tag| Language::new(tag.as_str()?)).collect();
    Some((template, languages.filter(|languages| !languages.is_empty())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = "# About.\nid = \"plan\"\n\n[round]\n# The day.\nas-of = 2023-03-31 # of the values\n\n\
                            # One.\n[[edition]]\ntemplate = \"followup\"\nlanguages = [\"ja\", \"en\"] # both\n";

    fn change(text: &str, changes: Value) -> Result<String, Unsuitable> {
        changed(text, changes.as_object().unwrap())
    }

    #[test]
    fn comments_stay() {
        let changes = json!({"as-of": "2024-03-31", "editions": [{"template": "followup", "languages": ["ja"]}]});
        let expected = SETTINGS.replace("2023-03-31", "2024-03-31").replace("[\"ja\", \"en\"]", "[\"ja\"]");
        assert_eq!(change(SETTINGS, changes), Ok(expected));
    }

    #[test]
    fn line_ends_stay() {
        let windows = SETTINGS.replace('\n', "\r\n");
        let expected = windows.replace("2023-03-31", "2024-03-31");
        assert_eq!(change(&windows, json!({"as-of": "2024-03-31"})), Ok(expected));
    }

    #[test]
    fn a_number_is_added_changed_and_removed() {
        let with = change(SETTINGS, json!({"material": "資料１－２"})).unwrap();
        assert!(with.ends_with("[material]\nnumber = \"1-2\"\n"), "{with}");
        let of_reference = change(&with, json!({"material": "参考資料3"})).unwrap();
        assert!(of_reference.contains("number = \"3\"\nseries = \"reference\"\n"), "{of_reference}");
        assert_eq!(shown(&of_reference, &Project::of_files([].into())).unwrap()["material"], "reference:3");
        assert_eq!(change(&of_reference, json!({"material": null})).unwrap().trim_end(), SETTINGS.trim_end());
    }

    #[test]
    fn an_edition_is_added_and_removed() {
        let editions = json!([{"template": "report", "languages": ["en"]}]);
        let changed = change(SETTINGS, json!({"editions": editions})).unwrap();
        assert!(changed.contains("[[edition]]\ntemplate = \"report\"\nlanguages = [\"en\"]\n"), "{changed}");
        assert!(!changed.contains("followup"), "{changed}");
    }

    #[test]
    fn nothing_else_is_written() {
        let refused = |changes: Value| change(SETTINGS, changes).unwrap_err();
        for date in ["", "2024-02-30", "令和5年", "2024-03-31T10:00:00"] {
            assert_eq!(refused(json!({"published": date})), Unsuitable::Date, "{date}");
        }
        assert_eq!(refused(json!({"published": null})), Unsuitable::Date);
        assert_eq!(refused(json!({"material": "付録の付録の付録の付録の付録の付録の付録"})), Unsuitable::Material);
        for editions in [json!([]), json!("followup"), json!([{"template": "followup", "languages": []}])] {
            assert_eq!(refused(json!({"editions": editions})), Unsuitable::Editions);
        }
        assert_eq!(refused(json!({"id": "other"})), Unsuitable::Name);
        assert_eq!(change("id = ", json!({})), Err(Unsuitable::File));
    }
}
