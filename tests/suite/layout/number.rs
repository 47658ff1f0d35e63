//! Whether any number is broken over two lines: within, or from the unit that stands behind it. Knows the values that a
//! document may print, and where pieces stand.

use std::collections::BTreeSet;

use nenpo::typeset::Document;
use serde_json::Value;

use super::piece::Piece;

/// The longest unit that no line parts from its number, in characters.
const LONGEST_UNIT: usize = 8;

/// Returns the values that a document may print: each number with the first word of its unit, if that is short.
pub(crate) fn values(document: &Document) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let data: Value = serde_json::from_slice(&document.files["report.json"]).unwrap();
    collect(&data, &mut found);
    found
}

fn collect(value: &Value, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => {
            if let (Some(Value::String(number)), Some(Value::String(suffix))) =
                (fields.get("number"), fields.get("suffix"))
            {
                let unit = suffix.trim_start().split(' ').next().unwrap_or_default();
                let unit = if unit.chars().count() <= LONGEST_UNIT { unit } else { "" };
                found.insert((number.clone(), unit.to_owned()));
            }
            fields.values().for_each(|value| collect(value, found));
        }
        _ => {}
    }
}

/// Returns the numbers that go on in another line.
pub(crate) fn broken(pieces: &[Piece], values: &BTreeSet<(String, String)>) -> Vec<String> {
    let mut found = Vec::new();
    let lines = |pieces: &[Piece]| -> Vec<(String, f64, f64)> {
        let with_text = pieces.iter().filter_map(|piece| Some((piece.text.clone()?, piece.area)));
        with_text.map(|(text, area)| (text, area.top, area.bottom)).collect()
    };
    for pieces in std::iter::once(pieces).chain(pieces.iter().map(|piece| piece.drawn.as_slice())) {
        for pair in lines(pieces).windows(2) {
            let [(first, _, bottom), (second, top, _)] = pair else { continue };
            if top < bottom {
                continue;
            }
            let is_broken = |(number, unit): &(String, String)| {
                let whole = format!("{number}{unit}");
                let cuts = whole.char_indices().map(|(cut, _)| cut).filter(|cut| *cut > 0);
                let is_cut_at = |cut: usize| {
                    let (before, after) = whole.split_at(cut);
                    // A single digit at an edge says nothing, nor does a number before the next row's unit.
                    (cut < number.len() || !unit.is_empty())
                        // A cell contains only a number, and its unit stands behind the name.
                        && !(cut == number.len() && first.trim() == number)
                        && whole.chars().count() > 3
                        && first.trim_end().ends_with(before)
                        && is_start(first.trim_end(), before)
                        && goes_on(second.trim_start(), after)
                };
                cuts.into_iter().any(is_cut_at)
            };
            found.extend(
                values
                    .iter()
                    .find(|value| is_broken(value))
                    .map(|(number, unit)| format!("“{number}{unit}” in “{first}” and “{second}”")),
            );
        }
    }
    found
}

/// Returns whether a line goes on with a text, and not with a longer word.
fn goes_on(line: &str, text: &str) -> bool {
    line.strip_prefix(text).is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphabetic()))
}

/// Returns whether what a line ends with is not only the end of a longer number.
fn is_start(line: &str, end: &str) -> bool {
    let before = line[..line.len() - end.len()].chars().next_back();
    !before.is_some_and(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'))
}
