//! Page labels: those of each part, after the label of the part.

use lopdf::{Dictionary, Object, decode_text_string, text_string};

use super::import::Import;
use crate::pdf::entries::entries;

/// A range of labels from a page of the joined file, from 0.
pub(super) type Range = (i64, Dictionary);

/// The ranges of a part whose first page is `first`.
pub(super) fn of_part(import: &Import<'_>, first: usize, label: &str) -> Vec<Range> {
    let file = import.file;
    let count = i64::try_from(import.pages.len()).unwrap_or_default();
    let first = i64::try_from(first).unwrap_or_default();
    let tree = file.dictionary(file.catalog(), b"PageLabels");
    let own = tree.map(|tree| entries(file, tree, b"Nums")).unwrap_or_default();
    let mut ranges: Vec<Range> = own
        .into_iter()
        .filter_map(|(page, range)| {
            let page = page.as_i64().ok().filter(|page| (0..count).contains(page))?;
            let range = file.resolved(range)?.as_dict().ok()?;
            let mut copy = Dictionary::new();
            for key in [&b"S"[..], b"St"] {
                if let Some(value @ (Object::Name(_) | Object::Integer(_))) = file.value(range, key) {
                    copy.set(key, value.clone());
                }
            }
            let own = file.value(range, b"P").and_then(|text| decode_text_string(text).ok()).unwrap_or_default();
            let text = joined(label, &own);
            if !text.is_empty() {
                copy.set("P", text_string(&text));
            }
            Some((first + page, copy))
        })
        .collect();
    ranges.sort_by_key(|(page, _)| *page);
    ranges.dedup_by_key(|(page, _)| *page);
    // Pages before the first range of a part would be counted on from the part before.
    if ranges.first().is_none_or(|(page, _)| *page != first) {
        let mut counted = Dictionary::from_iter([("S", Object::Name(b"D".to_vec()))]);
        let text = joined(label, "");
        if !text.is_empty() {
            counted.set("P", text_string(&text));
        }
        ranges.insert(0, (first, counted));
    }
    ranges
}

/// An empty page between parts has an empty label.
pub(super) fn of_empty(page: usize) -> Option<Range> {
    Some((i64::try_from(page).ok()?, Dictionary::new()))
}

pub(super) fn tree(ranges: Vec<Range>) -> Object {
    let numbers = ranges.into_iter().flat_map(|(page, range)| [Object::Integer(page), Object::Dictionary(range)]);
    Object::Dictionary(Dictionary::from_iter([("Nums", Object::Array(numbers.collect()))]))
}

fn joined(label: &str, own: &str) -> String {
    if label.is_empty() { own.to_owned() } else { format!("{label} – {own}") }
}
