//! Reads a folder of Open SDG: a file of values for each indicator, and its metadata beside them.

use std::collections::BTreeMap;

use super::super::conventions::Conventions;
use super::super::csv;
use super::super::project::Project;
use super::super::vocabulary::{LazyVocabulary, fold};
use super::super::year;
use super::draft::Draft;
use super::{Imported, finish, without_table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark};
use crate::report::{IndicatorId, Language};

/// Columns that say how values are measured, and not of whom.
const OF_UNITS: [&str; 3] = ["units", "unitmeasure", "unitmultiplier"];

/// Columns that say nothing of a value's population.
const BESIDE: [&str; 3] = ["obsstatus", "observationstatus", "geocode"];

pub(super) fn import(
    folder: &mut Project,
    language: &Language,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Imported> {
    let (top, _) = folder.top();
    let top = top.into_iter().filter(|file| file.to_ascii_lowercase().ends_with(".csv"));
    let files: Vec<String> = folder.files_below("data", &["csv"]).into_iter().chain(top).collect();
    let mut drafts = Vec::new();
    let mut left_out = Vec::new();
    for file in &files {
        match indicator(folder, file, language, vocabulary, diagnostics) {
            Some(draft) => drafts.push(draft),
            None => left_out.push(file.clone()),
        }
    }
    if diagnostics.has_errors() {
        return None;
    }
    if drafts.is_empty() {
        diagnostics.push(without_table(&Place::whole(&"data".into())));
        return None;
    }
    if !left_out.is_empty() {
        diagnostics.note(Remark::new("import-files-left-out").with("files", left_out.join(", ")));
    }
    drafts.sort_by_key(|draft| numbers(draft.text("id").unwrap_or_default()));
    let mut imported = Imported { remarks: diagnostics.notes().to_vec(), ..Imported::default() };
    finish(&mut imported, drafts, vocabulary);
    Some(imported)
}

/// Sorts 2-1 before 10-1.
fn numbers(id: &str) -> Vec<(Option<u32>, String)> {
    id.split('-').map(|part| (part.parse().ok(), part.to_owned())).collect()
}

/// An indicator from the rows whose dimensions are blank. `None` if there are none.
fn indicator(
    folder: &mut Project,
    file: &str,
    language: &Language,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Draft> {
    let stem = file.rsplit('/').next()?.rsplit_once('.')?.0;
    let id = IndicatorId::written(stem.strip_prefix("indicator_").unwrap_or(stem))?.as_str().to_owned();
    let (name, text, _) = folder.read_encoded_text(file, diagnostics)?;
    let (grid, _) = csv::read(&name, &text, diagnostics)?;
    let mut rows = grid.rows.into_iter();
    let header: Vec<String> = rows.next()?.iter().map(|cell| fold(&cell.text.value)).collect();
    let column = |wanted: &[&str]| header.iter().position(|header| wanted.contains(&header.as_str()));
    let (years, values) = (column(&["year"])?, column(&["value"])?);
    let units = column(&OF_UNITS);
    let is_dimension = |index: usize| {
        let header = header[index].as_str();
        index != years && index != values && !OF_UNITS.contains(&header) && !BESIDE.contains(&header)
    };
    let mut draft = Draft::default();
    let mut unit: Option<String> = None;
    for cells in rows {
        let text = |index: usize| cells.get(index).map(|cell| cell.text.value.trim()).unwrap_or_default();
        if (0..header.len()).any(|index| is_dimension(index) && !text(index).is_empty()) || text(values).is_empty() {
            continue;
        }
        let own = units.map(text).filter(|unit| !unit.is_empty());
        if unit.is_some() && own.is_some() && unit.as_deref() != own {
            continue;
        }
        unit = unit.or_else(|| own.map(str::to_owned));
        let Some(cell) = cells.get(years) else { continue };
        match year::read(&cell.text, Conventions::new(vocabulary, None).vocabulary) {
            Ok(year) => {
                let earlier = draft.values.entry(year).or_default().insert("value", text(values).to_owned());
                if earlier.is_some_and(|earlier| earlier != text(values)) {
                    let problem = Diagnostic::at(Code::DuplicateActual, &cell.text.place);
                    diagnostics.push(problem.with("id", &id).with("year", year.starting_year()));
                }
            }
            Err(problem) => diagnostics.push(*problem),
        }
    }
    if draft.values.is_empty() {
        return None;
    }
    let meta = metadata(folder, stem.strip_prefix("indicator_").unwrap_or(stem));
    let said = |keys: &[&str]| keys.iter().filter_map(|key| meta.get(*key)).find(|text| is_said(text)).cloned();
    let name = said(&["graph_title", "indicator_name"]).unwrap_or_else(|| id.replace('-', "."));
    if let Some(unit) = unit.or_else(|| said(&["computation_units"])) {
        draft.set("unit", unit);
    }
    let goal = said(&["goal_name"]).or_else(|| Some(id.split('-').next()?.to_owned()));
    draft.group = goal.map(|goal| if goal.parse::<u32>().is_ok() { format!("SDG {goal}") } else { goal });
    draft.set(&format!("name@{}", language.primary()), name);
    draft.set("id", id);
    Some(draft)
}

/// Whether a text is not the key of a translation that is kept elsewhere: `global_indicators.1-1-1-title`.
fn is_said(text: &str) -> bool {
    !text.is_empty() && (text.contains(' ') || !text.contains('.')) && text != "null"
}

/// The fields of an indicator's metadata that fill one line: `key: value`.
fn metadata(folder: &mut Project, id: &str) -> BTreeMap<String, String> {
    let names = ["md", "yml", "yaml"].map(|extension| format!("meta/{id}.{extension}"));
    let Some(name) = names.into_iter().find(|name| folder.has(name)) else { return BTreeMap::new() };
    let Some((_, text)) = folder.read_text(&name, &mut Diagnostics::default()) else { return BTreeMap::new() };
    let fields = text.lines().filter_map(|line| {
        let (key, value) = line.split_once(": ")?;
        let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let value = value.trim();
        let quoted = ['\'', '"'].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark));
        let value = quoted.unwrap_or(value);
        (is_key && !value.starts_with(['>', '|'])).then(|| (key.to_owned(), value.to_owned()))
    });
    fields.collect()
}
