//! The formatting of the workbook's sheets: paper, colours, cells, headers.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use super::column::{Column, said};
use crate::locale::Words;

/// Included in Windows since 2018, and in nenpo.
const FONT: &str = "BIZ UDPGothic";

/// Text, background of required headers, and of other headers; all with a contrast above 7:1.
pub(super) const INK: u32 = 0x1D2433;
const REQUIRED_FILL: u32 = 0x1F4E5F;
pub(super) const FILL: u32 = 0xDCE6EA;

/// ISO A4 and A3 in Excel's list of papers.
pub(super) const A4: u8 = 9;
pub(super) const A3: u8 = 8;

pub(super) struct Table {
    /// In the workbook's language.
    pub(super) sheet: String,
    pub(super) columns: Vec<Column>,
    /// As written in the workbook.
    pub(super) rows: Vec<Vec<String>>,
}

/// Landscape, one page wide, numbered.
pub(super) fn set_page(sheet: &mut Worksheet, paper: u8) {
    sheet.set_paper_size(paper).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
}

/// No cell is locked, up to the last column: Excel only deletes rows without locked cells.
pub(super) fn base() -> Format {
    Format::new()
        .set_unlocked()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

/// Hiding formulas only serves to have the protection written out; otherwise it could be that of unlocked cells.
pub(super) fn locked() -> Format {
    base().set_locked().set_hidden()
}

/// The required mark is part of the number format, not of the header's text.
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
