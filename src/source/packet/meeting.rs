//! Reads the section `meeting` of `packet.toml`.

use super::super::setting::day;
use super::super::toml_table::TomlTable;
use super::texts::{Languages, Wording, optional_texts, required_texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::packet::{Hours, Meeting, Time};
use crate::report::Day;

/// The greatest number of a meeting: that of a committee that has met every week for two centuries.
const MOST_MEETINGS: u32 = 9_999;

/// The years in which a meeting can be; others are typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1945..=2199;

pub(super) fn read(
    mut table: TomlTable<'_>,
    languages: Languages<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Meeting> {
    let name = required_texts(&mut table, "name", Wording::Translated, languages, diagnostics);
    let number = number(&mut table, diagnostics);
    let date = day(&mut table, "date", diagnostics).filter(|date| is_plausible(date, diagnostics));
    let hours = hours(&mut table, diagnostics);
    let place = optional_texts(&mut table, "place", Wording::Name, languages, diagnostics);
    table.finish(diagnostics);
    Some(Meeting { name: name?, number, date: date?.value, hours, place })
}

fn number(table: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<u32> {
    let number = table.integer("number", diagnostics)?;
    let read = u32::try_from(number.value).ok().filter(|number| (1..=MOST_MEETINGS).contains(number));
    if read.is_none() {
        let problem = Diagnostic::at(Code::InvalidValue, &number.place).with("key", table.name("number"));
        diagnostics.push(problem.with("value", number.value).with("allowed", format!("1–{MOST_MEETINGS}")));
    }
    read
}

fn is_plausible(date: &Located<Day>, diagnostics: &mut Diagnostics) -> bool {
    let is_plausible = YEARS.contains(&date.value.year);
    if !is_plausible {
        let problem = Diagnostic::at(Code::InvalidValue, &date.place).with("key", "meeting.date");
        let allowed = format!("{}-01-01–{}-12-31", YEARS.start(), YEARS.end());
        diagnostics.push(problem.with("value", date.value).with("allowed", allowed));
    }
    is_plausible
}

/// Reads the beginning and the end of the meeting. An end requires a beginning before it.
fn hours(table: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Hours> {
    if table.has("end") {
        table.require("start");
    }
    let start = time(table, "start", diagnostics);
    let end = time(table, "end", diagnostics);
    let start = start?.value;
    if let Some(end) = end.as_ref().filter(|end| end.value <= start) {
        let problem = Diagnostic::at(Code::InvalidValue, &end.place).with("key", table.name("end"));
        diagnostics.push(problem.with("value", end.value).with("allowed", format!("> {start}")));
    }
    Some(Hours { start, end: end.map(|end| end.value) })
}

fn time(table: &mut TomlTable<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<Time>> {
    let text = table.time(key, diagnostics)?;
    let time = Time::written(&text.value);
    if time.is_none() {
        let problem = Diagnostic::at(Code::InvalidValue, &text.place).with("key", table.name(key));
        diagnostics.push(problem.with("value", &text.value).with("allowed", "14:00, 14:30, …"));
    }
    Some(Located::new(time?, text.place))
}
