//! Faults as people read them: with the lines or rows that they are about. Knows the display, and no language.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{Diagnostic as Rendered, Label, Severity as RenderedSeverity};
use codespan_reporting::term::termcolor::{ColorSpec, WriteColor};
use codespan_reporting::term::{self, Config};

use super::excerpt::{COLUMNS, Excerpts, WHOLE_NAME};
use super::localized::LocalizedDiagnostic;
use super::text_lines::TextLines;
use super::wrap::wrap;
use crate::diagnostic::{Diagnostic, Place, Position, Severity};

/// Returns the name by which a place is shown above its line.
fn shown_name(place: &Place) -> String {
    match place.position {
        // The display adds line and column to every name, and a cell's has them already.
        Position::Cell(_) => format!("{place}{WHOLE_NAME}"),
        _ => place.to_string(),
    }
}

/// Writes a fault with its lines, which fit into so many columns where the terminal has a width.
pub(super) fn write_fault(
    stream: &mut dyn WriteColor,
    diagnostic: &Diagnostic,
    localized: &LocalizedDiagnostic,
    lines: &TextLines,
    columns: Option<usize>,
) -> io::Result<()> {
    /// What stands beside a line: its number, and marks of what was cut off.
    const BESIDE: usize = 10;
    let room = columns.map_or(COLUMNS, |columns| columns.saturating_sub(BESIDE).clamp(BESIDE, COLUMNS));
    let mut excerpts = Excerpts::new(room);
    let mut spots = |places: &[&Place]| {
        let found: Vec<_> = places.iter().filter_map(|place| lines.find(place)).collect();
        let ranges: Vec<_> = found.iter().map(|(_, range)| range.clone()).collect();
        let shown = found.first().map(|(lines, _)| excerpts.add(shown_name(places[0]), lines, &ranges));
        shown.unwrap_or_default().into_iter()
    };
    let (place, related) = (diagnostic.place.as_ref(), diagnostic.related.as_ref());
    let (primary, secondary) = match (place, related) {
        // Both stand in one text and are shown together.
        (Some(place), Some(related))
            if place.text_name() == related.text_name()
                && lines.find(place).is_some()
                && lines.find(related).is_some() =>
        {
            let mut spots = spots(&[place, related]);
            (spots.next().flatten(), spots.next().flatten())
        }
        _ => {
            let mut one = |place: Option<&Place>| spots(place.as_slice()).next().flatten();
            (one(place), one(related))
        }
    };
    let mut notes = localized.notes(primary.is_some(), secondary.is_some());
    if let Some(columns) = columns {
        notes = notes.iter().map(|note| wrap(note, columns.saturating_sub(BESIDE)).join("\n")).collect();
    }
    let primary = primary.map(|(id, range)| Label::primary(id, range));
    let secondary = secondary.map(|(id, range)| Label::secondary(id, range).with_message(&localized.related));
    let severity = match diagnostic.code.severity() {
        Severity::Error => RenderedSeverity::Error,
        Severity::Warning => RenderedSeverity::Warning,
    };
    let rendered = Rendered::new(severity)
        .with_code(diagnostic.code.as_str())
        .with_message(&localized.message)
        .with_labels(primary.into_iter().chain(secondary).collect())
        .with_notes(notes);
    emit(stream, &excerpts, &rendered)
}

/// Writes a statement that is about no line.
pub(super) fn write_statement(
    stream: &mut dyn WriteColor,
    severity: RenderedSeverity,
    message: &str,
    notes: &[String],
) -> io::Result<()> {
    emit(stream, &Excerpts::new(0), &Rendered::new(severity).with_message(message).with_notes(notes.to_vec()))
}

fn emit(stream: &mut dyn WriteColor, excerpts: &Excerpts, rendered: &Rendered<usize>) -> io::Result<()> {
    let config = Config { tab_width: 4, ..Config::default() };
    let mut stream = WholeNames { stream, is_behind_name: false };
    term::emit(&mut stream, &config, excerpts, rendered).map_err(io::Error::other)
}

/// Leaves out the line and column that the display writes behind a name that has them already.
struct WholeNames<'a> {
    stream: &'a mut dyn WriteColor,
    is_behind_name: bool,
}

impl Write for WholeNames<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            let mut kept = part;
            if let Some(end) = part.iter().position(|byte| char::from(*byte) == WHOLE_NAME) {
                self.stream.write_all(&part[..end])?;
                (self.is_behind_name, kept) = (true, &part[end..]);
            }
            if self.is_behind_name && kept.ends_with(b"\n") {
                (self.is_behind_name, kept) = (false, b"\n");
            }
            if !self.is_behind_name {
                self.stream.write_all(kept)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

impl WriteColor for WholeNames<'_> {
    fn supports_color(&self) -> bool {
        self.stream.supports_color()
    }

    fn set_color(&mut self, colour: &ColorSpec) -> io::Result<()> {
        self.stream.set_color(colour)
    }

    fn reset(&mut self) -> io::Result<()> {
        self.stream.reset()
    }
}
