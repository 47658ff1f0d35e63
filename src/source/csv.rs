//! CSV text → cells with their places.

use std::sync::Arc;

use csv_core::{ReadFieldResult, Reader};

use super::table::Grid;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};

/// Reads comma-separated values with quoting as in RFC 4180; LF, CR and CRLF all end a row.
pub(super) fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Grid {
    report_open_quote(file, text, diagnostics);
    let mut reader = Reader::new();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut input = text.as_bytes();
    let mut offset = 0;
    loop {
        let start = offset;
        let (result, field) = read_field(&mut reader, &mut input, &mut offset);
        let end_of_row = match result {
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
            // `read_field` goes on until neither input nor output is short.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => false,
        };
        row.push(Located::new(field, Place::text(file, cell_range(text, start, offset))));
        if end_of_row {
            rows.push(std::mem::take(&mut row));
        }
    }
    Grid { place: Place::whole(file), rows }
}

/// Reads one field, however long it is.
fn read_field(reader: &mut Reader, input: &mut &[u8], offset: &mut usize) -> (ReadFieldResult, String) {
    let mut field = Vec::new();
    let mut buffer = [0; 1024];
    loop {
        let (result, consumed, written) = reader.read_field(input, &mut buffer);
        field.extend_from_slice(&buffer[..written]);
        *input = &input[consumed..];
        *offset += consumed;
        match result {
            // An empty input tells the reader that there is no more.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { .. } | ReadFieldResult::End => {
                return (result, String::from_utf8_lossy(&field).into_owned());
            }
        }
    }
}

/// Returns the bytes of a cell without its separator and the line ends that the reader skipped before it.
fn cell_range(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let raw = text.get(start..end).unwrap_or_default();
    let lead = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
    let kept = raw.trim_end_matches(['\r', '\n']);
    let kept = kept.strip_suffix(',').unwrap_or(kept);
    start + lead..(start + kept.len()).max(start + lead)
}

/// Reports a quotation mark that is never closed: it would swallow every row below it.
fn report_open_quote(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) {
    if text.matches('"').count() % 2 == 0 {
        return;
    }
    let mut open = None;
    for (index, byte) in text.bytes().enumerate() {
        if byte == b'"' {
            open = if open.is_none() { Some(index) } else { None };
        }
    }
    if let Some(index) = open {
        diagnostics.push(Diagnostic::at(Code::CsvSyntax, &Place::text(file, index..index + 1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let mut diagnostics = Diagnostics::default();
        let grid = read(&"data.csv".into(), text, &mut diagnostics);
        grid.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.value).collect()).collect()
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
        let text = "id,値\r\n\"x\",12\r\n";
        let mut diagnostics = Diagnostics::default();
        let grid = read(&"data.csv".into(), text, &mut diagnostics);
        let slices: Vec<&str> = grid
            .rows
            .iter()
            .flatten()
            .map(|cell| match cell.place.position {
                crate::diagnostic::Position::Text(start, end) => &text[start..end],
                crate::diagnostic::Position::Whole => "",
            })
            .collect();
        assert_eq!(slices, ["id", "値", "\"x\"", "12"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_fault_at_its_place() {
        let mut diagnostics = Diagnostics::default();
        read(&"data.csv".into(), "a,b\n\"c,d\n", &mut diagnostics);
        let found = diagnostics.sorted();
        assert_eq!(found[0].code, Code::CsvSyntax);
        assert_eq!(found[0].place, Some(Place::text(&"data.csv".into(), 4..5)));
    }
}
