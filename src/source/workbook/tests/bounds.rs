//! Workbooks that exceed a limit, and those that only claim to.

use super::super::bound::{Bound, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS};
use super::*;

fn require_refusal(bytes: &[u8], bound: Bound) {
    match all(bytes).map(|sheets| sheets.len()) {
        Err(Failure::TooLarge(found, _)) => assert_eq!(found, bound),
        other => panic!("{bound:?}: {other:?}"),
    }
}

#[test]
fn a_part_that_unpacks_beyond_the_bound_is_refused() {
    let long = " ".repeat(300 << 20);
    require_refusal(&excel(&long, ""), Bound::Unpacked);
    require_refusal(&open(&long), Bound::Unpacked);
}

#[test]
fn a_sheet_is_as_large_as_its_cells_and_not_as_it_claims() {
    let bytes = excel(
        r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
        <row r="2"><c r="A2"><v>3</v></c></row></sheetData>"#,
        r"",
    );
    assert_eq!(all(&bytes).unwrap()[0].cells.len(), 3);
    let claim = excel("<sheetData/>", "</sst><sst uniqueCount=\"99999999999999\">");
    assert_eq!(all(&claim).unwrap()[0].cells.len(), 0);
    let bytes = open(
        r#"<table:table-column table:number-columns-repeated="16384"/><table:table-row><table:table-cell
        office:value-type="float" office:value="1"/><table:table-cell table:number-columns-repeated="16383"/>
        </table:table-row><table:table-row table:number-rows-repeated="1048575" table:visibility="collapse">
        <table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    );
    assert_eq!(all(&bytes).unwrap()[0].cells.len(), 1);
}

#[test]
fn a_cell_beyond_the_last_row_or_column_is_refused() {
    let cell = |position: &str| excel(&format!(r#"<sheetData><c r="{position}"><v>1</v></c></sheetData>"#), "");
    require_refusal(&cell("XFD1"), Bound::Columns);
    require_refusal(&cell("A1048576"), Bound::Rows);
    require_refusal(&cell(&format!("A{}", MOST_ROWS + 1)), Bound::Rows);
    assert!(all(&cell(&format!("A{MOST_ROWS}"))).is_ok());
    let repeated = |rows: u64, columns: u64| {
        open(&format!(
            r#"<table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="float"
            office:value="1" table:number-columns-repeated="{columns}"/></table:table-row>"#
        ))
    };
    require_refusal(&repeated(1_048_576, 1), Bound::Rows);
    require_refusal(&repeated(1, 4_294_967_295), Bound::Columns);
    assert!(all(&repeated(2, MOST_COLUMNS)).is_ok());
}

#[test]
fn cells_are_counted_with_the_empty_ones_before_them() {
    let row = r#"<table:table-row table:number-rows-repeated="200000"><table:table-cell"#;
    let cell = r#"<table:table-cell office:value-type="float" office:value="1""#;
    require_refusal(
        &open(&format!(r#"{row} table:number-columns-repeated="10"/>{cell}/></table:table-row>"#)),
        Bound::Cells,
    );
    require_refusal(
        &open(&format!(
            r#"<table:table-row table:number-rows-repeated="200000">{cell} table:number-columns-repeated="11"/></table:table-row>"#
        )),
        Bound::Cells,
    );
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    use std::fmt::Write as _;
    let mut rows = String::new();
    for row in 1..=100_000 {
        write!(rows, r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c><c r="C{row}"><v>{row}.5</v></c></row>"#)
            .unwrap();
    }
    let bytes = excel(&format!("<sheetData>{rows}</sheetData>"), "<si><t>指標</t></si>");
    let Found::Sheet(grid) = found(&bytes).0 else { panic!() };
    assert_eq!(grid.rows.len(), 100_000);
    assert_eq!(grid.rows[99_999][2].text.value, "100000.5");
}

#[test]
fn a_text_that_is_too_long_or_stands_too_often_is_refused() {
    let cell = |length: u64| {
        let text = "あ".repeat(usize::try_from(length).unwrap());
        excel(&format!(r#"<sheetData><row><c t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>"#), "")
    };
    assert!(all(&cell(MOST_CHARACTERS)).is_ok());
    require_refusal(&cell(MOST_CHARACTERS + 1), Bound::Characters);
    require_refusal(&cell(10 << 20), Bound::Characters);
    let long = "a".repeat(usize::try_from(MOST_CHARACTERS).unwrap());
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(10_000);
    let bytes = excel(&format!("<sheetData>{cells}</sheetData>"), &format!("<si><t>{long}</t></si>"));
    require_refusal(&bytes, Bound::Text);
    require_refusal(&excel("<sheetData/>", &"<si/>".repeat(2_000_001)), Bound::Cells);
}

#[test]
fn too_many_merged_areas_are_refused() {
    let merged = r#"<mergeCell ref="A1:B2"/>"#.repeat(20_001);
    require_refusal(&excel(&format!("<sheetData/><mergeCells>{merged}</mergeCells>"), ""), Bound::Merged);
}

#[test]
fn too_many_sheets_are_refused() {
    require_refusal(&open(&"</table:table><table:table table:name=\"a\">".repeat(1_000)), Bound::Sheets);
    let relationship = format!(r#"<Relationship Id="a" Type="{RELATIONSHIPS}/worksheet" Target="a"/>"#).repeat(1_001);
    let relationships = format!("<Relationships>{relationship}</Relationships>");
    require_refusal(&archive(&[("_rels/.rels", relationships.as_bytes())]), Bound::Sheets);
}

#[test]
fn elements_that_lie_too_deep_in_one_another_are_refused() {
    let bytes = open(&"<text:a>".repeat(10_000_000));
    assert_eq!(all(&bytes).map(|sheets| sheets.len()), Err(Failure::Unreadable(Reason::Damaged)));
}
