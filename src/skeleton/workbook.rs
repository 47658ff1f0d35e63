//! The workbook for ministries to fill in: one sheet per table, drop-down lists, frozen headers, and a guide.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::Settings;
use super::column::{Column, Entry, first_word, said};
use super::guide::write_guide;
use super::sheet::{A3, A4, FILL, Table, base, header_format, locked, set_page};
use crate::diagnostic::column_name;
use crate::locale::Words;
use crate::report::FiscalYear;

/// As many rows as a plan with a hundred indicators fills in its years.
const ROWS: u32 = 2_000;

/// The greatest number of columns that are readable on A4.
const MOST_ON_A4: usize = 10;

/// The default height of a row and width of a column in pixels.
const ROW_HEIGHT: u32 = 24;
const COLUMN_WIDTH: u32 = 64;

/// Creates the workbook from the names of its sheets with their rows, the first of which has the keys of the columns.
pub(super) fn workbook(
    tables: &[(&'static str, Vec<Vec<String>>)],
    settings: &Settings,
    words: &Words,
) -> Result<Vec<u8>, XlsxError> {
    let tables: Vec<Table> = tables.iter().map(|(sheet, rows)| table(sheet, rows, settings, words)).collect();
    let mut workbook = Workbook::new();
    workbook.set_default_format(&base(), ROW_HEIGHT, COLUMN_WIDTH)?;
    // Does not read a clock, so that the same report gives the same bytes.
    let properties = DocProperties::new()
        .set_title(said("guide-title", &[], words))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?);
    workbook.set_properties(&properties);
    write_guide(workbook.add_worksheet(), &tables, words)?;
    let mut lists = Lists { sheet: said("lists-sheet", &[], words), lists: Vec::new() };
    for table in &tables {
        write_table(workbook.add_worksheet(), table, &tables, &mut lists, words)?;
    }
    if !lists.lists.is_empty() {
        lists.write(workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

/// The characters of choices that Excel permits in the rule of a cell.
const LONGEST_LIST: usize = 255;

/// Choices that are too long for the rule of a cell, on a sheet of their own.
struct Lists {
    sheet: String,
    lists: Vec<(String, Vec<String>)>,
}

impl Lists {
    /// The cells of a list. One row more is included, so that a choice can be added below.
    fn add(&mut self, header: &str, list: &[String]) -> Formula {
        self.lists.push((header.to_owned(), list.to_vec()));
        let column = column_name(u32::try_from(self.lists.len()).unwrap_or(1) - 1);
        Formula::new(format!("='{}'!${column}$2:${column}${}", self.sheet, list.len() + 2))
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.sheet)?;
        let heading = base().set_bold().set_background_color(FILL);
        for ((header, list), number) in self.lists.iter().zip(0..) {
            sheet.set_column_width(number, 24.0)?;
            sheet.write_with_format(0, number, header, &heading)?;
            for (choice, row) in list.iter().zip(1..) {
                sheet.write_with_format(row, number, choice, &base())?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        set_page(sheet, A4);
        Ok(())
    }
}

fn table(sheet: &'static str, rows: &[Vec<String>], settings: &Settings, words: &Words) -> Table {
    let (keys, rows) = rows.split_first().map_or((&[][..], &[][..]), |(keys, rows)| (keys, rows));
    let columns: Vec<Column> = keys.iter().map(|key| Column::new(sheet, key, settings, words)).collect();
    let cells =
        |cells: &Vec<String>| columns.iter().zip(cells).map(|(column, cell)| column.cell(cell, words)).collect();
    let rows = rows.iter().map(cells).collect();
    let sheet = first_word(&format!("sheet-{sheet}"), words).unwrap_or_else(|| sheet.to_owned());
    Table { sheet, columns, rows }
}

fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    tables: &[Table],
    lists: &mut Lists,
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.set_name(&table.sheet)?;
    sheet.set_row_format(0, &locked())?;
    sheet.set_row_height_pixels(0, 2 * ROW_HEIGHT)?;
    for (column, number) in table.columns.iter().zip(0..) {
        sheet.set_column_format(number, &cell_format(column))?;
        sheet.set_column_width(number, width(column))?;
        sheet.write_with_format(0, number, &column.header, &header_format(column, words))?;
        sheet.add_data_validation(1, number, ROWS, number, &validation(column, tables, lists, words)?)?;
    }
    for (cells, row) in table.rows.iter().zip(1..) {
        for ((cell, column), number) in cells.iter().zip(&table.columns).zip(0..) {
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(value) if column.is_numeric() => {
                    let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                    let format = cell_format(column);
                    // 57.0 is shown with its decimals.
                    let format = if cell.ends_with('0') && decimals > 0 {
                        format.set_num_format(format!("0.{}", "0".repeat(decimals)))
                    } else {
                        format
                    };
                    sheet.write_number_with_format(row, number, value, &format)?;
                }
                _ => {
                    sheet.write_string(row, number, cell)?;
                }
            }
        }
    }
    let columns = u16::try_from(table.columns.len()).unwrap_or_default();
    sheet.autofilter(0, 0, ROWS, columns.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_gridlines(true);
    set_page(sheet, if table.columns.len() > MOST_ON_A4 { A3 } else { A4 });
    sheet.protect_with_options(&ProtectionOptions {
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        format_columns: true,
        format_rows: true,
        format_cells: true,
        ..ProtectionOptions::new()
    });
    Ok(())
}

fn cell_format(column: &Column) -> Format {
    let format = base();
    if column.is_numeric() { format.set_align(FormatAlign::Right) } else { format.set_num_format("@").set_indent(1) }
}

fn width(column: &Column) -> f64 {
    match (column.key.split('@').next().unwrap_or_default(), &column.entry) {
        ("name", _) => 40.0,
        ("id", _) | (_, Entry::Indicator) => 28.0,
        ("label", _) => 24.0,
        ("decimals", _) => 9.0,
        _ => 12.0,
    }
}

/// The prompt, accepted values and error message of a column's cells.
fn validation(
    column: &Column,
    tables: &[Table],
    lists: &mut Lists,
    words: &Words,
) -> Result<DataValidation, XlsxError> {
    let open = DataValidation::new();
    let (rule, alert, style) = match &column.entry {
        Entry::Text => (open.allow_any_value(), None, DataValidationErrorStyle::Stop),
        Entry::Closed(list) => (open.allow_list_strings(list)?, Some("alert-list"), DataValidationErrorStyle::Stop),
        Entry::Open(list) => {
            let rule = if list.join(",").chars().count() <= LONGEST_LIST {
                open.allow_list_strings(list)?
            } else {
                open.allow_list_formula(lists.add(&column.header, list))
            };
            (rule, Some("alert-unusual"), DataValidationErrorStyle::Warning)
        }
        Entry::Indicator => {
            (open.allow_list_formula(identifiers(tables)), Some("alert-unusual"), DataValidationErrorStyle::Warning)
        }
        Entry::Number => (
            open.allow_decimal_number(DataValidationRule::GreaterThan(f64::from(i32::MIN))),
            Some("alert-unusual"),
            DataValidationErrorStyle::Warning,
        ),
        // Excel can still circle invalid numbers, but does not interrupt.
        Entry::Value => (
            open.allow_decimal_number(DataValidationRule::GreaterThan(f64::from(i32::MIN))),
            None,
            DataValidationErrorStyle::Information,
        ),
        Entry::Year => (
            open.allow_whole_number(DataValidationRule::Between(
                FiscalYear::EARLIEST.into(),
                FiscalYear::LATEST.into(),
            )),
            Some("alert-unusual"),
            DataValidationErrorStyle::Warning,
        ),
        Entry::Decimals => (
            open.allow_whole_number(DataValidationRule::Between(0, 10)),
            Some("alert-decimals"),
            DataValidationErrorStyle::Stop,
        ),
    };
    let rule = rule.set_input_title(&column.header)?.set_input_message(&column.hint)?.set_error_style(style);
    match alert {
        Some(alert) => {
            rule.set_error_title(said("alert-title", &[], words))?.set_error_message(said(alert, &[], words))
        }
        None => Ok(rule.show_error_message(false)),
    }
}

/// The identifiers filled in so far in the first sheet, so that new rows appear in lists.
fn identifiers(tables: &[Table]) -> Formula {
    let sheet = tables.first().map_or("", |table| &table.sheet);
    let last = ROWS + 1;
    Formula::new(format!("=OFFSET('{sheet}'!$A$2,0,0,MAX(1,COUNTA('{sheet}'!$A$2:$A${last})),1)"))
}
