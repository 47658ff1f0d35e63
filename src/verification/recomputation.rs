//! Recomputes the data of an edition from the attachments of its PDF.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use typst::foundations::Bytes;

use super::expected::HEADS;
use super::lexicon::Lexicon;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Severity};
use crate::embedded;
use crate::locale::Words;
use crate::open_data::{self, DESCRIPTOR_FILE, Table};
use crate::payload::{self, Data, Fit, Ingredients};
use crate::pdf::Attachment;
use crate::report::{Language, Look, Report};
use crate::resources::{locale_files, typeface, vocabulary};
use crate::source::{self, Project, REPORT_FILE, Texts};
use crate::typeset::{FontFile, Fonts, MANIFEST_FILE, Template};

/// A template whose data covers all tables of built-in templates.
const TEMPLATE: &str = "report";

const MOST_SHOWN: usize = 10;

/// The path of the attached messages in a report's folder.
const WORDS_FILE: &str = "words.ftl";

pub(super) struct Recomputation {
    pub(super) data: Data,
    pub(super) lexicon: Lexicon,
    pub(super) is_built_in: bool,
    /// The expected attachments besides the messages.
    names: Vec<String>,
}

impl Recomputation {
    fn is_ours(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }
}

/// Reads the attachments as a report; diagnostics are about the attached files.
pub(super) fn recompute(
    file: &Arc<str>,
    language: Option<&str>,
    attachments: &[Attachment],
    diagnostics: &mut Diagnostics,
    texts: &mut Texts,
) -> Option<Recomputation> {
    let names: Vec<&str> = attachments.iter().map(|attachment| attachment.name.as_str()).collect();
    let problem = |code: Code, names: &[&str]| {
        let more = if names.len() > MOST_SHOWN { ", …" } else { "" };
        let shown = names[..names.len().min(MOST_SHOWN)].join(", ");
        Diagnostic::at(code, &Place::whole(file)).with("file", file).with("names", shown + more)
    };
    // Of two files with the same name, this would read one and a viewer might show the other.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    names.iter().for_each(|name| *counts.entry(name.to_ascii_lowercase()).or_default() += 1);
    let is_alone = |name: &&str| counts.get(&name.to_ascii_lowercase()) == Some(&1);
    let (alone, twice): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_alone(name));
    let has = |name: &str| alone.contains(&name);
    let language = language.and_then(Language::new).filter(|language| has(&format!("{language}.ftl")));
    let Some(language) = language.filter(|_| [REPORT_FILE, "indicators.csv", "actuals.csv"].into_iter().all(has))
    else {
        let code = if names.is_empty() { Code::NoAttachedData } else { Code::ForeignAttachment };
        diagnostics.push(problem(code, &names));
        return None;
    };
    if !twice.is_empty() {
        diagnostics.push(problem(Code::ForeignAttachment, &twice));
    }
    let files = attachments.iter().filter_map(|attachment| Some((path_of(&attachment.name)?, attachment.data.clone())));
    let mut project = Project::of_files(files.collect());
    let mut found = Diagnostics::default();
    let recomputation = compute(&mut project, language.clone(), attachments, &mut found);
    if let Some(recomputation) = &recomputation {
        let others: Vec<&str> = names.iter().copied().filter(|name| !recomputation.is_ours(name)).collect();
        if !others.is_empty() {
            diagnostics.push(problem(Code::ForeignAttachment, &others));
        }
    }
    // Diagnostics have the names of the attachments.
    let paths: BTreeMap<String, &str> = names.iter().filter_map(|name| Some((path_of(name)?, *name))).collect();
    let inside =
        |path: &Arc<str>| -> Arc<str> { format!("{file}/{}", paths.get(&**path).copied().unwrap_or(path)).into() };
    texts.extend(project.texts().iter().map(|(name, text)| (inside(name), Arc::clone(text))));
    diagnostics.extend(found.into_iter().filter(|problem| problem.code.severity() == Severity::Error).map(
        |mut problem| {
            for place in problem.place.iter_mut().chain(&mut problem.related) {
                place.file = inside(&place.file);
            }
            problem
        },
    ));
    recomputation
}

/// The path of an attachment in a report's folder; `None` if no report reads such a file.
fn path_of(name: &str) -> Option<String> {
    match name.rsplit_once('.')? {
        _ if name == REPORT_FILE => Some(name.to_owned()),
        ("indicators" | "actuals", "csv") => Some(format!("data/{name}")),
        (tag, "ftl") if Language::new(tag).is_some() => Some(format!("locales/{tag}/{WORDS_FILE}")),
        _ => None,
    }
}

/// Computes the data like the edition itself, without figures and theme changes, which tables do not show.
fn compute(
    project: &mut Project,
    language: Language,
    attachments: &[Attachment],
    diagnostics: &mut Diagnostics,
) -> Option<Recomputation> {
    let again = project.reopened();
    let vocabulary = LazyCell::new(|| vocabulary(again));
    let mut report = source::read(project, &vocabulary, diagnostics)?;
    report.settings.highlights.clear();
    report.settings.look = Look::default();
    let place = Place::whole(&MANIFEST_FILE.into());
    let files = locale_files(project, &Located::new(language.clone(), place.clone()), diagnostics)?;
    if diagnostics.has_errors() {
        return None;
    }
    let words = Words::new(language, &files, Arc::new(|_, _| true));
    let data = data(&report, &words, &place, diagnostics);
    let found = words.finish();
    diagnostics.append(found.problems);
    if diagnostics.has_errors() {
        return None;
    }
    let words = Words::of(found.messages);
    let tables = open_data::tables(&report, &[&words]);
    for table in &tables {
        diagnostics.extend(attached_otherwise(table, attachments, project));
    }
    let others = [REPORT_FILE, DESCRIPTOR_FILE, &open_data::document_name(&report.settings.id)].map(str::to_owned);
    let languages = report.settings.languages().into_iter().map(|language| format!("{}.ftl", language.value));
    let names = tables.iter().map(|table| format!("{}.csv", table.name)).chain(others).chain(languages).collect();
    let lexicon = Lexicon::new(&words, report.years());
    let is_built_in =
        report.settings.editions.iter().all(|edition| embedded::TEMPLATES.get_dir(&edition.template.value).is_some());
    Some(Recomputation { data: data?, lexicon, is_built_in, names })
}

fn data(report: &Report, words: &Words, place: &Place, diagnostics: &mut Diagnostics) -> Option<Data> {
    let built_in = |tree| -> BTreeMap<String, Bytes> {
        embedded::files_below(tree).into_iter().map(|(path, data)| (path, Bytes::new(data))).collect()
    };
    let mut template = Template::new(TEMPLATE, &built_in(&embedded::TEMPLATES)).ok()?;
    // Every template has its own column heads for the same values.
    template.manifest.words = HEADS.iter().map(|(key, _)| (*key).to_owned()).collect();
    let families = template.theme.families(words.language());
    let files = built_in(&embedded::FONTS).into_iter().map(|(name, data)| FontFile { name, data }).collect();
    let (fonts, _) = Fonts::new(files);
    let typeface = typeface(&families, &fonts, |_| place.clone(), diagnostics)?;
    let report = &*payload::in_units_of(words, report);
    let fit = Fit::roomy(report);
    let figures = BTreeMap::new();
    let ingredients = Ingredients {
        report,
        words,
        template: &template,
        template_place: place,
        families: &families,
        typeface: &typeface,
        figures: &figures,
        material: None,
        fit: &fit,
    };
    payload::cite(ingredients);
    Some(payload::data(ingredients))
}

/// A diagnostic for an attached table that differs from the recomputed one, at the first different row. Tables with
/// text in languages that the PDF does not contain are skipped.
fn attached_otherwise(table: &Table, attachments: &[Attachment], project: &mut Project) -> Option<Diagnostic> {
    let name = format!("{}.csv", table.name);
    let file: Arc<str> = name.as_str().into();
    let problem = |place: &Place, kind: &str| {
        Some(Diagnostic::at(Code::AttachmentMismatch, place).with("name", &name).with("kind", kind))
    };
    let Some(attached) = attachments.iter().find(|attachment| attachment.name == name) else {
        return problem(&Place::whole(&file), "file");
    };
    let (attached, given) = (String::from_utf8_lossy(&attached.data).into_owned(), open_data::csv(table));
    if attached == given || attached.lines().next() != given.lines().next() {
        return None;
    }
    let same =
        attached.split_inclusive('\n').zip(given.split_inclusive('\n')).take_while(|(line, other)| line == other);
    let start: usize = same.map(|(line, _)| line.len()).sum();
    let line_at = |text: &str| text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().to_owned();
    let (line, wanted) = (line_at(&attached), line_at(&given));
    project.remember(&file, &attached.as_str().into());
    let kind = match (line.is_empty(), wanted.is_empty()) {
        (true, _) => "missing",
        (_, true) => "extra",
        _ => "row",
    };
    problem(&Place::text(&file, start..start + line.len()), kind).map(|problem| problem.with("given", wanted))
}
