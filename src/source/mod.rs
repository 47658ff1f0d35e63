//! Files of a report project → settings and rows that keep their places. Knows no language and no layout.

mod actuals;
mod cell;
mod csv;
mod indicators;
mod project;
mod settings;
mod table;
mod toml_table;
mod workbook;

use std::collections::BTreeSet;

pub use project::{Project, Texts};

use project::REPORT_FILE;
use table::Grid;

use workbook::Found;

use crate::diagnostic::Diagnostics;
use crate::report::{Actual, Indicator, IndicatorId, Report};

/// Reads and checks a report project; all its faults are added to the diagnostics.
///
/// Returns nothing where the settings are too faulty to say what the report is.
pub fn read(project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Report> {
    let settings =
        project.read_text(REPORT_FILE, diagnostics).and_then(|(file, text)| settings::read(&file, &text, diagnostics));
    // Without report.toml the folder is hardly that of a report, and that its tables are missing too is no news.
    if settings.is_none() && !project.has(REPORT_FILE) {
        return None;
    }
    let workbook = workbook::EXTENSIONS.iter().map(|extension| format!("data/indicators.{extension}"));
    let (indicators, actuals) = match workbook.into_iter().find(|name| project.has(name)) {
        Some(name) => read_workbook(project, &name, diagnostics)?,
        None => (
            read_table(project, "data/indicators.csv", indicators::read, diagnostics),
            read_table(project, "data/actuals.csv", actuals::read, diagnostics),
        ),
    };
    let (settings, (indicators, mut faulty), (actuals, of_actuals)) = (settings?, indicators?, actuals?);
    // Where no indicator could be read, everything else would be said to be unknown.
    if indicators.is_empty() {
        return None;
    }
    faulty.extend(of_actuals);
    Some(Report::new(settings, indicators, actuals, faulty, diagnostics))
}

/// What a table was read as: its rows, and the indicators of those with faults.
type Rows<T> = Option<(Vec<T>, BTreeSet<IndicatorId>)>;

/// Reads both tables from the sheets of a workbook.
fn read_workbook(
    project: &mut Project,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<(Rows<Indicator>, Rows<Actual>)> {
    /// The names that the sheets can have.
    const SHEETS: [&[&str]; 2] = [&["indicators", "指標"], &["actuals", "実績"]];
    let mut workbook = workbook::read(project, name, &SHEETS, diagnostics)?;
    let mut grids = std::mem::take(&mut workbook.found).into_iter().zip(SHEETS).map(|(found, names)| match found {
        Found::Sheet(grid) => Some(grid),
        Found::Faulty => None,
        Found::Missing => {
            diagnostics.push(workbook.missing_sheet(names));
            None
        }
    });
    let (indicators, actuals) = (grids.next().flatten(), grids.next().flatten());
    drop(grids);
    Some((
        indicators.map(|grid| indicators::read(grid, diagnostics)),
        actuals.map(|grid| actuals::read(grid, diagnostics)),
    ))
}

fn read_table<T>(
    project: &mut Project,
    name: &str,
    read: fn(Grid, &mut Diagnostics) -> T,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let (file, text) = project.read_text(name, diagnostics)?;
    let grid = csv::read(&file, &text, diagnostics)?;
    Some(read(grid, diagnostics))
}
