//! Reads PDFs back and verifies them against their attached data, against each other, and for consistency.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::check::check;
use super::comparison::{PrintedEdition, differences};
use super::lexicon::Lexicon;
use super::printed::{PrintedTable, printed_tables, printed_tables_of};
use super::recomputation::{Recomputation, recompute};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::locale::Words;
use crate::pdf::soundness::{self, Finding, Kind};
use crate::pdf::{Attachment, LARGEST_PDF, TaggedPdf};
use crate::report::{FiscalYear, Language};
use crate::resources::locale_files;
use crate::source::{Project, REPORT_FILE, Texts, open_named, unreadable};

/// The years recognised in a PDF without data.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// The result of a verification.
#[derive(Debug, Default)]
pub struct Verification {
    /// All problems.
    pub diagnostics: Diagnostics,
    /// The texts of attached files, to display diagnostics.
    pub texts: Texts,
    /// The PDFs whose printed values all follow from the attached data.
    pub verified: Vec<Verified>,
    /// The pairs of PDFs that agree.
    pub agreeing: Vec<Agreeing>,
}

/// A PDF that agrees with its data.
#[derive(Debug, Clone)]
pub struct Verified {
    /// The path.
    pub file: Arc<str>,
    /// The number of checked cells.
    pub cells: usize,
    /// The number of their tables.
    pub tables: usize,
}

/// Two PDFs whose tables agree.
#[derive(Debug, Clone)]
pub struct Agreeing {
    /// The path of the first.
    pub first: Arc<str>,
    /// The path of the other.
    pub other: Arc<str>,
    /// The number of rows.
    pub rows: usize,
    /// Whether one of them was verified against its data.
    pub is_verified: bool,
}

struct Printed {
    name: Arc<str>,
    pdf: TaggedPdf,
    tables: Vec<PrintedTable>,
}

/// Verifies PDFs; the first is also compared with each of the others.
#[must_use]
pub fn verify(files: &[PathBuf]) -> Verification {
    let mut verification = Verification::default();
    let read: Vec<_> = files.par_iter().map(|path| read(path)).collect();
    let mut documents = Vec::new();
    for document in read {
        match document {
            Ok(document) => documents.push(document),
            Err(problem) => verification.diagnostics.push(*problem),
        }
    }
    // Without data, PDFs can still be compared with each other.
    let is_alone = files.len() == 1;
    let lexicons = documents.iter().map(|document| verification.verify_one(document, is_alone)).collect();
    if documents.len() > 1 {
        verification.compare(&documents, lexicons);
    }
    verification
}

/// Tables and the data attached to them: of a whole document, or of a material in a packet.
struct Data {
    /// The name in messages.
    shown: Arc<str>,
    language: Option<String>,
    attachments: Vec<Attachment>,
    tables: Vec<PrintedTable>,
}

/// The data of the parts that have some, named as before they were joined; otherwise that of the document.
fn data_of(document: &Printed, attachments: Vec<Attachment>) -> Vec<Data> {
    let Printed { name, pdf, tables } = document;
    let parts = pdf.tags().descendants().into_iter().filter(|part| part.standard_role == "Part");
    let of_parts: Vec<Data> = parts
        .filter_map(|part| {
            let settings = part.files.iter().find(|file| file.ends_with(REPORT_FILE))?;
            let label = settings.strip_suffix(REPORT_FILE)?;
            let own = attachments.iter().filter(|attachment| part.files.contains(&attachment.name));
            let own = own.map(|attachment| {
                let name = attachment.name.strip_prefix(label).unwrap_or(&attachment.name).to_owned();
                Attachment { name, ..attachment.clone() }
            });
            Some(Data {
                shown: format!("{name} ({})", part.title.as_deref().unwrap_or_default()).into(),
                language: part.language.clone().or_else(|| pdf.language()),
                attachments: own.collect(),
                tables: printed_tables_of(part),
            })
        })
        .collect();
    if !of_parts.is_empty() {
        return of_parts;
    }
    vec![Data { shown: Arc::clone(name), language: pdf.language(), attachments, tables: tables.clone() }]
}

impl Verification {
    /// Verifies a PDF against its data and for consistency; returns the lexicon of its own messages, if attached.
    fn verify_one(&mut self, document: &Printed, is_alone: bool) -> Option<Lexicon> {
        let attachments = match document.pdf.attachments() {
            Ok(attachments) => attachments,
            Err(unreadable) => {
                self.diagnostics.push(unreadable.diagnostic(&document.name));
                return None;
            }
        };
        let found_before = self.diagnostics.found();
        let mut verified = Vec::new();
        let mut recomputed = Vec::new();
        for Data { shown, language, attachments, tables } in data_of(document, attachments) {
            if attachments.is_empty() && !is_alone {
                continue;
            }
            let (diagnostics, texts) = (&mut self.diagnostics, &mut self.texts);
            let recomputation = recompute(&shown, language.as_deref(), &attachments, diagnostics, texts);
            if let Some(Recomputation { data, is_built_in, .. }) = &recomputation {
                let check = check(&tables, data, *is_built_in);
                verified.push(Verified { file: Arc::clone(&shown), cells: check.cells, tables: check.tables });
                self.diagnostics.extend(check.mismatches.into_iter().map(|mismatch| mismatch.diagnostic(&shown)));
            }
            recomputed.extend(recomputation);
        }
        // A PDF that nenpo did not write has already been reported; further findings would not help.
        if !recomputed.is_empty() || self.diagnostics.found() == found_before {
            // Only the built-in templates are known to have page labels.
            let numbers_pages = recomputed.iter().any(|recomputed| recomputed.is_built_in);
            let is_wanted = |finding: &Finding| finding.kind != Kind::NoPageLabels || numbers_pages;
            let findings = soundness::findings(&document.pdf).into_iter().filter(is_wanted);
            self.diagnostics.extend(findings.map(|finding| finding.diagnostic(&document.name)));
        }
        if self.diagnostics.found() == found_before {
            self.verified.extend(verified);
        }
        // The materials of a packet have messages of their own.
        let mut recomputed = recomputed.into_iter();
        recomputed.next().filter(|_| recomputed.len() == 0).map(|recomputed| recomputed.lexicon)
    }

    fn compare(&mut self, documents: &[Printed], mut lexicons: Vec<Option<Lexicon>>) {
        // Messages known to only one of them would look like differences, so fall back to the built-in messages for
        // all.
        if lexicons.iter().any(Option::is_none) {
            let own = documents.iter().map(|document| lexicon_of(&document.pdf, &document.name, &mut self.diagnostics));
            lexicons = own.collect();
        }
        let mut editions = documents.iter().zip(&lexicons).filter_map(|(document, lexicon)| {
            Some((document, PrintedEdition { tables: &document.tables, lexicon: lexicon.as_ref()? }))
        });
        let Some((first, edition)) = editions.next() else { return };
        for (other, compared) in editions {
            let place = Place::whole(&other.name);
            let found = differences(edition, compared, &first.name, &other.name);
            if found.is_empty() {
                let is_verified = |name: &Arc<str>| self.verified.iter().any(|verified| verified.file == *name);
                self.agreeing.push(Agreeing {
                    first: Arc::clone(&first.name),
                    other: Arc::clone(&other.name),
                    rows: first.tables.iter().map(|table| table.rows.len()).sum(),
                    is_verified: is_verified(&first.name) || is_verified(&other.name),
                });
            }
            self.diagnostics
                .extend(found.into_iter().map(|problem| Diagnostic { place: Some(place.clone()), ..problem }));
        }
    }
}

fn read(path: &Path) -> Result<Printed, Box<Diagnostic>> {
    let name: Arc<str> = path.display().to_string().replace('\\', "/").into();
    let place = Place::whole(&name);
    let bytes = match read_bounded(path) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            let most = LARGEST_PDF / (1024 * 1024);
            return Err(Box::new(
                Diagnostic::at(Code::FileTooLarge, &place).with("part", "file").with("file", &name).with("most", most),
            ));
        }
        Err(error) => return Err(Box::new(unreadable(&place, &name, &error))),
    };
    let pdf = TaggedPdf::read_from_elsewhere(&bytes).map_err(|problem| Box::new(problem.diagnostic(&name)))?;
    let tables = printed_tables(&pdf);
    Ok(Printed { name, pdf, tables })
}

/// `None` if the file is too large.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_named(path)?.take(LARGEST_PDF + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= LARGEST_PDF))
}

/// The lexicon of the built-in messages in the PDF's language.
fn lexicon_of(pdf: &TaggedPdf, file: &Arc<str>, diagnostics: &mut Diagnostics) -> Option<Lexicon> {
    let place = Place::whole(file);
    let language = pdf.language().and_then(|tag| Language::new(&tag)).unwrap_or_default();
    let mut project = Project::of_files(BTreeMap::new());
    let files = locale_files(&mut project, &Located::new(language.clone(), place), diagnostics)?;
    let words = Words::new(language, &files, Arc::new(|_, _| true));
    Some(Lexicon::new(&words, YEARS.filter_map(FiscalYear::new)))
}
