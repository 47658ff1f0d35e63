//! What tables are made of: a row or a cell that stands elsewhere is in no table for those who hear it.

use super::{Flaw, Kind};
use crate::pdf::{Element, TaggedPdf};

/// Finds parts of tables outside of their tables, and in tables what is no part of one.
pub(super) fn check(pdf: &TaggedPdf, flaws: &mut Vec<Flaw>) {
    below(pdf.tags(), flaws);
}

fn below(parent: &Element, flaws: &mut Vec<Flaw>) {
    for element in parent.elements() {
        if !fits(&element.standard_role, &parent.standard_role) {
            flaws.push(Flaw::on(element.page, Kind::MisplacedCell, element.spoken()));
        }
        below(element, flaws);
    }
}

/// Returns whether an element may stand in another one, as far as either is a part of a table.
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
