//! OpenDocument spreadsheets (ISO/IEC 26300) → sheets. Knows no table.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::bound::Allowance;
use super::failure::{Failure, Reason};
use super::number::{NumberFormat, decimal};
use super::package::Package;
use super::sheet::{Area, Content, Sheet, add};
use super::xml::{Events, add_text, attribute, number, qualified};

/// Errors that some programs only write as the text by which they show the value of a formula.
const ERRORS: &[&str] = &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Reads the names of all sheets and the cells of the wanted ones.
pub(super) fn read(package: &mut Package<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    if package.has("META-INF/manifest.xml") && is_encrypted(&package.part("META-INF/manifest.xml")?)? {
        return Err(Reason::Encrypted.into());
    }
    let part = package.part("content.xml")?;
    let mut events = Events::new(&part);
    let mut allowance = Allowance::default();
    let mut hidden_styles = BTreeSet::new();
    let mut style = String::new();
    let mut sheets = Vec::new();
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else { continue };
        match element.name().as_ref() {
            "style:style" => style = attribute(&element, "name").unwrap_or_default().into_owned(),
            "style:table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                hidden_styles.insert(std::mem::take(&mut style));
            }
            // What was deleted is kept there.
            "table:tracked-changes" => events.skip()?,
            "table:table" => {
                let is_hidden = attribute(&element, "style-name").is_some_and(|style| hidden_styles.contains(&*style));
                let mut sheet = Sheet::new(&attribute(&element, "name").unwrap_or_default(), is_hidden);
                if is_wanted(&sheet.name) {
                    read_table(&mut events, &mut sheet, &mut allowance)?;
                    sheet.finish(&mut allowance)?;
                } else {
                    events.skip()?;
                }
                add(&mut sheets, sheet)?;
            }
            _ => {}
        }
    }
    if sheets.is_empty() { Err(Reason::Other.into()) } else { Ok(sheets) }
}

fn is_encrypted(manifest: &[u8]) -> Result<bool, Failure> {
    let mut events = Events::new(manifest);
    while let Some(event) = events.next()? {
        if matches!(event, Event::Start(element) if element.local_name().as_ref() == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A row while its cells are read: one row of the file can stand for many of the sheet, and one cell for many beside it.
#[derive(Default)]
struct OpenRow {
    repeated: u32,
    is_hidden: bool,
    /// How many columns have been read.
    width: u32,
    /// First and last columns with what their cells hold.
    cells: Vec<(u32, u32, Content)>,
    /// Columns and how many rows and columns are merged from there on.
    merged: Vec<(u32, u32, u32)>,
}

fn read_table(events: &mut Events<'_>, sheet: &mut Sheet, allowance: &mut Allowance) -> Result<(), Failure> {
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut open = OpenRow::default();
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match element.name().as_ref() {
                "table:table-column" => {
                    let next = column.saturating_add(repeated(&element, "number-columns-repeated"));
                    if is_hidden(&element) {
                        sheet.hide_columns(column, next - 1);
                    }
                    column = next;
                }
                "table:table-row" => {
                    open = OpenRow {
                        repeated: repeated(&element, "number-rows-repeated"),
                        is_hidden: is_hidden(&element),
                        ..OpenRow::default()
                    };
                }
                "table:table-cell" | "table:covered-table-cell" => read_cell(events, &element, &mut open)?,
                // Drawings, and forms.
                "table:shapes" | "office:forms" => events.skip()?,
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "table:table-row" => row = close_row(&std::mem::take(&mut open), row, sheet, allowance)?,
                "table:table" => return Ok(()),
                _ => {}
            },
            _ => {}
        }
    }
    Ok(())
}

/// Adds a row as often as it is repeated. Returns the row below.
fn close_row(open: &OpenRow, row: u32, sheet: &mut Sheet, allowance: &mut Allowance) -> Result<u32, Failure> {
    let next = row.saturating_add(open.repeated);
    if open.is_hidden {
        sheet.hide_rows(row, next - 1);
    }
    for (column, rows, columns) in &open.merged {
        let last = |first: u32, count: &u32| first.saturating_add(*count - 1);
        sheet.merge(Area { rows: (row, last(row, rows)), columns: (*column, last(*column, columns)) })?;
    }
    if !open.cells.is_empty() {
        for row in row..next {
            for (first, last, content) in &open.cells {
                for column in *first..=*last {
                    sheet.push(row, column, content.clone(), allowance)?;
                }
            }
        }
    }
    Ok(next)
}

fn read_cell(events: &mut Events<'_>, element: &BytesStart<'_>, open: &mut OpenRow) -> Result<(), Failure> {
    let first = open.width;
    open.width = first.saturating_add(repeated(element, "number-columns-repeated"));
    let spanned = (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned"));
    if spanned != (1, 1) {
        open.merged.push((first, spanned.0, spanned.1));
    }
    let text = cell_text(events, element)?;
    let content = content(element, text);
    if content != Content::Text(String::new()) {
        open.cells.push((first, open.width - 1, content));
    }
    Ok(())
}

fn content(element: &BytesStart<'_>, text: String) -> Content {
    let has_formula = attribute(element, "formula").is_some();
    // An attribute of its own where the standard one only says that there is a text.
    let is_error = qualified(element, "calcext:value-type").as_deref() == Some("error");
    if is_error || (has_formula && (ERRORS.contains(&text.as_str()) || text.starts_with("Err:"))) {
        return Content::Error(text);
    }
    let value = || {
        attribute(element, "value").and_then(|value| value.trim().parse::<f64>().ok()).filter(|value| value.is_finite())
    };
    match qualified(element, "office:value-type").as_deref() {
        Some("float" | "currency") => Content::Text(value().map_or(text, |value| decimal(value, NumberFormat::Plain))),
        Some("percentage") => Content::Text(value().map_or(text, |value| decimal(value, NumberFormat::Percent(0)))),
        Some("date" | "time") => Content::Date,
        Some("boolean") => Content::Boolean(attribute(element, "boolean-value").as_deref() == Some("true")),
        None if has_formula && text.is_empty() => Content::Uncomputed,
        _ => Content::Text(attribute(element, "string-value").map_or(text, Cow::into_owned)),
    }
}

/// Reads the paragraphs of a cell; comments, drawings and how a text is pronounced (ふりがな) are not part of it.
fn cell_text(events: &mut Events<'_>, cell: &BytesStart<'_>) -> Result<String, Failure> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut is_paragraph = false;
    while let Some(event) = events.next()? {
        match &event {
            Event::Start(element) => match element.name().as_ref() {
                "text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    is_paragraph = true;
                }
                "text:s" => {
                    // No more blanks than a cell can hold.
                    let count = number(element, "c").unwrap_or(1).min(u32::from(u16::MAX));
                    text.extend(std::iter::repeat_n(' ', count as usize));
                }
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                name if name.starts_with("text:") && !matches!(name, "text:ruby-text" | "text:note") => {}
                _ => events.skip()?,
            },
            Event::End(element) if element.name() == cell.name() => break,
            Event::End(element) if element.name().as_ref() == "text:p" => is_paragraph = false,
            other if is_paragraph => add_text(other, &mut text),
            _ => {}
        }
    }
    Ok(text)
}

/// Returns how often something stands in a row, which is once where nothing else is written.
fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    number(element, name).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
