//! The tables of a tag tree as rows and columns. Knows nothing of what they say.

use super::Element;

/// No table of a report is wider; a cell that says more is read as this wide.
const MOST_COLUMNS: usize = 1_000;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heading before it.
    pub heading: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
    /// What it says of itself.
    pub summary: Option<String>,
    /// The page that it begins on, from 1.
    pub page: Option<usize>,
    /// The text at the head of each column, from above.
    pub columns: Vec<String>,
    /// Its rows below the head.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A line over all columns that names the rows below it.
    Group {
        /// What it says.
        name: String,
        /// The page that it is on, from 1.
        page: Option<usize>,
    },
    /// A line of values.
    Values {
        /// Its header cells, as one.
        header: Cell,
        /// Its other cells.
        cells: Vec<Cell>,
        /// The page that it begins on, from 1.
        page: Option<usize>,
    },
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its first column, from 0; the columns of header cells count.
    pub column: usize,
    /// What it says, as it is read aloud, but for what is raised.
    pub text: String,
    /// The raised marks in it.
    pub raised: String,
    /// The page that it is on, from 1.
    pub page: Option<usize>,
}

/// Returns all tables below an element, in reading order.
#[must_use]
pub fn tables(tags: &Element) -> Vec<Table> {
    let mut heading = None;
    let mut tables = Vec::new();
    for element in tags.descendants() {
        if element.heading_level().is_some() {
            heading = Some(element.spoken());
        } else if element.standard_role == "Table" {
            tables.push(Table { heading: heading.clone(), ..table(element) });
        }
    }
    tables
}

fn table(element: &Element) -> Table {
    let mut table = Table {
        caption: element.elements().find(|child| child.standard_role == "Caption").map(|caption| cell(caption, 0).text),
        summary: element.attributes.get("Summary").cloned(),
        page: element.page,
        ..Table::default()
    };
    let lines = lines(element);
    let width = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.column + cell.width).max().unwrap_or(0);
    let parted = lines.iter().any(|line| line.head);
    let values =
        |line: &Line<'_>| line.cells.iter().any(|cell| cell.element.standard_role == "TD" || cell.is_row_header());
    let first = lines.iter().position(|line| values(line) || line.spans(width)).unwrap_or(lines.len());
    table.columns = vec![String::new(); width];
    for (index, line) in lines.iter().enumerate() {
        let head = if parted { line.head } else { index < first };
        if head {
            for cell in &line.cells {
                for column in &mut table.columns[cell.column..cell.column + cell.width] {
                    if !column.is_empty() {
                        column.push(' ');
                    }
                    column.push_str(&said(cell).text);
                }
            }
        } else if values(line) {
            let (headers, cells): (Vec<_>, Vec<_>) =
                line.cells.iter().partition(|cell| cell.element.standard_role == "TH");
            let mut header = Cell { page: line.element.page, ..Cell::default() };
            for cell in headers {
                let cell = said(cell);
                append(&mut header.text, &cell.text);
                append(&mut header.raised, &cell.raised);
            }
            let cells = cells.into_iter().map(said).collect();
            table.rows.push(Row::Values { header, cells, page: line.element.page });
        } else {
            table.rows.push(Row::Group { name: cell(line.element, 0).text, page: line.element.page });
        }
    }
    table
}

fn said(placed: &Placed<'_>) -> Cell {
    cell(placed.element, placed.column)
}

/// Reads a cell, with its raised marks apart: they belong to no number and to no unit.
fn cell(element: &Element, column: usize) -> Cell {
    let mut cell = Cell { column, page: element.page, ..Cell::default() };
    for piece in element.pieces() {
        append(if piece.is_raised { &mut cell.raised } else { &mut cell.text }, piece.text);
    }
    cell
}

/// Appends a piece; words and numbers that stood apart do not become one.
fn append(text: &mut String, piece: &str) {
    let is_word = |sign: char| sign.is_ascii_alphanumeric();
    if text.chars().next_back().is_some_and(is_word) && piece.chars().next().is_some_and(is_word) {
        text.push(' ');
    }
    text.push_str(piece);
}

/// A row with the columns of its cells.
struct Line<'a> {
    element: &'a Element,
    head: bool,
    cells: Vec<Placed<'a>>,
}

impl Line<'_> {
    fn spans(&self, width: usize) -> bool {
        width > 1 && matches!(self.cells.as_slice(), [cell] if cell.width == width)
    }
}

struct Placed<'a> {
    element: &'a Element,
    column: usize,
    width: usize,
}

impl Placed<'_> {
    fn is_row_header(&self) -> bool {
        self.element.standard_role == "TH"
            && self.element.attributes.get("Scope").is_some_and(|scope| matches!(scope.as_str(), "Row" | "Both"))
    }
}

fn lines(table: &Element) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    // How many more rows each column is taken by a cell from above.
    let mut taken: Vec<usize> = Vec::new();
    for (row, head) in rows(table) {
        let mut cells = Vec::new();
        let mut column = 0;
        let mut below = Vec::new();
        for cell in row.elements().filter(|cell| matches!(cell.standard_role.as_str(), "TH" | "TD")) {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            if column >= MOST_COLUMNS {
                break;
            }
            let width = span(cell, "ColSpan").min(MOST_COLUMNS - column);
            cells.push(Placed { element: cell, column, width });
            below.push((column..column + width, span(cell, "RowSpan") - 1));
            column += width;
        }
        taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        for (columns, rows) in below {
            taken.resize(taken.len().max(columns.end), 0);
            taken[columns].fill(rows);
        }
        lines.push(Line { element: row, head, cells });
    }
    lines
}

/// Returns the rows of a table, and whether each belongs to its head.
fn rows(table: &Element) -> Vec<(&Element, bool)> {
    let mut rows = Vec::new();
    for child in table.elements() {
        match child.standard_role.as_str() {
            "TR" => rows.push((child, false)),
            "THead" | "TBody" | "TFoot" => {
                let head = child.standard_role == "THead";
                rows.extend(child.elements().filter(|row| row.standard_role == "TR").map(|row| (row, head)));
            }
            _ => {}
        }
    }
    rows
}

fn span(cell: &Element, name: &str) -> usize {
    cell.attributes.get(name).and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, MOST_COLUMNS)
}
