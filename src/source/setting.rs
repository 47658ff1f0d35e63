//! Reads the settings that `report.toml` and `packet.toml` have in common.

use super::backslash::as_written;
use super::cell::identifier;
use super::toml_table::TomlTable;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{Day, LONGEST_ID, Language, Material, MaterialError, MaterialSeries, ReportId, is_file_name};
use crate::unicode::composed;

/// Whether the format is supported; if not, nothing else is checked. `kind` is what the settings describe.
pub(super) fn is_known_format(
    root: &mut TomlTable<'_>,
    kind: &str,
    newest: i64,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(format) = root.integer("format", diagnostics) else { return true };
    let diagnostic = |code| Diagnostic::at(code, &format.place).with("key", "format").with("value", format.value);
    if format.value > newest {
        diagnostics.push(diagnostic(Code::NewerFormat).with("kind", kind).with("known", newest));
    } else if format.value < 1 {
        diagnostics.push(diagnostic(Code::InvalidValue).with("allowed", ">= 1"));
    }
    format.value <= newest
}

/// Reads the required identifier with which the names of files begin.
pub(super) fn id_of_files(root: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Located<ReportId>> {
    let id = root.required_text("id", diagnostics).and_then(|id| identifier(&id, ReportId::new, diagnostics))?;
    let problem = |part: &str| Diagnostic::at(Code::InvalidId, &id.place).with("part", part).with("id", &id.value);
    if !is_file_name(id.value.as_str()) {
        diagnostics.push(problem("reserved"));
    } else if id.value.as_str().len() > LONGEST_ID {
        diagnostics.push(problem("length").with("most", LONGEST_ID));
    }
    Some(id)
}

/// Reads the tables of an array.
pub(super) fn tables<'a, T>(
    root: &mut TomlTable<'a>,
    key: &'static str,
    read: fn(TomlTable<'a>, &mut Diagnostics) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let tables = root.tables(key, diagnostics);
    tables.into_iter().filter_map(|table| read(table, diagnostics)).collect()
}

/// Reads the required list `languages`, in which each language may be once.
pub(super) fn languages(table: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> Vec<Located<Language>> {
    const KEY: &str = "languages";
    table.require(KEY);
    let mut languages: Vec<Located<Language>> = Vec::new();
    let found = diagnostics.found();
    let tags = table.texts(KEY, diagnostics);
    if tags.is_empty() && diagnostics.found() == found {
        table.require_filled(KEY, diagnostics);
    }
    let name = table.name(KEY);
    for tag in tags {
        languages.extend(language(&name, tag, &languages, diagnostics));
    }
    languages
}

/// Reads a language that is not among those known.
pub(super) fn language(
    key: &str,
    tag: Located<String>,
    known: &[Located<Language>],
    diagnostics: &mut Diagnostics,
) -> Option<Located<Language>> {
    let language = Language::new(&tag.value);
    let Some(language) = language.clone().filter(Language::is_known) else {
        let problem = Diagnostic::at(Code::InvalidValue, &tag.place).with("part", "language").with("key", key);
        let meant = language.and_then(|language| language.meant());
        diagnostics.push(problem.with("value", &tag.value).with_nearest(meant).with("allowed", "ja, en, …"));
        return None;
    };
    if let Some(first) = known.iter().find(|known| known.value == language) {
        diagnostics.push(
            Diagnostic::at(Code::DuplicateId, &tag.place)
                .with("part", "id")
                .with("id", &tag.value)
                .with_related(&first.place),
        );
        return None;
    }
    Some(Located::new(language, tag.place))
}

/// The name of a template with composed characters, by which its files are found; `None` if it is a path.
pub(super) fn template(key: &str, name: Located<String>, diagnostics: &mut Diagnostics) -> Option<Located<String>> {
    let written = as_written(&name.value);
    match written.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next() {
        Some(last) if last != written => {
            let problem = Diagnostic::at(Code::InvalidValue, &name.place).with("part", "template").with("key", key);
            diagnostics.push(problem.with("value", &written).with("nearest", last));
            None
        }
        _ => Some(Located::new(composed(&name.value), name.place)),
    }
}

/// Reads a required date.
pub(super) fn day(table: &mut TomlTable<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<Day>> {
    table.require(key);
    let date = table.date(key, diagnostics)?;
    let day = Day::new(i32::from(date.value.year), date.value.month, date.value.day);
    if day.is_none() {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &date.place)
                .with("key", key)
                .with("value", date.value)
                .with("allowed", "2023-03-31, …"),
        );
    }
    Some(Located::new(day?, date.place))
}

/// Reads the number of a committee document.
pub(super) fn material(
    number: &Located<String>,
    series: Option<MaterialSeries>,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Material> {
    match Material::new(&number.value, series) {
        Ok(material) => Some(Material { place: Some(number.place.clone()), ..material }),
        Err(error) => {
            let part = match error {
                MaterialError::Length => "material-length",
                MaterialError::Word => "material-word",
                MaterialError::Series => "material-series",
            };
            diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &number.place)
                    .with("part", part)
                    .with("most", Material::LONGEST)
                    .with("key", key)
                    .with("value", &number.value)
                    .with("allowed", "1-2, …"),
            );
            None
        }
    }
}
