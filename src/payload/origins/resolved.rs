//! Where what a text says was written.

use std::sync::Arc;

use super::field::Field;
use super::index::{Row, Setting, Subject};
use super::reading::bare;
use super::{Document, Origin, OriginKind};
use crate::diagnostic::{Located, Place, Position};
use crate::embedded;
use crate::locale::{BEHIND, Cited, Layer, LocaleFile, Words};
use crate::report::{FiscalYear, GroupId, Indicator, Language, Report, Status};

/// The most indicators of a count whose values are named.
const MOST_COUNTED: usize = 50;

/// The file of the report's own words, in the folder of a language.
const OWN_WORDS: &str = "words.ftl";

/// Finds places, and says what is there.
pub(super) struct Resolver<'a> {
    report: &'a Report,
    document: &'a Document,
    /// The messages of the document.
    words: Words,
    /// The messages about origins, in the language of the document if there are some.
    own: Words,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(report: &'a Report, document: &'a Document) -> Self {
        let words = Words::of(Arc::clone(&document.messages));
        let own = own_words(words.language());
        Self { report, document, words, own }
    }

    /// The origins of something; `text` is the text that says it, by which a paragraph of a message is found.
    pub(super) fn origins(&self, subject: &Subject, text: &str) -> Vec<Origin> {
        let index = self.document.index(self.report);
        let row = |number: &usize| index.rows.get(*number);
        match subject {
            Subject::Message(key) => self.message(key, text),
            Subject::Name(number) => row(number).map(|row| self.name(row)).unwrap_or_default(),
            Subject::ShortName(number) => row(number).map(|row| self.short_name(row)).unwrap_or_default(),
            Subject::Unit(number) => row(number).map(|row| self.unit(row)).unwrap_or_default(),
            Subject::Field(number, field) => row(number).map(|row| self.field(row, *field)).unwrap_or_default(),
            Subject::Values(rows) => rows.iter().filter_map(row).flat_map(|row| self.values(row)).collect(),
            Subject::Figure(number) => self.figure(*number),
            Subject::Setting(setting) => self.setting(*setting),
        }
    }

    fn indicator(&self, row: &Row) -> Option<&'a Indicator> {
        self.report.indicators.get(row.indicator)
    }

    fn said(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        self.own.optional(message, arguments).unwrap_or_default()
    }

    /// What a value is called: the name of its indicator with the year, and what it is if `of_sort` names that.
    fn label(&self, name: &str, year: Option<FiscalYear>, sort: Option<&str>) -> String {
        let year = year.map(|year| self.words.fiscal_year(year));
        let sort = sort.map(|sort| self.said(sort, &[]));
        match (&year, &sort) {
            (None, None) => name.to_owned(),
            (Some(year), None) => self.said("origin-of-year", &[("name", name), ("year", year)]),
            (None, Some(sort)) => self.said("origin-of-sort", &[("name", name), ("sort", sort)]),
            (Some(year), Some(sort)) => {
                self.said("origin-of-sort-and-year", &[("name", name), ("year", year), ("sort", sort)])
            }
        }
    }

    fn name(&self, row: &Row) -> Vec<Origin> {
        let Some(indicator) = self.indicator(row) else { return Vec::new() };
        match indicator.names.get(self.words.language()) {
            Some(Located { place, .. }) => vec![Origin::at(OriginKind::Name, row.name.clone(), place)],
            None => self.message_as(OriginKind::Name, &format!("indicator-{}", indicator.id), &row.name),
        }
    }

    fn short_name(&self, row: &Row) -> Vec<Origin> {
        let Some(indicator) = self.indicator(row) else { return Vec::new() };
        let key = format!("indicator-{}.label", indicator.id);
        let label = self.said("origin-of-sort", &[("name", &row.name), ("sort", &self.said("origin-short-name", &[]))]);
        match indicator.labels.get(self.words.language()) {
            Some(Located { place, .. }) => vec![Origin::at(OriginKind::Name, label, place)],
            None if self.words.place(&key).is_some() => self.message_as(OriginKind::Name, &key, &label),
            None => self.name(row),
        }
    }

    fn unit(&self, row: &Row) -> Vec<Origin> {
        let Some(indicator) = self.indicator(row) else { return Vec::new() };
        let label = self.said("origin-of-sort", &[("name", &row.name), ("sort", &self.said("origin-unit", &[]))]);
        let cell = Origin::at(OriginKind::Unit, label, &indicator.unit.place);
        let key = format!("unit-{}", indicator.unit.value);
        std::iter::once(cell).chain(self.message_as(OriginKind::Unit, &key, &key)).collect()
    }

    /// A value, or those from which something is computed.
    pub(super) fn field(&self, row: &Row, field: Field) -> Vec<Origin> {
        let Some(indicator) = self.indicator(row) else { return Vec::new() };
        if !field.is_computed() {
            return self.value(row, indicator, field, false).into_iter().collect();
        }
        let judged = Field::Actual(self.report.judged(indicator).year);
        let of_rate = [judged, Field::Target];
        let of_pace = [judged, Field::YearTarget, Field::Target, Field::Baseline];
        let fields: &[Field] = if field == Field::Rate { &of_rate } else { &of_pace };
        let mut origins: Vec<Origin> =
            fields.iter().filter_map(|field| self.value(row, indicator, *field, true)).collect();
        origins.dedup_by(|one, other| one.place == other.place);
        origins
    }

    /// All values of an indicator that a chart shows.
    fn values(&self, row: &Row) -> Vec<Origin> {
        let Some(indicator) = self.indicator(row) else { return Vec::new() };
        let years = self.report.actuals_of(&indicator.id).map(|actual| Field::Actual(actual.fiscal_year));
        let fields: Vec<Field> = years.chain([Field::Target, Field::YearTarget, Field::Baseline]).collect();
        fields.into_iter().filter_map(|field| self.value(row, indicator, field, false)).collect()
    }

    /// A value that was written; `as_operand` of something computed.
    fn value(&self, row: &Row, indicator: &Indicator, field: Field, as_operand: bool) -> Option<Origin> {
        let (kind, sort, year, place) = match field {
            Field::Actual(year) => {
                let actual = self.report.actuals_of(&indicator.id).find(|actual| actual.fiscal_year == year);
                let place = actual.map(|actual| &actual.value_place);
                (OriginKind::Actual, "origin-actual", Some(year), place)
            }
            Field::Target => {
                let target = indicator.target.as_ref()?;
                let year = target.year.as_ref().map(|year| year.value);
                (OriginKind::Target, "origin-target", year, Some(&target.place))
            }
            Field::YearTarget => {
                let target = self.report.interim_target(indicator)?;
                let year = self.report.judged(indicator).year;
                (OriginKind::Target, "origin-year-target", Some(year), Some(&target.place))
            }
            Field::Baseline => {
                let baseline = indicator.baseline.as_ref()?;
                let year = baseline.year.as_ref().map(|year| year.value);
                (OriginKind::Baseline, "origin-baseline", year, Some(&baseline.place))
            }
            Field::Evaluation => {
                let evaluation = self.report.evaluation(&indicator.id)?;
                let year = self.report.settings.round.fiscal_year.value;
                (OriginKind::Evaluation, "origin-evaluation", Some(year), Some(&evaluation.place))
            }
            _ => return None,
        };
        let label = self.label(&row.name, year, as_operand.then_some(sort));
        let kind = if as_operand { OriginKind::Computed } else { kind };
        Some(Origin { kind, label, place: place.cloned(), lines: Vec::new(), into: None })
    }

    fn figure(&self, number: Option<usize>) -> Vec<Origin> {
        let settings = &self.report.settings;
        let (figure, sort) = match number {
            Some(number) => (settings.highlights.get(number).and_then(|it| it.figure.as_ref()), "origin-figure"),
            None => (settings.look.logo.as_ref(), "origin-logo"),
        };
        let Some(Located { value: path, place }) = figure else { return Vec::new() };
        let file = Place::whole(&path.as_str().into());
        vec![
            Origin::at(OriginKind::Figure, path.clone(), &file),
            Origin::at(OriginKind::Setting, self.said(sort, &[]), place),
        ]
    }

    fn setting(&self, setting: Setting) -> Vec<Origin> {
        let settings = &self.report.settings;
        let (place, label) = match setting {
            Setting::Round => (Some(&settings.round.fiscal_year.place), "origin-round"),
            Setting::AsOf => (Some(&settings.round.as_of.place), "origin-as-of"),
            Setting::Published => (Some(&settings.round.published.place), "origin-published"),
            Setting::Material => {
                (settings.material.as_ref().and_then(|material| material.place.as_ref()), "origin-material")
            }
        };
        place.map(|place| Origin::at(OriginKind::Setting, self.said(label, &[]), place)).into_iter().collect()
    }

    /// A message, and the values that it cites in a text.
    fn message(&self, key: &str, text: &str) -> Vec<Origin> {
        let kind = if key.starts_with("note-") { OriginKind::Note } else { OriginKind::Message };
        let mut origins = self.message_as(kind, key, key);
        if let Some(place) = self.place_in(key, text)
            && let Some(origin) = origins.first_mut().filter(|origin| origin.place.is_some())
        {
            origin.place = Some(place);
        }
        let bare_text = bare(text);
        for cited in self.words.cited_in(key) {
            if bare_text.contains(&bare(&cited.text)) {
                origins.extend(self.cited(&cited, &bare_text));
            }
        }
        origins
    }

    /// A message, or what to write to replace it if it is built in.
    fn message_as(&self, kind: OriginKind, key: &str, label: &str) -> Vec<Origin> {
        let Some(place) = self.words.place(key) else { return Vec::new() };
        if self.words.is_own(key) {
            return vec![Origin::at(kind, label.to_owned(), place)];
        }
        let into = format!("locales/{}/{OWN_WORDS}", self.words.language());
        let lines = self.words.place(message_of(key)).map(lines_of).unwrap_or_default();
        vec![Origin { kind: OriginKind::BuiltIn, label: label.to_owned(), place: None, lines, into: Some(into) }]
    }

    /// The part of a message that says a text, if it has several.
    fn place_in(&self, key: &str, text: &str) -> Option<Place> {
        let plain = |text: &str| bare(text).replace(['*', '_', '`', '[', ']', '\\'], "");
        let text = plain(text);
        let texts: Vec<_> = self.words.texts(key).collect();
        if let [only] = texts.as_slice() {
            return Some(only.place.clone());
        }
        // Shorter ones are in every sentence.
        const LEAST: usize = 4;
        let part = |written: &str| {
            let written = plain(written);
            let length = written.chars().count();
            (length >= LEAST && text.contains(&written)).then_some(length)
        };
        let found = texts.iter().filter(|written| part(written.value).is_some()).map(|written| &written.place).next();
        found.cloned()
    }

    /// The places of what a message cites.
    fn cited(&self, cited: &Cited, text: &str) -> Vec<Origin> {
        let index = self.document.index(self.report);
        let row = index.rows.iter().find(|row| row.id == cited.subject);
        let option =
            |name: &str| cited.options.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let field = |field: Field| row.map(|row| self.field(row, field)).unwrap_or_default();
        let indicator = || self.indicator(row?);
        match cited.function.as_str() {
            "ACTUAL" => {
                let year = option("year").and_then(|year| FiscalYear::new(year.parse().ok()?));
                let latest = indicator().map(|indicator| self.report.latest(&indicator.id).year);
                year.or(latest).map(|year| field(Field::Actual(year))).unwrap_or_default()
            }
            "TARGET" => field(Field::Target),
            "BASELINE" => field(Field::Baseline),
            "RATE" => field(Field::Rate),
            "RANK" => field(Field::Pace),
            "CHANGE" => self.change(row, option("since")),
            "COUNT" => self.counted(&cited.subject, option("group")),
            "LIST" => {
                let group = option("group").and_then(GroupId::new);
                let behind = if cited.subject == BEHIND { self.report.behind(group.as_ref()) } else { Vec::new() };
                let named = index.rows.iter().filter(|row| {
                    let is_listed = behind.is_empty() || behind.iter().any(|one| one.id.as_str() == row.id);
                    is_listed && text.contains(&bare(&row.name))
                });
                named.flat_map(|row| self.field(row, Field::Pace)).collect()
            }
            "DATE" | "FISCAL_YEAR" => match cited.subject.as_str() {
                "as-of" => self.setting(Setting::AsOf),
                "published" => self.setting(Setting::Published),
                "round" => self.setting(Setting::Round),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// The two values between which a change is.
    fn change(&self, row: Option<&Row>, since: Option<&str>) -> Vec<Origin> {
        let Some((row, indicator)) = row.and_then(|row| Some((row, self.indicator(row)?))) else { return Vec::new() };
        let latest = self.report.latest(&indicator.id).year;
        let before = match since {
            Some(crate::locale::BASELINE) => Some(Field::Baseline),
            Some(year) if year != crate::locale::PREVIOUS => {
                year.parse().ok().and_then(FiscalYear::new).map(Field::Actual)
            }
            _ => latest.previous().map(Field::Actual),
        };
        let fields = std::iter::once(Field::Actual(latest)).chain(before);
        fields.filter_map(|field| self.value(row, indicator, field, true)).collect()
    }

    /// The values of the indicators that a count counts.
    fn counted(&self, subject: &str, group: Option<&str>) -> Vec<Origin> {
        let group = group.and_then(GroupId::new);
        let is_counted = |indicator: &&Indicator| {
            let status = self.report.status(indicator);
            let is_of_group = group.is_none() || indicator.group.as_ref().map(|own| &own.value) == group.as_ref();
            is_of_group
                && match subject {
                    "indicators" => true,
                    "with-target" => indicator.target.is_some(),
                    "reported" => indicator.target.is_some() && status != Status::NotReported,
                    _ => status.as_str() == subject,
                }
        };
        let index = self.document.index(self.report);
        let row_of = |indicator: &Indicator| index.rows.iter().find(|row| row.id == indicator.id.as_str());
        let counted = self.report.main_indicators().filter(is_counted).take(MOST_COUNTED);
        let origin = |indicator: &'a Indicator| {
            let year = self.report.judged(indicator).year;
            self.value(row_of(indicator)?, indicator, Field::Actual(year), true)
        };
        counted.filter_map(origin).collect()
    }
}

/// A message without its attribute.
fn message_of(key: &str) -> &str {
    key.split_once('.').map_or(key, |(message, _)| message)
}

/// The lines of a built-in file that define a message with its attributes.
fn lines_of(place: &Place) -> Vec<String> {
    let Position::Text(start, _) = place.position else { return Vec::new() };
    let text = embedded::messages_named(&place.file).and_then(|text| text.get(start..)).unwrap_or_default();
    let goes_on = |line: &&str| line.is_empty() || line.starts_with([' ', '}', '[', '*']);
    let mut lines = text.lines();
    let first = lines.next().into_iter();
    let mut lines: Vec<String> = first.chain(lines.take_while(goes_on)).map(str::to_owned).collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines
}

/// The messages about origins in a language, else in English.
fn own_words(language: &Language) -> Words {
    let file = |tag: &str| {
        let name = format!("{tag}/{}", embedded::ORIGINS_FILE);
        let text = embedded::LOCALES.get_file(&name)?.contents_utf8()?;
        Some(LocaleFile { name: name.into(), text: text.into(), layer: Layer::BuiltIn })
    };
    let files = file(language.primary()).or_else(|| file("en"));
    Words::new(language.clone(), files.as_slice(), Arc::new(|_, _| true))
}
