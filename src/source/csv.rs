//! Reads delimited text into cells with their places. The delimiter (comma, tab or semicolon) is detected.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::table::{Cell, Grid};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, MOST_KEPT, Place};
use crate::formula::unguarded;

const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// The most rows of a table in all of its files: more than a report needs, and read in a second or two.
pub const MOST_ROWS: usize = 200_000;

/// The most line-end characters of a file: rows may be empty, cells multi-line, and a line may end in two characters.
pub(super) const MOST_LINE_ENDS: usize = 8 * MOST_ROWS;

/// The most columns of a table.
pub const MOST_COLUMNS: usize = 1_000;

/// The most cells of all tables.
pub const MOST_CELLS: usize = 2_000_000;

/// The most characters of a cell, as in Excel.
pub const LONGEST_CELL: usize = 32_767;

/// Reads quoted values as in RFC 4180 (LF, CR and CRLF all end a row). `None` if the boundaries of cells are ambiguous.
pub(super) fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<(Grid, char)> {
    let (delimiter, start) = separator_line(text).unwrap_or_else(|| (delimiter(text), 0));
    let problems = quoting_problems(text, delimiter, start);
    let is_certain = problems.is_empty();
    for (range, kind) in problems {
        diagnostics.push(Diagnostic::at(Code::CsvSyntax, &Place::text(file, range)).with("kind", kind));
    }
    let grid = match is_certain.then(|| cells(file, text, delimiter, start))? {
        Ok(grid) => grid,
        Err(problem) => {
            diagnostics.push(*problem);
            return None;
        }
    };
    let too_long =
        grid.rows.iter().flatten().map(|cell| &cell.text).filter(|cell| cell.value.chars().nth(LONGEST_CELL).is_some());
    let found = diagnostics.found();
    diagnostics.extend(too_long.map(|cell| Diagnostic::at(Code::CellTooLong, &cell.place).with("most", LONGEST_CELL)));
    (diagnostics.found() == found).then_some((grid, char::from(delimiter)))
}

/// The delimiter of an Excel separator line, `sep=;`, and the start of the next line.
fn separator_line(text: &str) -> Option<(u8, usize)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let rest = &text[end..];
    let next = end + rest.find(|character| !matches!(character, '\r' | '\n')).unwrap_or(rest.len());
    let line = text[..end].trim_start();
    let line = line.strip_prefix('"').map_or(line, |line| line.trim_end_matches('"'));
    let sign = line.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let mut bytes = sign.bytes();
    let delimiter = bytes.next().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"')?;
    // Programs pad the line to the length of the others.
    bytes.all(|byte| byte == delimiter || byte == b' ').then_some((delimiter, next))
}

/// The most frequent delimiter in the first line that is not empty, outside quotation marks.
pub(super) fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count =
        |delimiter: u8| header.split('"').step_by(2).flat_map(str::bytes).filter(|byte| *byte == delimiter).count();
    // In a tie, the first of the list.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

pub(super) fn too_large(place: &Place, part: &str, most: usize) -> Diagnostic {
    Diagnostic::at(Code::TableTooLarge, place).with("part", part).with("most", most)
}

fn cells(file: &Arc<str>, text: &str, delimiter: u8, start: usize) -> Result<Grid, Box<Diagnostic>> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = Vec::new();
    let mut count = 0;
    let mut input = &text.as_bytes()[start..];
    let mut offset = start;
    loop {
        let start = offset;
        let (result, field) = read_field(&mut reader, &mut input, &mut offset);
        let end_of_row = match result {
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
            // `read_field` returns only when neither input nor output is exhausted.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => false,
        };
        let field = unguarded(&field).to_owned();
        let place = Place::text(file, cell_range(text, start..offset, delimiter, row.is_empty()));
        count += 1;
        let passed = [
            (row.len() >= MOST_COLUMNS, "columns", MOST_COLUMNS),
            (rows.len() >= MOST_ROWS, "rows", MOST_ROWS),
            (count > MOST_CELLS, "cells", MOST_CELLS),
        ];
        if let Some((_, part, most)) = passed.into_iter().find(|(is_passed, ..)| *is_passed) {
            return Err(Box::new(too_large(&place, part, most)));
        }
        row.push(Cell::typed(field, place));
        if end_of_row {
            rows.push(std::mem::take(&mut row));
        }
    }
    Ok(Grid { place: Place::whole(file), rows, faulty: BTreeSet::new(), merged: Vec::new() })
}

/// The fields of one row, without a limit on their number.
pub(super) fn fields(row: &[u8], delimiter: u8) -> Vec<String> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let (mut input, mut offset, mut fields) = (row, 0, Vec::new());
    while let (ReadFieldResult::Field { .. }, field) = read_field(&mut reader, &mut input, &mut offset) {
        fields.push(field);
    }
    fields
}

fn read_field(reader: &mut Reader, input: &mut &[u8], offset: &mut usize) -> (ReadFieldResult, String) {
    let mut field = Vec::new();
    let mut buffer = [0; 1024];
    loop {
        let (result, consumed, written) = reader.read_field(input, &mut buffer);
        field.extend_from_slice(&buffer[..written]);
        *input = &input[consumed..];
        *offset += consumed;
        match result {
            // An empty input signals the end to the reader.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { .. } | ReadFieldResult::End => {
                return (result, String::from_utf8_lossy(&field).into_owned());
            }
        }
    }
}

/// The bytes of a cell without its delimiter and, at the start of a row, without the line ends that the reader skipped.
fn cell_range(text: &str, range: Range<usize>, delimiter: u8, is_first: bool) -> Range<usize> {
    let start = range.start;
    let raw = text.get(range).unwrap_or_default();
    let lead = if is_first { raw.len() - raw.trim_start_matches(['\r', '\n']).len() } else { 0 };
    let kept = raw.trim_end_matches(['\r', '\n']);
    let kept = kept.strip_suffix(char::from(delimiter)).unwrap_or(kept);
    start + lead..(start + kept.len()).max(start + lead)
}

/// Finds quotation marks that are never closed, since they would swallow all following rows, and quoted cells that
/// continue after their closing mark. A mark in a cell that does not begin with one is literal.
fn quoting_problems(text: &str, delimiter: u8, start: usize) -> Vec<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    let ends_cell = |byte: u8| byte == delimiter || matches!(byte, b'\r' | b'\n');
    let mut problems = Vec::new();
    let mut is_start_of_cell = true;
    let mut index = start;
    while let Some(byte) = bytes.get(index) {
        if *byte == b'"' && is_start_of_cell {
            let Some(close) = closing_quote(bytes, index) else {
                problems.push((index..index + 1, "open"));
                return problems;
            };
            index = close;
            if !bytes.get(close + 1).is_none_or(|byte| ends_cell(*byte)) {
                problems.push((close..close + 1, "inside"));
                // Further problems would only be counted.
                if problems.len() > MOST_KEPT {
                    return problems;
                }
            }
        }
        is_start_of_cell = ends_cell(*byte);
        index += 1;
    }
    problems
}

/// The position of the mark that closes the one at `open`; two consecutive marks are a literal one.
fn closing_quote(bytes: &[u8], open: usize) -> Option<usize> {
    let mut index = open + 1;
    loop {
        match (bytes.get(index)?, bytes.get(index + 1)) {
            (b'"', Some(b'"')) => index += 2,
            (b'"', _) => return Some(index),
            _ => index += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let mut diagnostics = Diagnostics::default();
        let grid = read(&"data.csv".into(), text, &mut diagnostics).unwrap().0;
        grid.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text.value).collect()).collect()
    }

    #[test]
    fn quotes_hold_commas_quotes_and_line_ends() {
        assert_eq!(cells("a,\"b, \"\"c\"\"\nd\"\r\ne,f\r\n"), [["a", "b, \"c\"\nd"], ["e", "f"]]);
    }

    #[test]
    fn a_last_row_needs_no_line_end_and_may_end_in_an_empty_cell() {
        assert_eq!(cells("a,b\nc,"), [["a", "b"], ["c", ""]]);
    }

    #[test]
    fn a_field_longer_than_the_buffer_is_whole() {
        let long = "指標".repeat(2000);
        assert_eq!(cells(&format!("a\n{long}\n"))[1][0], long);
    }

    #[test]
    fn each_cell_knows_its_bytes() {
        let text = "id,値,\r\n\r\n\"x\",12,\r\n";
        let mut diagnostics = Diagnostics::default();
        let grid = read(&"data.csv".into(), text, &mut diagnostics).unwrap().0;
        let slices: Vec<&str> = grid
            .rows
            .iter()
            .flatten()
            .map(|cell| match cell.text.place.position {
                crate::diagnostic::Position::Text(start, end) => &text[start..end],
                _ => "",
            })
            .collect();
        assert_eq!(slices, ["id", "値", "", "\"x\"", "12", ""]);
        assert_eq!(grid.rows[0][2].text.place, Place::text(&"data.csv".into(), 7..7));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_problem_at_its_place() {
        let mut diagnostics = Diagnostics::default();
        assert!(read(&"data.csv".into(), "a,b\n\"c,d\n", &mut diagnostics).is_none());
        let found = diagnostics.sorted();
        assert_eq!(found[0].code, Code::CsvSyntax);
        assert_eq!(found[0].place, Some(Place::text(&"data.csv".into(), 4..5)));
    }

    #[test]
    fn a_quote_within_a_plain_cell_is_a_character() {
        assert_eq!(cells("a\n5\" pipe\n"), [["a"], ["5\" pipe"]]);
        assert_eq!(quoting_problems("a,5\" pipe,\"b\"\n", b',', 0), []);
    }

    #[test]
    fn a_quoted_cell_that_goes_on_behind_its_end_is_a_problem() {
        assert_eq!(quoting_problems("a,\"5\" pipe\",b\n", b',', 0), [(4..5, "inside"),]);
    }

    #[test]
    fn the_sign_between_cells_is_found_out() {
        for (text, expected) in [
            ("id,kind\n", b','),
            ("id\tkind\tname@ja, en\n", b'\t'),
            ("\n\nid;kind\n", b';'),
            ("\"a;b;c\",kind\n", b','),
            ("id\n", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(delimiter(text)), char::from(expected), "{text}");
        }
        assert_eq!(cells("a;\"b;c\"\n1,5;2\n"), [["a", "b;c"], ["1,5", "2"]]);
        assert_eq!(cells("a\tb\r\n1\t\r\n"), [["a", "b"], ["1", ""]]);
    }

    #[test]
    fn the_first_line_may_name_the_sign_between_cells() {
        for text in ["sep=;\na;1,5\n", "SEP=;\r\n\r\na;1,5\r\n", "\"sep=;\"\na;1,5", "sep=;;;\na;1,5"] {
            assert_eq!(cells(text), [["a", "1,5"]], "{text}");
        }
        assert_eq!(cells("sep=|\na|\"b|c\"\n"), [["a", "b|c"]]);
        assert_eq!(cells("sep=\t\na\tb\n"), [["a", "b"]]);
        assert_eq!(cells("sep=,\na,b\n"), [["a", "b"]]);
        for text in ["sep=", "sep=x\na", "separator=;\na", "sep=;a\nb"] {
            assert_eq!(separator_line(text), None, "{text}");
        }
        let text = "sep=;\na;\"b\"\n";
        let grid = read(&"data.csv".into(), text, &mut Diagnostics::default()).unwrap().0;
        assert_eq!(grid.rows[0][1].text.place, Place::text(&"data.csv".into(), 8..11));
    }

    #[test]
    fn rows_columns_and_cells_have_an_end() {
        let part = |text: &str| {
            let mut diagnostics = Diagnostics::default();
            assert!(read(&"data.csv".into(), text, &mut diagnostics).is_none());
            let found = diagnostics.sorted();
            assert_eq!((found.len(), found[0].code), (1, Code::TableTooLarge));
            found[0].argument("part").unwrap().to_owned()
        };
        assert_eq!(part(&"a\n".repeat(MOST_ROWS + 1)), "rows");
        assert_eq!(part(&"a,".repeat(MOST_COLUMNS)), "columns");
        let row = format!("{}\n", vec!["a"; MOST_COLUMNS].join(","));
        assert_eq!(part(&row.repeat(MOST_CELLS / MOST_COLUMNS + 1)), "cells");
        assert!(read(&"data.csv".into(), &"a\n".repeat(MOST_ROWS), &mut Diagnostics::default()).is_some());
        let mut diagnostics = Diagnostics::default();
        read(&"data.csv".into(), &"\"a\"b\n".repeat(4 * MOST_KEPT), &mut diagnostics);
        assert_eq!(diagnostics.sorted().len(), MOST_KEPT);
    }

    #[test]
    fn a_cell_that_is_too_long_is_a_problem() {
        let mut diagnostics = Diagnostics::default();
        let text = format!("a,b\n1,{}\n", "あ".repeat(LONGEST_CELL + 1));
        assert!(read(&"data.csv".into(), &text, &mut diagnostics).is_none());
        assert_eq!(diagnostics.sorted()[0].code, Code::CellTooLong);
        let text = format!("a,b\n1,{}\n", "あ".repeat(LONGEST_CELL));
        assert!(read(&"data.csv".into(), &text, &mut Diagnostics::default()).is_some());
    }
}
