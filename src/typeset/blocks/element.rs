//! What an element of the document is to a reader.

use typst::foundations::{Content, Packed, PathOrStr, Smart, StyleChain};
use typst::introspection::Location;
use typst::layout::resolve::CellGrid;
use typst::layout::{GridCell, HideElem, RepeatElem};
use typst::loading::DataSource;
use typst::model::{
    FigureCaption, FigureElem, FootnoteEntry, HeadingElem, LinkMarker, Outlinable, OutlineEntry, ParElem, TableCell,
    TableElem, TitleElem,
};
use typst::pdf::{ArtifactElem, PdfMarkerTag, PdfMarkerTagKind, TableCellKind, TableHeaderScope};
use typst::visualize::ImageElem;

/// Which cell of which table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPosition {
    /// The number of the table in the document, from 0.
    pub table: usize,
    /// The row, from 0.
    pub row: usize,
    /// The first column, from 0.
    pub column: usize,
    /// The number of columns.
    pub across: usize,
    /// The number of rows.
    pub down: usize,
    /// What it is the head of; `None` for data.
    pub head: Option<CellHead>,
    /// Whether it repeats a cell of an earlier page.
    pub is_repeated: bool,
}

/// What a cell is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellHead {
    /// Of a column.
    Column,
    /// Of a row.
    Row,
    /// Of both.
    Both,
}

/// What text belongs to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    Heading(usize),
    Paragraph,
    Cell,
    Picture {
        path: Option<String>,
        alt: String,
    },
    /// Text that is in no paragraph.
    Loose,
    /// An ornament, or what is repeated on each page.
    Other,
}

impl Sort {
    /// Whether everything in its element is one block.
    pub(super) fn is_whole(&self) -> bool {
        !matches!(self, Self::Loose | Self::Other)
    }
}

/// An element that has begun.
pub(super) struct Element {
    /// The element in which it stands.
    pub(super) parent: Option<usize>,
    pub(super) role: Role,
}

/// What an element means for the text in it.
pub(super) enum Role {
    /// Text in it is a block.
    Block(Sort),
    /// Text in it is a cell, whatever it consists of.
    Cell(CellPosition),
    /// A table with its number and, for each row, whether it consists of heads of columns.
    Table { number: usize, has_heads: Vec<bool> },
    /// Text in it is no content.
    Artifact,
    /// Text in it that is in no paragraph is apart from text elsewhere.
    Container,
    /// Text in it is left out: the mark of an item of a list, dots that lead to a number.
    Mark,
    /// A link.
    Link,
    /// It belongs to an element elsewhere.
    ChildOf(Location),
    /// It is nothing to a reader.
    Nothing,
}

impl Role {
    /// The role of an element; `tables` is the number of tables before it, `table` the one in which it stands.
    pub(super) fn of(element: &Content, tables: usize, table: Option<(usize, &[bool])>) -> Self {
        if element.is::<HideElem>() || element.is::<ArtifactElem>() {
            Self::Artifact
        } else if let Some(heading) = element.to_packed::<HeadingElem>() {
            Self::Block(Sort::Heading(heading.level().get()))
        } else if element.is::<TitleElem>() {
            Self::Block(Sort::Heading(1))
        } else if element.is::<ParElem>()
            || element.is::<FigureCaption>()
            || element.is::<FootnoteEntry>()
            || element.is::<OutlineEntry>()
        {
            Self::Block(Sort::Paragraph)
        } else if let Some(image) = element.to_packed::<ImageElem>() {
            let path = match &image.source.source {
                DataSource::Path(path) => Some(path_of(path)),
                DataSource::Bytes(_) => None,
            };
            let alt = image.alt.as_option().clone().flatten().map(String::from).unwrap_or_default();
            Self::Block(Sort::Picture { path, alt })
        } else if let Some(table) = element.to_packed::<TableElem>() {
            Self::Table { number: tables, has_heads: table.grid.as_deref().map(rows_of_heads).unwrap_or_default() }
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            table.map_or(Self::Nothing, |(table, has_heads)| Self::Cell(position(cell, table, has_heads)))
        } else if element.is::<RepeatElem>() {
            Self::Mark
        } else if element.is::<LinkMarker>() {
            Self::Link
        } else if element.is::<GridCell>() || element.is::<FigureElem>() {
            Self::Container
        } else if let Some(marker) = element.to_packed::<PdfMarkerTag>() {
            match &marker.kind {
                PdfMarkerTagKind::ListItemLabel => Self::Mark,
                PdfMarkerTagKind::ListItemBody
                | PdfMarkerTagKind::TermsItemLabel
                | PdfMarkerTagKind::TermsItemBody
                | PdfMarkerTagKind::BibEntry => Self::Block(Sort::Paragraph),
                _ => Self::Nothing,
            }
        } else {
            Self::Nothing
        }
    }
}

/// The path of a file from the root, with a leading slash.
fn path_of(path: &PathOrStr) -> String {
    match path {
        PathOrStr::Path(path) => path.vpath().get_with_slash().to_string(),
        PathOrStr::Str(path) => path.to_string(),
    }
}

/// For each row of a table, whether it consists of heads of columns.
fn rows_of_heads(grid: &CellGrid) -> Vec<bool> {
    // Between the rows of the data there are those of gutters.
    let step = if grid.has_gutter { 2 } else { 1 };
    let rows = (0..grid.rows.len()).step_by(step);
    rows.map(|row| grid.headers.iter().any(|header| header.range.contains(&row))).collect()
}

fn position(cell: &Packed<TableCell>, table: usize, has_heads: &[bool]) -> CellPosition {
    let styles = StyleChain::default();
    let number = |place: Smart<usize>| place.custom().unwrap_or_default();
    let row = number(cell.y.get(styles));
    let head = match cell.kind.get(styles) {
        Smart::Custom(TableCellKind::Header(_, TableHeaderScope::Row)) => Some(CellHead::Row),
        Smart::Custom(TableCellKind::Header(_, TableHeaderScope::Both)) => Some(CellHead::Both),
        Smart::Custom(TableCellKind::Header(_, TableHeaderScope::Column)) => Some(CellHead::Column),
        Smart::Custom(_) => None,
        Smart::Auto => has_heads.get(row).is_some_and(|has_heads| *has_heads).then_some(CellHead::Column),
    };
    CellPosition {
        table,
        row,
        column: number(cell.x.get(styles)),
        across: cell.colspan.get(styles).get(),
        down: cell.rowspan.get(styles).get(),
        head,
        is_repeated: cell.is_repeated.get(styles),
    }
}
