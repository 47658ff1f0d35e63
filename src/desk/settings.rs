//! The small settings that the page changes in `report.toml`, whose comments stay.

use serde_json::{Map, Value, json};
use toml_edit::{Array, ArrayOfTables, Datetime, Document, DocumentMut, InlineTable, Item, Table, TableLike, value};

use crate::embedded::{LOCALES, TEMPLATES};
use crate::report::{Language, Material, MaterialError, MaterialSeries, is_file_name};
use crate::source::Project;

/// The templates that are no editions of a report.
const OTHER_TEMPLATES: [&str; 2] = ["lib", "packet"];

const BYTE_ORDER_MARK: char = '\u{FEFF}';

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
    let document: DocumentMut = text.trim_start_matches(BYTE_ORDER_MARK).parse().ok()?;
    let round = document.get("round");
    let date = |name: &str| Some(round?.get(name)?.as_datetime()?.to_string());
    let material = document.get("material").and_then(Item::as_table_like).and_then(number);
    let editions = editions(&document);
    let editions: Vec<Value> =
        editions.iter().map(|(template, languages)| json!({"template": template, "languages": languages})).collect();
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

/// Each template once, with its languages.
fn editions(document: &DocumentMut) -> Vec<(String, Vec<String>)> {
    let mut editions: Vec<(String, Vec<String>)> = Vec::new();
    for table in tables(document.get("edition")) {
        let Some(template) = table.get("template").and_then(Item::as_str) else { continue };
        let languages = table.get("languages").and_then(Item::as_array).into_iter().flatten();
        let languages = languages.filter_map(toml_edit::Value::as_str).map(str::to_owned);
        match editions.iter_mut().find(|(known, _)| known == template) {
            Some((_, known)) => known.extend(languages),
            None => editions.push((template.to_owned(), languages.collect())),
        }
    }
    editions
}

/// The file with changed settings.
pub(super) fn changed(text: &str, changes: &Map<String, Value>) -> Result<String, Unsuitable> {
    // The mark at the beginning is not TOML.
    if let Some(rest) = text.strip_prefix(BYTE_ORDER_MARK) {
        return Ok(format!("{BYTE_ORDER_MARK}{}", changed(rest, changes)?));
    }
    let text = &without_removed(text, changes)?;
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
    let is_of_windows = text.contains("\r\n") && !text.replace("\r\n", "").contains('\n');
    Ok(if is_of_windows { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

/// The file without the tables that are no longer wanted. Comments above them stay, since they may be about what follows.
fn without_removed(text: &str, changes: &Map<String, Value>) -> Result<String, Unsuitable> {
    let document = Document::parse(text).map_err(|_| Unsuitable::File)?;
    let mut removed: Vec<std::ops::Range<usize>> = Vec::new();
    if changes.get("material").is_some_and(is_no_number) {
        removed.extend(document.get("material").and_then(Item::as_table).and_then(lines_of));
    }
    if let (Some(wanted), Some(Item::ArrayOfTables(tables))) = (changes.get("editions"), document.get("edition")) {
        let wanted = wanted_editions(wanted)?;
        let mut known = Vec::new();
        for table in tables {
            let template = table.get("template").and_then(Item::as_str).unwrap_or_default();
            // Two tables for one template become one, if its languages change.
            let is_again = known.contains(&template) && !is_as_wanted(&document.clone().into_mut(), template, &wanted);
            if is_again || !wanted.iter().any(|(name, _)| *name == template) {
                removed.extend(lines_of(table));
            }
            known.push(template);
        }
    }
    removed.sort_by_key(|range| range.start);
    let mut kept = text.to_owned();
    for range in removed.into_iter().rev() {
        let end = text[range.end..].find('\n').map_or(text.len(), |length| range.end + length + 1);
        kept.replace_range(range.start..end, "");
    }
    Ok(kept)
}

/// From the name of a table to its last value.
fn lines_of(table: &Table) -> Option<std::ops::Range<usize>> {
    let name = table.span()?;
    let last = table.iter().filter_map(|(_, item)| Some(item.span()?.end)).max();
    Some(name.start..last.unwrap_or(name.end).max(name.end))
}

fn is_no_number(wanted: &Value) -> bool {
    wanted.is_null() || wanted.as_str().is_some_and(|text| text.trim().is_empty())
}

fn is_as_wanted(document: &DocumentMut, template: &str, wanted: &[(&str, Vec<Language>)]) -> bool {
    let of_template = |(name, languages): &(&str, Vec<Language>)| {
        (*name == template).then(|| languages.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let known = editions(document).into_iter().find(|(name, _)| name == template).map(|(_, languages)| languages);
    known.is_some() && known == wanted.iter().find_map(of_template)
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
    if is_no_number(wanted) {
        // A table that stands in a line of its own is gone already.
        document.remove("material");
        return Ok(());
    }
    let text = wanted.as_str().ok_or(Unsuitable::Material)?;
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
    let wanted = wanted_editions(wanted)?;
    let item = document.get("edition");
    let is_inline = item.is_some_and(Item::is_value);
    let changed: Vec<&(&str, Vec<Language>)> =
        wanted.iter().filter(|(template, _)| !is_as_wanted(document, template, &wanted)).collect();
    if is_inline {
        return set_inline(document, &wanted, !changed.is_empty());
    }
    let changed: Vec<(&str, Array)> =
        changed.into_iter().map(|(template, languages)| (*template, list(languages))).collect();
    let item = document.entry("edition").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let tables = item.as_array_of_tables_mut().ok_or(Unsuitable::File)?;
    for (template, languages) in changed {
        let is_it = |table: &Table| table.get("template").and_then(Item::as_str) == Some(template);
        let index = tables.iter().position(is_it);
        match index.and_then(|index| tables.get_mut(index)) {
            Some(table) => put(table, "languages", languages),
            None => {
                let mut table = Table::new();
                table["template"] = value(template);
                table["languages"] = value(languages);
                tables.push(table);
            }
        }
    }
    Ok(())
}

/// Editions that are written in one line.
fn set_inline(
    document: &mut DocumentMut,
    wanted: &[(&str, Vec<Language>)],
    is_changed: bool,
) -> Result<(), Unsuitable> {
    let array = document.get_mut("edition").and_then(Item::as_array_mut).ok_or(Unsuitable::File)?;
    if is_changed || array.len() != wanted.len() {
        array.clear();
        for (template, languages) in wanted {
            let mut table = InlineTable::new();
            table.insert("template", (*template).into());
            table.insert("languages", list(languages).into());
            array.push(table);
        }
    }
    Ok(())
}

fn list(languages: &[Language]) -> Array {
    let mut list: Array = languages.iter().map(ToString::to_string).collect();
    list.fmt();
    list
}

fn wanted_editions(wanted: &Value) -> Result<Vec<(&str, Vec<Language>)>, Unsuitable> {
    let wanted: Option<Vec<_>> = wanted.as_array().ok_or(Unsuitable::Editions)?.iter().map(wanted_edition).collect();
    wanted.filter(|wanted| !wanted.is_empty()).ok_or(Unsuitable::Editions)
}

fn wanted_edition(wanted: &Value) -> Option<(&str, Vec<Language>)> {
    let template = wanted["template"].as_str().filter(|name| is_file_name(name))?;
    let languages: Option<Vec<Language>> =
        wanted["languages"].as_array()?.iter().map(|tag| Language::new(tag.as_str()?)).collect();
    Some((template, languages.filter(|languages| !languages.is_empty())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = "# About.\nid = \"plan\"\n\n[round]\n# The day.\nas-of = 2023-03-31 # of the values\n\n\
                            # One.\n[[edition]]\ntemplate = \"followup\"\nlanguages = [\"ja\", \"en\"] # both\n";

    fn change(text: &str, changes: &Value) -> Result<String, Unsuitable> {
        changed(text, changes.as_object().unwrap())
    }

    #[test]
    fn comments_stay() {
        let changes = json!({"as-of": "2024-03-31", "editions": [{"template": "followup", "languages": ["ja"]}]});
        let expected = SETTINGS.replace("2023-03-31", "2024-03-31").replace("[\"ja\", \"en\"]", "[\"ja\"]");
        assert_eq!(change(SETTINGS, &changes), Ok(expected));
    }

    #[test]
    fn line_ends_stay() {
        let windows = SETTINGS.replace('\n', "\r\n");
        let expected = windows.replace("2023-03-31", "2024-03-31");
        assert_eq!(change(&windows, &json!({"as-of": "2024-03-31"})), Ok(expected));
    }

    #[test]
    fn a_number_is_added_changed_and_removed() {
        let with = change(SETTINGS, &json!({"material": "資料１－２"})).unwrap();
        assert!(with.ends_with("[material]\nnumber = \"1-2\"\n"), "{with}");
        let of_reference = change(&with, &json!({"material": "参考資料3"})).unwrap();
        assert!(of_reference.contains("number = \"3\"\nseries = \"reference\"\n"), "{of_reference}");
        assert_eq!(shown(&of_reference, &Project::of_files([].into())).unwrap()["material"], "reference:3");
        assert_eq!(change(&of_reference, &json!({"material": null})).unwrap().trim_end(), SETTINGS.trim_end());
    }

    #[test]
    fn an_edition_is_added_and_removed() {
        let editions = json!([{"template": "report", "languages": ["en"]}]);
        let changed = change(SETTINGS, &json!({"editions": editions})).unwrap();
        assert!(changed.contains("[[edition]]\ntemplate = \"report\"\nlanguages = [\"en\"]\n"), "{changed}");
        assert!(!changed.contains("followup"), "{changed}");
    }

    #[test]
    fn what_stands_around_a_removed_table_stays() {
        let text = "\u{FEFF}id = \"plan\"\n\n# Contact: the office.\n[material]\nnumber = \"1-2\"\n\n# Editions.\n\
                    [[edition]]\ntemplate = \"followup\"\nlanguages = [\n  \"ja\", # first\n]\n\n# A second.\n\
                    [[edition]]\ntemplate = \"report\"\nlanguages = [\"ja\"]\n# End.\n";
        let editions = json!([{"languages": ["ja"], "template": "followup"}]);
        let changed = change(text, &json!({"material": null, "editions": editions})).unwrap();
        let expected = text
            .replace("[material]\nnumber = \"1-2\"\n", "")
            .replace("[[edition]]\ntemplate = \"report\"\nlanguages = [\"ja\"]\n", "");
        assert_eq!(changed, expected);
    }

    #[test]
    fn editions_that_stay_are_not_written_again() {
        let two = "[[edition]]\ntemplate = \"followup\"\nlanguages = [\"ja\"]\n\n[[edition]]\ntemplate = \"followup\"\nlanguages = [\"en\"] # later\n";
        let known = shown(two, &Project::of_files([].into())).unwrap()["editions"].clone();
        assert_eq!(known, json!([{"template": "followup", "languages": ["ja", "en"]}]));
        assert_eq!(change(two, &json!({"editions": known})), Ok(two.to_owned()));
        let one = change(two, &json!({"editions": [{"template": "followup", "languages": ["en"]}]})).unwrap();
        assert_eq!(one.trim_end(), "[[edition]]\ntemplate = \"followup\"\nlanguages = [\"en\"]");
    }

    #[test]
    fn editions_in_one_line_are_changed() {
        let text = "edition = [{ template = \"followup\", languages = [\"ja\"] }]\n";
        let wanted =
            json!([{"template": "followup", "languages": ["ja", "en"]}, {"template": "report", "languages": ["ja"]}]);
        let changed = change(text, &json!({"editions": wanted})).unwrap();
        assert_eq!(shown(&changed, &Project::of_files([].into())).unwrap()["editions"], wanted);
        assert_eq!(change(&changed, &json!({"editions": wanted})), Ok(changed.clone()));
    }

    #[test]
    fn nothing_else_is_written() {
        let refused = |changes: Value| change(SETTINGS, &changes).unwrap_err();
        for date in ["", "2024-02-30", "令和5年", "2024-03-31T10:00:00"] {
            assert_eq!(refused(json!({"published": date})), Unsuitable::Date, "{date}");
        }
        assert_eq!(refused(json!({"published": null})), Unsuitable::Date);
        assert_eq!(refused(json!({"material": 5})), Unsuitable::Material);
        assert_eq!(refused(json!({"material": "付録の付録の付録の付録の付録の付録の付録"})), Unsuitable::Material);
        for editions in [
            json!([]),
            json!("followup"),
            json!([{"template": "followup", "languages": []}]),
            json!([{"template": "../x", "languages": ["ja"]}]),
        ] {
            assert_eq!(refused(json!({"editions": editions})), Unsuitable::Editions);
        }
        assert_eq!(refused(json!({"id": "other"})), Unsuitable::Name);
        assert_eq!(change("id = ", &json!({})), Err(Unsuitable::File));
    }
}
