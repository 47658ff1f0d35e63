//! Reads OpenDocument spreadsheets (ISO/IEC 26300).

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::bound::Allowance;
use super::colour::Paint;
use super::conditional::{Look, Rule, Rules, Test, under};
use super::failure::{Failure, Reason};
use super::font::{Font, RichText};
use super::number_format::NumberFormat;
use super::ods_style::{Style, Styles};
use super::package::Package;
use super::sheet::{Area, Content, Cover, Sheet, add, area};
use super::shown_text;
use super::xml::{Events, add_text, attribute, number, qualified};
use super::year_format::Epoch;

/// Errors that some programs write only as the displayed text of a formula.
const ERRORS: &[&str] = &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

pub(super) fn read(package: &mut Package<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    if package.has("META-INF/manifest.xml") && is_encrypted(&package.part("META-INF/manifest.xml")?)? {
        return Err(Reason::Encrypted.into());
    }
    let mut book = Book::default();
    if package.has("styles.xml") {
        book.styles.read_part(&package.part("styles.xml")?)?;
    }
    let part = package.part("content.xml")?;
    let mut rules = book.read_styles(&part)?;
    let mut events = Events::new(&part);
    let mut sheets = Vec::new();
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else { continue };
        match element.name().as_ref() {
            // Deleted content.
            "table:tracked-changes" => events.skip()?,
            "table:table" => {
                let is_hidden = book.styles.named(&element, "style-name").is_hidden;
                let mut sheet = Sheet::new(&attribute(&element, "name").unwrap_or_default(), is_hidden);
                if is_wanted(&sheet.name) {
                    let rules = rules.remove(&*sheet.name).unwrap_or_default();
                    book.read_table(&mut events, rules, &mut sheet)?;
                    sheet.finish(&mut book.allowance)?;
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

#[derive(Default)]
struct Book {
    styles: Styles,
    allowance: Allowance,
}

impl Book {
    /// Reads the automatic styles, which precede the tables, and the conditional formats, which follow the rows.
    fn read_styles(&mut self, part: &[u8]) -> Result<BTreeMap<String, Rules>, Failure> {
        let has_formats = std::str::from_utf8(part).map_or(true, |text| text.contains("conditional-format"));
        let mut all: BTreeMap<String, Rules> = BTreeMap::new();
        let (mut table, mut areas) = (String::new(), Vec::new());
        let mut events = Events::new(part);
        while let Some(event) = events.next()? {
            let Event::Start(element) = event else { continue };
            let rule = match element.name().as_ref() {
                "table:tracked-changes" => {
                    events.skip()?;
                    continue;
                }
                "table:table" if !has_formats => break,
                "table:table" => {
                    table = attribute(&element, "name").unwrap_or_default().into_owned();
                    continue;
                }
                "calcext:conditional-format" => {
                    areas = listed(&attribute(&element, "target-range-address").unwrap_or_default());
                    continue;
                }
                "calcext:condition" | "calcext:date-is" => {
                    let test = Test::new(&attribute(&element, "value").unwrap_or_default());
                    let style = attribute(&element, "apply-style-name").or_else(|| attribute(&element, "style"));
                    self.styles.rule(test, &style.unwrap_or_default())
                }
                // An icon set has this attribute in its first entry.
                "calcext:data-bar" | "calcext:color-scale" | "calcext:icon-set" | "calcext:formatting-entry" => Rule {
                    ground: matches!(element.local_name().as_ref(), "data-bar" | "color-scale")
                        .then_some(Paint::Unknown),
                    is_graphic: attribute(&element, "show-value").as_deref() == Some("false"),
                    ..Rule::default()
                },
                _ => {
                    self.styles.read(&element, &mut events)?;
                    continue;
                }
            };
            all.entry(table.clone()).or_default().add(rule, areas.iter().copied(), &mut self.allowance)?;
        }
        Ok(all)
    }
}

/// Parses areas separated by spaces, such as `actuals.A1:actuals.A5`.
fn listed(areas: &str) -> Vec<Area> {
    let mut is_name = false;
    let is_kept = |character: &char| {
        is_name ^= *character == '\'';
        !is_name
    };
    let areas: String = areas.chars().filter(is_kept).collect();
    let cell = |address: &str| address.rsplit('.').next().unwrap_or_default().to_owned();
    let read = |range: &str| {
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        area(&format!("{}:{}", cell(first), cell(last)))
    };
    areas.split_ascii_whitespace().filter_map(read).collect()
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

/// A row while its cells are read. Rows and cells may be repeated.
#[derive(Default)]
struct OpenRow {
    repeated: u32,
    is_hidden: bool,
    width: u32,
    cells: Vec<ReadCell>,
    /// Merged cells: the column, and the numbers of rows and columns.
    merged: Vec<(u32, u32, u32)>,
}

/// The content of a cell, which may be repeated in several columns.
struct ReadCell {
    columns: (u32, u32),
    own: Content,
    look: Look,
    font: Font,
    value: Option<f64>,
    text: RichText,
    rules: Vec<Rule>,
}

impl ReadCell {
    /// The content under its own rules and those of its area.
    fn content(&self, of_area: &[&Rule]) -> Content {
        let rules: Vec<&Rule> = self.rules.iter().chain(of_area.iter().copied()).collect();
        under(&rules, self.own.clone(), &self.look, self.value, |format| match self.value {
            Some(value) => self.font.over(format.show(value, Epoch::Year1900)),
            None => self.text.clone().content(self.font, |text| format.show_text(text)),
        })
    }
}

impl Book {
    fn read_table(&mut self, events: &mut Events<'_>, mut rules: Rules, sheet: &mut Sheet) -> Result<(), Failure> {
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut open = OpenRow::default();
        // The default styles of columns, each with its last column.
        let mut columns: Vec<(u32, Style)> = Vec::new();
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-column" => {
                        let next = column.saturating_add(repeated(&element, "number-columns-repeated"));
                        if is_hidden(&element) {
                            sheet.hide_columns(column, next - 1);
                        }
                        columns.push((next, self.styles.named(&element, "default-cell-style-name").clone()));
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
                        let style = match of_column {
                            Some((_, style)) if attribute(&element, "style-name").is_none() => style,
                            _ => self.styles.named(&element, "style-name"),
                        };
                        self.read_cell(events, &element, style, &mut open)?;
                    }
                    "table:shapes" | "office:forms" => events.skip()?,
                    _ => {}
                },
                Event::End(element) => match element.name().as_ref() {
                    "table:table-row" => {
                        row = close_row(&std::mem::take(&mut open), row, &mut rules, sheet, &mut self.allowance)?;
                    }
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
        style: &Style,
        open: &mut OpenRow,
    ) -> Result<(), Failure> {
        let first = open.width;
        open.width = first.saturating_add(repeated(element, "number-columns-repeated"));
        let spanned = (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned"));
        if spanned != (1, 1) {
            open.merged.push((first, spanned.0, spanned.1));
        }
        let text = self.cell_text(events, element)?;
        let own = content(element, text.clone(), style.font);
        if own != Content::Text(String::new()) {
            let value = number_of(element);
            let text = text.unwrap_or_default();
            let look =
                if value.is_some() { style.font.look(style.ground) } else { text.look(style.font, style.ground) };
            let (columns, font, rules) = ((first, open.width - 1), style.font, self.styles.rules(style));
            open.cells.push(ReadCell { columns, own, look, font, value, text, rules });
        }
        Ok(())
    }

    /// Reads the paragraphs of a cell without comments, drawings and phonetic guides (ふりがな). `None` if there are none.
    fn cell_text(&self, events: &mut Events<'_>, cell: &BytesStart<'_>) -> Result<Option<RichText>, Failure> {
        let mut rich = RichText::default();
        let mut paragraphs = 0;
        let mut is_paragraph = false;
        // The fonts of nested spans.
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
                        fonts.push(self.styles.named(element, "style-name").font);
                    }
                    "text:s" => {
                        // At most as many as a cell can contain.
                        let count = number(element, "c").unwrap_or(1).min(u32::from(u16::MAX));
                        rich.text.extend(std::iter::repeat_n(' ', count as usize));
                        fonts.push(Font::default());
                    }
                    name @ ("text:tab" | "text:line-break") => {
                        rich.text.push(if name == "text:tab" { '\t' } else { '\n' });
                        fonts.push(Font::default());
                    }
                    name if name.starts_with("text:") && !matches!(name, "text:ruby-text" | "text:note") => {
                        let own = self.styles.named(element, "style-name").font;
                        let outer = fonts.last().copied().unwrap_or_default();
                        fonts.push(Font {
                            is_struck: own.is_struck || outer.is_struck,
                            is_raised: own.is_raised || outer.is_raised,
                            colour: own.colour.or(outer.colour),
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

/// Adds a row and its repetitions. Returns the next row.
fn close_row(
    open: &OpenRow,
    row: u32,
    rules: &mut Rules,
    sheet: &mut Sheet,
    allowance: &mut Allowance,
) -> Result<u32, Failure> {
    let next = row.saturating_add(open.repeated);
    if open.is_hidden {
        sheet.hide_rows(row, next - 1);
    }
    for (column, rows, columns) in &open.merged {
        let last = |first: u32, count: &u32| first.saturating_add(*count - 1);
        sheet.merge(Area { rows: (row, last(row, rows)), columns: (*column, last(*column, columns)) })?;
    }
    let contents: Vec<Content> = open.cells.iter().map(|cell| cell.content(&[])).collect();
    if !open.cells.is_empty() {
        for row in row..next {
            for (cell, content) in open.cells.iter().zip(&contents) {
                for column in cell.columns.0..=cell.columns.1 {
                    let content = if rules.is_empty() {
                        content.clone()
                    } else {
                        cell.content(&rules.of(row, column, allowance)?)
                    };
                    sheet.push(row, column, content, allowance)?;
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
    // An extension, because the standard attribute only says that there is a text.
    let is_error = qualified(element, "calcext:value-type").as_deref() == Some("error");
    if is_error || (has_formula && (ERRORS.contains(&text) || text.starts_with("Err:"))) {
        return Content::Error(text.to_owned());
    }
    match qualified(element, "office:value-type").as_deref() {
        Some(kind @ ("float" | "currency" | "percentage")) => match number_of(element) {
            Some(value) => font.over(shown_number(value, shown, kind == "percentage")),
            None => Content::Text(text.to_owned()),
        },
        Some("date") => shown_text::date(&attribute(element, "date-value").unwrap_or_default(), text),
        Some("time") => Content::Date,
        Some("boolean") => font.over(Content::Boolean(attribute(element, "boolean-value").as_deref() == Some("true"))),
        None if has_formula && text.is_empty() => Content::Uncomputed,
        _ => {
            // The stored text is in an attribute if the number format changes it.
            let stored = attribute(element, "string-value").unwrap_or_default();
            let rich = rich.unwrap_or_else(|| RichText::plain(stored.clone().into_owned()));
            if rich.text.trim().is_empty() && !stored.trim().is_empty() {
                return Content::Hidden(Cover::Format, stored.into_owned());
            }
            rich.content(font, Content::Text)
        }
    }
}

/// The number of a cell; `None` for other contents.
fn number_of(element: &BytesStart<'_>) -> Option<f64> {
    let kind = qualified(element, "office:value-type")?;
    let value = attribute(element, "value").filter(|_| matches!(&*kind, "float" | "currency" | "percentage"))?;
    value.trim().parse::<f64>().ok().filter(|value| value.is_finite())
}

/// What a cell with a number shows. Some programs write no text; the number is then shown as it is.
fn shown_number(value: f64, shown: Option<&str>, is_percentage: bool) -> Content {
    match shown {
        Some(shown) => shown_text::number(value, shown),
        None => NumberFormat::of(if is_percentage { "0.##########%" } else { "" }).show(value, Epoch::Year1900),
    }
}

/// The number of repetitions; 1 by default.
fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    number(element, name).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}
