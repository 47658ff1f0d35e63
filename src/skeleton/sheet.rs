//! How the sheets of a workbook look: paper, colours, cells, headers.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use super::column::{Column, said};
use crate::locale::Words;

/// A font of every Windows since 2018, and one of nenpo's own.
const FONT: &str = "BIZ UDPGothic";

/// Ink, the background of headers that must be filled in, and that of the others: all with a contrast above 7:1.
pub(super) const INK: u32 = 0x1D2433;
const REQUIRED_FILL: u32 = 0x1F4E5F;
pub(super) const FILL: u32 = 0xDCE6EA;

/// ISO A4 and A3 in Excel's list of papers.
pub(super) const A4: u8 = 9;
pub(super) const A3: u8 = 8;

/// A table of the report, read.
pub(super) struct Table {
    /// The sheet's name in the language of the workbook.
    pub(super) sheet: String,
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows, as they are written in the workbook.
    pub(super) rows: Vec<Vec<String>>,
}

/// Sets a sheet's pages: landscape, as wide as a page, numbered.
pub(super) fn set_page(sheet: &mut Worksheet, paper: u8) {
    sheet.set_paper_size(paper).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
}

/// Returns what all cells look like. None is locked: rows can be deleted only where no cell of them is, to the last
/// column.
pub(super) fn base() -> Format {
    Format::new()
        .set_unlocked()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

/// Returns what cells look like that stay as they are. That formulas are hidden in them is said only because a protection
/// that is not spelled out could be taken from the cells that are not locked.
pub(super) fn locked() -> Format {
    base().set_locked().set_hidden()
}

/// Returns how a header looks. The mark of those that must be filled in is only shown: it is no part of their name.
pub(super) fn header_format(column: &Column, words: &Words) -> Format {
    let format = base()
        .set_locked()
        .set_bold()
        .set_text_wrap()
        .set_indent(1)
        .set_border(FormatBorder::Thin)
        .set_border_color(INK);
    if column.is_required {
        let mark = said("required-mark", &[], words);
        format.set_background_color(REQUIRED_FILL).set_font_color(0xFF_FFFF).set_num_format(format!("@\"{mark}\""))
    } else {
        format.set_background_color(FILL)
    }
}
