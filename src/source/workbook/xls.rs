//! Reads workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8).

use std::collections::BTreeMap;

use super::bound::{Allowance, Bound, MOST_CELLS};
use super::colour::{Paint, Palette};
use super::compound::{Compound, long, short};
use super::conditional::{Rule, Rules, under};
use super::encryption;
use super::failure::{Failure, Reason};
use super::font::{Font, RichText};
use super::number_format::NumberFormat;
use super::record::{Record, Records, Text};
use super::sheet::{Area, Content, Sheet, add};
use super::xls_rule::rules;
use super::year_format::Epoch;

/// The version of BIFF8 in the first record of each part.
const BIFF8: u16 = 0x0600;

pub(super) fn read(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let compound = Compound::new(bytes).ok_or(Reason::Damaged)?;
    if compound.has("EncryptedPackage") {
        return Err(Reason::Encrypted.into());
    }
    // Some programs use the stream name of the older format.
    let name = ["Workbook", "Book"].into_iter().find(|name| compound.has(name)).ok_or(Reason::Other)?;
    let stream = decrypted(compound.stream(name).ok_or(Reason::Damaged)?)?;
    let mut book = Book::read(&stream)?;
    let mut sheets = Vec::new();
    for ListedSheet { name, is_hidden, offset } in std::mem::take(&mut book.sheets) {
        let mut sheet = Sheet::new(&name, is_hidden);
        if is_wanted(&name) {
            let records = stream.get(offset as usize..).ok_or(Reason::Damaged)?;
            book.read_sheet(records, &mut sheet)?;
            sheet.finish(&mut book.allowance)?;
        }
        add(&mut sheets, sheet)?;
    }
    Ok(sheets)
}

/// Decrypts a workbook that spreadsheet programs open without asking for a password.
fn decrypted(stream: Vec<u8>) -> Result<Vec<u8>, Failure> {
    // The record follows the beginning and precedes all encrypted data.
    let how = Records::new(&stream).flatten().take(8).find(|record| record.kind == Record::FILE_PASSWORD);
    let Some(how) = how else { return Ok(stream) };
    encryption::records(&stream, how.data()).ok_or_else(|| Reason::Encrypted.into())
}

struct ListedSheet {
    name: String,
    is_hidden: bool,
    offset: u32,
}

#[derive(Default)]
struct Book {
    sheets: Vec<ListedSheet>,
    strings: Vec<SharedText>,
    /// Fonts with their colour index.
    fonts: Vec<(Font, u16)>,
    own_formats: BTreeMap<u16, NumberFormat>,
    styles: Vec<Style>,
    palette: Palette,
    epoch: Epoch,
    allowance: Allowance,
}

struct Style {
    font: u16,
    format: u16,
    fill: Fill,
}

enum Fill {
    None,
    /// A colour index.
    Solid(u16),
    Pattern,
}

impl Fill {
    /// Reads the fill of a cell style, whose record some programs truncate.
    fn of_style(data: &[u8]) -> Self {
        let pattern = long(data, 14).map_or(0, |flags| flags >> 26);
        match (pattern, short(data, 18)) {
            (0, _) | (_, None) => Self::None,
            (1, Some(colours)) => Self::Solid(colours & 0x7F),
            _ => Self::Pattern,
        }
    }
}

/// Text, and the first character and font of each run.
#[derive(Debug, Clone, Default)]
struct SharedText {
    text: String,
    runs: Vec<(u16, u16)>,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, Failure> {
        let mut book = Self::default();
        for record in Records::new(stream) {
            let record = record.ok_or(Reason::Damaged)?;
            match record.kind {
                Record::BEGIN if short(record.data(), 0) != Some(BIFF8) => return Err(Reason::Old.into()),
                Record::STRINGS => book.strings = strings(&record)?,
                Record::END => return Ok(book),
                _ => book.define(&record).ok_or(Reason::Damaged)?,
            }
        }
        Err(Reason::Damaged.into())
    }

    fn define(&mut self, record: &Record<'_>) -> Option<()> {
        let data = record.data();
        match record.kind {
            Record::SHEET => {
                let mut text = record.text(6);
                let length = text.byte()?;
                let name = text.characters(usize::from(length))?;
                // Chart and macro sheets cannot contain a table.
                if *data.get(5)? == 0 {
                    self.sheets.push(ListedSheet { name, is_hidden: *data.get(4)? & 3 != 0, offset: long(data, 0)? });
                }
            }
            Record::NUMBER_FORMAT => {
                let mut text = record.text(2);
                let length = text.short()?;
                // Some programs write it one byte short, which still identifies it.
                let code = text.characters_there(usize::from(length))?;
                self.own_formats.insert(short(data, 0)?, NumberFormat::of(&code));
            }
            Record::FONT => {
                let (is_struck, is_raised) = (short(data, 2)? & 8 != 0, matches!(short(data, 8)?, 1 | 2));
                self.fonts.push((Font { is_struck, is_raised, colour: None }, short(data, 4)?));
            }
            Record::STYLE => {
                let fill = Fill::of_style(data);
                self.styles.push(Style { font: short(data, 0)?, format: short(data, 2)?, fill });
            }
            Record::PALETTE => {
                let colours = data.get(2..)?.chunks_exact(4);
                self.palette.own = colours.map(|rgb| Paint::Colour([rgb[0], rgb[1], rgb[2]])).collect();
            }
            Record::EPOCH if short(data, 0)? == 1 => self.epoch = Epoch::Year1904,
            _ => {}
        }
        Some(())
    }

    fn read_sheet(&mut self, stream: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
        // Charts are nested in the sheet that they are on.
        let mut depth = 0_usize;
        let mut rules =
            rules(stream, &self.palette, &|number| format_at(&self.own_formats, number), &mut self.allowance)?;
        let mut formula = None;
        let (mut has_values, mut without_value) = (false, Vec::new());
        for record in Records::new(stream) {
            let record = record.ok_or(Reason::Damaged)?;
            // Overlapping sheets would otherwise be read again and again.
            self.allowance.take_bytes(record.size())?;
            match record.kind {
                Record::BEGIN => depth += 1,
                Record::END if depth <= 1 => {
                    // If no formula has a value, the program does not calculate.
                    for (row, column) in without_value.into_iter().filter(|_| !has_values) {
                        sheet.push(row, column, Content::Uncomputed, &mut self.allowance)?;
                    }
                    return Ok(());
                }
                Record::END => depth -= 1,
                _ if depth > 1 => {}
                Record::MANY_NUMBERS => self.many_numbers(record.data(), &mut rules, sheet)?,
                Record::FORMULA => {
                    let data = record.data();
                    let (row, column) = position(data).ok_or(Reason::Damaged)?;
                    let rules = rules.of(row, column, &mut self.allowance)?;
                    match self.formula(data, &rules).ok_or(Reason::Damaged)? {
                        Some(content) => {
                            has_values |= content != Content::Text(String::new());
                            without_value.extend((content == Content::Text(String::new())).then_some((row, column)));
                            sheet.push(row, column, content, &mut self.allowance)?;
                        }
                        // The text is in the next record.
                        None => formula = Some((row, column, short(data, 4).unwrap_or_default())),
                    }
                }
                Record::FORMULA_TEXT => {
                    if let Some((row, column, style)) = formula.take() {
                        has_values = true;
                        let text = long_text(&record, 0).ok_or(Reason::Damaged)?;
                        let rules = rules.of(row, column, &mut self.allowance)?;
                        let content = self.text(SharedText { text, runs: Vec::new() }, style, &rules);
                        sheet.push(row, column, content, &mut self.allowance)?;
                    }
                }
                Record::MERGED => merge(record.data(), sheet)?,
                Record::ROW | Record::COLUMNS => hide(&record, sheet).ok_or(Reason::Damaged)?,
                Record::NUMBER
                | Record::SHORT_NUMBER
                | Record::STRING
                | Record::TEXT
                | Record::RICH_TEXT
                | Record::BOOLEAN_OR_ERROR => {
                    let (row, column) = position(record.data()).ok_or(Reason::Damaged)?;
                    let rules = rules.of(row, column, &mut self.allowance)?;
                    let content = self.cell(&record, &rules).ok_or(Reason::Damaged)?;
                    sheet.push(row, column, content, &mut self.allowance)?;
                }
                _ => {}
            }
        }
        Err(Reason::Damaged.into())
    }

    /// Reads a record with a single cell. `None` if it is damaged.
    fn cell(&self, record: &Record<'_>, rules: &[&Rule]) -> Option<Content> {
        let data = record.data();
        let style = short(data, 4)?;
        Some(match record.kind {
            Record::NUMBER => self.number(double(data, 6)?, style, rules),
            Record::SHORT_NUMBER => self.number(short_number(long(data, 6)?), style, rules),
            Record::STRING => self.text(self.strings.get(long(data, 6)? as usize)?.clone(), style, rules),
            Record::BOOLEAN_OR_ERROR => match (*data.get(6)?, *data.get(7)?) {
                (value, 0) => {
                    let (font, ground) = (self.font(style), self.ground(style));
                    let own = font.over(Content::Boolean(value != 0));
                    under(rules, own.clone(), &font.look(ground), None, |_| own.clone())
                }
                (code, _) => Content::Error(error(code)),
            },
            _ => self.text(cell_text(record)?, style, rules),
        })
    }

    /// Reads the cached value of a formula. `None` if it is damaged; `Some(None)` if it is text.
    fn formula(&self, data: &[u8], rules: &[&Rule]) -> Option<Option<Content>> {
        /// The formula is calculated when the workbook is opened, so that the cached value is invalid.
        const CALCULATED_LATER: u16 = 2;
        if short(data, 14)? & CALCULATED_LATER != 0 {
            return Some(Some(Content::Uncomputed));
        }
        if short(data, 12)? != 0xFFFF {
            return Some(Some(self.number(double(data, 6)?, short(data, 4)?, rules)));
        }
        let value = *data.get(8)?;
        Some(match *data.get(6)? {
            0 => None,
            1 => Some(Content::Boolean(value != 0)),
            2 => Some(Content::Error(error(value))),
            _ => Some(Content::Text(String::new())),
        })
    }

    fn many_numbers(&mut self, data: &[u8], rules: &mut Rules, sheet: &mut Sheet) -> Result<(), Failure> {
        let (row, first) = position(data).ok_or(Reason::Damaged)?;
        let numbers = data.get(4..data.len().saturating_sub(2)).ok_or(Reason::Damaged)?;
        for (column, number) in (first..).zip(numbers.chunks_exact(6)) {
            let (Some(style), Some(number)) = (short(number, 0), long(number, 2)) else { break };
            let rules = rules.of(row, column, &mut self.allowance)?;
            let content = self.number(short_number(number), style, &rules);
            sheet.push(row, column, content, &mut self.allowance)?;
        }
        Ok(())
    }

    fn number(&self, value: f64, style: u16, rules: &[&Rule]) -> Content {
        if !value.is_finite() {
            return Content::Error(error(36));
        }
        let font = self.font(style);
        let show = |format: &NumberFormat| font.over(format.show(value, self.epoch));
        under(rules, show(&self.format(style)), &font.look(self.ground(style)), Some(value), show)
    }

    fn text(&self, shared: SharedText, style: u16, rules: &[&Rule]) -> Content {
        let mut rich = RichText::plain(String::new());
        let units: Vec<u16> = shared.text.encode_utf16().collect();
        let part = |from: usize, to: usize| units.get(from..to).map(String::from_utf16_lossy).unwrap_or_default();
        let starts = shared.runs.iter().map(|(start, _)| usize::from(*start));
        let font = self.font(style);
        rich.mark(
            &part(0, starts.clone().next().unwrap_or(units.len())),
            Font { colour: font.colour, ..Font::default() },
        );
        for ((_, font), (start, end)) in shared.runs.iter().zip(starts.clone().zip(starts.skip(1).chain([units.len()])))
        {
            rich.mark(&part(start, end), self.font_at(*font));
        }
        rich.text = shared.text;
        let show = |format: &NumberFormat| rich.clone().content(font, |text| format.show_text(text));
        under(rules, show(&self.format(style)), &rich.look(font, self.ground(style)), None, show)
    }

    fn format(&self, style: u16) -> NumberFormat {
        let number = self.styles.get(usize::from(style)).map(|style| style.format).unwrap_or_default();
        format_at(&self.own_formats, number)
    }

    fn font(&self, style: u16) -> Font {
        self.styles.get(usize::from(style)).map(|style| self.font_at(style.font)).unwrap_or_default()
    }

    /// A font by its number; number 4 does not exist.
    fn font_at(&self, number: u16) -> Font {
        let index = if number > 4 { number - 1 } else { number };
        let font = self.fonts.get(usize::from(index));
        font.map(|(font, colour)| Font { colour: Some(self.palette.indexed((*colour).into())), ..*font })
            .unwrap_or_default()
    }

    fn ground(&self, style: u16) -> Paint {
        match self.styles.get(usize::from(style)).map(|style| &style.fill) {
            Some(Fill::Solid(colour)) => match self.palette.indexed((*colour).into()) {
                Paint::Automatic => Paint::Unknown,
                colour => colour,
            },
            Some(Fill::Pattern) => Paint::Unknown,
            _ => Paint::Automatic,
        }
    }
}

/// Reads hidden rows or columns. `None` if the record is damaged.
fn hide(record: &Record<'_>, sheet: &mut Sheet) -> Option<()> {
    let data = record.data();
    if record.kind == Record::COLUMNS {
        if short(data, 8)? & 1 != 0 || short(data, 4)? == 0 {
            sheet.hide_columns(short(data, 0)?.into(), short(data, 2)?.into());
        }
    // A row with zero height is also hidden; the highest bit has another meaning.
    } else if short(data, 12)? & 0x20 != 0 || short(data, 6)? & 0x7FFF == 0 {
        let row = u32::from(short(data, 0)?);
        sheet.hide_rows(row, row);
    }
    Some(())
}

fn format_at(own: &BTreeMap<u16, NumberFormat>, number: u16) -> NumberFormat {
    own.get(&number).cloned().unwrap_or_else(|| NumberFormat::built_in(number.into()))
}

/// Reads the shared strings. Some programs state a higher count than they write.
fn strings(record: &Record<'_>) -> Result<Vec<SharedText>, Failure> {
    let count = long(record.data(), 4).ok_or(Reason::Damaged)?;
    if u64::from(count) > MOST_CELLS {
        return Err(Bound::Cells.into());
    }
    let mut text = record.text(8);
    let mut strings = Vec::new();
    while strings.len() < count as usize && !text.is_at_end() {
        strings.push(shared_text(&mut text).ok_or(Reason::Damaged)?);
    }
    Ok(strings)
}

/// Reads text with its fonts and without its phonetic guide (ふりがな), both of which follow it.
fn shared_text(text: &mut Text<'_>) -> Option<SharedText> {
    let length = text.short()?;
    let flags = text.byte()?;
    let runs = if flags & 8 == 0 { 0 } else { usize::from(text.short()?) };
    let extension = if flags & 4 == 0 { 0 } else { text.long()? as usize };
    let characters = text.characters_as(usize::from(length), flags)?;
    let runs: Option<Vec<_>> = (0..runs).map(|_| Some((text.short()?, text.short()?))).collect();
    text.skip(extension)?;
    Some(SharedText { text: characters, runs: runs? })
}

/// Reads the text of a cell that contains it itself, with its fonts if there are any.
fn cell_text(record: &Record<'_>) -> Option<SharedText> {
    let mut text = record.text(6);
    let length = text.short()?;
    let characters = text.characters(usize::from(length))?;
    let count = if record.kind == Record::RICH_TEXT { text.short().unwrap_or_default() } else { 0 };
    let runs = (0..count).map_while(|_| Some((text.short()?, text.short()?))).collect();
    Some(SharedText { text: characters, runs })
}

fn long_text(record: &Record<'_>, at: usize) -> Option<String> {
    let mut text = record.text(at);
    let length = text.short()?;
    text.characters(usize::from(length))
}

fn merge(data: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
    for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
        let at = |index| short(area, index).map(u32::from).unwrap_or_default();
        sheet.merge(Area { rows: (at(0), at(2)), columns: (at(4), at(6)) })?;
    }
    Ok(())
}

fn position(data: &[u8]) -> Option<(u32, u32)> {
    Some((short(data, 0)?.into(), short(data, 2)?.into()))
}

pub(super) fn double(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// A double's upper half or an integer in four bytes; the lowest bits say which, and whether to divide by a hundred.
fn short_number(number: u32) -> f64 {
    let value = if number & 2 == 0 {
        f64::from_bits(u64::from(number & !3) << 32)
    } else {
        f64::from(number.cast_signed() >> 2)
    };
    if number & 1 == 0 { value } else { value / 100.0 }
}

fn error(code: u8) -> String {
    let name = match code {
        0 => "#NULL!",
        7 => "#DIV/0!",
        15 => "#VALUE!",
        23 => "#REF!",
        29 => "#NAME?",
        36 => "#NUM!",
        42 => "#N/A",
        _ => return format!("#{code}"),
    };
    name.to_owned()
}
