//! What the data gives for each row that a table may print: field by field, every text that says it.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::squeezed;
use crate::payload::{Data, OpenValueData, RowData, ValueData};

/// The messages that head the columns of a field; a column of another head is recognised by what stands in it.
pub(super) const HEADS: [(&str, Field); 14] = [
    ("baseline", Field::Baseline),
    ("trend", Field::Trend),
    ("year-target", Field::YearTarget),
    ("target", Field::Target),
    ("actual", Field::Actual),
    ("actual.short", Field::Actual),
    ("rate", Field::Rate),
    ("panel-evaluation", Field::Evaluation),
    ("status", Field::Status),
    ("computation-rate-head", Field::RateFormula),
    ("computation-pace-head", Field::PaceFormula),
    ("fiscal-year-head", Field::OpenYear),
    ("open-values-value", Field::Actual),
    ("open-values-state", Field::OpenReason),
];

/// What a cell of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The value from which progress is measured.
    Baseline,
    /// The values over the years, in words.
    Trend,
    /// The target of the round's year.
    YearTarget,
    /// The target.
    Target,
    /// The value of the round.
    Actual,
    /// The value of one of the shown years, by its place among them.
    Year(usize),
    /// The achievement rate.
    Rate,
    /// What the panel decided.
    Evaluation,
    /// What the arithmetic says.
    Status,
    /// How the rate was computed.
    RateFormula,
    /// How the pace was computed.
    PaceFormula,
    /// The year of an open value.
    OpenYear,
    /// Why a value is open.
    OpenReason,
}

/// A text that says a field, and the marks beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExpectedText {
    /// The text as it is printed, for messages.
    pub(super) text: String,
    /// The same without what line breaking and spacing may change, and without the brackets of parts.
    squeezed: String,
    /// A year that may stand below it.
    year: Option<String>,
    /// The marks beside it.
    marks: String,
    /// Of values, the power of ten in which they are said: 0 for one by one. A row says all its values in the same.
    power: Option<u32>,
    /// Whether the unit is said too, and with it the power.
    has_unit: bool,
}

/// What the data gives for a row.
#[derive(Debug, Clone)]
pub(super) struct ExpectedRow {
    /// The indicator's identifier.
    pub(super) id: String,
    /// The indicator's name with its marks, squeezed.
    pub(super) name: String,
    /// The place of its group among the groups.
    pub(super) group: usize,
    /// Whether it is a part of another, whose values stand in brackets.
    is_part: bool,
    fields: BTreeMap<Field, Vec<ExpectedText>>,
}

/// Everything that the data of an edition gives for the tables.
#[derive(Debug)]
pub(super) struct ExpectedRows {
    /// One for each indicator, parts after their whole.
    pub(super) indicators: Vec<ExpectedRow>,
    /// One for each open value.
    pub(super) open_values: Vec<ExpectedRow>,
    /// The heads of columns, the longest first.
    heads: Vec<(String, Field)>,
    /// The short names of years, which may follow a head.
    years: BTreeSet<String>,
    /// What lines that name the rows below them may say.
    names: BTreeSet<String>,
}

impl ExpectedRows {
    /// Gathers what an edition's data gives.
    pub(super) fn new(data: &Data) -> Self {
        let rows =
            data.groups.iter().enumerate().flat_map(|(index, group)| {
                group.tables.iter().flat_map(|table| &table.rows).map(move |row| (index, row))
            });
        let rows: Vec<(usize, &RowData)> = rows.collect();
        let shown: Vec<String> = data.years.iter().map(|year| squeezed(&year.label)).collect();
        let named = rows.iter().flat_map(|(_, row)| row.baseline_year.iter().chain(&row.target_year));
        let years = shown.iter().cloned().chain(named.map(|year| squeezed(year))).collect();
        let of_groups = data.groups.iter().map(|group| group.number.clone().unwrap_or_default() + &group.name);
        let of_kinds = data.groups.iter().flat_map(|group| &group.tables).map(|table| table.name.clone());
        let names = of_groups.chain(of_kinds).map(|name| squeezed(&name)).collect();
        let words = HEADS.iter().filter_map(|(key, field)| Some((squeezed(data.words.get(*key)?), *field)));
        let of_years = shown.iter().enumerate().map(|(index, year)| (year.clone(), Field::Year(index)));
        let mut heads: Vec<(String, Field)> = words.chain(of_years).filter(|(word, _)| !word.is_empty()).collect();
        heads.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Self {
            indicators: rows.into_iter().map(|(group, row)| ExpectedRow::of_indicator(group, row)).collect(),
            open_values: data.open_values.iter().map(ExpectedRow::of_open_value).collect(),
            heads,
            years,
            names,
        }
    }

    /// Returns the fields that a column's head may announce, with the year that it gives for all its values.
    pub(super) fn fields_of_head(&self, head: &str) -> Vec<(Field, Option<String>)> {
        let head = squeezed(head);
        let fitting = self.heads.iter().filter_map(|(word, field)| {
            let rest = head.strip_prefix(word.as_str())?;
            let year = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
            (rest.is_empty() || self.years.contains(rest)).then_some((*field, year))
        });
        fitting.collect()
    }

    /// Returns whether a line that names the rows below it names a group or a kind.
    pub(super) fn is_name(&self, line: &str) -> bool {
        self.names.contains(&squeezed(line))
    }
}

impl ExpectedRow {
    fn of_indicator(group: usize, row: &RowData) -> Self {
        let mut fields = Fields::default();
        let name_marks = row.name_marks.concat();
        let marks = row.marks.concat();
        fields.value(Field::Baseline, row.baseline.as_ref(), row.baseline_year.as_ref(), "");
        fields.value(Field::YearTarget, row.year_target.as_ref(), None, "");
        fields.value(Field::Target, row.target.as_ref(), row.target_year.as_ref(), "");
        fields.latest(Field::Actual, row, &marks);
        for (index, year) in row.years.iter().enumerate() {
            let marks = year.marks.concat();
            fields.value(Field::Year(index), year.actual.as_ref(), None, &marks);
            // The unit is said once in a row of many years.
            if let Some(actual) = year.actual.as_ref() {
                let power = (!actual.missing).then_some(0);
                fields.say(Field::Year(index), &actual.number, None, &marks, power, false);
                for scaled in &actual.scaled {
                    fields.say(Field::Year(index), &scaled.number, None, &marks, Some(scaled.power), false);
                }
            }
        }
        if let Some(last) = row.years.len().checked_sub(1).filter(|_| row.actual_year.is_some()) {
            // In the round's column an earlier value may stand, with its year.
            fields.latest(Field::Year(last), row, &marks);
        }
        fields.text(Field::Trend, row.trend.as_deref(), "");
        fields.text(Field::Rate, row.rate.as_deref(), "");
        fields.text(Field::Evaluation, row.evaluation.as_ref().map(|evaluation| evaluation.sign.as_str()), "");
        fields.text(Field::Status, Some(&row.status.label), "");
        let formula = row.computation.as_ref();
        fields.text(Field::RateFormula, formula.and_then(|formula| formula.rate.as_deref()), "");
        fields.text(Field::PaceFormula, formula.and_then(|formula| formula.pace.as_deref()), "");
        let name = squeezed(&(row.name.clone() + &name_marks));
        Self { id: row.id.clone(), name, group, is_part: row.is_part, fields: fields.0 }
    }

    fn of_open_value(value: &OpenValueData) -> Self {
        let mut fields = Fields::default();
        fields.text(Field::OpenYear, Some(&value.year), "");
        fields.value(Field::Actual, Some(&value.actual), None, "");
        fields.text(Field::OpenReason, Some(&value.label), "");
        let name = value.whole.clone().unwrap_or_default() + &value.name;
        Self { id: value.id.clone(), name: squeezed(&name), group: value.group, is_part: false, fields: fields.0 }
    }

    /// Returns the fields that some row of this kind has.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.keys().copied()
    }

    /// Returns what says a field, the fullest first; nothing where the data has nothing.
    pub(super) fn texts(&self, field: Field) -> &[ExpectedText] {
        self.fields.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns whether a printed text with its marks says a field; `year` is the one that the column's head gives.
    /// Values in another power of ten than `power` are not said by it; without one, any is taken.
    pub(super) fn says(&self, field: Field, text: &str, marks: &str, year: Option<&str>, power: Option<u32>) -> bool {
        let texts = self.texts(field);
        let text = if self.is_part { without_brackets(text) } else { text.to_owned() };
        if texts.is_empty() {
            return text.is_empty() && marks.is_empty();
        }
        let is_in_power = |saying: &&ExpectedText| power.is_none() || saying.power.is_none() || saying.power == power;
        texts.iter().filter(is_in_power).any(|saying| saying.is(&text, marks, year))
    }

    /// Returns the power of ten that a text with its unit says a value in; none where it says none, or one by one.
    pub(super) fn power(&self, field: Field, text: &str, marks: &str, year: Option<&str>) -> Option<u32> {
        let text = if self.is_part { without_brackets(text) } else { text.to_owned() };
        let with_unit = self.texts(field).iter().filter(|saying| saying.has_unit && saying.power > Some(0));
        with_unit.filter(|saying| saying.is(&text, marks, year)).find_map(|saying| saying.power)
    }
}

impl ExpectedText {
    fn is(&self, text: &str, marks: &str, head_year: Option<&str>) -> bool {
        let Some(rest) = text.strip_prefix(self.squeezed.as_str()) else { return false };
        let own_year = Some(rest).filter(|rest| !rest.is_empty());
        let is_year = match (own_year.or(head_year), &self.year) {
            // No year is printed at all.
            (None, _) => true,
            (Some(printed), Some(year)) => printed == year,
            // A column's year is that of the values that have one.
            (Some(_), None) => own_year.is_none(),
        };
        is_year && marks == self.marks
    }
}

/// Gathers the texts of a row.
#[derive(Default)]
struct Fields(BTreeMap<Field, Vec<ExpectedText>>);

impl Fields {
    fn value(&mut self, field: Field, value: Option<&ValueData>, year: Option<&String>, marks: &str) {
        let Some(value) = value else {
            self.0.entry(field).or_default();
            return;
        };
        if value.missing {
            return self.say(field, &value.number, year, marks, None, false);
        }
        self.say(field, &value.text, year, marks, Some(0), true);
        for scaled in &value.scaled {
            self.say(field, &scaled.text, year, marks, Some(scaled.power), true);
        }
    }

    /// An earlier value is never without its year.
    fn latest(&mut self, field: Field, row: &RowData, marks: &str) {
        match &row.actual_year {
            Some(year) => self.text(field, Some(&format!("{}{year}", row.actual.text)), marks),
            None => self.value(field, Some(&row.actual), None, marks),
        }
    }

    fn text(&mut self, field: Field, text: Option<&str>, marks: &str) {
        match text {
            Some(text) => self.say(field, text, None, marks, None, false),
            None => {
                self.0.entry(field).or_default();
            }
        }
    }

    fn say(
        &mut self,
        field: Field,
        text: &str,
        year: Option<&String>,
        marks: &str,
        power: Option<u32>,
        has_unit: bool,
    ) {
        self.0.entry(field).or_default().push(ExpectedText {
            text: text.to_owned() + marks,
            squeezed: squeezed(text),
            year: year.map(|year| squeezed(year)),
            marks: squeezed(marks),
            power,
            has_unit,
        });
    }
}

/// Takes the brackets in which the value of a part stands off its text.
fn without_brackets(text: &str) -> String {
    let pairs = [('[', ']'), ('［', '］')];
    let inside = pairs.iter().find_map(|(open, close)| {
        let (inside, rest) = text.strip_prefix(*open)?.split_once(*close)?;
        Some(inside.to_owned() + rest)
    });
    inside.unwrap_or_else(|| text.to_owned())
}
