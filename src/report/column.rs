//! The columns of the tables of a report: the one place that says which there are. The reader, the publisher of open data
//! and the workbook for ministries all go by it; header words and meanings are messages named by the keys
//! (`column-<key>`, `about-<table>-<key>`, `data-column-<key>`).

use rust_decimal::Decimal;

use super::{
    Accumulation, Actual, Comparator, Direction, FiscalYear, Indicator, NoteId, ObservationStatus, Report, name_of,
};
use crate::diagnostic::Located;

/// A column of a table whose rows are of a type.
#[derive(Debug)]
pub struct Column<T: 'static> {
    /// What does not depend on that type.
    pub shape: Shape,
    /// Returns what a row has in it; of a column for each language, nothing.
    pub value: for<'a> fn(&'a Report, &'a T) -> Value<'a>,
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Its key, without the language.
    pub key: &'static str,
    /// Whether there is one column for each language: `name@ja`, `name@en`.
    pub is_per_language: bool,
    /// Whether tables must have it.
    pub presence: Presence,
    /// What its cells contain.
    pub content: Content,
}

/// Whether tables must have a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The column must be there, and each of its cells filled in.
    Required,
    /// The column must be there; a cell may be empty where another column says why.
    Column,
    /// The column may be left out, and an empty cell means one of the values: published tables always say which.
    Default,
    /// The column may be left out.
    Optional,
}

/// What the cells of a column contain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Content {
    /// An identifier of a list of the report.
    Identifier {
        /// The list; none for the identifier of the row itself.
        of: Option<&'static str>,
        /// Those that nenpo brings.
        built_in: &'static [&'static str],
    },
    /// Identifiers with spaces between them.
    Identifiers,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A number in the unit of the row's indicator.
    Number,
    /// The same, or what offices write in its place: `－`, `450※`.
    Observed,
    /// A whole number from 0 to 10.
    Decimals,
    /// A fiscal year.
    Year,
    /// A fiscal year of the plan.
    PlanYear,
    /// A text.
    Text,
}

/// What a row has in a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
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

/// The identifiers of a list of the report.
const fn of(list: &'static str) -> Content {
    Content::Identifier { of: Some(list), built_in: &[] }
}

/// The words of a closed list, from its names.
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
    built_in: &["count", "percent", "rate", "people", "places", "companies", "yen", "points", "years", "none"],
};

/// The columns of the table of indicators.
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

/// The columns of the table of actuals.
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
