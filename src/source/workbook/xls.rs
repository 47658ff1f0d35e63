//! Workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8) → sheets. Knows no table.

use std::collections::BTreeMap;

use super::bound::{Allowance, Bound, MOST_CELLS};
use super::compound::{Compound, long, short};
use super::failure::{Failure, Reason};
use super::number::{NumberFormat, decimal};
use super::record::{Record, Records, Text};
use super::sheet::{Area, Content, Sheet, add};

/// What BIFF8 says of itself at the beginning of each part.
const BIFF8: u16 = 0x0600;

/// Reads the names of all sheets and the cells of the wanted ones.
pub(super) fn read(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Failure> {
    let compound = Compound::new(bytes).ok_or(Reason::Damaged)?;
    if compound.has("EncryptedPackage") {
        return Err(Reason::Encrypted.into());
    }
    if !compound.has("Workbook") {
        return Err(if compound.has("Book") { Reason::Old } else { Reason::Other }.into());
    }
    let stream = compound.stream("Workbook").ok_or(Reason::Damaged)?;
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
    strings: Vec<String>,
    own_formats: BTreeMap<u16, NumberFormat>,
    /// The number format of each cell style.
    styles: Vec<u16>,
    allowance: Allowance,
}

impl Book {
    /// Reads what stands before the sheets.
    fn read(stream: &[u8]) -> Result<Self, Failure> {
        let mut book = Self::default();
        for record in Records::new(stream) {
            let record = record.ok_or(Reason::Damaged)?;
            match record.kind {
                Record::BEGIN if short(record.data(), 0) != Some(BIFF8) => return Err(Reason::Old.into()),
                Record::FILE_PASSWORD => return Err(Reason::Encrypted.into()),
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
                let code = text.characters(usize::from(length))?;
                self.own_formats.insert(short(data, 0)?, NumberFormat::of(&code));
            }
            Record::STYLE => self.styles.push(short(data, 2)?),
            _ => {}
        }
        Some(())
    }

    fn read_sheet(&mut self, stream: &[u8], sheet: &mut Sheet) -> Result<(), Failure> {
        // Charts lie within the sheet that they stand on.
        let mut depth = 0_usize;
        let mut formula = None;
        for record in Records::new(stream) {
            let record = record.ok_or(Reason::Damaged)?;
            // Sheets that lie in one another would be read again and again.
            self.allowance.take_bytes(record.size())?;
            match record.kind {
                Record::BEGIN => depth += 1,
                Record::END if depth <= 1 => return Ok(()),
                Record::END => depth -= 1,
                _ if depth > 1 => {}
                Record::MANY_NUMBERS => self.many_numbers(record.data(), sheet)?,
                Record::FORMULA => {
                    let (row, column) = position(record.data()).ok_or(Reason::Damaged)?;
                    match self.formula(record.data()).ok_or(Reason::Damaged)? {
                        Some(content) => sheet.push(row, column, content, &mut self.allowance)?,
                        // The text stands in the record behind.
                        None => formula = Some((row, column)),
                    }
                }
                Record::FORMULA_TEXT => {
                    if let Some((row, column)) = formula.take() {
                        let text = long_text(&record, 0).ok_or(Reason::Damaged)?;
                        sheet.push(row, column, Content::Text(text), &mut self.allowance)?;
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
                if short(data, 12)? & 0x20 != 0 {
                    let row = u32::from(short(data, 0)?);
                    sheet.hide_rows(row, row);
                }
                return Some(None);
            }
            Record::COLUMNS => {
                if short(data, 8)? & 1 != 0 {
                    sheet.hide_columns(short(data, 0)?.into(), short(data, 2)?.into());
                }
                return Some(None);
            }
            Record::NUMBER => self.number(double(data, 6)?, short(data, 4)?),
            Record::SHORT_NUMBER => self.number(short_number(long(data, 6)?), short(data, 4)?),
            Record::STRING => Content::Text(self.strings.get(long(data, 6)? as usize)?.clone()),
            Record::TEXT | Record::RICH_TEXT => Content::Text(long_text(record, 6)?),
            Record::BOOLEAN_OR_ERROR => match (*data.get(6)?, *data.get(7)?) {
                (value, 0) => Content::Boolean(value != 0),
                (code, _) => Content::Error(error(code)),
            },
            _ => return Some(None),
        };
        Some(Some(content))
    }

    /// Reads the value that a formula had when it was last computed; the outer nothing is damage, the inner one a text.
    fn formula(&self, data: &[u8]) -> Option<Option<Content>> {
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
        let id = self.styles.get(usize::from(style)).copied().unwrap_or_default();
        let built_in = || NumberFormat::built_in(id.into());
        match self.own_formats.get(&id).copied().unwrap_or_else(built_in) {
            NumberFormat::Date => Content::Date,
            format if value.is_finite() => Content::Text(decimal(value, format)),
            _ => Content::Error(error(36)),
        }
    }
}

/// Reads the texts that cells refer to.
fn strings(record: &Record<'_>) -> Result<Vec<String>, Failure> {
    let count = long(record.data(), 4).ok_or(Reason::Damaged)?;
    if u64::from(count) > MOST_CELLS {
        return Err(Bound::Cells.into());
    }
    let mut text = record.text(8);
    (0..count).map(|_| rich_text(&mut text).ok_or_else(|| Reason::Damaged.into())).collect()
}

/// Reads a text without its fonts and without how it is pronounced (ふりがな), which stand behind it.
fn rich_text(text: &mut Text<'_>) -> Option<String> {
    let length = text.short()?;
    let flags = text.byte()?;
    let runs = if flags & 8 == 0 { 0 } else { usize::from(text.short()?) };
    let extension = if flags & 4 == 0 { 0 } else { text.long()? as usize };
    let characters = text.characters_as(usize::from(length), flags)?;
    text.skip(runs.checked_mul(4)?.checked_add(extension)?)?;
    Some(characters)
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
