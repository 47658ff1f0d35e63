//! Checks the identifiers of elements, references to header cells, and the structure of tables.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Findings;
use super::{Finding, Kind};
use crate::pdf::entries::entries;
use crate::pdf::{Element, Node, TaggedPdf};

pub(super) fn check(pdf: &TaggedPdf, findings: &mut Findings) {
    check_identifiers(pdf, findings);
    check_nesting(pdf.tags(), findings);
    check_texts(pdf.tags(), findings);
}

/// Finds what nobody can read out: figures and formulas without a text in their place, and characters without a meaning.
fn check_texts(parent: &Element, findings: &mut Findings) {
    for child in &parent.children {
        match child {
            Node::Element(element) => {
                let is_replaced = element.actual_text.is_some();
                let is_drawn = matches!(element.standard_role.as_str(), "Figure" | "Formula");
                let is_said = is_replaced || element.alt.as_ref().is_some_and(|text| !text.trim().is_empty());
                if is_drawn && !is_said {
                    findings.push(Finding::on(element.page, Kind::FigureWithoutText, ""));
                }
                if !is_replaced {
                    check_texts(element, findings);
                }
            }
            Node::Text(text) => {
                if let Some(character) = text.text.chars().find(|character| is_private(*character)) {
                    let shown = format!("U+{:04X}", u32::from(character));
                    findings.push(Finding::on(text.page, Kind::PrivateCharacter, shown));
                }
            }
            Node::Annotation(_) => {}
        }
    }
}

/// Whether Unicode leaves the meaning of a character to fonts, as of many bullets.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn check_identifiers(pdf: &TaggedPdf, findings: &mut Findings) {
    let file = &pdf.file;
    let root = file.tag_root().ok().and_then(|(_, root)| file.dictionary(root, b"IDTree"));
    let entries = root.map(|root| entries(file, root, b"Names")).unwrap_or_default();
    let mut tree: BTreeMap<&[u8], _> = entries
        .into_iter()
        .filter_map(|(name, element)| Some((name.as_str().ok()?, element.as_reference().ok())))
        .collect();
    for (identifier, elements) in &pdf.structure.identifiers {
        let shown = String::from_utf8_lossy(identifier);
        if elements.len() > 1 {
            findings.push(Finding::new(Kind::IdentifierTwice, &shown));
        }
        let named = tree.remove(identifier.as_slice()).flatten();
        if !named.is_some_and(|element| elements.contains(&element)) {
            findings.push(Finding::new(Kind::IdentifierTree, &shown));
        }
    }
    findings.extend(tree.keys().map(|name| Finding::new(Kind::IdentifierTree, String::from_utf8_lossy(name))));
    for table in pdf.tags().descendants().into_iter().filter(|element| element.standard_role == "Table") {
        check_headers(table, findings);
    }
}

fn check_headers(table: &Element, findings: &mut Findings) {
    let cells = table.descendants();
    let headers: Vec<&&Element> = cells.iter().filter(|cell| cell.standard_role == "TH").collect();
    let known: BTreeSet<&str> = headers.iter().filter_map(|cell| cell.identifier.as_deref()).collect();
    for header in &headers {
        if !header.attributes.contains_key("Scope") {
            findings.push(Finding::on(header.page, Kind::HeaderWithoutScope, header.spoken()));
        }
    }
    for cell in &cells {
        for header in cell.headers.iter().filter(|header| !known.contains(header.as_str())) {
            findings.push(Finding::on(cell.page, Kind::UnknownHeader, header));
        }
    }
}

/// Finds parts of tables outside tables, and other elements directly within tables: assistive technology does not
/// announce them as part of a table.
fn check_nesting(parent: &Element, findings: &mut Findings) {
    for element in parent.elements() {
        if !fits(&element.standard_role, &parent.standard_role) {
            findings.push(Finding::on(element.page, Kind::MisplacedCell, element.spoken()));
        }
        check_nesting(element, findings);
    }
}

/// Whether an element may be in another one, if either is a part of a table.
fn fits(role: &str, parent: &str) -> bool {
    let is_group = |role: &str| matches!(role, "THead" | "TBody" | "TFoot");
    match role {
        "TH" | "TD" => parent == "TR",
        "TR" => parent == "Table" || is_group(parent),
        "Caption" => true,
        role if is_group(role) => parent == "Table",
        _ => !(matches!(parent, "Table" | "TR") || is_group(parent)),
    }
}
