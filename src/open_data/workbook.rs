//! Writes tables as a workbook with one sheet each: plain cells below one header, nothing merged, hidden or computed.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::data_table::{Cell, Kind, Table, Unit};
use crate::formula::looks_like_formula;
use crate::report::Day;

/// The significant digits that spreadsheets keep.
const MOST_DIGITS: usize = 15;

/// In characters.
const WIDEST: usize = 60;

/// Does not read a clock, so that the same tables give the same bytes.
///
/// # Errors
/// If Excel cannot hold a table, such as a cell of more than 32,767 characters.
pub(super) fn workbook(tables: &[Table], title: &str, published: Day) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let year = u16::try_from(published.year).unwrap_or_default();
    let created = ExcelDateTime::from_ymd(year, published.month, published.day);
    // Excel has no dates before 1900.
    let created = created.or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    for table in tables {
        write(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 1)?;
    let bold = Format::new().set_bold();
    for (column, number) in table.columns.iter().zip(0..) {
        let header = column.header();
        let cells = || table.rows.iter().filter_map(|row| row.get(usize::from(number)));
        let widest = cells().map(|cell| cell.to_string().width()).chain([header.width()]).max().unwrap_or_default();
        sheet.set_column_width(number, (widest.min(WIDEST) + 2) as f64)?;
        sheet.write_string_with_format(0, number, &header, &bold)?;
        for (cell, row) in cells().zip(1..) {
            match cell {
                Cell::Empty => {}
                Cell::Integer(value) => {
                    sheet.write_number(row, number, *value)?;
                }
                Cell::Number(value) => write_number(sheet, row, number, *value, column.kind)?,
                Cell::Text(text) => write_text(sheet, row, number, text)?,
            }
        }
    }
    Ok(())
}

/// Keeps the decimals of a number; one with too many digits for a spreadsheet is written as text. Ratios, which nobody
/// typed, are rounded instead.
fn write_number(sheet: &mut Worksheet, row: u32, column: u16, value: Decimal, kind: Kind) -> Result<(), XlsxError> {
    let written = value.to_string();
    let digits = written.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    match written.parse::<f64>() {
        Ok(number) if kind == Kind::Number(Unit::Ratio) => sheet.write_number(row, column, number)?,
        Ok(number) if digits <= MOST_DIGITS && value.scale() == 0 => sheet.write_number(row, column, number)?,
        Ok(number) if digits <= MOST_DIGITS => {
            let format = Format::new().set_num_format(format!("0.{:0<1$}", "", value.scale() as usize));
            sheet.write_number_with_format(row, column, number, &format)?
        }
        _ => sheet.write_string(row, column, written)?,
    };
    Ok(())
}

/// Writes text that looks like a formula so that it also stays text when it is edited.
fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    if looks_like_formula(text) {
        sheet.write_string_with_format(row, column, text, &Format::new().set_quote_prefix())?;
    } else {
        sheet.write_string(row, column, text)?;
    }
    Ok(())
}
