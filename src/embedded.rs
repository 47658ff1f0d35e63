//! Files embedded in the binary: messages, templates and fonts.

use include_dir::{Dir, include_dir};

/// Built-in messages: one folder per language.
pub static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The file with diagnostics, in each language's folder.
pub const DIAGNOSTICS_FILE: &str = "diagnostics.ftl";

/// The file with descriptions of commands, in each language's folder.
pub const COMMAND_FILE: &str = "command.ftl";

/// The file with the vocabulary for reading tables; not part of a report's messages.
pub const TABLES_FILE: &str = "tables.ftl";

/// The file with the descriptions in the JSON Schema of `report.toml`.
pub const SCHEMA_FILE: &str = "schema.ftl";

/// The file with the texts of the workbook to fill in.
pub const WORKBOOK_FILE: &str = "workbook.ftl";

/// The file with the comments of a report made from an office's table.
pub const IMPORT_FILE: &str = "import.ftl";

/// The file with what is said of the origins of texts.
pub const ORIGINS_FILE: &str = "origins.ftl";

/// The file with the descriptions of files, tables and columns in open data; part of a report's messages.
pub const OPEN_DATA_FILE: &str = "open-data.ftl";

/// The file with the words of the page that `nenpo serve` shows.
pub const DESK_FILE: &str = "desk.ftl";

/// The file with the words of web pages; part of a report's messages.
pub const HTML_FILE: &str = "html.ftl";

/// What precedes the names of built-in message files where they are named beside a report's own.
const BESIDE_OWN: &str = "nenpo/locales/";

/// The name of a built-in message file beside those of a report; `path` is below [`LOCALES`].
#[must_use]
pub fn name_of_messages(path: &str) -> String {
    format!("{BESIDE_OWN}{}", path.replace('\\', "/"))
}

/// The text of the built-in message file with such a name.
#[must_use]
pub fn messages_named(name: &str) -> Option<&'static str> {
    LOCALES.get_file(name.strip_prefix(BESIDE_OWN)?)?.contents_utf8()
}

/// The files in a language's folder that are not part of a report's messages.
pub const OWN_FILES: &[&str] =
    &[DIAGNOSTICS_FILE, COMMAND_FILE, TABLES_FILE, SCHEMA_FILE, WORKBOOK_FILE, IMPORT_FILE, ORIGINS_FILE, DESK_FILE];

/// The page that `nenpo serve` shows.
pub static DESK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/desk");

/// The report that `nenpo new` writes: files for every report, one folder per language with settings, and an example of
/// `report.json`.
pub static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/skeleton");

/// Built-in templates: one folder per template, and `lib` for shared files.
pub static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Built-in fonts with their licences.
pub static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// Every file below a folder with its relative path, sorted, with forward slashes.
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
