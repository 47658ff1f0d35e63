//! Workbooks of Excel since 2007 (ECMA-376) → sheets. Knows no table.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::bound::{Allowance, Bound, MOST_CELLS};
use super::failure::{Failure, Reason};
use super::number::{NumberFormat, decimal};
use super::package::Package;
use super::sheet::{Area, Content, Sheet, add};
use super::xml::{Events, add_text, attribute, is_set, number};

/// Reads the names of all sheets and the cells of the wanted ones.
pub(super) fn read(package: &mut Package<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let root = relationships(package, "")?;
    let workbook = target(&root, "officeDocument").ok_or(Reason::Other)?;
    let parts = relationships(package, workbook)?;
    let listed = listed_sheets(&package.part(workbook)?)?;
    let mut book = Book { strings: Vec::new(), formats: Vec::new(), allowance: Allowance::default() };
    if let Some(strings) = target(&parts, "sharedStrings") {
        book.strings = shared_strings(&package.part(strings)?)?;
    }
    if let Some(styles) = target(&parts, "styles") {
        book.formats = number_formats(&package.part(styles)?)?;
    }
    let mut sheets = Vec::new();
    for ListedSheet { name, relationship, is_hidden } in listed {
        // Sheets of charts and of old macros are none that could hold a table.
        let Some(part) = parts.iter().find(|part| part.id == relationship && part.is_a("worksheet")) else { continue };
        let mut sheet = Sheet::new(&name, is_hidden);
        if is_wanted(&name) {
            book.read_sheet(&package.part(&part.target)?, &mut sheet)?;
            sheet.finish(&mut book.allowance)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The kinds of parts that are read.
const KINDS: [&str; 4] = ["officeDocument", "sharedStrings", "styles", "worksheet"];

/// How one part of a package refers to another.
struct Relationship {
    id: String,
    kind: String,
    target: String,
}

impl Relationship {
    /// Returns whether it leads to a part of this kind; the standard's two editions begin the name differently.
    fn is_a(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

fn target<'a>(relationships: &'a [Relationship], kind: &str) -> Option<&'a str> {
    relationships.iter().find(|relationship| relationship.is_a(kind)).map(|relationship| relationship.target.as_str())
}

/// Reads what a part refers to; the empty name is that of the package.
fn relationships(package: &mut Package<'_>, part: &str) -> Result<Vec<Relationship>, Failure> {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let within = |path: &str| if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
    let part = package.part(&within(&format!("_rels/{file}.rels")))?;
    let mut events = Events::new(&part);
    let mut relationships = Vec::new();
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Relationship"
        {
            let target = attribute(&element, "Target").unwrap_or_default();
            let relationship = Relationship {
                id: attribute(&element, "Id").unwrap_or_default().into_owned(),
                kind: attribute(&element, "Type").unwrap_or_default().into_owned(),
                target: target.strip_prefix('/').map_or_else(|| within(&target), str::to_owned),
            };
            if KINDS.iter().any(|kind| relationship.is_a(kind)) {
                add(&mut relationships, relationship)?;
            }
        }
    }
    Ok(relationships)
}

/// A sheet as the workbook lists it.
struct ListedSheet {
    name: String,
    relationship: String,
    is_hidden: bool,
}

fn listed_sheets(part: &[u8]) -> Result<Vec<ListedSheet>, Failure> {
    let mut events = Events::new(part);
    let mut sheets = Vec::new();
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "sheet"
        {
            let sheet = ListedSheet {
                name: attribute(&element, "name").unwrap_or_default().into_owned(),
                relationship: attribute(&element, "id").unwrap_or_default().into_owned(),
                is_hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
            };
            add(&mut sheets, sheet)?;
        }
    }
    Ok(sheets)
}

fn shared_strings(part: &[u8]) -> Result<Vec<String>, Failure> {
    let mut events = Events::new(part);
    let mut strings = Vec::new();
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "si"
        {
            strings.push(rich_text(&mut events, &element)?);
            if strings.len() as u64 > MOST_CELLS {
                return Err(Bound::Cells.into());
            }
        }
    }
    Ok(strings)
}

/// Joins the runs of a text; how it is pronounced (ふりがな) is not part of it.
fn rich_text(events: &mut Events<'_>, parent: &BytesStart<'_>) -> Result<String, Failure> {
    let mut text = String::new();
    let mut is_text = false;
    while let Some(event) = events.next()? {
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => events.skip()?,
                name => is_text = name == "t",
            },
            Event::End(element) if element.name() == parent.name() => break,
            Event::End(_) => is_text = false,
            other if is_text => add_text(other, &mut text),
            _ => {}
        }
    }
    Ok(unescaped(text))
}

/// Puts in the characters that XML cannot hold and Excel writes as `_x000D_`.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(index) = rest.find("_x") {
        let code = rest.get(index + 2..index + 6).filter(|_| rest.get(index + 6..index + 7) == Some("_"));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let end = if character.is_some() { index + 7 } else { index + 2 };
        plain.push_str(&rest[..if character.is_some() { index } else { end }]);
        plain.extend(character);
        rest = &rest[end..];
    }
    plain.push_str(rest);
    plain
}

/// Reads what the number format of each cell style makes of a number.
fn number_formats(part: &[u8]) -> Result<Vec<NumberFormat>, Failure> {
    let mut events = Events::new(part);
    let mut own: BTreeMap<u32, NumberFormat> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_cell_style = false;
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode").unwrap_or_default();
                    own.extend(number(&element, "numFmtId").map(|id| (id, NumberFormat::of(&code))));
                }
                "cellXfs" => is_cell_style = true,
                "xf" if is_cell_style => {
                    let id = number(&element, "numFmtId").unwrap_or_default();
                    formats.push(own.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_cell_style = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// What the sheets of a workbook share.
struct Book {
    strings: Vec<String>,
    formats: Vec<NumberFormat>,
    allowance: Allowance,
}

/// A cell while its parts are read.
#[derive(Default)]
struct OpenCell {
    kind: String,
    style: u32,
    has_formula: bool,
    value: String,
}

impl Book {
    fn read_sheet(&mut self, part: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
        let mut events = Events::new(part);
        // Positions may be left out; a cell then follows the one before it.
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut cell = OpenCell::default();
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        row = number(&element, "r").and_then(|number| number.checked_sub(1)).unwrap_or(row);
                        column = 0;
                        if is_set(&element, "hidden") {
                            sheet.hide_rows(row, row);
                        }
                    }
                    "c" => {
                        let written = attribute(&element, "r");
                        (row, column) = match written {
                            Some(reference) => position(&reference).ok_or(Reason::Damaged)?,
                            None => (row, column),
                        };
                        cell = OpenCell {
                            kind: attribute(&element, "t").unwrap_or_default().into_owned(),
                            style: number(&element, "s").unwrap_or_default(),
                            ..OpenCell::default()
                        };
                    }
                    "f" => {
                        cell.has_formula = true;
                        events.skip()?;
                    }
                    "v" => cell.value = value(&mut events)?,
                    "is" => cell.value = rich_text(&mut events, &element)?,
                    "col" if is_set(&element, "hidden") => {
                        if let (Some(first), Some(last)) = (number(&element, "min"), number(&element, "max")) {
                            sheet.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                        }
                    }
                    "mergeCell" => {
                        if let Some(area) = attribute(&element, "ref").and_then(|range| area(&range)) {
                            sheet.merge(area)?;
                        }
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "row" => row = row.saturating_add(1),
                    "c" => {
                        let content = self.content(std::mem::take(&mut cell))?;
                        sheet.push(row, column, content, &mut self.allowance)?;
                        column = column.saturating_add(1);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn content(&self, cell: OpenCell) -> Result<Content, Failure> {
        // The empty text is a value; an empty number is none.
        if cell.value.is_empty() {
            let is_uncomputed = cell.has_formula && cell.kind != "str";
            return Ok(if is_uncomputed { Content::Uncomputed } else { Content::Text(String::new()) });
        }
        Ok(match cell.kind.as_str() {
            "s" => {
                let index: Option<usize> = cell.value.trim().parse().ok();
                Content::Text(index.and_then(|index| self.strings.get(index)).ok_or(Reason::Damaged)?.clone())
            }
            "str" => Content::Text(unescaped(cell.value)),
            "inlineStr" => Content::Text(cell.value),
            "b" => Content::Boolean(matches!(cell.value.trim(), "1" | "true")),
            "e" => Content::Error(cell.value),
            "d" => Content::Date,
            _ => {
                let format = self.formats.get(cell.style as usize).copied().unwrap_or_default();
                match cell.value.trim().parse::<f64>() {
                    Ok(_) if format == NumberFormat::Date => Content::Date,
                    Ok(number) if number.is_finite() => Content::Text(decimal(number, format)),
                    _ => Content::Text(cell.value),
                }
            }
        })
    }
}

/// Reads a value up to the end of its element.
fn value(events: &mut Events<'_>) -> Result<String, Failure> {
    let mut value = String::new();
    while let Some(event) = events.next()? {
        if let Event::End(_) = event {
            break;
        }
        add_text(&event, &mut value);
    }
    Ok(value)
}

/// Reads a range such as `B3:C5`.
fn area(range: &str) -> Option<Area> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (position(first)?, position(last)?);
    Some(Area { rows: (first.0, last.0), columns: (first.1, last.1) })
}

/// Reads a reference such as `B3` as its row and column, both from 0.
fn position(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.trim();
    let (letters, digits) = reference.split_at(reference.find(|character: char| character.is_ascii_digit())?);
    let column = letters.chars().try_fold(0_u32, |column, letter| {
        let letter = letter.to_digit(36)?.checked_sub(9).filter(|letter| *letter > 0)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
