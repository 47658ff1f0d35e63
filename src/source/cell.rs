//! Cells → numbers, years, identifiers and words; what cannot be read for certain is a fault, never a guess.

use std::collections::BTreeSet;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::table::Row;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{FiscalYear, IndicatorId};

/// Reads an exact decimal: digits, at most one point, an optional sign.
pub(super) fn decimal(cell: &Located<String>, diagnostics: &mut Diagnostics) -> Option<Decimal> {
    let plain = cell.value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let number = Decimal::from_str_exact(&cell.value).ok().filter(|_| plain);
    if number.is_none() {
        diagnostics.push(
            Diagnostic::at(Code::NotANumber, &cell.place)
                .with("value", &cell.value)
                .with_nearest(number_meant(&cell.value)),
        );
    }
    number
}

/// Returns the number that was probably meant: without grouping, percent sign and wide digits.
fn number_meant(text: &str) -> Option<Decimal> {
    let plain: String = narrow(text)
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| if matches!(character, '△' | '▲' | '−' | '‐' | '–') { '-' } else { character })
        .collect();
    // A unit, or a word such as 約.
    let plain = plain.trim_matches(|character: char| !character.is_ascii_digit() && character != '-');
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split([',', '、']);
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let number = match (groups.as_slice(), fraction) {
        (groups, fraction) if groups.iter().all(|group| group.len() == 3) => {
            let point = fraction.map(|fraction| format!(".{fraction}")).unwrap_or_default();
            format!("{first}{}{point}", groups.concat())
        }
        // A decimal comma.
        ([fraction], None) => format!("{first}.{fraction}"),
        _ => return None,
    };
    Decimal::from_str_exact(&number).ok().filter(|_| number != text)
}

/// Returns the fiscal year that was probably meant: without FY and 年度, and counted from the era that it names.
fn year_meant(text: &str) -> Option<FiscalYear> {
    /// The years before the first of an era.
    const ERAS: [(&str, i64); 6] =
        [("令和", 2018), ("R", 2018), ("平成", 1988), ("H", 1988), ("昭和", 1925), ("S", 1925)];
    let narrow = narrow(text).to_uppercase();
    let year = narrow.trim_start_matches("FY").trim_end_matches('度').trim_end_matches('年').trim();
    let (before, number) =
        ERAS.iter().find_map(|(era, before)| Some((*before, year.strip_prefix(era)?))).unwrap_or((0, year));
    let number = if number == "元" { 1 } else { i64::from_str(number.trim()).ok()? };
    FiscalYear::new(number.checked_add(before)?)
}

/// Returns a text with the wide forms of ASCII characters made narrow.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| match u32::from(character) {
            wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(character),
            _ => character,
        })
        .collect()
}

/// Reads a fiscal year by the calendar year in which it starts.
pub(super) fn fiscal_year(cell: &Located<String>, diagnostics: &mut Diagnostics) -> Option<FiscalYear> {
    let year = i64::from_str(&cell.value).ok().and_then(FiscalYear::new);
    if year.is_none() {
        diagnostics.push(
            Diagnostic::at(Code::NotAYear, &cell.place)
                .with("value", &cell.value)
                .with_nearest(year_meant(&cell.value)),
        );
    }
    year
}

/// Reads an identifier.
pub(super) fn identifier<T>(
    cell: &Located<String>,
    new: fn(&str) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Option<Located<T>> {
    let id = new(&cell.value);
    if id.is_none() {
        diagnostics.push(Diagnostic::at(Code::InvalidId, &cell.place).with("id", &cell.value));
    }
    Some(Located::new(id?, cell.place.clone()))
}

/// Reads identifiers with spaces between them.
pub(super) fn identifiers<T>(
    cell: Option<&Located<String>>,
    new: fn(&str) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Vec<Located<T>> {
    let Some(cell) = cell else { return Vec::new() };
    cell.value
        .split_whitespace()
        .filter_map(|text| identifier(&Located::new(text.to_owned(), cell.place.clone()), new, diagnostics))
        .collect()
}

/// Reads one of a closed list of words.
pub(super) fn word<T: Copy>(cell: &Located<String>, words: &[(&str, T)], diagnostics: &mut Diagnostics) -> Option<T> {
    let found = words.iter().find(|(name, _)| *name == cell.value).map(|(_, value)| *value);
    if found.is_none() {
        diagnostics.push(
            Diagnostic::at(Code::UnknownWord, &cell.place)
                .with("value", &cell.value)
                .with_candidates(&cell.value, words.iter().map(|(name, _)| *name)),
        );
    }
    found
}

/// Reads every row of a table. Returns with what was read the indicators of those rows that have faults.
pub(super) fn read_rows<T>(
    rows: &[Row],
    indicator_column: &str,
    read: impl Fn(&mut CellReader<'_>) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> (Vec<T>, BTreeSet<IndicatorId>) {
    let mut items = Vec::new();
    let mut faulty = BTreeSet::new();
    for row in rows {
        let found = diagnostics.found();
        let item = if row.is_sound { read(&mut CellReader { row, diagnostics }) } else { None };
        if item.is_none() || diagnostics.found() > found {
            faulty.extend(row.cell(indicator_column).and_then(|cell| IndicatorId::new(&cell.value)));
        }
        items.extend(item);
    }
    (items, faulty)
}

/// Reads the cells of a row that may be empty, one reading after another.
pub(super) struct CellReader<'a> {
    /// The row.
    pub(super) row: &'a Row,
    /// Where faults go.
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl CellReader<'_> {
    /// Reads an optional decimal.
    pub(super) fn decimal(&mut self, column: &str) -> Option<Decimal> {
        decimal(self.row.cell(column)?, self.diagnostics)
    }

    /// Reads an optional fiscal year.
    pub(super) fn fiscal_year(&mut self, column: &str) -> Option<Located<FiscalYear>> {
        let cell = self.row.cell(column)?;
        Some(Located::new(fiscal_year(cell, self.diagnostics)?, cell.place.clone()))
    }

    /// Reads an optional identifier.
    pub(super) fn identifier<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Option<Located<T>> {
        identifier(self.row.cell(column)?, new, self.diagnostics)
    }

    /// Reads an identifier that must be there.
    pub(super) fn required_identifier<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Option<Located<T>> {
        identifier(self.row.required(column, self.diagnostics)?, new, self.diagnostics)
    }

    /// Reads identifiers with spaces between them.
    pub(super) fn identifiers<T>(&mut self, column: &str, new: fn(&str) -> Option<T>) -> Vec<Located<T>> {
        identifiers(self.row.cell(column), new, self.diagnostics)
    }

    /// Reads one of a closed list of words; an empty cell is the first of them.
    pub(super) fn word<T: Copy>(&mut self, column: &str, words: &[(&str, T)], default: T) -> T {
        self.row.cell(column).and_then(|cell| word(cell, words, self.diagnostics)).unwrap_or(default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn read(text: &str) -> Option<Decimal> {
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        decimal(&cell, &mut Diagnostics::default())
    }

    #[test]
    fn a_decimal_keeps_the_decimals_that_were_written() {
        assert_eq!(read("81.0").map(|number| number.scale()), Some(1));
        assert_eq!(read("-3.2"), Some(Decimal::new(-32, 1)));
    }

    #[test]
    fn what_is_not_certainly_a_number_is_not_read() {
        for text in ["1,166", "75%", "1e3", "１２", "", "-", "1.2.3", "0x10", "1_000"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_probably_meant_is_named() {
        for (text, meant) in [
            ("1,166", "1166"),
            ("７５％", "75"),
            ("△3.2", "-3.2"),
            ("1 166", "1166"),
            ("約12.5件", "12.5"),
            ("61,5", "61.5"),
        ] {
            assert_eq!(number_meant(text).map(|number| number.to_string()).as_deref(), Some(meant), "{text}");
        }
        for text in ["未集計", "七十五", "1,16,6", "10-20", "-"] {
            assert_eq!(number_meant(text), None, "{text}");
        }
        for text in ["令和4年度", "R4", "FY2022", "2022年度", "２０２２", "令和 4"] {
            assert_eq!(year_meant(text), FiscalYear::new(2022), "{text}");
        }
        assert_eq!(year_meant("令和元年度"), FiscalYear::new(2019));
        assert_eq!(year_meant("来年度"), None);
    }
}
