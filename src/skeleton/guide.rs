//! The first sheet of the workbook: an explanation of each column.

use rust_xlsxwriter::{FormatBorder, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::column::{Column, said};
use super::sheet::{A4, FILL, INK, Table, base, header_format, set_page};
use crate::locale::Words;

/// The widths of the columns: sheet, column, meaning, what to write, example.
const WIDTHS: [f64; 5] = [13.0, 22.0, 34.0, 72.0, 34.0];

pub(super) fn write_guide(sheet: &mut Worksheet, tables: &[Table], words: &Words) -> Result<(), XlsxError> {
    let text = |message: &str| said(message, &[], words);
    sheet.set_name(text("guide-sheet"))?;
    sheet.set_screen_gridlines(false);
    for (number, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(number, width)?;
    }
    sheet.write_with_format(0, 0, text("guide-title"), &base().set_bold().set_font_size(14))?;
    let lead = text("guide-lead");
    let mut row = 1;
    for line in lead.lines() {
        sheet.write_with_format(row, 0, line, &base())?;
        row += 1;
    }
    row += 1;
    let border = |format: rust_xlsxwriter::Format| format.set_border(FormatBorder::Thin).set_border_color(INK);
    let heading = border(base().set_bold().set_indent(1).set_background_color(FILL));
    for (number, name) in (0..).zip(["sheet", "column", "meaning", "entry", "example"]) {
        sheet.write_with_format(row, number, text(&format!("guide-heading-{name}")), &heading)?;
    }
    sheet.set_repeat_rows(row, row)?;
    sheet.set_freeze_panes(row + 1, 0)?;
    let cell = border(base().set_text_wrap().set_indent(1));
    for table in tables {
        for (index, column) in table.columns.iter().enumerate() {
            row += 1;
            let example = table.rows.iter().filter_map(|cells| cells.get(index)).find(|cell| !cell.is_empty());
            sheet.set_row_height(row, height(column))?;
            sheet.write_with_format(row, 0, &table.sheet, &cell)?;
            sheet.write_with_format(row, 1, &column.header, &header_format(column, words))?;
            sheet.write_with_format(row, 2, &column.meaning, &cell)?;
            sheet.write_with_format(row, 3, &column.hint, &cell)?;
            sheet.write_with_format(row, 4, example.map_or("", String::as_str), &cell)?;
        }
    }
    set_page(sheet, A4);
    sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// In points; not every program computes row heights when it opens a workbook.
fn height(column: &Column) -> f64 {
    let lines = |text: &str, width: f64| {
        let columns = u32::try_from(text.width()).unwrap_or(u32::MAX);
        (f64::from(columns) / width).ceil()
    };
    let [_, _, meaning, hint, _] = WIDTHS;
    5.0 + 13.0 * lines(&column.hint, hint).max(lines(&column.meaning, meaning)).max(1.0)
}
