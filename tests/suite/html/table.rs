//! The tables of web pages: their heads, and their cells against the data.

use scraper::ElementRef;
use serde_json::Value;

use super::page::{Page, pages, text, within};
use crate::support::squeezed;

#[test]
fn every_table_has_a_caption_and_heads_with_scope() {
    for page in pages() {
        for table in page.all("table") {
            let caption = within(table, "caption");
            assert!(caption.len() == 1 && !text(caption[0]).is_empty(), "{}", page.name);
            for head in within(table, "th") {
                assert!(!text(head).is_empty(), "{}: an empty head", page.name);
                let is_in_header =
                    head.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "thead");
                let scope = head.attr("scope");
                assert!(
                    if is_in_header { scope == Some("col") } else { matches!(scope, Some("row" | "rowgroup")) },
                    "{}",
                    page.name
                );
            }
            let columns = within(table, "thead th").len();
            for row in within(table, "tbody tr") {
                let cells = within(row, "th, td");
                let taken: usize =
                    cells.iter().map(|cell| cell.attr("colspan").map_or(1, |span| span.parse().unwrap())).sum();
                assert_eq!(taken, columns, "{}: {}", page.name, text(row));
                assert_eq!(cells[0].value().name(), "th", "{}: {}", page.name, text(row));
            }
        }
    }
}

#[test]
fn rows_that_are_cards_keep_their_heads_and_their_roles() {
    let mut with_status = 0;
    for page in pages() {
        let status = page.data["words"]["status"].as_str().unwrap();
        for table in page.all("table") {
            for (selector, role) in [
                ("thead, tbody", "rowgroup"),
                ("tr", "row"),
                ("thead th", "columnheader"),
                ("tbody th", "rowheader"),
                ("td", "cell"),
            ] {
                assert!(within(table, selector).iter().all(|part| part.attr("role") == Some(role)), "{}", page.name);
            }
            assert_eq!(table.attr("role"), Some("table"), "{}", page.name);
            let heads: Vec<String> = within(table, "thead th").into_iter().map(text).collect();
            for row in within(table, "tbody tr:not(.group)") {
                let labels = within(row, "td").into_iter().map(|cell| cell.attr("data-label").unwrap());
                let labels: Vec<String> =
                    labels.map(|label| label.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
                assert_eq!(labels, heads[1..], "{}: {}", page.name, text(row));
            }
            // Beside the name, it is seen wherever the name is. Values that are not final have another.
            let is_of_indicators =
                table.ancestors().filter_map(ElementRef::wrap).all(|above| above.attr("id") != Some("open-values"));
            if is_of_indicators && heads.iter().any(|head| head == status) {
                for row in within(table, "tbody tr:not(.group)") {
                    assert_eq!(
                        within(row, "th + td.of-status > .status > svg.mark").len(),
                        1,
                        "{}: {}",
                        page.name,
                        text(row)
                    );
                    with_status += 1;
                }
            }
        }
    }
    assert!(with_status > 300, "{with_status}");
}

/// What needs attention first; then what has no assessment.
const WORST_FIRST: [&str; 10] = [
    "deteriorating",
    "not-achieved",
    "limited",
    "acceleration-needed",
    "on-track",
    "achieved",
    "not-yet",
    "not-reported",
    "undefined",
    "monitored",
];
/// The statuses whose indicators are named where others have a mark only.
const NAMED: [&str; 4] = ["deteriorating", "not-achieved", "limited", "acceleration-needed"];

#[test]
fn statuses_of_a_group_lead_to_its_rows_worst_first() {
    for page in pages() {
        let (template, _) = page.edition();
        let lines = page.all(".matrix .line");
        let groups = page.data["groups"].as_array().unwrap();
        assert_eq!(lines.len(), groups.len(), "{}", page.name);
        for (line, group) in lines.into_iter().zip(groups) {
            let id = group["id"].as_str().unwrap();
            let cells = group["matrix"].as_array().unwrap();
            let place = |cell: &Value| WORST_FIRST.iter().position(|status| cell["status"]["id"] == *status).unwrap();
            assert!(cells.is_sorted_by_key(place), "{}: {id}", page.name);
            let main = rows(&page).into_iter().filter(|(of, _, is_part)| *of == id && !is_part).count();
            assert_eq!(cells.len(), main, "{}: {id}", page.name);
            let links = within(line, "li > a");
            assert_eq!(links.len(), cells.len(), "{}: {id}", page.name);
            for (link, cell) in links.into_iter().zip(cells) {
                let string = |value: &Value| value.as_str().unwrap().to_owned();
                let said = if NAMED.contains(&cell["status"]["id"].as_str().unwrap()) {
                    string(&cell["name"]) + &string(&cell["status"]["label"])
                } else {
                    string(&cell["text"])
                };
                assert_eq!(squeezed(&text(link)), squeezed(&said), "{}", page.name);
                let scope = if template == "report" && !id.is_empty() { format!("{id}-") } else { String::new() };
                let target = format!("#row-{scope}{}", string(&cell["id"]));
                assert_eq!(link.attr("href"), Some(target.as_str()), "{}", page.name);
            }
        }
    }
}

#[test]
fn counts_stand_behind_their_statuses() {
    for page in pages() {
        let expected: Vec<String> = page.data["progress"]["counts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|count| format!("{} {}", count["label"].as_str().unwrap(), count["text"].as_str().unwrap()))
            .collect();
        let said: Vec<String> = within(page.all(".bar + .counts")[0], "li").into_iter().map(text).collect();
        assert_eq!(said, expected, "{}", page.name);
    }
}

/// Returns what a cell shows of a value; of an absent one, the sign that is seen and the reason that is heard.
fn shown(value: &Value, is_part: bool) -> String {
    let piece = |name: &str| value[name].as_str().unwrap();
    let content = if value["missing"] == true {
        format!("{}{}", piece("number"), piece("text"))
    } else {
        format!("{}{}{}", piece("prefix"), piece("digits"), piece("suffix"))
    };
    let content = if is_part { format!("[{content}]") } else { content };
    content.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn marks(marks: &Value) -> String {
    marks.as_array().unwrap().iter().map(|mark| mark.as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

fn member(row: &Value, name: &str, is_part: bool) -> String {
    if row[name].is_null() { String::new() } else { shown(&row[name], is_part) }
}

/// A row of the data, with the identifier of its group and whether it is a part of another.
fn rows<'a>(page: &Page<'a>) -> Vec<(&'a str, &'a Value, bool)> {
    let mut all = Vec::new();
    for group in page.data["groups"].as_array().unwrap() {
        let id = group["id"].as_str().unwrap();
        for table in group["tables"].as_array().unwrap() {
            for row in table["rows"].as_array().unwrap() {
                all.push((id, row, row["is-part"].as_bool().unwrap()));
            }
        }
    }
    all
}

/// Returns whether a text is the year of a baseline or a target.
fn is_year(page: &Page<'_>, text: &str) -> bool {
    rows(page).iter().any(|(_, row, _)| row["baseline-year"] == text || row["target-year"] == text)
}

/// Checks the row of a table: what each column shows, by the head of the column. A column that is left out shows nothing.
fn check(page: &Page<'_>, id: &str, expected: &[(String, String)]) {
    let row = page.all("tbody tr").into_iter().find(|row| row.attr("id") == Some(id));
    let row = row.unwrap_or_else(|| panic!("{}: no row {id}", page.name));
    let mut above = row.ancestors().filter_map(ElementRef::wrap);
    let table = above.find(|element| element.value().name() == "table").unwrap();
    let heads: Vec<String> = within(table, "thead th").into_iter().map(text).collect();
    let cells: Vec<String> = within(row, "th, td").into_iter().map(text).collect();
    let mut rest: Vec<(&String, &String)> = heads.iter().zip(&cells).collect();
    for (head, content) in expected {
        // A year that most values of a column have is said by its head alone.
        let year_of = |shown: &str| shown.strip_prefix(head.as_str()).map(|rest| rest.trim().to_owned());
        let is_meant = |year: &str| year.is_empty() || is_year(page, year);
        match rest.iter().position(|(shown, _)| year_of(shown).is_some_and(|year| is_meant(&year))) {
            Some(position) => {
                let (shown_head, shown) = rest.remove(position);
                let with_year = format!("{shown}{}", year_of(shown_head).unwrap());
                assert!(
                    shown == content || with_year == *content,
                    "{}: {id}, {head}: {shown}, not {content}",
                    page.name
                );
            }
            None => assert_eq!(content, "", "{}: {id} has no column {head}", page.name),
        }
    }
    assert!(rest.is_empty(), "{}: {id} also says {rest:?}", page.name);
}

#[test]
fn tables_say_what_the_data_says() {
    let mut checked = 0;
    for page in pages() {
        let (template, _) = page.edition();
        let word = |name: &str| page.data["words"][name].as_str().unwrap().to_owned();
        for (group, row, is_part) in rows(&page) {
            let of = |name: &str| member(row, name, is_part);
            let dated = |name: &str| {
                format!(
                    "{}{}",
                    of(name),
                    if row[name].is_null() { "" } else { row[&format!("{name}-year")].as_str().unwrap_or_default() }
                )
            };
            let name = format!(
                "{}{}",
                row["name"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" "),
                marks(&row["name-marks"])
            );
            let year = row["actual-year"].as_str().unwrap_or_default();
            let actual = format!("{}{}{year}", of("actual"), marks(&row["marks"]));
            let evaluation = row["evaluation"]["sign"].as_str().unwrap_or_default().to_owned();
            let rate = row["rate"].as_str().unwrap_or_default().to_owned();
            let status = row["status"]["label"].as_str().unwrap().to_owned();
            let id = row["id"].as_str().unwrap();
            if template == "followup" {
                check(
                    &page,
                    &format!("row-{id}"),
                    &[
                        (word("indicator"), name),
                        (word("target"), of("target")),
                        (word("year-target"), of("year-target")),
                        (word("actual"), actual),
                        (word("panel-evaluation"), evaluation),
                        (word("status"), status),
                    ],
                );
                checked += 1;
                continue;
            }
            let trend =
                row["sparkline"]["alt"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let of_group = if group.is_empty() { format!("row-{id}") } else { format!("row-{group}-{id}") };
            check(
                &page,
                &of_group,
                &[
                    (word("indicator"), name.clone()),
                    (word("baseline"), dated("baseline")),
                    (word("trend"), trend),
                    (word("year-target"), of("year-target")),
                    (word("target"), dated("target")),
                    (word("actual"), actual.clone()),
                    (word("rate"), rate.clone()),
                    (word("panel-evaluation"), evaluation),
                    (word("status"), status.clone()),
                ],
            );
            let mut expected = vec![(word("indicator"), name), (word("baseline"), of("baseline"))];
            let years = page.data["years"].as_array().unwrap();
            let labels = years.iter().map(|year| year["label"].as_str().unwrap().to_owned());
            for (label, year) in labels.zip(row["years"].as_array().unwrap()).take(years.len() - 1) {
                let content = if year["actual"].is_null() {
                    String::new()
                } else {
                    format!("{}{}", shown(&year["actual"], is_part), marks(&year["marks"]))
                };
                expected.push((label, content));
            }
            expected.extend([
                (years.last().unwrap()["label"].as_str().unwrap().to_owned(), actual),
                (word("target"), of("target")),
                (word("rate"), rate),
                (word("status"), status),
            ]);
            check(&page, &format!("row-all-{id}"), &expected);
            checked += 2;
        }
    }
    assert!(checked > 300, "{checked}");
}

#[test]
fn values_that_are_not_final_and_formulas_are_listed() {
    for page in pages().filter(|page| page.edition().0 == "report") {
        let said: Vec<String> = page.all("section#open-values tbody tr").into_iter().map(text).collect();
        let open = page.data["open-values"].as_array().unwrap();
        assert_eq!(said.len(), open.len(), "{}", page.name);
        for (said, value) in said.iter().zip(open) {
            for piece in ["name", "year", "label"] {
                let piece = value[piece].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(said.contains(&piece), "{}: {said}", page.name);
            }
        }
        let method = page.text_of("method").unwrap();
        for (_, row, _) in rows(&page) {
            for formula in ["rate", "pace"].into_iter().filter_map(|name| row["computation"][name].as_str()) {
                let formula = formula.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(method.contains(&formula), "{}: {formula}", page.name);
            }
        }
    }
}
