//! What lies in a report's folder and is not read: every file is read, named as a warning, or a leftover of programs. The
//! folder of tables is looked after where tables are read.

use std::collections::BTreeSet;
use std::path::Path;

use super::fonts::FONT_EXTENSIONS;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark, nearest};
use crate::embedded;
use crate::report::{Language, Report};
use crate::source::{Project, REPORT_FILE, is_leftover};

/// The folders of a report.
const FOLDERS: [&str; 5] = ["data", "locales", "figures", "templates", "fonts"];

/// The folder that files are written to where none is named.
const OUT: &str = "out";

/// The file by which editors know the keys of `report.toml`.
const SCHEMA: &str = "report.schema.json";

/// What templates share.
const LIBRARY: &str = "lib";

/// Adds the problems of what cannot be looked at, and of what is not read.
pub fn check_unread(project: &Project, report: Option<&Report>, diagnostics: &mut Diagnostics) {
    // What only something with problems refers to is not unused.
    let can_tell_unused = !diagnostics.has_errors();
    // Another folder than a report's is a problem of its own.
    if !project.has(REPORT_FILE) {
        return;
    }
    // Those of data/ are said where its tables are read.
    for folder in FOLDERS.iter().skip(1) {
        diagnostics.extend(project.problems_below(folder));
    }
    let mut unread = Unread { diagnostics };
    unread.locales(project, report.filter(|_| can_tell_unused));
    if let Some(report) = report.filter(|_| can_tell_unused) {
        unread.figures(project, report);
        unread.templates(project, report);
    }
    unread.fonts(project);
    unread.top(project, report);
}

struct Unread<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl Unread<'_> {
    fn add(&mut self, file: &str, part: &str, probable: Option<&str>) {
        let problem = Diagnostic::at(Code::UnreadFile, &Place::whole(&file.into())).with("part", part);
        self.diagnostics.push(problem.with("file", file).with_nearest(probable));
    }

    /// Returns whether a file is a leftover, which is noted.
    fn is_passed_over(&mut self, file: &str) -> bool {
        let is_passed_over = is_leftover(file);
        if is_passed_over {
            self.diagnostics.note(Remark::new("fact-leftover").with("file", file));
        }
        is_passed_over
    }

    fn locales(&mut self, project: &Project, report: Option<&Report>) {
        let used: Option<BTreeSet<String>> = report
            .map(|report| report.settings.languages().into_iter().map(|language| language.value.to_string()).collect());
        let mut named = BTreeSet::new();
        for file in project.all_files_below("locales") {
            if self.is_passed_over(&file) {
                continue;
            }
            let below = file.strip_prefix("locales/").unwrap_or(&file);
            let Some((tag, name)) = below.split_once('/') else {
                self.add(&file, "words", None);
                continue;
            };
            let folder = format!("locales/{tag}");
            let language = Language::new(tag).map(|language| language.to_string());
            let part = match &language {
                None => "language",
                Some(language) if language != tag => "spelling",
                // Words for tables are read in every language.
                Some(_) if name == embedded::TABLES_FILE => continue,
                Some(language) if used.as_ref().is_some_and(|used| !used.contains(language)) => "edition",
                Some(_) => {
                    let is_hidden = name.split('/').any(|part| part.starts_with('.'));
                    if is_hidden || !has_extension(name, &["ftl"]) {
                        self.add(&file, "words", None);
                    }
                    continue;
                }
            };
            if named.insert(folder.clone()) {
                self.add(&folder, part, language.filter(|language| language != tag).as_deref());
            }
        }
    }

    fn figures(&mut self, project: &Project, report: &Report) {
        let shown: BTreeSet<&str> = shown(report).collect();
        let mut others: Vec<String> = project.all_files_below("figures");
        others.retain(|file| !shown.contains(file.as_str()) && !self.is_passed_over(file));
        others.iter().for_each(|file| self.add(file, "figure", None));
    }

    fn fonts(&mut self, project: &Project) {
        for file in project.all_files_below("fonts") {
            let is_hidden = file.split('/').any(|part| part.starts_with('.'));
            // Licences come with fonts under many names.
            let is_text = has_extension(&file, &["txt", "md"]);
            if !self.is_passed_over(&file) && !is_text && (is_hidden || !has_extension(&file, &FONT_EXTENSIONS)) {
                self.add(&file, "font", None);
            }
        }
    }

    /// Names what no template can read: what templates import is theirs to say.
    fn templates(&mut self, project: &Project, report: &Report) {
        let files = project.all_files_below("templates");
        let used: BTreeSet<&str> =
            report.settings.editions.iter().map(|edition| edition.template.value.as_str()).collect();
        let built_in: BTreeSet<String> =
            embedded::files_below(&embedded::TEMPLATES).into_iter().map(|(path, _)| path).collect();
        let has_code = files.iter().any(|file| has_extension(file, &["typ"]));
        let mut named = BTreeSet::new();
        for file in files {
            let below = file.strip_prefix("templates/").unwrap_or(&file);
            if self.is_passed_over(&file) || built_in.contains(below) {
                continue;
            }
            let folder = below.split_once('/').map(|(folder, _)| folder);
            let is_known = folder.is_none_or(|folder| {
                folder == LIBRARY || used.contains(folder) || embedded::TEMPLATES.get_dir(folder).is_some()
            });
            // A template of its own may import what it likes.
            let is_own = used.iter().any(|name| embedded::TEMPLATES.get_dir(name).is_none());
            match folder {
                Some(folder) if !is_known && !is_own => {
                    let used: Vec<&str> = used.iter().copied().collect();
                    if named.insert(folder.to_owned()) {
                        self.add(&format!("templates/{folder}"), "template", nearest(folder, &used));
                    }
                }
                _ if !has_code => self.add(&file, "template", None),
                _ => {}
            }
        }
    }

    fn top(&mut self, project: &Project, report: Option<&Report>) {
        let (files, folders) = project.top();
        let shown: Vec<&str> = report.into_iter().flat_map(shown).collect();
        let packaged = project.packaged();
        for file in files {
            let is_known = file == REPORT_FILE || file == SCHEMA || packaged.contains(&file);
            // Notes about a report explain it as a README does.
            let is_note = has_extension(&file, &["md", "rst", "adoc"]);
            let is_read = is_known || is_note || shown.contains(&file.as_str());
            if !is_read && !self.is_passed_over(&file) {
                self.add(&file, "other", nearest(&file, &[REPORT_FILE]));
            }
        }
        for folder in folders.into_iter().filter(|folder| !folder.starts_with('.')) {
            let begins =
                |file: &str, with: String| file.strip_prefix(&folder).is_some_and(|rest| rest.starts_with(&with));
            let is_read = FOLDERS.contains(&folder.as_str())
                || folder == OUT
                || shown.iter().any(|figure| begins(figure, "/".to_owned()));
            // What a report has become begins with its identifier, wherever it was written.
            let is_written = || {
                let beginning = report.map(|report| format!("/{}-", report.settings.id));
                let files = project.all_files_below(&folder);
                beginning.is_some_and(|beginning| files.iter().any(|file| begins(file, beginning.clone())))
            };
            if !is_read && !self.is_passed_over(&folder) && !is_written() {
                self.add(&folder, "folder", nearest(&folder, &FOLDERS));
            }
        }
    }
}

/// Returns the pictures that a report shows.
fn shown(report: &Report) -> impl Iterator<Item = &str> {
    let figures = report.settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    figures.chain(&report.settings.look.logo).map(|figure| figure.value.as_str())
}

fn has_extension(file: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(file).extension();
    extension.is_some_and(|found| extensions.iter().any(|known| found.eq_ignore_ascii_case(known)))
}
