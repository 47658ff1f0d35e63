//! Where what is on a page was written: every cell of a table leads to the cell of a file with its number, every sentence to
//! its message.

mod pages;
mod samples;
mod written;

use std::path::Path;
use std::sync::Arc;

use nenpo::payload::{Origin, OriginKind, Origins};
use nenpo::pipeline::{Depth, Kept, Request, preview};
use nenpo::source::{Excerpt, Texts, excerpt};
use nenpo::typeset::{Block, BlockKind, blocks};

/// The pages of a report, and what is known of their origins.
struct Shown {
    documents: Vec<(String, Vec<Vec<Block>>)>,
    origins: Arc<Origins>,
    texts: Texts,
}

/// A block with its origins.
struct Found<'a> {
    document: &'a str,
    block: &'a Block,
    origins: Vec<Origin>,
}

/// Lays out a report.
fn shown(folder: &Path) -> Shown {
    let outcome = preview(&Request::all(folder.to_owned()), Depth::Pages, &mut Kept::default());
    let problems = || outcome.diagnostics.sorted().iter().map(|problem| format!("{problem:?}\n")).collect::<String>();
    assert!(!outcome.diagnostics.has_errors(), "{}: {}", folder.display(), problems());
    let documents = outcome.previewed.iter();
    Shown {
        documents: documents.map(|shown| (shown.identifier.clone(), blocks(shown.pages.pages()))).collect(),
        origins: outcome.origins.unwrap(),
        texts: outcome.texts,
    }
}

impl Shown {
    /// All blocks of documents whose identifiers end so.
    fn found(&self, ending: &str) -> Vec<Found<'_>> {
        let mut all = Vec::new();
        for (document, pages) in self.documents.iter().filter(|(document, _)| document.ends_with(ending)) {
            let reader = self.origins.reader(document, pages).unwrap();
            for (page, blocks) in pages.iter().enumerate() {
                let found = blocks.iter().enumerate();
                all.extend(found.map(|(index, block)| Found { document, block, origins: reader.of(page, index) }));
            }
        }
        all
    }

    fn excerpt(&self, origin: &Origin) -> Option<Excerpt> {
        excerpt(&self.texts, origin.place.as_ref()?)
    }

    /// What is written at each origin of a block: its kind and the text.
    fn written(&self, found: &Found<'_>) -> Vec<(OriginKind, String)> {
        let written = |origin: &Origin| self.excerpt(origin).map(|excerpt| excerpt.marked).unwrap_or_default();
        found.origins.iter().map(|origin| (origin.kind, written(origin))).collect()
    }
}

impl Found<'_> {
    /// Whether it is a cell of data.
    fn is_data(&self) -> bool {
        self.block.kind == BlockKind::Cell && self.block.cell.as_ref().is_some_and(|cell| cell.head.is_none())
    }

    /// The indicator that the built-in templates label in its row.
    fn labels<'a>(&self, all: &'a [Found<'_>]) -> Vec<&'a str> {
        let Some(own) = &self.block.cell else { return Vec::new() };
        let is_in_row = |other: &&Found<'_>| {
            let cell = other.block.cell.as_ref();
            other.document == self.document && cell.is_some_and(|cell| (cell.table, cell.row) == (own.table, own.row))
        };
        let labels = all.iter().filter(is_in_row).flat_map(|other| &other.block.labels);
        labels.filter_map(|label| label.strip_prefix("indicator-")).collect()
    }
}
