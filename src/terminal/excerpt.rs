//! The lines that a fault is about, short enough to be read: a wide table or a long paragraph is cut on both sides of
//! the place. Knows lines and columns, and no fault and no language.

use std::ops::Range;

use codespan_reporting::files::{Error, Files};
use unicode_width::UnicodeWidthChar;

use super::lines::Lines;

/// How many columns of a line are shown where no terminal says how many it has.
pub(super) const COLUMNS: usize = 120;

/// How many columns a tab takes, as a rough measure: it ends where the terminal wants it to.
const TAB_WIDTH: usize = 4;

/// Stands for what was cut off.
const ELLIPSIS: char = '…';

/// Follows the name of a place that already tells its row and column; see [`super::display`].
pub(super) const WHOLE_NAME: char = '\0';

/// The lines of one fault.
#[derive(Debug)]
pub(super) struct Excerpts {
    excerpts: Vec<Excerpt>,
    columns: usize,
}

/// Lines of one file.
#[derive(Debug)]
struct Excerpt {
    name: String,
    source: String,
    lines: Vec<Line>,
}

/// A line as it is shown.
#[derive(Debug)]
struct Line {
    /// Its index in the file.
    index: usize,
    /// Where it stands in the excerpt.
    shown: Range<usize>,
    /// The bytes of the file that are shown of it.
    kept: Range<usize>,
    /// How many characters stand before them in the file's line.
    characters_before: usize,
}

impl Excerpts {
    /// Starts without lines; each will take as many columns at most.
    pub(super) fn new(columns: usize) -> Self {
        Self { excerpts: Vec::new(), columns }
    }

    /// Adds the lines in which ranges of one file begin and returns where each is shown: the part of it that stands in
    /// its first line, or nothing where that part was cut off. The first range is the one that is always shown.
    pub(super) fn add(
        &mut self,
        name: String,
        file: &Lines,
        ranges: &[Range<usize>],
    ) -> Vec<Option<(usize, Range<usize>)>> {
        let spots: Vec<(usize, Range<usize>)> = ranges
            .iter()
            .map(|range| {
                let index = file.index_at(range.start.min(file.text.len()));
                let line = file.range(index);
                let start = range.start.clamp(line.start, line.end);
                (index, start..range.end.clamp(start, line.end))
            })
            .collect();
        let mut indices: Vec<usize> = spots.iter().map(|(index, _)| *index).collect();
        indices.sort_unstable();
        indices.dedup();
        // A single line between two others is shown with them.
        if let [first, last] = indices[..]
            && last - first == 2
        {
            indices.insert(1, first + 1);
        }
        let mut excerpt = Excerpt { name, source: String::new(), lines: Vec::new() };
        for index in indices {
            let of_line = spots.iter().filter(|(other, _)| *other == index).map(|(_, range)| range);
            let kept = window(&file.text, &file.range(index), of_line.collect::<Vec<_>>().as_slice(), self.columns);
            excerpt.push(file, index, kept);
        }
        let id = self.excerpts.len();
        let shown = spots.iter().map(|(index, range)| Some((id, excerpt.shown(*index, range)?))).collect();
        self.excerpts.push(excerpt);
        shown
    }

    fn line(&self, id: usize, index: usize) -> Result<(&Excerpt, &Line), Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        let line = excerpt.lines.iter().find(|line| line.index == index);
        let last = excerpt.lines.last().map_or(0, |line| line.index);
        Ok((excerpt, line.ok_or(Error::LineTooLarge { given: index, max: last })?))
    }
}

impl Excerpt {
    fn push(&mut self, file: &Lines, index: usize, kept: Range<usize>) {
        let line = file.range(index);
        let start = self.source.len();
        if kept.start > line.start {
            self.source.push(ELLIPSIS);
        }
        self.source.push_str(file.text.get(kept.clone()).unwrap_or_default());
        if kept.end < line.end {
            self.source.push(ELLIPSIS);
        }
        let before = file.text.get(line.start..kept.start).unwrap_or_default();
        self.lines.push(Line {
            index,
            shown: start..self.source.len(),
            characters_before: before.chars().count(),
            kept,
        });
        self.source.push('\n');
    }

    /// Returns where a range of the file's bytes is shown.
    fn shown(&self, index: usize, range: &Range<usize>) -> Option<Range<usize>> {
        let line = self.lines.iter().find(|line| line.index == index)?;
        if range.start < line.kept.start || range.start > line.kept.end {
            return None;
        }
        let first = line.first_kept();
        let start = first + range.start - line.kept.start;
        Some(start..first + range.end.min(line.kept.end) - line.kept.start)
    }
}

impl Line {
    /// Returns where its first byte that is no ellipsis stands in the excerpt.
    fn first_kept(&self) -> usize {
        if self.characters_before > 0 { self.shown.start + ELLIPSIS.len_utf8() } else { self.shown.start }
    }
}

/// Returns the bytes of a line that are shown: all, or as many columns as there are around the spots.
fn window(text: &str, line: &Range<usize>, spots: &[&Range<usize>], columns: usize) -> Range<usize> {
    if forward(text, line.start, line.end, columns) == line.end {
        return line.clone();
    }
    // The first spot leads where the spots are too far apart.
    let first = spots.iter().map(|spot| spot.start).min().unwrap_or(line.start);
    let last = spots.iter().map(|spot| spot.end).max().unwrap_or(line.start);
    let lead = columns / 3;
    let are_near = forward(text, first, line.end, columns - lead) >= last;
    let begin = if are_near { first } else { spots.first().map_or(line.start, |spot| spot.start) };
    let start = backward(text, begin, line.start, lead);
    let end = forward(text, start, line.end, columns);
    if end == line.end { backward(text, end, line.start, columns)..end } else { start..end }
}

/// Returns how far a number of columns reach from a byte towards the end.
fn forward(text: &str, start: usize, end: usize, columns: usize) -> usize {
    let rest = text.get(start..end).unwrap_or_default();
    start + reach(rest.char_indices().map(|(index, character)| (index + character.len_utf8(), character)), columns)
}

/// Returns how far a number of columns reach from a byte towards the start.
fn backward(text: &str, end: usize, start: usize, columns: usize) -> usize {
    let before = text.get(start..end).unwrap_or_default();
    end - reach(before.char_indices().rev().map(|(index, character)| (before.len() - index, character)), columns)
}

/// Returns the last of the distances, each behind its character, that the columns reach.
fn reach(characters: impl Iterator<Item = (usize, char)>, columns: usize) -> usize {
    let mut taken = 0;
    characters
        .take_while(|(_, character)| {
            taken += if *character == '\t' { TAB_WIDTH } else { character.width().unwrap_or(0) };
            taken <= columns
        })
        .last()
        .map_or(0, |(distance, _)| distance)
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        self.excerpts.get(id).map(|excerpt| excerpt.name.as_str()).ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        self.excerpts.get(id).map(|excerpt| excerpt.source.as_str()).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.excerpts.get(id).ok_or(Error::FileMissing)?;
        let line = excerpt.lines.iter().rev().find(|line| line.shown.start <= byte);
        line.map(|line| line.index).ok_or(Error::IndexTooLarge { given: byte, max: excerpt.source.len() })
    }

    fn column_number(&'a self, id: usize, index: usize, byte: usize) -> Result<usize, Error> {
        let (excerpt, line) = self.line(id, index)?;
        let before = excerpt.source.get(line.first_kept()..byte).unwrap_or_default();
        Ok(line.characters_before + before.chars().count() + 1)
    }

    fn line_range(&'a self, id: usize, index: usize) -> Result<Range<usize>, Error> {
        let (_, line) = self.line(id, index)?;
        // With the end of the line, which the display expects.
        Ok(line.shown.start..line.shown.end + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what is shown of a place, its range there, and its column.
    fn shown(text: &str, range: Range<usize>) -> (String, String, usize) {
        let mut excerpts = Excerpts::new(COLUMNS);
        let spots = excerpts.add("a.csv".to_owned(), &Lines::of_text(text), &[range]);
        let (id, spot) = spots[0].clone().unwrap();
        let source = excerpts.source(id).unwrap();
        let index = excerpts.line_index(id, spot.start).unwrap();
        let column = excerpts.column_number(id, index, spot.start).unwrap();
        let line = excerpts.line_range(id, index).unwrap();
        (source[line].trim_end().to_owned(), source[spot].to_owned(), column)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(shown("a,b\r\n指標,x\n", 12..13), ("指標,x".to_owned(), "x".to_owned(), 4));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_and_keeps_its_column() {
        let text = format!("{}値段{}", "あ".repeat(200), "い".repeat(200));
        let (line, spot, column) = shown(&text, 600..606);
        assert_eq!(line, format!("…{}値段{}…", "あ".repeat(20), "い".repeat(38)));
        assert_eq!((spot.as_str(), column), ("値段", 201));
    }

    #[test]
    fn what_is_near_the_end_is_shown_with_what_comes_before() {
        let (line, spot, column) = shown(&format!("{}z", "x".repeat(500)), 500..501);
        assert_eq!((line.chars().count(), spot.as_str(), column), (COLUMNS + 1, "z", 501));
    }

    #[test]
    fn of_a_place_that_is_too_long_the_beginning_is_shown() {
        let (line, spot, column) = shown(&"x".repeat(10_000), 0..10_000);
        assert_eq!((spot.len(), column), (COLUMNS, 1));
        assert!(line.ends_with(ELLIPSIS));
    }

    #[test]
    fn of_two_places_far_apart_the_first_is_shown() {
        let mut excerpts = Excerpts::new(COLUMNS);
        let text = Lines::of_text(&"x".repeat(1_000));
        let spots = excerpts.add("a.csv".to_owned(), &text, &[500..505, 10..15]);
        assert!(spots[0].is_some() && spots[1].is_none());
    }

    #[test]
    fn a_place_behind_the_end_is_shown_at_the_end() {
        assert_eq!(shown("a\nb", 3..9), ("b".to_owned(), String::new(), 2));
        assert_eq!(shown("", 0..0), (String::new(), String::new(), 1));
    }
}
