//! The blocks of pages of all sorts: texts as they are read, cells with their rows and columns, parts on several pages.

use std::sync::OnceLock;

use nenpo::typeset::{Block, BlockKind, CellHead, Document, Fonts, VirtualFiles, blocks, layout, library};
use typst::foundations::Bytes;

use crate::support::built_in_fonts;

/// The blocks of each page of a document.
fn pages(content: &str) -> Vec<Vec<Block>> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    let setup =
        "#set page(width: 200pt, height: 100pt, margin: 20pt)\n#set text(font: \"BIZ UDPGothic\", size: 10pt)\n";
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><rect width=\"4\" height=\"2\"/></svg>";
    let files = VirtualFiles::from([
        ("main.typ".to_owned(), Bytes::from_string(format!("{setup}{content}"))),
        ("drawing.svg".to_owned(), Bytes::from_string(drawing)),
    ]);
    let document = Document { identifier: "test".to_owned(), main: "main.typ".to_owned(), files };
    let (laid_out, _) = layout(&document, library(), FONTS.get_or_init(built_in_fonts)).unwrap();
    blocks(laid_out.pages())
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn lines_are_joined_as_they_are_read() {
    let japanese = pages("#set text(lang: \"ja\")\n一二三四五六七八九十一二三四五六七八九十");
    assert_eq!(texts(&japanese[0]), ["一二三四五六七八九十一二三四五六七八九十"]);
    assert_eq!(japanese[0][0].boxes.len(), 2);
    let english = pages("The quick brown fox jumps over the lazy dog and on");
    assert_eq!(texts(&english[0]), ["The quick brown fox jumps over the lazy dog and on"]);
    let parted = pages(
        "#set text(lang: \"en\", hyphenate: true)\n#set par(justify: true)\n#box(width: 60pt)[#par[incomprehensibilities notwithstanding]]",
    );
    assert!(parted[0][0].boxes.len() > 2);
    assert_eq!(texts(&parted[0]), ["incomprehensibilities notwithstanding"]);
    assert_eq!(texts(&pages("*12* #h(1em) #super[a]")[0]), ["12 a"]);
}

#[test]
fn what_goes_on_on_the_next_page_is_one_block() {
    let pages = pages("#set page(header: [Title])\n= Name\n#lorem(40)\n\nEnd");
    assert!(pages.len() > 1);
    let of_kind =
        |page: usize, kind: &BlockKind| pages[page].iter().filter(|block| block.kind == *kind).collect::<Vec<_>>();
    let (first, second) = (of_kind(0, &BlockKind::Paragraph), of_kind(1, &BlockKind::Paragraph));
    assert_eq!(first[0].id, second[0].id);
    assert!(first[0].text.starts_with("Lorem ipsum") && !second[0].text.contains("Lorem"));
    // What is repeated on each page is no part of it.
    assert_eq!(of_kind(1, &BlockKind::Other)[0].text, "Title");
    assert_eq!(of_kind(0, &BlockKind::Heading(1))[0].text, "Name");
    let last = pages.last().unwrap().iter().rfind(|block| block.kind == BlockKind::Paragraph).unwrap();
    assert_eq!(last.text, "End");
    assert_ne!(last.id, first[0].id);
}

#[test]
fn a_cell_says_where_in_its_table_it_is() {
    let pages = pages(
        "#table(columns: 2, table.header[Name][Value], pdf.header-cell(scope: \"row\")[a], [1], [b], [2])
         #table(columns: 2, column-gutter: 4pt, row-gutter: 4pt, table.cell(rowspan: 2)[c], [3], [4], table.cell(colspan: 2)[5])",
    );
    let cells: Vec<_> = pages.iter().flatten().map(|block| (block, block.cell.as_ref().unwrap())).collect();
    let found: Vec<_> = cells
        .iter()
        .filter(|(_, cell)| !cell.is_repeated)
        .map(|(block, cell)| (block.text.as_str(), cell.table, cell.row, cell.column, cell.head))
        .collect();
    let expected = [
        ("Name", 0, 0, 0, Some(CellHead::Column)),
        ("Value", 0, 0, 1, Some(CellHead::Column)),
        ("a", 0, 1, 0, Some(CellHead::Row)),
        ("1", 0, 1, 1, None),
        ("b", 0, 2, 0, None),
        ("2", 0, 2, 1, None),
        ("c", 1, 0, 0, None),
        ("3", 1, 0, 1, None),
        ("4", 1, 1, 1, None),
        ("5", 1, 2, 0, None),
    ];
    assert_eq!(found, expected);
    let spans: Vec<_> = cells.iter().map(|(block, cell)| (block.text.as_str(), cell.across, cell.down)).collect();
    assert!(spans.contains(&("c", 1, 2)) && spans.contains(&("5", 2, 1)));
}

#[test]
fn a_cell_over_two_pages_is_one_block_and_heads_are_repeated() {
    let pages = pages("#table(columns: (40pt, 100pt), table.header[Name][Value], [a], lorem(30), [b], [2])");
    let of_value = |page: usize| pages[page].iter().find(|block| block.text.len() > 20).unwrap();
    assert_eq!(of_value(0).id, of_value(1).id);
    assert_eq!(of_value(1).cell.as_ref().map(|cell| (cell.row, cell.column)), Some((1, 1)));
    let head = &pages[1][0];
    assert_eq!((head.text.as_str(), head.cell.as_ref().unwrap().is_repeated), ("Name", true));
}

#[test]
fn boxes_are_where_letters_are_seen() {
    let pages = pages("#place(top + left, dx: 30pt, dy: 10pt, rotate(90deg, reflow: true)[123456])");
    let [block] = pages[0].as_slice() else { panic!("{pages:?}") };
    let [place] = block.boxes.as_slice() else { panic!("{block:?}") };
    assert!((place.x - 50.0).abs() < 2.0 && (place.y - 30.0).abs() < 2.0, "{place:?}");
    assert!(place.height > 2.0 * place.width, "{place:?}");
}

#[test]
fn pictures_have_their_alternative_texts_and_ornaments_have_none() {
    let pages = pages(
        "#image(\"drawing.svg\", alt: \"A field\", width: 40pt)
         #pdf.artifact(image(\"drawing.svg\", width: 4pt))
         #table(columns: 1, image(\"drawing.svg\", alt: \"A mark\", width: 4pt))",
    );
    let path = Some("drawing.svg".to_owned());
    let found: Vec<_> = pages[0].iter().map(|block| (block.text.as_str(), &block.kind, block.cell.is_some())).collect();
    let picture = BlockKind::Picture(path);
    assert_eq!(found, [("A field", &picture, false), ("A mark", &picture, true)]);
    assert!((pages[0][0].boxes[0].width - 40.0).abs() < 0.1);
}

#[test]
fn what_leads_to_something_in_the_document_is_apart_and_says_whereto() {
    let pages = pages(
        "= Name <there>\nSee #link(<there>)[this one] or #link(\"https://example.org\")[that one].\n+ first\n+ second",
    );
    let found: Vec<_> = pages[0].iter().map(|block| (block.text.as_str(), block.labels.join(" "))).collect();
    assert!(found.contains(&("this one", "there".to_owned())), "{found:?}");
    assert!(found.contains(&("See or that one.", "there".to_owned())), "{found:?}");
    // The numbers of a list are no text.
    assert!(found.iter().any(|(text, _)| *text == "first"), "{found:?}");
}
