//! Reads PDFs back and verifies them against their attached data, against each other, and for consistency.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::check::check;
use super::comparison::{PrintedEdition, differences};
use super::lexicon::Lexicon;
use super::printed::{PrintedTable, printed_tables};
use super::recomputation::{Recomputation, recompute};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::locale::Words;
use crate::pdf::soundness::{self, Finding, Kind};
use crate::pdf::{LARGEST_PDF, TaggedPdf};
use crate::report::{FiscalYear, Language};
use crate::resources::locale_files;
use crate::source::{Project, Texts, open_named, unreadable};

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

impl Verification {
    /// Verifies a PDF against its data and for consistency; returns the lexicon of its own messages, if attached.
    fn verify_one(&mut self, document: &Printed, is_alone: bool) -> Option<Lexicon> {
        let Printed { name, pdf, tables } = document;
        let attachments = match pdf.attachments() {
            Ok(attachments) => attachments,
            Err(unreadable) => {
                self.diagnostics.push(unreadable.diagnostic(name));
                return None;
            }
        };
        let found_before = self.diagnostics.found();
        let mut verified = None;
        let mut recomputed = None;
        if !attachments.is_empty() || is_alone {
            let language = pdf.language();
            let (diagnostics, texts) = (&mut self.diagnostics, &mut self.texts);
            recomputed = recompute(name, language.as_deref(), &attachments, diagnostics, texts);
        }
        if let Some(Recomputation { data, is_built_in, .. }) = &recomputed {
            let check = check(tables, data, *is_built_in);
            verified = Some(Verified { file: Arc::clone(name), cells: check.cells, tables: check.tables });
            self.diagnostics.extend(check.mismatches.into_iter().map(|mismatch| mismatch.diagnostic(name)));
        }
        // A PDF that nenpo did not write has already been reported; further findings would not help.
        if recomputed.is_some() || self.diagnostics.found() == found_before {
            // Only the built-in templates are known to have page labels.
            let numbers_pages = recomputed.as_ref().is_some_and(|recomputed| recomputed.is_built_in);
            let is_wanted = |finding: &Finding| finding.kind != Kind::NoPageLabels || numbers_pages;
            let findings = soundness::findings(pdf).into_iter().filter(is_wanted);
            self.diagnostics.extend(findings.map(|finding| finding.diagnostic(name)));
        }
        if self.diagnostics.found() == found_before {
            self.verified.extend(verified);
        }
        recomputed.map(|recomputed| recomputed.lexicon)
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
