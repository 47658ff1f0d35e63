//! Reads PDFs back and verifies them: against the data attached to them, against each other, and in themselves.

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

/// The years whose names are known in a PDF that carries no data of its own.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// What was found in PDFs.
#[derive(Debug, Default)]
pub struct Verification {
    /// Every problem.
    pub diagnostics: Diagnostics,
    /// The texts of attached files, for the display of problems.
    pub texts: Texts,
    /// The PDFs all of whose printed values follow from the attached data.
    pub verified: Vec<Verified>,
    /// The pairs of PDFs that say the same.
    pub agreeing: Vec<Agreeing>,
}

/// A PDF that prints what its data gives.
#[derive(Debug, Clone)]
pub struct Verified {
    /// Its path.
    pub file: Arc<str>,
    /// How many cells were checked.
    pub cells: usize,
    /// In how many tables.
    pub tables: usize,
}

/// Two PDFs whose tables say the same.
#[derive(Debug, Clone)]
pub struct Agreeing {
    /// The path of the first.
    pub first: Arc<str>,
    /// The path of the other.
    pub other: Arc<str>,
    /// How many rows they have.
    pub rows: usize,
    /// Whether one of them was verified against its data.
    pub is_verified: bool,
}

/// A PDF that was read back.
struct Printed {
    name: Arc<str>,
    pdf: TaggedPdf,
    tables: Vec<PrintedTable>,
}

/// Verifies PDFs; of several, each is also compared with the first.
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
    // Without data, several documents can still be compared with each other.
    let is_alone = files.len() == 1;
    let lexicons = documents.iter().map(|document| verification.verify_one(document, is_alone)).collect();
    if documents.len() > 1 {
        verification.compare(&documents, lexicons);
    }
    verification
}

impl Verification {
    /// Verifies a PDF against its data, and the PDF itself; returns what its own words mean, where it carries them.
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
        // A PDF that is not ours has said so already; what else is wrong with it helps nobody.
        if recomputed.is_some() || self.diagnostics.found() == found_before {
            // Only the built-in templates are known to number their pages.
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

    /// Compares documents with the first of them.
    fn compare(&mut self, documents: &[Printed], mut lexicons: Vec<Option<Lexicon>>) {
        // What only the words of one of them know would be a difference: then nenpo's own stand for all.
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

/// Reads a PDF.
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

/// Reads a file; none where it is too large.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_named(path)?.take(LARGEST_PDF + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= LARGEST_PDF))
}

/// Returns what nenpo's own words of a PDF's language mean.
fn lexicon_of(pdf: &TaggedPdf, file: &Arc<str>, diagnostics: &mut Diagnostics) -> Option<Lexicon> {
    let place = Place::whole(file);
    let language = pdf.language().and_then(|tag| Language::new(&tag)).unwrap_or_default();
    let mut project = Project::of_files(BTreeMap::new());
    let files = locale_files(&mut project, &Located::new(language.clone(), place), diagnostics)?;
    let words = Words::new(language, &files, Arc::new(|_, _| true));
    Some(Lexicon::new(&words, YEARS.filter_map(FiscalYear::new)))
}
