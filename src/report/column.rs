//! The columns of a report's tables, as used by the reader, the published data and the workbook. Headers and meanings
//! are messages named by the keys (`column-<key>`, `about-<table>-<key>`, `data-column-<key>`).

use rust_decimal::Decimal;

use super::{
    Accumulation, Actual, Comparator, Direction, FiscalYear, Indicator, NoteId, ObservationStatus, Report, name_of,
};
use crate::diagnostic::Located;

/// A column of a table with rows of type `T`.
#[derive(Debug)]
pub struct Column<T: 'static> {
    /// The properties that do not depend on `T`.
    pub shape: Shape,
    /// Gets a row's value; [`Value::None`] for a column that exists once per language.
    pub value: for<'a> fn(&'a Report, &'a T) -> Value<'a>,
}

/// The name and content of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// The key, without a language.
    pub key: &'static str,
    /// Whether there is a column for each language: `name@ja`, `name@en`.
    pub is_per_language: bool,
    /// Whether a table must have the column.
    pub presence: Presence,
    /// What the cells contain.
    pub content: Content,
}

/// Whether a table must have a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The column must be present, and no cell may be empty.
    Required,
    /// The column must be present; a cell may be empty if another column explains why.
    Column,
    /// The column may be absent. An empty cell means one of the values, which published tables always write out.
    Default,
    /// The column may be absent.
    Optional,
}

/// What the cells of a column contain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Content {
    /// An identifier from one of the report's lists.
    Identifier {
        /// The list; `None` if the identifier is that of the row itself.
        of: Option<&'static str>,
        /// Built-in identifiers.
        built_in: &'static [&'static str],
    },
    /// Identifiers separated by spaces.
    Identifiers,
    /// A word of a closed list.
    Word(&'static [&'static str]),
    /// A number in the unit of the row's indicator.
    Number,
    /// A number, or a sign that stands for one or accompanies one: `－`, `450※`.
    Observed,
    /// A whole number from 0 to 10.
    Decimals,
    /// A fiscal year.
    Year,
    /// A fiscal year of the plan.
    PlanYear,
    /// Free text.
    Text,
}

/// A row's value in a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// An empty cell.
    None,
    /// A word or an identifier.
    Text(&'a str),
    /// Identifiers.
    Notes(&'a [Located<NoteId>]),
    /// A number.
    Number(Decimal),
    /// A whole number.
    Integer(u32),
    /// A fiscal year.
    Year(FiscalYear),
}

impl<T> Column<T> {
    const fn new(
        key: &'static str,
        presence: Presence,
        content: Content,
        value: for<'a> fn(&'a Report, &'a T) -> Value<'a>,
    ) -> Self {
        Self { shape: Shape { key, is_per_language: false, presence, content }, value }
    }

    const fn per_language(key: &'static str, presence: Presence) -> Self {
        let shape = Shape { key, is_per_language: true, presence, content: Content::Text };
        Self { shape, value: |_, _| Value::None }
    }
}

const fn of(list: &'static str) -> Content {
    Content::Identifier { of: Some(list), built_in: &[] }
}

/// Collects the words of a closed list at compile time.
macro_rules! words_of {
    ($names:expr) => {{
        const WORDS: [&str; $names.len()] = {
            let mut words = [""; $names.len()];
            let mut index = 0;
            while index < words.len() {
                words[index] = $names[index].0;
                index += 1;
            }
            words
        };
        Content::Word(&WORDS)
    }};
}

const KINDS: Content = Content::Identifier { of: Some("kinds"), built_in: &["output", "outcome"] };

const UNITS: Content = Content::Identifier {
    of: Some("units"),
    built_in: &[
        "count",
        "percent",
        "rate",
        "people",
        "places",
        "companies",
        "yen",
        "points",
        "years",
        "none",
        "percentage-points",
        "facilities",
        "organizations",
        "schools",
        "households",
        "vehicles",
        "times",
        "days",
        "hours",
        "minutes",
        "score",
        "thousand-people",
        "ten-thousand-people",
        "million-people",
        "guest-nights",
        "thousand-guest-nights",
        "ten-thousand-guest-nights",
        "million-guest-nights",
        "thousand-yen",
        "ten-thousand-yen",
        "million-yen",
        "hundred-million-yen",
        "billion-yen",
        "trillion-yen",
        "per-100000-people",
        "square-metres",
        "hectares",
        "kilometres",
        "tonnes",
        "tonnes-co2",
        "kilowatt-hours",
    ],
};

/// Columns of the table of indicators.
pub static INDICATOR_COLUMNS: [Column<Indicator>; 16] = {
    use Presence::{Default, Optional, Required};
    [
        Column::new("id", Required, Content::Identifier { of: None, built_in: &[] }, |_, indicator| {
            Value::Text(indicator.id.as_str())
        }),
        Column::new("group", Optional, of("groups"), |_, indicator| {
            text(indicator.group.as_ref().map(|group| group.value.as_str()))
        }),
        Column::new("kind", Required, KINDS, |_, indicator| Value::Text(indicator.kind.value.as_str())),
        Column::new("parent", Optional, of("indicators"), |_, indicator| {
            text(indicator.parent.as_ref().map(|parent| parent.value.as_str()))
        }),
        Column::new("unit", Required, UNITS, |_, indicator| Value::Text(indicator.unit.value.as_str())),
        Column::new("accumulation", Default, words_of!(Accumulation::NAMES), |_, indicator| {
            Value::Text(name_of(&Accumulation::NAMES, &indicator.accumulation))
        }),
        Column::new("direction", Default, words_of!(Direction::NAMES), |_, indicator| {
            Value::Text(name_of(&Direction::NAMES, &indicator.direction))
        }),
        Column::new("baseline", Optional, Content::Number, |_, indicator| {
            number(indicator.baseline.as_ref().map(|baseline| baseline.quantity.value))
        }),
        Column::new("baseline_year", Optional, Content::Year, |_, indicator| {
            year(indicator.baseline.as_ref().and_then(|baseline| baseline.year.as_ref()))
        }),
        Column::new("target", Optional, Content::Number, |report, indicator| {
            number(report.own_target(indicator).map(|target| target.quantity.value))
        }),
        Column::new("target_year", Optional, Content::PlanYear, |report, indicator| {
            year(report.own_target(indicator).and_then(|target| target.year.as_ref()))
        }),
        Column::new("comparator", Optional, words_of!(Comparator::NAMES), |report, indicator| {
            let comparator = report.own_target(indicator).and_then(|target| target.comparator);
            text(comparator.map(|comparator| name_of(&Comparator::NAMES, &comparator)))
        }),
        Column::new("decimals", Optional, Content::Decimals, |_, indicator| {
            indicator.decimals.map_or(Value::None, Value::Integer)
        }),
        Column::new("note", Optional, Content::Identifiers, |_, indicator| Value::Notes(&indicator.notes)),
        Column::per_language("name", Required),
        Column::per_language("label", Optional),
    ]
};

/// Columns of the table of actual values.
pub static ACTUAL_COLUMNS: [Column<Actual>; 8] = {
    use Presence::{Default, Optional, Required};
    [
        Column::new("indicator", Required, of("indicators"), |_, actual| Value::Text(actual.indicator.value.as_str())),
        Column::new("fiscal_year", Required, Content::PlanYear, |_, actual| Value::Year(actual.fiscal_year)),
        Column::new("value", Presence::Column, Content::Observed, |_, actual| number(actual.observation.value())),
        Column::new("status", Default, words_of!(ObservationStatus::NAMES), |_, actual| {
            Value::Text(name_of(&ObservationStatus::NAMES, &actual.observation.status()))
        }),
        Column::new("break", Default, words_of!(Actual::BREAKS), |_, actual| {
            Value::Text(name_of(&Actual::BREAKS, &actual.is_break))
        }),
        Column::new("target", Optional, Content::Number, |_, actual| {
            number(actual.target.as_ref().map(|target| target.quantity.value))
        }),
        Column::new("evaluation", Optional, of("evaluations"), |_, actual| {
            text(actual.evaluation.as_ref().map(|evaluation| evaluation.value.as_str()))
        }),
        Column::new("note", Optional, Content::Identifiers, |_, actual| Value::Notes(&actual.notes)),
    ]
};

fn text(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::None, Value::Text)
}

fn number<'a>(number: Option<Decimal>) -> Value<'a> {
    number.map_or(Value::None, Value::Number)
}

fn year<'a>(year: Option<&Located<FiscalYear>>) -> Value<'a> {
    year.map_or(Value::None, |year| Value::Year(year.value))
}
