//! Converts the tables of a tag tree to rows and columns.

use super::Element;

/// No table of a report is wider; a wider cell is read as this wide.
const MOST_COLUMNS: usize = 100;
/// The bytes after which nothing is added to a heading or a column head: it may be repeated for many cells.
const MOST_HEAD: usize = 1_000;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heading before it.
    pub heading: Option<String>,
    /// The caption.
    pub caption: Option<String>,
    /// The `Summary` attribute.
    pub summary: Option<String>,
    /// The page that it begins on, from 1.
    pub page: Option<usize>,
    /// The text of each column's header cells, from the top.
    pub columns: Vec<String>,
    /// The rows below the head.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A row across all columns that names the rows below it.
    Group {
        /// The text.
        name: String,
        /// The page, from 1.
        page: Option<usize>,
    },
    /// A row of values.
    Values {
        /// The header cells, joined.
        header: Cell,
        /// The other cells.
        cells: Vec<Cell>,
        /// The page that it begins on, from 1.
        page: Option<usize>,
    },
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The first column, from 0; columns of header cells count.
    pub column: usize,
    /// The text as read aloud, without superscripts.
    pub text: String,
    /// The superscript marks.
    pub raised: String,
    /// The page, from 1.
    pub page: Option<usize>,
}

/// The tables below an element, in reading order.
#[must_use]
pub fn tables(tags: &Element) -> Vec<Table> {
    let mut heading = None;
    let mut tables = Vec::new();
    for element in tags.descendants() {
        if element.heading_level().is_some() {
            heading = Some(short(&element.spoken()));
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
            line.head_columns(&mut table.columns);
        } else if values(line) {
            table.rows.push(line.values());
        } else {
            table.rows.push(Row::Group { name: cell(line.element, 0).text, page: line.element.page });
        }
    }
    table
}

fn said(placed: &Placed<'_>) -> Cell {
    cell(placed.element, placed.column)
}

/// Separates superscript marks, which belong to neither number nor unit.
fn cell(element: &Element, column: usize) -> Cell {
    let mut cell = Cell { column, page: element.page, ..Cell::default() };
    for piece in element.pieces() {
        if piece.is_raised {
            // A mark of letters in several fonts comes in several pieces.
            cell.raised.push_str(piece.text.trim());
        } else {
            append(&mut cell.text, piece.text);
        }
    }
    cell
}

/// Keeps words and numbers of separate pieces apart.
fn append(text: &mut String, piece: &str) {
    let is_word = |sign: char| sign.is_ascii_alphanumeric();
    if text.chars().next_back().is_some_and(is_word) && piece.chars().next().is_some_and(is_word) {
        text.push(' ');
    }
    text.push_str(piece);
}

struct Line<'a> {
    element: &'a Element,
    head: bool,
    cells: Vec<Placed<'a>>,
}

impl Line<'_> {
    fn head_columns(&self, columns: &mut [String]) {
        for cell in &self.cells {
            let said = short(&said(cell).text);
            for column in columns.iter_mut().skip(cell.column).take(cell.width) {
                if column.len() < MOST_HEAD {
                    column.push_str(if column.is_empty() { "" } else { " " });
                    column.push_str(&said);
                }
            }
        }
    }

    fn values(&self) -> Row {
        let (headers, cells): (Vec<_>, Vec<_>) = self.cells.iter().partition(|cell| cell.element.standard_role == "TH");
        let mut header = Cell { page: self.element.page, ..Cell::default() };
        for cell in headers.into_iter().map(said) {
            append(&mut header.text, &cell.text);
            append(&mut header.raised, &cell.raised);
        }
        Row::Values { header, cells: cells.into_iter().map(said).collect(), page: self.element.page }
    }

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
    // For each column, the remaining rows of a cell from above.
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

/// The rows of a table, and whether each belongs to the head.
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

fn short(text: &str) -> String {
    text.chars().take(MOST_HEAD).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Node, Text};

    fn element(role: &str, attributes: &[(&str, &str)], children: Vec<Element>) -> Element {
        Element {
            role: role.to_owned(),
            standard_role: role.to_owned(),
            attributes: attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            children: children.into_iter().map(Node::Element).collect(),
            ..Element::default()
        }
    }

    fn cell(role: &str, text: &str, attributes: &[(&str, &str)]) -> Element {
        let text = Text { text: text.to_owned(), page: 1, ..Text::default() };
        Element { children: vec![Node::Text(text)], ..element(role, attributes, Vec::new()) }
    }

    const COLUMN: (&str, &str) = ("Scope", "Column");
    const ROW: (&str, &str) = ("Scope", "Row");

    fn rows(parted: bool) -> Element {
        let head = vec![
            element(
                "TR",
                &[],
                vec![
                    cell("TH", "Indicator", &[COLUMN, ("RowSpan", "2")]),
                    cell("TH", "Value", &[COLUMN, ("ColSpan", "2")]),
                ],
            ),
            element("TR", &[], vec![cell("TH", "2021", &[COLUMN]), cell("TH", "2022", &[COLUMN])]),
        ];
        let body = vec![
            element("TR", &[], vec![cell("TH", "Output", &[COLUMN, ("ColSpan", "3")])]),
            element("TR", &[], vec![cell("TH", "Seeds", &[ROW]), cell("TD", "1", &[]), cell("TD", "2", &[])]),
        ];
        if parted {
            element("Table", &[], vec![element("THead", &[], head), element("TBody", &[], body)])
        } else {
            element("Table", &[], head.into_iter().chain(body).collect())
        }
    }

    #[test]
    fn heads_groups_and_values_are_told_apart_with_and_without_a_marked_head() {
        for parted in [true, false] {
            let table = tables(&element("Document", &[], vec![cell("H2", "Seeds", &[]), rows(parted)])).remove(0);
            assert_eq!(table.heading.as_deref(), Some("Seeds"));
            assert_eq!(table.columns, ["Indicator", "Value 2021", "Value 2022"], "{parted}");
            let value = |column, text: &str| Cell { column, text: text.to_owned(), ..Cell::default() };
            let expected = [
                Row::Group { name: "Output".to_owned(), page: None },
                Row::Values { header: value(0, "Seeds"), cells: vec![value(1, "1"), value(2, "2")], page: None },
            ];
            assert_eq!(table.rows, expected, "{parted}");
        }
    }

    #[test]
    fn a_cell_that_claims_to_be_wider_than_any_table_is_cut() {
        let wide = ("ColSpan", "4000000000");
        let table = element("Table", &[], vec![element("TR", &[], vec![cell("TH", "x", &[wide, ("RowSpan", "-1")])])]);
        assert_eq!(tables(&element("Document", &[], vec![table])).remove(0).columns.len(), MOST_COLUMNS);
    }
}
