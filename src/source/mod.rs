//! Reads the files of a report into settings and rows with their places, and the settings of a packet. Does not depend on language or layout.

mod actuals;
mod backslash;
mod cell;
mod conventions;
mod csv;
mod digits;
mod encoding;
mod excerpt;
mod folder;
mod header;
mod import;
mod indicators;
mod invisible;
mod layout;
mod lines;
mod look;
mod lookalike;
mod measures;
mod number;
mod packet;
mod project;
mod setting;
mod settings;
mod settings_schema;
mod stray;
mod table;
mod tables;
mod toml_slip;
mod toml_table;
mod vocabulary;
mod workbook;
mod year;

use std::cell::LazyCell;

pub use csv::{LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS};
pub use encoding::{Encoding, with_plain_line_ends};
pub use excerpt::{Excerpt, excerpt};
pub use folder::MOST_ENTRIES;
pub use import::{Imported, ImportedIndicator, NewWord, ONLY_KIND, import};
pub use lines::Lines;
pub use packet::{
    LARGEST_MATERIAL, expect_used, first_template, packet_folder, packet_schema, read_material, read_packet,
    require_sources,
};
pub use project::{
    LARGEST_FILE, LARGEST_PROSE, MOST_OF_REPORT, MOST_PROSE_OF_REPORT, PACKET_FILE, Project, REPORT_FILE, Texts,
    folder_of, has_extension,
};
pub use settings_schema::settings_schema;
pub use stray::is_leftover;
pub use vocabulary::{Absence, Affixes, Era, LazyVocabulary, Vocabulary};

pub(crate) use folder::open_named;
pub(crate) use project::unreadable;

use conventions::Conventions;
use tables::Contents;

use crate::diagnostic::Diagnostics;
use crate::report::{NoteId, Report};

/// Reads and validates a report. `None` if the settings or tables are too incomplete for a report.
pub fn read(project: &mut Project, vocabulary: LazyVocabulary<'_>, diagnostics: &mut Diagnostics) -> Option<Report> {
    let settings =
        project.read_text(REPORT_FILE, diagnostics).and_then(|(file, text)| settings::read(&file, &text, diagnostics));
    // Without report.toml the folder is probably not a report, so that its tables are not missed.
    if settings.is_none() && !project.has(REPORT_FILE) {
        return None;
    }
    let notes = settings.iter().flat_map(|settings| &settings.notes).map(|note| note.value.clone());
    let notes: Vec<NoteId> = notes.collect();
    let vocabulary = LazyCell::new(|| Vocabulary::clone(vocabulary).with_notes(&notes));
    let tables = tables::read(project, Conventions::new(&vocabulary, settings.as_ref()), diagnostics);
    let (settings, contents) = (settings?, tables?);
    let Contents { indicators, actuals, unread } = contents;
    // Without indicators, every reference would be reported as unknown.
    if indicators.is_empty() {
        return None;
    }
    Some(Report::new(settings, indicators, actuals, unread, diagnostics))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::diagnostic::Code;

    /// Renamed keys that exist only in tests.
    #[test]
    fn keys_and_columns_that_are_gone_are_named_with_their_new_names_and_not_missed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        let settings = "id = \"a\"\nedition = []\n[plan]\nstart = 2021\nuntil = 2025\n[round]\n";
        fs::write(folder.path().join(REPORT_FILE), settings).unwrap();
        fs::write(folder.path().join("data/indicators.csv"), "id\na\n").unwrap();
        let actuals = "indicator,fiscal_year,amount\na,2023,5\n";
        fs::write(folder.path().join("data/actuals.csv"), actuals).unwrap();
        let mut diagnostics = Diagnostics::default();
        read(&mut Project::new(folder.path()), &Box::new(Vocabulary::default()), &mut diagnostics);
        let all: Vec<_> = diagnostics.into_iter().collect();
        let renamed = |code, name, old| {
            let is_it =
                |problem: &&crate::diagnostic::Diagnostic| problem.code == code && problem.argument(name) == Some(old);
            all.iter().find(is_it).unwrap().argument("renamed")
        };
        assert_eq!(renamed(Code::UnknownKey, "key", "plan.until"), Some("end"));
        assert_eq!(renamed(Code::UnknownColumn, "column", "amount"), Some("value"));
        let missing = |name: &str, new: &str| all.iter().any(|problem| problem.argument(name) == Some(new));
        assert!(!missing("key", "plan.end") && !missing("column", "value"), "{all:#?}");
    }
}
