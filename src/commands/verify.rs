//! `nenpo verify`: whether PDFs print what their attached data gives, and the same as each other.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;

use super::agreement::{differences, lexicon_of};
use super::evidence::{Evidence, evidence};
use crate::cli::Verify;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::pdf::TaggedPdf;
use crate::pdf::soundness::{self, Flaw, Kind};
use crate::source::{Texts, open_named};
use crate::terminal::{Terminal, Written};
use crate::verification::{Doubt, Edition, Lexicon, PrintedTable, printed_tables, prove};

/// The most bytes of a PDF that is read.
const LARGEST_PDF: u64 = 256 * 1024 * 1024;

/// A PDF that was read back.
struct Printed {
    name: Arc<str>,
    pdf: TaggedPdf,
    tables: Vec<PrintedTable>,
}

/// Verifies PDFs; says of each what was found.
pub(super) fn verify(verify: &Verify, terminal: &Terminal) -> Result<u8> {
    let mut diagnostics = Diagnostics::default();
    let mut texts = Texts::new();
    let read: Vec<_> = verify.files.par_iter().map(|path| read(path)).collect();
    let mut documents = Vec::new();
    for document in read {
        match document {
            Ok(document) => documents.push(document),
            Err(fault) => diagnostics.push(*fault),
        }
    }
    let mut proven = Vec::new();
    let mut lexicons = Vec::new();
    for document in &documents {
        let attachments = match document.pdf.attachments() {
            Ok(attachments) => attachments,
            Err(fault) => {
                diagnostics.push(fault.diagnostic(&document.name));
                lexicons.push(None);
                continue;
            }
        };
        let found_before = diagnostics.found();
        let mut lexicon = None;
        let mut proof_of_all = None;
        let mut numbers_pages = false;
        // Without data, several documents can still be compared with each other.
        if !attachments.is_empty() || verify.files.len() == 1 {
            let language = document.pdf.language();
            let found = evidence(&document.name, language.as_deref(), &attachments, &mut diagnostics, &mut texts);
            if let Some(Evidence { data, lexicon: own, is_built_in, .. }) = found {
                let proof = prove(&document.tables, &data, is_built_in);
                proof_of_all = Some((proof.cells, proof.tables));
                diagnostics.extend(proof.doubts.into_iter().map(|doubt| fault(&document.name, doubt)));
                lexicon = Some(own);
                numbers_pages = is_built_in;
            }
        }
        // Of a PDF that is not ours its flaws are no news.
        if lexicon.is_some() || diagnostics.found() == found_before {
            // Only the built-in templates are known to number their pages.
            let is_wanted = |flaw: &Flaw| flaw.kind != Kind::NoPageLabels || numbers_pages;
            let flaws = soundness::flaws(&document.pdf).into_iter().filter(is_wanted);
            diagnostics.extend(flaws.map(|flaw| flaw.diagnostic(&document.name)));
        }
        if diagnostics.found() == found_before {
            proven.extend(proof_of_all.map(|(cells, tables)| (document, cells, tables)));
        }
        lexicons.push(lexicon);
    }
    let agreeing = if documents.len() > 1 { compared(&documents, lexicons, &mut diagnostics) } else { Vec::new() };
    terminal.diagnostics(&diagnostics, &texts, Written::NotAsked)?;
    for (document, cells, tables) in &proven {
        let (cells, tables) = (cells.to_string(), tables.to_string());
        terminal.say("verified", &[("file", &document.name), ("cells", &cells), ("tables", &tables)])?;
    }
    for (first, other) in agreeing {
        let rows = first.tables.iter().map(|table| table.rows.len()).sum::<usize>().to_string();
        let is_proven = |document: &Printed| proven.iter().any(|(known, ..)| known.name == document.name);
        let proven = if is_proven(first) || is_proven(other) { "yes" } else { "no" };
        let arguments: [(&str, &str); 4] =
            [("document", &first.name), ("other", &other.name), ("rows", &rows), ("proven", proven)];
        terminal.say("agreeing", &arguments)?;
    }
    Ok(diagnostics.exit_code())
}

/// Compares documents with the first of them, and returns the pairs that say the same.
fn compared<'a>(
    documents: &'a [Printed],
    mut lexicons: Vec<Option<Lexicon>>,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'a Printed, &'a Printed)> {
    // What only the words of one of them know would be a difference: then nenpo's own stand for all.
    if lexicons.iter().any(Option::is_none) {
        let own = documents.iter().map(|document| lexicon_of(&document.pdf, &document.name, diagnostics));
        lexicons = own.collect();
    }
    let mut editions = documents.iter().zip(&lexicons).filter_map(|(document, lexicon)| {
        Some((document, Edition { tables: &document.tables, lexicon: lexicon.as_ref()? }))
    });
    let Some((first, edition)) = editions.next() else { return Vec::new() };
    let mut agreeing = Vec::new();
    for (other, compared) in editions {
        let place = Place::whole(&other.name);
        let found = differences(edition, compared, &first.name, &other.name);
        if found.is_empty() {
            agreeing.push((first, other));
        }
        diagnostics.extend(found.into_iter().map(|fault| Diagnostic { place: Some(place.clone()), ..fault }));
    }
    agreeing
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
        Err(error) => return Err(Box::new(crate::source::unreadable(&place, &name, &error))),
    };
    let pdf = TaggedPdf::read(&bytes).map_err(|fault| Box::new(fault.diagnostic(&name)))?;
    let tables = printed_tables(&pdf);
    Ok(Printed { name, pdf, tables })
}

/// Reads a file; none where it is too large.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open_named(path)?.take(LARGEST_PDF + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= LARGEST_PDF))
}

/// Returns the fault of something printed that does not follow from the data.
fn fault(file: &Arc<str>, doubt: Doubt) -> Diagnostic {
    let fault = Diagnostic::at(Code::ValueMismatch, &Place::whole(file));
    match doubt {
        Doubt::Cell { page, row, column, printed, given } => {
            let kind = if given.is_some() { "cell" } else { "unknown" };
            let given = given.filter(|given| !given.is_empty()).unwrap_or_else(|| "none".to_owned());
            let fault = fault.with("kind", kind).with("page", page).with("row", row).with("column", column);
            fault.with("printed", printed).with("given", given)
        }
        Doubt::Row { page, row } => fault.with("kind", "row").with("page", page).with("row", row),
        Doubt::Table { page, row } => fault.with("kind", "table").with("page", page).with("row", row),
        Doubt::Head { page, printed } => fault.with("kind", "head").with("page", page).with("printed", printed),
        Doubt::Order { page, row } => fault.with("kind", "order").with("page", page).with("row", row),
        Doubt::Gap { page, row, indicator } => {
            fault.with("kind", "gap").with("page", page).with("row", row).with("indicator", indicator)
        }
        Doubt::Absent { indicator } => fault.with("kind", "absent").with("indicator", indicator),
    }
}
