//! Cells → numbers, years, identifiers and words; what cannot be read for certain is a fault, never a guess.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::table::Row;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::FiscalYear;

/// Reads an exact decimal: digits, at most one point, an optional sign.
pub(super) fn decimal(cell: &Located<String>, diagnostics: &mut Diagnostics) -> Option<Decimal> {
    let plain = cell.value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let number = Decimal::from_str_exact(&cell.value).ok().filter(|_| plain);
    if number.is_none() {
        diagnostics.push(Diagnostic::at(Code::NotANumber, &cell.place).with("value", &cell.value));
    }
    number
}

/// Reads a fiscal year by the calendar year in which it starts.
pub(super) fn fiscal_year(cell: &Located<String>, diagnostics: &mut Diagnostics) -> Option<FiscalYear> {
    let year = i64::from_str(&cell.value).ok().and_then(FiscalYear::new);
    if year.is_none() {
        diagnostics.push(Diagnostic::at(Code::NotAYear, &cell.place).with("value", &cell.value));
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
pub(super) fn word<T: Copy>(
    cell: &Located<String>,
    words: &[(&str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<T> {
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
}
