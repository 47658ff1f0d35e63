//! Brings the layouts of office tables into the one that is read: a header row, then a row per record. Leaves out titles,
//! totals, remarks and columns that no report uses, and turns columns of years into rows. Every cell keeps its place.

use std::collections::{BTreeMap, BTreeSet};

use super::conventions::Conventions;
use super::table::{Cell, Grid, MergedCells, column_of};
use super::vocabulary::{LazyVocabulary, fold};
use super::year;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark};
use crate::report::{ColumnShape, FiscalYear, IndicatorId, Presence};

/// A title, a date, an office, a unit: more rows than this are hardly above a header.
const MOST_ABOVE: usize = 20;

/// The most columns that a message names.
const MOST_NAMED: usize = 5;

/// A table that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind<'a> {
    /// The column of the identifier.
    pub(super) id: &'static str,
    pub(super) columns: &'a [ColumnShape],
    /// Whether the table has one row per indicator. Columns of years are then records of the other table.
    pub(super) is_of_indicators: bool,
}

/// A table in the layout that is read.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) grid: Grid,
    /// The actuals that a table of indicators has in columns of years.
    pub(super) actuals: Option<Grid>,
    /// Whether it has columns of years.
    pub(super) has_years: bool,
}

/// The columns that can exist for each year, by their keys without one.
const OF_YEAR: [&str; 7] = ["value", "target", "status", "break", "evaluation", "note", BASELINE];
const BASELINE: &str = "baseline";

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

/// Lays out a table. `None` if it has no header, or if its columns contradict each other, which is reported.
pub(super) fn lay_out(
    grid: Grid,
    kind: Kind<'_>,
    conventions: Conventions<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Laid> {
    let Grid { place, rows, mut faulty, merged } = grid;
    let is_filled = |(_, cells): &NumberedRow| cells.iter().any(|cell| !cell.is_blank());
    let mut rows: Vec<NumberedRow> = rows.into_iter().enumerate().filter(is_filled).collect();
    let Some(above) = rows_above_header(&rows, kind, conventions.vocabulary) else {
        let required =
            kind.columns.iter().filter(|column| matches!(column.presence, Presence::Required | Presence::Column));
        let required: Vec<&str> = required.map(|column| column.key).collect();
        let place = rows.first().and_then(|(_, cells)| first_filled(cells)).map_or(place, Cell::place);
        let problem = Diagnostic::at(Code::MissingColumn, &place).with("part", "header");
        diagnostics.push(problem.with("columns", required.join(", ")));
        return None;
    };
    if let Some(title) = rows.drain(..above).find_map(|(_, cells)| Some(first_filled(&cells)?.text.value.clone())) {
        diagnostics.note(Remark::new("fact-above").with("file", &place.file).with("text", title.trim()));
    }
    let (mut header_row, mut header) = if rows.is_empty() { (0, Vec::new()) } else { rows.remove(0) };
    if let Some(joined) = rows.first().and_then(|(_, second)| joined_header(&header, second, kind, conventions)) {
        header = joined;
        header_row = rows.remove(0).0;
    }
    let shape = (header.len(), is_of_keys(&header, kind));
    rows.retain(|(_, cells)| !is_left_out(cells, shape, conventions.vocabulary, diagnostics));
    faulty.extend(merged_rows(merged, header_row, &rows, diagnostics)?);
    let mut roles: Vec<Role> = header.iter().map(|cell| role(&cell.text.value, kind, conventions)).collect();
    separate_names(&mut header, &mut roles, &rows, kind);
    end_at_second_header(&mut rows, &header, &roles, kind, conventions.vocabulary, diagnostics);
    let ignored = header.iter().zip(&roles).filter(|(_, role)| **role == Role::Ignored);
    let ignored: Vec<&str> = ignored.map(|(cell, _)| cell.text.value.trim()).collect();
    if !ignored.is_empty() {
        let note = Remark::new("fact-ignored").with("file", &place.file);
        diagnostics.note(note.with("columns", ignored.join(", ")));
    }
    let table = Table { place, header, roles, rows, faulty };
    let has_years = table.roles.iter().any(|role| matches!(role, Role::OfYear(..)));
    if !has_years {
        return Some(Laid { grid: table.without_ignored(), actuals: None, has_years });
    }
    let found = diagnostics.found();
    table.check_years(kind, diagnostics);
    if diagnostics.found() > found {
        return None;
    }
    let last_target = table.last_target(kind);
    let actuals = table.actuals(kind, last_target);
    if kind.is_of_indicators {
        // That the column of identifiers is missing is reported once, and not for each value.
        let actuals = table.column(kind.id).map(|_| actuals);
        Some(Laid { grid: table.indicators(last_target), actuals, has_years })
    } else {
        Some(Laid { grid: actuals, actuals: None, has_years })
    }
}

/// The number of rows above the header: 0, unless the first row names no column and one of the next does. `None` if none
/// does.
fn rows_above_header(rows: &[NumberedRow], kind: Kind<'_>, vocabulary: LazyVocabulary<'_>) -> Option<usize> {
    match rows.first() {
        // A single cell of data may read like the name of a column.
        Some((_, first)) if named_columns(first, kind, vocabulary) == 0 => {
            rows.iter().take(MOST_ABOVE).position(|(_, cells)| named_columns(cells, kind, vocabulary) > 1)
        }
        _ => Some(0),
    }
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

/// Whether a header has the keys of the format only, as nenpo writes them.
fn is_of_keys(header: &[Cell], kind: Kind<'_>) -> bool {
    header.iter().all(|cell| cell.is_blank() || is_key(cell, kind))
}

fn is_key(cell: &Cell, kind: Kind<'_>) -> bool {
    let stem = cell.text.value.trim().split('@').next().unwrap_or_default();
    kind.columns.iter().any(|column| column.key == stem)
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

/// Reports merged cells among the records, and columns merged in the last row of the header: it is unclear to which row or
/// column a cell belongs. Returns the rows that they cover; `None` if it is the header, without which nothing is read.
fn merged_rows(
    mut merged: Vec<MergedCells>,
    header: usize,
    rows: &[NumberedRow],
    diagnostics: &mut Diagnostics,
) -> Option<Vec<usize>> {
    let is_in_header = |cells: &MergedCells| cells.has_columns && (cells.rows.0..=cells.rows.1).contains(&header);
    merged.retain(|cells| {
        let first = rows.get(rows.partition_point(|(row, _)| *row < cells.rows.0));
        is_in_header(cells) || first.is_some_and(|(row, _)| *row <= cells.rows.1)
    });
    if let Some(first) = merged.first() {
        let more = (merged.len() > MOST_NAMED).then_some("…");
        let ranges: Vec<&str> = merged.iter().take(MOST_NAMED).map(|cells| cells.range.as_str()).chain(more).collect();
        diagnostics.push(Diagnostic::at(Code::MergedCells, &first.place).with("range", ranges.join(", ")));
    }
    let mut areas = merged.iter().peekable();
    let mut end = None;
    let is_covered = |row: &usize| {
        while let Some(area) = areas.next_if(|area| area.rows.0 <= *row) {
            end = end.max(Some(area.rows.1));
        }
        end >= Some(*row)
    };
    let covered = rows.iter().map(|(row, _)| *row).filter(is_covered).collect();
    (!merged.iter().any(is_in_header)).then_some(covered)
}

/// Whether a row is a total, which is reported, or a remark such as a source.
pub(super) fn is_left_out(
    cells: &[Cell],
    (columns, has_keys): (usize, bool),
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(first) = first_filled(cells) else { return true };
    let text = first.text.value.trim().trim_end_matches([':', '：']);
    // Most identifiers need no vocabulary: no word for a total has a hyphen where columns have the format's keys.
    let is_identifier = has_keys && text.is_ascii() && text.contains('-');
    if !is_identifier && vocabulary.value("row", text) == Some("total") {
        let problem = Diagnostic::at(Code::RowLeftOut, &first.text.place);
        diagnostics.push(problem.with("text", text));
        return true;
    }
    let is_alone = cells.iter().filter(|cell| !cell.is_blank()).count() == 1;
    let folded = fold(text);
    // 注文件数 is no note.
    let begins_with = |word: &str| {
        let rest = folded.strip_prefix(word).filter(|_| vocabulary.value("row", word) == Some("remark"));
        rest.is_some_and(|rest| !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic))
    };
    let is_remark = is_alone && columns > 2 && vocabulary.words("row").any(begins_with);
    if is_remark {
        diagnostics.note(Remark::new("fact-remark").with("file", &first.text.place.file).with("text", text));
    }
    is_remark
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
fn separate_names(header: &mut [Cell], roles: &mut [Role], rows: &[NumberedRow], kind: Kind<'_>) {
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

/// A table with the meanings of its columns.
struct Table {
    place: Place,
    header: Vec<Cell>,
    roles: Vec<Role>,
    rows: Vec<NumberedRow>,
    faulty: BTreeSet<usize>,
}

impl Table {
    fn without_ignored(mut self) -> Grid {
        let is_kept: Vec<bool> = self.roles.iter().map(|role| *role != Role::Ignored).collect();
        let keep = |cells: Vec<Cell>| -> Vec<Cell> {
            let kept = |index: usize| is_kept.get(index).copied().unwrap_or(true);
            cells.into_iter().enumerate().filter(|(index, _)| kept(*index)).map(|(_, cell)| cell).collect()
        };
        let header = keep(std::mem::take(&mut self.header));
        let rows: Vec<NumberedRow> = std::mem::take(&mut self.rows);
        self.grid(header, rows.into_iter().map(|(index, cells)| (index, keep(cells))))
    }

    fn grid(&self, header: Vec<Cell>, rows: impl Iterator<Item = NumberedRow>) -> Grid {
        let mut grid =
            Grid { place: self.place.clone(), rows: vec![header], faulty: BTreeSet::new(), merged: Vec::new() };
        for (index, cells) in rows {
            if self.faulty.contains(&index) {
                grid.faulty.insert(grid.rows.len());
            }
            grid.rows.push(cells);
        }
        grid
    }

    /// Reports a year that occurs twice, and columns of which it is unclear to which year they belong.
    fn check_years(&self, kind: Kind<'_>, diagnostics: &mut Diagnostics) {
        let mut known: BTreeMap<(&str, FiscalYear), &Cell> = BTreeMap::new();
        let mut unclear: Vec<&Cell> = Vec::new();
        for (cell, role) in self.header.iter().zip(&self.roles) {
            match role {
                Role::OfYear(key, year) => {
                    if let Some(first) = known.insert((*key, *year), cell) {
                        let problem = Diagnostic::at(Code::DuplicateColumn, &cell.text.place);
                        let problem = problem.with("column", cell.text.value.trim());
                        diagnostics.push(problem.with_related(&first.text.place));
                    }
                }
                Role::Column(key) if !kind.is_of_indicators && ![kind.id, NAME, "unit", ""].contains(&key.as_str()) => {
                    unclear.push(cell);
                }
                Role::Column(_) | Role::Ignored => {}
            }
        }
        if let Some(first) = unclear.first() {
            let names: Vec<&str> = unclear.iter().take(MOST_NAMED).map(|cell| cell.text.value.trim()).collect();
            let more = if unclear.len() > MOST_NAMED { ", …" } else { "" };
            let ignored = format!("[{}]", names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", "));
            let problem = Diagnostic::at(Code::YearsAsColumns, &first.text.place);
            diagnostics.push(problem.with("columns", names.join(", ") + more).with("ignored", ignored));
        }
    }

    fn column(&self, key: &str) -> Option<usize> {
        self.roles.iter().position(|role| matches!(role, Role::Column(known) if known == key))
    }

    /// The columns of a key for each year.
    fn years_of(&self, wanted: &str) -> impl Iterator<Item = (usize, FiscalYear)> {
        self.roles.iter().enumerate().filter_map(move |(index, role)| match role {
            Role::OfYear(key, year) if *key == wanted => Some((index, *year)),
            _ => None,
        })
    }

    /// The column of the plan's target among targets of years: that of the last year, unless a column has it without one.
    fn last_target(&self, kind: Kind<'_>) -> Option<(usize, FiscalYear)> {
        let is_there = !kind.is_of_indicators || self.column("target").is_some();
        self.years_of("target").max_by_key(|(_, year)| *year).filter(|_| !is_there)
    }

    /// One record for each indicator and year that has a value, a target or a status.
    fn actuals(&self, kind: Kind<'_>, last_target: Option<(usize, FiscalYear)>) -> Grid {
        let mut years: BTreeMap<FiscalYear, BTreeMap<&str, usize>> = BTreeMap::new();
        for (index, role) in self.roles.iter().enumerate() {
            if let Role::OfYear(key, year) = role
                && *key != BASELINE
                && last_target != Some((index, *year))
            {
                years.entry(*year).or_default().insert(key, index);
            }
        }
        let start = self.header.first().map_or_else(|| self.place.clone(), Cell::place);
        let keys = ["indicator", NAME, "unit", "fiscal_year"].into_iter();
        let keys = keys.chain(OF_YEAR.into_iter().filter(|key| *key != BASELINE));
        let of_records =
            [kind.id, NAME, "unit"].map(|key| self.column(key).filter(|_| key == kind.id || !kind.is_of_indicators));
        let header = keys.map(|key| Cell::typed(key.to_owned(), start.clone())).collect();
        let records = self.rows.iter().flat_map(|(index, cells)| {
            let cell = move |column: Option<usize>, place: &Place| {
                let found = column.and_then(|column| cells.get(column)).cloned();
                found.unwrap_or_else(|| Cell::typed(String::new(), place.clone()))
            };
            let start = start.clone();
            years.iter().filter_map(move |(year, columns)| {
                let row = cells.first().map_or_else(|| start.clone(), Cell::place);
                let place = columns.get("value").and_then(|column| cells.get(*column)).map_or(row, Cell::place);
                let [value, target, status] =
                    ["value", "target", "status"].map(|key| cell(columns.get(key).copied(), &place));
                if value.is_blank() && target.is_blank() && status.is_blank() {
                    return None;
                }
                let of_indicator = of_records.map(|column| cell(column, &place));
                let year = Cell::typed(year.starting_year().to_string(), place.clone());
                let is_missing = value.is_blank() && status.is_blank();
                let status = if is_missing { Cell::typed("missing".to_owned(), place.clone()) } else { status };
                let others = ["break", "evaluation", "note"].map(|key| cell(columns.get(key).copied(), &place));
                let of_year = [year, value, target, status].into_iter().chain(others);
                let record = of_indicator.into_iter().chain(of_year).collect();
                Some((*index, record))
            })
        });
        self.grid(header, records)
    }

    /// The table without its columns of years, except those of the baseline and the target.
    fn indicators(&self, last_target: Option<(usize, FiscalYear)>) -> Grid {
        let baseline = self.years_of(BASELINE).next().map(|column| ("baseline", "baseline_year", column));
        let target = last_target.map(|column| ("target", "target_year", column));
        let of_year: Vec<_> = baseline.into_iter().chain(target).collect();
        let kept: Vec<usize> =
            (0..self.roles.len()).filter(|index| matches!(self.roles[*index], Role::Column(_))).collect();
        let mut header: Vec<Cell> = kept.iter().map(|index| self.header[*index].clone()).collect();
        for (key, key_of_year, (index, _)) in &of_year {
            header.extend([*key, *key_of_year].map(|key| Cell::typed(key.to_owned(), self.header[*index].place())));
        }
        let rows = self.rows.iter().map(|(index, cells)| {
            let end = cells.last().map_or_else(|| self.place.clone(), Cell::place);
            let cell =
                |column: usize| cells.get(column).cloned().unwrap_or_else(|| Cell::typed(String::new(), end.clone()));
            let mut row: Vec<Cell> = kept.iter().map(|column| cell(*column)).collect();
            for (_, _, (column, year)) in &of_year {
                let quantity = cell(*column);
                let year = if quantity.is_blank() { String::new() } else { year.starting_year().to_string() };
                let place = quantity.place();
                row.extend([quantity, Cell::typed(year, place)]);
            }
            // Surplus cells are reported where the table is read.
            row.extend(cells.iter().skip(self.roles.len()).cloned());
            (*index, row)
        });
        self.grid(header, rows)
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
