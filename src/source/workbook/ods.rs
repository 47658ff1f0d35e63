//! OpenDocument spreadsheets (ISO/IEC 26300) → sheets. Knows no table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::bound::Allowance;
use super::failure::{Failure, Reason};
use super::font::{Font, RichText};
use super::number_format::NumberFormat;
use super::package::Package;
use super::sheet::{Area, Content, Sheet, add};
use super::shown_text;
use super::xml::{Events, add_text, attribute, number, qualified};
use super::year_format::Epoch;

/// Errors that some programs only write as the text by which they show the value of a formula.
const ERRORS: &[&str] = &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Reads the names of all sheets and the cells of the wanted ones.
pub(super) fn read(package: &mut Package<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    if package.has("META-INF/manifest.xml") && is_encrypted(&package.part("META-INF/manifest.xml")?)? {
        return Err(Reason::Encrypted.into());
    }
    let mut book = Book::default();
    if package.has("styles.xml") {
        book.read_styles(&package.part("styles.xml")?)?;
    }
    let part = package.part("content.xml")?;
    let mut events = Events::new(&part);
    let mut style = String::new();
    let mut sheets = Vec::new();
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else { continue };
        match element.name().as_ref() {
            // What was deleted is kept there.
            "table:tracked-changes" => events.skip()?,
            "table:table" => {
                let is_hidden = book.style(&element, "style-name").is_hidden;
                let mut sheet = Sheet::new(&attribute(&element, "name").unwrap_or_default(), is_hidden);
                if is_wanted(&sheet.name) {
                    book.read_table(&mut events, &mut sheet)?;
                    sheet.finish(&mut book.allowance)?;
                } else {
                    events.skip()?;
                }
                add(&mut sheets, sheet)?;
            }
            _ => book.read_style(&element, &mut style),
        }
    }
    if sheets.is_empty() { Err(Reason::Other.into()) } else { Ok(sheets) }
}

/// What a style says of what has it.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    font: Font,
    is_hidden: bool,
}

/// What the sheets of a workbook share.
#[derive(Default)]
struct Book {
    styles: BTreeMap<String, Style>,
    allowance: Allowance,
}

impl Book {
    /// Reads the styles that a person has named.
    fn read_styles(&mut self, part: &[u8]) -> Result<(), Failure> {
        let mut events = Events::new(part);
        let mut style = String::new();
        while let Some(event) = events.next()? {
            if let Event::Start(element) = event {
                self.read_style(&element, &mut style);
            }
        }
        Ok(())
    }

    /// Reads what an element says of a style; the last one that was begun is given by its name.
    fn read_style(&mut self, element: &BytesStart<'_>, style: &mut String) {
        match element.name().as_ref() {
            "style:style" => {
                let parent = self.style(element, "parent-style-name");
                *style = attribute(element, "name").unwrap_or_default().into_owned();
                self.styles.insert(style.clone(), parent);
            }
            "style:table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.styles.entry(style.clone()).or_default().is_hidden = true;
            }
            "style:text-properties" => {
                let Some(style) = self.styles.get_mut(style) else { return };
                let font = &mut style.font;
                for name in ["text-line-through-style", "text-line-through-type"] {
                    font.is_struck = attribute(element, name).map_or(font.is_struck, |line| line != "none");
                }
                // A share of the font's height, or a word.
                let is_raised = |position: Cow<'_, str>| !position.starts_with('0');
                font.is_raised = attribute(element, "text-position").map_or(font.is_raised, is_raised);
            }
            _ => {}
        }
    }

    /// Returns the style that an attribute names.
    fn style(&self, element: &BytesStart<'_>, name: &str) -> Style {
        attribute(element, name).and_then(|style| self.styles.get(&*style)).copied().unwrap_or_default()
    }
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

impl Book {
    fn read_table(&mut self, events: &mut Events<'_>, sheet: &mut Sheet) -> Result<(), Failure> {
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut open = OpenRow::default();
        // The last columns with the style of the cells that have none of their own.
        let mut columns: Vec<(u32, Style)> = Vec::new();
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-column" => {
                        let next = column.saturating_add(repeated(&element, "number-columns-repeated"));
                        if is_hidden(&element) {
                            sheet.hide_columns(column, next - 1);
                        }
                        columns.push((next, self.style(&element, "default-cell-style-name")));
                        column = next;
                    }
                    "table:table-row" => {
                        open = OpenRow {
                            repeated: repeated(&element, "number-rows-repeated"),
                            is_hidden: is_hidden(&element),
                            ..OpenRow::default()
                        };
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        let of_column = columns.get(columns.partition_point(|(end, _)| *end <= open.width));
                        let own =
                            attribute(&element, "style-name").is_some().then(|| self.style(&element, "style-name"));
                        let style = own.or(of_column.map(|(_, style)| *style)).unwrap_or_default();
                        self.read_cell(events, &element, style.font, &mut open)?;
                    }
                    // Drawings, and forms.
                    "table:shapes" | "office:forms" => events.skip()?,
                    _ => {}
                },
                Event::End(element) => match element.name().as_ref() {
                    "table:table-row" => row = close_row(&std::mem::take(&mut open), row, sheet, &mut self.allowance)?,
                    "table:table" => return Ok(()),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn read_cell(
        &self,
        events: &mut Events<'_>,
        element: &BytesStart<'_>,
        font: Font,
        open: &mut OpenRow,
    ) -> Result<(), Failure> {
        let first = open.width;
        open.width = first.saturating_add(repeated(element, "number-columns-repeated"));
        let spanned = (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned"));
        if spanned != (1, 1) {
            open.merged.push((first, spanned.0, spanned.1));
        }
        let text = self.cell_text(events, element)?;
        let content = content(element, text, font);
        if content != Content::Text(String::new()) {
            open.cells.push((first, open.width - 1, content));
        }
        Ok(())
    }

    /// Reads the paragraphs of a cell; comments, drawings and how a text is pronounced (ふりがな) are not part of it.
    /// Nothing where it has none.
    fn cell_text(&self, events: &mut Events<'_>, cell: &BytesStart<'_>) -> Result<Option<RichText>, Failure> {
        let mut rich = RichText::default();
        let mut paragraphs = 0;
        let mut is_paragraph = false;
        // The fonts of the spans that lie in one another.
        let mut fonts: Vec<Font> = Vec::new();
        while let Some(event) = events.next()? {
            let start = rich.text.len();
            match &event {
                Event::Start(element) => match element.name().as_ref() {
                    "text:p" => {
                        if paragraphs > 0 {
                            rich.text.push('\n');
                        }
                        paragraphs += 1;
                        is_paragraph = true;
                        fonts.push(self.style(element, "style-name").font);
                    }
                    "text:s" => {
                        // No more blanks than a cell can hold.
                        let count = number(element, "c").unwrap_or(1).min(u32::from(u16::MAX));
                        rich.text.extend(std::iter::repeat_n(' ', count as usize));
                        fonts.push(Font::default());
                    }
                    name @ ("text:tab" | "text:line-break") => {
                        rich.text.push(if name == "text:tab" { '\t' } else { '\n' });
                        fonts.push(Font::default());
                    }
                    name if name.starts_with("text:") && !matches!(name, "text:ruby-text" | "text:note") => {
                        let own = self.style(element, "style-name").font;
                        let outer = fonts.last().copied().unwrap_or_default();
                        fonts.push(Font {
                            is_struck: own.is_struck || outer.is_struck,
                            is_raised: own.is_raised || outer.is_raised,
                        });
                    }
                    _ => events.skip()?,
                },
                Event::End(element) if element.name() == cell.name() => break,
                Event::End(element) => {
                    fonts.pop();
                    is_paragraph &= element.name().as_ref() != "text:p";
                }
                other if is_paragraph => add_text(other, &mut rich.text)?,
                _ => {}
            }
            if let Some(font) = fonts.last() {
                let part = rich.text.get(start..).unwrap_or_default().to_owned();
                rich.mark(&part, *font);
            }
        }
        Ok((paragraphs > 0).then_some(rich))
    }
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

fn content(element: &BytesStart<'_>, rich: Option<RichText>, font: Font) -> Content {
    let has_formula = attribute(element, "formula").is_some();
    let shown = rich.as_ref().map(|rich| rich.text.as_str());
    let text = shown.unwrap_or_default();
    // An attribute of its own where the standard one only says that there is a text.
    let is_error = qualified(element, "calcext:value-type").as_deref() == Some("error");
    if is_error || (has_formula && (ERRORS.contains(&text) || text.starts_with("Err:"))) {
        return Content::Error(text.to_owned());
    }
    let value = || {
        attribute(element, "value").and_then(|value| value.trim().parse::<f64>().ok()).filter(|value| value.is_finite())
    };
    match qualified(element, "office:value-type").as_deref() {
        Some(kind @ ("float" | "currency" | "percentage")) => match value() {
            Some(value) => font.over(shown_number(value, shown, kind == "percentage")),
            None => Content::Text(text.to_owned()),
        },
        Some("date") => shown_text::date(&attribute(element, "date-value").unwrap_or_default(), text),
        Some("time") => Content::Date,
        Some("boolean") => font.over(Content::Boolean(attribute(element, "boolean-value").as_deref() == Some("true"))),
        None if has_formula && text.is_empty() => Content::Uncomputed,
        _ => {
            // The text as it is stored stands in an attribute where its format shows it otherwise.
            let stored = attribute(element, "string-value").unwrap_or_default();
            let rich = rich.unwrap_or_else(|| RichText::plain(stored.clone().into_owned()));
            if rich.text.trim().is_empty() && !stored.trim().is_empty() {
                return Content::Hidden(stored.into_owned());
            }
            rich.content(font, Content::Text)
        }
    }
}

/// Returns what a cell shows of its number; a program that writes no text shows the number as it is.
fn shown_number(value: f64, shown: Option<&str>, is_percentage: bool) -> Content {
    match shown {
        Some(shown) => shown_text::number(value, shown),
        None => NumberFormat::of(if is_percentage { "0.##########%" } else { "" }).show(value, Epoch::Year1900),
    }
}

/// Returns how often something stands in a row, which is once where nothing else is written.
fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    number(element, name).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
