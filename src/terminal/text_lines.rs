//! The lines of the texts that diagnostics are about.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::lines::Lines;
use crate::diagnostic::{Diagnostics, Place, Position};
use crate::source::Texts;

/// The lines of every text that problems are about, by the text's name.
#[derive(Debug)]
pub(super) struct TextLines(BTreeMap<Arc<str>, Lines>);

impl TextLines {
    /// Finds the lines of the texts in which problems and what is related to them stand.
    pub(super) fn new(diagnostics: &Diagnostics, texts: &Texts) -> Self {
        let mut files = BTreeMap::new();
        let sorted = diagnostics.sorted();
        for place in sorted
            .iter()
            .flat_map(|diagnostic| diagnostic.place.iter().chain(&diagnostic.related).chain(&diagnostic.also))
        {
            let name = place.text_name();
            // What is said of a file as a whole is shown without its lines.
            let has_lines = matches!(place.position, Position::Text(..) | Position::Cell(_));
            let Some(text) = texts.get(&name).filter(|_| has_lines) else { continue };
            files.entry(name).or_insert_with(|| match place.position {
                Position::Whole | Position::Text(..) => Lines::of_text(text),
                Position::Sheet(_) | Position::Cell(_) => Lines::of_sheet(text),
            });
        }
        Self(files)
    }

    /// Returns the lines in which a place stands, and its bytes there; none where it is not in a line.
    pub(super) fn find(&self, place: &Place) -> Option<(&Lines, Range<usize>)> {
        let lines = self.0.get(&place.text_name())?;
        Some((lines, lines.bytes(&place.position)?))
    }

    /// Names a place with its line and column, or its cell.
    pub(super) fn name(&self, place: &Place) -> String {
        match (&place.position, self.find(place)) {
            (Position::Text(..), Some((lines, range))) => {
                let (line, column) = lines.line_and_column(range.start);
                format!("{place}:{line}:{column}")
            }
            _ => place.to_string(),
        }
    }
}
