//! Turns the rows of an office's table into indicators: a row each, a row for each year, or rows of targets and values.

use std::collections::{BTreeMap, BTreeSet};

use super::super::conventions::Conventions;
use super::super::header::Role;
use super::super::measures::measure;
use super::super::table::Cell;
use super::super::vocabulary::{LazyVocabulary, fold};
use super::super::year;
use super::ImportedIndicator;
use super::outline::{Outline, PROJECT, Row};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Remark};
use crate::report::{FiscalYear, Language};

/// The most projects that a message lists.
const MOST_LISTED: usize = 5;

/// An indicator as the table has it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) group: Option<String>,
    pub(super) cells: BTreeMap<String, String>,
    pub(super) values: BTreeMap<FiscalYear, BTreeMap<&'static str, String>>,
    /// The measures of the rows that it consists of.
    measures: Vec<Option<&'static str>>,
}

impl Draft {
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.cells.get(key).map(String::as_str)
    }

    pub(super) fn set(&mut self, key: &str, text: String) {
        self.cells.insert(key.to_owned(), text);
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter(|(key, _)| key.starts_with("name@")).map(|(_, text)| text.as_str())
    }

    fn add(&mut self, year: FiscalYear, key: &'static str, text: &str) {
        self.values.entry(year).or_default().insert(key, text.to_owned());
    }

    /// Its identifier or name.
    pub(super) fn identity(&self) -> Option<&str> {
        self.text("id").or_else(|| self.names().next())
    }

    /// Adds the values of another table. Returns the years of which it says something else.
    pub(super) fn add_values(&mut self, other: Self) -> Vec<FiscalYear> {
        let mut conflicts = Vec::new();
        for (year, cells) in other.values {
            let own = self.values.entry(year).or_default();
            let is_same = cells
                .into_iter()
                .all(|(key, text)| fold(own.entry(key).or_insert_with(|| text.clone())) == fold(&text));
            conflicts.extend((!is_same).then_some(year));
        }
        conflicts
    }

    pub(super) fn into_indicator(self) -> ImportedIndicator {
        ImportedIndicator { cells: self.cells, values: self.values }
    }
}

/// The indicators of a table. `project` leaves only rows of one project.
pub(super) fn drafts(
    outline: &Outline,
    project: Option<&str>,
    language: &Language,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Draft> {
    let mut reader = Reader {
        conventions: Conventions::new(vocabulary, None),
        language,
        project,
        of_project: outline.column(PROJECT),
        of_years: outline.column("fiscal_year"),
        measures: outline.measures,
        roles: &outline.roles,
        heading: None,
        last_group: None,
        known: BTreeMap::new(),
        drafts: Vec::new(),
        parting: parting_columns(outline, vocabulary),
        seen: BTreeSet::new(),
        parts: 0,
        has_headings: false,
        has_gaps: false,
        without_year: false,
        has_unknown_status: false,
        nameless: 0,
        projects: BTreeSet::new(),
        diagnostics,
    };
    for row in &outline.rows {
        match row {
            Row::Heading(text) => reader.heading = Some(text.clone()),
            Row::Record(cells) => reader.record(cells),
        }
    }
    let Reader {
        mut drafts, has_headings, has_gaps, without_year, nameless, projects, parts, has_unknown_status, ..
    } = reader;
    if parts > 0 {
        diagnostics.note(Remark::new("import-parts-left-out").with("count", parts));
    }
    if project.is_none() && projects.len() > 1 {
        let listed: Vec<&str> = projects.iter().take(MOST_LISTED).map(String::as_str).collect();
        let problem = Diagnostic::at(Code::UnknownProject, &outline.place).with("part", "several");
        diagnostics.push(problem.with("count", projects.len()).with("ids", listed.join(", ")));
        return Vec::new();
    }
    if nameless > 0 {
        diagnostics.note(Remark::new("import-rows-without-name").with("count", nameless));
    }
    let said = [
        (has_headings, "import-groups-from-headings"),
        (has_gaps, "import-groups-continued"),
        (without_year, "import-values-without-year"),
        (has_unknown_status, "import-statuses-left-out"),
    ];
    said.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, message)| diagnostics.note(Remark::new(message)));
    drafts.iter_mut().for_each(|draft| settle(draft, vocabulary));
    if let Some(unit) = &outline.unit {
        let open = drafts.iter_mut().filter(|draft| draft.text("unit").is_none());
        open.for_each(|draft| draft.set("unit", unit.clone()));
        diagnostics.note(Remark::new("import-unit-of-table"));
    }
    if drafts.iter().all(|draft| draft.text("unit").is_none()) {
        let has_found =
            drafts.iter_mut().map(|draft| find_unit(draft, vocabulary)).filter(|is_found| *is_found).count();
        if has_found > 0 {
            diagnostics.note(Remark::new("import-units-from-cells"));
        }
    }
    drafts
}

struct Reader<'a> {
    conventions: Conventions<'a>,
    language: &'a Language,
    project: Option<&'a str>,
    of_project: Option<usize>,
    of_years: Option<usize>,
    measures: Option<usize>,
    roles: &'a [Role],
    heading: Option<String>,
    last_group: Option<String>,
    /// Indicators of earlier rows by identifier or name, and group.
    known: BTreeMap<(String, Option<String>), usize>,
    drafts: Vec<Draft>,
    /// The columns that may part an indicator's values.
    parting: Vec<usize>,
    /// The indicators and years of earlier rows about the whole.
    seen: BTreeSet<(usize, FiscalYear)>,
    /// The number of rows about a part.
    parts: usize,
    has_headings: bool,
    has_gaps: bool,
    without_year: bool,
    has_unknown_status: bool,
    /// The number of rows without a name and without numbers.
    nameless: usize,
    /// The projects of all rows.
    projects: BTreeSet<String>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn record(&mut self, cells: &[Cell]) {
        let text = |index: usize| cells.get(index).map(|cell| cell.text.value.trim()).filter(|text| !text.is_empty());
        let is_other = |id: &str| self.of_project.is_some_and(|column| text(column) != Some(id));
        if self.project.is_some_and(is_other) {
            return;
        }
        self.projects.extend(self.of_project.and_then(text).map(str::to_owned));
        let of_key = |wanted: &dyn Fn(&str) -> bool| {
            let column = self.roles.iter().position(|role| matches!(role, Role::Column(key) if wanted(key)));
            column.and_then(text)
        };
        let group = self.group(of_key(&|key| key == "group").map(str::to_owned));
        let name = of_key(&|key| key.starts_with("name"));
        let identity = of_key(&|key| key == "id").or(name).map(str::to_owned);
        let row_measure = self.measures.and_then(text).map(|word| measure(word, self.conventions).flatten());
        // Without merged cells, only the first row of an indicator has its name.
        let is_continued = row_measure.is_some()
            && self.drafts.last().is_some_and(|draft| row_measure.is_some_and(|own| !draft.measures.contains(&own)));
        let Some(identity) = identity.or_else(|| is_continued.then(String::new)) else {
            self.nameless += 1;
            let has_value = (0..self.roles.len()).find(|index| self.is_quantity(*index) && text(*index).is_some());
            if let Some(cell) = has_value.and_then(|_| cells.first()) {
                self.diagnostics.push(Diagnostic::at(Code::EmptyCell, &cell.text.place).with("column", "name"));
            }
            return;
        };
        let index = self.index(&identity, group.as_ref(), row_measure);
        let draft = &mut self.drafts[index];
        draft.group = draft.group.take().or(group);
        draft.measures.extend(row_measure);
        let year_of_row = self.of_years.and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank());
        let year_of_row = match year_of_row.map(|cell| year::read(&cell.text, self.conventions.vocabulary)) {
            Some(Ok(year)) => Some(year),
            Some(Err(problem)) => {
                self.diagnostics.push(*problem);
                return;
            }
            None => None,
        };
        if let Some(year) = year_of_row
            && self.is_of_part_or_twice((index, year), cells)
        {
            return;
        }
        let draft = &mut self.drafts[index];
        let has_target_year = self.roles.iter().any(|role| matches!(role, Role::Column(key) if key == "target_year"));
        let mut is_same = true;
        for (index, role) in self.roles.iter().enumerate() {
            let Some(text) = text(index) else { continue };
            match (role, year_of_row) {
                (Role::OfYear("baseline", year), _) => {
                    draft.set("baseline", text.to_owned());
                    draft.set("baseline_year", year.starting_year().to_string());
                }
                (Role::OfYear(key, year), _) => match (self.measures, row_measure.flatten()) {
                    (None, _) => draft.add(*year, key, text),
                    // The year in which the target is to be met: its column, or what the cell says.
                    (Some(_), Some("target_year")) if !is_dash(text) => {
                        let said = year::of_header(text, self.conventions.vocabulary).unwrap_or(*year);
                        draft.set("target_year", said.starting_year().to_string());
                    }
                    (Some(_), Some(key)) if key != "target_year" && !is_dash(text) => draft.add(*year, key, text),
                    _ => {}
                },
                (Role::Column(key), Some(year)) => match key.as_str() {
                    "value" => draft.add(year, "value", text),
                    "status" | "break" if self.conventions.vocabulary.meaning(key, text).is_none() => {
                        self.has_unknown_status = true;
                    }
                    "status" => draft.add(year, "status", text),
                    "break" => draft.add(year, "break", text),
                    "target" if !has_target_year => draft.add(year, "target", text),
                    key => is_same &= fill(draft, key, text, self.language),
                },
                (Role::Column(key), None) => match key.as_str() {
                    "value" | "status" | "break" => self.without_year = true,
                    key => is_same &= fill(draft, key, text, self.language),
                },
                (Role::Ignored, _) => {}
            }
        }
        if let (false, Some(cell)) = (is_same, cells.first()) {
            let id = draft.identity().unwrap_or_default().to_owned();
            self.diagnostics.push(Diagnostic::at(Code::ConflictingRows, &cell.text.place).with("id", id));
        }
    }

    /// Whether a row is about a part, or repeats an indicator's year: two values for it contradict each other.
    fn is_of_part_or_twice(&mut self, (index, year): (usize, FiscalYear), cells: &[Cell]) -> bool {
        if !self.parting.iter().all(|column| is_of_whole(cells, *column, self.conventions.vocabulary)) {
            self.parts += 1;
            return true;
        }
        if self.seen.insert((index, year)) {
            return false;
        }
        let value = self.roles.iter().position(|role| matches!(role, Role::Column(key) if key == "value"));
        let value = value.and_then(|column| cells.get(column)).map(|cell| cell.text.value.trim());
        let known = self.drafts[index].values.get(&year).and_then(|cells| cells.get("value"));
        if value.unwrap_or_default() != known.map(String::as_str).unwrap_or_default()
            && let Some(cell) = cells.first()
        {
            let id = self.drafts[index].identity().unwrap_or_default().to_owned();
            let problem = Diagnostic::at(Code::DuplicateActual, &cell.text.place).with("id", id);
            self.diagnostics.push(problem.with("year", year.starting_year()));
        }
        true
    }

    /// The group of a row: its cell, the heading above it, or that of the row above.
    fn group(&mut self, cell: Option<String>) -> Option<String> {
        let has_column = self.roles.iter().any(|role| matches!(role, Role::Column(key) if key == "group"));
        if !has_column {
            self.has_headings |= self.heading.is_some();
            return self.heading.clone();
        }
        self.has_gaps |= cell.is_none() && self.last_group.is_some() && self.measures.is_none();
        self.last_group = cell.or_else(|| self.last_group.take());
        self.last_group.clone()
    }

    /// The indicator of a row: that of an earlier one in tables with several rows for each, else a new one.
    fn index(&mut self, identity: &str, group: Option<&String>, row_measure: Option<Option<&'static str>>) -> usize {
        let last = self.drafts.len().saturating_sub(1);
        let key = (fold(identity), group.cloned());
        let is_same = self.known.get(&key) == Some(&last) || identity.is_empty();
        let is_next = self.measures.is_some()
            && is_same
            && self.drafts.last().is_some_and(|draft| {
                row_measure.is_none_or(|measure| measure.is_none() || !draft.measures.contains(&measure))
            });
        if is_next {
            return last;
        }
        if let Some(index) = self.known.get(&key).filter(|_| self.of_years.is_some()) {
            return *index;
        }
        self.drafts.push(Draft::default());
        let index = self.drafts.len() - 1;
        self.known.insert(key, index);
        index
    }

    fn is_quantity(&self, index: usize) -> bool {
        match &self.roles[index] {
            Role::OfYear(..) => true,
            Role::Column(key) => ["value", "target", "baseline"].contains(&key.as_str()),
            Role::Ignored => false,
        }
    }
}

/// The columns that are not understood, in which some rows say that they are about the whole, and others do not. None if
/// every indicator has one row a year: its rows are then not parted.
fn parting_columns(outline: &Outline, vocabulary: LazyVocabulary<'_>) -> Vec<usize> {
    let records = || {
        outline.rows.iter().filter_map(|row| match row {
            Row::Record(cells) => Some(cells),
            Row::Heading(_) => None,
        })
    };
    let is_of_row = |role: &Role| match role {
        Role::Column(key) => ["id", "group", "fiscal_year"].contains(&key.as_str()) || key.starts_with("name"),
        Role::OfYear(..) | Role::Ignored => false,
    };
    let columns: Vec<usize> = (0..outline.roles.len()).filter(|index| is_of_row(&outline.roles[*index])).collect();
    let mut seen = BTreeSet::new();
    let text = |cells: &[Cell], column: usize| cells.get(column).map(|cell| fold(&cell.text.value));
    let is_first =
        |cells: &&Vec<Cell>| seen.insert(columns.iter().map(|column| text(cells, *column)).collect::<Vec<_>>());
    if records().filter(is_first).count() == records().count() {
        return Vec::new();
    }
    let parts = |column: &usize| {
        let mut of_whole = records().map(|cells| is_of_whole(cells, *column, vocabulary));
        let first = of_whole.next();
        of_whole.any(|is_whole| Some(is_whole) != first)
    };
    outline.unknown.iter().copied().filter(parts).collect()
}

/// Whether a cell is empty or a word for all: total, both sexes.
fn is_of_whole(cells: &[Cell], column: usize, vocabulary: LazyVocabulary<'_>) -> bool {
    let text = cells.get(column).map(|cell| cell.text.value.trim()).unwrap_or_default();
    text.is_empty() || vocabulary.value("row", text).is_some_and(|kind| kind != "remark")
}

/// Whether a cell only says that it is empty.
fn is_dash(text: &str) -> bool {
    text.chars().all(|sign| matches!(sign, '-' | '－' | '―' | '—' | '–' | '‐'))
}

/// Sets a cell of an indicator. False if an earlier row says something else.
fn fill(draft: &mut Draft, key: &str, text: &str, language: &Language) -> bool {
    let key = if key == "name" || key == "label" { format!("{key}@{}", language.primary()) } else { key.to_owned() };
    if ["group", "project", "fiscal_year"].contains(&key.as_str()) {
        return true;
    }
    fold(draft.cells.entry(key).or_insert_with(|| text.to_owned())) == fold(text)
}

/// Parts years from numbers, and makes the last target that of the plan.
fn settle(draft: &mut Draft, vocabulary: LazyVocabulary<'_>) {
    for (key, key_of_year) in [("baseline", "baseline_year"), ("target", "target_year")] {
        if let Some((number, year)) = draft.text(key).and_then(|text| split_year(text, vocabulary)) {
            draft.set(key, number);
            draft.cells.entry(key_of_year.to_owned()).or_insert_with(|| year.starting_year().to_string());
        }
        if let Some(year) = draft.text(key_of_year).and_then(|text| year::of_header(text, vocabulary)) {
            draft.set(key_of_year, year.starting_year().to_string());
        }
        // Without a number, its year says nothing.
        if draft.text(key).is_none_or(is_dash) && key == "baseline" {
            draft.cells.remove(key);
            draft.cells.remove(key_of_year);
        }
    }
    if draft.text("target").is_none() {
        let targets = draft.values.iter().filter(|(_, cells)| cells.contains_key("target")).map(|(year, _)| *year);
        let stated = draft.text("target_year").and_then(|year| year.parse().ok()).and_then(FiscalYear::new);
        let targets: Vec<FiscalYear> = targets.collect();
        let last = stated.filter(|year| targets.contains(year)).or_else(|| targets.last().copied());
        match last {
            Some(year) => {
                let text = draft.values.get_mut(&year).and_then(|cells| cells.remove("target")).unwrap_or_default();
                draft.set("target", text);
                draft.set("target_year", year.starting_year().to_string());
            }
            None => {
                draft.cells.remove("target_year");
            }
        }
    }
    draft.values.retain(|_, cells| !cells.is_empty());
}

/// Finds the unit in an indicator's numbers, or in brackets at the end of its name.
fn find_unit(draft: &mut Draft, vocabulary: LazyVocabulary<'_>) -> bool {
    let numbers = draft.values.values().filter_map(|cells| cells.get("value").map(String::as_str));
    let numbers: Vec<&str> =
        numbers.chain(["baseline", "target"].into_iter().filter_map(|key| draft.text(key))).collect();
    let known = |word: &str| vocabulary.meaning("unit", word).map(str::to_owned);
    let of_numbers = numbers.iter().find_map(|text| known(&text_after_number(&fold(text), vocabulary)?));
    let of_name = || {
        draft.names().find_map(|name| {
            let (_, inside) = name.trim_end().strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
            known(inside.trim())
        })
    };
    let unit = of_numbers.or_else(of_name);
    let is_found = unit.is_some();
    if let Some(unit) = unit {
        draft.set("unit", unit);
    }
    is_found
}

/// The text after a number, without a comparator: 60%以上.
fn text_after_number(folded: &str, vocabulary: LazyVocabulary<'_>) -> Option<String> {
    let start = folded.find(|character: char| character.is_ascii_digit())?;
    let rest = folded[start..].trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    let comparator = vocabulary.words("comparator").filter(|word| rest.ends_with(word)).max_by_key(|word| word.len());
    let rest = comparator.and_then(|word| rest.strip_suffix(word)).unwrap_or(rest);
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Splits a year in brackets from the end of a number: 45.2（R2）.
fn split_year(text: &str, vocabulary: LazyVocabulary<'_>) -> Option<(String, FiscalYear)> {
    let inner = text.trim_end().strip_suffix([')', '）'])?;
    let (before, inside) = inner.rsplit_once(['(', '（'])?;
    let before = before.trim();
    (!before.is_empty()).then_some((before.to_owned(), year::of_header(inside.trim(), vocabulary)?))
}
