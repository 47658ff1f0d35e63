//! Whether the languages of an edition say the same, as their PDFs print it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::assembly::Assembly;
use super::resources::locale_files;
use super::typesetting::Typeset;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::locale::Words;
use crate::pdf::TaggedPdf;
use crate::report::{FiscalYear, Language};
use crate::source::Project;
use crate::verification::{Difference, Edition, Lexicon, compare};

/// The years whose names are known in a PDF that carries no data of its own.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// Returns what the words of each language mean, where there are several to compare.
pub(super) fn lexicons(assembly: &Assembly) -> BTreeMap<Language, Lexicon> {
    let Some(report) = assembly.report.as_ref().filter(|_| assembly.words.len() > 1) else { return BTreeMap::new() };
    let years = report.years();
    let lexicon = |words: &Words| (words.language().clone(), Lexicon::new(words, years.iter().copied()));
    assembly.words.par_iter().map(lexicon).collect()
}

/// Compares what the tables of an edition's PDFs print in several languages; a difference is a fault.
pub(super) fn compare_languages(
    assembly: &Assembly,
    typeset: &[Typeset],
    lexicons: &BTreeMap<Language, Lexicon>,
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut compared: Vec<(&str, &str, Edition<'_>)> = Vec::new();
    for ((edition, document), typeset) in assembly.editions.iter().zip(&assembly.documents).zip(typeset) {
        let tables = match &typeset.printed {
            Some(Ok(tables)) => tables,
            Some(Err(fault)) => {
                faults.push(fault.diagnostic(&document.identifier.as_str().into()));
                continue;
            }
            None => continue,
        };
        let Some(lexicon) = lexicons.get(&edition.language) else { continue };
        let own = Edition { tables, lexicon };
        match compared.iter().find(|(template, ..)| *template == edition.template) {
            Some((_, first, known)) => faults.extend(differences(*known, own, first, &document.identifier)),
            None => compared.push((&edition.template, &document.identifier, own)),
        }
    }
    faults
}

/// Returns the faults of what two editions do not say alike.
pub(super) fn differences(first: Edition<'_>, other: Edition<'_>, name: &str, other_name: &str) -> Vec<Diagnostic> {
    let fault = || Diagnostic::without_place(Code::EditionsDiffer);
    let differences = compare(first, other).into_iter();
    differences
        .map(|difference| match difference {
            Difference::Cell { first, other } => fault()
                .with("kind", "cell")
                .with("document", name)
                .with("page", first.page)
                .with("row", first.row)
                .with("column", first.column)
                .with("printed", first.printed)
                .with("other", other_name)
                .with("other-page", other.page)
                .with("other-row", other.row)
                .with("other-column", other.column)
                .with("other-printed", other.printed),
            Difference::Document => fault().with("kind", "document").with("document", name).with("other", other_name),
            Difference::Row { is_in_first, page, row } => {
                let (document, other) = if is_in_first { (name, other_name) } else { (other_name, name) };
                fault()
                    .with("kind", "row")
                    .with("document", document)
                    .with("page", page)
                    .with("row", row)
                    .with("other", other)
            }
        })
        .collect()
}

/// Returns what nenpo's own words of a PDF's language mean.
pub(super) fn lexicon_of(pdf: &TaggedPdf, file: &Arc<str>, diagnostics: &mut Diagnostics) -> Option<Lexicon> {
    let place = Place::whole(file);
    let language = pdf.language().and_then(|tag| Language::new(&tag)).unwrap_or_default();
    let mut project = Project::of_files(BTreeMap::new());
    let files = locale_files(&mut project, &Located::new(language.clone(), place), diagnostics)?;
    let words = Words::new(language, &files, Arc::new(|_, _| true));
    Some(Lexicon::new(&words, YEARS.filter_map(FiscalYear::new)))
}
