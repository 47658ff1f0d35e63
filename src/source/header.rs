//! The header of an office's table: where it stands, what its columns mean, and where another one begins.

use super::conventions::Conventions;
use super::table::{Cell, column_of};
use super::vocabulary::{LazyVocabulary, fold};
use super::year;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::report::{ColumnShape, FiscalYear, IndicatorId};

/// A title, a date, an office, a unit: more rows than this are hardly above a header.
const MOST_ABOVE: usize = 20;

/// A table that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind<'a> {
    /// The column of the identifier.
    pub(super) id: &'static str,
    pub(super) columns: &'a [ColumnShape],
    /// Whether the table has one row per indicator. Columns of years are then records of the other table.
    pub(super) is_of_indicators: bool,
}

/// The columns that can exist for each year, by their keys without one.
pub(super) const OF_YEAR: [&str; 7] = ["value", "target", "status", "break", "evaluation", "note", BASELINE];

pub(super) const BASELINE: &str = "baseline";

/// The column of actuals with the name of the indicator, beside one with its identifier.
pub(super) const NAME: &str = "name";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// A column of the format by its key, or an unknown one.
    Column(String),
    /// A column for one year, by its key without one.
    OfYear(&'static str, FiscalYear),
    /// A column that no report uses, such as the office in charge.
    Ignored,
}

/// A row with its index in the file.
pub(super) type NumberedRow = (usize, Vec<Cell>);

/// The number of rows above the header: 0, unless the first row is a title, that is, names no column or is a single cell,
/// and one of the next names several. `None` if none names any.
pub(super) fn rows_above_header(rows: &[NumberedRow], kind: Kind<'_>, vocabulary: LazyVocabulary<'_>) -> Option<usize> {
    let Some((_, first)) = rows.first() else { return Some(0) };
    let named = named_columns(first, kind, vocabulary);
    if named > 0 && first.iter().filter(|cell| !cell.is_blank()).count() > 1 {
        return Some(0);
    }
    // A single cell of data may read like the name of a column.
    let header = rows.iter().take(MOST_ABOVE).position(|(_, cells)| named_columns(cells, kind, vocabulary) > 1);
    header.or((named > 0).then_some(0))
}

/// The first of the rows that name the most columns, if several are named. One that names indicators comes before others.
pub(super) fn header_row(rows: &[NumberedRow], kind: Kind<'_>, vocabulary: LazyVocabulary<'_>) -> Option<usize> {
    let is_of_indicators = |cell: &Cell| {
        let key = column_of(cell.text.value.trim(), kind.columns, vocabulary);
        key.is_some_and(|key| key == kind.id || key.starts_with(NAME))
    };
    let counts = rows
        .iter()
        .take(MOST_ABOVE)
        .map(|(_, cells)| (cells.iter().any(is_of_indicators), named_columns(cells, kind, vocabulary)));
    let (index, _) = counts
        .enumerate()
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .filter(|(_, (_, count))| *count > 1)
        .max_by_key(|(_, count)| *count)?;
    Some(index)
}

/// The number of columns that a row names. Numbers may read like years: they only count beside the name of a column.
fn named_columns(cells: &[Cell], kind: Kind<'_>, vocabulary: LazyVocabulary<'_>) -> usize {
    let headers = || cells.iter().map(|cell| cell.text.value.trim());
    let columns = headers().filter(|header| column_of(header, kind.columns, vocabulary).is_some()).count();
    let years = || headers().filter(|header| of_year(header, vocabulary).is_some()).count();
    if columns == 0 { 0 } else { columns + years() }
}

pub(super) fn first_filled(cells: &[Cell]) -> Option<&Cell> {
    cells.iter().find(|cell| !cell.is_blank())
}

/// Whether a header has the keys of the format only, as nenpo writes them.
pub(super) fn is_of_keys(header: &[Cell], kind: Kind<'_>) -> bool {
    header.iter().all(|cell| cell.is_blank() || is_key(cell, kind))
}

fn is_key(cell: &Cell, kind: Kind<'_>) -> bool {
    let stem = cell.text.value.trim().split('@').next().unwrap_or_default();
    kind.columns.iter().any(|column| column.key == stem)
}

/// The name of a column with a header in two rows: 令和4年度 over 実績, or 基準値 over 値 and 年度. `None` if it names none.
fn joined_name(above: &str, below: &str, kind: Kind<'_>, conventions: Conventions<'_>) -> Option<String> {
    let is_value = conventions.vocabulary.columns(below).iter().any(|key| key == "value");
    let is_column = |text: &String| match role(text, kind, conventions) {
        Role::OfYear(..) => true,
        Role::Column(_) => column_of(text, kind.columns, conventions.vocabulary).is_some(),
        Role::Ignored => false,
    };
    let joined = [format!("{above} {below}"), format!("{above}の{below}")];
    let alone = is_value.then(|| above.to_owned());
    joined.into_iter().chain(alone).find(is_column)
}

/// Joins a header with a second row below it, as in 令和4年度 over 目標 and 実績. A blank cell continues the one to its
/// left, as merged cells do. `None` if the row does not belong to the header.
pub(super) fn joined_header(
    header: &[Cell],
    second: &[Cell],
    kind: Kind<'_>,
    conventions: Conventions<'_>,
) -> Option<Vec<Cell>> {
    if is_of_keys(header, kind) {
        return None;
    }
    let mut joined = header.to_vec();
    joined.resize_with(header.len().max(second.len()), || {
        Cell::typed(String::new(), header.last().map_or_else(|| second[0].text.place.clone(), Cell::place))
    });
    let mut above = "";
    let mut count = 0;
    for (index, below) in second.iter().enumerate() {
        let own = header.get(index).map(|cell| cell.text.value.trim()).unwrap_or_default();
        above = if own.is_empty() { above } else { own };
        if below.is_blank() {
            continue;
        }
        let text = joined_name(above, below.text.value.trim(), kind, conventions)?;
        count += 1;
        joined[index] = Cell::typed(text, below.place());
    }
    (count > 1).then_some(joined)
}

pub(super) fn role(header: &str, kind: Kind<'_>, conventions: Conventions<'_>) -> Role {
    let (header, vocabulary) = (header.trim(), conventions.vocabulary);
    if conventions.ignores(header) {
        return Role::Ignored;
    }
    if let Some(key) = column_of(header, kind.columns, vocabulary) {
        return Role::Column(key);
    }
    if let Some((key, year)) = of_year(header, vocabulary) {
        return Role::OfYear(key, year);
    }
    let is_of_no_use = vocabulary.columns(header).iter().any(|key| key == "ignored");
    if is_of_no_use { Role::Ignored } else { Role::Column(header.to_owned()) }
}

/// The unit of all numbers of a table as a cell with its identifier: from a row below the header, which is removed, or
/// from a remark above the table.
pub(super) fn unit_of_table(
    above: &[NumberedRow],
    rows: &mut Vec<NumberedRow>,
    vocabulary: LazyVocabulary<'_>,
) -> Option<Cell> {
    if let Some(unit) = rows.first().and_then(|(_, cells)| unit_row(cells, vocabulary)) {
        rows.remove(0);
        return Some(unit);
    }
    let mut cells = above.iter().flat_map(|(_, cells)| cells);
    cells.find_map(|cell| Some(Cell::typed(unit_above(cell.text.value.trim(), vocabulary)?, cell.place())))
}

/// The unit that all cells of a row name, with an empty cell before them.
fn unit_row(cells: &[Cell], vocabulary: LazyVocabulary<'_>) -> Option<Cell> {
    let mut units = cells.iter().filter(|cell| !cell.is_blank()).map(|cell| {
        let text = cell.text.value.trim();
        let inside = text.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
        vocabulary.meaning("unit", inside.unwrap_or(text)).map(str::to_owned)
    });
    let first = units.next()??;
    let is_same = units.all(|unit| unit.as_ref() == Some(&first));
    let is_alone = is_same && cells.first().is_some_and(Cell::is_blank);
    is_alone.then(|| Some(Cell::typed(first, first_filled(cells)?.place()))).flatten()
}

/// The unit that a remark above a table names: （単位：千人）. One that is not known stays as it is written; of several,
/// it is unclear which records have which.
fn unit_above(text: &str, vocabulary: LazyVocabulary<'_>) -> Option<String> {
    let (before, rest) = text.split_once([':', '：'])?;
    let word = before.rsplit(['(', '（', ' ', '\u{3000}']).next()?;
    let unit = rest.split([')', '）', ' ', '\u{3000}']).find(|part| !part.is_empty())?;
    if !vocabulary.columns(word).iter().any(|key| key == "unit") || unit.contains(['、', '，', ',', '・']) {
        return None;
    }
    Some(vocabulary.meaning("unit", unit).unwrap_or(unit).to_owned())
}

/// Parses a header that names a year, alone or with a measure before or after it: R4, R4実績, 目標値（令和7年度）.
fn of_year(header: &str, vocabulary: LazyVocabulary<'_>) -> Option<(&'static str, FiscalYear)> {
    // Most headers have no year, and need no vocabulary.
    if !header.contains(|character: char| character.is_numeric() || character == year::FIRST_YEAR) {
        return None;
    }
    if let Some(year) = year::of_header(header, vocabulary) {
        return Some(("value", year));
    }
    let folded = fold(header);
    let found = vocabulary.column_words().filter_map(|(word, keys)| {
        let key = OF_YEAR.into_iter().find(|key| keys.iter().any(|known| known == key))?;
        let rest = folded.strip_prefix(word).or_else(|| folded.strip_suffix(word))?;
        let rest = rest.trim_matches(|sign: char| !sign.is_alphanumeric() || sign == 'の');
        Some((word.len(), key, year::of_header(rest, vocabulary)?))
    });
    found.max_by_key(|(length, ..)| *length).map(|(_, key, year)| (key, year))
}

/// Reports a row that names columns again, as a second table or a header repeated on each page does, and removes what
/// follows: it is unclear under which header its cells stand.
pub(super) fn end_at_second_header(
    rows: &mut Vec<NumberedRow>,
    header: &[Cell],
    roles: &[Role],
    kind: Kind<'_>,
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) {
    // Tables with the keys of the format need no vocabulary.
    let has_keys = is_of_keys(header, kind);
    let is_column = |cell: &Cell| {
        if has_keys { is_key(cell, kind) } else { !vocabulary.columns(&cell.text.value).is_empty() }
    };
    // Cells of these columns are words that may name columns, too.
    let may_be_word = |index: usize| match roles.get(index) {
        Some(Role::Column(key)) => {
            ["kind", "status", "comparator", "direction", "accumulation"].contains(&key.as_str())
        }
        _ => false,
    };
    let is_header = |(_, cells): &NumberedRow| {
        let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
        // Four digits may be a year.
        let is_number = |cell: &Cell| {
            let text = cell.text.value.trim();
            text.starts_with(|first: char| first.is_ascii_digit())
                && !text.contains(char::is_alphabetic)
                && text.len() != 4
        };
        if filled().count() < 2 || filled().any(|(_, cell)| is_number(cell)) {
            return false;
        }
        let words = filled().filter(|(index, _)| !may_be_word(*index));
        words.filter(|(_, cell)| is_column(cell)).count() > 1
    };
    if let Some(second) = rows.iter().position(is_header) {
        if let Some(cell) = first_filled(&rows[second].1) {
            let problem = Diagnostic::at(Code::SecondHeader, &cell.text.place).with("text", cell.text.value.trim());
            let first = first_filled(header).map(|cell| cell.text.place.clone());
            diagnostics.push(match first {
                Some(first) => problem.with_related(&first),
                None => problem,
            });
        }
        rows.truncate(second);
    }
}

/// Of columns of identifiers and of names, keeps both: [`NAME`] is compared with the identifier.
pub(super) fn separate_names(header: &mut [Cell], roles: &mut [Role], rows: &[NumberedRow], kind: Kind<'_>) {
    let columns: Vec<usize> =
        (0..roles.len()).filter(|index| matches!(&roles[*index], Role::Column(key) if key == kind.id)).collect();
    let is_of_identifiers = |index: usize| {
        let mut cells = rows.iter().filter_map(|(_, cells)| cells.get(index)).filter(|cell| !cell.is_blank());
        cells.all(|cell| IndicatorId::written(cell.text.value.trim()).is_some())
    };
    if let [first, second] = columns[..]
        && !kind.is_of_indicators
        && is_of_identifiers(first) != is_of_identifiers(second)
    {
        let names = if is_of_identifiers(first) { second } else { first };
        header[names] = Cell::typed(NAME.to_owned(), header[names].place());
        roles[names] = Role::Column(NAME.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Vocabulary;

    #[test]
    fn headers_of_years_are_read_with_a_word_before_or_behind() {
        let mut vocabulary = Vocabulary::default();
        for (column, word) in [("value", "実績"), ("value", "値"), ("target", "目標"), ("target", "目標値")] {
            vocabulary.add_column(column, word, false);
        }
        vocabulary.add_column(BASELINE, "基準値", false);
        vocabulary.add_year_affix("", "年度");
        vocabulary.add_era("令和", FiscalYear::new(2019).unwrap());
        vocabulary.add_era("R", FiscalYear::new(2019).unwrap());
        let vocabulary = Box::new(vocabulary);
        for (header, expected) in [
            ("R4", Some(("value", 2022))),
            ("2022年度", Some(("value", 2022))),
            ("2017-18", Some(("value", 2017))),
            ("令和４年度実績", Some(("value", 2022))),
            ("実績（R4）", Some(("value", 2022))),
            ("R4 目標値", Some(("target", 2022))),
            ("目標値（令和7年度）", Some(("target", 2025))),
            ("令和7年度の目標", Some(("target", 2025))),
            ("基準値(R2)", Some((BASELINE, 2020))),
            ("目標", None),
            ("R4見込", None),
            ("2022年度実績見込", None),
            ("施設数（2）", None),
        ] {
            let found = of_year(header, &vocabulary).map(|(key, year)| (key, year.starting_year()));
            assert_eq!(found, expected, "{header}");
        }
    }
}
