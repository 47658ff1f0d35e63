//! Warns of files in a report's folder that are not read, except leftovers. Tables are checked where they are read.

use std::collections::BTreeSet;

use super::fonts::FONT_EXTENSIONS;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark, nearest};
use crate::embedded;
use crate::report::{Language, Report};
use crate::source::{Project, REPORT_FILE, has_extension, is_leftover};
use crate::unicode::composed;

const FOLDERS: [&str; 5] = ["data", "locales", "figures", "templates", "fonts"];

/// The default output folder.
const OUT: &str = "out";

/// The schema by which editors complete the keys of `report.toml`.
const SCHEMA: &str = "report.schema.json";

/// The folder that templates share.
const LIBRARY: &str = "lib";

/// Adds problems of folders that cannot be listed, and warns of files that are not read.
pub fn check_unread(project: &Project, report: Option<&Report>, diagnostics: &mut Diagnostics) {
    // Something with an error may refer to a file that seems unused.
    let can_tell_unused = !diagnostics.has_errors();
    // A folder that is not a report's is a separate problem.
    if !project.has(REPORT_FILE) {
        return;
    }
    // Those of data/ are reported where its tables are read.
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

    /// Whether a file is a leftover; if so, adds a remark.
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
            let known = Language::new(tag);
            let meant = known.as_ref().and_then(Language::meant).map(|meant| meant.to_string());
            let language = known.filter(Language::is_known).map(|language| language.to_string());
            let part = match &language {
                None => "language",
                Some(language) if language != tag => "spelling",
                // Messages for tables are read in every language.
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
                let spelling = language.filter(|language| language != tag);
                self.add(&folder, part, spelling.or(meant.filter(|_| part == "language")).as_deref());
            }
        }
    }

    fn figures(&mut self, project: &Project, report: &Report) {
        let shown: BTreeSet<String> = shown(report).collect();
        let mut others: Vec<String> = project.all_files_below("figures");
        others.retain(|file| !shown.contains(&composed(file)) && !self.is_passed_over(file));
        others.iter().for_each(|file| self.add(file, "figure", None));
    }

    fn fonts(&mut self, project: &Project) {
        for file in project.all_files_below("fonts") {
            let is_hidden = file.split('/').any(|part| part.starts_with('.'));
            // Licence texts of fonts have many names.
            let is_text = has_extension(&file, &["txt", "md"]);
            if !self.is_passed_over(&file) && !is_text && (is_hidden || !has_extension(&file, &FONT_EXTENSIONS)) {
                self.add(&file, "font", None);
            }
        }
    }

    /// Warns of what no template can read; a template may import any file.
    fn templates(&mut self, project: &Project, report: &Report) {
        let files = project.all_files_below("templates");
        let used: BTreeSet<&str> =
            report.settings.editions.iter().map(|edition| edition.template.value.as_str()).collect();
        let built_in: BTreeSet<String> =
            embedded::files_below(&embedded::TEMPLATES).into_iter().map(|(path, _)| path).collect();
        let has_code = files.iter().any(|file| has_extension(file, &["typ"]));
        let mut named = BTreeSet::new();
        for file in files {
            let below = composed(file.strip_prefix("templates/").unwrap_or(&file));
            if self.is_passed_over(&file) || built_in.contains(&below) {
                continue;
            }
            let folder = below.split_once('/').map(|(folder, _)| folder);
            let is_known = folder.is_none_or(|folder| {
                folder == LIBRARY || used.contains(folder) || embedded::TEMPLATES.get_dir(folder).is_some()
            });
            // A custom template may import any file.
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
        let shown: Vec<String> = report.into_iter().flat_map(shown).collect();
        let packaged = project.packaged();
        for file in files {
            let is_known = file == REPORT_FILE || file == SCHEMA || packaged.contains(&file);
            // Notes such as a README may accompany a report.
            let is_note = has_extension(&file, &["md", "rst", "adoc"]);
            let is_read = is_known || is_note || shown.contains(&composed(&file));
            if !is_read && !self.is_passed_over(&file) {
                self.add(&file, "other", nearest(&file, &[REPORT_FILE]));
            }
        }
        for folder in folders.into_iter().filter(|folder| !folder.starts_with('.')) {
            let begins =
                |file: &str, with: String| file.strip_prefix(&folder).is_some_and(|rest| rest.starts_with(&with));
            let is_read = FOLDERS.contains(&folder.as_str())
                || folder == OUT
                || shown.iter().any(|figure| figure.starts_with(&format!("{}/", composed(&folder))));
            // Names of output files begin with the report's identifier, wherever they were written.
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

/// The paths of the figures that are shown, with composed characters.
fn shown(report: &Report) -> impl Iterator<Item = String> {
    let figures = report.settings.highlights.iter().filter_map(|highlight| highlight.figure.as_ref());
    figures.chain(&report.settings.look.logo).map(|figure| composed(&figure.value))
}
