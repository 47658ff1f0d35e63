//! Reads workbooks into the grids of their tables. The file format is detected from the content, not from the name.
//!
//! The readers are nenpo's own: calamine gives no number formats for xls and ods, so that 81% would be read as 0.81; it
//! allocates what a file claims to contain, and panics on some damaged files. The tests compare with it.

mod bound;
mod colour;
mod compound;
mod conditional;
mod digits;
mod encryption;
mod failure;
mod font;
mod format_code;
mod number_format;
mod ods;
mod ods_style;
mod package;
mod record;
mod review;
mod sheet;
mod shown_text;
mod xls;
mod xls_rule;
mod xlsx;
mod xlsx_rule;
mod xlsx_style;
mod xml;
mod year_format;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use failure::{Failure, Reason};
use package::Package;
use sheet::{Content, Sheet};

use super::project::Project;
use super::table::{self, Grid, MergedCells, Origin};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};

pub(super) const EXTENSIONS: &[&str] = &["xlsx", "xlsm", "xls", "ods"];

#[derive(Debug)]
pub(super) struct Workbook {
    file: Arc<str>,
    sheets: Vec<Arc<str>>,
    /// The result for each requested sheet, in the order of the request.
    pub(super) found: Vec<Found>,
}

#[derive(Debug)]
pub(super) enum Found {
    Missing,
    /// The columns of cells are uncertain, which is already reported.
    Unreadable,
    Sheet(Grid),
}

impl Workbook {
    /// The names of the sheets that are not read: the only sheet is.
    pub(super) fn sheets_besides(&self, wanted: &[&[&str]]) -> Vec<&str> {
        let is_wanted = |name: &str| self.sheets.len() == 1 || wanted.iter().any(|names| is_one_of(name, names));
        self.sheets.iter().map(AsRef::as_ref).filter(|name| !is_wanted(name)).collect()
    }

    pub(super) fn missing_sheet(&self, names: &[&str]) -> Diagnostic {
        let there: Vec<&str> = self.sheets.iter().map(|name| name.trim()).collect();
        let problem = Diagnostic::at(Code::MissingSheet, &Place::whole(&self.file))
            .with("file", &self.file)
            .with("sheet", names.first().copied().unwrap_or_default())
            .with("sheets", there.join(", "));
        match names.iter().find_map(|name| nearest(name, &there)) {
            Some(similar) => problem.with("part", "similar").with("similar", similar),
            None => problem,
        }
    }
}

/// Reads the requested sheets by their accepted names (in any case and width). `None` if the file cannot be read.
pub(super) fn read(
    project: &mut Project,
    name: &str,
    wanted: &[&[&str]],
    diagnostics: &mut Diagnostics,
) -> Option<Workbook> {
    let file: Arc<str> = name.into();
    let bytes = project.read_bytes(&file, &Place::whole(&file), diagnostics)?;
    let is_wanted = |name: &str| wanted.iter().any(|names| is_one_of(name, names));
    let sheets = sheets(&bytes, &is_wanted).and_then(|found| match found.as_slice() {
        // The only sheet is that of the file's table, whatever its name.
        [only] if !is_wanted(&only.name) => sheets(&bytes, &|_| true),
        _ => Ok(found),
    });
    let sheets = match sheets {
        Ok(sheets) => sheets,
        Err(failure) => {
            diagnostics.push(failure.diagnostic(&file));
            return None;
        }
    };
    let only = match sheets.as_slice() {
        [only] if !is_wanted(&only.name) => vec![&*only.name],
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (index, names) in wanted.iter().enumerate() {
        let names = if index == 0 && !only.is_empty() { &only } else { *names };
        found.push(find(&sheets, names, &file, project, diagnostics));
    }
    let sheets = sheets.into_iter().map(|sheet| sheet.name).collect();
    Some(Workbook { file, sheets, found })
}

/// A sheet with its name, its cells, and what is wrong with them.
pub(super) type ReadSheet = (String, Grid, Diagnostics);

/// Reads all sheets. `None` if the file cannot be read.
pub(super) fn read_all(project: &mut Project, name: &str, diagnostics: &mut Diagnostics) -> Option<Vec<ReadSheet>> {
    let file: Arc<str> = name.into();
    let bytes = project.read_bytes(&file, &Place::whole(&file), diagnostics)?;
    let sheets = match sheets(&bytes, &|_| true) {
        Ok(sheets) => sheets,
        Err(failure) => {
            diagnostics.push(failure.diagnostic(&file));
            return None;
        }
    };
    let read = sheets.iter().map(|sheet| {
        let mut own = Diagnostics::default();
        let (grid, _) = reviewed(sheet, &file, project, &mut own);
        (sheet.name.to_string(), grid, own)
    });
    Some(read.collect())
}

fn sheets(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    if bytes.starts_with(b"PK") {
        return zipped(bytes, is_wanted);
    }
    if bytes.starts_with(compound::SIGNATURE) {
        return match encryption::package(bytes) {
            Some(package) if package.starts_with(b"PK") => zipped(&package, is_wanted),
            _ => xls::read(bytes, is_wanted),
        };
    }
    Err(other(bytes).into())
}

fn zipped(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let mut package = Package::new(bytes)?;
    if package.has("xl/workbook.bin") {
        Err(Reason::Binary.into())
    } else if package.has("content.xml") {
        ods::read(&mut package, is_wanted)
    } else if package.has("_rels/.rels") {
        xlsx::read(&mut package, is_wanted)
    } else {
        Err(Reason::Other.into())
    }
}

fn other(bytes: &[u8]) -> Reason {
    /// Sufficient to identify a kind of file.
    const ENOUGH: usize = 4096;
    let bytes = &bytes[..bytes.len().min(ENOUGH)];
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_text = !bytes.iter().any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace());
    match (start, start.trim_ascii_start()) {
        (_, []) => Reason::Empty,
        // The worksheets of Excel 2 to 4 have no container.
        ([9, 0 | 2 | 4, ..], _) => Reason::Old,
        (_, [b'<', ..]) => Reason::Markup,
        _ if is_text && bytes.iter().any(|byte| matches!(byte, b',' | b'\t' | b';')) => Reason::Text,
        _ => Reason::Other,
    }
}

fn key(name: &str) -> String {
    name.nfkc().collect::<String>().trim().to_lowercase()
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    let name = key(name);
    names.iter().any(|accepted| key(accepted) == name)
}

fn find(
    sheets: &[Sheet],
    names: &[&str],
    file: &Arc<str>,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Found {
    let mut found = sheets.iter().filter(|sheet| is_one_of(&sheet.name, names));
    let Some(sheet) = found.next() else { return Found::Missing };
    if let Some(second) = found.next() {
        diagnostics.push(
            Diagnostic::at(Code::DuplicateSheet, &Place::sheet(file, &second.name))
                .with("sheet", &second.name)
                .with("first", &sheet.name)
                .with_related(&Place::sheet(file, &sheet.name)),
        );
        return Found::Unreadable;
    }
    let (grid, unusable) = reviewed(sheet, file, project, diagnostics);
    // Without a readable header, no cell has a column.
    if sheet.cells.first().is_some_and(|cell| unusable.range((cell.row, 0)..=(cell.row, u32::MAX)).next().is_some()) {
        return Found::Unreadable;
    }
    Found::Sheet(grid)
}

/// The cells of a sheet, and which of them cannot be used, which is reported.
fn reviewed(
    sheet: &Sheet,
    file: &Arc<str>,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> (Grid, BTreeSet<(u32, u32)>) {
    let place = Place::sheet(file, &sheet.name);
    project.remember(&place.text_name(), &text(sheet).into());
    let unusable = review::review(sheet, file, diagnostics);
    (grid(sheet, file, place, &unusable), unusable)
}

/// The rows of a sheet from column A on, without empty rows.
fn grid(sheet: &Sheet, file: &Arc<str>, place: Place, unusable: &BTreeSet<(u32, u32)>) -> Grid {
    let mut grid = Grid { place, rows: Vec::new(), faulty: BTreeSet::new(), merged: Vec::new() };
    let mut numbers = Vec::new();
    for cells in sheet.rows() {
        let Some(last) = cells.last() else { continue };
        let at = |column| Place::cell(file, &sheet.name, last.row, column);
        let mut row: Vec<table::Cell> =
            (0..=last.column).map(|column| table::Cell::typed(String::new(), at(column))).collect();
        for cell in cells {
            if let Some(laid) = row.get_mut(cell.column as usize) {
                *laid = table::Cell::typed(cell.content.text().to_owned(), laid.text.place.clone());
                match &cell.content {
                    _ if unusable.contains(&(cell.row, cell.column)) => laid.origin = Origin::Unreadable,
                    Content::Raised(_) => laid.origin = Origin::Raised,
                    Content::Number { exact, .. } => laid.origin = Origin::Number(*exact),
                    _ => {}
                }
            }
        }
        numbers.push(last.row);
        grid.rows.push(row);
    }
    grid.merged = review::merged(sheet)
        .into_iter()
        .map(|area| MergedCells {
            range: review::range_name(area.columns, area.rows),
            place: Place::cell(file, &sheet.name, area.rows.0, area.columns.0),
            has_columns: area.columns.0 < area.columns.1,
            rows: (
                numbers.partition_point(|row| *row < area.rows.0),
                numbers.partition_point(|row| *row <= area.rows.1).saturating_sub(1),
            ),
        })
        .collect();
    grid
}

/// The sheet as text with one line per row, for the display of diagnostics.
fn text(sheet: &Sheet) -> String {
    let mut text = String::new();
    let mut line = 0;
    for cells in sheet.rows() {
        let mut column = 0;
        for cell in cells {
            text.extend(std::iter::repeat_n('\n', (cell.row - line) as usize));
            text.extend(std::iter::repeat_n('\t', (cell.column - column) as usize));
            let shown = cell.content.text().chars();
            text.extend(shown.map(|character| if character.is_control() { ' ' } else { character }));
            (line, column) = (cell.row, cell.column);
        }
    }
    text
}
