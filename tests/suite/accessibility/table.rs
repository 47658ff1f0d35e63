//! What whoever hears a table needs: what it is, what each column and each row is called.

use nenpo::pdf::tagged_table::{Row, tables};

use super::edition::Edition;

/// Every table has a summary and something that names it, and every cell the headers of its column and of its row.
pub(crate) fn broken(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    for element in edition.pdf.tags().all("Table") {
        let place = format!("the table on page {:?}", element.page);
        if element.attributes.get("Summary").is_none_or(|summary| summary.trim().is_empty()) {
            broken.push(format!("{place} has no summary"));
        }
        for header in element.all("TH") {
            let scope = header.attributes.get("Scope").map(String::as_str);
            if !matches!(scope, Some("Row" | "Column")) {
                broken.push(format!("{place}: a header without a scope: {}", header.text()));
            }
            if header.spoken().trim().is_empty() {
                broken.push(format!("{place}: an empty header"));
            }
        }
        if !element.all("Table").is_empty() {
            broken.push(format!("{place} has a table in it"));
        }
    }
    for table in tables(edition.pdf.tags()) {
        let place = format!("the table on page {:?} with the columns {:?}", table.page, table.columns);
        if table.caption.or(table.heading).is_none_or(|name| name.trim().is_empty()) {
            broken.push(format!("{place} has neither a caption nor a heading before it"));
        }
        if table.columns.len() < 2 || table.columns.iter().any(|column| column.trim().is_empty()) {
            broken.push(format!("{place} has a column without a header"));
        }
        if !table.rows.iter().any(|row| matches!(row, Row::Values { .. })) {
            broken.push(format!("{place} has no row of values"));
        }
        for row in &table.rows {
            match row {
                Row::Values { header, cells, .. } => {
                    if header.text.trim().is_empty() {
                        broken.push(format!("{place} has a row without a header: {cells:?}"));
                    }
                    let columns: Vec<usize> = cells.iter().map(|cell| cell.column).collect();
                    if columns != (1..table.columns.len()).collect::<Vec<_>>() {
                        broken.push(format!("{place}: the row {} has cells in the columns {columns:?}", header.text));
                    }
                }
                Row::Group { name, .. } if name.trim().is_empty() => {
                    broken.push(format!("{place} has a group of rows without a name"));
                }
                Row::Group { .. } => {}
            }
        }
    }
    broken
}
