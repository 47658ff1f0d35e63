//! Identifiers of elements, and the cells that name header cells by them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Flaw, Kind};
use crate::pdf::entries::entries;
use crate::pdf::{Element, TaggedPdf};

/// Finds identifiers that do not lead to one element, and cells with unknown header cells.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
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
            flaws.push(Flaw::new(Kind::IdentifierTwice, &shown));
        }
        let named = tree.remove(identifier.as_slice()).flatten();
        if !named.is_some_and(|element| elements.contains(&element)) {
            flaws.push(Flaw::new(Kind::IdentifierTree, &shown));
        }
    }
    flaws.extend(tree.keys().map(|name| Flaw::new(Kind::IdentifierTree, String::from_utf8_lossy(name))));
    for table in pdf.tags().descendants().into_iter().filter(|element| element.standard_role == "Table") {
        cells(table, flaws);
    }
}

fn cells(table: &Element, flaws: &mut Vec<Flaw>) {
    let cells = table.descendants();
    let headers: Vec<&&Element> = cells.iter().filter(|cell| cell.standard_role == "TH").collect();
    let known: BTreeSet<&str> = headers.iter().filter_map(|cell| cell.identifier.as_deref()).collect();
    for header in &headers {
        if !header.attributes.contains_key("Scope") {
            flaws.push(Flaw::on(header.page, Kind::HeaderWithoutScope, header.spoken()));
        }
    }
    for cell in &cells {
        for header in cell.headers.iter().filter(|header| !known.contains(header.as_str())) {
            flaws.push(Flaw::on(cell.page, Kind::UnknownHeader, header));
        }
    }
}
