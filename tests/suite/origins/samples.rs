//! The samples and the valid cases: a cell of a table never leads to another number, or to another indicator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use nenpo::diagnostic::Place;
use nenpo::payload::OriginKind;
use nenpo::report::Report;
use nenpo::source::excerpt;
use nenpo::typeset::BlockKind;
use nenpo::unicode::plain_text;

use super::{Found, Shown, shown};
use crate::support::{reports, repository};

/// Kinds whose place is the cell of the number that is printed.
const VALUES: [OriginKind; 3] = [OriginKind::Actual, OriginKind::Target, OriginKind::Baseline];

/// The numbers in a text, without what groups their digits and without zeros at the end.
fn numbers(text: &str) -> Vec<String> {
    let plain = plain_text(text).replace(['\u{A0}', '\u{202F}'], "");
    let digits = |sign: char| match u32::from(sign) {
        code @ 0x660..=0x669 => char::from_digit(code - 0x660, 10).unwrap(),
        0x66B => '.',
        _ => sign,
    };
    let plain: String = plain.chars().filter(|sign| *sign != '٬').map(digits).collect();
    let runs = plain.split(|sign: char| !sign.is_ascii_digit() && !".,".contains(sign));
    let numbers = runs.filter(|run| run.contains(|sign: char| sign.is_ascii_digit()));
    numbers.map(significant).collect()
}

/// The digits of a number that remain in another unit: 1,250 and 1.25 million have the same.
fn significant(run: &str) -> String {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
}

/// The places of everything that the tables of a report say of an indicator.
fn places(report: &Report, id: &str) -> BTreeSet<Place> {
    let indicator = report.indicators.iter().find(|indicator| indicator.id.as_str() == id).unwrap();
    let actuals = report.actuals_of(&indicator.id);
    let mut places: BTreeSet<Place> = BTreeSet::from([indicator.unit.place.clone(), indicator.place.clone()]);
    for actual in actuals {
        places.insert(actual.value_place.clone());
        places.extend(actual.target.as_ref().map(|target| target.place.clone()));
        places.extend(actual.evaluation.as_ref().map(|evaluation| evaluation.place.clone()));
    }
    places.extend(indicator.target.as_ref().map(|target| target.place.clone()));
    places.extend(indicator.baseline.as_ref().map(|baseline| baseline.place.clone()));
    places
}

/// Requires of each number in a cell of data that it leads to cells of its indicator with that number.
fn require_sound_numbers(name: &str, shown: &Shown, all: &[Found<'_>]) {
    let mut wrong = Vec::new();
    let mut of_indicator: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
    let mut checked = 0;
    for found in all.iter().filter(|found| found.is_data() && !numbers(&found.block.text).is_empty()) {
        let printed = numbers(&found.block.text);
        let mut fail = |what: String| {
            wrong.push(format!("{}: “{}” {:?}: {what}", found.document, found.block.text, found.block.cell));
        };
        let values: Vec<_> = found.origins.iter().filter(|origin| VALUES.contains(&origin.kind)).collect();
        let is_computed = found.origins.iter().any(|origin| origin.kind == OriginKind::Computed);
        let labels = found.labels(all);
        if values.is_empty() && !is_computed && !labels.is_empty() {
            fail("leads to no value".to_owned());
        }
        for origin in values {
            let Some(place) = &origin.place else { continue };
            let written = excerpt(&shown.texts, place).map(|excerpt| numbers(&excerpt.marked)).unwrap_or_default();
            checked += 1;
            // The year of a row leads to the value of that year.
            let is_year = found.block.text.len() < 40 && origin.label.contains(&found.block.text);
            // What is stored with more decimals is shown rounded, which is examined where it is read.
            let is_same = written.iter().any(|number| printed.iter().any(|other| other.starts_with(number)));
            let is_rounded = written.iter().any(|number| {
                let short = printed.iter().find(|other| number.len() > other.len());
                short.is_some_and(|short| number.starts_with(&short[..short.len() - 1]))
            });
            // Why a value is absent may be said beside marks and other numbers.
            let is_absent = written.is_empty() && !found.block.text.starts_with(|sign: char| sign.is_ascii_digit());
            if !is_year && !is_same && !is_rounded && !is_absent {
                fail(format!("leads to {written:?}, {origin:?}"));
            }
        }
        if let [label] = labels.as_slice() {
            let own = of_indicator.entry(label).or_insert_with(|| places(shown.origins.report(), label));
            let of_values = found
                .origins
                .iter()
                .filter(|origin| VALUES.contains(&origin.kind) || origin.kind == OriginKind::Computed);
            for origin in of_values {
                if origin.place.as_ref().is_some_and(|place| !own.contains(place)) {
                    fail(format!("leads to another indicator than {label}: {origin:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{name}: {}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(checked > 0, "{name}: no number was checked");
}

/// Requires of each paragraph and heading that it leads somewhere, and of prose that it leads to a message that says it.
fn require_sound_sentences(name: &str, shown: &Shown, all: &[Found<'_>]) {
    let squeezed =
        |text: &str| text.replace("(lang:en)", "").chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    let mut wrong = Vec::new();
    let sentences = all.iter().filter(|found| matches!(found.block.kind, BlockKind::Paragraph | BlockKind::Heading(_)));
    for found in sentences.filter(|found| found.block.cell.is_none() && !squeezed(&found.block.text).is_empty()) {
        let text = squeezed(&found.block.text);
        let of_message = found.origins.iter().filter(|origin| origin.kind == OriginKind::Message);
        if found.origins.is_empty() && text.contains(char::is_alphabetic) {
            wrong.push(format!("{}: “{}” leads nowhere", found.document, found.block.text));
        }
        for origin in of_message {
            let written = shown.excerpt(origin).map(|excerpt| squeezed(&excerpt.marked)).unwrap_or_default();
            // A message with several paragraphs is named by its first line, and one without words by its name.
            let is_name = origin.label.contains(&*shown.excerpt(origin).unwrap().marked);
            let is_part = text.contains(&written) || written.contains(&text);
            if !is_name && !is_part {
                wrong.push(format!("{}: “{}” leads to “{written}”", found.document, found.block.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{name}: {}:\n{}", wrong.len(), wrong.join("\n"));
}

fn require_sound(name: &str, folder: &Path) {
    let shown = shown(folder);
    for (document, _) in &shown.documents {
        let all = shown.found(document);
        require_sound_numbers(name, &shown, &all);
        require_sound_sentences(name, &shown, &all);
    }
}

#[test]
fn numbers_and_sentences_of_the_medical_sample_lead_to_where_they_are_written() {
    require_sound("medical-rd-fy2022", &repository("examples/medical-rd-fy2022"));
}

#[test]
fn numbers_and_sentences_of_the_city_sample_lead_to_where_they_are_written() {
    require_sound("fictional-city-plan", &repository("examples/fictional-city-plan"));
}

#[test]
fn numbers_and_sentences_of_the_valid_cases_lead_to_where_they_are_written() {
    for name in reports("tests/cases/valid") {
        require_sound(&name, &repository("tests/cases/valid").join(&name));
    }
}
