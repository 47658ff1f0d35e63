//! The line or cell of a place, to show what is there.

use super::lines::Lines;
use super::project::Texts;
use crate::diagnostic::{Place, Position};

/// The most characters on each side of what is marked: a paragraph may be one line.
const MOST_AROUND: usize = 80;

/// What is at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, from 1; `None` in a workbook.
    pub line: Option<usize>,
    /// The column of the first character that is marked, from 1; `None` in a workbook.
    pub column: Option<usize>,
    /// What stands before it in its line; empty in a workbook.
    pub before: String,
    /// What is meant.
    pub marked: String,
    /// What stands behind it.
    pub after: String,
}

impl Excerpt {
    /// What is at a position of a text. `None` if it is no line and no cell.
    #[must_use]
    pub fn of(lines: &Lines, position: &Position) -> Option<Self> {
        match position {
            Position::Text(start, end) => {
                let (number, column) = lines.line_and_column(*start);
                let line = lines.range(number - 1);
                let start = lines.text.floor_char_boundary((*start).clamp(line.start, line.end));
                let end = lines.text.floor_char_boundary((*end).clamp(start, line.end));
                let part = |from: usize, to: usize| lines.text.get(from..to).unwrap_or_default();
                Some(Self {
                    line: Some(number),
                    column: Some(column),
                    before: last(part(line.start, start)),
                    marked: part(start, end).to_owned(),
                    after: first(part(end, line.end)),
                })
            }
            Position::Cell(_) => {
                let marked = lines.text.get(lines.bytes(position)?)?.to_owned();
                Some(Self { line: None, column: None, before: String::new(), marked, after: String::new() })
            }
            Position::Whole | Position::Sheet(_) => None,
        }
    }
}

/// What is at a place in one of the texts of a report.
#[must_use]
pub fn excerpt(texts: &Texts, place: &Place) -> Option<Excerpt> {
    let text = texts.get(&place.text_name())?;
    let is_text = matches!(place.position, Position::Text(..));
    let lines = if is_text { Lines::of_text(text) } else { Lines::of_sheet(text) };
    Excerpt::of(&lines, &place.position)
}

fn first(text: &str) -> String {
    match text.char_indices().nth(MOST_AROUND) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn last(text: &str) -> String {
    match text.char_indices().rev().nth(MOST_AROUND - 1) {
        Some((start, _)) if start > 0 => format!("…{}", &text[start..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, place: &Place) -> Option<Excerpt> {
        excerpt(&Texts::from([(place.text_name(), text.into())]), place)
    }

    #[test]
    fn what_is_at_a_place_is_shown_with_its_line() {
        let text = "id,値\r\n水,45,\r\n";
        let start = text.find("45").unwrap();
        let found = at(text, &Place::text(&"a.csv".into(), start..start + 2)).unwrap();
        assert_eq!((found.line, found.column), (Some(2), Some(3)));
        assert_eq!((found.before.as_str(), found.marked.as_str(), found.after.as_str()), ("水,", "45", ","));
        // Of a place with several lines, the first is shown.
        let found = at(text, &Place::text(&"a.csv".into(), 3..text.len())).unwrap();
        assert_eq!((found.line, found.marked.as_str()), (Some(1), "値"));
    }

    #[test]
    fn a_cell_is_shown_by_itself() {
        let place = Place::cell(&"a.xlsx".into(), &"実績".into(), 1, 1);
        let found = at("id\t値\n水\t45\n", &place).unwrap();
        assert_eq!((found.line, found.marked.as_str()), (None, "45"));
        assert_eq!(at("a", &Place::whole(&"a.png".into())), None);
    }

    #[test]
    fn long_lines_are_cut_around_what_is_marked() {
        let text = format!("{}水{}", "あ".repeat(200), "い".repeat(200));
        let start = text.find('水').unwrap();
        let found = at(&text, &Place::text(&"a.ftl".into(), start..start + '水'.len_utf8())).unwrap();
        assert_eq!(found.before, format!("…{}", "あ".repeat(MOST_AROUND)));
        assert_eq!(found.after, format!("{}…", "い".repeat(MOST_AROUND)));
    }
}
