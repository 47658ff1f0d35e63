//! Files of a report project → settings and rows that keep their places. Knows no language and no layout.

mod actuals;
mod cell;
mod csv;
mod indicators;
mod project;
mod settings;
mod table;
mod toml_table;

pub use project::{Project, Texts};

use project::REPORT_FILE;
use table::Grid;

use crate::diagnostic::Diagnostics;
use crate::report::Report;

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
    let indicators = read_table(project, "data/indicators.csv", indicators::read, diagnostics);
    let actuals = read_table(project, "data/actuals.csv", actuals::read, diagnostics);
    let (settings, (indicators, mut faulty), (actuals, of_actuals)) = (settings?, indicators?, actuals?);
    // Where no indicator could be read, everything else would be said to be unknown.
    if indicators.is_empty() {
        return None;
    }
    faulty.extend(of_actuals);
    Some(Report::new(settings, indicators, actuals, faulty, diagnostics))
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
