//! Where links go, and whether they say so.

use nenpo::pdf::{Element, Target};

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
                Some(Target::Uri(address)) => {
                    if !contents.contains(address.trim_start_matches("mailto:")) {
                        broken.push(format!("the link “{text}” to {address} is described as “{contents}”"));
                    }
                }
                Some(Target::Page(page)) => {
                    // What the link is called without its page's number is what stands there.
                    let number = squeezed(&page_number(link));
                    let name = said.strip_suffix(&number).unwrap_or(&said);
                    if number != page.to_string() {
                        broken.push(format!("the link “{text}” says page {number} and goes to page {page}"));
                    }
                    if !named.iter().any(|(at, heading)| *at == Some(*page) && heading == name) {
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

/// Returns the last text of a link in a table of contents.
fn page_number(link: &Element) -> String {
    let text = link.spoken();
    text.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default().to_owned()
}
