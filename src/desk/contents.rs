//! What is on the pages, and where it was written.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde_json::{Value, json};

use super::files::editable;
use super::places::location;
use crate::locale::Words;
use crate::payload::{Origin, Origins};
use crate::pipeline::PreviewDocument;
use crate::source::Texts;
use crate::terminal::place_as_json;
use crate::typeset::{Block, BlockKind, blocks};

/// The blocks of a document's pages, found when they are first asked for.
pub(super) type Blocks = Arc<OnceLock<Vec<Vec<Block>>>>;

/// A document with what is on its pages, apart from the report that is open.
#[derive(Debug, Clone)]
pub(super) struct Contents {
    pub(super) document: PreviewDocument,
    pub(super) blocks: Blocks,
}

impl Contents {
    /// Those of a document that is laid out again; what was found on the same pages is kept.
    pub(super) fn again(document: &PreviewDocument, before: &[Self]) -> Self {
        let is_same = |known: &&Self| Arc::ptr_eq(&known.document.pages, &document.pages);
        let blocks = before.iter().find(is_same).map(|known| Arc::clone(&known.blocks)).unwrap_or_default();
        Self { document: document.clone(), blocks }
    }

    fn blocks(&self) -> &[Vec<Block>] {
        self.blocks.get_or_init(|| blocks(self.document.pages.pages()))
    }

    /// The blocks of a page, counted from 1. `None` if there is no such page.
    pub(super) fn page(&self, number: usize) -> Option<Value> {
        let index = number.checked_sub(1)?;
        let blocks: Vec<Value> = self.blocks().get(index)?.iter().map(shown).collect();
        Some(json!({"hash": hash(*self.document.appearances.get(index)?), "blocks": blocks}))
    }

    /// Where a block was written, counted from 0 on a page counted from 1.
    pub(super) fn origins(&self, origins: &Origins, page: usize, block: usize) -> Option<Vec<Origin>> {
        let blocks = self.blocks();
        let index = page.checked_sub(1)?;
        blocks.get(index)?.get(block)?;
        Some(origins.of(&self.document.identifier, blocks, index, block))
    }
}

/// How a page is named that looks like this.
pub(super) fn hash(appearance: u128) -> String {
    format!("{appearance:032x}")
}

fn shown(block: &Block) -> Value {
    let (kind, level) = match &block.kind {
        BlockKind::Heading(level) => ("heading", Some(*level)),
        BlockKind::Paragraph => ("paragraph", None),
        BlockKind::Cell if block.cell.as_ref().is_some_and(|cell| cell.head.is_some()) => ("header-cell", None),
        BlockKind::Cell => ("cell", None),
        BlockKind::Picture(_) => ("picture", None),
        BlockKind::Other => ("other", None),
    };
    let boxes: Vec<[f64; 4]> = block.boxes.iter().map(|area| [area.x, area.y, area.width, area.height]).collect();
    json!({"boxes": boxes, "text": block.text, "kind": kind, "level": level})
}

/// An origin for the page; `folder` is that of the report.
pub(super) fn shown_origin(origin: &Origin, texts: &Texts, folder: &Path, words: &Words) -> Value {
    let place = origin.place.as_ref().map(|place| place_as_json(place, texts)).unwrap_or_default();
    let file = place["file"].as_str();
    json!({
        "kind": origin.kind.as_str(),
        "label": origin.label,
        "file": file,
        "location": location(&place, words),
        "sheet": place["place"]["sheet"],
        "cell": place["place"]["cell"],
        "excerpt": place["excerpt"],
        "can-open": file.is_some_and(|file| editable(folder, file).is_some()),
        "lines": origin.lines,
        "into": origin.into,
    })
}
