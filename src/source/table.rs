//! Tables of cells with their places, independent of the file format.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::invisible;
use super::vocabulary::{LazyVocabulary, fold};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place, Position, nearest};
use crate::format::{Names, renamed};
use crate::report::{ColumnShape, Language, Presence, is_identifier};

/// The rows of a file, with the header first.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) place: Place,
    /// Rows may differ in length.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Indices of rows with a cell that could not be read, which is already reported.
    pub(super) faulty: BTreeSet<usize>,
    /// Merged cells with data. Only titles and headers may have them.
    pub(super) merged: Vec<MergedCells>,
}

/// Cells that a spreadsheet shows as one.
#[derive(Debug)]
pub(super) struct MergedCells {
    /// Their name, such as `B3:B5`.
    pub(super) range: String,
    pub(super) place: Place,
    /// Their first and last row, by index.
    pub(super) rows: (usize, usize),
    /// Whether they are in several columns.
    pub(super) has_columns: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) text: Located<String>,
    pub(super) origin: Origin,
}

/// What a cell contains, apart from the text that it shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Origin {
    /// Text as it was typed.
    #[default]
    Text,
    /// Text with superscript, subscript or circled digits, which must not be read together with other digits.
    Raised,
    /// A number, as text with a decimal point and no thousands separators, and the unrounded number if that is rounded.
    Number(Option<Decimal>),
    /// Unreadable contents, which are already reported.
    Unreadable,
}

impl Cell {
    pub(super) fn typed(text: String, place: Place) -> Self {
        let origin = if text.contains(is_raised_digit) { Origin::Raised } else { Origin::Text };
        Self { text: Located::new(text, place), origin }
    }

    pub(super) fn place(&self) -> Place {
        self.text.place.clone()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.value.trim().is_empty()
    }
}

/// Whether a character is a digit off the line: ¹, ₁, ①, ½.
pub(super) fn is_raised_digit(character: char) -> bool {
    // Full-width and mathematical digits differ only in appearance.
    let is_in_line = character.is_ascii() || matches!(character, '０'..='９' | '\u{1D7CE}'..='\u{1D7FF}');
    !is_in_line && character.nfkc().any(|plain| plain.is_ascii_digit())
}

fn examples(column: &ColumnShape) -> Vec<String> {
    let key = column.key;
    if column.is_per_language { ["ja", "en"].map(|tag| format!("{key}@{tag}")).to_vec() } else { vec![key.to_owned()] }
}

fn accepts(column: &ColumnShape, header: &str) -> bool {
    match header.split_once('@') {
        Some((stem, tag)) => column.is_per_language && stem == column.key && Language::new(tag).is_some(),
        None => !column.is_per_language && header == column.key,
    }
}

/// A row: cells by column key, including empty ones.
#[derive(Debug)]
pub(super) struct Row {
    /// The place of the first cell.
    pub(super) place: Place,
    /// False if the cells cannot be assigned to columns with certainty, except the first.
    pub(super) is_sound: bool,
    /// False if a column is unknown: its cells may be the ones that seem to be empty.
    pub(super) has_sound_header: bool,
    cells: BTreeMap<String, Cell>,
}

impl Row {
    /// The text that a cell shows. `None` if it is empty.
    pub(super) fn cell(&self, column: &str) -> Option<&Located<String>> {
        self.cells.get(column).map(|cell| &cell.text).filter(|text| !text.value.is_empty())
    }

    pub(super) fn origin(&self, column: &str) -> &Origin {
        self.cells.get(column).map_or(&Origin::Text, |cell| &cell.origin)
    }

    pub(super) fn has_unreadable(&self) -> bool {
        self.cells.values().any(|cell| cell.origin == Origin::Unreadable)
    }

    pub(super) fn is_unreadable(&self, place: &Place) -> bool {
        self.cells.values().any(|cell| cell.origin == Origin::Unreadable && cell.text.place == *place)
    }

    pub(super) fn has_column(&self, column: &str) -> bool {
        self.cells.contains_key(column)
    }

    /// Reports an empty cell. A missing column is a problem of the table, not of each row.
    pub(super) fn required(&self, column: &str, diagnostics: &mut Diagnostics) -> Option<&Located<String>> {
        let cell = self.cell(column);
        if cell.is_none() && self.has_column(column) {
            diagnostics.push(Diagnostic::at(Code::EmptyCell, self.place_of(column)).with("column", column));
        }
        cell
    }

    /// The place of a cell, or of the row if the column is missing.
    pub(super) fn place_of(&self, column: &str) -> &Place {
        self.cells.get(column).map_or(&self.place, |cell| &cell.text.place)
    }

    /// The cells of a column that exists once per language, with the language tags.
    pub(super) fn per_language<'a>(
        &'a self,
        column: &'static str,
    ) -> impl Iterator<Item = (&'a str, &'a Located<String>)> {
        self.cells.iter().filter(|(_, cell)| !cell.text.value.is_empty()).filter_map(move |(header, cell)| {
            header.split_once('@').filter(|(stem, _)| *stem == column).map(|(_, language)| (language, &cell.text))
        })
    }
}

/// Turns the cells of a table in the layout that is read into rows. Columns are found by their keys and by the words for
/// them; problems of the table's shape are added to the diagnostics.
pub(super) fn rows(
    grid: Grid,
    columns: &[ColumnShape],
    vocabulary: LazyVocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Row> {
    let mut rows = grid.rows.into_iter().enumerate();
    let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let rows: Vec<NumberedRow> = rows.collect();
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
    rows
}

type NumberedRow = (usize, Vec<Cell>);

/// The key of the column that a header means, if it is one of the table's.
pub(super) fn column_of(header: &str, columns: &[ColumnShape], vocabulary: LazyVocabulary<'_>) -> Option<String> {
    let key = key(header, columns, vocabulary);
    columns.iter().any(|column| accepts(column, &key)).then_some(key)
}

struct Header {
    /// Column keys, without the nameless columns that spreadsheets leave at the end.
    columns: Vec<String>,
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

/// The key of a column that has this header as a word, or the header. A trailing mark denotes a required column.
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
    // 指標名@en: a word for the column, and a language tag.
    let of_language = || {
        let (word, language) = folded.split_once('@')?;
        let keys = vocabulary.columns(word).iter();
        let stems = keys.filter_map(|column| column.split_once('@')).map(|(stem, _)| stem);
        stems.map(|stem| format!("{stem}@{language}")).find(|key| is_column(key))
    };
    of_word.or_else(of_language)
}

/// Requires names of columns with data; an empty column is only a margin.
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
        // A misspelt column is not reported as missing, too.
        let is_required = matches!(column.presence, Presence::Required | Presence::Column) && !column.is_per_language;
        if is_required && !misspelt.contains(column.key) && !keys.iter().any(|key| key == column.key) {
            let place = header.first().map_or(place, |cell| &cell.text.place);
            diagnostics
                .push(Diagnostic::at(Code::MissingColumn, place).with("part", "column").with("column", column.key));
        }
    }
}

fn row(header: &Header, mut cells: Vec<Cell>, columns: &[ColumnShape], diagnostics: &mut Diagnostics) -> Option<Row> {
    let place = cells.first()?.text.place.clone();
    let end = end_of(&cells.last()?.text.place);
    let mut filled = cells.iter().filter(|cell| !cell.is_blank()).map(|cell| &cell.text);
    // A single identifier begins an unfinished row; any other single text is a remark.
    if let (Some(only), None) = (filled.next(), filled.next())
        && header.columns.len() > 2
        && !is_identifier(only.value.trim())
    {
        let problem = Diagnostic::at(Code::TextOutsideTable, &only.place);
        diagnostics.push(problem.with("text", only.value.trim()));
        return None;
    }
    // A surplus cell is a problem even if empty: an unquoted comma has shifted all cells after it.
    let nameless = cells.get(header.columns.len()..).and_then(|rest| rest.iter().find(|cell| !cell.is_blank()));
    let surplus = cells.get(header.length).or(nameless);
    if let Some(surplus) = surplus {
        let columns = header.columns.len();
        let problem = Diagnostic::at(Code::RowLength, &surplus.text.place);
        diagnostics.push(problem.with("cells", cells.len()).with("columns", columns));
    }
    let is_sound = surplus.is_none();
    // Short rows are filled with empty cells, placed at their end.
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
