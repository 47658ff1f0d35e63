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

use crate::diagnostic::Diagnostics;
use crate::report::Report;

/// Reads and checks a report project; all its faults are added to the diagnostics.
///
/// Returns nothing where the settings are too faulty to say what the report is.
pub fn read(project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Report> {
    let settings = project
        .read_text("report.toml", diagnostics)
        .and_then(|(file, text)| settings::read(&file, &text, diagnostics));
    let indicators = project
        .read_text("data/indicators.csv", diagnostics)
        .map(|(file, text)| indicators::read(csv::read(&file, &text, diagnostics), diagnostics));
    let actuals = project
        .read_text("data/actuals.csv", diagnostics)
        .map(|(file, text)| actuals::read(csv::read(&file, &text, diagnostics), diagnostics));
    Some(Report::new(settings?, indicators?, actuals?, diagnostics))
}
