//! The lines of all texts that diagnostics are about.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Place, Position};
use crate::source::{Excerpt, Lines, Texts};

/// Lines by the text's name.
#[derive(Debug)]
pub(super) struct TextLines(BTreeMap<Arc<str>, Lines>);

impl TextLines {
    pub(super) fn new(diagnostics: &Diagnostics, texts: &Texts) -> Self {
        let sorted = diagnostics.sorted();
        let places = sorted
            .into_iter()
            .flat_map(|diagnostic| diagnostic.place.iter().chain(&diagnostic.related).chain(&diagnostic.also));
        Self::of(places, texts)
    }

    pub(super) fn of<'a>(places: impl Iterator<Item = &'a Place>, texts: &Texts) -> Self {
        let mut files = BTreeMap::new();
        for place in places {
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

    /// What is at a place. `None` if it has no line and is no cell.
    pub(super) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        Excerpt::of(self.0.get(&place.text_name())?, &place.position)
    }

    /// Places with their lines or cells; those in successive lines or rows of a column are one range. The name of a file is
    /// not repeated.
    pub(super) fn names(&self, places: &[Place]) -> Vec<String> {
        let mut ranges: Vec<(&Place, &Place)> = Vec::new();
        for place in places {
            match ranges.last_mut() {
                Some((_, last)) if self.is_next(last, place) => *last = place,
                _ => ranges.push((place, place)),
            }
        }
        let mut file = None;
        let name = |(first, last): (&Place, &Place)| {
            let name = self.name(first);
            let line = |place: &Place| self.find(place).map(|(lines, range)| lines.line_and_column(range.start).0);
            let name = match (&last.position, line(first), line(last)) {
                _ if first == last => name,
                (Position::Cell(cell), ..) => format!("{name}–{}", cell.name()),
                (_, Some(from), Some(to)) => format!("{first}:{from}–{to}"),
                _ => name,
            };
            let known = file.replace(first.text_name());
            let short = name.strip_prefix(&*first.text_name()).filter(|_| known == file);
            short.map_or_else(|| name.clone(), |short| short.trim_start_matches([':', '!']).to_owned())
        };
        ranges.into_iter().map(name).collect()
    }

    /// Whether a place is in the line or row after another one's, and in the same column of a sheet.
    fn is_next(&self, place: &Place, next: &Place) -> bool {
        match (&place.position, &next.position) {
            (Position::Cell(cell), Position::Cell(other)) => {
                place.text_name() == next.text_name() && (other.row, other.column) == (cell.row + 1, cell.column)
            }
            (Position::Text(..), Position::Text(..)) if place.file == next.file => {
                let line = |place: &Place| self.find(place).map(|(lines, range)| lines.line_and_column(range.start).0);
                line(place).is_some_and(|before| line(next) == Some(before + 1))
            }
            _ => false,
        }
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
