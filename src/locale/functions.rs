//! The functions by which messages cite data. They look up text that is prepared before the first message is formatted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_decimal::Decimal;

use super::escape::escape;
use super::number_format::Numbers;
use super::plural;
use super::reference::{Argument, FUNCTIONS, OF_INDICATORS, Reference, Target, options};
use crate::diagnostic::{Code, Diagnostic};
use crate::report::Day;
use crate::unicode::plain_text;

/// Texts that messages can cite.
#[derive(Debug, Default, Clone)]
pub struct Citations {
    /// Actual values by indicator.
    pub actuals: BTreeMap<String, String>,
    /// Actual values by indicator and fiscal year.
    pub of_years: BTreeMap<(String, String), String>,
    /// Baselines by indicator, if it has one.
    pub baselines: BTreeMap<String, String>,
    /// Changes of the latest value by indicator, by what they are measured from ([`PREVIOUS`], [`BASELINE`] or a year) and
    /// by [`DIFFERENCE`] or [`CHANGE_RATE`]; without those that cannot be compared.
    pub changes: BTreeMap<(String, String, &'static str), String>,
    /// The ranks of indicators by pace.
    pub ranks: BTreeMap<String, String>,
    /// The names of indicators by list ([`BEHIND`], [`AHEAD`]) and group, in their order.
    pub lists: BTreeMap<(&'static str, Option<String>), Vec<String>>,
    /// What joins the names of a list.
    pub separator: String,
    /// What a list without names says.
    pub empty_list: String,
    /// Targets by indicator, if it has one.
    pub targets: BTreeMap<String, String>,
    /// Achievement rates by indicator, if defined.
    pub rates: BTreeMap<String, String>,
    /// Numbers of indicators by status (or `indicators`, `with-target`, `reported`) in the whole report.
    pub counts: BTreeMap<String, String>,
    /// As `counts`, by group.
    pub group_counts: BTreeMap<String, BTreeMap<String, String>>,
    /// Dates by name and calendar (`customary`, `gregorian`).
    pub days: BTreeMap<(String, String), String>,
    /// Fiscal years by name and calendar.
    pub fiscal_years: BTreeMap<(String, String), String>,
    /// Plain numbers by their spelling in messages.
    pub numbers: BTreeMap<String, String>,
    /// Identifiers by the names in tables, for messages that use names instead.
    pub names: BTreeMap<String, String>,
}

/// The year before the latest value's, from which a change is measured if nothing else is said.
pub const PREVIOUS: &str = "previous";
/// The baseline, as that from which a change is measured.
pub const BASELINE: &str = "baseline";
/// A change in the indicator's unit.
pub const DIFFERENCE: &str = "difference";
/// A change in percent of the earlier value.
pub const CHANGE_RATE: &str = "rate";
/// The list of the indicators furthest behind their expected values.
pub const BEHIND: &str = "behind";
/// The list of the indicators furthest ahead of their expected values.
pub const AHEAD: &str = "ahead";

/// The names that a list has if nothing else is said.
const LISTED: usize = 3;

pub(super) const CUSTOMARY: &str = "customary";
pub(super) const GREGORIAN: &str = "gregorian";

impl Citations {
    /// Whether `text` is part of a citation.
    pub(super) fn hold(&self, text: &str) -> bool {
        let plain =
            [&self.actuals, &self.targets, &self.baselines, &self.rates, &self.counts, &self.ranks, &self.numbers];
        let of_years = self.of_years.values().chain(self.changes.values());
        let of_calendars = [&self.days, &self.fiscal_years];
        plain.into_iter().flat_map(BTreeMap::values).any(|cited| cited.contains(text))
            || of_years.chain(self.lists.values().flatten()).any(|cited| cited.contains(text))
            || of_calendars.into_iter().flat_map(BTreeMap::values).any(|cited| cited.contains(text))
    }

    /// `None` if the data has no such text.
    pub(super) fn resolve(&self, function: &str, subject: &str, options: &[(&str, &str)]) -> Option<String> {
        let option = |name: &str| options.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let calendar = || (subject.to_owned(), option("calendar").unwrap_or(CUSTOMARY).to_owned());
        match function {
            "ACTUAL" => match option("year") {
                None => self.actuals.get(subject).cloned(),
                Some(year) => self.of_years.get(&(subject.to_owned(), year.to_owned())).cloned(),
            },
            "TARGET" => self.targets.get(subject).cloned(),
            "BASELINE" => self.baselines.get(subject).cloned(),
            "RATE" => self.rates.get(subject).cloned(),
            "CHANGE" => {
                let by = [DIFFERENCE, CHANGE_RATE].into_iter().find(|by| *by == option("by").unwrap_or(DIFFERENCE))?;
                let since = option("since").unwrap_or(PREVIOUS);
                self.changes.get(&(subject.to_owned(), since.to_owned(), by)).cloned()
            }
            "RANK" => self.ranks.get(subject).cloned(),
            "LIST" => {
                let list = [BEHIND, AHEAD].into_iter().find(|list| *list == subject)?;
                let most = option("most").map_or(Some(LISTED), |most| most.parse().ok()).filter(|most| *most > 0)?;
                let names = self.lists.get(&(list, option("group").map(str::to_owned)))?;
                let names = &names[..names.len().min(most)];
                Some(if names.is_empty() { self.empty_list.clone() } else { names.join(&self.separator) })
            }
            "COUNT" => match option("group") {
                None => self.counts.get(subject).cloned(),
                Some(group) => self.group_counts.get(group)?.get(subject).cloned(),
            },
            "DATE" => self.days.get(&calendar()).cloned(),
            "FISCAL_YEAR" => self.fiscal_years.get(&calendar()).cloned(),
            "NUM" => self.numbers.get(subject).cloned(),
            _ => None,
        }
    }

    /// The values that an option may have; `None` if they are not a list.
    fn allowed(&self, subject: &str, option: &str) -> Option<Vec<String>> {
        let texts = |list: &[&str]| Some(list.iter().map(|text| (*text).to_owned()).collect());
        match option {
            "calendar" => texts(&[CUSTOMARY, GREGORIAN]),
            "by" => texts(&[DIFFERENCE, CHANGE_RATE]),
            "group" => Some(self.group_counts.keys().cloned().collect()),
            "year" => {
                Some(self.of_years.keys().filter(|(id, _)| id == subject).map(|(_, year)| year.clone()).collect())
            }
            "since" => {
                let since: BTreeSet<String> =
                    self.changes.keys().filter(|(id, ..)| id == subject).map(|(_, since, _)| since.clone()).collect();
                Some(since.into_iter().collect())
            }
            "most" => Some((1..=9).map(|most: u8| most.to_string()).collect()),
            _ => None,
        }
    }

    fn subjects(&self, function: &str) -> Vec<&str> {
        match function {
            "ACTUAL" => self.actuals.keys().map(String::as_str).collect(),
            "TARGET" => self.targets.keys().map(String::as_str).collect(),
            "RATE" => self.rates.keys().map(String::as_str).collect(),
            "COUNT" => self.counts.keys().map(String::as_str).collect(),
            "BASELINE" => self.baselines.keys().map(String::as_str).collect(),
            "CHANGE" => self.actuals.keys().map(String::as_str).collect(),
            "RANK" => self.ranks.keys().map(String::as_str).collect(),
            "LIST" => vec![BEHIND, AHEAD],
            "DATE" => named(self.days.keys()),
            "FISCAL_YEAR" => named(self.fiscal_years.keys()),
            _ => Vec::new(),
        }
    }
}

/// The names of dates, without dates that messages spell out.
fn named<'a>(keys: impl Iterator<Item = &'a (String, String)>) -> Vec<&'a str> {
    let mut names: Vec<&str> = keys
        .map(|(name, _)| name.as_str())
        .filter(|name| name.starts_with(|first: char| first.is_alphabetic()))
        .collect();
    names.dedup();
    names
}

/// Adds the functions to a bundle; they read `citations` as soon as these are set. A result that is only a number is
/// passed to Fluent as one, so that a plural can be selected.
pub(super) fn register(
    bundle: &mut FluentBundle<Arc<FluentResource>>,
    citations: &Arc<OnceLock<Citations>>,
    numbers: &Arc<Numbers>,
) {
    for name in FUNCTIONS {
        let (citations, numbers) = (Arc::clone(citations), Arc::clone(numbers));
        // This can only fail if the name exists, and the bundle is new.
        let _ = bundle.add_function(name, move |positional, named| {
            answer(&citations, name, positional, named).map_or(FluentValue::Error, |text| {
                numbers.read(&text).and_then(plural::number).unwrap_or_else(|| escape(&text).into())
            })
        });
    }
}

fn answer(
    citations: &OnceLock<Citations>,
    function: &str,
    positional: &[FluentValue<'_>],
    named: &FluentArgs<'_>,
) -> Option<String> {
    let subject = text(positional.first()?)?;
    let options: Option<Vec<(&str, String)>> = named.iter().map(|(name, value)| Some((name, text(value)?))).collect();
    let options = options?;
    let options: Vec<(&str, &str)> = options.iter().map(|(name, value)| (*name, value.as_str())).collect();
    citations.get()?.resolve(function, &subject, &options)
}

fn text(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::String(text) => Some(text.to_string()),
        FluentValue::Number(number) => Some(number.as_string().into_owned()),
        _ => None,
    }
}

/// Checks a call against the data. For `excused` indicators, missing data is already reported.
pub(super) fn check(reference: &Reference, citations: &Citations, excused: &BTreeSet<String>) -> Option<Diagnostic> {
    let Target::Function { name, positional, named } = &reference.target else { return None };
    if !FUNCTIONS.contains(&name.as_str()) {
        return Some(
            Diagnostic::at(Code::UnknownFunction, &reference.place).with("name", name).with_candidates(name, FUNCTIONS),
        );
    }
    let problem = |place, problem, value: &str| {
        Diagnostic::at(Code::FunctionArgument, place).with("name", name).with("problem", problem).with("value", value)
    };
    let [Argument { place, literal: Some(subject) }] = positional.as_slice() else {
        let place = positional.iter().find(|argument| argument.literal.is_none()).map(|argument| &argument.place);
        return Some(
            problem(place.unwrap_or(&reference.place), "subject", "").with_candidates("", citations.subjects(name)),
        );
    };
    let known = options(name);
    let mut given = Vec::new();
    for (option, Argument { place, literal }) in named {
        match literal {
            Some(value) if known.contains(&option.as_str()) => given.push((option.as_str(), value.as_str(), place)),
            _ => return Some(problem(place, "option", option).with_candidates(option, known.iter().copied())),
        }
    }
    let plain: Vec<(&str, &str)> = given.iter().map(|(option, value, _)| (*option, *value)).collect();
    if citations.resolve(name, subject, &plain).is_some() {
        return None;
    }
    let wrong = given.iter().find_map(|(option, value, place)| {
        let allowed = citations.allowed(subject, option)?;
        let is_wrong = !allowed.is_empty() && !allowed.iter().any(|allowed| allowed == value);
        is_wrong
            .then(|| problem(place, "option-value", value).with_candidates(value, allowed.iter().map(String::as_str)))
    });
    if OF_INDICATORS.contains(&name.as_str()) {
        return if excused.contains(subject) {
            None
        } else if citations.actuals.contains_key(subject) {
            Some(wrong.unwrap_or_else(|| problem(place, if name == "CHANGE" { "change" } else { "absent" }, subject)))
        } else {
            let problem = Diagnostic::at(Code::UnknownIndicator, place).with("id", subject);
            Some(match citations.names.get(subject.trim()) {
                Some(id) => problem.with_nearest(Some(id)),
                None => problem.with_candidates(&plain_text(subject), citations.actuals.keys().map(String::as_str)),
            })
        };
    }
    if let Some(wrong) = wrong {
        return Some(wrong);
    }
    Some(match name.as_str() {
        "NUM" => problem(place, "number", subject).with_nearest(number_meant(subject)),
        "DATE" if day_meant(subject).is_some() => problem(place, "value", subject).with_nearest(day_meant(subject)),
        _ => problem(place, "value", subject).with_candidates(&plain_text(subject), citations.subjects(name)),
    })
}

/// The digits of a number with separators or in full width.
fn number_meant(text: &str) -> Option<String> {
    let plain = plain_text(text).replace([',', ' '], "");
    (plain != text && Decimal::from_str_exact(&plain).is_ok()).then_some(plain)
}

/// The ISO form of a date with other separators: 2023/3/31, 2023年3月31日.
fn day_meant(text: &str) -> Option<String> {
    let plain = plain_text(text);
    let parts = plain.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty());
    let [year, month, day] = parts.collect::<Vec<_>>()[..] else { return None };
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    let is_common_era = year.len() == 4 && plain.starts_with(year);
    is_common_era.then(|| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Layer, LocaleFile, Words};
    use crate::report::Language;

    #[test]
    fn what_was_meant_by_a_number_or_a_day_is_named() {
        assert_eq!(number_meant("１，７００").as_deref(), Some("1700"));
        assert_eq!(number_meant("many"), None);
        assert_eq!(day_meant("2023/3/31").as_deref(), Some("2023-03-31"));
        assert_eq!(day_meant("２０２３年３月３１日").as_deref(), Some("2023-03-31"));
        assert_eq!((day_meant("令和5年3月31日"), day_meant("2023-13-01")), (None, None));
    }

    #[test]
    fn a_plural_is_chosen_by_a_count() {
        let text = "said = { COUNT(\"achieved\") ->\n    [0] none\n    [one] one\n   *[other] { COUNT(\"achieved\") } of them\n }\n";
        let said = |count: &str| {
            let file = LocaleFile { name: "a.ftl".into(), text: text.into(), layer: Layer::Report };
            let words = Words::new(Language::new("en").unwrap(), &[file], Arc::new(|_, _| true));
            let counts = BTreeMap::from([("achieved".to_owned(), count.to_owned())]);
            words.cite(Citations { counts, ..Citations::default() }, &[], &[]);
            words.optional("said", &[]).unwrap()
        };
        assert_eq!(["0", "1", "27", "1,166"].map(said), ["none", "one", "27 of them", "1,166 of them"]);
    }

    /// A count in a language, by each plural category for which it has a variant.
    fn plurals(language: &str, format_locale: &str, numbers: &[&str]) -> Vec<String> {
        let categories = ["zero", "one", "two", "few", "many"];
        let variants: String = categories.iter().map(|name| format!("    [{name}] {{ $value }} {name}\n")).collect();
        let text = format!(
            "format-locale = {format_locale}\nunit-team = {{ $value ->\n{variants}   *[other] {{ $value }} other\n }}\n"
        );
        let file = LocaleFile { name: "a.ftl".into(), text: text.into(), layer: Layer::Report };
        let words = Words::new(Language::new(language).unwrap(), &[file], Arc::new(|_, _| true));
        numbers.iter().map(|number| words.optional("unit-team", &[("value", number)]).unwrap()).collect()
    }

    #[test]
    fn a_plural_follows_from_the_value_as_it_is_shown() {
        let english = plurals("en", "en-GB", &["1", "1.0", "0", "1,166.50", "−1", "2022"]);
        assert_eq!(english, ["1 one", "1.0 other", "0 other", "1,166.50 other", "−1 one", "2022 other"]);
        assert_eq!(plurals("fr", "fr-FR", &["0", "1,5", "2"]), ["0 one", "1,5 one", "2 other"]);
        assert_eq!(plurals("pl", "pl-PL", &["1", "3", "5", "1,5"]), ["1 one", "3 few", "5 many", "1,5 other"]);
        let arabic = plurals("ar", "ar-EG", &["٠", "٢", "٣", "١١", "١٠٠"]);
        assert_eq!(arabic, ["٠ zero", "٢ two", "٣ few", "١١ many", "١٠٠ other"]);
        let long = "1".repeat(29);
        let long: &str = &[&long[..2], &long[2..5], &long[5..8], "111", "111", "111", "111", "111", "111"].join(",");
        assert_eq!(plurals("en", "en-GB", &[long]), [format!("{long} other")]);
    }
}
