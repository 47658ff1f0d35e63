//! Reads workbooks written by real programs, and artificial ones.

mod appearance;
mod bounds;
mod damage;

use std::io::{Cursor, Write};

use calamine::{Data, Reader};
use rust_xlsxwriter::{Format, Formula};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::sheet::{Area, Content, Obscurity};
use super::*;

/// A sheet with all known pitfalls, saved by LibreOffice in three formats.
const TRICKY: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("../../../../tests/workbooks/tricky.xlsx")),
    ("xls", include_bytes!("../../../../tests/workbooks/tricky.xls")),
    ("ods", include_bytes!("../../../../tests/workbooks/tricky.ods")),
];

/// A sheet of numbers and texts that are displayed differently from how they are stored, saved by LibreOffice.
const SHOWN: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("../../../../tests/workbooks/shown.xlsx")),
    ("xls", include_bytes!("../../../../tests/workbooks/shown.xls")),
    ("ods", include_bytes!("../../../../tests/workbooks/shown.ods")),
];

/// A sheet with cells hidden by colours and conditional formatting, saved by LibreOffice.
const COVERED: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("../../../../tests/workbooks/covered.xlsx")),
    ("xls", include_bytes!("../../../../tests/workbooks/covered.xls")),
    ("ods", include_bytes!("../../../../tests/workbooks/covered.ods")),
];

fn all(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    sheets(bytes, &|_| true)
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An Excel workbook with one sheet, `actuals`, from the XML of its worksheet and shared strings.
fn excel(worksheet: &str, strings: &str) -> Vec<u8> {
    let relationship = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
    };
    let root = relationship("a", "officeDocument", "/xl/workbook.xml");
    let book = relationship("a", "worksheet", "worksheets/sheet1.xml")
        + &relationship("b", "sharedStrings", "sharedStrings.xml");
    archive(&[
        ("_rels/.rels", format!("<Relationships>{root}</Relationships>").as_bytes()),
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="actuals" r:id="a"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{book}</Relationships>").as_bytes()),
        ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{worksheet}</worksheet>").as_bytes()),
    ])
}

/// An OpenDocument spreadsheet with one sheet, `actuals`, from the XML of its table.
fn open(table: &str) -> Vec<u8> {
    let content = format!(r#"<office:body><table:table table:name="actuals">{table}</table:table></office:body>"#);
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn one_cell(bytes: &[u8]) -> Content {
    all(bytes).unwrap()[0].cells[0].content.clone()
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn number(text: &str) -> Content {
    Content::Number { text: text.to_owned(), exact: None }
}

/// Writes a workbook with XML like Excel's own.
fn written(write: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    write(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

/// Reads the sheet `actuals` of a workbook as a report does.
fn found(bytes: &[u8]) -> (Found, Vec<Diagnostic>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.xlsx"), bytes).unwrap();
    let mut diagnostics = Diagnostics::default();
    let mut project = Project::new(folder.path());
    let workbook = read(&mut project, "a.xlsx", &[&["actuals", "実績"]], &mut diagnostics);
    let found = workbook.map_or(Found::Unreadable, |mut workbook| workbook.found.remove(0));
    (found, diagnostics.sorted().into_iter().cloned().collect())
}

#[test]
fn three_formats_of_one_workbook_are_read_alike() {
    for (format, bytes) in TRICKY {
        let sheets = all(bytes).unwrap();
        assert_eq!(
            sheets.iter().map(|sheet| (&*sheet.name, sheet.is_hidden)).collect::<Vec<_>>(),
            [("tricky", false), ("hidden", true)]
        );
        let sheet = &sheets[0];
        let expected = [
            (0, 0, text("header")),
            (0, 1, text("merged")),
            (1, 0, number("81%")),
            (1, 1, Content::Date),
            (1, 2, text("hidden column")),
            (1, 3, Content::Error("#DIV/0!".to_owned())),
            (1, 4, number("0.3")),
            (1, 5, text("あい")),
            (1, 6, Content::Boolean(true)),
            (1, 7, Content::Error("#N/A".to_owned())),
            (2, 0, number("1000000000000000000000")),
            (2, 1, number("12.3%")),
            (3, 0, number("-3.25")),
            (3, 3, text("two\nlines")),
            (4, 0, number("7")),
            (5, 0, number("7")),
            (6, 0, number("7")),
        ];
        let cells: Vec<_> = sheet.cells.iter().map(|cell| (cell.row, cell.column, cell.content.clone())).collect();
        assert_eq!(cells, expected, "{format}");
        assert_eq!(sheet.merged, [Area { rows: (0, 0), columns: (1, 2) }], "{format}");
        assert_eq!((&*sheet.hidden_rows, &*sheet.hidden_columns), (&[(2, 3)][..], &[(2, 2)][..]), "{format}");
    }
}

#[test]
fn what_cells_show_is_read_alike_from_three_formats() {
    let said = |content: &Content| match content {
        Content::Unclear(obscurity, _) => format!("?{}", obscurity.word()),
        Content::Hidden(_, text) => format!("hidden {text}"),
        Content::Raised(text) => format!("raised {text}"),
        Content::Number { text, exact: Some(exact) } => format!("{text} of {exact}"),
        Content::Date => "date".to_owned(),
        other => other.text().to_owned(),
    };
    for (format, bytes) in SHOWN {
        let sheet = all(bytes).unwrap().remove(0);
        let column = |column: u32| -> Vec<String> {
            sheet.cells.iter().filter(|cell| cell.column == column).map(|cell| said(&cell.content)).collect()
        };
        // Displayed text is kept as it was saved: only there an era keeps its name.
        let era = if format == "ods" { "令和5年度" } else { "2023年度" };
        let numbers = [
            "60.0 of 59.96",
            "1235 of 1234.567",
            "81% of 81.25",
            "81.3% of 81.3333333333333",
            "57（暫定）",
            "hidden 57",
            "?zero",
            "△5",
            "?sign",
            "70.00",
            "2023年度",
            era,
            "date",
            "?digits",
            "1230 of 1234",
            "81.3333333333333",
            "1166件",
            "57.3 of 57.25",
            "1.01 of 1.005",
            "-1234.5",
            "hidden 0",
            "1235千円 of 1234.567",
            "¥57",
            "0",
            "12.5",
            "1234567.9 of 1234567.891",
        ];
        assert_eq!(column(0), numbers, "{format}");
        let texts = [
            "?struck",
            "raised 70.21",
            "raised CO2",
            "?struck",
            "hidden hidden",
            "57件",
            "東京都",
            "TRUE",
            "2",
            "119.9 of 119.92",
            // LibreOffice does not keep a superscript for a whole cell.
            "57",
        ];
        assert_eq!(column(1), texts, "{format}");
    }
}

/// Compares with calamine, which ignores percentages and hidden cells.
#[test]
fn texts_and_numbers_are_those_that_calamine_reads() {
    let case = |format: &str| {
        let case = format!("tests/cases/valid/workbook-{format}/data/indicators.{format}");
        std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(case)).unwrap()
    };
    for format in ["xlsx", "xls", "ods"] {
        let bytes = case(format);
        let mut other = calamine::open_workbook_auto_from_rs(Cursor::new(&bytes)).unwrap();
        for sheet in all(&bytes).unwrap() {
            let range = other.worksheet_range(&sheet.name).unwrap();
            assert_eq!(sheet.cells.len(), range.used_cells().count());
            for cell in &sheet.cells {
                let value = match range.get_value((cell.row, cell.column)).unwrap() {
                    Data::Float(number) => number.to_string(),
                    other => other.to_string(),
                };
                assert_eq!(cell.content.text(), value, "{format} {}", sheet.name);
            }
        }
    }
}

#[test]
fn a_text_is_read_without_its_fonts_and_without_its_pronunciation() {
    let si = "<si><r><t>東京</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 都</t></r>\
        <rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>";
    let bytes = excel(r#"<sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#, si);
    assert_eq!(one_cell(&bytes), text("東京 都"));
    let cell = "<text:p>東<text:span>京</text:span><text:s text:c=\"2\"/><text:ruby><text:ruby-base>都</text:ruby-base>\
        <text:ruby-text>と</text:ruby-text></text:ruby></text:p><office:annotation><text:p>x</text:p></office:annotation>";
    let cell = format!(r#"<table:table-cell office:value-type="string">{cell}</table:table-cell>"#);
    assert_eq!(one_cell(&open(&format!("<table:table-row>{cell}</table:table-row>"))), text("東京  都"));
}

#[test]
fn characters_that_xml_cannot_hold_are_put_in() {
    let cell = |value: &str| {
        let cell = format!(r#"<sheetData><row><c t="inlineStr"><is><t>{value}</t></is></c></row></sheetData>"#);
        one_cell(&excel(&cell, ""))
    };
    assert_eq!(cell("a_x000D_b &lt;&#x3042;&amp;"), text("a\rb <あ&"));
    assert_eq!(cell("_x_xyz_ _x00"), text("_x_xyz_ _x00"));
    assert_eq!(cell("指_x標標_"), text("指_x標標_"));
}

#[test]
fn cells_without_a_position_follow_one_another() {
    let bytes = excel("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>", "");
    let sheet = &all(&bytes).unwrap()[0];
    let positions: Vec<_> = sheet.cells.iter().map(|cell| (cell.row, cell.column)).collect();
    assert_eq!(positions, [(0, 0), (0, 1), (1, 0)]);
}

#[test]
fn what_rust_xlsxwriter_writes_is_read() {
    let bytes = written(|sheet| {
        sheet.set_name("Actuals").unwrap();
        sheet.write(0, 0, "value").unwrap();
        sheet.write_with_format(1, 0, 0.81, &Format::new().set_num_format("0%")).unwrap();
        sheet.write_with_format(2, 0, 0.123, &Format::new().set_num_format("0.0%")).unwrap();
        sheet.write(3, 0, Formula::new("1+1")).unwrap();
        sheet.write_with_format(4, 0, 44_927, &Format::new().set_num_format("yyyy/m/d")).unwrap();
        sheet.write(5, 0, true).unwrap();
        sheet.write(6, 0, 1166.0).unwrap();
    });
    let cells: Vec<Content> = all(&bytes).unwrap().remove(0).cells.into_iter().map(|cell| cell.content).collect();
    // This writer does not calculate: it writes 0 beside each formula, and requests the calculation.
    let expected = [
        text("value"),
        number("81%"),
        number("12.3%"),
        Content::Uncomputed,
        Content::Date,
        Content::Boolean(true),
        number("1166"),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn a_formula_that_was_never_computed_is_not_the_empty_text() {
    let cell = |cell: &str| all(&excel(&format!("<sheetData><row>{cell}</row></sheetData>"), "")).unwrap().remove(0);
    for uncomputed in ["<c><f>1+1</f></c>", "<c><f>1+1</f><v/></c>", "<c><f>1+1</f><v></v></c>"] {
        assert_eq!(cell(uncomputed).cells[0].content, Content::Uncomputed);
    }
    assert!(cell(r#"<c t="str"><f>""</f><v></v></c>"#).cells.is_empty());
    let formula = r#"<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>"#;
    assert_eq!(one_cell(&open(formula)), Content::Uncomputed);
}

#[test]
fn a_cell_knows_its_row_and_column_and_empty_cells_keep_their_places() {
    let bytes = excel(
        r#"<sheetData><row r="3"><c r="B3"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c></row></sheetData>"#,
        "",
    );
    let Found::Sheet(grid) = found(&bytes).0 else { panic!() };
    let cells: Vec<Vec<String>> = grid
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| format!("{}={}", cell.text.place, cell.text.value)).collect())
        .collect();
    assert_eq!(cells[0], ["a.xlsx!actuals!A3=", "a.xlsx!actuals!B3=1"]);
    assert_eq!(cells[1], ["a.xlsx!actuals!A7=2"]);
}

#[test]
fn a_row_of_the_sheet_is_a_line_of_the_text_that_is_shown() {
    let bytes = excel(
        r#"<sheetData><row r="2"><c r="B2" t="str"><v>a&#10;b</v></c><c r="D2"><v>1</v></c></row>
        <row r="4"><c r="A4" t="e"><v>#N/A</v></c></row></sheetData>"#,
        "",
    );
    let sheet = all(&bytes).unwrap().remove(0);
    assert_eq!(super::text(&sheet), "\n\ta b\t\t1\n\n#N/A");
}

#[test]
fn names_of_sheets_are_compared_without_case_width_and_blanks() {
    for name in ["actuals", " Actuals ", "ＡＣＴＵＡＬＳ", "実績", "実績　"] {
        assert!(is_one_of(name, &["actuals", "実績"]), "{name}");
    }
    assert!(!is_one_of("actual", &["actuals"]));
}

#[test]
fn a_hidden_block_is_one_problem_and_a_filter_that_hides_many_blocks_too() {
    let rows: String = (1..=600)
        .map(|row| {
            let hidden = if (100..=599).contains(&row) { r#"hidden="1""# } else { "" };
            format!(r#"<row r="{row}" {hidden}><c><v>1</v></c></row>"#)
        })
        .collect();
    let (_, problems) = found(&excel(&format!("<sheetData>{rows}</sheetData>"), ""));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].argument("range"), Some("100–599"));
    let rows: String =
        (1..=600).map(|row| format!(r#"<row r="{row}" hidden="{}"><c><v>1</v></c></row>"#, row % 2)).collect();
    let (_, problems) = found(&excel(&format!("<sheetData>{rows}</sheetData>"), ""));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].argument("range"), Some("1, 3, 5, 7, 9, …"));
}

#[test]
fn rows_without_height_and_columns_without_width_are_hidden() {
    let bytes = excel(
        r#"<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c></row>
        <row r="2" ht="0" customHeight="1"><c><v>3</v></c></row></sheetData>"#,
        "",
    );
    let problems = found(&bytes).1;
    assert_eq!(problems.iter().map(|problem| problem.argument("range")).collect::<Vec<_>>(), [Some("B"), Some("2")]);
}

#[test]
fn parts_in_utf_16_with_strokes_of_windows_and_paths_with_dots_are_read() {
    let utf16 = |text: &str| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let relationship = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
    };
    let root = relationship("a", "officeDocument", "./xl/workbook.xml");
    // The shared strings and styles are referenced, but missing.
    let book = relationship("a", "worksheet", "../xl/./worksheets/Sheet1.xml")
        + &relationship("b", "sharedStrings", "sharedStrings.xml")
        + &relationship("c", "styles", "/xl/styles.xml");
    let bytes = archive(&[
        ("_rels\\.rels", format!("<Relationships>{root}</Relationships>").as_bytes()),
        ("xl\\workbook.xml", br#"<workbook><sheets><sheet name="actuals" r:id="a"/></sheets></workbook>"#),
        ("xl\\_rels\\workbook.xml.rels", format!("<Relationships>{book}</Relationships>").as_bytes()),
        (
            "xl\\worksheets\\sheet1.xml",
            &utf16(
                r#"<worksheet><sheetData><row><c t="inlineStr"><is><t>指標</t></is></c></row></sheetData></worksheet>"#,
            ),
        ),
    ]);
    assert_eq!(one_cell(&bytes), text("指標"));
}

#[test]
fn a_zero_beside_a_formula_is_a_value_only_where_a_program_calculated_it() {
    let book = |settings: &str, others: &[(&str, &[u8])], value: &str| {
        let relationship = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
        };
        let root = relationship("a", "officeDocument", "xl/workbook.xml");
        let book =
            relationship("a", "worksheet", "worksheets/sheet1.xml") + &relationship("b", "calcChain", "calcChain.xml");
        let sheet = format!("<worksheet><sheetData><row><c><f>1-1</f><v>{value}</v></c></row></sheetData></worksheet>");
        let overview =
            format!(r#"<workbook><sheets><sheet name="actuals" r:id="a"/></sheets><calcPr {settings}/></workbook>"#);
        let mut parts: Vec<(&str, Vec<u8>)> = vec![
            ("_rels/.rels", format!("<Relationships>{root}</Relationships>").into_bytes()),
            ("xl/workbook.xml", overview.into_bytes()),
            ("xl/_rels/workbook.xml.rels", format!("<Relationships>{book}</Relationships>").into_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
        ];
        parts.extend(others.iter().map(|(name, part)| (*name, part.to_vec())));
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (*name, part.as_slice())).collect();
        one_cell(&archive(&parts))
    };
    let chain: (&str, &[u8]) = ("xl/calcChain.xml", b"<calcChain/>");
    let office: (&str, &[u8]) =
        ("docProps/app.xml", b"<Properties><Application>LibreOffice/7.4</Application></Properties>");
    let other: (&str, &[u8]) = ("docProps/app.xml", b"<Properties><Application>Apache POI</Application></Properties>");
    assert_eq!(book("", &[chain], "0"), number("0"));
    assert_eq!(book("", &[office], "0"), number("0"));
    assert_eq!(book("", &[other], "0.0"), Content::Uncomputed);
    assert_eq!(book("", &[other], "57"), number("57"));
    assert_eq!(book(r#"fullCalcOnLoad="1""#, &[chain], "57"), Content::Uncomputed);
}

#[test]
fn a_cell_that_stands_twice_is_unclear_unless_both_say_the_same() {
    let cells = |second: &str| {
        let row = format!(r#"<row r="1"><c r="A1"><v>23</v></c><c r="A1"><v>{second}</v></c></row>"#);
        one_cell(&excel(&format!("<sheetData>{row}</sheetData>"), ""))
    };
    assert_eq!(cells("23"), number("23"));
    assert_eq!(cells("24"), Content::Unclear(Obscurity::Twice, "23".to_owned()));
}

#[test]
fn a_reference_that_xml_does_not_know_is_damage() {
    for value in ["2&x;4", "2&amp", "&undefined;"] {
        let bytes = excel(&format!("<sheetData><row><c><v>{value}</v></c></row></sheetData>"), "");
        assert_eq!(all(&bytes).err(), Some(Reason::Damaged.into()), "{value}");
    }
}

#[test]
fn rows_of_open_spreadsheets_are_found_within_groups_and_headers() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |text: &str| format!("<table:table-row>{}</table:table-row>", cell(text));
    let table = format!(
        "<table:table-header-rows>{}</table:table-header-rows><table:table-row-group>{}<table:table-row-group>{}\
        </table:table-row-group></table:table-row-group>",
        row("a"),
        row("b"),
        row("c")
    );
    let sheet = all(&open(&table)).unwrap().remove(0);
    let cells: Vec<_> = sheet.cells.iter().map(|cell| (cell.row, cell.content.text().to_owned())).collect();
    assert_eq!(cells, [(0, "a".to_owned()), (1, "b".to_owned()), (2, "c".to_owned())]);
}

#[test]
fn a_cell_that_names_its_style_by_nothing_has_none() {
    let bytes = excel(r#"<sheetData><row><c s=""><v>57</v></c></row></sheetData>"#, "");
    assert_eq!(one_cell(&bytes), number("57"));
}

#[test]
fn hidden_rows_and_merged_cells_without_data_are_no_problems() {
    let bytes = excel(
        r#"<cols><col min="5" max="16384" hidden="1"/></cols><sheetData><row r="1"><c><v>1</v></c></row>
        <row r="2" hidden="1"/></sheetData><mergeCells><mergeCell ref="A2:C4"/><mergeCell ref="C1:B1"/></mergeCells>"#,
        "",
    );
    assert_eq!(found(&bytes).1, []);
}

#[test]
fn a_workbook_is_known_by_its_content() {
    let reason = |bytes: &[u8]| match all(bytes).map(|sheets| sheets.len()) {
        Err(Failure::Unreadable(reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(reason(b""), Reason::Empty);
    assert_eq!(reason("\u{feff}指標,値\r\n".as_bytes()), Reason::Text);
    assert_eq!(reason(b"id\tvalue\n"), Reason::Text);
    assert_eq!(reason(b"\r\n<html></html>"), Reason::Markup);
    assert_eq!(reason(b"%PDF-1.7\n\0,"), Reason::Other);
    assert_eq!(reason(&[9, 4, 6, 0, 0, 0]), Reason::Old);
    assert_eq!(reason(b"PK\x03\x04 and no more"), Reason::Damaged);
    assert_eq!(reason(&archive(&[("word/document.xml", b"")])), Reason::Other);
    assert_eq!(reason(&archive(&[("xl/workbook.bin", b"")])), Reason::Binary);
    assert_eq!(reason(&archive(&[("_rels/.rels", b"<Relationships/>")])), Reason::Other);
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(reason(&archive(&[("content.xml", b"???"), ("META-INF/manifest.xml", manifest)])), Reason::Encrypted);
    let mut protected = TRICKY[1].1.to_vec();
    // The record after the beginning becomes the one with the encryption parameters.
    let start = protected.windows(4).position(|bytes| bytes == [9, 8, 16, 0]).unwrap() + 20;
    protected[start..start + 2].copy_from_slice(&[0x2F, 0]);
    assert_eq!(reason(&protected), Reason::Encrypted);
}

/// Deviations from the format by some programs, which all spreadsheet programs accept.
#[test]
fn slips_of_programs_in_old_workbooks_are_read_over() {
    let original = SHOWN[1].1;
    let cells = |bytes: &[u8]| -> Vec<String> {
        all(bytes).unwrap().remove(0).cells.iter().map(|cell| format!("{:?}", cell.content)).collect()
    };
    let at = |bytes: &[u8]| original.windows(bytes.len()).position(|window| window == bytes).unwrap();
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let changed = |position: usize, bytes: &[u8]| {
        let mut changed = original.to_vec();
        changed[position..position + bytes.len()].copy_from_slice(bytes);
        changed
    };
    for name in ["WORKBOOK", "workbook"] {
        assert_eq!(cells(&changed(at(&utf16("Workbook")), &utf16(name))), cells(original));
    }
    let mut book = changed(at(&utf16("Workbook")), &utf16("Book\0\0\0\0"));
    // The length of the name follows its 32 characters.
    book[at(&utf16("Workbook")) + 64] = 10;
    assert_eq!(cells(&book), cells(original));
    // The string table claims too many strings, and a number format is longer than stated.
    let strings = at(&[0xFC, 0]) + 4;
    let count = original[strings + 4] + 3;
    assert_eq!(cells(&changed(strings + 4, &[count])), cells(original));
    let format = at(&[0x1E, 4]) + 4;
    assert_eq!(cells(&changed(format + 2, &[original[format + 2] + 1])), cells(original));
}

/// Encrypted by LibreOffice, and the Python package msoffcrypto, with the well-known password.
#[test]
fn a_workbook_that_opens_without_a_password_is_read() {
    for bytes in [
        &include_bytes!("../../../../tests/workbooks/locked.xls")[..],
        &include_bytes!("../../../../tests/workbooks/locked.xlsx")[..],
    ] {
        let sheet = all(bytes).unwrap().remove(0);
        assert_eq!(&*sheet.name, "actuals");
        let texts: Vec<&str> = sheet.cells.iter().map(|cell| cell.content.text()).collect();
        assert_eq!(texts[..6], ["indicator", "fiscal_year", "value", "清掃", "2023", "57"]);
        assert_eq!(texts[texts.len() - 3..], ["行29", "2009", "43.5"]);
    }
}

#[test]
fn a_workbook_that_ends_early_is_damaged() {
    for (format, bytes) in TRICKY {
        for end in (8..bytes.len() - 1).step_by(7) {
            // Data after the last sheet of an old workbook is not needed.
            let result = all(&bytes[..end]);
            assert!(format == "xls" || result.is_err(), "{format} {end}");
        }
    }
}
