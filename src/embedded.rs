//! What the binary carries: built-in words, templates and fonts.

use include_dir::{Dir, include_dir};

/// Built-in words: one folder a language.
pub static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The file in each language's folder that holds what nenpo says to its user.
pub const DIAGNOSTICS_FILE: &str = "diagnostics.ftl";

/// The file in each language's folder that holds what nenpo says about its commands.
pub const COMMAND_FILE: &str = "command.ftl";

/// The file in a language's folder that holds the words by which tables are read; they are no part of a report's words.
pub const TABLES_FILE: &str = "tables.ftl";

/// The file in a language's folder that holds what the JSON Schema of `report.toml` says of each key.
pub const SCHEMA_FILE: &str = "schema.ftl";

/// The file in a language's folder that holds what a workbook says to those who fill it in.
pub const WORKBOOK_FILE: &str = "workbook.ftl";

/// The file in a language's folder that holds what open data says of its files, tables and columns; it is a part of a
/// report's words.
pub const OPEN_DATA_FILE: &str = "open-data.ftl";

/// The files in a language's folder that are no part of a report's words: nenpo speaks or reads by them.
pub const OWN_FILES: &[&str] = &[DIAGNOSTICS_FILE, COMMAND_FILE, TABLES_FILE, SCHEMA_FILE, WORKBOOK_FILE];

/// The report that `nenpo new` writes: what is in every one, and one folder a language for its settings; and what
/// templates read of it.
pub static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/skeleton");

/// Built-in templates: one folder a template, and `lib` for what they share.
pub static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Built-in fonts with their licences.
pub static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// Returns every file below a folder with its path relative to that folder, sorted, with forward slashes.
#[must_use]
pub fn files_below(folder: &'static Dir<'static>) -> Vec<(String, &'static [u8])> {
    fn collect(folder: &'static Dir<'static>, top: &std::path::Path, found: &mut Vec<(String, &'static [u8])>) {
        for file in folder.files() {
            let path = file.path().strip_prefix(top).unwrap_or(file.path());
            let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push((parts.join("/"), file.contents()));
        }
        for inner in folder.dirs() {
            collect(inner, top, found);
        }
    }
    let mut found = Vec::new();
    collect(folder, folder.path(), &mut found);
    found.sort();
    found
}
