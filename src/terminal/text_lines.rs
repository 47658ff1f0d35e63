//! The lines of all texts that diagnostics are about.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::lines::Lines;
use crate::diagnostic::{Diagnostics, Place, Position};
use crate::source::Texts;

/// Lines by the text's name.
#[derive(Debug)]
pub(super) struct TextLines(BTreeMap<Arc<str>, Lines>);

impl TextLines {
    pub(super) fn new(diagnostics: &Diagnostics, texts: &Texts) -> Self {
        let mut files = BTreeMap::new();
        let sorted = diagnostics.sorted();
        for place in sorted
            .iter()
            .flat_map(|diagnostic| diagnostic.place.iter().chain(&diagnostic.related).chain(&diagnostic.also))
        {
            let name = place.text_name();
            // A diagnostic about a file as a whole is shown without lines.
            let has_lines = matches!(place.position, Position::Text(..) | Position::Cell(_));
            let Some(text) = texts.get(&name).filter(|_| has_lines) else { continue };
            files.entry(name).or_insert_with(|| match place.position {
                Position::Whole | Position::Text(..) => Lines::of_text(text),
                Position::Sheet(_) | Position::Cell(_) => Lines::of_sheet(text),
            });
        }
        Self(files)
    }

    /// The text of a place and its bytes there; `None` if it has no line.
    pub(super) fn find(&self, place: &Place) -> Option<(&Lines, Range<usize>)> {
        let lines = self.0.get(&place.text_name())?;
        Some((lines, lines.bytes(&place.position)?))
    }

    /// A place with line and column, or cell reference.
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
