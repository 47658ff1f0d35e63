//! Reports files in the data folder that are not tables, except common leftovers of programs.

use super::workbook;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};

pub(super) const TEXTS: [&str; 3] = ["csv", "tsv", "txt"];

/// Extensions that are clearly not data. All other files in the data folder are expected to be tables.
const OTHERS: &[&str] = &[
    "adoc", "bat", "bmp", "css", "doc", "docx", "emf", "eps", "gif", "heic", "html", "jpeg", "jpg", "jtd", "lnk",
    "lock", "log", "md", "msg", "odp", "odt", "pdf", "pl", "png", "ppt", "pptx", "ps1", "psd", "py", "r", "rb", "rst",
    "rtf", "sh", "svg", "tif", "tiff", "toml", "typ", "url", "webp", "yaml", "yml",
];

/// Files that programs and version control leave in folders.
const LEFTOVERS: &[&str] = &[
    ".directory",
    ".ds_store",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".keep",
    ".localized",
    "desktop.ini",
    "ehthumbs.db",
    "thumbs.db",
];

/// Prefixes of files that programs leave: locks of open documents, macOS metadata, and unfinished builds.
const BEGINNINGS: &[&str] = &["~$", ".~lock.", "._", ".nenpo-"];

/// Ends of the names of files that programs leave or rename when they have saved: those of editors, and of spreadsheet
/// programs.
const ENDS: &[&str] = &["~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".crdownload", ".part"];

const FOLDERS: &[&str] = &[".git", ".github", ".hg", ".idea", ".svn", ".vscode", "@eadir", "__macosx"];

/// Names, without extension, of files that explain a folder.
const EXPLANATIONS: &[&str] = &["copying", "licence", "license", "notice", "ofl", "readme"];

/// Whether a file is left by a program, or only explains a folder.
#[must_use]
pub fn is_leftover(file: &str) -> bool {
    let file = file.to_lowercase();
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", &file));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    LEFTOVERS.contains(&name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end))
        || is_of_saving(name)
        || folder.split('/').chain([name]).any(|part| FOLDERS.contains(&part))
        || (EXPLANATIONS.contains(&stem) && ["", "md", "txt", "rst", "adoc"].contains(&extension))
}

/// Whether a file exists only while another one is saved: that of Vim, with which it tries a folder; those of Emacs, between
/// number signs; those of Excel, with eight hexadecimal digits.
fn is_of_saving(name: &str) -> bool {
    let is_hexadecimal = name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    // Neither dates nor words.
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let is_between = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    name == "4913" || is_between || name.starts_with(".#") || (is_hexadecimal && (3..8).contains(&digits))
}

pub(super) fn is_table(file: &str) -> bool {
    let extension = extension(file);
    TEXTS.iter().chain(workbook::EXTENSIONS).any(|known| extension.eq_ignore_ascii_case(known))
}

pub(super) fn extension(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// An error if the file was probably meant to be a table. `tables` has the name of each table and its synonyms.
pub(super) fn diagnostic(file: &str, tables: &[(&str, Vec<&str>)]) -> Diagnostic {
    let place = Place::whole(&file.into());
    let ending = extension(file);
    if OTHERS.iter().any(|other| ending.eq_ignore_ascii_case(other)) {
        return Diagnostic::at(Code::UnreadFile, &place).with("part", "data").with("file", file);
    }
    let problem = Diagnostic::at(Code::UnreadData, &place).with("file", file);
    if !is_table(file) {
        return problem.with("part", "format");
    }
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.strip_suffix(ending).unwrap_or(name).trim_end_matches('.');
    let is_named = |(_, words): &&(&str, Vec<&str>)| words.iter().any(|word| word.eq_ignore_ascii_case(stem));
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    let meant = tables.iter().find(is_named).map(|(name, _)| *name).or_else(|| nearest(stem, &names));
    let meant = meant.map(|table| format!("data/{table}.{ending}"));
    problem.with("part", "name").with("extension", ending).with_nearest(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_is_known() {
        for file in [
            "data/~$m.xlsx",
            "data/actuals/.DS_Store",
            "data/Thumbs.db",
            "data/__MACOSX/._m.xlsx",
            ".git/HEAD",
            "data/README.md",
            "fonts/OFL.txt",
            "data/.~lock.m.ods#",
            "data/m.csv~",
            "data/.m.csv.swp",
            "data/4913",
            "data/#m.csv#",
            "data/.#m.csv",
            "data/5A6F1B20",
            "data/5A6F1B20.tmp",
        ] {
            assert!(is_leftover(file), "{file}");
        }
        for file in [
            "data/m.xlsx",
            "data/readme.csv",
            "data/.m.csv",
            "data/actuals",
            "data/20240401",
            "data/20240401.csv",
            "data/#m.csv",
            "data/decade",
            "locales/ja/report.ftl.bak",
        ] {
            assert!(!is_leftover(file), "{file}");
        }
    }

    #[test]
    fn what_was_meant_as_data_is_an_error_and_the_rest_a_warning() {
        let tables = [("indicators", vec!["指標"]), ("actuals", vec!["実績"])];
        for file in ["m.xlsb", "m.numbers", "m.csv.bak", "m", "m.CSV", "m.zip", "actuals2.csv", "指標.xlsx", ".m.csv"]
        {
            assert_eq!(diagnostic(&format!("data/{file}"), &tables).code, Code::UnreadData, "{file}");
        }
        for file in ["m.pdf", "m.docx", "m.PNG", "m.md"] {
            assert_eq!(diagnostic(&format!("data/{file}"), &tables).code, Code::UnreadFile, "{file}");
        }
        let meant = |file| diagnostic(file, &tables).argument("nearest").map(str::to_owned);
        assert_eq!(meant("data/actual.csv").as_deref(), Some("data/actuals.csv"));
        assert_eq!(meant("data/指標.xlsx").as_deref(), Some("data/indicators.xlsx"));
        assert_eq!(meant("data/water.xlsx"), None);
    }
}
