//! Finds places in the lines of a text or the rows of a sheet.

use std::ops::Range;

use crate::diagnostic::{Cell, Position};
use crate::unicode::steers;

const SEPARATOR: &str = " │ ";

/// The text of a file or sheet with the starts of its lines, computed once for all diagnostics.
#[derive(Debug)]
pub struct Lines {
    /// The text, safe to print.
    pub text: String,
    starts: Vec<usize>,
    /// The positions of cell separators; empty unless the text is a sheet.
    separators: Vec<usize>,
}

impl Lines {
    /// The text of a file.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self::new(shown(text), Vec::new())
    }

    /// The text of a sheet has one line per row and tabs between cells.
    #[must_use]
    pub fn of_sheet(text: &str) -> Self {
        let mut joined = String::with_capacity(text.len());
        let mut separators = Vec::new();
        // Only a line feed ends a row.
        for (index, cell) in shown(&text.replace('\r', " ")).split('\t').enumerate() {
            if index > 0 {
                separators.push(joined.len());
                joined.push_str(SEPARATOR);
            }
            joined.push_str(cell);
        }
        Self::new(joined, separators)
    }

    fn new(text: String, separators: Vec<usize>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts, separators }
    }

    /// The line that contains a byte, from 0.
    #[must_use]
    pub fn index_at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The bytes of a line without its line ending.
    #[must_use]
    pub fn range(&self, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }

    /// The bytes of a place; `None` if it has no line.
    #[must_use]
    pub fn bytes(&self, position: &Position) -> Option<Range<usize>> {
        match position {
            Position::Text(start, end) => Some(*start..*end),
            Position::Cell(cell) => self.cell(cell),
            Position::Whole | Position::Sheet(_) => None,
        }
    }

    fn cell(&self, cell: &Cell) -> Option<Range<usize>> {
        let (row, column) = (usize::try_from(cell.row).ok()?, usize::try_from(cell.column).ok()?);
        let start_of_row = *self.starts.get(row)?;
        let line = self.range(row);
        let of_row = |separator: &usize| Some(*separator).filter(|separator| line.contains(separator));
        let first = self.separators.partition_point(|separator| *separator < start_of_row);
        let separator = |index: usize| self.separators.get(first + index).and_then(of_row);
        let start = match column.checked_sub(1) {
            Some(before) => separator(before).map_or(line.end, |separator| separator + SEPARATOR.len()),
            None => line.start,
        };
        Some(start..separator(column).unwrap_or(line.end).max(start))
    }

    /// The line and column of a byte, both from 1; columns are counted in characters.
    #[must_use]
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.text.floor_char_boundary(byte);
        let index = self.index_at(byte);
        let before = self.text.get(self.range(index).start..byte).unwrap_or_default();
        (index + 1, before.chars().count() + 1)
    }
}

/// Replaces control characters and normalizes line endings for display. Every replacement has the same number of bytes,
/// so that positions stay valid.
fn shown(text: &str) -> String {
    let mut characters = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        shown.push(match character {
            // A lone CR ends a line, as in files of classic Mac OS.
            '\r' if characters.peek() != Some(&'\n') => '\n',
            '\n' | '\r' | '\t' => character,
            _ if steers(character) => match character.len_utf8() {
                1 => '?',
                2 => '·',
                _ => char::REPLACEMENT_CHARACTER,
            },
            _ => character,
        });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_has_the_bytes_of_the_text() {
        let text = "a\u{1b}[31m\u{85}b\u{202E}c\rd\r\ne\0";
        let shown = shown(text);
        assert_eq!(shown.len(), text.len());
        assert_eq!(shown, "a?[31m·b\u{FFFD}c\nd\r\ne?");
    }

    fn cell(text: &str, row: u32, column: u32) -> Option<String> {
        let lines = Lines::of_sheet(text);
        let position = Position::Cell(Cell { sheet: "actuals".into(), row, column });
        Some(lines.text[lines.bytes(&position)?].to_owned())
    }

    #[test]
    fn a_cell_is_found_by_its_row_and_column() {
        let text = "id\t値\t\n水\t\tx\n";
        let found = |row, column| cell(text, row, column).unwrap();
        assert_eq!([found(0, 0), found(0, 1), found(0, 2)], ["id", "値", ""]);
        assert_eq!([found(1, 0), found(1, 1), found(1, 2)], ["水", "", "x"]);
        // Beyond the last cell of its row.
        assert_eq!(found(1, 7), "");
        assert_eq!(cell(text, 9, 0), None);
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let lines = Lines::of_text("指標,値\n水,abc\n");
        assert_eq!(lines.line_and_column(7), (1, 4));
        assert_eq!(lines.line_and_column("指標,値\n水,".len()), (2, 3));
    }
}
