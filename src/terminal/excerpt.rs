//! The lines that a fault is about, short enough to be read: a wide table or a long paragraph is cut on both sides of
//! the place. Knows lines and columns, and no fault and no language.

use std::ops::Range;
use std::sync::Arc;

use codespan_reporting::files::{Error, Files};

use crate::diagnostic::{Place, Position};

/// The most characters of a line that are shown as they are.
const LONGEST_LINE: usize = 120;

/// How many characters are shown on each side of a place in a line that is longer.
const CONTEXT: usize = 40;

/// Stands for what was cut off.
const ELLIPSIS: char = '…';

/// A file's text with the starts of its lines, made once for all faults.
#[derive(Debug)]
pub(super) struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    pub(super) fn new(text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts }
    }

    fn index_at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    fn range(&self, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }
}

/// The lines of one fault.
#[derive(Debug, Default)]
pub(super) struct Excerpts(Vec<Excerpt>);

/// Lines of one file.
#[derive(Debug)]
struct Excerpt {
    name: Arc<str>,
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
    /// Adds the lines of the places in one file and returns where each place is shown: the part of it that stands in its
    /// first line, or nothing where that part was cut off. The first place is the one that is always shown.
    pub(super) fn add(
        &mut self,
        name: &Arc<str>,
        file: &Lines,
        places: &[&Place],
    ) -> Vec<Option<(usize, Range<usize>)>> {
        let spots: Vec<(usize, Range<usize>)> = places
            .iter()
            .filter_map(|place| match place.position {
                Position::Text(start, end) => {
                    let index = file.index_at(start.min(file.text.len()));
                    let line = file.range(index);
                    let start = start.clamp(line.start, line.end);
                    Some((index, start..end.clamp(start, line.end)))
                }
                Position::Whole | Position::Sheet(_) | Position::Cell(_) => None,
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
        let mut excerpt = Excerpt { name: Arc::clone(name), source: String::new(), lines: Vec::new() };
        for index in indices {
            let of_line = spots.iter().filter(|(other, _)| *other == index).map(|(_, range)| range);
            excerpt.push(file, index, of_line.collect::<Vec<_>>().as_slice());
        }
        let id = self.0.len();
        let shown = spots.iter().map(|(index, range)| Some((id, excerpt.shown(*index, range)?))).collect();
        self.0.push(excerpt);
        shown
    }

    fn line(&self, id: usize, index: usize) -> Result<(&Excerpt, &Line), Error> {
        let excerpt = self.0.get(id).ok_or(Error::FileMissing)?;
        let line = excerpt.lines.iter().find(|line| line.index == index);
        let last = excerpt.lines.last().map_or(0, |line| line.index);
        Ok((excerpt, line.ok_or(Error::LineTooLarge { given: index, max: last })?))
    }
}

impl Excerpt {
    fn push(&mut self, file: &Lines, index: usize, spots: &[&Range<usize>]) {
        let line = file.range(index);
        let kept = window(&file.text, &line, spots);
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

/// Returns the bytes of a line that are shown: all, or those around the spots.
fn window(text: &str, line: &Range<usize>, spots: &[&Range<usize>]) -> Range<usize> {
    let whole = text.get(line.clone()).unwrap_or_default();
    if whole.chars().nth(LONGEST_LINE).is_none() {
        return line.clone();
    }
    let around = |first: usize, last: usize| {
        let before = text.get(line.start..first).unwrap_or_default();
        let after = text.get(last..line.end).unwrap_or_default();
        let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(line.start, |(index, _)| line.start + index);
        let end = after.char_indices().nth(CONTEXT).map_or(line.end, |(index, _)| last + index);
        start..end
    };
    let first = spots.iter().map(|spot| spot.start).min().unwrap_or(line.start);
    let last = spots.iter().map(|spot| spot.end).max().unwrap_or(line.start);
    let both = around(first, last);
    if text.get(both.clone()).is_some_and(|both| both.chars().nth(2 * LONGEST_LINE).is_none()) {
        return both;
    }
    // The spots are too far apart, or one is too long: the first characters of the first one have to do.
    let spot = spots.first().map_or(line.start..line.start, |spot| (*spot).clone());
    let long = text.get(spot.clone()).unwrap_or_default();
    let end = long.char_indices().nth(LONGEST_LINE).map_or(spot.end, |(index, _)| spot.start + index);
    around(spot.start, end)
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        self.0.get(id).map(|excerpt| &*excerpt.name).ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        self.0.get(id).map(|excerpt| excerpt.source.as_str()).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.0.get(id).ok_or(Error::FileMissing)?;
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
        let name: Arc<str> = "a.csv".into();
        let mut excerpts = Excerpts::default();
        let places = [&Place::text(&name, range)];
        let spots = excerpts.add(&name, &Lines::new(text.to_owned()), &places);
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
        assert_eq!(line, format!("…{}値段{}…", "あ".repeat(40), "い".repeat(40)));
        assert_eq!((spot.as_str(), column), ("値段", 201));
    }

    #[test]
    fn of_a_place_that_is_too_long_the_beginning_is_shown() {
        let (line, spot, column) = shown(&"x".repeat(10_000), 0..10_000);
        assert_eq!((spot.len(), column), (LONGEST_LINE + CONTEXT, 1));
        assert!(line.ends_with(ELLIPSIS));
    }

    #[test]
    fn a_place_behind_the_end_is_shown_at_the_end() {
        assert_eq!(shown("a\nb", 3..9), ("b".to_owned(), String::new(), 2));
        assert_eq!(shown("", 0..0), (String::new(), String::new(), 1));
    }
}
