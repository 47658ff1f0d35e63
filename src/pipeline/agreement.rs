//! Compares the PDFs of an edition's languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::localize::Editions;
use crate::diagnostic::Diagnostic;
use crate::locale::{Messages, Words};
use crate::pdf::Unreadable;
use crate::report::{Language, Report};
use crate::verification::{Lexicon, PrintedEdition, PrintedTable, differences};

pub(super) type Printed = Result<Vec<PrintedTable>, Unreadable>;

/// The lexicons of all languages; empty if there is only one.
pub(super) fn lexicons(report: Option<&Report>, messages: &[Arc<Messages>]) -> BTreeMap<Language, Lexicon> {
    let Some(report) = report.filter(|_| messages.len() > 1) else { return BTreeMap::new() };
    let years = report.years();
    let lexicon = |messages: &Arc<Messages>| {
        (messages.language().clone(), Lexicon::new(&Words::of(Arc::clone(messages)), years.iter().copied()))
    };
    messages.par_iter().map(lexicon).collect()
}

/// Compares the tables of each template's PDFs across languages; each difference is an error.
pub(super) fn compare_languages<'a>(
    editions: &'a Editions,
    printed: impl Iterator<Item = Option<&'a Printed>>,
    lexicons: &'a BTreeMap<Language, Lexicon>,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut compared: Vec<(&str, &str, PrintedEdition<'_>)> = Vec::new();
    for ((name, document), printed) in editions.names.iter().zip(&editions.documents).zip(printed) {
        let tables = match printed {
            Some(Ok(tables)) => tables,
            Some(Err(unreadable)) => {
                problems.push(unreadable.diagnostic(&document.identifier.as_str().into()));
                continue;
            }
            None => continue,
        };
        let Some(lexicon) = lexicons.get(&name.language) else { continue };
        let own = PrintedEdition { tables, lexicon };
        match compared.iter().find(|(template, ..)| *template == name.template) {
            Some((_, first, known)) => problems.extend(differences(*known, own, first, &document.identifier)),
            None => compared.push((&name.template, &document.identifier, own)),
        }
    }
    problems
}
