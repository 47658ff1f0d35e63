//! What stands in what: headings, lists, texts, and pages that follow each other.

use nenpo::pdf::{Element, Node};

use super::edition::Edition;
use super::sense::sense;

/// Headings begin with the first level, skip none, and have a text.
pub(crate) fn headings(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    let mut above = 0;
    for heading in edition.pdf.tags().descendants() {
        let Some(level) = heading.heading_level() else { continue };
        if level > above + 1 {
            broken.push(format!("a heading of level {level} after one of level {above}: {}", heading.text()));
        }
        if heading.spoken().trim().is_empty() {
            broken.push(format!("a heading without a text on page {:?}", heading.page));
        }
        above = level;
    }
    if above == 0 {
        broken.push("no heading".to_owned());
    }
    broken
}

/// Lists hold items, and these a label and a body; nothing that looks like an item is anything else.
pub(crate) fn lists(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    let tags = edition.pdf.tags().descendants();
    for element in &tags {
        let parts: Vec<&str> = element.elements().map(|child| child.standard_role.as_str()).collect();
        let is_whole = match element.standard_role.as_str() {
            "L" => !parts.is_empty() && parts.iter().all(|part| *part == "LI"),
            "LI" => parts == ["Lbl", "LBody"] && element.elements().all(|part| !part.spoken().trim().is_empty()),
            "P" => !element.text().trim_start().starts_with(['•', '・', '‣', '◦']),
            _ => true,
        };
        if !is_whole {
            broken.push(format!("{} of {parts:?}: {}", element.role, element.text()));
        }
    }
    // As many items as the prose that the template prints has.
    let items = tags.iter().filter(|element| element.standard_role == "LI").count();
    if let Some(sense) = sense(edition) {
        let wanted: usize = sense.prose.iter().map(|prose| items_of(prose)).sum();
        if items != wanted {
            broken.push(format!("{items} items of lists, where the words have {wanted}"));
        }
    }
    broken
}

fn items_of(prose: &serde_json::Value) -> usize {
    let of_block = |block: &serde_json::Value| {
        let items = block["items"].as_array().map_or(&[][..], Vec::as_slice);
        items.len() + items.iter().map(items_of).sum::<usize>()
    };
    prose.as_array().map_or(0, |blocks| blocks.iter().map(of_block).sum())
}

/// What an element may be that says what the text in it is.
const MEANINGS: &[&str] = &["P", "LBody", "Lbl", "TH", "TD", "Caption", "Link", "Figure"];

/// Every text stands in an element that says what it is; nothing that such an element should hold is missing.
pub(crate) fn texts(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    bare_texts(edition.pdf.tags(), &mut broken);
    for element in edition.pdf.tags().descendants() {
        let is_empty = element.spoken().trim().is_empty();
        if is_empty && ["P", "Lbl", "LBody", "Caption", "Link", "Figure", "TOCI"].contains(&&*element.standard_role) {
            broken.push(format!("an empty {} on page {:?}", element.role, element.page));
        }
    }
    broken
}

fn bare_texts(element: &Element, broken: &mut Vec<String>) {
    if element.heading_level().is_some() || MEANINGS.contains(&&*element.standard_role) {
        return;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => bare_texts(child, broken),
            Node::Text(text) if !text.text.trim().is_empty() => {
                broken.push(format!("a text in a {} alone, on page {}: {}", element.role, text.page, text.text));
            }
            Node::Text(_) | Node::Annotation(_) => {}
        }
    }
}

/// The editions in which columns that stand side by side go on on the next page: each is read to its end.
const RUNNING_COLUMNS: &[&str] = &[
    // Highlights.
    "long names, seven highlights, many notes, plan-followup-ja",
    // The list of figures, beside that of tables.
    "long names, seven highlights, many notes, plan-report-ja",
];

/// Whoever reads on turns pages forward only.
pub(crate) fn pages(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    let mut last = (1, String::new());
    each_text(edition.pdf.tags(), &mut |page, text| {
        if page < last.0 {
            broken.push(format!("page {page} ({text}) is read after page {} ({})", last.0, last.1));
        }
        last = (page, text.to_owned());
    });
    if RUNNING_COLUMNS.contains(&edition.name.as_str()) {
        return if broken.is_empty() { vec!["no column runs on".to_owned()] } else { Vec::new() };
    }
    if last.0 != edition.pdf.page_count() {
        broken.push(format!("the last page that is read is {} of {}", last.0, edition.pdf.page_count()));
    }
    broken
}

fn each_text(element: &Element, take: &mut impl FnMut(usize, &str)) {
    for child in &element.children {
        match child {
            Node::Element(child) => each_text(child, take),
            Node::Text(text) => take(text.page, &text.text),
            Node::Annotation(_) => {}
        }
    }
}
