//! Compares two editions row by row and cell by cell, independently of their languages.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::lexicon::{Lexicon, Pieces, Token, in_power};
use super::printed::{PrintedCell, PrintedRow, PrintedTable, squeezed};
use super::wording::{Wording, leading_value};
use crate::diagnostic::{Code, Diagnostic};

/// With fewer rows, it cannot be decided whether both are editions of one document.
const FEWEST_ROWS: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    Cell {
        /// As printed in the first edition.
        first: CellPlace,
        /// As printed in the other edition.
        other: CellPlace,
    },
    /// Most rows differ: these are not editions of one document.
    Document,
    /// A row is only in one edition.
    Row {
        is_in_first: bool,
        /// From 1.
        page: usize,
        row: String,
    },
}

/// A cell of an edition, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CellPlace {
    /// From 1.
    page: usize,
    row: String,
    /// The column head; empty for the name itself.
    column: String,
    printed: String,
}

/// The tables of an edition with its lexicon.
#[derive(Debug, Clone, Copy)]
pub struct PrintedEdition<'a> {
    /// The tables.
    pub tables: &'a [PrintedTable],
    /// The lexicon of its language.
    pub lexicon: &'a Lexicon,
}

/// Reports each difference between two editions of one template, including the order of rows, as an error.
#[must_use]
pub fn differences(
    first: PrintedEdition<'_>,
    other: PrintedEdition<'_>,
    name: &str,
    other_name: &str,
) -> Vec<Diagnostic> {
    compare(first, other).into_iter().map(|difference| difference.diagnostic(name, other_name)).collect()
}

impl Finding {
    fn diagnostic(self, name: &str, other_name: &str) -> Diagnostic {
        let problem = Diagnostic::without_place(Code::EditionsDiffer);
        match self {
            Self::Cell { first, other } => problem
                .with("kind", "cell")
                .with("document", name)
                .with("page", first.page)
                .with("row", first.row)
                .with("column", first.column)
                .with("printed", first.printed)
                .with("other", other_name)
                .with("other-page", other.page)
                .with("other-row", other.row)
                .with("other-column", other.column)
                .with("other-printed", other.printed),
            Self::Document => problem.with("kind", "document").with("document", name).with("other", other_name),
            Self::Row { is_in_first, page, row } => {
                let (document, other) = if is_in_first { (name, other_name) } else { (other_name, name) };
                let problem = problem.with("kind", "row").with("document", document).with("page", page);
                problem.with("row", row).with("other", other)
            }
        }
    }
}

fn compare(first: PrintedEdition<'_>, other: PrintedEdition<'_>) -> Vec<Finding> {
    let (mut first, mut other) = (read(first), read(other));
    forgive_words(&mut first, &mut other);
    let (first, other) = (first, other);
    // Rows that only one edition has are between rows that both have.
    let alike = |pair: &(&Row<'_>, &Row<'_>)| pair.0.is_alike(pair.1);
    let most = first.len().max(other.len());
    let before = first.iter().zip(&other).take_while(alike).count();
    let after = first[before..].iter().rev().zip(other[before..].iter().rev()).take_while(alike).count();
    let agreeing =
        if first.len() == other.len() { first.iter().zip(&other).filter(alike).count() } else { before + after };
    if most >= FEWEST_ROWS && agreeing * 2 < most {
        return vec![Finding::Document];
    }
    if first.len() != other.len() {
        let rest = |rows: &[Row<'_>], is_in_first: bool| -> Vec<Finding> {
            let rows = &rows[before..rows.len() - after];
            rows.iter().map(|row| row.only(is_in_first)).collect()
        };
        return [rest(&first, true), rest(&other, false)].concat();
    }
    first.iter().zip(&other).flat_map(|(first, other)| first.unlike(other)).collect()
}

struct Row<'a> {
    table: &'a PrintedTable,
    row: &'a PrintedRow,
    /// The power of ten of its values.
    power: u32,
    /// The meaning of the name's marks, then of each cell and column head.
    means: Vec<Meaning>,
}

/// The meaning of a cell and its column head.
struct Meaning {
    head: Vec<Token>,
    cell: Vec<Token>,
    marks: Vec<Token>,
    /// The meaning if all numbers but the leading one belong to the unit.
    value: Option<Vec<Token>>,
    /// The power of ten in which the numbers of a formula may be: that of the row's values.
    power: u32,
}

impl Meaning {
    fn is_alike(&self, other: &Self) -> bool {
        let is_same_value = || self.value.is_some() && self.value == other.value;
        // A year in the head of only one language belongs to its text.
        let is_same_head = self.head == other.head || self.head.is_empty() || other.head.is_empty();
        is_same_head
            && (self.cell == other.cell || is_same_value() || self.is_same_in_powers(other))
            && self.marks == other.marks
    }

    /// Whether each number of a formula is the same, as it is or in the powers of ten of both rows: the languages may show
    /// an amount in millions and in billions.
    fn is_same_in_powers(&self, other: &Self) -> bool {
        if self.power == other.power {
            return false;
        }
        let parted = |meaning: &Self| -> (Vec<Decimal>, Vec<Token>) {
            let (numbers, rest): (Vec<Token>, Vec<Token>) =
                meaning.cell.iter().cloned().partition(|token| matches!(token, Token::Number(_)));
            let number = |token: &Token| if let Token::Number(number) = token { Some(*number) } else { None };
            (numbers.iter().filter_map(number).collect(), rest)
        };
        let ((numbers, rest), (mut others, other_rest)) = (parted(self), parted(other));
        let all_found = numbers.iter().all(|number| {
            let amount = in_power(*number, self.power);
            let found = others.iter().position(|other_number| in_power(*other_number, other.power) == amount);
            let found = found.or_else(|| others.iter().position(|other_number| other_number == number));
            found.map(|found| others.remove(found)).is_some()
        });
        all_found && others.is_empty() && rest == other_rest
    }
}

fn read(edition: PrintedEdition<'_>) -> Vec<Row<'_>> {
    let PrintedEdition { tables, lexicon } = edition;
    let of_row = |row: &PrintedRow| row.cells.iter().map(|cell| lexicon.pieces(&cell.text)).collect();
    let pieces: Vec<Vec<Pieces>> = tables.iter().flat_map(|table| &table.rows).map(of_row).collect();
    let wording = Wording::of(pieces.iter().flatten());
    let powers = powers(tables, &pieces);
    let mut pieces = pieces.into_iter();
    let mut rows = Vec::new();
    for table in tables {
        let heads: Vec<Vec<Token>> = table.heads.iter().map(|head| lexicon.read(head)).collect();
        for (row, pieces) in table.rows.iter().zip(pieces.by_ref()) {
            let of_name = || lexicon.power_of_name(&row.name.text);
            let of_other_row = || powers.get(&squeezed(&row.name.text)).copied();
            let power = power_of(&pieces).or_else(of_name).or_else(of_other_row).unwrap_or_default();
            let marks = lexicon.read_marks(&row.name.marks);
            let name = Meaning { head: Vec::new(), cell: Vec::new(), marks, value: None, power: 0 };
            let cells = row.cells.iter().zip(pieces).map(|(cell, mut pieces)| Meaning {
                power: pieces.settle(power),
                head: heads.get(cell.column).cloned().unwrap_or_default(),
                cell: wording.read(&pieces),
                marks: lexicon.read_marks(&cell.marks),
                value: leading_value(&pieces),
            });
            let means = std::iter::once(name).chain(cells).collect();
            rows.push(Row { table, row, power, means });
        }
    }
    rows
}

/// The power of ten of a row's values; `None` if no unit names one.
fn power_of(pieces: &[Pieces]) -> Option<u32> {
    pieces.iter().filter_map(|pieces| pieces.power).max().filter(|power| *power > 0)
}

/// The power of ten of the values of each indicator, by its name without spaces: some tables, such as that of the
/// formulas, have no units. 0 for a name that two indicators share.
fn powers(tables: &[PrintedTable], pieces: &[Vec<Pieces>]) -> BTreeMap<String, u32> {
    let mut powers: BTreeMap<String, u32> = BTreeMap::new();
    for (row, pieces) in tables.iter().flat_map(|table| &table.rows).zip(pieces) {
        if let Some(power) = power_of(pieces) {
            let known = powers.entry(squeezed(&row.name.text)).or_insert(power);
            *known = if *known == power { power } else { 0 };
        }
    }
    powers
}

/// Treats unknown marks as equal if each always corresponds to the same one in the other language: an office may call a
/// note 注a in Japanese and b) in English.
fn forgive_words(first: &mut [Row<'_>], other: &mut [Row<'_>]) {
    let unknown = |means: &Meaning| -> Option<Vec<Token>> {
        let unknown = means.marks.iter().filter(|token| matches!(token, Token::Mark(_)));
        let unknown: Vec<Token> = unknown.cloned().collect();
        (!unknown.is_empty()).then_some(unknown)
    };
    let pairs = || first.iter().zip(other.iter()).flat_map(|(first, other)| first.means.iter().zip(&other.means));
    let mut partners: BTreeMap<Vec<Token>, BTreeSet<Vec<Token>>> = BTreeMap::new();
    let mut partners_of_other: BTreeMap<Vec<Token>, BTreeSet<Vec<Token>>> = BTreeMap::new();
    for (first, other) in pairs() {
        if let (Some(first), Some(other)) = (unknown(first), unknown(other)) {
            partners.entry(first.clone()).or_default().insert(other.clone());
            partners_of_other.entry(other).or_default().insert(first);
        }
    }
    let is_only = |known: Option<&BTreeSet<Vec<Token>>>| known.is_some_and(|partners| partners.len() == 1);
    for (first, other) in first.iter_mut().zip(other.iter_mut()) {
        for (first, other) in first.means.iter_mut().zip(&mut other.means) {
            if let (Some(mark), Some(partner)) = (unknown(first), unknown(other))
                && is_only(partners.get(&mark))
                && is_only(partners_of_other.get(&partner))
            {
                for means in [first, other] {
                    means.marks.retain(|token| !matches!(token, Token::Mark(_)));
                }
            }
        }
    }
}

impl Row<'_> {
    fn only(&self, is_in_first: bool) -> Finding {
        Finding::Row { is_in_first, page: self.row.page, row: self.row.name.whole() }
    }

    fn is_alike(&self, other: &Self) -> bool {
        self.means.len() == other.means.len() && (0..self.means.len()).all(|index| self.is_alike_at(other, index))
    }

    /// Whether a cell has the same meaning in another row, or the same text if it has no known meaning.
    fn is_alike_at(&self, other: &Self, index: usize) -> bool {
        let cells = || Some((self.row.cells.get(index.checked_sub(1)?)?, other.row.cells.get(index.checked_sub(1)?)?));
        let (Some(means), Some(other_means)) = (self.means.get(index), other.means.get(index)) else { return false };
        // The same digits are not the same amount in another scale.
        let may_be_text =
            self.power == other.power || !means.cell.iter().any(|token| matches!(token, Token::Number(_)));
        let is_same_text = |(cell, other): (&PrintedCell, &PrintedCell)| {
            may_be_text && squeezed(&cell.whole()) == squeezed(&other.whole())
        };
        means.is_alike(other_means) || (means.head == other_means.head && cells().is_some_and(is_same_text))
    }

    fn unlike(&self, other: &Self) -> Vec<Finding> {
        let count = self.means.len().max(other.means.len());
        (0..count)
            .filter(|index| !self.is_alike_at(other, *index))
            .map(|index| Finding::Cell { first: self.spot(index), other: other.spot(index) })
            .collect()
    }

    /// The name at index 0, then the cells.
    fn spot(&self, index: usize) -> CellPlace {
        let cell = index.checked_sub(1).and_then(|index| self.row.cells.get(index));
        let printed = if index == 0 { Some(&self.row.name) } else { cell };
        CellPlace {
            page: self.row.page,
            row: self.row.name.whole(),
            column: cell.map(|cell| self.table.head(cell.column)).unwrap_or_default().to_owned(),
            printed: printed.map(PrintedCell::whole).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::embedded;
    use crate::locale::{Layer, LocaleFile, Words};
    use crate::report::{FiscalYear, Language};

    fn lexicon(tag: &str) -> Lexicon {
        let text = embedded::LOCALES.get_file(format!("{tag}/shared.ftl")).unwrap().contents_utf8().unwrap();
        let file = LocaleFile { name: tag.into(), text: text.into(), layer: Layer::BuiltIn };
        let words = Words::new(Language::new(tag).unwrap(), &[file], Arc::new(|_, _| true));
        Lexicon::new(&words, (2015..2030).filter_map(FiscalYear::new))
    }

    /// A table of one row with the cells of a Japanese and an English edition.
    fn unlike(japanese: &[&str], english: &[&str]) -> usize {
        let table = |cells: &[&str]| {
            let cells = (1..).zip(cells).map(|(column, text)| PrintedCell {
                column,
                text: (*text).to_owned(),
                marks: String::new(),
            });
            let name = PrintedCell { text: "a".to_owned(), ..PrintedCell::default() };
            let row = PrintedRow { page: 1, name, cells: cells.collect() };
            vec![PrintedTable { heads: Vec::new(), rows: vec![row], lines: Vec::new() }]
        };
        let (first, other) = (table(japanese), table(english));
        let (ja, en) = (lexicon("ja"), lexicon("en"));
        let first = PrintedEdition { tables: &first, lexicon: &ja };
        differences(first, PrintedEdition { tables: &other, lexicon: &en }, "ja", "en").len()
    }

    #[test]
    fn a_row_has_one_scale_for_its_values_without_units() {
        let japanese = ["350,000", "389,410百万円", "400,000百万円", "97%", "389,410 ÷ 400,000 = 97%", "加速が必要"];
        let english = |year, formula| {
            ["", "¥389.41bn", "¥400bn", "97%", formula, "Acceleration needed"]
                .map(|cell| if cell.is_empty() { year } else { cell })
        };
        assert_eq!(unlike(&japanese, &english("350", "389.41 ÷ 400 = 97%")), 0);
        assert_eq!(unlike(&japanese, &english("350,000", "389.41 ÷ 400 = 97%")), 1);
        assert_eq!(unlike(&japanese, &english("350.1", "389.4 ÷ 400 = 97%")), 2);
        assert_eq!(unlike(&["389,410百万円", "97%"], &["¥389.41bn", "0.097%"]), 1);
        assert_eq!(unlike(&["389,410百万円", "2022"], &["¥389.41 million", "2022"]), 1);
    }
}
