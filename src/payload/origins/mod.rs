//! Where what stands on a page was written: the cell of a value, the line of a message.

mod field;
mod index;
mod reader;
mod reading;
mod resolved;
mod table;

use std::sync::{Arc, OnceLock};

use super::data::Data;
use crate::diagnostic::Place;
use crate::locale::Messages;
use crate::report::Report;
use crate::typeset::Block;

pub use reader::Reader;

use index::Index;

/// Where something on a page was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What is there.
    pub kind: OriginKind,
    /// What it is, in the report's own words.
    pub label: String,
    /// The place; `None` if there is none in the report.
    pub place: Option<Place>,
    /// What to write to replace a built-in message.
    pub lines: Vec<String>,
    /// Into which of the report's files.
    pub into: Option<String>,
}

/// What is at an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OriginKind {
    /// An actual value.
    Actual,
    /// A target.
    Target,
    /// A baseline.
    Baseline,
    /// A grade of the panel.
    Evaluation,
    /// A value from which something was computed.
    Computed,
    /// The name of an indicator.
    Name,
    /// A unit.
    Unit,
    /// A message of the report.
    Message,
    /// A note.
    Note,
    /// A setting.
    Setting,
    /// The file of a figure.
    Figure,
    /// A message of nenpo itself.
    BuiltIn,
}

impl OriginKind {
    /// Every kind and its name.
    pub const NAMES: [(&'static str, Self); 12] = [
        ("actual", Self::Actual),
        ("target", Self::Target),
        ("baseline", Self::Baseline),
        ("evaluation", Self::Evaluation),
        ("computed", Self::Computed),
        ("name", Self::Name),
        ("unit", Self::Unit),
        ("message", Self::Message),
        ("note", Self::Note),
        ("setting", Self::Setting),
        ("figure", Self::Figure),
        ("built-in", Self::BuiltIn),
    ];

    /// The name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        crate::report::name_of(&Self::NAMES, &self)
    }
}

impl Origin {
    fn at(kind: OriginKind, label: String, place: &Place) -> Self {
        Self { kind, label, place: Some(place.clone()), lines: Vec::new(), into: None }
    }
}

/// What a build knows of the origins of its pages. Nothing is looked up before it is asked for.
pub struct Origins {
    report: Report,
    documents: Vec<Document>,
}

/// A document of a build.
struct Document {
    identifier: String,
    messages: Arc<Messages>,
    data: Data,
    index: OnceLock<Index>,
}

impl Document {
    fn index(&self, report: &Report) -> &Index {
        self.index.get_or_init(|| Index::new(report, &self.messages, &self.data))
    }
}

impl Origins {
    /// The origins of documents, each with its identifier, its messages and its data.
    #[must_use]
    pub fn new(report: Report, documents: impl IntoIterator<Item = (String, Arc<Messages>, Data)>) -> Self {
        let documents = documents.into_iter().map(|(identifier, messages, data)| Document {
            identifier,
            messages,
            data,
            index: OnceLock::new(),
        });
        Self { report, documents: documents.collect() }
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Reads the pages of a document, which are given as blocks. `None` if there is no such document.
    #[must_use]
    pub fn reader<'a>(&'a self, identifier: &str, pages: &'a [Vec<Block>]) -> Option<Reader<'a>> {
        let document = self.documents.iter().find(|document| document.identifier == identifier)?;
        Some(Reader::new(&self.report, document, pages))
    }

    /// The origins of one block of a document; `page` and `block` are counted from 0.
    #[must_use]
    pub fn of(&self, identifier: &str, pages: &[Vec<Block>], page: usize, block: usize) -> Vec<Origin> {
        self.reader(identifier, pages).map(|reader| reader.of(page, block)).unwrap_or_default()
    }
}

impl std::fmt::Debug for Origins {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.documents.iter().map(|document| &document.identifier);
        formatter.debug_struct("Origins").field("documents", &names.collect::<Vec<_>>()).finish()
    }
}
