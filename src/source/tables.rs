//! Reads the two tables of a report from all files that contain them: CSV files and sheets of workbooks.

use super::actuals::Known;
use super::conventions::Conventions;
use super::layout::Laid;
use super::project::Project;
use super::stray::{self, TEXTS, is_leftover};
use super::table::Grid;
use super::vocabulary::LazyVocabulary;
use super::workbook::{self, Found};
use super::{actuals, csv, indicators};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark};
use crate::report::{Actual, Indicator, Unread};

const FOLDER: &str = "data";

/// The most indicators of a report: more than anybody reads, and read in a second or two.
pub(super) const MOST_INDICATORS: usize = 10_000;

#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) indicators: Vec<Indicator>,
    pub(super) actuals: Vec<Actual>,
    pub(super) unread: Unread,
}

#[derive(Debug)]
struct Table {
    /// The name of its file, folder or sheet.
    name: &'static str,
    /// Cells, and the delimiter of text files.
    grids: Vec<(Grid, Option<char>)>,
    /// Whether a file contains the table, readable or not.
    is_there: bool,
    is_whole: bool,
    absent: Option<Diagnostic>,
}

impl Table {
    fn new(name: &'static str) -> Self {
        Self { name, grids: Vec::new(), is_there: false, is_whole: true, absent: None }
    }

    /// Whether a file is `data/actuals.csv`, or in `data/actuals/`. Ignores case, as Windows does.
    fn owns(&self, file: &str) -> bool {
        let below = file.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        let owner = below.split_once('/').or_else(|| below.rsplit_once('.')).map(|(owner, _)| owner);
        let is_hidden = below.split('/').any(|part| part.starts_with('.'));
        owner.is_some_and(|owner| owner.eq_ignore_ascii_case(self.name)) && !is_hidden && stray::is_table(file)
    }

    /// Adds the contents of a file; `None` if it could not be read.
    fn add(&mut self, grid: Option<Grid>, separator: Option<char>) {
        self.is_there = true;
        self.is_whole &= grid.is_some();
        self.grids.extend(grid.map(|grid| (grid, separator)));
    }
}

/// `None` if the tables could not be read completely.
pub(super) fn read(
    project: &mut Project,
    conventions: Conventions<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Contents> {
    let mut tables = [Table::new("indicators"), Table::new("actuals")];
    let problems = project.problems_below(FOLDER);
    // A file that is not read may contain what seems to be missing.
    let mut is_all_read = problems.is_empty();
    diagnostics.extend(problems);
    let packaged = project.packaged();
    for file in project.all_files_below(FOLDER) {
        let is_computed = packaged.contains(&file) && !tables.iter().any(|table| table.owns(&file));
        if is_leftover(&file) || is_computed {
            diagnostics.note(Remark::new("fact-leftover").with("file", file));
            continue;
        }
        let Some(owner) = tables.iter().position(|table| table.owns(&file)) else {
            let words = |table: &Table| conventions.vocabulary.sheets(table.name).iter().map(String::as_str).collect();
            let problem = stray::diagnostic(&file, &tables.each_ref().map(|table| (table.name, words(table))));
            is_all_read &= problem.code != Code::UnreadData;
            diagnostics.push(problem);
            continue;
        };
        if is_text(&file) {
            let (grid, separator) = read_text(&file, project, diagnostics).unzip();
            tables[owner].add(grid, separator);
        } else {
            read_workbook(&file, &mut tables[owner..], project, conventions.vocabulary, diagnostics);
        }
        if let Some((part, most)) = excess(&tables) {
            diagnostics.push(csv::too_large(&Place::whole(&file.as_str().into()), part, most));
            return None;
        }
    }
    let mut is_whole = true;
    let [mut of_indicators, mut of_actuals] = tables;
    let mut laid = [Vec::new(), Vec::new()];
    for (grid, separator) in std::mem::take(&mut of_indicators.grids) {
        let conventions = conventions.with_separator(separator);
        let Some(Laid { grid, actuals, has_years }) = indicators::lay_out(grid, conventions, diagnostics) else {
            is_whole = false;
            continue;
        };
        laid[0].push((grid, conventions));
        of_actuals.is_there |= has_years;
        laid[1].extend(actuals.map(|grid| (grid, conventions)));
    }
    for (grid, separator) in std::mem::take(&mut of_actuals.grids) {
        let conventions = conventions.with_separator(separator);
        let grid = actuals::lay_out(grid, conventions, diagnostics);
        is_whole &= grid.is_some();
        laid[1].extend(grid.map(|grid| (grid, conventions)));
    }
    for table in [&of_indicators, &of_actuals] {
        if !table.is_there && is_all_read {
            diagnostics.push(table.absent.clone().unwrap_or_else(|| missing(table)));
        }
        // The contents of an unreadable file would be reported as missing.
        is_whole &= table.is_there && table.is_whole;
    }
    let mut contents = Contents::default();
    let [of_indicators, of_actuals] = laid;
    for (grid, conventions) in of_indicators {
        let read = indicators::read(grid, conventions, diagnostics);
        is_whole &= read.is_whole;
        contents.indicators.extend(read.items);
        contents.unread.undefined.extend(read.faulty.iter().cloned());
        contents.unread.add(read.faulty, read.references);
    }
    if let Some(first) = contents.indicators.get(MOST_INDICATORS) {
        let problem = Diagnostic::at(Code::TooManyIndicators, &first.place);
        diagnostics.push(problem.with("number", contents.indicators.len()).with("most", MOST_INDICATORS));
        return None;
    }
    let known = Known::new(&contents.indicators);
    for (grid, conventions) in of_actuals.into_iter().filter(|(grid, _)| !grid.rows.is_empty()) {
        let read = actuals::read(grid, &known, conventions, diagnostics);
        is_whole &= read.is_whole;
        contents.actuals.extend(read.items);
        contents.unread.add(read.faulty, read.references);
    }
    is_whole.then_some(contents)
}

/// The limit that the files read so far exceed together, if any.
fn excess(tables: &[Table]) -> Option<(&'static str, usize)> {
    let rows = |table: &Table| table.grids.iter().map(|(grid, _)| grid.rows.len()).sum::<usize>();
    let cells = tables.iter().flat_map(|table| &table.grids).flat_map(|(grid, _)| &grid.rows).map(Vec::len);
    if tables.iter().any(|table| rows(table) > csv::MOST_ROWS) {
        Some(("rows", csv::MOST_ROWS))
    } else if cells.sum::<usize>() > csv::MOST_CELLS {
        Some(("cells", csv::MOST_CELLS))
    } else {
        None
    }
}

fn is_text(file: &str) -> bool {
    let extension = stray::extension(file);
    TEXTS.iter().any(|text| extension.eq_ignore_ascii_case(text))
}

fn read_text(file: &str, project: &mut Project, diagnostics: &mut Diagnostics) -> Option<(Grid, char)> {
    let (name, text, encoding) = project.read_encoded_text(file, diagnostics)?;
    let (grid, delimiter) = csv::read(&name, &text, diagnostics)?;
    let separator = match delimiter {
        '\t' => "tab",
        ';' => "semicolon",
        ',' => "comma",
        _ => "other",
    };
    let note = Remark::new("fact-text").with("file", file).with("encoding", encoding).with("separator", separator);
    diagnostics.note(note.with("sign", delimiter));
    Some((grid, delimiter))
}

/// Reads the sheets of a workbook: the first of the tables is required, the others may also be in separate files.
fn read_workbook(
    file: &str,
    tables: &mut [Table],
    project: &mut Project,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) {
    let names: Vec<Vec<&str>> = tables
        .iter()
        .map(|table| {
            std::iter::once(table.name).chain(vocabulary.sheets(table.name).iter().map(String::as_str)).collect()
        })
        .collect();
    let wanted: Vec<&[&str]> = names.iter().map(Vec::as_slice).collect();
    let Some(mut workbook) = workbook::read(project, file, &wanted, diagnostics) else {
        // The contents are unknown, so that tables are not reported as missing.
        tables.iter_mut().for_each(|table| table.add(None, None));
        return;
    };
    let found = std::mem::take(&mut workbook.found);
    for (index, ((found, names), table)) in found.into_iter().zip(&wanted).zip(tables).enumerate() {
        match found {
            Found::Sheet(grid) => table.add(Some(grid), None),
            Found::Unreadable => table.add(None, None),
            Found::Missing if index == 0 => {
                diagnostics.push(workbook.missing_sheet(names));
                table.add(None, None);
            }
            Found::Missing => table.absent = Some(workbook.missing_sheet(names)),
        }
    }
    diagnostics.note(Remark::new("fact-workbook").with("file", file));
    let unread = workbook.sheets_besides(&wanted);
    if !unread.is_empty() {
        diagnostics.note(Remark::new("fact-sheets").with("file", file).with("sheets", unread.join(", ")));
    }
}

fn missing(table: &Table) -> Diagnostic {
    let file = format!("{FOLDER}/{}.csv", table.name);
    Diagnostic::at(Code::FileUnreadable, &Place::whole(&file.as_str().into()))
        .with("reason", "missing")
        .with("file", file)
}
