//! What those hear who do not see a figure.

use serde_json::Value;

use super::edition::Edition;
use super::language::is_japanese;

/// Every figure has an alternative text, in the document's language, and one of a chart says every number in the chart.
pub(crate) fn broken(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    for figure in edition.pdf.tags().all("Figure") {
        let alt = figure.alt.as_deref().unwrap_or_default();
        if alt.trim().is_empty() {
            broken.push(format!("a figure without an alternative text on page {:?}", figure.page));
        }
        let is_in_language = match edition.language() {
            "ja" => {
                alt.contains(is_japanese) || !alt.split(|sign: char| !sign.is_alphabetic()).any(|word| word.len() > 3)
            }
            _ => !alt.contains(is_japanese),
        };
        if !is_in_language {
            broken.push(format!("an alternative text that is not in {}: {alt}", edition.language()));
        }
    }
    let mut charts = Vec::new();
    find_charts(&edition.data, &mut charts);
    for chart in charts {
        let (path, alt) = (chart["path"].as_str().unwrap(), chart["alt"].as_str().unwrap());
        let mut said = numbers(alt);
        for number in printed_numbers(path, edition.drawing(path), &edition.data["years"]) {
            match said.iter().position(|known| *known == number) {
                Some(position) => {
                    said.remove(position);
                }
                None => {
                    broken.push(format!("{path} shows {number}, of which its alternative text says nothing: {alt}"));
                }
            }
        }
    }
    broken
}

/// Finds everything in the data that has a drawing and an alternative text, but pictures.
fn find_charts<'a>(data: &'a Value, charts: &mut Vec<&'a Value>) {
    match data {
        Value::Object(fields) => {
            if fields.get("path").and_then(Value::as_str).is_some_and(|path| path.starts_with("/charts/")) {
                charts.push(data);
            }
            fields.values().for_each(|value| find_charts(value, charts));
        }
        Value::Array(values) => values.iter().for_each(|value| find_charts(value, charts)),
        _ => {}
    }
}

/// Returns the numbers in a text, with their signs, points and groups of digits.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let sign = if rest[..start].ends_with('−') { "−" } else { "" };
        let number = &rest[start..];
        let end = number.find(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ',');
        let end = end.unwrap_or(number.len());
        numbers.push(format!("{sign}{}", number[..end].trim_end_matches(['.', ','])));
        rest = &number[end..];
    }
    numbers
}

/// Returns the numbers that a chart shows, but those of its axes.
fn printed_numbers(path: &str, drawing: &str, years: &Value) -> Vec<String> {
    let has_axes = path.starts_with("/charts/trend-") || path.starts_with("/charts/small-multiples-");
    let years: Vec<&str> = years.as_array().unwrap().iter().filter_map(|year| year["label"].as_str()).collect();
    let texts = texts_of(drawing);
    let shown = texts.iter().filter(|(attributes, text)| {
        let is_anchored = |side: &str| attributes.contains(&format!("text-anchor=\"{side}\""));
        if has_axes {
            let is_tick = is_anchored("end") && !attributes.contains("font-weight");
            !(is_tick || years.contains(&text.as_str()) || is_year_label(text))
        } else {
            // The labels of an axis of progress stand over its start, target and end.
            !is_anchored("middle")
        }
    });
    shown.flat_map(|(_, text)| numbers(text)).collect()
}

/// Returns whether a text is the label of a year of a plan, also of one to come: 2025, R7.
fn is_year_label(text: &str) -> bool {
    let digits = text.trim_start_matches(|sign: char| sign.is_ascii_uppercase());
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit());
    is_number && (text.len() > digits.len() || (digits.len() == 4 && digits.starts_with("20")))
}

/// Returns the texts of a drawing with the attributes of their elements.
fn texts_of(drawing: &str) -> Vec<(String, String)> {
    let texts = drawing.split("<text ").skip(1);
    texts
        .map(|text| {
            let (attributes, rest) = text.split_once('>').unwrap();
            (attributes.to_owned(), rest.split('<').next().unwrap().to_owned())
        })
        .collect()
}
