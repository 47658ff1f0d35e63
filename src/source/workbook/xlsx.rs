//! Reads workbooks of Excel 2007 and later (ECMA-376).

use quick_xml::events::{BytesStart, Event};

use super::bound::{Allowance, Bound, MOST_CELLS};
use super::colour::{Paint, Palette};
use super::conditional::{Rule, under};
use super::failure::{Failure, Reason};
use super::font::{Font, RichText};
use super::number_format::NumberFormat;
use super::package::Package;
use super::sheet::{Content, Sheet, add, area, position};
use super::xlsx_rule::{StyledTable, rules, styled_table};
use super::xlsx_style::{Styles, read_font};
use super::xml::{Events, attribute, is_set, number};
use super::year_format::Epoch;

pub(super) fn read(package: &mut Package<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let root = relationships(package, "")?;
    let workbook = target(&root, "officeDocument").ok_or(Reason::Other)?;
    let parts = relationships(package, workbook)?;
    let Overview { listed, epoch, is_recalculated } = overview(&package.part(workbook)?)?;
    let has_chain = target(&parts, "calcChain").is_some_and(|chain| package.has(chain));
    let cached = match () {
        () if is_recalculated => Cached::Never,
        () if has_chain || is_of_calculating_program(package)? => Cached::Always,
        () => Cached::UnlessZero,
    };
    let mut book = Book { epoch, cached, ..Book::default() };
    // Some programs drop parts but keep the references to them.
    if let Some(theme) = target(&parts, "theme").filter(|part| package.has(part)) {
        book.styles.read_theme(&package.part(theme)?)?;
    }
    if let Some(styles) = target(&parts, "styles").filter(|part| package.has(part)) {
        book.styles.read(&package.part(styles)?)?;
    }
    if let Some(strings) = target(&parts, "sharedStrings").filter(|part| package.has(part)) {
        book.strings = shared_strings(&package.part(strings)?, book.styles.palette())?;
    }
    let mut sheets = Vec::new();
    for ListedSheet { name, relationship, is_hidden } in listed {
        // Chart and macro sheets cannot contain a table.
        let Some(part) = parts.iter().find(|part| part.id == relationship && part.is_a("worksheet")) else { continue };
        let mut sheet = Sheet::new(&name, is_hidden);
        if is_wanted(&name) {
            let tables = styled_tables(package, &part.target)?;
            book.read_sheet(&package.part(&part.target)?, &tables, &mut sheet)?;
            sheet.finish(&mut book.allowance)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

const KINDS: [&str; 8] =
    ["officeDocument", "extended-properties", "theme", "sharedStrings", "styles", "worksheet", "calcChain", "table"];

struct Relationship {
    id: String,
    kind: String,
    target: String,
}

impl Relationship {
    /// Compares the last segment only: the two editions of the standard have different namespaces.
    fn is_a(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

fn target<'a>(relationships: &'a [Relationship], kind: &str) -> Option<&'a str> {
    relationships.iter().find(|relationship| relationship.is_a(kind)).map(|relationship| relationship.target.as_str())
}

/// The folder of a part, and the part with its relationships.
fn relationships_of(part: &str) -> (&str, String) {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    (folder, resolved(folder, &format!("_rels/{file}.rels")))
}

/// Reads the relationships of a part; the empty name is the package.
fn relationships(package: &mut Package<'_>, part: &str) -> Result<Vec<Relationship>, Failure> {
    let (folder, name) = relationships_of(part);
    let part = package.part(&name)?;
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
                target: resolved(folder, &target),
            };
            if KINDS.iter().any(|kind| relationship.is_a(kind)) {
                add(&mut relationships, relationship)?;
            }
        }
    }
    Ok(relationships)
}

/// Resolves a path relative to a folder, or to the root if it begins with a slash.
fn resolved(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

fn styled_tables(package: &mut Package<'_>, sheet: &str) -> Result<Vec<StyledTable>, Failure> {
    let mut tables = Vec::new();
    if package.has(&relationships_of(sheet).1) {
        for relationship in relationships(package, sheet)? {
            if relationship.is_a("table") && package.has(&relationship.target) {
                tables.extend(styled_table(&package.part(&relationship.target)?)?);
            }
        }
    }
    Ok(tables)
}

/// Whether the workbook was saved by a program that calculates formulas but writes no calculation chain.
fn is_of_calculating_program(package: &mut Package<'_>) -> Result<bool, Failure> {
    const PROGRAMS: [&str; 4] = ["LibreOffice", "OpenOffice", "ONLYOFFICE", "WPS"];
    const PROPERTIES: &str = "docProps/app.xml";
    if !package.has(PROPERTIES) {
        return Ok(false);
    }
    let part = package.part(PROPERTIES)?;
    let mut events = Events::new(&part);
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Application"
        {
            let program = events.text()?;
            return Ok(PROGRAMS.iter().any(|known| program.trim_start().starts_with(known)));
        }
    }
    Ok(false)
}

struct Overview {
    listed: Vec<ListedSheet>,
    epoch: Epoch,
    /// Whether all formulas are to be calculated when it is opened, so that cached values are invalid.
    is_recalculated: bool,
}

struct ListedSheet {
    name: String,
    relationship: String,
    is_hidden: bool,
}

fn overview(part: &[u8]) -> Result<Overview, Failure> {
    let mut events = Events::new(part);
    let mut overview = Overview { listed: Vec::new(), epoch: Epoch::Year1900, is_recalculated: false };
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "sheet" => {
                let sheet = ListedSheet {
                    name: attribute(&element, "name").unwrap_or_default().into_owned(),
                    relationship: attribute(&element, "id").unwrap_or_default().into_owned(),
                    is_hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                };
                add(&mut overview.listed, sheet)?;
            }
            "workbookPr" if is_set(&element, "date1904") => overview.epoch = Epoch::Year1904,
            "calcPr" => overview.is_recalculated = is_set(&element, "fullCalcOnLoad"),
            _ => {}
        }
    }
    Ok(overview)
}

fn shared_strings(part: &[u8], palette: &Palette) -> Result<Vec<RichText>, Failure> {
    let mut events = Events::new(part);
    let mut strings = Vec::new();
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "si"
        {
            strings.push(rich_text(&mut events, &element, palette)?);
            if strings.len() as u64 > MOST_CELLS {
                return Err(Bound::Cells.into());
            }
        }
    }
    Ok(strings)
}

/// Joins the runs of a text, without its phonetic guide (ふりがな).
fn rich_text(events: &mut Events<'_>, parent: &BytesStart<'_>, palette: &Palette) -> Result<RichText, Failure> {
    let mut rich = RichText::default();
    let mut font = Font::default();
    while let Some(event) = events.next()? {
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => events.skip()?,
                "r" => font = Font::default(),
                // A run either inherits the font of its cell or replaces it.
                "rPr" => font.colour = Some(Paint::Automatic),
                "t" => {
                    let text = unescaped(events.text()?);
                    rich.mark(&text, font);
                    rich.text.push_str(&text);
                }
                _ => read_font(element, &mut font, palette),
            },
            Event::End(element) if element.name() == parent.name() => break,
            _ => {}
        }
    }
    Ok(rich)
}

/// Decodes the characters that XML does not permit, written by Excel as `_x000D_`.
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

/// Which cached values of formulas are valid.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Cached {
    #[default]
    Always,
    /// Programs that do not calculate write zeros.
    UnlessZero,
    Never,
}

#[derive(Default)]
struct Book {
    strings: Vec<RichText>,
    styles: Styles,
    epoch: Epoch,
    cached: Cached,
    allowance: Allowance,
}

#[derive(Default)]
struct OpenCell {
    kind: String,
    style: u32,
    has_formula: bool,
    value: String,
    text: RichText,
}

impl Book {
    fn read_sheet(&mut self, part: &[u8], tables: &[StyledTable], sheet: &mut Sheet) -> Result<(), Failure> {
        let mut rules = rules(part, &self.styles, &mut self.allowance)?;
        let mut events = Events::new(part);
        // Positions are optional; a cell then follows the previous one.
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut cell = OpenCell::default();
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        row = number(&element, "r").and_then(|number| number.checked_sub(1)).unwrap_or(row);
                        column = 0;
                        if is_set(&element, "hidden") || is_zero(&element, "ht") {
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
                    "v" => cell.value = events.text()?,
                    "is" => cell.text = rich_text(&mut events, &element, self.styles.palette())?,
                    "col" if is_set(&element, "hidden") || is_zero(&element, "width") => {
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
                        let is_painted = tables.iter().any(|table| table.paints(row, column));
                        let rules = rules.of(row, column, &mut self.allowance)?;
                        let content = self.content(std::mem::take(&mut cell), is_painted, &rules)?;
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

    /// The content of a cell. `is_painted` is true if a table style may colour its background, unless it has its own.
    fn content(&self, cell: OpenCell, is_painted: bool, rules: &[&Rule]) -> Result<Content, Failure> {
        let style = self.styles.cell(cell.style);
        let ground = if is_painted && style.ground == Paint::Automatic { Paint::Unknown } else { style.ground };
        let text = |rich: &RichText| {
            let show = |format: &NumberFormat| rich.clone().content(style.font, |text| format.show_text(text));
            under(rules, show(&style.format), &rich.look(style.font, ground), None, show)
        };
        if cell.kind == "inlineStr" {
            return Ok(text(&cell.text));
        }
        // Empty text is a value, but an empty number is not.
        if cell.value.is_empty() {
            let is_uncomputed = cell.has_formula && (cell.kind != "str" || self.cached == Cached::Never);
            return Ok(if is_uncomputed { Content::Uncomputed } else { Content::Text(String::new()) });
        }
        if cell.has_formula && !self.is_calculated(&cell.value) {
            return Ok(Content::Uncomputed);
        }
        let look = style.font.look(ground);
        Ok(match cell.kind.as_str() {
            "s" => {
                let index: Option<usize> = cell.value.trim().parse().ok();
                text(index.and_then(|index| self.strings.get(index)).ok_or(Reason::Damaged)?)
            }
            "str" => text(&RichText::plain(unescaped(cell.value))),
            "b" => {
                let own = style.font.over(Content::Boolean(matches!(cell.value.trim(), "1" | "true")));
                under(rules, own.clone(), &look, None, |_| own.clone())
            }
            "e" => Content::Error(cell.value),
            "d" => Content::Date,
            _ => match cell.value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let show = |format: &NumberFormat| style.font.over(format.show(number, self.epoch));
                    under(rules, show(&style.format), &look, Some(number), show)
                }
                _ => Content::Text(cell.value),
            },
        })
    }

    fn is_calculated(&self, value: &str) -> bool {
        match self.cached {
            Cached::Always => true,
            Cached::UnlessZero => value.trim().parse::<f64>() != Ok(0.0),
            Cached::Never => false,
        }
    }
}

/// Whether an attribute is zero: a row of zero height, or a column of zero width, is hidden.
fn is_zero(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).and_then(|value| value.trim().parse::<f64>().ok()) == Some(0.0)
}
