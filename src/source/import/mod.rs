//! Reads an office's own tables into the indicators of a new report. Cells keep their texts, which are only read as numbers
//! when the new report is; what a table does not say stays open.

mod draft;
mod long_file;
mod open_sdg;
mod outline;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use draft::Draft;
use outline::Outline;

use super::conventions::Conventions;
use super::project::Project;
use super::stray::{TEXTS, extension};
use super::tables::MOST_INDICATORS;
use super::vocabulary::{LazyVocabulary, fold};
use super::{csv, workbook};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark};
use crate::report::{FiscalYear, IndicatorId, Language, identifier_of};

/// The identifier of the kind of all indicators of tables without kinds.
pub const ONLY_KIND: &str = "indicator";

/// A new report's data.
#[derive(Debug, Default)]
pub struct Imported {
    /// The title above the table, or the name of the project.
    pub title: Option<String>,
    /// The languages of the indicators' names.
    pub languages: BTreeSet<String>,
    /// The groups in the order of the table.
    pub groups: Vec<NewWord>,
    /// Kinds that are not built in.
    pub kinds: Vec<NewWord>,
    /// Units that are not built in.
    pub units: Vec<NewWord>,
    /// The indicators in the order of the table.
    pub indicators: Vec<ImportedIndicator>,
    /// How the tables were read, for the comments of the new report.
    pub remarks: Vec<Remark>,
}

/// A word of the table, with the identifier that the report uses for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWord {
    /// The identifier.
    pub id: String,
    /// The word as the table has it.
    pub text: String,
}

/// An indicator with its values, as texts.
#[derive(Debug, Clone, Default)]
pub struct ImportedIndicator {
    /// The cells by the keys of columns, such as `name@ja`.
    pub cells: BTreeMap<String, String>,
    /// The cells of each year by the keys of columns.
    pub values: BTreeMap<FiscalYear, BTreeMap<&'static str, String>>,
}

impl Imported {
    /// The first and last year with a value, and the last year of all values and targets. `None` without values.
    #[must_use]
    pub fn years(&self) -> Option<(FiscalYear, FiscalYear, FiscalYear)> {
        let values = self.indicators.iter().flat_map(|indicator| &indicator.values);
        let with_value: BTreeSet<FiscalYear> =
            values.clone().filter(|(_, cells)| cells.contains_key("value")).map(|(year, _)| *year).collect();
        let targets = self.indicators.iter().filter_map(|indicator| indicator.cells.get("target_year")?.parse().ok());
        let targets = targets.filter_map(FiscalYear::new);
        let first = with_value.first().copied().or_else(|| values.clone().map(|(year, _)| *year).min())?;
        let last = with_value.last().copied().unwrap_or(first);
        let end = values.map(|(year, _)| *year).chain(targets).max()?;
        Some((first, last, end))
    }
}

/// Reads a workbook, a text file, or a folder of Open SDG. `project` is the identifier of the project whose rows are taken,
/// in a table of many. `language` is that of names without one. `None`, with diagnostics, if nothing can be imported.
pub fn import(
    path: &Path,
    project: Option<&str>,
    language: &Language,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> (Option<Imported>, super::Texts) {
    if path.is_dir() {
        let mut folder = Project::new(path);
        let imported = open_sdg::import(&mut folder, language, vocabulary, diagnostics);
        return (imported, folder.into_texts());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_text = TEXTS.iter().any(|text| extension(name).eq_ignore_ascii_case(text));
    let opened = match project.filter(|_| is_text) {
        Some(id) => long_file::rows_of(path, name, id, vocabulary, diagnostics),
        None => Some(Project::new(folder)),
    };
    let Some(mut opened) = opened else { return (None, super::Texts::new()) };
    let outlines = if is_text {
        text_outline(&mut opened, name, vocabulary, diagnostics)
    } else {
        sheet_outlines(&mut opened, name, vocabulary, diagnostics)
    };
    let imported = outlines.and_then(|outlines| of_outlines(outlines, project, language, vocabulary, diagnostics));
    (imported.filter(|_| !diagnostics.has_errors()), opened.into_texts())
}

fn text_outline(
    project: &mut Project,
    name: &str,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Outline>> {
    let (file, text, _) = project.read_encoded_text(name, diagnostics)?;
    let (grid, _) = csv::read(&file, &text, diagnostics)?;
    let place = grid.place.clone();
    let outline = Outline::new(String::new(), grid, Conventions::new(vocabulary, None), diagnostics);
    if outline.is_none() && !diagnostics.has_errors() {
        diagnostics.push(without_table(&place));
    }
    Some(vec![outline?])
}

/// The sheets with a table of indicators; others are left out.
fn sheet_outlines(
    project: &mut Project,
    name: &str,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Outline>> {
    let file: Arc<str> = name.into();
    let sheets = workbook::read_all(project, name, diagnostics)?;
    let mut outlines = Vec::new();
    let mut others = Vec::new();
    for (name, grid, found) in sheets {
        let mut own = Diagnostics::default();
        match Outline::new(name.clone(), grid, Conventions::new(vocabulary, None), &mut own) {
            Some(outline) => {
                // What is wrong on other sheets is of no concern.
                diagnostics.append(found);
                own.notes().iter().for_each(|remark| diagnostics.note(remark.clone()));
                diagnostics.append(own);
                outlines.push(outline);
            }
            None if own.has_errors() => diagnostics.append(own),
            None => others.push(name),
        }
    }
    if !others.is_empty() {
        diagnostics.note(Remark::new("import-sheets-left-out").with("sheets", others.join(", ")));
    }
    if outlines.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(without_table(&Place::whole(&file)));
    }
    (!outlines.is_empty()).then_some(outlines)
}

fn without_table(place: &Place) -> Diagnostic {
    Diagnostic::at(Code::MissingColumn, place).with("part", "import")
}

fn of_outlines(
    outlines: Vec<Outline>,
    project: Option<&str>,
    language: &Language,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Imported> {
    let mut imported = Imported::default();
    let place = outlines.first()?.place.clone();
    // A table of actual values completes those of indicators.
    let (values, outlines): (Vec<Outline>, Vec<Outline>) = if outlines.len() > 1 {
        outlines.into_iter().partition(Outline::has_only_values)
    } else {
        (Vec::new(), outlines)
    };
    let has_several = outlines.len() > 1;
    let mut drafts = Vec::new();
    for outline in outlines {
        imported.title = imported.title.or_else(|| outline.title.clone());
        let mut own = draft::drafts(&outline, project, language, vocabulary, diagnostics);
        if has_several && own.iter().all(|draft| draft.group.is_none()) {
            own.iter_mut().for_each(|draft| draft.group = Some(outline.name.clone()));
        }
        drafts.extend(own);
    }
    let mut unknown = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        for name in draft.names().chain(draft.text("id")) {
            known.entry(fold(name)).or_insert(index);
        }
    }
    for outline in values {
        for draft in draft::drafts(&outline, project, language, vocabulary, diagnostics) {
            let Some(identity) = draft.identity().map(str::to_owned) else { continue };
            let Some(index) = known.get(&fold(&identity)) else {
                unknown.push(identity);
                continue;
            };
            for year in drafts[*index].add_values(draft) {
                let problem = Diagnostic::at(Code::DuplicateActual, &outline.place).with("id", &identity);
                diagnostics.push(problem.with("year", year.starting_year()));
            }
        }
    }
    if drafts.len() > MOST_INDICATORS {
        let problem = Diagnostic::at(Code::TooManyIndicators, &place).with("number", drafts.len());
        diagnostics.push(problem.with("most", MOST_INDICATORS));
        return None;
    }
    if !unknown.is_empty() {
        diagnostics.note(Remark::new("import-indicators-unknown").with("names", unknown.join(", ")));
    }
    if drafts.is_empty() && !diagnostics.has_errors() {
        let problem = Diagnostic::at(Code::EmptyTable, &place).with("file", &place.file);
        diagnostics.push(match project {
            Some(id) => Diagnostic::at(Code::UnknownProject, &place).with("part", "unknown").with("id", id),
            None => problem,
        });
    }
    imported.remarks = diagnostics.notes().to_vec();
    let totals = diagnostics.sorted().into_iter().filter(|problem| problem.code == Code::RowLeftOut);
    let totals: Vec<&str> = totals.filter_map(|problem| problem.argument("text")).collect();
    if !totals.is_empty() {
        imported.remarks.push(Remark::new("import-totals").with("rows", totals.join(", ")));
    }
    let shared = shared_names(&drafts);
    if !shared.is_empty() {
        imported.remarks.push(Remark::new("import-names-shared").with("names", shared.join(", ")));
    }
    finish(&mut imported, drafts, vocabulary);
    Some(imported)
}

/// The names that several indicators of a group have.
fn shared_names(drafts: &[Draft]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut shared = Vec::new();
    for draft in drafts {
        for name in draft.names() {
            let is_first = seen.insert((draft.group.clone(), draft.text("parent").map(str::to_owned), fold(name)));
            if !is_first && !shared.iter().any(|known| known == name) {
                shared.push(name.to_owned());
            }
        }
    }
    shared
}

/// Gives the drafts their identifiers, and their words those of the report.
fn finish(imported: &mut Imported, mut drafts: Vec<Draft>, vocabulary: LazyVocabulary<'_>) {
    // A single group is that of the whole table: the name of the plan or project.
    let groups: BTreeSet<Option<String>> = drafts.iter().map(|draft| draft.group.clone()).collect();
    if let (1, Some(Some(only))) = (groups.len(), groups.into_iter().next()) {
        imported.title.get_or_insert(only);
        drafts.iter_mut().for_each(|draft| draft.group = None);
    }
    let mut group_ids = Words::new("area");
    for draft in &mut drafts {
        let Some(group) = draft.group.take() else { continue };
        let known = vocabulary.value("group", &group).map(str::to_owned);
        let id = known.unwrap_or_else(|| group_ids.id(&group));
        draft.set("group", id);
    }
    imported.groups = group_ids.words;
    ids(&mut drafts, imported);
    kinds_and_units(&mut drafts, imported, vocabulary);
    if drafts.iter().all(|draft| !draft.cells.contains_key("unit")) && !drafts.is_empty() {
        imported.remarks.push(Remark::new("import-units-open"));
    }
    imported.languages = drafts
        .iter()
        .flat_map(|draft| draft.cells.keys())
        .filter_map(|key| key.strip_prefix("name@"))
        .map(str::to_owned)
        .collect();
    imported.indicators = drafts.into_iter().map(Draft::into_indicator).collect();
}

fn kinds_and_units(drafts: &mut [Draft], imported: &mut Imported, vocabulary: LazyVocabulary<'_>) {
    let mut kinds = Words::new("kind");
    let has_kinds = drafts.iter().any(|draft| draft.cells.contains_key("kind"));
    let mut units = Words::new("own");
    for draft in drafts {
        if let Some(kind) = draft.text("kind").map(str::to_owned) {
            let known = vocabulary.value("kind", &kind).map(str::to_owned);
            draft.set("kind", known.unwrap_or_else(|| kinds.id(&kind)));
        } else if !has_kinds {
            draft.set("kind", ONLY_KIND.to_owned());
        }
        if let Some(unit) = draft.text("unit").map(str::to_owned) {
            let id = vocabulary.meaning("unit", &unit).map(str::to_owned);
            draft.set("unit", id.unwrap_or_else(|| units.id(&unit)));
        }
    }
    imported.kinds = kinds.words;
    if !has_kinds {
        imported.remarks.push(Remark::new("import-kinds-open"));
        imported.kinds.push(NewWord { id: ONLY_KIND.to_owned(), text: String::new() });
    }
    imported.units = units.words;
}

/// Gives every indicator an identifier: the table's, or the number of its group and its own number there.
fn ids(drafts: &mut [Draft], imported: &mut Imported) {
    let written: Vec<Option<String>> =
        drafts.iter().map(|draft| Some(IndicatorId::written(draft.text("id")?)?.as_str().to_owned())).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut of_name: BTreeMap<String, String> = BTreeMap::new();
    let mut are_made = false;
    let all: BTreeSet<String> = written.iter().flatten().cloned().collect();
    for (draft, written) in drafts.iter_mut().zip(written) {
        let own = written.filter(|id| taken.insert(id.clone()));
        let id = own.unwrap_or_else(|| {
            are_made = true;
            let group = draft.text("group").and_then(|id| imported.groups.iter().position(|group| group.id == id));
            let number = group.map_or(0, |index| index + 1);
            loop {
                let count = counts.entry(number).or_default();
                *count += 1;
                let id = if number == 0 { format!("kpi-{count}") } else { format!("{number}-{count}") };
                if !all.contains(&id) && taken.insert(id.clone()) {
                    break id;
                }
            }
        });
        for name in draft.names().chain(draft.text("id")) {
            of_name.insert(fold(name), id.clone());
        }
        draft.set("id", id);
    }
    if are_made {
        imported.remarks.push(Remark::new("import-ids-made"));
    }
    for draft in drafts {
        if let Some(id) = draft.text("parent").and_then(|parent| of_name.get(&fold(parent))).cloned() {
            draft.set("parent", id);
        }
    }
}

/// Gives words identifiers: the words themselves if they can be ones, else numbered names.
struct Words {
    stem: &'static str,
    words: Vec<NewWord>,
    /// The identifiers by the words, folded.
    ids: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl Words {
    fn new(stem: &'static str) -> Self {
        Self { stem, words: Vec::new(), ids: BTreeMap::new(), taken: BTreeSet::new() }
    }

    fn id(&mut self, text: &str) -> String {
        if let Some(known) = self.ids.get(&fold(text)) {
            return known.clone();
        }
        let plain = identifier_of(text).filter(|id| !self.taken.contains(id));
        let numbered = || (self.words.len() + 1..).map(|number| format!("{}-{number}", self.stem));
        let id = plain.or_else(|| numbered().find(|id| !self.taken.contains(id))).unwrap_or_default();
        self.taken.insert(id.clone());
        self.ids.insert(fold(text), id.clone());
        self.words.push(NewWord { id: id.clone(), text: text.to_owned() });
        id
    }
}
