//! Where links go, and whether they say so.

use nenpo::pdf::{Element, Target};
use serde_json::Value;

use super::edition::Edition;
use crate::support::squeezed;

/// Texts of links that say nothing.
const SAYS_NOTHING: &[&str] = &["here", "clickhere", "link", "more", "こちら", "ここ", "リンク", "詳細"];

/// Every link has a text and a description that say where it goes, and goes there.
pub(crate) fn broken(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    let tags = edition.pdf.tags().descendants();
    // Headings, and captions of figures and tables, with their pages.
    let named = tags.iter().filter(|element| element.heading_level().is_some() || element.role == "Caption");
    let named: Vec<(Option<usize>, String)> =
        named.map(|element| (element.page, squeezed(&element.spoken()))).collect();
    let heads: Vec<(Option<usize>, String)> = tags
        .iter()
        .filter(|element| element.role == "TH")
        .map(|element| (element.page, squeezed(&element.spoken())))
        .collect();
    let indicators = indicators(&edition.data);
    for link in tags.iter().filter(|element| element.role == "Link") {
        let text = link.spoken();
        let said = squeezed(&text);
        if said.is_empty() || SAYS_NOTHING.contains(&&*said.to_lowercase()) {
            broken.push(format!("the link “{text}” does not say where it goes"));
        }
        if link.annotations().count() == 0 {
            broken.push(format!("“{text}” is no link"));
        }
        for annotation in link.annotations() {
            let contents = annotation.contents.as_deref().unwrap_or_default();
            match &annotation.target {
                Some(Target::File(path)) => broken.push(format!("the link “{text}” leads to the file {path}")),
                Some(Target::Uri(address)) => {
                    if !contents.contains(address.trim_start_matches("mailto:")) {
                        broken.push(format!("the link “{text}” to {address} is described as “{contents}”"));
                    }
                }
                Some(Target::Page(page)) if indicators.iter().any(|(text, _)| *text == said) => {
                    let names = indicators.iter().filter(|(text, _)| *text == said).map(|(_, name)| name);
                    let is_row =
                        |name: &String| heads.iter().any(|(at, head)| *at == Some(*page) && head.contains(name));
                    if !names.into_iter().any(is_row) {
                        broken
                            .push(format!("the link “{text}” goes to page {page}, where no row is of this indicator"));
                    }
                }
                Some(Target::Page(page)) => {
                    // What the link is called without its page's number is what stands there.
                    let number = squeezed(&page_number(link));
                    let name = said.strip_suffix(&number).unwrap_or(&said);
                    if number != page.to_string() {
                        broken.push(format!("the link “{text}” says page {number} and goes to page {page}"));
                    }
                    let is_meant = |heading: &String| heading == name || is_caption(heading, name);
                    if !named.iter().any(|(at, heading)| *at == Some(*page) && is_meant(heading)) {
                        broken.push(format!("the link “{text}” goes to page {page}, where “{name}” is no heading"));
                    }
                    if !contents.chars().any(char::is_alphabetic) {
                        broken.push(format!("the link “{text}” is described as “{contents}”"));
                    }
                }
                Some(Target::Nowhere(_)) | None => broken.push(format!("the link “{text}” goes nowhere")),
            }
        }
    }
    // Nothing that looks like an address is a text alone.
    for element in tags.iter().filter(|element| element.standard_role == "P" && element.all("Link").is_empty()) {
        if element.text().contains("://") {
            broken.push(format!("an address that is no link: {}", element.text()));
        }
    }
    broken
}

/// Whether a caption is that of a listed figure or table, by its label and number: lists say what it is, and captions may say
/// what it shows.
fn is_caption(caption: &str, listed: &str) -> bool {
    let digits =
        |text: &str| text.char_indices().skip_while(|(_, sign)| !sign.is_ascii_digit()).map(|(at, _)| at).next();
    let Some(start) = digits(listed) else { return false };
    let number = listed[start..].chars().take_while(char::is_ascii_digit).count();
    let label = &listed[..start + number];
    caption.strip_prefix(label).is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Returns what links to rows say, with the names of their indicators.
fn indicators(data: &Value) -> Vec<(String, String)> {
    let (groups, text) = (array(&data["groups"]), |value: &Value| value.as_str().unwrap_or_default().to_owned());
    let rows: Vec<&Value> =
        groups.iter().flat_map(|group| array(&group["tables"])).flat_map(|table| array(&table["rows"])).collect();
    let name_of =
        |id: &Value| rows.iter().find(|row| row["id"] == *id).map_or_else(String::new, |row| text(&row["name"]));
    let cells = groups.iter().flat_map(|group| array(&group["matrix"])).flat_map(|cell| {
        [text(&cell["text"]), text(&cell["status"]["label"]) + &text(&cell["name"])].map(|said| (said, &cell["id"]))
    });
    let gaps = array(&data["progress"]["gaps"]).iter();
    let gaps = gaps.map(|gap| (text(&gap["short-name"]), &gap["id"]));
    cells.chain(gaps).map(|(said, id)| (squeezed(&said), squeezed(&name_of(id)))).collect()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Returns the last text of a link in a table of contents.
fn page_number(link: &Element) -> String {
    let text = link.spoken();
    text.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default().to_owned()
}
