//! Reads the PDFs of the sample back and compares them with its data.

mod robustness;
mod samples;
mod soundness;

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use lopdf::{Document, Object};
use nenpo::pdf::{Element, TaggedPdf};

use crate::support::{LANGUAGES, MINIMAL, change, copied, repository, run, squeezed};

const SAMPLE: &str = "examples/medical-rd-fy2022";

/// Builds the sample into a folder of its own and returns its PDFs by language.
fn build(arguments: &[&str]) -> BTreeMap<&'static str, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    run(&repository(SAMPLE), &[&["build", "--out", out.path().to_str().unwrap()], arguments].concat());
    LANGUAGES
        .into_iter()
        .map(|language| {
            let name = format!("medical-rd-fy2022-followup-{language}.pdf");
            (language, fs::read(out.path().join(name)).unwrap())
        })
        .collect()
}

/// The sample's PDFs, built once for all tests.
fn built() -> &'static BTreeMap<&'static str, Vec<u8>> {
    static BUILT: OnceLock<BTreeMap<&'static str, Vec<u8>>> = OnceLock::new();
    BUILT.get_or_init(|| build(&[]))
}

fn tags(language: &str) -> Element {
    TaggedPdf::read(&built()[language]).unwrap().tags().clone()
}

/// A row of one of the sample's tables by the names of its columns; written apart from the product's own reader.
type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let text = fs::read_to_string(repository(SAMPLE).join("data").join(file)).unwrap();
    let mut lines = text.lines().map(cells);
    let header = lines.next().unwrap();
    lines.map(|line| header.iter().cloned().zip(line).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

fn grouped(number: &str) -> String {
    let (whole, rest) =
        number.split_once('.').map_or((number, String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &rest
}

/// What a name should read as in a language, with the unit of its values.
fn expected_name(indicator: &Row, language: &str) -> String {
    let name = squeezed(&indicator[&format!("name@{language}")]);
    match (indicator["unit"].as_str(), language) {
        ("percent", "ja") => format!("{name}（%）"),
        ("percent", _) => format!("{name}%"),
        ("count", "ja") => format!("{name}（件）"),
        _ => name,
    }
}

/// What a value should read as in a language, by rules written apart from the product's.
fn expected(value: &str, indicator: &Row, language: &str, is_target: bool) -> String {
    let number = grouped(value);
    match (is_target && indicator["comparator"] == ">=", language) {
        (true, "ja") => format!("{number}以上"),
        (true, _) => format!("≥{number}"),
        (false, _) => number,
    }
}

/// Every row of every table of indicators: the text of its header cell and of its other cells.
fn table_rows(tags: &Element) -> Vec<(String, Vec<String>)> {
    tags.all("Table")
        .into_iter()
        .flat_map(|table| table.all("TR"))
        .filter_map(|row| {
            let header =
                row.elements().find(|cell| cell.attributes.get("Scope").is_some_and(|scope| scope == "Row"))?;
            let values = row.elements().filter(|cell| cell.role == "TD").map(|cell| squeezed(&cell.text())).collect();
            Some((squeezed(&header.text()), values))
        })
        .collect()
}

#[test]
fn every_indicator_reads_as_the_data_says_in_both_languages() {
    let actuals: BTreeMap<String, Row> =
        rows("actuals.csv").into_iter().map(|row| (row["indicator"].clone(), row)).collect();
    let indicators = rows("indicators.csv");
    assert_eq!(indicators.iter().filter(|indicator| indicator["parent"].is_empty()).count(), 45);
    for language in LANGUAGES {
        let printed = table_rows(&tags(language));
        assert_eq!(printed.len(), indicators.len(), "{language}: {printed:?}");
        for (indicator, (name, values)) in indicators.iter().zip(&printed) {
            let context = format!("{language}: {}: {name} {values:?}", indicator["id"]);
            assert_eq!(*name, expected_name(indicator, language), "{context}");
            let actual = &actuals[&indicator["id"]];
            let target = match indicator["target"].as_str() {
                "" => String::new(),
                target => expected(target, indicator, language, true),
            };
            assert_eq!(values[0], target, "{context}");
            let mark = if actual["note"] == "incites" { incites_mark(language) } else { "" };
            let value = match actual["value"].as_str() {
                "" if language == "ja" => "－".to_owned(),
                "" => "–".to_owned(),
                value => expected(value, indicator, language, false),
            };
            assert_eq!(values[1], format!("{value}{mark}"), "{context}");
        }
    }
}

/// Returns the mark of values that follow the first note.
fn incites_mark(language: &str) -> &'static str {
    if language == "ja" { "※" } else { "*" }
}

#[test]
fn eight_values_have_the_mark_of_the_first_note() {
    for language in LANGUAGES {
        let marked = table_rows(&tags(language))
            .iter()
            .filter(|(_, values)| values.iter().any(|value| value.ends_with(incites_mark(language))))
            .count();
        assert_eq!(marked, 8, "{language}");
    }
}

#[test]
fn notes_on_an_indicator_and_on_its_value_are_marked_where_they_belong() {
    let folder = copied(MINIMAL);
    run(folder.path(), &["build"]);
    for (language, name, mark) in [("ja", "水質基準の達成率", "※1"), ("en", "Shareofsitesthatmeetthestandard", "[1]")]
    {
        let bytes = fs::read(folder.path().join(format!("out/minimal-followup-{language}.pdf"))).unwrap();
        let rows = table_rows(TaggedPdf::read(&bytes).unwrap().tags());
        let (name, values) = rows.iter().find(|(found, _)| found.starts_with(name)).unwrap();
        // The unit stands behind the mark.
        assert!(name.trim_end_matches(['（', '%', '）']).ends_with(mark), "{language}: {name}");
        assert!(values[1].ends_with(mark), "{language}: {values:?}");
    }
}

#[test]
fn prose_repeats_the_numbers_of_the_tables() {
    let (ja, en) = (squeezed(&tags("ja").text()), squeezed(&tags("en").text()));
    for cited in ["累計135件（目標60件）", "累計23件（目標10件）", "累計43件（目標25件）", "累計1,166件（目標550件）"]
    {
        assert!(ja.contains(cited), "{cited}");
    }
    // Whole phrases: the bare numbers stand in the tables as well.
    for cited in [
        "cumulativetotalof135seedslicensedouttocompanies(target:60)",
        "cumulativetotalof1,166papersonresearchresultspublishedinscientificjournals(target:550)",
        "cumulativetotalof31applicationsforregulatoryapprovalofdrugs,etc.(target:30)",
    ] {
        assert!(en.contains(cited), "{cited}");
    }
}

#[test]
fn tables_have_column_headers_row_headers_and_a_summary() {
    for language in LANGUAGES {
        let tags = tags(language);
        let tables = tags.all("Table");
        // One for each of the six groups; one that goes on in the next column is a table of its own there.
        assert!(tables.len() >= 6, "{language}: {}", tables.len());
        for table in tables {
            assert!(table.attributes.get("Summary").is_some_and(|summary| !summary.is_empty()), "{language}");
            let scopes: Vec<&str> =
                table.all("TH").iter().filter_map(|cell| cell.attributes.get("Scope").map(String::as_str)).collect();
            assert!(scopes.contains(&"Column"), "{language}: {scopes:?}");
            assert!(scopes.contains(&"Row"), "{language}: {scopes:?}");
        }
    }
}

#[test]
fn figures_say_what_they_show_with_their_numbers() {
    for (language, numbers) in [("ja", ["512%", "128件", "25件"]), ("en", ["512%", "128", "25"])] {
        let tags = tags(language);
        let figures = outside_tables(&tags);
        // Five schematics, and a chart for each of the six groups.
        assert_eq!(figures.len(), 11, "{language}");
        assert!(figures.iter().all(|figure| figure.alt.as_ref().is_some_and(|alt| alt.len() > 20)), "{language}");
        let alt: Vec<&String> = figures.iter().filter_map(|figure| figure.alt.as_ref()).collect();
        assert!(alt.iter().any(|alt| numbers.iter().all(|number| alt.contains(number))), "{language}: {alt:?}");
    }
}

/// Figures that are not the marks of statuses in tables and in links to their rows.
fn outside_tables(element: &Element) -> Vec<&Element> {
    let inner = element.elements().filter(|child| !matches!(child.role.as_str(), "Table" | "Link"));
    inner
        .flat_map(|child| {
            let itself = (child.role == "Figure").then_some(child);
            itself.into_iter().chain(outside_tables(child))
        })
        .collect()
}

#[test]
fn every_status_mark_says_its_status() {
    for (language, achieved) in [("ja", "達成"), ("en", "Achieved")] {
        let tags = tags(language);
        let rows = tags.all("Table").into_iter().flat_map(|table| table.all("TR"));
        let marks: Vec<Option<String>> = rows
            .filter(|row| row.elements().any(|cell| cell.attributes.get("Scope").is_some_and(|scope| scope == "Row")))
            .map(|row| row.all("Figure").first().and_then(|mark| mark.alt.clone()))
            .collect();
        assert!(marks.iter().all(Option::is_some), "{language}");
        // 27 indicators and four of their parts.
        assert_eq!(marks.iter().flatten().filter(|mark| *mark == achieved).count(), 31, "{language}");
    }
}

#[test]
fn headings_have_no_gaps() {
    for language in LANGUAGES {
        let mut levels = Vec::new();
        headings(&tags(language), &mut levels);
        assert_eq!(levels.first(), Some(&1), "{language}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{language}: {levels:?}");
    }
}

fn headings(element: &Element, levels: &mut Vec<u32>) {
    for child in element.elements() {
        levels.extend(child.role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()));
        headings(child, levels);
    }
}

#[test]
fn the_document_says_its_title_language_date_bookmarks_and_page_labels() {
    for (language, title) in [("ja", "フォローアップ"), ("en", "Follow-up")] {
        let document = Document::load_mem(&built()[language]).unwrap();
        let catalog = document.catalog().unwrap();
        let tag = text_string(catalog.get(b"Lang").unwrap());
        assert!(tag.starts_with(language), "{tag}");
        let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
        let found = text_string(info.get(b"Title").unwrap());
        assert!(found.to_lowercase().contains(&title.to_lowercase()), "{found}");
        assert!(!text_string(info.get(b"Author").unwrap()).is_empty());
        assert!(text_string(info.get(b"CreationDate").unwrap()).starts_with("D:20230517"));
        let outlines = catalog.get_deref(b"Outlines", &document).unwrap().as_dict().unwrap();
        assert!(outlines.get(b"First").is_ok(), "{language}");
        assert!(catalog.get(b"PageLabels").is_ok(), "{language}");
        assert_eq!(document.get_pages().len(), 6, "{language}");
    }
}

#[test]
fn the_sample_says_that_it_is_not_the_governments_own_document() {
    assert!(squeezed(&tags("ja").text()).contains("政府が作成した資料ではありません"));
    assert!(squeezed(&tags("en").text()).to_lowercase().contains("notthegovernment"));
}

#[test]
fn two_builds_have_the_same_bytes() {
    assert!(build(&[]) == *built());
}

#[test]
fn a_material_number_is_stamped_on_every_page() {
    let stamped = build(&["--material", "1-2"]);
    for (language, label) in [("ja", "資料1-2"), ("en", "Document 1-2")] {
        let document = Document::load_mem(&stamped[language]).unwrap();
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        assert_eq!(pages.len(), 6, "{language}");
        for page in pages {
            let text = document.extract_text(&[page]).unwrap();
            assert!(squeezed(&text).contains(&squeezed(label)), "{language}, page {page}: {text}");
        }
    }
}

#[test]
fn changing_one_cell_changes_table_chart_and_sentence_in_both_languages() {
    let folder = copied(SAMPLE);
    change(&folder.path().join("data/actuals.csv"), "drug-licensed-out,2022,135,", "drug-licensed-out,2022,141,");
    run(folder.path(), &["build"]);
    for language in LANGUAGES {
        let path = folder.path().join(format!("out/medical-rd-fy2022-followup-{language}.pdf"));
        let pdf = TaggedPdf::read(&fs::read(path).unwrap()).unwrap();
        let tags = pdf.tags();
        let table = table_rows(tags).iter().any(|(_, values)| values.iter().any(|value| value.starts_with("141")));
        let sentence = tags.all("P").iter().any(|paragraph| paragraph.text().contains("141"));
        let chart = tags.all("Figure").iter().any(|figure| figure.alt.as_ref().is_some_and(|alt| alt.contains("141")));
        assert!(table && sentence && chart, "{language}: {table} {sentence} {chart}");
        assert!(!squeezed(&tags.text()).contains("135件"), "{language}");
    }
}

#[test]
fn the_files_claim_pdf_a_and_pdf_ua() {
    for language in LANGUAGES {
        let document = Document::load_mem(&built()[language]).unwrap();
        let metadata = document.catalog().unwrap().get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
        let metadata = String::from_utf8_lossy(&metadata.content).into_owned();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(metadata.contains(claim), "{language}: {claim}: {metadata}");
        }
    }
}

#[test]
fn every_font_is_embedded() {
    for language in LANGUAGES {
        let document = Document::load_mem(&built()[language]).unwrap();
        let descriptors: Vec<_> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|dictionary| dictionary.get(b"Type").and_then(Object::as_name).ok() == Some(b"FontDescriptor"))
            .collect();
        assert!(!descriptors.is_empty(), "{language}");
        for descriptor in descriptors {
            assert!(descriptor.get(b"FontFile2").is_ok() || descriptor.get(b"FontFile3").is_ok(), "{language}");
        }
    }
}

/// Decodes a PDF text string.
fn text_string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}
