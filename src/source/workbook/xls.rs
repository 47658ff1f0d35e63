//! Workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8) → sheets. Knows no table.

use std::collections::BTreeMap;

use super::bound::{Allowance, Bound, MOST_CELLS};
use super::compound::{Compound, long, short};
use super::encryption;
use super::failure::{Failure, Reason};
use super::font::{Font, RichText};
use super::number_format::NumberFormat;
use super::record::{Record, Records, Text};
use super::sheet::{Area, Content, Sheet, add};
use super::year_format::Epoch;

/// What BIFF8 says of itself at the beginning of each part.
const BIFF8: u16 = 0x0600;

/// Reads the names of all sheets and the cells of the wanted ones.
pub(super) fn read(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let compound = Compound::new(bytes).ok_or(Reason::Damaged)?;
    if compound.has("EncryptedPackage") {
        return Err(Reason::Encrypted.into());
    }
    // Programs write the name in capitals, or that of the format before.
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

/// Decrypts a workbook that a spreadsheet program opens without asking for a password.
fn decrypted(stream: Vec<u8>) -> Result<Vec<u8>, Failure> {
    // Behind the beginning, and before anything that is encrypted.
    let how = Records::new(&stream).flatten().take(8).find(|record| record.kind == Record::FILE_PASSWORD);
    let Some(how) = how else { return Ok(stream) };
    encryption::records(&stream, how.data()).ok_or_else(|| Reason::Encrypted.into())
}

/// A sheet as the workbook lists it.
struct ListedSheet {
    name: String,
    is_hidden: bool,
    /// Where it begins.
    offset: u32,
}

/// What the sheets of a workbook share.
#[derive(Default)]
struct Book {
    sheets: Vec<ListedSheet>,
    strings: Vec<SharedText>,
    fonts: Vec<Font>,
    own_formats: BTreeMap<u16, NumberFormat>,
    /// The font and the number format of each cell style.
    styles: Vec<(u16, u16)>,
    epoch: Epoch,
    allowance: Allowance,
}

/// A text, and from which of its characters on it is in which font.
#[derive(Debug, Clone, Default)]
struct SharedText {
    text: String,
    runs: Vec<(u16, u16)>,
}

impl Book {
    /// Reads what stands before the sheets.
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
                // Sheets of charts and of old macros are none that could hold a table.
                if *data.get(5)? == 0 {
                    self.sheets.push(ListedSheet { name, is_hidden: *data.get(4)? & 3 != 0, offset: long(data, 0)? });
                }
            }
            Record::NUMBER_FORMAT => {
                let mut text = record.text(2);
                let length = text.short()?;
                // Some programs write it a byte short, which is enough to know it by.
                let code = text.characters_there(usize::from(length))?;
                self.own_formats.insert(short(data, 0)?, NumberFormat::of(&code));
            }
            Record::FONT => self
                .fonts
                .push(Font { is_struck: short(data, 2)? & 8 != 0, is_raised: matches!(short(data, 8)?, 1 | 2) }),
            Record::STYLE => self.styles.push((short(data, 0)?, short(data, 2)?)),
            Record::EPOCH if short(data, 0)? == 1 => self.epoch = Epoch::Year1904,
            _ => {}
        }
        Some(())
    }

    fn read_sheet(&mut self, stream: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
        // Charts lie within the sheet that they stand on.
        let mut depth = 0_usize;
        let mut formula = None;
        let (mut has_values, mut without_value) = (false, Vec::new());
        for record in Records::new(stream) {
            let record = record.ok_or(Reason::Damaged)?;
            // Sheets that lie in one another would be read again and again.
            self.allowance.take_bytes(record.size())?;
            match record.kind {
                Record::BEGIN => depth += 1,
                Record::END if depth <= 1 => {
                    // Where no formula of a sheet has a value, the program that wrote it does not calculate.
                    for (row, column) in without_value.into_iter().filter(|_| !has_values) {
                        sheet.push(row, column, Content::Uncomputed, &mut self.allowance)?;
                    }
                    return Ok(());
                }
                Record::END => depth -= 1,
                _ if depth > 1 => {}
                Record::MANY_NUMBERS => self.many_numbers(record.data(), sheet)?,
                Record::FORMULA => {
                    let data = record.data();
                    let (row, column) = position(data).ok_or(Reason::Damaged)?;
                    match self.formula(data).ok_or(Reason::Damaged)? {
                        Some(content) => {
                            has_values |= content != Content::Text(String::new());
                            without_value.extend((content == Content::Text(String::new())).then_some((row, column)));
                            sheet.push(row, column, content, &mut self.allowance)?;
                        }
                        // The text stands in the record behind.
                        None => formula = Some((row, column, short(data, 4).unwrap_or_default())),
                    }
                }
                Record::FORMULA_TEXT => {
                    if let Some((row, column, style)) = formula.take() {
                        has_values = true;
                        let text = long_text(&record, 0).ok_or(Reason::Damaged)?;
                        let content = self.text(SharedText { text, runs: Vec::new() }, style);
                        sheet.push(row, column, content, &mut self.allowance)?;
                    }
                }
                Record::MERGED => merge(record.data(), sheet)?,
                _ => {
                    if let Some(content) = self.cell(&record, sheet).ok_or(Reason::Damaged)? {
                        let (row, column) = position(record.data()).ok_or(Reason::Damaged)?;
                        sheet.push(row, column, content, &mut self.allowance)?;
                    }
                }
            }
        }
        Err(Reason::Damaged.into())
    }

    /// Reads a record that is one cell, or says what of the sheet is hidden; nothing where it is damaged.
    fn cell(&self, record: &Record<'_>, sheet: &mut Sheet) -> Option<Option<Content>> {
        let data = record.data();
        let content = match record.kind {
            Record::ROW => {
                // One without height is hidden as well; the highest bit says something else.
                if short(data, 12)? & 0x20 != 0 || short(data, 6)? & 0x7FFF == 0 {
                    let row = u32::from(short(data, 0)?);
                    sheet.hide_rows(row, row);
                }
                return Some(None);
            }
            Record::COLUMNS => {
                if short(data, 8)? & 1 != 0 || short(data, 4)? == 0 {
                    sheet.hide_columns(short(data, 0)?.into(), short(data, 2)?.into());
                }
                return Some(None);
            }
            Record::NUMBER => self.number(double(data, 6)?, short(data, 4)?),
            Record::SHORT_NUMBER => self.number(short_number(long(data, 6)?), short(data, 4)?),
            Record::STRING => self.text(self.strings.get(long(data, 6)? as usize)?.clone(), short(data, 4)?),
            Record::TEXT | Record::RICH_TEXT => self.text(cell_text(record)?, short(data, 4)?),
            Record::BOOLEAN_OR_ERROR => match (*data.get(6)?, *data.get(7)?) {
                (value, 0) => self.font(short(data, 4)?).over(Content::Boolean(value != 0)),
                (code, _) => Content::Error(error(code)),
            },
            _ => return Some(None),
        };
        Some(Some(content))
    }

    /// Reads the value that a formula had when it was last computed; the outer nothing is damage, the inner one a text.
    fn formula(&self, data: &[u8]) -> Option<Option<Content>> {
        /// It is to be calculated when the workbook is opened: what stands there is no value.
        const CALCULATED_LATER: u16 = 2;
        if short(data, 14)? & CALCULATED_LATER != 0 {
            return Some(Some(Content::Uncomputed));
        }
        if short(data, 12)? != 0xFFFF {
            return Some(Some(self.number(double(data, 6)?, short(data, 4)?)));
        }
        let value = *data.get(8)?;
        Some(match *data.get(6)? {
            0 => None,
            1 => Some(Content::Boolean(value != 0)),
            2 => Some(Content::Error(error(value))),
            _ => Some(Content::Text(String::new())),
        })
    }

    /// Reads numbers that stand side by side.
    fn many_numbers(&mut self, data: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
        let (row, first) = position(data).ok_or(Reason::Damaged)?;
        let numbers = data.get(4..data.len().saturating_sub(2)).ok_or(Reason::Damaged)?;
        for (column, number) in (first..).zip(numbers.chunks_exact(6)) {
            let (Some(style), Some(number)) = (short(number, 0), long(number, 2)) else { break };
            sheet.push(row, column, self.number(short_number(number), style), &mut self.allowance)?;
        }
        Ok(())
    }

    fn number(&self, value: f64, style: u16) -> Content {
        if !value.is_finite() {
            return Content::Error(error(36));
        }
        self.font(style).over(self.format(style).show(value, self.epoch))
    }

    fn text(&self, shared: SharedText, style: u16) -> Content {
        let mut rich = RichText::plain(String::new());
        let units: Vec<u16> = shared.text.encode_utf16().collect();
        let starts = shared.runs.iter().map(|(start, _)| usize::from(*start));
        for ((_, font), (start, end)) in shared.runs.iter().zip(starts.clone().zip(starts.skip(1).chain([units.len()])))
        {
            let part = units.get(start..end).map(String::from_utf16_lossy).unwrap_or_default();
            rich.mark(&part, self.font_at(*font));
        }
        rich.text = shared.text;
        rich.content(self.font(style), |text| self.format(style).show_text(text))
    }

    fn format(&self, style: u16) -> NumberFormat {
        let id = self.styles.get(usize::from(style)).map(|(_, format)| *format).unwrap_or_default();
        self.own_formats.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id.into()))
    }

    fn font(&self, style: u16) -> Font {
        self.styles.get(usize::from(style)).map(|(font, _)| self.font_at(*font)).unwrap_or_default()
    }

    /// Returns a font by its number; there is none of number 4.
    fn font_at(&self, number: u16) -> Font {
        let index = if number > 4 { number - 1 } else { number };
        self.fonts.get(usize::from(index)).copied().unwrap_or_default()
    }
}

/// Reads the texts that cells refer to. Some programs claim to write more of them than they do.
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

/// Reads a text with its fonts and without how it is pronounced (ふりがな), which stand behind it.
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

/// Reads the text of a cell that holds it itself, with its fonts where there are some.
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

fn double(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// Reads a number in four bytes: the upper half of a double, or an integer; the lowest bits say which, and whether it is
/// to be divided by a hundred.
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
