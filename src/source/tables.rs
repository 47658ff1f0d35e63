//! The two tables of a report, whichever files hold them: `data/indicators.csv`, several files in `data/actuals/`, sheets
//! of workbooks. What all files say of one table is united.

use std::collections::{BTreeMap, BTreeSet};

use super::project::Project;
use super::table::Grid;
use super::vocabulary::LazyVocabulary;
use super::{actuals, csv, indicators};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::report::{Actual, Indicator, IndicatorId};

/// The folder of all tables.
const FOLDER: &str = "data";

/// Extensions of text files.
const TEXTS: [&str; 3] = ["csv", "tsv", "txt"];

/// Extensions of workbooks.
const WORKBOOKS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// What the tables hold: indicators, actuals, and the indicators of rows with faults.
pub(super) type Contents = (Vec<Indicator>, Vec<Actual>, BTreeSet<IndicatorId>);

/// One of the tables, as it is put together from files.
#[derive(Debug)]
struct Table {
    /// The name of its file, its folder and its sheet.
    name: &'static str,
    /// What was found.
    grids: Vec<Grid>,
    /// Whether any file holds it, readable or not.
    is_there: bool,
}

impl Table {
    fn new(name: &'static str) -> Self {
        Self { name, grids: Vec::new(), is_there: false }
    }

    /// Returns whether a file is one of this table: `data/actuals.csv`, or any file in `data/actuals/`.
    fn owns(&self, file: &str) -> bool {
        let below = file.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        let owner = below.split_once('/').or_else(|| below.rsplit_once('.')).map(|(owner, _)| owner);
        owner == Some(self.name)
    }
}

/// Reads both tables; none where they could not be read as a whole.
pub(super) fn read(
    project: &mut Project,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Contents> {
    let mut tables = [Table::new("indicators"), Table::new("actuals")];
    let mut is_whole = true;
    for file in files(project) {
        let Some(table) = tables.iter_mut().find(|table| table.owns(&file)) else { continue };
        table.is_there = true;
        let grid = read_text(&file, project, diagnostics);
        is_whole &= grid.is_some();
        table.grids.extend(grid);
    }
    for table in tables.iter().filter(|table| !table.is_there) {
        diagnostics.push(missing(table, &tables, project));
        is_whole = false;
    }
    let [of_indicators, of_actuals] = tables;
    let (mut all, mut observed, mut faulty) = (Vec::new(), Vec::new(), BTreeSet::new());
    for grid in of_indicators.grids {
        let (indicators, with_faults) = indicators::read(grid, vocabulary, diagnostics);
        all.extend(indicators);
        faulty.extend(with_faults);
    }
    let by_id: BTreeMap<&IndicatorId, &Indicator> = all.iter().map(|indicator| (&indicator.id, indicator)).collect();
    for grid in of_actuals.grids {
        let (actuals, with_faults) = actuals::read(grid, &by_id, vocabulary, diagnostics);
        observed.extend(actuals);
        faulty.extend(with_faults);
    }
    is_whole.then_some((all, observed, faulty))
}

/// Returns the files that hold tables, in the order of their names. Excel's `~$…` says only who has a workbook open.
fn files(project: &Project) -> Vec<String> {
    let extensions = [TEXTS.as_slice(), WORKBOOKS.as_slice()].concat();
    let mut files = project.files_below(FOLDER, &extensions);
    files.retain(|file| !file.rsplit('/').next().unwrap_or_default().starts_with("~$"));
    files
}

fn read_text(file: &str, project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Grid> {
    let (name, text, _encoding) = project.read_encoded_text(file, diagnostics)?;
    let (grid, _delimiter) = csv::read(&name, &text, diagnostics)?;
    Some(grid)
}

/// Returns the fault of a table that no file holds, with the file that was probably meant to.
fn missing(table: &Table, tables: &[Table], project: &Project) -> Diagnostic {
    let file = format!("{FOLDER}/{}.csv", table.name);
    let mut beside = project.files_below(FOLDER, &[]);
    beside.retain(|file| !tables.iter().any(|table| table.owns(file)));
    let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    Diagnostic::at(Code::FileUnreadable, &Place::whole(&file.as_str().into()))
        .with("reason", "missing")
        .with_nearest(nearest(&file, &beside))
        .with("file", file)
}
