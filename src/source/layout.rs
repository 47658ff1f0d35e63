//! Brings the layouts of office tables into the one that is read: a header row, then a row per record. Leaves out titles,
//! totals, remarks and columns that no report uses, and turns columns of years into rows. Every cell keeps its place.

use std::collections::{BTreeMap, BTreeSet};

use super::conventions::Conventions;
use super::header::{
    BASELINE, Kind, NAME, NumberedRow, OF_YEAR, Role, end_at_second_header, first_filled, is_of_keys, joined_header,
    role, rows_above_header, separate_names, unit_of_table,
};
use super::measures::{is_shared, join_measures, joinable_measures, unknown_measure};
use super::table::{Cell, Grid, MergedCells};
use super::vocabulary::{LazyVocabulary, fold};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Remark};
use crate::report::{FiscalYear, Presence};

/// The most columns that a message names.
const MOST_NAMED: usize = 5;

/// A table in the layout that is read.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) grid: Grid,
    /// The actuals that a table of indicators has in columns of years.
    pub(super) actuals: Option<Grid>,
    /// Whether it has columns of years.
    pub(super) has_years: bool,
}

/// Lays out a table. `None` if it has no header, or if its columns contradict each other, which is reported.
pub(super) fn lay_out(
    grid: Grid,
    kind: Kind<'_>,
    conventions: Conventions<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Laid> {
    let Grid { place, rows, mut faulty, mut merged } = grid;
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
    let titles: Vec<NumberedRow> = rows.drain(..above).collect();
    if let Some(title) = titles.iter().find_map(|(_, cells)| Some(&first_filled(cells)?.text.value)) {
        diagnostics.note(Remark::new("fact-above").with("file", &place.file).with("text", title.trim()));
    }
    let (mut header_row, mut header) = if rows.is_empty() { (0, Vec::new()) } else { rows.remove(0) };
    if let Some(joined) = rows.first().and_then(|(_, second)| joined_header(&header, second, kind, conventions)) {
        header = joined;
        header_row = rows.remove(0).0;
    }
    let has_keys = is_of_keys(&header, kind);
    let unit = if has_keys { None } else { unit_of_table(&titles, &mut rows, conventions.vocabulary) };
    let shape = (header.len(), has_keys);
    rows.retain(|(_, cells)| !is_left_out(cells, shape, conventions.vocabulary, diagnostics));
    let mut roles: Vec<Role> = header.iter().map(|cell| role(&cell.text.value, kind, conventions)).collect();
    let measures = joinable_measures(&header, &roles, &rows, conventions);
    if let Some(problem) = unknown_measure(&roles, &rows, conventions) {
        diagnostics.push(problem);
        return None;
    }
    if measures.is_some() {
        merged.retain(|area| !is_shared(area, &roles));
    }
    faulty.extend(merged_rows(merged, header_row, &rows, diagnostics)?);
    separate_names(&mut header, &mut roles, &rows, kind);
    end_at_second_header(&mut rows, &header, &roles, kind, conventions.vocabulary, diagnostics);
    if let Some(column) = measures {
        let left_out = join_measures(column, &mut header, &mut roles, &mut rows, conventions);
        if !left_out.is_empty() {
            let texts = left_out.into_iter().collect::<Vec<_>>().join(", ");
            diagnostics.note(Remark::new("fact-rows").with("file", &place.file).with("texts", texts));
        }
    }
    let ignored = header.iter().zip(&roles).filter(|(_, role)| **role == Role::Ignored);
    let ignored: Vec<&str> = ignored.map(|(cell, _)| cell.text.value.trim()).collect();
    if !ignored.is_empty() {
        let note = Remark::new("fact-ignored").with("file", &place.file);
        diagnostics.note(note.with("columns", ignored.join(", ")));
    }
    let mut table = Table { place, header, roles, rows, faulty };
    if let Some(unit) = unit {
        let note = Remark::new("fact-unit").with("file", &table.place.file).with("unit", &unit.text.value);
        diagnostics.note(note);
        table.set_unit(&unit);
    }
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

    /// Gives the records without a unit that of the whole table.
    fn set_unit(&mut self, unit: &Cell) {
        let column = self.column("unit").unwrap_or_else(|| {
            self.header.push(Cell::typed("unit".to_owned(), unit.place()));
            self.roles.push(Role::Column("unit".to_owned()));
            let column = self.header.len() - 1;
            for (_, cells) in &mut self.rows {
                let end = cells.last().map_or_else(|| unit.place(), Cell::place);
                cells.resize_with(column.max(cells.len()), || Cell::typed(String::new(), end.clone()));
                // Surplus cells stay behind the columns.
                cells.insert(column, unit.clone());
            }
            column
        });
        for cell in self.rows.iter_mut().filter_map(|(_, cells)| cells.get_mut(column)).filter(|cell| cell.is_blank()) {
            *cell = unit.clone();
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
