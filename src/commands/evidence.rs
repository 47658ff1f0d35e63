//! What a PDF carries of the data that it was made of → the data of its edition, computed anew.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use typst::foundations::Bytes;

use super::resources::{locale_files, typeface};
use super::vocabulary::vocabulary;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Severity};
use crate::embedded;
use crate::locale::Words;
use crate::open_data::{self, Table};
use crate::payload::{self, Data, Ingredients};
use crate::pdf::Attachment;
use crate::report::{Language, Look, Report};
use crate::source::{self, Project, REPORT_FILE, Texts};
use crate::typeset::{FontFile, Fonts, MANIFEST_FILE, Template};
use crate::verification::Lexicon;

/// The template whose data has everything that tables of the built-in templates print.
const TEMPLATE: &str = "report";

/// The attached table whose figures follow from the others.
const COMPUTED: &str = "progress";

/// What was attached to a PDF, computed anew.
pub(super) struct Evidence {
    /// What the edition's tables may say.
    pub(super) data: Data,
    /// What the words of its language mean.
    pub(super) lexicon: Lexicon,
}

/// Reads the attachments as the report that they are; faults are shown in the attached files.
pub(super) fn evidence(
    file: &Arc<str>,
    attachments: &[Attachment],
    diagnostics: &mut Diagnostics,
    texts: &mut Texts,
) -> Option<Evidence> {
    let names: Vec<&str> = attachments.iter().map(|attachment| attachment.name.as_str()).collect();
    let language = names.iter().find_map(|name| Language::new(name.strip_suffix(".ftl")?));
    let has = |name: &str| names.contains(&name);
    let Some(language) = language.filter(|_| [REPORT_FILE, "indicators.csv", "actuals.csv"].into_iter().all(has))
    else {
        let code = if names.is_empty() { Code::NoAttachedData } else { Code::ForeignAttachment };
        let place = Place::whole(file);
        diagnostics.push(Diagnostic::at(code, &place).with("file", file).with("names", names.join(", ")));
        return None;
    };
    let files = attachments.iter().filter_map(|attachment| Some((path_of(&attachment.name)?, attachment.data.clone())));
    let mut project = Project::of_files(files.collect());
    let mut found = Diagnostics::default();
    let evidence = compute(&mut project, language, attachments, &mut found);
    // Faults are shown under the names of the attachments.
    let inside = |path: &Arc<str>| -> Arc<str> {
        let name = names.iter().find(|name| path_of(name).is_some_and(|known| known == **path));
        format!("{file}/{}", name.copied().unwrap_or(path)).into()
    };
    texts.extend(project.texts().iter().map(|(name, text)| (inside(name), Arc::clone(text))));
    diagnostics.extend(found.into_iter().filter(|fault| fault.code.severity() == Severity::Error).map(|mut fault| {
        for place in fault.place.iter_mut().chain(&mut fault.related) {
            place.file = inside(&place.file);
        }
        fault
    }));
    evidence
}

/// Returns where a report's folder has an attached file; none for files that no report reads.
fn path_of(name: &str) -> Option<String> {
    match name.rsplit_once('.')? {
        _ if name == REPORT_FILE => Some(name.to_owned()),
        ("indicators" | "actuals", "csv") => Some(format!("data/{name}")),
        (tag, "ftl") if Language::new(tag).is_some() => Some(format!("locales/{tag}/words.ftl")),
        _ => None,
    }
}

/// Puts the report into words as its edition did, without what tables do not show: figures and looks.
fn compute(
    project: &mut Project,
    language: Language,
    attachments: &[Attachment],
    diagnostics: &mut Diagnostics,
) -> Option<Evidence> {
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
    let words = Words::new(language, &files, Arc::new(|_| true));
    let data = data(&report, &words, &place, diagnostics);
    diagnostics.extend(words.take_faults());
    if diagnostics.has_errors() {
        return None;
    }
    let tables = open_data::tables(&report, &[&words]);
    diagnostics.extend(computed_otherwise(&tables, attachments, project));
    let lexicon = Lexicon::new(&words, report.years());
    Some(Evidence { data: data?, lexicon })
}

fn data(report: &Report, words: &Words, place: &Place, diagnostics: &mut Diagnostics) -> Option<Data> {
    let built_in = |tree| -> BTreeMap<String, Bytes> {
        embedded::files_below(tree).into_iter().map(|(path, data)| (path, Bytes::new(data))).collect()
    };
    let template = Template::new(TEMPLATE, &built_in(&embedded::TEMPLATES)).ok()?;
    let families = template.theme.families(words.language());
    let files = built_in(&embedded::FONTS).into_iter().map(|(name, data)| FontFile { name, data }).collect();
    let (fonts, _) = Fonts::new(files);
    let typeface = typeface(&families, &fonts, |_| place.clone(), diagnostics)?;
    let payload = payload::build(Ingredients {
        report,
        words,
        template: &template,
        template_place: place,
        families: &families,
        typeface: &typeface,
        figures: &BTreeMap::new(),
        material: None,
    });
    Some(payload.data)
}

/// Returns the fault of attached figures that were computed and are not what the attached data gives, at the first row.
fn computed_otherwise(tables: &[Table], attachments: &[Attachment], project: &mut Project) -> Option<Diagnostic> {
    let table = tables.iter().find(|table| table.name == COMPUTED)?;
    let name = format!("{COMPUTED}.csv");
    let attached = attachments.iter().find(|attachment| attachment.name == name)?;
    let (attached, given) = (String::from_utf8_lossy(&attached.data).into_owned(), open_data::csv(table));
    let same =
        attached.split_inclusive('\n').zip(given.split_inclusive('\n')).take_while(|(line, other)| line == other);
    let start: usize = same.map(|(line, _)| line.len()).sum();
    if attached == given {
        return None;
    }
    let (line, wanted) = [&attached, &given].map(|text| text[start..].lines().next().unwrap_or_default()).into();
    let file: Arc<str> = name.as_str().into();
    project.remember(&file, &attached.as_str().into());
    let place = Place::text(&file, start..start + line.len());
    Some(Diagnostic::at(Code::AttachmentMismatch, &place).with("name", name).with("given", wanted))
}
