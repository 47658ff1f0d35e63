//! A table of cells that keep their places, whatever kind of file it came from.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::vocabulary::{LazyVocabulary, fold};
use super::{invisible, year};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Position, nearest};
use crate::format::{Names, renamed};
use crate::report::{ColumnShape, Language, Presence, is_identifier};

/// Rows as a reader of some file format found them, the header first.
#[derive(Debug)]
pub(super) struct Grid {
    /// Where the table as a whole stands.
    pub(super) place: Place,
    /// Rows of cells; rows may differ in length.
    pub(super) rows: Vec<Vec<Cell>>,
    /// The rows, by their index, of which a cell cannot be read; that is already a problem.
    pub(super) faulty: BTreeSet<usize>,
}

/// A cell: the text that it shows, and what stands behind that text.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// What it shows.
    pub(super) text: Located<String>,
    /// What stands behind it.
    pub(super) origin: Origin,
}

/// What stands behind the text that a cell shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Origin {
    /// The text itself, as it was typed.
    #[default]
    Text,
    /// A text of which digits are raised, lowered or in circles, such as the number of a footnote: read with the others they
    /// would be another number.
    Raised,
    /// A number. Its text has a point before the decimals and nothing between groups, whatever the language of the file;
    /// where its format rounds it, this is the number before.
    Number(Option<Decimal>),
    /// Something that cannot be read; that is already a problem.
    Unreadable,
}

impl Cell {
    /// Makes a cell of a text as it was typed.
    pub(super) fn typed(text: String, place: Place) -> Self {
        let origin = if text.contains(is_raised_digit) { Origin::Raised } else { Origin::Text };
        Self { text: Located::new(text, place), origin }
    }

    fn is_blank(&self) -> bool {
        self.text.value.trim().is_empty()
    }
}

/// Returns whether a character is a digit that does not stand in line with others: ¹, ₁, ①, ½.
pub(super) fn is_raised_digit(character: char) -> bool {
    // Digits of full width, and those of mathematical alphabets, only look otherwise.
    let is_in_line = character.is_ascii() || matches!(character, '０'..='９' | '\u{1D7CE}'..='\u{1D7FF}');
    !is_in_line && character.nfkc().any(|plain| plain.is_ascii_digit())
}

/// Returns how a column is written in headers; one that exists for each language, in some of them.
fn examples(column: &ColumnShape) -> Vec<String> {
    let key = column.key;
    if column.is_per_language { ["ja", "en"].map(|tag| format!("{key}@{tag}")).to_vec() } else { vec![key.to_owned()] }
}

/// Returns whether a header is that of a column.
fn accepts(column: &ColumnShape, header: &str) -> bool {
    match header.split_once('@') {
        Some((stem, tag)) => column.is_per_language && stem == column.key && Language::new(tag).is_some(),
        None => !column.is_per_language && header == column.key,
    }
}

/// A row: cells by the header of their column, empty ones too.
#[derive(Debug)]
pub(super) struct Row {
    /// Where its first cell stands.
    pub(super) place: Place,
    /// Whether its cells can be told apart; else only the first of them is certain.
    pub(super) is_sound: bool,
    /// Whether every column is one of the table's; else an empty cell may stand in a column that is not known.
    pub(super) has_sound_header: bool,
    cells: BTreeMap<String, Cell>,
}

impl Row {
    /// Returns what a cell shows, unless it is empty.
    pub(super) fn cell(&self, column: &str) -> Option<&Located<String>> {
        self.cells.get(column).map(|cell| &cell.text).filter(|text| !text.value.is_empty())
    }

    /// Returns what stands behind the text of a cell.
    pub(super) fn origin(&self, column: &str) -> &Origin {
        self.cells.get(column).map_or(&Origin::Text, |cell| &cell.origin)
    }

    /// Returns whether one of its cells cannot be read.
    pub(super) fn has_unreadable(&self) -> bool {
        self.cells.values().any(|cell| cell.origin == Origin::Unreadable)
    }

    /// Returns whether a place is that of a cell that cannot be read.
    pub(super) fn is_unreadable(&self, place: &Place) -> bool {
        self.cells.values().any(|cell| cell.origin == Origin::Unreadable && cell.text.place == *place)
    }

    /// Returns whether the table has a column.
    pub(super) fn has_column(&self, column: &str) -> bool {
        self.cells.contains_key(column)
    }

    /// Returns a cell that must not be empty. That its whole column is missing is a problem of the table, not of each row.
    pub(super) fn required(&self, column: &str, diagnostics: &mut Diagnostics) -> Option<&Located<String>> {
        let cell = self.cell(column);
        if cell.is_none() && self.has_column(column) {
            diagnostics.push(Diagnostic::at(Code::EmptyCell, self.place_of(column)).with("column", column));
        }
        cell
    }

    /// Returns where a cell stands, or the row where its column is missing.
    pub(super) fn place_of(&self, column: &str) -> &Place {
        self.cells.get(column).map_or(&self.place, |cell| &cell.text.place)
    }

    /// Returns the cells of a column that exists once for each language, with the language's tag.
    pub(super) fn per_language<'a>(
        &'a self,
        column: &'static str,
    ) -> impl Iterator<Item = (&'a str, &'a Located<String>)> {
        self.cells.iter().filter(|(_, cell)| !cell.text.value.is_empty()).filter_map(move |(header, cell)| {
            header.split_once('@').filter(|(stem, _)| *stem == column).map(|(_, language)| (language, &cell.text))
        })
    }
}

/// Turns cells into rows by the columns that a table has; problems of its shape are added to the diagnostics. Columns are
/// found by their keys and by the words for them.
///
/// Returns nothing where columns are years: what else is wrong with such a table would be no news.
pub(super) fn rows(
    grid: Grid,
    columns: &[ColumnShape],
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Row>> {
    let is_filled = |(_, cells): &NumberedRow| cells.iter().any(|cell| !cell.is_blank());
    let mut rows: Vec<NumberedRow> = grid.rows.into_iter().enumerate().filter(is_filled).collect();
    let above = rows_above_header(&rows, columns, vocabulary);
    let header = if above < rows.len() { rows.remove(above).1 } else { Vec::new() };
    let title = rows.drain(..above).next();
    if let Some(problem) = years_as_columns(&header, &rows, columns, vocabulary) {
        diagnostics.push(problem);
        return None;
    }
    if let (Some(title), Some(first)) = (title.as_ref().and_then(|(_, cells)| text_in(cells)), text_in(&header)) {
        let problem = Diagnostic::at(Code::TextOutsideTable, &title.place).with("part", "above");
        diagnostics.push(problem.with_related(&first.place));
    }
    let header = Header::new(header, &rows, &grid.place, columns, vocabulary, diagnostics);
    let rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|(index, cells)| {
            let row = row(&header, cells, columns, diagnostics)?;
            Some(Row { is_sound: row.is_sound && !grid.faulty.contains(&index), ..row })
        })
        .collect();
    if rows.is_empty() {
        diagnostics.push(Diagnostic::at(Code::EmptyTable, &grid.place).with("file", &grid.place.file));
    }
    Some(rows)
}

/// A row of cells with its number.
type NumberedRow = (usize, Vec<Cell>);

/// Returns the problem of a table with a column for each year, and how its first values would be written in rows.
fn years_as_columns(
    header: &[Cell],
    rows: &[NumberedRow],
    columns: &[ColumnShape],
    vocabulary: LazyVocabulary<'_>,
) -> Option<Diagnostic> {
    /// So many years are shown in the form that they should have.
    const SHOWN: usize = 2;
    let years: Vec<usize> =
        (0..header.len()).filter(|index| is_year(header[*index].text.value.trim(), columns, vocabulary)).collect();
    let [first, _, ..] = years.as_slice() else { return None };
    let is_name = |cell: &Cell| {
        let key = key(cell.text.value.trim(), columns, vocabulary);
        matches!(key.as_str(), "id" | "indicator") || key.starts_with("name@")
    };
    let name = header.iter().position(is_name).unwrap_or_default();
    let values = rows.first().map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let text = |cells: &[Cell], index: usize| {
        cells.get(index).map(|cell| cell.text.value.trim().to_owned()).unwrap_or_default()
    };
    let long = years.iter().take(SHOWN).map(|index| {
        [text(values, name), text(header, *index), text(values, *index)].map(|text| shortened(&text)).join(", ")
    });
    let problem = Diagnostic::at(Code::YearsAsColumns, &header[*first].text.place).with("number", years.len());
    Some(problem.with("rows", long.collect::<Vec<_>>().join(" / ")))
}

/// Returns the beginning of a text that only reminds of it.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 30;
    if text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

fn is_year(header: &str, columns: &[ColumnShape], vocabulary: LazyVocabulary<'_>) -> bool {
    // Most headers are keys, and need no vocabulary.
    header.contains(|character: char| character.is_numeric() || character == year::FIRST_YEAR)
        && !columns.iter().any(|column| accepts(column, &key(header, columns, vocabulary)))
        && year::of_header(header, vocabulary).is_some()
}

/// Returns how many rows stand above the header: none, unless the first row names no column and one of the next does.
fn rows_above_header(rows: &[NumberedRow], columns: &[ColumnShape], vocabulary: LazyVocabulary<'_>) -> usize {
    /// A title, a date, an office, a unit: more rows than this are hardly above a table.
    const MOST: usize = 20;
    let named = |(_, cells): &NumberedRow| {
        let headers = cells.iter().map(|cell| cell.text.value.trim());
        let is_column = |header: &&str| {
            let key = key(header, columns, vocabulary);
            columns.iter().any(|column| accepts(column, &key)) || is_year(header, columns, vocabulary)
        };
        headers.filter(is_column).count()
    };
    match rows.first() {
        // A single cell of data may read like the name of a column.
        Some(first) if named(first) == 0 => rows.iter().take(MOST).position(|row| named(row) > 1).unwrap_or_default(),
        _ => 0,
    }
}

/// Returns the first cell that is not empty.
fn text_in(cells: &[Cell]) -> Option<&Located<String>> {
    cells.iter().find(|cell| !cell.is_blank()).map(|cell| &cell.text)
}

/// The first row of a table.
struct Header {
    /// The keys of the columns, without the nameless ones that spreadsheets leave at the end.
    columns: Vec<String>,
    /// How many cells were written.
    length: usize,
    is_sound: bool,
}

impl Header {
    fn new(
        mut cells: Vec<Cell>,
        rows: &[NumberedRow],
        place: &Place,
        columns: &[ColumnShape],
        vocabulary: LazyVocabulary<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let length = cells.len();
        while cells.last().is_some_and(Cell::is_blank) {
            cells.pop();
        }
        let found = diagnostics.found();
        for Cell { text, .. } in &mut cells {
            diagnostics.extend(invisible::diagnostic(&text.value, &text.place));
            text.value = invisible::without(&text.value);
        }
        let keys: Vec<String> = cells.iter().map(|cell| key(cell.text.value.trim(), columns, vocabulary)).collect();
        if !cells.is_empty() {
            check_header(place, &cells, &keys, columns, diagnostics);
            require_names(&cells, rows, diagnostics);
        }
        Self { columns: keys, length, is_sound: diagnostics.found() == found }
    }
}

/// Returns the key of the column that a header means: itself, or one of the table's columns that has it as a word; a mark
/// behind it says that the column must be filled in. What means none stays as it is written.
fn key(header: &str, columns: &[ColumnShape], vocabulary: LazyVocabulary<'_>) -> String {
    let unmarked =
        header.trim_end_matches(|character: char| matches!(character, '*' | '＊') || character.is_whitespace());
    let found = meant(header, columns, vocabulary).or_else(|| meant(unmarked, columns, vocabulary));
    found.unwrap_or_else(|| header.to_owned())
}

fn meant(header: &str, columns: &[ColumnShape], vocabulary: LazyVocabulary<'_>) -> Option<String> {
    let is_column = |name: &str| columns.iter().any(|column| accepts(column, name));
    if is_column(header) {
        return Some(header.to_owned());
    }
    let folded = fold(header);
    let of_word = vocabulary.columns(&folded).iter().find(|column| is_column(column)).cloned();
    // 指標名@en: a word for the column, and the tag of its language.
    let of_language = || {
        let (word, language) = folded.split_once('@')?;
        let keys = vocabulary.columns(word).iter();
        let stems = keys.filter_map(|column| column.split_once('@')).map(|(stem, _)| stem);
        stems.map(|stem| format!("{stem}@{language}")).find(|key| is_column(key))
    };
    of_word.or_else(of_language)
}

/// Requires that columns with data have names; an empty column is only a margin.
fn require_names(header: &[Cell], rows: &[NumberedRow], diagnostics: &mut Diagnostics) {
    for (index, cell) in header.iter().enumerate().filter(|(_, cell)| cell.is_blank()) {
        if rows.iter().any(|(_, cells)| cells.get(index).is_some_and(|cell| !cell.is_blank())) {
            diagnostics
                .push(Diagnostic::at(Code::EmptyCell, &cell.text.place).with("column", index + 1).with("part", "name"));
        }
    }
}

fn check_header(
    place: &Place,
    header: &[Cell],
    keys: &[String],
    columns: &[ColumnShape],
    diagnostics: &mut Diagnostics,
) {
    let mut misspelt = BTreeSet::new();
    let names: Vec<String> = columns.iter().flat_map(examples).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (index, (cell, key)) in header.iter().zip(keys).enumerate() {
        let first = keys[..index].iter().position(|other| other == key);
        if key.is_empty() {
            continue;
        }
        if let Some(first) = first.and_then(|first| header.get(first)) {
            diagnostics.push(
                Diagnostic::at(Code::DuplicateColumn, &cell.text.place)
                    .with("column", cell.text.value.trim())
                    .with_related(&first.text.place),
            );
        } else if !columns.iter().any(|column| accepts(column, key)) {
            let new = renamed(Names::Columns, key);
            misspelt.extend(new.or_else(|| nearest(key, &names)));
            diagnostics.push(
                Diagnostic::at(Code::UnknownColumn, &cell.text.place)
                    .with("column", key)
                    .with_renamed(new)
                    .with_candidates(key, names.iter().copied()),
            );
        }
    }
    for column in columns {
        // A column whose name is misspelt is not missing as well.
        let is_required = matches!(column.presence, Presence::Required | Presence::Column) && !column.is_per_language;
        if is_required && !misspelt.contains(column.key) && !keys.iter().any(|key| key == column.key) {
            let place = header.first().map_or(place, |cell| &cell.text.place);
            diagnostics.push(Diagnostic::at(Code::MissingColumn, place).with("column", column.key));
        }
    }
}

fn row(header: &Header, mut cells: Vec<Cell>, columns: &[ColumnShape], diagnostics: &mut Diagnostics) -> Option<Row> {
    let place = cells.first()?.text.place.clone();
    let end = end_of(&cells.last()?.text.place);
    let mut filled = cells.iter().filter(|cell| !cell.is_blank()).map(|cell| &cell.text);
    // An identifier alone begins a row that is not finished; anything else is a remark.
    if let (Some(only), None) = (filled.next(), filled.next())
        && header.columns.len() > 2
        && !is_identifier(only.value.trim())
    {
        let problem = Diagnostic::at(Code::TextOutsideTable, &only.place).with("part", "below");
        diagnostics.push(problem.with("text", only.value.trim()));
        return None;
    }
    // A surplus cell is a problem even where it is empty: a comma in a text has moved every cell behind it.
    let nameless = cells.get(header.columns.len()..).and_then(|rest| rest.iter().find(|cell| !cell.is_blank()));
    let surplus = cells.get(header.length).or(nameless);
    if let Some(surplus) = surplus {
        let columns = header.columns.len();
        let problem = Diagnostic::at(Code::RowLength, &surplus.text.place);
        diagnostics.push(problem.with("cells", cells.len()).with("columns", columns));
    }
    let is_sound = surplus.is_none();
    // A row may end early; its other cells are empty and stand at its end.
    cells.resize_with(cells.len().max(header.columns.len()), || Cell::typed(String::new(), end.clone()));
    let is_prose = |name: &str| {
        let mut of_language = columns.iter().filter(|column| column.is_per_language);
        of_language.any(|column| accepts(column, name))
    };
    let mut seen = |column: &str, Cell { text, origin }: Cell| {
        let text = if is_prose(column) {
            text.map(|text| text.trim().to_owned())
        } else {
            diagnostics.extend(invisible::diagnostic(&text.value, &text.place));
            text.map(|text| invisible::without(&text).trim().to_owned())
        };
        Cell { text, origin }
    };
    let cells = header.columns.iter().zip(cells).map(|(column, cell)| (column.clone(), seen(column, cell))).collect();
    Some(Row { place, is_sound, has_sound_header: header.is_sound, cells })
}

fn end_of(place: &Place) -> Place {
    match place.position {
        Position::Text(_, end) => Place::text(&place.file, end..end),
        Position::Whole | Position::Sheet(_) | Position::Cell(_) => place.clone(),
    }
}
